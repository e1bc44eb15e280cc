"""Version 2: one slip in the newest file gives one finding, at the slip; also files that mix both versions."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.rules.conftest import renumbered, seen
from wxcc_lint.catalog.callcenter import ItemFact, render_import, vocabulary
from wxcc_lint.catalog.regions import regions
from wxcc_lint.config import Environment
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.spans import Text

NEWEST = vocabulary("v2").releases[-1]
RENDERED = render_import(NEWEST)
V1 = render_import(vocabulary().releases[-1])
GENERAL = "reqGeneralInfo"
ITEMS = list(NEWEST.items.values())
SECTIONS = list(NEWEST.sections)
IDENTITY = {"reqInternalName", "reqDisplayName"}
URL = "https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/index.html"
PLACE = Place(Document("config", "config", Text("")), ())


@pytest.fixture(params=["published", "rendered"])
def newest(request: pytest.FixtureRequest) -> str:
    if request.param == "rendered":
        return RENDERED
    (path,) = request.getfixturevalue("corpus").glob("callcenter_wxcc/*OpenCTI*2026-04-24*")
    text: str = path.read_bytes().decode()
    return text


def by_key(fact: ItemFact) -> str:
    return f"{fact.section}/{fact.name}"


def line_of(text: str, fact: ItemFact) -> str:
    """Return the line of an item with its line break; of the name that stands twice, the one in this section."""
    begin = text.index(f'name="{fact.section}"')
    (line, *_) = [one for one in text[begin:].splitlines(keepends=True) if f'name="{fact.name}"' in one]
    return line


def replaced(text: str, fact: ItemFact, line: str) -> str:
    begin = text.index(f'name="{fact.section}"')
    return text[:begin] + text[begin:].replace(line_of(text, fact), line, 1)


def fact_of(name: str, section: str | None = None) -> ItemFact:
    return next(fact for fact in ITEMS if fact.name == name and section in {None, fact.section})


def with_value(text: str, name: str, value: str, section: str | None = None) -> str:
    fact = fact_of(name, section)
    return replaced(text, fact, re.sub(r">[^<]*</item>", lambda _: f">{value}</item>", line_of(text, fact)))


def rule_of_lost(fact: ItemFact) -> str | None:
    """Return the rule that tells of an item which is not there; nobody misses the description."""
    if fact.name in IDENTITY:
        return "callcenter/missing-identity"
    if fact.section != GENERAL:
        return "callcenter/missing-item"
    return None if fact.name == "reqDescription" else "callcenter/missing-required-item"


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("release", [release.id for release in vocabulary("v2").releases])
def test_every_release_is_clean(findings, release):
    assert findings(render_import(vocabulary("v2").release(release))) == []


@pytest.mark.parametrize("fact", ITEMS, ids=by_key)
@pytest.mark.parametrize("slip", [lambda name: f"{name[:5]}x{name[5:]}", str.swapcase], ids=["letter", "case"])
def test_misspelt_item_gives_one_finding_at_the_name_and_a_rename(findings, newest, fact, slip):
    line = line_of(newest, fact)
    broken = replaced(newest, fact, line.replace(f'name="{fact.name}"', f'name="{slip(fact.name)}"'))
    (found,) = findings(broken)
    rule = "callcenter/misspelt-required-item" if fact.section == GENERAL else "callcenter/unknown-item"
    rule = {"reqDescription": "callcenter/unknown-item"}.get(fact.name, rule)
    assert found.seen == ("callcenter/missing-identity" if fact.name in IDENTITY else rule, slip(fact.name))
    assert found.mended == newest


@pytest.mark.parametrize("fact", ITEMS, ids=by_key)
def test_deleted_item_gives_one_finding_at_the_section(findings, newest, fact):
    rule = rule_of_lost(fact)
    found = findings(renumbered(replaced(newest, fact, "")))
    assert seen(found) == ([(rule, fact.section)] if rule else [])


@pytest.mark.parametrize("name", SECTIONS)
def test_misspelt_section_gives_one_finding_at_the_name_and_a_rename(findings, newest, name):
    rule = "callcenter/missing-general-section" if name == GENERAL else "callcenter/unknown-section"
    slip = f"{name[:7]}{name[7:].swapcase()}"
    (found,) = findings(newest.replace(f'name="{name}"', f'name="{slip}"'))
    assert found.seen == (rule, slip)
    assert found.mended == newest


@pytest.mark.parametrize("name", SECTIONS)
def test_deleted_section_gives_one_finding_at_the_root(findings, newest, name):
    rule = "callcenter/missing-general-section" if name == GENERAL else "callcenter/missing-item"
    section = re.search(rf'\s*<section sortOrder="\d+" name="{name}".*?</section>', newest, re.DOTALL)
    assert section is not None
    assert seen(findings(renumbered(newest.replace(section[0], "")))) == [(rule, "callCenter")]


def test_name_that_two_sections_have_is_missing_where_it_is_missing(findings):
    fact = fact_of("objectFieldMapping", "objectCreationManagement")
    (found,) = findings(renumbered(replaced(RENDERED, fact, "")))
    assert found.finding.message == "'Object Field Mappings' is missing: there is no item 'objectFieldMapping' here"
    assert found.finding.at == "/objectCreationManagement/objectFieldMapping"


@pytest.mark.parametrize("home", ["wxCCCallActivity", "objectCreationManagement"])
def test_name_that_two_sections_have_belongs_where_it_is_missing(findings, home):
    fact = fact_of("objectFieldMapping", home)
    line = line_of(RENDERED, fact)
    moved = replaced(RENDERED, fact, "").replace('label="Widget Settings">\n', f'label="Widget Settings">\n{line}')
    (found,) = findings(renumbered(moved))
    assert found.seen == ("callcenter/misplaced-item", "objectFieldMapping")
    assert found.finding.help == f"move objectFieldMapping to the section {home}"


def test_labels_are_those_of_any_release_with_the_same_internal_name(findings):
    broken = RENDERED.replace('label="WxCC Region"', 'label="Region"')
    found = [one for one in findings(broken, profile="pedantic") if one.finding.rule == "callcenter/changed-label"]
    assert [(one.under, one.mended) for one in found] == [("Region", RENDERED)]


# --- values ----------------------------------------------------------------------------------------------------------

ACTIVITY = ("objectFieldMapping", "wxCCCallActivity")
TWO = "Category__c={Category},Language__c={Language}"
NO_MATCH = "noRecordMatchObjectFieldMappings"
LABEL = "Object Field Mappings"

# item, section, value, rule, text under the span, value after the fix (None: no fix), whether the fix is safe
SLIPS = [
    ("openCtiWxCCRegion", None, "EU2", "unknown-region-code", "EU2", "eu2", False),
    ("openCtiWxCCRegion", None, "EU", "unknown-region-code", "EU", "eu2", False),
    ("openCtiWxCCRegion", None, "UK", "unknown-region-code", "UK", "eu1", False),
    ("openCtiWxCCRegion", None, "Japan", "unknown-region-code", "Japan", "jp1", False),
    ("openCtiWxCCRegion", None, "us", "unknown-region-code", "us", "us1", False),
    ("openCtiWxCCRegion", None, "anz", "unknown-region-code", "anz", "anz1", False),
    ("openCtiWxCCRegion", None, "https://desktop.wxcc-sg1.cisco.com/", "unknown-region-code", "https://desktop.wxcc-sg1.cisco.com/", "sg1", False),
    ("openCtiWxCCRegion", None, "mars7", "unknown-region-code", "mars7", None, None),
    ("openCtiWxCCRegion", None, "", "unknown-region-code", "openCtiWxCCRegion", None, None),
    ("openCtiWxCCRegion", None, " eu1", "padded-value", " eu1", "eu1", True),
    ("reqAdapterUrl", None, "https://desktop.wxcc-eu1.cisco.com/", "changed-connector-address", "https://desktop.wxcc-eu1.cisco.com/", URL, False),
    ("reqAdapterUrl", None, URL.replace("https", "http"), "changed-connector-address", URL.replace("https", "http"), URL, False),
    ("reqAdapterUrl", None, URL.replace("v1", "v2"), "changed-connector-address", "/salesforce/connector/v2/index.html", URL, False),
    ("reqAdapterUrl", None, URL + "?debug=true", "changed-connector-address", "/salesforce/connector/v1/index.html?debug=true", URL, False),
    ("reqAdapterUrl", None, URL.partition("/sales")[0], "changed-connector-address", URL.partition("/sales")[0], URL, False),
    ("reqAdapterUrl", None, "https://phone.example/", "changed-connector-address", "https://phone.example/", URL, False),
    ("reqAdapterUrl", None, "https://[phone", "changed-connector-address", "https://[phone", URL, False),
    ("reqAdapterUrl", None, "", "changed-connector-address", "reqAdapterUrl", URL, False),
    ("reqUseApi", None, "false", "disabled-cti-api", "false", "true", False),
    ("reqUseApi", None, "True", "disabled-cti-api", "True", "true", True),
    ("reqSalesforceCompatibilityMode", None, "lightning", "invalid-compatibility-mode", "lightning", "Lightning", True),
    ("reqSalesforceCompatibilityMode", None, "Classic", "not-lightning", "Classic", "Lightning", False),
    ("reqSoftphoneHeight", None, "100", "invalid-softphone-size", "100", None, None),
    ("recordCallLiveNotes", None, "True", "doubtful-boolean", "True", "true", False),
    ("sendBrowserNotifications", None, "yes", "doubtful-boolean", "yes", "true", False),
    ("sendBrowserNotifications", None, "0", "doubtful-boolean", "0", "false", False),
    ("sendBrowserNotifications", None, "maybe", "doubtful-boolean", "maybe", None, None),
    ("sendBrowserNotifications", None, "", "doubtful-boolean", "sendBrowserNotifications", None, None),
    ("openCtiEnableAdvancedScreenPop", None, "true", "switch-without-value", "true", None, None),
    ("changeActivityRecordOwnership", None, "true", "switch-without-value", "true", None, None),
    ("enableOmniChannelSync", None, "true", "switch-without-value", "true", None, None),
    ("liveCallNotesFieldMapping", None, "", "switch-without-value", "true", None, None),
    ("subjectDateFormat", None, "MM-dd-yyyy hh:mm a", "foreign-date-letters", "dd", "MM-DD-YYYY hh:mm a", False),
    ("subjectDateFormat", None, "dd.MM.YYYY HH:mm", "foreign-date-letters", "dd", "DD.MM.YYYY HH:mm", False),
    ("subjectDateFormat", None, "DD.MM.yyyy HH:mm", "foreign-date-letters", "yyyy", "DD.MM.YYYY HH:mm", False),
    ("subjectDateFormat", None, "DD.MM.YYYY 'at' HH:mm", "unknown-date-letter", "'at'", "DD.MM.YYYY [at] HH:mm", False),
    ("subjectDateFormat", None, "DD.MM.YYYY hh:mm", "ambiguous-hour", "hh", None, None),
    ("subjectDateFormat", None, "DD.mm.YYYY HH:mm", "swapped-month-and-minute", "mm", "DD.MM.YYYY HH:mm", False),
    ("subjectTemplate", None, "{direct} Call", "misspelt-subject-variable", "direct", "{direction} Call", False),
    ("subjectTemplate", None, "{{direction}} Call", "foreign-subject-syntax", "{{direction}}", "{direction} Call", False),
    ("subjectTemplate", None, "{direction Call", "unbalanced-subject-brace", "{", None, None),
    ("outdialRemovePrefix", None, "+1;+44", "invalid-prefix", ";", "+1,+44", False),
    ("openCtiRemoveANIPrefix", None, "+1,", "untidy-prefix-list", ",", "+1", True),
    ("openCtiRemoveANIPrefix", None, "+1,+1242", "shadowed-prefix", "+1242", "+1242,+1", False),
    ("agentSharedRecord", None, "{Shared}", "invalid-variable-name", "{Shared}", "Shared", False),
    (*ACTIVITY, "Category__c=Category", "invalid-field-list", "Category", "Category__c={Category}", False),
    (*ACTIVITY, "Category__c={{Category}}", "invalid-field-list", "{{Category}}", "Category__c={Category}", False),
    (*ACTIVITY, "Category__c=${Category}", "invalid-field-list", "${Category}", "Category__c={Category}", False),
    (*ACTIVITY, "Category__c={Category", "invalid-field-list", "{Category", "Category__c={Category}", False),
    (*ACTIVITY, "Category__c={Call Category}", "invalid-field-list", "{Call Category}", None, None),
    (*ACTIVITY, "Status=&quot;Done&quot;", "invalid-field-list", "&quot;Done&quot;", None, None),
    (*ACTIVITY, "Category__c={Category-1}", "invalid-field-list", "{Category-1}", None, None),
    (*ACTIVITY, "Category__c={}", "invalid-field-list", "{}", None, None),
    (*ACTIVITY, "Category__c=", "invalid-field-list", "Category__c", None, None),
    (*ACTIVITY, "={Category}", "invalid-field-list", "{Category}", None, None),
    (*ACTIVITY, "{Category}", "invalid-field-list", "{Category}", None, None),
    (*ACTIVITY, "Category:{Category}", "invalid-field-list", "Category:{Category}", None, None),
    (*ACTIVITY, "Call Category={Category}", "invalid-field-list", "Call Category", None, None),
    (*ACTIVITY, "Category_c={Category}", "invalid-field-list", "Category_c", None, None),
    (*ACTIVITY, TWO.replace(",", ";"), "invalid-field-list", ";", TWO, True),
    (*ACTIVITY, TWO.replace(",", " "), "invalid-field-list", " ", TWO, True),
    (*ACTIVITY, TWO.replace(",", " | ") + ";Subject={Topic}", "invalid-field-list", " | ", TWO + ",Subject={Topic}", True),
    (*ACTIVITY, TWO.replace(",", ", "), "untidy-field-list", " ", TWO, True),
    (*ACTIVITY, TWO.replace("=", " = "), "untidy-field-list", " ", TWO, True),
    (*ACTIVITY, TWO.replace("{", "{ "), "untidy-field-list", " ", TWO, True),
    (*ACTIVITY, TWO + ",", "untidy-field-list", ",", TWO, True),
    (*ACTIVITY, "," + TWO, "untidy-field-list", ",", TWO, True),
    (*ACTIVITY, TWO.replace(",", ",,"), "untidy-field-list", ",", TWO, True),
    (*ACTIVITY, ",", "untidy-field-list", ",", "", True),
    (*ACTIVITY, TWO + ",category__C={Product}", "repeated-field", "category__C", None, None),
    (*ACTIVITY, "Subject={Topic},SuppliedPhone={Caller}", "field-of-another-object", "SuppliedPhone", None, None),
    (*ACTIVITY, "Descripton={Topic},Subject={Topic}", "unknown-target-field", "Descripton", "Description={Topic},Subject={Topic}", False),
    ("objectFieldMapping", "objectCreationManagement", "CaseNumber={Ticket}", "read-only-target-field", "CaseNumber", None, None),
    ("liveCallNotesFieldMapping", None, "description", "unknown-target-field", "description", "Description", True),
    (*ACTIVITY, "[]", "version-1-mapping", "[]", "", False),
    (NO_MATCH, None, "Phone", "invalid-field-list", "Phone", None, None),
    (NO_MATCH, None, f" {TWO}\n", "padded-value", f" {TWO}\n", TWO, True),
    ("objectFieldMapping", "objectCreationManagement", "Priority=High", "invalid-field-list", "High", "Priority={High}", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "section", "value", "rule", "under", "mended", "safe"), SLIPS)
def test_slip_gives_one_finding_at_the_slip(findings, newest, name, section, value, rule, under, mended, safe):
    found = findings(with_value(newest, name, value, section))
    assert seen(found) == [(f"callcenter/{rule}", under)]
    fix = found[0].finding.fix
    assert (fix.safe if fix else None) is safe
    if mended is not None:
        assert found[0].mended == with_value(newest, name, mended, section)
        assert seen(findings(found[0].mended)) == []


@pytest.mark.parametrize(("name", "section", "value", "rule", "under", "mended", "safe"), SLIPS)
def test_slip_is_found_in_the_metadata_form(findings, as_metadata, name, section, value, rule, under, mended, safe):
    component = as_metadata(with_value(RENDERED, name, value, section))
    file = "callCenters/wxCcCallCenter.callCenter-meta.xml"
    assert [one.finding.rule for one in findings(component, name=file)] == [f"callcenter/{rule}"]


@pytest.mark.parametrize(
    ("name", "section", "value"),
    [
        ("reqAdapterUrl", None, URL.replace("https://wxcc", "HTTPS://WXCC")),
        ("wxccWebRtcDomain", None, "rtc.example.com"),
        ("subjectDateFormat", None, "dddd, DD.MM.YYYY [at] HH:mm"),
        ("subjectDateFormat", None, "dd DD.MM.YYYY HH:mm"),
        ("subjectTemplate", None, "Acme {direction} {activityDatetime} {Queue}"),
        (*ACTIVITY, TWO),
        (*ACTIVITY, "<![CDATA[" + TWO + "]]>"),
        (*ACTIVITY, "Category__c={Category},acme__Language__c={Language}"),
        ("objectFieldMapping", "objectCreationManagement", "Subject={Topic}"),
        (NO_MATCH, None, "Phone={phoneNumber}"),
        ("openCtiCadSearchVariable", None, "CustomerNumber"),
        ("recordCallLiveNotes", None, "false"),
        ("openCtiFallbackToAni", None, "true"),
    ],
)
def test_good_neighbours_are_left_alone(findings, newest, name, section, value):
    assert findings(with_value(newest, name, value, section)) == []


@pytest.mark.parametrize("code", regions())
def test_every_known_region_is_fine(findings, newest, code):
    assert findings(with_value(newest, "openCtiWxCCRegion", code)) == []


def test_features_with_their_settings_are_fine(findings, newest):
    text = with_value(newest, "enableOmniChannelSync", "true")
    text = with_value(text, "omniChannelNotReadyReason", "On a call")
    (found,) = findings(text)
    assert found.finding.message == "'Enable Omni-Channel Sync' is on, but 'WxCC Idle Reason Code' is blank"
    assert [one.message for one in found.finding.related] == [
        "here belongs: the Webex Contact Center idle code that the agent gets while on Omni-Channel work"
    ]
    assert findings(with_value(text, "wxCCIdleReasonCode", "In a chat")) == []


def test_shipped_region_is_told_in_strict_until_one_is_declared(findings, newest):
    def told(text, *environments):
        found = findings(text, profile="strict", environments=environments)
        return [one.under for one in found if one.finding.rule == "callcenter/shipped-region"]

    assert told(newest) == ["eu2"]
    assert told(newest, Environment("prod", PLACE, region="eu2")) == []
    assert told(with_value(newest, "openCtiWxCCRegion", "us1")) == []


# --- mappings of Version 1 -------------------------------------------------------------------------------------------

W = '[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]'
A = '[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]'
SPELLINGS = {"raw": lambda text: text, "&quot;": escape, "CDATA": lambda text: f"<![CDATA[{text}]]>"}


@pytest.mark.parametrize("spelt", SPELLINGS.values(), ids=SPELLINGS)
@pytest.mark.parametrize(
    ("json", "pairs"),
    [
        (W, "Phone={phoneNumber}"),
        (A, "Language__c={Language}"),
        (f"{W[:-1]},{A[1:]}", "Phone={phoneNumber},Language__c={Language}"),
        (A.replace("false", "true"), None),
        (W.replace('Enabled":"false"}', 'Enabled":"true"}'), None),
        (W.replace("}]", "},]"), None),
        (W[1:-1], None),
        (W.replace('"sfdc', '"SFDC'), None),
        (W.replace('"', "“"), None),
    ],
)
def test_json_is_told_how_version_2_writes_it(findings, newest, spelt, json, pairs):
    broken = with_value(newest, NO_MATCH, spelt(json))
    (found,) = findings(broken)
    assert found.finding.rule == "callcenter/version-1-mapping"
    assert found.finding.message == f"'{LABEL}' is written as in Version 1; Version 2 takes no JSON"
    assert (found.finding.fix is not None) == (pairs is not None)
    if pairs is not None:
        assert found.finding.help == f"write {pairs} in {NO_MATCH}"
        after = f"<![CDATA[{pairs}]]>" if "CDATA" in broken else pairs
        assert found.mended == with_value(newest, NO_MATCH, after)
        assert findings(found.mended) == []


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.lists(st.sampled_from([*"{}=,;[] \n\"'&<", "Phone", "__c", "{x}", "=", "true"])).map("".join))
def test_no_field_list_crashes_a_rule_and_safe_fixes_help(findings, value):
    broken = with_value(RENDERED, NO_MATCH, escape(value))
    found = findings(broken, profile="pedantic")
    assert "meta/internal-error" not in [one.finding.rule for one in found]
    for one in found:
        if one.finding.fix and one.finding.fix.safe and one.finding.rule == "callcenter/untidy-field-list":
            assert one.finding.rule not in [other.finding.rule for other in findings(one.mended)]


# --- both versions in one file ---------------------------------------------------------------------------------------


def section_of(text: str, name: str) -> str:
    match = re.search(rf' *<section sortOrder="\d+" name="{name}".*?</section>\n', text, re.DOTALL)
    assert match is not None
    return match[0]


@pytest.mark.parametrize(
    ("ours", "theirs", "names"),
    [(V1, RENDERED, vocabulary("v2").all_section_names), (RENDERED, V1, vocabulary().all_section_names)],
    ids=["v1", "v2"],
)
def test_section_of_the_other_version_is_told_as_a_whole(findings, ours, theirs, names):
    for name in set(names) - {GENERAL}:
        mixed = renumbered(ours.replace("</callCenter>", f"{section_of(theirs, name)}</callCenter>"))
        assert seen(findings(mixed)) == [("callcenter/mixed-generations", name)]


def added(text: str, section: str, line: str) -> str:
    begin = text.index(f'name="{section}"')
    end = text.index("</section>", begin)
    return renumbered(f"{text[:end]}{line}\n{text[end:]}")


@pytest.mark.parametrize(
    ("text", "section", "name", "help_"),
    [
        (RENDERED, "wxCCCallActivity", "isCallNotesEnabled", "take it out, and set 'Record Call Live Notes' instead: recordCallLiveNotes in the section wxCCCallActivity"),
        (RENDERED, "wxCCCallActivity", "reqSalesforceNamespace", "take it out: Version 2 has nothing of the kind"),
        (V1, "reqActivityRecordConfig", "recordCallLiveNotes", "take it out, and set 'Record Call Live Notes' instead: isCallNotesEnabled in the section reqActivityRecordConfig"),
        (V1, "reqActivityRecordConfig", "agentSharedRecord", "take it out: Version 1 has nothing of the kind"),
    ],
)  # fmt: skip
def test_item_of_the_other_version_is_told_what_to_set(findings, text, section, name, help_):
    (found,) = findings(added(text, section, f'<item sortOrder="0" name="{name}" label="x">true</item>'))
    assert found.seen == ("callcenter/mixed-generations", name)
    assert found.finding.help == help_


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (V1, "SubjectDateFormat", "subjectDateFormat"),
        (V1, "isCallNotesEnabled", "recordCallLiveNotes"),
        (RENDERED, "subjectDateFormat", "SubjectDateFormat"),
    ],
)
def test_name_of_the_other_version_is_renamed_where_the_setting_is_missing(findings, text, name, other):
    broken = text.replace(f'name="{name}"', f'name="{other}"')
    found = findings(broken)
    assert seen(found) == [("callcenter/mixed-generations", other)]
    if found[0].finding.fix:
        assert found[0].mended == text
        assert found[0].finding.fix.safe is False


def test_connector_address_of_version_1_is_called_so(findings, newest):
    (found,) = findings(with_value(newest, "reqAdapterUrl", "https://desktop.wxcc-eu1.cisco.com/"))
    assert found.finding.message == "'CTI Adapter URL' is the address of Version 1, but this is a file of Version 2"
    (found,) = findings(with_value(newest, "reqAdapterUrl", URL.replace("index", "start")))
    assert found.finding.message == "'CTI Adapter URL' is not the published address of the connector"
