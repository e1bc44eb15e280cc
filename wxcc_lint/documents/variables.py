"""`${NAME}` in values: what it stands for in an environment is filled in, and positions stay those of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.documents.callcenter_tree import Tree
from wxcc_lint.documents.layout import content_of
from wxcc_lint.documents.model import Decoder, Document, Place
from wxcc_lint.documents.nodes import json_values
from wxcc_lint.documents.once import once
from wxcc_lint.documents.salesforce import APEX
from wxcc_lint.spans import Span

VARIABLE: Final = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
"""A name as the config declares them under `variables`."""
_CONVENTIONAL: Final = re.compile(r"[A-Z][A-Z0-9_]*")

Variables = Mapping[str, str]


class Reference(Struct, frozen=True):
    """A `${NAME}`: `at` is the place of all its characters."""

    name: str
    at: Place

    @property
    def is_conventional(self) -> bool:
        """Whether nothing but a variable of the config looks like this; `${direction}` may be the syntax of something else."""
        return _CONVENTIONAL.fullmatch(self.name) is not None


@once
def references(document: Document) -> tuple[Reference, ...]:
    """Return every `${NAME}` in the values of a file that could be read, in document order; Apex has a use of its own for it."""
    if "${" not in document.text.text or document.data is None or document.form == APEX:
        return ()
    return tuple(
        Reference(match[1], place.slice(*match.span()))
        for place, value in values_of(document)
        for match in VARIABLE.finditer(value)
    )


def is_filled_in(place: Place) -> bool:
    """Tell whether a variable stands in the file at a place: what is written there is not what it reads as."""
    span = place.span
    return "${" in place.document.root.text.text[span.start : span.end]


def with_variables(document: Document, variables: Variables) -> Document:
    """Return a document as it reads with its variables filled in; names that are not declared stay.

    It stands for `document`: findings in it are findings in the file. Where nothing changes it is `document` itself.
    """
    if not any(reference.name in variables for reference in references(document)):
        return document
    if isinstance(document.tree, Tree):
        tree = document.tree.filled(lambda text: _filled(text, variables))
        return _standing_for(document, tree.data(), tree, variables)
    if isinstance(document.tree, Document):
        # The text around it stays as it is: its characters are what the inner layout is located by.
        inner = _standing_for(document.tree, _filled_data(document.tree.data, variables), None, variables)
        return _standing_for(document, document.data, inner, {})
    return _standing_for(document, _filled_data(document.data, variables), document.tree, variables)


def values_of(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the texts that a variable may stand in, with their places, in document order."""
    if isinstance(document.tree, Tree):
        for name, mirror in document.tree.mirrors.items():
            yield Place(document, (f"@{name}",)), mirror.text
        for section in document.tree.sections:
            yield from ((Place(document, item.path), item.text) for item in section.items)
        return
    content = content_of(document) if document.kind == "layout" else Place(document, ())
    for path, value in json_values(content.document.data):
        if isinstance(value, str) and path[: len(content.path)] == content.path:
            yield Place(content.document, path), value


def _standing_for(document: Document, data: Any, tree: Any, variables: Variables) -> Document:
    decode = document.decode_value
    return replace(
        document,
        data=data,
        tree=tree,
        source=document,
        decode_value=None if decode is None else _filling(decode, variables),
        build_spans=lambda: document.spans,
        selectors={},
    )


def _filled(text: str, variables: Variables) -> str:
    return VARIABLE.sub(lambda match: variables.get(match[1], match[0]), text)


def _filled_data(data: Any, variables: Variables) -> Any:
    """Return JSON data with the texts filled in; keys stay. Nested at most as deep as documents may be."""
    if isinstance(data, str):
        return _filled(data, variables)
    if isinstance(data, dict):
        return {key: _filled_data(value, variables) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled_data(value, variables) for value in data]
    return data


def _filling(decode: Decoder, variables: Variables) -> Callable[[str], tuple[str, list[Span]]]:
    """Return a decoder after which each character of a variable's value stands where all of its `${NAME}` does."""

    def decode_and_fill(raw: str) -> tuple[str, list[Span]]:
        text, spans = decode(raw)
        characters: list[Span] = []
        reached = 0
        for match in VARIABLE.finditer(text):
            whole = Span(spans[match.start()].start, spans[match.end() - 1].end)
            value = variables.get(match[1])
            known = spans[match.start() : match.end()] if value is None else [whole] * len(value)
            characters += [*spans[reached : match.start()], *known]
            reached = match.end()
        return _filled(text, variables), [*characters, *spans[reached:]]

    return decode_and_fill
