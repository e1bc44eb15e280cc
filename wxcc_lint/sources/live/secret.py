"""Secrets, held so that nothing shows them by accident."""

from __future__ import annotations


class Secret:
    """A token, a key or a password. Whoever prints, formats or logs it gets nothing of it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def reveal(self) -> str:
        """Return the text, for the one place that sends it."""
        return self._text
