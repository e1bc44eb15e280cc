"""From nodes to identity paths."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.identity import identity, identity_path
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import format_path, parse_path
from wxcc_lint.spans import Text

MAPPINGS = [
    {"wxccFieldName": "phoneNumber", "sfdcFieldName": "Phone", "isDefaultValueEnabled": "false"},
    {"wxccFieldName": "Language", "sfdcFieldName": "Language__c", "isDefaultValueEnabled": "false"},
]
CONDITIONALS = [
    {"WxCCFieldName": "queueName", "wxccFieldValue": "Gold / Platin", "sfdcFieldValue": "A"},
    {"WxCCFieldName": "queueName", "wxccFieldValue": "Silver", "sfdcFieldValue": "B"},
]


def layout(data):
    return Document("layout.json", "layout", Text(json.dumps(data)), data=data)


def call_center(**items):
    return Document("callcenter.xml", "callcenter", Text(""), data={"sec": items})


def embedded(data, item="item"):
    """A JSON text in an item of a call center definition."""
    text = json.dumps(data)
    host = Place(call_center(**{item: text}), ("sec", item))
    return Document("callcenter.xml", "callcenter", Text(text), data=data, host=host)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), "/"),
        (("sec",), "/sec"),
        (("sec", "item"), "/sec/item"),
        (("sec", "item", "@label"), "/sec/item/@label"),
        (("sec", "@sortOrder"), "/sec/@sortOrder"),
        (("@adapterUrl",), "/@adapterUrl"),
        (("sec", "item", 2), "/sec/item"),
        (("sec", 2, "item", 3, "@label"), "/sec/item/@label"),
        (("sec", "no such item"), "/sec/no such item"),
        (("a/b", ""), '/"a/b"/""'),
    ],
)
def test_call_center_nodes(path, expected):
    assert identity(call_center(item="x"), path) == expected


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        (MAPPINGS, (), "/sec/item"),
        (MAPPINGS, (0,), "/sec/item[sfdcFieldName=Phone]"),
        (MAPPINGS, (1, "isDefaultValueEnabled"), "/sec/item[sfdcFieldName=Language__c]/isDefaultValueEnabled"),
        ([{"SalesforceFieldName": "Subject"}], (0,), "/sec/item[SalesforceFieldName=Subject]"),
        ([{"SalesforceFieldName": "A", "sfdcFieldName": "B"}], (0,), "/sec/item[sfdcFieldName=B]"),
        ([{"SalesforceFieldName": "A", "sfdcFieldName": None}], (0,), "/sec/item[SalesforceFieldName=A]"),
        ([{"sfdcFieldName": ""}], (0,), '/sec/item[sfdcFieldName=""]'),
        ([{"sfdcFieldName": 7}], (0,), "/sec/item[sfdcFieldName=7]"),
        ([{"sfdcFieldName": True}], (0,), "/sec/item[#0]"),
        ([{"wxccFieldName": "phoneNumber"}], (0, "wxccFieldName"), "/sec/item[#0]/wxccFieldName"),
        (CONDITIONALS, (0,), '/sec/item[WxCCFieldName=queueName,wxccFieldValue="Gold / Platin"]'),
        (CONDITIONALS, (1,), "/sec/item[WxCCFieldName=queueName,wxccFieldValue=Silver]"),
        (
            [{"wxccFieldName": "q", "wxccFieldValue": "v"}],
            (0,),
            "/sec/item[wxccFieldName=q,wxccFieldValue=v]",
        ),
        ([{"wxccFieldValue": "v"}], (0,), "/sec/item[#0]"),
        ([[{"sfdcFieldName": "A"}], "x"], (0, 0), "/sec/item[#0][sfdcFieldName=A]"),
        ([[], "x"], (1,), "/sec/item[#1]"),
        ({"rows": MAPPINGS}, ("rows", 1), "/sec/item/rows[sfdcFieldName=Language__c]"),
    ],
)
def test_json_inside_an_item(data, path, expected):
    assert identity(embedded(data), path) == expected


@pytest.mark.parametrize(
    ("data", "path", "expected"),
    [
        ({"agent": {"area": {}}}, ("agent", "area"), "/agent/area"),
        ({"a": [[1, 2]]}, ("a", 0, 1), "/a[#0][#1]"),
        ([{"b": 1}], (0, "b"), "/[#0]/b"),
        ([[1]], (0, 0), "/[#0][#0]"),
        ({"a": [{"sfdcFieldName": "x"}]}, ("a", 0), "/a[#0]"),
        ({"a[#0]": 1}, ("a[#0]",), '/"a[#0]"'),
    ],
)
def test_layout_nodes(data, path, expected):
    assert identity(layout(data), path) == expected


def test_elements_of_other_documents_have_no_keys():
    config = Document("c.yaml", "config", Text(""), data={"ignore": [{"comp": "x", "value": "y"}, "z"]})
    assert [identity(config, ("ignore", index)) for index in (0, 1)] == ["/ignore[#0]", "/ignore[#1]"]


@pytest.mark.parametrize(
    ("document", "path", "expected"),
    [
        (layout({"a": [1]}), ("a", 7, "b"), "/a[#7]/b"),
        (layout({"a": [1]}), ("a", "b", 0), "/a/b[#0]"),
        (layout({"a": {}}), ("a", 0), "/a[#0]"),
        (layout(None), ("a", 0), "/a[#0]"),
        (embedded(MAPPINGS), (2, "sfdcFieldName"), "/sec/item[#2]/sfdcFieldName"),
        (embedded(MAPPINGS), (0, "missing"), "/sec/item[sfdcFieldName=Phone]/missing"),
    ],
)
def test_missing_nodes_have_an_address(document, path, expected):
    assert identity(document, path) == expected


def test_json_in_a_repeated_item_shares_the_address_of_the_first():
    host = Place(call_center(item="[]"), ("sec", "item", 2))
    again = Document("callcenter.xml", "callcenter", Text("[1]"), data=[1], host=host)
    assert identity(again, (0,)) == "/sec/item[#0]"


def test_json_in_json_continues_the_address():
    wrapper = layout({"jsonFileContent": '{"agent": {}}', "list": ["{}"]})
    content = Document("l.json", "layout", Text(""), data={"agent": {}}, host=Place(wrapper, ("jsonFileContent",)))
    element = Document("l.json", "layout", Text(""), data={"agent": {}}, host=Place(wrapper, ("list", 0)))
    assert identity(content, ("agent",)) == "/jsonFileContent/agent"
    assert identity(element, ("agent",)) == "/list[#0]/agent"


def test_elements_with_equal_keys_are_counted():
    document = embedded(
        [{"sfdcFieldName": "A"}, {"sfdcFieldName": "B"}, {"sfdcFieldName": "A"}, {"sfdcFieldName": "A"}]
    )
    assert [identity(document, (index,)) for index in range(4)] == [
        "/sec/item[sfdcFieldName=A]",
        "/sec/item[sfdcFieldName=B]",
        "/sec/item[sfdcFieldName=A][2]",
        "/sec/item[sfdcFieldName=A][3]",
    ]


def test_a_number_and_its_text_are_equal_keys():
    assert identity(embedded([{"sfdcFieldName": 1}, {"sfdcFieldName": "1"}]), (1,)) == "/sec/item[sfdcFieldName=1][2]"


def test_only_full_conditional_keys_are_equal():
    document = embedded([*CONDITIONALS, CONDITIONALS[0]])
    assert identity(document, (2,)) == '/sec/item[WxCCFieldName=queueName,wxccFieldValue="Gold / Platin"][2]'


@given(
    st.lists(st.text(max_size=4), unique=True).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names)))
)
@settings(deadline=None)
def test_identity_survives_reordering(orders):
    def addresses(names):
        document = embedded([{"sfdcFieldName": name} for name in names])
        return {name: identity(document, (index,)) for index, name in enumerate(names)}

    before, after = orders
    assert addresses(before) == addresses(after)


keys = st.sampled_from(["sfdcFieldName", "SalesforceFieldName", "wxccFieldName", "wxccFieldValue", "a", "a[#0]", ""])
values = st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "0", "1", "a"])
json_data = st.recursive(values, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))


def nodes(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, child in children:
        yield from nodes(child, (*path, part))


@given(json_data, st.sampled_from([layout, embedded]))
@settings(deadline=None)
def test_every_node_has_an_address_of_its_own_that_can_be_read(data, build):
    document = build(data)
    paths = list(nodes(data))
    addresses = [identity(document, path) for path in paths]
    assert len(set(addresses)) == len(paths)
    assert [parse_path(address) for address in addresses] == [identity_path(document, path) for path in paths]
    assert [format_path(parse_path(address)) for address in addresses] == addresses


def tab(text="", slot=""):
    children = [{"comp": "slot", "attributes": {"name": slot}}] if slot else []
    return {"comp": "md-tab", "children": [*children, {"comp": "span", "textContent": text}]}


def panel(slot=""):
    return {"comp": "md-tab-panel", "children": [{"comp": "slot", "attributes": {"name": slot}}] if slot else []}


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ({"nav": {"navigateTo": "tpw"}, "page": {}}, "[nav.navigateTo=tpw]"),
        ({"nav": "tpw"}, "[#0]"),
        ({"comp": "agentx-webex"}, "[comp=agentx-webex]"),
        ({"comp": "x-y", "attributes": {"id": "i"}, "wrapper": {"title": "t"}}, "[comp=x-y,attributes.id=i]"),
        ({"comp": "x-y", "attributes": {"id": True}, "wrapper": {"title": "t/u"}}, '[comp=x-y,wrapper.title="t/u"]'),
        ({"comp": "x-y", "slot": "tab", "tab": "t"}, "[comp=x-y]"),
        ({"attributes": {"id": "i"}}, "[#0]"),
        (tab("Orders"), "[comp=md-tab,tab=Orders]"),
        ({"comp": "md-tab", "textContent": " Orders "}, "[comp=md-tab,tab=Orders]"),
        (tab("Orders", slot="SCREEN_POP_TAB"), "[comp=md-tab,slot=SCREEN_POP_TAB]"),
        ({"comp": "md-tab", "children": [{"comp": "#SCREEN_POP_TAB"}]}, "[comp=md-tab,slot=SCREEN_POP_TAB]"),
        (panel("SCREEN_POP"), "[comp=md-tab-panel,slot=SCREEN_POP]"),
        (panel(), "[comp=md-tab-panel]"),
    ],
)
def test_elements_of_layouts(element, expected):
    assert identity(layout({"list": [element]}), ("list", 0)) == f"/list{expected}"


def test_a_panel_without_a_slot_is_known_by_its_tab():
    children = [tab("Orders"), panel(), tab(slot="WXM_JOURNEY_TAB"), panel(), panel()]
    document = layout({"children": children})
    assert [identity(document, ("children", index)) for index in (1, 3, 4)] == [
        "/children[comp=md-tab-panel,tab=Orders]",
        "/children[comp=md-tab-panel,tab=WXM_JOURNEY_TAB]",
        "/children[comp=md-tab-panel]",
    ]


PAIRS = [("Orders", ""), ("Cases", ""), ("", "SCREEN_POP"), ("", "IVR_TRANSCRIPT")]


@given(st.permutations(PAIRS))
@settings(deadline=None)
def test_the_identity_of_tabs_and_panels_survives_reordering_the_pairs(order):
    def addresses(pairs):
        children = [node for text, slot in pairs for node in (tab(text, slot and f"{slot}_TAB"), panel(slot))]
        document = layout({"children": children})
        return {
            pair: [identity(document, ("children", 2 * n + side)) for side in (0, 1)] for n, pair in enumerate(pairs)
        }

    assert addresses(order) == addresses(PAIRS)


ENTRIES = [
    *({"nav": {"navigateTo": name}} for name in ("a", "b")),
    {"comp": "x-y"},
    {"comp": "x-y", "attributes": {"id": "i"}},
    {"comp": "x-y", "wrapper": {"title": "t"}},
]


@given(st.permutations(range(len(ENTRIES))))
@settings(deadline=None)
def test_the_identity_of_entries_and_components_survives_reordering(order):
    before = layout({"list": ENTRIES})
    after = layout({"list": [ENTRIES[index] for index in order]})
    for position, index in enumerate(order):
        assert identity(after, ("list", position)) == identity(before, ("list", index))
