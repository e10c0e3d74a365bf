"""`draft`, `edit`, `measure`: from a notice to a text that may go out."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from crisis.cli import documents, output, show, sides
from crisis.cli.options import (
    As,
    DeskDir,
    Json,
    PostId,
    command,
    desk_folder,
    open_desk,
    post_named,
    read,
    read_text,
    who,
)
from crisis.cli.words import _, say
from crisis.errors import Mistake, Refused

if TYPE_CHECKING:
    from crisis.desk.drafts.kit import Kit
    from crisis.model.post import Draft
    from crisis.model.records import StoredNotice
    from crisis.text.lengths import Measure

PLATFORMS = ("x", "mastodon", "bluesky")
Save = Annotated[bool, typer.Option("--save", help=_("Keep the notice and its posts at the desk."))]
TypeId = Annotated[str | None, typer.Option("--type", metavar="TYPE", help=_("Say which notice type it is."))]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "draft", _("Example: crisis draft notice.eml"))(draft)
    command(app, "edit", _("Example: crisis edit P-01… --text new.txt --as tanaka"))(edit)
    command(app, "measure", _('Example: echo "閉鎖しています" | crisis measure --platform x'))(measure)


@dataclass(frozen=True)
class Drafted:
    """What became of one notice: its draft, what its type is called and, where it is kept, the notice and its posts'
    identifiers."""

    file: str | None
    draft: Draft
    stored: StoredNotice | None = None
    posts: list[str] | None = None
    kind: str | None = None

    @property
    def notice(self) -> str | None:
        """The notice's identifier, where it is kept."""
        return self.stored.id if self.stored else None


