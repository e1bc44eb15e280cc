"""A node as YAML rules see it: a value, the words people know it by, and its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from wxcc_lint.documents.model import Path, Place


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a view.

    `value` is the stripped text of a call center item, `{item: text}` of a section, else the JSON value. `label` is what
    people see in Setup, for a node of embedded JSON that of its item.
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
