"""docs/coverage.md names rules that exist, and leaves out no section of the article and no rule on what lies around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wxcc_lint.catalog.no_api import unseen
from wxcc_lint.rule_files import builtin_rules

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "coverage.md").read_text("utf-8")
SECTIONS = 26
SEEN = {"files", "in part", "live", "nowhere"}
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]*)\|$", TEXT, re.MULTILINE)
NAMED = set(re.findall(r"`((?:allowlist|callcenter|layout|org|project|salesforce)/[^`]+)`", TEXT))
OF_ORGS = sorted(name for name in builtin_rules() if name.partition("/")[0] in {"org", "project", "salesforce"})


@pytest.mark.parametrize("name", sorted(NAMED))
def test_each_rule_it_names_is_there(name: str) -> None:
    assert builtin_rules().selection(name)


@pytest.mark.parametrize("name", OF_ORGS)
def test_each_rule_on_the_salesforce_side_and_on_orgs_stands_on_it(name: str) -> None:
    assert name in NAMED


def test_each_section_has_a_row_that_says_how_it_is_seen() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, SECTIONS + 1))
    assert {seen for _, _, seen, _ in ROWS} == SEEN


@pytest.mark.parametrize(("number", "seen", "rules"), [(number, seen, rules) for number, _, seen, rules in ROWS])
def test_a_section_has_a_rule_and_what_nothing_tells_is_explained(number: str, seen: str, rules: str) -> None:
    if seen == "nowhere":
        assert f"({number})" in TEXT.partition("## What nothing tells")[2]
    else:
        assert rules.startswith("as ") or bool(NAMED & set(re.findall("`([^`]+)`", rules)))
    assert "`org/" not in rules or seen in {"in part", "live"}
    assert "`org/" in rules or rules.startswith("as ") or seen != "live"


@pytest.mark.parametrize("what", unseen())
def test_what_an_audit_says_no_api_shows_stands_there_too(what: str) -> None:
    assert what.casefold() in TEXT.partition("## What an audit does not see")[2].casefold()
