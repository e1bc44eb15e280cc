"""What is told of files that belong together, and what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Check = Callable[..., list[Any]]
CONFIG, CRM, AGENTS, LEADS = ".wxcc-lint.yaml", "crm/callcenter.xml", "layouts/agents.json", "layouts/leads.json"
PROD = 'environments: {prod: {files: ["**"]'


def config(more: str = "") -> str:
    return f"{PROD}{more and ', '}{more}}}}}\n"


def item(**values: str) -> str:
    return "".join(f'<item name="{name}">{value}</item>' for name, value in values.items())


def adapter(code: str) -> str:
    return item(reqAdapterUrl=f"https://desktop.wxcc-{code}.cisco.com/")


def widget(**properties: Any) -> str:
    script = "https://widgets.acme.com/orders/1.4.0/orders.js"
    return json.dumps({"comp": "acme-orders", "script": script, "properties": properties})


def connector(version: str = "1.1.9", crm: str = "salesforce", **attributes: Any) -> str:
    script = f"https://cx-crmconnector.ciscoccservice.com/{crm}/v{version}/dist/index.js"
    return json.dumps({"comp": "agentx-custom-desktop", "script": script, "attributes": attributes})


def of(found: list[Any], *names: str) -> list[Any]:
    return [one for one in found if one.finding.rule.removeprefix("project/") in names]


def labels(found: Any) -> list[tuple[str, str]]:
    return [(one.location.path, one.message) for one in found.finding.related]


# Regions

REGIONS = ("mismatched-region", "conflicting-regions")
US, EU = "us1 (North America)", "eu1 (United Kingdom)"


def test_a_wrong_region_is_told_once_with_all_its_places(project_findings: Check) -> None:
    (found,) = project_findings(
        {
            CONFIG: config(
                'region: eu1, allowlist: ["*.force.com", "*.salesforce.com", "widgets.acme.com", csp]'
            ).replace("csp", "desktop.wxcc-us1.cisco.com"),
            CRM: adapter("us1"),
            AGENTS: widget(dataCenter="produs1", url="https://api.wxcc-us1.cisco.com/v1"),
        }
    )
    assert found.seen == ("project/mismatched-region", "us1")
    assert (found.finding.severity, found.finding.environment) == ("error", "prod")
    assert found.finding.message == f"'CTI Adapter URL' leads to {US}, but 'prod' is in {EU}"
    assert labels(found) == [
        (CONFIG, f"'prod' is in {EU}"),
        (AGENTS, f"'dataCenter' is for {US}"),
        (AGENTS, f"'api.wxcc-us1.cisco.com' is for {US}"),
        (CONFIG, f"'desktop.wxcc-us1.cisco.com' is for {US}"),
    ]
    assert (
        found.finding.help
        == "write https://desktop.wxcc-eu1.cisco.com/, or correct the region of 'prod' in .wxcc-lint.yaml"
    )
    assert found.finding.fix.safe is False
    assert {edit.path for edit in found.finding.fix.edits} == {CRM, AGENTS, CONFIG}
    assert "https://desktop.wxcc-eu1.cisco.com/<" in found.mended


def test_version_2_states_its_region_in_an_item(project_findings: Check) -> None:
    from wxcc_lint.catalog.callcenter import render_import, vocabulary

    text = render_import(vocabulary("v2").releases[-1])
    (found,) = of(project_findings({CONFIG: config("region: jp1"), CRM: text}), *REGIONS)
    assert found.seen == ("project/mismatched-region", "eu2")
    assert found.finding.message == "'WxCC Region' leads to eu2 (European Union), but 'prod' is in jp1 (Japan)"


def test_two_wrong_regions_are_two_findings(project_findings: Check) -> None:
    found = of(
        project_findings(
            {CONFIG: config("region: eu1"), CRM: adapter("us1"), AGENTS: widget(a="produs1", b="prodjp1")}
        ),
        *REGIONS,
    )
    assert [one.seen for one in found] == [("project/mismatched-region", "us1"), ("project/conflicting-regions", "jp1")]


@pytest.mark.parametrize("value", ["https://api.wxcc-us1.cisco.com/v1", "produs1"])
def test_a_layout_alone_is_a_warning(project_findings: Check, value: str) -> None:
    (found,) = of(project_findings({CONFIG: config("region: eu1"), AGENTS: widget(a=value)}, "strict"), *REGIONS)
    assert found.seen == ("project/conflicting-regions", "us1")
    assert found.finding.severity == "warning"
    assert found.finding.message.endswith(f" is for {US}, but 'prod' is in {EU}")
    assert json.loads(found.mended) == json.loads(found.mended.replace("us1", "eu1"))


def test_a_region_that_is_told_is_not_told_as_hardcoded(project_findings: Check) -> None:
    found = project_findings({CONFIG: config("region: eu1"), AGENTS: widget(a="produs1", b="prodeu1")}, "strict")
    told = [one.seen for one in found if "region" in one.finding.rule]
    assert told == [("project/conflicting-regions", "us1"), ("layout/hardcoded-region", "eu1")]


def test_an_allowed_list_that_covers_the_right_desktop_is_fine(project_findings: Check) -> None:
    hosts = "desktop.wxcc-us1.cisco.com"
    for more in ("desktop.wxcc-eu1.cisco.com", '"*.cisco.com"'):
        files = {CONFIG: config(f"region: eu1, allowlist: [{hosts}, {more}]"), CRM: adapter("eu1")}
        assert of(project_findings(files), *REGIONS) == []
    (found,) = of(
        project_findings({CONFIG: config(f"region: eu1, allowlist: [{hosts}]"), CRM: adapter("eu1")}), *REGIONS
    )
    assert found.seen == ("project/conflicting-regions", "us1")


def test_without_a_declared_region_the_first_of_two_places_is_told(project_findings: Check) -> None:
    (found,) = of(project_findings({CONFIG: config(), CRM: adapter("us1"), AGENTS: widget(a="prodeu1")}), *REGIONS)
    assert (found.finding.location.path, found.under) == (CRM, "us1")
    assert found.finding.message == f"'CTI Adapter URL' leads to {US}, but 'a' is for {EU}"
    assert labels(found) == [(AGENTS, f"'a' is for {EU}")]
    assert found.finding.fix is None


def test_without_a_declared_region_most_files_are_right(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: adapter("us1"), AGENTS: widget(a="prodeu1"), LEADS: widget(a="produs1")}
    (found,) = of(project_findings(files), *REGIONS)
    assert (found.finding.location.path, found.under) == (AGENTS, "eu1")
    assert labels(found) == [(CRM, f"'CTI Adapter URL' leads to {US}"), (LEADS, f"'a' is for {US}")]


def test_layouts_alone_need_not_agree_with_each_other(project_findings: Check) -> None:
    files = {CONFIG: config(), AGENTS: widget(a="prodeu1"), LEADS: widget(a="produs1")}
    assert of(project_findings(files), *REGIONS) == []


def test_files_of_no_environment_need_not_agree(project_findings: Check) -> None:
    assert of(project_findings({CRM: adapter("us1"), AGENTS: widget(a="prodeu1")}), *REGIONS) == []


def test_each_environment_is_judged_by_its_own_region_and_nothing_is_mended_in_a_shared_file(
    project_findings: Check,
) -> None:
    text = 'environments: {a: {files: ["**"], region: us1}, b: {files: ["**"], region: jp1}}'
    (found,) = of(project_findings({CONFIG: text, CRM: adapter("us1")}), *REGIONS)
    assert (found.finding.environment, found.finding.fix) == ("b", None)


def test_a_variable_with_the_wrong_region_is_told_where_it_stands(project_findings: Check) -> None:
    files = {
        CONFIG: config("region: eu1, variables: {DESKTOP: desktop.wxcc-us1.cisco.com}"),
        CRM: item(reqAdapterUrl="https://${DESKTOP}/"),
    }
    (found,) = project_findings(files)
    assert found.seen == ("project/mismatched-region", "${DESKTOP}")
    assert found.finding.help == "correct the variable, or correct the region of 'prod' in .wxcc-lint.yaml"
    assert found.finding.fix is None


@pytest.mark.parametrize("url", ["", "https://phone.example/", "https://desktop.wxcc-us2.cisco.com/", "https://${X}/"])
def test_an_address_without_a_known_region_is_no_mismatch(project_findings: Check, url: str) -> None:
    assert of(project_findings({CONFIG: config("region: eu1"), CRM: item(reqAdapterUrl=url)}), *REGIONS) == []


def test_both_former_names_still_work(project_findings: Check) -> None:
    off = "rules: {callcenter/mismatched-region: off, layout/mismatched-region: off}\n"
    files = {CONFIG: off + config("region: eu1"), CRM: adapter("us1"), AGENTS: widget(a="prodjp1")}
    assert of(project_findings(files), *REGIONS) == []


# Outdial ANI

ON, OFF = item(reqIsOutDialAniToBeSet="true"), item(reqIsOutDialAniToBeSet="false")
PLACEHOLDER = "<OutDialAniValue>"


def test_a_placeholder_is_told_once_for_all_layouts_when_the_switch_is_on(project_findings: Check) -> None:
    layout = connector(outDialAni=PLACEHOLDER, isSFDCWidgetEnabled="false")
    (found,) = project_findings({CONFIG: config(), CRM: ON, AGENTS: layout, LEADS: layout})
    assert found.seen == ("project/leftover-outdial-ani", PLACEHOLDER)
    assert found.finding.severity == "error"
    assert (
        found.finding.message
        == f"'outDialAni' still holds the placeholder '{PLACEHOLDER}', but 'Set Out Dial ANI' is on"
    )
    assert labels(found) == [
        (CRM, "'Set Out Dial ANI' is on"),
        (LEADS, f"'outDialAni' still holds the placeholder '{PLACEHOLDER}'"),
    ]


def test_a_blank_ani_is_told_as_well(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: ON, AGENTS: connector(outDialAni=" ")}
    (found,) = of(project_findings(files), "leftover-outdial-ani")
    assert (found.under, found.finding.message) == ('" "', "'outDialAni' is blank, but 'Set Out Dial ANI' is on")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({CONFIG: config(), CRM: OFF}, ["layout/leftover-placeholder"]),
        ({CRM: ON}, ["layout/leftover-placeholder"]),
    ],
    ids=["off", "no environment"],
)
def test_otherwise_the_placeholder_is_a_leftover_of_the_layout(
    project_findings: Check, files: dict[str, str], told: list[str]
) -> None:
    found = project_findings({**files, AGENTS: connector(outDialAni=PLACEHOLDER)})
    assert [one.finding.rule for one in found] == told


def test_the_connector_of_another_crm_has_an_ani_of_its_own(project_findings: Check) -> None:
    found = project_findings({CONFIG: config(), CRM: ON, AGENTS: connector(crm="zendesk", outDialAni=PLACEHOLDER)})
    assert [one.finding.rule for one in found] == ["layout/leftover-placeholder"]


def test_a_number_that_nothing_uses_is_told_in_strict(project_findings: Check) -> None:
    files = {CONFIG: config(), CRM: OFF, AGENTS: connector(outDialAni="+14155550100")}
    assert project_findings(files) == []
    (found,) = of(project_findings(files, "strict"), "unused-outdial-ani")
    assert found.finding.message == "'outDialAni' holds '+14155550100', but 'Set Out Dial ANI' is off"
    assert labels(found) == [(CRM, "'Set Out Dial ANI' is off")]
    assert of(project_findings({**files, "crm/new.xml": ON}, "strict"), "unused-outdial-ani") == []


# Live notes and the age of the connector


@pytest.mark.parametrize(
    ("layouts", "told"),
    [
        ([connector(isSFDCWidgetEnabled="false")], ["true"]),
        ([connector(isSFDCWidgetEnabled="false"), connector(isSFDCWidgetEnabled="true")], []),
        ([connector(isSFDCWidgetEnabled=True)], []),
        ([widget()], []),
        ([connector(crm="zendesk")], []),
        ([], []),
    ],
    ids=["without", "in one of two", "as a boolean", "no connector", "another CRM", "no layout"],
)
def test_live_notes_need_the_actions_widget_in_one_layout(
    project_findings: Check, layouts: list[str], told: list[str]
) -> None:
    files = {f"layouts/{number}.json": text for number, text in enumerate(layouts)}
    found = of(
        project_findings({CONFIG: config(), CRM: item(isCallNotesEnabled="true"), **files}), "live-notes-without-widget"
    )
    assert [one.under for one in found] == told


@pytest.mark.parametrize(
    ("release", "version", "older"),
    [
        ("WebexCCAgentDesktopV20241121", "1.1.7", True),
        ("WebexCCAgentDesktopV20241121", "1.1.9", False),
        ("WebexCCAgentDesktopV20241121", "1.1.10", False),
        ("WebexCCAgentDesktopV20230720", "1.1.7", False),
        ("WebexCCAgentDesktopV20230705", "1.1.5", True),
        ("WebexCCAgentDesktopV20221201", "1.1.2", False),
        ("WebexCCAgentDesktopV20220220", "1.0.0", False),
        ("AcmeDesktop", "1.0.0", False),
    ],
)
def test_a_connector_older_than_the_call_center(
    project_findings: Check, release: str, version: str, older: bool
) -> None:
    files = {CONFIG: config(), CRM: item(reqInternalName=release), AGENTS: connector(version)}
    found = of(project_findings(files), "older-connector")
    assert [one.under for one in found] == ([version] if older else [])


# Internal names


def test_two_call_centers_with_one_name_are_told_once(project_findings: Check) -> None:
    files = {CONFIG: config(), "crm/a.xml": adapter("us1"), "crm/b.xml": adapter("us1"), "crm/c.xml": adapter("us1")}
    (found,) = project_findings(files)
    assert found.seen == ("project/duplicate-internal-name", "WebexCCAgentDesktopV20241121")
    assert found.finding.message == "3 call centers have the internal name 'WebexCCAgentDesktopV20241121'"
    assert labels(found) == [("crm/b.xml", "the same name"), ("crm/c.xml", "the same name")]


def test_both_forms_of_one_call_center_are_no_duplicates(
    project_findings: Check, as_metadata: Callable[[str], str]
) -> None:
    from wxcc_lint.catalog.callcenter import render_import, vocabulary

    text = render_import(vocabulary().releases[-1])
    component = "app/callCenters/WebexCCAgentDesktopV20241121.callCenter-meta.xml"
    files = {CONFIG: config(), CRM: text, component: as_metadata(text)}
    assert of(project_findings(files), "duplicate-internal-name") == []
    again = {**files, component.replace("app", "unit"): as_metadata(text)}
    assert [one.finding.location.path for one in of(project_findings(again), "duplicate-internal-name")] == [component]


def test_call_centers_of_no_environment_may_be_of_several_orgs(project_findings: Check) -> None:
    assert project_findings({"a/c.xml": adapter("us1"), "b/c.xml": adapter("us1")}) == []


# Declared layouts


def test_a_declared_layout_that_is_not_there(project_findings: Check) -> None:
    files = {
        CONFIG: config("layouts: {Agents: layouts/agent.json, Leads: ./layouts/leads.json}"),
        AGENTS: widget(),
        LEADS: widget(),
    }
    (found,) = of(project_findings(files, "strict"), "missing-layout", "undeclared-layout")
    assert found.seen == ("project/missing-layout", "layouts/agent.json")
    assert found.finding.severity == "error"
    assert (
        found.finding.message == "the layout 'Agents' is not there: 'prod' has no desktop layout 'layouts/agent.json'"
    )
    assert [one.seen for one in project_findings({**files, CRM: "<callCenter/>"}, named=[CONFIG])] == [found.seen]


def test_a_layout_without_a_name_among_declared_ones(project_findings: Check) -> None:
    files = {CONFIG: config("layouts: {Agents: layouts/agents.json}"), AGENTS: widget(), LEADS: widget()}
    assert project_findings(files) == []
    (found,) = of(project_findings(files, "strict"), "missing-layout", "undeclared-layout")
    assert (found.finding.rule, found.finding.location.path) == ("project/undeclared-layout", LEADS)
    assert found.under == '"agent"'
    assert labels(found) == [(CONFIG, "the declared ones")]


# Variables


def test_an_undeclared_variable_is_told_once_with_all_its_places(project_findings: Check) -> None:
    files = {
        CONFIG: config("variables: {DESKTOP: desktop.wxcc-eu1.cisco.com}"),
        CRM: item(reqAdapterUrl="https://${DESKTOPS}/"),
        AGENTS: widget(url="https://${DESKTOPS}/x", other="${direction} ${DESKTOP}"),
    }
    (found,) = project_findings(files)
    assert found.seen == ("project/undeclared-variable", "${DESKTOPS}")
    assert found.finding.message == "the variable 'DESKTOPS' is not declared; did you mean 'DESKTOP'?"
    assert found.finding.location.path == CRM
    assert labels(found) == [(AGENTS, "here as well")]
    assert (
        project_findings({**files, CONFIG: config("variables: {DESKTOPS: desktop.wxcc-eu1.cisco.com, DESKTOP: x}")})
        == []
    )


def test_a_variable_in_a_file_of_no_environment_is_told_file_by_file(project_findings: Check) -> None:
    found = project_findings({AGENTS: widget(a="${HOST} ${HOST}"), LEADS: widget(a="${HOST}")})
    assert [(one.finding.location.path, len(one.finding.related)) for one in found] == [(AGENTS, 1), (LEADS, 0)]
    assert found[0].finding.message == "'${HOST}' stands for nothing: the file belongs to no environment"


def test_a_declared_variable_that_nothing_uses_is_told_in_strict(project_findings: Check) -> None:
    files = {
        CONFIG: config('variables: {A: a, B: widgets.acme.com, C: c}, allowlist: ["${B}", "*.acme.com"]'),
        AGENTS: widget(x="${A}"),
    }
    assert of(project_findings(files), "unused-variable") == []
    (found,) = of(project_findings(files, "strict"), "unused-variable")
    assert (found.under, found.finding.message) == ("C", "nothing uses the variable 'C'")


# No file is beyond them


@pytest.mark.parametrize("text", ["{}", "[]", "null", '{"agent": []}', '{"agent": {"area": {"headless": 1}}}', "", "{"])
def test_odd_layouts_crash_no_rule(project_findings: Check, text: str) -> None:
    files = {CONFIG: config("region: eu1, layouts: {Agents: layouts/agents.json}"), CRM: ON, AGENTS: text}
    found = project_findings(files, "pedantic")
    assert [one.finding.rule for one in found if one.finding.rule == "meta/internal-error"] == []
