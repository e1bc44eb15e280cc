"""From PyYAML's events to a tree of values with their places.

PyYAML only scans and parses. What plain words mean is decided by us, since PyYAML follows YAML 1.1, in which `off` is
false and a date no text; and the tree is built by us, since PyYAML's own composer recurses without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Duplicate, Fault, Path
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.documents.yaml_faults import explain, unprintable
from wxcc_lint.documents.yaml_scalars import CORE_TAG, Scalar, core_value, tagged_value
from wxcc_lint.spans import Span

if TYPE_CHECKING:
    from yaml.events import AliasEvent, CollectionStartEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

_MAX_REPEATED = 10_000
"""How many nodes aliases may stand for altogether; a few lines of aliases of aliases stand for billions."""

_PROPERTIES = re.compile(r"(?:[&!]\S*\s*(?:#[^\r\n]*\s*)*)*")
"""The anchor and the tag in front of a value, with the blanks and comments behind them."""

_NO_TAG = (None, "!")
_MAPPING_TAG = f"{CORE_TAG}map"
_SEQUENCE_TAG = f"{CORE_TAG}seq"


class RefusedError(Exception):
    """The text cannot be read, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Child(NamedTuple):
    """An entry of a mapping or list; the entries of a list have no key."""

    key: Span | None
    node: Node


class Node(Struct, frozen=True):
    """A value, its place, and its children by key or index.

    `size` counts the node and all below it, `height` the levels of mappings and lists, itself included.
    """

    value: Any
    span: Span
    children: dict[str | int, Child]
    size: int
    height: int


class Builder:
    """Builds the tree of one text; whatever cannot be read raises RefusedError."""

    def __init__(self, text: str) -> None:
        from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

        self.duplicates: list[Duplicate] = []
        self._text = text
        self._events = _events(text)
        self._anchors: dict[str, Node] = {}
        self._repeated = 0
        self._readers: dict[type[Event], Callable[[Any, Path], Node]] = {
            AliasEvent: self._alias,
            MappingStartEvent: self._mapping,
            ScalarEvent: self._scalar,
            SequenceStartEvent: self._sequence,
        }

    def document(self) -> Node:
        """Return the root of the only document; a text without one counts as null."""
        from yaml.events import DocumentStartEvent

        next(self._events)  # the start of the stream
        if not isinstance(next(self._events), DocumentStartEvent):
            return Node(None, Span(0, 0), {}, size=1, height=0)
        root = self._node(next(self._events), ())
        next(self._events)  # the end of the document
        more = next(self._events)
        if isinstance(more, DocumentStartEvent):
            raise _refused("a second document begins here", _mark(more), "keep one document in a file")
        return root

    def _node(self, event: Any, path: Path) -> Node:
        node = self._readers[type(event)](event, path)
        if event.anchor is not None:
            self._anchors[event.anchor] = node  # an alias renews the anchor it names, which changes nothing
        return node

    def _alias(self, event: AliasEvent, path: Path) -> Node:
        span = _mark(event)
        name = event.anchor or ""
        node = self._anchors.get(name)
        if node is None:
            message = f"the alias '*{name}' has no anchor '&{name}' before it"
            raise _refused(message, span, "put the value in quotes if it is a pattern")
        _check_depth(path, node.height, span)
        self._repeated += node.size
        if self._repeated > _MAX_REPEATED:
            message = f"the aliases of this file stand for more than {_MAX_REPEATED} values"
            raise RefusedError(Fault("meta/too-large", message, span, "write the values out"))
        return replace(node, span=span)

    def _scalar(self, event: ScalarEvent, _path: Path) -> Node:
        span = self._written(event)
        try:
            value = _scalar_value(event)
        except LookupError:
            raise _foreign_tag(event) from None
        except ValueError as error:
            raise _refused(str(error), span, "put it in quotes if it is text") from None
        return Node(value, span, {}, size=1, height=0)

    def _sequence(self, event: SequenceStartEvent, path: Path) -> Node:
        _check_collection(event, path, _SEQUENCE_TAG)
        children: dict[str | int, Child] = {}
        while type(following := next(self._events)) in self._readers:
            index = len(children)
            children[index] = Child(None, self._node(following, (*path, index)))
        return self._collection([child.node.value for child in children.values()], children, event, following)

    def _mapping(self, event: MappingStartEvent, path: Path) -> Node:
        _check_collection(event, path, _MAPPING_TAG)
        children: dict[str | int, Child] = {}
        first: dict[str, Span] = {}
        while type(following := next(self._events)) in self._readers:
            name, key = self._key(following)
            if first.setdefault(name, key) != key:
                self.duplicates.append(Duplicate((*path, name), first[name], key))
            children[name] = Child(key, self._node(next(self._events), (*path, name)))
        return self._collection(
            {name: child.node.value for name, child in children.items()}, children, event, following
        )

    def _key(self, event: Event) -> tuple[str, Span]:
        """Return the text and the span of a key; it may be an alias of a text."""
        from yaml.events import CollectionStartEvent

        if isinstance(event, CollectionStartEvent):
            raise _refused(
                "a list or mapping cannot be a key", _mark(event), "put a text that begins like one in quotes"
            )
        node = self._node(event, ())
        written = self._text[node.span.start : node.span.end]
        if written == "<<":
            raise _refused("merging mappings with '<<' is not supported", node.span, "write the keys out")
        if isinstance(node.value, str):
            return node.value, node.span
        if not written:
            raise _refused("a key is missing before the ':'", node.span, "write 'key: value'")
        raise _refused(f"the key '{written}' is not text", node.span, f"put it in quotes: '{written}'")

    def _collection(
        self, value: Any, children: dict[str | int, Child], start: CollectionStartEvent, end: Event
    ) -> Node:
        nodes = [child.node for child in children.values()]
        if start.flow_style:
            span = Span(self._written(start).start, _mark(end).end)
        else:
            first = min((child.key or child.node.span).start for child in children.values())
            span = Span(first, max(node.span.end for node in nodes))
        height = 1 + max((node.height for node in nodes), default=0)
        return Node(value, span, children, 1 + sum(node.size for node in nodes), height)

    def _written(self, event: Event) -> Span:
        """Return the span of an event without anchor and tag before it and line breaks behind it."""
        span = _mark(event)
        properties = _PROPERTIES.match(self._text, span.start, span.end)
        assert properties is not None, "the pattern matches nothing at all, too"
        start = properties.end()
        return Span(start, start + len(self._text[start : span.end].rstrip()))


