"""Components of a Salesforce project: from metadata XML to plain data with spans, and Apex as the text it is.

Elements become objects, those without children texts as they stand, outer blanks included. What may stand several times
is a list, and so is what does. A path addresses a node like one of JSON: `("fieldPermissions", 0, "editable")`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE, MetadataType, list_keys, metadata_types, types_by_root
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Fault, NodeSpans, Path, SpanTable
from wxcc_lint.documents.xml import Element, XmlText, parse_xml
from wxcc_lint.documents.xml_text import decode_xml
from wxcc_lint.spans import Span, Text

APEX: Final = "apex"
"""The `form` of a document with Apex source; others have the name of their metadata type."""
PROJECT: Final = "Project"
"""The `form` of a `sfdx-project.json`: JSON, and no metadata itself."""
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s++|<\?.*?\?>|<!--.*?-->)*+<([A-Za-z]+)(?=[\s/>])([^<>]*)", re.DOTALL)


def metadata_type(head: bytes) -> MetadataType | None:
    """Tell from the first bytes of a file which type of metadata it is, None for what is none that we read.

    Call centers are metadata as well; they have a reader of their own.
    """
    found = _ROOT.match(head)
    it = types_by_root().get(found[1].decode()) if found else None
    if found is None or it is None:
        return None
    is_bare = it.is_bare and found[0].rstrip().endswith(b"<" + it.root.encode())
    return it if is_bare or NAMESPACE.encode() in found[2] else None


def is_apex(name: str) -> bool:
    """Tell from its name whether a file holds Apex source."""
    return name.lower().endswith(f".{metadata_types()['ApexClass'].suffix}")


class ComponentTree(Struct, frozen=True):
    """What the parser leaves of metadata: the XML, and the index of the element at each path."""

    source: XmlText
    elements: Mapping[Path, int]

    def element_span(self, path: Path) -> Span:
        """Return the span of an element with its tags; KeyError where there is none."""
        return self.source.layout.elements[self.elements[path]].whole

    def has_content(self, path: Path) -> bool:
        """Tell whether there are two tags with room for a text between them."""
        return self.source.layout.elements[self.elements[path]].has_content

    def spans(self) -> SpanTable:
        """Return the span table: names of elements, and what stands between the tags; of the root, all of it."""
        layout = self.source.layout.elements
        spans = {path: NodeSpans(layout[index].name, layout[index].content) for path, index in self.elements.items()}
        return {**spans, (): NodeSpans(layout[0].name, layout[0].whole)}


def parse_component(name: str, text: str) -> Document:
    """Read a component; never raises. A text that cannot be read has `data` None and the one fault of `parse_xml`."""
    if is_apex(name):
        span = Span(0, len(text))
        spans: SpanTable = {(): NodeSpans(None, span)}
        return Document(name, "salesforce", Text(text), data=text, form=APEX, build_spans=lambda: spans)
    if text.lstrip().startswith("{"):
        project = parse_json(name, text, "salesforce")
        project.form = PROJECT
        return project
    source = parse_xml(text)
    if isinstance(source, Fault):
        return Document(name, "salesforce", Text(text), faults=(source,))
    found: dict[Path, Element] = {}
    known = types_by_root().get(source.root.name)
    entry_of = known.parts.get(source.root.name) if known else None
    data = _entry(source.root, entry_of, found) if entry_of else _value(source.root, (), found)
    tree = ComponentTree(source, {path: element.index for path, element in found.items()})
    return Document(
        name,
        "salesforce",
        Text(text),
        data=data if isinstance(data, dict) else {},
        form=known.name if known else source.root.name,
        build_spans=tree.spans,
        build_comments=partial(source.comments, {element.index for element in found.values() if not element.children}),
        decode_value=decode_xml,
        tree=tree,
    )


def _entry(element: Element, name: str, found: dict[Path, Element]) -> Any:
    """Return what a file with one entry of a list says as if the component had only this entry."""
    found[()] = found[name,] = element
    return {name: [_value(element, (name, 0), found)]}


def _value(element: Element, path: Path, found: dict[Path, Element]) -> Any:
    """Return what an element says, and note where it and all in it stand; at most MAX_DEPTH calls deep."""
    found[path] = element
    if not element.children:
        return element.text
    data: dict[str, Any] = {}
    for name, same in _by_name(element).items():
        if len(same) > 1 or _is_list(element.name, name):
            data[name] = [_value(child, (*path, name, index), found) for index, child in enumerate(same)]
            found[*path, name] = same[0]
        else:
            data[name] = _value(same[0], (*path, name), found)
    return data


def _by_name(element: Element) -> dict[str, list[Element]]:
    groups: dict[str, list[Element]] = {}
    for child in element.children:
        groups.setdefault(child.name, []).append(child)
    return groups


def _is_list(parent: str, name: str) -> bool:
    return name in list_keys() or f"{parent}/{name}" in list_keys()


def keys_of_list(at: Path, root: str) -> Iterator[tuple[str, ...]]:
    """Yield what tells the elements of the list at a path apart: all of its keys, then fewer, for elements without some.

    `root` is the name of the root element's type.
    """
    steps = [root, *(step for step in at if isinstance(step, str))]
    keys = list_keys().get("/".join(steps[-2:])) or list_keys().get(steps[-1], ())
    for count in range(len(keys), 0, -1):
        yield keys[:count]
