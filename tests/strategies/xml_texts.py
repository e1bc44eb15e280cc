"""The many ways to write the same call center definition."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal, TypeVar

from hypothesis import strategies as st
from msgspec import Struct

from tests.strategies.definitions import Definition, Item, Section

_Part = TypeVar("_Part", Section, Item)
_GENERAL = "reqGeneralInfo"
_INTERNAL, _DISPLAY, _ADAPTER = "reqInternalName", "reqDisplayName", "reqAdapterUrl"


class XmlStyle(Struct, frozen=True):
    """How a definition is written: its form, blanks, quotes, how special characters are told, and what is around it."""

    form: Literal["import", "metadata"] = "import"
    indent: str = "  "
    line_break: str = "\n"
    quote: str = '"'
    values: Literal["plain", "entities", "numbers", "CDATA"] = "plain"
    attributes_turned: bool = False
    turned_round: bool = False
    comments: bool = False
    declaration: bool = False
    mirrors: bool = False
    mark: bytes = b""

    def name(self, definition: Definition) -> str:
        """Return what the file has to be called."""
        internal = definition.value(_GENERAL, _INTERNAL)
        return f"{internal}.callCenter-meta.xml" if self.form == "metadata" else "callcenter.xml"

    def text(self, definition: Definition) -> str:
        """Return the text of the file."""
        lines = self._imported(definition) if self.form == "import" else self._retrieved(definition)
        if self.declaration:
            lines = iter(['<?xml version="1.0" encoding="UTF-8"?>', *lines])
        return self.line_break.join([*lines, ""])

    def data(self, definition: Definition) -> bytes:
        """Return the bytes of the file."""
        return self.mark + self.text(definition).encode()

    # The form that Setup imports

    def _imported(self, definition: Definition) -> Iterator[str]:
        yield "<callCenter>"
        for number, section in self._turned(definition.sections):
            yield from self._comment(section)
            yield f"{self.indent}<section {self._attributes(number, section)}>"
            for order, item in self._turned(section.items):
                yield f"{self.indent * 2}<item {self._attributes(order, item)}{self._content(item)}"
            yield f"{self.indent}</section>"
        yield "</callCenter>"

    def _turned(self, parts: Sequence[_Part]) -> list[tuple[int, _Part]]:
        numbered = list(enumerate(parts))
        return numbered[::-1] if self.turned_round else numbered

    def _attributes(self, order: int, one: Section | Item) -> str:
        told = {"sortOrder": str(order), "name": one.name, "label": one.label}
        words = [f"{name}={self.quote}{escape(value)}{self.quote}" for name, value in told.items()]
        return " ".join(reversed(words) if self.attributes_turned else words)

    def _content(self, item: Item) -> str:
        if not item.value and self.attributes_turned:
            return "/>"
        return f">{self._value(item.value)}</item>"

    # The form that is retrieved from an org

    def _retrieved(self, definition: Definition) -> Iterator[str]:
        general = {item.name: item for one in definition.sections if one.name == _GENERAL for item in one.items}
        internal, display = general[_INTERNAL], general[_DISPLAY]
        yield '<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">'
        if self.mirrors:
            yield f"{self.indent}<adapterUrl>{escape(general[_ADAPTER].value)}</adapterUrl>"
            settings = {name: it.value for name, it in general.items() if name not in {_INTERNAL, _DISPLAY, _ADAPTER}}
            yield f"{self.indent}<customSettings>{escape(json.dumps(settings))}</customSettings>"
        yield f"{self.indent}<displayName>{escape(display.value)}</displayName>"
        yield f"{self.indent}<displayNameLabel>{escape(display.label)}</displayNameLabel>"
        yield f"{self.indent}<internalNameLabel>{escape(internal.label)}</internalNameLabel>"
        for section in reversed(definition.sections) if self.turned_round else definition.sections:
            yield from self._comment(section)
            yield f"{self.indent}<sections>"
            for item in section.items:
                if item.name not in {_INTERNAL, _DISPLAY}:
                    value = f"<value>{self._value(item.value)}</value>" if item.value else ""
                    yield f"{self.indent * 2}<items>{self._named(item)}{value}</items>"
            yield f"{self.indent * 2}{self._named(section)}"
            yield f"{self.indent}</sections>"
        yield "</CallCenter>"

    def _named(self, one: Section | Item) -> str:
        return f"<label>{escape(one.label)}</label><name>{one.name}</name>"

    # Both

    def _comment(self, section: Section) -> Iterator[str]:
        if self.comments:
            yield f"{self.indent}<!-- {section.name}: <item> & more -->"

    def _value(self, value: str) -> str:
        match self.values:
            case "plain":
                return escape(value, quote=False)
            case "entities":
                return escape(value)
            case "numbers":
                return "".join(one if one.isascii() and one.isalnum() else f"&#{ord(one)};" for one in value)
            case "CDATA":
                parts = value.split("]]>")
                return "]]&gt;".join(f"<![CDATA[{part}]]>" for part in parts)


def xml_styles() -> st.SearchStrategy[XmlStyle]:
    """Return ways to write a definition."""
    return st.builds(
        XmlStyle,
        form=st.sampled_from(["import", "metadata"]),
        indent=st.sampled_from(["  ", "", "\t"]),
        line_break=st.sampled_from(["\n", "\r\n"]),
        quote=st.sampled_from(['"', "'"]),
        values=st.sampled_from(["plain", "entities", "numbers", "CDATA"]),
        attributes_turned=st.booleans(),
        turned_round=st.booleans(),
        comments=st.booleans(),
        declaration=st.booleans(),
        mirrors=st.booleans(),
        mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    )
