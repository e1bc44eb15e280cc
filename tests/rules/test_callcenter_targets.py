"""Where mappings and live notes write to: one slip gives one finding at the slip, however the JSON is written into the XML."""

from __future__ import annotations

import json

import pytest

NO_MATCH, CASE, MORE_CASE = (
    "sfdcObjetFieldCadVariableMappings1",
    "sfdcCaseFieldCadVariableMappings1",
    "sfdcCaseFieldCadVariableMappings2",
)
ACTIVITY, NOTES, OBJECT = "CadSalesforceFieldMapping1", "sfdcFieldForcallNotes", "nameOfCrmRecordObject"
ROWS, NOTES_ON = "sfdcObjectFieldConditionalMappings1", "isCallNotesEnabled"


def new(source, target, constant=None, **more):
    """Return a mapping of a new record."""
    switches = {"isDefaultValueEnabled": "false" if constant is None else "true", "isConditionalEnabled": "false"}
    constants = {} if constant is None else {"defaultFieldValue": constant}
    return {"wxccFieldName": source, "sfdcFieldName": target, **switches, **constants, **more}


def act(source, target, constant=None, **more):
    """Return a mapping of the call activity."""
    default = {"isDefaultValueEnabled": constant is not None, "defaultFieldValue": constant or ""}
    return {"CadFieldName": source, "SalesforceFieldName": target, **default, **more}


def array(*mappings):
    """Return mappings as the vendor writes them."""
    return json.dumps(mappings, separators=(",", ":"), ensure_ascii=False)


LONG = [act(f"Variable{n}", f"Variable{n}__c") for n in range(3)]
SHIPPED = new("phoneNumber", "ContactPhone")

