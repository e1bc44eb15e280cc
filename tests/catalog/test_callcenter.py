from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wxcc_lint.catalog.callcenter import Generation, ItemFact, Release, recognise, render_import, vocabulary
from wxcc_lint.catalog.regions import read_facts

RELEASE_IDS = ("r1", "r2", "r3", "r3a", "r4", "r5", "r5a", "r6")
RELEASES = vocabulary().releases
ITEMS = [fact for release in RELEASES for fact in release.items.values()]

by_release = pytest.mark.parametrize("release", RELEASES, ids=RELEASE_IDS)


# what files say


@dataclass(frozen=True)
class Projection:
    """A definition in either form: sections and items with sortOrder (None in the metadata form), name, label, value."""

    sections: list[tuple[str | None, str, str | None]]
    items: list[tuple[str, str | None, str, str | None, str]]

    def value(self, name: str) -> str | None:
        return next((value for _, _, item, _, value in self.items if item == name), None)

    def names(self) -> dict[str, dict[str, None]]:
        return {
            section: {item: None for owner, _, item, _, _ in self.items if owner == section}
            for _, section, _ in self.sections
        }


def project(root: ET.Element) -> Projection:
    def fact(element: ET.Element, name: str) -> str | None:
        child = element.find(f"{{*}}{name}")
        return element.get(name) if child is None else child.text

    sections = [*root.iterfind("{*}section"), *root.iterfind("{*}sections")]
    return Projection(
        [(section.get("sortOrder"), fact(section, "name") or "", fact(section, "label")) for section in sections],
        [
            (
                fact(section, "name") or "",
                item.get("sortOrder"),
                fact(item, "name") or "",
                fact(item, "label"),
                (fact(item, "value") if item.tag.endswith("items") else item.text) or "",
            )
            for section in sections
            for item in [*section.iterfind("{*}item"), *section.iterfind("{*}items")]
        ],
    )


def projected(release: Release) -> Projection:
    return Projection(
        [(str(section.order), section.name, section.label) for section in release.sections.values()],
        [(item.section, str(item.order), item.name, item.label, item.default) for item in release.items.values()],
    )


def read(path: Path) -> Projection:
    return project(ET.parse(path).getroot())


def v1_files(corpus: Path) -> list[Path]:
    files = (corpus / "callcenter_wxcc").glob("CiscoDevNet__*.xml")
    return sorted(files, key=lambda path: path.stem.rsplit("__", 1)[1])


# releases


def test_releases_stand_oldest_first() -> None:
    assert tuple(release.id for release in RELEASES) == RELEASE_IDS
    assert [release.date for release in RELEASES] == sorted(release.date for release in RELEASES)


@pytest.mark.parametrize("index", range(8), ids=RELEASE_IDS)
def test_a_release_is_what_was_published(corpus: Path, index: int) -> None:
    path = v1_files(corpus)[index]
    release = RELEASES[index]
    published = read(path)
    assert projected(release) == published
    assert release.date == path.stem.rsplit("__", 1)[1][:10]
    assert release.internal_name == published.value("reqInternalName")
    assert release.display_name == published.value("reqDisplayName")


def test_there_is_no_release_without_a_published_file(corpus: Path) -> None:
    assert len(v1_files(corpus)) == len(RELEASES)


@pytest.mark.parametrize(
    ("release_id", "sections", "items"),
    [
        ("r1", 4, 16),
        ("r2", 7, 34),
        ("r3", 7, 33),
        ("r3a", 7, 33),
        ("r4", 7, 36),
        ("r5", 7, 38),
        ("r5a", 7, 38),
        ("r6", 7, 39),
    ],
)
def test_size_and_order_of_a_release(release_id: str, sections: int, items: int) -> None:
    release = vocabulary().release(release_id)
    assert [section.order for section in release.sections.values()] == list(range(sections))
    assert len(release.items) == items
    for section in release.sections:
        orders = [item.order for item in release.items.values() if item.section == section]
        assert orders == list(range(len(orders)))


