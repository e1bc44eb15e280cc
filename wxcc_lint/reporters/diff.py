"""The reporters of comparisons: one pure function a format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Protocol

from wxcc_lint.diff.report import DiffReport
from wxcc_lint.reporters import (
    diff_concise,
    diff_csv,
    diff_full,
    diff_html,
    diff_json,
    diff_markdown,
    diff_patch,
    diff_summary,
    github,
    gitlab,
    junit,
    rdjson,
    sarif,
)
from wxcc_lint.reporters.diff_findings import as_findings_in


class DiffReporter(Protocol):
    """Turns a comparison into text: same report, same text. See `Reporter`."""

    def __call__(self, report: DiffReport, *, color: bool = False, width: int = 100) -> str:
        """Return the whole output of this format."""


DIFF_REPORTERS: Final[Mapping[str, DiffReporter]] = {
    "full": diff_full.render,
    "concise": diff_concise.render,
    "summary": diff_summary.render,
    "json": diff_json.render,
    "markdown": diff_markdown.render,
    "patch": diff_patch.render,
    "html": diff_html.render,
    "csv": diff_csv.render,
    "sarif": as_findings_in(sarif.render),
    "junit": as_findings_in(junit.render),
    "github": as_findings_in(github.render),
    "gitlab": as_findings_in(gitlab.render),
    "rdjson": as_findings_in(rdjson.render),
}
"""Format names as `diff -f` takes them."""
