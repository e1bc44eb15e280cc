from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.generations import Generation, catalogue_of, recognise

Found = Any
"""A projection, see conftest.py."""


def verdict(found: Found) -> Generation:
    values = (found.value(name) for name in ("reqInternalName", "reqAdapterUrl", "reqVendorInfoApiName"))
    return recognise(found.names(), *values)


def generation_of(path: Path) -> Generation:
    if path.name.startswith("CiscoDevNet__"):
        return "v1"
    if path.name.startswith("webex__"):
        return "scv" if "SCV" in path.name else "v2"
    return "other"


def test_recognises_every_call_center_of_the_corpus(call_centers: dict[Path, Found]) -> None:
    seen = [(generation_of(path), verdict(found)) for path, found in call_centers.items()]
    assert [expected for expected, _ in seen] == [actual for _, actual in seen]
    counts = {kind: [expected for expected, _ in seen].count(kind) for kind in ("v1", "v2", "scv", "other")}
    assert counts == {"v1": 8, "v2": 6, "scv": 3, "other": 15}


def broken_names(found: Found) -> Iterator[Found]:
    """Misspell each section, then each item, then empty each section."""
    for _, broken, _ in found.sections:
        renamed = [(order, name + "x" if name == broken else name, label) for order, name, label in found.sections]
        items = [(name + "x" if name == broken else name, *rest) for name, *rest in found.items]
        yield replace(found, sections=renamed, items=items)
        yield replace(found, items=[item for item in found.items if item[0] != broken])
    for index, (section, order, name, label, value) in enumerate(found.items):
        misspelt = (section, order, name.swapcase(), label, value)
        yield replace(found, items=[*found.items[:index], misspelt, *found.items[index + 1 :]])


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


def with_values(found: Found, values: dict[str, list[str]]) -> Iterator[Found]:
    """Give an item another value, one at a time."""
    for name, others in values.items():
        for other in others:
            items = [(*item[:4], other if item[2] == name else item[4]) for item in found.items]
            yield replace(found, items=items)


def test_one_broken_name_does_not_change_the_verdict(call_centers: dict[Path, Found]) -> None:
    for path, found in call_centers.items():
        assert {verdict(broken) for broken in broken_names(found)} == {generation_of(path)}, path


def test_one_broken_value_does_not_change_the_verdict(call_centers: dict[Path, Found]) -> None:
    for path, found in call_centers.items():
        assert {verdict(broken) for broken in with_values(found, NOBODYS)} == {generation_of(path)}, path


def test_one_value_of_another_generation_does_not_change_the_verdict(call_centers: dict[Path, Found]) -> None:
    for path, found in call_centers.items():
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
    shared = read_facts("generations.yaml")["shared-sections"]
    names = [
        {name for section in known.all_section_names if section not in shared for name in known.item_names(section)}
        for known in map(vocabulary, ("v1", "v2", "scv"))
    ]
    assert len(set().union(*names)) == sum(len(one) for one in names)


@pytest.mark.parametrize("generation", ["v1", "v2", "scv"])
def test_a_release_is_of_its_generation_by_its_names_alone(generation: Generation) -> None:
    for release in vocabulary(generation).releases:
        names = {section: [name for owner, name in release.items if owner == section] for section in release.sections}
        assert recognise(names, None, None) == generation


@pytest.mark.parametrize("generation", ["v1", "v2", "scv"])
def test_the_published_values_fit_the_marks(generation: Generation) -> None:
    marks = read_facts("generations.yaml")["generations"][generation]
    for release in vocabulary(generation).releases:
        assert re.fullmatch(marks["internal-name"], release.internal_name)
        assert recognise({}, release.internal_name, None) == generation


def test_there_is_no_catalogue_of_other_vendors() -> None:
    assert catalogue_of("v2") == "callcenter-v2.yaml"
    with pytest.raises(KeyError):
        catalogue_of("other")


@settings(deadline=None)
@given(
    st.dictionaries(st.text(), st.lists(st.text())), st.none() | st.text(), st.none() | st.text(), st.none() | st.text()
)
def test_recognising_never_fails(
    sections: dict[str, list[str]], internal_name: str | None, adapter_url: str | None, vendor: str | None
) -> None:
    assert recognise(sections, internal_name, adapter_url, vendor) in {"v1", "v2", "scv", "other"}
