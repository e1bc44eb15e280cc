"""`wxcc-lint audit`: what runs in an org, both halves together, told at the environment that declares it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tests.cli.drift_org import KEY, Bench, deployed, put
from wxcc_lint import cli
from wxcc_lint.catalog.no_api import unseen
from wxcc_lint.masks import MaskKey, personal_mask

ROOT = Path(__file__).resolve().parents[2]
RECORDED = ROOT / "fixtures/orgs/acme/snapshot"
CALL_CENTER = "org/salesforce/callCenters/WebexCCAgentDesktopV20241121.callCenter-meta.xml"
ORGS = Path(".wxcc-lint/snapshots")
NAME_ONE = "; name a folder that 'wxcc-lint pull' wrote"
MISPRINT = ("<value>https://desktop.wxcc-eu1.cisco.com/", "<value>https://desktop.wxcc-eu2.cisco.com/")


@dataclass
class Run:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.out)
        valid(report)
        return report

    def found(self, scope: str = "org") -> list[tuple[str, str | None, str]]:
        return [
            (one["rule"], one["subject"], one["at"])
            for one in self.report["findings"]
            if one["rule"].startswith(f"{scope}/")
        ]


def valid(report: dict[str, Any]) -> None:
    schemas = {name: json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8")) for name in SCHEMAS}
    registry: Registry[Any] = Registry().with_resources(
        (one["$id"], Resource.from_contents(one)) for one in schemas.values()
    )
    Draft202012Validator(schemas["audit-report"], registry=registry).validate(report)


SCHEMAS = ("audit-report", "report", "diff-report")


@pytest.fixture
def bench(project, monkeypatch) -> Bench:
    monkeypatch.chdir(project)
    monkeypatch.setenv("WXCC_LINT_MASK_KEY", KEY)
    made = deployed(project)
    made.header["orgId"] = "11111111-2222-4333-8444-555555555555"
    _take_the_rest(made)
    made.write_header()
    return made


def _take_the_rest(bench: Bench) -> None:
    """Add what rules look at across both orgs, and drift does not, from a recorded org: with nothing wrong in it."""
    for kind in json.loads((RECORDED / "snapshot.json").read_text("utf-8"))["kinds"]:
        if kind not in bench.kinds and kind.islower():
            bench.kinds[kind] = None
            if (RECORDED / kind).is_dir():
                shutil.copytree(RECORDED / kind, bench.org / kind)
    shutil.copytree(RECORDED / "salesforce/org", bench.org / "salesforce/org")
    (variable,) = (bench.org / "webex/cad-variable").glob("customernumber-*")
    variable.write_text(variable.read_text("utf-8").replace('"active": false', '"active": true'), "utf-8")
    number = personal_mask("phone", "+441134960123", MaskKey(KEY.encode()))
    for kind in ("outdial-ani", "dial-number"):
        (path,) = (bench.org / "webex" / kind).iterdir()
        path.write_text(re.sub(r"[0-9a-f]{64}", number["hmac"], path.read_text("utf-8")), "utf-8")


@pytest.fixture
def audit(capsys, monkeypatch):
    """Run `wxcc-lint audit` in this process."""

    def run(*words: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["wxcc-lint", "audit", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return Run(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def audited(audit):
    """Audit the snapshot, as JSON."""
    return lambda *words: audit("prod", "--snapshot", "org", "-f", "json", *words)


def test_an_org_that_runs_what_the_files_say_has_no_finding_of_its_own_by_default(bench, audited):
    run = audited("--profile", "default")
    assert (run.code, run.report["findings"], run.report["changes"]) == (0, [], [])


def test_everything_is_looked_for_unless_the_config_chooses(bench, audited):
    infos = [one["rule"] for one in audited().report["findings"]]
    assert "callcenter/legacy-connector" in infos
    bench.edit(".wxcc-lint.yaml", "environments:", "profile: default\nenvironments:")
    assert audited().report["findings"] == []


def test_a_finding_in_an_org_stands_at_the_environment_and_says_what_it_is_about(bench, audited):
    bench.edit(CALL_CENTER, *MISPRINT)
    run = audited("--profile", "default")
    (found,) = [one for one in run.report["findings"] if one["rule"] == "project/mismatched-region"]
    assert (found["path"], found["line"], found["environment"]) == (".wxcc-lint.yaml", 3, "prod")
    assert found["subject"] == "callcenter:WebexCCAgentDesktopV20241121@prod"
    assert found["at"] == "/reqGeneralInfo/reqAdapterUrl"
    assert found["fix"] is None
    assert found["related"][0]["path"] == CALL_CENTER
    assert found["related"][0]["message"] == "in the snapshot"
    assert run.code == 1


def test_what_was_found_keeps_its_identity_and_differs_between_two_layouts(bench, audited):
    content = {
        "agent": {"area": {"headless": {"id": "h", "widgets": {"x": {"comp": "acme-x", "script": "http://a.b/x.js"}}}}}
    }
    for name in ("First", "Second"):
        put(bench, "desktop-layout", {"name": name, "status": True, "validated": True, "jsonFileContent": content})
    one = of_layouts(audited().report)
    gone = put(bench, "desktop-layout", {"name": "First", "jsonFileContent": {}})
    (bench.org / gone).unlink()
    two = of_layouts(audited().report)
    assert len(set(one.values())) == len(one)
    assert {key: one[key] for key in one if key[0] != "layout:First@prod"} == two
    assert ("layout:Second@prod", "layout/insecure-content") in two


def of_layouts(report: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The fingerprints of what rules for layouts found."""
    found = (one for one in report["findings"] if one["rule"].startswith("layout/"))
    return {(one["subject"], one["rule"]): one["fingerprint"] for one in found}


