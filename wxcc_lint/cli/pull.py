"""`wxcc-lint pull`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer
from msgspec import to_builtins

from wxcc_lint.cli import completing
from wxcc_lint.cli.connecting import VerboseOption, tell_of_org
from wxcc_lint.cli.errors import WrongUsageError, note, shown
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, check_environment, the_config
from wxcc_lint.discover import OURS

if TYPE_CHECKING:
    from wxcc_lint.config import Config
    from wxcc_lint.sources.live.pull import PullResult
    from wxcc_lint.sources.live.reading import Org
    from wxcc_lint.sources.snapshot_header import SnapshotHeader

SNAPSHOTS: Final = Path(OURS, "snapshots")
"""Where snapshots are kept, below the config's folder."""
_UNCOVERED: Final = 4


def pull(
    env: Annotated[
        str,
        typer.Argument(
            metavar="ENV",
            autocompletion=completing.environments,
            help="The environment of the config whose orgs are read.",
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Write here [default: .wxcc-lint/snapshots/ENV beside the config]."),
    ] = None,
    only: Annotated[
        Literal["webex", "salesforce"] | None, typer.Option("--only", help="Read one of the two systems.")
    ] = None,
    max_rpm: Annotated[
        int,
        typer.Option(
            "--max-rpm", metavar="N", min=1, help="At most so many requests a minute, to both systems together."
        ),
    ] = 300,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read everything again, also what has not changed since last time.")
    ] = False,
    verbose: VerboseOption = 0,
    format_: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Text, or JSON.")] = "text",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
) -> None:
    """Read the orgs of an environment and write what they hold as a snapshot, a folder of readable files.

    Nothing is changed in the orgs. Secrets and phone numbers are masked, so that the snapshot can be committed. Exit
    codes: 0 all was read; 2 wrong usage or config; 4 something could not be read.
    """
    from wxcc_lint.cli.live import pull_live
    from wxcc_lint.cli.output import put
    from wxcc_lint.cli.progress import showing
    from wxcc_lint.sources.live.errors import LiveError
    from wxcc_lint.sources.snapshot import read_header

    the = the_config(config, no_config)
    check_environment(the, env)
    folder = to if to is not None else _default_folder(the, env)
    before = read_header(folder)
    try:
        with showing(verbose) as progress:
            result = pull_live(
                the,
                env,
                folder,
                only=only,
                per_minute=max_rpm,
                use_known=not no_cache,
                verbosity=verbose,
                progress=progress,
            )
    except LiveError as error:
        tell_of_org(error, env)
        note("no snapshot was written; what was there before is as it was")
        raise typer.Exit(_UNCOVERED) from error
    put(_as_json(result) if format_ == "json" else _as_text(result))
    if before is not None:
        _tell_of_losses(before, result)
    raise typer.Exit(_UNCOVERED if result.incomplete else 0)


def _default_folder(config: Config, env: str) -> Path:
    if not env.strip("."):
        raise WrongUsageError(f"the environment '{env}' has no folder of its own: name one with --to")
    return config.root / SNAPSHOTS / env


def _tell_of_losses(before: SnapshotHeader, result: PullResult) -> None:
    """Tell what the snapshot before held, and this one does not because nobody could or wanted to read it."""
    from wxcc_lint.reporters.closing import counted
    from wxcc_lint.sources.snapshot_header import COMPLETE

    lost = {
        name: was.count - (kind.count if kind else 0)
        for name, was in before.kinds.items()
        for kind in [result.kinds.get(name)]
        if kind is None or (kind.status != COMPLETE and kind.count < was.count)
    }
    if count := sum(lost.values()):
        kinds = ", ".join(name for name, gone in lost.items() if gone)
        note(
            f"not read this time, and so no longer in the snapshot: {counted(count, 'object')} ({kinds}); to keep one that"
            " holds more, pull into another folder with --to"
        )


def _as_json(result: PullResult) -> str:
    from wxcc_lint import __version__

    document = {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environment": result.environment,
        "folder": shown(result.folder),
        "readAt": result.read_at,
        "requests": result.requests,
        "webex": _org_as_json(result.webex),
        "salesforce": _org_as_json(result.salesforce),
        "kinds": {name: to_builtins(kind) for name, kind in result.kinds.items()},
        "uncovered": [{"document": document, "reason": reason} for document, reason in result.unread],
    }
    return json.dumps(document, indent=2).replace("\x7f", r"\u007f") + "\n"


def _org_as_json(org: Org | None) -> dict[str, Any] | None:
    return (
        None if org is None else {"orgName": org.name, "orgId": org.org_id, "place": org.place, "sandbox": org.sandbox}
    )


def _as_text(result: PullResult) -> str:
    from wxcc_lint.reporters.hostile import printable

    return "".join(f"{printable(line)}\n" for line in _lines(result))


def _lines(result: PullResult) -> Iterator[str]:
    from wxcc_lint.reporters.closing import counted

    yield f"{result.environment}, read at {result.read_at} with {counted(result.requests, 'request')}"
    for system, org in (("Webex", result.webex), ("Salesforce", result.salesforce)):
        if org is not None:
            yield f"  {system}: {_told(org)}"
    width = max(map(len, result.kinds), default=0)
    for name, kind in result.kinds.items():
        reason = f": {kind.reason}" if kind.reason else ""
        yield f"  {name:{width}}  {kind.count:>5}  {kind.status}{reason}"
    for document, reason in result.unread:
        yield f"  {document}: {reason}"
    yield f"{shown(result.folder)}: written"
    if result.incomplete:
        yield f"{counted(len(result.incomplete), 'kind')} not read in full: nothing is concluded from what is missing there"


def _told(org: Org) -> str:
    """Return the name, the id, the place, and whether it is in earnest."""
    stage = {True: "sandbox", False: "production", None: "sandbox or production: not known"}[org.sandbox]
    return ", ".join(filter(None, (org.name, org.org_id, org.place, stage)))
