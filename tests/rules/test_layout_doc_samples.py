"""Mistakes that the product documentation prints in its samples: whoever pastes them is told what is wrong, and where."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.catalog.layouts import default_layout

GRID = {"areas": [["comp1", "comp2"]], "size": {"rows": [1], "cols": [1, 1]}}
DIV = {"comp": "div"}
NAV = {"label": "Acme", "icon": "team", "iconType": "momentum", "navigateTo": "acme-page", "align": "top"}
WIDGET = {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}


def layout(role: str = "agent", **areas: Any) -> dict[str, Any]:
    """Return the default layout with other areas in a role."""
    data = default_layout()
    data[role]["area"].update(areas)
    return data


def page(widgets: dict[str, Any], grid: Any = GRID) -> dict[str, Any]:
    held = {"id": "acme-page", "widgets": widgets} | ({"layout": grid} if grid else {})
    return layout(navigation=[{"nav": NAV, "page": held}])


def widget(**members: Any) -> dict[str, Any]:
    return page({"comp1": WIDGET | members, "comp2": DIV})


TABS = [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "A", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "B"}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [DIV]},
]  # fmt: skip
WHOLE = json.dumps(layout(), indent=1)


@pytest.mark.parametrize(
    ("text", "rule", "under"),
    [
        pytest.param(WHOLE.replace('"agent"', "\u201cagent\u201d", 1), "meta/syntax", "\u201cagent\u201d", id="curly quotes"),
        pytest.param(WHOLE.replace('},\n "supervisor"', '}\n "supervisor"', 1), "meta/syntax", '"supervisor"', id="a comma between roles is missing"),
        pytest.param(WHOLE.replace('"webexConfigured": false', '"webexConfigured": false,', 1), "meta/syntax", ",", id="a trailing comma"),
        pytest.param(WHOLE.replace('"advancedHeader":', '"advancedHeader:', 1), "meta/syntax", '"', id="a quote that is not closed"),
        pytest.param("// my layout\n" + WHOLE, "meta/syntax", "// my layout", id="a comment"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_at_its_place(findings, text: str, rule: str, under: str) -> None:
    (found,) = findings(text, name="l.json")
    assert (found.finding.rule, found.under[: len(under)]) == (rule, under)


@pytest.mark.parametrize(
    ("data", "rule", "under"),
    [
        pytest.param(layout(advancedHeader={"id": "dw-header", "widgets": {}}), "layout/wrong-area-shape", "{", id="the header is an object"),
        pytest.param(page({"comp1": {"comp": "acme-orders", "source": WIDGET["script"]}, "comp2": DIV}), "layout/unknown-component-key", '"source"', id="source for script"),
        pytest.param(widget(responsive="false"), "layout/responsive-as-text", '"false"', id="a switch in quotes"),
        pytest.param(page({"comp1": {"comp": "div", "children": DIV}, "comp2": DIV}), "layout/children-not-list", "{", id="children are an object"),
        pytest.param(layout(panel={"comp": "md-tabs", "attributes": {"class": "widget-tabs"}, "children": TABS}), "layout/nested-tab", '"md-tab"', id="a tab in a tab"),
        pytest.param(page({"comp1": DIV, "comp2": DIV}, GRID | {"areas": [["left", "right"]]}), "layout/unknown-grid-area", '"left"', id="left and right beside comp1 and comp2"),
        pytest.param(widget(script="http:/widgets.acme.com/orders.js"), "layout/invalid-url", "http:/", id="one slash"),
        pytest.param(layout(homePage={"nav": NAV, "page": {}}), "layout/misspelt-area", '"homePage"', id="homePage"),
        pytest.param(widget(properties={"flag": "$STORE.app.featuresFlags.isX"}), "layout/unknown-store-member", "featuresFlags", id="featuresFlags"),
        pytest.param(page({"comp1": DIV, "comp2": DIV}, None), "layout/page-without-layout", '"page"', id="a page without a layout"),
        pytest.param(widget(attributes={"textContent": "Orders"}), "layout/text-in-attributes", '"textContent"', id="the text is an attribute"),
        pytest.param(
            page(
                {"c1": DIV, "c2": DIV},
                {
                    "ROOT": {"areas": [["c1", "sub"]], "size": {"rows": [1], "cols": [1, 1]}},
                    "sub": {"areas": [["c1", "c2"]], "size": {"rows": [1], "cols": [1, 1]}},
                },
            ),
            "layout/widget-in-two-grids",
            '"c1"',
            id="a widget in two grids",
        ),
    ],
)  # fmt: skip
def test_what_is_json_is_told_at_its_place(findings, data: Any, rule: str, under: str) -> None:
    found = [one for one in findings(json.dumps(data), name="l.json") if one.finding.rule == rule]
    assert found
    assert found[0].under[: len(under)] == under


def test_the_icons_of_momentum_are_right_although_the_documented_type_says_otherwise(findings) -> None:
    assert findings(json.dumps(page({"comp1": DIV, "comp2": DIV})), name="l.json") == []