def draft(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE|N-…", help=_("Notice files (- is standard input), or notices of the desk.")),
    ],
    save: Save = False,
    type_id: TypeId = None,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Draft posts from notices. What is withheld is shown, and why."""
    drafted: list[Drafted] = []
    for name in files:
        if name.startswith("N-") and not Path(name).exists():
            drafted.append(_of_desk(name, desk_dir, person, type_id, save=save))
        elif save:
            drafted += _kept(name, desk_dir, who(person), type_id)
        else:
            drafted += _of_file(name, desk_dir, type_id)
    if as_json:
        output.emit(
            {"notices": [documents.draft(d.draft, file=d.file, notice=d.notice, posts=d.posts) for d in drafted]}
        )
    else:
        for one in drafted:
            show.draft(one.draft, one.file or one.notice or "", one.posts, one.kind)
            if one.stored is not None:
                sides.of_notice(open_desk(desk_dir), one.stored, one.draft.facts)
        if all(one.draft.refused is not None for one in drafted) and desk_folder(desk_dir) is not None:
            _offer_safe(desk_dir, [one.draft.type for one in drafted])
    raise typer.Exit(exit_code([one.draft for one in drafted]))


def _offer_safe(desk_dir: Path | None, types: list[str | None]) -> None:
    """The next safe post, filled where it is known what has happened, and the command that drafts it, or sends it where one person
    may: whoever stands before a refusal may be alone, and the telephone rings."""
    from crisis.desk.clearance import precleared
    from crisis.desk.drafts.safer import HOLDING, safe_word

    desk = open_desk(desk_dir)
    safe = safe_word(desk, types)
    alone = " --precleared" if precleared.usable(desk, HOLDING) else ""
    if safe is not None:
        output.note(say("What may be said now: {text}", text=safe.text))
    command = safe.command if safe else f"crisis say {HOLDING}"
    output.note(say("Next: {command}", command=f"{command}{alone} --as ID"))


def exit_code(drafts: list[Draft]) -> int:
    """4 if any post is held or blocked, 3 only if all are refused, else 0 (contract)."""
    if any(d.stopped for d in drafts):
        return 4
    return 3 if all(d.refused is not None for d in drafts) else 0


def _kit(desk_dir: Path | None) -> Kit:
    from crisis.wiring.kit import kit_of

    folder = desk_folder(desk_dir)
    if folder is None:
        output.note(_("No desk here: drafting with defaults (Japanese and English, no accounts, no sites)."))
    return kit_of(folder)


def _of_file(name: str, desk_dir: Path | None, type_id: str | None) -> list[Drafted]:
    from crisis import intake
    from crisis.desk.drafts.compose import compose, whole
    from crisis.model.post import Draft, Occasion
    from crisis.wiring.system import SystemClock

    kit = _kit(desk_dir)
    _known_type(kit, type_id)
    now = SystemClock().now()
    try:
        notices = intake.read(read(Path(name)), name)
    except Refused as refusal:
        return [Drafted(name, Draft(None, refused=whole(refusal)))]
    drafts = [compose(kit, notice, now, Occasion(kit.mode), type_id) for notice in notices]
    return [Drafted(name, made, kind=show.kind(kit, made.type)) for made in drafts]


def _known_type(kit: Kit, type_id: str | None) -> None:
    if type_id is not None and type_id not in kit.types:
        raise Mistake(
            "unknown-type",
            "There is no notice type {type}.",
            "Known types: {known}.",
            type=type_id,
            known=", ".join(sorted(kit.types)),
        )


def _of_desk(notice_id: str, desk_dir: Path | None, person: str | None, type_id: str | None, *, save: bool) -> Drafted:
    from crisis.desk.drafts import saving

    desk = open_desk(desk_dir)
    _known_type(desk.kit, type_id)
    stored, made = saving.draft(desk, notice_id, type_id=type_id)
    posts = None
    if save and made.posts:
        posts = [post.id for post in saving.save(desk, stored, made, by=who(person))[1]]
    return Drafted(None, made, stored, posts, show.kind(desk.kit, made.type))


def _kept(name: str, desk_dir: Path | None, person: str, type_id: str | None) -> list[Drafted]:
    from crisis.desk.notices import receive

    desk = open_desk(desk_dir)
    _known_type(desk.kit, type_id)
    kept = receive.receive(desk, read(Path(name)), name, by=person, type_id=type_id)
    drafted = [_of_desk(stored.id, desk_dir, person, type_id, save=True) for stored in kept]
    return [replace(d, file=name) for d in drafted]


def edit(
    post: PostId,
    text: Annotated[
        Path | None, typer.Option("--text", metavar="FILE", help=_("The new text (- is standard input)."))
    ] = None,
    take_out: Annotated[
        bool, typer.Option("--take-out", help=_("Take out the sentences that may not go out as they are."))
    ] = False,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Put other words into a post. Whoever edits last may not clear it."""
    from crisis.desk.drafts import saving, taking_out

    if (text is None) != take_out:
        raise Mistake("no-edit", "Say what is to be changed.", "Write either --text FILE or --take-out.")
    desk = open_desk(desk_dir)
    named = post_named(desk, post)
    edited = (
        saving.edit(desk, named, read_text(text), by=who(person))
        if text
        else taking_out.take_out(desk, named, by=who(person))
    )
    if as_json:
        shown = {"post": edited.id, "text": edited.text, "length": edited.length, "limit": edited.limit}
        output.emit({"posts": [shown], "findings": [documents.finding(f) for f in edited.findings]})
    else:
        show.stored([edited])
    raise typer.Exit(4 if any(f.stops for f in edited.findings) else 0)


def measure(
    platform: Annotated[str, typer.Option("--platform", metavar="|".join(PLATFORMS), help=_("Whose rules count."))],
    json_lines: Annotated[
        bool, typer.Option("--json-lines", help=_("One JSON string a line in, one document a line out."))
    ] = False,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Measure texts as a platform counts them."""
    from crisis.text.lengths import measure as measured

    if platform not in PLATFORMS:
        raise Mistake(
            "unknown-platform",
            "There is no platform {platform}.",
            "Write one of: {known}.",
            platform=platform,
            known=", ".join(PLATFORMS),
        )
    if json_lines:
        for number, row in enumerate(sys.stdin.buffer, 1):
            sys.stdout.write(json.dumps(_measured(measured(_json_string(row, number), platform))) + "\n")
        return
    found = measured(read_text(Path("-")).rstrip("\n"), platform)
    if as_json:
        output.emit(_measured(found))
    else:
        output.line(say("{length} of {limit}", length=found.length, limit=found.limit))
    raise typer.Exit(0 if found.valid else 4)


def _measured(found: Measure) -> dict[str, Any]:
    return {"length": found.length, "limit": found.limit, "valid": found.valid}


def _json_string(row: bytes, number: int) -> str:
    try:
        text = json.loads(row)
    except (ValueError, RecursionError):
        text = None
    if not isinstance(text, str):
        raise Mistake("json-line", "Line {line} is no JSON string.", 'Write "…" with quotation marks.', line=number)
    return text
