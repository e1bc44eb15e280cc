"""The settings of recording playback, in whichever components of a Salesforce project they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct

from wxcc_lint.catalog.recording import (
    RecordingUrl,
    is_of_package,
    recording_url,
    redirect_path,
    says,
    says_nothing,
)
from wxcc_lint.catalog.regions import Region, regions
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent, part_of

Purpose = Literal["api", "redirect", "data-centre"]


class RecordingSetting(Struct, frozen=True):
    """One of the three settings: `value` is its text without outer blanks, `url` what that is as an address."""

    purpose: Purpose
    name: str
    value: str
    at: Place
    component: SalesforceComponent
    url: RecordingUrl | None = None

    @property
    def region(self) -> Region | None:
        """The region that it names."""
        return self.url.region if self.url else regions().get(self.value.lower())

    @property
    def region_at(self) -> Place:
        """The place of the region's code, of a setting that names one."""
        return code_at(self.at, self.url) if self.url and self.url.region else self.at

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of the value."""
        return part_of(self.at, start, end)


Settings = tuple[RecordingSetting, ...]


class RecordingRecord(Struct, frozen=True):
    """Settings that belong together."""

    settings: Settings

    def only(self, purpose: Purpose) -> RecordingSetting | None:
        """Return the setting for a purpose; None where there is none, or several."""
        found = [one for one in self.settings if one.purpose == purpose]
        return found[0] if len(found) == 1 else None


def code_at(at: Place, url: RecordingUrl) -> Place:
    """Return the place of the region's code in an address for recordings that stands at a place."""
    length = len(url.region.code) if url.region else 0
    return part_of(at, url.code_start, url.code_start + length)


def recording_settings(component: SalesforceComponent) -> Settings:
    """Return the settings in a component.

    A data centre is one of them beside an address for recordings, or in a component of the vendor.
    """
    read = (_setting(component, name, part) for name, part in _values(component))
    found = [one for one in read if one is not None]
    has_address = any(one.url and one.url.serves_recordings for one in found)
    return tuple(one for one in found if has_address or is_of_package(component.name) or is_of_package(one.name))


def recording_records(components: Iterable[SalesforceComponent]) -> Iterator[RecordingRecord]:
    """Yield what belongs together: settings of one file; and where each has a file of its own, those side by side."""
    for alone, several in _stores(components):
        yield from map(RecordingRecord, several)
        if alone:
            yield RecordingRecord(alone)


def stated_recording_regions(components: Iterable[SalesforceComponent]) -> Iterator[RecordingSetting]:
    """Yield the settings that name the region recordings come from.

    Where several stand side by side for one purpose, and name different regions, they are a list to choose from.
    """
    for alone, several in _stores(components):
        settings = [*alone, *(one for same in several for one in same)]
        named = {(one.purpose, one.region) for one in settings if one.region}
        if len(named) == len({purpose for purpose, _ in named}):
            yield from (one for one in settings if one.region)


def _stores(components: Iterable[SalesforceComponent]) -> Iterator[tuple[Settings, list[Settings]]]:
    """Yield by folder and type the settings that have a file to themselves, and those of each other file."""
    for _, same in groupby(sorted(components, key=_store), _store):
        found = [recording_settings(component) for component in same]
        yield (
            tuple(one for alone in found if len(alone) == 1 for one in alone),
            [each for each in found if len(each) > 1],
        )


def _store(component: SalesforceComponent) -> tuple[str, str]:
    kind = component.name.partition(".")[0] if component.type == "CustomMetadata" else component.type
    return PurePosixPath(component.document.root.name).parent.as_posix(), kind


def _values(component: SalesforceComponent) -> Iterator[tuple[str, MetadataPart]]:
    """Yield what may be a setting, with the name it has."""
    if component.type == "CustomMetadata":
        yield from ((part.text("field") or "", part) for part in component.parts("values"))
    elif component.type == "CustomLabels":
        yield from ((part.text("fullName") or "", part) for part in component.parts("labels"))
    elif component.type == "CustomLabel":
        yield component.text("fullName") or component.name, component


def _setting(component: SalesforceComponent, name: str, part: MetadataPart) -> RecordingSetting | None:
    """Return the value as a setting, None if it does not look like one."""
    value = part.text("value")
    if not value:
        return None
    of_record = component.type == "CustomMetadata"
    plain = of_record and says_nothing(name)
    words = f"{component.name} {component.label}" if plain else name
    url = recording_url(value)
    purpose: Purpose | None = None
    if url is not None:
        purpose = _purpose(url, words)
    elif says(words, "data-centre") or (of_record and value in {code.upper() for code in regions()}):
        purpose = "data-centre"
    called = component.label if plain else name
    return RecordingSetting(purpose, called, value, part.text_at("value"), component, url) if purpose else None


def _purpose(url: RecordingUrl, words: str) -> Purpose | None:
    if says(words, "redirect"):
        return "redirect"
    if not url.serves_recordings:
        return None
    ending = url.rest.rstrip("/").lower().rpartition("/")[2]
    return "redirect" if ending == redirect_path().strip("/") else "api"
