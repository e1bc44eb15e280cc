"""The sample projects: two environments in two regions without a finding, and one copy of them for each fault.

What is found in each stands in its `expected.txt`; UPDATE_GOLDEN=1 rewrites these.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint.config import load_config
from wxcc_lint.discover import discover
from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Profile
from wxcc_lint.run import check
from wxcc_lint.verdict import Policy

PROJECTS = Path(__file__).resolve().parents[1] / "fixtures" / "projects"
CLEAN = "two-regions"
FAULTS = {
    "absent-layout": "project/missing-layout",
    "duplicate-internal-name": "project/duplicate-internal-name",
    "leftover-ani": "project/leftover-outdial-ani",
    "uncovered-host": "project/unlisted-host",
    "undeclared-variable": "project/undeclared-variable",
    "wrong-region": "project/mismatched-region",
}


def report(name: str, profile: Profile = "default") -> Report:
    folder = PROJECTS / name
    policy = Policy(load_config(folder / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1), profile=profile)
    result = check(discover([folder], folder), policy, builtin_rules(), folder)
    assert (result.notes, result.complaints) == ([], [])
    return result.judgement.report


def places(finding: Finding) -> list[tuple[str, int]]:
    return [(one.path, one.line) for one in (finding.location, *(each.location for each in finding.related))]


@pytest.mark.parametrize("name", [CLEAN, *(f"{CLEAN}-{fault}" for fault in FAULTS)])
def test_a_project_shows_what_its_expected_file_says(name: str) -> None:
    expected = PROJECTS / name / "expected.txt"
    shown = REPORTERS["concise"](report(name), color=False, width=120)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == expected.read_text("utf-8")


def test_there_is_a_project_for_each_fault() -> None:
    names = {path.name for path in PROJECTS.glob(f"{CLEAN}*")}
    assert names == {CLEAN, *(f"{CLEAN}-{fault}" for fault in FAULTS)}


@pytest.mark.parametrize(("fault", "rule"), FAULTS.items())
def test_one_fault_is_one_finding(fault: str, rule: str) -> None:
    assert [one.rule for one in report(f"{CLEAN}-{fault}").findings] == [rule]


def test_the_clean_project_has_no_finding_across_its_files_in_any_profile() -> None:
    rules = {one.rule for one in report(CLEAN, "pedantic").findings}
    assert {rule for rule in rules if rule.startswith(("project/", "allowlist/"))} == set()


def test_a_wrong_region_is_told_once_with_all_its_places() -> None:
    (finding,) = report(f"{CLEAN}-wrong-region").findings
    assert (finding.severity, finding.environment) == ("error", "sydney")
    assert places(finding)[0] == ("crm/sydney.xml", 5)
    assert sorted(places(finding)[1:]) == [
        (".wxcc-lint.yaml", 11),
        (".wxcc-lint.yaml", 20),
        ("layouts/sydney.json", 63),
    ]


def test_a_variable_that_one_environment_does_not_declare_is_told_once_with_all_its_places() -> None:
    (finding,) = report(f"{CLEAN}-undeclared-variable").findings
    assert finding.environment == "sydney"
    assert places(finding) == [("crm/call-center.xml", 5), ("layouts/sydney.json", 63)]


def test_a_leftover_ani_is_told_once_with_the_switch_that_asks_for_it() -> None:
    (finding,) = report(f"{CLEAN}-leftover-ani").findings
    assert places(finding) == [("layouts/sydney.json", 21), ("crm/call-center.xml", 48)]
