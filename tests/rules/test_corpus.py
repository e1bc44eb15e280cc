"""What is found in the call centers that people published: every finding of the golden table is defended here."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import load

KINDS = {"callcenter_wxcc", "callcenter_other", "sfdx_callcenter"}

# Nothing is wrong with the vendor's files. In strict one hears what an admin should know: the region is the shipped one,
# Open CTI has an end, there is Version 2, there is a newer release, and the vendor maps to a field that nobody can write.
V1_NEWEST = ["legacy-connector", "retiring-open-cti", "shipped-read-only-field", "shipped-region"]
V1_OLDER = [*V1_NEWEST, "outdated-release"]
V1_FIRST = ["legacy-connector", "outdated-release", "retiring-open-cti", "shipped-region"]  # had no case mappings yet
# The vendor gives its import file the name and the namespace of a metadata component.
V2 = ["import-form-like-component", "retiring-open-cti", "shipped-region"]
# Two state ids, the idle code and the state mapping are placeholders until an admin fills them in.
SCV = ["shipped-placeholder"] * 4
# The size in `customSettings` is 1, in the sections 300 and 500.
OTHER_SIZES = ["contradictory-metadata"] * 2
# An internal name `{replace this …}`, blanks and braces included.
PLACEHOLDER_NAME = ["invalid-internal-name"]
# Three settings of one section are called settings1.
ONE_NAME = ["duplicate-item"] * 2

AMAZON = "callcenter/amazon_connect_partner_telephony_cc_import.xml"
V1_FILE = "Salesforce/sfdc-callcenter-definition-file"
V2_FILE = "OpenCTI.callCenter-meta.xml"
SCV_FILE = "salesforce/servicecloudvoice/WxCCContactCenterSCV.xml"

# (path in its repository, commit): rules found by default, rules found in strict as well
GOLDEN: dict[tuple[str, str], tuple[list[str], list[str]]] = {
    (f"{V1_FILE}.xml", "2b20e02"): ([], V1_FIRST),
    (f"{V1_FILE}-september-2022.xml", "f36791a"): ([], V1_OLDER),
    (f"{V1_FILE}-september-2022.xml", "19008c5"): ([], V1_OLDER),
    (f"{V1_FILE}-december-2022.xml", "5de6cda"): ([], V1_OLDER),
    (f"{V1_FILE}.xml", "78e59d2"): ([], V1_OLDER),
    (f"{V1_FILE}.xml", "d84738e"): ([], V1_OLDER),
    (f"{V1_FILE}.xml", "5fb4c7d"): ([], V1_OLDER),
    (f"{V1_FILE}.xml", "eba00a2"): ([], V1_NEWEST),
    (f"salesforce/{V2_FILE}", "266c1c4"): ([], V2),
    (f"salesforce/{V2_FILE}", "bc0973a"): ([], V2),
    (f"salesforce/cti/{V2_FILE}", "4b1297e"): ([], V2),
    (f"salesforce/cti/{V2_FILE}", "6e612ba"): ([], V2),
    (f"salesforce/cti/{V2_FILE}", "7a73fd8"): ([], V2),
    (f"salesforce/cti/{V2_FILE}", "d332441"): ([], V2),
    (SCV_FILE, "e65556b"): (SCV, []),
    (SCV_FILE, "85a6c47"): (SCV, []),
    (SCV_FILE, "791a1d1"): (SCV, []),
    (AMAZON, "a462a41"): ([], []),
    (AMAZON, "97f5473"): ([], []),
    (AMAZON, "9c9bbcf"): ([], []),
    (AMAZON, "18349fa"): ([], []),
    # The numbers 1, 0, 6, 2 leave 3 out; the next commit has 3 instead of 6.
    (AMAZON, "f20ce94"): (["broken-sort-order"], []),
    (AMAZON, "04ee41c"): ([], []),
    (AMAZON, "bf10dfa"): ([], []),
    (AMAZON, "388c9df"): ([], []),
    ("callcenter/byot-amazon-contact-center", "69ca7e0"): (PLACEHOLDER_NAME, []),
    ("callcenter/import-byot-amazon-contact-center.xml", "c93ce39"): (PLACEHOLDER_NAME, []),
    ("callcenter/byot_parnter_telephony_cc_import.xml", "5328dc5"): (ONE_NAME, []),
    ("callcenter/partner_telephony_cc_import.xml", "18349fa"): (ONE_NAME, []),
    # A placeholder with blanks in angle brackets: no XML, so nothing else is looked at.
    ("src/callcenter_do.xml", "d261803"): (["meta/syntax"], []),
    ("callcenter/callCenters/HVCC.callCenter", "0507ca6"): (OTHER_SIZES, []),
    ("callcenter/callCenters/Sample.callCenter", "964c0cd"): (OTHER_SIZES, []),
    # Further keys in `customSettings` that no section has are no contradiction.
    ("callcenter/callCenters/Sample.callCenter", "b1ff639"): ([], []),
}
CURRENT = [(f"{V1_FILE}.xml", "eba00a2"), (f"salesforce/cti/{V2_FILE}", "d332441"), (SCV_FILE, "791a1d1")]


@pytest.fixture(scope="session")
def published(corpus: Path) -> dict[tuple[str, str], str]:
    """The texts of all call centers, by path in their repository and commit."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = [row for row in csv.DictReader(manifest, delimiter="\t") if row["kind"] in KINDS]
    return {
        (row["path"], row["commit"][:7]): (corpus / row["saved_path"]).read_bytes().decode("utf-8-sig") for row in rows
    }


