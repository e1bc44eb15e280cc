"""What is deployed shows no drift; one change, in the org or in the repository, shows exactly itself.

Each change is an edit of files. In the repository it is saved, in the org it is deployed from another checkout. What people
do in Control Hub and in Setup itself is at the end.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.live.acme import Acme
from tests.live.org_state import COMPONENTS, Org
from wxcc_lint.cli.app import app

LAYOUT = "layout:Acme Service Desk"
CALLCENTER = "callcenter:WebexCCAgentDesktopV20241121"
CENTER = "callCenters/WebexCCAgentDesktopV20241121.callCenter-meta.xml"
SITE = "cspTrustedSites/Webex_Desktop.cspTrustedSite-meta.xml"
SHOP = "corsWhitelistOrigins/Acme_Shop.corsWhitelistOrigin-meta.xml"
WAREHOUSE = "remoteSiteSettings/Acme_Warehouse.remoteSite-meta.xml"
CHAT = "servicePresenceStatuses/Available_for_chat.servicePresenceStatus-meta.xml"
CLASS = "classes/sfdcOmniChannel.cls"
OMNI = "settings/OmniChannel.settings-meta.xml"
PACKAGE = "installedPackages/ciscocjs.installedPackage-meta.xml"
RECORDING = "customMetadata/ciscocjs__Recording_Setting.Playback.md-meta.xml"

Edit = Callable[[Path], None]
Told = tuple[str, str, str]


def written(name: str, old: str, new: str) -> Edit:
    """Replace a text in a component, which holds it once."""

    def edit(project: Path) -> None:
        path = project / COMPONENTS / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8")

    return edit


def in_layout(change: Callable[[dict[str, Any]], object]) -> Edit:
    """Change what agents have in the layout."""

    def edit(project: Path) -> None:
        path = project / "layouts" / "service-desk.json"
        layout = json.loads(path.read_text("utf-8"))
        change(layout["agent"])
        path.write_text(json.dumps(layout), "utf-8")

    return edit


def visits(agent: dict[str, Any]) -> dict[str, Any]:
    """Return the widget on the page of visits."""
    return agent["area"]["navigation"][0]["page"]["widgets"]["visits"]


def tabs(agent: dict[str, Any]) -> list[Any]:
    """Return the tabs of the panel, each with what it shows behind it."""
    return agent["area"]["panel"]["children"]


def put_last_tab_first(agent: dict[str, Any]) -> None:
    tabs(agent)[:] = [*tabs(agent)[-2:], *tabs(agent)[:-2]]


def drift(acme: Acme, *more: str) -> list[Told]:
    """Return kind, document and address of each change between the repository and a fresh pull."""
    acme.pull(use_known=False)
    return told(acme, "drift", "prod", "--snapshot", str(acme.snapshot), *more)


def told(acme: Acme, *arguments: str) -> list[Told]:
    """Return kind, document and address of each change that a command tells, when it has compared all."""
    report = reported(acme, *arguments)
    assert report["uncovered"] == []
    return [(one["kind"], one["document"], one["at"]) for one in report["changes"]]


def reported(acme: Acme, *arguments: str) -> dict[str, Any]:
    """Return the report of a command; a process for each of so many would take long."""
    with chdir(acme.project):
        done = CliRunner(env=acme.environ).invoke(app, [*arguments, "-f", "json"])
    assert done.exit_code in {0, 1}, done.output
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def deploy(acme: Acme, edit: Edit) -> None:
    """Make a change in another checkout, and deploy that."""
    other = acme.project.with_name("other")
    shutil.copytree(acme.project, other)
    edit(other)
    acme.org.deploy(other)


# --- Nothing ---------------------------------------------------------------------------------------------------------


def test_a_deployed_repository_shows_no_drift(acme: Acme) -> None:
    assert drift(acme) == []


def test_two_pulls_of_one_org_do_not_differ(acme: Acme) -> None:
    acme.pull()
    first = shutil.copytree(acme.snapshot, acme.project.with_name("first"))
    acme.pull(use_known=False)
    assert told(acme, "diff", f"snapshot:{first}", f"snapshot:{acme.snapshot}") == []
    assert told(acme, "drift", "prod", "--snapshot", str(acme.snapshot), "--base", str(first)) == []


# --- One change ------------------------------------------------------------------------------------------------------

NO_MATCH = "/reqNoRecordMatchConfig/sfdcObjetFieldCadVariableMappings1[sfdcFieldName=Customer__c]"
CHANGES: list[tuple[str, Edit, Told]] = [
    ("title", in_layout(lambda it: it.update(appTitle="Acme, edited")), ("changed", LAYOUT, "/agent/appTitle")),
    (
        "script of a page",
        in_layout(lambda it: visits(it).update(script="https://widgets.acme.com/visits/1.5.0/visits.js")),
        ("changed", LAYOUT, "/agent/area/navigation[nav.navigateTo=acme-visits]/page/widgets/visits/script"),
    ),
    (
        "script in a tab",
        in_layout(
            lambda it: tabs(it)[-1]["children"][0].update(script="https://cx-crmconnector.ciscoccservice.com/x.js")
        ),
        (
            "changed",
            LAYOUT,
            "/agent/area/panel/children[comp=md-tab-panel,tab=Actions]/children[comp=agentx-custom-desktop]/script",
        ),
    ),
    (
        "property",
        in_layout(lambda it: visits(it)["properties"].update(agentId="$STORE.agent.agentName")),
        (
            "changed",
            LAYOUT,
            "/agent/area/navigation[nav.navigateTo=acme-visits]/page/widgets/visits/properties/agentId",
        ),
    ),
    (
        "setting",
        written(CENTER, "<value>CustomerNumber</value>", "<value>AccountId</value>"),
        ("changed", CALLCENTER, "/reqAdvanceScreenpopConfig/screenpopSearchParamCadName"),
    ),
    (
        "mapping",
        written(CENTER, "&quot;wxccFieldName&quot;:&quot;CustomerNumber", "&quot;wxccFieldName&quot;:&quot;Reason"),
        ("changed", CALLCENTER, f"{NO_MATCH}/wxccFieldName"),
    ),
    (
        "frames",
        written(SITE, "FrameSrc>true", "FrameSrc>false"),
        ("changed", "CspTrustedSite:Webex_Desktop", "/isApplicableToFrameSrc"),
    ),
    (
        "address",
        written(SITE, "<endpointUrl>https://desktop.", "<endpointUrl>https://old."),
        ("changed", "CspTrustedSite:Webex_Desktop", "/endpointUrl"),
    ),
    (
        "origin",
        written(SHOP, "https://*.acme.com", "https://shop.acme.com"),
        ("changed", "CorsWhitelistOrigin:Acme_Shop", "/urlPattern"),
    ),
    (
        "remote site",
        written(WAREHOUSE, "<isActive>true", "<isActive>false"),
        ("changed", "RemoteSiteSetting:Acme_Warehouse", "/isActive"),
    ),
    (
        "label of a status",
        written(CHAT, "<label>Available for chat", "<label>Chatting"),
        ("changed", "ServicePresenceStatus:Available_for_chat", "/label"),
    ),
    ("source", written(CLASS, "MasterLabel", "DeveloperName"), ("changed", "ApexClass:sfdcOmniChannel", "/")),
    (
        "setting of Omni-Channel",
        written(OMNI, "SkillsRouting>false", "SkillsRouting>true"),
        ("changed", "Settings:OmniChannel", "/enableOmniSkillsRouting"),
    ),
    (
        "version of the package",
        written(PACKAGE, "2.10", "2.11"),
        ("changed", "InstalledPackage:ciscocjs", "/versionNumber"),
    ),
]


@pytest.mark.parametrize(("edit", "expected"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_change_in_the_org_shows_itself_alone(acme: Acme, edit: Edit, expected: Told) -> None:
    deploy(acme, edit)
    assert drift(acme) == [expected]


@pytest.mark.parametrize(("edit", "expected"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_change_in_the_repository_shows_itself_alone(acme: Acme, edit: Edit, expected: Told) -> None:
    edit(acme.project)
    assert drift(acme) == [expected]


@pytest.mark.parametrize("deployed", [False, True])
def test_a_moved_tab_is_told_with_the_panel_that_it_shows(acme: Acme, deployed: bool) -> None:
    edit = in_layout(put_last_tab_first)
    if deployed:
        deploy(acme, edit)
    else:
        edit(acme.project)
    assert drift(acme) == [
        ("moved", LAYOUT, f"/agent/area/panel/children[comp={comp},tab=Actions]") for comp in ("md-tab", "md-tab-panel")
    ]


# --- What only one side has ------------------------------------------------------------------------------------------

FILES = [
    (CENTER, CALLCENTER),
    (SITE, "CspTrustedSite:Webex_Desktop"),
    (SHOP, "CorsWhitelistOrigin:Acme_Shop"),
    (WAREHOUSE, "RemoteSiteSetting:Acme_Warehouse"),
    (CHAT, "ServicePresenceStatus:Available_for_chat"),
    (RECORDING, "CustomMetadata:ciscocjs__Recording_Setting.Playback"),
]


@pytest.mark.parametrize(("name", "document"), FILES, ids=[document for _, document in FILES])
def test_what_the_org_lacks_is_missing_there(acme: Acme, name: str, document: str) -> None:
    deploy(acme, lambda project: (project / COMPONENTS / name).unlink())
    assert drift(acme) == [("removed", document, "/")]


@pytest.mark.parametrize(("name", "document"), FILES, ids=[document for _, document in FILES])
def test_what_only_the_org_has_is_told_on_request(acme: Acme, name: str, document: str) -> None:
    (acme.project / COMPONENTS / name).unlink()
    assert drift(acme) == []
    everything = told(acme, "drift", "prod", "--snapshot", str(acme.snapshot), "--include-unmanaged")
    assert ("added", document, "/") in everything
    assert {kind for kind, _, _ in everything} == {"added"}


def test_a_layout_that_the_org_lacks_is_missing_there(acme: Acme) -> None:
    acme.org.remove("desktop-layout", "Acme Service Desk")
    assert drift(acme) == [("removed", LAYOUT, "/")]


def test_a_layout_that_was_not_deployed_yet_is_missing_in_the_org(acme: Acme) -> None:
    config = acme.project / ".wxcc-lint.yaml"
    entry = "Acme Service Desk: layouts/service-desk.json"
    config.write_text(config.read_text("utf-8").replace(entry, f"{entry}, Night: layouts/night.json"), "utf-8")
    shutil.copy(acme.project / "layouts" / "service-desk.json", acme.project / "layouts" / "night.json")
    assert drift(acme) == [("removed", "layout:Night", "/")]


def test_a_layout_that_somebody_added_is_told_on_request(acme: Acme) -> None:
    acme.org.add("desktop-layout", "Night", like="Acme Service Desk", teamIds=[])
    assert drift(acme) == []
    everything = told(acme, "drift", "prod", "--snapshot", str(acme.snapshot), "--include-unmanaged")
    beside = ("defaultJsonModified", "global", "jsonFileName", "status", "systemDefault", "teamIds", "validated")
    assert everything == [
        *(("added", LAYOUT, f"/{name}") for name in beside),
        ("added", "layout:Global Layout", "/jsonFileContent"),
        ("added", "layout:Night", "/jsonFileContent"),
    ]


# --- Three ways ------------------------------------------------------------------------------------------------------


def test_since_an_older_pull_each_change_has_its_origin(acme: Acme) -> None:
    acme.pull()
    base = shutil.copytree(acme.snapshot, acme.project.with_name("base"))
    edits = {name: edit for name, edit, _ in CHANGES}

    def others(project: Path) -> None:
        for name in ("frames", "setting of Omni-Channel", "setting"):
            edits[name](project)

    deploy(acme, others)
    edits["title"](acme.project)
    edits["setting of Omni-Channel"](acme.project)
    written(CENTER, "<value>CustomerNumber</value>", "<value>ContactId</value>")(acme.project)
    acme.pull(use_known=False)
    report = reported(acme, "drift", "prod", "--snapshot", str(acme.snapshot), "--base", str(base))
    assert {(one["document"], one["at"]): one["origin"] for one in report["changes"]} == {
        (LAYOUT, "/agent/appTitle"): "repo",
        ("CspTrustedSite:Webex_Desktop", "/isApplicableToFrameSrc"): "org",
        ("Settings:OmniChannel", "/enableOmniSkillsRouting"): "both",
        (CALLCENTER, "/reqAdvanceScreenpopConfig/screenpopSearchParamCadName"): "conflict",
    }


# --- By hand ---------------------------------------------------------------------------------------------------------


def upload_another_title(org: Org) -> None:
    layout = json.loads(org.named("desktop-layout", "Acme Service Desk")["jsonFileContent"])
    layout["agent"]["appTitle"] = "Acme, edited"
    org.save_layout("Acme Service Desk", layout)


def switch_off_a_site(org: Org) -> None:
    org.tables["CspTrustedSite"][1]["IsActive"] = False


def change_a_setting(org: Org) -> None:
    name, data = next(iter(org.metadata["CallCenter"].items()))
    org.metadata["CallCenter"][name] = data.replace(b"<value>CustomerNumber</value>", b"<value>AccountId</value>")


def upgrade_the_package(org: Org) -> None:
    org.tooling["InstalledSubscriberPackage"][0]["SubscriberPackageVersion"]["MinorVersion"] = 11


@pytest.mark.parametrize(
    ("do", "expected"),
    [
        (upload_another_title, ("changed", LAYOUT, "/agent/appTitle")),
        (switch_off_a_site, ("changed", "CspTrustedSite:Webex_Desktop", "/isActive")),
        (change_a_setting, ("changed", CALLCENTER, "/reqAdvanceScreenpopConfig/screenpopSearchParamCadName")),
        (upgrade_the_package, ("changed", "InstalledPackage:ciscocjs", "/versionNumber")),
        (lambda org: org.tooling["CorsWhitelistEntry"].pop(0), ("removed", "CorsWhitelistOrigin:Acme_Shop", "/")),
    ],
    ids=["layout", "trusted site", "call center", "package", "origin"],
)
def test_what_somebody_does_by_hand_shows_itself_alone(acme: Acme, do: Callable[[Org], object], expected: Told) -> None:
    do(acme.org)
    assert drift(acme) == [expected]


# --- One system alone ------------------------------------------------------------------------------------------------


def test_files_of_a_system_that_the_environment_does_not_declare_are_compared_with_nothing(acme: Acme) -> None:
    config = acme.project / ".wxcc-lint.yaml"
    before, _, rest = config.read_text("utf-8").partition("    salesforce:\n")
    config.write_text(
        before + "".join(line for line in rest.splitlines(True) if not line.startswith("      ")), "utf-8"
    )
    with chdir(acme.project):
        done = CliRunner(env=acme.environ).invoke(app, ["drift", "prod", "-f", "json"])
    report = json.loads(done.stdout)
    assert (done.exit_code, report["changes"]) == (4, [])
    assert [one["document"] for one in report["uncovered"]] == ["salesforce", CALLCENTER]
    assert report["uncovered"][0]["reason"].startswith("the environment declares no 'salesforce', and has files of it")
    config.write_text(config.read_text("utf-8").replace('["**"]', '["layouts/**"]'), "utf-8")
    assert reported(acme, "drift", "prod")["uncovered"] == []


# --- What cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["drift", "audit"])
def test_what_cannot_be_read_of_a_live_org_has_a_name_that_lasts(acme: Acme, command: str) -> None:
    acme.org.save("desktop-layout", "Acme Service Desk", jsonFileContent=f"{{ not json{' ' * 2**20}")
    config = acme.project / ".wxcc-lint.yaml"
    config.write_text(f"limits: {{component-mib: 1}}\n{config.read_text('utf-8')}", "utf-8")
    with chdir(acme.project):
        done = CliRunner(env=acme.environ).invoke(app, [command, "prod", "-f", "json"])
    unread = {one["document"]: one["reason"] for one in json.loads(done.stdout)["uncovered"]}
    file = "webex/desktop-layout/acme-service-desk-dd9b72bc.json"
    assert unread[LAYOUT] == f"{file}:4:25: the key 'not' is not in quotes"
    assert unread.get(file) == {"drift": None, "audit": f"{file}: larger than 1 MiB"}[command]
