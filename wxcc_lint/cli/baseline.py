"""`wxcc-lint baseline`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from wxcc_lint.cli.errors import WrongUsageError, complain, config_failure, note, shown
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, ProfileOption, RuleDirOption, the_config, the_rules

if TYPE_CHECKING:
    from wxcc_lint.baseline import Entry
    from wxcc_lint.config import Config
    from wxcc_lint.rules import Profile, RuleSet

_NAME = ".wxcc-lint-baseline.json"
_UNREAD = {"meta/doctype", "meta/encoding", "meta/internal-error", "meta/syntax", "meta/too-deep", "meta/too-large"}
"""What is found in a file in which other things could not be looked for."""

app = typer.Typer(
    help="Accept the findings of today, so that only new ones are told.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command()
def write(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
    force: Annotated[bool, typer.Option("--force", help="Replace a baseline that is there.")] = False,
) -> None:
    """Write a baseline with all findings.

    The whole project is checked. Exit codes: 0 written; 2 wrong usage, config or rule file, or there is a baseline
    already; 3 there is nothing of ours.
    """
    the = the_config(config, no_config)
    path = _path(the)
    if path.exists() and not force:
        raise WrongUsageError(f"{shown(path)}: there is a baseline already: wxcc-lint baseline update, or --force")
    _save(path, _look(the, profile, rule_dir).present, the)


@app.command()
def update(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """Add new findings, and take out mended ones.

    The whole project is checked. Entries of rules that do not run, and of files that cannot be read, stay. Exit codes: 0
    written; 2 wrong usage, config or rule file, or there is no baseline; 3 there is nothing of ours.
    """
    the = the_config(config, no_config)
    path = _path(the)
    listed = _listed(path, the_rules(the, rule_dir))
    seen = _look(the, profile, rule_dir)
    _save(path, seen.kept(listed) | seen.present, the)


@app.command()
def prune(
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    profile: ProfileOption = None,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """Take out mended findings, and add nothing.

    The whole project is checked. Entries of rules that do not run, and of files that cannot be read, stay. Exit codes: 0
    written; 2 wrong usage, config or rule file, or there is no baseline; 3 there is nothing of ours.
    """
    the = the_config(config, no_config)
    path = _path(the)
    listed = _listed(path, the_rules(the, rule_dir))
    _save(path, _look(the, profile, rule_dir).kept(listed), the)


class _Seen(Struct, frozen=True):
    """What a check of the whole project has seen; paths count from the config's folder."""

    root: Path
    rules: Collection[str]
    files: Collection[str]
    present: Counter[Entry]

    def kept(self, listed: Counter[Entry]) -> Counter[Entry]:
        """Return what stays of a baseline when nothing is added."""
        from wxcc_lint.baseline import kept

        return kept(listed, self.present, self._is_judged)

    def _is_judged(self, entry: Entry) -> bool:
        was_looked_at = entry.path in self.files or not os.path.lexists(self.root / entry.path)
        return entry.rule in self.rules and was_looked_at


def _path(the: Config) -> Path:
    return the.baseline or the.root / _NAME


def _listed(path: Path, rules: RuleSet) -> Counter[Entry]:
    from wxcc_lint.baseline import BaselineError, read_baseline
    from wxcc_lint.discover import reason
    from wxcc_lint.files import read_file

    try:
        return read_baseline(shown(path), read_file(path), rules.present_name).listed
    except FileNotFoundError as error:
        raise WrongUsageError(f"{shown(path)}: there is no baseline yet: wxcc-lint baseline write") from error
    except OSError as error:
        raise WrongUsageError(f"{shown(path)}: cannot read the baseline: {reason(error)}") from error
    except BaselineError as error:
        raise WrongUsageError(str(error)) from error


def _look(the: Config, profile: Profile | None, rule_dirs: list[Path]) -> _Seen:
    """Check the whole project, with ignores and without the baseline."""
    from wxcc_lint.baseline import META, Entry
    from wxcc_lint.config import ConfigError
    from wxcc_lint.discover import discover, display_name
    from wxcc_lint.run import check
    from wxcc_lint.verdict import Policy, plan

    here, rules = Path.cwd(), the_rules(the, rule_dirs)
    policy = Policy(the, datetime.now().astimezone().date(), profile=profile, use_baseline=False)
    try:
        result = check(discover([the.root], here), policy, rules, here)
    except ConfigError as error:
        raise config_failure(error) from error
    for sentence in result.notes:
        note(sentence)
    for sentence in result.complaints:
        complain(sentence)
    if result.complaints:
        raise typer.Exit(result.exit_code)
    findings = [
        Entry(one.rule, display_name(here / one.location.path, the.root), one.at)
        for one in result.judgement.report.findings
    ]
    unread = {one.path for one in findings if one.rule in _UNREAD}
    looked_at = [here / one.path for one in result.checked] + ([the.path] if the.path else [])
    files = {display_name(path, the.root) for path in looked_at}
    present = Counter(one for one in findings if not one.rule.startswith(META))
    return _Seen(the.root, set(plan(rules, policy).severities), files - unread, present)


def _save(path: Path, entries: Counter[Entry], the: Config) -> None:
    from wxcc_lint.baseline import render_baseline
    from wxcc_lint.cli.output import put
    from wxcc_lint.files import replace_file
    from wxcc_lint.reporters.closing import counted
    from wxcc_lint.reporters.hostile import printable

    try:
        replace_file(path, render_baseline(entries).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise WrongUsageError(f"{shown(path)}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    put(f"{printable(shown(path))}: {counted(entries.total(), 'finding')}\n")
    if the.baseline is None:
        note(f"it takes effect with `baseline: {_NAME}` in .wxcc-lint.yaml")
