"""What a rule offers to mend its bad examples does mend them: the finding goes, none comes, and the rest stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from wxcc_lint import examples as harness
from wxcc_lint.documents.load import load
from wxcc_lint.example_fences import examples
from wxcc_lint.fix import apply_fixes
from wxcc_lint.report import Finding, TextEdit
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Rule

RULES = builtin_rules()
WITH_FILES = sorted(name for name, it in RULES.items() if it.on not in {"drift", "org"} and "```" in it.docs)


def findings_in(files: Mapping[str, str], it: Rule, root: Path) -> tuple[Finding, ...]:
    return harness.check_files(it, files, RULES, root).judgement.report.findings


def between(text: str, edits: Sequence[TextEdit]) -> list[str]:
    """Return the pieces of a text that no edit touches."""
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def taken_apart(text: str, pieces: Sequence[str], edits: Sequence[TextEdit]) -> bool:
    """Tell whether a text consists of these pieces with the texts of the edits between them."""
    for piece, put in zip(pieces, [*(edit.text for edit in edits), ""], strict=True):
        if not text.startswith(piece + put):
            return False
        text = text[len(piece) + len(put) :]
    return not text


@pytest.mark.parametrize("name", WITH_FILES)
def test_a_fix_removes_its_finding_and_adds_none(name: str, tmp_path: Path) -> None:
    it = RULES[name]
    bad = [group for group in examples(it.docs) if group[0].bad]
    for number, group in enumerate(bad):
        files = harness.files_of(it, group)
        (finding,) = findings_in(files, it, tmp_path / f"{number}-before")
        if finding.fix is None:
            continue
        changed, count = apply_fixes(files, [finding.fix])
        assert count == 1
        assert changed.keys() == {edit.path for edit in finding.fix.edits}
        for path, text in changed.items():
            edits = sorted((one for one in finding.fix.edits if one.path == path), key=lambda one: one.start)
            assert text != files[path]
            assert taken_apart(text, between(files[path], edits), edits)
            document = load(path, text.encode())
            assert document is None or document.faults == ()
        assert [
            (one.rule, one.message) for one in findings_in({**files, **changed}, it, tmp_path / f"{number}-after")
        ] == []
