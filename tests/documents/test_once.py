"""Answers that a view keeps."""

from __future__ import annotations

from typing import Any

from wxcc_lint.documents.once import once


class View:
    def __init__(self) -> None:
        self.answers: dict[Any, Any] = {}


def test_an_answer_is_worked_out_once_for_each_view() -> None:
    asked: list[View] = []

    @once
    def nothing(view: View) -> None:
        asked.append(view)

    @once
    def number(view: View) -> int:
        asked.append(view)
        return len(asked)

    one, other = View(), View()
    assert [number(one), number(other), number(one), number(other)] == [1, 2, 1, 2]
    assert [nothing(one), nothing(one)] == [None, None]
    assert asked == [one, other, one]