# values, item of the finding, rule, text under the span, the mended value of that item (None: no fix)
SLIPS = [
    ({CASE: array(new("AccountId", "Account Name"))}, CASE, "invalid-target-field", '"Account Name"', array(new("AccountId", "AccountId"))),
    ({CASE: array(new("AccountId", "Account.Name"))}, CASE, "invalid-target-field", '"Account.Name"', array(new("AccountId", "AccountId"))),
    ({NO_MATCH: array(new("phoneNumber", " Phone"))}, NO_MATCH, "invalid-target-field", '" Phone"', array(new("phoneNumber", "Phone"))),
    ({NO_MATCH: array(new("Segment", "Customer Type"))}, NO_MATCH, "invalid-target-field", '"Customer Type"', array(new("Segment", "Customer_Type__c"))),
    ({NO_MATCH: array(new("Segment", "区分"))}, NO_MATCH, "invalid-target-field", '"区分"', None),
    ({ACTIVITY: array(act("Desk", "Desk__r"))}, ACTIVITY, "invalid-target-field", '"Desk__r"', array(act("Desk", "Desk__c"))),
    ({ACTIVITY: array(act("Desk", "Desk_c"))}, ACTIVITY, "invalid-target-field", '"Desk_c"', array(act("Desk", "Desk__c"))),
    ({ACTIVITY: array(act("Desk", "Desk__mdt"))}, ACTIVITY, "invalid-target-field", '"Desk__mdt"', None),
    ({NO_MATCH: array(new("Segment", "CustomerType"))}, NO_MATCH, "unknown-target-field", '"CustomerType"', array(new("Segment", "CustomerType__c"))),
    ({NO_MATCH: array(new("phoneNumber", "Mobile"))}, NO_MATCH, "unknown-target-field", '"Mobile"', array(new("phoneNumber", "MobilePhone"))),
    ({NO_MATCH: array(new("phoneNumber", "phone"))}, NO_MATCH, "unknown-target-field", '"phone"', array(new("phoneNumber", "Phone"))),
    ({ACTIVITY: array(act("Result", "CallDisposision"))}, ACTIVITY, "unknown-target-field", '"CallDisposision"', array(act("Result", "CallDisposition"))),
    ({NOTES_ON: "true", NOTES: "Descripton"}, NOTES, "unknown-target-field", "Descripton", "Description"),
    ({OBJECT: "Case"}, NO_MATCH, "field-of-another-object", '"Phone"', array(new("phoneNumber", "SuppliedPhone"))),
    ({OBJECT: "Opportunity"}, NO_MATCH, "field-of-another-object", '"Phone"', None),
    ({CASE: array(new("Mail", "Email"))}, CASE, "field-of-another-object", '"Email"', array(new("Mail", "SuppliedEmail"))),
    ({CASE: array(act("Mail", "Email"))}, CASE, "field-of-another-object", '"Email"', array(act("Mail", "SuppliedEmail"))),
    ({ACTIVITY: array(act("phoneNumber", "Phone"))}, ACTIVITY, "field-of-another-object", '"Phone"', None),
    ({NOTES_ON: "true", NOTES: "Phone"}, NOTES, "field-of-another-object", "Phone", None),
    ({CASE: array(new("Ticket", "CaseNumber"))}, CASE, "read-only-target-field", '"CaseNumber"', None),
    ({MORE_CASE: array(new("Mobile", "ContactPhone"))}, MORE_CASE, "read-only-target-field", '"ContactPhone"', None),
    ({CASE: array(SHIPPED), MORE_CASE: "[]"}, CASE, "read-only-target-field", '"ContactPhone"', None),
    ({NO_MATCH: array(new("Caller", "MailingAddress"))}, NO_MATCH, "read-only-target-field", '"MailingAddress"', None),
    ({NOTES_ON: "true", NOTES: "IsClosed"}, NOTES, "read-only-target-field", "IsClosed", None),
    ({CASE: array(new("phoneNumber", "ContactId"))}, CASE, "lookup-field-without-id", '"phoneNumber"', None),
    ({ACTIVITY: array(act("", "OwnerId", "Support Team"))}, ACTIVITY, "lookup-field-without-id", '"Support Team"', None),
    ({NO_MATCH: array(new("phoneNumber", "Phone"), new("phoneNumber", "Phone"))}, NO_MATCH, "duplicate-target-field", '"Phone"', array(new("phoneNumber", "Phone"))),
    ({NO_MATCH: array(new("phoneNumber", "Desk__c"), new("Desk", "desk__c"))}, NO_MATCH, "duplicate-target-field", '"desk__c"', None),
    ({MORE_CASE: array(new("Account", "AccountId"))}, MORE_CASE, "duplicate-target-field", '"AccountId"', None),
    ({ACTIVITY: array(act("Language", "Language__c", defaultFieldValue="Unknown"))}, ACTIVITY, "unused-constant", '"Unknown"', None),
    ({NO_MATCH: array(new("Language", "Language__c", defaultFieldValue="Unknown"))}, NO_MATCH, "unused-constant", '"Unknown"', None),
    ({NO_MATCH: array(new("queueName", "Desk__c", "Leeds", isConditionalEnabled="true"))}, NO_MATCH, "constant-and-conditional", '"true"', None),
    ({ACTIVITY: array(*LONG)}, ACTIVITY, "long-mapping", array(*LONG)[255:], None),
    ({CASE: "[]"}, CASE, "skipped-mapping-item", "[]", None),
    ({NO_MATCH: "Phone={phoneNumber}"}, NO_MATCH, "version-2-mapping", "Phone={phoneNumber}", array(new("phoneNumber", "Phone"))),
    ({ACTIVITY: "Desk__c={Desk}, Team__c={Team}"}, ACTIVITY, "version-2-mapping", "Desk__c={Desk}, Team__c={Team}", array(act("Desk", "Desk__c"), act("Team", "Team__c"))),
    ({ACTIVITY: "Desk__c={Desk};Team__c={Team}"}, ACTIVITY, "version-2-mapping", "Desk__c={Desk};Team__c={Team}", None),
    ({ROWS: "Phone={phoneNumber}"}, ROWS, "version-2-mapping", "Phone={phoneNumber}", None),
    ({NO_MATCH: array(new("phoneNumber", "Phone")).replace("sfdcF", "sfdc\u00adF")}, NO_MATCH, "hidden-character-in-mapping", '"sfdc\u00adFieldName"', array(new("phoneNumber", "Phone"))),
    ({NO_MATCH: array(new("phoneNumber", "Phone")).replace("isDef", "isDe\u200bf")}, NO_MATCH, "hidden-character-in-mapping", '"isDe\u200bfaultValueEnabled"', array(new("phoneNumber", "Phone"))),
    ({NO_MATCH: array(new("phone\u00adNumber", "Phone"))}, NO_MATCH, "hidden-character-in-mapping", '"phone\u00adNumber"', array(new("phoneNumber", "Phone"))),
    ({ACTIVITY: array(act("Desk", "Desk__c\u00a0"))}, ACTIVITY, "hidden-character-in-mapping", '"Desk__c\u00a0"', array(act("Desk", "Desk__c"))),
    ({ACTIVITY: array(act("", "Status", "“Completed”"))}, ACTIVITY, "pasted-character-in-mapping", '"“Completed”"', array(act("", "Status", "Completed"))),
    ({ACTIVITY: array(act("", "Status", "In\u00a0Progress"))}, ACTIVITY, "pasted-character-in-mapping", '"In\u00a0Progress"', array(act("", "Status", "In Progress"))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "name", "rule", "under", "mended"), SLIPS, ids=[f"{n}-{slip[2]}" for n, slip in enumerate(SLIPS)]
)
def test_slip_gives_one_finding_at_the_slip(check, values, name, rule, under, mended):
    found = check(values)
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(name), under)]
    assert (found[0].finding.fix is not None) == (mended is not None)
    if mended is not None:
        assert check.value_of(name, found[0].mended) == mended
        assert check.again(found[0].mended) == []


