"""A node as YAML rules see it: a value, the words people know it by, and its place; and walking JSON for such nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from msgspec import Struct

from wxcc_lint.documents.model import Document, Path, Place


class Node(Struct, frozen=True):
    """One node of a view.

    `value` is the stripped text of a call center item, `{item: text}` of a section, else the JSON value. `label` is what
    people see in Setup, for a node of embedded JSON that of its item; in a layout it is the name, or the position in a list.
    """

    place: Place
    value: Any
    name: str
    label: str

    @property
    def at(self) -> Place:
        """Where a finding on this node points: its value, or its name when the value is blank or a whole group."""
        shows_little = self.value is None or self.value == "" or isinstance(self.value, Mapping)
        return self.place.key() if shows_little else self.place


class Nodes(Protocol):
    """A view that YAML rules can walk. A path goes on below an item into the JSON it holds."""

    def node(self, path: Path) -> Node | None:
        """Return the node at a path, or None when there is none."""

    def nodes(self) -> Iterator[tuple[Path, Node]]:
        """Yield every node in document order, the root first."""

    def missing(self, path: Path) -> Place:
        """Return the place at which an absent node is reported."""


def json_node(document: Document, path: Path, label: str) -> Node | None:
    """Return the node at a path of a JSON document, or None when there is none."""
    value: Any = document.data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return Node(Place(document, path), value, str(path[-1]) if path else "", label)


def json_paths(data: Any) -> Iterator[Path]:
    """Yield the path of every node of JSON data in document order, the root's empty one first."""
    return (path for path, _ in json_values(data))


def json_values(data: Any) -> Iterator[tuple[Path, Any]]:
    """Yield every node of JSON data with its path, in document order, the root first."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += reversed([((*path, step), child) for step, child in children])
