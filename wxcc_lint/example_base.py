"""Whole documents around the fragments that rule examples show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from wxcc_lint.catalog.callcenter import Vocabulary, render_import, vocabulary

_FRAGMENT = re.compile(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(section|item)\b", re.DOTALL)
_SECTION = re.compile(r"((?:<!--.*?-->\s*)*)<section\b([^>]*)>(.*?)</section>", re.DOTALL)
_ITEM = re.compile(r"((?:<!--.*?-->\s*)*)<item\b([^>]*)>(.*?)</item>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w.-]+)\s*=\s*"([^"]*)"')


class _Element(Struct):
    """A section or item as source text; `before` holds the comments that precede it. Nothing is decoded."""

    attributes: dict[str, str]
    before: str = ""
    inner: str = ""
    items: list[_Element] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.attributes.get("name", "")


def complete(text: str, without: Sequence[str] = (), generation: str = "v1") -> str:
    """Set call center `<section>` or `<item>` elements into the newest file of a generation; leave any other text as it is.

    An item replaces the one of its name, one that is named again goes behind it, a new one to the end of its section;
    attributes that it does not give are those of the file. `without` names items and sections that are taken out. A
    sortOrder that nobody gave is counted. The fragment may be broken: that may be what the example is about.
    """
    kind = _FRAGMENT.match(text)
    if kind is None:
        return text
    known = vocabulary(generation)
    base = _unnumbered(render_import(known.releases[-1]))
    for section in _sections(text) if kind[1] == "section" else _at_home(_items(text), known):
        _merge(base, section)
    for section in base:
        section.items = [item for item in section.items if item.name not in without]
    return "\n".join(_rendered([section for section in base if section.name not in without])) + "\n"


def _unnumbered(text: str) -> list[_Element]:
    """Return the sections of a whole file in the order that their numbers gave, without these numbers."""
    sections = list(_sections(text))
    for elements in (sections, *(section.items for section in sections)):
        elements.sort(key=lambda element: int(element.attributes["sortOrder"]))
        for element in elements:
            del element.attributes["sortOrder"]
    return sections


def _at_home(items: Iterator[_Element], known: Vocabulary) -> list[_Element]:
    """Return items in the first section that has one of their name; unknown ones in a section without a name."""
    homes: dict[str, _Element] = {}
    for item in items:
        home = next(iter(known.sections_of(item.name)), "")
        homes.setdefault(home, _Element({"name": home})).items.append(item)
    return list(homes.values())


def _sections(text: str) -> Iterator[_Element]:
    for before, attributes, inner in _SECTION.findall(text):
        yield _Element(dict(_ATTRIBUTE.findall(attributes)), before.strip(), items=list(_items(inner)))


def _items(text: str) -> Iterator[_Element]:
    for before, attributes, inner in _ITEM.findall(text):
        yield _Element(dict(_ATTRIBUTE.findall(attributes)), before.strip(), inner)


def _merge(base: list[_Element], section: _Element) -> None:
    target = next((one for one in base if one.name == section.name), None)
    if target is None:
        base.append(section)
        return
    target.attributes |= section.attributes
    target.before = section.before or target.before
    given: set[str] = set()
    for item in section.items:
        _place(target.items, item, again=item.name in given)
        given.add(item.name)


def _place(items: list[_Element], item: _Element, *, again: bool) -> None:
    at = max((index for index, one in enumerate(items) if one.name == item.name), default=None)
    if at is None:
        items.append(item)
    elif again:
        items.insert(at + 1, item)
    else:
        item.attributes = items[at].attributes | item.attributes
        items[at] = item


def _rendered(sections: list[_Element]) -> Iterator[str]:
    yield "<callCenter>"
    for order, section in enumerate(sections):
        if section.before:
            yield f"  {section.before}"
        yield f"  <section {_attributes(section, order)}>"
        for item_order, item in enumerate(section.items):
            if item.before:
                yield f"    {item.before}"
            yield f"    <item {_attributes(item, item_order)}>{item.inner}</item>"
        yield "  </section>"
    yield "</callCenter>"


def _attributes(element: _Element, order: int) -> str:
    attributes = {"sortOrder": str(order), **element.attributes}
    return " ".join(f'{name}="{value}"' for name, value in attributes.items())
