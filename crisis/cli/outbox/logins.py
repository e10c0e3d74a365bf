"""`account login`: a person allows the app at the platform, once."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from crisis.cli import output
from crisis.cli.options import As, DeskDir, Json, ask, command, open_desk
from crisis.cli.words import _, say

REDIRECT = "http://127.0.0.1/crisis"
"""Nobody serves it: the browser ends there, and its address line has what is needed."""


def register(group: typer.Typer) -> None:
    """Add the command."""
    command(group, "login", _("Example: crisis account login x-main"))(login)


def login(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help=_("The account's id in crisis.toml."))],
    redirect: Annotated[
        str, typer.Option("--redirect", metavar="URL", help=_("The callback URL of the app, as the platform knows it."))
    ] = REDIRECT,
    person: As = None,
    desk_dir: DeskDir = None,
    as_json: Json = False,
) -> None:
    """Log an account in (X, OAuth 2.0). What comes of it is kept, and renewed by itself."""
    from crisis.wiring import logins

    door = logins.Door(open_desk(desk_dir), account, os.environ)
    known = door.kept.get(logins.CLIENT)
    client = known or ask(_("Client ID of the app"))
    secret = door.kept.get(logins.SECRET) if known else _secret()
    begun = door.begin(client, secret, redirect)
    output.line(_("Open this address as the account, and allow it:"), err=True)
    output.line(begun.url, err=as_json)
    output.line(_("The browser then ends at a page that it cannot show. Copy its whole address."), err=True)
    name = door.finish(begun, ask(_("That address")), by=person)
    if as_json:
        output.emit({"account": account, "handle": f"@{name}"})
    else:
        output.line(say("{account} is logged in as @{name}.", account=account, name=name))


def _secret() -> str | None:
    return ask(_("Client secret (empty for a public app)"), hide_input=True, default="", show_default=False) or None
