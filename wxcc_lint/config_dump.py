"""The configuration in force, written as a config file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from wxcc_lint.config_model import Config, Environment, Ignore, RuleSetting, SalesforceOrg, WebexOrg
from wxcc_lint.documents.yaml_scalars import CORE_TAG, core_value


def dump_config(config: Config) -> str:
    """Return the configuration as YAML, defaults filled in; as a file in `config.root` it loads to the same again."""
    content = {
        "profile": config.profile,
        "fail-on": config.fail_on,
        "rule-dirs": [_relative(folder, config.root) for folder in config.rule_dirs],
        "rules": {name: _setting(setting) for name, setting in config.rules.items()},
        "ignore": [_ignore(ignore) for ignore in config.ignores],
        **({} if config.baseline is None else {"baseline": _relative(config.baseline, config.root)}),
        "limits": {"file-mib": config.limits.file, "component-mib": config.limits.component},
        "environments": {name: _environment(each) for name, each in config.environments.items()},
    }
    return _yaml(content)


def _yaml(content: Mapping[str, Any]) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Puts in quotes what either version of YAML reads as something other than text; PyYAML knows only 1.1."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 — the signature is PyYAML's
            return True

        def text(self, value: str) -> yaml.ScalarNode:
            style = None if isinstance(core_value(value), str) else "'"
            if not value.isprintable():
                style = '"'  # in other styles PyYAML loses line breaks that only YAML 1.1 knows
            return self.represent_scalar(f"{CORE_TAG}str", value, style)

    Dumper.add_representer(str, Dumper.text)
    return yaml.dump(content, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120)


def _setting(setting: RuleSetting) -> Any:
    severity = "off" if setting.off else setting.severity
    if severity is not None and not setting.options:
        return severity
    return _told({"severity": severity}) | dict(setting.options)


def _ignore(ignore: Ignore) -> dict[str, Any]:
    return _told(
        {
            "rule": ignore.rules[0] if len(ignore.rules) == 1 else list(ignore.rules),
            "file": ignore.file,
            "at": ignore.at,
            "reason": ignore.reason,
            "until": ignore.until and ignore.until.isoformat(),
        }
    )


def _environment(environment: Environment) -> dict[str, Any]:
    webex, salesforce, allowlist = environment.webex, environment.salesforce, environment.allowlist
    return _told(
        {
            "files": list(environment.files) or None,
            "region": environment.region,
            "generation": environment.generation,
            "allowlist": list(allowlist) if isinstance(allowlist, tuple) else allowlist,
            "layouts": dict(environment.layouts) or None,
            "variables": dict(environment.variables) or None,
            "agent-profiles": list(environment.agent_profiles) or None,
            "agent-permission-sets": list(environment.agent_permission_sets) or None,
            "webex": _entries(webex) or None,
            "salesforce": _entries(salesforce) or None,
        }
    )


def _entries(org: WebexOrg | SalesforceOrg) -> dict[str, Any]:
    return _told({key.replace("_", "-"): value for key, value in to_builtins(org).items()})


def _told(entries: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what the configuration does not say."""
    return {key: value for key, value in entries.items() if value is not None}


def _relative(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
