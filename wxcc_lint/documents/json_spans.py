"""Where the nodes of a JSON text stand, worked out for the objects and lists that somebody's paths go through."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from wxcc_lint.documents.model import NodeSpans, Path
from wxcc_lint.spans import Span

_GAP = re.compile(r"[ \t\n\r]*+[:,]?[ \t\n\r]*+")
_TO_BRACKET = re.compile(r'(?:[^"{}\[\]]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+[{}\[\]]')
_NO_CHILDREN: Final[Mapping[str | int, NodeSpans]] = {}
_read = json.JSONDecoder().raw_decode


class JsonSpans(Mapping[Path, NodeSpans]):
    """The spans of all nodes of a text that is JSON, in document order, of a repeated key the last.

    An object or list on the way to a node has all its members placed, once; what stands inside of those is skipped.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Path, Mapping[str | int, NodeSpans]] = {}

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Where each bracket that opens at an offset has been closed."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        at = 0
        while found := _TO_BRACKET.match(self._text, at):  # a search would begin anew inside of a string
            at = found.end()
            if self._text[at - 1] in "{[":
                opened.append(at - 1)
            else:
                ends[opened.pop()] = at
        return ends

    @cached_property
    def _root(self) -> NodeSpans:
        return NodeSpans(None, self._value_at(self._next(0)))

    def __getitem__(self, path: Path) -> NodeSpans:
        """Return the spans of a node; KeyError where there is none."""
        node = self._root
        for depth, step in enumerate(path):
            node = self._children(path[:depth], node)[step]
        return node

    def __iter__(self) -> Iterator[Path]:
        """Yield the paths of all nodes."""
        waiting: list[tuple[Path, NodeSpans]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            yield path
            children = self._children(path, node).items()
            waiting += reversed([((*path, step), child) for step, child in children])

    def __len__(self) -> int:
        """Count the nodes."""
        return sum(1 for _ in self)

    def _children(self, path: Path, node: NodeSpans) -> Mapping[str | int, NodeSpans]:
        if node.value.start not in self._ends:
            return _NO_CHILDREN
        if path not in self._known:
            self._known[path] = self._placed(node.value)
        return self._known[path]

    def _placed(self, around: Span) -> dict[str | int, NodeSpans]:
        """Return where the members of an object, or the elements of a list, stand."""
        is_object = self._text[around.start] == "{"
        found: dict[str | int, NodeSpans] = {}
        at = self._next(around.start + 1)
        while at < around.end - 1:
            key: Span | None = None
            step: str | int = len(found)
            if is_object:
                step, end = _read(self._text, at)
                key = Span(at, end)
                at = self._next(end)
            value = self._value_at(at)
            found[step] = NodeSpans(key, value)
            at = self._next(value.end)
        return found

    def _value_at(self, start: int) -> Span:
        end = self._ends.get(start)
        return Span(start, _read(self._text, start)[1] if end is None else end)

    def _next(self, at: int) -> int:
        """Return where the next token stands that is no colon or comma."""
        gap = _GAP.match(self._text, at)
        assert gap is not None, "the pattern matches nothing at all, too"
        return gap.end()
