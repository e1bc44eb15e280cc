"""The sample of a Salesforce project with one fault at a time: each is one finding, at the token that is wrong.

The faults are rows of `salesforce_faults.yaml`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from wxcc_lint.config import load_config
from wxcc_lint.discover import discover
from wxcc_lint.documents.salesforce import metadata_type
from wxcc_lint.example_fences import fences
from wxcc_lint.report import Finding, Report
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.run import check
from wxcc_lint.verdict import Policy

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "fixtures" / "projects" / "salesforce"
COMPONENTS = "force-app/main/default"
FAULTS: list[dict[str, Any]] = yaml.safe_load((HERE / "salesforce_faults.yaml").read_text("utf-8"))

WITHOUT_ROW = {
    "project/mixed-recording-regions": "is told where files belong to no environment, and those of the sample belong to one",
}
"""Rules about components that no fault of the sample shows, and why."""


def path_of(name: str) -> str:
    return name.removeprefix("./") if name.startswith("./") else f"{COMPONENTS}/{name}"


def touched(fault: dict[str, Any]) -> str:
    """Return the file that a fault is in, after the change."""
    return next(path_of(fault[verb]) for verb in ("edit", "to", "add", "delete") if verb in fault)


def break_sample(root: Path, fault: dict[str, Any]) -> None:
    """Carry out what a row says, in a copy of the sample."""
    target = root / touched(fault)
    if "edit" in fault:
        text = target.read_text("utf-8")
        assert text.count(fault["old"]) == 1
        target.write_text(text.replace(fault["old"], fault["new"]), encoding="utf-8", newline="")
    elif "delete" in fault:
        target.unlink()
    elif "move" in fault:
        target.parent.mkdir(parents=True, exist_ok=True)
        (root / path_of(fault["move"])).rename(target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(fault["text"], encoding="utf-8", newline="")
    if "also" in fault:
        break_sample(root, fault["also"])


def report(root: Path, profile: Any) -> Report:
    policy = Policy(load_config(root / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1), profile=profile)
    return check(discover([root], root), policy, builtin_rules(), root).judgement.report


def marked(found: Report, finding: Finding) -> str:
    where, text = finding.location, found.texts[finding.location.path]
    return text.text[text.offset(where.line, where.column) : text.offset(where.end_line, where.end_column)]


def same(finding: Finding) -> tuple[str, str, str | None, str]:
    """Return what makes a finding the same as one in the whole sample."""
    return finding.rule, finding.location.path, finding.at, finding.message


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{row['rule']}-{number}" for number, row in enumerate(FAULTS, 1)])
def test_one_fault_is_one_finding_at_its_token(fault: dict[str, Any], tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(SAMPLE, root)
    profile = fault.get("profile", "default")
    before = {same(one) for one in report(root, profile).findings}
    break_sample(root, fault)
    after = report(root, profile)
    new = [one for one in after.findings if same(one) not in before]
    assert [(one.rule, one.location.path, marked(after, one)) for one in new] == [
        (fault["rule"], path_of(fault["at"]) if "at" in fault else touched(fault), fault["marked"])
    ]
    assert before <= {same(one) for one in after.findings}


def about_components() -> Iterator[str]:
    """Yield the rules that look at components: their examples show some."""
    for rule in builtin_rules().values():
        texts = [fence.text for fence in fences(rule.docs) if fence.language in {"xml", "apex"} and fence.file]
        known = [metadata_type(text.encode()) for text in texts]
        others = any(one is not None and one.name != "CallCenter" for one in known)
        if rule.on == "salesforce" or (rule.on == "project" and others):
            yield rule.name


def test_every_rule_about_components_has_a_fault() -> None:
    shown = {row["rule"] for row in FAULTS}
    assert sorted(set(about_components()) - shown) == sorted(WITHOUT_ROW)


def test_rows_name_rules_that_exist() -> None:
    assert {row["rule"] for row in FAULTS} <= set(builtin_rules())
