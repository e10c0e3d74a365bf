"""What the stages of page and feed share: a web server over a folder, and a publish_command that copies into it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from crisis.model.ports import Fittings
from crisis.model.settings import Account
from platforms.stage import fittings

FAULTS = ("command-absent", "command-fails", "command-does-nothing", "server-gone", "folder-is-a-file")

COPY = """
import os, shutil, sys
assert not [name for name in os.environ if name.startswith("CRISIS_")]
fault = open("fault").read()
if fault == "command-fails":
    sys.exit("no such bucket")
if fault != "command-does-nothing":
    shutil.copytree("public", "web", dirs_exist_ok=True)
"""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, quietly."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@dataclass
class OutletStage:
    """A desk's `public/`, a command that uploads it, and a web server that shows what was uploaded."""

    fittings: Fittings
    served: Path
    server: ThreadingHTTPServer

    def trouble(self, fault: str) -> None:
        public = self.fittings.public
        (public.parent / "fault").write_text(fault)
        match fault:
            case "command-absent":
                self.fittings = replace(self.fittings, publish_command=("no-such-command",))
            case "server-gone":
                self.server.shutdown()
                self.server.server_close()
            case "folder-is-a-file":
                if public.exists():
                    public.rename(public.with_name("aside"))
                public.write_text("in the way")


@contextmanager
def outlet_stage(folder: Path, account: Account) -> Iterator[tuple[Fittings, Path, ThreadingHTTPServer]]:
    """The fittings, the folder that is on the web, and its server."""
    web = folder / "web"
    web.mkdir()
    (folder / "fault").write_text("")
    handler: Any = partial(Handler, directory=str(web))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        try:
            yield fittings(folder, replace(account, url=url), publish_command=(sys.executable, "-c", COPY)), web, server
        finally:
            server.shutdown()
            thread.join()
