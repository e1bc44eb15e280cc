"""`wxcc-lint hosts`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from wxcc_lint.cli.errors import complain, note

if TYPE_CHECKING:
    from wxcc_lint.discover import Candidate
    from wxcc_lint.documents.layout_view import Layout
    from wxcc_lint.inventory import Widget

_NOTHING_READ = 3


def hosts(
    paths: Annotated[
        list[Path] | None,
        # Without `readable=False` typer would make a missing permission wrong usage.
        typer.Argument(metavar="[PATHS]...", readable=False, help="Files and folders."),
    ] = None,
    inventory: Annotated[
        bool, typer.Option("--inventory", help="List the widgets: where they come from, and the data they get.")
    ] = False,
    format_: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Text, or JSON.")] = "text",
) -> None:
    """List the hosts that desktop layouts load from, for the tenant's allowed list.

    Lines that begin with # are for reading. Exit codes: 0 done; 2 wrong usage; 3 a path is missing, a layout cannot be
    read, or there is none.
    """
    from wxcc_lint.cli.output import put
    from wxcc_lint.inventory import hosts_of, widgets_of
    from wxcc_lint.inventory_output import hosts_as_json, hosts_as_text, widgets_as_json

    layouts, complaints = _layouts(paths or [Path()])
    if inventory:
        widgets = list(widgets_of(layouts))
        put(widgets_as_json(widgets) if format_ == "json" else _shown(widgets))
        found = bool(widgets)
    else:
        the_hosts = hosts_of(layouts)
        put(hosts_as_json(the_hosts) if format_ == "json" else hosts_as_text(the_hosts))
        found = bool(the_hosts.listed or the_hosts.others)
    if layouts and not found:
        note("nothing here is loaded from another host")
    for sentence in complaints:
        complain(sentence)
    raise typer.Exit(_NOTHING_READ if complaints else 0)


def _layouts(paths: list[Path]) -> tuple[list[Layout], list[str]]:
    """Return the layouts at some paths, and sentences on what keeps the answer from being whole."""
    from wxcc_lint.discover import discover

    found = discover(paths, Path.cwd())
    complaints = [one.sentence for one in found.failures]
    layouts: list[Layout] = []
    for candidate in found.candidates:
        try:
            layout = _layout(candidate)
        except _UnreadableError as error:
            complaints.append(str(error))
        else:
            layouts += [layout] if layout else []
    for one in found.unreadable:
        note(one.sentence)
    if not layouts and not complaints:
        complaints.append(f"{', '.join(found.searched) or 'the files named'}: there is no desktop layout")
    return layouts, complaints


class _UnreadableError(Exception):
    """A layout that cannot be read. The text names the file and says why."""


def _layout(candidate: Candidate) -> Layout | None:
    from wxcc_lint.discover import read, read_failure
    from wxcc_lint.documents.layout_view import Layout
    from wxcc_lint.documents.limits import DEFAULT_SIZES
    from wxcc_lint.documents.load import parse, recognise_file

    try:
        data = read(candidate, DEFAULT_SIZES)
    except OSError as error:
        raise _UnreadableError(read_failure(candidate, error)) from error
    if not data or recognise_file(candidate.name, data) != "layout":
        return None
    document = parse(candidate.name, data, "layout")
    if document.faults:
        raise _UnreadableError(f"{candidate.name}: {document.faults[0].message}; wxcc-lint check tells more")
    return Layout(document)


def _shown(widgets: list[Widget]) -> str:
    from wxcc_lint.cli.output import wants_color
    from wxcc_lint.inventory_output import widgets_as_table, widgets_as_text

    if not sys.stdout.isatty():
        return widgets_as_text(widgets)
    return widgets_as_table(widgets, color=wants_color(sys.stdout), width=shutil.get_terminal_size().columns)
