"""Allowed lists: the entries of a tenant's Content Security Policy, as a repository declares them.

A file is YAML or JSON (a list of texts, or an object with one list in it), CSV (the first column) or has an entry a line,
with comments behind `#`. A list may as well stand in the config itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePath
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.host_sources import HostSource, host_source
from wxcc_lint.documents.model import Document, Fault, NodeSpans, Path, Place, SpanTable
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.documents.surroundings import Surroundings
from wxcc_lint.spans import Span, Text

_LINE: Final = re.compile(r"[^\r\n]+")
_CELL: Final = re.compile(r'\ufeff?\s*(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^,;\t]*))')
_HEADINGS: Final = frozenset(
    {"domain", "domains", "entry", "host", "url", "value", "name", "allowed", "registered domains"}
)


class AllowEntry(Struct, frozen=True):
    """An entry; `value` is without outer blanks, `source` is None where it is no host source."""

    value: str
    at: Place
    source: HostSource | None


class AllowList:
    """An allowed list: that of a file, or the one at `root_at` in the config."""

    kind = "allowlist"

    def __init__(
        self,
        document: Document,
        environments: tuple[Surroundings, ...] = (),
        environment: Surroundings | None = None,
        root_at: Place | None = None,
    ) -> None:
        self.document = document
        self.environments = environments
        self.environment = environment
        self.root_at = root_at or Place(document, list_path(document.data))

    @cached_property
    def entries(self) -> tuple[AllowEntry, ...]:
        """All entries in the order of the list, repeats and what cannot be read included."""
        values: Any = self.root_at.document.data
        for step in self.root_at.path:
            values = values[step]
        return tuple(
            AllowEntry(value.strip(), Place(self.root_at.document, (*self.root_at.path, index)), host_source(value))
            for index, value in enumerate(values)
            if isinstance(value, str)
        )


def parse_allowlist(name: str, text: str) -> Document:
    """Read a file by what its name ends in; never raises. What cannot be read has `data` None and one fault."""
    suffix = PurePath(name).suffix.lower()
    if suffix in {".yaml", ".yml"}:
        from wxcc_lint.documents.yaml import parse_yaml

        return _checked(parse_yaml(name, text, "allowlist"))
    if suffix == ".json":
        from wxcc_lint.documents.json import parse_json

        return _checked(parse_json(name, text, "allowlist"))
    entries = list(_rows(text) if suffix == ".csv" else _lines(text))
    spans: SpanTable = {
        (): NodeSpans(None, Span(0, len(text))),
        **{(index,): NodeSpans(None, span) for index, (_, span) in enumerate(entries)},
    }
    return Document(name, "allowlist", Text(text), data=[value for value, _ in entries], build_spans=lambda: spans)


def list_path(data: Any) -> Path:
    """Return where in the data of a file the list is: at the root, or under the one key that holds a list."""
    if isinstance(data, dict):
        return next(((key,) for key, value in data.items() if isinstance(value, list)), ())
    return ()


def encode_entry(document: Document, value: str, span: Span) -> str | None:
    """Return how a file with an entry a line writes a value in the place of another; None where it cannot hold it."""
    if not value or value != value.strip() or not value.isprintable() or '"' in value:
        return None
    if PurePath(document.name).suffix.lower() != ".csv":
        return None if "#" in value else value
    before = re.search(r"[^\r\n]*\Z", document.text.text[: span.start])
    is_quoted = before is not None and before[0].lstrip().startswith('"')
    return value if is_quoted or not set(value) & set(",;\t") else f'"{value}"'


def _checked(document: Document) -> Document:
    """Refuse data that hold no list of texts."""
    if document.faults:
        return document
    values: Any = document.data
    path = list_path(values)
    values = values[path[0]] if path else values
    if values is None:
        document.data = []
    elif not isinstance(values, list):
        _refuse(document, path, "there is no list of entries here")
    else:
        bad = next((index for index, value in enumerate(values) if not isinstance(value, str)), None)
        if bad is not None:
            _refuse(document, (*path, bad), f"entry {bad + 1} is no text")
    return document


def _refuse(document: Document, path: Path, message: str) -> None:
    span = Place(document, path).span
    document.faults = (
        Fault(SYNTAX, message, span, "write a list of texts such as '*.force.com', one for each domain"),
    )
    document.data = None


def _lines(text: str) -> Iterator[tuple[str, Span]]:
    for line in _LINE.finditer(text):
        yield from _trimmed(line[0].partition("#")[0], line.start())


def _rows(text: str) -> Iterator[tuple[str, Span]]:
    for number, line in enumerate(_LINE.finditer(text)):
        cell = _CELL.match(line[0])
        if cell is None:
            continue
        group = "bare" if cell["quoted"] is None else "quoted"
        if not (number == 0 and cell[group].strip().lower() in _HEADINGS):
            yield from _trimmed(cell[group], line.start() + cell.start(group))


def _trimmed(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """Yield a text without outer blanks, unless nothing is left."""
    value = text.strip()
    if value:
        start += text.index(value)
        yield value, Span(start, start + len(value))
