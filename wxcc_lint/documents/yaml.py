"""YAML texts by the rules of version 1.2, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wxcc_lint.documents.model import Document, Kind, NodeSpans, Path
from wxcc_lint.documents.yaml_scalars import decode_scalar
from wxcc_lint.spans import Span, Text

if TYPE_CHECKING:
    from wxcc_lint.documents.yaml_nodes import Node


def parse_yaml(name: str, text: str, kind: Kind) -> Document:
    """Read a YAML text without a byte order mark. An empty text has `data` None and no fault.

    Never raises. What cannot be read has `data` None and exactly one fault: `meta/syntax`, `meta/too-deep` or, when
    aliases stand for too much, `meta/too-large`. Of a repeated key the data hold the last value; every repeat is in
    `duplicates`.
    """
    from wxcc_lint.documents.yaml_nodes import Builder, RefusedError

    document = Document(name, kind, Text(text), decode_value=decode_scalar)
    builder = Builder(text)
    try:
        root = builder.document()
    except RefusedError as refused:
        document.faults = (refused.fault,)
        return document
    document.data = root.value
    document.duplicates = tuple(builder.duplicates)
    document.build_spans = lambda: dict(_spans((), None, root))
    return document


def _spans(path: Path, key: Span | None, node: Node) -> Iterator[tuple[Path, NodeSpans]]:
    """Yield the spans of a node and of all below it. What an alias repeats is found where its anchor is."""
    yield path, NodeSpans(key, node.span)
    for step, child in node.children.items():
        yield from _spans((*path, step), child.key, child.node)
