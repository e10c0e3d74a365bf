"""`demo`: the main job on a fresh sample desk. Nothing is staged: each step is the public command that it prints."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Protocol

from crisis.cli import output
from crisis.cli.failing import fail
from crisis.cli.words import _, say
from crisis.errors import CrisisError

STORY = (
    "01-safety-check-hr.eml",
    "02-sendai-closed-portal.html",
    "03-sendai-open-sales.html",
    "04-tokyo-office.md",
    "05-no-change-sendai.txt",
    "06-portal-feed.xml",
    "07-holding-it.md",
    "08-sapporo-closed.eml",
    "09-merger-memo.txt",
    "10-koriyama-contradiction.txt",
    "11-casualties-unclear.eml",
)
"""The notices of the first hour; the rest of the sample's belong to its end."""


class Command(Protocol):
    """The whole command line, as typer has it."""

    def main(self, *, args: list[str], prog_name: str) -> object:
        """Run one command; ends with SystemExit."""


def play(root: Command, keep: Path | None) -> int:
    """Play it; the exit code is 0 when the ledger verified and something was published."""
    folder = keep or Path(tempfile.mkdtemp(prefix="crisis-demo-")) / "desk"
    desk = ["--desk", str(folder)]
    _say(_("1. A sample desk: sites, accounts, links, two people with keys"))
    _run(root, "init", str(folder), "--sample")
    _say(_("2. An incident: routine posts are held, and who else can post is listed"))
    _run(root, "incident", "open", "earthquake", "--as", "drafter", *desk)
    _say(_("3. Notices as the intranet makes them: what may be said, what is withheld, refused, held"))
    files = [str(folder / "notices" / name) for name in sorted(STORY)]
    drafted = _json(root, "draft", *files, "--save", "--as", "drafter", *desk)
    output.line("  " + _("In short, from its answer:"))
    _tell_drafts(drafted)
    return _release(root, drafted, folder, desk)


def _release(root: Command, drafted: dict[str, Any], folder: Path, desk: list[str]) -> int:
    _say(_("4. Another person reads each notice's posts once and clears them; what is held stays"))
    for notice in drafted["notices"]:
        if any(post["account"] for post in notice["posts"]):
            _run(root, "clear", notice["notice"], "--as", "approver", "--yes", *desk)
    _say(_("5. The broadcaster sends what is due to our own page and feed; X waits to be posted by hand"))
    _run(root, "daemon", "--once", *desk)
    _run(root, "hand", *desk)
    _say(_("6. The record: what was released, by whom, what was withheld and refused, and that it holds"))
    _run(root, "ledger", "releases", *desk)
    code = _run(root, "ledger", "verify", *desk)
    _tell_where(folder)
    return code


def _tell_where(folder: Path) -> None:
    _say(_("Where to look"))
    output.line("  " + say("the public page   {path}", path=folder / "public" / "index.html"))
    output.line("  " + say("the feed          {path}", path=folder / "public" / "feed.atom"))
    output.line("  " + say("the record        crisis ledger show --desk {path}", path=folder))
    _say(_("What to try next"))
    output.line("  " + say("export CRISIS_DESK={path}", path=folder))
    output.line("  " + _("crisis say no-change --as drafter     somebody phones: at most six questions"))
    output.line("  " + _("crisis clear --as approver            what waits for you"))
    output.line("  " + _("crisis hand                           the exact text to paste by hand"))
    output.line("  " + _("crisis hold                           stop everything"))
    output.line("  " + _("crisis rehearse earthquake            the same code, unable to reach a real account"))


def _say(heading: str) -> None:
    output.line()
    output.line(heading, "bold")


def _shown(arguments: tuple[str, ...]) -> None:
    output.line("$ crisis " + " ".join(arguments), "cyan")


def _run(root: Command, *arguments: str) -> int:
    """Run a command as it would be typed; its exit code."""
    _shown(arguments)
    sys.stdout.flush()
    try:
        root.main(args=list(arguments), prog_name="crisis")
    except SystemExit as end:
        return int(end.code or 0)
    except CrisisError as error:
        return fail(error, as_json=False)
    return 0


def _json(root: Command, *arguments: str) -> dict[str, Any]:
    """Run a command with `--json` and read its document."""
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught):
        _run(root, *arguments, "--json")
    lines = caught.getvalue()
    shown, _newline, document = lines.partition("\n")
    output.line(shown, "cyan")
    return dict(json.loads(document))


def _tell_drafts(drafted: dict[str, Any]) -> None:
    for notice in drafted["notices"]:
        _tell_draft(notice)
    withheld = {w["name"]: w["why"] for notice in drafted["notices"] for w in notice["withheld"]}
    output.line("  " + _("Why it was withheld:"))
    for name, why in withheld.items():
        output.line(f"    {name}: {_(why)}")


def _tell_draft(notice: dict[str, Any]) -> None:
    name = Path(notice["file"]).name
    if notice["refused"] is not None:
        output.line(f"  {name}: " + say("REFUSED: {why}", why=_(notice["refused"])), "red")
        return
    stops = dict.fromkeys(f["code"] for f in notice["findings"] if f["severity"] != "advise")
    held = f"  {_('HELD')}: {', '.join(stops)}" if stops else ""
    output.line(f"  {name}: {notice['type'] or '?'}{held}")
    for finding in notice["findings"]:
        if finding["severity"] != "advise" and finding["post"] is None:
            output.indented(finding["mend"], 2)
    for post in notice["posts"][:1]:
        output.indented(post["text"], 3)
    if notice["withheld"]:
        output.indented(say("withheld: {names}", names=", ".join(w["name"] for w in notice["withheld"])), 2)
