"""Desktop layouts: from a JSON text, bare or inside the object of the configuration API, to a document."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.slips import SYNTAX

CONTENT: Final = "jsonFileContent"
"""The member of the API's object that holds the layout: as a text with JSON in it, or as an object."""


def parse_layout(name: str, text: str) -> Document:
    """Read a layout; never raises. `data` is that of the file; a layout that is a text inside it is under `tree`.

    A text that is no JSON but pieces of a layout is told as that, and so are layouts in a list or in quotes. A fault of
    the inner JSON is a fault of the file, at its place in the file.
    """
    document = _parse(name, text)
    if not isinstance(document.data, dict) or not isinstance(document.data.get(CONTENT), str):
        return document
    inner = _parse(name, document.data[CONTENT], Place(document, (CONTENT,)))
    document.tree = inner
    if inner.faults:
        document.data = None
        document.faults = tuple(replace(fault, span=inner.to_root(fault.span)) for fault in inner.faults)
    return document


def _parse(name: str, text: str, host: Place | None = None) -> Document:
    document = parse_json(name, text, "layout", host=host)
    if any(fault.rule == SYNTAX for fault in document.faults):
        from wxcc_lint.documents.layout_pieces import explain_pieces

        document.faults = tuple(filter(None, (explain_pieces(text),))) or document.faults
    elif not isinstance(document.data, dict) or "data" in document.data:
        from wxcc_lint.documents.layout_pieces import explain_packing

        document.faults = document.faults or tuple(filter(None, (explain_packing(document.data, text),)))
        document.data = None if document.faults else document.data
    return document


def content_of(document: Document) -> Place:
    """Return the place of the layout itself: the file's root, or what its `jsonFileContent` holds."""
    if isinstance(document.tree, Document):
        return Place(document.tree, ())
    wrapped = isinstance(document.data, dict) and CONTENT in document.data
    return Place(document, (CONTENT,) if wrapped else ())
