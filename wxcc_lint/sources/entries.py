"""What a source is made of before anything is parsed: files with their bytes."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import IO, Final

from msgspec import Struct, field

from wxcc_lint.diff.objects import Extent, OrgFacts, SourceInfo, Uncovered
from wxcc_lint.documents.callcenter_row import may_hold_rows
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.load import HEAD, recognise
from wxcc_lint.documents.model import Document, Fault, Kind

_SUFFIXES: Final = frozenset({".xml", ".json", ".callcenter"})
_WRAPPED = re.compile(rb'"jsonFileContent"\s*:')
"""The mark of the API's object around a layout, whatever that layout looks like."""


class Entry(Struct, frozen=True):
    """A file of a source.

    `name` is what reports call it, `path` where it stands inside the source, and `file` the place in the working directory
    that it stands for, if any: that is how the config knows it. `data` beyond the size limit is not whole.
    """

    name: str
    path: str
    data: bytes
    file: Path | None = None


class Opened(Struct):
    """What a source turned out to hold. `failures` are sentences on what could not be opened at all."""

    entries: list[Entry] = field(default_factory=list)
    uncovered: list[Uncovered] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    extent: Extent = "everything"
    info: SourceInfo | None = None
    """What the source tells of itself, if it does."""
    place: str = ""
    """The folder that it is a state of, links followed."""
    org: OrgFacts | None = None
    """Of a snapshot: what it tells of the org beside its objects."""
    may_be_empty: bool = False
    """Whether it is a fact worth comparing that the source holds nothing of ours."""


def failed(sentence: str) -> Opened:
    """Return what a source holds that cannot be opened."""
    return Opened(failures=[sentence])


def may_be_ours(path: str) -> bool:
    """Tell from its name whether a file is worth looking into, among those that nobody named."""
    return PurePosixPath(path).suffix.lower() in _SUFFIXES


def kind_of(head: bytes) -> Kind | None:
    """Tell which call center or layout a file is from its first bytes, rows of a query and any wrapped layout included."""
    found = recognise(head)
    if found == "salesforce":
        return None
    if found is None and may_hold_rows(head[:HEAD]):
        return "callcenter"
    return "layout" if found is None and _WRAPPED.search(head[:HEAD]) else found


def read_ours(file: IO[bytes], sizes: SizeLimits) -> bytes | None:
    """Return the bytes of a file that is ours, None for a stranger's, of which only the first bytes are read.

    Of a file beyond the size limit no more is read than tells that it is.
    """
    head = file.read(HEAD)
    return None if kind_of(head) is None else head + file.read(sizes.bytes("layout") + 1 - len(head))


def told(document: Document, fault: Fault) -> str:
    """Return the sentence on what keeps a file from being read, with its place."""
    line, column = document.text.locate(fault.span.start)
    return f"{document.name}:{line}:{column}: {fault.message}"
