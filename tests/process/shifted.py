"""A process whose wall clock somebody sets: a small library in front of the C library's, built where a compiler is."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from absence import absent

SOURCE = Path(__file__).with_name("clock_preload.c")


@dataclass(frozen=True)
class Shifted:
    """A clock that can be set, and the environment of processes that go by it."""

    file: Path
    library: Path

    @property
    def environment(self) -> dict[str, str]:
        return {"LD_PRELOAD": str(self.library), "CRISIS_TEST_CLOCK": str(self.file)}

    def set(self, seconds: int) -> None:
        """So many seconds off the true time from now on."""
        beside = self.file.with_suffix(".new")
        beside.write_text(str(seconds), "ascii")
        beside.replace(self.file)


def shifted(folder: Path) -> Shifted:
    """Such a clock, which is right at first. Skips where there is no C compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        absent("setting a process's clock needs a C compiler")
    made = Shifted(folder / "clock", folder / "clock.so")
    command = [str(compiler), "-shared", "-fPIC", "-O2", "-o", str(made.library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    made.set(0)
    return made
