"""`wxcc-lint report merge`: the reports of a fleet as one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from wxcc_lint.reporters import REPORTERS

SAMPLES = Path(__file__).resolve().parents[2] / "fixtures" / "projects"
TOOL = {"name": "wxcc-lint", "version": "9.9.9"}
SUMMARY = {"files": 2, "skipped": 1, "errors": 0, "warnings": 0, "infos": 0, "ignored": 3, "baselined": 4, "fixable": 0}
PLACE = {"line": 3, "column": 5, "endLine": 3, "endColumn": 9}
FINDING = {
    "rule": "callcenter/invalid-boolean",
    "severity": "warning",
    "message": "'Yes' is no boolean",
    "environment": "london",
    "subject": None,
    "path": "crm/a.xml",
    **PLACE,
    "at": "/a/b",
    "help": "write 'true'",
    "docs": None,
    "fingerprint": "a" * 32,
    "fix": {"safe": True, "description": "x", "edits": [{"path": "crm/a.xml", "start": 1, "end": 2, "text": "y"}]},
    "related": [{"path": "crm/b.xml", **PLACE, "message": "here"}],
}
CHANGE = {
    "kind": "changed",
    "document": "layout:Desk",
    "at": "/agent",
    "left": 1,
    "right": [2],
    "severity": "error",
    "rule": "drift/value-changed",
    "origin": None,
    "fingerprint": "c" * 32,
    "leftLocation": {"path": "layouts/desk.json", "line": 7, "column": 2},
    "rightLocation": None,
    "message": "'a' changed",
}
GAP = {"document": "webex/team", "reason": "no permission"}


def report(*findings, **summary):
    told = {"covers": [], "findings": list(findings), "uncovered": [], "summary": SUMMARY | summary}
    return {"version": 1, "tool": TOOL} | told


def audit(*findings, changes=(), uncovered=(), unread=0):
    more = {"environment": "london", "org": {}, "changes": list(changes), "uncovered": list(uncovered)}
    told = report(*findings, changes=len(changes), unread=unread, unseen=0)
    return {key: value for key, value in told.items() if key != "covers"} | more


def drift(*changes, uncovered=(), **more):
    return {
        "version": 1,
        "tool": TOOL,
        "left": {},
        "right": {},
        "changes": list(changes),
        "uncovered": list(uncovered),
    } | more


@pytest.fixture
def merge(lint, project):
    """Merge documents as JSON, written to `1.json` and so on."""

    def run(*documents, options=("-f", "json")):
        names = [f"{number}.json" for number in range(1, len(documents) + 1)]
        for name, document in zip(names, documents, strict=True):
            text = document if isinstance(document, bytes) else json.dumps(document).encode()
            (project / name).write_bytes(text)
        return lint("report", "merge", *names, *options)

    return run


def test_a_report_alone_stays_as_it_is(merge):
    run = merge(report(FINDING))
    assert run.report["findings"] == [FINDING]
    assert run.report["summary"] == SUMMARY | {"warnings": 1, "fixable": 1}
    assert (run.code, run.err) == (0, "")


def test_the_same_finding_of_two_runs_is_told_once_with_both_environments_and_the_gravest_severity(merge):
    again = FINDING | {"environment": "aarhus", "severity": "error", "fingerprint": "b" * 32}
    run = merge(report(FINDING), report(again))
    assert run.report["findings"] == [again | {"environment": "aarhus, london"}]
    assert run.report["summary"] == {
        "files": 4,
        "skipped": 2,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
        "ignored": 6,
        "baselined": 8,
        "fixable": 1,
    }
    assert run.code == 1


def test_joined_reports_join_again(merge, project):
    pair = merge(report(FINDING), report(FINDING | {"environment": "oslo"}))
    run = merge(json.loads(pair.out), report(FINDING), report(FINDING | {"environment": "aarhus"}))
    assert [one["environment"] for one in run.report["findings"]] == ["aarhus, london, oslo"]


def test_what_holds_for_all_environments_names_none(merge):
    run = merge(report(FINDING), report(FINDING | {"environment": None}))
    assert [one["environment"] for one in run.report["findings"]] == [None]


@pytest.mark.parametrize("other", [{"message": "else"}, {"column": 4}, {"at": None}, {"subject": "layout:Desk@b"}])
def test_what_differs_is_told_apart_and_called_differently(merge, other):
    findings = merge(report(FINDING), report(FINDING | other)).report["findings"]
    assert len(findings) == len({one["fingerprint"] for one in findings}) == 2
    assert "a" * 32 in {one["fingerprint"] for one in findings}


def test_the_order_of_files_changes_nothing_but_who_keeps_a_name(merge):
    other = FINDING | {"path": "a.xml", "fingerprint": "b" * 32}
    assert merge(report(FINDING), report(other)).out == merge(report(other), report(FINDING)).out


@pytest.mark.parametrize("fail_on", ["error", "warning", "info", "never"])
def test_the_exit_code_follows_from_the_sum(merge, fail_on):
    run = merge(report(), report(FINDING), options=("-f", "json", "--fail-on", fail_on))
    assert run.code == (1 if fail_on in {"warning", "info"} else 0)


def test_exit_zero_and_a_crashed_rule(merge):
    crash = FINDING | {"rule": "meta/internal-error", "severity": "error"}
    assert merge(report(crash), options=("--fail-on", "never")).code == 1
    assert merge(report(crash), options=("--exit-zero",)).code == 0


def test_changes_become_findings(merge):
    findings = merge(audit(FINDING, changes=[CHANGE]), drift(CHANGE | {"message": "'b' changed"})).report["findings"]
    assert [(one["path"], one["line"], one["rule"], one["message"], one["subject"]) for one in findings] == [
        ("crm/a.xml", 3, "callcenter/invalid-boolean", "'Yes' is no boolean", None),
        ("layouts/desk.json", 7, "drift/value-changed", "'b' changed", "layout:Desk"),
        ("layouts/desk.json", 7, "drift/value-changed", "'a' changed", "layout:Desk@london"),
    ]


@pytest.mark.parametrize(
    ("document", "level", "code"),
    [
        (audit(uncovered=[GAP], unread=1), "error", 4),
        (audit(uncovered=[GAP]), "notice", 0),
        (drift(uncovered=[GAP], reach=[]), "error", 4),
        (drift(uncovered=[GAP]), "warning", 0),
        (drift(CHANGE, uncovered=[GAP], reach=[]), "error", 4),
        (audit() | {"driftSkipped": [GAP | {"exitCode": 3}]}, "error", 3),
        (audit() | {"driftSkipped": [GAP | {"exitCode": 0}]}, "warning", 0),
    ],
)
def test_what_was_not_read_never_reads_as_clean(merge, document, level, code):
    run = merge(report(), document, options=("-f", "github"))
    assert f"::{level} title=wxcc-lint::webex/team was left out: no permission" in run.out
    assert run.code == code


@pytest.mark.parametrize("format_", REPORTERS)
@pytest.mark.parametrize(
    ("document", "told"),
    [
        (drift(CHANGE, uncovered=[GAP]), "no permission"),
        (audit(uncovered=[GAP], unread=1), "no permission"),
        (report() | {"uncovered": [GAP | {"exitCode": 3}]}, "no permission"),
        ({"version": 1, "tool": TOOL, "environments": [{"environment": "oslo", "failure": "no login"}]}, "no login"),
    ],
    ids=["diff", "audit", "check", "fleet"],
)
def test_every_format_tells_what_was_left_out(merge, document, told, format_):
    assert told in merge(document, options=("-f", format_)).out


@pytest.mark.parametrize(("codes", "code"), [((), 0), ((0,), 0), ((0, 3), 3), ((3, 4), 4)])
def test_a_run_that_could_not_look_at_all_makes_joining_end_as_it_did(merge, codes, code):
    gaps = [{"document": f"{number}.xml", "reason": "gone", "exitCode": number} for number in codes]
    run = merge(report(FINDING) | {"uncovered": gaps}, report() | {"uncovered": gaps[:1]})
    assert (run.code, run.report["uncovered"]) == (code, gaps)


def test_what_was_left_out_is_still_known_when_joined_reports_are_joined(merge):
    parts = [{"environment": "oslo", "failure": "no login"}, audit(uncovered=[GAP, GAP | {"document": "x"}], unread=1)]
    once = merge({"version": 1, "tool": TOOL, "environments": parts})
    again = merge(once.report)
    assert (once.code, again.code, again.out) == (4, 4, once.out)
    assert [(one["document"], one["exitCode"]) for one in again.report["uncovered"]] == [
        ("oslo", 4),
        ("webex/team", 4),
        ("x", 0),
    ]


def test_reports_from_before_there_were_these_keys_are_read(merge):
    older = {key: value for key, value in report(FINDING).items() if key not in {"covers", "uncovered"}}
    assert merge(older).report["findings"] == [FINDING]


def test_the_environments_of_all_runs_are_known_those_without_findings_too(merge):
    run = merge(report(FINDING) | {"covers": ["oslo", "london"]}, report() | {"covers": ["bergen"]}, audit())
    assert run.report["covers"] == ["bergen", "london", "oslo"]


def test_a_whole_fleet_in_one_file(merge):
    part = {key: value for key, value in audit(FINDING).items() if key not in {"version", "tool"}} | {"failure": None}
    fleet = {"version": 1, "tool": TOOL, "environments": [part, {"environment": "oslo", "failure": "no login"}]}
    run = merge(fleet, options=("-f", "github"))
    assert run.code == 4
    assert run.out.splitlines()[0].startswith("::warning title=callcenter/invalid-boolean,file=crm/a.xml,line=3")
    assert run.out.splitlines()[1:] == ["::error title=wxcc-lint::oslo was left out: no login"]


@pytest.mark.parametrize("format_", REPORTERS)
def test_every_format_takes_it(merge, format_):
    run = merge(report(FINDING), audit(changes=[CHANGE], uncovered=[GAP], unread=1), options=("-f", format_))
    assert (run.code, run.err) == (4, "")
    assert "callcenter/invalid-boolean" in run.out.replace("&#x2F;", "/").replace("&#47;", "/")


def test_the_reason_of_a_rule_is_known_again(merge):
    run = merge(report(FINDING), options=("-f", "full"))
    assert " = why: " in run.out
    unknown = merge(report(FINDING | {"rule": "acme/own"}), options=("-f", "full", "-f", "sarif=out.sarif"))
    assert (unknown.code, unknown.err, " = why: " in unknown.out) == (0, "", False)


def test_keys_of_newer_programs_are_passed_over(merge):
    newer = report(FINDING | {"new": 1}) | {"more": {}}
    assert merge(newer).report["findings"] == [FINDING]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_a_shell_of_windows_redirects(merge, encoding):
    assert merge(json.dumps(report(FINDING)).encode(encoding)).report["findings"] == [FINDING]


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (b"", "is not JSON"),
        (b"\xff\xfe\x00", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        ([], "is no report of wxcc-lint"),
        ({"version": 1, "findings": []}, "is no report of wxcc-lint"),
        (
            {"version": 1, "tool": TOOL, "rules": []},
            "holds no findings and no changes: wxcc-lint check -f json writes a report",
        ),
        (
            {"version": 1, "tool": TOOL, "environments": [{"name": "london"}]},
            "holds no findings and no changes: wxcc-lint check -f json writes a report",
        ),
        (report() | {"version": 2}, "is a report of version 2, and this program reads version 1"),
        (report() | {"version": "1"}, 'is a report of version "1", and this program reads version 1'),
        (report() | {"version": True}, "is a report of version true, and this program reads version 1"),
    ],
)
def test_what_is_no_report_is_refused(merge, project, document, sentence):
    run = merge(report(FINDING), document, options=("-f", "json", "-f", "csv=out.csv"))
    assert (run.code, run.out, run.errors) == (2, "", [f"2.json: {sentence}"])
    assert not (project / "out.csv").exists()


@pytest.mark.parametrize(
    "document",
    [
        report(FINDING | {"severity": "fatal"}),
        report(FINDING | {"line": "3"}),
        report(FINDING | {"fingerprint": "\u001b"}),
        report({key: value for key, value in FINDING.items() if key != "at"}),
        report({key: value for key, value in FINDING.items() if key != "at"} | {"new": 1}),
        report(files="many"),
        report() | {"covers": "london"},
        report() | {"uncovered": [GAP]},
        report() | {"uncovered": [GAP | {"exitCode": 9}]},
        audit(uncovered=[GAP], unread="one"),
        audit() | {"driftSkipped": [GAP]},
        {key: value for key, value in report().items() if key != "summary"},
        drift(CHANGE | {"leftLocation": {"path": "x"}}),
        {key: value for key, value in drift().items() if key != "uncovered"},
    ],
)
def test_a_report_with_a_hole_is_refused(merge, document):
    run = merge(document)
    assert (run.code, run.out) == (2, "")
    (sentence,) = run.errors
    assert sentence.startswith("1.json: is no whole report of wxcc-lint: ")


def test_a_missing_file_is_told_and_nothing_written(lint, merge, project):
    assert merge(report(FINDING)).code == 0
    run = lint("report", "merge", "gone.json", "1.json", "lost.json")
    assert (run.code, run.out) == (3, "")
    assert run.errors == [f"{name}: there is no such file or folder" for name in ("gone.json", "lost.json")]


def test_without_files_it_is_wrong_usage(lint):
    run = lint("report", "merge")
    assert (run.code, run.errors) == (2, ["missing argument 'FILES...' (see wxcc-lint report merge --help)"])


@pytest.mark.parametrize("name", ["demo", "two-regions-wrong-region"])
def test_the_environments_one_by_one_give_what_all_at_once_give(lint, project, name):
    shutil.copytree(SAMPLES / name, project, dirs_exist_ok=True)
    if not (project / ".wxcc-lint.yaml").exists():
        shutil.copy(SAMPLES / "two-regions" / ".wxcc-lint.yaml", project)
    names = [one["name"] for one in json.loads(lint("environments", "-f", "json").out)["environments"]]
    for number, environment in enumerate(names):
        lint("check", "--env", environment, "-f", f"json=report-{number}.json")

    def told(run) -> set[tuple[object, ...]]:
        return {
            (one["rule"], one["path"], one["line"], one["column"], one["message"]) for one in run.report["findings"]
        }

    merged = lint("report", "merge", *[f"report-{number}.json" for number in range(len(names))], "-f", "json")
    alone = lint("check", "-f", "json")
    assert told(merged) == told(alone) != set()
    assert merged.code == alone.code == 1
