"""What a report of drift tells of the org: whose it is, and of each document who saved it and whom it reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from wxcc_lint.diff.objects import Reach, Saved, SourceInfo
from wxcc_lint.diff.report import DiffReport
from wxcc_lint.reporters.closing import counted

_MOST: Final = 5
_UNKNOWN: Final = "?"
_SYSTEMS: Final[Mapping[bool | None, str]] = {
    True: "sandbox",
    False: "production",
    None: "sandbox or production not known",
}


def header_lines(report: DiffReport) -> Iterator[str]:
    """Yield which org it is, and when it was read."""
    if report.drift is not None:
        yield from org_lines(report.right)
        yield f"read: {report.right.read_at or 'nobody wrote down when'}, compared with {report.left.source}"


def org_lines(org: SourceInfo) -> Iterator[str]:
    """Yield which org it is: name, id, data centre or instance, production or sandbox."""
    half = org.salesforce
    if org.org_id or org.org_name:
        facts = (org.org_id or _UNKNOWN, org.datacenter or _UNKNOWN, _SYSTEMS[org.sandbox])
        yield f"Webex: {org.org_name or _UNKNOWN} ({', '.join(facts)})"
    if half is not None:
        facts = (half.org_id or _UNKNOWN, half.instance or _UNKNOWN, _SYSTEMS[half.sandbox])
        yield f"Salesforce: {half.org_name or _UNKNOWN} ({', '.join(facts)})"


def document_lines(report: DiffReport, title: str) -> Iterator[str]:
    """Yield who saved a document in the org, and whom a layout reaches."""
    if report.drift is None:
        return
    saved, reach = report.drift.saved.get(title), report.drift.reach.get(title)
    if saved is not None and (saved.by or saved.when):
        yield _saved_words(saved)
    if reach is not None:
        yield f"reaches {_reach_words(reach)}"


def _saved_words(saved: Saved) -> str:
    by, when = (f" by {saved.by}" if saved.by else "", f" on {saved.when}" if saved.when else "")
    if saved.is_proof:
        return f"last saved{by}{when}; who made which change before that is not known"
    return f"hint: edited{by}{when}"


def _reach_words(reach: Reach) -> str:
    parts = [_teams(reach.teams, "")] if reach.teams else []
    parts += (
        [_teams(reach.by_default, " without a layout of its own", " without layouts of their own")]
        if reach.by_default
        else []
    )
    told = "; ".join(parts) or "no team"
    if reach.profiles:
        told += f"; desktop profile{'' if len(reach.profiles) == 1 else 's'} {_listed(reach.profiles)}"
    if reach.agents is not None and parts:
        told += f"; {counted(reach.agents, 'agent')}"
    return told


def _teams(names: Sequence[str], what: str, several: str | None = None) -> str:
    if len(names) == 1:
        return f"1 team{what}: {_listed(names)}"
    return f"{len(names)} teams{what if several is None else several}: {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