def test_drift_is_part_of_the_report(bench, audited):
    bench.edit(CALL_CENTER, "<value>550</value>", "<value>551</value>")
    run = audited("--profile", "default")
    (change,) = run.report["changes"]
    assert (change["document"], change["left"], change["right"]) == (
        "callcenter:WebexCCAgentDesktopV20241121",
        "550",
        "551",
    )


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--ignore", "drift/*"), 0),
        (("--select", "drift/*"), 1),
        (("--select", "callcenter/*"), 0),
        (("--min-severity", "warning"), 1),
        (("--min-severity", "error"), 0),
    ],
)
def test_what_is_selected_is_selected_of_drift_as_well(bench, audited, words, count):
    bench.edit(CALL_CENTER, "<value>550</value>", "<value>551</value>")
    report = audited(*words).report
    assert (len(report["changes"]), report["summary"]["changes"]) == (count, count)


def test_a_rule_to_select_that_is_not_there_is_told(bench, audited):
    run = audited("--select", "drift/setting-chagned")
    assert (run.code, run.out) == (2, "")
    assert run.err == "error: there is no rule 'drift/setting-chagned'; did you mean 'drift/setting-changed'?\n"


def test_what_could_not_be_read_gives_4_and_what_no_api_shows_does_not(bench, audited):
    assert audited("--profile", "default").code == 0
    bench.kinds["webex/cad-variable"] = {"status": "forbidden", "count": 0, "reason": "the token may not read this"}
    bench.write_header()
    run = audited("--profile", "default")
    assert run.code == 4
    told = [(one["document"], one["reason"]) for one in run.report["uncovered"]]
    assert told[0] == ("webex/cad-variable", "the token may not read this")
    assert [name for name, _ in told[1:]] == list(unseen())
    assert (run.report["summary"]["unread"], run.report["summary"]["unseen"]) == (1, len(unseen()))


@pytest.mark.parametrize("kind", ["webex/cad-variable", "webex/team", "salesforce/fields", "salesforce/CallCenter"])
def test_a_kind_that_the_snapshot_does_not_speak_of_never_reads_as_clean(bench, audited, kind):
    del bench.kinds[kind]
    bench.write_header()
    run = audited("--profile", "default")
    reasons = {one["document"]: one["reason"] for one in run.report["uncovered"]}
    assert (run.code, reasons[kind]) == (4, "the snapshot does not say that any of it was read")


def test_a_declared_org_that_the_snapshot_does_not_hold_never_reads_as_clean(bench, audited):
    config = bench.file(".wxcc-lint.yaml")
    config.write_text(config.read_text("utf-8") + "    salesforce: {org-id: 00D000000000001}\n", "utf-8")
    bench.header["salesforce"] = None
    bench.kinds = {kind: said for kind, said in bench.kinds.items() if kind.startswith("webex/")}
    bench.write_header()
    run = audited("--profile", "default")
    told = [(one["document"], one["reason"]) for one in run.report["uncovered"]]
    assert run.code == 4
    assert ("salesforce", "the environment declares it, and the snapshot holds nothing of it") in told


def test_a_kind_that_was_not_read_is_told_once(bench, audited):
    bench.kinds["webex/desktop-layout"] = {"status": "partial", "count": 1, "reason": "the org answered no more"}
    bench.write_header()
    names = [one["document"] for one in audited().report["uncovered"]]
    assert names.count("webex/desktop-layout") == 1
    assert "layout" not in names


def test_an_ignore_knows_a_finding_by_what_it_is_about(bench, audited):
    bench.edit(CALL_CENTER, *MISPRINT)
    entry = "ignore: [{rule: project/mismatched-region, file: 'callcenter:*@prod', reason: moving in March}]\n"
    config = bench.file(".wxcc-lint.yaml")
    config.write_text(entry + config.read_text("utf-8"), "utf-8")
    run = audited("--profile", "default")
    assert "project/mismatched-region" not in [one["rule"] for one in run.report["findings"]]
    assert run.report["summary"]["ignored"] == 1


def test_a_baseline_knows_a_finding_by_what_it_is_about(bench, audited):
    bench.edit(CALL_CENTER, *MISPRINT)
    rule, at = "project/mismatched-region", "/reqGeneralInfo/reqAdapterUrl"
    entry = {"rule": rule, "path": "callcenter:WebexCCAgentDesktopV20241121@prod", "at": at, "count": 1}
    bench.file("accepted.json").write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")
    config = bench.file(".wxcc-lint.yaml")
    config.write_text("baseline: accepted.json\n" + config.read_text("utf-8"), "utf-8")
    report = audited("--profile", "default").report
    assert rule not in [one["rule"] for one in report["findings"]]
    assert report["summary"]["baselined"] == 1


def test_ignores_that_only_files_need_are_not_called_unused(bench, audited):
    config = bench.file(".wxcc-lint.yaml")
    entry = "ignore: [{rule: layout/insecure-url, reason: an old page}]\n"
    config.write_text(entry + config.read_text("utf-8"), "utf-8")
    assert audited("--profile", "default").report["findings"] == []


def test_the_header_names_both_orgs(bench, audit):
    run = audit("prod", "--snapshot", "org", "--profile", "default")
    assert run.out.splitlines()[:3] == [
        "Webex: Acme (11111111-2222-4333-8444-555555555555, eu1, production)",
        "Salesforce: Acme CRM (00D000000000001, EU42, production)",
        "read: 2026-11-22T10:00:00Z, compared with prod",
    ]
    assert run.out.splitlines()[-1] == "No findings; 0 changes; 0 not read."


def test_a_snapshot_of_another_org_is_refused(bench, audit):
    bench.edit(
        ".wxcc-lint.yaml",
        "    region: eu1",
        "    webex: {org-id: 99999999-2222-4333-8444-555555555555}\n    region: eu1",
    )
    run = audit("prod", "--snapshot", "org")
    assert (run.code, run.out) == (2, "")


@pytest.mark.parametrize("words", [(), ("prod", "--all")])
def test_it_is_one_environment_or_all(bench, audit, words):
    assert audit(*words).code == 2


def unread(why: str) -> str:
    """Return the report of an environment of which nothing could be read."""
    return f"left out\n  prod: {why}\n\nNothing was checked (1 left out).\n"


def test_a_folder_without_a_snapshot_is_told(bench, audit):
    (bench.folder / "empty").mkdir()
    for folder, why in (
        ("nowhere", "there is no snapshot 'nowhere'"),
        ("empty", "'empty' holds no snapshot"),
        ("csp", "'csp' holds no snapshot"),
    ):
        run = audit("prod", "--snapshot", folder)
        assert (run.code, run.out, run.err) == (3, unread(f"{why}{NAME_ONE}"), f"error: {why}{NAME_ONE}\n")


def test_a_snapshot_of_a_newer_program_is_not_guessed_at(bench, audit):
    bench.header["version"] = 2
    bench.write_header()
    run = audit("prod", "--snapshot", "org")
    why = "the snapshot 'org' is of version 2, and this program reads version 1; update wxcc-lint"
    assert (run.code, run.out, run.err) == (3, unread(why), f"error: {why}\n")


def test_what_is_declared_and_not_read_from_any_org_is_told(bench, audit):
    run = audit("prod", "--snapshot", "org")
    assert "note: not read from orgs, so not compared: 2 CustomApplication, 7 CustomField" in run.err


@pytest.mark.parametrize("form", ["concise", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "markdown"])
def test_every_format_tells_findings_changes_and_gaps(bench, audit, form):
    bench.edit(CALL_CENTER, "<value>550</value>", "<value>551</value>")
    put(bench, "team", {"name": "Ghosts", "active": True, "siteId": "dangling:7f1c"})
    run = audit("prod", "--snapshot", "org", "-f", form, "--profile", "default")
    assert "org/dangling-reference" in run.out
    assert "drift/" in run.out
    assert "softphone layouts" in run.out


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "junit", "github", "markdown", "html"])
def test_every_format_with_a_place_for_it_says_which_orgs_these_are(bench, audit, form):
    text = audit("prod", "--snapshot", "org", "-f", form).out
    known = ["11111111-2222-4333-8444-555555555555", "eu1", "00D000000000001", "EU42"]
    assert [fact for fact in known if fact not in text] == []
    assert ('"sandbox": false' if form == "json" else "eu1, production)") in text


def test_what_no_api_shows_is_no_news(bench, audit):
    bench.kinds["webex/team"] = {"status": "forbidden", "count": 0, "reason": "the token may not read teams"}
    bench.write_header()
    lines = audit("prod", "--snapshot", "org", "-f", "github").out.splitlines()
    levels = {one.partition(" was left out")[0]: one.split()[0] for one in lines if " was left out" in one}
    assert levels.pop("::error title=wxcc-lint::webex/team") == "::error"
    assert set(levels.values()) == {"::notice"}
    assert len(levels) == len(unseen())
    concise = audit("prod", "--snapshot", "org", "-f", "concise").out
    assert "\nwebex/team: left out: the token may not read teams\n" in concise
    assert concise.splitlines()[-1].endswith("(1 left out).")


def test_no_number_is_shown_whole(bench, audit):
    key = MaskKey(KEY.encode())
    entry = {"name": "Office", "number": personal_mask("phone", "+44 113 496 0001", key), "defaultANIEntry": True}
    put(bench, "outdial-ani", {"name": "Main", "outdialANIEntries": [entry]})
    bench.kinds["webex/outdial-ani"] = None
    bench.write_header()
    run = audit("prod", "--snapshot", "org")
    assert "4960001" not in run.out.replace(" ", "")


# All environments

NO_FILES = "left side: there is no call center definition, no desktop layout and no Salesforce component of the environment 'test'"


@pytest.fixture
def fleet(bench) -> Bench:
    """Two environments, each with a snapshot of its own."""
    (bench.folder / ORGS).mkdir(parents=True)
    shutil.move(bench.org, bench.folder / ORGS / "prod")
    shutil.copytree(bench.folder / ORGS / "prod", bench.folder / ORGS / "test")
    config = bench.file(".wxcc-lint.yaml")
    config.write_text(config.read_text("utf-8") + '  test:\n    files: ["none/**"]\n', "utf-8")
    header = json.loads((bench.folder / ORGS / "test/snapshot.json").read_text("utf-8"))
    header |= {"orgId": "66666666-2222-4333-8444-555555555555", "orgName": "Acme Test", "sandbox": True}
    header["salesforce"] |= {"orgId": "00D000000000002"}
    header["readAt"] = (datetime.now(UTC) - timedelta(hours=5, minutes=1)).isoformat()
    (bench.folder / ORGS / "test/snapshot.json").write_text(json.dumps(header), "utf-8")
    return bench


def test_a_table_has_a_line_for_each_environment(fleet, audit):
    run = audit("--all", "--snapshot", ORGS.as_posix(), "--profile", "default")
    head, prod, test, *details = run.out.splitlines()
    assert head.split() == ["environment", "org", "errors", "warnings", "infos", "changes", "uncovered", "snapshot"]
    assert prod.split()[:9] == ["prod", "Acme", "(eu1,", "production)", "0", "0", "0", "0", "0"]
    assert test.split() == ["test", "Acme", "Test", "(eu1,", "sandbox)", "0", "0", "0", "-", "0", "5", "h"]
    assert details == [
        "",
        "prod",
        "  Webex: Acme (11111111-2222-4333-8444-555555555555, eu1, production)",
        "  Salesforce: Acme CRM (00D000000000001, EU42, production)",
        "",
        "test",
        "  Webex: Acme Test (66666666-2222-4333-8444-555555555555, eu1, sandbox)",
        "  Salesforce: Acme CRM (00D000000000002, EU42, production)",
        f"  drift not looked at: {NO_FILES}",
    ]
    assert (run.code, run.err.splitlines()[-1]) == (3, f"error: test: drift was not looked at: {NO_FILES}")


def test_below_the_table_stands_what_was_not_read(fleet, audit):
    path = fleet.folder / ORGS / "test/snapshot.json"
    header = json.loads(path.read_text("utf-8"))
    header["kinds"]["webex/team"] = {"status": "forbidden", "count": 0, "reason": "the token may not read teams"}
    header |= {"orgId": None, "orgName": None, "datacenter": None, "sandbox": None}
    path.write_text(json.dumps(header), "utf-8")
    run = audit("--all", "--snapshot", ORGS.as_posix(), "--profile", "default")
    lines = run.out.splitlines()
    assert lines[2].split()[:5] == ["test", "Acme", "CRM", "(EU42,", "production)"]
    assert lines[-2:] == [f"  drift not looked at: {NO_FILES}", "  not read: webex/team: the token may not read teams"]
    assert run.code == 4


def test_drift_that_was_not_looked_at_does_not_read_as_none(fleet, audit):
    folder = (ORGS / "test").as_posix()
    text, page = (audit("test", "--snapshot", folder, "-f", form).out for form in ("full", "html"))
    assert "drift\n  not looked at: left side: there is no call center definition" in text
    assert "Drift was not looked at." in page
    assert "no drift" not in (text + page).lower()


def test_files_that_are_declared_and_not_there_fail_an_audit_and_none_declared_do_not(fleet, audit):
    words = ("test", "--snapshot", (ORGS / "test").as_posix(), "-f", "json", "--profile", "default")
    run = audit(*words)
    assert (run.code, run.err) == (3, f"error: drift was not looked at: {NO_FILES}\n")
    assert run.report["driftSkipped"] == [{"document": "drift", "reason": NO_FILES, "exitCode": 3}]
    fleet.edit(".wxcc-lint.yaml", '    files: ["none/**"]\n', "    region: eu1\n")
    run = audit(*words)
    assert (run.code, run.err) == (0, f"note: drift was not looked at: {NO_FILES}\n")
    assert run.report["driftSkipped"] == [{"document": "drift", "reason": NO_FILES, "exitCode": 0}]
    prod = audit("prod", "--snapshot", (ORGS / "prod").as_posix(), "-f", "json")
    assert prod.report["driftSkipped"] == []


@pytest.mark.parametrize("form", ["concise", "junit", "github", "csv", "markdown", "full"])
def test_every_format_tells_that_drift_was_not_looked_at(fleet, audit, form):
    assert (
        "there is no call center definition" in audit("test", "--snapshot", (ORGS / "test").as_posix(), "-f", form).out
    )


def test_an_environment_without_a_snapshot_does_not_keep_the_others_from_it(fleet, audit):
    shutil.rmtree(fleet.folder / ORGS / "test")
    run = audit("--all", "--snapshot", ORGS.as_posix(), "--profile", "default", "-f", "json")
    prod, test = json.loads(run.out)["environments"]
    assert (prod["environment"], prod["failure"], prod["findings"]) == ("prod", None, [])
    assert test == {"environment": "test", "failure": f"there is no snapshot '{ORGS.as_posix()}/test'{NAME_ONE}"}
    assert run.code == 3


def test_a_config_that_does_not_fit_one_org_does_not_keep_the_others_from_it(fleet, audit):
    config = fleet.file(".wxcc-lint.yaml")
    config.write_text(config.read_text("utf-8") + "    salesforce: {org-id: 00D000000000009}\n", "utf-8")
    run = audit("--all", "--snapshot", ORGS.as_posix(), "--profile", "default", "-f", "json")
    prod, test = json.loads(run.out)["environments"]
    assert (run.code, prod["failure"]) == (2, None)
    assert "is of the Salesforce org 00D000000000002, and 'test' declares 00D000000000009" in test["failure"]


def test_an_environment_that_declares_no_org_is_a_line_of_the_table(bench, audit):
    run = audit("--all")
    assert (run.code, run.out.splitlines()[1].split()) == (2, ["prod", "not", "read"])
    assert run.out.splitlines()[-1].startswith("prod: the environment 'prod' declares neither 'webex' nor 'salesforce'")


def test_two_environments_of_one_org_are_refused(fleet, audit):
    shutil.copy(fleet.folder / ORGS / "prod/snapshot.json", fleet.folder / ORGS / "test/snapshot.json")
    run = audit("--all", "--snapshot", ORGS.as_posix())
    assert (run.code, run.out) == (2, "")
    assert "'prod' and 'test' are one Webex organization" in run.err


def test_an_org_that_cannot_be_reached_is_told_and_leaves_nothing_behind(bench, audit, monkeypatch, tmp_path):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.delenv("WXCC_ACCESS_TOKEN", raising=False)
    bench.edit(
        ".wxcc-lint.yaml",
        "    region: eu1",
        "    webex: {org-id: 11111111-2222-4333-8444-555555555555}\n    region: eu1",
    )
    run = audit("prod", "-f", "full", "-f", "json=audit.json")
    why = "environment 'prod' has no login to Webex: access token: WXCC_ACCESS_TOKEN is not set"
    assert (run.code, run.out) == (4, unread(why))
    assert run.err == (f"error: {why}\nnote: 'wxcc-lint doctor prod' tells what is missing, and whom to ask for it\n")
    written = json.loads((bench.folder / "audit.json").read_text("utf-8"))
    assert written["uncovered"] == [{"document": "prod", "reason": why, "exitCode": 4}]
    assert list(scratch.iterdir()) == []
