"""A token that is renewed once when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.secret import Secret

T = TypeVar("T")


class Renewing:
    """A token, and how to get another. `advice` is said where the last one is refused."""

    def __init__(self, token: Secret, renew: Callable[[], Secret] | None, advice: str) -> None:
        self._token = token
        self._renew = renew
        self._advice = advice

    def use(self, call: Callable[[str], T]) -> T:
        """Call with the token, and if it is refused once more with a new one. Raises LiveError."""
        try:
            return call(self._token.reveal())
        except LiveError as error:
            if error.cause != "unauthorised":
                raise
            if self._renew is None:
                sentence = f"{error.sentence}; {self._advice}"
                raise LiveError("unauthorised", sentence, status=error.status, tracking_id=error.tracking_id) from error
        renew, self._renew = self._renew, None
        self._token = renew()
        return self.use(call)
