"""What to apply to the left side to get the right one."""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.diff.report import DiffReport, Patch
from wxcc_lint.reporters.ascii_json import ascii_json
from wxcc_lint.reporters.closing import counted
from wxcc_lint.reporters.diff_words import document_words, values
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.screen import Segment, paint


def render(report: DiffReport, **_unused: object) -> str:
    """Return the JSON Patch of a single layout as it is. Anything else stands behind a line with `#` and what it is of."""
    whole = [one for one in report.changes if not one.words]
    only = report.patches[0] if len(report.patches) == 1 else None
    if not whole and only is not None and only.operations is not None and not only.masked:
        return _body(only)
    blocks = [f"# {document_words(one.document)}: {values(one, 0, is_drift=report.drift is not None)}" for one in whole]
    return "\n".join([*(f"{printable(block)}\n" for block in blocks), *_blocks(report)])


def _blocks(report: DiffReport) -> Iterator[str]:
    for patch in report.patches:
        if patch.masked:
            yield f"# {printable(document_words(patch.document))}: {counted(patch.masked, 'value')} masked, so not in here\n"
        if patch.operations or patch.assignments:
            yield f"# {printable(document_words(patch.document))}\n{_body(patch)}"


def _body(patch: Patch) -> str:
    if patch.operations is None:
        return paint(([Segment(line)] for line in patch.assignments), color=False)
    return ascii_json(patch.operations)
