"""Desktop layouts in all their forms: what the view shows, and where it says that things stand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.declarative import load_yaml_rule
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.load import load

FRAME = {"comp": "agentx-wc-iframe", "attributes": {"src": "https://a.example"}}
ROLE: dict[str, Any] = {
    "notificationTimer": 8,
    "area": {
        "advancedHeader": [{"comp": "agentx-webex"}, {"script": "x"}],
        "headless": {"id": "h", "widgets": {"a": {"comp": "b-c", "properties": {"n": 1}}}},
        "panel": {
            "comp": "md-tabs",
            "children": [
                {"comp": "md-tab", "children": [{"comp": "span", "textContent": "One"}]},
                {
                    "comp": "md-tab-panel",
                    "children": [
                        {"comp": "dynamic-area", "properties": {"area": {"id": "d", "widgets": {"w": FRAME}}}}
                    ],
                },
            ],
        },
        "homepage": {
            "nav": {"navigateTo": "home"},
            "page": {
                "id": "landing",
                "pageSubHeader": {"comp": "div", "properties": {"actionList": [{"comp": "act-ion"}]}},
                "widgets": {},
            },
        },
        "navigation": [{"nav": {"navigateTo": "x"}, "page": {"id": "p", "widgets": {"w": {"comp": "w-w"}}}}, "stray"],
        "persistent": [{"comp": "md-tab"}],
        "header": {"id": "old", "widgets": {"w": {"comp": "h-h"}}},
        "widgetExplorer": {"comp": "unknown-area"},
    },
}
ELEMENTS = [
    ("advancedHeader", "agentx-webex"),
    ("advancedHeader", ""),
    ("headless", "b-c"),
    ("panel", "md-tabs"),
    ("panel", "md-tab"),
    ("panel", "span"),
    ("panel", "md-tab-panel"),
    ("panel", "dynamic-area"),
    ("panel", "agentx-wc-iframe"),
    ("homepage", "div"),
    ("homepage", "act-ion"),
    ("navigation", "w-w"),
    ("persistent", "md-tab"),
    ("header", "h-h"),
]
ROLES = {"agent": ROLE, "supervisor": {"area": {}}, "supervisorAgent": {"area": {"panel": FRAME}}}


def layout(data: Any) -> Layout:
    document = parse_layout("l.json", json.dumps(data))
    assert document.faults == ()
    return Layout(document)


def wrapped(data: Any) -> list[Layout]:
    """Return the views of a layout as a file, and as an object and as a text inside the API's object."""
    return [
        layout(data),
        layout({"name": "n", "jsonFileContent": data}),
        layout({"name": "n", "jsonFileContent": json.dumps(data)}),
    ]


def test_a_layout_has_the_roles_that_are_written_down() -> None:
    for view in wrapped(ROLES):
        assert view.form == "roles"
        assert [role.name for role in view.roles()] == ["agent", "supervisor", "supervisorAgent"]
        agent = view.role("agent")
        assert agent is not None
        assert agent.settings == ROLE
        assert list(agent.area) == list(ROLE["area"])
        assert view.role("nobody") is None


def test_the_old_form_has_one_nameless_role() -> None:
    for view in wrapped(ROLE):
        assert view.form == "single"
        assert [(role.name, role.settings) for role in view.roles()] == [(None, ROLE)]


@pytest.mark.parametrize("data", [[], None, 1, {"agent": []}])
def test_what_is_no_layout_has_no_roles(data: Any) -> None:
    for view in wrapped(data):
        assert list(view.roles()) == []
        assert list(view.components()) == []


def test_components_of_all_areas_are_found_in_document_order() -> None:
    for data in (ROLE, {"agent": ROLE}):
        for view in wrapped(data):
            assert [(one.area, one.comp) for one in view.components()] == ELEMENTS


def test_components_know_their_role() -> None:
    assert {(one.role.name, one.comp) for one in layout(ROLES).components() if one.area == "panel"} >= {
        ("agent", "md-tabs"),
        ("supervisorAgent", "agentx-wc-iframe"),
    }


def test_pages_are_found_wherever_they_stand() -> None:
    found = [(page.area, page.members["id"], list(page.widgets)) for page in layout(ROLE).pages()]
    assert found == [
        ("headless", "h", ["a"]),
        ("panel", "d", ["w"]),
        ("homepage", "landing", []),
        ("navigation", "p", ["w"]),
        ("header", "old", ["w"]),
    ]


