"""Options that `diff` and `drift` share."""

from __future__ import annotations

from typing import Annotated

import typer

from wxcc_lint.cli import completing

FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT[=FILE]",
        autocompletion=completing.diff_formats,
        help="full, concise, summary, json, markdown, html, patch, csv, sarif, junit, github, gitlab or rdjson; "
        "repeatable with files.",
    ),
]
SummaryOption = Annotated[bool, typer.Option("--summary", help="Only counts: the same as -f summary.")]
OnlyKindOption = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND", help="Only what is added, removed, changed, moved, renamed or ambiguous. Repeatable."),
]
IgnorePathOption = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Leave out what is at these identity paths. Repeatable.")
]
PairOption = Annotated[
    list[str] | None, typer.Option(metavar="LEFT=RIGHT", help="Compare these two, by name or path. Repeatable.")
]
SkipStepOption = Annotated[
    list[str] | None, typer.Option(metavar="STEP", help="Leave out this step of normalisation. Repeatable.")
]
IncludeUnmanagedOption = Annotated[
    bool, typer.Option("--include-unmanaged", help="Also what the files do not declare, and fields of the server.")
]
NoIgnoresOption = Annotated[bool, typer.Option("--no-ignores", help="Show what ignores hide.")]
