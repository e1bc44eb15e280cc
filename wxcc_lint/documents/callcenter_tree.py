"""Call center definitions as a small tree, the same for both XML forms, and what it projects to: data and spans.

The form is told by the elements, not by root or namespace: the vendor ships the import form inside the namespace of the
metadata form. Only local names count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.documents.model import Document, Duplicate, NodeSpans, Path, SpanTable
from wxcc_lint.documents.xml import Element, Layout, XmlText
from wxcc_lint.spans import Span

MIRRORS: Final = frozenset(
    {
        "fullName",
        "displayName",
        "adapterUrl",
        "customSettings",
        "version",
        "displayNameLabel",
        "internalNameLabel",
    }
)
"""Elements beside the sections in which the metadata form says things, some of them for the second time."""

_TAGS: Final = {"import": ("section", "item"), "metadata": ("sections", "items")}
_LEAVES: Final[Mapping[str, frozenset[str]]] = {"import": frozenset(), "metadata": frozenset({"name", "label"})}
"""Elements of a section or item in which the form says what the other one says in attributes."""
_ROOT_LEAVES: Final[Mapping[str, frozenset[str]]] = {
    "import": frozenset(),
    "metadata": MIRRORS | {"contactCenterChannels"},
}


# gc=False, of nodes too: no cycle goes through them, so the garbage collector can leave them alone.
class Field(Struct, frozen=True, gc=False):
    """A text and where it stands: in an attribute of the element with this index, else between that element's tags."""

    text: str
    element: int
    attribute: str | None = None

    def spans(self, layout: Layout) -> NodeSpans:
        """Return the spans of the attribute's or element's name, and of its text."""
        element = layout.elements[self.element]
        return element.attributes[self.attribute] if self.attribute else NodeSpans(element.name, element.content)


class Stray(Struct, frozen=True):
    """An element where none of its name belongs; its path ends in `<name>`, numbered like a name that repeats."""

    path: Path
    name: str
    element: int


class Node(Struct, frozen=True, gc=False):
    """A section with its items, or an item with its value (unless the file has none).

    `element` is an index into the layout. `extras` is what a path addresses with `@`: the attributes, or the child
    elements that are leaves. `repeat` counts equal names from 1. `strays` stand in a section, or in an item's value.
    """

    path: Path
    repeat: int
    element: int
    name_field: Field | None
    extras: Mapping[str, Field]
    value: Field | None = None
    strays: tuple[Stray, ...] = ()
    items: tuple[Node, ...] = ()

    @property
    def name(self) -> str:
        """The name; empty when the file gives none."""
        return self.name_field.text if self.name_field else ""

    @property
    def text(self) -> str:
        """An item's decoded text as it stands, with outer blanks."""
        return self.value.text if self.value else ""

    def filled(self, fill: Callable[[str], str]) -> Node:
        """Return the item with what `fill` makes of its text."""
        return replace(self, value=replace(self.value, text=fill(self.value.text))) if self.value else self

    def said(self, name: str) -> str | None:
        """Return the text of an attribute or leaf, or None when it is absent."""
        return self.extras[name].text if name in self.extras else None

    def key(self, layout: Layout) -> Span:
        """Return the span of the name; where there is none, of the tag's name."""
        return self.name_field.spans(layout).value if self.name_field else layout.elements[self.element].name

    def content(self, layout: Layout) -> Span:
        """Return the span of an item's text; where there is none, the empty place before the item's end."""
        end = layout.elements[self.element].content.end
        return self.value.spans(layout).value if self.value else Span(end, end)


