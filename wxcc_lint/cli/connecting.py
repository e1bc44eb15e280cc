"""How commands reach orgs: one limit of requests for all, what `-vv` tells, and what is said where it fails."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from wxcc_lint.cli.errors import WrongUsageError, complain, note
from wxcc_lint.reporters.hostile import printable

if TYPE_CHECKING:
    from wxcc_lint.sources.live.errors import LiveError
    from wxcc_lint.sources.live.reading import Org
    from wxcc_lint.sources.live.transport import Limits, Transport

VerboseOption = Annotated[
    int,
    typer.Option("-v", "--verbose", count=True, help="Tell more on stderr; -vv tells each request, without secrets."),
]

_FOR_DOCTOR: Final = frozenset({"unauthorised", "forbidden", "unreachable"})


class WrongOrgError(WrongUsageError):
    """The config does not fit the org of one environment; those of the others can be read."""


def tell_of_org(error: LiveError, environment: str | None) -> None:
    """Print why an org cannot be read, and what helps."""
    complain(error.sentence)
    if error.tracking_id and error.tracking_id not in error.sentence:
        note(f"support asks for this tracking id: {error.tracking_id}")
    if error.cause in _FOR_DOCTOR:
        note(f"'wxcc-lint doctor {environment}' tells what is missing, and whom to ask for it")


def refuse_one_org(orgs: list[tuple[str, Org]]) -> None:
    """Raise WrongUsageError where two environments are one org: one of them would be reported as the other."""
    from wxcc_lint.sources.live.errors import LiveError
    from wxcc_lint.sources.live.orgs import refuse_one_org as refuse

    try:
        refuse(orgs)
    except LiveError as error:
        raise WrongUsageError(error.sentence) from error


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
