"""Changes in the formats of other tools."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
from lxml import etree
from msgspec.structs import replace

from wxcc_lint import __version__
from wxcc_lint.diff.objects import SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, ReportedChange
from wxcc_lint.report import Location, Related
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.diff_findings import as_findings

LEFT, RIGHT = Location("before/agents.json", 3, 7, 3, 12), Location("after/agents.json", 4, 7, 4, 12)
CHANGED = ReportedChange(
    kind="changed",
    document="layout:Salesforce Agents",
    at="/agent/appTitle",
    words=("agent", "appTitle"),
    left="Acme",
    right="=cmd() Äcme",
    severity="warning",
    rule="drift/setting-changed",
    message="'appTitle' changed from 'Acme' to '=cmd() Äcme'",
    why="Agents see another name.",
    fingerprint="a" * 32,
    left_location=LEFT,
    right_location=RIGHT,
)
ADDED = replace(
    CHANGED, kind="added", left=None, right={"a": 1}, left_location=None, severity="error", fingerprint="b" * 32
)
SAME = replace(CHANGED, origin="both", fingerprint="c" * 32)
GAP = Uncovered("layout:Broken", "after/broken.json is no JSON")
REPORT = DiffReport(SourceInfo("before"), SourceInfo("after"), (CHANGED, ADDED, SAME), (GAP,), DiffSummary())
FORMATS = {
    "sarif": "diff.sarif",
    "junit": "diff-junit.xml",
    "github": "diff-github.txt",
    "gitlab": "diff-gitlab.json",
    "rdjson": "diff-rdjson.json",
    "csv": "diff.csv",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_output(golden, name):
    golden(FORMATS[name], DIFF_REPORTERS[name](REPORT).replace(f'"{__version__}"', '"0.0.0"'))


def test_a_change_points_at_the_declared_line_and_names_the_other_one():
    added, changed = as_findings(REPORT).findings
    assert (changed.location, changed.related) == (LEFT, (Related(RIGHT, "the right side"),))
    assert (added.location, added.related) == (RIGHT, ())


def test_a_change_points_at_the_side_that_can_be_edited_and_names_the_other_one():
    near = Location("after/agents.json", 2, 5, 2, 9)
    gone = replace(CHANGED, kind="removed", right_location=None, near=near)
    changed, removed = (
        as_findings(replace(REPORT, left=SourceInfo("git:main"), changes=(one,))).findings[0] for one in (CHANGED, gone)
    )
    left = (Related(LEFT, "the left side"),)
    assert (changed.location, changed.related) == (RIGHT, left)
    assert (removed.location, removed.related) == (near, left)


@pytest.mark.parametrize("side", ["-", "git:main", "snapshot:org", "release:newest", "retrieved.ZIP"])
def test_what_is_no_file_of_the_disk(side):
    assert not SourceInfo(side).is_on_disk


def test_where_nothing_is_on_the_disk_the_left_side_counts():
    report = replace(
        REPORT, left=SourceInfo("git:v1"), right=SourceInfo("git:v2"), changes=(replace(ADDED, near=LEFT),)
    )
    assert as_findings(report).findings[0].location == RIGHT


def test_what_both_sides_changed_alike_is_no_finding_and_stands_in_the_table():
    assert [one.fingerprint[0] for one in as_findings(REPORT).findings] == ["b", "a"]
    rows = list(csv.DictReader(StringIO(DIFF_REPORTERS["csv"](REPORT).removeprefix("\ufeff"))))
    assert [(row["kind"], row["origin"]) for row in rows] == [
        *(("changed", ""), ("added", ""), ("changed", "both")),
        ("not compared", ""),
    ]


def test_no_value_is_a_formula():
    formula = replace(CHANGED, words=("=1+1",), left="x", right=5, message="-1", document="@x")
    (row,) = csv.DictReader(StringIO(DIFF_REPORTERS["csv"](replace(REPORT, changes=(formula,), uncovered=()))))
    assert (row["what"], row["message"], row["document"], row["right"]) == ("'=1+1", "'-1", "'@x", "5")


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_not_compared_is_told(name):
    assert "after/broken.json is no JSON" in DIFF_REPORTERS[name](replace(REPORT, changes=()))


def test_every_format_has_the_same_changes():
    run = json.loads(DIFF_REPORTERS["sarif"](REPORT))["runs"][0]
    assert [one["partialFingerprints"]["wxccLint/v1"][0] for one in run["results"]] == ["b", "a"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "warning"
    cases = etree.fromstring(DIFF_REPORTERS["junit"](REPORT).encode()).findall(".//testcase[failure]")
    assert [case.get("file") for case in cases] == [RIGHT.path, LEFT.path]
    told = re.findall("^::(\\w+) title=drift/", DIFF_REPORTERS["github"](REPORT), re.MULTILINE)
    assert told == ["error", "warning"]
    assert len(json.loads(DIFF_REPORTERS["gitlab"](REPORT))) == 3
    assert len(json.loads(DIFF_REPORTERS["rdjson"](REPORT))["diagnostics"]) == 3
