"""`wxcc-lint diff`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note
from wxcc_lint.cli.options import (
    ConfigOption,
    NoConfigOption,
    RuleDirOption,
    check_environment,
    the_config,
    the_rules,
)

if TYPE_CHECKING:
    from wxcc_lint.cli.diff_sides import Sides
    from wxcc_lint.cli.output import Target
    from wxcc_lint.config import Config
    from wxcc_lint.diff.run import DiffResult, Wanted


def diff(
    operands: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LEFT RIGHT",
            help="Files, folders, zip archives, git:REF[:PATH], snapshot:DIR, release:NAME; `-` is stdin.",
        ),
    ] = None,
    base: Annotated[
        str | None, typer.Option(metavar="BASE", help="What both come from: tells who made each change.")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT[=FILE]",
            help="full, concise, summary, json, markdown, patch, csv, sarif, junit, github, gitlab or rdjson; "
            "repeatable with files.",
        ),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="Only counts: the same as -f summary.")] = False,
    only_kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND", help="Only what is added, removed, changed, moved, renamed or ambiguous. Repeatable."
        ),
    ] = None,
    ignore_path: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Leave out what is at these identity paths. Repeatable.")
    ] = None,
    pair: Annotated[
        list[str] | None, typer.Option(metavar="LEFT=RIGHT", help="Compare these two, by name or path. Repeatable.")
    ] = None,
    skip_step: Annotated[
        list[str] | None, typer.Option(metavar="STEP", help="Leave out this step of normalisation. Repeatable.")
    ] = None,
    explain_normalisation: Annotated[
        bool, typer.Option("--explain-normalisation", help="List the steps of normalisation, and compare nothing.")
    ] = False,
    include_unmanaged: Annotated[
        bool, typer.Option("--include-unmanaged", help="Also what the files do not declare, and fields of the server.")
    ] = False,
    env: Annotated[str | None, typer.Option(metavar="NAME", help="Variables and names of this environment.")] = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    no_ignores: Annotated[bool, typer.Option("--no-ignores", help="Show what ignores hide.")] = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there are changes.")] = False,
    git: Annotated[bool, typer.Option("--git", help="Be git's external diff: take its seven arguments.")] = False,
    textconv: Annotated[
        bool, typer.Option("--textconv", help="Print what one file says, a value a line, for git's textconv.")
    ] = False,
) -> None:
    """Compare configurations: what really differs, whatever it is written like.

    Exit codes: 0 no differences; 1 differences; 2 wrong usage, config or rule file; 3 a side is missing or holds nothing
    of ours.
    """
    from wxcc_lint.cli.diff_sides import normalised_text, sides_of, sides_of_git
    from wxcc_lint.cli.diff_words import steps_as_text, wanted_of
    from wxcc_lint.cli.output import put, targets
    from wxcc_lint.reporters.diff import DIFF_REPORTERS

    given = operands or []
    if explain_normalisation or textconv:
        put(steps_as_text() if explain_normalisation else normalised_text(given))
        return
    outputs = targets([*(["summary"] if summary else []), *(formats or [])], DIFF_REPORTERS)
    if base is not None and any(one.format == "patch" for one in outputs):
        raise WrongUsageError("a patch makes one side like the other: -f patch does not go with --base")
    wanted = wanted_of(env, pair or [], only_kind or [], ignore_path or [], skip_step or [], include_unmanaged)
    the = the_config(config, no_config)
    check_environment(the, env)
    sides = sides_of_git(given) if git else sides_of(given, base, the, env)
    if sides is None:
        put(f"{given[0]}: neither a call center definition nor a desktop layout; see git diff --no-ext-diff\n")
        return
    result = _compare(sides, wanted, the, rule_dir, no_ignores)
    if git:
        put(f"{given[0]}\n")
    _tell(result, outputs)
    is_fine = git or (exit_zero and result.exit_code == 1)  # git takes any other code of its external diff for a crash
    raise typer.Exit(0 if is_fine else result.exit_code)


def _compare(sides: Sides, wanted: Wanted, config: Config, rule_dirs: list[Path], no_ignores: bool) -> DiffResult:
    from wxcc_lint.config import ConfigError
    from wxcc_lint.diff.run import diff as run_diff
    from wxcc_lint.verdict import Policy

    policy = Policy(config, datetime.now().astimezone().date(), use_ignores=not no_ignores)
    try:
        return run_diff(sides.left, sides.right, sides.base, wanted, policy, the_rules(config, rule_dirs), Path.cwd())
    except ConfigError as error:
        raise config_failure(error) from error


def _tell(result: DiffResult, outputs: list[Target]) -> None:
    """Write the report, unless a side could not be opened: then nothing was compared."""
    from wxcc_lint.cli.output import write_each
    from wxcc_lint.reporters.diff import DIFF_REPORTERS

    if result.was_compared:
        write_each(outputs, lambda name, color, width: DIFF_REPORTERS[name](result.report, color=color, width=width))
    for sentence in result.notes:
        note(sentence)
    for sentence in result.complaints:
        complain(sentence)
