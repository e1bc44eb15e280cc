"""Recognise a file by its content and parse it."""

from __future__ import annotations

import re

from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.documents.model import Document, Fault, Kind
from wxcc_lint.documents.salesforce import is_apex, metadata_type, parse_component
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.spans import Span, Text

HEAD = 64 * 1024
"""How many bytes the markers are looked for in."""

_BEFORE = b" \t\r\n\xef\xbb\xbf\xff\xfe\0"
"""What may stand before the first character: blanks, and the mark of an encoding."""
_QUOTE = rb"(?:\"|'|\xe2\x80[\x98\x99\x9c\x9d])"  # straight, or curly as pasted from a web page


def _quoted(word: bytes) -> bytes:
    """Return the pattern of a word in quotes. It begins with the word: a letter is looked for faster than a choice."""
    return word + rb"(?:(?<=[\"']" + word + rb")|(?<=\xe2\x80[\x98\x99\x9c\x9d]" + word + rb"))" + _QUOTE


_DEFINITION = b"callcenter"
_AREA = b"area"
_WRAPPED = b"jsonFileContent"
_COMPONENT = b"comp"
_FOLDERS = b"packageDirectories"
"""The words of which one stands in each file of ours that is no metadata; of the first, the case is free."""

_CALLCENTER = re.compile(rb"<(?:[\w.-]+:)?" + _DEFINITION + rb"[\s/>]", re.IGNORECASE)
_KEYS = tuple(re.compile(_quoted(word) + rb"\s*:") for word in (_AREA, _WRAPPED))
_LAYOUT_PART = re.compile(
    _QUOTE
    + rb"(?:advancedHeader|headless|homepage|navigation|panel|persistent|header|supervisorAgent|defaultDesktopLayout)"
    + _QUOTE
    + rb"\s*:"
)
_ELEMENT = re.compile(_quoted(_COMPONENT) + rb"\s*:\s*" + _QUOTE + rb"<?[a-z0-9]+-")
_PIECE = re.compile(
    _QUOTE
    + rb"(?:advancedHeader|headless|homepage|header|panel|persistent|navigateTo|widgets|attributes|script|jsonFileContent)"
    + _QUOTE
)
"""Beside an element, the marks of a piece of a layout: an area, a page, an entry of `navigation` or a component."""

_PROJECT = re.compile(b'"' + _FOLDERS + rb'"\s*:\s*\[')
"""The mark of a `sfdx-project.json`."""

_PACKED = b'"{'
"""How a layout begins that stands in a file as one text, as a program prints it that was not asked for the bare text."""
_OPENING = re.compile(rb"[<{]|\[\s*[\[{\"]|" + _QUOTE + rb"(?:\{|\w+" + _QUOTE + rb"\s*:)")
"""How XML, JSON and a bare member of an object begin, and scripts, notes and logs do not, which may quote any marker."""

_PROSE = ".md"
"""How custom metadata end in the Metadata API's own format, and Markdown as well."""


def recognise(head: bytes) -> Kind | None:
    """Tell what a file is from its first bytes, or None when it is none of ours.

    Only markers decide, never the name, so that a broken definition is still ours and a stranger's file never is.
    """
    head = head[:HEAD]
    if b"\0" in head:
        head = head.replace(b"\0", b"")  # good enough for the ASCII markers in UTF-16
    kind = _by_markers(head) if may_hold_marker(head) else None
    return "salesforce" if kind is None and metadata_type(head) is not None else kind


def may_hold_marker(head: bytes) -> bool:
    """Tell whether a file may hold a marker: a glance that spares most strangers the regular expressions.

    A lone byte is found ten times faster than a word, so a rare one that the marker has too is looked for first.
    """
    if b"<" in head and _DEFINITION in head.lower():
        return True
    return b":" in head and (
        _AREA in head
        or (b"-" in head and _COMPONENT in head)
        or (b"F" in head and _WRAPPED in head)
        or (b"D" in head and _FOLDERS in head)
    )


def _by_markers(head: bytes) -> Kind | None:
    if head.lstrip(_BEFORE).startswith(_PACKED):
        head = head.replace(rb"\"", b'"')
    if _CALLCENTER.search(head):
        return "callcenter"
    if _ELEMENT.search(head) and _PIECE.search(head):
        return "layout"
    if any(key.search(head) for key in _KEYS) and _LAYOUT_PART.search(head.replace(rb"\"", b'"')):
        return "layout"
    return "salesforce" if _PROJECT.search(head) else None


def recognise_file(name: str, head: bytes) -> Kind | None:
    """Tell what a file is; in those of some names, examples of other kinds in code or prose are not looked at.

    Without an ending a name says nothing: only what begins like a file of ours is one.
    """
    if is_apex(name):
        return "salesforce"
    kind = recognise(head)
    if kind is not None and "." not in name.rpartition("/")[2][1:] and not _OPENING.match(head.lstrip(_BEFORE)):
        return None
    return None if name.lower().endswith(_PROSE) and kind != "salesforce" else kind


def load(name: str, data: bytes, sizes: SizeLimits = DEFAULT_SIZES) -> Document | None:
    """Parse a file, or return None when it is none of ours. `data` beyond the size limit need not be whole."""
    kind = recognise_file(name, data)
    return None if kind is None else parse(name, data, kind, sizes)


def parse(name: str, data: bytes, kind: Kind, sizes: SizeLimits = DEFAULT_SIZES) -> Document:
    """Parse a file as a kind of document. Whatever is wrong with it stands in `faults`."""
    text, fault = ("", too_large(kind, sizes)) if len(data) > sizes.bytes(kind) else decode(data)
    if fault is not None:
        return Document(name, kind, Text(text), faults=(fault,))
    if kind == "callcenter":
        from wxcc_lint.documents.callcenter import parse_callcenter

        return parse_callcenter(name, text)
    if kind == "salesforce":
        return parse_component(name, text)
    from wxcc_lint.documents.layout import parse_layout

    return parse_layout(name, text)


def too_large(kind: Kind, sizes: SizeLimits) -> Fault:
    """Return what is told of a file beyond the limit."""
    key = "component-mib" if kind == "salesforce" else "file-mib"
    return Fault(
        "meta/too-large",
        f"the file is larger than {sizes.mib(kind)} MiB",
        Span(0, 0),
        f"files of this kind have some ten kilobytes: is this the right one? if so, raise '{key}' under 'limits' in the config",
    )


def empty(name: str) -> Document:
    """Return the document of a named file with nothing in it."""
    kind: Kind = "layout" if name.lower().endswith(".json") else "callcenter"
    fault = Fault(SYNTAX, "the file is empty", Span(0, 0), "restore it, or take it out of the check")
    return Document(name, kind, Text(""), faults=(fault,))
