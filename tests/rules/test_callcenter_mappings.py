"""Mapping arrays: one slip gives one finding at the slip, however the JSON is written into the XML."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary

RELEASE = vocabulary().releases[-1]
NO_MATCH, ACTIVITY = "sfdcObjetFieldCadVariableMappings1", "CadSalesforceFieldMapping1"
CASE, ROWS = "sfdcCaseFieldCadVariableMappings1", "sfdcObjectFieldConditionalMappings1"
MORE_CASE = "sfdcCaseFieldCadVariableMappings2"

W = '[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]'
A = '[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]'
CONSTANT = (
    '[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Completed"}]'
)
CASE_W = W.replace('"Phone"', '"SuppliedPhone"')
LOOKED_UP = W.replace("phoneNumber", "queueName").replace(
    '"isConditionalEnabled":"false"', '"isConditionalEnabled":"true"'
)
C = '[{"WxCCFieldName":"queueName","wxccFieldValue":"Support","sfdcFieldValue":"Premium"}]'


@pytest.mark.parametrize(
    "values",
    [
        {},
        {NO_MATCH: W},
        {ACTIVITY: A},
        {ACTIVITY: CONSTANT},
        {CASE: A},
        {NO_MATCH: LOOKED_UP, ROWS: C},
        {"isNoRecordMatchScenarioEnabled": "false", NO_MATCH: "[]", CASE: " [\n] ", MORE_CASE: "[]"},
    ],
    ids=str,
)
def test_sound_mappings_are_fine(check, values):
    assert check(values) == []


# item, its sound value, what is replaced, by what, rule, text under the span, the whole value after the fix (None: no fix)
DEFAULT_W, DEFAULT_A = ',"isDefaultValueEnabled":"false"', ',"isDefaultValueEnabled":false'
"""The switches that a mapping has in either manner; one that is missing is added behind the other properties."""
SLIPS = [
    (NO_MATCH, W, "}]", "},]", "invalid-mapping-json", ",", W),
    (NO_MATCH, W, "}]", ",}]", "invalid-mapping-json", ",", W),
    (NO_MATCH, W, "}]", "}],", "invalid-mapping-json", ",", W),
    (NO_MATCH, W, ',"sfdc', ',,"sfdc', "invalid-mapping-json", ",", W),
    (NO_MATCH, W, '"sfdcFieldName"', "“sfdcFieldName”", "invalid-mapping-json", "“sfdcFieldName”", W),
    (NO_MATCH, W, 'sfdcFieldName"', "sfdcFieldName”", "invalid-mapping-json", "”", W),
    (NO_MATCH, W, '"Phone"', "'Phone'", "invalid-mapping-json", "'Phone'", W),
    (NO_MATCH, W, ':"Phone"', ':\u00a0"Phone"', "invalid-mapping-json", "\u00a0", W.replace(':"Phone"', ': "Phone"')),
    (NO_MATCH, W, '"Phone"', "Phone", "invalid-mapping-json", "Phone", None),
    (NO_MATCH, W, '"phoneNumber",', '"phoneNumber"', "invalid-mapping-json", '"sfdcFieldName"', None),
    (NO_MATCH, W, '"}]', '"]', "invalid-mapping-json", "]", None),
    (NO_MATCH, W, W, "Phone: phoneNumber", "invalid-mapping-json", "Phone", None),
    (ROWS, C, "}]", "},]", "invalid-mapping-json", ",", C),
    (NO_MATCH, W, '"isDefaultV', '"isDefaulV', "unknown-mapping-property", '"isDefaulValueEnabled"', W),
    (NO_MATCH, W, '"isConditionalE', '"isConditionale', "unknown-mapping-property", '"isConditionalenabled"', W),
    (NO_MATCH, W, '"isDefaultV', '"isDe- faultV', "unknown-mapping-property", '"isDe- faultValueEnabled"', W),
    (NO_MATCH, W, "{", '{"note":"main line",', "unknown-mapping-property", '"note"', None),
    (ACTIVITY, A, '"isDefaultV', '"isDefaulV', "unknown-mapping-property", '"isDefaulValueEnabled"', A),
    (ACTIVITY, CONSTANT, '"isDefaultV', '"isDefaulV', "unknown-mapping-property", '"isDefaulValueEnabled"', CONSTANT),
    (ACTIVITY, CONSTANT, "tFieldValue", "tfieldValue", "unknown-mapping-property", '"defaultfieldValue"', CONSTANT),
    (NO_MATCH, W, "wxccFieldName", "WxCCFieldname", "misspelt-mapping-property", '"WxCCFieldname"', W),
    (NO_MATCH, W, "sfdcFieldName", "sfdcField", "misspelt-mapping-property", '"sfdcField"', W),
    (ACTIVITY, A, "CadFieldName", "CADFieldName", "misspelt-mapping-property", '"CADFieldName"', A),
    (ACTIVITY, A, "SalesforceFieldName", "SalesforceField", "misspelt-mapping-property", '"SalesforceField"', A),
    (ROWS, C, "sfdcFieldValue", "sfdcFieldvalue", "misspelt-mapping-property", '"sfdcFieldvalue"', C),
    (ROWS, C, "WxCCFieldName", "WxccFieldNam", "misspelt-mapping-property", '"WxccFieldNam"', C),
    (NO_MATCH, W, W, A, "foreign-mapping-property", '"CadFieldName"', None),
    (NO_MATCH, W, "wxccFieldName", "CadFieldName", "foreign-mapping-property", '"CadFieldName"', None),
    (CASE, CASE_W, "}]", f"}},{A[1:]}", "foreign-mapping-property", '"CadFieldName"', None),
    (ACTIVITY, A, A, W, "foreign-mapping-property", '"wxccFieldName"', None),
    (ACTIVITY, A, "}", ',"isConditionalEnabled":false}', "foreign-mapping-property", '"isConditionalEnabled"', None),
    (ROWS, C, C, W, "foreign-mapping-property", '"sfdcFieldName"', None),
    (NO_MATCH, W, DEFAULT_W, "", "missing-mapping-flag", '"Phone"', W.replace(DEFAULT_W, "").replace("}", f"{DEFAULT_W}}}")),
    (NO_MATCH, W, ',"isConditionalEnabled":"false"', "", "missing-mapping-flag", '"Phone"', W),
    (ACTIVITY, A, DEFAULT_A, "", "missing-mapping-flag", '"Language__c"', A.replace(DEFAULT_A, "").replace("}", f"{DEFAULT_A}}}")),
    (NO_MATCH, W, '"isDefaultValueEnabled":"false"', '"isDefaultValueEnabled":false', "mismatched-boolean-style", "false", W),
    (NO_MATCH, W, '"isConditionalEnabled":"false"', '"isConditionalEnabled":false', "mismatched-boolean-style", "false", W),
    (ACTIVITY, A, "false", '"false"', "mismatched-boolean-style", '"false"', A),
    (ACTIVITY, CONSTANT, "true", '"true"', "mismatched-boolean-style", '"true"', CONSTANT),
    (CASE, A, "false", '"false"', "mismatched-boolean-style", '"false"', A),
    (ACTIVITY, CONSTANT, '"Completed"', '" "', "constant-without-value", '" "', None),
    (ACTIVITY, CONSTANT, ',"defaultFieldValue":"Completed"', "", "constant-without-value", "true", None),
    (NO_MATCH, W, '"isDefaultValueEnabled":"false"', '"isDefaultValueEnabled":"true"', "constant-without-value", '"true"', None),
    (NO_MATCH, W, '"phoneNumber"', '""', "mapping-without-source", '""', None),
    (ACTIVITY, A, '"Language"', '"  "', "mapping-without-source", '"  "', None),
    (NO_MATCH, W, "{", '{"sfdcFieldName":"Mobile",', "duplicate-mapping-property", '"sfdcFieldName"', None),
]  # fmt: skip


def _values(name, value):
    """Return an item's value, for rows of conditions with the mapping that looks them up."""
    return {NO_MATCH: LOOKED_UP, ROWS: value} if name == ROWS else {name: value}


