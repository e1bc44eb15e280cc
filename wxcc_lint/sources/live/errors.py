"""Why something could not be read from a live org."""

from __future__ import annotations

from typing import Literal

Cause = Literal[
    "unauthorised",  # the token is missing, expired or refused
    "forbidden",  # the token may not read this
    "not-found",
    "limited",  # too many requests, and waiting longer makes no sense
    "unreachable",  # no answer: name, network, TLS, time
    "refused",  # we did not send it: another verb, another host, a redirect
    "broken",  # an answer that is not what the API documents: HTML, half a body, no JSON
    "too-large",
    "wrong-org",
]


class LiveError(Exception):
    """Something could not be read. The sentence says what and why; no secret is in it.

    `status` is that of the HTTP reply, if there was one; `tracking_id` is what support asks for; `code` is the word that
    the vendor has for it, such as `INVALID_FIELD`.
    """

    def __init__(
        self,
        cause: Cause,
        sentence: str,
        *,
        status: int | None = None,
        tracking_id: str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(sentence)
        self.cause = cause
        self.sentence = sentence
        self.status = status
        self.tracking_id = tracking_id
        self.code = code
