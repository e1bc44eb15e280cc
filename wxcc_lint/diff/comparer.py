"""From pairs of objects to their changes, with a common base where there is one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.diff.changes import Change, Origin
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.masking import Masking, touches_mask, unseen
from wxcc_lint.diff.normalise import trees_of
from wxcc_lint.diff.objects import Ambiguous, ConfigObject, Pair
from wxcc_lint.diff.since_base import since_base
from wxcc_lint.diff.tree import Tree, written


class Compared(Struct, frozen=True):
    """A pair with its trees and all of its changes; `origins` tells by id who made them, where there is a base.

    `unknown` counts the places whose values are masked with a key that nobody has here.
    """

    pair: Pair
    left: Tree | None
    right: Tree | None
    changes: tuple[Change, ...]
    origins: Mapping[int, Origin] = field(default_factory=dict)
    unknown: int = 0


class Comparer(Struct, frozen=True):
    """Compares pairs; `steps` of normalisation are carried out, `variables` tells what counts in a pair.

    With `masking` nobody sees the secrets of either side.
    """

    steps: Collection[str]
    variables: Callable[[Pair], Mapping[str, str]]
    masking: Masking | None = None

    def two(self, pair: Pair) -> Compared:
        """Compare two sides."""
        return self._seen(self._two(pair))

    def three(self, pair: Pair, base: ConfigObject | None, *, was_read: bool = True) -> Compared:
        """Compare two sides in the light of what both come from; `was_read`: where that is nothing, there was nothing."""
        return self._seen(self._three(pair, base, was_read=was_read))

    def _two(self, pair: Pair) -> Compared:
        left, right = trees_of(pair, self.steps, self.variables(pair), self.masking)
        return Compared(pair, left, right, tuple(_changes(left, right)))

    def _three(self, pair: Pair, base: ConfigObject | None, *, was_read: bool) -> Compared:
        if base is None:
            compared = self._two(pair)
            origin: Origin = "repo" if pair.right is None else "org" if pair.left is None else "conflict"
            origin = origin if was_read else "unknown"
            return Compared(
                pair, compared.left, compared.right, compared.changes, {id(one): origin for one in compared.changes}
            )
        variables = self.variables(pair)
        old_left, left = trees_of(Pair(base, pair.left, pair.by), self.steps, variables, self.masking)
        old_right, right = trees_of(Pair(base, pair.right, pair.by), self.steps, variables, self.masking)
        found = list(since_base(list(_changes(old_left, left)), list(_changes(old_right, right)), left, right))
        origins = {id(change): origin for change, origin in found}
        return Compared(pair, left, right, tuple(change for change, _ in found), origins)

    def _seen(self, compared: Compared) -> Compared:
        """Return what was compared without what nobody can tell apart, and with values that anybody may see."""
        masking = self.masking
        if masking is None:
            return compared
        known = [one for one in compared.changes if masking.can_tell or not _is_doubtful(one)]
        shown = [(one, unseen(one)) for one in known]
        origins = {id(now): compared.origins[id(one)] for one, now in shown if id(one) in compared.origins}
        changes = tuple(now for _, now in shown)
        return replace(compared, changes=changes, origins=origins, unknown=len(compared.changes) - len(known))

    def ambiguous(self, held: Ambiguous) -> Compared:
        """Tell that nobody can say which of some objects is meant."""
        one = held.objects[0]
        pair = Pair(one, None, "nothing") if held.side == "left" else Pair(None, one, "nothing")
        left, right = trees_of(pair, self.steps, {}, self.masking)
        paths = [one.document.root.name for one in held.objects]
        values = (paths, None) if held.side == "left" else (None, paths)
        return Compared(pair, left, right, (Change("ambiguous", (), left, right, *values),))


def bases(pairs: Sequence[Pair]) -> dict[int, ConfigObject]:
    """Return what each object of a side comes from, by the object's id; the base is the left side of the pairs."""
    return {id(one.right): one.left for one in pairs if one.left is not None and one.right is not None}


def _is_doubtful(change: Change) -> bool:
    """Tell whether a value that both sides have is masked: one that came or went did so whatever it was."""
    return change.kind not in {"added", "removed"} and touches_mask(change)


def _changes(left: Tree | None, right: Tree | None) -> Iterator[Change]:
    if left is not None and right is not None:
        yield from compare(left, right)
    elif left is not None:
        yield Change("removed", (), left, None, written(left), None)
    elif right is not None:
        yield Change("added", (), None, right, None, written(right))
