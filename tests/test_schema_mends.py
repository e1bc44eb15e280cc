"""What the schema finds is mended where schema and value leave no doubt, and left to the author elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.conformance import schema_problems
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.edits import text_edit

GRID = {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
NAV = {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"}
PAGE = {"id": "orders", "widgets": {"main": {"comp": "div"}}, "layout": GRID}


def mended(data: Any) -> list[tuple[str, bool, Any]]:
    """Return description, safety and the data after it for every fix; the fault must be gone by it."""
    text = json.dumps(data, indent=1)
    document = parse_layout("l.json", text)
    found = list(schema_problems(Layout(document)))
    results = []
    for problem in found:
        if problem.fix is None:
            continue
        (edit,) = [text_edit(one) for one in problem.fix.edits]
        assert edit is not None
        after = text[: edit.start] + edit.text + text[edit.end :]
        left = list(schema_problems(Layout(parse_layout("l.json", after))))
        assert len(left) == len(found) - 1
        results.append((problem.fix.description, problem.fix.safe, json.loads(after)))
    return results


def header(**members: Any) -> Any:
    return {"area": {"advancedHeader": [{"comp": "div"} | members]}}


@pytest.mark.parametrize(
    ("data", "description", "safe", "after"),
    [
        ({"area": {}, "dragDropEnabled": "true"}, "write true", True, {"area": {}, "dragDropEnabled": True}),
        ({"area": {}, "notificationTimer": "8"}, "write 8", True, {"area": {}, "notificationTimer": 8}),
        ({"area": {}, "headerActions": ["Webex"]}, "write webex", True, {"area": {}, "headerActions": ["webex"]}),
        ({"area": {}, "headerActions": ["webx"]}, "write webex", False, {"area": {}, "headerActions": ["webex"]}),
        (
            {"headerActions": [], "area": {"advancedHeader": []}},
            "take 'headerActions' away",
            True,
            {"area": {"advancedHeader": []}},
        ),
        (header(comp="<acme-orders>"), "write acme-orders", True, header(comp="acme-orders")),
        (header(comp="< acme-orders />"), "write acme-orders", True, header(comp="acme-orders")),
        (header(responsive="false"), "write false", True, header(responsive=False)),
        (header(children={"comp": "p"}), "make it a list of one", True, header(children=[{"comp": "p"}])),
        ({"area": {"advancedHeader": {"comp": "p"}}}, "make it a list of one", True, {"area": {"advancedHeader": [{"comp": "p"}]}}),
        (
            {"area": {"navigation": {"nav": NAV, "page": PAGE}}},
            "make it a list of one",
            True,
            {"area": {"navigation": [{"nav": NAV, "page": PAGE}]}},
        ),
        (header(comp="md-tab"), "add 'attributes'", True, header(comp="md-tab", attributes={"slot": "tab"})),
        (
            header(comp="md-tab-panel", attributes={"class": "x"}),
            "add 'slot'",
            True,
            header(comp="md-tab-panel", attributes={"class": "x", "slot": "panel"}),
        ),
        (
            header(wrapper={"title": "T", "maximizeAreaName": "App-Maximize-Area"}),
            "write app-maximize-area",
            True,
            header(wrapper={"title": "T", "maximizeAreaName": "app-maximize-area"}),
        ),
    ],
)  # fmt: skip
def test_what_is_beyond_doubt_has_a_fix(data: Any, description: str, safe: bool, after: Any) -> None:
    assert mended(data) == [(description, safe, after)]


@pytest.mark.parametrize(
    "data",
    [
        {"area": {}, "dragDropEnabled": "yes"},
        {"area": {}, "notificationTimer": 0},
        {"area": {}, "headerActions": ["profile"]},
        {"area": {}, "headerActions": [7]},
        {"area": {"advancedHeader": {"id": "old"}}},
        header(comp="<a><b>"),
        header(children="text"),
        header(comp=""),
        {"area": {"header": PAGE, "advancedHeader": []}},
        {"agent": {}},
        [],
    ],
)
def test_what_the_author_has_to_decide_has_none(data: Any) -> None:
    assert list(schema_problems(Layout(parse_layout("l.json", json.dumps(data)))))
    assert mended(data) == []
