"""One audit from the folder of a snapshot to the verdict: the sequence of steps behind `wxcc-lint audit`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.audit_report import AuditReport
from wxcc_lint.baseline import STALE
from wxcc_lint.catalog.no_api import unseen
from wxcc_lint.catalog.webex_entities import webex_entities
from wxcc_lint.config import Environment
from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.diff.run import DiffResult
from wxcc_lint.documents.org_files import read_parts
from wxcc_lint.ignores import EXPIRED, UNUSED
from wxcc_lint.intake import Intake
from wxcc_lint.org_check import Mask, at_home, check_org, declared_list
from wxcc_lint.report import Gap
from wxcc_lint.rules import RuleSet
from wxcc_lint.run import the_baseline
from wxcc_lint.sources.org_folder import read_folder
from wxcc_lint.sources.snapshot import read_header
from wxcc_lint.verdict import ExitCode, Policy, judge, plan

_ABOUT_CONFIG: Final = frozenset({UNUSED, EXPIRED, STALE})
"""Rules on what the config accepts. They judge by the files, which `check` sees and an audit does not."""
_CALLED: Final = {"layout": "webex/desktop-layout", "callcenter": "salesforce/CallCenter"}
"""What a comparison calls kinds of an org, and what the snapshot does."""
_UNSAID: Final = "the snapshot does not say that any of it was read"
_OF_SALESFORCE: Final = ("CallCenter", "users-by-call-center", "ServicePresenceStatus", "class-access", "fields")
"""What rules look at in a Salesforce org beside components that may be there or not."""


class AuditResult(Struct, frozen=True):
    """A finished audit; `complaints` say why the exit code is worse than the findings, `notes` are hints."""

    report: AuditReport
    complaints: tuple[str, ...]
    notes: tuple[str, ...]
    exit_code: ExitCode


class Subject(Struct, frozen=True):
    """What is audited: the folder with the snapshot, which `is_kept` or goes away, and how its numbers were masked."""

    environment: Environment
    folder: Path
    is_kept: bool
    mask: Mask | None = None


def audit(subject: Subject, drift: DiffResult, policy: Policy, rules: RuleSet, cwd: Path) -> AuditResult:
    """Check what a snapshot holds, and put what differs from the files beside it.

    Raises ConfigError, BaselineError and SelectionError.
    """
    environment, whole = subject.environment, plan(rules, policy)
    the_plan = replace(
        whole, severities={name: grade for name, grade in whole.severities.items() if name not in _ABOUT_CONFIG}
    )
    folder = read_folder(subject.folder, cwd if subject.is_kept else subject.folder, policy.config.limits)
    parts = read_parts(folder.files, policy.config.limits)
    declared = declared_list(Intake(policy.config, cwd, environment.name), environment)
    found = check_org(parts, environment, the_plan.rules, declared, subject.mask)
    told = at_home(found, parts, environment, is_kept=subject.is_kept)
    baseline = the_baseline(policy, rules, cwd)
    judgement = judge(
        [one for one in told if one.rule in the_plan.severities],
        parts.documents,
        the_plan,
        policy,
        rules,
        cwd=cwd,
        baseline=baseline,
    )
    unread = [*_unread(subject.folder, environment), *folder.uncovered, *drift.report.uncovered]
    report = AuditReport(
        environment.name,
        judgement.report,
        drift.report,
        tuple(_once(unread)),
        tuple(Uncovered(name, reason) for name, reason in unseen().items()),
        tuple(_undrifted(drift, environment)),
    )
    codes = [judgement.exit_code, *([ExitCode.UNCOVERED] if report.uncovered else [])]
    if drift.was_compared:
        return AuditResult(report, drift.complaints, drift.notes, ExitCode.worst([*codes, drift.exit_code]))
    sentences = tuple(f"drift was not looked at: {gap.reason}" for gap in report.undrifted)
    code = ExitCode.worst(ExitCode(gap.exit_code) for gap in report.undrifted)
    complaints, notes = (sentences, ()) if code else ((), sentences)
    return AuditResult(report, complaints, notes, ExitCode.worst([*codes, code]))


def _undrifted(drift: DiffResult, environment: Environment) -> Iterator[Gap]:
    """Tell why drift was not looked at; an environment that declares no files has an org all the same."""
    code = drift.exit_code if environment.files or environment.layouts else ExitCode.OK
    yield from () if drift.was_compared else (Gap("drift", sentence, code) for sentence in drift.complaints)


def _unread(folder: Path, environment: Environment) -> Iterator[Uncovered]:
    header = read_header(folder)
    if header is None:
        yield Uncovered("snapshot.json", "there is none that can be read, so nobody knows how much of the org is here")
        return
    for name, kind in header.kinds.items():
        if not kind.is_complete:
            yield Uncovered(name, kind.reason or f"the snapshot calls it {kind.status}")
    yield from (Uncovered(*one) for one in header.uncovered)
    # Rules are silent about what they do not see, so somebody has to say that it is not there.
    webex = [kind for kind, it in webex_entities().items() if not it.fields]
    halves = ("webex", webex, environment.webex.org_id), ("salesforce", _OF_SALESFORCE, environment.salesforce.org_id)
    for system, kinds, declared in halves:
        names = [f"{system}/{kind}" for kind in kinds]
        if any(name.startswith(f"{system}/") for name in header.kinds):
            yield from (Uncovered(name, _UNSAID) for name in names if name not in header.kinds)
        elif declared:
            yield Uncovered(system, "the environment declares it, and the snapshot holds nothing of it")


def _once(listed: Sequence[Uncovered]) -> Iterator[Uncovered]:
    """Yield each of what was not read once, whatever it is called."""
    told: set[str] = set()
    for one in listed:
        name = _CALLED.get(one.document, one.document)
        known = {name, f"webex/{name}", f"salesforce/{name}"}
        if told.isdisjoint(known):
            yield one
        told.add(name)
