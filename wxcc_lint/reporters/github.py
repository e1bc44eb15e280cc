"""Workflow commands: GitHub shows each finding beside its line in a pull request."""

from __future__ import annotations

from typing import Final

from wxcc_lint.report import Finding, Report, Severity
from wxcc_lint.reporters.finding_words import advised, gap_sentence
from wxcc_lint.reporters.hostile import printable

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, **_unused: object) -> str:
    """Return one command a finding, and nothing else: a run without findings prints nothing."""
    lines = [_command("notice", printable(line), title="wxcc-lint") for line in report.header]
    lines += [_command(_COMMANDS[one.severity], advised(one), **_place(one)) for one in report.findings]
    lines += [_command(_COMMANDS[gap.severity], gap_sentence(gap), title="wxcc-lint") for gap in report.gaps]
    return "".join(f"{line}\n" for line in lines)


def complaint(sentence: str, place: tuple[str, int, int] | None) -> str:
    """Return the command for why there is no report. A sentence with a place begins with its path, line and column."""
    if place is None:
        return f"{_command('error', printable(sentence), title='wxcc-lint')}\n"
    path, line, column = place
    said = printable(sentence.removeprefix(f"{path}:{line}:{column}: "))
    return f"{_command('error', said, title='wxcc-lint', file=printable(path), line=line, col=column)}\n"


def _place(finding: Finding) -> dict[str, str | int]:
    place = finding.location
    where: dict[str, str | int] = {"title": finding.rule, "file": printable(place.path), "line": place.line}
    if place.line == place.end_line:  # GitHub takes columns on one line only
        return where | {"endLine": place.end_line, "col": place.column, "endColumn": place.end_column}
    return where | {"endLine": place.end_line}


def _command(name: str, message: str, **properties: str | int) -> str:
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
