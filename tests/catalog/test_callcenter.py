"""What holds of the facts about every generation. What is only true of one stands in a file of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from wxcc_lint.catalog.callcenter import ItemFact, Release, render_import, vocabulary
from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.generations import catalogue_of
from wxcc_lint.catalog.regions import regions

Found = Any
"""A projection, see conftest.py."""

RELEASE_IDS = {
    "v1": ("r1", "r2", "r3", "r3a", "r4", "r5", "r5a", "r6"),
    "v2": ("r1", "r2", "r3", "r4", "r5", "r6"),
    "scv": ("r1", "r2", "r3"),
}
PUBLISHED = {"v1": "CiscoDevNet__*.xml", "v2": "webex__*OpenCTI*.xml", "scv": "webex__*SCV*.xml"}
RELEASES = [(generation, index) for generation, ids in RELEASE_IDS.items() for index in range(len(ids))]
IDS = [f"{generation}-{RELEASE_IDS[generation][index]}" for generation, index in RELEASES]

by_generation = pytest.mark.parametrize("generation", RELEASE_IDS)
by_release = pytest.mark.parametrize(("generation", "index"), RELEASES, ids=IDS)


def release_at(generation: str, index: int) -> Release:
    return vocabulary(generation).releases[index]


def check_is(release: Release, found: Found) -> None:
    """Compare a release with a projection."""
    assert [
        (str(section.order), section.name, section.label) for section in release.sections.values()
    ] == found.sections
    assert [
        (item.section, str(item.order), item.name, item.label, item.default) for item in release.items.values()
    ] == found.items


# releases


@by_generation
def test_releases_stand_oldest_first(generation: str) -> None:
    releases = vocabulary(generation).releases
    assert tuple(release.id for release in releases) == RELEASE_IDS[generation]
    assert [release.date for release in releases] == sorted(release.date for release in releases)


@by_release
def test_a_release_is_what_was_published(call_centers: dict[Path, Found], generation: str, index: int) -> None:
    files = [path for path in call_centers if path.match(PUBLISHED[generation])]
    files.sort(key=lambda path: path.stem.rsplit("__", 1)[1])
    assert len(files) == len(RELEASE_IDS[generation])
    published, release = call_centers[files[index]], release_at(generation, index)
    check_is(release, published)
    assert release.date == files[index].stem.rsplit("__", 1)[1][:10]
    assert release.internal_name == published.value("reqInternalName")
    assert release.display_name == published.value("reqDisplayName")


@by_release
def test_the_numbers_run_without_gaps(generation: str, index: int) -> None:
    release = release_at(generation, index)
    assert [section.order for section in release.sections.values()] == list(range(len(release.sections)))
    for section in release.sections:
        orders = [item.order for item in release.items.values() if item.section == section]
        assert sorted(orders) == list(range(len(orders)))


# items


@by_release
def test_every_item_is_documented(generation: str, index: int) -> None:
    sources = read_facts(catalogue_of(generation))["sources"].keys()
    for fact in release_at(generation, index).items.values():
        assert re.fullmatch(r"[A-Z][^.]+\.", fact.meaning), fact
        assert fact.evidence in {"verified", "inferred", "unverified"}
        assert fact.sources[0] == "file"
        assert set(fact.sources) <= sources
        assert ("inference" in fact.sources) == (fact.evidence == "inferred"), fact


@by_generation
def test_every_source_is_used(generation: str) -> None:
    known = vocabulary(generation)
    facts = [fact for release in known.releases for fact in release.items.values()]
    used = {source for one in (*facts, *known.oddities) for source in one.sources}
    assert read_facts(catalogue_of(generation))["sources"].keys() <= used


@by_release
def test_an_item_speaks_only_of_items_beside_it(generation: str, index: int) -> None:
    release = release_at(generation, index)
    for (section, name), fact in release.items.items():
        assert (fact.section, fact.name) == (section, name)
        beside = {other for owner, other in release.items if owner == section} - {name}
        named = {*fact.depends_on, *(other for other in (fact.continues, fact.target_from) if other)}
        assert named <= beside


@by_release
def test_details_go_with_the_type(generation: str, index: int) -> None:
    for fact in release_at(generation, index).items.values():
        array = fact.type in {"mapping", "conditional"}
        assert (fact.dialect is not None) == array
        assert (fact.dialect == "C") == (fact.type == "conditional")
        assert bool(fact.choices) == (fact.type in {"choice", "region"})
        assert (fact.range is not None) == (fact.type == "integer")
        has_target = (fact.target is None) != (fact.target_from is None)
        if fact.name != "noRecordMatchObjectFieldMappings":  # its object is chosen in the softphone layout
            assert has_target == (array or fact.type in {"field", "field-list"})
        assert bool(fact.replaces) == (fact.replaces_evidence is not None)


def fits_its_type(fact: ItemFact, release: Release) -> bool:
    """Whether the published value is one that the type allows."""
    assert fact.range is not None or fact.type != "integer"
    checks: dict[str, Callable[[], bool]] = {
        "boolean": lambda: fact.default in {"true", "false"},
        "choice": lambda: fact.default in fact.choices,
        "region": lambda: fact.default in fact.choices,
        "integer": lambda: fact.range[0] <= int(fact.default) <= fact.range[1],  # type: ignore[index]
        "url": lambda: fact.default.startswith("https://"),
        "prefixes": lambda: fact.default in {"", "+", "+1", "+1,+91"},
        "mapping": lambda: isinstance(json.loads(fact.default), list),
        "conditional": lambda: json.loads(fact.default) == [],
        "field-list": lambda: fact.default == "",
        "host": lambda: fact.default == "",
        "certificate": lambda: fact.default == "",
        "phone-pattern": lambda: fact.default == "",
        "id": lambda: fact.default == release.internal_name,
        "flags": lambda: re.fullmatch(r"(\w+(;\w+)*)?", fact.default) is not None,
    }
    may_be_blank = {"text", "variable", "presence-status", "idle-code"}
    return checks.get(fact.type, lambda: fact.default != "" or fact.type in may_be_blank)()


@by_release
def test_published_values_are_of_their_type(generation: str, index: int) -> None:
    release = release_at(generation, index)
    for fact in release.items.values():
        assert fits_its_type(fact, release), fact


@by_release
def test_what_stands_in_angle_brackets_is_a_placeholder(generation: str, index: int) -> None:
    for fact in release_at(generation, index).items.values():
        assert fact.placeholder == (re.fullmatch("<.+>", fact.default) is not None)


@by_release
def test_lifetime_agrees_with_the_releases(generation: str, index: int) -> None:
    ids = RELEASE_IDS[generation]
    for key, fact in release_at(generation, index).items.items():
        first, last = ids.index(fact.since), ids.index(fact.until or ids[-1])
        expected = [name for name in ids[first : last + 1] if name not in fact.absent_in]
        assert [other.id for other in vocabulary(generation).releases if key in other.items] == expected


def test_regions_are_those_of_the_list_of_regions() -> None:
    found = {
        (generation, key): fact.choices
        for generation in RELEASE_IDS
        for key, fact in vocabulary(generation).releases[-1].items.items()
        if fact.type == "region"
    }
    assert found == {("v2", ("wxCCReqData", "openCtiWxCCRegion")): tuple(regions())}


# oddities


def test_all_published_names_over_40_characters_are_known(call_centers: dict[Path, Found]) -> None:
    names = {item for found in call_centers.values() for _, _, item, _, _ in found.items}
    names |= {section for found in call_centers.values() for _, section, _ in found.sections}
    assert {name for name in names if len(name) > 40} == vocabulary().known_long_names.keys()


@pytest.mark.parametrize(("generation", "count"), [("v1", 5), ("v2", 1), ("scv", 1), ("other", 1)])
def test_known_long_names_state_their_length(generation: str, count: int) -> None:
    names = vocabulary(generation).known_long_names
    assert len(names) == count
    for name, reason in names.items():
        assert f" {len(name)} characters" in reason


@by_generation
def test_every_oddity_has_a_reason_and_a_source(generation: str) -> None:
    files = (catalogue_of(generation), "callcenter-platform.yaml")
    sources = {source for file in files for source in read_facts(file)["sources"]}
    for oddity in vocabulary(generation).oddities:
        assert oddity.reason
        assert oddity.sources
        assert set(oddity.sources) <= sources


# as a file


@by_release
def test_a_rendered_release_reads_back_as_itself(project: Callable[[str], Found], generation: str, index: int) -> None:
    release = release_at(generation, index)
    text = render_import(release)
    assert ET.fromstring(text).tag == "callCenter"
    check_is(release, project(text))


def test_a_rendered_release_is_laid_out_for_people() -> None:
    lines = render_import(vocabulary().release("r6")).split("\n")
    assert lines[:3] == [
        "<callCenter>",
        '  <section sortOrder="0" name="reqGeneralInfo" label="Cisco Webex Contact Center Desktop Information">',
        '    <item sortOrder="0" name="reqInternalName" label="InternalName">WebexCCAgentDesktopV20241121</item>',
    ]
    assert lines[-3:] == ["  </section>", "</callCenter>", ""]


def test_what_xml_reserves_is_escaped(project: Callable[[str], Found]) -> None:
    release = vocabulary().release("r1")
    key = ("reqGeneralInfo", "reqDisplayName")
    odd = replace(release.items[key], label="\"a\" & 'b'", default='<b> & "c"')
    text = render_import(replace(release, build_items=lambda: {**release.items, key: odd}))
    assert '>&lt;b&gt; &amp; "c"</item>' in text
    assert project(text).items[1] == ("reqGeneralInfo", "1", "reqDisplayName", odd.label, odd.default)


def test_yaml_is_not_loaded_before_a_fact_is_asked_for() -> None:
    code = "import sys, wxcc_lint.catalog.callcenter; print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
