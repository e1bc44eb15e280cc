"""Two comparisons with a common base joined into one: who changed what, the repo or somebody in the org."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from wxcc_lint.diff.changes import Change, Origin


class Combined(Struct, frozen=True):
    """A change since the base, and who made it. In a conflict it is the repo's, and `others` are the org's against it."""

    change: Change
    origin: Origin
    others: tuple[Change, ...] = ()


def combine(base_left: Sequence[Change], base_right: Sequence[Change]) -> Iterator[Combined]:
    """Yield what changed since the base: first what the left, the repo, did, then what only the right, the org, did.

    `repo`: only the left changed, it is ahead. `org`: only the right changed, somebody did it by hand. `both`: they made
    the same change, told once. `conflict`: they changed one node differently, or one changed something inside of what the
    other took away or replaced. A change that conflicts with several is told with each of them.
    """
    told: set[int] = set()
    for change in base_left:
        twin = next((one for one in base_right if _is_same(change, one)), None)
        rivals = tuple(one for one in base_right if _clash(change, one)) if twin is None else (twin,)
        told.update(map(id, rivals))
        if twin is not None:
            yield Combined(change, "both")
        else:
            yield Combined(change, "conflict" if rivals else "repo", rivals)
    yield from (Combined(change, "org") for change in base_right if id(change) not in told)


def _is_same(one: Change, other: Change) -> bool:
    if (one.kind, one.keys) != (other.kind, other.keys):
        return False
    if one.kind in {"moved", "renamed"} and one.right_value != other.right_value:
        return False
    return one.kind == "moved" or _outcome(one) == _outcome(other)


def _outcome(change: Change) -> int | None:
    """Return what a node has become; a changed one without what is said about it, which changes by itself."""
    if change.right is None:
        return None
    return change.right.content if change.kind == "changed" else change.right.digest


def _clash(one: Change, other: Change) -> bool:
    """Tell whether two changes that are not the same cannot both stand."""
    if one.keys == other.keys:
        return one.kind == other.kind or "removed" in (one.kind, other.kind)
    outer, inner = sorted((one, other), key=lambda change: len(change.keys))
    if inner.keys[: len(outer.keys)] != outer.keys:
        return False
    return outer.kind == "removed" or (outer.kind == "changed" and not _is_attribute(outer, inner))


def _is_attribute(outer: Change, inner: Change) -> bool:
    """Tell whether the inner change is of what is said about a node beside its value, such as its label."""
    return any(
        side is not None and inner.keys[len(outer.keys)] in side.attributes for side in (outer.left, outer.right)
    )
