"""Answers that a view keeps."""

from __future__ import annotations

from typing import Any

from wxcc_lint.documents.model import Path
from wxcc_lint.documents.once import once, once_each


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


class Part:
    def __init__(self, *path: str) -> None:
        self.path: Path = path


def test_an_answer_is_worked_out_once_for_each_part_of_each_view() -> None:
    asked: list[str] = []

    @once_each
    def name(view: View, part: Part) -> str | None:
        asked.append(str(part.path[-1]))
        return asked[-1] if part.path[0] == "known" else None

    @once_each
    def depth(view: View, part: Part) -> int:
        return len(part.path)

    one, other = View(), View()
    here, there = Part("known", "a"), Part("unknown", "b")
    assert [name(one, here), name(one, Part("known", "a")), name(one, there), name(one, there)] == [
        "a",
        "a",
        None,
        None,
    ]
    assert asked == ["a", "b"]
    assert name(other, here) == "a"
    assert asked == ["a", "b", "a"]
    assert depth(one, here) == 2
