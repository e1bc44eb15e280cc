"""Tabs, slots and visibility tags: what the examples of these rules do not show."""

from __future__ import annotations

import json
from copy import deepcopy

import pytest

from wxcc_lint.catalog.layouts import default_layout

RULES = {
    "unknown-visibility", "outdated-visibility", "mismatched-visibility", "unequal-tab-visibility",
    "uneven-tabs", "nested-tab", "panel-before-tab", "empty-tabs", "unlabelled-tab", "tab-without-tooltip",
    "tooltip-without-message", "persisted-pane-tabs", "shared-tabs-id", "unlinked-more-actions", "more-actions-without-slot",
    "draggable-tabs-without-id", "mismatched-tab-names", "unnamed-draggable-tabs", "unknown-slot", "swapped-slot",
    "panel-of-another-tab",
}  # fmt: skip


def tab(text="Orders", *children, **members):
    tooltip = {
        "comp": "md-tooltip",
        "attributes": {"message": text},
        "children": [{"comp": "span", "textContent": text}],
    }
    return {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": list(children or [tooltip]), **members}


def panel(*children, **members):
    return {
        "comp": "md-tab-panel",
        "attributes": {"slot": "panel"},
        "children": list(children or [{"comp": "div"}]),
        **members,
    }


def slot(name):
    return {"comp": "slot", "attributes": {"name": name}}


def own(name, of_tab=None, of_panel=None, tab_slot=None, panel_slot=None):
    """Return the tab and panel of the Desktop's own `name`, with visibility tags and slots."""
    tags = [{"visibility": tag} if tag else {} for tag in (of_tab, of_panel)]
    return [tab("", slot(tab_slot or f"{name}_TAB"), **tags[0]), panel(slot(panel_slot or name), **tags[1])]


def tabs(*entries, **attributes):
    return {"comp": "md-tabs", "attributes": attributes, "children": list(entries)}


def layout(**areas):
    """Return the default layout with other areas for agents."""
    base = default_layout()
    base["agent"]["area"].update(areas)
    return base


def page(*widgets):
    grid = {"areas": [[f"w{n}" for n in range(len(widgets))]], "size": {"rows": [1], "cols": [1] * len(widgets)}}
    content = {"id": "acme", "widgets": {f"w{n}": widget for n, widget in enumerate(widgets)}, "layout": grid}
    nav = {"label": "Acme", "icon": "team", "iconType": "momentum", "navigateTo": "acme", "align": "top"}
    return {"nav": nav, "page": content}


@pytest.fixture(params=["text", "single"])
def told(request, findings):
    """Return a function: the findings of these rules in a layout, as a text in the API's object, and in the old form."""

    def check(data, profile="pedantic"):
        as_text = {"name": "Agents", "jsonFileContent": json.dumps(data)}
        written = as_text if request.param == "text" else data["agent"]
        found = findings(json.dumps(written, indent=1), name="l.json", profile=profile)
        assert [one for one in found if one.finding.rule == "meta/internal-error"] == []
        return [one for one in found if one.finding.rule.removeprefix("layout/") in RULES]

    check.findings = findings
    return check


def seen(found):
    """Return rule and marked text; of a layout in a text the quotes are escaped."""
    return [(one.finding.rule.removeprefix("layout/"), one.under.replace('\\"', '"').strip('"')) for one in found]


def mended(told, found, profile="pedantic"):
    """Return what these rules tell once the fix of the finding is carried out."""
    again = told.findings(found.mended, name="l.json", profile=profile)
    return seen([one for one in again if one.finding.rule.removeprefix("layout/") in RULES])


def of(rule, found):
    return [one for one in found if one.finding.rule == f"layout/{rule}"]


def test_the_default_layout_is_in_order(told):
    assert told(default_layout()) == []


def test_what_vendors_publish_has_no_tooltips_and_no_other_fault(findings, corpus):
    texts = [path.read_text("utf-8") for path in sorted(corpus.glob("layouts/*JDSDesktopLayout10__*"))]
    rules = {one.finding.rule for text in texts for one in findings(text, name="l.json", profile="pedantic")}
    assert {rule.removeprefix("layout/") for rule in rules} & RULES == {"tab-without-tooltip"}


# Visibility


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("screen_pop", "SCREEN_POP"),
        ("SCREEN_POP_TAB", "SCREEN_POP"),
        (" SCREEN_POP", "SCREEN_POP"),
        ("CALL_GUID", "CALL_GUIDE"),
        ("AGENTS_ONLY", None),
    ],
)
def test_tags_that_there_are_not(told, tag, meant):
    (found,) = told(layout(panel=tabs(tab(visibility=tag), panel(visibility=meant or tag))))[:1]
    assert seen([found]) == [("unknown-visibility", tag)]
    assert (found.finding.severity, found.finding.fix is not None) == ("warning", meant is not None)
    if meant:
        assert found.finding.message == f"'{tag}' is no visibility tag; did you mean '{meant}'?"
        assert mended(told, found) == []


