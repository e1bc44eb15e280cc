"""Whether what a config says of rules fits the rules that there are."""

from __future__ import annotations

from msgspec.structs import replace

from wxcc_lint.config import Config, ConfigError, RuleSetting
from wxcc_lint.documents.model import Place
from wxcc_lint.rules import Rule, RuleSet


def check_rule_settings(rules: RuleSet, config: Config) -> None:
    """Raise ConfigError for a rule that does not exist, and for an option that a rule does not have or take."""
    for name, setting in config.rules.items():
        if name not in rules:
            raise ConfigError.at(setting.place.key(), rules.unknown(name))
        for option, value in setting.options.items():
            _check_option(rules[name], option, value, _option_at(setting, option))
    for entry in config.ignores:
        for pattern in entry.rules:
            if not rules.selection(pattern):
                raise ConfigError.at(entry.place, rules.unknown(pattern))


def _option_at(setting: RuleSetting, option: str) -> Place:
    return replace(setting.place, path=(*setting.place.path, option))


def _check_option(it: Rule, option: str, value: object, place: Place) -> None:
    from wxcc_lint.suggest import did_you_mean

    if option not in it.options:
        known = f"; it has {', '.join(it.options)}" if it.options else "; it has none"
        hint = did_you_mean(option, it.options) or known
        raise ConfigError.at(place.key(), f"{it.name} has no option '{option}'{hint}")
    wanted = type(it.options[option])
    if not isinstance(value, list if wanted is tuple else wanted) or isinstance(value, bool) is not (wanted is bool):
        words = {int: "a whole number", bool: "true or false", str: "a text", tuple: "a list"}
        raise ConfigError.at(place, f"the option '{option}' of {it.name} must be {words.get(wanted, wanted.__name__)}")
