"""Keys that stand more than once in a layout: which counts, and where the others are."""

from __future__ import annotations

import json

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_repeats import repeats
from wxcc_lint.documents.layout_view import Layout


def found(text: str) -> list[tuple[str, list[int], int]]:
    """Return each repeated key with the offsets of those that are lost, and of the one that counts."""
    view = Layout(parse_layout("l.json", text))
    return [
        (text[one.at.span.start : one.at.span.end], [place.span.start for place in one.lost], one.at.span.start)
        for one in repeats(view)
    ]


def test_the_last_one_counts() -> None:
    assert found('{"a": 1, "b": 2}') == []
    assert found(' {"a": 1, "a": 2, "a": 3}') == [('"a"', [2, 10], 18)]
    assert found('{"a": 1, "\\u0061": 2}') == [('"\\u0061"', [1], 9)]


def test_values_that_are_lost_are_not_looked_into() -> None:
    assert found('{"o": {"a": 1, "a": 2}, "o": {"a": 3}}') == [('"o"', [1], 24)]
    assert found('{"o": {"a": 1, "a": 2}, "o": 3}') == [('"o"', [1], 24)]
    assert found('{"o": {"a": 1, "a": 2}, "o": {"a": 3, "a": 4}}') == [('"o"', [1], 24), ('"a"', [30], 38)]


def test_a_layout_that_is_a_text_is_looked_into() -> None:
    text = json.dumps({"jsonFileContent": '{"a": 1, "a": 2}'})
    ((key, lost, counts),) = found(text)
    assert (key, [text[start:][:5] for start in lost], text[counts:][:8]) == (r"\"a\"", [r"\"a\""], r"\"a\": 2")
    assert lost[0] < counts
