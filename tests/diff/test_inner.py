"""Of lists and objects that change as a whole, the parts that differ are shown."""

from __future__ import annotations

from typing import Any

import pytest

from wxcc_lint.diff.inner import inner_changes
from wxcc_lint.diff.report import InnerChange


def inner(left: Any, right: Any) -> list[tuple[str, str, Any, Any]]:
    return [(", ".join(one.words), one.kind, one.left, one.right) for one in inner_changes(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([["a", "b"], ["c", "d"]], [["a", "b"], ["c", "x"]], [("entry 2, entry 2", "changed", "d", "x")]),
        (["a"], ["a", "b"], [("entry 2", "added", None, "b")]),
        (["a", "b", "c"], ["a", "b"], [("entry 3", "removed", "c", None)]),
        ([1, "1"], [2, 1], [("entry 1", "changed", 1, 2), ("entry 2", "changed", "1", 1)]),
        ([{"k": [1]}, 2], [{"k": [3]}, 2], [("entry 1, k, entry 1", "changed", 1, 3)]),
        ([1, None], [1, False], [("entry 2", "changed", None, False)]),
        # What follows is told by the whole values.
        ([], ["a"], []),
        (["a"], [], []),
        ("a", ["a"], []),
        ([1, True], [1, 1], []),  # the same to DeepDiff
        (list(range(50)), list(range(100, 150)), []),
    ],
)
def test_parts_are_told_by_their_place(left: Any, right: Any, expected: list[tuple[str, str, Any, Any]]) -> None:
    assert inner(left, right) == expected


def test_a_part_knows_its_words() -> None:
    assert inner_changes([["a"]], [["b"]]) == (InnerChange(("entry 1", "entry 1"), "changed", "a", "b"),)
