"""The contract of `audit` reports, and the only thing their reporters get."""

from __future__ import annotations

from msgspec import Struct

from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.diff.report import DiffReport
from wxcc_lint.report import Gap, Report


class AuditReport(Struct, frozen=True):
    """What an audit of one environment found. `drift` also says which org it was; its right side is the org.

    `uncovered` is what could have been read and was not, `unseen` what no API shows. `undrifted` says why drift was not looked
    at, if it was not, and whether that counts.
    """

    environment: str
    findings: Report
    drift: DiffReport
    uncovered: tuple[Uncovered, ...] = ()
    unseen: tuple[Uncovered, ...] = ()
    undrifted: tuple[Gap, ...] = ()


class Audited(Struct, frozen=True):
    """One environment of a fleet: its report, or why there is none. `age` is that of the snapshot, in words."""

    environment: str
    report: AuditReport | None
    failure: str = ""
    age: str = ""
