"""Facts and a template make posts that fit. The renderer is given no internal fact, so no template can leak one."""

from __future__ import annotations

from crisis.drafting.compose import compose
from crisis.drafting.ladder import check_template

__all__ = ["check_template", "compose"]
