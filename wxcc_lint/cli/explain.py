"""`wxcc-lint explain`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, RuleDirOption, the_config, the_rules

if TYPE_CHECKING:
    from wxcc_lint.rules import Rule


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            autocompletion=completing.rules,
            help="The name of a rule, such as callcenter/invalid-boolean.",
        ),
    ],
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """Explain a rule: what it flags, why it matters, how to mend it."""
    from wxcc_lint.rule_files import builtin_rules

    it = None if rule_dir else builtin_rules().get(rule)
    if it is None:
        known = the_rules(the_config(config, no_config), rule_dir)
        if rule not in known:
            raise WrongUsageError(known.unknown(rule))
        it = known[rule]
    _print(it)


def _print(it: Rule) -> None:
    from wxcc_lint.cli.output import put, wants_color
    from wxcc_lint.reporters.hostile import printable
    from wxcc_lint.rule_page import rule_page

    page = "\n".join(printable(line) for line in rule_page(it).expandtabs().split("\n"))
    if not wants_color(sys.stdout):
        put(page)
        return
    from io import StringIO

    from rich.console import Console
    from rich.markdown import Markdown

    output = StringIO()
    Console(file=output, force_terminal=True, width=min(100, Console().width)).print(Markdown(page))
    put(output.getvalue())