def test_an_unknown_release_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        vocabulary().release("r7")


@pytest.mark.parametrize(
    ("internal_name", "release_ids"),
    [
        ("WebexCCAgentDesktopV20220220", ["r1"]),
        ("WebexCCAgentDesktopV202209017", ["r2"]),
        ("WebexCCAgentDesktopV20221201", ["r3a", "r3"]),
        ("WebexCCAgentDesktopV20230705", ["r4"]),
        ("WebexCCAgentDesktopV20230720", ["r5a", "r5"]),
        ("WebexCCAgentDesktopV20241121", ["r6"]),
        ("WebexCCAgentDesktopV202209019", []),
        ("webexccagentdesktopv20241121", []),
        ("", []),
    ],
)
def test_releases_of_an_internal_name_come_newest_first(internal_name: str, release_ids: list[str]) -> None:
    assert [release.id for release in vocabulary().release_of(internal_name)] == release_ids


def test_the_name_that_only_the_article_prints() -> None:
    assert list(vocabulary().unreleased_names) == ["WebexCCAgentDesktopV202209019"]


# items


def item(section: str, name: str) -> ItemFact:
    found = vocabulary().item(section, name)
    assert found is not None
    return found


@by_release
def test_every_item_is_documented(release: Release) -> None:
    sources = read_facts("callcenter-v1.yaml")["sources"].keys()
    for fact in release.items.values():
        assert re.fullmatch(r"[A-Z][^.]+\.", fact.meaning), fact
        assert fact.evidence in {"verified", "inferred", "unverified"}
        assert fact.sources[0] == "file"
        assert set(fact.sources) <= sources
        assert ("inference" in fact.sources) == (fact.evidence == "inferred"), fact


@by_release
def test_an_item_speaks_only_of_items_beside_it(release: Release) -> None:
    for (section, name), fact in release.items.items():
        assert (fact.section, fact.name) == (section, name)
        beside = {other for owner, other in release.items if owner == section} - {name}
        named = {*fact.depends_on, *(other for other in (fact.continues, fact.target_from) if other)}
        assert named <= beside


@by_release
def test_details_go_with_the_type(release: Release) -> None:
    for fact in release.items.values():
        array = fact.type in {"mapping", "conditional"}
        assert (fact.dialect is not None) == array
        assert (fact.dialect == "C") == (fact.type == "conditional")
        assert bool(fact.choices) == (fact.type == "choice")
        assert (fact.range is not None) == (fact.type == "integer")
        assert ((fact.target is None) != (fact.target_from is None)) == (array or fact.type == "field")


@by_release
def test_published_values_are_of_their_type(release: Release) -> None:
    fits = {
        "boolean": lambda fact: fact.default in {"true", "false"},
        "choice": lambda fact: fact.default in fact.choices,
        "integer": lambda fact: fact.range[0] <= int(fact.default) <= fact.range[1],
        "url": lambda fact: fact.default.startswith("https://"),
        "prefixes": lambda fact: fact.default.startswith("+"),
        "mapping": lambda fact: isinstance(json.loads(fact.default), list),
        "conditional": lambda fact: json.loads(fact.default) == [],
        "id": lambda fact: fact.default == release.internal_name,
    }
    for fact in release.items.values():
        assert fits.get(fact.type, lambda fact: fact.default != "")(fact), fact


