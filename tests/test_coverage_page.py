"""docs/coverage.md names rules that exist, and leaves out no section of the article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wxcc_lint.rule_files import builtin_rules

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "coverage.md").read_text("utf-8")
SECTIONS = 26
SEEN = {"files", "in part", "live", "nowhere"}
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`((?:allowlist|callcenter|layout|project|salesforce)/[^`]+)`", TEXT)))
)
def test_each_rule_it_names_is_there(name: str) -> None:
    assert builtin_rules().selection(name)


def test_each_section_has_a_row_that_says_how_it_is_seen() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, SECTIONS + 1))
    assert {seen for _, _, seen, _ in ROWS} == SEEN


@pytest.mark.parametrize(("number", "seen", "rules"), [(number, seen, rules) for number, _, seen, rules in ROWS])
def test_what_stands_in_files_has_a_rule_and_what_does_not_has_a_place_to_look(
    number: str, seen: str, rules: str
) -> None:
    if seen in {"files", "in part"}:
        assert "`" in rules or rules.startswith("as ")
    else:
        below = TEXT.partition("## What only")[2]
        assert re.search(rf"\([^)]*\b{number}\b[^)]*\)", below)