def test_the_contact_history_has_no_tag(told):
    (found, again) = told(layout(panel=tabs(*own("CONTACT_HISTORY", "CONTACT_HISTORY", "CONTACT_HISTORY"))))
    assert seen([found, again]) == [("unknown-visibility", "CONTACT_HISTORY")] * 2
    assert found.finding.help == "leave 'visibility' out there"
    assert mended(told, found) == [("unknown-visibility", "CONTACT_HISTORY")]


def test_pages_have_tags_too(told):
    entries = [page({"comp": "div"}) | {"visibility": tag} for tag in ("WXM_METRIC", "WXM_METRICS", "", 7)]
    assert seen(told(layout(navigation=entries))) == [("unknown-visibility", "WXM_METRIC")]


def test_a_property_called_visibility_is_no_tag(told):
    widget = {"comp": "acme-orders", "properties": {"visibility": "none"}, "attributes": {"visibility": "none"}}
    assert told(layout(advancedHeader=[widget])) == []


@pytest.mark.parametrize(
    ("members", "safe"), [({}, True), ({"responsive": False}, True), ({"responsive": True}, False)]
)
def test_not_responsive_becomes_responsive_false(told, members, safe):
    (found,) = told(layout(advancedHeader=[{"comp": "div", "visibility": "NOT_RESPONSIVE", **members}]))
    assert seen([found]) == [("outdated-visibility", "NOT_RESPONSIVE")]
    assert found.finding.fix.safe is safe
    assert '"visibility": "NOT' not in found.mended.replace("\\", "")
    assert found.mended.replace("\\", "").count('"responsive": false') == 1
    assert mended(told, found) == []


def test_not_responsive_says_nothing_about_the_pair(told):
    found = told(layout(panel=tabs(tab(visibility="NOT_RESPONSIVE"), panel())))
    assert seen(found) == [("outdated-visibility", "NOT_RESPONSIVE")]
    assert told(layout(panel=tabs(tab(visibility="NOT_RESPONSIVE"), panel())), profile="default") == []


@pytest.mark.parametrize(
    ("of_tab", "of_panel", "also"),
    [("SCREEN_POP", "SCREEN_POP", 1), ("SCREEN_POP", "RT_TRANSCRIPT", 0), ("SCREEN_POP", None, 0)],
)
def test_a_tag_of_another_tab_is_one_mistake_of_the_pair(told, of_tab, of_panel, also):
    (found,) = told(layout(panel=tabs(*own("RT_TRANSCRIPT", of_tab, of_panel))))
    assert seen([found]) == [("mismatched-visibility", "SCREEN_POP")]
    assert (found.finding.message, len(found.finding.related)) == (
        "'RT_TRANSCRIPT_TAB' has the visibility 'SCREEN_POP'",
        also,
    )
    assert mended(told, found) == []


