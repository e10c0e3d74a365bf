"""The broadcaster: APScheduler is only the alarm clock that asks for the desk's next pass; all state stands in the database."""

from crisis.daemon.passing import full_pass
from crisis.daemon.watching import EVERY_SECONDS
from crisis.daemon.working import keep_on

__all__ = ["EVERY_SECONDS", "full_pass", "keep_on"]
