"""How far the reading of an org has come, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wxcc_lint.sources.live.reading import Progress


@contextmanager
def showing(verbose: int) -> Iterator[Progress]:
    """Yield what shows the progress: lines where they were asked for, else a bar, on a terminal only."""
    if verbose:
        yield lambda kind, done, total: print(f"{kind}: {done} of {total}", file=sys.stderr)
        return
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("logging in", total=None)
        yield lambda kind, done, total: bar.update(task, description=kind, completed=done, total=total)
