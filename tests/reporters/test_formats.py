"""The formats of other tools: whole outputs, and what each format is known to trip over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from msgspec.structs import replace

from wxcc_lint import __version__
from wxcc_lint.report import Finding, FindingFix, Gap, Location, Report, RuleDocs, Summary, TextEdit
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.spans import Text

ROOT = Path(__file__).resolve().parents[2]
FORMATS = {
    "sarif": "report.sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
    "csv": "report.csv",
    "markdown": "markdown.md",
}
"""The formats, and the file that holds a whole output of each."""
JSON_FORMATS = ("sarif", "gitlab", "rdjson")
TEXT = Text('{\n  "名": "é", "comp": "agentx-wc-ifram", "script": "x"\n}\n')
DOCS = RuleDocs(
    "A component nobody knows.",
    "The desktop shows nothing in its place.",
    "warning",
    "A component nobody knows.\n\n"
    "The desktop shows nothing in its place.\n\n"
    "```json bad at='\"x\"'\n{}\n```\n\n```json good side=right\n{}\n```\n\n```sh\ntrue\n```\n",
)


def edit(old: str, new: str, path: str = "layouts/mañana 1.json") -> TextEdit:
    start = TEXT.text.index(old)
    return TextEdit(path, start, start + len(old), new)


@pytest.fixture
def full_report(mixed_report: Report) -> Report:
    """The mixed report, one more finding whose text is known, a clean file, and something that was not read."""
    edits = (edit("ifram", "iframe"), edit('"x"', '"y"'))
    known = Finding(
        "layout/unknown-component",
        "warning",
        "'agentx-wc-ifram' is no component",
        Location("layouts/mañana 1.json", 2, 21, 2, 38),
        at="/名",
        fingerprint="d" * 32,
        fix=FindingFix(safe=False, description="write 'agentx-wc-iframe'", edits=edits),
    )
    findings = (*mixed_report.findings[:1], known, *mixed_report.findings[1:])
    return Report(
        findings,
        replace(mixed_report.summary, warnings=2, fixable=2),
        {"layouts/mañana 1.json": TEXT},
        {"layout/unknown-component": DOCS},
        ("crm/callcenter.xml", "crm/clean.xml", "layouts/mañana 1.json", "layouts/プロド.json"),
        (Gap("layout:Broken", "it is no JSON"),),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_the_whole_output(golden, full_report, name):
    golden(FORMATS[name], REPORTERS[name](full_report).replace(f'"{__version__}"', '"0.0.0"'))


@pytest.mark.parametrize("name", FORMATS)
def test_colour_and_width_do_not_matter(full_report, name):
    assert REPORTERS[name](full_report, color=True, width=10) == REPORTERS[name](full_report)


@pytest.mark.parametrize("name", REPORTERS)
def test_what_was_left_out_does_not_read_as_clean(name):
    text = REPORTERS[name](Report((), Summary(), gaps=(Gap("layout:Broken", "it is no JSON"),)))
    assert "it is no JSON" in text


@pytest.mark.parametrize(
    ("gap", "levels"),
    [
        (Gap("x", "y", lasting=True), ("notice", "note", "info", "INFO")),
        (Gap("x", "y"), ("warning", "warning", "major", "WARNING")),
        (Gap("x", "y", 4), ("error", "error", "critical", "ERROR")),
    ],
)
def test_what_was_left_out_is_as_grave_as_what_can_be_done_about_it(gap, levels):
    report = Report((), Summary(files=1), gaps=(gap,))
    told = {name: REPORTERS[name](report) for name in REPORTERS}
    assert told["github"].startswith(f"::{levels[0]} ")
    (invocation,) = sarif_run(report)["invocations"]
    assert invocation["toolExecutionNotifications"][0]["level"] == levels[1]
    assert json.loads(told["gitlab"])[0]["severity"] == levels[2]
    assert json.loads(told["rdjson"])["diagnostics"][0]["severity"] == levels[3]
    assert told["concise"].endswith("in 1 file.\n" if gap.lasting else "in 1 file (1 left out).\n")


def test_which_orgs_these_are_stands_where_a_format_has_room_for_it(full_report):
    report = replace(full_report, header=("Webex: Acme [x](y) (eu1)", "read: today"))
    told = {name: REPORTERS[name](report) for name in REPORTERS}
    assert told["concise"].startswith("Webex: Acme [x](y) (eu1)\nread: today\ncrm/callcenter.xml:")
    assert told["github"].splitlines()[1] == "::notice title=wxcc-lint::read: today"
    assert sarif_run(report)["properties"] == {"orgs": [*report.header]}
    root = etree.fromstring(told["junit"].encode())
    orgs, *_ = root
    held = [(one.get("name"), one.get("value")) for one in orgs.iter("property")]
    assert held == [("Webex", "Acme [x](y) (eu1)"), ("read", "today")]
    assert root.get("tests") == etree.fromstring(REPORTERS["junit"](full_report).encode()).get("tests")


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
def test_outputs_are_as_their_schemas_say(full_report, name):
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    for report in (full_report, Report(())):
        Draft202012Validator(schema).validate(json.loads(REPORTERS[name](report)))


def test_gitlab_gets_another_fingerprint_for_every_finding(full_report):
    prints = [one["fingerprint"] for one in json.loads(REPORTERS["gitlab"](full_report))]
    assert len(set(prints)) == len(prints) == 5


def sarif_run(report: Report) -> dict:
    return json.loads(REPORTERS["sarif"](report))["runs"][0]


def test_sarif_counts_columns_as_we_do_and_names_no_folder_of_this_machine(full_report):
    run = sarif_run(full_report)
    assert run["columnKind"] == "unicodeCodePoints"
    assert list(run["originalUriBaseIds"]) == ["%SRCROOT%"]
    assert "uri" not in run["originalUriBaseIds"]["%SRCROOT%"]


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("crm/a b#1?.xml", {"uri": "crm/a%20b%231%3F.xml", "uriBaseId": "%SRCROOT%"}),
        ("a:b.json", {"uri": "a%3Ab.json", "uriBaseId": "%SRCROOT%"}),
        ("100%0A.json", {"uri": "100%250A.json", "uriBaseId": "%SRCROOT%"}),
        ("プ.json", {"uri": "%E3%83%97.json", "uriBaseId": "%SRCROOT%"}),
        ("../other/x.xml", {"uri": "../other/x.xml", "uriBaseId": "%SRCROOT%"}),
        ("/srv/x y.xml", {"uri": "file:///srv/x%20y.xml"}),
        ("D:/crm/x.xml", {"uri": "file:///D%3A/crm/x.xml"}),
    ],
)
def test_sarif_addresses(mixed_report, path, artifact):
    first = mixed_report.findings[0]
    run = sarif_run(Report((replace(first, location=replace(first.location, path=path)),)))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


@pytest.mark.parametrize(("code", "level"), [(0, "warning"), (3, "error"), (4, "error")])
def test_sarif_says_that_a_run_failed_which_could_not_look_at_what_it_was_asked_for(code, level):
    (told,) = sarif_run(Report((), gaps=(Gap("crn", "gone", code),)))["invocations"]
    notes = [{"level": level, "message": {"text": "crn was left out: gone"}}]
    assert told == {"executionSuccessful": code == 0, "toolExecutionNotifications": notes}


def test_sarif_carries_the_docs_of_rules_for_reading(full_report):
    rules = {rule["id"]: rule for rule in sarif_run(full_report)["tool"]["driver"]["rules"]}
    assert list(rules) == [*dict.fromkeys(one.rule for one in full_report.findings)]
    told = rules["layout/unknown-component"]
    assert told["shortDescription"]["text"] == DOCS.title
    assert told["fullDescription"]["text"] == DOCS.why
    assert (
        "\n\nFlagged:\n\n```json\n{}\n```\n\nFine (right):\n\n```json\n{}\n```\n\n```sh\n" in told["help"]["markdown"]
    )


def test_sarif_fixes_replace_what_the_edits_replace(full_report):
    change = sarif_run(full_report)["results"][1]["fixes"][0]["artifactChanges"][0]
    assert [one["insertedContent"]["text"] for one in change["replacements"]] == ["iframe", '"y"']
    for one, old in zip(change["replacements"], ["ifram", '"x"'], strict=True):
        region = one["deletedRegion"]
        start = TEXT.offset(region["startLine"], region["startColumn"])
        assert TEXT.text[start : TEXT.offset(region["endLine"], region["endColumn"])] == old


def test_sarif_counts_characters_where_the_text_is_not_known(full_report):
    replacement = sarif_run(full_report)["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["deletedRegion"] == {"charOffset": 1870, "charLength": 5}


def apply(suggestion: dict, text: Text) -> str:
    """Do what reviewdog does: put the text in the place of a range, whose columns are bytes."""
    lines = text.text.encode().split(b"\n")

    def offset(place: dict) -> int:
        return sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"] - 1

    data = text.text.encode()
    reach = suggestion["range"]
    return (data[: offset(reach["start"])] + suggestion["text"].encode() + data[offset(reach["end"]) :]).decode()


def test_reviewdog_counts_bytes_and_gets_a_fix_as_one_suggestion(full_report):
    diagnostic = json.loads(REPORTERS["rdjson"](full_report))["diagnostics"][1]
    line = TEXT.line(2).encode()
    reach = diagnostic["location"]["range"]
    assert line[reach["start"]["column"] - 1 : reach["end"]["column"] - 1] == b'"agentx-wc-ifram"'
    (suggestion,) = diagnostic["suggestions"]
    expected = TEXT.text.replace("ifram", "iframe").replace('"x"', '"y"')
    assert apply(suggestion, TEXT) == expected


def test_reviewdog_gets_no_suggestion_that_does_half_of_a_fix(full_report):
    finding = full_report.findings[1]
    fix = FindingFix(safe=True, description="x", edits=(*finding.fix.edits, edit("comp", "c", "other.json")))
    report = replace(full_report, findings=(replace(finding, fix=fix),))
    assert "suggestions" not in json.loads(REPORTERS["rdjson"](report))["diagnostics"][0]


def test_github_takes_columns_on_one_line_only(full_report):
    lines = REPORTERS["github"](full_report).splitlines()
    assert [",col=" in line for line in lines] == [True, True, True, False, False]


def test_junit_has_a_passing_test_for_each_clean_file_and_counts_right(full_report):
    root = etree.fromstring(REPORTERS["junit"](full_report).encode())
    assert root.xpath("//testcase[not(*)]/@file") == ["crm/clean.xml"]
    for suite in [root, *root]:
        cases = suite.findall(".//testcase")
        failures = sum(case.find("failure") is not None for case in cases)
        skipped = sum(case.find("skipped") is not None for case in cases)
        assert [int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")] == [
            *(len(cases), failures, 0, skipped)
        ]


def test_junit_tells_equal_findings_of_a_rule_apart(mixed_report):
    first = mixed_report.findings[0]
    second = replace(first, location=replace(first.location, line=29))
    root = etree.fromstring(REPORTERS["junit"](Report((first, second))).encode())
    assert len(set(root.xpath("//testcase/@name"))) == 2


def test_junit_is_read_by_its_library(full_report, tmp_path):
    junitparser = pytest.importorskip("junitparser")
    file = tmp_path / "junit.xml"
    file.write_text(REPORTERS["junit"](full_report), encoding="utf-8")
    suites = junitparser.JUnitXml.fromfile(str(file))
    assert [(one.name, one.tests, one.failures) for one in suites][:2] == [
        ("crm/callcenter.xml", 1, 1),
        ("layouts/mañana 1.json", 1, 1),
    ]


def test_a_comment_has_room_for_a_limited_number_of_findings(mixed_report):
    many = tuple(replace(mixed_report.findings[1], message="x" * 400) for _ in range(500))
    text = REPORTERS["markdown"](Report(many, Summary(files=1, warnings=500)))
    assert 55_000 < len(text) < 65_000
    shown = text.count("\n| :")
    assert f"\n\n{500 - shown} more did not fit in here" in text
    assert text.startswith("**Found 500 warnings in 1 file.**\n")


def test_only_a_table_with_foreign_letters_begins_with_a_mark(mixed_report):
    assert REPORTERS["csv"](mixed_report).startswith('\ufeff"severity",')
    assert REPORTERS["csv"](replace(mixed_report, findings=mixed_report.findings[:1])).startswith('"severity",')


@pytest.mark.parametrize(
    ("name", "nothing"), [("github", ""), ("gitlab", "[]\n"), ("markdown", "**No findings in 2 files.**\n")]
)
def test_a_clean_run(name, nothing):
    assert REPORTERS[name](Report((), Summary(files=2))) == nothing
