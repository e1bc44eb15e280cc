"""Every format, one truth: what one of them says of a finding, each of them says."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import junitparser
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from tests.reporters.reading import expected, read
from tests.reporters.samples import DRIFT, REPORTS, made_up
from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.report import Gap, Location, Report, Summary
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.diff_findings import as_findings

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
WITH_FINDINGS_ONLY = ("sarif", "junit", "github", "gitlab", "rdjson")
"""The formats that tell changes as findings."""


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("sample", REPORTS)
def test_every_format_tells_the_same_findings(sample, name):
    report = REPORTS[sample]()
    assert len(report.findings) > 5
    assert read(name, REPORTERS[name](report), report.texts) == expected(report, name)


def test_the_samples_have_findings_in_components_apex_layouts_call_centers_and_the_config():
    paths = {Path(one.location.path).name for sample in REPORTS for one in REPORTS[sample]().findings}
    assert {
        "Acme_Maps.cspTrustedSite-meta.xml",
        "sfdcOmniChannel.cls",
        "sydney.json",
        "call-center.xml",
        ".wxcc-lint.yaml",
    } <= paths


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("sample", REPORTS)
def test_the_numbers_of_every_format_are_those_of_the_summary(sample, name):
    report = REPORTS[sample]()
    told = Counter(one.severity for one in read(name, REPORTERS[name](report), report.texts))
    summary = report.summary
    assert (told["error"], told["warning"], told["info"]) == (summary.errors, summary.warnings, summary.infos)


@pytest.mark.parametrize("name", ["full", "concise", "markdown", "html"])
@pytest.mark.parametrize("sample", REPORTS)
def test_people_read_the_numbers_in_the_same_sentence(sample, name):
    report = REPORTS[sample]()
    assert closing_line(report.summary, len(report.gaps)) in REPORTERS[name](report)


@pytest.mark.parametrize("name", REPORTERS)
@pytest.mark.parametrize("sample", REPORTS)
def test_a_report_has_one_text(sample, name):
    report = REPORTS[sample]()
    again = replace(report, rules=dict(reversed(report.rules.items())), texts=dict(reversed(report.texts.items())))
    assert REPORTERS[name](again) == REPORTERS[name](report)


@pytest.mark.parametrize("name", WITH_FINDINGS_ONLY)
def test_every_format_tells_the_same_drift(name):
    report = as_findings(DRIFT)
    assert len(report.findings) == 3
    assert read(name, DIFF_REPORTERS[name](DRIFT), report.texts) == expected(report, name)


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
@pytest.mark.parametrize("sample", REPORTS)
def test_outputs_are_as_their_schemas_say(sample, name):
    validator = Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    for report in (REPORTS[sample](), as_findings(DRIFT)):
        validator.validate(json.loads(REPORTERS[name](report)))


@pytest.mark.parametrize("sample", REPORTS)
def test_gitlab_tells_all_findings_apart(sample):
    prints = [one["fingerprint"] for one in json.loads(REPORTERS["gitlab"](REPORTS[sample]()))]
    assert len(set(prints)) == len(prints)


@pytest.mark.parametrize("sample", [*REPORTS, "drift"])
def test_junit_is_what_its_library_counts(sample, tmp_path):
    report = as_findings(DRIFT) if sample == "drift" else REPORTS[sample]()
    file = tmp_path / "junit.xml"
    file.write_text(REPORTERS["junit"](report), encoding="utf-8")
    suites = junitparser.JUnitXml.fromfile(str(file))
    said = suites.tests, suites.failures, suites.errors, suites.skipped
    suites.update_statistics()
    assert said == (suites.tests, suites.failures, suites.errors, suites.skipped)
    assert (suites.failures, suites.skipped) == (len(report.findings), len(report.gaps))
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names), "servers drop a second test of the same name"


def test_a_comment_fits_however_many_files_there_are():
    """Each file costs more than its findings do: a comment of 65,536 characters must not grow by that."""
    first = made_up().findings[0]
    places = [Location(f"layouts/{'x' * 60}{number:04}.json", 1, 1, 1, 2) for number in range(1000)]
    findings = tuple(replace(first, location=place, message="x", help=None) for place in places)
    gaps = tuple(Gap(f"layout:{number:04}", "x" * 400) for number in range(1000))
    report = Report(findings, Summary(files=1000, warnings=1000), gaps=gaps)
    text = REPORTERS["markdown"](report)
    shown, told = len(read("markdown", text, {})), text.count("\n* <code>layout")
    assert 55_000 < len(text) <= 65_536
    assert shown > 100
    assert told > 20
    assert f"\n\n{2000 - shown - told} more did not fit in here: the other formats have them.\n" in text
    assert text.count("<details>") == text.count("</details>") == shown


def test_a_comment_fits_however_many_documents_differ():
    one = DRIFT.changes[0]
    changes = tuple(replace(one, document=f"layout:{number:04}", words=("x" * 60,)) for number in range(1000))
    gaps = tuple(Uncovered(f"layout:{number:04}", "x" * 400) for number in range(1000))
    text = DIFF_REPORTERS["markdown"](replace(DRIFT, changes=changes, uncovered=gaps))
    shown, told = text.count("\n| changed"), text.count("\n* <code>layout")
    assert 55_000 < len(text) <= 65_536
    assert shown > 100
    assert told > 20
    assert f"\n\n{2000 - shown - told} more did not fit in here: the other formats have them.\n" in text
    assert text.count("<details>") == text.count("</details>") == shown