@pytest.mark.parametrize(
    ("section", "name", "since", "until", "absent_in"),
    [
        ("reqGeneralInfo", "reqAdapterUrl", "r1", None, ()),
        ("reqNoRecordMatchConfig", "nameOfCrmRecordObject", "r2", None, ()),
        ("reqActivityRecordConfig", "isActivityRecordCreationAtConnected", "r2", None, ("r3", "r3a")),
        ("reqActivityRecordConfig", "activityRecordOpenedInEditmodeConnectedState", "r5", None, ()),
        ("reqActivityRecordConfig", "CadSalesforceFieldMapping", "r1", "r3a", ()),
        ("reqActivityRecordConfig", "CadSalesforceFieldMapping1", "r4", None, ()),
        ("reqOutDialConfig", "reqIsOuDialPhonumberPrefixTobeRemoved", "r1", "r1", ()),
        ("reqSFDCCaseConfig", "isOpenCaseObjectAlwaysInViewMode", "r6", None, ()),
    ],
)
def test_when_an_item_was_there(
    section: str, name: str, since: str, until: str | None, absent_in: tuple[str, ...]
) -> None:
    fact = item(section, name)
    assert (fact.since, fact.until, fact.absent_in) == (since, until, absent_in)


@by_release
def test_lifetime_agrees_with_the_releases(release: Release) -> None:
    for key, fact in release.items.items():
        first, last = RELEASE_IDS.index(fact.since), RELEASE_IDS.index(fact.until or "r6")
        expected = [name for name in RELEASE_IDS[first : last + 1] if name not in fact.absent_in]
        assert [other.id for other in RELEASES if key in other.items] == expected


def test_the_renamed_mapping_knows_both_names() -> None:
    renamed = {
        fact.name: (fact.renamed_from, fact.renamed_to) for fact in ITEMS if fact.renamed_from or fact.renamed_to
    }
    assert renamed == {
        "CadSalesforceFieldMapping": (None, "CadSalesforceFieldMapping1"),
        "CadSalesforceFieldMapping1": ("CadSalesforceFieldMapping", None),
    }


def test_arrays_and_the_objects_they_write_to() -> None:
    arrays = {
        fact.name: (fact.type, fact.dialect, fact.target or fact.target_from)
        for fact in ITEMS
        if fact.type in {"mapping", "conditional"}
    }
    assert arrays == {
        "sfdcObjetFieldCadVariableMappings1": ("mapping", "W", "nameOfCrmRecordObject"),
        "sfdcObjectFieldConditionalMappings1": ("conditional", "C", "nameOfCrmRecordObject"),
        "CadSalesforceFieldMapping": ("mapping", "A", "Task"),
        "CadSalesforceFieldMapping1": ("mapping", "A", "Task"),
        "sfdcCaseFieldCadVariableMappings1": ("mapping", "W", "Case"),
        "sfdcCaseFieldCadVariableMappings2": ("mapping", "W", "Case"),
        "sfdcCaseFieldConditionalMappings1": ("conditional", "C", "Case"),
    }
    assert (
        item("reqSFDCCaseConfig", "sfdcCaseFieldCadVariableMappings2").continues == "sfdcCaseFieldCadVariableMappings1"
    )


def test_a_dependency_can_end() -> None:
    key = ("reqOutDialConfig", "reqPrefixStringTobeRemoved")
    assert vocabulary().release("r1").items[key].depends_on == ("reqIsOuDialPhonumberPrefixTobeRemoved",)
    assert vocabulary().release("r2").items[key].depends_on == ()


def test_ownership_needs_two_other_items() -> None:
    fact = item("reqActivityRecordConfig", "isActivityRecordOwnershiptobeChangedForTransferredCalls")
    assert fact.depends_on == ("isActivityRecordCreationAtConnected", "nameOfTheCadvariableHoldingActivityRecordId")


def test_sizes_and_choices() -> None:
    assert item("reqGeneralInfo", "reqSoftphoneHeight").range == (240, 2560)
    assert item("reqGeneralInfo", "reqSoftphoneWidth").range == (200, 1920)
    mode = item("reqGeneralInfo", "reqSalesforceCompatibilityMode")
    assert mode.choices == ("Lightning", "Classic", "Classic_and_Lightning")


