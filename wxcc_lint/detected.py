"""What rules found in documents, before policy has looked at it, and how many findings tell one cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.variables import references
from wxcc_lint.report import FindingFix
from wxcc_lint.rules import Rule
from wxcc_lint.spans import Span

INTERNAL_ERROR = "meta/internal-error"
MISSING_OBJECT = "drift/missing-object"

Node = tuple[int, Path]
"""The file's id and the path from its root."""


class Mark(Struct, frozen=True):
    """A labelled stretch of a file."""

    document: Document
    span: Span
    message: str = ""


class Detected(Struct, frozen=True):
    """A problem with its rule and position, before policy has looked at it."""

    rule: str
    message: str
    mark: Mark
    at: str | None = None
    help: str = ""
    why: str = ""
    environment: str | None = None
    subject: str | None = None
    """What it is about, where that is only in an org."""
    related: tuple[Mark, ...] = ()
    fix: FindingFix | None = None
    node: Node = (0, ())
    """Which node it is about, for `supersedes`."""
    related_nodes: tuple[Node, ...] = ()


class Outcome(Struct):
    """What a run brought: problems in no particular order, and the rules that lacked a declaration."""

    detected: list[Detected] = field(default_factory=list)
    unmet: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rule name → the environment keys it needs and no environment of a file it looks at declares."""


def logical(place: Place) -> Path:
    """Return the path from the file's root to a node, through embedded documents."""
    host = place.document.host
    return (*logical(host), *place.path) if host else place.path


def node_of(place: Place) -> Node:
    """Return the node that a place is, or is a part of."""
    return id(place.document.root), logical(place)


def resolved(found: Iterable[Detected], view: Any) -> Iterator[Detected]:
    """Leave out what is said of values with a variable that nobody declares: that is one finding of its own."""
    all_found = list(found)
    written = references(view.document) if all_found else ()
    return without_nodes(all_found, (one.at for one in written if one.is_conventional))


def without_nodes(found: Iterable[Detected], places: Iterable[Place]) -> Iterator[Detected]:
    """Leave out what is said of the nodes at some places, and of what is in them."""
    nodes = {node_of(place) for place in places}
    for one in found:
        file, path = one.node
        if not nodes or not any((file, path[:length]) in nodes for length in range(len(path) + 1)):
            yield one


def told_once(found: Iterable[Detected], homes: Mapping[int, int]) -> Iterator[Detected]:
    """Join what is the same in all environments of a file into one finding that belongs to none of them.

    `homes` tells how many environments a file, named by its id, belongs to.
    """
    all_found = list(found)
    where: dict[tuple[Any, ...], set[str | None]] = {}
    for one in all_found:
        where.setdefault(_sameness(one), set()).add(one.environment)
    told = set()
    for one in all_found:
        same = _sameness(one)
        if len(where[same]) < max(homes.get(one.node[0], 1), 2):
            yield one
        elif same not in told:
            told.add(same)
            yield replace(one, environment=None)


def _sameness(one: Detected) -> tuple[Any, ...]:
    places = tuple((id(mark.document), mark.span, mark.message) for mark in (one.mark, *one.related))
    return (one.rule, one.message, places, one.at)


def without_superseded(found: Sequence[Detected], rules: Mapping[str, Rule]) -> Iterator[Detected]:
    """Drop findings that another one at the same node, or just below it, explains better.

    A finding of one environment has nothing to say about another's; one of no environment speaks of all of them.
    """
    explained: dict[tuple[int, Path, str], set[str | None]] = {}
    for one in found:
        for loser in rules[one.rule].meta.supersedes if one.rule in rules else ():
            for file, path in (one.node, *one.related_nodes):
                explained.setdefault((file, path, loser), set()).add(one.environment)
                explained.setdefault((file, path[:-1], loser), set()).add(one.environment)
    for one in found:
        winners = explained.get((*one.node, one.rule), set())
        if not winners or (one.environment is not None and winners.isdisjoint({None, one.environment})):
            yield one
