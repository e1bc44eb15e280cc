"""The contract of `diff` and `drift` reports, and the only thing their reporters get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct, field

from wxcc_lint.diff.changes import ChangeKind, Origin
from wxcc_lint.diff.objects import Reach, Saved, SourceInfo, Uncovered
from wxcc_lint.report import Location, Severity
from wxcc_lint.spans import Text


class InnerChange(Struct, frozen=True):
    """A part of a value that changed as a whole; `words` lead to it: `entry 2`, `entry 1`. A side without it has None."""

    words: tuple[str, ...]
    kind: Literal["added", "removed", "changed"]
    left: Any
    right: Any


class ReportedChange(Struct, frozen=True):
    """A graded change. `words` are the way to it as an admin would say it: `agent`, `navigation`, `"Customer 360"`, `script`.

    `left` and `right` are plain data as the files say them; `why` is what it means to agents, for people only.
    """

    kind: ChangeKind
    document: str
    at: str
    words: tuple[str, ...]
    left: Any
    right: Any
    severity: Severity
    rule: str
    message: str
    why: str
    fingerprint: str
    left_location: Location | None
    right_location: Location | None
    origin: Origin | None = None
    inner: tuple[InnerChange, ...] = ()
    """Of a list or object: its parts that differ, for people only; nothing where the whole values tell more."""
    near: Location | None = None
    """What stands nearest to it in the document of the side that lacks it."""


class Patch(Struct, frozen=True):
    """What makes the left side of a document like the right one.

    `operations` of RFC 6902 on a layout; None for a call center, which has `assignments` of items. `masked` counts the
    changes that are left out: nobody may write a mask anywhere.
    """

    document: str
    operations: tuple[Mapping[str, Any], ...] | None = None
    assignments: tuple[str, ...] = ()
    masked: int = 0


class DiffSummary(Struct, frozen=True):
    """How many changes of each kind are shown, and what is not."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    moved: int = 0
    renamed: int = 0
    ambiguous: int = 0
    uncovered: int = 0
    ignored: int = 0
    baselined: int = 0


class DriftFacts(Struct, frozen=True):
    """What makes a comparison one of declared files with an org: `saved` and `reach` are by document.

    `home` is the entry of the environment in the config: there stands what only the org has.
    """

    environment: str | None = None
    home: Location | None = None
    saved: Mapping[str, Saved] = field(default_factory=dict)
    reach: Mapping[str, Reach] = field(default_factory=dict)


class DiffReport(Struct, frozen=True):
    """A finished comparison; `changes` are sorted by document, then as they stand in it."""

    left: SourceInfo
    right: SourceInfo
    changes: tuple[ReportedChange, ...]
    uncovered: tuple[Uncovered, ...]
    summary: DiffSummary
    texts: Mapping[str, Text] = field(default_factory=dict)
    patches: tuple[Patch, ...] = ()
    drift: DriftFacts | None = None
    """Whether, and how, it is drift: the left side is what is declared, the right one an org."""