def test_an_item_is_given_in_its_newest_form() -> None:
    fact = item("reqAdvanceScreenpopConfig", "screenpopSearchParamCadName")
    assert (fact.label, fact.default) == ("CAD Variable Name ", "cad_variable")
    assert vocabulary().item("reqGeneralInfo", "screenpopSearchParamCadName") is None


def test_sections_of_an_item() -> None:
    assert vocabulary().sections_of("isCallNotesEnabled") == ("reqActivityRecordConfig",)
    assert vocabulary().sections_of("iscallnotesenabled") == ()


def test_names_over_all_releases() -> None:
    assert vocabulary().all_section_names == (
        "reqGeneralInfo",
        "reqAdvanceScreenpopConfig",
        "reqNoRecordMatchConfig",
        "reqActivityRecordConfig",
        "reqSFDCCaseConfig",
        "reqOutDialConfig",
        "reqOmniStateSyncConfig",
    )
    assert vocabulary().item_names("reqOutDialConfig") == (
        "reqPrefixStringTobeRemoved",
        "reqIsOutDialAniToBeSet",
        "reqIsOuDialPhonumberPrefixTobeRemoved",
    )
    assert vocabulary().item_names("elsewhere") == ()


# oddities


def call_centers(corpus: Path) -> Iterator[tuple[Path, Projection]]:
    for pattern in ("callcenter_wxcc/*", "callcenter_other/*", "sfdx/*.callCenter"):
        for path in sorted(corpus.glob(pattern)):
            try:
                yield path, read(path)
            except ET.ParseError:
                assert path.name.startswith("sumsted__")  # the only one that is not well-formed


def test_all_published_names_over_40_characters_are_known(corpus: Path) -> None:
    names = {item for _, found in call_centers(corpus) for _, _, item, _, _ in found.items}
    names |= {section for _, found in call_centers(corpus) for _, section, _ in found.sections}
    assert {name for name in names if len(name) > 40} == vocabulary().known_long_names.keys()


def test_known_long_names_state_their_length() -> None:
    assert len(vocabulary().known_long_names) == 5
    for name, reason in vocabulary().known_long_names.items():
        assert f" {len(name)} characters" in reason


def test_oddities_are_true_of_the_releases() -> None:
    odd = {(oddity.kind, oddity.name) for oddity in vocabulary().oddities}
    labels = {fact.name for fact in ITEMS if fact.label != fact.label.strip()}
    assert {name for kind, name in odd if kind == "trailing-blank"} == labels
    nine_digits = {release.internal_name for release in RELEASES if len(release.internal_name) == 29}
    assert {name for kind, name in odd if kind == "nine-digits"} == nine_digits
    known = {fact.name for fact in ITEMS} | set(vocabulary().all_section_names)
    assert {name for kind, name in odd if kind in {"misspelt", "misleading", "read-only-default"}} <= known
    assert ("reserved-prefix", "req") in odd


def test_every_oddity_has_a_reason_and_a_source() -> None:
    sources = read_facts("callcenter-v1.yaml")["sources"].keys()
    for oddity in vocabulary().oddities:
        assert oddity.reason
        assert oddity.sources
        assert set(oddity.sources) <= sources


# the nearest release


def names_of(release: Release) -> dict[str, dict[str, object]]:
    return {section: {name: None for owner, name in release.items if owner == section} for section in release.sections}


@pytest.mark.parametrize(
    ("release_id", "nearest_id"),
    [("r1", "r1"), ("r2", "r2"), ("r3", "r3a"), ("r4", "r4"), ("r5", "r5a"), ("r6", "r6")],
)
def test_a_release_is_nearest_to_its_own_items(release_id: str, nearest_id: str) -> None:
    found = vocabulary().nearest(names_of(vocabulary().release(release_id)))
    assert found is vocabulary().release(nearest_id)


def test_nearest_without_the_naming_items_of_the_import_form() -> None:
    sections = names_of(vocabulary().release("r4"))
    del sections["reqGeneralInfo"]["reqInternalName"]
    del sections["reqGeneralInfo"]["reqDisplayName"]
    for number in range(6):
        sections["reqGeneralInfo"][f"own{number}"] = None
    assert vocabulary().nearest(sections) is vocabulary().release("r4")


