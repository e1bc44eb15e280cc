"""The entries of mapping arrays as rules see them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_mappings import compact_json, condition_tables, field_mappings, written_fields
from wxcc_lint.documents.callcenter_view import CallCenter

SHIPPED = render_import(vocabulary().releases[-1])
ROWS = 'label="Object Conditional Mappings">[]'
ROW = '{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}'


def view(old="", new=""):
    assert old in SHIPPED
    return CallCenter(parse_callcenter("callcenter.xml", SHIPPED.replace(old, new, 1)))


def test_shipped_mappings():
    seen = [(m.item.name, m.chain, m.source, m.object_name, m.target, m.is_shipped) for m in field_mappings(view())]
    first, second = "sfdcCaseFieldCadVariableMappings1", "sfdcCaseFieldCadVariableMappings2"
    no_match = "sfdcObjetFieldCadVariableMappings1"
    assert seen == [
        (no_match, no_match, "phoneNumber", "Contact", "Phone", True),
        (first, first, "AccountId", "Case", "AccountId", True),
        (first, first, "ContactId", "Case", "ContactId", True),
        (second, first, "phoneNumber", "Case", "ContactPhone", True),
    ]
    assert not any(m.writes_constant or m.is_conditional or m.constant for m in field_mappings(view()))


def test_fields_of_mappings_and_of_live_notes_are_written_to():
    assert [(field.object_name, field.name) for field in written_fields(view())] == [
        ("Contact", "Phone"),
        ("Case", "AccountId"),
        ("Case", "ContactId"),
        ("Case", "ContactPhone"),
        ("Task", "Description"),
    ]


def test_what_cannot_be_a_name_is_not_written_to():
    changed = view('"sfdcFieldName":"Phone"', '"sfdcFieldName":"Phone Number"')
    assert next(field.name for field in written_fields(changed)) == "AccountId"


@pytest.mark.parametrize(
    ("old", "new", "source", "target", "is_shipped"),
    [
        ('"Phone"', '"Fax"', "phoneNumber", "Fax", False),
        ('"sfdcFieldName":"Phone"', '"sfdcField":"Phone"', "phoneNumber", "", False),
        ('"wxccFieldName":"phoneNumber"', '"wxccFieldName":7', "", "Phone", False),
        ('"wxccFieldName":"phoneNumber"', '"CadFieldName":"phoneNumber"', "", "Phone", False),
    ],
)
def test_what_is_missing_or_no_text_is_empty(old, new, source, target, is_shipped):
    mapping = field_mappings(view(old, new))[0]
    assert (mapping.source, mapping.target, mapping.is_shipped) == (source, target, is_shipped)


def test_tables_know_their_mappings():
    no_match, case = condition_tables(view())
    assert [mapping.target for mapping in no_match.mappings] == ["Phone"]
    assert [mapping.target for mapping in case.mappings] == ["AccountId", "ContactId", "ContactPhone"]
    assert no_match.rows == case.rows == ()
    table, _ = condition_tables(view(ROWS, ROWS.replace("[]", f"[{ROW},{ROW}]")))
    assert table.variables == ("queueName",)
    assert [(row.variable, row.value, row.result) for row in table.rows] == [("queueName", "Sales", "Hotline")] * 2


@pytest.mark.parametrize(
    "rows", ["[", "", "{}", '[{"wxccFieldValue":"Sales"}]', '[{"WxCCFieldName":"queueName","sfdcFieldValue":"X"}]']
)
def test_table_that_cannot_be_read_in_full_is_left_out(rows):
    assert [table.item.section for table in condition_tables(view(ROWS, ROWS.replace("[]", rows)))] == [
        "reqSFDCCaseConfig"
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(deadline=None)
@given(JSON, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_compact_json_says_the_same_without_a_blank_to_spare(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    compact = json.dumps(value, separators=(",", ":"), ensure_ascii=ascii_only)
    assert compact_json(text) == compact_json(compact) == compact
