"""What GitHub is told beside a report: the summary of a job, a file of Markdown that it shows on the page of the run."""

from __future__ import annotations

import os
from itertools import zip_longest
from pathlib import Path
from typing import Final

from wxcc_lint.cli.errors import WrongUsageError, complain, note

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


def annotate(failure: WrongUsageError) -> None:
    """Write what kept the program from making a report where the report would be: into the log, and into the summary."""
    from wxcc_lint.cli.output import put
    from wxcc_lint.reporters.github import complaint
    from wxcc_lint.reporters.markdown_text import code

    told = [complaint(sentence, place) for sentence, place in zip_longest(failure.sentences, failure.places)]
    try:
        put("".join(told))
    except WrongUsageError as error:
        complain(*error.sentences)
    append_summary("\n".join(["**There is no report.**", "", *(f"* {code(one)}" for one in failure.sentences), ""]))