def test_nearest_gives_up_beyond_six_differences() -> None:
    sections = names_of(vocabulary().release("r6"))
    for number in range(6):
        sections["reqGeneralInfo"][f"own{number}"] = None
    assert vocabulary().nearest(sections) is vocabulary().release("r6")
    sections["reqGeneralInfo"]["own6"] = None
    assert vocabulary().nearest(sections) is None


def test_nothing_is_nearest_to_an_empty_definition() -> None:
    assert vocabulary().nearest({}) is None


# whose call center


def verdict(found: Projection) -> Generation:
    values = (found.value(name) for name in ("reqInternalName", "reqAdapterUrl", "reqVendorInfoApiName"))
    return recognise(found.names(), *values)


def generation_of(path: Path) -> Generation:
    if path.name.startswith("CiscoDevNet__"):
        return "v1"
    if path.name.startswith("webex__"):
        return "scv" if "SCV" in path.name else "v2"
    return "other"


def test_recognises_every_call_center_of_the_corpus(corpus: Path) -> None:
    seen = [(generation_of(path), verdict(found)) for path, found in call_centers(corpus)]
    assert [expected for expected, _ in seen] == [actual for _, actual in seen]
    counts = {kind: [expected for expected, _ in seen].count(kind) for kind in ("v1", "v2", "scv", "other")}
    assert counts == {"v1": 8, "v2": 6, "scv": 3, "other": 15}


def broken_names(found: Projection) -> Iterator[Projection]:
    """Misspell each section, then each item, then empty each section."""
    for _, broken, _ in found.sections:
        renamed = [(order, name + "x" if name == broken else name, label) for order, name, label in found.sections]
        items = [(name + "x" if name == broken else name, *rest) for name, *rest in found.items]
        yield Projection(renamed, items)
        yield Projection(found.sections, [item for item in found.items if item[0] != broken])
    for index, (section, order, name, label, value) in enumerate(found.items):
        misspelt = (section, order, name.swapcase(), label, value)
        yield Projection(found.sections, [*found.items[:index], misspelt, *found.items[index + 1 :]])


NOBODYS = {
    "reqAdapterUrl": ["", "https://[", "https://example.org/softphone"],
    "reqInternalName": ["", "OurOwnCallCenter"],
    "reqVendorInfoApiName": ["", "c__OTHER"],
}
SOMEBODY_ELSES = {
    "reqAdapterUrl": [
        "https://desktop.wxcc-us1.cisco.com/",
        "https://wxcc-crmconnectors.ciscoccservice.com/index.html",
    ],
    "reqInternalName": ["WebexCCAgentDesktopV20241121", "wxCcCallCenter", "WxCCContactCenterSCV"],
    "reqVendorInfoApiName": ["cisco_wxcc_scv__ciscoWxCC"],
}


def with_values(found: Projection, values: dict[str, list[str]]) -> Iterator[Projection]:
    """Give an item another value, one at a time."""
    for name, others in values.items():
        for other in others:
            items = [(*item[:4], other if item[2] == name else item[4]) for item in found.items]
            yield Projection(found.sections, items)


def test_one_broken_name_does_not_change_the_verdict(corpus: Path) -> None:
    for path, found in call_centers(corpus):
        assert {verdict(broken) for broken in broken_names(found)} == {generation_of(path)}, path


def test_one_broken_value_does_not_change_the_verdict(corpus: Path) -> None:
    for path, found in call_centers(corpus):
        assert {verdict(broken) for broken in with_values(found, NOBODYS)} == {generation_of(path)}, path


def test_one_value_of_another_generation_does_not_change_the_verdict(corpus: Path) -> None:
    for path, found in call_centers(corpus):
        if generation_of(path) != "other":
            assert {verdict(mixed) for mixed in with_values(found, SOMEBODY_ELSES)} == {generation_of(path)}, path


