"""Answers that a view or a document keeps, because rule after rule asks it the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from wxcc_lint.documents.model import Path


class Answering(Protocol):
    """A view or a document, with room for answers."""

    @property
    def answers(self) -> dict[Any, Any]:
        """What was answered, by the function that did."""


class Addressed(Protocol):
    """A part of a view with an address of its own in it."""

    @property
    def path(self) -> Path:
        """The address."""


View = TypeVar("View", bound=Answering)
Part = TypeVar("Part", bound=Addressed)
Answer = TypeVar("Answer")


def once(work_out: Callable[[View], Answer]) -> Callable[[View], Answer]:
    """Let a function of a view or a document work out its answer once for each."""

    @wraps(work_out)
    def answer(view: View) -> Answer:
        answers: dict[Any, Answer] = view.answers
        try:
            return answers[work_out]
        except KeyError:
            pass  # so that what fails in working it out has no other failure behind it
        known = answers[work_out] = work_out(view)
        return known

    return answer


def once_each(work_out: Callable[[View, Part], Answer]) -> Callable[[View, Part], Answer]:
    """Let a function of a view and one of its parts work out its answer once for each part."""

    @wraps(work_out)
    def answer(view: View, part: Part) -> Answer:
        key, answers = (work_out, part.path), view.answers
        if key not in answers:
            answers[key] = work_out(view, part)
        known: Answer = answers[key]
        return known

    return answer