def test_a_component_shows_what_the_file_says() -> None:
    said = {
        "comp": "x-y",
        "script": "https://a.example/x.js",
        "attributes": {"a": "1"},
        "properties": {"p": [1]},
        "wrapper": {"title": "T"},
        "textContent": "text",
        "visibility": "SCREEN_POP",
        "children": [{"comp": "span"}, 7],
    }
    (one, child) = layout({"area": {"panel": said}}).components()
    assert (one.comp, one.script, one.attributes, one.properties) == (
        "x-y",
        "https://a.example/x.js",
        {"a": "1"},
        {"p": [1]},
    )
    assert (one.wrapper, one.text_content, one.visibility) == ({"title": "T"}, "text", "SCREEN_POP")
    assert one.children == (child,)
    assert one.at.path == ("area", "panel")
    assert child.at.path == ("area", "panel", "children", 0)
    assert one.place("attributes", "a").path == ("area", "panel", "attributes", "a")


def test_some_components_are_found_by_what_they_are_where_and_what_they_have() -> None:
    view = layout(ROLES)
    tabs, other = view.components("md-tab")
    assert ([tabs.area, other.area], view.components("no-such")) == (["panel", "persistent"], ())
    assert [one.comp for one in view.components_in("advancedHeader")] == ["agentx-webex", ""]
    assert view.components_in("navigation")[0].at.path == ("agent", "area", "navigation", 0, "page", "widgets", "w")
    assert [one.comp for one in view.components_with("script")] == [""]
    assert view.components_with("comment") == ()
    assert set(view.members()) == {"comp", "script", "attributes", "properties", "children", "textContent"}
    assert {comp: len(uses) for comp, uses in view.comps().items() if len(uses) > 1} == {
        "md-tab": 2,
        "agentx-wc-iframe": 2,
    }


def test_settings_come_with_their_component() -> None:
    held = {"attributes": {"a": "1", "b": 2}, "properties": [7]}
    view = layout({"area": {"advancedHeader": [{"comp": "x-y", **held}, {"comp": "z-z", "properties": {"p": None}}]}})
    found = [(one.comp, name, value) for one, name, value in view.settings("attributes")]
    assert found == [("x-y", "a", "1"), ("x-y", "b", 2)]
    assert [(one.comp, name, value) for one, name, value in view.settings("properties")] == [("z-z", "p", None)]


def test_a_text_knows_what_it_stands_under_and_whose_it_is() -> None:
    data = {"x": "a", "agent": {"appTitle": "b", "area": {"panel": {"comp": "c-c", "properties": {"n": ["d", ["e"]]}}}}}
    found = [
        (text.value, text.name, text.role and text.role.name, text.component and text.component.comp, text.inside)
        for text in layout(data).texts()
    ]
    assert found == [
        ("a", "x", None, None, ("x",)),
        ("b", "appTitle", "agent", None, ("appTitle",)),
        ("c-c", "comp", "agent", "c-c", ("comp",)),
        ("d", "n", "agent", "c-c", ("properties", "n", 0)),
        ("e", "n", "agent", "c-c", ("properties", "n", 1, 0)),
    ]


def test_members_of_a_wrong_type_read_as_absent() -> None:
    names = ("comp", "script", "attributes", "properties", "wrapper", "textContent", "visibility", "children")
    (one,) = layout({"area": {"panel": dict.fromkeys(names, 7)}}).components()
    assert (one.comp, one.script, one.text_content, one.visibility) == ("", None, None, None)
    assert (one.attributes, one.properties, one.wrapper, one.children) == ({}, {}, {}, ())


def under(view: Layout, part: Component) -> str:
    span = part.place("attributes", "src").span
    return view.document.text.text[span.start : span.end]


def test_places_lead_to_the_characters_of_the_file_also_through_a_text() -> None:
    bare, as_object, as_text = wrapped({"agent": {"area": {"panel": FRAME}}})
    assert [under(view, view.components()[0]) for view in (bare, as_object)] == ['"https://a.example"'] * 2
    assert under(as_text, as_text.components()[0]) == r"\"https://a.example\""
    assert [view.is_wrapped for view in (bare, as_object, as_text)] == [False, True, True]