def _events(text: str) -> Iterator[Event]:
    import yaml

    if fault := unprintable(text):
        raise RefusedError(fault)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the Python scanner lets `chr` fail on an escape
        raise RefusedError(explain(error, text)) from None


def _scalar_value(event: ScalarEvent) -> Scalar:
    """Return what a scalar means; raises as `tagged_value` does."""
    if event.tag not in _NO_TAG:
        return tagged_value(event.value, event.tag)
    return event.value if event.style else core_value(event.value)


def _mark(event: Event) -> Span:
    assert event.start_mark is not None, "the parser marks every event"
    assert event.end_mark is not None, "the parser marks every event"
    return Span(event.start_mark.index, event.end_mark.index)


def _refused(message: str, span: Span, help_: str) -> RefusedError:
    return RefusedError(Fault(SYNTAX, message, span, help_))


def _foreign_tag(event: ScalarEvent | CollectionStartEvent) -> RefusedError:
    tag = (event.tag or "").replace(CORE_TAG, "!!")
    return _refused(f"the tag '{tag}' is not supported", _mark(event), "put a text that begins with '!' in quotes")


def _check_collection(event: CollectionStartEvent, path: Path, tag: str) -> None:
    _check_depth(path, 1, _mark(event))
    if event.tag not in (*_NO_TAG, tag):
        raise _foreign_tag(event)


def _check_depth(path: Path, height: int, span: Span) -> None:
    """Refuse what would stand deeper than all libraries can follow."""
    if len(path) + height > MAX_DEPTH:
        message = f"mappings and lists are nested more than {MAX_DEPTH} deep"
        raise RefusedError(Fault("meta/too-deep", message, span, "a real configuration needs a dozen levels at most"))
