"""The vendor's newest Version 1 definition with its Salesforce layout of the same time, as one project of somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint.config import load_config
from wxcc_lint.discover import discover
from wxcc_lint.report import Finding
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Profile
from wxcc_lint.run import check
from wxcc_lint.verdict import Policy

DEFINITION = "callcenter_wxcc/*sfdc-callcenter-definition-file__2024-11-25*.xml"
LAYOUT = "layouts/*salesforce_desktop_0.1.0_v1.1.9__2025-05-05*.json"
LISTED = ("*.force.com", "*.salesforce.com", "*.lightning.force.com", "*.lightning.salesforce.com")
CONNECTOR = "cx-crmconnector.ciscoccservice.com"
CONFIG = """\
environments:
  prod:
    files: [crm/*.xml, layouts/*.json]
    region: us1
    allowlist: csp/prod.txt
"""
PLACEHOLDERS = [("layouts/agents.json", 37), ("layouts/agents.json", 769)]
"""Where the layout still has to get its ANI: for agents, and for supervisors who are agents as well."""
ANI = ("crm/call-center.xml", 'label="Set Out Dial ANI">{}<')

Assembled = Callable[..., list[Finding]]


@pytest.fixture
def assembled(corpus: Path, tmp_path: Path) -> Assembled:
    """Return a function that assembles the project, and checks it in one profile."""

    def run(profile: Profile = "default", *, with_ani: bool = False, listed: tuple[str, ...] = LISTED) -> list[Finding]:
        (definition,), (layout,) = corpus.glob(DEFINITION), corpus.glob(LAYOUT)
        text = definition.read_text("utf-8")
        name, switch = ANI
        assert switch.format("false") in text
        files = {
            ".wxcc-lint.yaml": CONFIG,
            name: text.replace(switch.format("false"), switch.format(str(with_ani).lower())),
            "layouts/agents.json": layout.read_text("utf-8"),
            "csp/prod.txt": "".join(f"{entry}\n" for entry in listed),
        }
        for path, content in files.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(content, encoding="utf-8")
        policy = Policy(load_config(tmp_path / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1), profile=profile)
        result = check(discover([tmp_path], tmp_path), policy, builtin_rules(), tmp_path)
        assert (result.notes, result.complaints) == ([], [])
        return list(result.judgement.report.findings)

    return run


def where(finding: Finding) -> list[tuple[str, int]]:
    return [(one.path, one.line) for one in (finding.location, *(each.location for each in finding.related))]


def test_as_published_only_the_placeholder_is_told(assembled: Assembled) -> None:
    assert [(one.rule, one.severity, where(one)) for one in assembled()] == [
        ("layout/leftover-placeholder", "warning", PLACEHOLDERS)
    ]


def test_with_the_switch_that_needs_it_the_placeholder_is_one_error(assembled: Assembled) -> None:
    (finding,) = assembled(with_ani=True)
    assert (finding.rule, finding.severity) == ("project/leftover-outdial-ani", "error")
    assert where(finding)[0] == PLACEHOLDERS[0]
    assert sorted(where(finding)) == [("crm/call-center.xml", 48), *PLACEHOLDERS]


def test_in_no_profile_is_the_placeholder_told_again(assembled: Assembled) -> None:
    found = [one for one in assembled("pedantic", with_ani=True) if not set(PLACEHOLDERS).isdisjoint(where(one))]
    assert [one.rule for one in found] == ["project/leftover-outdial-ani"]


def test_across_files_the_strict_profile_tells_what_may_be_allowed_from_the_beginning(assembled: Assembled) -> None:
    across = [one for one in assembled("pedantic") if one.rule.startswith(("project/", "allowlist/"))]
    assert [(one.rule, one.severity) for one in across] == [("project/perhaps-unlisted-host", "info")]
    assert CONNECTOR in across[0].message
    with_it = assembled("pedantic", listed=(*LISTED, CONNECTOR))
    assert [one for one in with_it if one.rule.startswith(("project/", "allowlist/"))] == []


def test_what_salesforce_needs_is_told_once_when_it_is_missing(assembled: Assembled) -> None:
    rules = Counter(one.rule for one in assembled(listed=(CONNECTOR,)))
    assert rules == {"layout/leftover-placeholder": 1, "project/missing-salesforce-entry": 1}
