"""Fixes are carried out whole, without getting in each other's way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.fix import apply_fixes, wanted_fixes
from wxcc_lint.report import Finding, FindingFix, Location, TextEdit

TEXT = "0123456789"


def fix(*edits: tuple[int, int, str], path: str = "a", safe: bool = True) -> FindingFix:
    return FindingFix(safe, "d", tuple(TextEdit(path, start, end, text) for start, end, text in edits))


def finding(its_fix: FindingFix | None) -> Finding:
    return Finding("r/x", "error", "m", Location("a", 1, 1, 1, 2), fix=its_fix)


def applied(*fixes: FindingFix) -> tuple[str, int]:
    changed, count = apply_fixes({"a": TEXT}, fixes)
    return changed.get("a", TEXT), count


@pytest.mark.parametrize(
    ("fixes", "text", "count"),
    [
        ([], TEXT, 0),
        ([fix((2, 4, "x"))], "01x456789", 1),
        ([fix((2, 4, "")), fix((6, 7, "+"))], "0145+789", 2),
        ([fix((6, 7, "+")), fix((2, 4, ""))], "0145+789", 2),
        ([fix((6, 6, "+")), fix((8, 8, "-"))], "012345+67-89", 2),
        (
            [fix((6, 6, "+")), fix((2, 4, ""))],
            "01456789",
            1,
        ),  # what is added may stand there under the name that is mended
        ([fix((2, 5, "x")), fix((4, 6, "y"))], "01x56789", 1),
        ([fix((2, 4, "x")), fix((4, 6, "y"))], "01x456789", 1),  # they touch, so the second waits for the next pass
        ([fix((3, 3, "x")), fix((3, 3, "y"))], "012x3456789", 1),
        ([fix((0, 1, "x"), (9, 10, "y"))], "x12345678y", 1),
        ([fix((4, 5, "z")), fix((0, 1, "x"), (4, 5, "y"))], "0123z56789", 1),  # whole or not at all
        ([fix((2, 5, "x"), (3, 6, "y"))], TEXT, 0),
        ([fix((4, 6, "y"), (2, 4, "x"))], "01xy6789", 1),  # those of one fix may touch, in any order
        ([fix((2, 5, ""), (5, 5, "+"))], "01+56789", 1),
        ([fix((3, 3, "x"), (3, 3, "y"), (3, 4, "z"))], "012xyz456789", 1),
        ([fix()], TEXT, 0),
    ],
)
def test_what_does_not_meet_is_carried_out(fixes: list[FindingFix], text: str, count: int) -> None:
    assert applied(*fixes) == (text, count)


def test_a_fix_across_files_changes_both_or_none() -> None:
    across = FindingFix(True, "d", (TextEdit("a", 0, 1, "x"), TextEdit("b", 0, 1, "y")))
    assert apply_fixes({"a": "1", "b": "2", "c": "3"}, [across]) == ({"a": "x", "b": "y"}, 1)
    assert apply_fixes({"a": "1", "b": "2"}, [fix((0, 1, "z"), path="b"), across]) == ({"b": "z"}, 1)


def test_what_is_added_waits_for_any_fix_that_mends_its_file() -> None:
    in_both = [fix((0, 1, "x")), fix((0, 1, "y"), path="b"), fix((2, 2, "+"))]
    assert apply_fixes({"a": "123", "b": "2"}, in_both) == ({"a": "x23", "b": "y"}, 2)


def test_only_wanted_fixes_are_taken() -> None:
    safe, unsafe, elsewhere = fix((0, 1, "")), fix((1, 2, ""), safe=False), fix((0, 1, ""), path="other")
    findings = [finding(one) for one in (safe, unsafe, elsewhere, None)]
    assert wanted_fixes(findings, ["a"], unsafe=False) == [safe]
    assert wanted_fixes(findings, ["a"], unsafe=True) == [safe, unsafe]
    assert wanted_fixes(findings, ["a", "other"], unsafe=False) == [safe, elsewhere]


edits = st.tuples(st.integers(0, 10), st.integers(0, 10), st.text("xy", max_size=2)).map(
    lambda one: (min(one[:2]), max(one[:2]), one[2])
)


@given(st.lists(st.lists(edits, min_size=1, max_size=2), max_size=5))
@settings(deadline=None)
def test_what_no_taken_edit_covers_stays(lists: list[list[tuple[int, int, str]]]) -> None:
    fixes = [fix(*one) for one in lists]
    text, count = applied(*fixes)
    touched = {at for one in lists for start, end, _ in one for at in range(start, end)}
    kept = [character for at, character in enumerate(TEXT) if at not in touched]
    remains = [character for character in text if character in TEXT]
    assert [character for character in remains if character in kept] == kept
    assert count <= len(fixes)
