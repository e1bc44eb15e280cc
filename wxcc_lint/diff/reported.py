"""What is shown of the changes of a comparison, as policy and the command line have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from wxcc_lint.baseline import Baseline
from wxcc_lint.detected import INTERNAL_ERROR
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.comparer import Compared
from wxcc_lint.diff.grade import grade, weigh
from wxcc_lint.diff.inner import inner_changes
from wxcc_lint.diff.masking import told_apart
from wxcc_lint.diff.report import DiffSummary, ReportedChange
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree
from wxcc_lint.diff.words import Words
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.paths import Pattern, parse_path
from wxcc_lint.report import Finding, Location
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import Plan, Policy


class Shown(Struct, frozen=True):
    """What is left of the changes: `changes` by the id of each, in their order. `crashes` tells of rules that stopped."""

    changes: dict[int, ReportedChange]
    ignored: int
    baselined: int
    crashes: tuple[str, ...]


class Showing(Struct, frozen=True):
    """What decides on what is shown. Of drift, sentences call the right side the org."""

    plan: Plan
    policy: Policy
    rules: RuleSet
    cwd: Path
    baseline: Baseline | None = None
    ignored_paths: Collection[Pattern] = ()
    is_drift: bool = False


def shown_of(compared: Sequence[Compared], how: Showing) -> Shown:
    """Grade the changes and leave out what is ignored or in the baseline. No pattern covers that a whole object is gone.

    Stale ignores and entries of the baseline are not told: another comparison may need them.
    """
    pairs = ((one.pair, one.changes) for one in compared)
    grades = grade(pairs, how.rules, how.plan, is_drift=how.is_drift)
    documents = list(_documents(compared))
    weighed = weigh(grades, documents, how.plan, how.policy, how.rules, cwd=how.cwd, baseline=how.baseline)
    findings = {id(one.change): finding for one, finding in weighed.changes}
    ignored = weighed.ignored
    changes: dict[int, ReportedChange] = {}
    for each in compared:
        words = Words(each.pair, each.left, each.right)
        for change in each.changes:
            finding = findings.get(id(change))
            if finding is None:
                continue
            if not _is_gone(change) and any(one.matches(parse_path(change.at)) for one in how.ignored_paths):
                ignored += 1
            else:
                changes[id(change)] = _reported(each, change, finding, words.of(change))
    crashes = tuple(one.message for one in weighed.others if one.rule == INTERNAL_ERROR)
    return Shown(changes, ignored, weighed.baselined, crashes)


def summary_of(changes: Sequence[ReportedChange], *, uncovered: int, ignored: int, baselined: int) -> DiffSummary:
    """Count what is shown and what is not."""
    kinds = Counter(one.kind for one in changes)
    return DiffSummary(
        added=kinds["added"],
        removed=kinds["removed"],
        changed=kinds["changed"],
        moved=kinds["moved"],
        renamed=kinds["renamed"],
        ambiguous=kinds["ambiguous"],
        uncovered=uncovered,
        ignored=ignored,
        baselined=baselined,
    )


def _is_gone(change: Change) -> bool:
    return not change.keys and change.kind == "removed"


def _documents(compared: Sequence[Compared]) -> Iterator[Document]:
    for one in compared:
        yield from (side.document for side in (one.pair.left, one.pair.right) if side is not None)


def _reported(each: Compared, change: Change, finding: Finding, words: tuple[str, ...]) -> ReportedChange:
    left, right = change.left_value, change.right_value
    right = told_apart(left, right) if change.kind == "changed" else right
    return ReportedChange(
        kind=change.kind,
        document=each.pair.title,
        at=change.at,
        words=words,
        left=left,
        right=right,
        severity=finding.severity,
        rule=finding.rule,
        message=finding.message,
        why=finding.why,
        fingerprint=finding.fingerprint,
        left_location=_location(change.left),
        right_location=_location(change.right),
        near=_location(_nearest(each.left if change.left is None else each.right, change.keys)),
        origin=each.origins.get(id(change)),
        inner=inner_changes(left, right) if change.kind == "changed" else (),
    )


def _nearest(tree: Tree | None, keys: Sequence[Key]) -> Tree | None:
    """Return the last node that a side has on the way to one."""
    for key in keys:
        if not isinstance(tree, Branch) or key not in tree.children:
            return tree
        tree = tree.children[key]
    return tree


def _location(tree: Tree | None) -> Location | None:
    """Return where a node stands: its value, or its name where the value is empty or more than one thing."""
    if tree is None:
        return None
    has_value = isinstance(tree, Leaf) and tree.written not in ("", None)
    place = tree.place if has_value else tree.place.key()
    text, span = place.document.root.text, place.span
    start, end = text.locate(span.start), text.locate(span.end)
    return Location(place.document.root.name, start.line, start.column, end.line, end.column)
