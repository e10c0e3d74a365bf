"""The platforms that an account may name."""

from __future__ import annotations

from pathlib import Path

from crisis.catalogue.checks import At, guess, wrong

PLATFORMS = ("x", "mastodon", "bluesky", "page", "feed", "cap", "hand")


def check_platform(platform: str, known: tuple[str, ...], at: At) -> None:
    """A platform that no channel serves would be an account that silently never speaks."""
    if platform in known:
        return
    meant = guess(platform, known)
    if meant:
        raise wrong(
            at, '{place}: "{value}" is not a known platform; did you mean "{meant}"?', value=platform, meant=meant
        )
    raise wrong(
        at,
        '{place}: "{value}" is not a known platform; write one of {known}, or "hand" to post by hand.',
        value=platform,
        known=", ".join(known),
    )


def platforms() -> tuple[str, ...]:
    """The platforms by name, and every channel that ships: its file is its name. Listed, never imported."""
    found = Path(__file__).parents[1] / "channels"
    files = (path.stem for path in sorted(found.glob("[!_]*")) if path.is_dir() or path.suffix == ".py")
    return tuple(dict.fromkeys((*PLATFORMS, *files)))
