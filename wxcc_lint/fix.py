"""Carry out fixes in texts: as many at a time as do not get in each other's way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from wxcc_lint.report import Finding, FindingFix, TextEdit


class _Text(Struct):
    """A text and the edits that were taken for it; they do not overlap."""

    text: str
    edits: list[TextEdit] = field(default_factory=list)

    def takes(self, edit: TextEdit) -> bool:
        return not any(_meet(edit, other) for other in self.edits)

    def edited(self) -> str:
        pieces, end = [], 0
        for edit in sorted(self.edits, key=lambda one: (one.start, one.end)):  # two of one place stay in their order
            pieces += [self.text[end : edit.start], edit.text]
            end = edit.end
        return "".join(pieces) + self.text[end:]


def wanted_fixes(findings: Iterable[Finding], paths: Iterable[str], *, unsafe: bool) -> list[FindingFix]:
    """Return the fixes that may be carried out: safe ones, or all, whose edits stay within the files of these names."""
    known = set(paths)
    return [
        one.fix
        for one in findings
        if one.fix is not None and (one.fix.safe or unsafe) and known.issuperset(edit.path for edit in one.fix.edits)
    ]


def apply_fixes(texts: Mapping[str, str], fixes: Iterable[FindingFix]) -> tuple[dict[str, str], int]:
    """Return the texts that change, by path, and how many fixes were carried out.

    A fix is carried out whole or not at all. Of two that meet the first one is; the other has its turn when the rules have
    seen the result. So has one that adds something, where others mend: what it would add may stand there misspelt.
    """
    changed = {path: _Text(text) for path, text in texts.items()}
    mended: set[str] = set()
    count = 0
    for fix in sorted(fixes, key=_adds):
        paths = {edit.path for edit in fix.edits}
        if paths and _fits(fix, changed) and not (_adds(fix) and paths & mended):
            count += 1
            mended |= set() if _adds(fix) else paths
            for edit in fix.edits:
                changed[edit.path].edits.append(edit)
    return {path: one.edited() for path, one in changed.items() if one.edits}, count


def _adds(fix: FindingFix) -> bool:
    return any(edit.start == edit.end for edit in fix.edits)


def _fits(fix: FindingFix, texts: Mapping[str, _Text]) -> bool:
    among_themselves = all(
        edit.path != other.path or not _overlap(edit, other)
        for number, edit in enumerate(fix.edits)
        for other in fix.edits[:number]
    )
    return among_themselves and all(texts[edit.path].takes(edit) for edit in fix.edits)


def _overlap(one: TextEdit, other: TextEdit) -> bool:
    return one.start < other.end and other.start < one.end


def _meet(one: TextEdit, other: TextEdit) -> bool:
    """Tell whether two edits touch: what is inserted at one place twice has no order, so that counts as well."""
    return one.start <= other.end and other.start <= one.end
