"""What the call centers of each generation hold, release by release.

The facts stand in one YAML file for each generation, and in `callcenter-platform.yaml` for all; this module gives them
the types of `vocabulary.py`.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.generations import catalogue_of
from wxcc_lint.catalog.regions import regions
from wxcc_lint.catalog.vocabulary import ItemFact, Oddity, Release, SectionFact, Vocabulary

__all__ = ["ItemFact", "Release", "Vocabulary", "platform_items", "render_import", "vocabulary"]


def platform_items() -> tuple[str, ...]:
    """Return the names of the items that Salesforce itself reads in the general section of any call center."""
    return tuple(read_facts("callcenter-platform.yaml")["general-items"])


def vocabulary(generation: str = "v1") -> Vocabulary:
    """Return the facts about a generation: `v1`, `v2`, `scv`, or `other`, of which no release is known.

    Raises KeyError for any other word.
    """
    return _vocabulary(generation)


@cache
def _vocabulary(generation: str) -> Vocabulary:
    own: dict[str, Any] = {} if generation == "other" else read_facts(catalogue_of(generation))
    releases = own.get("releases", [])
    ids = [release["id"] for release in releases]
    oddities = [*own.get("oddities", []), *read_facts("callcenter-platform.yaml")["oddities"]]
    return Vocabulary(
        releases=tuple(_release(release, own["sections"], ids) for release in releases),
        unreleased_names=own.get("unreleased-names", {}),
        oddities=tuple(Oddity(**_fields(oddity)) for oddity in oddities),
    )


def _release(facts: dict[str, Any], sections: dict[str, Any], ids: list[str]) -> Release:
    past = ids[: ids.index(facts["id"]) + 1]
    present = [
        SectionFact(name, label=_as_of(section["label"], past), order=_as_of(section["order"], past))
        for name, section in sections.items()
        if _as_of(section["order"], past) is not None
    ]
    present.sort(key=lambda section: section.order)

    def items() -> dict[tuple[str, str], ItemFact]:
        held = (_items(section.name, sections[section.name]["items"], facts, ids) for section in present)
        return {(item.section, item.name): item for items in held for item in items}

    return Release(**_fields(facts), sections={section.name: section for section in present}, build_items=items)


def _items(section: str, items: dict[str, Any], release: dict[str, Any], ids: list[str]) -> list[ItemFact]:
    """Return the items that a release has in a section, as they stand in its file."""
    past = ids[: ids.index(release["id"]) + 1]
    renamed = {item["renamed-from"]: name for name, item in items.items() if "renamed-from" in item}
    found: dict[int, ItemFact] = {}
    for name, item in items.items():
        now = {key: _as_of(fact, past) for key, fact in item.items()}
        if now["order"] is None:
            continue
        if "default-of" in now:
            now["default"] = release[now["default-of"]]
        if now["type"] == "region":
            now["choices"] = list(regions())
        now["renamed-to"] = renamed.get(name)
        now["replaces"] = [tuple(path.split("/")) for path in now.get("replaces", [])]
        position = now.pop("position", now["order"])
        found[position] = ItemFact(section=section, name=name, **_fields(now), **_lifetime(item["order"], ids))
    return [found[position] for position in sorted(found)]


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


def render_import(release: Release) -> str:
    """Return a release as the text of a definition file that Salesforce imports, with every value as published."""
    from html import escape

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
    from html import escape

    return f'sortOrder="{fact.order}" name="{escape(fact.name)}" label="{escape(fact.label)}"'
