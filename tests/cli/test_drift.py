"""`wxcc-lint drift`: files against the org they were deployed to, one change at a time. In this process where possible."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.drift_org import KEY, SOURCE, Bench, deployed, put
from wxcc_lint import cli
from wxcc_lint.masks import MaskKey

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "diff-report.schema.json").read_text("utf-8")))
SITE = "cspTrustedSites/Webex_Desktop.cspTrustedSite-meta.xml"
CLASS = "classes/sfdcOmniChannel.cls"
LAYOUT = "layout:Acme Service Desk"


class Run:
    """What a run left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def report(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.out)
        SCHEMA.validate(report)
        return report

    @property
    def told(self) -> list[tuple[str, str, str]]:
        return [(one["kind"], one["document"], one["at"]) for one in self.report["changes"]]

    @property
    def uncovered(self) -> list[tuple[str, str]]:
        return [(one["document"], one["reason"]) for one in self.report["uncovered"]]


@pytest.fixture
def bench(project, monkeypatch) -> Bench:
    monkeypatch.chdir(project)
    monkeypatch.setenv("WXCC_LINT_MASK_KEY", KEY)
    return deployed(project)


@pytest.fixture
def drift(capsys, monkeypatch):
    """Run `wxcc-lint drift` on the snapshot in this process."""

    def run(*words: str, form: str = "json", snapshot: str = "org") -> Run:
        monkeypatch.setattr(sys, "argv", ["wxcc-lint", "drift", "prod", "--snapshot", snapshot, "-f", form, *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Run(ended.value.code or 0, out, err)

    return run


def test_what_was_deployed_shows_no_drift(bench, drift):
    run = drift()
    assert (run.code, run.told, run.uncovered) == (0, [], [])
    assert drift(form="full").out.endswith("\nNo drift.\n")


SALESFORCE = [
    (SITE, "<isActive>true", "<isActive>false", ("changed", "CspTrustedSite:Webex_Desktop", "/isActive"), "error"),
    (
        "cspTrustedSites/Acme_Maps.cspTrustedSite-meta.xml",
        "<isActive>true",
        "<isActive>false",
        ("changed", "CspTrustedSite:Acme_Maps", "/isActive"),
        "warning",
    ),
    (
        "settings/OmniChannel.settings-meta.xml",
        "<enableOmniChannel>true",
        "<enableOmniChannel>false",
        ("changed", "Settings:OmniChannel", "/enableOmniChannel"),
        "warning",
    ),
    (CLASS, "{", "{ // by hand", ("changed", "ApexClass:sfdcOmniChannel", "/"), "warning"),
]


@pytest.mark.parametrize(("name", "old", "new", "told", "severity"), SALESFORCE)
@pytest.mark.parametrize("side", ["org/salesforce", SOURCE])
def test_each_change_of_a_component_on_either_side_shows_itself_alone(
    bench, drift, side, name, old, new, told, severity
):
    bench.edit(f"{side}/{name}", old, new)
    run = drift()
    assert (run.told, run.uncovered) == ([told], [])
    (change,) = run.report["changes"]
    assert (change["severity"], run.code) == (severity, 1 if severity == "error" else 0)
    assert change["leftLocation"]["path"] == f"{SOURCE}/{name}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<?xml version", "\n\n<?xml version"),
        ("<isActive>true</isActive>", "<isActive> true\n</isActive>"),
        ("<isActive>", "<canAccessCamera>false</canAccessCamera><isActive>"),
        ("<isActive>", "<canAccessMicrophone/><isActive>"),
    ],
)
def test_what_means_nothing_shows_nothing(bench, drift, old, new):
    bench.edit(f"org/salesforce/{SITE}", old, new.lstrip("\n") if old.startswith("<?xml") else new)
    assert drift().told == []


def test_order_and_blanks_of_a_component_mean_nothing(bench, drift):
    file = bench.file(f"org/salesforce/{SITE}")
    lines = file.read_text("utf-8").splitlines()
    file.write_text("".join([*lines[1:2], *reversed(lines[2:-1]), lines[-1]]), "utf-8")
    source = bench.file(f"org/salesforce/{CLASS}")
    source.write_text("\n\n".join(f"    {line}  " for line in source.read_text("utf-8").splitlines()), "utf-8")
    assert drift().told == []


