"""What a configuration holds, and what is told of one that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.documents.model import Place
from wxcc_lint.report import Severity
from wxcc_lint.rules import Profile

FailOn = Literal["error", "warning", "info", "never"]
Generation = Literal["v1", "v2", "scv"]


class ConfigProblem(NamedTuple):
    """One thing wrong with a config; line and column count from 1."""

    message: str
    line: int
    column: int
    help: str = ""


class ConfigError(Exception):
    """A config cannot be used. `problems` holds at least one, in the order of the file that `path` names."""

    def __init__(self, path: str, problems: tuple[ConfigProblem, ...]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(f"{self.path}:{each.line}:{each.column}: {each.message}" for each in self.problems)

    @classmethod
    def at(cls, place: Place, message: str, help_: str = "") -> ConfigError:
        """Return the error of one problem at a place of the config."""
        root = place.document.root
        return cls(root.name, (ConfigProblem(message, *root.text.locate(place.span.start), help_),))


class RuleSetting(Struct, frozen=True):
    """What the config says of one rule; `severity` is None where it leaves that to the rule, or when it is off."""

    severity: Severity | None
    off: bool
    options: Mapping[str, Any]
    place: Place


class Ignore(Struct, frozen=True):
    """Findings that are accepted, up to and including the day `until`.

    `file` is a glob relative to the config's folder, `at` the text of a valid identity-path pattern.
    """

    rules: tuple[str, ...]
    reason: str
    file: str | None
    at: str | None
    until: date | None
    place: Place


class WebexOrg(Struct, frozen=True):
    """How to reach the Webex tenant. What ends in `_env` names an environment variable that holds a secret or an id."""

    org_id: str | None = None
    token_env: str | None = None
    base_url: str | None = None
    refresh_token_env: str | None = None
    client_id_env: str | None = None
    client_secret_env: str | None = None
    application_id: str | None = None
    application_token_env: str | None = None
    identity_url: str | None = None


class SalesforceOrg(Struct, frozen=True):
    """How to reach the Salesforce org. What ends in `_env` names an environment variable that holds a secret or an id."""

    org_id: str | None = None
    sf_alias: str | None = None
    instance_url: str | None = None
    token_env: str | None = None
    client_id_env: str | None = None
    client_secret_env: str | None = None
    jwt_key_env: str | None = None
    username: str | None = None
    login_url: str | None = None


class Environment(Struct, frozen=True):
    """A declared environment. All paths and globs in it are relative to the config's folder and have `/`.

    `allowlist` is the path of a file, or the entries themselves; `layouts` maps names in Control Hub to paths.
    """

    name: str
    place: Place
    files: tuple[str, ...] = ()
    region: str | None = None
    generation: Generation | None = None
    allowlist: str | tuple[str, ...] | None = None
    layouts: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    agent_profiles: tuple[str, ...] = ()
    agent_permission_sets: tuple[str, ...] = ()
    webex: WebexOrg = WebexOrg()
    salesforce: SalesforceOrg = SalesforceOrg()

    def at(self, *keys: str | int) -> Place:
        """Return the place of what the config declares under these keys; of an absent key, that of the environment."""
        return replace(self.place, path=(*self.place.path, *keys))


class Config(Struct, frozen=True):
    """A configuration with the defaults filled in.

    `path` is None when there is no file; `root` is the folder that globs, ignores and baseline are relative to.
    `rule_dirs` and `baseline` begin with `root`.
    """

    path: Path | None
    root: Path
    profile: Profile = "default"
    has_profile: bool = False
    """Whether the profile was chosen, and is not just what goes without saying."""
    fail_on: FailOn = "error"
    rule_dirs: tuple[Path, ...] = ()
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    baseline: Path | None = None
    limits: SizeLimits = DEFAULT_SIZES
    environments: Mapping[str, Environment] = field(default_factory=dict)
