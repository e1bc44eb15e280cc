"""`wxcc-lint diff`."""

from __future__ import annotations

from typing import Annotated

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.diff_options import (
    FormatsOption,
    IgnorePathOption,
    IncludeUnmanagedOption,
    NoIgnoresOption,
    OnlyKindOption,
    PairOption,
    SkipStepOption,
    SummaryOption,
)
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, RuleDirOption, check_environment, the_config, the_rules


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
    formats: FormatsOption = None,
    summary: SummaryOption = False,
    only_kind: OnlyKindOption = None,
    ignore_path: IgnorePathOption = None,
    pair: PairOption = None,
    skip_step: SkipStepOption = None,
    explain_normalisation: Annotated[
        bool, typer.Option("--explain-normalisation", help="List the steps of normalisation, and compare nothing.")
    ] = False,
    include_unmanaged: IncludeUnmanagedOption = False,
    env: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", autocompletion=completing.environments, help="Variables and names of this environment."
        ),
    ] = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    no_ignores: NoIgnoresOption = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there are changes.")] = False,
    git: Annotated[bool, typer.Option("--git", help="Be git's external diff: take its seven arguments.")] = False,
    textconv: Annotated[
        bool, typer.Option("--textconv", help="Print what one file says, a value a line, for git's textconv.")
    ] = False,
) -> None:
    """Compare configurations: what really differs, whatever it is written like.

    Exit codes: 0 no differences; 1 differences; 2 wrong usage, config or rule file; 3 a side is missing, holds nothing of
    ours or has a file that cannot be read.
    """
    from wxcc_lint.cli.comparing import compare, outputs_of, policy_of, tell
    from wxcc_lint.cli.diff_sides import normalised_text, sides_of, sides_of_git
    from wxcc_lint.cli.diff_words import steps_as_text, wanted_of
    from wxcc_lint.cli.output import put

    given = operands or []
    if explain_normalisation or textconv:
        put(steps_as_text() if explain_normalisation else normalised_text(given))
        return
    outputs = outputs_of(formats, summary=summary, has_base=base is not None)
    wanted = wanted_of(env, pair or [], only_kind or [], ignore_path or [], skip_step or [], include_unmanaged)
    the = the_config(config, no_config)
    check_environment(the, env)
    sides = sides_of_git(given) if git else sides_of(given, base, the, env)
    if sides is None:
        put(f"{given[0]}: neither a call center definition nor a desktop layout; see git diff --no-ext-diff\n")
        return
    result = compare(sides, wanted, policy_of(the, use_ignores=not no_ignores), the_rules(the, rule_dir))
    if git:
        put(f"{given[0]}\n")
    tell(result, outputs)
    # git takes any other code of its external diff for a crash
    raise typer.Exit(0 if git else result.exit_code.forgiven(exit_zero))
