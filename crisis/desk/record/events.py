"""Where the tables of what happened say something else than the ledger: notices, the hands that changed a text, incidents,
stops, alerts to the staff, and posts that were made outside of the desk. What was signed is compared in `signatures`, what is
kept in words in `contents`, what went out in `agreement`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, Final

from crisis.canon import timestamp
from crisis.desk.notices.receive import unfilled
from crisis.ledger.verify import Problem
from crisis.model.owed import StaffAlert
from crisis.model.published import Incident
from crisis.model.records import Stop
from crisis.model.watched import OutsidePost
from crisis.store import notices
from crisis.store.unit import Reading

Said = dict[Hashable, tuple[Any, ...]]
"""What is said of each thing, by its identifier."""
Entry = Mapping[str, Any]


def disagreements(unit: Reading) -> Iterator[Problem]:
    """Every row that is not as the ledger recorded it, missing or too many."""
    told: dict[str, Said] = {what: {} for what, *_ in COMPARED}
    replay = {kind: (told[what], replayed) for what, kinds, replayed, _ in COMPARED for kind in kinds}
    for entry in unit.ledger.told(replay):  # all in one pass: the kinds of a long ledger have no index
        said, replayed = replay[entry["kind"]]
        replayed(said, entry)
    for what, _, _, stored in COMPARED:
        said, stands = told[what], stored(unit)
        for name in {**said, **stands}:
            if said.get(name) != stands.get(name):
                yield Problem(None, f"{what} {name} is not as the ledger recorded it.")


def _told_notice(said: Said, entry: Entry) -> None:
    body = entry["body"]
    name = body["notice"]
    if entry["kind"] != "notice-erased":
        said[name] = (entry["at"], body["digest"], body["by"], body.get("why"))
    elif name in said and said[name][-1] is not None:
        said[name] = (*said[name][:-1], unfilled(notices.ERASED))


def _notices(unit: Reading) -> Said:
    return {
        name: (timestamp(at), digest, by, refused and unfilled(refused))
        for name, at, digest, by, refused in notices.stated(unit)
    }


def _told_editor(said: Said, entry: Entry) -> None:
    body = entry["body"]
    posts = [post["post"] for post in body["posts"]] if entry["kind"] == "draft-made" else [body["post"]]
    for post in posts:
        said[post] = (body["by"],)


def _editors(unit: Reading) -> Said:
    return {post: (editor,) for post, editor in unit.last_editors()}


def _told_incident(said: Said, entry: Entry) -> None:
    body = entry["body"]
    name = body["incident"]
    kind, opened, severity, closed = said.get(name, (None, None, None, None))
    match entry["kind"]:
        case "incident-opened":
            said[name] = (body["runbook"], entry["at"], body["severity"], None)
        case "incident-graded":
            said[name] = (kind, opened, body["severity"], closed)
        case "incident-closed":
            said[name] = (kind, opened, severity, entry["at"])


def _incidents(unit: Reading) -> Said:
    return {
        one.id: (one.kind, timestamp(one.opened_at), one.severity.value, one.closed_at and timestamp(one.closed_at))
        for one in unit.find(Incident)
    }


def _told_stop(said: Said, entry: Entry) -> None:
    body = entry["body"]
    if entry["kind"] == "hold-set":
        # Who asks for the same again while it stands finds it as it was first set.
        said.setdefault(body["stop"], (body["account"], body["routine"], body["by"], entry["at"], None, None))
        return
    for name, (account, *stop, lifted, _) in said.items():
        # Entries of before named the account alone, and lifted all that stood there.
        named = name in body["stops"] if "stops" in body else body["account"] in (None, account)
        if lifted is None and named:
            said[name] = (account, *stop, entry["at"], body["by"])


def _stops(unit: Reading) -> Said:
    return {
        stop.id: (
            *(stop.account, stop.routine, stop.set_by, timestamp(stop.set_at)),
            *(stop.lifted_at and timestamp(stop.lifted_at), stop.lifted_by),
        )
        for stop in unit.find(Stop)
    }


def _told_alert(said: Said, entry: Entry) -> None:
    body = entry["body"]
    if entry["kind"] == "alert-raised":
        said[body["alert"]] = (entry["at"], body["code"], body["about"], tuple(body["roles"]), None, None)
    elif body["alert"] in said:
        said[body["alert"]] = (*said[body["alert"]][:-2], entry["at"], body.get("by"))


def _alerts(unit: Reading) -> Said:
    return {
        alert.id: (
            *(timestamp(alert.at), alert.code, alert.about, tuple(role.value for role in alert.roles)),
            *(alert.seen_at and timestamp(alert.seen_at), alert.seen_by),
        )
        for alert in unit.find(StaffAlert)
    }


def _told_outside(said: Said, entry: Entry) -> None:
    body = entry["body"]
    said[body["post"]] = (entry["at"], body["account"], body["url"], body["text"], body["by"])


def _outside(unit: Reading) -> Said:
    return {
        post.id: (timestamp(post.recorded_at), post.account, post.url, post.digest, post.by)
        for post in unit.find(OutsidePost)
    }


Compared = tuple[str, tuple[str, ...], Callable[[Said, Entry], None], Callable[[Reading], Said]]
COMPARED: Final[tuple[Compared, ...]] = (
    ("Notice", ("notice-received", "notice-refused", "notice-erased"), _told_notice, _notices),
    ("The last change of", ("draft-made", "post-edited", "correction-made"), _told_editor, _editors),
    ("Incident", ("incident-opened", "incident-graded", "incident-closed"), _told_incident, _incidents),
    ("Stop", ("hold-set", "hold-lifted"), _told_stop, _stops),
    ("Alert", ("alert-raised", "alert-seen", "alert-over"), _told_alert, _alerts),
    ("The post from outside", ("outside-recorded",), _told_outside, _outside),
)
"""What is compared: its name, the kinds of entry that tell of it, how each of them changes what is said, and the table."""