def test_a_component_that_the_org_lacks_is_missing_only_where_all_were_read(bench, drift):
    bench.file(f"org/salesforce/{SITE}").unlink()
    run = drift()
    assert (run.code, run.told) == (1, [("removed", "CspTrustedSite:Webex_Desktop", "/")])
    assert run.report["changes"][0]["message"] == "the CspTrustedSite 'Webex_Desktop' is missing in the org"
    bench.kinds["salesforce/CspTrustedSite"] = {"status": "forbidden", "count": 0, "reason": "the user may not"}
    bench.write_header()
    run = drift()
    assert (run.code, run.told) == (4, [])
    assert run.uncovered == [
        ("CspTrustedSite", "the user may not"),
        ("CspTrustedSite:Webex_Desktop", "the org may have it: not all of 'CspTrustedSite' was read"),
    ]


def test_a_layout_that_the_org_lacks_is_missing_only_where_all_were_read(bench, drift):
    bench.file(bench.layout).unlink()
    assert drift().told == [("removed", LAYOUT, "/")]
    for kinds, reason in (
        ({"status": "partial", "reason": "stopped at page 2"}, "stopped at page 2"),
        (None, "the snapshot does not say that all of these were read"),
    ):
        bench.kinds["webex/desktop-layout"] = kinds
        if kinds is None:
            del bench.kinds["webex/desktop-layout"]
        bench.write_header()
        run = drift()
        assert (run.code, run.told) == (4, [])
        assert run.uncovered == [("layout", reason), (LAYOUT, "the org may have it: not all of 'layout' was read")]


def test_a_kind_that_is_not_compared_is_told_all_the_same_when_it_was_not_read(bench, drift):
    bench.kinds["webex/team"] = {"status": "forbidden", "count": 0, "reason": "no scope"}
    bench.write_header()
    run = drift()
    assert (run.code, run.told, run.uncovered) == (4, [], [("webex/team", "no scope")])


def test_an_older_pull_inside_of_the_repository_is_none_of_its_files(bench, drift):
    shutil.copytree(bench.org, bench.file("last-week"))
    bench.edit(f"org/salesforce/{SITE}", "<isActive>true", "<isActive>false")
    assert drift().told == [("changed", "CspTrustedSite:Webex_Desktop", "/isActive")]


def test_what_shares_its_name_was_not_compared(bench, drift):
    shutil.copy(bench.file(bench.layout), bench.org / "webex/desktop-layout/two.json")
    run = drift()
    assert (run.code, run.told) == (4, [("ambiguous", LAYOUT, "/jsonFileContent")])
    assert run.uncovered == [
        (LAYOUT, f"nobody can say which of these it is: {bench.layout}, org/webex/desktop-layout/two.json")
    ]


def test_namesakes_that_only_the_org_has_leave_nothing_of_the_files_out(bench, drift):
    for number in "12":
        put(bench, "desktop-layout", {"name": "Other", "jsonFileContent": {"agent": {"area": {"number": number}}}})
        (path,) = (bench.org / "webex/desktop-layout").glob("other-*")
        path.rename(path.with_name(f"number-{number}.json"))
    run = drift()
    assert (run.code, run.told, run.uncovered) == (0, [("ambiguous", "layout:Other", "/jsonFileContent")], [])
    run = drift("--include-unmanaged")
    assert (run.code, [document for document, _ in run.uncovered]) == (4, ["layout:Other"])


def test_a_call_center_without_a_name_was_not_compared(bench, drift):
    name = bench.file("one.xml")
    name.write_text('<callCenter><section name="reqGeneralInfo" label="x" sortOrder="0"/></callCenter>', "utf-8")
    run = drift()
    assert (run.code, run.uncovered) == (4, [("callcenter", "has no name: one.xml")])


