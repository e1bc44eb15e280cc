"""Texts of a layout that say the same under the same name, as they do when one widget is in several roles."""

from __future__ import annotations

from collections.abc import Sequence

from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.once import once


@once
def alike(layout: Layout) -> Sequence[Sequence[LayoutText]]:
    """Return the texts of the layout, those of one value under one name together, in the order of the first ones."""
    groups: dict[tuple[str, str], list[LayoutText]] = {}
    for text in layout.texts():
        groups.setdefault((text.name, text.value), []).append(text)
    return tuple(groups.values())
