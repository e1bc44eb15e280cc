"""What Version 1 call centers hold, release by release, and how to tell whose call center a definition is.

The facts stand in `callcenter-v1.yaml` and `generations.yaml`; this module gives them types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Literal, cast

from wxcc_lint.catalog.regions import Evidence, host_of, read_facts

Generation = Literal["v1", "v2", "scv", "other"]
Dialect = Literal["W", "A", "C"]
ItemType = Literal[
    "boolean",
    "choice",
    "integer",
    "id",
    "text",
    "url",
    "constant",
    "variable",
    "prefixes",
    "object",
    "field",
    "date-format",
    "template",
    "mapping",
    "conditional",
    "presence-status",
    "idle-code",
]
OddityKind = Literal[
    "long-name", "misspelt", "misleading", "trailing-blank", "nine-digits", "reserved-prefix", "read-only-default"
]

_MOST_DIFFERENCES = 6
"""A file further than this from every release is somebody's own work: no release explains it."""


@dataclass(frozen=True, slots=True)
class SectionFact:
    """A section as one release has it."""

    name: str
    label: str
    order: int


@dataclass(frozen=True, slots=True)
class ItemFact:
    """An item as one release has it.

    `since`, `until` and `absent_in` (releases between the two) are release ids; `until` is None while the newest release
    has the item. `default_of` says which of the release's own names the default is. `range` is the smallest and the largest integer allowed, in pixels. `target` is a Salesforce object,
    `target_from` the item that names one; `depends_on` and `continues` name items of the same section.
    """

    section: str
    name: str
    order: int
    label: str
    type: ItemType
    default: str
    meaning: str
    evidence: Evidence
    sources: tuple[str, ...]
    since: str
    until: str | None
    absent_in: tuple[str, ...]
    renamed_from: str | None = None
    renamed_to: str | None = None
    default_of: Literal["internal-name", "display-name"] | None = None
    choices: tuple[str, ...] = ()
    range: tuple[int, int] | None = None
    dialect: Dialect | None = None
    target: str | None = None
    target_from: str | None = None
    continues: str | None = None
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """A published definition file. `date` is ISO 8601; `sections` and `items` stand in file order."""

    id: str
    date: str
    internal_name: str
    display_name: str
    note: str
    sections: Mapping[str, SectionFact]
    items: Mapping[tuple[str, str], ItemFact]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something published that looks like a slip, and that nobody should be told to mend."""

    kind: OddityKind
    name: str
    reason: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All releases of Version 1, oldest first, and what was ever called what in them."""

    releases: tuple[Release, ...]
    unreleased_names: Mapping[str, str]
    """Internal names that are printed somewhere but that no published file has, and where they come from."""
    oddities: tuple[Oddity, ...]

    def release(self, release_id: str) -> Release:
        """Return the release `r1`, `r2`, …; raise KeyError when there is none."""
        return {release.id: release for release in self.releases}[release_id]

    def release_of(self, internal_name: str) -> tuple[Release, ...]:
        """Return the releases with this internal name, newest first: revisions may share one."""
        return tuple(release for release in reversed(self.releases) if release.internal_name == internal_name)

    def nearest(self, sections: Mapping[str, Mapping[str, object]]) -> Release | None:
        """Return the release whose items differ least in name or section, the newest on a tie; None if all differ much.

        The two items that name a call center do not count: the metadata form keeps them outside its sections.
        """
        naming = {key for release in self.releases for key, item in release.items.items() if item.default_of}
        present = {(section, item) for section, items in sections.items() for item in items} - naming

        def differences(release: Release) -> int:
            return len(present ^ (release.items.keys() - naming))

        best = min(reversed(self.releases), key=differences)
        return best if differences(best) <= _MOST_DIFFERENCES else None

    def item(self, section: str, name: str) -> ItemFact | None:
        """Return the item in its newest form, or None when no release has it in this section."""
        forms = (release.items.get((section, name)) for release in reversed(self.releases))
        return next((form for form in forms if form), None)

    def sections_of(self, item_name: str) -> tuple[str, ...]:
        """Return the sections that hold an item of this name in any release."""
        return tuple(dict.fromkeys(section for section, name in self._keys() if name == item_name))

    def item_names(self, section: str) -> tuple[str, ...]:
        """Return the names of all items that any release has in this section."""
        return tuple(dict.fromkeys(name for owner, name in self._keys() if owner == section))

    @property
    def all_section_names(self) -> tuple[str, ...]:
        """The names of all sections of all releases."""
        return tuple(dict.fromkeys(section for section, _ in self._keys()))

    @property
    def known_long_names(self) -> Mapping[str, str]:
        """Published names longer than Salesforce documents, and why they are right."""
        return {oddity.name: oddity.reason for oddity in self.oddities if oddity.kind == "long-name"}

    def _keys(self) -> Iterable[tuple[str, str]]:
        return (key for release in reversed(self.releases) for key in release.items)


@cache
def vocabulary() -> Vocabulary:
    """Return the facts about Version 1."""
    facts = read_facts("callcenter-v1.yaml")
    ids = [release["id"] for release in facts["releases"]]
    return Vocabulary(
        releases=tuple(_release(release, facts["sections"], ids) for release in facts["releases"]),
        unreleased_names=facts["unreleased-names"],
        oddities=tuple(Oddity(**_fields(oddity)) for oddity in facts["oddities"]),
    )