def test_what_nobody_declared_is_told_on_request(bench, drift):
    shutil.copy(
        bench.file(f"org/salesforce/{SITE}"), bench.file(f"org/salesforce/{SITE}".replace("Webex_D", "Rogue_D"))
    )
    run = drift()
    assert run.told == []
    assert "not declared, so not compared: 'CspTrustedSite:Rogue_Desktop', 'layout:Global Layout'" in run.err
    assert drift("--include-unmanaged").told[:1] == [("added", "CspTrustedSite:Rogue_Desktop", "/")]


def test_a_hand_made_change_of_a_layout_tells_who_and_whom_it_reaches(bench, drift):
    file = bench.file(bench.layout)
    data = json.loads(file.read_text("utf-8"))
    role = data["jsonFileContent"]["agent"]
    role["appTitle"] = "Changed by hand"
    file.write_text(json.dumps(data), "utf-8")
    run = drift()
    assert run.told == [("changed", LAYOUT, "/agent/appTitle")]
    assert run.report["attribution"] == [
        {"document": LAYOUT, "by": "Alex Moor", "when": "2026-11-20T09:30:00Z", "evidence": "hint"}
    ]
    assert run.report["reach"] == [
        {
            "document": LAYOUT,
            "teams": ["Leeds", "London"],
            "teamsByDefault": [],
            "desktopProfiles": ["Agents", "Seniors"],
            "agents": 15,
        }
    ]
    full = drift(form="full").out
    assert "  hint: edited by Alex Moor on 2026-11-20T09:30:00Z\n" in full
    assert "  reaches 2 teams: Leeds, London; desktop profiles Agents, Seniors; 15 agents\n" in full
    assert full.startswith(
        "Webex: Acme (?, eu1, production)\nSalesforce: Acme CRM (00D000000000001, EU42, production)\n"
        "read: 2026-11-22T10:00:00Z, compared with prod\n"
    )
    assert "| | what | files | org | rule |" in drift(form="markdown").out


def test_teams_without_a_layout_have_the_global_one(bench, drift):
    put(bench, "desktop-layout", {"name": "Global Layout", "global": True, "jsonFileContent": {"agent": {"area": {}}}})
    run = drift("--include-unmanaged")
    (reach,) = [one for one in run.report["reach"] if one["document"] == "layout:Global Layout"]
    assert (reach["teams"], reach["teamsByDefault"], reach["agents"]) == ([], ["York"], 1)


def test_three_ways(bench, drift):
    shutil.copytree(bench.org, bench.folder / "base")
    bench.edit(f"org/salesforce/{SITE}", "<isActive>true", "<isActive>false")
    bench.edit(f"{SOURCE}/settings/OmniChannel.settings-meta.xml", "Channel>true", "Channel>false")
    shutil.copy(bench.file(f"org/salesforce/{SITE}"), bench.file(f"org/salesforce/{SITE}".replace("Webex_D", "New_D")))
    run = drift("--base", "base")
    assert {(one["document"], one["origin"]) for one in run.report["changes"]} == {
        ("CspTrustedSite:New_Desktop", "org"),
        ("CspTrustedSite:Webex_Desktop", "org"),
        ("Settings:OmniChannel", "repo"),
    }
    full = drift("--base", "base", form="full").out
    assert "(the org changed it: by hand)" in full
    assert "(the files changed it: not deployed yet)" in full


def break_it(base: Path) -> None:
    (file,) = (base / "webex/desktop-layout").glob("acme-*")
    file.write_text('{"name": "Acme Service Desk", "jsonFileContent": "{not json"}', "utf-8")


def double_it(base: Path) -> None:
    (file,) = (base / "webex/desktop-layout").glob("acme-*")
    shutil.copy(file, file.with_name("again.json"))


def lose_it(base: Path) -> None:
    (file,) = (base / "webex/desktop-layout").glob("acme-*")
    file.unlink()


