"""Changes of call centers as assignments of items."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.diff.assignments import assignments, component_assignments
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import parse

DEFINITION = render_import(vocabulary().releases[-1])
NOTES = 'label="Record Call Live Notes">'
CASES = "reqSFDCCaseConfig/sfdcCaseFieldCadVariableMappings"
CASE_PHONE = "ContactPhone"
FIRST, SECOND = (
    vocabulary().releases[-1].items["reqSFDCCaseConfig", f"sfdcCaseFieldCadVariableMappings{number}"].default
    for number in (1, 2)
)


def lines(left, right):
    sides = [ConfigObject("callcenter", "x", parse_callcenter("x.xml", one)) for one in (left, right)]
    changes = compare(*trees_of(Pair(*sides, "option"), STEPS, {}))
    return [line for one in changes for line in assignments(CallCenter(sides[1].document), one)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"{NOTES}false", f"{NOTES}true", ["reqActivityRecordConfig/isCallNotesEnabled = true"]),
        (
            'Mappings2" label="Object Field Mappings"',
            'Mappings2" label="More"',
            ["reqSFDCCaseConfig/sfdcCaseFieldCadVariableMappings2/@label = More"],
        ),
        (NOTES, 'label="Notes">', ["reqActivityRecordConfig/isCallNotesEnabled/@label = Notes"]),
        (
            CASE_PHONE,
            "SuppliedPhone",
            [f"{CASES}1 = {FIRST}", f"{CASES}2 = {SECOND.replace(CASE_PHONE, 'SuppliedPhone')}"],
        ),
        (
            "</callCenter>",
            '<section name="a b" label="x"><item name="c/d" label="x">two\nlines</item></section></callCenter>',
            ['a b/"c/d" = "two\\nlines"'],
        ),
    ],
)
def test_the_assignments(old, new, expected):
    assert DEFINITION.count(old) == 1, old
    assert lines(DEFINITION, DEFINITION.replace(old, new)) == expected


def test_what_the_right_side_lacks_is_removed():
    left = DEFINITION.replace(
        "</callCenter>", '<section name="acme" label="x"><item name="c">1</item></section></callCenter>'
    )
    assert lines(left, DEFINITION) == ["remove acme"]


def test_an_item_is_told_of_its_own_section():
    own = '<section name="acme" label="x"><item name="isCallNotesEnabled" label="x">{}</item></section></callCenter>'
    left, right = (DEFINITION.replace("</callCenter>", own.format(value)) for value in ("1", "2"))
    assert lines(left, right) == ["acme/isCallNotesEnabled = 2"]
    assert lines(right, right.replace(f"{NOTES}false", f"{NOTES}true")) == [
        "reqActivityRecordConfig/isCallNotesEnabled = true"
    ]
    without = left.replace('<item name="isCallNotesEnabled" label="x">1</item>', "")
    assert lines(left, without) == ["remove acme/isCallNotesEnabled"]


@pytest.mark.parametrize(
    ("value", "written"),
    [("a b", "a b"), ("&quot;a", r'"\"a"'), ("a&quot;", 'a"'), ("", ""), ("\u200b", r'"\u200b"')],
)
def test_a_value_is_written_so_that_it_survives_on_its_line(value, written):
    own = '<section name="acme" label="x"><item name="own" label="x">{}</item></section></callCenter>'
    left, right = (DEFINITION.replace("</callCenter>", own.format(one)) for one in ("1", value))
    assert lines(left, right) == [f"acme/own = {written}"]


def test_an_item_that_stands_outside_its_section_is_told_as_that_item():
    text = '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>A</fullName><adapterUrl>{}</adapterUrl></CallCenter>'
    left, right = (text.format(f"https://{host}.example.com") for host in "ab")
    assert lines(left, right) == ["reqGeneralInfo/reqAdapterUrl = https://b.example.com"]


def test_an_item_that_a_release_renamed_is_told_by_its_new_name():
    left, right = (render_import(vocabulary().release(name)) for name in ("r3a", "r4"))
    array = '[{"SalesforceFieldName":"A","CadFieldName":"b"}]'
    said = 'name="CadSalesforceFieldMapping1" label="Object Field Mapping">'
    told = lines(left, right.replace(f"{said}[]", said + array.replace('"', "&quot;")))
    assert {line for line in told if "CadSalesforce" in line} == {
        f"reqActivityRecordConfig/CadSalesforceFieldMapping1 = {array}"
    }


def test_the_assignments_of_a_component():
    def component(inside):
        text = f'<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">{inside}</CspTrustedSite>'
        return ConfigObject("component", "x", parse("x.xml", text.encode(), "salesforce"), type="CspTrustedSite")

    sides = component("<a>x</a><b>y</b>"), component("<b>two\nlines</b><c>z</c>")
    changes = list(compare(*trees_of(Pair(*sides, "name"), STEPS, {})))
    assert sorted(line for one in changes for line in component_assignments(one)) == [
        '/b = "two\\nlines"',
        "/c = z",
        "remove /a",
    ]
