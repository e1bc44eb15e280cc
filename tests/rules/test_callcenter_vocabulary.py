"""What the connector knows: one slip in the newest Version 1 file gives one finding, at the slip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.rules.conftest import renumbered, seen
from wxcc_lint.catalog.callcenter import ItemFact, render_import, vocabulary

NEWEST = vocabulary().releases[-1]
RENDERED = render_import(NEWEST)
GENERAL = "reqGeneralInfo"
IDENTITY = {"reqInternalName", "reqDisplayName"}
ITEMS = list(NEWEST.items.values())
SECTIONS = list(NEWEST.sections)


@pytest.fixture(params=["published", "rendered"])
def newest(request: pytest.FixtureRequest) -> str:
    if request.param == "rendered":
        return RENDERED
    (path,) = request.getfixturevalue("corpus").glob("callcenter_wxcc/*2024-11-25*")
    text: str = path.read_bytes().decode()
    return text


def by_name(fact: ItemFact) -> str:
    return fact.name


def line_of(text: str, name: str) -> str:
    """Return the line of an item or the opening tag of a section, with its line break."""
    (line,) = [line for line in text.splitlines(keepends=True) if f'name="{name}"' in line]
    return line


def section_of(text: str, name: str) -> str:
    match = re.search(rf' *<section +sortOrder="\d+" name="{name}".*?</section>\n', text, re.DOTALL)
    assert match is not None
    return match[0]


def renamed(text: str, name: str, other: str) -> str:
    return text.replace(f'name="{name}"', f'name="{other}"')


def with_value(text: str, name: str, value: str) -> str:
    line = line_of(text, name)
    return text.replace(line, re.sub(r">.*</item>", lambda _: f">{value}</item>", line))


def rule_of_lost(fact: ItemFact) -> str:
    """Return the rule that tells of an item which is not there under its name."""
    if fact.name in IDENTITY:
        return "callcenter/missing-identity"
    return "callcenter/missing-required-item" if fact.section == GENERAL else "callcenter/missing-item"


# --- the newest file as published, and item by item, with one slip ---------------------------------------------------


def test_newest_file_is_clean_in_every_profile_but_for_what_it_is(findings, newest):
    assert [one for one in findings(newest, profile="pedantic") if one.finding.severity != "info"] == []


@pytest.mark.parametrize("fact", ITEMS, ids=by_name)
@pytest.mark.parametrize("slip", [lambda name: f"{name[:5]}x{name[5:]}", str.swapcase], ids=["letter", "case"])
def test_misspelt_item_gives_one_finding_at_the_name_and_a_rename(findings, newest, fact, slip):
    rule = {
        "callcenter/missing-identity": "callcenter/missing-identity",
        "callcenter/missing-required-item": "callcenter/misspelt-required-item",
        "callcenter/missing-item": "callcenter/unknown-item",
    }[rule_of_lost(fact)]
    broken = renamed(newest, fact.name, slip(fact.name))
    (found,) = findings(broken)
    assert found.seen == (rule, slip(fact.name))
    assert found.mended == newest
    assert found.finding.fix.safe is False


@pytest.mark.parametrize("name", SECTIONS)
def test_misspelt_section_gives_one_finding_at_the_name_and_a_rename(findings, newest, name):
    rule = "callcenter/missing-general-section" if name == GENERAL else "callcenter/unknown-section"
    slip = f"{name[:7]}{name[7:].swapcase()}"
    (found,) = findings(renamed(newest, name, slip))
    assert found.seen == (rule, slip)
    assert found.mended == newest


@pytest.mark.parametrize("fact", ITEMS, ids=by_name)
def test_deleted_item_gives_one_finding_at_the_section(findings, newest, fact):
    broken = renumbered(newest.replace(line_of(newest, fact.name), ""))
    assert seen(findings(broken)) == [(rule_of_lost(fact), fact.section)]


@pytest.mark.parametrize("name", SECTIONS)
def test_deleted_section_gives_one_finding_at_the_root(findings, newest, name):
    rule = "callcenter/missing-general-section" if name == GENERAL else "callcenter/missing-item"
    broken = renumbered(newest.replace(section_of(newest, name), ""))
    assert seen(findings(broken)) == [(rule, "callCenter")]


@pytest.mark.parametrize("fact", ITEMS, ids=by_name)
def test_item_line_written_twice_gives_one_finding_at_the_second_name(findings, newest, fact):
    line = line_of(newest, fact.name)
    (found,) = findings(newest.replace(line, line * 2))
    assert found.seen == ("callcenter/duplicate-item", fact.name)
    assert found.finding.location.line == found.finding.related[0].location.line + 1
    assert found.mended == newest
    assert found.finding.fix.safe


@pytest.mark.parametrize("fact", ITEMS, ids=by_name)
def test_changed_sort_order_gives_one_finding_at_the_number(findings, newest, fact):
    line = line_of(newest, fact.name)
    for number in ("99", str(fact.order + 1 if fact.order == 0 else fact.order - 1)):
        broken = newest.replace(line, re.sub(r'sortOrder="\d+"', f'sortOrder="{number}"', line))
        (found,) = findings(broken)
        assert found.seen == ("callcenter/broken-sort-order", number)
        assert found.finding.location.line == newest[: newest.index(line)].count("\n") + 1


def test_deletion_without_new_numbers_gives_the_two_findings_that_it_is(findings, newest):
    broken = newest.replace(line_of(newest, "isCallNotesEnabled"), "")
    missing, order = findings(broken)
    assert missing.seen == ("callcenter/missing-item", "reqActivityRecordConfig")
    assert order.seen == ("callcenter/broken-sort-order", "8")
    assert order.finding.help == (
        "add 'isCallNotesEnabled', which the vendor's file has as number 7; "
        "or number the items of the section 'reqActivityRecordConfig' from 0 to 11, each number once"
    )


@pytest.mark.parametrize(
    ("lost", "name", "number"), [(line_of, "reqAdapterUrl", 2), (section_of, "reqAdvanceScreenpopConfig", 1)]
)
@pytest.mark.parametrize("last", ["6", "0"])  # the last number of the general section: as it was, and repeated
def test_the_gap_that_a_deletion_left_is_not_closed(findings, newest, lost, name, number, last):
    broken = newest.replace(lost(newest, name), "").replace('sortOrder="6"', f'sortOrder="{last}"', 1)
    told = [one.finding for one in findings(broken) if one.finding.rule == "callcenter/broken-sort-order"]
    assert [(one.fix is None, one.help.partition(";")[0]) for one in told if "add" in one.help] == [
        (True, f"add '{name}', which the vendor's file has as number {number}")
    ]


def test_what_stands_in_another_tag_keeps_its_number(findings, newest):
    line = line_of(newest, "isCallNotesEnabled")
    broken = newest.replace(line, line.replace("<item", "<Item").replace("</item", "</Item"))
    assert seen(findings(broken)) == [
        ("callcenter/missing-item", "reqActivityRecordConfig"),
        ("callcenter/unknown-element", "Item"),
    ]


def test_another_tag_in_one_section_says_nothing_of_the_next(findings, newest):
    broken = newest.replace("</section>", "<b/></section>", 1).replace('sortOrder="7"', 'sortOrder="99"', 1)
    assert seen(findings(broken)) == [("callcenter/unknown-element", "b"), ("callcenter/broken-sort-order", "99")]


# --- names -----------------------------------------------------------------------------------------------------------


def test_corrected_misspelling_is_told_that_the_odd_name_is_right(findings, newest):
    broken = renamed(newest, "sfdcObjetFieldCadVariableMappings1", "sfdcObjectFieldCadVariableMappings1")
    (found,) = findings(broken)
    assert found.seen == ("callcenter/unknown-item", "sfdcObjectFieldCadVariableMappings1")
    assert found.finding.message == (
        "the connector knows no item 'sfdcObjectFieldCadVariableMappings1' in this section; "
        "did you mean 'sfdcObjetFieldCadVariableMappings1'?"
    )
    assert found.finding.help == (
        "rename 'sfdcObjectFieldCadVariableMappings1' to sfdcObjetFieldCadVariableMappings1; "
        "the odd spelling is right: published as 'Objet', without the c"
    )


def added(text: str, after: str, lines: str) -> str:
    line = line_of(text, after)
    return renumbered(text.replace(line, line + lines))


@pytest.mark.parametrize("name", ["CadSalesforceFieldMapping2", "acmeColour"])
def test_unknown_item_that_resembles_nothing_missing_has_no_fix(findings, name):
    broken = added(
        RENDERED, "CadSalesforceFieldMapping1", f'<item sortOrder="0" name="{name}" label="More">[]</item>\n'
    )
    (found,) = findings(broken)
    assert found.seen == ("callcenter/unknown-item", name)
    assert found.finding.fix is None


@pytest.mark.parametrize("name", ["reqDescription", "reqCanvasNamespace"])
def test_optional_items_of_salesforce_are_known_in_the_general_section_only(findings, name):
    line = f'<item sortOrder="0" name="{name}" label="Optional">x</item>\n'
    everywhere = ("callcenter/unknown-item", name)
    assert everywhere not in seen(findings(added(RENDERED, "reqSalesforceCompatibilityMode", line)))
    assert everywhere in seen(findings(added(RENDERED, "isCallNotesEnabled", line)))


def test_items_of_an_unknown_section_are_not_told_one_by_one(findings):
    section = (
        '<section sortOrder="7" name="acme" label="Acme"><item sortOrder="0" name="a" label="A">1</item></section>\n'
    )
    (found,) = findings(RENDERED.replace("</callCenter>", f"{section}</callCenter>"))
    assert found.seen == ("callcenter/unknown-section", "acme")
    assert found.finding.fix is None


def test_item_in_another_section_is_told_where_it_belongs(findings):
    line = line_of(RENDERED, "isCallNotesEnabled")
    broken = added(RENDERED.replace(line, ""), "isCaseCreationEnabledForInboundCalls", line)
    (found,) = findings(broken)
    assert found.seen == ("callcenter/misplaced-item", "isCallNotesEnabled")
    assert (
        found.finding.message == "'Record Call Live Notes' is read in the section 'reqActivityRecordConfig', not here"
    )
    assert [one.message for one in found.finding.related] == ["here it belongs"]


def test_copy_of_an_item_in_another_section_points_at_the_one_that_is_read(findings):
    line = line_of(RENDERED, "isCallNotesEnabled")
    (found,) = findings(added(RENDERED, "isCaseCreationEnabledForInboundCalls", line))
    assert found.seen == ("callcenter/misplaced-item", "isCallNotesEnabled")
    assert [one.message for one in found.finding.related] == ["this one is read"]


def test_required_item_misspelt_and_another_missing_are_both_told(findings):
    broken = renamed(renumbered(RENDERED.replace(line_of(RENDERED, "reqUseApi"), "")), "reqAdapterUrl", "reqAdaptorUrl")
    assert seen(findings(broken)) == [
        ("callcenter/missing-required-item", GENERAL),
        ("callcenter/missing-required-item", GENERAL),
        ("callcenter/unknown-item", "reqAdaptorUrl"),
    ]


# --- releases --------------------------------------------------------------------------------------------------------


def named(text: str, internal_name: str) -> str:
    return with_value(text, "reqInternalName", internal_name)


def test_each_published_release_is_clean_but_for_its_age(findings):
    for release in vocabulary().releases:
        found = findings(render_import(release), profile="strict")
        errors_and_warnings = [one.seen for one in found if one.finding.severity != "info"]
        assert errors_and_warnings == []
        outdated = [one.under for one in found if one.finding.rule == "callcenter/outdated-release"]
        assert outdated == ([] if release is NEWEST else [release.internal_name])


@pytest.mark.parametrize(
    ("internal_name", "at", "help_"),
    [
        (
            "WebexCCAgentDesktopV20230720",
            ["isOpenCaseObjectAlwaysInViewMode"],
            "take it out, or import WebexCCAgentDesktopV20241121 as a new call center, which has it",
        ),
        (
            "WebexCCAgentDesktopV20230705",
            [
                "activityRecordOpenedInEditmodeConnectedState",
                "activityRecordOpenedInEditmodeCallDisConnectedState",
                "isOpenCaseObjectAlwaysInViewMode",
            ],
            "take it out, or import WebexCCAgentDesktopV20230720 as a new call center, which has it",
        ),
    ],
)
def test_items_newer_than_the_internal_name_say_which_release_has_them(findings, internal_name, at, help_):
    found = findings(named(RENDERED, internal_name))
    assert seen(found) == [("callcenter/item-of-another-release", name) for name in at]
    assert found[0].finding.help == help_


def test_section_newer_than_the_internal_name_is_told_as_a_whole(findings):
    first = vocabulary().releases[0]
    section = section_of(RENDERED, "reqOmniStateSyncConfig")
    broken = renumbered(render_import(first).replace("</callCenter>", f"{section}</callCenter>"))
    assert seen(findings(broken)) == [("callcenter/item-of-another-release", "reqOmniStateSyncConfig")]


def test_item_that_was_dropped_says_which_release_had_it_last(findings):
    line = '<item sortOrder="0" name="reqIsOuDialPhonumberPrefixTobeRemoved" label="Remove">false</item>\n'
    (found,) = findings(added(RENDERED, "reqIsOutDialAniToBeSet", line))
    assert found.seen == ("callcenter/item-of-another-release", "reqIsOuDialPhonumberPrefixTobeRemoved")
    assert found.finding.help == "take it out: WebexCCAgentDesktopV20220220 was the last to have it"


@pytest.mark.parametrize(
    ("release", "name", "other"),
    [
        ("r6", "CadSalesforceFieldMapping1", "CadSalesforceFieldMapping"),
        ("r3a", "CadSalesforceFieldMapping", "CadSalesforceFieldMapping1"),
    ],
)
def test_mapping_under_the_name_of_another_release_is_renamed(findings, release, name, other):
    text = render_import(vocabulary().release(release))
    (found,) = findings(renamed(text, name, other))
    assert found.seen == ("callcenter/item-of-another-release", other)
    assert found.mended == text
    assert found.finding.fix.safe is False


def test_both_names_of_the_mapping_have_no_rename(findings):
    line = '<item sortOrder="0" name="CadSalesforceFieldMapping" label="Mapping">[]</item>\n'
    (found,) = findings(added(RENDERED, "CadSalesforceFieldMapping1", line))
    assert found.seen == ("callcenter/item-of-another-release", "CadSalesforceFieldMapping")
    assert found.finding.fix is None


def test_file_under_a_name_of_its_own_is_compared_with_the_nearest_release(findings):
    broken = renumbered(named(RENDERED, "AcmePhone").replace(line_of(RENDERED, "isCallNotesEnabled"), ""))
    assert seen(findings(broken)) == [
        ("callcenter/unknown-release", "AcmePhone"),
        ("callcenter/missing-item", "reqActivityRecordConfig"),
    ]


@pytest.mark.parametrize(
    ("internal_name", "message"),
    [
        ("AcmePhone", "'AcmePhone' is not the internal name of any published release"),
        (
            "WebexCCAgentDesktopV202209019",
            (
                "no published file is named 'WebexCCAgentDesktopV202209019': it is printed in the help article, "
                "which mixes items of several releases"
            ),
        ),
        (
            "WebexCCAgentDesktopV20241112",
            "there is no release 'WebexCCAgentDesktopV20241112'; did you mean 'WebexCCAgentDesktopV20241121'?",
        ),
        (
            "webexccagentdesktopv20241121",
            "there is no release 'webexccagentdesktopv20241121'; did you mean 'WebexCCAgentDesktopV20241121'?",
        ),
    ],
)
def test_internal_name_of_no_release_gives_one_finding(findings, newest, internal_name, message):
    (found,) = findings(named(newest, internal_name))
    assert found.seen == ("callcenter/unknown-release", internal_name)
    assert found.finding.message == message


@pytest.mark.parametrize("internal_name", ["WebexCCAgentDesktopV20260301", "WebexCCAgentDesktopV202603011"])
def test_release_to_come_is_not_called_unknown(findings, internal_name):
    assert findings(named(RENDERED, internal_name)) == []


def test_impossible_internal_name_is_left_to_the_rule_for_its_form(findings):
    assert seen(findings(named(RENDERED, "Acme_Phone"))) == [("callcenter/invalid-internal-name", "Acme_Phone")]


def metadata() -> str:
    """Return the newest release as a retrieve writes it."""
    sections = []
    for section in NEWEST.sections.values():
        items = [
            f"<items><label>{fact.label}</label><name>{fact.name}</name><value>{fact.default}</value></items>"
            for fact in ITEMS
            if fact.section == section.name and fact.name not in IDENTITY
        ]
        sections.append(
            f"<sections>{''.join(items)}<label>{section.label}</label><name>{section.name}</name></sections>"
        )
    return (
        f'<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata"><displayName>{NEWEST.display_name}</displayName>'
        f"{''.join(sections)}</CallCenter>"
    )


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("WebexCCAgentDesktopV20241121.callCenter-meta.xml", []),
        (
            "WebexCCAgentDesktopV20230720.callCenter",
            [("callcenter/item-of-another-release", "isOpenCaseObjectAlwaysInViewMode")],
        ),
        ("AcmePhone.callCenter-meta.xml", [("callcenter/unknown-release", "CallCenter")]),
        ("downloaded.xml", []),
    ],
)
def test_metadata_form_takes_its_internal_name_from_the_file_name(findings, file, expected):
    assert seen(findings(metadata(), name=file)) == expected


# --- values and labels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "stripped"),
    [
        ("defaultOmniStateForCall", "Not Ready ", "Not Ready"),
        ("reqUseApi", " true", "true"),
        ("reqSoftphoneHeight", "\n550\n", "550"),
        ("nameOfCrmRecordObject", "\tContact", "Contact"),
        ("sfdcFieldForcallNotes", "<![CDATA[ Description ]]>", "<![CDATA[Description]]>"),
    ],
)
def test_padded_value_is_stripped_safely(findings, newest, name, value, stripped):
    (found,) = findings(with_value(newest, name, value))
    assert found.seen == ("callcenter/padded-value", value)
    assert found.mended == with_value(newest, name, stripped)
    assert found.finding.fix.safe


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CadSalesforceFieldMapping1", "\n[]\n"),
        ("ActivitySubjectTemplate", " {direction} Call "),
        ("reqDisplayName", " Acme "),
        ("nameOfTheCadvariableHoldingActivityRecordId", "  "),
    ],
)
def test_blanks_that_do_no_harm_are_left_alone(findings, name, value):
    assert findings(with_value(RENDERED, name, value)) == []


def test_changed_labels_are_told_in_the_pedantic_profile_only(findings):
    broken = RENDERED.replace('label="Record Call Live Notes"', 'label="Notes"').replace(
        'label="Case Management"', 'label="Cases"'
    )
    assert "callcenter/changed-label" not in {one.finding.rule for one in findings(broken, profile="strict")}
    found = [one for one in findings(broken, profile="pedantic") if one.finding.rule == "callcenter/changed-label"]
    assert [one.under for one in found] == ["Notes", "Cases"]
    assert found[0].mended == broken.replace('"Notes"', '"Record Call Live Notes"')
    assert found[0].finding.fix.safe is False


def test_labels_of_a_revision_with_the_same_internal_name_are_right(findings):
    for release in ("r3", "r3a", "r5", "r5a"):
        found = findings(render_import(vocabulary().release(release)), profile="pedantic")
        assert "callcenter/changed-label" not in {one.finding.rule for one in found}


@pytest.mark.parametrize(
    ("display_name", "expected"),
    [
        ("Webex Contact Center Agent Desktop 2.0(July 2023)", ["July 2023"]),
        ("Webex Contact Center Agent Desktop 2.0(Nov 2024)", []),
        ("Contact Center of Acme", []),
        ("Acme, was (July 2023), now (Nov 2024)", []),
    ],
)
def test_display_name_of_another_release_is_told_in_the_strict_profile(findings, display_name, expected):
    text = with_value(RENDERED, "reqDisplayName", display_name)
    assert findings(text) == []
    found = [
        one for one in findings(text, profile="strict") if one.finding.rule == "callcenter/mismatched-display-name"
    ]
    assert [one.under for one in found] == expected
    assert [one.mended for one in found] == [text.replace("July 2023", "Nov 2024") for _ in expected]


@pytest.mark.parametrize(("length", "expected"), [(80, []), (81, ["callcenter/long-display-name"])])
def test_display_name_has_room_for_80_characters(findings, length, expected):
    found = findings(with_value(RENDERED, "reqDisplayName", "A" * length))
    assert [one.finding.rule for one in found] == expected


@pytest.mark.parametrize("mode", ["Classic", "Classic_and_Lightning"])
def test_mode_other_than_lightning_is_told_and_can_be_set(findings, newest, mode):
    (found,) = findings(with_value(newest, "reqSalesforceCompatibilityMode", mode))
    assert found.seen == ("callcenter/not-lightning", mode)
    assert found.mended == newest
    assert found.finding.fix.safe is False


# --- what is not Version 1 -------------------------------------------------------------------------------------------


def test_other_generations_are_not_held_against_the_vocabulary(findings, corpus: Path):
    for path in sorted(corpus.glob("callcenter_wxcc/webex__*")):
        found = findings(path.read_bytes().decode("utf-8-sig"), name=path.name)
        assert {one.finding.rule for one in found} <= {"callcenter/shipped-placeholder"}
