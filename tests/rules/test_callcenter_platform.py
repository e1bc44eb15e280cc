"""What Salesforce demands of every call center definition, whoever it is from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from tests.rules.conftest import seen
from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.load import load
from wxcc_lint.engine import Engine
from wxcc_lint.rule_files import builtin_rules

NEWEST = render_import(vocabulary().releases[-1])
IDENTITY = (
    '<item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>'
    '<item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>'
)


def section(name: str, order: int | str, content: str) -> str:
    return f'<section sortOrder="{order}" name="{name}" label="{name}">{content}</section>'


def phone(*sections: str, general: str = IDENTITY) -> str:
    """Return a small call center of some other vendor."""
    return f"<callCenter>{section('reqGeneralInfo', 0, general)}{''.join(sections)}</callCenter>"


def items(*orders: object) -> str:
    return "".join(
        f'<item sortOrder="{order}" name="item{index}" label="x">1</item>' for index, order in enumerate(orders)
    )


def test_small_call_center_is_clean(findings):
    assert findings(phone(section("dialing", 1, items(1, 0, 2))), profile="pedantic") == []


# --- root, general section, names of the call center -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "message"),
    [
        (
            "callcenter",
            "the outermost element is 'callcenter', which Salesforce does not know; it is called 'callCenter'",
        ),
        (
            "CALLCENTER",
            "the outermost element is 'CALLCENTER', which Salesforce does not know; it is called 'callCenter'",
        ),
    ],
)
def test_root_in_the_wrong_case(findings, root, message):
    (found,) = findings(NEWEST.replace("callCenter>", f"{root}>"))
    assert found.seen == ("callcenter/unknown-root", root)
    assert found.finding.message == message


def test_root_of_a_metadata_component_in_the_wrong_case(findings):
    text = (
        "<Callcenter><sections><items><name>reqUseApi</name><value>true</value></items>"
        "<name>reqGeneralInfo</name></sections></Callcenter>"
    )
    (found,) = findings(text)
    assert found.seen == ("callcenter/unknown-root", "Callcenter")
    assert found.finding.help == "write <CallCenter> at the beginning and </CallCenter> at the end"


def test_call_center_inside_of_something_else(findings):
    (found,) = findings(f"<backup>{phone()}</backup>")
    assert found.seen == ("callcenter/unknown-root", "backup")
    assert found.finding.message == "the outermost element is 'backup', so this is not a call center definition"


def test_general_section_missing(findings):
    (found,) = findings(f"<callCenter>{section('dialing', 0, items(0))}</callCenter>")
    assert found.seen == ("callcenter/missing-general-section", "callCenter")
    assert found.finding.fix is None


@pytest.mark.parametrize("name", ["reqGeneralinfo", "reqGeneral_Info", "GeneralInfo"])
def test_general_section_misspelt_is_one_finding_whatever_else_is_wrong_with_the_name(findings, name):
    (found,) = findings(phone().replace('name="reqGeneralInfo"', f'name="{name}"'))
    assert found.seen == ("callcenter/missing-general-section", name)
    assert found.mended == phone()
    assert found.finding.fix.safe is False


@pytest.mark.parametrize(
    ("general", "expected"),
    [
        (
            '<item sortOrder="0" name="reqInternalName" label="x">Phone</item>',
            ["has no display name: the item 'reqDisplayName' is missing"],
        ),
        (
            '<item sortOrder="0" name="reqDisplayName" label="x">Phone</item>',
            ["has no internal name: the item 'reqInternalName' is missing"],
        ),
        (
            items(0),
            [
                "has no internal name: the item 'reqInternalName' is missing",
                "has no display name: the item 'reqDisplayName' is missing",
            ],
        ),
    ],
)
def test_call_center_without_a_name(findings, general, expected):
    found = findings(phone(general=general))
    assert {one.seen for one in found} == {("callcenter/missing-identity", "reqGeneralInfo")}
    assert [one.finding.message for one in found] == [f"the call center {words}" for words in expected]


def test_misspelt_internal_name_item_is_found_and_renamed(findings):
    (found,) = findings(phone().replace("reqInternalName", "reqInternalname"))
    assert found.seen == ("callcenter/missing-identity", "reqInternalname")
    assert found.mended == phone()


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("orders", "wrong", "message", "mended"),
    [
        ((0, 1, 3, 4), 2, "no item of the section 'dialing' has the sortOrder 2, but this one has 3", (0, 1, 2, 3)),
        ((1, 2, 3), 0, "no item of the section 'dialing' has the sortOrder 0, but this one has 1", (0, 1, 2)),
        ((1, 0, 6, 2), 2, "no item of the section 'dialing' has the sortOrder 3, but this one has 6", (1, 0, 3, 2)),
        ((0, 9, 2), 1, "no item of the section 'dialing' has the sortOrder 1, but this one has 9", (0, 2, 1)),
        ((0, 1, 1, 3), 2, "the sortOrder 1 stands twice in the section 'dialing'", (0, 1, 2, 3)),
        ((0, 2, 2, 3), 1, "the sortOrder 2 stands twice in the section 'dialing'", (0, 1, 2, 3)),
        ((2, 0, 2), 0, "the sortOrder 2 stands twice in the section 'dialing'", (1, 0, 2)),
    ],
)
def test_wrong_number_is_the_one_that_breaks_the_series(findings, orders, wrong, message, mended):
    (found,) = findings(phone(section("dialing", 1, items(*orders))))
    assert found.seen == ("callcenter/broken-sort-order", str(orders[wrong]))
    assert found.finding.at == f"/dialing/item{wrong}/@sortOrder"
    assert found.finding.message == message
    assert found.mended == phone(section("dialing", 1, items(*mended)))
    assert found.finding.fix.safe


@pytest.mark.parametrize("order", ["first", "-1", "1.0", ""])
def test_number_that_is_none_has_no_fix(findings, order):
    (found,) = findings(phone(section("dialing", 1, items(0, order, 2))))
    assert found.seen == ("callcenter/broken-sort-order", order)
    assert found.finding.message == f"'{order}' is not a number to sort by"
    assert found.finding.help == "the numbers run from 0 to 2: give it the one that is missing"
    assert found.finding.fix is None


def test_number_that_is_missing_is_told_at_the_name(findings):
    (found,) = findings(phone(section("dialing", 1, items(0) + '<item name="second" label="x">1</item>')))
    assert found.seen == ("callcenter/broken-sort-order", "second")
    assert found.finding.message == "the item 'second' has no sortOrder"


def test_sections_are_numbered_too(findings):
    (found,) = findings(phone(section("dialing", 2, items(0))))
    assert found.seen == ("callcenter/broken-sort-order", "2")
    assert found.finding.message == "no section of the file has the sortOrder 1, but this one has 2"
    assert found.mended == phone(section("dialing", 1, items(0)))


def test_each_parent_has_a_finding_of_its_own(findings):
    found = findings(phone(section("one", 1, items(1)), section("two", 2, items(3, 3))))
    assert seen(found) == [("callcenter/broken-sort-order", "1"), ("callcenter/broken-sort-order", "3")]


def test_metadata_form_has_no_numbers_to_check(findings):
    text = (
        "<CallCenter><sections><items><name>reqUseApi</name><value>true</value></items>"
        "<name>reqGeneralInfo</name></sections></CallCenter>"
    )
    assert findings(text) == []


@settings(deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=7))
def test_fix_leaves_a_series_without_gaps_in_the_order_of_the_old_numbers(orders):
    text = phone(section("dialing", 1, items(*orders)))
    document = load("callcenter.xml", text.encode())
    engine = Engine([builtin_rules()["callcenter/broken-sort-order"]])
    engine.examine(document)
    new = list(orders)
    is_sound = sorted(orders) == list(range(len(orders)))
    assert len(engine.outcome.detected) == (0 if is_sound else 1)
    for edit in (edit for one in engine.outcome.detected for edit in one.fix.edits):
        index = text[: edit.start].count('name="item')
        new[index] = int(edit.text)
    assert sorted(new) == list(range(len(orders)))
    assert [index for _, index in sorted(zip(new, range(len(new)), strict=True))] == sorted(
        range(len(orders)), key=orders.__getitem__
    )


@pytest.mark.parametrize(
    ("internal", "display", "third", "under", "mended"),
    [(1, 0, 2, "1", (0, 1, 2)), (2, 1, 0, "2", (0, 1, 2)), (0, 2, 1, "2", (0, 1, 2)), (1, 2, 0, "1", (0, 1, 2))],
)
def test_both_names_of_the_call_center_come_first(findings, internal, display, third, under, mended):
    def text(*orders: int) -> str:
        names = zip(("reqInternalName", "reqDisplayName", "reqUseApi"), orders, strict=True)
        return phone(
            general="".join(f'<item sortOrder="{order}" name="{name}" label="x">true</item>' for name, order in names)
        )

    (found,) = findings(text(internal, display, third))
    assert found.seen == ("callcenter/misplaced-general-order", under)
    assert found.mended == text(*mended)
    assert found.finding.fix.safe


def test_general_section_comes_first_in_version_1_only(findings):
    (found,) = findings(
        NEWEST.replace('"0" name="reqGeneralInfo"', '"1" name="reqGeneralInfo"').replace(
            '"1" name="reqAdv', '"0" name="reqAdv'
        )
    )
    assert found.seen == ("callcenter/misplaced-general-order", "1")
    assert found.finding.message == "'reqGeneralInfo' has the sortOrder 1, but Salesforce wants 0"
    assert found.mended == NEWEST
    other = phone(section("dialing", 0, items(0))).replace('"0" name="reqGeneralInfo"', '"1" name="reqGeneralInfo"')
    assert findings(other) == []


# --- names and labels ------------------------------------------------------------------------------------------------


def test_item_written_twice_with_another_value_is_not_removed(findings):
    text = phone(section("dialing", 1, items(0) + '<item sortOrder="1" name="item0" label="x">2</item>'))
    (found,) = findings(text)
    assert found.seen == ("callcenter/duplicate-item", "item0")
    assert [one.message for one in found.finding.related] == ["the first one"]
    assert found.finding.fix is None


def test_same_item_in_two_sections_is_fine(findings):
    assert findings(phone(section("one", 1, items(0)), section("two", 2, items(0)))) == []


def test_section_written_twice(findings):
    twice = section("dialing", 1, items(0))
    (found,) = findings(phone(twice, twice))
    assert found.seen == ("callcenter/duplicate-section", "dialing")
    assert found.finding.location.column > found.finding.related[0].location.column


@pytest.mark.parametrize(
    ("name", "under", "message"),
    [
        ("out_prefix", "_", "'_' is not allowed in the name 'out_prefix'"),
        ("out prefix", " ", "' ' is not allowed in the name 'out prefix'"),
        ("Präfix", "ä", "'ä' is not allowed in the name 'Präfix'"),
        ("a&amp;b", "&amp;", "'&' is not allowed in the name 'a&b'"),
        ("sortOrder", "sortOrder", "'sortOrder' is a word of Salesforce itself, so no item can have it as its name"),
        ("", "", "this item has no name"),
        (" ", " ", "this item has no name"),
    ],
)
def test_name_that_salesforce_refuses(findings, name, under, message):
    (found,) = findings(phone(section("dialing", 1, f'<item sortOrder="0" name="{name}" label="x">1</item>')))
    assert found.seen == ("callcenter/invalid-name", under)
    assert found.finding.message == message


def test_item_without_a_name_is_told_at_its_tag(findings):
    (found,) = findings(NEWEST.replace('name="isCallNotesEnabled" ', ""))
    assert found.seen == ("callcenter/invalid-name", "item")


def test_section_with_a_name_that_salesforce_refuses(findings):
    (found,) = findings(phone(section("out-dial", 1, items(0))))
    assert found.seen == ("callcenter/invalid-name", "-")


def test_refused_name_near_a_known_one_is_told_the_known_one(findings):
    (found,) = findings(NEWEST.replace("isCallNotesEnabled", "isCallNotes_Enabled"))
    assert found.seen == ("callcenter/invalid-name", "_")
    assert found.finding.help == "rename it to isCallNotesEnabled"


@pytest.mark.parametrize(("length", "expected"), [(40, []), (41, ["callcenter/long-name"])])
def test_name_of_forty_characters_is_the_longest(findings, length, expected):
    text = phone(section("n" * length, 1, items(0)))
    assert [one.finding.rule for one in findings(text)] == expected


@pytest.mark.parametrize(("length", "expected"), [(1000, []), (1003, [("callcenter/long-label", "&amp;xx")])])
def test_label_of_a_thousand_characters_is_the_longest(findings, length, expected):
    label = ("l" * 1000 + "&amp;xx")[: 1000 if length == 1000 else None]
    text = phone(section("dialing", 1, f'<item sortOrder="0" name="a" label="{label}">1</item>'))
    assert seen(findings(text)) == expected


@pytest.mark.parametrize(
    ("value", "under"),
    [
        ("https://<domain/>/softphone", "<domain/>"),
        ("https://<domain>example</domain>/", "<domain>example</domain>"),
        ("<a/><a/>", "<a/>"),
    ],
)
def test_element_in_a_value_is_told_once_at_the_element(findings, value, under):
    text = phone(section("dialing", 1, f'<item sortOrder="0" name="url" label="URL">{value}</item>'))
    (found,) = findings(text)
    assert found.seen == ("callcenter/element-in-value", under)


@pytest.mark.parametrize(
    "name",
    [
        "reqAdapterUrl",
        "reqSoftphoneWidth",
        "reqUseApi",
        "isCallNotesEnabled",
        "reqSalesforceNamespace",
        "CadSalesforceFieldMapping1",
    ],
)
def test_element_in_a_value_explains_what_the_value_lacks(findings, name):
    (line,) = [line for line in NEWEST.splitlines() if f'name="{name}"' in line]
    broken = NEWEST.replace(line, f"{line[: line.index('>') + 1]}<value/></item>")
    assert seen(findings(broken)) == [("callcenter/element-in-value", "<value/>")]