@pytest.mark.parametrize(
    "values",
    [
        {},
        {OBJECT: "Account"},
        {OBJECT: "Lead"},
        {OBJECT: "Ticket__c", NO_MATCH: array(new("phoneNumber", "Whatever"))},
        {OBJECT: "Account", NO_MATCH: array(new("Mail", "PersonEmail"))},
        {NO_MATCH: array(new("Desk", "acme__Desk__c"), new("City", "Spot__City__s"))},
        {NO_MATCH: array(new("queueName", "Description"))},
        {CASE: array(new("phoneNumber", "SuppliedPhone")), MORE_CASE: array(SHIPPED)},
        {MORE_CASE: json.dumps([SHIPPED, new("Desk", "Desk__c")], separators=(",", ":"))},
        {CASE: array(act("AccountId", "AccountId"), act("", "Status", "New"))},
        {ACTIVITY: array(act("", "OwnerId", "00G5g000001AbCd"), act("", "Status", "Completed"))},
        {ACTIVITY: array(act("Contact", "WhoId"))},
        {ACTIVITY: array(act("", "Desk__c", "Asked for “Premium” support"))},
        {ACTIVITY: array(act("", "Desk__c", "お客様\u3000各位"))},
        {NOTES_ON: "true", NOTES: "Notes__c"},
    ],
    ids=str,
)
def test_sound_neighbours_are_fine(check, values):
    assert check(values) == []


def test_worked_example_of_the_vendor_is_fine(check):
    value = array(act("Language", "Language__c"), act("Category", "Category__c", "not for WxCC calls"))
    assert len(value) == 252
    assert check({ACTIVITY: value}) == []


def test_longest_list_has_255_characters(check):
    spare = 255 - len(array(act("L", "Language__c"), act("Category", "Category__c", "")))
    fitting = array(act("L", "Language__c"), act("Category", "Category__c", "x" * spare))
    assert len(fitting) == 255
    assert check({ACTIVITY: fitting}) == []
    (found,) = check({ACTIVITY: fitting.replace("xx", "xxx", 1)})
    assert found.finding.message == "'Object Field Mapping' has 256 characters; more than 255 may be cut off"


@pytest.mark.parametrize(
    ("values", "help_"),
    [
        ({ACTIVITY: array(*LONG)}, "map fewer fields, or shorten names"),
        ({CASE: array(*LONG)}, f"move mappings to {MORE_CASE}, which is a list of its own in square brackets"),
        ({MORE_CASE: array(*LONG)}, f"move mappings to {CASE}, or map fewer fields"),
        (
            {ACTIVITY: json.dumps(LONG[:2], indent=12)},
            f"take the blanks between names and values out: {len(array(*LONG[:2]))} characters remain",
        ),
    ],
    ids=["activity", "first", "second", "spaced"],
)
def test_way_out_of_a_long_list(check, values, help_):
    assert [one.finding.help for one in check(values)] == [help_]


def test_blanks_are_told_in_the_pedantic_profile_and_taken_out(check):
    spaced = json.dumps([act("Desk", "Desk__c", "A  B")], indent=2)
    assert check({ACTIVITY: spaced}) == []
    (found,) = [one for one in check({ACTIVITY: spaced}, "pedantic") if one.finding.rule == "callcenter/spaced-mapping"]
    assert found.finding.fix.safe
    assert check.value_of(ACTIVITY, found.mended) == array(act("Desk", "Desk__c", "A  B"))


