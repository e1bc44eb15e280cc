"""Page layouts for tasks, the vendor's package and the apps of agents: what their examples do not show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Check = Callable[..., list[Any]]
CONFIG, CRM = ".wxcc-lint.yaml", "crm/callcenter.xml"
APP = "force-app/main/default"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"'
CURRENT, OLD = "ciscocjs__Webex Contact Center Task Layout", "ciscocjs__Cisco Webex Contact Center Task Layout"
PHONE, OMNI = "opencti:softPhone", "runtime_service_omnichannel:omniWidget"


def config(more: str = "agent-profiles: [Agent]") -> str:
    return f'environments: {{prod: {{files: ["**"]{more and ", "}{more}}}}}\n'


def call_center(**values: str) -> dict[str, str]:
    values = values or {"reqSoftphoneWidth": "550"}
    return {CRM: "".join(f'<item name="{name}">{value}</item>' for name, value in values.items())}


def component(kind: str, body: str) -> str:
    return f"{HEAD}<{kind} {XMLNS}>\n{body}\n</{kind}>\n"


def profile(*layouts: str, apps: str = "", name: str = "Agent") -> dict[str, str]:
    body = "\n".join(f"<layoutAssignments>{layout}</layoutAssignments>" for layout in layouts)
    body += "".join(visible(app) for app in apps.split())
    return {f"{APP}/profiles/{name}.profile-meta.xml": component("Profile", body)}


def visible(app: str, *, shown: str = "true") -> str:
    return (
        f"<applicationVisibilities><application>{app}</application><default>false</default>"
        f"<visible>{shown}</visible></applicationVisibilities>"
    )


def task(layout: str, record_type: str = "") -> str:
    return f"<layout>Task-{layout}</layout>" + (f"<recordType>Task.{record_type}</recordType>" if record_type else "")


def packages(*names: str) -> dict[str, str]:
    body = "<activateRSS>true</activateRSS><versionNumber>1.9</versionNumber>"
    return {
        f"{APP}/installedPackages/{name}.installedPackage-meta.xml": component("InstalledPackage", body)
        for name in names
    }


def removal(member: str = "ciscocjs", name: str = "destructiveChangesPost.xml") -> dict[str, str]:
    body = f"<types><members>{member}</members><name>InstalledPackage</name></types>"
    return {f"remove/{name}": component("Package", body)}


def app(name: str, *components: str, more: str = "<uiType>Lightning</uiType>") -> dict[str, str]:
    """Return an app and the page that is its utility bar."""
    instances = "".join(
        f"<itemInstances><componentInstance><componentName>{one}</componentName></componentInstance></itemInstances>"
        for one in components
    )
    region = f"<flexiPageRegions>{instances}<name>utilityItems</name><type>Region</type></flexiPageRegions>"
    page = component("FlexiPage", f"{region}<masterLabel>{name}</masterLabel><type>UtilityBar</type>")
    bar = f"<label>{name} app</label>{more}<utilityBar>{name}_Bar</utilityBar>"
    return {
        f"{APP}/applications/{name}.app-meta.xml": component("CustomApplication", bar),
        f"{APP}/flexipages/{name}_Bar.flexipage-meta.xml": page,
    }


def labels(found: Any) -> list[tuple[str, str]]:
    return [(one.location.path.rpartition("/")[2], one.message) for one in found.finding.related]


# Layouts


def test_another_layout_for_tasks_is_told_at_its_name(project_findings: Check) -> None:
    files = {CONFIG: config(), **call_center(), **profile("<layout>Case-Acme</layout>", task("Acme Layout"))}
    (found,) = project_findings(files)
    assert found.seen == ("project/unassigned-task-layout", "Task-Acme Layout")
    assert (found.finding.severity, found.finding.environment) == ("warning", "prod")
    assert found.finding.message == (
        "agents with the profile 'Agent' see calls in 'Task-Acme Layout', not in 'Webex Contact Center Task Layout'"
    )
    assert labels(found) == [(CONFIG, "agents have this profile")]


def test_the_layout_without_a_record_type_is_shown(project_findings: Check) -> None:
    layouts = task("Visits", "Visit"), task("Acme Layout")
    (found,) = project_findings({CONFIG: config(), **call_center(), **profile(*layouts)})
    assert found.under == "Task-Acme Layout"


@pytest.mark.parametrize(
    "layouts",
    [
        pytest.param((task(CURRENT),), id="the package's"),
        pytest.param((task("Webex Contact Center Task Layout"),), id="without a prefix"),
        pytest.param((task("Webex%20Contact%20Center Task Layout"),), id="percent-encoded"),
        pytest.param((task("Acme - Webex Contact Center Task Layout"),), id="named after it"),
        pytest.param((task("Acme Layout"), task(CURRENT, "Call")), id="for a record type"),
        pytest.param(("<layout>Case-Acme Layout</layout>",), id="none for tasks"),
        pytest.param((), id="none at all"),
    ],
)
def test_profiles_that_say_nothing_against_the_layout(project_findings: Check, layouts: tuple[str, ...]) -> None:
    assert project_findings({CONFIG: config(), **call_center(), **profile(*layouts)}) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({CONFIG: config(), **profile(task("Acme Layout"))}, id="no call center"),
        pytest.param({**call_center(), **profile(task("Acme Layout"))}, id="no environment"),
        pytest.param(
            {CONFIG: config(), **call_center(), **profile(task("Acme Layout"), name="Other")}, id="not an agent's"
        ),
        pytest.param(
            {CONFIG: config(), **call_center(), **profile(task("Acme Layout")), **removal()},
            id="package on its way out",
        ),
    ],
)
def test_where_no_layout_is_asked_for(project_findings: Check, files: dict[str, str]) -> None:
    found = project_findings(files)
    assert [one for one in found if one.finding.rule == "project/unassigned-task-layout"] == []


def test_the_outdated_layout_is_told_once_with_all_record_types(project_findings: Check) -> None:
    files = {CONFIG: config(), **call_center(), **profile(task(OLD), task(OLD, "Call"))}
    (found,) = project_findings(files)
    assert found.seen == ("salesforce/outdated-task-layout", f"Task-{OLD}")
    assert found.finding.message == f"'Task-{OLD}' is the page layout of earlier packages"
    assert labels(found) == [("Agent.profile-meta.xml", "and here")]
    assert found.finding.fix.safe is False
    assert found.mended == profile(task(CURRENT), task(CURRENT, "Call"))[f"{APP}/profiles/Agent.profile-meta.xml"]


def test_a_layout_of_a_package_that_is_removed_is_told_in_each_profile(project_findings: Check) -> None:
    files = {CONFIG: config(""), **profile(task(CURRENT), task(CURRENT, "Call")), **profile(task(OLD), name="Lead")}
    first, second = project_findings({**files, **removal()})
    assert first.seen == ("project/leftover-task-layout", f"Task-{CURRENT}")
    assert first.finding.message == f"'Task-{CURRENT}' is still assigned, and 'ciscocjs' is to be removed"
    assert labels(first) == [
        ("Agent.profile-meta.xml", "and here"),
        ("destructiveChangesPost.xml", "this removes the package"),
    ]
    assert second.seen == ("project/leftover-task-layout", f"Task-{OLD}")


def test_a_package_that_is_not_among_those_of_the_project(project_findings: Check) -> None:
    (found,) = project_findings({CONFIG: config(""), **profile(task(CURRENT)), **packages("acme")})
    assert found.seen == ("project/leftover-task-layout", f"Task-{CURRENT}")
    assert found.finding.message == f"'Task-{CURRENT}' is still assigned, and the project has no package 'ciscocjs'"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="packages are not kept"),
        pytest.param(packages("acme", "ciscocjs"), id="the package is there"),
        pytest.param(removal("acme"), id="another package is removed"),
        pytest.param(removal(name="package.xml"), id="a manifest that asks for it"),
        pytest.param({**packages("acme"), **call_center()}, id="a call center needs it"),
    ],
)
def test_layouts_that_are_not_left_over(project_findings: Check, more: dict[str, str]) -> None:
    found = project_findings({CONFIG: config(""), **profile(task(CURRENT)), **more})
    assert [one.seen for one in found if one.finding.rule == "project/leftover-task-layout"] == []


def test_files_of_no_environment_are_not_compared(project_findings: Check) -> None:
    assert project_findings({**profile(task(CURRENT)), **removal(), **packages("acme")}, "strict") == []


# The package


def undeclared(found: list[Any]) -> list[Any]:
    return [one for one in found if one.finding.rule == "project/undeclared-package"]


def test_a_package_that_is_kept_nowhere_is_worth_knowing(project_findings: Check) -> None:
    files = {CONFIG: config(""), **call_center(reqSalesforceNamespace="ciscocjs"), **packages("acme")}
    (found,) = undeclared(project_findings(files, "strict"))
    assert (found.under, found.finding.severity) == ("ciscocjs", "info")
    assert found.finding.message == (
        "the call center needs the package 'ciscocjs', which is not among the packages of the project"
    )


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({}, id="packages are not kept"),
        pytest.param(packages("CiscoCJS"), id="whatever its case"),
        pytest.param({f"{APP}/installedPackages/ciscocjs.installedPackage-meta.xml": "<InstalledPackage"}, id="unread"),
        pytest.param({**packages("acme"), **removal()}, id="on its way out"),
        pytest.param({**packages("acme"), **removal(name="package.xml")}, id="asked for by name"),
        pytest.param(removal("acme", "package.xml"), id="another is asked for"),
    ],
)
def test_packages_that_are_not_missed(project_findings: Check, more: dict[str, str]) -> None:
    assert undeclared(project_findings({CONFIG: config(""), **call_center(), **more}, "strict")) == []


def test_a_manifest_that_asks_for_all_packages_says_that_they_are_kept(project_findings: Check) -> None:
    files = {CONFIG: config(""), **call_center(), **removal("*", "package.xml")}
    assert len(undeclared(project_findings(files, "strict"))) == 1


# Apps


def softphones(found: list[Any]) -> list[Any]:
    return [one for one in found if one.finding.rule == "project/app-without-softphone"]


def test_all_apps_of_agents_are_named(project_findings: Check) -> None:
    agents = profile(apps="Sales Service")
    files = {CONFIG: config(), **call_center(), **agents, **app("Sales", "acme:notes"), **app("Service")}
    (found,) = softphones(project_findings(files))
    assert found.under == "Sales_Bar"
    assert found.finding.message == "'Sales app' has no softphone in its utility bar, and agents have no app that does"
    assert labels(found) == [("Service.app-meta.xml", "'Service app' has none either")]


def test_an_app_without_a_utility_bar_is_told_at_its_label(project_findings: Check) -> None:
    bare = component("CustomApplication", "<label>Bare</label><uiType>Lightning</uiType>")
    files = {CONFIG: config(), **call_center(), **profile(apps="Bare"), f"{APP}/applications/Bare.app-meta.xml": bare}
    (found,) = softphones(project_findings(files))
    assert found.under == "Bare"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {**call_center(), **profile(apps="Sales ciscocjs__Webex"), **app("Sales")}, id="the package's app"
        ),
        pytest.param(
            {**call_center(), **profile(apps="Sales Phone"), **app("Sales"), **app("Phone", PHONE)}, id="has it"
        ),
        pytest.param({**call_center(), **profile(), **app("Sales")}, id="apps are not told"),
        pytest.param({**call_center(), **profile(visible("Sales", shown="false")), **app("Sales")}, id="not shown"),
        pytest.param({**call_center(), **profile(apps="Sales", name="Other"), **app("Sales")}, id="agents not there"),
        pytest.param({**call_center(), **profile(apps="Sales"), **app("Sales", more="")}, id="made for Classic"),
        pytest.param({**profile(apps="Sales"), **app("Sales")}, id="no call center"),
        pytest.param(
            {
                **call_center(reqSalesforceCompatibilityMode="Classic"),
                **profile(apps="Sales"),
                **app("Sales"),
            },
            id="Classic",
        ),
        pytest.param(
            {
                **call_center(),
                **profile(apps="Sales"),
                **{name: text for name, text in app("Sales").items() if "flexipage" not in name},
            },
            id="utility bar not there",
        ),
    ],
)
def test_apps_of_which_too_little_is_known(project_findings: Check, files: dict[str, str]) -> None:
    assert softphones(project_findings({CONFIG: config(), **files})) == []


SYNC = call_center(isOmniStateSyncEnabled="true", defaultOmniStateForCall="Busy", defaultOmniStateForOmniChannel="Chat")


def omni(found: list[Any]) -> list[Any]:
    return [one for one in found if one.finding.rule == "project/softphone-without-omni-channel"]


def test_the_softphone_without_omni_channel(project_findings: Check) -> None:
    files = {CONFIG: config(""), **SYNC, **app("Sales", PHONE), **app("Service", PHONE), **app("Chats", OMNI)}
    (found,) = omni(project_findings(files, "strict"))
    assert (found.under, found.finding.severity) == (PHONE, "info")
    assert found.finding.message == "'Sales app' has the softphone but not Omni-Channel, and state sync with it is on"
    assert labels(found) == [
        ("callcenter.xml", "this switches the sync on"),
        ("Service_Bar.flexipage-meta.xml", "nor has 'Service app'"),
    ]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({**SYNC, **app("Sales", PHONE), **app("Service", PHONE, OMNI)}, id="one has both"),
        pytest.param(
            {**SYNC, **app("Service", PHONE, more="<isOmniPinnedViewEnabled>true</isOmniPinnedViewEnabled>")},
            id="in the sidebar",
        ),
        pytest.param({**SYNC, **app("Service")}, id="no softphone"),
        pytest.param({**call_center(), **app("Service", PHONE)}, id="sync is off"),
    ],
)
def test_where_omni_channel_is_not_missed(project_findings: Check, files: dict[str, str]) -> None:
    assert omni(project_findings({CONFIG: config(""), **files}, "strict")) == []


def test_apps_and_layouts_of_others_say_nothing(project_findings: Check) -> None:
    files = {CONFIG: config(), **profile(task("Acme Layout"), apps="Sales"), **app("Sales"), **packages("acme")}
    assert project_findings(files, "pedantic") == []
