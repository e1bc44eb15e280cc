"""`wxcc-lint baseline`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli.errors import WrongUsageError, config_failure, note
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, ProfileOption, RuleDirOption, the_config, the_rules

if TYPE_CHECKING:
    from wxcc_lint.baseline import Entry
    from wxcc_lint.config import Config
    from wxcc_lint.rules import Profile

_NAME = ".wxcc-lint-baseline.json"

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Accept the findings of today, so that only new ones are told.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def write(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that is there.")] = False,
) -> None:
    """Check the whole project and write all its findings into the baseline.

    Exit codes: 0 written; 2 wrong usage, config or rule file, or there is a baseline already.
    """
    the = the_config(config, no_config)
    path = _path(the)
    if path.exists() and not force:
        raise WrongUsageError(f"{_shown(path)}: there is a baseline already; `baseline update`, or --force")
    _save(path, _findings(the, profile, rule_dir), the)


@app.command()
def update(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """Check the whole project and write the baseline that is there anew: new findings in, mended ones out."""
    the = the_config(config, no_config)
    path = _path(the)
    if not path.exists():
        raise WrongUsageError(f"{_shown(path)}: there is no baseline yet; wxcc-lint baseline write")
    _save(path, _findings(the, profile, rule_dir), the)


@app.command()
def prune(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """Take out of the baseline what nobody finds any more; nothing is added."""
    from collections import Counter

    from wxcc_lint.baseline import BaselineError, read_baseline

    the = the_config(config, no_config)
    path = _path(the)
    try:
        listed = read_baseline(_shown(path), path.read_bytes()).listed
    except FileNotFoundError as error:
        raise WrongUsageError(f"{_shown(path)}: there is no baseline yet; wxcc-lint baseline write") from error
    except BaselineError as error:
        raise WrongUsageError(str(error)) from error
    present = Counter(_findings(the, profile, rule_dir))
    _save(path, list((listed & present).elements()), the)


def _path(the: Config) -> Path:
    return the.baseline or the.root / _NAME


def _shown(path: Path) -> str:
    from wxcc_lint.discover import display_name

    return display_name(path, Path.cwd())


def _findings(the: Config, profile: Profile | None, rule_dirs: list[Path]) -> list[Entry]:
    """Return what a check of the whole project finds, without the baseline and with ignores."""
    from wxcc_lint.baseline import Entry
    from wxcc_lint.config import ConfigError
    from wxcc_lint.discover import discover, display_name
    from wxcc_lint.run import check
    from wxcc_lint.verdict import Policy

    policy = Policy(the, datetime.now().astimezone().date(), profile=profile, use_baseline=False)
    try:
        result = check(discover([the.root], Path.cwd()), policy, the_rules(the, rule_dirs), Path.cwd())
    except ConfigError as error:
        raise config_failure(error) from error
    if result.complaints:
        raise WrongUsageError(*result.complaints)
    return [
        Entry(one.rule, display_name(Path.cwd() / one.location.path, the.root), one.at)
        for one in result.judgement.report.findings
        if not one.rule.startswith("meta/")  # a file that cannot be read hides what is wrong in it
    ]


def _save(path: Path, entries: list[Entry], the: Config) -> None:
    from wxcc_lint.baseline import render_baseline
    from wxcc_lint.cli.output import put
    from wxcc_lint.discover import reason
    from wxcc_lint.files import replace_file
    from wxcc_lint.reporters.hostile import printable

    try:
        replace_file(path, render_baseline(entries).encode())
    except OSError as error:
        raise WrongUsageError(f"{_shown(path)}: cannot be written: {reason(error)}") from error
    findings = "1 finding" if len(entries) == 1 else f"{len(entries)} findings"
    put(f"{printable(_shown(path))}: {findings}\n")
    if the.baseline is None:
        note(f"it takes effect with `baseline: {_NAME}` in .wxcc-lint.yaml")
