"""The outline of an Apex class: its name and modifiers, its methods, and the queries in them.

No parser of Apex: a text that no compiler would take has an outline as well, as far as there is one. It takes one look at
each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.salesforce_view import SalesforceComponent

_NO_CODE = re.compile(r"//[^\r\n]*+|/\*.*?(?:\*/|\Z)|'''.*?(?:'''|\Z)|'(?:[^'\\\r\n]|\\[^\r\n])*+'?", re.DOTALL)
"""Comments and string literals; one that does not end goes on to the end of the text, or of the line."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ACCESS: Final = ("global", "public", "protected", "private")
_MODIFIERS: Final = frozenset(
    {*_ACCESS, "abstract", "final", "inherited", "override", "sharing", "static", "testmethod", "transient", "virtual"}
    | {"webservice", "with", "without"}
)


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """What it says, in lower case: Apex minds no case."""
        return self.text.casefold()


class ApexWord(Struct, frozen=True):
    """Some of the source as it is written, and its place. Of what is absent the text is empty."""

    text: str
    at: Place


class ApexQuery(Struct, frozen=True):
    """A query between brackets; `words` are what it consists of, punctuation included."""

    words: tuple[ApexWord, ...]

    def names(self, name: str) -> bool:
        """Tell whether a name stands in it, perhaps glued to other words."""
        return any(name.casefold() in word.text.casefold() for word in self.words)

    def between(self, first: str, last: str) -> frozenset[str]:
        """Return the words between two others, in lower case."""
        words = [word.text.casefold() for word in self.words]
        if first not in words or last not in words:
            return frozenset()
        return frozenset(words[words.index(first) + 1 : words.index(last)])


class ApexMethod(Struct, frozen=True):
    """A method: its modifiers by what they say in lower case, what it returns, and what stands between its parentheses."""

    name: ApexWord
    modifiers: Mapping[str, Place]
    returns: ApexWord
    parameters: ApexWord
    queries: tuple[ApexQuery, ...]


class ApexClass(Struct, frozen=True):
    """The class of a file; its `name` may be what no compiler would take, such as two words."""

    component: SalesforceComponent
    name: ApexWord
    modifiers: Mapping[str, Place]
    is_derived: bool
    methods: tuple[ApexMethod, ...]

    def methods_called(self, name: str) -> list[ApexMethod]:
        """Return the methods of this name, whatever its case."""
        return [one for one in self.methods if one.name.text.casefold() == name.casefold()]


def access_of(modifiers: Mapping[str, Place]) -> str | None:
    """Return the modifier that says who may use something, such as `public`; None where there is none."""
    return next((word for word in _ACCESS if word in modifiers), None)


def apex_class(component: SalesforceComponent) -> ApexClass | None:
    """Return the outline of the class in a file; None for other components, and for what is no class."""
    if not component.is_apex:
        return None
    document = component.document
    code = _NO_CODE.sub(lambda match: " " * len(match[0]), document.data)
    tokens = [_Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(code)]
    opened = next((index for index, token in enumerate(tokens) if token.text == "{"), len(tokens))
    head = _without_annotations(tokens[:opened])
    words = [token.word for token in head]
    if "class" not in words:
        return None
    start = words.index("class") + 1
    end = next((index for index in range(start, len(words)) if words[index] in {"extends", "implements"}), len(words))
    if start == end:
        return None
    found = [_method(document, *member) for member in _members(tokens, opened + 1)]
    return ApexClass(
        component,
        _phrase(document, head[start:end]),
        _modifiers(document, head[:start]),
        "extends" in words[end:],
        tuple(method for method in found if method),
    )


def _members(tokens: Sequence[_Token], start: int) -> Iterator[tuple[list[_Token], list[_Token]]]:
    """Yield the head and the body of each member of the class whose members begin at `start`."""
    depth, first, opened = 0, start, start
    for index in range(start, len(tokens)):
        mark = tokens[index].text
        if mark == "{":
            opened = index if depth == 0 else opened
            depth += 1
        elif mark == "}":
            depth -= 1
        if depth < 0:
            return
        if depth == 0 and mark in {"}", ";"}:
            body = list(tokens[opened:index]) if mark == "}" else []
            yield list(tokens[first : opened if mark == "}" else index]), body
            first = index + 1


def _method(document: Document, head: Sequence[_Token], body: Sequence[_Token]) -> ApexMethod | None:
    head = _without_annotations(head)
    marks = [token.text for token in head]
    opened = marks.index("(") if "(" in marks else 0
    before = head[:opened]
    if not before or "=" in marks[:opened] or not before[-1].text.isidentifier():
        return None
    closed = marks.index(")", opened) if ")" in marks[opened:] else len(marks)
    returns = [token for token in before[:-1] if token.word not in _MODIFIERS]
    return ApexMethod(
        _phrase(document, before[-1:]),
        _modifiers(document, before[:-1]),
        _phrase(document, returns or before[-1:], is_absent=not returns),
        _phrase(document, head[opened + 1 : closed] or before[-1:], is_absent=closed <= opened + 1),
        tuple(_queries(document, body)),
    )


def _queries(document: Document, body: Sequence[_Token]) -> Iterator[ApexQuery]:
    index = 0
    while index < len(body):
        words = _query_from(body, index + 1) if body[index].text == "[" else []
        if words:
            yield ApexQuery(tuple(_phrase(document, [token]) for token in words))
        index += len(words) + 1


def _query_from(body: Sequence[_Token], start: int) -> list[_Token]:
    """Return the tokens up to the bracket that closes the one before `start`; none unless a query begins there."""
    if start >= len(body) or not body[start].word.startswith("select"):
        return []
    depth = 1
    for index in range(start, len(body)):
        depth += {"[": 1, "]": -1}.get(body[index].text, 0)
        if depth == 0:
            return list(body[start:index])
    return list(body[start:])


def _without_annotations(head: Sequence[_Token]) -> list[_Token]:
    """Return what stands before a body without `@AuraEnabled(cacheable=true)` and the like."""
    kept: list[_Token] = []
    depth, last, last_but_one = 0, "", ""
    for token in head:
        if depth or (token.text == "(" and last_but_one == "@"):
            depth += {"(": 1, ")": -1}.get(token.text, 0)
        elif "@" not in {token.text, last}:
            kept.append(token)
        last, last_but_one = token.text, last
    return kept


def _modifiers(document: Document, tokens: Sequence[_Token]) -> Mapping[str, Place]:
    return {token.word: _phrase(document, [token]).at for token in tokens if token.word in _MODIFIERS}


def _phrase(document: Document, tokens: Sequence[_Token], *, is_absent: bool = False) -> ApexWord:
    start, end = tokens[0].start, tokens[-1].end
    text = "" if is_absent else " ".join(document.data[start:end].split())
    return ApexWord(text, Place(document, ()).slice(start, end))
