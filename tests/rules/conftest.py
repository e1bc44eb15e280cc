"""Check a text with the built-in rules, and carry out the fixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import Environment, default_config
from wxcc_lint.documents.load import load
from wxcc_lint.engine import Engine
from wxcc_lint.report import Finding
from wxcc_lint.rules import Profile, builtin_rules
from wxcc_lint.spans import Text
from wxcc_lint.verdict import Policy, judge, plan


@dataclass(frozen=True)
class Found:
    """A finding, the text under its span, and the checked text with its fix carried out (or as it was)."""

    finding: Finding
    under: str
    mended: str

    @property
    def seen(self) -> tuple[str, str]:
        """The rule's name and the text under the span."""
        return self.finding.rule, self.under


Check = Callable[..., list[Found]]


def _found(text: str, finding: Finding) -> Found:
    location = finding.location
    source = Text(text)
    start = source.offset(location.line, location.column)
    end = source.offset(location.end_line, location.end_column)
    edits = sorted(finding.fix.edits, key=lambda edit: edit.start, reverse=True) if finding.fix else []
    mended = text
    for edit in edits:
        mended = mended[: edit.start] + edit.text + mended[edit.end :]
    return Found(finding, text[start:end], mended)


@pytest.fixture
def findings(tmp_path: Path) -> Check:
    """Return a function that checks one text and returns what would be shown, in the order of the file."""

    def check(
        text: str,
        name: str = "callcenter.xml",
        profile: Profile = "default",
        environments: Sequence[Environment] = (),
    ) -> list[Found]:
        document = load(name, text.encode())
        assert document is not None, "the text is neither a call center nor a layout"
        rules = builtin_rules()
        policy = Policy(default_config(tmp_path), date(2026, 1, 1), profile=profile)
        the_plan = plan(rules, policy)
        engine = Engine(the_plan.rules)
        engine.examine(document, environments)
        report = judge(engine.outcome.detected, [document], the_plan, policy, rules, cwd=tmp_path).report
        return [_found(text, finding) for finding in report.findings]

    return check


@pytest.fixture(params=["published", "rendered"])
def newest(request: pytest.FixtureRequest) -> str:
    """The newest Version 1 file: as the vendor publishes it, and as the catalogue has it."""
    if request.param == "rendered":
        return render_import(vocabulary().releases[-1])
    (path,) = request.getfixturevalue("corpus").glob("callcenter_wxcc/*2024-11-25*")
    text: str = path.read_bytes().decode()
    return text
