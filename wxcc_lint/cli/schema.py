"""`wxcc-lint schema`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wxcc_lint.cli import completing
from wxcc_lint.cli.errors import WrongUsageError

if TYPE_CHECKING:
    from wxcc_lint.schema import Schema


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            autocompletion=completing.schemas,
            help="The name of a schema; without it, all are listed.",
        ),
    ] = None,
    format_: Annotated[
        Literal["full", "json"], typer.Option("-f", "--format", help="How the list is written: a table, or JSON.")
    ] = "full",
) -> None:
    """Print a JSON Schema for an editor or another program, or list those there are."""
    from wxcc_lint.cli.output import put
    from wxcc_lint.schema import load_schema, schema_names, schema_text
    from wxcc_lint.suggest import did_you_mean

    names = schema_names()
    if name is None:
        schemas = {each: load_schema(each) for each in names}
        put(_as_json(schemas) if format_ == "json" else "".join(f"{line}\n" for line in _table(schemas)))
        return
    if name not in names:
        hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
        raise WrongUsageError(f"there is no schema '{name}'{hint}")
    put(schema_text(name))


def _as_json(schemas: dict[str, Schema]) -> str:
    from wxcc_lint import __version__

    listed = [
        {
            "name": name,
            "title": it["title"],
            "description": it["description"],
            "files": it.get("x-files", []),
            "id": it["$id"],
        }
        for name, it in schemas.items()
    ]
    document = {"version": 1, "tool": {"name": "wxcc-lint", "version": __version__}, "schemas": listed}
    return json.dumps(document, indent=2) + "\n"


def _table(schemas: dict[str, Schema]) -> Iterator[str]:
    rows = [("schema", "usual files", "what it describes")]
    rows += [(name, ", ".join(it.get("x-files", ())), it["title"]) for name, it in schemas.items()]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, files, title in rows:
        yield f"{name:{widths[0]}}  {files:{widths[1]}}  {title}"
    yield f"{len(schemas)} schemas; wxcc-lint schema NAME prints one"
