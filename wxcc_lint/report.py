"""The report contract: what reporters get, and the only thing they get. Shapes follow the JSON contract, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from wxcc_lint.spans import Text

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From worst to mildest."""


class Location(Struct, frozen=True, order=True):
    """A stretch of a file: `/`-separated path relative to the working directory, 1-based, `end_column` exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Related(Struct, frozen=True):
    """A labelled second place of a finding."""

    location: Location
    message: str


class TextEdit(Struct, frozen=True):
    """Replace `start`..`end` (0-based code points of the decoded file, BOM not counted) of `path` by `text`."""

    path: str
    start: int
    end: int
    text: str


class FindingFix(Struct, frozen=True):
    """Edits that mend a finding. `safe`: nothing but the fault can change by it."""

    safe: bool
    description: str
    edits: tuple[TextEdit, ...]


class Finding(Struct, frozen=True):
    """One thing wrong at one place. `at` is its identity path; `why` is the rule's reason, for people only."""

    rule: str
    severity: Severity
    message: str
    location: Location
    at: str | None = None
    help: str | None = None
    why: str = ""
    environment: str | None = None
    subject: str | None = None
    docs: str | None = None
    fingerprint: str = ""
    fix: FindingFix | None = None
    related: tuple[Related, ...] = ()


class Summary(Struct, frozen=True):
    """The counts behind the closing line. `files` were checked; `skipped` were looked at and are none of ours."""

    files: int = 0
    skipped: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    ignored: int = 0
    baselined: int = 0
    fixed: int = 0
    """How many findings were mended before this report was made."""
    waiting: int = 0
    """Of a run that mends: how many findings have a fix that was not asked for because it is not safe."""
    fixable: int = 0


class RuleDocs(Struct, frozen=True):
    """What a rule says of itself: `severity` is its own, whatever the config made of it; `markdown` is all of its docs."""

    title: str
    why: str
    severity: Severity
    markdown: str


class Gap(Struct, frozen=True):
    """Something nobody could look at, and why: it must not read as clean."""

    subject: str
    reason: str


class Report(Struct, frozen=True):
    """All shown findings, sorted by path, line, column, rule; `texts` holds the sources they point into.

    `rules` documents the rules of the findings, `checked` names the files behind `summary.files`, the clean ones too.
    """

    findings: tuple[Finding, ...]
    summary: Summary = Summary()
    texts: Mapping[str, Text] = field(default_factory=dict)
    rules: Mapping[str, RuleDocs] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