def test_the_contact_history_with_the_tag_of_another_loses_it(told):
    (found,) = told(layout(panel=tabs(*own("CONTACT_HISTORY", "SCREEN_POP", "SCREEN_POP"))))
    assert found.finding.help == "leave 'visibility' out: this tab is always there"
    assert mended(told, found) == []


def test_slots_of_two_tabs_in_one_pair_have_no_fix(told):
    (found,) = told(
        layout(panel=tabs(*own("RT_TRANSCRIPT", "RT_TRANSCRIPT", "RT_TRANSCRIPT", panel_slot="SCREEN_POP")))
    )
    assert seen([found]) == [("panel-of-another-tab", "RT_TRANSCRIPT_TAB")]
    assert [one.message for one in found.finding.related] == ["the panel that it opens"]
    assert found.finding.fix is None


HISTORY, SCREEN = own("CONTACT_HISTORY"), own("SCREEN_POP", "SCREEN_POP", "SCREEN_POP")
JOURNEY = [tab("", slot("WXM_JOURNEY_TAB")), panel({"comp": "agentx-wc-cloudcherry-widget"})]
ORDERS = [tab(), panel()]


def crossed(*pairs, order):
    """Return the tabs of these pairs, each with the panel of the pair that `order` gives for it."""
    return [part for pair, number in zip(pairs, order, strict=True) for part in (pair[0], pairs[number][1])]


@pytest.mark.parametrize(
    ("pairs", "marked", "also"),
    [
        ((ORDERS, HISTORY), "CONTACT_HISTORY_TAB", []),
        ((ORDERS, SCREEN), "SCREEN_POP_TAB", []),
        ((ORDERS, JOURNEY), "WXM_JOURNEY_TAB", []),
        ((HISTORY, SCREEN), "CONTACT_HISTORY_TAB", ["and this tab"]),
    ],
)
def test_two_panels_that_changed_places_are_one_mistake_and_change_back(told, pairs, marked, also):
    entries = crossed(*pairs, order=(1, 0))
    for data in (layout(panel=tabs(*entries)), layout(persistent=entries)):
        (found,) = told(data)
        assert (seen([found]), found.finding.severity) == ([("panel-of-another-tab", marked)], "error")
        assert [one.message for one in found.finding.related] == ["the panel that it opens", "its own panel", *also]
        assert (found.finding.fix.safe, mended(told, found)) == (False, [])


def test_of_three_panels_in_turn_each_fix_brings_one_home(told):
    (found,) = told(layout(panel=tabs(*crossed(HISTORY, SCREEN, ORDERS, order=(1, 2, 0)))))
    (rest,) = of("panel-of-another-tab", told.findings(found.mended, name="l.json"))
    assert (seen([found, rest]), mended(told, rest)) == (
        [("panel-of-another-tab", "CONTACT_HISTORY_TAB"), ("panel-of-another-tab", "SCREEN_POP_TAB")],
        [],
    )


def test_panels_in_wrong_places_say_nothing_about_names(told):
    entries = [{**part, "attributes": {**part["attributes"], "name": name}} for part, name in zip(
        [*ORDERS, *HISTORY], ["orders", "orders", "history", "history"], strict=True)]  # fmt: skip
    entries[1], entries[3] = entries[3], entries[1]
    found = told(layout(panel=tabs(*entries, **{"draggable": True, "comp-unique-id": "acme"})))
    assert seen(found) == [("panel-of-another-tab", "CONTACT_HISTORY_TAB")]


