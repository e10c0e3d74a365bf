"""The guard: reads the exact text that would go out and says what must not leave, and what is lame."""

from crisis.guard.context import GuardContext, Sibling
from crisis.guard.inspection import inspect
from crisis.guard.lexicon import Lexicon
from crisis.guard.protected import ProtectedTerms
from crisis.model.link import LinkStatus

__all__ = ["GuardContext", "Lexicon", "LinkStatus", "ProtectedTerms", "Sibling", "inspect"]
