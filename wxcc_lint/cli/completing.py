"""What the shell offers while somebody types a value. What is needed for that is loaded only then."""

from __future__ import annotations

from pathlib import Path

import typer


def formats() -> list[str]:
    """Return the formats of findings."""
    from wxcc_lint.reporters import REPORTERS

    return list(REPORTERS)


def diff_formats() -> list[str]:
    """Return the formats of comparisons."""
    from wxcc_lint.reporters.diff import DIFF_REPORTERS

    return list(DIFF_REPORTERS)


def rules() -> list[str]:
    """Return the names of the built-in rules."""
    from wxcc_lint.rule_files import builtin_rules

    return list(builtin_rules())


def selections() -> list[str]:
    """Return the names of the built-in rules, and their scopes."""
    names = rules()
    return [*dict.fromkeys(name.partition("/")[0] for name in names), *names]


def schemas() -> list[str]:
    """Return the names of the schemas."""
    from wxcc_lint.schema import schema_names

    return list(schema_names())


def environments(ctx: typer.Context) -> list[str]:
    """Return the names of the environments in the config that the command line names, or that is in force here."""
    from wxcc_lint.cli.errors import WrongUsageError
    from wxcc_lint.cli.options import the_config

    named = ctx.params.get("config")
    try:
        return list(the_config(Path(named) if named else None, no_config=False).environments)
    except WrongUsageError:
        return []  # what is wrong with the config is told when the command runs
