"""Variables, live notes, cases, the no-match pop, Omni-Channel and the end of Open CTI: what is in use must fit together."""

from __future__ import annotations

import re

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary

SEARCH_ON, SEARCH = "reqIsAdvancedScreenpopEnabled", "screenpopSearchParamCadName"
CREATE, OWNER = "isActivityRecordCreationAtConnected", "isActivityRecordOwnershiptobeChangedForTransferredCalls"
CARRIER = "nameOfTheCadvariableHoldingActivityRecordId"
OPEN, OPEN_AGAIN = (
    "activityRecordOpenedInEditmodeConnectedState",
    "activityRecordOpenedInEditmodeCallDisConnectedState",
)
NOTES_ON, NOTES = "isCallNotesEnabled", "sfdcFieldForcallNotes"
UPDATE_ON, ACTIVITY = "reqIsCadVariableUpdatedToActivity", "CadSalesforceFieldMapping1"
POP_ON, OBJECT, POP = (
    "isNoRecordMatchScenarioEnabled",
    "nameOfCrmRecordObject",
    "sfdcObjetFieldCadVariableMappings1",
)
INBOUND, OUTBOUND = "isCaseCreationEnabledForInboundCalls", "isCaseCreationEnabledForOutboundCalls"
CASE = "sfdcCaseFieldCadVariableMappings1"
SYNC_ON, STATUS, CODE = "isOmniStateSyncEnabled", "defaultOmniStateForCall", "defaultOmniStateForOmniChannel"

A = '[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]'
W = '[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]'
SEARCHING = {SEARCH_ON: "true", SEARCH: "CustomerNumber"}
CARRYING = {CREATE: "true", OWNER: "true"}
POPPING = {POP_ON: "true", OBJECT: "Contact", POP: W.replace('"Phone"', '"LastName"')}
LONG = "Customer" * 11

# values, rule, item of the finding, text under the span, what the fix writes there (None: no fix)
SLIPS = [
    (SEARCHING | {SEARCH: "{CustomerNumber}"}, "invalid-variable-name", SEARCH, "{CustomerNumber}", "CustomerNumber"),
    (SEARCHING | {SEARCH: "$CustomerNumber"}, "invalid-variable-name", SEARCH, "$CustomerNumber", "CustomerNumber"),
    (SEARCHING | {SEARCH: "Customer Number"}, "invalid-variable-name", SEARCH, "Customer Number", None),
    (SEARCHING | {SEARCH: "caller.number"}, "invalid-variable-name", SEARCH, "caller.number", None),
    (SEARCHING | {SEARCH: LONG}, "invalid-variable-name", SEARCH, LONG, None),
    (CARRYING | {CARRIER: "{{ActivityId}}"}, "invalid-variable-name", CARRIER, "{{ActivityId}}", "ActivityId"),
    ({ACTIVITY: A.replace('"Language"', '"{Language}"')}, "invalid-variable-name", ACTIVITY, '"{Language}"', '"Language"'),
    (POPPING | {POP: POPPING[POP].replace("phoneNumber", "phone-number")}, "invalid-variable-name", POP, '"phone-number"', None),
    ({CASE: W.replace("phoneNumber", "{phoneNumber}").replace('"Phone"', '"SuppliedPhone"')}, "invalid-variable-name", CASE, '"{phoneNumber}"', '"phoneNumber"'),
    (CARRYING | SEARCHING | {SEARCH: "ActivityId"}, "reused-activity-variable", SEARCH, "ActivityId", None),
    (CARRYING | {ACTIVITY: A.replace('"Language"', '"ActivityId"')}, "reused-activity-variable", ACTIVITY, '"ActivityId"', None),
    ({NOTES_ON: "true", ACTIVITY: A.replace("Language__c", "Description")}, "shared-live-notes-field", ACTIVITY, '"Description"', None),
    ({NOTES_ON: "true", NOTES: "Language__C", ACTIVITY: A}, "shared-live-notes-field", ACTIVITY, '"Language__c"', None),
    ({NOTES_ON: "true", NOTES: "Call Notes"}, "invalid-live-notes-field", NOTES, "Call Notes", "Call_Notes__c"),
    ({NOTES_ON: "true", NOTES: "Notes_c"}, "invalid-live-notes-field", NOTES, "Notes_c", "Notes__c"),
    ({NOTES_ON: "true", NOTES: "Account.Name"}, "invalid-live-notes-field", NOTES, "Account.Name", None),
    (POPPING | {OBJECT: "Service Request"}, "invalid-object-name", OBJECT, "Service Request", None),
    (POPPING | {OBJECT: "Request_c"}, "invalid-object-name", OBJECT, "Request_c", None),
    (POPPING | {OBJECT: "Request__mdt"}, "invalid-object-name", OBJECT, "Request__mdt", None),
    (POPPING | {OBJECT: "Contacts"}, "misspelt-object", OBJECT, "Contacts", "Contact"),
    (POPPING | {OBJECT: "contact"}, "misspelt-object", OBJECT, "contact", "Contact"),
    ({SYNC_ON: "true"}, "shipped-omni-codes", STATUS, "Not Ready", None),
]  # fmt: skip


