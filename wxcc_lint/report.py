"""The report contract: what reporters get, and the only thing they get. Shapes follow the JSON contract, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from wxcc_lint.spans import Text

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From worst to mildest."""
ENVIRONMENTS_BETWEEN: Final = ", "
"""What stands between the environments of a finding; none has it in its name."""


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

    @property
    def environments(self) -> tuple[str, ...]:
        """Those that it holds for, where several runs were joined; none where it holds for all."""
        return tuple(self.environment.split(ENVIRONMENTS_BETWEEN)) if self.environment else ()


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


ORG_UNREAD: Final = 4
"""The exit code of a run that could not read all of an org."""


class Gap(Struct, frozen=True):
    """Something nobody could look at, and why: it must not read as clean. `exit_code` is what it makes a run end with.

    What is `lasting` nobody can look at, however often it is tried.
    """

    subject: str
    reason: str
    exit_code: int = 0
    lasting: bool = False

    @property
    def sentence(self) -> str:
        """What it is, and why."""
        return f"{self.subject}: {self.reason}"

    @property
    def severity(self) -> Severity:
        """How grave it is, for formats that tell it beside findings."""
        return "error" if self.exit_code else "info" if self.lasting else "warning"


class Report(Struct, frozen=True):
    """All shown findings, sorted by path, line, column, rule; `texts` holds the sources they point into.

    `rules` documents the rules of the findings, `checked` names the files behind `summary.files`, the clean ones too, and
    `environments` those that these files belong to. `header` are the lines that say which orgs were looked at, if any were.
    """

    findings: tuple[Finding, ...]
    summary: Summary = Summary()
    texts: Mapping[str, Text] = field(default_factory=dict)
    rules: Mapping[str, RuleDocs] = field(default_factory=dict)
    checked: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    environments: tuple[str, ...] = ()
    header: tuple[str, ...] = ()

    @property
    def left_out(self) -> int:
        """How many gaps count: those that somebody can close."""
        return sum(not gap.lasting for gap in self.gaps)
