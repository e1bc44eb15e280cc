"""Where an error would be too much: what is switched off has no effect, and what may work is a warning at most."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary

UPDATE_ON, ACTIVITY = "reqIsCadVariableUpdatedToActivity", "CadSalesforceFieldMapping1"
POP_ON, NO_MATCH, ROWS = (
    "isNoRecordMatchScenarioEnabled",
    "sfdcObjetFieldCadVariableMappings1",
    "sfdcObjectFieldConditionalMappings1",
)
CASE = "sfdcCaseFieldCadVariableMappings1"


def new(source, target, **more):
    """Return a mapping of a new record."""
    switches = {"isDefaultValueEnabled": "false", "isConditionalEnabled": "false"}
    return {"wxccFieldName": source, "sfdcFieldName": target, **switches, **more}


def act(source, target, **more):
    """Return a mapping of the call activity."""
    return {
        "CadFieldName": source,
        "SalesforceFieldName": target,
        "isDefaultValueEnabled": False,
        "defaultFieldValue": "",
        **more,
    }


def row(variable, value, text):
    """Return a row of conditions."""
    return {"WxCCFieldName": variable, "wxccFieldValue": value, "sfdcFieldValue": text}


def array(*entries):
    return json.dumps(entries, separators=(",", ":"))


LOOKED_UP = {"isConditionalEnabled": "true"}

# values that have no effect while their switch is off, rule that judges them while it is on
SWITCHED = [
    ({NO_MATCH: array(new("phoneNumber", "Mobile Phone"))}, "invalid-target-field"),
    ({NO_MATCH: array(new("", "Phone"))}, "mapping-without-source"),
    ({"nameOfCrmRecordObject": "Case"}, "field-of-another-object"),
    ({NO_MATCH: array(new("phoneNumber", "Telephone"))}, "unknown-target-field"),
    ({NO_MATCH: array(new("phoneNumber", "MailingAddress"))}, "read-only-target-field"),
    ({NO_MATCH: array(new("phone-number", "Phone"))}, "invalid-variable-name"),
    ({NO_MATCH: array(new("phoneNumber", "Phone", isDefaultValueEnabled="true"))}, "constant-without-value"),
    ({NO_MATCH: array(new("phoneNumber", "Phone", defaultFieldValue="1"))}, "unused-constant"),
    (
        {NO_MATCH: array(new("a", "Title", isDefaultValueEnabled="true", defaultFieldValue="1", **LOOKED_UP))},
        "constant-and-conditional",
    ),
    ({NO_MATCH: array(new("phoneNumber", "AccountId"))}, "lookup-field-without-id"),
    ({NO_MATCH: array(new("a", "Title"), new("b", "Title"))}, "duplicate-target-field"),
    ({NO_MATCH: array(new("a", "Title", **LOOKED_UP))}, "conditional-without-rows"),
    ({NO_MATCH: array(new("a", "Title")), ROWS: array(row("a", "1", "2"))}, "unused-condition"),
    (
        {NO_MATCH: array(new("a", "Title", **LOOKED_UP)), ROWS: array(row("a", "1", "2"), row("a", "1", "3"))},
        "contradicting-conditions",
    ),
    (
        {
            NO_MATCH: array(new("a", "Title", **LOOKED_UP), new("a", "Fax", **LOOKED_UP)),
            ROWS: array(row("a", "1", "2")),
        },
        "condition-for-two-fields",
    ),
]


@pytest.mark.parametrize(("values", "rule"), SWITCHED, ids=[rule for _, rule in SWITCHED])
def test_what_a_value_means_is_judged_only_while_its_switch_is_on(check, values, rule):
    assert [one.finding.rule for one in check(values)] == [f"callcenter/{rule}"]
    assert check({POP_ON: "false", **values}) == []


@pytest.mark.parametrize("field", ["Phone", "IsClosed", "Call Notes", "Notez"])
def test_field_for_live_notes_is_judged_only_while_they_are_on(check, field):
    assert len(check({"isCallNotesEnabled": "true", "sfdcFieldForcallNotes": field})) == 1
    assert check({"isCallNotesEnabled": "false", "sfdcFieldForcallNotes": field}) == []


def test_mapping_that_is_switched_off_as_a_whole_is_one_finding(check):
    values = {UPDATE_ON: "false", ACTIVITY: array(act("{a}", "No Field"), act("", "No Field"))}
    assert [one.finding.rule for one in check(values)] == ["callcenter/mapping-without-custom-update"]


def test_case_mappings_have_no_switch_and_are_always_judged(check):
    (found,) = check({CASE: array(new("AccountId", "Account Name"))})
    assert found.finding.rule == "callcenter/invalid-target-field"


@pytest.mark.parametrize("switch", ["true", "false"])
def test_what_cannot_be_read_is_told_whether_or_not_it_is_in_use(check, switch):
    found = check({POP_ON: switch, NO_MATCH: array(new("phoneNumber", "Phone")).replace("}]", "},]")})
    assert [one.finding.rule for one in found] == ["callcenter/invalid-mapping-json"]


@pytest.mark.parametrize(
    ("values", "rule"),
    [
        ({"reqPrefixStringTobeRemoved": "(+44)"}, "invalid-prefix"),
        ({"prefixStringTobeRemoved": "none"}, "invalid-prefix"),
        (
            {"reqIsAdvancedScreenpopEnabled": "true", "screenpopSearchParamCadName": "caller.id"},
            "invalid-variable-name",
        ),
        ({"isCallNotesEnabled": ""}, "blank-setting"),
        ({UPDATE_ON: "false", ACTIVITY: ""}, "blank-setting"),
        ({UPDATE_ON: "true", ACTIVITY: ""}, "blank-setting"),
        ({ROWS: ""}, "blank-setting"),
        ({ACTIVITY: array(act("", "Rating__c", isDefaultValueEnabled=True, defaultFieldValue=5))}, "odd-mapping-value"),
        ({ACTIVITY: array(act("a", "A__c", isDefaultValueEnabled=None))}, "odd-mapping-value"),
        ({NO_MATCH: array(new("phoneNumber", "Phone", isConditionalEnabled=""))}, "odd-mapping-value"),
        ({UPDATE_ON: "true", ACTIVITY: "[ ]"}, "custom-update-without-mapping"),
        ({NO_MATCH: "[ ]"}, "no-match-pop-without-mapping"),
    ],
    ids=str,
)
def test_what_may_work_is_a_warning(check, values, rule):
    found = check(values)
    assert [(one.finding.rule, one.finding.severity) for one in found] == [(f"callcenter/{rule}", "warning")]


@pytest.mark.parametrize(
    ("name", "written"),
    [("isCallNotesEnabled", "false"), (ACTIVITY, "[]"), ("sfdcCaseFieldConditionalMappings1", "[]")],
)
def test_blank_setting_gets_what_the_vendor_writes_on_demand(check, name, written):
    (found,) = check({UPDATE_ON: "false", name: ""})
    assert found.finding.help == f"write {written}"
    assert found.finding.fix.safe is False
    assert check.value_of(name, found.mended) == written
    assert check.again(found.mended) == []


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        (
            {"isActivityRecordCreationAtConnected": "True", "activityRecordOpenedInEditmodeConnectedState": "true"},
            ["invalid-boolean"],
        ),
        (
            {
                "isCallNotesEnabled": "true",
                "sfdcFieldForcallNotes": "No Field",
                ACTIVITY: array(act("a", "A__c"), act("b", "No Field")),
            },
            ["invalid-live-notes-field", "invalid-target-field"],
        ),
        (
            {
                "isCallNotesEnabled": "true",
                ACTIVITY: array(act("a", "Description"), act("b", "Description")),
            },
            ["shared-live-notes-field", "duplicate-target-field"],
        ),
    ],
)
def test_one_cause_is_not_told_by_its_neighbours_as_well(check, values, rules):
    assert [one.finding.rule for one in check(values)] == [f"callcenter/{rule}" for rule in rules]


def test_section_named_like_another_one_is_one_finding(findings):
    text = render_import(vocabulary().releases[-1]).replace("reqActivityRecordConfig", "reqSFDCCaseConfig")
    assert [one.finding.rule for one in findings(text)] == ["callcenter/duplicate-section"]


@pytest.mark.parametrize(
    ("name", "rule"), [("reqUseApi", "misspelt-required-item"), ("reqDisplayName", "missing-identity")]
)
def test_blank_inside_the_name_of_a_required_item_is_one_finding(findings, name, rule):
    text = render_import(vocabulary().releases[-1])
    (found,) = findings(text.replace(f'"{name}"', f'"req {name[3:]}"'))
    assert found.finding.rule == f"callcenter/{rule}"
    assert found.mended == text


def test_variable_in_braces_is_one_finding_although_its_rows_are_spelt_otherwise(check):
    found = check({NO_MATCH: array(new("{queueName}", "Title", **LOOKED_UP)), ROWS: array(row("queueName", "1", "2"))})
    assert [one.finding.rule for one in found] == ["callcenter/invalid-variable-name"]
    assert check.again(found[0].mended) == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"reqUseApi": ""}, "'Use CTI API' must be 'true', or agents get no softphone"),
        (
            {"reqSalesforceCompatibilityMode": ""},
            "'Salesforce Compatibility Mode' must be Lightning, Classic or Classic_and_Lightning, exactly so",
        ),
        (
            {"reqSalesforceNamespace": ""},
            "'Salesforce Package Namespace' must be 'ciscocjs', the prefix of the Webex Contact Center package",
        ),
    ],
)
def test_blank_setting_of_the_platform_says_what_it_must_be(check, values, message):
    found = check(values)
    assert [(one.finding.severity, one.finding.message) for one in found] == [("error", message)]
