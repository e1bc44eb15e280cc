"""`wxcc-lint report merge`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError, complain, shown
from wxcc_lint.config import FailOn

if TYPE_CHECKING:
    from wxcc_lint.report import Report

app = typer.Typer(
    help="Work with reports that were written before.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.callback()
def _group() -> None:
    """Work with reports that were written before."""


@app.command("merge")
def merge(
    files: Annotated[
        list[Path],
        # Without `readable=False` typer would make a missing permission wrong usage.
        typer.Argument(metavar="FILES...", readable=False, help="Reports of check, audit, drift or diff, as -f json."),
    ],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT[=FILE]",
            autocompletion=completing.formats,
            help="As check has it, full by default; repeatable with files.",
        ),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Severity from which the exit code is 1.")] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there are findings.")] = False,
) -> None:
    """Join the JSON reports of several runs into one.

    What several runs found is told once. Changes are told as findings. Exit codes: 0 nothing at or above --fail-on; 1
    findings; 2 wrong usage, or a file is no report; 3 a file is missing, here or for a run; 4 a run could not read all of
    its org.
    """
    from wxcc_lint.cli.output import targets, write
    from wxcc_lint.merge import merge as join
    from wxcc_lint.rule_files import builtin_rules
    from wxcc_lint.verdict import ExitCode, exit_code_of

    outputs = targets(formats or [])
    joined = join(_runs(files), builtin_rules())
    write(joined, outputs)
    code = ExitCode.worst([exit_code_of(joined.findings, fail_on), *(gap.exit_code for gap in joined.gaps)])
    raise typer.Exit(code.forgiven(exit_zero))


def _runs(files: list[Path]) -> Iterator[Report]:
    """Yield what the runs in some files told. With one of them missing nothing is joined: the rest would read as the whole."""
    from wxcc_lint.discover import reason
    from wxcc_lint.merge import MergeError, read_runs
    from wxcc_lint.verdict import ExitCode

    missing = False
    for file in files:
        name = shown(file)
        try:
            yield from read_runs(file.read_bytes())
        except OSError as error:
            complain(f"{name}: {reason(error)}")
            missing = True
        except MergeError as error:
            raise WrongUsageError(f"{name}: {error}") from error
    if missing:
        raise typer.Exit(ExitCode.NOTHING_READ)
