"""Which tab opens which panel, before a change and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import Tree
from wxcc_lint.documents.nodes import json_node
from wxcc_lint.documents.tab_names import PANEL, partner_of, tab_names


def new_pairing(change: Change) -> str | None:
    """Return in words which panel a moved tab opens now, or which tab opens a moved panel; None where it is as before.

    A partner that is gone or has another name is told by itself.
    """
    if change.left is None or change.right is None:
        return None
    (before, old_index), (after, index) = _list_around(change.left), _list_around(change.right)
    old, new = partner_of(before, old_index), partner_of(after, index)
    if new == old or old not in tab_names(after).values():
        return None
    is_panel = after[index]["comp"] == PANEL
    words = "is now opened by the tab" if is_panel else "now opens the panel of the tab"
    return next((f"{words} '{name}'" for name in new.values()), None)


def _list_around(element: Tree) -> tuple[Sequence[Any], int]:
    """Return the list that an element stands in, and its index; nothing for what stands in none."""
    *above, last = element.place.path
    node = json_node(element.place.document, tuple(above), "")
    held = node.value if node else None
    return (held, last) if isinstance(held, list) and isinstance(last, int) else ((), 0)
