"""One comparison from what two sides hold to the report: the sequence of steps behind `diff` and `drift`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.baseline import Baseline
from wxcc_lint.config import environments_for
from wxcc_lint.diff.assignments import assignments, component_assignments
from wxcc_lint.diff.changes import ChangeKind
from wxcc_lint.diff.comparer import Compared, Comparer, bases
from wxcc_lint.diff.components import is_complete, with_doubts
from wxcc_lint.diff.drift import facts_of
from wxcc_lint.diff.masking import Masking, holds_mask
from wxcc_lint.diff.objects import Contents, Pair, PairedBy, Uncovered
from wxcc_lint.diff.pair import Pairing, pair
from wxcc_lint.diff.patch import operations
from wxcc_lint.diff.report import DiffReport, Patch
from wxcc_lint.diff.reported import Showing, Shown, shown_of, summary_of
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.discover import display_name
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.paths import Pattern
from wxcc_lint.masks import holds_masks
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import ExitCode, Policy, fails, plan

_SERVER_FIELDS: Final = "server-fields"
_GUESSES: Final[Mapping[PairedBy, str]] = {
    "file name": "by the name of the file",
    "only one": "as the only one of its generation on each side",
}
_LISTED: Final = 3


class Wanted(Struct, frozen=True):
    """What the command line asks for, beside the operands. `kinds` empty means all."""

    environment: str | None = None
    named: tuple[tuple[str, str], ...] = ()
    kinds: frozenset[ChangeKind] = frozenset()
    ignored_paths: tuple[Pattern, ...] = ()
    skipped_steps: frozenset[str] = frozenset()
    include_unmanaged: bool = False
    is_drift: bool = False
    """Whether the left side is what is declared, and the right one an org."""

    @property
    def steps(self) -> frozenset[str]:
        """The steps of normalisation that are carried out."""
        return frozenset(STEPS) - self.skipped_steps - ({_SERVER_FIELDS} if self.include_unmanaged else set())


class DiffResult(Struct, frozen=True):
    """A finished comparison; `complaints` say why the exit code is worse than the changes, `notes` are hints.

    `was_compared` is false where a side could not be opened: the report says nothing then.
    """

    report: DiffReport
    was_compared: bool
    complaints: tuple[str, ...]
    notes: tuple[str, ...]
    exit_code: ExitCode


class Known(Struct, frozen=True):
    """What the surroundings bring to a comparison: findings that are accepted, and the key of an org's masks."""

    baseline: Baseline | None = None
    masking: Masking | None = None


def diff(
    left: Contents,
    right: Contents,
    base: Contents | None,
    wanted: Wanted,
    policy: Policy,
    rules: RuleSet,
    cwd: Path,
    known: Known | None = None,
) -> DiffResult:
    """Compare what two sides hold, with a base in the light of what they come from.

    Raises ConfigError and SelectionError. Where a side could not be opened nothing is compared.
    """
    known = known or Known()
    the_plan = plan(rules, policy, comparing=True)
    failures = [sentence for side in (left, right, base) if side is not None for sentence in side.failures]
    pairing = Pairing(())
    if not failures:
        pairing = pair(left, right, layouts=_layouts(policy, wanted), named=wanted.named)
    pairs, unmanaged = _managed(pairing.pairs, (left, right, base), wanted)
    comparer = Comparer(wanted.steps, lambda one: _variables(one, policy, wanted, cwd), known.masking)
    compared = _compared(pairs, pairing, (left, right, base), comparer, _layouts(policy, wanted))
    how = Showing(the_plan, policy, rules, cwd, known.baseline, wanted.ignored_paths, is_drift=wanted.is_drift)
    shown = shown_of(compared, how)
    changes = tuple(one for one in shown.changes.values() if not wanted.kinds or one.kind in wanted.kinds)
    of_base = (Uncovered(one.document, f"in the base: {one.reason}") for one in (base.uncovered if base else ()))
    unread = (*left.uncovered, *right.uncovered, *of_base, *pairing.uncovered)
    uncovered = (*unread, *_masked(compared), *(_unclear(pairing, left, wanted) if wanted.is_drift else ()))
    report = DiffReport(
        left.info,
        right.info,
        changes,
        uncovered,
        summary_of(changes, uncovered=len(uncovered), ignored=shown.ignored, baselined=shown.baselined),
        patches=tuple(_patches(compared, shown, wanted)) if base is None else (),
        drift=facts_of(compared, changes, right.org, policy, wanted.environment) if wanted.is_drift else None,
    )
    complaints = (*failures, *pairing.failures, *shown.crashes)
    is_guessed = "catalogue" not in {left.extent, right.extent}  # who names a release wants just that
    notes = (*(_guesses(pairing) if is_guessed else ()), *unmanaged)
    code = _exit_code(report, [left, right, *([base] if base else [])], pairing, shown, policy)
    return DiffResult(report, not failures, complaints, notes, code)