def _release(facts: dict[str, Any], sections: dict[str, Any], ids: list[str]) -> Release:
    past = ids[: ids.index(facts["id"]) + 1]
    present = [
        SectionFact(name, label=_as_of(section["label"], past), order=_as_of(section["order"], past))
        for name, section in sections.items()
        if _as_of(section["order"], past) is not None
    ]
    present.sort(key=lambda section: section.order)
    items = [item for section in present for item in _items(section.name, sections[section.name]["items"], facts, ids)]
    return Release(
        **_fields(facts),
        sections={section.name: section for section in present},
        items={(item.section, item.name): item for item in items},
    )


def _items(section: str, items: dict[str, Any], release: dict[str, Any], ids: list[str]) -> list[ItemFact]:
    """Return the items that a release has in a section, in their order."""
    past = ids[: ids.index(release["id"]) + 1]
    renamed = {item["renamed-from"]: name for name, item in items.items() if "renamed-from" in item}
    found = []
    for name, item in items.items():
        now = {key: _as_of(fact, past) for key, fact in item.items()}
        if now["order"] is None:
            continue
        if "default-of" in now:
            now["default"] = release[now["default-of"]]
        now["renamed-to"] = renamed.get(name)
        found.append(ItemFact(section=section, name=name, **_fields(now), **_lifetime(item["order"], ids)))
    return sorted(found, key=lambda item: item.order)


def _as_of(fact: Any, past: list[str]) -> Any:
    """Return what a fact is in the last release of `past`: a map says what it was from which release on."""
    if not isinstance(fact, dict):
        return fact
    return next((fact[release] for release in reversed(past) if release in fact), None)


def _lifetime(order: Any, ids: list[str]) -> dict[str, Any]:
    """Return `since`, `until` and `absent_in` of an item, from what its sortOrder was when."""
    present = [release for index, release in enumerate(ids) if _as_of(order, ids[: index + 1]) is not None]
    between = ids[ids.index(present[0]) : ids.index(present[-1])]
    return {
        "since": present[0],
        "until": None if present[-1] == ids[-1] else present[-1],
        "absent_in": tuple(release for release in between if release not in present),
    }


def _fields(facts: dict[str, Any]) -> dict[str, Any]:
    """Turn keys into names of fields, and lists, which nobody may change, into tuples."""
    return {key.replace("-", "_"): tuple(fact) if isinstance(fact, list) else fact for key, fact in facts.items()}


def recognise(
    sections: Mapping[str, Iterable[str]],
    internal_name: str | None,
    adapter_url: str | None,
    vendor_api_name: str | None = None,
) -> Generation:
    """Tell whose call center this is; `sections` maps section names to the names of their items.

    Each section and item name that only one generation has scores for it, and so do the adapter's host, the internal
    name and the API name of the Service Cloud Voice vendor. The highest score wins, so that no single misspelt name,
    wrong host or changed internal name can turn the verdict; a score below the threshold means somebody else's.
    """
    facts = read_facts("generations.yaml")
    values = {
        "adapter-host": host_of(adapter_url or ""),
        "internal-name": internal_name,
        "vendor-api-name": vendor_api_name,
    }
    scores = {name: _score(marks, facts, sections, values) for name, marks in facts["generations"].items()}
    best = max(scores, key=scores.__getitem__)
    return cast("Generation", best) if scores[best] >= facts["threshold"] else "other"


def _score(
    marks: dict[str, Any],
    facts: dict[str, Any],
    sections: Mapping[str, Iterable[str]],
    values: Mapping[str, str | None],
) -> int:
    """Add up what speaks for one generation."""
    known = {name: items for name, items in _known_sections(marks).items() if name not in facts["shared-sections"]}
    known_items = {item for items in known.values() for item in items}
    held_items = {item for items in sections.values() for item in items}
    fits = [key for key, text in values.items() if key in marks and re.fullmatch(marks[key], text or "", re.IGNORECASE)]
    weights: dict[str, int] = facts["weights"]
    names = weights["section"] * len(known.keys() & sections.keys()) + weights["item"] * len(known_items & held_items)
    return names + sum(weights[key] for key in fits)


def _known_sections(marks: dict[str, Any]) -> Mapping[str, Iterable[str]]:
    if "catalogue" not in marks:
        return cast("Mapping[str, Iterable[str]]", marks["sections"])
    return {name: section["items"] for name, section in read_facts(marks["catalogue"])["sections"].items()}


def render_import(release: Release) -> str:
    """Return a release as the text of a definition file that Salesforce imports, with every value as published."""
    lines = ["<callCenter>"]
    for section in release.sections.values():
        lines.append(f"  <section {_attributes(section)}>")
        lines += [
            f"    <item {_attributes(item)}>{escape(item.default, quote=False)}</item>"
            for item in release.items.values()
            if item.section == section.name
        ]
        lines.append("  </section>")
    return "\n".join([*lines, "</callCenter>", ""])


def _attributes(fact: SectionFact | ItemFact) -> str:
    return f'sortOrder="{fact.order}" name="{escape(fact.name)}" label="{escape(fact.label)}"'