@pytest.mark.parametrize(("name", "sound", "old", "new", "rule", "under", "mended"), SLIPS)
def test_slip_gives_one_finding_at_the_slip(check, name, sound, old, new, rule, under, mended):
    assert old in sound
    found = check(_values(name, sound.replace(old, new, 1)))
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(name), under)]
    assert (found[0].finding.fix is not None) == (mended is not None)
    if mended is not None:
        check(_values(name, mended))
        assert found[0].mended == check.file
        assert check.again(found[0].mended) == []


@pytest.mark.parametrize(
    "whole",
    [
        W.replace('"', "“"),
        re.sub('"([^"]*)"', r"“\1”", W),
        W.replace('"', "'"),
        W.replace('"', "&quot;"),
        W.replace('"', "&#34;"),
    ],
)
def test_wrong_quotes_all_over_are_one_finding_and_one_safe_fix(check, whole):
    (found,) = check({NO_MATCH: whole})
    assert found.finding.rule == "callcenter/invalid-mapping-json"
    assert found.finding.fix.safe
    assert check.again(found.mended) == []
    check({NO_MATCH: W})
    assert unescape(found.mended) == unescape(check.file)


@pytest.mark.parametrize(
    ("broken", "description"),
    [
        (W.replace("}]", "},]"), "delete the stray comma"),
        (
            W.replace('"Phone"', "“Phone”").replace("}]", ",},]"),
            "put straight double quotes in and delete the stray comma",
        ),
        (W.replace(":", ":\u00a0"), "put ordinary blanks in"),
        (W.replace('"', "&quot;"), "take one level of XML escapes away"),
    ],
)
def test_fix_says_what_it_does(check, broken, description):
    (found,) = check({NO_MATCH: broken})
    assert found.finding.fix.description == description


