"""The console script. What a person wants at once is answered before anything else is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        from crisis import __version__

        sys.stdout.write(f"crisis {__version__}\n")
        return
    from crisis.cli.app import run

    run()


if __name__ == "__main__":
    main()
