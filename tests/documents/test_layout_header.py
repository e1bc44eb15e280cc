"""Which header a role has, the styles of components, and texts that are alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout_alike import alike
from wxcc_lint.documents.layout_header import header_kind, in_header, is_outermost
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_styles import styles
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.load import load
from wxcc_lint.spans import Span

INNER = {"comp": "acme-inner"}


def layout_of(data: Any) -> Layout:
    document = load("l.json", json.dumps(data).encode())
    assert document is not None
    return Layout(document)


def header_of(area: dict[str, Any]) -> Layout:
    return layout_of({"area": {**area, "navigation": []}})


@pytest.mark.parametrize(
    ("area", "kind", "comps"),
    [
        ({"advancedHeader": [{"comp": "acme-a", "children": [INNER]}]}, "advancedHeader", ["acme-a", "acme-inner"]),
        ({"header": {"widgets": {"w": {"comp": "acme-b", "children": [INNER]}}}}, "header", ["acme-b", "acme-inner"]),
        ({"advancedHeader": [], "header": {"widgets": {"w": INNER}}}, "advancedHeader", []),
        ({"advancedHeader": {}, "header": {"widgets": {"w": INNER}}}, None, []),
        ({"header": [INNER]}, None, []),
        ({}, None, []),
    ],
)
def test_the_header_that_is_drawn(area: dict[str, Any], kind: str | None, comps: list[str]) -> None:
    layout = header_of(area)
    (role,) = layout.roles()
    assert header_kind(role) == kind
    components = in_header(layout, role)
    assert [one.comp for one in components] == comps
    assert [one.comp for one in components if is_outermost(one)] == comps[:1]
    assert in_header(layout, role, "header") == (components if kind == "header" else ())


def test_a_header_is_that_of_its_role() -> None:
    areas = {name: {"area": {"advancedHeader": [{"comp": f"acme-{name}"}]}} for name in ("agent", "supervisor")}
    layout = layout_of(areas)
    assert [[one.comp for one in in_header(layout, role)] for role in layout.roles()] == [
        ["acme-agent"],
        ["acme-supervisor"],
    ]


def component(members: dict[str, Any]) -> Component:
    return header_of({"advancedHeader": [members]}).components()[0]


def test_styles_of_both_kinds_with_their_places() -> None:
    text = "height: 64px;Display:flex ;; odd;background:url(data:a)"
    it = component({"comp": "div", "attributes": {"style": text}, "style": {"minHeight": "9px", "flexGrow": 1}})
    found = list(styles(it))
    assert [(style.name, style.value, style.pixels) for style in found] == [
        ("height", "64px", 64),
        ("display", "flex", None),
        ("background", "url(data:a)", None),
        ("min-height", "9px", 9),
        ("flex-grow", "1", 1),
    ]
    assert [text[style.at.within.start : style.at.within.end] for style in found if style.at.within] == [
        "64px",
        "flex",
        "url(data:a)",
    ]
    assert [style.at.path[-1] for style in found[3:]] == ["minHeight", "flexGrow"]


@pytest.mark.parametrize("style", [None, 5, True, [], {"a": []}])
def test_styles_that_cannot_be_read(style: Any) -> None:
    assert list(styles(component({"comp": "div", "attributes": {"style": style}, "style": style}))) == []


@pytest.mark.parametrize(("value", "pixels"), [("64px", 64), ("1.5PX", 1.5), ("8px !important", 8), ("5em", None)])
def test_pixels(value: str, pixels: float | None) -> None:
    (style,) = styles(component({"comp": "div", "attributes": {"style": f"height:{value}"}}))
    assert style.pixels == pixels
    assert style.at.within == Span(7, 7 + len(value))


def test_texts_that_are_alike() -> None:
    layout = header_of(
        {
            "advancedHeader": [
                {"comp": "acme-a", "properties": {"n": "1", "list": ["1", ["2"]]}},
                {"comp": "acme-a", "attributes": {"n": "1"}},
            ]
        }
    )
    found = [(texts[0].name, texts[0].value, len(texts)) for texts in alike(layout)]
    assert found == [("comp", "acme-a", 2), ("n", "1", 2), ("list", "1", 1), ("list", "2", 1)]