def test_curly_quotes_inside_a_value_are_left_alone(check):
    value = CONSTANT.replace("Completed", "“Done”, all of it")
    assert check({ACTIVITY: value}) == []
    (found,) = check({ACTIVITY: value.replace("}]", "},]")})
    check({ACTIVITY: value})
    assert found.mended == check.file


def test_quote_that_only_a_person_can_place_has_no_fix(check):
    (found,) = check({ACTIVITY: CONSTANT.replace("Completed", 'say "hi"').replace('"CadFieldName"', "“CadFieldName”")})
    assert found.finding.rule == "callcenter/invalid-mapping-json"
    assert found.finding.fix is None


def test_label_of_the_item_is_in_every_headline(check):
    for name, sound, old, new, *_ in SLIPS:
        (found,) = check(_values(name, sound.replace(old, new, 1)))
        label = next(item.label for item in RELEASE.items.values() if item.name == name)
        assert f"'{label}'" in found.finding.message


def test_spelling_of_a_row_variable_is_not_changed_without_asking(check):
    (found,) = check({NO_MATCH: LOOKED_UP, ROWS: C.replace("WxCCFieldName", "wxccfieldname")})
    assert found.finding.rule == "callcenter/misspelt-mapping-property"
    assert found.finding.fix.safe is False
    assert check({NO_MATCH: LOOKED_UP, ROWS: C.replace("WxCCFieldName", "wxccFieldName")}) == []


@pytest.mark.parametrize(
    ("name", "value", "safe"),
    [
        (ACTIVITY, CONSTANT.replace("defaultFieldValue", "defaultValue"), True),
        (NO_MATCH, W.replace("}", ',"defaultValue":"Sales"}'), False),
        (NO_MATCH, W.replace("isDefaultValue", "isDefaulValue"), True),
    ],
)
def test_name_of_the_constant_is_a_guess_outside_of_the_call_activity(check, name, value, safe):
    (found,) = check({name: value})
    assert (found.finding.rule, found.finding.fix.safe) == ("callcenter/unknown-mapping-property", safe)


