"""How hosts and widgets are shown: as lines to paste, a table on a terminal, plain text elsewhere, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import to_builtins

from wxcc_lint import __version__
from wxcc_lint.documents.address_hosts import DIRECTIVES, Reason
from wxcc_lint.inventory import Hosts, ListedHost, Remark, Widget
from wxcc_lint.reporters.hostile import printable

_CONTRACT: Final = 1
_REMARKS: Final[dict[Remark, str]] = {
    "insecure": "asked for over http, which browsers block on the Desktop",
    "ip-address": "a number instead of a name",
    "port": "has a port; whether the allowed list takes one is not documented",
    "private": "can be reached from inside a company only",
    "shared": "everybody can put files there: allowing it allows all of them",
    "tunnel": "a tunnel to somebody's computer",
    "demo": "for trying things out",
    "raw": "sends files as plain text, which browsers do not run",
    "test-system": "a test system by its name",
    "retired": "the vendor has moved its connectors away from it",
}
_REASONS: Final[dict[Reason, str]] = {
    "local": "the computer of whoever opens the Desktop",
    "placeholder": "a placeholder",
    "not-a-host": "not the name of a host",
}


def hosts_as_text(hosts: Hosts) -> str:
    """Return the hosts one a line, grouped by the directives they need; everything else stands behind `#`."""
    blocks = [
        [f"# {' and '.join(directives)}", *(listed.host for listed in group)]
        for directives, group in groupby(sorted(hosts.listed, key=_order), key=lambda listed: listed.directives)
    ]
    remarks = [f"# {listed.host}: {_REMARKS[remark]}" for listed in hosts.listed for remark in listed.remarks]
    if remarks:
        blocks.append(["# before you allow them", *remarks])
    if hosts.others:
        others = [f"# {other.host}: {_REASONS[other.reason]}" for other in hosts.others]
        blocks.append(["# nothing for the list", *others])
    return "\n".join("".join(f"{printable(line)}\n" for line in block) for block in blocks)


def hosts_as_json(hosts: Hosts) -> str:
    """Return the hosts with every place where they are used."""
    return _json(
        {"hosts": [to_builtins(one) for one in hosts.listed], "others": [to_builtins(one) for one in hosts.others]}
    )


def widgets_as_json(widgets: Iterable[Widget]) -> str:
    """Return the widgets with all that is known of them."""
    return _json({"widgets": [to_builtins(widget) for widget in widgets]})


def widgets_as_text(widgets: Sequence[Widget]) -> str:
    """Return some lines for each widget: where it stands, what it is, where it comes from, what data it gets."""
    return "\n".join("".join(f"{printable(line)}\n" for line in _lines(widget)) for widget in widgets)


def widgets_as_table(widgets: Sequence[Widget], *, color: bool, width: int) -> str:
    """Return a table for a terminal, with a caption for each file."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    output = StringIO()
    console = Console(file=output, force_terminal=color, width=width, highlight=False)
    for path, of_file in groupby(widgets, key=lambda widget: widget.path):
        table = Table(
            box=None,
            pad_edge=False,
            padding=(0, 2, 1, 0),
            header_style="bold",
            title=Text(printable(path), "bold"),
            title_justify="left",
        )
        for name in ("widget", "where", "script or page", "data"):
            table.add_column(name, overflow="fold")
        for widget in of_file:
            cells = (_name(widget), _home(widget), widget.address, "\n".join(_data(widget)))
            table.add_row(*(Text("\n".join(map(printable, cell.split("\n")))) for cell in cells))
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())  # rich fills the last column


def _order(listed: ListedHost) -> tuple[list[int], str]:
    return [DIRECTIVES.index(directive) for directive in listed.directives], listed.host


def _json(content: dict[str, object]) -> str:
    document = {"version": _CONTRACT, "tool": {"name": "wxcc-lint", "version": __version__}, **content}
    return json.dumps(document, indent=2).replace("\x7f", r"\u007f") + "\n"


def _lines(widget: Widget) -> Iterator[str]:
    yield f"{widget.path}:{widget.line}:{widget.column}: {_name(widget)}"
    yield f"  where: {_home(widget)}"
    yield f"  from:  {widget.address}"
    yield from (f"  data:  {line}" for line in _data(widget))


def _name(widget: Widget) -> str:
    return f"{widget.component} '{widget.title}'" if widget.title else widget.component


def _home(widget: Widget) -> str:
    return f"{widget.role}, {widget.area}" if widget.role else widget.area


def _data(widget: Widget) -> list[str]:
    return [f"{data.name} = {data.store}" for data in widget.data]
