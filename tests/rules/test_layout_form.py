"""Rules on the form of a layout and on the settings of its roles; their examples show the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.rules.conftest import seen_in_layout as seen
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.rule_files import builtin_rules

RULES = {
    "duplicate-key",
    "former-default-title",
    "global-layout-with-teams",
    "invalid-version",
    "legacy-experience-management",
    "mismatched-version",
    "misplaced-area",
    "misplaced-webex-switch",
    "missing-area",
    "missing-desktop-tab",
    "missing-role",
    "misspelt-area",
    "misspelt-logo-word",
    "misspelt-role",
    "misspelt-setting",
    "modified-layout-marked-default",
    "older-than-default",
    "renamed-campaign-component",
    "single-role-form",
    "unclear-form",
    "undocumented-setting",
    "unknown-area",
    "unknown-role",
    "unknown-setting",
    "unsupported-image-format",
    "unusual-browser-timer",
    "webex-app-in-some-roles",
}
"""Those of this page, and two of the schema's that meet them."""

Told = Callable[..., list[Any]]


@pytest.fixture
def told(findings) -> Told:
    """Return what the rules of this page find in a layout, given as text or as data; `pedantic` unless said otherwise."""

    def check(layout: Any, profile: str = "pedantic", only: str = "") -> list[Any]:
        text = layout if isinstance(layout, str) else json.dumps(layout)
        names = {f"layout/{name}" for name in ([only] if only else RULES)}
        return [one for one in findings(text, name="l.json", profile=profile) if one.finding.rule in names]

    return check


def roles(**changed: Any) -> dict[str, Any]:
    """Return the default layout with some settings of the agent, or without those that are None."""
    layout = default_layout()
    layout["agent"] |= changed
    layout["agent"] = {name: value for name, value in layout["agent"].items() if value is not None}
    return layout


def areas(**changed: Any) -> dict[str, Any]:
    """Return the default layout with some areas of the agent."""
    layout = default_layout()
    layout["agent"]["area"] |= changed
    return layout


def single(**changed: Any) -> dict[str, Any]:
    """Return a layout of the old form."""
    return {"version": "0.0.6", "area": default_layout()["agent"]["area"]} | changed


