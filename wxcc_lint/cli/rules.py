"""`wxcc-lint rules`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wxcc_lint.cli.options import ConfigOption, NoConfigOption, RuleDirOption, the_config, the_rules

if TYPE_CHECKING:
    from wxcc_lint.rules import Rule, RuleSet

_PIPE_WIDTH = 1000
"""Wide enough that no title is broken: other programs read the lines."""


def rules(
    format_: Annotated[Literal["full", "json"], typer.Option("-f", "--format", help="A table, or JSON.")] = "full",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
    rule_dir: RuleDirOption = [],  # noqa: B006 — typer reads it, nobody changes it
) -> None:
    """List all rules."""
    from wxcc_lint.cli.output import put

    known = the_rules(the_config(config, no_config), rule_dir)
    if format_ == "json":
        from wxcc_lint import __version__

        document = {
            "version": 1,
            "tool": {"name": "wxcc-lint", "version": __version__},
            "rules": [_as_json(it) for _, it in sorted(known.items())],
        }
        put(json.dumps(document, indent=2) + "\n")
    else:
        put(_table(known))


def _as_json(it: Rule) -> dict[str, object]:
    return {
        "name": it.name,
        "title": it.title,
        "on": it.on,
        "severity": it.meta.severity,
        "profile": it.meta.profile,
        "evidence": it.meta.evidence,
        "since": it.meta.since,
        "generations": list(it.meta.generations),
        "needs": list(it.meta.needs),
        "aliases": list(it.meta.aliases),
        "supersedes": list(it.meta.supersedes),
        "options": dict(it.options),
        "sources": list(it.meta.sources),
        "docs": it.docs,
    }


def _table(known: RuleSet) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from wxcc_lint.cli.output import wants_color
    from wxcc_lint.reporters.hostile import printable

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("rule", "severity", "profile", "what it flags"):
        table.add_column(title, no_wrap=title != "what it flags", overflow="fold")
    styles = {"error": "red", "warning": "yellow", "info": "blue"}
    for _, it in sorted(known.items()):
        severity = Text(it.meta.severity, styles[it.meta.severity])
        table.add_row(Text(it.name), severity, it.meta.profile, Text(printable(it.title)))
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    output = StringIO()
    console = Console(file=output, force_terminal=wants_color(sys.stdout), width=width, highlight=False)
    console.print(table)
    console.print(f"{len(known)} rules; wxcc-lint explain RULE tells more of one", markup=False)
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())  # rich fills the last column
