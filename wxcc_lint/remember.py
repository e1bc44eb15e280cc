"""Judgements of texts and names, which repeat within a file and from file to file."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

_SHORT: Final = 200
"""Longer texts are not kept: they hardly repeat, and a few thousand of them would fill the memory."""
_MANY: Final = 4096
"""With so many answers all are forgotten; what still repeats is soon known again."""

Answer = TypeVar("Answer")


class _Answers(dict[str, Answer]):
    """Answers by text. What is known is found without running any Python: some texts are judged a thousand times a file."""

    def __init__(self, judge: Callable[[str], Answer]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, text: str) -> Answer:
        answer = self._judge(text)
        if len(text) <= _SHORT:
            if len(self) >= _MANY:
                self.clear()
            self[text] = answer
        return answer


def remembered(judge: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a pure function of a text keep its last few thousand answers. They are shared: do not change them."""
    answers = _Answers(judge)
    if judge.__name__.startswith("_"):
        return answers.__getitem__  # nobody reads the docs of what is private, and all the most asked are

    @wraps(judge)
    def answer(text: str) -> Answer:
        return answers[text]

    return answer
