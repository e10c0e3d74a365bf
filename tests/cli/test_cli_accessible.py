"""Every page that this program writes, put through axe-core in a browser on a telephone's width, light and dark: WCAG 2.2 A and AA and
its best practices, with nothing of the text left undecided."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from absence import absent
from cli_kit import Office, in_words, now
from npm_peers import installed

CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""Lets no script in, axe's neither."""

HARNESS = """<!doctype html><title>axe</title>
<script type="application/json" id="pages">%s</script><script type="application/json" id="axe">%s</script>
<body><script>
const given = id => JSON.parse(document.getElementById(id).textContent);
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
async function looked(page) {
  const frame = document.createElement("iframe");
  frame.style = "width: 400px; height: 800px";
  await new Promise(done => { frame.onload = done; frame.srcdoc = page; document.body.append(frame); });
  const script = frame.contentDocument.createElement("script");
  script.textContent = given("axe");
  frame.contentDocument.head.append(script);
  const found = await frame.contentWindow.axe.run(frame.contentDocument, {runOnly: rules});
  frame.remove();
  const told = rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 200))];
  // Of a lone ornament that is hidden from screen readers axe cannot say whether it is text, nor in a picture what lies behind it.
  const text = rule => [rule.id, told(rule)[1].filter(node => !/^<(span aria-hidden="true"|text |tspan )/.test(node))];
  const undecided = found.incomplete.map(text).filter(([, nodes]) => nodes.length);
  return {violations: found.violations.map(told), undecided, passes: found.passes.length};
}
(async () => {
  const pages = [];
  for (const page of given("pages")) pages.push(await looked(page));
  document.title = JSON.stringify({dark: matchMedia("(prefers-color-scheme: dark)").matches, pages});
})();
</script>"""


def written(office: Office, folder: Path) -> list[Path]:
    """A desk in an earthquake, with a post and its correction out, and every page that it can write."""
    later = in_words(now() + timedelta(hours=1))
    office.json("incident", "open", "earthquake", "--as", "drafter")
    office.cleared()
    answers = [f"--answer={each}" for each in ("reply_path=メール", "reason=地震", f"next_update={later}")]
    told = office.json("say", "safety-check", "--as", "drafter", "--role", "HR", *answers)["notices"][0]
    office.json("clear", told["notice"], "--as", "approver", "--yes")
    office.json("daemon", "--once")
    for language in ("ja", "en"):
        end = ("--lang", language)
        office.run("runbook", "print", "--out", folder / f"book.{language}.html", *end).exits(0)
        office.run("account", "list", "--html", folder / f"accounts.{language}.html", *end).exits(0)
        office.run("ledger", "report", "--out", folder / f"report.{language}.html", *end).exits(0)
        office.run("rehearse", "cards", "--out", folder / f"cards.{language}.html", *end).exits(0)
    office.run("rehearse", "play", "fire", "--seed", "1", "--out", folder / "rehearsed").exits(0)
    office.run("kit", "--out", folder / "kit").exits(0)
    public = office.folder / "public"
    posts = sorted((public / "posts").glob("*.html"))[:2]
    return [*sorted(public.glob("*.html")), *posts, *sorted(folder.rglob("*.html"))]


def audited(pages: Sequence[Path], work: Path, *, dark: bool) -> dict[str, Any]:
    """What axe says of each page, in one start of the browser."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        absent("no Chromium is installed")
    axe = (installed() / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    texts = [CSP.sub("", page.read_text("utf-8")) for page in pages]
    within = (json.dumps(value).replace("</", "<\\/").replace("<!--", "<\\u0021--") for value in (texts, axe))
    harness = work / f"axe-{dark}.html"
    harness.write_text(HARNESS % tuple(within), "utf-8")
    command = [str(browser), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={work / 'profile'}"]
    command += [
        "--virtual-time-budget=120000",
        *(["--blink-settings=preferredColorScheme=0"] if dark else []),
        "--dump-dom",
    ]
    ran = subprocess.run([*command, str(harness)], check=True, capture_output=True, text=True, timeout=300)
    title = re.search(r"<title>(\{.*?)</title>", ran.stdout, re.DOTALL)
    assert title, ran.stdout[:500] + ran.stderr[-500:]
    found: dict[str, Any] = json.loads(html.unescape(title[1]))
    return found


@pytest.mark.peer
def test_every_page_passes_axe_in_light_and_in_the_dark(office: Office, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    pages = written(office, tmp_path / "pages")
    for dark in (False, True):
        found = audited(pages, tmp_path, dark=dark)
        assert found["dark"] is dark
        assert len(found["pages"]) == len(pages)
        wrong = {
            f"{page.name}: {rule}": nodes
            for page, seen in zip(pages, found["pages"], strict=True)
            for rule, nodes in (*seen["violations"], *seen["undecided"])
        }
        assert wrong == {}
        assert min(seen["passes"] for seen in found["pages"]) > 10
