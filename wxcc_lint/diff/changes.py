"""What a comparison yields."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from wxcc_lint.diff.tree import Key, Tree
from wxcc_lint.documents.identity import identity
from wxcc_lint.documents.model import Place

ChangeKind = Literal["added", "removed", "changed", "moved", "renamed", "ambiguous"]
Origin = Literal["repo", "org", "both", "conflict", "unknown"]
"""Who made a change since the base; `unknown` where the base does not tell what was there."""


class Change(Struct, frozen=True):
    """One difference between two trees.

    `added` is only on the right, `removed` only on the left. Of a `renamed` node the values are its old and new key, of a
    `moved` one its places among the neighbours that both sides have, counted from 1. `keys` lead from the root of the tree to the node, with
    the left side's keys where both have it.
    """

    kind: ChangeKind
    keys: tuple[Key, ...]
    left: Tree | None
    right: Tree | None
    left_value: Any
    right_value: Any

    @property
    def place(self) -> Place:
        """Where it stands: on the left, and on the right only what the left does not have."""
        side = self.left or self.right
        assert side is not None, "a change has a side"
        return side.place

    @property
    def at(self) -> str:
        """The identity path of the node."""
        return identity(self.place.document, self.place.path)