@pytest.mark.parametrize(
    ("name", "value", "messages"),
    [
        (ACTIVITY, "[{}]", ["this mapping has no 'CadFieldName'", "this mapping has no 'SalesforceFieldName'"]),
        (ACTIVITY, A.replace("Language__c", ""), ["this mapping names no field in 'SalesforceFieldName'"]),
        (NO_MATCH, W.replace('"sfdcFieldName":"Phone",', ""), ["this mapping has no 'sfdcFieldName'"]),
        (NO_MATCH, W.replace('"phoneNumber"', "null"), ["'wxccFieldName' must be text, not null"]),
        (ROWS, C.replace('"WxCCFieldName":"queueName",', ""), ["this row has no variable in 'WxCCFieldName'"]),
        (ROWS, C.replace(',"sfdcFieldValue":"Premium"', ""), ["this row has no 'sfdcFieldValue'"]),
    ],
)
def test_mapping_that_lacks_something_says_what(check, name, value, messages):
    found = check(_values(name, value))
    assert {one.finding.rule for one in found} == {"callcenter/invalid-mapping"}
    assert [one.finding.message for one in found] == messages


def test_each_mapping_of_a_list_has_its_own_finding(check):
    second = (
        W[1:].replace("Phone", "Fax").replace(',"isDefaultValueEnabled":"false","isConditionalEnabled":"false"', "")
    )
    found = check({NO_MATCH: W.replace("}]", f"}},{second}").replace("wxccField", "wxccfield", 1)})
    assert [(one.finding.rule, one.finding.at) for one in found] == [
        (
            "callcenter/misspelt-mapping-property",
            f"/reqNoRecordMatchConfig/{NO_MATCH}[sfdcFieldName=Phone]/wxccfieldName",
        ),
        ("callcenter/missing-mapping-flag", f"/reqNoRecordMatchConfig/{NO_MATCH}[sfdcFieldName=Fax]"),
    ]
    assert found[1].finding.message == (
        "the mapping to 'Fax' in 'Object Field Mappings' lacks isDefaultValueEnabled and isConditionalEnabled"
    )
    assert found[1].finding.help == 'add "isDefaultValueEnabled": "false", "isConditionalEnabled": "false"'


def test_first_of_two_equal_properties_is_labelled(check):
    (found,) = check({NO_MATCH: W.replace("{", '{"sfdcFieldName":"Mobile",')})
    (label,) = found.finding.related
    lines = check.file.split("\n")
    text = lines[label.location.line - 1][label.location.column - 1 : label.location.end_column - 1]
    assert unescape(text) == '"sfdcFieldName"'
    assert label.location.column < found.finding.location.column


def test_foreign_property_says_which_names_the_list_takes(check):
    (found,) = check({NO_MATCH: A})
    assert (
        found.finding.message
        == "'CadFieldName' belongs to the field mappings of the call activity, not to 'Object Field Mappings'"
    )
    assert found.finding.help == "write this mapping with wxccFieldName and sfdcFieldName"
    (found,) = check({ACTIVITY: A.replace("}", ',"isConditionalEnabled":false}')})
    assert found.finding.help == "delete it"


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(W)),
    width=st.integers(0, 12),
    put=st.text("[]{},:\"“”'&quot;\u00a0\\ tf1", max_size=6),
)
def test_no_damage_crashes_a_rule_and_every_fix_makes_it_json(findings, at, width, put):
    damaged = W[:at] + put + W[at + width :]
    found = findings(render_import(RELEASE).replace(escape(W, quote=False), escape(damaged, quote=False)))
    assert "meta/internal-error" not in [one.finding.rule for one in found]
    for one in found:
        if one.finding.rule == "callcenter/invalid-mapping-json" and one.finding.fix:
            assert one.finding.rule not in [other.finding.rule for other in findings(one.mended)]