def test_shipped_mapping_to_a_read_only_field_is_told_in_the_strict_profile(check):
    found = [one for one in check({}, "strict") if "read-only" in one.finding.rule]
    assert check.seen(found) == [
        ("callcenter/shipped-read-only-field", check.line_of(MORE_CASE), '"ContactPhone"'),
    ]
    (other,) = [
        one for one in check({MORE_CASE: array(new("X", "ContactPhone"))}, "strict") if "read-only" in one.finding.rule
    ]
    assert other.finding.rule == "callcenter/read-only-target-field"


def test_field_of_another_package_is_told_in_the_strict_profile(check):
    def told(field):
        found = check({ACTIVITY: array(act("Desk", field))}, "strict")
        return [one.finding.message for one in found if one.finding.rule == "project/foreign-target-namespace"]

    assert told("ciscocj__Desk__c") == [
        "'ciscocj__Desk__c' belongs to a package 'ciscocj'; did you mean 'ciscocjs'?",
    ]
    assert told("acme__Desk__c") == ["'acme__Desk__c' belongs to a package 'acme'"]
    assert told("ciscocjs__Desk__c") == told("CiscoCJS__Desk__c") == told("Desk__c") == []


def test_object_that_does_not_fit_is_labelled(check):
    (found,) = check({OBJECT: "Case"})
    assert found.finding.message == (
        "'Phone' is a field of Contact, Account and Lead, not of Case; did you mean 'SuppliedPhone'?"
    )
    (label,) = found.finding.related
    assert label.location.line == check.line_of(OBJECT)
    assert label.message == "the record that opens is a Case"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({NOTES_ON: "true", NOTES: "Phone"}, "'Phone' is a field of Contact, Account and Lead, not of Task"),
        ({NO_MATCH: array(new("Segment", "CustomerType"))}, "Contact has no standard field 'CustomerType'; did you mean 'CustomerType__c'?"),
        ({NO_MATCH: array(new("phoneNumber", "phone"))}, "'phone' is not how Salesforce spells this field of Contact; did you mean 'Phone'?"),
        ({CASE: array(new("AccountId", "Account Name"))}, "'Account Name' is not the API name of a field: it has a blank in it, as labels have; did you mean 'AccountId'?"),
        ({MORE_CASE: array(new("X", "AccountId"))}, "'AccountId' is written twice: by 'AccountId' and by 'X'"),
        ({NO_MATCH: array(new("phone\u00adNumber", "Phone"))}, "there is a soft hyphen in 'phoneNumber' of 'Object Field Mappings', which nobody sees"),
        ({ACTIVITY: array(act("Desk", "Desk__c", defaultFieldValue="A"))}, "the constant 'A' is switched off: only 'Desk' is written"),
        ({CASE: array(new("phoneNumber", "ContactId"))}, "'ContactId' of Case takes the id of a record, and 'phoneNumber' holds none"),
    ],
    ids=str,
)  # fmt: skip
def test_headlines_say_what_is_wrong(check, values, message):
    assert [one.finding.message for one in check(values)] == [message]


@pytest.mark.parametrize(
    ("values", "safe"),
    [
        ({NO_MATCH: array(new("phoneNumber", " Phone"))}, True),
        ({NO_MATCH: array(new("phoneNumber", "phone"))}, True),
        ({NO_MATCH: array(new("phone\u00adNumber", "Phone"))}, True),
        ({NO_MATCH: array(new("phoneNumber", "Phone"), new("phoneNumber", "Phone"))}, True),
        ({NO_MATCH: array(new("phoneNumber", "Mobile"))}, False),
        ({CASE: array(new("AccountId", "Account Name"))}, False),
        ({ACTIVITY: array(act("Desk", "Desk\u00a0Name__c"))}, False),
        ({ACTIVITY: array(act("", "Status", "“Completed”"))}, False),
        ({ACTIVITY: "Desk__c={Desk}"}, False),
    ],
    ids=str,
)
def test_only_what_changes_nothing_but_the_fault_is_safe(check, values, safe):
    (found,) = check(values)
    assert found.finding.fix.safe is safe


@pytest.mark.parametrize(
    "values",
    [
        {ACTIVITY: array(new("phoneNumber", "Phone"))},
        {NO_MATCH: array(act("phoneNumber", "No Such Field"))},
        {CASE: array(new("AccountId", "AccountId"), act("Desk", "No Such Field"))},
    ],
    ids=str,
)
def test_mapping_written_the_foreign_way_is_one_finding(check, values):
    assert [one.finding.rule for one in check(values)] == ["callcenter/foreign-mapping-property"]
