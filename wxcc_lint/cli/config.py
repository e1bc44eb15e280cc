"""`wxcc-lint config show`."""

from __future__ import annotations

import typer

from wxcc_lint.cli.errors import shown
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, the_config

app = typer.Typer(help="Look at the configuration.", no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Look at the configuration."""


@app.command("show")
def show(config: ConfigOption = None, no_config: NoConfigOption = False) -> None:
    """Print the configuration in force, defaults filled in, as YAML."""
    from wxcc_lint.cli.output import put
    from wxcc_lint.config_dump import dump_config
    from wxcc_lint.reporters.hostile import printable

    the = the_config(config, no_config)
    source = shown(the.path) if the.path else "no config file: these are the defaults"
    put(f"# {printable(source)}\n{dump_config(the)}")
