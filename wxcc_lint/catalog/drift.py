"""What a change is about, as far as the name of what changed tells it."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
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
    "pairing",
    "note",
    "component-missing",
    "component-extra",
    "component-address",
    "component-source",
    "component-package",
    "component-setting",
    "component-note",
]
"""What a change can be about; each has one rule of `drift/*`."""
Names = Literal["settings", "members", "attributes", "record", "items", "mirrors", "types", "elements"]

_KIND: Final = {
    "settings": "layout",
    "members": "layout",
    "attributes": "layout",
    "record": "layout",
    "items": "callcenter",
    "mirrors": "callcenter",
    "types": "callcenter",
    "elements": "component",
}
_FACTS: Final = "drift.yaml"


def aspect_named(names: Names, name: str) -> Aspect | None:
    """Return what a change of something that is called so is about; None where the name does not tell."""
    aspect: Aspect | None = read_facts(_FACTS)[_KIND[names]][names].get(name)
    return aspect


def component_defaults() -> Mapping[str, str]:
    """Return what an element of a Salesforce component is taken for where it is absent."""
    defaults: Mapping[str, str] = read_facts(_FACTS)["component"]["defaults"]
    return defaults


def grows_by_itself(form: str) -> bool:
    """Tell whether releases of Salesforce add elements to components with this root element."""
    return form in read_facts(_FACTS)["component"]["growing"]


def compared_component(type_: str, name: str) -> bool:
    """Tell whether a component is one that orgs are asked for, and that can be compared."""
    facts = read_facts(_FACTS)["component"]
    only = facts["only"].get(type_)
    is_wanted = only is None or any(fnmatchcase(name.casefold(), one.casefold()) for one in only)
    return type_ not in facts["never"] and is_wanted
