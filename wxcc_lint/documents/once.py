"""Answers that a view or a document keeps, because rule after rule asks it the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Answering(Protocol):
    """A view or a document, with room for answers."""

    @property
    def answers(self) -> dict[Any, Any]:
        """What was answered, by the function that did."""


View = TypeVar("View", bound=Answering)
Answer = TypeVar("Answer")


def once(work_out: Callable[[View], Answer]) -> Callable[[View], Answer]:
    """Let a function of a view or a document work out its answer once for each."""

    @wraps(work_out)
    def answer(view: View) -> Answer:
        if work_out not in view.answers:
            view.answers[work_out] = work_out(view)
        known: Answer = view.answers[work_out]
        return known

    return answer
