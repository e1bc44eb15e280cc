"""How commands reach live orgs: one limit of requests for all, and what `-vv` tells."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.reporters.hostile import printable

if TYPE_CHECKING:
    from wxcc_lint.sources.live.transport import Limits, Transport

VerboseOption = Annotated[
    int,
    typer.Option("-v", "--verbose", count=True, help="Tell more on stderr; -vv tells each request, without secrets."),
]


class Connecting:
    """Makes clients that share one limit; see `sessions.Connect`."""

    def __init__(self, verbosity: int, per_minute: int = 300, limits: Limits | None = None) -> None:
        from wxcc_lint.sources.live.limiter import Limiter

        self._limiter = Limiter(per_minute)
        self._limits = limits
        self._is_told = verbosity > 1
        self._made: list[Transport] = []

    def __call__(self, hosts: Sequence[str], token_urls: Sequence[str]) -> Transport:
        """Return a client that speaks to these alone."""
        from wxcc_lint.sources.live.transport import Transport

        made = Transport(
            hosts=hosts,
            token_urls=token_urls,
            limiter=self._limiter,
            environ=os.environ,
            limits=self._limits,
            say=self._say,
        )
        self._made.append(made)
        return made

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return sum(one.requests for one in self._made)

    def _say(self, line: str) -> None:
        if self._is_told:
            print(printable(line), file=sys.stderr)
