"""Keys of components that do nothing, and members that move to where they belong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from wxcc_lint.component_members import moved, unknown_keys
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.edits import text_edit


def component(members: dict[str, Any]) -> Component:
    document = parse_layout("l.json", json.dumps({"area": {"advancedHeader": [members]}}))
    (found,) = Layout(document).components()
    return found


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"comp": "div", "atributes": {}}, [("atributes", "attributes", "", False)]),
        ({"comp": "md-tab", "atributes": {}}, [("atributes", "attributes", "", True)]),
        ({"comp": "md-tab", "atributes": {}, "attributes": {}}, [("atributes", "attributes", "", False)]),
        ({"Comp": "div"}, [("Comp", "comp", "", True)]),
        ({"Comp": "div", "comp": "div"}, [("Comp", "comp", "", False)]),
        ({"comp": "a-b", "source": "x"}, [("source", "script", "", False)]),
        ({"comp": "div", "class": "x"}, [("class", "", "attributes", False)]),
        ({"comp": "div", "somethingElse": 1}, [("somethingElse", "", "", False)]),
        ({"comp": "div", "_note": 1, "//": 1, "$comment": 1, "comment": 1, "": 1}, []),
    ],
)
def test_unknown_keys(members: dict[str, Any], expected: list[tuple[str, str, str, bool]]) -> None:
    found = [
        (key.name, key.told.write, key.told.into, key.stands_for_required) for key in unknown_keys(component(members))
    ]
    assert found == expected


def carried_out(one: Component, source: Sequence[str], target: Sequence[str]) -> Any:
    """Return the component after the move, or None where there is none."""
    edits = [text_edit(edit) for edit in moved(one, source, target)]
    text = one.at.document.text.text
    for edit in sorted(filter(None, edits), key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return json.loads(text)["area"]["advancedHeader"][0] if edits else None


@pytest.mark.parametrize(
    ("members", "source", "target", "expected"),
    [
        ({"comp": "a", "x": 1}, ["x"], ["attributes", "x"], {"comp": "a", "attributes": {"x": 1}}),
        ({"x": 1, "attributes": {}}, ["x"], ["attributes", "x"], {"attributes": {"x": 1}}),
        ({"attributes": {"y": 2}, "x": 1}, ["x"], ["attributes", "x"], {"attributes": {"y": 2, "x": 1}}),
        ({"attributes": {"x": 2}, "x": 1}, ["x"], ["attributes", "x"], None),
        ({"attributes": [], "x": 1}, ["x"], ["attributes", "x"], None),
        ({"attributes": {"x": 1}}, ["attributes", "x"], ["x"], {"attributes": {}, "x": 1}),
        ({"attributes": {"x": 1}, "x": None}, ["attributes", "x"], ["x"], None),
    ],
)
def test_moves(members: dict[str, Any], source: list[str], target: list[str], expected: Any) -> None:
    assert carried_out(component(members), source, target) == expected
