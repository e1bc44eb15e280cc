"""The kinds of objects of a Webex tenant that are read, and what their fields mean; see webex-entities.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from msgspec import Struct, field

from wxcc_lint.catalog.facts import read_facts

_FACTS = "webex-entities.yaml"
Mask = Literal["phone", "secret"]


class Entity(Struct, frozen=True):
    """A kind of object. The names of its attributes are explained in the file of facts.

    `drop` holds what is left out for any reason.
    """

    kind: str
    list: str
    item: str | None = None
    entries: Mapping[str, str] = field(default_factory=dict)
    json: str | None = None
    names: tuple[str, ...] = ("name",)
    apart: str | None = None
    drop: frozenset[str] = frozenset()
    hides: bool = False
    server: frozenset[str] = frozenset()
    nested: tuple[str, ...] = ()
    sets: Mapping[str, str | None] = field(default_factory=dict)
    references: Mapping[str, str] = field(default_factory=dict)
    enums: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    masks: Mapping[str, Mask] = field(default_factory=dict)
    masks_if: Mapping[str, Mapping[str, Mask]] = field(default_factory=dict)
    mirrors: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    changed_by: str | None = None
    fields: tuple[str, ...] = ()
    """The fields that are asked for, of kinds that are read only if something refers to them; else all are."""

    def name_of(self, data: Mapping[str, Any]) -> str:
        """Return what people call an object; two objects may be called the same."""
        said = (data.get(name) for name in self.names)
        return next((text for text in said if isinstance(text, str) and text), "")

    def title_of(self, data: Mapping[str, Any]) -> str:
        """Return what an object is paired by: its name, and what tells it from others of that name."""
        apart = data.get(self.apart) if self.apart else None
        return f"{self.name_of(data)} ({apart})" if apart else self.name_of(data)

    @property
    def name_mask(self) -> Mask | None:
        """How the names of the objects have to be masked: some are called by a number."""
        return self.masks.get(self.names[0])

    def masks_of(self, data: Mapping[str, Any]) -> Mapping[str, Mask]:
        """Return which fields of an object have to be masked, and how."""
        masks = dict(self.masks)
        for condition, more in self.masks_if.items():
            masks |= more if data.get(condition) is True else {}
        return masks


@cache
def webex_entities() -> Mapping[str, Entity]:
    """Return the kinds by name, those that are only named last."""
    facts = read_facts(_FACTS)
    server = frozenset(facts["server"])
    named = {
        kind: Entity(kind, path, drop=server, server=server, fields=("id", "name"))
        for kind, path in facts["named"].items()
    }
    return {kind: _entity(kind, said, server) for kind, said in facts["kinds"].items()} | named


@cache
def users_list() -> tuple[str, tuple[str, ...]]:
    """Return the path of the list of users, and the fields of a user that may be asked for."""
    said = read_facts(_FACTS)["users"]
    return said["list"], tuple(said["fields"])


def _entity(kind: str, said: Mapping[str, Any], server: frozenset[str]) -> Entity:
    return Entity(
        kind,
        said["list"],
        item=said.get("item"),
        entries=said.get("entries", {}),
        json=said.get("json"),
        names=tuple(said.get("names", ("name",))),
        apart=said.get("apart"),
        drop=server.union(said.get("drop", ()), said.get("unread", ())),
        hides=said.get("hides", False),
        server=server,
        nested=tuple(said.get("nested", ())),
        sets=said.get("sets", {}),
        references=said.get("references", {}),
        enums={name: tuple(words) for name, words in said.get("enums", {}).items()},
        optional=frozenset((*said.get("optional", ()), *said.get("references", ()))),
        masks=said.get("masks", {}),
        masks_if=said.get("masks-if", {}),
        mirrors={name: tuple(other.split(".")) for name, other in said.get("mirrors", {}).items()},
        changed_by=said.get("changed-by"),
    )
