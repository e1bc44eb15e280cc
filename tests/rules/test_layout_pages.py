"""Rules on pages, grids and navigation: edge cases, all forms of the file, and the fixes; the examples show the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.grids import grid
from wxcc_lint.catalog.layouts import default_layout

RULES = {
    "built-in-route",
    "dynamic-area-on-page",
    "forbidden-landing-page",
    "gap-in-flowing-row",
    "grid-area-not-rectangular",
    "grid-area-without-widget",
    "grid-inside-itself",
    "grid-on-flowing-page",
    "grid-size-mismatch",
    "ineffective-alignment",
    "landing-page-as-text",
    "malformed-route",
    "mismatched-icon",
    "misspelt-icon",
    "ragged-grid",
    "repeated-page-id",
    "repeated-route",
    "reused-sub-layout",
    "route-with-slash",
    "several-landing-pages",
    "size-on-grid-widget",
    "sub-layout-named-like-widget",
    "unknown-grid-area",
    "unknown-icon",
    "unplaced-widget",
    "unreachable-sub-layout",
    "widget-in-two-grids",
}
DIV = {"comp": "div"}
Check = Callable[..., list[Any]]


@pytest.fixture
def found(findings: Check) -> Check:
    """Return a function that checks a layout and returns what the rules of this family find."""

    def check(data: Any, profile: str = "pedantic") -> list[Any]:
        text = data if isinstance(data, str) else json.dumps(data)
        ours = [one for one in findings(text, name="l.json", profile=profile) if _short(one) in RULES]
        for one in ours:
            _mends(one, text, findings, profile)
        return ours

    return check


def _short(one: Any) -> str:
    return str(one.finding.rule).removeprefix("layout/")


def _mends(one: Any, text: str, findings: Check, profile: str) -> None:
    """Insist that a fix takes its finding away and brings no new one."""
    if one.finding.fix is None:
        return
    before = sorted(other.finding.rule for other in findings(text, name="l.json", profile=profile))
    after = sorted(other.finding.rule for other in findings(one.mended, name="l.json", profile=profile))
    before.remove(one.finding.rule)
    assert after == before


def seen(ours: list[Any]) -> list[tuple[str, str]]:
    return [(_short(one), one.under) for one in ours]


def messages(ours: list[Any]) -> list[str]:
    return [one.finding.message for one in ours]


def page(widgets: str, layout: Any, /, **members: Any) -> dict[str, Any]:
    return {"id": "acme-orders", "widgets": dict.fromkeys(widgets.split(), DIV), "layout": layout} | members


def entry(nav: Any = None, held: Any = None) -> dict[str, Any]:
    own = {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "align": "top"}
    return {"nav": own | (nav or {}), "page": held or page("main", grid("main"))}


def layout(*entries: Any, **areas: Any) -> dict[str, Any]:
    """Return the default layout with these entries in the navigation of its agents."""
    base = default_layout()
    base["agent"]["area"] |= {"navigation": list(entries)} | areas
    return base


def on_page(widgets: str, held: Any, /, **members: Any) -> dict[str, Any]:
    return layout(entry(held=page(widgets, held, **members)))


def test_the_default_layout_is_in_order(found) -> None:
    assert seen(found(default_layout())) == []


# Pages


def test_ids_are_compared_within_a_role(found) -> None:
    base = layout(entry(), entry({"navigateTo": "acme-returns"}))
    base["supervisor"]["area"]["navigation"].append(entry())
    (one,) = found(base)
    assert (seen([one]), messages([one])) == (
        [("repeated-page-id", '"acme-orders"')],
        ["another page has the id 'acme-orders' already"],
    )
    assert [label.message for label in one.finding.related] == ["the first page with this id"]


def test_ids_that_are_no_texts_are_not_compared(found) -> None:
    pages = [page("main", grid("main"), id=value) for value in (None, None, "", "", 7, 7)]
    entries = [entry({"navigateTo": f"acme-{number}"}, held) for number, held in enumerate(pages)]
    assert seen(found(layout(*entries))) == []


def dynamic(**members: Any) -> dict[str, Any]:
    return {
        "comp": "dynamic-area",
        "properties": {"area": page("inner", grid("inner"), **{"id": "acme-inner"} | members)},
    }


def test_a_dynamic_area_is_a_page(found) -> None:
    tabs = [
        {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
        {
            "comp": "md-tab-panel",
            "attributes": {"slot": "panel"},
            "children": [dynamic(layout=grid("inner", "iner x"))],
        },
    ]
    panel = {"comp": "md-tabs", "attributes": {"class": "widget-tabs"}, "children": tabs}
    expected = [("grid-area-without-widget", '"iner"'), ("grid-area-without-widget", '"x"'), ("ragged-grid", "[")]
    assert sorted(seen(found(layout(panel=panel)))) == expected


def test_a_dynamic_area_is_told_only_where_it_stands_on_a_page_directly(found) -> None:
    widgets = {"main": dynamic(widgets={"inner": dynamic(id="acme-innermost")})}
    direct = found(on_page("", grid("main"), widgets=widgets))
    assert seen(direct) == [("dynamic-area-on-page", '"dynamic-area"')] * 2
    deeper = {"main": {"comp": "div", "children": [dynamic()]}}
    assert seen(found(on_page("", grid("main"), widgets=deeper))) == []
    assert seen(found(layout(headless=page("", grid("main"), widgets={"main": dynamic()})))) == []


# The shape of a grid


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (grid("a", "a b", "c c"), ["row 1 of the grid has 1 cell, and row 2 has 2"]),
        (grid("a b", "a b c", "a b"), ["row 2 of the grid has 3 cells, and row 1 has 2"]),
        (grid("a b c", rows=[1, 2]), ["'rows' has 2 sizes for 1 row"]),
        (grid("a b c", rows=[]), ["'rows' has 0 sizes for 1 row"]),
        (grid("a", "b", "c", cols=[1, 1]), ["'cols' has 2 sizes for 1 column"]),
        (grid("a b", "c c", rows=[1], cols=[1]), ["'rows' has 1 size for 2 rows", "'cols' has 1 size for 2 columns"]),
        (
            grid("a b c", rows=[1, 1, 1], cols=[1]),
            ["'rows' and 'cols' seem to be exchanged: the grid has 1 row and 3 columns"],
        ),
        (grid("a b", "c", cols=[1]), ["row 2 of the grid has 1 cell, and row 1 has 2"]),
        (grid("a b c", rows="1"), []),
        (grid("a b c") | {"size": 7}, []),
        (grid("a b c", rows="1", cols=[1]), ["'cols' has 1 size for 3 columns"]),
        (grid("a b", "c ."), []),
    ],
)
def test_rows_and_sizes_agree(found, held: Any, expected: list[str]) -> None:
    assert messages(found(on_page("a b c", held))) == expected


def test_a_list_of_sizes_is_marked_at_its_bracket_and_the_areas_are_shown(found) -> None:
    text = json.dumps(on_page("a b", grid("a b", cols=[1])))
    (one,) = found(text)
    column = one.finding.location.column
    assert text[column - 9 : column] == '"cols": ['
    assert [label.message for label in one.finding.related] == ["2 columns here"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("a b", "b b"), ["the cells of 'b' form no rectangle"]),
        (("a b", "b a"), ["the cells of 'a' form no rectangle"]),
        (("a b a", "c c c"), ["the cells of 'a' form no rectangle"]),
        (("a a b", "a c b"), ["the cells of 'a' form no rectangle"]),
        (("a b a", "b c b"), ["the cells of 'a' form no rectangle", "the cells of 'b' form no rectangle"]),
        (("a a b", "c c b"), []),
        (("a . c", "a b ."), []),
    ],
)
def test_the_cells_of_a_name_fill_a_rectangle(found, rows: tuple[str, ...], expected: list[str]) -> None:
    named = set(" ".join(rows).split()) - {"."}
    assert messages(found(on_page(" ".join(named), grid(*rows)))) == expected


# Names in grids


def test_a_misspelt_name_is_told_once_with_the_widget_it_means(found) -> None:
    (one,) = found(on_page("orders list", grid("order list", "order list")))
    assert messages([one]) == ["there is no widget 'order' for the grid; did you mean 'orders'?"]
    assert one.finding.severity == "error"
    assert [label.message for label in one.finding.related] == ["has no place in the grid"]
    assert one.finding.fix.safe is False
    assert one.mended.count('"orders"') == 3


def test_names_that_resemble_nothing_are_paired_with_the_widgets_that_are_left(found) -> None:
    ours = found(on_page("comp1 comp2 comp3", grid("left right")))
    assert seen(ours) == [
        ("unplaced-widget", '"comp3"'),
        ("unknown-grid-area", '"left"'),
        ("unknown-grid-area", '"right"'),
    ]
    assert [one.finding.help for one in ours[1:]] == [
        "write 'comp1', if that belongs here",
        "write 'comp2', if that belongs here",
    ]
    assert [one.finding.fix for one in ours] == [None, None, None]


def test_a_name_for_a_gap_is_no_error(found) -> None:
    ours = found(on_page("orders", grid("orders gap", "orders orders2")))
    assert messages(ours) == [
        "there is no widget 'gap' for the grid",
        "there is no widget 'orders2' for the grid; did you mean 'orders'?",
    ]
    assert [one.finding.severity for one in ours] == ["warning", "warning"]


def test_a_name_that_is_no_css_name_is_told_once(findings) -> None:
    text = json.dumps(on_page("order-list", {"areas": [["order list"]], "size": {"rows": [1], "cols": [1]}}))
    assert seen(findings(text, name="l.json")) == [("unknown-grid-area", '"order list"')]


def test_a_page_without_widgets_is_left_to_the_schema(findings) -> None:
    text = json.dumps(on_page("", grid("main")))
    told = [_short(one) for one in findings(text, name="l.json", profile="pedantic")]
    assert "page-without-widgets" in told
    assert RULES.isdisjoint(told)


# Grids inside grids


NESTED: list[tuple[str, Any, list[tuple[str, str]]]] = [
    ("a b", {"ROOT": grid("left b"), "left": grid("a")}, []),
    ("a b", {"ROOT": grid("ROOT a b")}, [("grid-inside-itself", '"ROOT"')]),
    ("a b", {"ROOT": grid("x a b"), "x": grid("y"), "y": grid("x")}, [("grid-inside-itself", '"x"')]),
    ("a b", {"ROOT": grid("x y"), "x": grid("y", "a"), "y": grid("b")}, [("reused-sub-layout", '"y"')]),
    ("a b", {"ROOT": grid("x a"), "x": grid("a", "b")}, [("widget-in-two-grids", '"a"')]),
    ("a b", {"ROOT": grid("a"), "x": grid("y"), "y": grid("a", "b")}, [("unreachable-sub-layout", '"x"')]),
    ("a b", {"ROOT": grid("lefft b"), "left": grid("a")}, [("unknown-grid-area", '"lefft"')]),
    ("a left", {"ROOT": grid("left a"), "left": grid("a")}, [("sub-layout-named-like-widget", '"left"')]),
    ("a b", {"ROOT": grid("left b"), "left": grid("a . .", "a . ", "a . .")}, [("ragged-grid", "[")]),
    ("a", {"outer": grid("a")}, []),
]


@pytest.mark.parametrize(("widgets", "held", "expected"), NESTED)
def test_grids_inside_grids(found, widgets: str, held: Any, expected: list[tuple[str, str]]) -> None:
    assert seen(found(on_page(widgets, held))) == expected


def test_the_way_round_is_told(found) -> None:
    (one,) = found(on_page("a", {"ROOT": grid("x a"), "x": grid("y"), "y": grid("ROOT")}))
    assert messages([one]) == ["the grid 'ROOT' stands inside itself: ROOT > x > y > ROOT"]
    assert messages(found(on_page("a", {"ROOT": grid("a ROOT")}))) == ["the grid 'ROOT' stands inside itself"]


# Flowing pages


def flowing(*widths: Any) -> dict[str, Any]:
    widgets = {f"w{number}": DIV | {"width": width, "height": 5} for number, width in enumerate(widths)}
    return layout(entry(held={"id": "acme-orders", "useFlexLayout": True, "widgets": widgets}))


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        ((3, 3, 3, 3, 4, 4, 4, 6, 6), []),
        ((12, 12, 5), []),
        ((8, 6, 7, 7), ["'w1' does not fit into its row: it is 6 wide, and 4 of 12 columns are left"]),
        ((13, 6), []),
        ((True, 12), []),
        (("8", 6), []),
        ((8, None), []),
    ],
)
def test_rows_of_flowing_pages_are_filled(found, widths: tuple[Any, ...], expected: list[str]) -> None:
    assert messages(found(flowing(*widths))) == expected


def test_a_gap_is_for_pedants(found) -> None:
    assert seen(found(flowing(8, 6), profile="strict")) == []


def test_a_flowing_page_needs_no_grid_and_its_grid_is_not_looked_at(found) -> None:
    base = flowing(12)
    base["agent"]["area"]["navigation"][0]["page"]["layout"] = grid("left", "x y")
    (one,) = found(base)
    assert seen([one]) == [("grid-on-flowing-page", '"layout"')]
    assert one.finding.fix.safe is False
    assert json.loads(one.mended) == flowing(12)


def test_sizes_on_a_grid_are_taken_away_one_by_one(found) -> None:
    widgets = {"main": DIV | {"width": 6, "height": 5}, "note": 7}
    ours = found(on_page("", grid("main note"), widgets=widgets))
    assert seen(ours) == [("size-on-grid-widget", '"width"'), ("size-on-grid-widget", '"height"')]
    assert [one.finding.fix.safe for one in ours] == [True, True]


# Navigation


@pytest.mark.parametrize(
    ("icon", "kind", "expected"),
    [
        ("team", "momentum", []),
        ("acme-parcel", "momentumDesign", []),
        ("/app/images/orders.svg", "other", []),
        ("", "other", []),
        ("", "momentum", []),
        ("Team", "Momentum", []),  # the kind is the fault, and told
        (7, "momentum", []),
        ("https://a.acme.com/i.png", "momentum", [("mismatched-icon", '"https://a.acme.com/i.png"')]),
        ("https://a.acme.com/i.png", "momentumDesign", [("mismatched-icon", '"https://a.acme.com/i.png"')]),
        ("team", "other", [("mismatched-icon", '"team"')]),
        ("team_24", "momentum", [("misspelt-icon", '"team_24"')]),
        ("Team", "momentum", [("misspelt-icon", '"Team"')]),
        ("anouncement", "momentum", [("misspelt-icon", '"anouncement"')]),
        ("acme-parcel_16", "momentum", [("unknown-icon", '"acme-parcel_16"')]),
    ],
)
def test_icons(found, icon: Any, kind: str, expected: list[tuple[str, str]]) -> None:
    assert seen(found(layout(entry({"icon": icon, "iconType": kind})))) == expected


@pytest.mark.parametrize(("align", "count"), [("top", 0), ("bottom", 1), ("Top", 1), (None, 0), (7, 0)])
def test_entries_stand_at_the_top(found, align: Any, count: int) -> None:
    ours = found(layout(entry({"align": align})))
    assert seen(ours) == [("ineffective-alignment", json.dumps(align))] * count
    assert all(one.finding.fix.safe for one in ours)


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("acme-orders", []),
        ("customerJourneyWidget", []),
        ("wxm-metrics", []),
        ("a.b_c~d", []),
        (7, []),
        ("queues", [("built-in-route", '"queues"')]),
        ("home", [("built-in-route", '"home"')]),
        ("tpw", [("built-in-route", '"tpw"')]),
        ("help", []),  # reserved, and told
        ("", [("malformed-route", '""')]),
        ("acme orders list", [("malformed-route", " ")]),
        ("acme?x#y", [("malformed-route", "?")]),
        ("aufträge", [("malformed-route", "ä")]),
        ("/acme", [("route-with-slash", "/")]),
        ("acme/orders/list", [("route-with-slash", "/")]),
    ],
)
def test_routes(found, route: Any, expected: list[tuple[str, str]]) -> None:
    text = json.dumps(layout(entry({"navigateTo": route})), ensure_ascii=False)
    assert seen(found(text)) == expected


def test_the_desktops_own_pages_keep_their_routes(found) -> None:
    base = default_layout()
    base["agent"]["area"]["navigation"] = base["supervisor"]["area"]["navigation"]
    assert seen(found(base)) == []


def test_routes_are_compared_within_a_role_and_with_the_home_page(found) -> None:
    base = layout(entry(), entry(held=page("main", grid("main"), id="acme-returns")))
    for role in ("supervisor", "supervisorAgent"):
        base[role]["area"]["navigation"].append(entry())
    base["supervisor"]["area"]["homepage"]["nav"]["navigateTo"] = "acme-orders"
    ours = found(base)
    assert seen(ours) == [("repeated-route", '"acme-orders"')] * 2
    assert messages(ours) == [
        "'acme-orders' is the address of 'Orders' already",
        "'acme-orders' is the address of '$I18N.common.homePageLabel' already",
    ]


def test_the_first_landing_page_wins(found) -> None:
    entries = [
        entry(
            {"navigateTo": f"acme-{name}", "label": name, "isDefaultLandingPage": mark},
            page("main", grid("main"), id=name),
        )
        for name, mark in (("a", False), ("b", True), ("c", None), ("d", True), ("e", 1))
    ]
    (one,) = found(layout(*entries))
    assert (seen([one]), messages([one])) == (
        [("several-landing-pages", "true")],
        ["'b' is the landing page already"],
    )


@pytest.mark.parametrize(("value", "fixed"), [("true", True), ("False", True), ("yes", False), ("", False)])
def test_a_text_is_no_mark_of_a_landing_page(found, value: str, fixed: bool) -> None:
    (one,) = found(layout(entry({"isDefaultLandingPage": value})))
    assert seen([one]) == [("landing-page-as-text", json.dumps(value))]
    assert (one.finding.fix is not None) is fixed


def test_reports_are_found_at_any_depth(found) -> None:
    held = page("", grid("main"), widgets={"main": {"comp": "div", "children": [{"comp": "analyzer-widget"}]}})
    marked = found(layout(entry({"isDefaultLandingPage": True}, held)))
    assert messages(marked) == ["'Orders' cannot be the landing page: it holds 'analyzer-widget'"]
    assert seen(found(layout(entry(held=held)))) == []


# All forms


def test_the_old_form_and_the_object_of_the_api_are_read_alike(found) -> None:
    held = page("comp1", grid("left"), id="dw-headless")
    role = layout(entry({"navigateTo": "queues"}, held), entry({"navigateTo": "queues"}))["agent"]
    expected = ["unknown-grid-area", "built-in-route", "built-in-route", "repeated-page-id", "repeated-route"]
    forms = [role, {"agent": role}, {"jsonFileContent": role}, {"jsonFileContent": json.dumps(role)}]
    for data in forms:
        assert sorted(rule for rule, _ in seen(found(data))) == sorted(expected)


@pytest.mark.parametrize("junk", [None, 7, "text", [], [7], {}, {"a": 7}, True])
def test_wrong_types_bring_no_rule_to_a_fall(findings, junk: Any) -> None:
    places = [
        layout(entry(held=page("main", junk))),
        layout(entry(held=page("main", {"areas": junk, "size": junk}))),
        layout(entry(held=page("main", {"ROOT": junk}))),
        layout(entry(held=page("main", grid("main"), widgets=junk, useFlexLayout=True))),
        layout(entry(held=page("main", grid("main"), widgets={"main": junk}, id=junk))),
        layout(entry(dict.fromkeys(["icon", "iconType", "navigateTo", "label", "isDefaultLandingPage"], junk))),
        layout(junk, navigation=junk, homepage=junk),
        layout({"nav": junk, "page": junk}),
    ]
    for data in places:
        for one in findings(json.dumps(data), name="l.json", profile="pedantic"):
            crashed = one.finding.rule == "meta/internal-error"
            assert not (crashed and any(rule in one.finding.message for rule in RULES)), one.finding.message


@pytest.mark.parametrize(
    ("old", "new", "rule", "safe"),
    [
        ("label", "Label", "unread-required-key", True),
        ("navigateTo", "navigateTO", "unread-required-key", True),
        ("id", "Id", "unread-required-key", True),
        ("widgets", "widget", "unread-required-key", False),
        ("layout", "Layout", "unread-required-key", True),
        ("layout", "useFlexlayout", "unread-required-key", True),
        ("size", "Size", "unread-required-key", True),
        ("rows", "row", "unread-required-key", False),
        ("page", "Page", "unread-required-key", True),
        ("align", "Align", "misspelt-setting", False),
        ("title", "Title", "misspelt-setting", False),
    ],
)
def test_a_misspelt_key_of_a_page_is_one_mistake(findings: Check, old: str, new: str, rule: str, safe: bool) -> None:
    framed = {**DIV, "wrapper": {"title": "Orders"}}
    nav = {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme", "align": "top"}
    grid = {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
    base = default_layout()
    base["agent"]["area"]["navigation"] = [
        {"nav": nav, "page": {"id": "acme", "widgets": {"main": framed}, "layout": grid}}
    ]
    before, keys, after = json.dumps(base).partition('"navigation": [{"nav"')
    text = before + keys + after.replace(f'"{old}": ', f'"{new}": ', 1)
    (one,) = findings(text, name="l.json")
    assert (one.finding.rule, one.under, one.finding.fix.safe) == (f"layout/{rule}", f'"{new}"', safe)
    assert f'"{new}"' not in one.mended
