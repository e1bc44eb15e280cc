"""The configuration: where it is found, and which environments a file belongs to; the front door to all of it."""

from __future__ import annotations

from pathlib import Path

from wxcc_lint.config_load import CONFIG_NAME, MISTAKEN_NAME, load_config
from wxcc_lint.config_model import (
    Config,
    ConfigError,
    ConfigProblem,
    Environment,
    FailOn,
    Ignore,
    RuleSetting,
    SalesforceOrg,
    WebexOrg,
)
from wxcc_lint.globs import matches_globs

__all__ = [
    "CONFIG_NAME",
    "Config",
    "ConfigError",
    "ConfigProblem",
    "Environment",
    "FailOn",
    "Ignore",
    "RuleSetting",
    "SalesforceOrg",
    "WebexOrg",
    "default_config",
    "environments_for",
    "find_config",
    "load_config",
]


def find_config(start: Path) -> Path | None:
    """Return the config that governs a folder: in it, or in the nearest folder above, up to the top of a git checkout.

    A file of the mistaken name is returned as well; `load_config` says what is wrong with it.
    """
    for folder in _upward(start):
        for name in (CONFIG_NAME, MISTAKEN_NAME):
            if (folder / name).is_file():
                return folder / name
    return None


def default_config(start: Path) -> Config:
    """Return the configuration where there is no file; its root is the top of the git checkout, else `start`."""
    top = _upward(start)[-1]
    return Config(None, top if (top / ".git").exists() else start.resolve())


def environments_for(config: Config, relative_path: str) -> tuple[Environment, ...]:
    """Return the environments a file belongs to, as declared; its path is relative to `config.root`, with `/`."""
    return tuple(
        environment for environment in config.environments.values() if matches_globs(environment.files, relative_path)
    )


def _upward(start: Path) -> list[Path]:
    """Return a folder and those above it, up to the one that holds `.git`, else up to the root of the file system."""
    folders = []
    for folder in (start.resolve(), *start.resolve().parents):
        folders.append(folder)
        if (folder / ".git").exists():
            break
    return folders