@pytest.mark.parametrize(
    "entries",
    [
        [HISTORY[0], panel()],
        [HISTORY[0], panel(), *HISTORY],
        [HISTORY[0], panel({"comp": "div", "children": [slot("CONTACT_HISTORY")]}, slot("SCREEN_POP"))],
        [tab(), HISTORY[1], tab("Returns"), SCREEN[1]],
        [tab("", slot("CUSTOMER_EXPERIENCE_JOURNEY_TAB")), JOURNEY[1]],
    ],
)
def test_what_a_tab_may_open(told, entries):
    assert of("panel-of-another-tab", told(layout(panel=tabs(*entries)))) == []


def test_a_legacy_journey_in_the_old_way_to_write_slots_is_fine(told):
    old = [tab("", {"comp": "#CUSTOMER_EXPERIENCE_JOURNEY_TAB"}, visibility="WXM_JOURNEY")]
    old += [panel({"comp": "#CUSTOMER_EXPERIENCE_JOURNEY"}, visibility="WXM_JOURNEY")]
    assert told(layout(panel=tabs(*old))) == []


@pytest.mark.parametrize(
    ("of_tab", "of_panel", "message"),
    [
        ("SCREEN_POP", None, "the panel has no visibility, its tab has 'SCREEN_POP'"),
        (None, "SCREEN_POP", "the tab has no visibility, its panel has 'SCREEN_POP'"),
    ],
)
def test_a_tab_and_its_panel_come_and_go_together(told, of_tab, of_panel, message):
    for area in (
        {"panel": tabs(*own("SCREEN_POP", of_tab, of_panel))},
        {"persistent": own("SCREEN_POP", of_tab, of_panel)},
    ):
        (found,) = told(layout(**area))
        assert seen([found]) == [("unequal-tab-visibility", "{")]
        assert (found.finding.message, found.finding.fix.safe) == (message, False)
        assert mended(told, found) == []


def test_two_tags_on_a_pair_of_components_of_your_own(told):
    (found,) = told(layout(panel=tabs(tab(visibility="SCREEN_POP"), panel(visibility="IVR_TRANSCRIPT"))))
    assert seen([found]) == [("unequal-tab-visibility", "IVR_TRANSCRIPT")]
    assert found.finding.message == "the panel has the visibility 'IVR_TRANSCRIPT', its tab has 'SCREEN_POP'"
    assert found.finding.fix is None


# Tabs and panels


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([tab(), tab(), panel()], "2 tabs and 1 panel stand here, so one has no partner"),
        ([tab(), panel(), panel()], "1 tab and 2 panels stand here, so one has no partner"),
    ],
)
def test_uneven_tabs_are_counted(told, entries, message):
    for area, related in (({"panel": tabs(*entries)}, 1), ({"persistent": entries}, 0)):
        (found,) = told(layout(**area))
        assert (found.finding.rule, found.finding.severity, found.finding.message) == (
            "layout/uneven-tabs",
            "error",
            message,
        )
        assert len(found.finding.related) == related


def test_a_persistent_tab_without_any_panel_is_uneven(told):
    assert seen(told(layout(persistent=[tab()]))) == [("uneven-tabs", "md-tab")]


def test_other_rules_explain_better_why_tabs_are_uneven(told):
    assert told(layout(persistent=[tab(), {"comp": "div"}])) == []
    assert seen(told(layout(panel=tabs(tab("", slot("SCREEN_POP_TAB"), panel()))))) == [("nested-tab", "md-tab-panel")]
    assert told(layout(panel=tabs(tab(), panel(), 7, tab()))) == []


def test_a_component_in_the_slot_of_a_tab_is_one(told):
    held = {"comp": "acme-tab", "attributes": {"slot": "tab"}}
    assert told(layout(panel=tabs(held, panel()))) == []


