"""What every parsed file looks like to the rest of the program: plain data, with the spans on the side.

A `Path` addresses a node inside one document's data:

* JSON, YAML and Salesforce metadata: keys and 0-based indexes, `("agent", "area", "headless")`, `("rows", 0)`.
* Call center XML: `(section, item)`. An attribute is a last step with `@` before its name: `(section, item, "@label")`,
  `(section, "@sortOrder")`; the metadata form's mirrors are `("@adapterUrl",)`. Section and item names may repeat: the
  n-th one (n from 2) has the number behind its name, `(section, item, 2)` or `(section, 2, item)`; `data` holds the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field

from wxcc_lint.documents.paths import Selector
from wxcc_lint.spans import Span, Text

Path = tuple[str | int, ...]
Kind = Literal["callcenter", "layout", "allowlist", "salesforce", "config"]
Part = Literal["key", "value"]


class NodeSpans(NamedTuple):
    """Where a node stands: its name, when it has one, and its value.

    JSON: the key and the value with their quotes. XML: the item's name (in the attribute, or in `<name>`) and the text
    between the tags, both without quotes or tags. An attribute: its name, and its value without quotes.
    """

    key: Span | None
    value: Span


SpanTable = Mapping[Path, NodeSpans]
Decoder = Callable[[str], tuple[str, list[Span]]]
"""Raw source of a node's value → the decoded text and, for each decoded character, its span within the raw source."""


class Duplicate(Struct, frozen=True):
    """A name that stands twice under one parent; the spans are those of the names."""

    path: Path
    first: Span
    again: Span


class Fault(Struct, frozen=True):
    """Why a text could not be read as what it claims to be; `rule` is one of `meta/*`."""

    rule: str
    message: str
    span: Span
    help: str = ""


class Comment(Struct, frozen=True):
    """A comment and the span of what it speaks of: the element it precedes, else the one it stands in."""

    text: str
    span: Span
    scope: Span


class Document(Struct, eq=False, dict=True):
    """One parsed text: a file, or JSON inside an item of a file.

    `data` is None when `faults` says why. `host` is set for embedded text: the place whose decoded value this text is.
    """

    name: str
    kind: Kind
    text: Text
    data: Any = None
    duplicates: tuple[Duplicate, ...] = ()
    faults: tuple[Fault, ...] = ()
    host: Place | None = None
    source: Document | None = None
    """Of a document with variables filled in: the document as it is written."""
    form: str = ""
    """Call centers: `import`, `metadata` or `row`. Salesforce: the type of metadata, or `apex`."""
    build_spans: Callable[[], SpanTable] = dict
    build_comments: Callable[[], tuple[Comment, ...]] = tuple
    decode_value: Decoder | None = None
    tree: Any = None
    """What the parser leaves for the view of this kind; nobody else looks at it."""
    selectors: dict[Path, tuple[Selector, ...]] = field(default_factory=dict)
    """How identity paths name the elements of an array, kept by `identity` once it has worked them out."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}>"  # the rest is long, and a part of every place's text

    @cached_property
    def spans(self) -> SpanTable:
        """All spans of this document, in offsets of its own text. Built on first use: a clean file never pays."""
        return self.build_spans()

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """All comments, with their spans, so that asking for them has its price as well."""
        return self.build_comments()

    @cached_property
    def answers(self) -> dict[Any, Any]:
        """What is worked out once for each document; see `once`. A document made from this one has answers of its own."""
        return {}

    def nearest(self, path: Path) -> Path:
        """Return the longest beginning of `path` that exists in the document: where a missing node is reported."""
        while path and path not in self.spans:
            path = path[:-1]
        return path

    @property
    def root(self) -> Document:
        """The document that is a file of its own, as it is written."""
        return self.host.document.root if self.host else self.source or self

    @cached_property
    def _host_map(self) -> list[Span]:
        """For each character of an embedded text its span in the host's text."""
        assert self.host is not None
        return self.host.characters

    def to_root(self, span: Span) -> Span:
        """Map a span of this text to the file that holds it."""
        if self.host is None:
            return span
        return self.host.document.to_root(stretch(self._host_map, span, self.host.own_span))


def stretch(characters: list[Span], within: Span, around: Span) -> Span:
    """Return the raw span of the decoded characters `within`; `around` is the raw span they all stand in."""
    if not characters:
        return Span(around.start, around.start)
    if within.start >= len(characters):
        return Span(characters[-1].end, characters[-1].end)
    start = characters[within.start].start
    return Span(start, start if within.end <= within.start else characters[min(within.end, len(characters)) - 1].end)


class Place(Struct, frozen=True):
    """A node, its name, or a part of its value: where a finding, a label or an edit goes.

    `within` counts characters of the decoded value (what a rule sees), not of the source: entities, CDATA and JSON
    escapes are mapped back by the document.
    """

    document: Document
    path: Path
    part: Part = "value"
    within: Span | None = None

    def key(self) -> Place:
        """Return the place of this node's name."""
        return Place(self.document, self.path, "key")

    def slice(self, start: int, end: int) -> Place:
        """Return the place of some characters of this node's decoded value."""
        return Place(self.document, self.path, self.part, Span(start, end))

    @property
    def own_span(self) -> Span:
        """The span in the document's own text, without `within`. A missing node stands at its nearest ancestor's name."""
        spans = self.document.spans
        path = self.document.nearest(self.path)
        node = spans[path]
        wants_key = self.part == "key" or path != self.path
        return node.key if wants_key and node.key is not None else node.value

    @property
    def characters(self) -> list[Span]:
        """For each character of the decoded value its span in the document's own text."""
        span = self.own_span
        raw = self.document.text.text[span.start : span.end]
        if self.document.decode_value is None:
            return [Span(span.start + index, span.start + index + 1) for index in range(len(raw))]
        return [character.shift(span.start) for character in self.document.decode_value(raw)[1]]

    @property
    def span(self) -> Span:
        """The span in the file that holds this node."""
        own = self.own_span
        if self.within is not None:
            own = stretch(self.characters, self.within, own)
        return self.document.to_root(own)
