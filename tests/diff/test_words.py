"""The way to a change in the words of the product."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.words import Words
from wxcc_lint.documents.load import parse


def words(kind, left, right):
    sides = (ConfigObject(kind, "x", parse("x", one.encode(), kind)) for one in (left, right))
    pair = Pair(*sides, "option")
    before, after = trees_of(pair, STEPS, {})
    told = Words(pair, before, after)
    return [(one.kind, *told.of(one)) for one in compare(before, after)]


def page(label, route, *children, **widgets):
    inside = {"comp": "md-tabs", "children": list(children)} if children else {}
    held = {**widgets, **({"tabs": inside} if inside else {})}
    return {"nav": {"label": label, "navigateTo": route}, "page": {"id": route, "widgets": held}}


def agent(*pages, **settings):
    return {"agent": {**settings, "area": {"navigation": list(pages)}}}


def panel(version, **more):
    return {"comp": "acme-panel", "script": f"https://widgets.acme.com/{version}.js", **more}


def tab(text):
    return {"comp": "md-tab", "textContent": text}


def tab_panel(**more):
    return {"comp": "md-tab-panel", "children": [{"comp": "acme-x", **more}]}


def slotted(name):
    return {"comp": "md-tab-panel", "children": [{"comp": "slot", "attributes": {"name": name}}]}


def record(name, timer=8):
    return {"name": name, "jsonFileContent": json.dumps(agent(notificationTimer=timer))}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(
            agent(page("Customer 360", "c360", one=panel(1))),
            agent(page("Customer 360", "c360", one=panel(2))),
            ("changed", "agent", "navigation", '"Customer 360"', "acme-panel", "script"),
            id="widget",
        ),
        pytest.param(
            agent(page("Customer 360", "c360", one=panel(1), two=panel(1))),
            agent(page("Customer 360", "c360", one=panel(2), two=panel(1))),
            ("changed", "agent", "navigation", '"Customer 360"', "acme-panel (one)", "script"),
            id="one of two widgets",
        ),
        pytest.param(
            agent(page("Old", "c360")),
            agent(page("New", "c360")),
            ("changed", "agent", "navigation", '"Old"', "label"),
            id="label of a page",
        ),
        pytest.param(
            agent(page("A", "a", tab("One"), tab("Two"), slotted("X"), slotted("Y"))),
            agent(page("A", "a", tab("One"), tab("Two"), slotted("Y"), slotted("X"))),
            ("moved", "agent", "navigation", '"A"', "md-tabs", "panel \"Y\" is now opened by the tab 'One'"),
            id="panel of another tab",
        ),
        pytest.param(
            agent({"nav": {"navigateTo": "bare"}}),
            agent({"nav": {"navigateTo": "bare", "icon": "x"}}),
            ("added", "agent", "navigation", '"bare"', "icon"),
            id="page without a label",
        ),
        pytest.param(
            agent(page("A", "a")),
            agent(page("A", "a"), page("B", "b")),
            ("added", "agent", "navigation", '"B"'),
            id="new page",
        ),
        pytest.param(agent(), {**agent(), "supervisor": {}}, ("added", "supervisor"), id="role"),
        pytest.param(
            {"agent": {"area": {"headless": {}}}},
            {"agent": {}},
            ("removed", "agent", "area"),
            id="silent word at the end",
        ),
        pytest.param(
            agent(page("P", "p", tab("Orders"), tab_panel(a=1))),
            agent(page("P", "p", tab("Orders"), tab_panel(a=2))),
            ("changed", "agent", "navigation", '"P"', "md-tabs", 'panel "Orders"', "acme-x", "a"),
            id="panel of a tab",
        ),
        pytest.param(
            agent(page("P", "p", tab("Old"), tab_panel())),
            agent(page("P", "p", tab("New"), tab_panel())),
            ("renamed", "agent", "navigation", '"P"', "md-tabs", 'tab "Old"'),
            id="tab",
        ),
        pytest.param(
            agent(page("P", "p", {"x": 1})),
            agent(page("P", "p", {"x": 2})),
            ("changed", "agent", "navigation", '"P"', "md-tabs", "no. 1", "x"),
            id="element without a name",
        ),
        pytest.param(
            agent(page("P", "p", {"comp": "acme-a"}, {"comp": "acme-a", "v": 1})),
            agent(page("P", "p", {"comp": "acme-a"}, {"comp": "acme-a", "v": 2})),
            ("changed", "agent", "navigation", '"P"', "md-tabs", "acme-a (2)", "v"),
            id="second of its name",
        ),
        pytest.param(record("a"), record("b"), ("changed", "name"), id="object of the API"),
        pytest.param(
            record("a", 1), record("a", 2), ("changed", "agent", "notificationTimer"), id="inside an object of the API"
        ),
    ],
)
def test_in_a_layout(left, right, expected):
    assert words("layout", json.dumps(left), json.dumps(right)) == [expected]


DEFINITION = render_import(vocabulary().releases[-1])
ACTIVITY = "Call Activity Record Creation"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('Live Notes">false', 'Live Notes">true', ("changed", ACTIVITY, "Record Call Live Notes")),
        (
            'label="Record Call Live Notes"',
            'label="Notes"',
            ("changed", ACTIVITY, "Record Call Live Notes", "label"),
        ),
        (
            'name="CadSalesforceFieldMapping1" label="Object Field Mapping">[]',
            'name="CadSalesforceFieldMapping1" label="Object Field Mapping">[{"CadFieldName": "x", "SalesforceFieldName": "Phone"}]',
            ("added", ACTIVITY, "Object Field Mapping", "Phone"),
        ),
        (
            "</callCenter>",
            '<section sortOrder="9" name="acme" label="Acme"><item name="x" label="X">1</item></section></callCenter>',
            ("added", "Acme"),
        ),
        (
            "</callCenter>",
            '<section sortOrder="9" name="acme"><item name="x">1</item></section></callCenter>',
            ("added", "acme"),
        ),
    ],
)
def test_in_a_call_center(old, new, expected):
    assert DEFINITION.count(old) == 1
    assert words("callcenter", DEFINITION, DEFINITION.replace(old, new)) == [expected]


def test_the_whole_object_needs_no_words():
    one = ConfigObject("layout", "x", parse("x", b'{"agent": {}}', "layout"))
    pair = Pair(one, None, "nothing")
    tree, _ = trees_of(pair, STEPS, {})
    assert Words(pair, tree, None).of(Change("removed", (), tree, None, {}, None)) == ()
