"""Service Cloud Voice and other vendors: the rules of the platform, placeholders, and nothing of Version 1 or 2."""

from __future__ import annotations

import re

import pytest

from tests.rules.conftest import seen
from wxcc_lint.catalog.callcenter import platform_items, render_import, vocabulary
from wxcc_lint.rule_files import builtin_rules

RELEASES = vocabulary("scv").releases
NEWEST = render_import(RELEASES[-1])
PLACEHOLDERS = [fact for fact in RELEASES[-1].items.values() if fact.placeholder]
IDENTITY = (
    '<item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>'
    '<item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>'
)


def filled_in(text: str) -> str:
    return re.sub(r"&lt;[^&]*&gt;", "filled in", text)


def other(*items: str) -> str:
    """Return the call center of some other vendor with further items in its general section."""
    more = "".join(f'<item sortOrder="{order}" {item}</item>' for order, item in enumerate(items, start=2))
    return f'<callCenter><section sortOrder="0" name="reqGeneralInfo" label="x">{IDENTITY}{more}</section></callCenter>'


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.id)
def test_shipped_file_has_nothing_but_its_placeholders(findings, release):
    found = findings(render_import(release), profile="strict")
    assert {one.finding.severity for one in found} == {"warning"}
    assert [one.finding.rule for one in found] == ["callcenter/shipped-placeholder"] * 4
    assert findings(filled_in(render_import(release)), profile="pedantic") == []


@pytest.mark.parametrize("fact", PLACEHOLDERS, ids=lambda fact: fact.name)
def test_each_placeholder_says_what_belongs_there(findings, fact):
    shipped = fact.default.replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(f'(name="{fact.name}"[^>]*>)filled in', rf"\g<1>{shipped}", filled_in(NEWEST))
    (found,) = findings(text)
    assert found.seen == ("callcenter/shipped-placeholder", shipped)
    assert found.finding.message == f"'{fact.label}' is still the placeholder of the shipped file"
    assert found.finding.help == f"write in {fact.name} {fact.meaning[0].lower()}{fact.meaning[1:-1]}"


def test_placeholder_as_a_raw_tag_is_told_as_what_breaks_the_file(findings):
    text = filled_in(NEWEST).replace(">filled in<", "><Presence Status Id><", 1)
    assert seen(findings(text)) == [("meta/syntax", "<Presence Status Id>")]


@pytest.mark.parametrize(("name", "value", "mended"), [("saveRecordingLink", "True", "true"), ("flags", "yes", None)])
def test_switches_are_doubtful_flags_are_not(findings, name, value, mended):
    text = re.sub(f'(name="{name}"[^>]*>)[^<]*', rf"\g<1>{value}", filled_in(NEWEST))
    assert seen(findings(text)) == ([("callcenter/doubtful-boolean", value)] if mended else [])


def test_platform_rules_hold_for_service_cloud_voice(findings):
    sound = filled_in(NEWEST)
    twice = sound.replace('name="tenant"', 'name="webRtcDomain"')
    assert seen(findings(twice)) == [("callcenter/duplicate-item", "webRtcDomain")]
    assert seen(findings(sound.replace('"8" name="tenant"', '"80" name="tenant"'))) == [
        ("callcenter/broken-sort-order", "80")
    ]
    renamed = sound.replace('name="reqVendorInfoApiName"', 'name="reqVendorInfoApiname"')
    assert seen(findings(renamed)) == [("callcenter/misspelt-salesforce-item", "reqVendorInfoApiname")]


@pytest.mark.parametrize("name", sorted(set(platform_items()) - {"reqInternalName", "reqDisplayName"}))
def test_misspelt_item_of_salesforce_in_a_file_of_any_vendor(findings, name):
    slip = name.replace("q", "g", 1)
    (found,) = findings(other(f'name="{slip}" label="x">1'))
    assert found.seen == ("callcenter/misspelt-salesforce-item", slip)
    assert found.finding.message == f"Salesforce knows no item '{slip}'; did you mean '{name}'?"
    assert found.mended == other(f'name="{name}" label="x">1')
    assert found.finding.fix.safe is False


@pytest.mark.parametrize(
    "items",
    [
        ['name="reqVersion" label="x">18.0'],
        ['name="reqCallCenterType" label="x">1'],
        ['name="reqUseApi" label="x">true', 'name="reqUseAPI" label="x">true'],
        ['name="reqSoftphoneHeight" label="x">tall', 'name="reqAdapterUrl" label="x">/apex/Phone'],
    ],
)
def test_own_items_of_other_vendors_are_left_alone(findings, items):
    assert findings(other(*items), profile="pedantic") == []


def test_rules_of_one_generation_say_so():
    names = "unknown-item unknown-section misplaced-item missing-item padded-value changed-label mixed-generations"
    rules = builtin_rules()
    assert {rules[f"callcenter/{name}"].meta.generations for name in names.split()} == {("v1", "v2")}
    assert rules["callcenter/invalid-internal-name"].meta.generations == ()
