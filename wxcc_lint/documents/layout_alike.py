"""Texts of a layout that say the same under the same name, as they do when one widget is in several roles."""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.layout_view import Layout


def member_name(text: LayoutText) -> str:
    """Return the name that a text stands under; of an element of a list that of the list."""
    return next((step for step in reversed(text.at.path) if isinstance(step, str)), "")


def alike(layout: Layout) -> Iterator[tuple[LayoutText, ...]]:
    """Yield the texts of the layout, those of one value under one name together, in the order of the first ones."""
    groups: dict[tuple[str, str], list[LayoutText]] = {}
    for text in layout.texts():
        groups.setdefault((member_name(text), text.value), []).append(text)
    yield from map(tuple, groups.values())
