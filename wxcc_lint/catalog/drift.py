"""What a change is about, as far as the name of what changed tells it."""

from __future__ import annotations

from typing import Final, Literal

from wxcc_lint.catalog.facts import read_facts

Aspect = Literal[
    "missing-object",
    "extra-object",
    "ambiguous-object",
    "identity",
    "form",
    "role",
    "address",
    "namespace",
    "script-host",
    "script",
    "component",
    "headless",
    "host",
    "switch",
    "mapping",
    "item",
    "value",
    "page",
    "tab",
    "widget",
    "route",
    "binding",
    "visibility",
    "property",
    "setting",
    "assignment",
    "text",
    "look",
    "order",
    "note",
]
"""What a change can be about; each has one rule of `drift/*`."""
Names = Literal["settings", "members", "attributes", "record", "items", "mirrors", "types"]

_KIND: Final = {
    "settings": "layout",
    "members": "layout",
    "attributes": "layout",
    "record": "layout",
    "items": "callcenter",
    "mirrors": "callcenter",
    "types": "callcenter",
}


def aspect_named(names: Names, name: str) -> Aspect | None:
    """Return what a change of something that is called so is about; None where the name does not tell."""
    aspect: Aspect | None = read_facts("drift.yaml")[_KIND[names]][names].get(name)
    return aspect