def test_tabs_on_a_page_in_a_panel_are_counted_by_themselves(told):
    inner = {"comp": "dynamic-area", "properties": {"area": page(tabs(tab(), tab(), panel()))["page"]}}
    assert seen(told(layout(panel=tabs(tab(), panel(inner))))) == [("uneven-tabs", "md-tab")]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([tab(), tab(), panel(), panel()], []),
        ([tab(), panel(), panel(), tab()], ["panel-before-tab"]),
        ([panel(), tab(), panel(), tab()], ["panel-before-tab"]),
    ],
)
def test_a_panel_stands_behind_its_tab(told, entries, expected):
    assert [rule for rule, _ in seen(told(layout(panel=tabs(*entries))))] == expected
    assert told(layout(panel=tabs(*entries)), profile="default") == []


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([tab()], "'md-tabs' has no panel"),
        ([panel()], "'md-tabs' has no tab"),
        ([], "'md-tabs' has no tab and no panel"),
        ([{"comp": "div", "children": [tab(), panel()]}], "'md-tabs' has no tab and no panel"),
    ],
)
def test_tabs_need_a_tab_and_a_panel(told, entries, message):
    (found,) = told(layout(navigation=[page(tabs(*entries))]))
    assert (found.finding.rule, found.finding.message) == ("layout/empty-tabs", message)


def test_an_empty_pane_is_taken_as_meant(told):
    assert told(layout(panel=tabs())) == []
    assert seen(told(layout(panel=tabs(tab())))) == [("empty-tabs", "md-tabs")]


