"""Prefix lists, the subject template and the date format: one slip gives one finding at the slip."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import Environment
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.spans import Text

ANI, DIALLED = "prefixStringTobeRemoved", "reqPrefixStringTobeRemoved"
SUBJECT, DATE = "ActivitySubjectTemplate", "SubjectDateFormat"
URL = "reqAdapterUrl"
SHIPPED = "{direction} Call {activityDatetime}"

# rule, item, value, text under the span, value after the fix (None: no fix), whether the fix is safe
PREFIX_SLIPS = [
    ("invalid-prefix", ANI, "+1;+91", ";", "+1,+91", False),
    ("invalid-prefix", ANI, "+1 +91", " ", "+1,+91", False),
    ("invalid-prefix", ANI, "+1+91", "+", "+1,+91", False),
    ("invalid-prefix", ANI, "+1 / 0044", " / ", "+1,0044", False),
    ("invalid-prefix", ANI, "+44,(+81)", "(", "+44,+81", False),
    ("invalid-prefix", DIALLED, "+1-800", "-", "+1800", False),
    ("invalid-prefix", ANI, "+49(0)", "(", "+49", False),
    ("invalid-prefix", ANI, "+49 (0)89", " (", "+4989", False),
    ("invalid-prefix", DIALLED, "+\uff14\uff14", "\uff14\uff14", "+44", False),
    ("invalid-prefix", DIALLED, "+81、+82", "、", "+81,+82", False),
    ("invalid-prefix", DIALLED, "US", "US", None, None),
    ("invalid-prefix", DIALLED, "+1 800", " ", "+1800", False),
    ("invalid-prefix", DIALLED, "1+", "+", None, None),
    ("untidy-prefix-list", ANI, "+1, +91", " ", "+1,+91", True),
    ("untidy-prefix-list", ANI, "+1 ,+91", " ", "+1,+91", True),
    ("untidy-prefix-list", ANI, "+1,\n\t+91", "\n\t", "+1,+91", True),
    ("untidy-prefix-list", ANI, "+1,,+91", ",", "+1,+91", True),
    ("untidy-prefix-list", ANI, ",+1", ",", "+1", True),
    ("untidy-prefix-list", DIALLED, "+1,", ",", "+1", True),
    ("untidy-prefix-list", DIALLED, ",", ",", "", True),
    ("repeated-prefix", ANI, "+1,+91,+1", "+1", "+1,+91", True),
    ("shadowed-prefix", ANI, "+1,+91,+1242", "+1242", "+1242,+91,+1", False),
    ("shadowed-prefix", DIALLED, "0,00", "00", "00,0", False),
    ("bare-plus-prefix", DIALLED, "+", "+", None, None),
    ("bare-plus-prefix", ANI, "+44,+", "+", None, None),
]

SUBJECT_SLIPS = [
    ("unbalanced-subject-brace", "{direction Call {activityDatetime}", "{", None),
    ("unbalanced-subject-brace", "{direction} Call activityDatetime}", "}", None),
    ("unbalanced-subject-brace", "{direction}} Call", "}", None),
    ("unbalanced-subject-brace", "{{direction} Call", "{", None),
    ("foreign-subject-syntax", "{{direction}} Call", "{{direction}}", "{direction} Call"),
    ("foreign-subject-syntax", "{{ Reason }} Call", "{{ Reason }}", "{Reason} Call"),
    ("foreign-subject-syntax", "${direction} Call", "${direction}", "{direction} Call"),
    ("foreign-subject-syntax", "{!Case.CaseNumber} Call", "{!Case.CaseNumber}", None),
    ("misspelt-subject-variable", "{direct} Call {activityDatetime}", "direct", SHIPPED),
    ("misspelt-subject-variable", "{direction} Call {activityDateTime}", "activityDateTime", SHIPPED),
    ("misspelt-subject-variable", "{Direction} Call {activityDatetime}", "Direction", SHIPPED),
    ("misspelt-subject-variable", "{ direction } Call {activityDatetime}", " direction ", SHIPPED),
    ("blank-subject-template", "", "ActivitySubjectTemplate", SHIPPED),
    ("long-subject", "{direction} " + "x" * 250, "xxxx", None),
]

DATE_SLIPS = [
    ("foreign-date-letters", "MM-DD-YYYY hh:mm a", "DD", "MM-dd-yyyy hh:mm a"),
    ("foreign-date-letters", "MM-dd-YYYY hh:mm a", "YYYY", "MM-dd-yyyy hh:mm a"),
    ("foreign-date-letters", "dd.MM.yyyy hh:mm A", "A", "dd.MM.yyyy hh:mm a"),
    ("foreign-date-letters", "D/M/YY", "D", "d/M/yy"),
    ("swapped-month-and-minute", "mm-dd-yyyy hh:mm a", "mm", "MM-dd-yyyy hh:mm a"),
    ("swapped-month-and-minute", "dd.mm.yyyy HH:mm", "mm", "dd.MM.yyyy HH:mm"),
    ("swapped-month-and-minute", "dd.MM.yyyy HH:MM", "MM", "dd.MM.yyyy HH:mm"),
    ("swapped-month-and-minute", "yyyymmdd", "mm", "yyyyMMdd"),
    ("ambiguous-hour", "dd.MM.yyyy hh:mm", "hh", None),
    ("ambiguous-hour", "dd.MM.yyyy HH:mm a", "a", None),
    ("unknown-date-letter", "dd.MM.yyyy at HH:mm", "at", "dd.MM.yyyy 'at' HH:mm"),
    ("unknown-date-letter", "yyyy-MM-ddTHH:mm", "T", "yyyy-MM-dd'T'HH:mm"),
    ("unknown-date-letter", "dd.MM.yyyy HH:mm Uhr", "Uhr", "dd.MM.yyyy HH:mm 'Uhr'"),
    ("unknown-date-letter", "dd.MM.yyyy [at] HH:mm", "[at]", "dd.MM.yyyy 'at' HH:mm"),
    ("unknown-date-letter", "dd.MM.yyyy 'at HH:mm", "'", None),
    ("unknown-date-letter", "dd.MMMMM.yyyy", "MMMMM", "dd.'MMMMM'.yyyy"),
    ("blank-date-format", "", "SubjectDateFormat", "MM-dd-yyyy hh:mm a"),
]


@pytest.mark.parametrize(("rule", "item", "value", "under", "mended", "safe"), PREFIX_SLIPS)
def test_slip_in_a_prefix_list_gives_one_finding_at_the_slip(check, rule, item, value, under, mended, safe):
    found = check({item: value})
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(item), under)]
    assert_mended(check, found[0], item, mended, safe)


@pytest.mark.parametrize(("rule", "value", "under", "mended"), SUBJECT_SLIPS)
def test_slip_in_the_subject_template_gives_one_finding_at_the_slip(check, rule, value, under, mended):
    found = check({SUBJECT: value})
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(SUBJECT), under)]
    assert_mended(check, found[0], SUBJECT, mended, safe=False)


@pytest.mark.parametrize(("rule", "value", "under", "mended"), DATE_SLIPS)
def test_slip_in_the_date_format_gives_one_finding_at_the_slip(check, rule, value, under, mended):
    found = check({DATE: value})
    assert check.seen(found) == [(f"callcenter/{rule}", check.line_of(DATE), under)]
    assert_mended(check, found[0], DATE, mended, safe=False)


def assert_mended(check, found, item, mended, safe):
    fix = found.finding.fix
    assert (fix is None) is (mended is None)
    if fix is not None:
        assert fix.safe is safe
        assert check.again(found.mended) == []
        assert check.value_of(item, found.mended) == mended


@pytest.mark.parametrize(
    "values",
    [
        {ANI: "", DIALLED: ""},
        {ANI: "+1242,+1", DIALLED: "0044"},
        {ANI: "+81,81", DIALLED: "81,+81,0081"},
        {SUBJECT: "{direction} call for {Reason}, $5 off (50%)"},
        {SUBJECT: "Call"},
        {SUBJECT: "{}"},
        {SUBJECT: " {direction} "},
        {SUBJECT: "{direction} " + "x" * 246},
        {DATE: "MM.dd.yyyy hh:mm a"},
        {DATE: "dd.MM.yyyy hh:mm a"},
        {DATE: "EEE, d MMM yyyy 'at' H:mm:ss z"},
        {DATE: "dd.MM.yyyy 'um' HH:mm 'Uhr'"},
        {DATE: "yyyy年MM月dd日 HH:mm"},
        {DATE: "yyyyMMddHHmmss"},
        {DATE: "h 'o''clock' a"},
        {DATE: "mm:ss"},
        {DATE: "", SUBJECT: "{direction} Call"},
    ],
    ids=str,
)
def test_sound_texts_are_fine(check, values):
    assert check(values) == []


@pytest.mark.parametrize(
    ("values", "message", "help_"),
    [
        (
            {ANI: "+1;+91,+44"},
            "'+1;+91' in 'Remove ANI Prefix Strings' is more than one prefix without a comma between",
            "write +1,+91 in its place in prefixStringTobeRemoved",
        ),
        (
            {DIALLED: "+1,+1242"},
            "'+1' stands before '+1242', and may be cut off in its place",
            "put the longest prefixes first: write +1242,+1 in reqPrefixStringTobeRemoved",
        ),
        (
            {SUBJECT: "{direct} Call"},
            "'direct' is no variable of 'Subject Template'; did you mean 'direction'?",
            "write {direction} in ActivitySubjectTemplate; the help article shortens it by mistake",
        ),
        (
            {SUBJECT: "Call {activityDateTime}"},
            "'activityDateTime' is no variable of 'Subject Template'; did you mean 'activityDatetime'?",
            "write {activityDatetime} in ActivitySubjectTemplate; with a capital T it is a variable of the vendor's connector for Zendesk",
        ),
        (
            {SUBJECT: "{!Task.CallType} Call"},
            "'{!Task.CallType}' in 'Subject Template' is how Salesforce writes merge fields, not this connector",
            "take it out, or write {direction} or {activityDatetime}",
        ),
        (
            {SUBJECT: "{direction} " + "x" * 250},
            "'Subject Template' makes subjects of about 259 characters; Salesforce keeps 255",
            "shorten ActivitySubjectTemplate by at least 4 characters",
        ),
        (
            {DATE: "MM-DD-YYYY hh:mm a"},
            "'Date Format In Subject' has letters of another version: write 'dd' for 'DD', 'yyyy' for 'YYYY'",
            "write MM-dd-yyyy hh:mm a in SubjectDateFormat",
        ),
        (
            {DATE: "dd.MM.yyyy HH:MM"},
            "'MM' in 'Date Format In Subject' stands for the month; for the minutes write 'mm'",
            "write dd.MM.yyyy HH:mm in SubjectDateFormat",
        ),
    ],
)
def test_finding_says_what_was_meant(check, values, message, help_):
    (found,) = check(values)
    assert (found.finding.message, found.finding.help) == (message, help_)


def test_each_wrong_prefix_has_its_own_finding(check):
    found = check({ANI: "+1;+91,UK"})
    assert [one.under for one in found] == [";", "UK"]


def test_blanks_around_a_whole_list_are_told_by_another_rule(check):
    assert [one.finding.rule for one in check({ANI: " +1,+91 "})] == ["callcenter/padded-value"]


def test_brackets_are_not_told_as_half_of_the_day(check):
    (found,) = check({DATE: "dd.MM.yyyy [day] HH:mm"})
    assert found.finding.rule == "callcenter/unknown-date-letter"


def test_bare_plus_of_the_first_release_is_fine(findings):
    assert "+</item>" in render_import(vocabulary().release("r1"))
    assert findings(render_import(vocabulary().release("r1"))) == []


PLACE = Place(Document("config", "config", Text("")), ())


def foreign_prefixes(found):
    return [one.under for one in found if one.finding.rule == "callcenter/prefix-of-another-region"]


@pytest.mark.parametrize(
    ("region", "values", "expected"),
    [
        ("us1", {}, []),
        ("ca1", {}, []),
        ("jp1", {}, ["+1,+91", "+1"]),
        ("eu2", {}, []),  # a region of many countries has no codes of its own
        ("eu1", {ANI: "+44", DIALLED: ""}, []),
        ("sg1", {ANI: "+1,+91,+65", DIALLED: "+65"}, []),
        ("anz1", {ANI: "+61"}, ["+1"]),
    ],
)
def test_shipped_prefixes_in_another_region_are_told_in_strict(check, region, values, expected):
    found = check({URL: f"https://desktop.wxcc-{region}.cisco.com/", **values}, profile="strict")
    assert foreign_prefixes(found) == expected


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (["jp1"], ["+1,+91", "+1"]),
        (["us1"], []),
        (["jp1", "jp1"], ["+1,+91", "+1"]),
        (["jp1", "us1"], []),
        ([None], []),
    ],
)
def test_declared_region_counts_more_than_the_address(findings, newest, declared, expected):
    environments = [Environment(f"org{index}", PLACE, region=region) for index, region in enumerate(declared)]
    assert foreign_prefixes(findings(newest, profile="strict", environments=environments)) == expected


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    prefixes=st.text("+0123 ,;/x\n", max_size=14),
    subject=st.text("{}$! direction\n", max_size=14),
    date=st.text("dDMmyYhHaA'[]T .", max_size=14),
)
def test_no_text_crashes_a_rule_and_every_fix_mends(findings, prefixes, subject, date):
    text = render_import(vocabulary().releases[-1])
    for old, new in (("+1,+91", prefixes), (SHIPPED, subject), ("MM-dd-yyyy hh:mm a", date)):
        text = text.replace(f">{old}<", f">{new}<")
    found = findings(text)
    assert "meta/internal-error" not in [one.finding.rule for one in found]
    for one in found:
        if one.finding.fix:
            again = [(other.finding.rule, other.finding.location) for other in findings(one.mended)]
            assert (one.finding.rule, one.finding.location) not in again
