"""The Desktop's data store, `$STORE`: its parts, what each has, and how people misname them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

Kind = Literal["text", "number", "boolean", "date", "list", "object", "unknown"]


class StoreRoot(Struct, frozen=True):
    """A part of the store, `agent` in `$STORE.agent.orgId`.

    `members` is empty where nobody has listed them. `inherits`: it may have members that are declared nowhere in public.
    """

    name: str
    documented: bool
    inherits: bool
    members: Mapping[str, Kind]


class StoreSlip(Struct, frozen=True):
    """A path that people write and the store does not have. `misprint`: it is `meant`, spelt wrong."""

    path: str
    meant: str
    misprint: bool
    note: str


@cache
def _facts() -> Any:
    return json.loads(Path(__file__).with_name("store-paths.json").read_text("utf-8"))


@cache
def store_roots() -> Mapping[str, StoreRoot]:
    """Return all parts of the store by name."""
    return {
        name: StoreRoot(name, root["documented"], root.get("inherits", False), root.get("members", {}))
        for name, root in _facts()["roots"].items()
    }


@cache
def _slips() -> Mapping[str, StoreSlip]:
    slips = (StoreSlip(one["path"], one["meant"], one["misprint"], one.get("note", "")) for one in _facts()["slips"])
    return {slip.path: slip for slip in slips}


def store_slip(steps: Sequence[str]) -> StoreSlip | None:
    """Return the known slip that a path begins with, such as `app.featuresFlags.isX`, or None."""
    return _slips().get(".".join(steps[:2])) or _slips().get(".".join(steps[:1]))


def was_in_store(steps: Sequence[str]) -> bool:
    """Whether a path begins with a member that older Desktops had."""
    return ".".join(steps[:2]) in _facts()["former"]


def kind_in_store(steps: Sequence[str]) -> Kind:
    """Return what a path leads to, as far as that is declared."""
    root = store_roots().get(steps[0])
    if root is None or len(steps) > 2:  # noqa: PLR2004 — a part of the store and what is in it
        return "unknown"
    return root.members.get(steps[1], "unknown") if steps[1:] else "object"


def mixes_text(component: str, attribute: str) -> bool:
    """Whether references may stand in braces amid other words in this attribute."""
    return attribute in _facts()["mixed"].get(component, ())
