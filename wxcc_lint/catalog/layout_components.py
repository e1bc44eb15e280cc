"""The elements that components of a desktop layout may name, as far as they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.remember import remembered
from wxcc_lint.suggest import closest

_OLD_SLOT: Final = "#"
"""Begins the name of one of the Desktop's slots in layouts of 2022: `#SCREEN_POP`."""

_UNFIT: Final = re.compile(r"\A[^A-Za-z]|[\s/<>\x00]")
"""A first character, or one anywhere, with which a browser creates no element."""

NameFault = Literal["characters", "capitals", "no-hyphen"]


class ForeignKey(Struct, frozen=True):
    """A key that does nothing in a component: what was meant, where it belongs, or what to do about it."""

    write: str = ""
    into: str = ""
    help: str = ""


@remembered
def is_builtin(comp: str) -> bool:
    """Tell whether an element is there without a script: it is HTML, the Desktop's own or of its library."""
    return comp.startswith(_OLD_SLOT) or comp in html_elements() or comp in _names("desktop") or comp in _momentum()


@remembered
def needs_script(comp: str) -> bool:
    """Tell whether an element is there only once a script defines it; False where that is not known."""
    return "-" in comp and not is_builtin(comp) and comp not in _names("unclear")


@remembered
def sounds_builtin(comp: str) -> bool:
    """Tell whether a name begins as those of the Desktop and its library do, and is none of the known ones."""
    return comp.startswith(("agentx-", "md-")) and comp not in known_elements()


@cache
def known_elements() -> frozenset[str]:
    """Return all names of elements with a hyphen that are known, those that need a script as well."""
    return _names("desktop") | _names("scripted") | _names("unclear") | _momentum()


@cache
def html_elements() -> frozenset[str]:
    """Return the names of the elements of HTML."""
    return _names("html")


@remembered
def name_fault(comp: str) -> NameFault | None:
    """Tell what keeps a text from being the name of an element; None also for an old slot and for no text at all."""
    if not comp or comp.startswith(_OLD_SLOT):
        return None
    if _UNFIT.search(comp):
        return "characters"
    if comp != comp.lower():
        return "capitals"
    return None if "-" in comp or comp in html_elements() else "no-hyphen"


def unfit_character(comp: str) -> int | None:
    """Return the index of the first character that no element's name can have there."""
    found = _UNFIT.search(comp)
    return found.start() if found else None


@remembered
def element_meant(comp: str) -> str | None:
    """Return the known element that a misspelt one was meant to be; a prefix may be missing."""
    prefixed = (name for name in (f"md-{comp}", f"agentx-{comp}", f"agentx-wc-{comp}") if name in known_elements())
    return next(prefixed, None) or closest(comp, known_elements() if "-" in comp else html_elements())


def is_boolean_attribute(comp: str, name: str) -> bool:
    """Tell whether an attribute is on by being there, whatever its value; False where that is not known."""
    return name.casefold() in _boolean_attributes(comp)


@remembered
def _boolean_attributes(comp: str) -> frozenset[str]:
    by_element: Mapping[str, list[str]] = _facts()["boolean-attributes"]["elements"]
    own = by_element.get("html" if comp in html_elements() else comp, [])
    return frozenset([*by_element["any"], *own])


@cache
def foreign_keys() -> Mapping[str, ForeignKey]:
    """Return the keys that people write in components without effect."""
    return {key: ForeignKey(**told) for key, told in _facts()["foreign-keys"]["keys"].items()}


@cache
def _momentum() -> frozenset[str]:
    return frozenset(f"md-{name}" for name in _names("momentum"))


@cache
def _names(group: str) -> frozenset[str]:
    return frozenset(_facts()[group]["names"])


def _facts() -> Any:
    return read_facts("layout-components.yaml")
