"""Options that several commands share, and how a config is found for them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError, config_failure, note
from wxcc_lint.rules import Profile

if TYPE_CHECKING:
    from wxcc_lint.config import Config
    from wxcc_lint.rules import RuleSet

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Use this config file; without it, the one WXCC_LINT_CONFIG names."),
]
NoConfigOption = Annotated[bool, typer.Option("--no-config", help="Read no config file.")]
RuleDirOption = Annotated[
    list[Path],
    typer.Option("--rule-dir", metavar="DIR", help="Load rules of your own, Python and YAML, from DIR. Repeatable."),
]
ProfileOption = Annotated[
    Profile | None, typer.Option("--profile", help="How much to look for [default: default, or as configured].")
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        autocompletion=completing.selections,
        help="Run only this rule, scope or glob. Repeatable.",
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="RULE",
        autocompletion=completing.selections,
        help="Leave out this rule, scope or glob. Repeatable.",
    ),
]


def the_config(config: Path | None, no_config: bool) -> Config:
    """Return the config that the options ask for, else the nearest one upward, else the defaults."""
    from wxcc_lint.config import default_config, find_config

    if config is not None and no_config:
        raise WrongUsageError("--config and --no-config contradict each other")
    here = working_directory()
    path = None if no_config else config or _config_from_environment() or find_config(here)
    return default_config(here) if path is None else _loaded(path, here)


def _loaded(path: Path, here: Path) -> Config:
    from wxcc_lint.config import ConfigError, load_config
    from wxcc_lint.discover import display_name

    name = display_name(path, here)
    try:
        return load_config(path, name)
    except ConfigError as error:
        raise config_failure(error) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUsageError(f"{name}: cannot read the config file: {reason}") from error


def working_directory() -> Path:
    """Return the working directory. Raises WrongUsageError where it was deleted."""
    try:
        return Path.cwd()
    except OSError as error:
        raise WrongUsageError("the working directory does not exist any more") from error


def _config_from_environment() -> Path | None:
    named = os.environ.get("WXCC_LINT_CONFIG")
    return Path(named) if named else None


def check_environment(config: Config, name: str | None) -> None:
    """Raise WrongUsageError where the config declares no environment of this name."""
    if name is None or name in config.environments:
        return
    from wxcc_lint.suggest import did_you_mean

    known = f"; there are {', '.join(config.environments)}" if config.environments else "; the config declares none"
    raise WrongUsageError(f"there is no environment '{name}'{did_you_mean(name, config.environments) or known}")


def the_rules(config: Config, rule_dirs: Iterable[Path]) -> RuleSet:
    """Return the built-in rules and the user's own. Python rules named in a config load only when trusted."""
    from wxcc_lint.rule_files import load_rules, untrusted_python_rules

    if os.environ.get("WXCC_LINT_TRUST_RULES") == "1":
        return load_rules(trusted_dirs=[*config.rule_dirs, *rule_dirs])
    unread = untrusted_python_rules(config.rule_dirs)
    if unread:
        names = ", ".join(sorted(file.name for file in unread))
        note(
            f"not loaded: {names}: a config file may not run code;"
            " name the folder with --rule-dir, or set WXCC_LINT_TRUST_RULES=1"
        )
    return load_rules(config.rule_dirs, rule_dirs)
