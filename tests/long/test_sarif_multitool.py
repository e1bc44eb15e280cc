"""What the makers of SARIF say of ours: their validator is installed by npm once, into pytest's cache."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.reporters.hostile_texts import hostile_changes, hostile_report
from tests.reporters.samples import DRIFT, REPORTS
from wxcc_lint import DOCS_URL
from wxcc_lint.report import Report
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS

PACKAGES = {"@microsoft/sarif-multitool": "^5.7.0"}
PROGRAM = "require('@microsoft/sarif-multitool')"
"""The path of the program for this system; the script beside it would have a shell read its arguments."""
WITHOUT_SITE = set() if DOCS_URL else {("SARIF2005", "warning")}
"""What is told of a tool that names no web page of its own."""

pytestmark = pytest.mark.long

LOGS: dict[str, Callable[[], str]] = {
    **{name: (lambda make=make: REPORTERS["sarif"](make())) for name, make in REPORTS.items()},
    "clean": lambda: REPORTERS["sarif"](Report(())),
    "hostile": lambda: REPORTERS["sarif"](hostile_report()),
    "drift": lambda: DIFF_REPORTERS["sarif"](DRIFT),
    "hostile changes": lambda: DIFF_REPORTERS["sarif"](hostile_changes()),
}

BREAKAGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a blank in an address": lambda run: _place(run)["artifactLocation"].update(uri="a b.xml"),
    "an end before the beginning": lambda run: _place(run)["region"].update(startLine=9, endLine=1),
    "a rule that is not there": lambda run: run["results"][0].update(ruleIndex=999),
    "a finding without a message": lambda run: run["results"][0].update(message={}),
}


def _place(run: dict[str, Any]) -> dict[str, Any]:
    place: dict[str, Any] = run["results"][0]["locations"][0]["physicalLocation"]
    return place


def _broken(name: str) -> str:
    log = json.loads(LOGS["made up"]())
    BREAKAGES[name](log["runs"][0])
    return json.dumps(log)


@pytest.fixture(scope="module")
def program(npm_packages: Callable[[str, Mapping[str, str]], Path]) -> str:
    folder = npm_packages("sarif-multitool", PACKAGES)
    return subprocess.run(
        ["node", "-p", PROGRAM], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.fixture(scope="module")
def complaints(program: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[tuple[str, str]]]:
    """Check and level of what the validator tells of each log, all of them given to it at once."""
    work = tmp_path_factory.mktemp("sarif")
    logs = {**{name: make() for name, make in LOGS.items()}, **{name: _broken(name) for name in BREAKAGES}}
    for number, log in enumerate(logs.values()):
        (work / f"{number}.sarif").write_text(log, encoding="utf-8")
    told = work / "told"
    options = ("--level", "Error;Warning;Note", "--rule-kind", "Sarif;Ghas", "--output", told)
    subprocess.run([program, "validate", "*.sarif", *options], cwd=work, capture_output=True, check=False, timeout=200)
    (run,) = json.loads(told.read_text("utf-8-sig"))["runs"]
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in logs}
    for one in run["results"]:
        file = Path(one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        found[list(logs)[int(file.stem)]].add((one["ruleId"], one.get("level", "warning")))
    return found


@pytest.mark.parametrize("name", LOGS)
def test_the_validator_finds_no_fault(name: str, complaints: Mapping[str, set[tuple[str, str]]]) -> None:
    assert complaints[name], "it has hints for every log that it could read"
    assert {(check, level) for check, level in complaints[name] if level != "note"} == WITHOUT_SITE


@pytest.mark.parametrize("name", BREAKAGES)
def test_the_validator_sees_a_fault(name: str, complaints: Mapping[str, set[tuple[str, str]]]) -> None:
    assert "error" in {level for _, level in complaints[name]}
