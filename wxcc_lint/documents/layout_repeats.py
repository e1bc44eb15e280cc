"""Keys of a layout that stand more than once in one object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Duplicate, NodeSpans, Path, Place
from wxcc_lint.spans import Span


class Repeat(Struct, frozen=True):
    """A key that stands more than once: `at` is the last one, whose value counts, `lost` are those before it."""

    at: Place
    lost: tuple[Place, ...]


def repeats(layout: Layout) -> Iterator[Repeat]:
    """Yield each repeated key once, of the file and of a layout that is a text in it.

    What stands inside a value that is itself lost is left out: it makes no difference.
    """
    documents = [layout.document]
    if layout.root_at.document is not layout.document:
        documents.append(layout.root_at.document)
    for document in documents:
        if document.duplicates:  # spans are built for those alone that have something to tell
            yield from _repeats(document)


def _repeats(document: Document) -> Iterator[Repeat]:
    spans = document.spans
    keys: dict[Path, list[Span]] = {}
    for one in document.duplicates:
        if _counts(one, spans):
            keys.setdefault(one.path, [one.first]).append(one.again)
    whole = Place(document, ())
    begin = spans[()].value.start
    for path, (*lost, _) in keys.items():
        places = (whole.slice(key.start - begin, key.end - begin) for key in lost)
        yield Repeat(Place(document, path, "key"), tuple(places))


def _counts(one: Duplicate, spans: Mapping[Path, NodeSpans]) -> bool:
    parent = spans.get(one.path[:-1])
    return parent is not None and parent.value.start <= one.first.start