def say_of_layouts(status: str | None) -> Callable[[Path], None]:
    def say(base: Path) -> None:
        lose_it(base)
        header = json.loads((base / "snapshot.json").read_text("utf-8"))
        header["kinds"].pop("webex/desktop-layout")
        if status is not None:
            header["kinds"]["webex/desktop-layout"] = {"status": status, "count": 1, "reason": "why"}
        else:
            header["uncovered"] = [{"document": "webex", "reason": "left out by --only salesforce"}]
        (base / "snapshot.json").write_text(json.dumps(header), "utf-8")

    return say


@pytest.mark.parametrize(
    ("damage", "origin", "gaps"),
    [
        (lose_it, "conflict", []),
        (break_it, "unknown", ["layout:Acme Service Desk"]),
        (double_it, "unknown", []),
        (say_of_layouts("forbidden"), "unknown", ["layout"]),
        (say_of_layouts("partial"), "unknown", ["layout"]),
        (say_of_layouts(None), "unknown", ["webex"]),
    ],
)
def test_nobody_knows_who_changed_what_the_base_did_not_read(bench, drift, damage, origin, gaps):
    shutil.copytree(bench.org, bench.folder / "base")
    damage(bench.folder / "base")
    bench.edit(bench.layout, "https://widgets.acme.com/visits/", "https://widgets-test.acme.com/visits/")
    run = drift("--base", "base")
    assert {one["origin"] for one in run.report["changes"]} == {origin}
    assert [document for document, _ in run.uncovered] == gaps
    assert all(reason.startswith("in the base: ") for _, reason in run.uncovered)
    assert run.code == (4 if gaps else 1)
    if origin == "unknown":
        assert (
            "(nobody knows who changed it: the base does not tell what it was)"
            in drift("--base", "base", form="full").out
        )


def test_a_component_of_a_kind_that_the_base_did_not_read(bench, drift):
    shutil.copytree(bench.org, bench.folder / "base")
    (bench.folder / "base/salesforce" / SITE).unlink()
    bench.edit(f"org/salesforce/{SITE}", "<isActive>true", "<isActive>false")
    assert [one["origin"] for one in drift("--base", "base").report["changes"]] == ["conflict"]
    bench.edit("base/snapshot.json", '"salesforce/CspTrustedSite": {', '"salesforce/Nothing": {')
    assert [one["origin"] for one in drift("--base", "base").report["changes"]] == ["unknown"]
    shutil.rmtree(bench.file(f"{SOURCE}/cspTrustedSites"))
    run = drift("--base", "base", "--include-unmanaged")
    assert [one["origin"] for one in run.report["changes"] if "Webex_Desktop" in one["document"]] == ["unknown"]


SECRETS = ("AKIAIOSFODNN7ABCDEFG", "AKIAIOSFODNN7ABCDEFH")


def with_secret(bench: Bench, ours: str, theirs: Any) -> None:
    for file, secret in ((bench.file("layouts/service-desk.json"), ours), (bench.file(bench.layout), theirs)):
        data = json.loads(file.read_text("utf-8"))
        data.get("jsonFileContent", data)["agent"]["apiKey"] = secret
        file.write_text(json.dumps(data), "utf-8")


def mask_of(text: str) -> dict[str, str]:
    return {"mask": "…", "hmac": MaskKey(KEY.encode()).digest(text)}


@pytest.mark.parametrize("form", ["json", "full", "concise", "markdown", "patch", "csv", "sarif", "github", "junit"])
def test_no_report_shows_a_secret(bench, drift, form):
    with_secret(bench, SECRETS[0], mask_of(SECRETS[1]))
    run = drift(form=form)
    assert not any(secret in run.out + run.err for secret in SECRETS)
    assert not any(mask_of(secret)["hmac"] in run.out for secret in SECRETS)


