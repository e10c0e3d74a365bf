"""`return`, `reject`: what an approver does not let go, and why."""

from __future__ import annotations

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, PostIds, Reason, command, open_desk, posts_named, reason_given, who
from crisis.cli.words import _, say
from crisis.errors import Mistake


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "return", _("Example: crisis return P-01… --as suzuki --reason 'wrong site'"))(return_)
    command(app, "reject", _("Example: crisis reject P-01… --as suzuki --reason 'not ours to say'"))(reject)


def return_(
    posts: PostIds, person: As = None, reason: Reason = None, desk_dir: DeskDir = None, as_json: Json = False
) -> None:
    """Send posts back to their drafter, with the reason."""
    from crisis.desk.outbox import undoing

    why = reason_given(reason, Mistake("no-reason", "Returning a post needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    posts = posts_named(desk, posts)
    undoing.send_back(desk, posts, by=who(person), reason=why)
    if as_json:
        output.emit({"posts": [{"post": post, "state": "returned", "missing": []} for post in posts]})
    else:
        output.line(say("Returned: {posts}", posts=" ".join(posts)))


def reject(
    posts: PostIds, person: As = None, reason: Reason = None, desk_dir: DeskDir = None, as_json: Json = False
) -> None:
    """Refuse posts for good, with the reason. To say it after all, draft the notice again."""
    from crisis.desk.outbox import undoing

    why = reason_given(reason, Mistake("no-reason", "Rejecting a post needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    posts = posts_named(desk, posts)
    undoing.reject(desk, posts, by=who(person), reason=why)
    if as_json:
        output.emit({"posts": [{"post": post, "state": "rejected", "missing": []} for post in posts]})
    else:
        output.line(say("Rejected: {posts}", posts=" ".join(posts)))
