"""Titles and remarks about rules, in the words of both languages."""

from __future__ import annotations

from lawbook.base.shared import Shared

NOT_SEEN: Shared[str] = "本指南没有见到正式文本中这一点的文字"
DUTIES_TITLE: Shared[str] = "职责与权利清单"
