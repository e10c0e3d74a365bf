"""Whether a notice says that it is of an exercise: then nothing of it is so."""

from __future__ import annotations

from crisis.model.notice import Notice
from crisis.text.folding import folded
from crisis.text.late import late

# A drill that will be held is news like any other; these say that this notice is part of one.
_EXERCISE = late(
    r"[【\[(<（]\s*(?:[^】\])>）]{0,6})?(?:訓練|演習|exercise|drill|test)(?:[^】\])>）]{0,6})?[】\])>）]|これは訓練|これは演習|訓練です|との想定|と想定し|"
    r"\b(?:this is (?:a|an|only a) (?:drill|exercise|test)|exercise exercise|"
    r"\(simulated\)|for exercise|drill only)\b|\bexercise[ ,:;-]+exercise\b"
)


def of_exercise(notice: Notice) -> bool:
    """Whether the title or the text of a notice says so."""
    return _EXERCISE().search(folded(f"{notice.title}\n{notice.text}")) is not None
