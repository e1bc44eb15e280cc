"""From what was detected to findings: paths, places, order and identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from wxcc_lint import DOCS_URL
from wxcc_lint.detected import Detected, Mark
from wxcc_lint.discover import display_name
from wxcc_lint.report import Finding, Location, Related, Severity


class ConfigPaths:
    """Paths relative to the config's folder, for paths relative to the working directory."""

    def __init__(self, root: Path, cwd: Path) -> None:
        self._root, self._cwd = root, cwd

    def relative(self, name: str) -> str:
        """Return the path of a document by its name."""
        return display_name(self._cwd / name, self._root)


def home_of(one: Detected, paths: ConfigPaths) -> str:
    """Return what ignores and the baseline know the home of a finding by: a file, or what is only in an org."""
    return one.subject or paths.relative(one.mark.document.name)


def finding_of(one: Detected, severity: Severity) -> Finding:
    """Return what was detected as a finding, still without a fingerprint."""
    return Finding(
        rule=one.rule,
        severity=severity,
        message=one.message,
        location=_location(one.mark),
        at=one.at,
        help=one.help or None,
        why=one.why,
        environment=one.environment,
        subject=one.subject,
        docs=f"{DOCS_URL}/rules/{one.rule}/" if DOCS_URL else None,
        fix=one.fix,
        related=tuple(Related(_location(mark), mark.message) for mark in one.related),
    )


def _location(mark: Mark) -> Location:
    start = mark.document.text.locate(mark.span.start)
    end = mark.document.text.locate(mark.span.end)
    return Location(mark.document.name, start.line, start.column, end.line, end.column)


def order_of(one: Finding) -> tuple[str, int, int, str, str, str, str]:
    """Return what findings are sorted by."""
    place = one.location
    about = (one.subject, one.at or "") if one.subject else ("", "")
    return (place.path, place.line, place.column, one.rule, one.environment or "", *about)


def fingerprinted(findings: Iterable[Finding], paths: ConfigPaths) -> list[Finding]:
    """Give each finding an identity that survives moved lines: rule, file, address, and which of several equal ones.

    What is only in an org has no file; there it is what the finding is about that counts.
    """
    occurrences: Counter[tuple[str, str, str | None]] = Counter()
    result = []
    for one in findings:
        key = (one.rule, one.subject or paths.relative(one.location.path), one.at)
        text = "\0".join(["1", key[0], key[1], key[2] or "", str(occurrences[key])])
        occurrences[key] += 1
        result.append(replace(one, fingerprint=_digest(text)))
    return result


def _digest(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
