"""Texts that the Desktop translates, `$I18N.common.homePageLabel`: where they may stand, and what was meant for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.once import once
from wxcc_lint.remember import remembered

_MARKER: Final = "$I18N."
_LOOKED_UP: Final = frozenset({"textContent", "title", "label"})
_KEY: Final = r"[\w-]+(?:\.[\w-]+)*"
_LIKE_A_KEY: Final = re.compile(rf"\s*+(?:[${{]++\s*+)?i18n\s*+[.:/]\s*+({_KEY})\s*+(?:\}}++\s*+)?", re.IGNORECASE)


@once
def translatable_texts(layout: Layout) -> Sequence[LayoutText]:
    """Return the texts that the Desktop looks up: what a component shows, titles around widgets, labels of navigation."""
    return tuple(text for text in layout.texts() if text.name in _LOOKED_UP and _is_looked_up(text))


def _is_looked_up(text: LayoutText) -> bool:
    if text.component is None:
        return text.inside[-2:] == ("nav", "label")
    return text.inside in {("textContent",), ("wrapper", "title")}


@remembered
def translation_key(text: str) -> str | None:
    """Return the key that a text is, without the marker; None where it is none, or not written as one."""
    return text.removeprefix(_MARKER) if re.fullmatch(re.escape(_MARKER) + _KEY, text) else None


@remembered
def translation_meant(text: str) -> str | None:
    """Return how to write a text that is a key but for the way it begins or ends: `$I18n.x`, `I18N.x`, `${I18N.x}`."""
    match = _LIKE_A_KEY.fullmatch(text)
    return f"{_MARKER}{match[1]}" if match and translation_key(text) is None else None
