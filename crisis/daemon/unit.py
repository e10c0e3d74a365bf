"""The systemd unit that keeps the daemon at work, with no more rights than sending takes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

HOMES: Final = tuple(Path("/") / name for name in ("home", "root", "run/user"))
TEMPORARY: Final = tuple(map(Path, ("/tmp", "/var/tmp")))  # noqa: S108 - a desk to try out may lie there

CREDENTIALS: Final = "/etc/crisis/credentials"
"""Where the unit looks for credentials, one `NAME=value` a line; read by root before the daemon begins."""

UNIT: Final = """\
[Unit]
Description=Crisis desk: sends what is due
Wants=network-online.target
After=network-online.target time-sync.target
# However often it fails, it is started anew.
StartLimitIntervalSec=0

[Service]
Type=notify
ExecStart={command}
ExecReload=/bin/kill -HUP $MAINPID
Environment={desk} CRISIS_LANG={language}
EnvironmentFile=-{credentials}
User={user}
UMask=0077
Restart=always
RestartSec=2
# Silence for so long: it hangs, and is ended and started anew.
WatchdogSec=60
TimeoutStartSec=180
# It drains within ten seconds.
TimeoutStopSec=15
OOMScoreAdjust=-500

# It writes to the desk alone. With a publish_command that writes elsewhere, add that place.
ProtectSystem=strict
ReadWritePaths={folder}
ProtectHome={home}
PrivateTmp={tmp}
PrivateDevices=true
ProtectProc=invisible
ProtectClock=true
ProtectHostname=true
ProtectControlGroups=true
ProtectKernelLogs=true
ProtectKernelModules=true
ProtectKernelTunables=true
NoNewPrivileges=true
CapabilityBoundingSet=
LockPersonality=true
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=true
RestrictRealtime=true
RestrictSUIDSGID=true
RemoveIPC=true
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
# No secret in a dump of the memory.
LimitCORE=0

[Install]
WantedBy=multi-user.target
"""


def unit(folder: Path, command: Sequence[str], user: str, language: str) -> str:
    """The unit file of a desk; `folder` and the command's first word are absolute."""
    places = (folder, Path(command[0]))
    return UNIT.format(
        command=" ".join(map(_quoted, (*command, "daemon"))),
        desk=_quoted(f"CRISIS_DESK={folder}"),
        folder=_quoted(str(folder)),
        home="read-only" if _within(places, HOMES) else "true",
        tmp="false" if _within(places, TEMPORARY) else "true",
        credentials=CREDENTIALS,
        user=user,
        language=language,
    )


def _within(places: Sequence[Path], folders: Sequence[Path]) -> bool:
    return any(place.is_relative_to(each) for place in places for each in folders)


def _quoted(word: str) -> str:
    """A word as unit files have it: `%` and `$` stand for themselves, blanks do not end it (systemd.syntax(7))."""
    plain = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$")
    return f'"{plain}"' if any(c in plain for c in " \t'") else plain
