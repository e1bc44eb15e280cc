"""What differs inside a value that changed as a whole, such as the cells of a grid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

from wxcc_lint.diff.report import InnerChange

_MOST: Final = 12
"""Beyond this many the whole values tell more than the parts."""


def inner_changes(left: Any, right: Any) -> tuple[InnerChange, ...]:
    """Return the parts of two unequal lists or objects that differ, by DeepDiff; nothing where the values tell more.

    Trees decide what is equal, and DeepDiff what to show of it: to it true is 1, so it may find nothing.
    """
    if not (isinstance(left, dict | list) and isinstance(right, dict | list)) or not (left and right):
        return ()
    from deepdiff import DeepDiff

    found = DeepDiff(left, right, view="tree", ignore_numeric_type_changes=True, threshold_to_diff_deeper=0)
    parts = sorted((part for levels in found.values() for part in map(_part, levels)), key=lambda one: one[0])
    if not 0 < len(parts) <= _MOST or any(not path for path, _ in parts):
        return ()
    return tuple(part for _, part in parts)


def _part(level: Any) -> tuple[list[tuple[bool, Any]], InnerChange]:
    path = level.path(output_format="list")
    absent = type(level.t1).__name__ == "NotPresent", type(level.t2).__name__ == "NotPresent"
    kind: Literal["added", "removed", "changed"] = "added" if absent[0] else "removed" if absent[1] else "changed"
    left, right = (None if gone else side for gone, side in zip(absent, (level.t1, level.t2), strict=True))
    order = [(isinstance(step, str), step) for step in path]
    return order, InnerChange(tuple(_words(path)), kind, left, right)


def _words(path: list[Any]) -> Iterator[str]:
    yield from (step if isinstance(step, str) else f"entry {step + 1}" for step in path)
