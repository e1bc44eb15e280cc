"""Values that are looked up: mappings and their tables of conditions go together."""

from __future__ import annotations

import json

import pytest

NO_MATCH, ROWS = "sfdcObjetFieldCadVariableMappings1", "sfdcObjectFieldConditionalMappings1"
CASE, MORE_CASE, CASE_ROWS = (
    "sfdcCaseFieldCadVariableMappings1",
    "sfdcCaseFieldCadVariableMappings2",
    "sfdcCaseFieldConditionalMappings1",
)


def look(variable, field, *, up=True):
    """Return a mapping that looks its value up, or writes it as it is."""
    switch = {"isDefaultValueEnabled": "false", "isConditionalEnabled": "true" if up else "false"}
    return {"wxccFieldName": variable, "sfdcFieldName": field, **switch}


def row(variable, value, text, key="WxCCFieldName"):
    """Return a row of conditions."""
    return {key: variable, "wxccFieldValue": value, "sfdcFieldValue": text}


def array(*entries):
    return json.dumps(entries, separators=(",", ":"))


SALES, SERVICE = row("queueName", "Sales", "Hotline"), row("queueName", "Service", "Help")
OTHER_KEY = row("queueName", "Service", "Help", key="wxccFieldName")

# values, item of the finding, rule, text under the span
SLIPS = [
    ({NO_MATCH: array(look("queueName", "Title"))}, NO_MATCH, "conditional-without-rows", '"queueName"'),
    ({NO_MATCH: array(look("QueueName", "Title")), ROWS: array(SALES)}, NO_MATCH, "conditional-without-rows", '"QueueName"'),
    ({MORE_CASE: array(look("queueName", "Reason"))}, MORE_CASE, "conditional-without-rows", '"queueName"'),
    ({CASE: array(look("queueName", "Reason")), CASE_ROWS: array(row("Desk", "A", "B"), SALES)}, CASE_ROWS, "unused-condition", '"Desk"'),
    ({ROWS: array(SALES, SERVICE)}, ROWS, "unused-condition", '"queueName"'),
    ({NO_MATCH: array(look("queueName", "Title", up=False)), ROWS: array(SALES)}, ROWS, "unused-condition", '"queueName"'),
    ({NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES, row("", "A", "B"))}, ROWS, "unused-condition", '""'),
    ({NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES, OTHER_KEY)}, ROWS, "mixed-condition-keys", '"wxccFieldName"'),
    (
        {NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES), CASE: array(look("queueName", "Reason")), CASE_ROWS: array(OTHER_KEY)},
        CASE_ROWS, "mixed-condition-keys", '"wxccFieldName"',
    ),
    ({NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES, row("queueName", "Sales", "Help"))}, ROWS, "contradicting-conditions", '"Help"'),
    ({NO_MATCH: array(look("queueName", "Title"), look("queueName", "Department")), ROWS: array(SALES)}, NO_MATCH, "condition-for-two-fields", '"Department"'),
    ({CASE: array(look("queueName", "Reason")), MORE_CASE: array(look("queueName", "Origin")), CASE_ROWS: array(SALES)}, MORE_CASE, "condition-for-two-fields", '"Origin"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "name", "rule", "under"), SLIPS, ids=[f"{n}-{slip[2]}" for n, slip in enumerate(SLIPS)]
)
def test_slip_gives_one_finding_at_the_slip(check, values, name, rule, under):
    assert check.seen(check(values)) == [(f"callcenter/{rule}", check.line_of(name), under)]


@pytest.mark.parametrize(
    "values",
    [
        {NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES, SERVICE)},
        {NO_MATCH: array(look("queueName", "Title")), ROWS: array(OTHER_KEY)},
        {NO_MATCH: array(look("queueName", "Title")), ROWS: array(SALES, SALES)},
        {MORE_CASE: array(look("queueName", "Reason")), CASE_ROWS: array(SALES)},
        {NO_MATCH: array(look("queueName", "Title"), look("queueName", "Department", up=False)), ROWS: array(SALES)},
        {
            NO_MATCH: array(look("queueName", "Title"), look("Desk", "Department")),
            ROWS: array(SALES, row("Desk", "Sales", "Help")),
        },
    ],
    ids=str,
)
def test_sound_neighbours_are_fine(check, values):
    assert check(values) == []


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        (
            {NO_MATCH: array(look("queueName", "Title"), look("queueName", "Title")), ROWS: array(SALES)},
            ["duplicate-target-field"],
        ),
        ({NO_MATCH: array(look("queueName", "Title")), ROWS: "["}, ["invalid-mapping-json"]),
        ({NO_MATCH: "[", ROWS: array(SALES)}, ["invalid-mapping-json"]),
        ({NO_MATCH: array(look("queueName", "Title")), ROWS: array(look("queueName", "Title"))}, ["foreign-mapping-property"]),
        ({NO_MATCH: array(look("", "Title")), ROWS: "[]"}, ["mapping-without-source"]),
    ],
)  # fmt: skip
def test_conditions_are_not_judged_where_another_fault_stands_in_the_way(check, values, rules):
    assert [one.finding.rule for one in check(values)] == [f"callcenter/{rule}" for rule in rules]


def test_variable_without_rows_shows_what_to_write(check):
    (found,) = check({NO_MATCH: array(look("queueName", "Title"))})
    assert (
        found.finding.message
        == "'queueName' is to be looked up in 'Object Conditional Mappings', which has no row for it"
    )
    assert found.finding.help == (
        'add rows such as {"WxCCFieldName":"queueName","wxccFieldValue":"…","sfdcFieldValue":"…"} '
        f"to {ROWS}, or switch isConditionalEnabled off"
    )


def test_variable_spelt_otherwise_in_the_rows_is_pointed_out(check):
    (found,) = check({NO_MATCH: array(look("QueueName", "Title")), ROWS: array(SALES)})
    assert found.finding.message.endswith("; did you mean 'queueName'?")
    assert [label.location.line for label in found.finding.related] == [check.line_of(ROWS)]


def test_mapping_that_could_look_the_value_up_is_mended_on_demand(check):
    (found,) = check({NO_MATCH: array(look("queueName", "Title", up=False)), ROWS: array(SALES)})
    assert found.finding.message == "there are conditions for 'queueName', but its mapping does not look them up"
    assert not found.finding.fix.safe
    assert check.value_of(NO_MATCH, found.mended) == array(look("queueName", "Title"))
    assert check.again(found.mended) == []
