"""Options that several commands share, and how a config is found for them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from wxcc_lint.cli.errors import WrongUsageError, config_failure, note
from wxcc_lint.config import Config, ConfigError, default_config, find_config, load_config
from wxcc_lint.discover import display_name
from wxcc_lint.rules import Profile, RuleSet, load_rules, untrusted_python_rules

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", envvar="WXCC_LINT_CONFIG", help="Use this config file.", show_envvar=True),
]
NoConfigOption = Annotated[bool, typer.Option("--no-config", help="Read no config file.")]
RuleDirOption = Annotated[
    list[Path],
    typer.Option("--rule-dir", metavar="DIR", help="Load rules of your own, Python and YAML, from DIR. Repeatable."),
]
ProfileOption = Annotated[
    Profile | None, typer.Option("--profile", help="How much to look for [default: default, or as configured].")
]


def the_config(config: Path | None, no_config: bool) -> Config:
    """Return the config that the options ask for, else the nearest one upward, else the defaults."""
    if config is not None and no_config:
        raise WrongUsageError("--config and --no-config contradict each other")
    path = None if no_config else config or find_config(Path.cwd())
    if path is None:
        return default_config(Path.cwd())
    try:
        return load_config(path, display_name(path, Path.cwd()))
    except ConfigError as error:
        raise config_failure(error) from error
    except OSError as error:
        raise WrongUsageError(
            f"{path}: cannot read the config file: {(error.strerror or str(error)).lower()}"
        ) from error


def the_rules(config: Config, rule_dirs: Iterable[Path]) -> RuleSet:
    """Return the built-in rules and the user's own. Python rules named in a config load only when trusted."""
    configured = [config.root / folder for folder in config.rule_dirs]
    if os.environ.get("WXCC_LINT_TRUST_RULES") == "1":
        return load_rules(trusted_dirs=[*configured, *rule_dirs])
    unread = untrusted_python_rules(configured)
    if unread:
        names = ", ".join(sorted(file.name for file in unread))
        note(
            f"not loaded: {names}: a config file may not run code;"
            " name the folder with --rule-dir, or set WXCC_LINT_TRUST_RULES=1"
        )
    return load_rules(configured, rule_dirs)
