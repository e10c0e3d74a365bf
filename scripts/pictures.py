"""Makes the pictures of the README: `make pictures`.

The page is the sample desk's own `public/index.html`, as `crisis demo` leaves it, at a phone's width, light and dark. The
terminal shows the README's own desk: real commands at a real pseudo-terminal, and the answers of a person who is phoned.
Needs Chromium (or CHROMIUM=/path/to/it) and a font for Japanese.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "docs"))

from doc_pages import blocks  # noqa: E402
from doc_terminal import environment, type_in  # noqa: E402

OUT = ROOT / "docs" / "pictures"
LARGEST = 200_000
"""Bytes of a picture at most."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PHONE = (390, 844)
"""A phone's width and height in CSS pixels."""

COLUMNS = 80
DARK, LIGHT = (16, 20, 28), (222, 226, 232)
NORMAL = [
    (60, 66, 78),
    (255, 123, 114),
    (126, 211, 133),
    (240, 190, 90),
    (121, 184, 255),
    (210, 168, 255),
    (118, 214, 220),
]
BRIGHT = [(140, 148, 160), (255, 150, 140), (160, 230, 165), (250, 210, 130), (160, 205, 255), (225, 195, 255)]
THEME = TerminalTheme(DARK, LIGHT, [*NORMAL, LIGHT], [*BRIGHT, (160, 230, 235), (255, 255, 255)])
"""The sixteen colours of a dark terminal."""

PHONE_FRAME = """<!doctype html><meta name="color-scheme" content="light dark">
<style>html,body{{margin:0}}iframe{{border:0;width:{width}px;height:{height}px;display:block}}</style>
<iframe src="{source}"></iframe>"""

TERMINAL_PAGE = """<!doctype html><meta charset="utf-8"><style>
html, body {{ margin: 0; background: {background}; color: {foreground}; }}
pre {{ margin: 0; padding: 18px 22px; font: 15px/1.45 "Noto Sans Mono CJK JP", "Noto Sans Mono", monospace; }}
{stylesheet}
</style><pre>{code}</pre>"""


def main() -> int:
    """Make all pictures, and say how large each is; 1 where one is too large."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = [*page_pictures(Path(folder)), *terminal_pictures(Path(folder))]
    for path in made:
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")
    return int(any(path.stat().st_size > LARGEST for path in made))


def page_pictures(folder: Path) -> Iterator[Path]:
    """The public page after the demo, light and dark."""
    desk = folder / "demo"
    subprocess.run(["crisis", "demo", "--keep", str(desk)], check=True, capture_output=True, env=environment(folder))
    for colours, setting in (("light", 1), ("dark", 0)):
        frame = folder / f"{colours}.html"
        source = (desk / "public" / "index.html").as_uri()
        frame.write_text(PHONE_FRAME.format(source=source, width=PHONE[0], height=PHONE[1]), "utf-8")
        yield photograph(frame, f"page-{colours}.png", PHONE, f"--blink-settings=preferredColorScheme={setting}")


def terminal_pictures(folder: Path) -> Iterator[Path]:
    """A call with its drafts; then the clearance and the first posts out."""
    shell = desk_of_the_readme(folder)
    soon = (datetime.now(ZoneInfo("Asia/Tokyo")) + timedelta(hours=1)).strftime("%H:%M")
    asked = {"1/6": "1", "2/6": "1", "3/6": soon, "4/6": "", "5/6": "", "6/6": "GA"}
    shell.types("crisis say office-status --as tanaka", asked)
    yield drawn(shell.cleared(), "say.png", folder)
    shell.types("crisis clear --as suzuki", {"[y/N]": "y"})
    shell.types("crisis daemon --once")
    yield drawn(shell.cleared(), "clear.png", folder)


def desk_of_the_readme(folder: Path) -> Shell:
    """A shell in a desk with the README's `crisis.toml` and its two people."""
    shell = Shell(folder)
    shell.types("crisis init desk")
    shell.cwd = folder / "desk"
    (shell.cwd / "crisis.toml").write_text(blocks((ROOT / "README.md").read_text("utf-8"), "toml")[0].text, "utf-8")
    for person, by in (("tanaka", ""), ("suzuki", " --as tanaka")):
        shell.types(f"crisis person add {person} --name {person} --role drafter --role approver --generate{by}")
    shell.cleared()
    return shell


class Shell:
    """A shell whose whole screen is kept, prompts and all."""

    def __init__(self, cwd: Path) -> None:
        self.cwd, self.screen = cwd, ""

    def types(self, command: str, answers: Mapping[str, str] | None = None) -> None:
        """Type a command; ends this script where it fails."""
        env = environment(self.cwd, TERM="xterm-256color")
        done = type_in(command, self.cwd, env, (answers or {}).items(), colour=True)
        self.screen += f"\x1b[32m$\x1b[0m {command}\n{done.screen}\n"
        if done.code:
            sys.exit(f"{command} ended with {done.code}:\n{done.screen}")

    def cleared(self) -> str:
        """The screen, which is empty afterwards."""
        screen, self.screen = self.screen.rstrip("\n"), ""
        return screen


def drawn(screen: str, name: str, folder: Path) -> Path:
    """A terminal's screen, colours and all, as a picture."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(screen), soft_wrap=True)
    page = folder / "terminal.html"
    page.write_text(console.export_html(theme=THEME, code_format=TERMINAL_PAGE), "utf-8")
    height = 36 + round(15 * 1.45 * (screen.count("\n") + 1))
    return photograph(page, name, (44 + 8 * COLUMNS, height))


def photograph(page: Path, name: str, size: tuple[int, int], *options: str) -> Path:
    """A page as a browser shows it, sharp on a fine screen too."""
    path = OUT / name
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    subprocess.run(
        [browser(), "--headless=new", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1.5", *root, *options,
         f"--user-data-dir={page.parent / 'browser'}", f"--window-size={size[0]},{size[1]}", f"--screenshot={path}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return path


def browser() -> str:
    """The browser that takes the pictures."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or sys.exit(
        "There is no Chromium here. Install one, or name it: CHROMIUM=/path/to/chromium make pictures"
    )


if __name__ == "__main__":
    sys.exit(main())