def test_secrets_are_compared_unseen(bench, drift, monkeypatch, tmp_path):
    with_secret(bench, SECRETS[0], mask_of(SECRETS[0]))
    assert drift().told == []
    with_secret(bench, SECRETS[0], mask_of(SECRETS[1]))
    run = drift()
    assert run.told == [("changed", LAYOUT, "/agent/apiKey")]
    (change,) = run.report["changes"]
    assert (change["left"], change["right"]) == ("…", "… (another value, not shown)")
    assert change["message"].endswith(" changed to another value, which is not shown")
    assert "~ agent › apiKey: '…' → '… (another value, not shown)'" in drift(form="full").out  # noqa: RUF001
    assert drift(form="patch").out == "# layout 'Acme Service Desk': 1 value masked, so not in here\n"
    monkeypatch.delenv("WXCC_LINT_MASK_KEY")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nothing"))
    reason = "a value is masked, and the key that it was done with is not here"
    for theirs in SECRETS:
        with_secret(bench, SECRETS[0], mask_of(theirs))
        run = drift()
        assert (run.code, run.told, run.uncovered) == (4, [], [(LAYOUT, reason)])


def test_a_patch_that_would_replace_all_of_a_layout_holds_no_mask_either(bench, drift):
    with_secret(bench, SECRETS[0], mask_of(SECRETS[0]))
    file = bench.file(bench.layout)
    data = json.loads(file.read_text("utf-8"))
    data["jsonFileContent"] = data["jsonFileContent"]["agent"]
    file.write_text(json.dumps(data), "utf-8")
    patch = drift(form="patch").out
    assert patch.startswith("# layout 'Acme Service Desk': ")
    assert patch.endswith(" values masked, so not in here\n")
    assert "hmac" not in patch


def test_a_snapshot_of_another_org_is_refused(bench, drift):
    config = bench.file(".wxcc-lint.yaml")
    config.write_text(config.read_text("utf-8") + "    salesforce: {org-id: 00D000000000002}\n", "utf-8")
    run = drift()
    assert (run.code, run.out) == (2, "")
    assert "is of the Salesforce org 00D000000000001, and 'prod' declares 00D000000000002" in run.err


@pytest.mark.parametrize("as_base", [False, True])
def test_a_folder_that_is_no_snapshot_is_told_before_anything_is_compared(bench, drift, as_base):
    bench.header["version"] = 2
    bench.write_header()
    shutil.copytree(bench.org, bench.file("newer"))
    bench.header["version"] = 1
    bench.write_header()
    for folder, why in (
        ("newer", "the snapshot 'newer' is of version 2, and this program reads version 1; update wxcc-lint"),
        ("nowhere", "there is no snapshot 'nowhere'; name a folder that 'wxcc-lint pull' wrote"),
    ):
        run = drift("--base", folder) if as_base else drift(snapshot=folder)
        assert (run.code, run.out, run.err) == (3, "", f"error: {why}\n")


def test_a_baseline_hides_what_it_lists(bench, drift):
    bench.edit(f"org/salesforce/{SITE}", "<isActive>true", "<isActive>false")
    (change,) = drift().report["changes"]
    path = change["leftLocation"]["path"]
    entry = {"rule": change["rule"], "path": path, "at": change["at"], "count": 1}
    bench.file("known.json").write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")
    config = bench.file(".wxcc-lint.yaml")
    config.write_text("baseline: known.json\n" + config.read_text("utf-8"), "utf-8")
    run = drift()
    assert (run.code, run.told, run.report["summary"]["baselined"]) == (0, [], 1)


def test_what_only_the_org_has_points_at_the_environment(bench, drift):
    bench.edit(
        f"org/salesforce/{SITE}",
        "</CspTrustedSite>",
        "<canAccessMicrophone>true</canAccessMicrophone></CspTrustedSite>",
    )
    report = json.loads(drift(form="sarif").out)
    (result,) = report["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == ".wxcc-lint.yaml"


def test_fail_on_and_exit_zero(bench, drift):
    bench.edit(f"org/salesforce/{CLASS}", "{", "{ // by hand")
    codes = [drift(*words).code for words in ([], ["--fail-on", "warning"], ["--fail-on", "warning", "--exit-zero"])]
    assert codes == [0, 1, 0]


def test_wrong_usage(bench, drift):
    assert drift(snapshot="nowhere").code == 3
    assert drift("--base", "org", form="patch").code == 2