class Tree(Struct, frozen=True):
    """What the parser leaves for the view; `embedded` keeps the JSON documents of items, parsed when somebody asks.

    `strays` are all elements of the file that do not belong where they stand.
    """

    source: XmlText
    form: str
    mirrors: Mapping[str, Field]
    sections: tuple[Node, ...]
    strays: tuple[Stray, ...]
    embedded: dict[Path, Document] = field(default_factory=dict)

    def nodes(self) -> Iterator[Node]:
        """Yield each section and, behind it, its items."""
        for section in self.sections:
            yield section
            yield from section.items

    def element_span(self, path: Path) -> Span:
        """Return the span of a section's or item's element with its tags; KeyError for any other path."""
        indexes = {node.path: node.element for node in self.nodes()}
        return self.source.layout.elements[indexes[path]].whole

    def filled(self, fill: Callable[[str], str]) -> Tree:
        """Return the tree with the texts of items and mirrors replaced by what `fill` makes of them."""
        mirrors = {name: replace(mirror, text=fill(mirror.text)) for name, mirror in self.mirrors.items()}
        sections = tuple(
            replace(section, items=tuple(item.filled(fill) for item in section.items)) for section in self.sections
        )
        return replace(self, mirrors=mirrors, sections=sections, embedded={})

    def data(self) -> dict[str, dict[str, str]]:
        """Return `{section: {item: text}}` of everything that has a name; of equal names the first."""
        return {
            section.name: {item.name: item.text for item in section.items if item.name and item.repeat == 1}
            for section in self.sections
            if section.name and section.repeat == 1
        }

    def duplicates(self) -> tuple[Duplicate, ...]:
        """Return every repeat of a name, with the path of the repeat."""
        again = [node for node in self.nodes() if node.name and node.repeat > 1]
        if not again:
            return ()
        layout = self.source.layout
        first = {node.path: node.key(layout) for node in self.nodes() if node.repeat == 1}
        return tuple(Duplicate(node.path, first[node.path[:-1]], node.key(layout)) for node in again)

    def spans(self) -> SpanTable:
        """Return the span table; see `parse_callcenter`."""
        layout = self.source.layout
        root = layout.elements[0]
        spans: dict[Path, NodeSpans] = {(): NodeSpans(root.name, root.whole)}
        spans.update({(f"@{name}",): mirror.spans(layout) for name, mirror in self.mirrors.items()})
        for section in self.sections:
            spans[section.path] = NodeSpans(section.key(layout), layout.elements[section.element].whole)
            spans.update({item.path: NodeSpans(item.key(layout), item.content(layout)) for item in section.items})
        for node in self.nodes():
            spans.update({(*node.path, f"@{name}"): extra.spans(layout) for name, extra in node.extras.items()})
        for stray in self.strays:
            element = layout.elements[stray.element]
            spans[stray.path] = NodeSpans(element.name, element.whole)
        return spans


def build_tree(source: XmlText) -> Tree:
    """Return the tree of an XML text; one that is no call center has no sections."""
    form = _form(source.root)
    mirrors: dict[str, Field] = {}
    for child in source.root.children:
        if child.name in MIRRORS:
            mirrors.setdefault(child.name, Field(child.text, child.index))
    sections = tuple(_nodes(source.root, (), _TAGS[form], form))
    strays = list(_strays(source.root, {_TAGS[form][0], *_ROOT_LEAVES[form]}, ()))
    strays += (stray for section in sections for node in (section, *section.items) for stray in node.strays)
    return Tree(source, form, mirrors, sections, tuple(strays))


def _form(root: Element) -> str:
    """Return the form whose sections the root has; the root's name decides where it has none, or both."""
    names = {child.name for child in root.children}
    has_import, has_metadata = "section" in names, "sections" in names
    if has_import != has_metadata:
        return "import" if has_import else "metadata"
    return "metadata" if root.name == "CallCenter" else "import"


def _nodes(parent: Element, above: Path, tags: tuple[str, ...], form: str) -> Iterator[Node]:
    """Yield the children with the first of `tags`; the rest of `tags` is for those inside of them."""
    tag, *inner = tags
    count: dict[str, int] = {}
    for element in parent.children:
        if element.name != tag:
            continue
        extras = _fields(element, form)
        name_field = extras.pop("name", None)
        name = name_field.text if name_field else ""
        count[name] = repeat = count.get(name, 0) + 1
        path = (*above, name) if repeat == 1 else (*above, name, repeat)
        if inner:
            items = tuple(_nodes(element, path, tuple(inner), form))
            strays = _strays(element, {*inner, *_LEAVES[form]}, path)
            yield Node(path, repeat, element.index, name_field, extras, strays=strays, items=items)
        else:
            value, strays = _value(element, path, form)
            yield Node(path, repeat, element.index, name_field, extras, value, strays)


def _fields(element: Element, form: str) -> dict[str, Field]:
    """Return what is said about a section or an item, by attribute name or by tag name; of equal tags the first."""
    if form == "import":
        return {name: Field(text, element.index, name) for name, text in element.attributes.items()}
    fields: dict[str, Field] = {}
    for child in element.children:
        if child.name in _LEAVES[form]:
            fields.setdefault(child.name, Field(child.text, child.index))
    return fields


def _value(item: Element, path: Path, form: str) -> tuple[Field | None, tuple[Stray, ...]]:
    """Return an item's value, unless the metadata form leaves it out, and the strays in the item and in its value."""
    if form == "import":
        return Field(item.text, item.index), _strays(item, frozenset(), path)
    strays = _strays(item, {"value", *_LEAVES[form]}, path)
    holder = next((child for child in item.children if child.name == "value"), None)
    if holder is None:
        return None, strays
    return Field(holder.text, holder.index), (*strays, *_strays(holder, frozenset(), path))


def _strays(parent: Element, expected: Collection[str], above: Path) -> tuple[Stray, ...]:
    """Return the children that are none of the expected ones."""
    found = [element for element in parent.children if element.name not in expected]
    if not found:
        return ()  # nearly always, and a Counter takes its time
    count: Counter[str] = Counter()
    strays = []
    for element in found:
        step = f"<{element.name}>"
        count[step] += 1
        path = (*above, step) if count[step] == 1 else (*above, step, count[step])
        strays.append(Stray(path, element.name, element.index))
    return tuple(strays)
