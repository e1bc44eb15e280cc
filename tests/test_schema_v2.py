"""The schema of Version 2 says nothing of the catalogue's facts that the catalogue does not say."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.schema import load_schema

GENERAL = "reqGeneralInfo"
NEWEST = vocabulary("v2").releases[-1]


def test_general_section_is_that_of_the_catalogue() -> None:
    (name,) = load_schema("callcenter-v2")["properties"]
    schema = load_schema("callcenter-v2")["properties"][name]
    facts = {fact.name: fact for fact in NEWEST.items.values() if fact.section == GENERAL}
    assert (name, schema["title"]) == (GENERAL, NEWEST.sections[GENERAL].label)
    assert {item: (it["title"], it["description"]) for item, it in schema["properties"].items()} == {
        item: (fact.label, fact.meaning) for item, fact in facts.items()
    }
    assert {item: tuple(it["enum"]) for item, it in schema["properties"].items() if "enum" in it} == {
        item: fact.choices for item, fact in facts.items() if fact.choices
    }


def test_both_versions_require_the_same_items() -> None:
    first, second = (load_schema(f"callcenter-{version}")["properties"][GENERAL] for version in ("v1", "v2"))
    assert first["required"] == second["required"]
