"""The header of a layout, old and new; the area without a face; the home page of agents."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.rules.conftest import seen_in_layout as seen
from wxcc_lint.catalog.layouts import default_layout

OURS = {
    "agent-icon-for-supervisor",
    "clippable-header-widget",
    "frame-refused-by-host",
    "header-frame-without-size",
    "headless-frame",
    "hidden-webex-icon",
    "homepage-for-agent",
    "legacy-header",
    "long-header-label",
    "missing-header-icon",
    "missing-state-selector",
    "repeated-header-action",
    "repeated-header-icon",
    "tall-header",
    "undocumented-frame-permission",
    "visual-setting-in-headless",
}
ICONS = [{"comp": "agentx-outdial"}, {"comp": "agentx-notification"}, {"comp": "agentx-state-selector"}]
GRID = {"areas": [["w"]], "size": {"rows": [1], "cols": [1]}}
Check = Callable[..., list[Any]]


@pytest.fixture
def ours(findings: Check) -> Check:
    """Check a layout, and return what the rules of this family find."""

    def check(layout: Any, profile: str = "pedantic") -> list[Any]:
        text = layout if isinstance(layout, str) else json.dumps(layout)
        found = findings(text, name="l.json", profile=profile)
        assert [one for one in found if one.finding.rule == "meta/internal-error"] == []
        return [one for one in found if one.finding.rule.removeprefix("layout/") in OURS]

    return check


def roles(**areas: Any) -> dict[str, Any]:
    """Return a layout in which a role has the given areas, and the others nothing of interest."""
    return {name: {"area": areas.get(name, {"navigation": []})} for name in ("agent", "supervisor", "supervisorAgent")}


def old_header(widget: dict[str, Any], grid: Any = GRID, **settings: Any) -> dict[str, Any]:
    return {"headerActions": [], **settings, "area": {"header": {"id": "h", "widgets": {"w": widget}, "layout": grid}}}


def headless(widget: dict[str, Any]) -> dict[str, Any]:
    return {"area": {"headless": {"id": "h", "widgets": {"w": widget}, "layout": GRID}}}


# The default


def test_the_newest_default_layout_raises_nothing_but_the_switch_of_webex_app(ours: Check) -> None:
    text = json.dumps(default_layout())
    assert seen(ours(text)) == [("hidden-webex-icon", '"agentx-webex"')] * 3
    assert ours(text, profile="strict") == []


@pytest.mark.parametrize("area", [None, 1, "x", [], {}, {"advancedHeader": 1}, {"header": [], "headless": "x"}])
def test_what_has_no_shape_raises_nothing(ours: Check, area: Any) -> None:
    role = {"area": area, "headerActions": 5, "desktopChatApp": "x"}
    assert ours({"agent": role, "supervisor": None, "supervisorAgent": {"area": {"navigation": []}}}) == []


def test_entries_without_shape_are_passed_over(ours: Check) -> None:
    odd: list[Any] = [None, 3, [], {}, {"comp": 7, "textContent": 5, "attributes": [], "visibility": []}, *ICONS]
    assert ours(roles(agent={"advancedHeader": odd})) == []


# Icons


@pytest.mark.parametrize("name", ["agent", "supervisorAgent"])
def test_a_header_without_a_state_selector(ours: Check, name: str) -> None:
    found = ours(roles(**{name: {"advancedHeader": ICONS[:2]}}))
    assert seen(found) == [("missing-state-selector", '"advancedHeader"')]
    assert found[0].finding.message == f"the header of {name} has no state selector"


def test_an_empty_header_is_told_once(ours: Check) -> None:
    assert seen(ours(roles(agent={"advancedHeader": []}))) == [("missing-state-selector", '"advancedHeader"')]


def test_supervisors_need_no_state_selector(ours: Check) -> None:
    assert ours(roles(supervisor={"advancedHeader": ICONS[1:2]})) == []


def test_a_state_selector_may_stand_inside_another_component(ours: Check) -> None:
    wrapped = {"comp": "md-tooltip", "attributes": {"message": "State"}, "children": [ICONS[2]]}
    assert ours(roles(agent={"advancedHeader": [*ICONS[:2], wrapped]})) == []


def test_in_the_old_form_the_header_is_that_of_agents(ours: Check) -> None:
    found = ours({"area": {"advancedHeader": []}})
    assert [one.finding.message for one in found] == ["the header has no state selector"]


def test_the_object_of_the_api_is_looked_into(ours: Check) -> None:
    text = json.dumps({"name": "A", "jsonFileContent": json.dumps(roles(agent={"advancedHeader": ICONS[:2]}))})
    assert seen(ours(text)) == [("missing-state-selector", '\\"advancedHeader\\"')]


@pytest.mark.parametrize(
    ("role", "icons", "message"),
    [
        ("agent", ICONS[1:], "the header of agent lacks 'agentx-outdial'"),
        ("agent", ICONS[2:], "the header of agent lacks 'agentx-outdial' and 'agentx-notification'"),
        ("supervisor", [{"comp": "agentx-webex"}], "the header of supervisor lacks 'agentx-notification'"),
    ],
)
def test_missing_icons(ours: Check, role: str, icons: list[Any], message: str) -> None:
    layout = roles(**{role: {"advancedHeader": icons}})
    layout[role]["desktopChatApp"] = {"webexConfigured": True}
    assert [one.finding.message for one in ours(layout, "strict")] == [message]
    assert ours(layout, "default") == []


def test_icons_of_agents_in_the_header_of_supervisors(ours: Check) -> None:
    layout = roles(supervisor={"advancedHeader": [*ICONS, {"comp": "acme-orders"}]})
    assert seen(ours(layout, "strict")) == [
        ("agent-icon-for-supervisor", '"agentx-outdial"'),
        ("agent-icon-for-supervisor", '"agentx-state-selector"'),
    ]


def test_an_icon_twice(ours: Check) -> None:
    found = ours(roles(agent={"advancedHeader": [*ICONS, ICONS[1]]}))
    assert seen(found) == [("repeated-header-icon", '"agentx-notification"')]
    assert found[0].finding.fix.safe
    assert json.loads(found[0].mended) == roles(agent={"advancedHeader": ICONS})
    assert ours(found[0].mended) == []


def test_an_icon_twice_with_something_else_about_it(ours: Check) -> None:
    (found,) = ours(roles(agent={"advancedHeader": [*ICONS, {**ICONS[1], "responsive": False}]}))
    assert not found.finding.fix.safe


def test_an_icon_again_inside_another_component_has_no_fix(ours: Check) -> None:
    (found,) = ours(roles(agent={"advancedHeader": [*ICONS, {"comp": "div", "children": [ICONS[1]]}]}))
    assert found.seen == ("layout/repeated-header-icon", '"agentx-notification"')
    assert found.finding.fix is None


def test_an_icon_is_not_repeated_by_another_role_nor_under_another_tag(ours: Check) -> None:
    tagged = [*ICONS, {**ICONS[1], "visibility": "SCREEN_POP"}]
    assert ours(roles(agent={"advancedHeader": tagged}, supervisorAgent={"advancedHeader": ICONS})) == []


def test_two_custom_widgets_of_one_name_are_no_icons(ours: Check) -> None:
    widgets = [{"comp": "acme-orders", "attributes": {"id": name}} for name in "ab"]
    assert ours(roles(agent={"advancedHeader": [*widgets, *ICONS]}), "strict") == []


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({}, 1),
        ({"desktopChatApp": {}}, 1),
        ({"desktopChatApp": {"webexConfigured": False}}, 1),
        ({"desktopChatApp": {"webexConfigured": True}}, 0),
        ({"desktopChatApp": {"webexConfigured": "true"}}, 0),
        ({"webexAppConfigured": True}, 0),
    ],
)
def test_the_icon_of_webex_app(ours: Check, settings: dict[str, Any], found: int) -> None:
    layout = {**settings, "area": {"advancedHeader": [{"comp": "agentx-webex"}, *ICONS]}}
    assert seen(ours(layout)) == [("hidden-webex-icon", '"agentx-webex"')] * found


def test_the_icon_of_webex_app_in_the_old_header(ours: Check) -> None:
    layout = {"headerActions": ["webex"], "area": {"navigation": []}}
    assert seen(ours(layout)) == [("legacy-header", '"headerActions"'), ("hidden-webex-icon", '"webex"')]


@pytest.mark.parametrize(
    ("text", "found"),
    [("x" * 25, 0), ("x" * 26, 1), (" " * 9 + "x" * 20, 0), ("$I18N.header.orders_of_this_customer", 0)],
)
def test_long_texts(ours: Check, text: str, found: int) -> None:
    layout = roles(agent={"advancedHeader": [{"comp": "md-label", "textContent": text}, *ICONS]})
    assert seen(ours(layout, "strict")) == [("long-header-label", f'"{text}"')] * found


# The old header


def test_an_action_twice(ours: Check) -> None:
    layout = {"headerActions": ["outdial", "notification", "outdial"], "area": {"navigation": []}}
    (found,) = ours(layout, "default")
    assert found.seen == ("layout/repeated-header-action", '"outdial"')
    assert json.loads(found.mended)["headerActions"] == ["outdial", "notification"]
    assert ours(found.mended, "default") == []


@pytest.mark.parametrize("actions", [["", ""], [1, 1], [[], []], ["Outdial", "Outdial"], ["outdial", "webex"]])
def test_what_is_no_repeated_action(ours: Check, actions: list[Any]) -> None:
    assert ours({"headerActions": actions, "area": {"navigation": []}}, "default") == []


def test_a_list_of_actions_without_effect_is_not_told_twice(ours: Check) -> None:
    layout = {"headerActions": ["outdial", "outdial"], "area": {"advancedHeader": ICONS}}
    assert ours(layout) == []


def test_the_old_header_is_told_once_with_what_replaces_it(ours: Check) -> None:
    layout = old_header({"comp": "div"}, headerActions=["notification", "outdial", ""])
    (found,) = ours(layout)
    assert found.seen == ("layout/legacy-header", '"headerActions"')
    assert found.finding.help == (
        "write an 'advancedHeader' with 'agentx-notification', 'agentx-outdial', 'agentx-state-selector', "
        "and move the widgets of 'header' into it"
    )


@pytest.mark.parametrize("blank", ["", " "])
def test_a_blank_action_breaks_nothing(findings: Check, blank: str) -> None:
    text = json.dumps({"headerActions": ["outdial", blank], "area": {"navigation": []}})
    assert findings(text, name="l.json") == []
    (found,) = (one for one in findings(text, name="l.json", profile="strict") if "action" in one.finding.rule)
    assert found.seen == ("layout/blank-header-action", f'"{blank}"')
    assert found.finding.message == "entry 2 of 'headerActions' is blank"
    assert json.loads(found.mended)["headerActions"] == ["outdial"]


def test_a_layout_with_neither_header_is_left_alone(ours: Check) -> None:
    assert ours({"area": {"navigation": []}}) == []


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ({"attributes": {"style": "height:64px"}}, []),
        ({"attributes": {"style": "height:100%;width:900px"}}, []),
        ({"attributes": {"style": "display:flex; HEIGHT : 65px ;"}}, ["65px"]),
        ({"attributes": {"style": "min-height:4em;min-height:80px !important"}}, ["80px !important"]),
        ({"style": {"minHeight": "100px"}}, ['"100px"']),
        ({"style": {"height": 100}}, ["100"]),
        ({"style": {"lineHeight": "100px", "height": True}}, []),
        ({"style": "height:100px"}, []),
        ({"attributes": {"style": {"height": "100px"}}}, []),
    ],
)
def test_heights(ours: Check, style: dict[str, Any], found: list[str]) -> None:
    layout = old_header({"comp": "div", **style})
    assert seen(ours(layout, "default")) == [("tall-header", text) for text in found]


def test_heights_in_the_new_header_but_not_below_what_stands_there(ours: Check) -> None:
    tall = {"comp": "div", "attributes": {"style": "height:100px"}}
    layout = roles(agent={"advancedHeader": [tall, {"comp": "div", "children": [tall]}, *ICONS]})
    assert seen(ours(layout, "default")) == [("tall-header", "100px")]


ROWS = {"areas": [["w"], ["w"]], "size": {"rows": [1, 1], "cols": [1]}}


@pytest.mark.parametrize(
    ("grid", "found"),
    [
        (ROWS, 1),
        ({"ROOT": ROWS}, 1),
        ({"ROOT": GRID}, 0),
        ({"areas": [["w"]]}, 0),
        ({"areas": 1}, 0),
        ({"ROOT": []}, 0),
        ([], 0),
    ],
)
def test_rows(ours: Check, grid: Any, found: int) -> None:
    assert seen(ours(old_header({"comp": "div"}, grid), "default")) == [("tall-header", "[")] * found


def test_a_header_that_is_not_drawn_is_told_by_another_rule(ours: Check) -> None:
    layout = old_header({"comp": "agentx-wc-iframe", "attributes": {"src": "https://a.acme.com"}}, ROWS)
    layout["area"]["advancedHeader"] = ICONS
    assert ours(layout) == []


@pytest.mark.parametrize(
    ("attributes", "under", "style"),
    [
        ({"src": "https://a.acme.com"}, '"agentx-wc-iframe"', "height:64px;display:flex;"),
        ({}, '"agentx-wc-iframe"', "height:64px;display:flex;"),
        ({"style": ""}, '""', "height:64px;display:flex;"),
        ({"style": "display:block"}, '"display:block"', "display:block;height:64px;"),
        ({"style": "Height: 50px; "}, '"Height: 50px; "', "Height: 50px;display:flex;"),
    ],
)
def test_frames_without_a_size(ours: Check, attributes: dict[str, Any], under: str, style: str) -> None:
    (found,) = ours(old_header({"comp": "agentx-wc-iframe", "attributes": attributes}), "default")
    assert found.seen == ("layout/header-frame-without-size", under)
    assert json.loads(found.mended)["area"]["header"]["widgets"]["w"]["attributes"] == {**attributes, "style": style}
    assert found.finding.fix.safe
    assert ours(found.mended, "default") == []


def test_a_frame_without_attributes_has_no_fix(ours: Check) -> None:
    (found,) = ours(old_header({"comp": "agentx-wc-iframe"}), "default")
    assert found.seen == ("layout/header-frame-without-size", '"agentx-wc-iframe"')
    assert found.finding.fix is None


@pytest.mark.parametrize(
    "frame",
    [
        {"attributes": {"src": "https://a.acme.com"}, "style": {"height": "64px", "display": "flex"}},
        {"attributes": {"src": "https://a.acme.com", "style": "height:64px;"}, "style": {"display": "flex"}},
        {"attributes": {"src": "https://a.acme.com", "style": {"height": "64px"}}},
        {"attributes": {"src": "https://a.acme.com"}, "style": "height:64px;display:flex"},
        {"attributes": []},
    ],
)
def test_frames_with_a_size_or_a_style_that_is_told_elsewhere(ours: Check, frame: dict[str, Any]) -> None:
    assert ours(old_header({"comp": "agentx-wc-iframe", **frame}), "default") == []


# Headless, home page, frames


@pytest.mark.parametrize("comp", ["agentx-wc-iframe", "iframe"])
def test_a_frame_without_a_face(ours: Check, comp: str) -> None:
    frame = {"comp": comp, "attributes": {"src": "https://a.acme.com"}}
    assert seen(ours(headless(frame))) == [("headless-frame", f'"{comp}"')]
    assert seen(ours(headless({"comp": "div", "children": [frame]}))) == [("headless-frame", f'"{comp}"')]


def test_looks_of_what_is_not_seen(ours: Check) -> None:
    widget = {"comp": "acme-a", "wrapper": {"title": "A"}, "visibility": "SCREEN_POP", "responsive": False, "width": 1}
    found = ours(headless(widget), "strict")
    assert [(*one.seen, one.finding.fix.safe) for one in found] == [
        ("layout/visual-setting-in-headless", '"wrapper"', True),
        ("layout/visual-setting-in-headless", '"visibility"', False),
        ("layout/visual-setting-in-headless", '"responsive"', False),
    ]
    assert "wrapper" not in json.loads(found[0].mended)["area"]["headless"]["widgets"]["w"]
    assert seen(ours(found[0].mended, "strict")) == seen(found[1:])


def test_a_home_page_is_for_supervisors(ours: Check) -> None:
    page: dict[str, Any] = {"nav": {}, "page": {}}
    layout = roles(agent={"homepage": page}, supervisor={"homepage": page}, supervisorAgent={"homepage": page})
    (found,) = ours(layout)
    assert found.seen == ("layout/homepage-for-agent", '"homepage"')
    assert found.finding.at == "/agent/area/homepage"
    assert ours({"area": {"homepage": page}}) == []


def test_widgets_of_ones_own_in_the_header(ours: Check) -> None:
    own = {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
    assert seen(ours(roles(agent={"advancedHeader": [own, *ICONS]}))) == [("clippable-header-widget", '"acme-orders"')]
    assert ours(roles(agent={"advancedHeader": [own, *ICONS]}), "strict") == []


def on_page(component: dict[str, Any]) -> dict[str, Any]:
    nav = {"label": "A", "icon": "team", "iconType": "momentum", "navigateTo": "acme-a", "align": "top"}
    return {"area": {"navigation": [{"nav": nav, "page": {"id": "p", "widgets": {"w": component}, "layout": GRID}}]}}


def test_permissions_of_frames(ours: Check) -> None:
    attributes = {"src": "https://a.acme.com", "Sandbox": "", "allow": "camera", "allowedParams": "camera"}
    found = ours(on_page({"comp": "agentx-wc-iframe", "attributes": attributes}), "strict")
    assert seen(found) == [("undocumented-frame-permission", f'"{name}"') for name in ("Sandbox", "allow")]
    assert ours(on_page({"comp": "acme-orders", "attributes": attributes}), "strict") == []


@pytest.mark.parametrize(
    ("src", "found"),
    [
        ("https://login.microsoftonline.com/common", ["login.microsoftonline.com"]),
        (" https://ACCOUNTS.google.com:443/", ["ACCOUNTS.google.com"]),
        ("https://git\thub.com/", ["https://git\\thub.com/"]),
        ("https://acme.github.com/", []),
        ("https://acme.com/?next=https://github.com/", []),
        ("https://www.google.com/maps/embed", []),
    ],
)
def test_pages_that_refuse_to_be_framed(ours: Check, src: str, found: list[str]) -> None:
    marked = [("frame-refused-by-host", text if "\\" not in text else f'"{text}"') for text in found]
    assert seen(ours(on_page({"comp": "agentx-wc-iframe", "attributes": {"src": src}}), "default")) == marked


def test_a_script_may_come_from_a_host_that_refuses_frames(ours: Check) -> None:
    assert ours(on_page({"comp": "acme-a", "script": "https://github.com/a.js", "properties": {}}), "default") == []
