"""The application: global options, and the commands in the order people meet them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from wxcc_lint import __version__

COMMANDS = {
    "audit": "Check what runs in the orgs of an environment, both halves together, and what differs from the files.",
    "check": "Check configuration files.",
    "diff": "Compare configurations: what really differs, whatever it is written like.",
    "doctor": "Tell whether an environment can be read from its orgs, and what to ask whom for.",
    "drift": "Compare what the files of an environment declare with what its org runs.",
    "environments": "Show what belongs to each environment of the config.",
    "explain": "Explain a rule: what it flags, why it matters, how to mend it.",
    "hosts": "List the hosts that desktop layouts load from, for the tenant's allowed list.",
    "init": "Propose a config for the files of a folder.",
    "manifest": "Print the package.xml that retrieves from Salesforce what the checks look at.",
    "pull": "Read the orgs of an environment and write what they hold as a snapshot, a folder of readable files.",
    "rules": "List all rules.",
    "schema": "Print a JSON Schema for an editor or another program, or list those there are.",
    "test-rules": "Run the examples in the docs of your own rules.",
    "baseline": "Accept the findings of today, so that only new ones are told.",
    "config": "Look at the configuration.",
    "report": "Work with reports that were written before.",
}
"""The commands, and the first sentence of what each says of itself: enough to list, complete and guess them."""


class _OnDemand(TyperGroup):
    """Knows its commands by name and loads only the one that is called: every start pays for what is imported."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, title in COMMANDS.items():
            self.add_command(TyperCommand(name, help=title))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, _, rest = super().resolve_command(ctx, args)
        return name, None if name is None else load(name), rest


def load(name: str) -> Any:
    """Return a command whole: a group is the `app` of its module, any other the function named like its module."""
    word = name.replace("-", "_")
    module = import_module(f"wxcc_lint.cli.{word}")
    group = getattr(module, "app", None)
    if group is None:
        group = typer.Typer(add_completion=False, rich_markup_mode=None)
        group.command(name)(getattr(module, word))
    return get_command(group)


app = typer.Typer(
    name="wxcc-lint",
    cls=_OnDemand,
    help="Find what is wrong in a Webex Contact Center configuration for Salesforce before it ships.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wxcc-lint {__version__}")
        raise typer.Exit


@app.callback()
def _globals(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Find what is wrong in a Webex Contact Center configuration for Salesforce before it ships."""