def _is_read(side: Contents) -> bool:
    """Tell whether all that a side holds could be read; what nobody read of an org is listed, and `drift` counts it."""
    return not side.failures and (side.org is not None or not side.uncovered)


def _exit_code(
    report: DiffReport, sides: Sequence[Contents], pairing: Pairing, shown: Shown, policy: Policy
) -> ExitCode:
    codes = [] if all(map(_is_read, sides)) else [ExitCode.NOTHING_READ]
    codes += [ExitCode.USAGE] if pairing.failures else []
    differing = [one.severity for one in report.changes if one.origin != "both"]
    differs = fails(differing, policy.effective_fail_on) if report.drift else bool(differing)
    codes += [ExitCode.UNCOVERED] if report.drift and report.uncovered else []
    return ExitCode.worst([*codes, ExitCode.FINDINGS if differs or shown.crashes else ExitCode.OK])


def _masked(compared: Sequence[Compared]) -> Iterator[Uncovered]:
    for one in compared:
        if one.unknown:
            what = "a value is" if one.unknown == 1 else f"{one.unknown} values are"
            yield Uncovered(one.pair.title, f"{what} masked, and the key that it was done with is not here")


def _unclear(pairing: Pairing, files: Contents, wanted: Wanted) -> Iterator[Uncovered]:
    """Tell what was not compared because nobody can say which of several objects is meant."""
    declared = {one.key for one in files.objects}
    for each in pairing.ambiguous:
        one = each.objects[0]
        if one.key in declared or wanted.include_unmanaged:
            paths = ", ".join(held.document.root.name for held in each.objects)
            why = f"nobody can say which of these it is: {paths}" if one.name else f"has no name: {paths}"
            yield Uncovered(one.title if one.name else one.sort, why)


def _compared(
    pairs: Sequence[Pair],
    pairing: Pairing,
    sides: tuple[Contents, Contents, Contents | None],
    comparer: Comparer,
    layouts: Mapping[str, str],
) -> list[Compared]:
    ambiguous = [comparer.ambiguous(one) for one in pairing.ambiguous]
    left, right, base = sides
    if base is None:
        return [*map(comparer.two, pairs), *ambiguous]
    either = replace(left, objects=(*left.objects, *right.objects))
    then = base if base.org is None else with_doubts(either, base)
    pairings = [pair(then, side, layouts=layouts) for side in (left, right)]
    base_of = bases([each for one in pairings for each in one.pairs])
    unread = {each.document for each in (*then.uncovered, *pairings[0].uncovered, *pairings[1].uncovered)}
    unread |= {each.objects[0].title for one in pairings for each in one.ambiguous}

    def compared(one: Pair) -> Compared:
        titles = {side.title for side in (one.left, one.right) if side is not None}
        old = base_of.get(id(one.left)) or base_of.get(id(one.right))
        return comparer.three(one, old, was_read=unread.isdisjoint(titles))

    return [*map(compared, pairs), *ambiguous]


