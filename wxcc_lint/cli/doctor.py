"""`wxcc-lint doctor`."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.connecting import VerboseOption
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, check_environment, the_config

if TYPE_CHECKING:
    from wxcc_lint.sources.live.doctor_checks import Check

_TITLES: Final = {"config": "config", "webex": "Webex", "salesforce": "Salesforce"}


def doctor(
    environment: Annotated[
        str,
        typer.Argument(
            metavar="ENV", autocompletion=completing.environments, help="The environment of the config to look at."
        ),
    ],
    format_: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Text, or JSON.")] = "text",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    verbose: VerboseOption = 0,
) -> None:
    """Tell whether an environment can be read from its orgs, and what to ask whom for.

    Looks at the config, the credentials, the network, the orgs and what may be read in them. Writes nothing. Exit codes:
    0 all can be read; 2 wrong usage or config; 4 something cannot be read.
    """
    from wxcc_lint.cli.connecting import Connecting
    from wxcc_lint.cli.output import put
    from wxcc_lint.reporters.hostile import printable
    from wxcc_lint.sources.live.doctor import examine
    from wxcc_lint.sources.live.transport import Limits

    the = the_config(config, no_config)
    check_environment(the, environment)
    others = [one for name, one in the.environments.items() if name != environment]
    connect = Connecting(verbose, limits=Limits(tries=2))  # what does not answer at once is worth a line
    checks = list(examine(the.environments[environment], others, os.environ, connect, time.time))
    put(
        _as_json(environment, checks)
        if format_ == "json"
        else "".join(f"{printable(line)}\n" for line in _lines(checks))
    )
    raise typer.Exit(4 if any(check.state == "problem" for check in checks) else 0)


def _as_json(environment: str, checks: Sequence[Check]) -> str:
    from msgspec import to_builtins

    from wxcc_lint import __version__

    document = {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environment": environment,
        "checks": [{**to_builtins(check), "help": check.help or None} for check in checks],
        "summary": {
            key: sum(check.state == state for check in checks)
            for key, state in (("ok", "ok"), ("notes", "note"), ("problems", "problem"))
        },
    }
    return json.dumps(document, indent=2).replace("\x7f", r"\u007f") + "\n"


def _lines(checks: Sequence[Check]) -> Iterator[str]:
    for part, title in _TITLES.items():
        its = [check for check in checks if check.part == part]
        if its:
            yield title
        for check in its:
            yield f"  {check.state}: {check.message}"
            if check.help:
                yield f"    help: {check.help}"
