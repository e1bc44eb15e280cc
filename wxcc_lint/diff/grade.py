"""Grades of changes: which rule of `drift/*` tells each one, and what policy makes of it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from wxcc_lint.baseline import Baseline
from wxcc_lint.detected import INTERNAL_ERROR, Detected
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.objects import Pair
from wxcc_lint.diff.view import Drift
from wxcc_lint.documents.model import Document
from wxcc_lint.engine import Engine
from wxcc_lint.report import SEVERITIES, Finding
from wxcc_lint.rules import Rule, RuleSet
from wxcc_lint.verdict import ExitCode, Plan, Policy, judge


class Graded(Struct, frozen=True):
    """A change with the one thing that is told of it."""

    pair: Pair
    change: Change
    detected: Detected


class Grades(Struct, frozen=True):
    """All changes of a comparison, in their order; `crashed` tells of rules that stopped."""

    graded: tuple[Graded, ...]
    crashed: tuple[Detected, ...] = ()


class Weighed(Struct, frozen=True):
    """What policy shows of a comparison: each change with its finding; `others` are failures and stale ignores.

    `code` is that of the others alone: what changes mean for it is for the command to say.
    """

    changes: tuple[tuple[Graded, Finding], ...]
    others: tuple[Finding, ...]
    ignored: int
    baselined: int
    code: ExitCode


def grade(
    compared: Iterable[tuple[Pair, Sequence[Change]]], rules: RuleSet, the_plan: Plan, *, is_drift: bool = False
) -> Grades:
    """Find the rule for each change. A change whose rule does not run is left out.

    All rules of drift decide, also those that do not run: who switches one off does not want to hear the same from
    another. Where a user's rule speaks beside ours, the one that supersedes the other tells it, else the graver one.
    """
    planned = {it.name: it for it in the_plan.rules}
    deciding = {it.name: planned.get(it.name, it) for it in rules.values() if it.on in {Drift.kind, "meta"}}
    engine = Engine(deciding.values())
    graded = []
    on_the_right = "in the org" if is_drift else "on the right side"
    for pair, changes in compared:
        for change in changes:
            found = list(engine.look(Drift(pair, change, on_the_right)))
            chosen = _chosen(found, deciding)
            if chosen is not None and chosen.rule in the_plan.severities:
                graded.append(Graded(pair, change, chosen))
    return Grades(tuple(graded), tuple(engine.outcome.detected))


def _chosen(found: Sequence[Detected], rules: dict[str, Rule]) -> Detected | None:
    explained = {name for one in found for name in rules[one.rule].meta.supersedes}
    told = [one for one in found if one.rule not in explained]
    return min(told, key=lambda one: SEVERITIES.index(rules[one.rule].meta.severity), default=None)


def weigh(
    grades: Grades,
    documents: Sequence[Document],
    the_plan: Plan,
    policy: Policy,
    rules: RuleSet,
    *,
    cwd: Path,
    baseline: Baseline | None = None,
) -> Weighed:
    """Apply severities, ignores and fingerprints; `documents` are those of both sides."""
    detected = [one.detected for one in grades.graded]
    found = [*detected, *grades.crashed]
    report = judge(found, documents, the_plan, policy, rules, cwd=cwd, baseline=baseline).report
    waiting: defaultdict[object, deque[Finding]] = defaultdict(deque)
    others = []
    for finding in report.findings:
        if rules[finding.rule].on == Drift.kind:
            place = finding.location
            waiting[finding.rule, place.path, place.line, place.column, finding.at, finding.message].append(finding)
        else:
            others.append(finding)
    shown = [(one, waiting[_key(one.detected)]) for one in grades.graded]
    changes = tuple((one, findings.popleft()) for one, findings in shown if findings)
    failed = any(one.rule == INTERNAL_ERROR for one in others)
    hidden = report.summary.ignored, report.summary.baselined
    return Weighed(changes, tuple(others), *hidden, ExitCode.FINDINGS if failed else ExitCode.OK)


def _key(one: Detected) -> object:
    """Return what a change's finding is known by; of several with one key the order tells."""
    start = one.mark.document.text.locate(one.mark.span.start)
    return one.rule, one.mark.document.name, start.line, start.column, one.at, one.message
