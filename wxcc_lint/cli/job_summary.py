"""The summary of a GitHub job: what is appended to a file of Markdown, GitHub shows on the page of the run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from wxcc_lint.cli.errors import note

_MOST: Final = 1024 * 1024
"""Bytes; of a step that writes more, GitHub shows nothing."""
_CUT: Final = "The report does not fit in here: the log has all of it.\n"


def append_summary(markdown: str) -> None:
    """Append a report, or where there is no room for it a sentence; outside of a workflow nothing.

    A summary that cannot be written fails no run.
    """
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("ab") as summary:
            room = _MOST - summary.tell()
            for text in (markdown, _CUT):
                data = f"{text}\n".encode("utf-8", "backslashreplace")
                if len(data) <= room:
                    summary.write(data)
                    return
    except OSError as error:
        note(f"the job summary cannot be written: {(error.strerror or str(error)).lower()}")
