"""The report contract: what reporters get, and the only thing they get. Shapes follow the JSON contract, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wxcc_lint.spans import Text

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From worst to mildest."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A stretch of a file: `/`-separated path relative to the working directory, 1-based, `end_column` exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """A labelled second place of a finding."""

    location: Location
    message: str


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace `start`..`end` (0-based code points of the decoded file, BOM not counted) of `path` by `text`."""

    path: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FindingFix:
    """Edits that mend a finding. `safe`: nothing but the fault can change by it."""

    safe: bool
    description: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
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


@dataclass(frozen=True, slots=True)
class Summary:
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


@dataclass(frozen=True, slots=True)
class RuleDocs:
    """What a rule says of itself: `severity` is its own, whatever the config made of it; `markdown` is all of its docs."""

    title: str
    why: str
    severity: Severity
    markdown: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something nobody could look at, and why: it must not read as clean."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """All shown findings, sorted by path, line, column, rule; `texts` holds the sources they point into.

    `rules` documents the rules of the findings, `checked` names the files behind `summary.files`, the clean ones too.
    """

    findings: tuple[Finding, ...]
    summary: Summary = Summary()
    texts: Mapping[str, Text] = field(default_factory=dict)
    rules: Mapping[str, RuleDocs] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
