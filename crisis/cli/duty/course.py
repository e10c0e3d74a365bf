"""The course of an incident in sentences: what each entry of the record says, for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from crisis.cli.words import _, told
from crisis.sentence import Sentence

if TYPE_CHECKING:
    from crisis.desk.record.aftermath import Event

SAID: Mapping[str, Sentence] = {
    "incident-opened": Sentence("The incident was opened."),
    "incident-graded": Sentence("It was graded anew."),
    "incident-timed": Sentence("Its beginning was set."),
    "incident-closed": Sentence("The incident was closed."),
    "incident-proposed": Sentence("Something that came in proposed an incident."),
    "notice-received": Sentence("A notice came in."),
    "notice-refused": Sentence("Nothing of a notice may be posted."),
    "notice-superseded": Sentence("A newer version of a notice came."),
    "notice-contradicted": Sentence("Another department said otherwise."),
    "step-taken": Sentence("A step of the runbook was taken."),
    "release-cleared": Sentence("Texts were cleared."),
    "delivery-published": Sentence("A post is out."),
    "delivery-unknown": Sentence("Nobody knew whether a post was out."),
    "delivery-failed": Sentence("A post could not be posted."),
    "delivery-by-hand": Sentence("A post was to be made by hand."),
    "delivery-settled": Sentence("Somebody said what had become of a post."),
    "hold-set": Sentence("Sending was stopped."),
    "hold-lifted": Sentence("Sending was resumed."),
    "promise-broken": Sentence("A promised update did not come in time."),
    "promise-left": Sentence("The desk kept a promise by policy."),
    "enquiry-received": Sentence("Somebody outside asked."),
    "enquiry-answered": Sentence("Somebody outside was answered."),
    "correction-made": Sentence("A correction was drafted."),
    "replies-counted": Sentence("Figures of the safety check came in."),
}
"""What each kind of entry says."""


def line(event: Event) -> str:
    """One event in a sentence, with what it was about and by whom."""
    said = told(SAID[event.kind]) if event.kind in SAID else event.kind
    beside = ", ".join(
        part
        for part in (event.account or event.about, _("the desk, by policy") if event.by == "policy" else event.by)
        if part
    )
    return f"{said} ({beside})" if beside else said
