"""Offsets, lines and columns: what editors count."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.spans import Position, Span, Text

texts = st.text(st.sampled_from("ab\n\r\u2028\f\U0001f600"), max_size=20)


def test_only_the_three_line_breaks_of_editors_end_a_line() -> None:
    text = Text("a\nb\r\nc\rd\u2028e\ff\vg\x85h")
    assert [text.line(number) for number in range(1, text.line_count + 1)] == ["a", "b", "c", "d\u2028e\ff\vg\x85h"]


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, Position(1, 1)),
        ("ab", 2, Position(1, 3)),
        ("ab\n", 3, Position(2, 1)),
        ("ab\r\ncd", 3, Position(1, 4)),
        ("ab\r\ncd", 4, Position(2, 1)),
        ("\U0001f600x", 1, Position(1, 2)),
    ],
)
def test_line_and_column_count_from_one_in_code_points(text: str, offset: int, position: Position) -> None:
    assert Text(text).locate(offset) == position


@pytest.mark.parametrize(("offset", "position"), [(-5, Position(1, 1)), (99, Position(2, 2))])
def test_offsets_outside_of_the_text_are_clamped(offset: int, position: Position) -> None:
    assert Text("ab\nc").locate(offset) == position


@pytest.mark.parametrize(
    ("line", "column", "offset"), [(1, 1, 0), (2, 1, 3), (2, 99, 4), (0, 1, 0), (99, 1, 3), (1, 0, 0)]
)
def test_a_position_leads_back_to_an_offset_within_the_text(line: int, column: int, offset: int) -> None:
    assert Text("ab\nc").offset(line, column) == offset


@given(texts, st.integers(0, 20))
@settings(deadline=None)
def test_locating_and_offset_are_inverse(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert Text(text).offset(*Text(text).locate(offset)) == offset


@given(texts)
@settings(deadline=None)
def test_lines_and_their_breaks_make_up_the_text(text: str) -> None:
    index = Text(text)
    normalised = text.replace("\r\n", "\n").replace("\r", "\n")
    assert "\n".join(index.line(number) for number in range(1, index.line_count + 1)) == normalised


def test_shifting_moves_both_ends() -> None:
    assert Span(2, 5).shift(3) == Span(5, 8)


@pytest.mark.parametrize(
    ("inner", "inside"),
    [(Span(2, 5), True), (Span(3, 3), True), (Span(5, 5), True), (Span(1, 3), False), (Span(4, 6), False)],
)
def test_a_span_contains_what_begins_and_ends_in_it(inner: Span, inside: bool) -> None:
    assert Span(2, 5).contains(inner) is inside
