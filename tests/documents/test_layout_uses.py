"""The uses of an element in a layout."""

from __future__ import annotations

import json
from typing import Any

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_uses import by_role, has_fixed_name
from wxcc_lint.documents.layout_view import Layout


def view(data: Any) -> Layout:
    return Layout(parse_layout("l.json", json.dumps(data)))


ROLES = view(
    {
        "agent": {"area": {"advancedHeader": [{"comp": "a-b"}, {"comp": ""}, {"comp": 1}, {"comp": "c-d"}, {"comp": "a-b"}]}},
        "supervisor": {"area": {"advancedHeader": [{"comp": "a-b"}]}},
    }
)  # fmt: skip


def test_the_uses_of_an_element_in_each_role() -> None:
    found = [[(use.role.name, use.at.path[-1]) for use in uses] for uses in by_role(ROLES.components("a-b"))]
    assert found == [[("agent", 0), ("agent", 4)], [("supervisor", 0)]]


def test_places_where_only_certain_elements_may_stand() -> None:
    tab = {"comp": "md-tab", "children": [{"comp": "span"}]}
    layout = view({"area": {"panel": {"comp": "md-tabs", "children": [tab]}, "persistent": [tab]}})
    found = [(component.area, component.comp, has_fixed_name(component)) for component in layout.components()]
    assert found == [
        ("panel", "md-tabs", True),
        ("panel", "md-tab", False),
        ("panel", "span", False),
        ("persistent", "md-tab", True),
        ("persistent", "span", False),
    ]