def _layouts(policy: Policy, wanted: Wanted) -> dict[str, str]:
    environments = policy.config.environments.values()
    held = [one for one in environments if wanted.environment in {None, one.name}]
    return {name: file for one in held for name, file in one.layouts.items()}


def _variables(one: Pair, policy: Policy, wanted: Wanted, cwd: Path) -> Mapping[str, str]:
    """Return what variables stand for: in the environment that was asked for, else in the one that has the left file."""
    side = one.left or one.right
    assert side is not None, "a pair has a side"
    path = display_name(cwd / side.document.root.name, policy.config.root)
    homes = [
        environment
        for environment in environments_for(policy.config, path)
        if wanted.environment in {None, environment.name}
    ]
    if wanted.environment is not None:
        homes = [policy.config.environments[wanted.environment]]
    return homes[0].variables if len(homes) == 1 else {}


def _managed(
    pairs: Sequence[Pair], sides: tuple[Contents, Contents, Contents | None], wanted: Wanted
) -> tuple[list[Pair], list[str]]:
    """Return the pairs without what only an org has and the files do not declare, and a note on what that is."""
    left, right, base = sides
    orgs = [left.org is not None, right.org is not None]
    if wanted.include_unmanaged or orgs[0] == orgs[1]:
        return list(pairs), []
    strangers = [one for one in pairs if (one.right if orgs[0] else one.left) is None]
    unmanaged = [one for one in strangers if not _is_of_interest(one, base)]
    kept = [one for one in pairs if one not in unmanaged]
    return kept, [f"not declared, so not compared: {_listed(unmanaged)}; see --include-unmanaged"] if unmanaged else []


def _is_of_interest(stranger: Pair, base: Contents | None) -> bool:
    """Tell whether what only an org has came into it since the base, or was taken out of the files since."""
    one = stranger.left or stranger.right
    if base is None or one is None:
        return False
    was_there = any(other.key == one.key for other in base.objects)
    return was_there if base.org is None else not was_there and is_complete(base, one.sort)


def _guesses(pairing: Pairing) -> Iterator[str]:
    for by, how in _GUESSES.items():
        guessed = [one for one in pairing.pairs if one.by == by]
        if guessed:
            yield f"paired {how}, which is a guess: {_listed(guessed)}; --pair LEFT=RIGHT decides"


def _listed(pairs: Sequence[Pair]) -> str:
    titles = [f"'{one.title}'" for one in pairs]
    return ", ".join(titles[:_LISTED]) + (f" and {len(titles) - _LISTED} more" if len(titles) > _LISTED else "")


def _patches(compared: Sequence[Compared], shown: Shown, wanted: Wanted) -> Iterator[Patch]:
    for one in compared:
        kept = {id(change) for change in one.changes if id(change) in shown.changes}
        kept = {each for each in kept if not wanted.kinds or shown.changes[each].kind in wanted.kinds}
        masked = {id(change) for change in one.changes if holds_mask(change)} & kept
        patch = _patch(one, kept - masked)
        if patch is not None:
            yield replace(patch, masked=patch.masked + len(masked))


def _patch(one: Compared, kept: Collection[int]) -> Patch | None:
    left, right = one.pair.left, one.pair.right
    if one.left is None or one.right is None or left is None or right is None:
        return None
    if left.kind == "component":
        lines = [line for change in one.changes if id(change) in kept for line in component_assignments(change)]
        return Patch(one.pair.title, None, tuple(lines))
    if left.kind == "callcenter":
        view = CallCenter(right.document)
        lines = [line for change in one.changes if id(change) in kept for line in assignments(view, change)]
        return Patch(one.pair.title, None, tuple(dict.fromkeys(lines)))
    if Layout(left.document).form != Layout(right.document).form:
        root = Layout(right.document).root
        if holds_masks(root):
            return Patch(one.pair.title, (), masked=len(kept))
        return Patch(one.pair.title, ({"op": "replace", "path": "", "value": root},) if kept else ())
    return Patch(one.pair.title, tuple(operations(one.left, one.changes, kept)))
