"""`wxcc-lint drift`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.connecting import VerboseOption, tell_of_org
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
from wxcc_lint.cli.errors import complain, note
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, RuleDirOption, check_environment, the_config, the_rules
from wxcc_lint.config import FailOn

_NOTHING_READ: Final = 3
_UNCOVERED: Final = 4


def drift(
    env: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENV]",
            autocompletion=completing.environments,
            help="The environment of the config; the only one needs no name.",
        ),
    ] = None,
    snapshot: Annotated[
        Path | None,
        typer.Option("--snapshot", metavar="DIR", help="Compare with a pulled org instead of the live one."),
    ] = None,
    base: Annotated[
        Path | None,
        typer.Option("--base", metavar="DIR", help="An older pull: tells whether the files or the org changed since."),
    ] = None,
    formats: FormatsOption = None,
    summary: SummaryOption = False,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Severity from which the exit code is 1 [default: error].")
    ] = None,
    only_kind: OnlyKindOption = None,
    ignore_path: IgnorePathOption = None,
    pair: PairOption = None,
    skip_step: SkipStepOption = None,
    include_unmanaged: IncludeUnmanagedOption = False,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    no_ignores: NoIgnoresOption = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    verbose: VerboseOption = 0,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there is drift.")] = False,
) -> None:
    """Compare what the files of an environment declare with what its org runs.

    Nothing is changed in the org. Exit codes: 0 no drift at or above --fail-on; 1 drift; 2 wrong usage, config or rule
    file; 3 there are no files, or no snapshot; 4 something could not be read or compared.
    """
    from wxcc_lint.cli.comparing import compare, outputs_of, policy_of, tell
    from wxcc_lint.cli.diff_words import wanted_of
    from wxcc_lint.cli.drift_sides import (
        NoSnapshotError,
        environment_of,
        org_folder,
        refuse_no_snapshot,
        sides_of_drift,
    )
    from wxcc_lint.sources.live.errors import LiveError

    outputs = outputs_of(formats, summary=summary, has_base=base is not None)
    the = the_config(config, no_config)
    check_environment(the, env)
    name = environment_of(the, env)
    wanted = wanted_of(
        name, pair or [], only_kind or [], ignore_path or [], skip_step or [], include_unmanaged, is_drift=True
    )
    try:
        if base is not None:
            refuse_no_snapshot(base)
        with org_folder(the, name, snapshot, verbose) as folder:
            drifting = sides_of_drift(
                the, name, folder, base, is_live=snapshot is None, include_unmanaged=include_unmanaged
            )
            policy = policy_of(the, use_ignores=not no_ignores, fail_on=fail_on)
            result = compare(drifting.sides, wanted, policy, the_rules(the, rule_dir))
    except LiveError as error:
        tell_of_org(error, name)
        raise typer.Exit(_UNCOVERED) from error
    except NoSnapshotError as error:
        complain(str(error))
        raise typer.Exit(_NOTHING_READ) from error
    for sentence in drifting.notes:
        note(sentence)
    tell(result, outputs)
    raise typer.Exit(result.exit_code.forgiven(exit_zero))
