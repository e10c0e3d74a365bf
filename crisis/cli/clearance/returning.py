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
    _show(posts, "returned", say("Returned: {posts}", posts=" ".join(posts)), as_json=as_json)


def reject(
    posts: PostIds, person: As = None, reason: Reason = None, desk_dir: DeskDir = None, as_json: Json = False
) -> None:
    """Refuse posts for good, with the reason. To say it after all, draft the notice again."""
    from crisis.desk.outbox import undoing

    why = reason_given(reason, Mistake("no-reason", "Rejecting a post needs a reason.", "Add --reason TEXT."))
    desk = open_desk(desk_dir)
    posts = posts_named(desk, posts)
    undoing.reject(desk, posts, by=who(person), reason=why)
    _show(posts, "rejected", say("Rejected: {posts}", posts=" ".join(posts)), as_json=as_json)


def _show(posts: list[str], state: str, said: str, *, as_json: bool) -> None:
    if as_json:
        output.emit({"posts": [{"post": post, "state": state, "missing": []} for post in posts]})
    else:
        output.line(said)
