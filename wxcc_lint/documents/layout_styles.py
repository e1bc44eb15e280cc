"""The CSS that a layout gives to a component: as a text in its attributes, or as an object beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.model import Place

_PIXELS: Final = re.compile(r"(\d+(?:\.\d+)?)(?:px)?(?:\s*!important)?", re.IGNORECASE)


class Style(Struct, frozen=True):
    """One CSS declaration: `name` in lower case as CSS writes it, and the place of its value."""

    name: str
    value: str
    at: Place

    @property
    def pixels(self) -> float | None:
        """The value as a number of pixels; None in any other unit."""
        match = _PIXELS.fullmatch(self.value)
        return float(match[1]) if match else None


def styles(component: Component) -> Iterator[Style]:
    """Yield the declarations of `attributes.style`, then those of `style`. What cannot be read is passed over."""
    text = component.attributes.get("style")
    if isinstance(text, str):
        yield from _declarations(text, component.place("attributes", "style"))
    beside = component.members.get("style")
    for name, value in beside.items() if isinstance(beside, dict) else ():
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield Style(_as_css(name), str(value).strip(), component.place("style", name))


def _declarations(text: str, at: Place) -> Iterator[Style]:
    start = 0
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            begin = start + len(declaration) - len(value.lstrip())
            yield Style(name.strip().lower(), value.strip(), at.slice(begin, begin + len(value.strip())))
        start += len(declaration) + 1


def _as_css(name: str) -> str:
    return re.sub(r"[A-Z]", lambda match: f"-{match[0].lower()}", name)