def renamed(layout: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Return an object with another name for one member, in its place."""
    return {new if name == old else name: value for name, value in layout.items()}


def test_nothing_is_told_of_the_default_layout(told: Told) -> None:
    assert seen(told(default_layout())) == []


# --- keys that stand twice ---


def test_of_a_key_that_stands_three_times_the_last_is_marked_and_the_others_are_shown(told: Told) -> None:
    text = json.dumps(default_layout(), indent=1).replace('"logo": "",', '"logo": "a",\n"logo": "b",\n"logo": "",', 1)
    (found,) = told(text)
    assert found.seen == ("layout/duplicate-key", '"logo"')
    assert found.finding.message == "'logo' stands 3 times in 'agent', and only the last one counts"
    assert [one.location.line for one in found.finding.related] == [5, 6]
    assert found.finding.location.line == 7


def test_what_stands_in_a_lost_value_is_not_told_again(told: Told) -> None:
    text = json.dumps(default_layout()).replace('"area": {', '"area": {"panel": {}, "panel": {}}, "area": {', 1)
    assert seen(told(text)) == [("duplicate-key", '"area"')]


def test_repeats_of_the_layout_inside_the_api_object_and_of_the_object_itself_are_told(told: Told) -> None:
    inner = json.dumps(default_layout()).replace('"logo": ""', '"logo": "a", "logo": ""', 1)
    as_text = f'{{"name": "n", "name": "m", "jsonFileContent": {json.dumps(inner)}}}'
    as_object = f'{{"name": "n", "name": "m", "jsonFileContent": {inner}}}'
    assert seen(told(as_text)) == [("duplicate-key", '"name"'), ("duplicate-key", r"\"logo\"")]
    assert seen(told(as_object)) == [("duplicate-key", '"name"'), ("duplicate-key", '"logo"')]
    assert [one.finding.message for one in told(as_text)] == [
        "'name' stands twice, and only the last one counts",
        "'logo' stands twice in 'agent', and only the last one counts",
    ]


def test_one_key_in_two_objects_of_a_list_is_no_repeat(told: Told) -> None:
    assert seen(told(areas(navigation=[{"visibility": "A"}, {"visibility": "A"}]), only="duplicate-key")) == []


# --- roles ---


def test_missing_roles_are_one_finding_at_the_bracket(told: Told) -> None:
    (found,) = told({"supervisor": default_layout()["supervisor"]})
    assert found.seen == ("layout/missing-role", "{")
    assert found.finding.message == "the roles 'agent' and 'supervisorAgent' are missing"
    assert found.finding.severity == "warning"


@pytest.mark.parametrize("key", ["supervisoragent", "SupervisorAgent", "supervisor_agent", "supervisorAgents"])
def test_a_misspelt_role_is_no_missing_one_and_can_be_renamed(told: Told, key: str) -> None:
    layout = renamed(default_layout(), "supervisorAgent", key)
    (found,) = told(layout)
    assert found.seen == ("layout/misspelt-role", f'"{key}"')
    assert found.finding.fix.safe is False
    assert json.loads(found.mended) == default_layout()
    assert told(found.mended) == []


def test_a_single_misspelt_role_explains_the_unclear_form(told: Told) -> None:
    text = json.dumps({"Agent": default_layout()["agent"]})
    found = told(text)
    assert seen(found) == [("missing-role", "{"), ("misspelt-role", '"Agent"')]
    assert seen(told(found[1].mended)) == [("missing-role", "{")]
    wrapped = json.dumps({"name": "n", "jsonFileContent": text})
    assert seen(told(wrapped)) == [("missing-role", "{"), ("misspelt-role", r"\"Agent\"")]


def test_a_misspelt_role_beside_the_right_one_is_an_unknown_one(told: Told) -> None:
    (found,) = told(default_layout() | {"Agent": {"area": {}}})
    assert found.seen == ("layout/unknown-role", '"Agent"')
    assert found.finding.help == "delete it, or move it to where it belongs"


def test_an_unknown_role_says_which_are_missing_and_nothing_else_does(told: Told) -> None:
    (found,) = told(renamed(default_layout(), "supervisorAgent", "manager"))
    assert found.seen == ("layout/unknown-role", '"manager"')
    assert found.finding.help == "if it is meant to be a role, name it 'supervisorAgent'"


@pytest.mark.parametrize("key", ["version", "appTitle", "headerActions"])
def test_settings_beside_the_roles_belong_into_them(told: Told, key: str) -> None:
    (found,) = told(default_layout() | {key: "0.1.0"})
    assert found.seen == ("layout/unknown-role", f'"{key}"')
    assert found.finding.help == "move it into each role that should have it"


def test_editors_may_be_told_the_schema(told: Told) -> None:
    assert seen(told({"$schema": "./desktop-layout.schema.json"} | default_layout())) == []
    assert seen(told({"$schema": "./s.json"} | single(), only="unknown-setting")) == []


def test_an_area_beside_the_roles_is_told_by_the_schema_alone(told: Told) -> None:
    layout = {"agent": default_layout()["agent"], "area": {}}
    assert seen(told(layout, profile="default")) == [("unclear-form", '"area"')]


def test_the_old_form_is_told_in_strict(told: Told) -> None:
    assert seen(told(single(), profile="default")) == []
    (found,) = told(single(), profile="strict")
    assert (found.seen, found.finding.severity) == (("layout/single-role-form", '"area"'), "info")
    wrapped = {"name": "n", "jsonFileContent": json.dumps(single())}
    assert seen(told(wrapped, profile="strict")) == [("single-role-form", r"\"area\"")]


# --- versions ---


@pytest.mark.parametrize(
    ("version", "told_of"),
    [("0.1.0", []), ("10.20.30", []), ("", ['""']), ("0.1", ['"0.1"']), ("0.1.0 ", ['"0.1.0 "']), (1, ["1"])],
)
def test_versions_have_three_numbers(told: Told, version: Any, told_of: list[str]) -> None:
    assert seen(told(roles(version=version), only="invalid-version")) == [("invalid-version", one) for one in told_of]


def test_a_missing_version_is_fine(told: Told) -> None:
    assert seen(told(roles(version=None))) == []


def test_a_version_fits_the_form(told: Told) -> None:
    assert seen(told(roles(version="0.0.6"))) == [("mismatched-version", '"0.0.6"')]
    assert seen(told(single(version="0.1.0"), only="mismatched-version")) == [("mismatched-version", '"0.1.0"')]
    assert seen(told(single(version="0.0.2"), only="mismatched-version")) == []


def test_roles_have_one_version(told: Told) -> None:
    layout = default_layout()
    layout["supervisorAgent"]["version"] = "0.2.0"
    (found,) = told(layout)
    assert found.seen == ("layout/mismatched-version", '"0.2.0"')
    assert found.finding.message == "the version is '0.2.0' here, and '0.1.0' in another role"
    assert len(found.finding.related) == 1


# --- settings ---


def test_a_misspelt_setting_can_be_renamed(told: Told) -> None:
    layout = default_layout()
    layout["agent"] = renamed(layout["agent"], "dragDropEnabled", "dragdropenabled")
    (found,) = told(layout, profile="default")
    assert found.seen == ("layout/misspelt-setting", '"dragdropenabled"')
    assert found.finding.severity == "warning"
    assert json.loads(found.mended) == default_layout()


def test_names_in_the_old_form_and_in_desktop_chat_app_count_too(told: Told) -> None:
    assert seen(told(single(apptitle="x"), profile="default")) == [("misspelt-setting", '"apptitle"')]
    layout = roles(desktopChatApp={"WebexConfigured": True})
    assert seen(told(layout, only="misspelt-setting")) == [("misspelt-setting", '"WebexConfigured"')]


def test_what_resembles_a_setting_that_is_there_is_an_unknown_one(told: Told) -> None:
    (found,) = told(roles(apptitle="x"))
    assert (found.seen, found.finding.severity) == (("layout/unknown-setting", '"apptitle"'), "info")
    assert found.finding.help == "delete it, if 'appTitle' says what you mean"


@pytest.mark.parametrize("name", ["layoutName", "isRoleBasedLayout", "collapseVoiceIntPane"])
def test_undocumented_settings_are_told_as_that(told: Told, name: str) -> None:
    assert seen(told(roles(**{name: "x"}), only="unknown-setting")) == []
    assert seen(told(roles(**{name: True}), only="undocumented-setting")) == [("undocumented-setting", f'"{name}"')]


def test_undocumented_names_are_found_in_the_areas_and_in_desktop_chat_app(told: Told) -> None:
    assert seen(told(areas(widgetExplorer={}))) == [("undocumented-setting", '"widgetExplorer"')]
    layout = roles(desktopChatApp={"webexConfigured": False, "msTeamConfigured": False})
    assert seen(told(layout)) == [("undocumented-setting", '"msTeamConfigured"')]


@pytest.mark.parametrize("name", ["webexAppConfigured", "webexConfigured"])
def test_a_former_switch_for_webex_app_is_moved(told: Told, name: str) -> None:
    (found,) = told(single(**{name: True}), profile="default")
    assert (found.seen, found.finding.severity) == (("layout/misplaced-webex-switch", f'"{name}"'), "warning")
    assert json.loads(found.mended)["desktopChatApp"] == {"webexConfigured": True}
    assert told(found.mended, profile="default") == []
    layout = roles(**{name: True})
    (found,) = told(layout)
    assert (found.seen[0], found.finding.fix) == ("layout/misplaced-webex-switch", None)


@pytest.mark.parametrize("in_force", [True, False])
def test_a_former_switch_that_changes_nothing_is_only_unknown(told: Told, in_force: bool) -> None:
    layout = single(webexAppConfigured=in_force, desktopChatApp={"webexConfigured": in_force})
    assert seen(told(layout, profile="default")) == []
    assert seen(told(layout, only="unknown-setting")) == [("unknown-setting", '"webexAppConfigured"')]


@pytest.mark.parametrize(
    ("seconds", "count"), [(4, 1), (5, 0), (8.5, 0), (15, 0), (15.5, 1), (0, 1), (True, 0), ("60", 0)]
)
def test_browser_notifications_stay_for_5_to_15_seconds(told: Told, seconds: Any, count: int) -> None:
    assert len(told(roles(browserNotificationTimer=seconds), only="unusual-browser-timer")) == count


def test_the_former_title_can_be_replaced_by_the_present_one(told: Told) -> None:
    (found,) = told(roles(appTitle="Contact Center Desktop"), profile="strict")
    assert found.finding.fix.safe is False
    assert json.loads(found.mended) == default_layout()
    assert told(roles(appTitle="Contact Center Desktop Leeds"), profile="strict") == []


@pytest.mark.parametrize(
    ("name", "value", "marked"),
    [
        ("logo", "https://widgets.acme.com/a.bmp", "bmp"),
        ("logo", "https://widgets.acme.com/a.b/c.TIFF?v=1.png", "TIFF"),
        ("taskPageIllustration", "images/desk.pdf#x", "pdf"),
        ("taskPageIllustration", "data:image/tiff;base64,AAAA", "tiff"),
        ("appTitle", "https://widgets.acme.com/a.html", "html"),
        ("logo", "https://widgets.acme.com/a.webp", None),
        ("logo", "https://widgets.acme.com/a.PNG?v=.bmp", None),
        ("logo", "https://widgets.acme.com/logo", None),
        ("logo", "https://widgets.acme.com/logo.php", None),
        ("logo", "https://acme.ai", None),
        ("logo", "https://acme.ai?logo.bmp", None),
        ("logo", "data:image/svg+xml;base64,AAAA", None),
        ("appTitle", "Acme readme.doc", None),
        ("appTitle", 7, None),
    ],
)
def test_formats_of_images(told: Told, name: str, value: Any, marked: str | None) -> None:
    expected = [("unsupported-image-format", marked)] if marked else []
    assert seen(told(roles(**{name: value}), only="unsupported-image-format")) == expected


@pytest.mark.parametrize(
    ("logo", "safe"), [("No-Logo", True), ("no logo", True), ("NOLOGO", True), (" no-logo", True), ("none", False)]
)
def test_words_for_no_logo(told: Told, logo: str, safe: bool) -> None:
    (found,) = told(roles(logo=logo), profile="default")
    assert found.seen == ("layout/misspelt-logo-word", json.dumps(logo))
    assert found.finding.fix.safe is safe
    assert json.loads(found.mended)["agent"]["logo"] == "no-logo"


@pytest.mark.parametrize("logo", ["", "no-logo", "https://widgets.acme.com/nologo.png", None, 0])
def test_other_logos(told: Told, logo: Any) -> None:
    assert seen(told(roles(logo=logo), only="misspelt-logo-word")) == []


def test_webex_app_is_one_finding_for_all_roles_without_it(told: Told) -> None:
    (found,) = told(roles(desktopChatApp={"webexConfigured": True}))
    assert found.seen == ("layout/webex-app-in-some-roles", "false")
    assert found.finding.message == "Webex App is on for 'agent', and not for 'supervisor' and 'supervisorAgent'"
    assert len(found.finding.related) == 1


def test_a_role_without_the_switch_is_one_without_webex_app(told: Told) -> None:
    layout = roles(desktopChatApp=None)
    layout["supervisor"]["desktopChatApp"] = layout["supervisorAgent"]["desktopChatApp"] = {"webexConfigured": True}
    assert seen(told(layout)) == [("webex-app-in-some-roles", '"agent"')]


# --- areas ---


@pytest.mark.parametrize(
    ("name", "meant", "value", "safe"),
    [
        ("homePage", "homepage", {}, True),
        ("Persistent", "persistent", [], True),
        ("persistant", "persistent", [], False),
    ],
)
def test_a_misspelt_area_can_be_renamed(told: Told, name: str, meant: str, value: Any, safe: bool) -> None:
    (found,) = told(areas(**{name: value}))
    assert (found.seen, found.finding.severity) == (("layout/misspelt-area", f'"{name}"'), "error")
    assert found.finding.fix.safe is safe
    assert meant in json.loads(found.mended)["agent"]["area"]
    assert told(found.mended) == []


def test_a_short_word_for_the_navigation_is_understood(told: Told) -> None:
    layout = default_layout()
    layout["agent"]["area"] = renamed(layout["agent"]["area"], "navigation", "nav")
    (found,) = told(layout)
    assert found.seen == ("layout/misspelt-area", '"nav"')
    assert json.loads(found.mended) == default_layout()


def test_an_area_of_another_shape_than_it_may_hold_is_not_renamed(told: Told) -> None:
    (found,) = told(areas(homePage=[]))
    assert (found.seen[0], found.finding.fix) == ("layout/misspelt-area", None)


def test_a_misspelt_area_that_holds_the_areas_explains_that_there_is_none(told: Told) -> None:
    layout = default_layout()
    layout["agent"] = renamed(layout["agent"], "area", "Area")
    (found,) = told(layout)
    assert found.seen == ("layout/misspelt-area", '"Area"')
    assert json.loads(found.mended) == default_layout()


def test_a_second_spelling_of_an_area_that_is_there_is_unknown(told: Told) -> None:
    (found,) = told(areas(Panel={}))
    assert (found.seen, found.finding.severity) == (("layout/unknown-area", '"Panel"'), "warning")
    assert found.finding.help == "delete it, or move what it holds into 'panel', which is there as well"


def test_a_setting_among_the_areas_is_told_where_it_belongs(told: Told) -> None:
    (found,) = told(areas(stopNavigateOnAcceptTask=True))
    assert found.seen == ("layout/unknown-area", '"stopNavigateOnAcceptTask"')
    assert found.finding.help == "it is a setting: move it out of 'area', to stand beside it"


def test_an_area_among_the_settings_is_told_where_it_belongs(told: Told) -> None:
    (found,) = told(roles(persistent=[]))
    assert (found.seen, found.finding.help) == (("layout/misplaced-area", '"persistent"'), "move it into 'area'")
    (found,) = told(roles(navigation=[]))
    assert found.finding.help == "delete it, or move what it holds into the one in 'area'"


def test_areas_without_an_area_around_them_leave_the_word_to_the_schema(told: Told) -> None:
    layout = default_layout()
    layout["agent"] = layout["agent"]["area"]
    assert seen(told(layout, profile="default")) == [("missing-area", '"agent"')]


# --- parts ---


def slots(*names: str) -> dict[str, Any]:
    children = [{"comp": "slot", "attributes": {"name": name}} for name in names]
    return {"comp": "md-tabs", "children": [{"comp": "md-tab-panel", "children": children}]}


def test_what_the_default_layout_has_lately_is_one_finding_a_role(told: Told) -> None:
    (found,) = told(areas(advancedHeader=[], panel=slots("CONTACT_HISTORY")), only="older-than-default")
    assert found.seen == ("layout/older-than-default", '"agent"')
    assert found.finding.message == (
        "'agent' lacks what the newest default layout has: digital outbound ('digital-outbound'), AI Assistant "
        "('ai-assistant'), transcript of the call ('RT_TRANSCRIPT'), customer journey ('CUSTOMER_JOURNEY_WIDGET')"
    )
    assert seen(told(single(area={"panel": slots()}), only="older-than-default")) == [("older-than-default", '"area"')]


def test_a_journey_widget_of_ones_own_is_a_journey(told: Told) -> None:
    (found,) = told(areas(panel={"comp": "customer-journey-widget"}), only="older-than-default")
    assert found.finding.message.endswith("has: transcript of the call ('RT_TRANSCRIPT')")


def test_tabs_of_the_desktop_are_missed_in_a_pane_that_has_others(told: Told) -> None:
    def lacking(panel: Any, **others: Any) -> list[str]:
        found = told(areas(panel=panel, **others), only="missing-desktop-tab")
        return [one.finding.message for one in found]

    ivr, history = "'IVR_TRANSCRIPT' (transcript of the IVR)", "'CONTACT_HISTORY' (contact history)"
    assert lacking(slots("SCREEN_POP")) == [f"the pane has no {ivr} and no {history}"]
    old = {"comp": "md-tabs", "children": [{"comp": "#IVR_TRANSCRIPT"}, {"comp": "#SCREEN_POP"}]}
    assert lacking(old) == [f"the pane has no {history}"]
    pop = [{"nav": {}, "page": {"widgets": {"main": {"comp": "agentx-wc-screen-pop"}}}}]
    assert lacking(slots("IVR_TRANSCRIPT", "CONTACT_HISTORY"), navigation=pop) == []
    assert lacking({"comp": "md-tabs"}) == []


def test_experience_management_is_one_finding_a_role(told: Told) -> None:
    widget = {"comp": "agentx-wc-cloudcherry-widget"}
    layout = areas(advancedHeader=[widget], persistent=[{"comp": "slot", "attributes": {"name": "WXM_JOURNEY_TAB"}}])
    layout["agent"]["wxmConfigured"] = True
    (found,) = told(layout, only="legacy-experience-management")
    assert found.under == '"agentx-wc-cloudcherry-widget"'
    assert [one.message for one in found.finding.related] == ["so does 'WXM_JOURNEY_TAB'", "so does 'wxmConfigured'"]
    assert seen(told(roles(wxmConfigured=True))) == [("legacy-experience-management", "true")]


def test_former_names_of_campaign_components(told: Told) -> None:
    layout = areas(advancedHeader=[{"comp": "agentx-call-guide"}, {"comp": "acqueon-preview-campaign"}])
    (found,) = told(layout, only="renamed-campaign-component")
    assert found.finding.message == "'agentx-call-guide' is called 'acqueon-call-guide' now"


# --- the API's object ---

WIDGET = {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}


@pytest.mark.parametrize("as_text", [True, False])
def test_a_layout_with_widgets_of_ones_own_is_no_unmodified_default(told: Told, as_text: bool) -> None:
    def found(layout: Any, **members: Any) -> list[Any]:
        content = json.dumps(layout) if as_text else layout
        api = {"name": "n", "jsonFileContent": content} | members
        return told(api, only="modified-layout-marked-default")

    own = areas(advancedHeader=[WIDGET])
    (one,) = found(own, defaultJsonModified=False)
    assert (one.under, one.finding.fix.safe) == ("false", False)
    assert json.loads(one.mended)["defaultJsonModified"] is True
    assert found(own, defaultJsonModified=True) == found(own) == found(own, defaultJsonModified=None) == []
    assert found(default_layout(), defaultJsonModified=False) == []


@pytest.mark.parametrize(("teams", "count"), [(["t"], 1), ([], 0), (None, 0)])
def test_the_global_layout_names_no_teams(told: Told, teams: Any, count: int) -> None:
    api = {"name": "n", "global": True, "teamIds": teams, "jsonFileContent": default_layout()}
    assert len(told(api)) == count
    assert told(api | {"global": False}) == []


# --- hostile input ---


@pytest.mark.parametrize(
    "value", [None, 0, -1e300, "", "\ud800", [], {}, [[]], {"": {}}, {"comp": 1, "children": {}}, True]
)
def test_no_value_anywhere_stops_a_rule(value: Any) -> None:
    checks = [
        rule.check for rule in builtin_rules().values() if rule.name.removeprefix("layout/") in RULES and rule.check
    ]
    for holder in ("", "agent", "area"):
        layout = default_layout()
        target = {"": layout, "agent": layout["agent"], "area": layout["agent"]["area"]}[holder]
        for name in [*target, *STRANGE]:
            changed = {"": target | {name: value}, "agent": layout | {"agent": target | {name: value}}}.get(holder)
            text = json.dumps(changed or areas(**{name: value}))
            for file in (text, f'{{"jsonFileContent": {text}, "global": true, "teamIds": {json.dumps(value)}}}'):
                view = Layout(parse_layout("l.json", file))
                for check in checks:
                    assert all(problem.at.span.end <= len(file) for problem in check(view))


STRANGE = ["area", "Agent", "areas", "homePage", "webexAppConfigured", "logo", "apptitle", "widgetExplorer"]
