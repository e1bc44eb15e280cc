"""From a config file to the configuration, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from wxcc_lint.config_model import (
    Config,
    ConfigError,
    ConfigProblem,
    Environment,
    Ignore,
    RuleSetting,
    SalesforceOrg,
    WebexOrg,
)
from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.yaml_file import YamlProblem, read_yaml, yaml_problems

CONFIG_NAME = ".wxcc-lint.yaml"
MISTAKEN_NAME = ".wxcc-lint.yml"
"""A name that people give the config by habit. It is found, so that it can be refused and not passed over in silence."""


def load_config(path: Path, name: str | None = None) -> Config:
    """Read a config file; `name` is what to call it in messages and reports, its path if not given.

    Raises ConfigError with all problems of the file, and OSError when it cannot be read.
    """
    name = path.as_posix() if name is None else name
    if path.name == MISTAKEN_NAME:
        problem = ConfigProblem(f"a config is not called '{MISTAKEN_NAME}'", 1, 1, f"rename it to '{CONFIG_NAME}'")
        raise ConfigError(name, (problem,))
    document = read_yaml(name, path.read_bytes())
    problems = sorted([*yaml_problems(document, "config"), *_bad_patterns(document)])
    if problems:
        located = (ConfigProblem(each.message, *document.text.locate(each.span.start), each.help) for each in problems)
        raise ConfigError(name, tuple(located))
    return _config(document, path.parent.resolve() / path.name)


def _bad_patterns(document: Document) -> Iterator[YamlProblem]:
    """Yield the `at` of ignores that are no patterns; what has the wrong type is told by the schema."""
    from wxcc_lint.documents.paths import PathSyntaxError, parse_pattern

    ignores = document.data.get("ignore") if isinstance(document.data, dict) else None
    for index, entry in enumerate(ignores if isinstance(ignores, list) else ()):
        at = entry.get("at") if isinstance(entry, dict) else None
        if not isinstance(at, str) or not at:
            continue
        try:
            parse_pattern(at)
        except PathSyntaxError as error:
            place = Place(document, ("ignore", index, "at")).slice(error.position, error.position + 1)
            message = f"'at' is not a path: {error.message}"
            yield YamlProblem(place.span, message, "write it as reports do, say '/agent/**'")


def _config(document: Document, path: Path) -> Config:
    """Build the configuration from data that fit the schema."""
    data, root = document.data or {}, path.parent
    rules, environments = data.get("rules") or {}, data.get("environments") or {}
    return Config(
        path=path,
        root=root,
        profile=data.get("profile", "default"),
        has_profile="profile" in data,
        fail_on=data.get("fail-on", "error"),
        rule_dirs=tuple(root / folder for folder in data.get("rule-dirs") or ()),
        rules={name: _setting(value, Place(document, ("rules", name))) for name, value in rules.items()},
        ignores=tuple(
            _ignore(entry, Place(document, ("ignore", index))) for index, entry in enumerate(data.get("ignore") or ())
        ),
        baseline=root / data["baseline"] if "baseline" in data else None,
        limits=_limits(data.get("limits") or {}),
        environments={
            name: _environment(name, entry, Place(document, ("environments", name)))
            for name, entry in environments.items()
        },
    )


def _limits(said: dict[str, int]) -> SizeLimits:
    defaults = DEFAULT_SIZES
    return SizeLimits(said.get("file-mib", defaults.file), said.get("component-mib", defaults.component))


def _setting(value: Any, place: Place) -> RuleSetting:
    options = dict(value) if isinstance(value, dict) else {"severity": value}
    severity = options.pop("severity", None)
    off = severity == "off"
    return RuleSetting(None if off else severity, off, options, place)


def _ignore(entry: dict[str, Any], place: Place) -> Ignore:
    rules, until = entry["rule"], entry.get("until")
    return Ignore(
        rules=(rules,) if isinstance(rules, str) else tuple(rules),
        reason=entry["reason"],
        file=entry.get("file"),
        at=entry.get("at"),
        until=None if until is None else date.fromisoformat(until),
        place=place,
    )


def _environment(name: str, entry: dict[str, Any], place: Place) -> Environment:
    allowlist = entry.get("allowlist")
    webex, salesforce = entry.get("webex", {}), entry.get("salesforce", {})
    return Environment(
        name=name,
        place=place,
        files=tuple(entry.get("files", ())),
        region=entry.get("region"),
        generation=entry.get("generation"),
        allowlist=tuple(allowlist) if isinstance(allowlist, list) else allowlist,
        layouts=entry.get("layouts", {}),
        variables=entry.get("variables", {}),
        agent_profiles=tuple(entry.get("agent-profiles", ())),
        agent_permission_sets=tuple(entry.get("agent-permission-sets", ())),
        webex=WebexOrg(**_as_fields(webex)),
        salesforce=SalesforceOrg(**_as_fields(salesforce)),
    )


def _as_fields(entries: dict[str, str | None]) -> dict[str, str | None]:
    return {key.replace("-", "_"): value for key, value in entries.items()}
