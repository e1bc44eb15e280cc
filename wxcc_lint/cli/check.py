"""`wxcc-lint check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import nullcontext, redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note
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
from wxcc_lint.config import Config, FailOn
from wxcc_lint.report import Severity

if TYPE_CHECKING:
    from wxcc_lint.discover import Candidate, Discovery
    from wxcc_lint.documents.limits import SizeLimits
    from wxcc_lint.fix_run import Mended
    from wxcc_lint.report import Report
    from wxcc_lint.rules import RuleSet
    from wxcc_lint.run import Result
    from wxcc_lint.verdict import ExitCode, Policy

_MANY = 200
"""Files from which a progress bar is worth its flicker."""


def check(
    paths: Annotated[
        list[Path] | None,
        # Without `readable=False` typer would make a missing permission wrong usage.
        typer.Argument(metavar="[PATHS]...", readable=False, help="Files and folders; `-` is stdin."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT[=FILE]",
            autocompletion=completing.formats,
            help="full, concise, json, sarif, junit, github, gitlab, rdjson, csv, markdown or html; repeatable with files.",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Severity from which the exit code is 1 [default: error].")
    ] = None,
    min_severity: Annotated[Severity, typer.Option(help="Show nothing milder.")] = "info",
    profile: ProfileOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    no_ignores: Annotated[bool, typer.Option("--no-ignores", help="Show what ignores hide.")] = False,
    env: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            autocompletion=completing.environments,
            help="Only files of this environment, and only in it.",
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="REF", help="Only files that differ from where HEAD left this git revision."
        ),
    ] = None,
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    stdin_filename: Annotated[
        Path | None, typer.Option(metavar="NAME", help="The name that standard input stands for.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, and write it.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what may change more than the fault.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change as a patch; write nothing.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j", "--jobs", metavar="N", min=1, help="Processes [default: one for each core if files are many]."
        ),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings by rule, on stderr.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when there are findings.")] = False,
) -> None:
    """Check configuration files.

    Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage, config or rule file; 3 a path is missing or a
    folder holds nothing of ours.
    """
    from wxcc_lint.verdict import Policy

    _check_mending(fix=fix, unsafe=unsafe_fixes, diff=diff)
    the = the_config(config, no_config)
    check_environment(the, env)
    policy = Policy(
        the,
        datetime.now().astimezone().date(),
        profile=profile,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        min_severity=min_severity,
        use_ignores=not no_ignores,
    )
    how = _How(formats or [], fix=fix, unsafe=unsafe_fixes, diff=diff, statistics=statistics, jobs=jobs)
    found = _discover(paths or [Path()], stdin_filename, the.limits)
    if changed_since is not None:
        found = _only_changed(found, changed_since, the)
    code = _run(found, policy, the_rules(the, rule_dir), env, how)
    raise typer.Exit(code.forgiven(exit_zero))


class _How(Struct, frozen=True):
    """What to do with the findings."""

    formats: list[str]
    fix: bool
    unsafe: bool
    diff: bool
    statistics: bool
    jobs: int | None


def _check_mending(*, fix: bool, unsafe: bool, diff: bool) -> None:
    if fix and diff:
        raise WrongUsageError("--fix and --diff contradict each other: one writes, the other only shows")
    if unsafe and not (fix or diff):
        raise WrongUsageError("--unsafe-fixes goes with --fix or --diff")


def _run(found: Discovery, policy: Policy, rules: RuleSet, env: str | None, how: _How) -> ExitCode:
    from wxcc_lint.baseline import BaselineError
    from wxcc_lint.cli.output import targets, write
    from wxcc_lint.config import ConfigError
    from wxcc_lint.verdict import ExitCode, SelectionError

    wanted = targets(how.formats)
    try:
        result, mended = _checked(found, policy, rules, env, how)
    except ConfigError as error:
        raise config_failure(error) from error
    except (BaselineError, SelectionError) as error:
        raise WrongUsageError(str(error)) from error
    is_taken = mended is not None and _mend(mended, found, how, policy.config.limits)
    with redirect_stdout(sys.stderr) if is_taken else nullcontext():
        write(result.judgement.report, wanted)
    if how.statistics:
        _statistics(result.judgement.report)
    for sentence in result.notes:
        note(sentence)
    for sentence in result.complaints:
        complain(sentence)
    is_patch = how.diff and mended is not None and bool(mended.files)
    return ExitCode.worst([result.exit_code, ExitCode.FINDINGS if is_patch else ExitCode.OK])


def _checked(
    found: Discovery, policy: Policy, rules: RuleSet, env: str | None, how: _How
) -> tuple[Result, Mended | None]:
    """Return the result to tell, and what was mended where that was asked for."""
    asked: dict[str, Any] = {"environment": env, "progress": _with_progress_bar, "jobs": how.jobs}
    if not (how.fix or how.diff):
        from wxcc_lint.run import check as run_check

        return run_check(found, policy, rules, Path.cwd(), **asked), None
    from wxcc_lint.fix_run import check_and_mend

    mended = check_and_mend(found, policy, rules, Path.cwd(), unsafe=how.unsafe, **asked)
    return mended.before if how.diff else mended.result, mended


def _mend(mended: Mended, found: Discovery, how: _How, sizes: SizeLimits) -> bool:
    """Write, print or show what was mended; tell whether standard output is taken by that."""
    from wxcc_lint.cli.mending import patch_of, put_bytes, put_mended_input, write_mended

    if mended.endless:
        note(f"fixes that come up again and again are left out: please report those of {', '.join(mended.endless)}")
    if how.diff:
        put_bytes(patch_of(mended.files))
        return True
    given = next((one for one in found.candidates if one.data is not None), None)
    write_mended([file for file in mended.files if given is None or file.name != given.name])
    if given is None or not how.fix:
        return False
    put_mended_input(mended.files, given, sizes)
    return True


def _discover(paths: list[Path], stdin_filename: Path | None, sizes: SizeLimits) -> Discovery:
    from wxcc_lint.discover import Candidate, discover, display_name

    from_stdin = [path for path in paths if str(path) == "-"]
    if stdin_filename is not None and not from_stdin:
        raise WrongUsageError("--stdin-filename goes with the path `-`")
    found = discover([path for path in paths if str(path) != "-"], Path.cwd())
    if from_stdin:
        name = stdin_filename or Path("<stdin>")
        data = sys.stdin.buffer.read(sizes.bytes("salesforce") + 1)  # a stream may have no end
        given = Candidate(str(name), display_name(name, Path.cwd()), named=True, data=data)
        found.candidates[:] = [*(one for one in found.candidates if one.name != given.name), given]
    return found


def _only_changed(found: Discovery, ref: str, config: Config) -> Discovery:
    from wxcc_lint.sources.changed import changed_since, only_changed
    from wxcc_lint.sources.git import GitError

    if any(one.data is not None for one in found.candidates):
        raise WrongUsageError("--changed-since asks git about files, and `-` is none")
    try:
        left = only_changed(found, changed_since(ref, Path.cwd()), config, Path.cwd())
    except GitError as error:
        raise WrongUsageError(f"--changed-since: {error}") from error
    if not (left.candidates or left.gone):
        note(f"nothing that may be ours changed since '{ref}'")
    return left


def _with_progress_bar(candidates: list[Candidate]) -> Iterable[Candidate]:
    if len(candidates) < _MANY or not sys.stderr.isatty():
        return candidates
    from rich.console import Console
    from rich.progress import track

    return track(candidates, description="Checking", console=Console(stderr=True), transient=True)


def _statistics(report: Report) -> None:
    from collections import Counter

    counts = Counter((one.rule, one.severity) for one in report.findings)
    for (name, severity), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        print(f"{count:6}  {severity:7}  {name}", file=sys.stderr)
