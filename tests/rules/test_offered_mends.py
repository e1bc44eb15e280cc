"""What is offered for mappings, misplaced areas and turned tabs, and where nothing is."""

from __future__ import annotations

import itertools
import json

import pytest

ACTIVITY = "CadSalesforceFieldMapping1"
CONSTANT = '{"CadFieldName":"","SalesforceFieldName":"Rating__c","isDefaultValueEnabled":true,"defaultFieldValue":%s}'
ROW = '{"WxCCFieldName":"queueName","wxccFieldValue":"Support","sfdcFieldValue":"Premium"}'


@pytest.mark.parametrize(
    ("value", "mended"),
    [("5", '"5"'), ("true", '"true"'), ("1.10", None), ("[]", None)],
)
def test_a_constant_that_is_no_text_is_put_in_quotes_where_that_is_what_it_says(check, value, mended) -> None:
    (found,) = check({ACTIVITY: f"[{CONSTANT % value}]"})
    assert found.finding.rule == "callcenter/odd-mapping-value"
    assert (found.finding.fix is not None) == (mended is not None)
    if mended is not None:
        assert not found.finding.fix.safe
        check({ACTIVITY: f"[{CONSTANT % mended}]"})
        assert found.mended == check.file


@pytest.mark.parametrize(("whole", "has_fix"), [(CONSTANT % '"A"', True), (ROW, False), ("{}", False), ('"A"', False)])
def test_only_a_mapping_of_this_item_becomes_a_list_of_one(check, whole, has_fix) -> None:
    (found,) = check({ACTIVITY: whole})
    assert found.finding.rule == "callcenter/mapping-not-array"
    assert (found.finding.fix is not None) == has_fix
    if has_fix:
        assert found.finding.fix.safe
        assert check.value_of(ACTIVITY, found.mended) == f"[{whole}]"
        assert check.again(found.mended) == []


HEADER = '"advancedHeader": [{"comp": "agentx-state-selector"}]'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'{{\n  "area": {{\n    {HEADER}\n  }},\n  "persistent": [ ]\n}}',
            f'{{\n  "area": {{\n    {HEADER},\n    "persistent": [ ]\n  }}\n}}',
        ),
        (f'{{"persistent": [ ], "area": {{{HEADER}}}}}', f'{{"area": {{{HEADER}, "persistent": [ ]}}}}'),
        ('{"area": {}, "persistent": [ ]}', '{"area": {"persistent": [ ]}}'),
        (f'{{"area": {{{HEADER}, "persistent": []}}, "persistent": [ ]}}', None),
        ('{"area": [], "persistent": [ ]}', None),
    ],
)
def test_an_area_beside_the_others_is_moved_to_them_unless_there_is_one(findings, before, after) -> None:
    found = [one for one in findings(before, name="l.json") if one.finding.rule == "layout/misplaced-area"]
    assert [one.mended if one.finding.fix else None for one in found] == [after]


TABS = [
    *({"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": name} for name in "ab"),
    *({"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": name}]} for name in ("p", "div")),
    {"comp": "span"},
]


def of(comp: str, children: list[dict]) -> list[dict]:
    return [child for child in children if child["comp"] == comp]


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::7])
def test_tabs_and_panels_are_put_in_turn_and_keep_their_own_order(findings, order) -> None:
    children = [TABS[number] for number in order]
    layout = {"area": {"panel": {"comp": "md-tabs", "children": children}}}
    told = findings(json.dumps(layout, indent=1), name="l.json", profile="strict")
    for one in (one for one in told if one.finding.rule == "layout/panel-before-tab"):
        after = json.loads(one.mended)["area"]["panel"]["children"]
        assert [child["comp"] for child in after if child["comp"] != "span"] == ["md-tab", "md-tab-panel"] * 2
        assert after.index(TABS[4]) == children.index(TABS[4])
        assert [of(comp, after) for comp in ("md-tab", "md-tab-panel")] == [
            of(comp, children) for comp in ("md-tab", "md-tab-panel")
        ]
        assert [it.finding.rule for it in findings(one.mended, name="l.json", profile="strict")] == [
            it.finding.rule for it in told if it is not one
        ]


def test_some_of_these_orders_are_told(findings) -> None:
    turned = [TABS[number] for number in (2, 0, 3, 1)]
    layout = json.dumps({"area": {"panel": {"comp": "md-tabs", "children": turned}}})
    assert "layout/panel-before-tab" in [
        one.finding.rule for one in findings(layout, name="l.json", profile="strict") if one.finding.fix
    ]
