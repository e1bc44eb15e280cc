"""Judgements of texts and names, which repeat within a file and from file to file."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Final, TypeVar

_SHORT: Final = 200
"""Longer texts are not kept: they hardly repeat, and a few thousand of them would fill the memory."""

Answer = TypeVar("Answer")


def remembered(judge: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a pure function of a text keep its last few thousand answers. They are shared: do not change them."""
    kept = lru_cache(maxsize=4096)(judge)

    @wraps(judge)
    def answer(text: str) -> Answer:
        return kept(text) if len(text) <= _SHORT else judge(text)

    return answer