def rules(found) -> list[str]:
    return [one.finding.rule.removeprefix("callcenter/") for one in found]


def test_every_published_call_center_is_in_the_table(published):
    assert set(published) == set(GOLDEN)


@pytest.mark.parametrize("key", GOLDEN, ids=lambda key: f"{key[0].rpartition('/')[2]}@{key[1]}")
def test_findings_in_published_files(findings, published, key):
    by_default, in_strict = GOLDEN[key]
    assert Counter(rules(findings(published[key], name=key[0]))) == Counter(by_default)
    assert Counter(rules(findings(published[key], name=key[0], profile="strict"))) == Counter(by_default + in_strict)


@pytest.mark.parametrize("key", CURRENT)
def test_no_error_in_the_current_file_of_each_generation(findings, published, key):
    found = findings(published[key], name=key[0], profile="pedantic")
    assert [one.finding.rule for one in found if one.finding.severity == "error"] == []


def seen(findings, published, key):
    found = findings(published[key], name=key[0])
    return [(one.finding.location.line, one.finding.location.column, one.under) for one in found]


def test_findings_point_at_the_broken_token(findings, published):
    def at(path: str, commit: str):
        return seen(findings, published, (path, commit))

    assert at(AMAZON, "f20ce94") == [(7, 26, "6")]
    assert at("callcenter/partner_telephony_cc_import.xml", "18349fa") == [(28, 35, "settings1"), (29, 35, "settings1")]
    assert at("callcenter/byot-amazon-contact-center", "69ca7e0") == [(3, 74, "{replace this desired internal name}")]
    assert at("callcenter/callCenters/HVCC.callCenter", "0507ca6") == [
        (3, 53, "&quot;1&quot;"),
        (3, 136, "&quot;1&quot;"),
    ]
    assert at("src/callcenter_do.xml", "d261803") == [(5, 80, "<your hosted domain>")]


def test_misspelt_compatibility_mode_is_found_once_the_placeholder_is_filled_in(findings, published):
    text = published["src/callcenter_do.xml", "d261803"].replace("<your hosted domain>", "phone.example.com")
    (found,) = findings(text)
    assert found.seen == ("callcenter/misspelt-salesforce-item", "reqSalesforceCompatabilityMode")
    assert found.mended == text.replace("CompatabilityMode", "CompatibilityMode")
    assert findings(found.mended) == []


def test_contradictions_are_told_one_by_one_and_can_be_mended(findings, published):
    text = published["callcenter/callCenters/HVCC.callCenter", "0507ca6"]
    height, width = findings(text, name="callCenters/HVCC.callCenter")
    assert height.finding.message == "'Softphone Height' is '300' in its section, but '1' in customSettings"
    assert [(one.message, one.location.line) for one in height.finding.related] == [("the section says this", 21)]
    assert height.mended == text.replace("Height&quot;:&quot;1&quot;", "Height&quot;:&quot;300&quot;")
    assert width.finding.fix.safe is False
    assert [one.under for one in findings(width.mended, name="HVCC.callCenter")] == ["&quot;1&quot;"]


@pytest.mark.parametrize("key", [key for key in GOLDEN if key[0] != "src/callcenter_do.xml"])
def test_each_file_is_recognised_as_what_it_is(published, key):
    document = load(key[0], published[key].encode())
    assert document is not None
    expected = "v1" if "sfdc" in key[0] else "v2" if V2_FILE in key[0] else "scv" if key[0] == SCV_FILE else "other"
    assert CallCenter(document).generation == expected