@pytest.mark.parametrize(
    ("internal_name", "adapter_url", "vendor", "generation"),
    [
        ("WebexCCAgentDesktopV20241121", "https://example.org/", None, "v1"),
        ("OurOwn", "https://desktop.wxcc-eu1.cisco.com/", None, "v1"),
        ("WebexCCAgentDesktopV20241121", "https://wxcc-crmconnectors.ciscoccservice.com/x", None, "v1"),
        ("wxCcCallCenter", "https://desktop.wxcc-eu1.cisco.com/", None, "v2"),
        ("wxCcCallCenterTest", None, None, "v2"),
        ("WxCCContactCenterSCV", None, None, "scv"),
        ("OurOwn", None, "cisco_wxcc_scv__ciscoWxCC", "scv"),
        ("OurOwn", None, "c__OTHER", "other"),
        ("OurOwn", "https://cisco.com.example.org/", None, "other"),
        (None, None, None, "other"),
    ],
)
def test_recognises_without_sections(
    internal_name: str | None, adapter_url: str | None, vendor: str | None, generation: Generation
) -> None:
    assert recognise({}, internal_name, adapter_url, vendor) == generation


def test_sections_that_every_vendor_has_speak_for_nobody() -> None:
    general = [name for section, name in vocabulary().release("r6").items if section == "reqGeneralInfo"]
    assert recognise({"reqGeneralInfo": general, "reqHvcc": ["reqLongDistPrefix"]}, "OurOwn", None) == "other"


def test_names_of_different_generations_do_not_overlap() -> None:
    facts = read_facts("generations.yaml")["generations"]
    v1 = {name for section in vocabulary().all_section_names for name in vocabulary().item_names(section)}
    names = [v1, *({name for names in facts[kind]["sections"].values() for name in names} for kind in ("v2", "scv"))]
    assert len(set().union(*names)) == sum(len(one) for one in names)


@settings(deadline=None)
@given(
    st.dictionaries(st.text(), st.lists(st.text())), st.none() | st.text(), st.none() | st.text(), st.none() | st.text()
)
def test_recognising_never_fails(
    sections: dict[str, list[str]], internal_name: str | None, adapter_url: str | None, vendor: str | None
) -> None:
    assert recognise(sections, internal_name, adapter_url, vendor) in {"v1", "v2", "scv", "other"}


# as a file


@by_release
def test_a_rendered_release_reads_back_as_itself(release: Release) -> None:
    root = ET.fromstring(render_import(release))
    assert root.tag == "callCenter"
    assert project(root) == projected(release)


def test_a_rendered_release_is_laid_out_for_people() -> None:
    lines = render_import(vocabulary().release("r6")).split("\n")
    assert lines[:3] == [
        "<callCenter>",
        '  <section sortOrder="0" name="reqGeneralInfo" label="Cisco Webex Contact Center Desktop Information">',
        '    <item sortOrder="0" name="reqInternalName" label="InternalName">WebexCCAgentDesktopV20241121</item>',
    ]
    assert lines[-3:] == ["  </section>", "</callCenter>", ""]


def test_what_xml_reserves_is_escaped() -> None:
    release = vocabulary().release("r1")
    key = ("reqGeneralInfo", "reqDisplayName")
    odd = replace(release.items[key], label="\"a\" & 'b'", default='<b> & "c"')
    text = render_import(replace(release, items={**release.items, key: odd}))
    assert '>&lt;b&gt; &amp; "c"</item>' in text
    assert project(ET.fromstring(text)).items[1] == ("reqGeneralInfo", "1", "reqDisplayName", odd.label, odd.default)


def test_yaml_is_not_loaded_before_a_fact_is_asked_for() -> None:
    code = "import sys, wxcc_lint.catalog.callcenter; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
