"""Check, mend, and check again until nothing more can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from wxcc_lint.discover import Candidate, Discovery, read_whole
from wxcc_lint.documents.decode import decode, encode_like
from wxcc_lint.fix import apply_fixes, wanted_fixes
from wxcc_lint.rules import RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import Judgement, Policy

MAX_PASSES = 10
"""More than rules that each fix one thing have ever needed; beyond it they undo one another."""


@dataclass(frozen=True)
class MendedFile:
    """A file before and after; `path` is where it is written."""

    name: str
    path: Path
    before: bytes
    after: bytes

    @property
    def texts(self) -> tuple[str, str]:
        """The decoded texts."""
        return decode(self.before)[0], decode(self.after)[0]


@dataclass
class Mended:
    """What came of mending: the verdict on the files as they would be, and the files that change."""

    result: Result
    files: list[MendedFile] = field(default_factory=list)
    fixed: int = 0
    waiting: int = 0
    """How many findings have a fix that is not safe, and was not asked for."""
    settled: bool = True
    """Whether the fixes came to an end; where they did not, nothing more than the last pass is to be had."""


def check_and_mend(
    found: Discovery,
    policy: Policy,
    rules: RuleSet,
    cwd: Path,
    *,
    unsafe: bool = False,
    environment: str | None = None,
    progress: Callable[[list[Candidate]], Iterable[Candidate]] = iter,
) -> Mended:
    """Check files and carry out fixes in memory; nothing is written. Raises what `check` raises.

    Only files that were asked for are mended, and never the config.
    """
    originals: dict[str, tuple[Candidate, bytes]] = {}
    texts: dict[str, str] = {}
    mended = Mended(check(found, policy, rules, cwd, environment=environment, progress=progress))
    seen = set()
    for _ in range(MAX_PASSES):
        for candidate in mended.result.checked:
            if candidate.name not in originals:
                data = read_whole(candidate)
                originals[candidate.name], texts[candidate.name] = (candidate, data), decode(data)[0]
        fixes = wanted_fixes(mended.result.judgement.report.findings, texts, unsafe=unsafe)
        changed, count = apply_fixes(texts, fixes)
        state = hash(tuple(sorted(changed.items())))
        if not count or state in seen:
            break
        seen.add(state)
        texts.update(changed)
        mended.fixed += count
        found = _with(found, originals, changed)
        mended.result = check(found, policy, rules, cwd, environment=environment)
    left = mended.result.judgement.report.findings
    mended.settled = not wanted_fixes(left, texts, unsafe=unsafe)
    mended.waiting = sum(one.fix is not None and not one.fix.safe for one in left)
    mended.result.judgement = _with_counts(mended)
    mended.files = [
        MendedFile(name, candidate.path, data, encode_like(data, texts[name]))
        for name, (candidate, data) in originals.items()
        if texts[name] != decode(data)[0]
    ]
    return mended


def _with_counts(mended: Mended) -> Judgement:
    judgement = mended.result.judgement
    summary = replace(judgement.report.summary, fixed=mended.fixed, waiting=mended.waiting)
    return replace(judgement, report=replace(judgement.report, summary=summary))


def _with(found: Discovery, originals: dict[str, tuple[Candidate, bytes]], changed: dict[str, str]) -> Discovery:
    """Return what was found, with other content for the files that change."""
    drafts = {
        name: replace(originals[name][0], data=encode_like(originals[name][1], text)) for name, text in changed.items()
    }
    kept = [drafts.pop(candidate.name, candidate) for candidate in found.candidates]
    return replace(found, candidates=[*kept, *drafts.values()])
