"""Members of a component that stand where they do nothing: what was meant, and how to move them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.catalog.layout_components import ForeignKey, foreign_keys, is_builtin
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.once import once
from wxcc_lint.problems import Edit, Fix
from wxcc_lint.schema import load_schema
from wxcc_lint.suggest import closest

_NEEDED: Final = {"agentx-wc-iframe": "src", "md-tab": "slot", "md-tab-panel": "slot"}
"""The attribute that an element cannot do without, as the schema has it."""


class UnknownKey(Struct, frozen=True):
    """A key that the Desktop does not read in a component. `told` is empty where nothing more is known of it."""

    component: Component
    name: str
    told: ForeignKey

    @property
    def stands_for_required(self) -> bool:
        """Whether the key that was meant is missing, and the component cannot do without it."""
        needed, missing = _NEEDED.get(self.component.comp), {"comp", "attributes"} - self.component.members.keys()
        if "comp" in missing:
            return self.told.write == "comp"
        holds_needed = self.told.write == "attributes" or (self.told.into == "attributes" and self.name == needed)
        return needed is not None and "attributes" in missing and holds_needed

    @property
    def help(self) -> str:
        """What to do about the key."""
        if self.told.write:
            return f"write '{self.told.write}'"
        if self.told.into:
            return f"write it inside '{self.told.into}'"
        return self.told.help or "delete it; what the element itself reads goes into 'attributes' or 'properties'"

    @property
    def fix(self) -> Fix | None:
        """The new name, or the place where the key belongs; nothing where that is taken or not known."""
        at, write, into = self.component.place(self.name), self.told.write, self.told.into
        if write and write not in self.component.members:
            rename = Edit(at, "rename", write)
            return Fix(f"write '{write}'", (rename,), safe=write.casefold() == self.name.casefold())
        edits = moved(self.component, (self.name,), (into, self.name)) if into else ()
        return Fix(f"move it into '{into}'", edits, safe=False) if edits else None


@once
def unread_keys(layout: Layout) -> Sequence[UnknownKey]:
    """Return the keys of all components that the Desktop does not read, in document order."""
    if layout.members() <= _known().keys():
        return ()
    return [key for component in layout.components() for key in unknown_keys(component)]


def unknown_keys(component: Component) -> Iterator[UnknownKey]:
    """Yield the keys of a component that the schema does not know, but for what can only be a remark."""
    known = _known()
    for name in component.members:
        if name not in known and name[:1].isalpha() and name.casefold() not in {"comment", "comments"}:
            told = foreign_keys().get(name) or ForeignKey(write=closest(name, known) or "")
            if told.write == "script" and is_builtin(component.comp):
                told = ForeignKey(help=f"delete it; '{component.comp}' needs no script")
            yield UnknownKey(component, name, told)


def _known() -> Mapping[str, Any]:
    known: Mapping[str, Any] = load_schema("desktop-layout")["$defs"]["component"]["properties"]
    return known


def moved(component: Component, source: Sequence[str], target: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits that move a member of a component to `(holder, name)` or `(name,)`; none where that is taken."""
    value = _at(component.members, source)
    *holder, name = target
    around = _at(component.members, holder)
    remove = Edit(component.place(*source), "remove")
    if isinstance(around, dict):
        return () if name in around else (remove, Edit(component.place(*target), "insert", value))
    if holder and holder[0] not in component.members:
        return (remove, Edit(component.place(*holder), "insert", {name: value}))
    return ()


def _at(members: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = members
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value