@pytest.mark.parametrize(("values", "rule", "item", "under", "written"), SLIPS)
def test_slip_gives_one_finding_at_the_slip(check, values, rule, item, under, written):
    found = check(values)
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(item), under)]
    fix = found[0].finding.fix
    assert (fix is None) is (written is None)
    if fix is not None:
        assert not fix.safe
        assert check.again(found[0].mended) == []
        before, after = check.value_of(item, check.file), check.value_of(item, found[0].mended)
        assert after == before.replace(under, written)


@pytest.mark.parametrize(
    "values",
    [
        {SEARCH: "{CustomerNumber}"},
        {SEARCH_ON: "false", SEARCH: "Customer Number"},
        {CARRIER: "{ActivityId}"},
        {UPDATE_ON: "false", ACTIVITY: "[]", NOTES: "Call Notes"},
        {POP_ON: "false", OBJECT: "Service Request"},
        {SEARCH: "ActivityId", SEARCH_ON: "true"},
        {NOTES: "Description", ACTIVITY: A.replace("Language__c", "Description")},
        {STATUS: "Not Ready", CODE: "Not Ready"},
    ],
    ids=str,
)
def test_what_is_switched_off_is_left_alone(check, values):
    assert check(values) == []


@pytest.mark.parametrize(
    "values",
    [
        SEARCHING,
        SEARCHING | {SEARCH: "C" * 80},
        SEARCHING | {SEARCH: "_1"},
        CARRYING,
        CARRYING | SEARCHING | {ACTIVITY: A},
        {NOTES_ON: "true", NOTES: "ciscocjs__Notes__c"},
        {NOTES_ON: "true", ACTIVITY: A},
        {
            ACTIVITY: A.replace('"Language"', '"{unused}"')
            .replace("false", "true")
            .replace('Value":""', 'Value":"English"')
        },
        POPPING | {OBJECT: "Acme__Request__c"},
        POPPING | {OBJECT: "Contract", POP: W.replace('"Phone"', '"Description"')},
        POPPING | {OBJECT: "WorkOrderLineItem", POP: W.replace('"Phone"', '"Description"')},
        {SYNC_ON: "true", STATUS: "On a call", CODE: "Not Ready"},
        {SYNC_ON: "true", STATUS: "Not Ready", CODE: "In a chat"},
    ],
    ids=str,
)
def test_sound_neighbours_are_fine(check, values):
    assert check(values) == []


# values, profile, rule, item of the finding, text under the span
INFOS = [
    ({SEARCH: "CustomerNumber"}, "strict", "unused-search-variable", SEARCH, "CustomerNumber"),
    ({INBOUND: "true"}, "strict", "automatic-cases", INBOUND, "true"),
    ({OUTBOUND: "true"}, "strict", "automatic-cases", OUTBOUND, "true"),
    ({CREATE: "true", OPEN: "true", OPEN_AGAIN: "true"}, "strict", "activity-opened-twice", OPEN_AGAIN, "true"),
    (POPPING | {POP: W}, "strict", "unmapped-required-field", OBJECT, "Contact"),
    (POPPING | {OBJECT: "Lead"}, "strict", "unmapped-required-field", OBJECT, "Lead"),
    (POPPING, "pedantic", "no-match-pop-beside-layout", POP_ON, "true"),
    ({CASE: W.replace('"Phone"', '"SuppliedPhone"')}, "pedantic", "unused-case-mapping", CASE, CASE),
]  # fmt: skip
OURS = {f"callcenter/{rule}" for _, _, rule, _, _ in INFOS}


def ours(found):
    return [one for one in found if one.finding.rule in OURS]


@pytest.mark.parametrize(("values", "profile", "rule", "item", "under"), INFOS)
def test_worth_knowing_is_an_info_of_its_profile(check, values, profile, rule, item, under):
    found = ours(check(values, profile=profile))
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(item), under)]
    assert found[0].finding.severity == "info"
    milder = {"strict": "default", "pedantic": "strict"}[profile]
    assert ours(check(values, profile=milder)) == []


