"""Words by the part that they play in a sentence that tells too much: who, does what, where, with what.

None of them says anything alone; `crisis.guard.tellings` names the parts that do together. A class `-NAME` holds innocent words
around those of NAME.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis.guard.telling_words.business import BUSINESS
from crisis.guard.telling_words.claims import CLAIMS
from crisis.guard.telling_words.excuses import EXCUSES
from crisis.guard.telling_words.machines import MACHINES
from crisis.guard.telling_words.people import PEOPLE
from crisis.guard.telling_words.places import PLACES

TELLING_WORDS: Mapping[str, tuple[str, ...]] = {**PEOPLE, **BUSINESS, **CLAIMS, **PLACES, **MACHINES, **EXCUSES}
