"""The application: global options, and the commands in the order people meet them."""

from __future__ import annotations

from typing import Annotated

import typer

from wxcc_lint import __version__
from wxcc_lint.cli import (
    audit,
    baseline,
    check,
    config,
    diff,
    doctor,
    drift,
    environments,
    explain,
    hosts,
    init,
    manifest,
    pull,
    report,
    rules,
    schema,
    test_rules,
)

app = typer.Typer(
    name="wxcc-lint",
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


app.command("audit")(audit.audit)
app.command("check")(check.check)
app.command("diff")(diff.diff)
app.command("doctor")(doctor.doctor)
app.command("drift")(drift.drift)
app.command("environments")(environments.environments)
app.command("explain")(explain.explain)
app.command("hosts")(hosts.hosts)
app.command("init")(init.init)
app.command("manifest")(manifest.manifest)
app.command("pull")(pull.pull)
app.command("rules")(rules.rules)
app.command("schema")(schema.schema)
app.command("test-rules")(test_rules.test_rules)
app.add_typer(baseline.app, name="baseline")
app.add_typer(config.app, name="config")
app.add_typer(report.app, name="report")
