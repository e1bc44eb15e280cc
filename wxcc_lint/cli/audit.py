"""`wxcc-lint audit`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.connecting import VerboseOption, tell_of_org
from wxcc_lint.cli.errors import WrongUsageError, complain
from wxcc_lint.cli.options import (
    ConfigOption,
    IgnoreOption,
    NoConfigOption,
    ProfileOption,
    RuleDirOption,
    SelectOption,
    check_environment,
    the_config,
    the_rules,
)
from wxcc_lint.config import FailOn
from wxcc_lint.report import Severity

if TYPE_CHECKING:
    from wxcc_lint.cli.audit_run import AuditRun
    from wxcc_lint.cli.output import Target
    from wxcc_lint.verdict import ExitCode


def audit(
    env: Annotated[
        str | None,
        typer.Argument(
            metavar="ENV",
            autocompletion=completing.environments,
            help="The environment of the config whose orgs are audited.",
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Audit every environment, as a table.")] = False,
    snapshot: Annotated[
        Path | None,
        typer.Option(
            "--snapshot",
            metavar="DIR",
            help="Audit a pulled org; with --all, the folder with one for each environment.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT[=FILE]",
            autocompletion=completing.formats,
            help="full, concise, json, sarif, junit, github, gitlab, rdjson, csv, markdown or html; with --all full or json. "
            "Repeatable with files.",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Severity from which the exit code is 1 [default: error].")
    ] = None,
    min_severity: Annotated[Severity, typer.Option(help="Show nothing milder.")] = "info",
    profile: ProfileOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    no_ignores: Annotated[bool, typer.Option("--no-ignores", help="Show what ignores hide.")] = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    verbose: VerboseOption = 0,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there are findings.")] = False,
) -> None:
    """Check what runs in the orgs of an environment, both halves together, and what differs from the files.

    Nothing is changed in the orgs. Without --profile or one in the config everything is looked for. Exit codes: 0 nothing
    at or above --fail-on; 1 findings or drift; 2 wrong usage, config or rule file; 3 there is no snapshot, or no file of
    those declared; 4 something could not be read or compared.
    """
    from wxcc_lint.cli.audit_run import AuditRun
    from wxcc_lint.cli.drift_sides import NoSnapshotError
    from wxcc_lint.cli.output import targets, write_each
    from wxcc_lint.reporters.audit import AUDIT_REPORTERS, FLEET_REPORTERS
    from wxcc_lint.sources.live.errors import LiveError
    from wxcc_lint.verdict import ExitCode, Policy

    if (env is None) is not all_:
        raise WrongUsageError("audit takes the name of an environment, or --all")
    the = the_config(config, no_config)
    check_environment(the, env)
    reporters: dict[str, Any] = FLEET_REPORTERS if all_ else AUDIT_REPORTERS
    outputs = targets(formats or [], reporters)
    policy = Policy(
        the,
        datetime.now().astimezone().date(),
        profile=profile or (the.profile if the.has_profile else "pedantic"),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        min_severity=min_severity,
        use_ignores=not no_ignores,
    )
    run = AuditRun(the, policy, the_rules(the, rule_dir), verbose)
    try:
        report, code = _audited(run, env, snapshot)
    except LiveError as error:
        tell_of_org(error, env)
        raise _unread(env, error, ExitCode.UNCOVERED, outputs) from error
    except NoSnapshotError as error:
        complain(str(error))
        raise _unread(env, error, ExitCode.NOTHING_READ, outputs) from error
    write_each(outputs, lambda name, color, width: reporters[name](report, color=color, width=width))
    raise typer.Exit(code.forgiven(exit_zero))


def _unread(env: str | None, error: Exception, code: ExitCode, outputs: list[Target]) -> typer.Exit:
    """Report that nothing of an org could be read: whoever joins the reports of a fleet must not take it for clean."""
    from wxcc_lint.cli.output import write
    from wxcc_lint.report import Gap, Report

    write(Report((), gaps=(Gap(str(env), str(error), code),)), outputs)
    return typer.Exit(code)


def _audited(run: AuditRun, env: str | None, snapshot: Path | None) -> tuple[Any, ExitCode]:
    """Return what to report, and the code to exit with. Raises LiveError and NoSnapshotError."""
    from wxcc_lint.cli.audit_run import tell

    if env is None:
        return run.fleet(snapshot)
    result = run.one(env, snapshot)
    tell(result)
    return result.report, result.exit_code