@pytest.mark.parametrize(
    ("values", "profile"),
    [
        ({}, "pedantic"),
        ({SEARCH: "AccountNumber"}, "strict"),
        ({SEARCH: ""}, "strict"),
        (SEARCHING, "strict"),
        ({OPEN_AGAIN: "true"}, "strict"),
        ({CREATE: "true", OPEN: "true"}, "strict"),
        (POPPING, "strict"),
        (POPPING | {OBJECT: "Case", POP: W.replace('"Phone"', '"Subject"')}, "strict"),
        (POPPING | {OBJECT: "Lead", POP: "[]"}, "strict"),
        (POPPING | {POP_ON: "false", OBJECT: "Lead"}, "pedantic"),
        ({CASE: "[]"}, "pedantic"),
        (
            {
                CASE: ' [ {"sfdcFieldName":"AccountId","wxccFieldName":"AccountId","isDefaultValueEnabled":"false",'
                '"isConditionalEnabled":"false"},{"wxccFieldName":"ContactId","sfdcFieldName":"ContactId",'
                '"isDefaultValueEnabled":"false","isConditionalEnabled":"false"}] '
            },
            "pedantic",
        ),
    ],
    ids=str,
)
def test_nothing_is_worth_knowing_here(check, values, profile):
    assert ours(check(values, profile=profile)) == []


def test_both_kinds_of_automatic_cases_are_told(check):
    found = ours(check({INBOUND: "true", OUTBOUND: "true"}, profile="strict"))
    assert [one.finding.message for one in found] == [
        "every call that comes in creates a case",
        "every call that agents make creates a case",
    ]


def test_missing_required_fields_are_named(check):
    (found,) = ours(check(POPPING | {OBJECT: "Lead", POP: W}, profile="strict"))
    assert found.finding.message == "a new Lead needs LastName and Company, and no mapping fills them"
    assert found.finding.help == (
        "map LastName and Company in sfdcObjetFieldCadVariableMappings1, or leave the typing to the agent"
    )


def test_second_use_of_the_activity_variable_shows_both_places(check):
    (found,) = check(CARRYING | SEARCHING | {SEARCH: "ActivityId"})
    (label,) = found.finding.related
    assert label.location.line == check.line_of(CARRIER)
    assert label.message == "the id is written into it for transferred calls"


@pytest.mark.parametrize(
    ("generation", "expected"),
    [("v1", ["legacy-connector", "retiring-open-cti"]), ("v2", ["retiring-open-cti"]), ("scv", [])],
)
def test_end_of_open_cti_is_told_where_it_is_used(findings, generation, expected):
    text = render_import(vocabulary(generation).releases[-1])
    lifecycle = {"callcenter/legacy-connector", "callcenter/retiring-open-cti"}
    found = [one for one in findings(text, profile="strict") if one.finding.rule in lifecycle]
    assert [one.finding.rule for one in found] == [f"callcenter/{rule}" for rule in expected]


def with_general(text, *items):
    """Return the newest file with further items at the end of the general section."""
    lines = [
        f'<item sortOrder="{7 + n}" name="{name}" label="{name}">{value}</item>'
        for n, (name, value) in enumerate(items)
    ]
    changed, count = re.subn(r"</section>", "".join(lines) + "</section>", text, count=1)
    assert count == 1
    return changed


URL, TIMEOUT = ("reqStandbyUrl", "https://phone.example.com/standby"), "reqTimeout"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([("reqCanvasNamespace", "acme")], ("canvas-item", "reqCanvasNamespace")),
        ([("reqCanvasApiName", "Phone")], ("canvas-item", "reqCanvasApiName")),
        ([("reqCanvasNamespace", "acme"), ("reqCanvasApiName", "Phone")], ("canvas-item", "reqCanvasNamespace")),
        ([URL], ("unpaired-standby", "reqStandbyUrl")),
        ([URL, (TIMEOUT, "")], ("unpaired-standby", "reqStandbyUrl")),
        ([(TIMEOUT, "20000")], ("unpaired-standby", TIMEOUT)),
        ([URL, (TIMEOUT, "14999")], ("short-standby-timeout", "14999")),
        ([URL, (TIMEOUT, "20 s")], ("short-standby-timeout", "20 s")),
        ([URL, (TIMEOUT, "15000")], None),
        ([("reqStandbyUrl", ""), (TIMEOUT, "")], None),
        ([("reqCanvasNamespace", ""), ("reqCanvasApiName", "")], None),
    ],
)
def test_canvas_and_standby_items(findings, newest, items, expected):
    found = [one.seen for one in findings(with_general(newest, *items))]
    assert found == ([(f"callcenter/{expected[0]}", expected[1])] if expected else [])


@pytest.mark.parametrize("generation", ["v2", "scv"])
def test_other_generations_are_left_alone(findings, generation):
    found = findings(render_import(vocabulary(generation).releases[-1]))
    assert {one.finding.rule for one in found} <= {"callcenter/shipped-placeholder"}


@pytest.mark.parametrize("release", [release.id for release in vocabulary().releases])
def test_published_releases_have_neither_errors_nor_warnings(findings, release):
    assert findings(render_import(vocabulary().release(release))) == []
