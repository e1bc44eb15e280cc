"""The facts on the kinds of a tenant, held against the official description where that is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.live.webex_tenant import spec
from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.webex_entities import Entity, users_list, webex_entities
from wxcc_lint.sources.live.webex_objects import plain

ENTITIES = webex_entities()
WHOLE = [kind for kind, entity in ENTITIES.items() if not entity.fields]


def resolved(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return spec()["components"]["schemas"][name] if name else schema


def operation(path: str) -> Mapping[str, Any]:
    """Return what is described for a path of ours; parameters may be called otherwise."""
    ours = re.sub(r"\{.*?\}", "{}", f"/organization/{{}}/{path}")
    (found,) = [it for described, it in spec()["paths"].items() if re.sub(r"\{.*?\}", "{}", described) == ours]
    return found["get"]


def reply(path: str) -> Mapping[str, Any]:
    return resolved(next(iter(operation(path)["responses"]["200"]["content"].values()))["schema"])


def row(path: str) -> Mapping[str, Any]:
    """Return the described fields of a row of a list."""
    return resolved(reply(path)["properties"]["data"]["items"])["properties"]


def fields(kind: str) -> dict[str, Any]:
    """Return all described fields of a kind, those below a dot too."""
    entity = ENTITIES[kind]
    found = dict(reply(entity.item)["properties"] if entity.item else row(entity.list))
    found |= {
        name: {"type": "array", "items": {"type": "object", "properties": row(path)}}
        for name, path in entity.entries.items()
    }
    below = {
        f"{name}.{inner}": held
        for name, schema in found.items()
        for inner, held in resolved(resolved(schema).get("items", schema)).get("properties", {}).items()
    }
    return found | below


def named(entity: Entity) -> Iterator[str]:
    """Yield all fields that the facts name."""
    facts = read_facts("webex-entities.yaml")["kinds"][entity.kind]
    for key in (
        "lacks",
        "names",
        "unread",
        "drop",
        "nested",
        "sets",
        "references",
        "enums",
        "optional",
        "masks",
        "mirrors",
    ):
        yield from facts.get(key, ())
    yield from entity.entries
    yield from (one for one in (entity.json, entity.apart, entity.changed_by) if one)
    for condition, masks in entity.masks_if.items():
        yield from (condition, *masks)


@pytest.mark.parametrize("kind", WHOLE)
def test_every_field_of_the_facts_is_described(kind: str) -> None:
    assert [name for name in named(ENTITIES[kind]) if name not in fields(kind)] == []


@pytest.mark.parametrize("kind", WHOLE)
def test_every_described_field_that_holds_an_id_is_a_reference(kind: str) -> None:
    entity = ENTITIES[kind]
    ids = {name for name in fields(kind) if re.search(r"Ids?$", name) and name.split(".")[0] not in entity.drop}
    server = {name for name in ids if name.rpartition(".")[2] in entity.server}
    assert ids - server - entity.references.keys() - {"regionId"} == set()  # regions are the same everywhere


@pytest.mark.parametrize("kind", WHOLE)
def test_every_described_word_is_known(kind: str) -> None:
    def folded(words: Any) -> set[str]:
        return {word.replace("_", "").casefold() for word in words}

    described = {
        name: folded(held["enum"])
        for name, held in fields(kind).items()
        if "enum" in held and name.split(".")[0] not in ENTITIES[kind].drop
    }
    assert described == {name: folded(words) for name, words in ENTITIES[kind].enums.items()}


@pytest.mark.parametrize("kind", WHOLE)
def test_every_described_list_is_a_set_or_left_out(kind: str) -> None:
    entity = ENTITIES[kind]
    lists = {name for name, held in fields(kind).items() if held.get("type") == "array"}
    assert {name for name in lists if name.split(".")[0] not in entity.drop} == entity.sets.keys()


@pytest.mark.parametrize("kind", WHOLE)
def test_an_edit_to_any_field_is_seen_unless_the_facts_leave_it_out(kind: str) -> None:
    entity = ENTITIES[kind]
    seen = {
        name for name in fields(kind) if "." not in name and plain(entity, {name: "1"}) != plain(entity, {name: "2"})
    }
    assert {name for name in fields(kind) if "." not in name} - seen == entity.drop & fields(kind).keys()


@pytest.mark.parametrize("kind", ENTITIES)
def test_every_list_is_described_and_current(kind: str) -> None:
    described = operation(ENTITIES[kind].list)
    assert not described.get("deprecated")
    assert {"page", "pageSize", "attributes"} <= {one["name"] for one in described["parameters"]}
    assert set(ENTITIES[kind].fields) <= row(ENTITIES[kind].list).keys()


@pytest.mark.parametrize("kind", [kind for kind in WHOLE if ENTITIES[kind].item])
def test_what_the_description_says_that_a_list_lacks_is_known(kind: str) -> None:
    facts = read_facts("webex-entities.yaml")["kinds"][kind]
    arrays = {name for name, held in fields(kind).items() if held.get("type") == "array" and "." not in name}
    assert arrays <= {*facts["lacks"], *facts.get("unread", ())}


def test_users_are_described_with_the_fields_that_are_asked_for() -> None:
    path, asked = users_list()
    assert set(asked) <= row(path).keys()
    assert asked == ("id", "teamIds", "agentProfileId", "active")


def test_every_reference_is_to_a_kind_that_is_read_or_that_nothing_reads() -> None:
    kinds = {kind for entity in ENTITIES.values() for kind in entity.references.values()}
    assert kinds - ENTITIES.keys() == {"flow", "flow-tag", "route-point", "digital-asset", "threshold-rule"}
    assert {kind for kind, entity in ENTITIES.items() if entity.fields} <= kinds


def test_what_is_masked() -> None:
    masks = {kind: dict(entity.masks) for kind, entity in ENTITIES.items() if entity.masks}
    assert masks == {
        "team": {"dialedNumber": "phone"},
        "outdial-ani": {"outdialANIEntries.number": "phone"},
        "entry-point": {"overflowNumber": "phone"},
        "dial-number": {"dialledNumber": "phone", "extension": "phone", "esn": "phone"},
    }
    assert [kind for kind, entity in ENTITIES.items() if entity.name_mask] == ["dial-number"]


def test_the_default_of_a_sensitive_variable_is_masked() -> None:
    variable = ENTITIES["cad-variable"]
    assert variable.masks_of({"sensitive": True}) == {"defaultValue": "secret"}
    assert variable.masks_of({"sensitive": False}) == variable.masks_of({}) == {}


@pytest.mark.parametrize(
    ("kind", "data", "title"),
    [
        ("team", {"name": "London"}, "London"),
        ("team", {"name": None}, ""),
        ("auxiliary-code", {"name": "Lunch", "workTypeCode": "IDLE_CODE"}, "Lunch (IDLE_CODE)"),
        ("auxiliary-code", {"name": "Lunch"}, "Lunch"),
        ("dial-number", {"dialledNumber": "+441"}, "+441"),
        ("dial-number", {"dialledNumber": "", "esn": None, "extension": "12"}, "12"),
    ],
)
def test_what_an_object_is_called(kind: str, data: dict[str, Any], title: str) -> None:
    assert ENTITIES[kind].title_of(data) == title
