"""Check, mend, and check again until nothing more can be mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import dropwhile
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.discover import Candidate, Discovery, read_whole
from wxcc_lint.documents.decode import decode, encode_like
from wxcc_lint.examination import Progress
from wxcc_lint.fix import apply_fixes, wanted_fixes
from wxcc_lint.rules import RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import Policy

_State = frozenset[tuple[str, str]]
"""All texts by their names, as they are after a pass."""

MAX_PASSES = 50
"""More than any value has faults that are told one after the other; beyond it fixes have no end."""


class MendedFile(Struct, frozen=True):
    """A file before and after; `path` is where it is written."""

    name: str
    path: Path
    before: bytes
    after: bytes


class Mended(Struct, frozen=True):
    """What came of mending: the verdicts on the files as they are and as they would be, and the files that change."""

    before: Result
    result: Result
    files: tuple[MendedFile, ...] = ()
    endless: tuple[str, ...] = ()
    """The rules whose fixes come up again whenever they are carried out, and are left out."""


class _Drafts(Struct):
    """The files that were asked for and have findings: what they hold, and their texts as they are to be."""

    originals: dict[str, tuple[Candidate, bytes]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def take(self, result: Result) -> None:
        """Take in files that are not known yet, unless they are not what was checked or could not be written again."""
        checked = result.judgement.report.texts
        for candidate in result.checked:
            name = candidate.name
            if name not in checked or name in self.originals:
                continue
            with suppress(OSError):
                data, text = read_whole(candidate), checked[name].text
                if decode(data) == (text, None) and encode_like(data, text) == data:
                    self.originals[name], self.texts[name] = (candidate, data), text

    def put_into(self, found: Discovery) -> Discovery:
        """Return what was found, with the drafts as the content of their files."""
        drafts = {
            name: replace(candidate, data=encode_like(data, self.texts[name]))
            for name, (candidate, data) in self.originals.items()
        }
        kept = [drafts.pop(candidate.name, candidate) for candidate in found.candidates]
        return replace(found, candidates=[*kept, *drafts.values()])

    def changed(self) -> Iterator[MendedFile]:
        for name, (candidate, data) in self.originals.items():
            after = encode_like(data, self.texts[name])
            if after != data:
                yield MendedFile(name, candidate.path, data, after)


def check_and_mend(
    found: Discovery,
    policy: Policy,
    rules: RuleSet,
    cwd: Path,
    *,
    unsafe: bool = False,
    environment: str | None = None,
    progress: Progress = iter,
    jobs: int | None = 1,
) -> Mended:
    """Check files and carry out fixes in memory; nothing is written. Raises what `check` raises.

    Only files that were asked for are mended, and never the config. Rules whose fixes find no end are found by trying:
    then all begins anew without these fixes.
    """
    check_again = partial(check, policy=policy, rules=rules, cwd=cwd, environment=environment, jobs=jobs)
    before = check_again(found, progress=progress)
    endless: set[str] = set()
    while True:
        mended = _mend(before, found, check_again, unsafe=unsafe, left_out=endless)
        if endless.issuperset(mended.endless):
            return replace(mended, endless=tuple(sorted(endless)))
        endless.update(mended.endless)


def _mend(
    before: Result, found: Discovery, check_again: Callable[[Discovery], Result], *, unsafe: bool, left_out: set[str]
) -> Mended:
    """Carry out fixes until there are none, or until a state comes again: then those carried out since are endless."""
    drafts, result, fixed = _Drafts(), before, 0
    rules_of: dict[_State, set[str]] = {}  # which rules mended each state, in the order of the states
    while True:
        drafts.take(result)
        findings = [one for one in result.judgement.report.findings if one.rule not in left_out]
        changed, count = apply_fixes(drafts.texts, wanted_fixes(findings, drafts.texts, unsafe=unsafe))
        state = frozenset(drafts.texts.items())
        rules = {one.rule for one in findings if wanted_fixes([one], drafts.texts, unsafe=unsafe)}
        if not count or state in rules_of or len(rules_of) == MAX_PASSES:
            break
        rules_of[state] = rules
        drafts.texts.update(changed)
        fixed += count
        result = check_again(drafts.put_into(found))
    since = dropwhile(lambda known: known != state, rules_of)
    endless = rules.union(*(rules_of[one] for one in since))
    waiting = [one for one in findings if wanted_fixes([one], drafts.texts, unsafe=True)]
    result = _counted(result, fixed, 0 if unsafe else len(waiting))
    return Mended(before, result, tuple(drafts.changed()), tuple(endless))


def _counted(result: Result, fixed: int, waiting: int) -> Result:
    report = result.judgement.report
    report = replace(report, summary=replace(report.summary, fixed=fixed, waiting=waiting))
    return replace(result, judgement=replace(result.judgement, report=report))
