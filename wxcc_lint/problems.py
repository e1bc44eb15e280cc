"""What a rule yields: a problem at a place, with an optional fix. The engine makes findings of them."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from wxcc_lint.documents.model import Place


class Label(Struct, frozen=True):
    """A second place that belongs to a problem, and a few words on what stands there."""

    place: Place
    message: str


Action = Literal["set", "rename", "remove", "insert", "wrap"]


class Edit(Struct, frozen=True):
    """One change of one node.

    `set` gives the value (or, with a sliced place, that part of it) a new text or JSON value, `rename` gives its name a
    new one, `remove` takes name and value away. `insert` puts what is absent at its place: a member of a JSON object with
    this value, or an item, whose value is `{"label": …, "value": …}`. In JSON, `wrap` makes a value the one element of a
    list, and a value that is a place of the same document is what stands there. Escaping is done when the edit is turned
    into text.
    """

    place: Place
    action: Action
    value: Any = None


class Fix(Struct, frozen=True):
    """How to mend a problem by editing the text. `safe`: it cannot change anything but the fault."""

    description: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Problem(Struct, frozen=True):
    """Something wrong: a headline in the file's own words, the exact place, and what to do about it.

    `subject` is what it is about where that has no place, because an org has it or lacks it: `team:London@prod`.
    """

    message: str
    at: Place
    also: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | None = None
    subject: str | None = None
