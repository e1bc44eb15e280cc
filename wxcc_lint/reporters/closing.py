"""The last line of the reports for people: the counts, in a sentence."""

from __future__ import annotations

from wxcc_lint.report import Summary


def closing_line(summary: Summary, gaps: int = 0) -> str:
    """Return what was found, in how many files, what is not shown, what nobody looked at, and how much can be fixed."""
    fixed = f"Fixed {counted(summary.fixed, 'finding')}. " if summary.fixed else ""
    return f"{fixed}{_found(summary, gaps)}{_left_out(summary, gaps)}{_fixable(summary)}."


def _found(summary: Summary, gaps: int) -> str:
    counts = {"error": summary.errors, "warning": summary.warnings, "info": summary.infos}
    found = [counted(number, noun) for noun, number in counts.items() if number]
    if not found and not summary.files:
        return "Nothing was checked" if gaps else "No files to check"
    where = f" in {counted(summary.files, 'file')}" if summary.files else ""
    if not found:
        return f"No findings{where}"
    *others, last = found
    return f"Found {', '.join(others)} and {last}{where}" if others else f"Found {last}{where}"


def _left_out(summary: Summary, gaps: int) -> str:
    counts = {
        f"{summary.ignored} ignored": summary.ignored,
        f"{summary.baselined} in the baseline": summary.baselined,
        f"{counted(summary.skipped, 'other file')} skipped": summary.skipped,
        f"{gaps} left out": gaps,
    }
    parts = [part for part, number in counts.items() if number]
    return f" ({', '.join(parts)})" if parts else ""


def _fixable(summary: Summary) -> str:
    if summary.waiting:
        waits = "waits" if summary.waiting == 1 else "wait"
        return f"; {summary.waiting} {waits} for --unsafe-fixes, and a look at what they change"
    if not summary.fixable:
        return ""
    return f"; {summary.fixable} {'has' if summary.fixable == 1 else 'have'} a ready fix"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 file`, `2 files`, `3 entries`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