def test_nodes_are_walked_in_document_order_and_into_the_text() -> None:
    bare, as_object, as_text = wrapped({"area": {"navigation": [{"nav": {}}]}})
    inside = [
        (),
        ("area",),
        ("area", "navigation"),
        ("area", "navigation", 0),
        ("area", "navigation", 0, "nav"),
    ]
    assert [path for path, _ in bare.nodes()] == inside
    expected = [(), ("name",), *(("jsonFileContent", *path) for path in inside)]
    for view in (as_object, as_text):
        assert [path for path, _ in view.nodes()] == expected
        assert all(view.node(path) == node for path, node in view.nodes())


def test_nodes_have_names_and_labels() -> None:
    view = layout({"area": {"navigation": [{"nav": {"label": "L"}}]}})

    def called(*path: str | int) -> tuple[str, str] | None:
        node = view.node(path)
        return None if node is None else (node.name, node.label)

    assert called() == ("", "the layout")
    assert called("area", "navigation", 0) == ("0", "entry 1 of navigation")
    assert called("area", "navigation", 0, "nav", "label") == ("label", "label")
    assert called("area", "panel") is None


def test_an_absent_node_is_reported_at_what_would_hold_it() -> None:
    as_text = wrapped({"area": {}})[2]
    place = as_text.missing(("jsonFileContent", "area", "panel"))
    span = place.span
    assert as_text.document.text.text[span.start : span.end] == r"\"area\""


def test_a_text_that_is_no_json_is_a_fault_of_the_file_at_its_place() -> None:
    text = json.dumps({"jsonFileContent": '{"area": {"panel": {}},}'})
    document = load("l.json", text.encode())
    assert document is not None
    assert document.data is None
    (fault,) = document.faults
    assert fault.rule == "meta/syntax"
    assert (text[fault.span.start : fault.span.end], fault.span.start) == (",", text.index(",}"))


def test_a_layout_may_be_nested_as_deep_as_a_file_may() -> None:
    nested: dict[str, Any] = {"comp": "div"}
    for _ in range((MAX_DEPTH - 5) // 2):
        nested = {"comp": "div", "children": [nested]}
    assert len(list(layout({"agent": {"area": {"panel": nested}}}).components())) == (MAX_DEPTH - 5) // 2 + 1


names = st.sampled_from(["agent", "area", "panel", "navigation", "page", "widgets", "children", "properties", "comp"])
some_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=30,
)


@given(some_json)
@settings(deadline=None)
def test_whatever_the_file_holds_every_part_of_the_view_has_a_place_in_it(data: Any) -> None:
    view = layout(data)
    for at in (*(one.at for one in view.components()), *(page.at for page in view.pages())):
        assert view.node(at.path) is not None
        assert at.span.end <= len(view.document.text.text)


def test_real_layouts_have_components_in_every_role(corpus: Path) -> None:
    views = []
    for path in sorted(corpus.glob("layouts/*")):
        document = load(path.name, path.read_bytes())
        if document is not None and not document.faults:
            views.append(Layout(document))
    assert len(views) == 73
    assert sum(1 for view in views for _ in view.roles()) == 117
    assert sum(1 for view in views for _ in view.components()) == 3749
    assert {view.form for view in views} == {"roles", "single"}


def test_yaml_rules_find_nodes_in_every_form(tmp_path: Path) -> None:
    rule = tmp_path / "short-label.yaml"
    rule.write_text(
        "rule: acme/short-label\non: layout\nseverity: warning\ngiven: '/**/navigation[nav.navigateTo=x]/nav'\n"
        'expect: {label: {length: {min: 3}}}\nmessage: "{name} of {label:..} is short"\ndocs: Title.\n',
        encoding="utf-8",
    )
    check = load_yaml_rule(rule).check
    assert check is not None
    entries = [{"nav": {"navigateTo": name, "label": "ab"}} for name in ("w", "x")]
    for view in wrapped({"agent": {"area": {"navigation": entries}}}):
        (problem,) = check(view)
        assert problem.message == "nav of entry 2 of navigation is short"
        assert problem.at.path[-3:] == ("navigation", 1, "nav")