# What is written on tabs


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([], ["unlabelled-tab"]),
        ([{"comp": "md-icon", "attributes": {"name": "apps_16"}}], ["unlabelled-tab"]),
        ([{"comp": "span", "textContent": " "}], ["unlabelled-tab"]),
        ([{"comp": "span", "textContent": "Orders"}], ["tab-without-tooltip"]),
        ([{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "md-icon"}]}], []),
        ([{"comp": "md-icon", "attributes": {"ariaLabel": "Orders"}}], []),
        ([{"comp": "img", "attributes": {"src": "a.svg", "alt": "Orders"}}], []),
        ([{"comp": "acme-badge"}], []),
        ([{"comp": "div", "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}]}], []),
        ([{"comp": "#SCREEN_POP_TAB"}, {"comp": "span", "textContent": "!"}], []),
        ([{"comp": "span", "properties": {"innerText": "Orders"}}], []),
    ],
)
def test_what_can_be_read_on_a_tab(told, children, expected):
    found = told(layout(panel=tabs({**tab(), "children": children}, panel())))
    assert [rule for rule, _ in seen(found)] == expected


def test_a_tab_without_words_is_told_by_its_number(told):
    (found,) = told(layout(panel=tabs(tab(), panel(), {"comp": "md-tab", "attributes": {"slot": "tab"}}, panel())))
    assert found.finding.message == "tab 2 has nothing to read on it"


@pytest.mark.parametrize(
    "members",
    [
        {"attributes": {"Message": "Orders"}},
        {"attributes": {"message": 7}},
        {"properties": {"message": "Orders"}},
        {"properties": {"slotToTooltip": True}},
        {"children": [{"comp": "span", "attributes": {"slot": "tooltip-content"}, "textContent": "Orders"}]},
    ],
)
def test_tooltips_have_several_ways_to_say_something(told, members):
    assert told(layout(advancedHeader=[{"comp": "md-tooltip", **members}])) == []


@pytest.mark.parametrize("attributes", [{}, {"message": " "}, {"message": None}, {"text": "Orders"}])
def test_tooltips_without_a_message(told, attributes):
    found = told(layout(advancedHeader=[{"comp": "md-tooltip", "attributes": attributes}]))
    assert seen(found) == [("tooltip-without-message", "md-tooltip")]


# Ids


@pytest.mark.parametrize(("switch", "count"), [(True, 1), ("", 1), ("true", 1), (False, 0), ("false", 0)])
def test_keeping_the_selection_in_the_pane(told, switch, count):
    pane = tabs(tab(), panel(), **{"persist-selection": switch, "tabs-id": "acme"})
    assert seen(told(layout(panel=pane))) == [("persisted-pane-tabs", "persist-selection")] * count
    assert told(layout(navigation=[page(pane)])) == []
    assert told(layout(panel=tabs(tab(), panel(pane)))) == []


def test_ids_are_shared_within_a_role_and_while_in_use(told):
    kept = {"persist-selection": True, "tabs-id": "acme"}
    ordered = {"draggable": True, "comp-unique-id": "acme"}

    def ids(*groups):
        named = [tab(attributes={"slot": "tab", "name": "a"}), panel(attributes={"slot": "panel", "name": "a"})]
        return seen(told(layout(navigation=[page(*(tabs(*deepcopy(named), **group) for group in groups))])))

    assert ids(kept, kept) == [("shared-tabs-id", "acme")]
    assert ids(ordered, ordered) == [("shared-tabs-id", "acme")]
    assert ids(kept, ordered) == []
    assert ids({"tabs-id": "acme"}, kept) == []
    assert ids({"comp-unique-id": "acme"}, {"comp-unique-id": "acme"}) == []


def test_the_same_ids_in_several_roles_are_normal(findings):
    base = default_layout()
    for role in base.values():
        pane = role["area"]["panel"]
        pane["attributes"] |= {"draggable": True, "comp-unique-id": "acme"}
        for number, child in enumerate(pane["children"]):
            child["attributes"]["name"] = f"n{number // 2}"
    assert findings(json.dumps(base), name="l.json") == []


def named(name, *entries):
    return [{**entry, "attributes": {**entry["attributes"], **({"name": name} if name else {})}} for entry in entries]


@pytest.mark.parametrize(
    ("of_tab", "of_panel", "expected", "message"),
    [
        ("a", "a", [], None),
        ("a", "b", [("mismatched-tab-names", "b")], "the panel is named 'b', its tab 'a'"),
        ("a", None, [("mismatched-tab-names", "md-tab-panel")], "the panel has no name, its tab is named 'a'"),
        (None, "b", [("mismatched-tab-names", "md-tab")], "the tab has no name, its panel is named 'b'"),
        (None, None, [("unnamed-draggable-tabs", "comp-unique-id")], "the order of these tabs is kept by their names, and a tab has none"),
    ],
)  # fmt: skip
def test_names_of_tabs_that_can_be_reordered(told, of_tab, of_panel, expected, message):
    entries = [*named(of_tab, tab()), *named(of_panel, panel())]
    found = told(layout(panel=tabs(*entries, **{"draggable": "true", "comp-unique-id": "acme"})))
    assert (seen(found), [one.finding.message for one in found]) == (expected, [message] if message else [])
    for one in of("mismatched-tab-names", found):
        assert mended(told, one) == []
    assert told(layout(panel=tabs(*entries))) == []


def test_the_order_is_kept_under_an_id(told):
    found = told(layout(panel=tabs(tab(), panel(), draggable=True)))
    assert seen(found) == [("draggable-tabs-without-id", "draggable")]
    assert told(layout(panel=tabs(tab(), panel(), draggable="false"))) == []


def menu(**attributes):
    return {"comp": "agentx-wc-more-actions-widget", "attributes": {"slot": "settings", **attributes}}


def test_the_menu_names_the_tabs_it_belongs_to(told):
    pair = [*named("a", tab()), *named("a", panel())]
    linked = {"draggable": True, "comp-unique-id": "acme"}
    assert told(layout(panel=tabs(*pair, menu(**{"tabs-unique-id": "acme"}), **linked))) == []
    assert told(layout(panel=tabs(*pair, menu(), **linked))) == []
    (found,) = told(layout(panel=tabs(*pair, menu(**{"tabs-unique-id": "Acme"}), **linked)))
    assert seen([found]) == [("unlinked-more-actions", "Acme")]
    assert (found.finding.help, mended(told, found)) == ("write acme", [])


def test_a_menu_whose_tabs_have_no_id_tells_the_missing_id_alone(told):
    (found,) = told(layout(panel=tabs(tab(), panel(), menu(**{"tabs-unique-id": "acme"}), draggable=True)))
    assert seen([found]) == [("unlinked-more-actions", "acme")]
    assert (found.finding.help, found.finding.fix) == ("give these tabs the 'comp-unique-id' acme", None)


@pytest.mark.parametrize(
    ("attributes", "marked"), [({}, "agentx-wc-more-actions-widget"), ({"slot": "panel"}, "panel")]
)
def test_the_menu_has_a_slot_of_its_own(told, attributes, marked):
    bare = {"comp": "agentx-wc-more-actions-widget", "attributes": attributes}
    (found,) = told(layout(panel=tabs(tab(), panel(), bare)))
    assert seen([found]) == [("more-actions-without-slot", marked)]
    assert mended(told, found) == []


def test_the_menu_elsewhere_is_left_alone(told):
    assert told(layout(advancedHeader=[{"comp": "agentx-wc-more-actions-widget"}])) == []


# Slots


@pytest.mark.parametrize(
    ("part", "name", "help_"),
    [
        ("tab", "screen_pop_tab", "write SCREEN_POP_TAB"),
        ("panel", "SCREENPOP_TAB", "write SCREEN_POP"),
        ("panel", "WXM_JOURNEY", "put 'agentx-wc-cloudcherry-widget' into this panel"),
        ("panel", "ACME", ("put a component of your own there instead of the slot, or use one of "
         "IVR_TRANSCRIPT, CONTACT_HISTORY, SCREEN_POP, RT_TRANSCRIPT, CUSTOMER_JOURNEY_WIDGET, CALL_GUIDE")),
    ],
)  # fmt: skip
def test_slots_that_there_are_not(told, part, name, help_):
    for written in (slot(name), {"comp": f"#{name}"}):
        pair = [tab("", written), panel()] if part == "tab" else [tab(), panel(written)]
        (found,) = told(layout(panel=tabs(*pair)))
        assert (seen([found]), found.finding.help) == ([("unknown-slot", name)], help_)
        if help_.startswith("write"):
            assert mended(told, found) == []


@pytest.mark.parametrize(
    ("pair", "marked", "related", "can_mend"),
    [
        (own("SCREEN_POP", tab_slot="SCREEN_POP"), "SCREEN_POP", 0, True),
        (own("SCREEN_POP", panel_slot="SCREEN_POP_TAB"), "SCREEN_POP_TAB", 0, True),
        (own("SCREEN_POP", tab_slot="SCREEN_POP", panel_slot="SCREEN_POP_TAB"), "SCREEN_POP", 1, True),
        (own("WXM_JOURNEY", panel_slot="WXM_JOURNEY_TAB"), "WXM_JOURNEY_TAB", 0, False),
        ([tab("", {"comp": "#SCREEN_POP"}), panel()], "SCREEN_POP", 0, True),
    ],
)
def test_slots_in_the_wrong_part(told, pair, marked, related, can_mend):
    for area in ({"panel": tabs(*pair)}, {"persistent": pair}):
        (found,) = told(layout(**area))
        assert (seen([found]), len(found.finding.related)) == ([("swapped-slot", marked)], related)
        if can_mend:
            assert (found.finding.fix.safe, mended(told, found)) == (True, [])
        else:
            assert found.finding.help == "put 'agentx-wc-cloudcherry-widget' into this panel"


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, [[]], {"slot": 1, "name": []}])
def test_whatever_the_file_holds_no_rule_stops(told, odd):
    keys = ("comp", "attributes", "properties", "children", "visibility", "textContent", "responsive")
    entries = [{**entry, key: odd} for key in keys for entry in (tab(), panel(), slot("A"), menu())]
    for area in ({"panel": tabs(*entries)}, {"persistent": entries}, {"persistent": odd}, {"navigation": odd}):
        told(layout(**area))
