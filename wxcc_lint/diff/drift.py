"""What a report of drift tells beside the changes: who saved what, whom layouts reach, and where the org is declared."""

from __future__ import annotations

from collections.abc import Sequence

from wxcc_lint.diff.comparer import Compared
from wxcc_lint.diff.objects import OrgFacts
from wxcc_lint.diff.report import DriftFacts, ReportedChange
from wxcc_lint.report import Location
from wxcc_lint.verdict import Policy


def facts_of(
    compared: Sequence[Compared],
    changes: Sequence[ReportedChange],
    org: OrgFacts | None,
    policy: Policy,
    environment: str | None,
) -> DriftFacts:
    """Return the facts on the changed documents that the org has; `environment` is the one that declares the org."""
    facts = org or OrgFacts()
    changed = {one.document for one in changes}
    pairs = (one.pair for one in compared if one.pair.title in changed)
    held = [(one.title, one.right) for one in pairs if one.right is not None]
    saved = {title: facts.saved[one.path] for title, one in held if one.path in facts.saved}
    reach = {title: facts.reach[one.name] for title, one in held if one.kind == "layout" and one.name in facts.reach}
    return DriftFacts(environment, _home(policy, environment), saved, reach)


def _home(policy: Policy, environment: str | None) -> Location | None:
    if environment is None:
        return None
    place = policy.config.environments[environment].at().key()
    text, span = place.document.root.text, place.span
    start, end = text.locate(span.start), text.locate(span.end)
    return Location(place.document.root.name, start.line, start.column, end.line, end.column)
