"""Call center definitions: from XML in either form to a document, and the view that rules work on."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from wxcc_lint.documents.callcenter_tree import Node, Tree, build_tree
from wxcc_lint.documents.model import Document, Fault, Path, Place
from wxcc_lint.documents.xml import parse_xml
from wxcc_lint.documents.xml_text import decode_xml
from wxcc_lint.spans import Text


def parse_callcenter(name: str, text: str) -> Document:
    """Read a definition in either form; never raises. `data` is `{section: {item: text}}`, the text with outer blanks.

    A text that cannot be read has `data` None and the one fault of `parse_xml`. Of equal names `data` holds the first;
    a section or item without a name is left out of it, stands in the span table as `""`, and has its tag's name as key.
    An item that is one tag only, `<item …/>`, has its value's span at the empty place before `/>`; one that lacks its
    `<value>`, at the empty place before `</items>`. Spans are built on first use, except where a repeated name needs them.
    """
    source = parse_xml(text)
    if isinstance(source, Fault):
        return Document(name, "callcenter", Text(text), faults=(source,))
    tree = build_tree(source)
    items = {item.element for section in tree.sections for item in section.items}
    return Document(
        name,
        "callcenter",
        Text(text),
        data=tree.data(),
        duplicates=tree.duplicates(),
        form=tree.form,
        build_spans=tree.spans,
        build_comments=partial(source.comments, closed=items),
        decode_value=decode_xml,
        tree=tree,
    )


class _Named(Struct, frozen=True):
    """What sections and items have in common: where their name, label and sortOrder stand."""

    document: Document
    path: Path

    @property
    def name_at(self) -> Place:
        """The place of the name."""
        return Place(self.document, self.path, "key")

    @property
    def label_at(self) -> Place:
        """The place of the label's text."""
        return Place(self.document, (*self.path, "@label"))

    @property
    def sort_order_at(self) -> Place:
        """The place of the sortOrder's text."""
        return Place(self.document, (*self.path, "@sortOrder"))


class Item(_Named, frozen=True):
    """An item, repeats included; `repeat` counts equal names from 1, a missing name is empty.

    The place of something absent is at the nearest thing that exists: the item's name.
    """

    section: str
    name: str
    text: str
    label: str | None
    sort_order: str | None
    repeat: int
    node: Node

    @property
    def value(self) -> str:
        """The text without outer blanks."""
        return self.text.strip()

    @property
    def is_blank(self) -> bool:
        """Whether the text holds nothing but blanks."""
        return not self.value

    @property
    def at(self) -> Place:
        """The place of `value`, or of the whole text when it is blank.

        A fix that writes a new value replaces the whole text (`Place(document, path)`), so that CDATA stays whole.
        """
        place = Place(self.document, self.path)
        if self.value in {"", self.text}:
            return place
        start = self.text.index(self.value)
        return place.slice(start, start + len(self.value))

    @property
    def strays(self) -> tuple[Place, ...]:
        """The places of elements that stand inside the item, such as placeholders that happen to be sound XML."""
        return tuple(Place(self.document, stray.path) for stray in self.node.strays)

    def json(self) -> Document:
        """Return the text read as JSON, the same document each time. A blank text is a fault: ask `is_blank` first."""
        embedded = tree_of(self.document).embedded
        if self.path not in embedded:
            from wxcc_lint.documents.json import parse_json

            host = Place(self.document, self.path)
            embedded[self.path] = parse_json(self.document.name, self.text, "callcenter", host=host)
        return embedded[self.path]


class Section(_Named, frozen=True):
    """A section, repeats included; names and places follow the rules of an item's."""

    name: str
    label: str | None
    sort_order: str | None
    items: tuple[Item, ...]
    repeat: int


def tree_of(document: Document) -> Tree:
    """Return what the parser left of a call center that could be read."""
    assert isinstance(document.tree, Tree), "only a call center that could be read has a view"
    return document.tree


def section_of(document: Document, node: Node) -> Section:
    """Return the section at a node of the tree."""
    items = tuple(_item(document, node.name, item) for item in node.items)
    return Section(document, node.path, node.name, node.said("label"), node.said("sortOrder"), items, node.repeat)


def _item(document: Document, section: str, node: Node) -> Item:
    label, sort_order = node.said("label"), node.said("sortOrder")
    return Item(document, node.path, section, node.name, node.text, label, sort_order, node.repeat, node)
