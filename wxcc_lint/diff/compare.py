"""Compare two trees by identity: what was added, removed, changed, moved or renamed, and nothing about writing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree, leaves, uncounted, written
from wxcc_lint.documents.paths import KeySelector, format_level

_Pairs = Sequence[tuple[Key, Key]]
_Rise = tuple[int, int, int]
"""How long a rising subsequence is, how many of it stay at their place, and where it ends."""

_MOST_LIKELY: Final = 10_000
"""How many pairs are looked at for a new name: where more came and went, nothing was renamed."""


def compare(left: Tree, right: Tree, keys: tuple[Key, ...] = ()) -> Iterator[Change]:
    """Yield the differences in the order of the left tree, what only the right has behind its neighbours.

    Equal subtrees are not looked into. Where one side has a value and the other an object or list, that is one change.
    """
    if left.digest == right.digest:
        return
    if left.content != right.content:
        yield from _contents(_list_like(left, right), _list_like(right, left), keys)
    if left.attributes or right.attributes:
        yield from _contents(_attributes(left), _attributes(right), keys)


def _attributes(tree: Tree) -> Branch:
    children: dict[Key, Tree] = {name: attribute for name, attribute in tree.attributes.items()}  # noqa: C416 — wider keys
    return Branch(children, "free", tree.place)


def _list_like(tree: Tree, other: Tree) -> Tree:
    """Return an empty list, which has nothing to tell its elements by, as the kind of list that the other one is."""
    if isinstance(tree, Leaf) and tree.value == [] and isinstance(other, Branch) and other.shape == "list":
        return Branch({}, other.order, tree.place, "list")
    return tree


def _contents(left: Tree, right: Tree, keys: tuple[Key, ...]) -> Iterator[Change]:
    if isinstance(left, Leaf) or isinstance(right, Leaf) or (left.order, left.shape) != (right.order, right.shape):
        yield Change("changed", keys, left, right, written(left), written(right))
        return
    same = list(_paired(left, right))
    gone = _without(left.children, {old for old, _ in same})
    new = _without(right.children, {now for _, now in same})
    renamed = list(_renamed(left, right, gone, new))
    yield from _children(left, right, same, keys)
    yield from _renames(left, right, renamed, keys)
    for key in _without(gone, {old for old, _ in renamed}):
        node = left.children[key]
        yield Change("removed", (*keys, key), node, None, written(node), None)
    for key in _without(new, {now for _, now in renamed}):
        node = right.children[key]
        yield Change("added", (*keys, key), None, node, None, written(node))
    yield from _moves(left, right, [*same, *renamed], keys)


def _without(keys: Iterable[Key], others: Collection[Key]) -> list[Key]:
    return [key for key in keys if key not in others]


def _paired(left: Branch, right: Branch) -> Iterator[tuple[Key, Key]]:
    """Pair what has the same key. Of several with one key those with equal content belong together, then the rest in order."""
    waiting: dict[Any, list[Key]] = {}
    for key in right.children:
        waiting.setdefault(uncounted(key), []).append(key)
    undecided = []
    for key, node in left.children.items():
        candidates = waiting.get(uncounted(key), [])
        equal = next((one for one in candidates if right.children[one].digest == node.digest), None)
        if equal is None:
            undecided.append(key)
        else:
            candidates.remove(equal)
            yield key, equal
    for key in undecided:
        candidates = waiting.get(uncounted(key), [])
        if candidates:
            yield key, candidates.pop(0)


def _children(left: Branch, right: Branch, same: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    """Compare what has the same key on both sides."""
    partner = dict(same)
    for key, node in left.children.items():
        if key in partner:
            yield from compare(node, right.children[partner[key]], (*keys, key))


def _renamed(left: Branch, right: Branch, gone: Sequence[Key], new: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    """Pair nodes whose keys differ and nothing else does: whose content is equal, or but for the one value in the key."""
    if len(gone) * len(new) > _MOST_LIKELY:
        return
    waiting = list(new)
    for key in gone:
        before = left.children[key]
        likely = (
            one
            for one in waiting
            if _is_same_but_for_key(before, right.children[one], is_element=not _has_name(key, one))
        )
        match = next(likely, None)
        if match is not None:
            waiting.remove(match)
            yield key, match


def _has_name(*keys: Key) -> bool:
    """Tell whether one of the keys is the name of a member: of several sections called the same only the first has one."""
    return any(isinstance(key, str) for key in keys)


def _is_same_but_for_key(before: Tree, after: Tree, *, is_element: bool) -> bool:
    """Tell whether two nodes with different keys are one: the name of a member is not in it, the key of an element is."""
    if isinstance(before, Leaf) or isinstance(after, Leaf) or not before.children:
        return False  # two switches that are both on are not the same switch, nor are two empty objects
    if before.content == after.content:
        return True
    return is_element and len(_differing(before, after)) == 1 < len(list(leaves(before)))


def _differing(before: Tree, after: Tree) -> list[tuple[Key, ...]]:
    left, right = dict(leaves(before)), dict(leaves(after))
    if left.keys() != right.keys():
        return [(), ()]
    return [keys for keys in left if left[keys].content != right[keys].content]


def _renames(left: Branch, right: Branch, renamed: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    for old, now in renamed:
        before, after = left.children[old], right.children[now]
        if _has_name(old, now) or before.digest != after.digest:
            yield Change("renamed", (*keys, old), before, after, _name(old, now), _name(now, old))


def _name(key: Key, other: Key) -> str:
    """Return what a key says that the other one does not."""
    if isinstance(key, KeySelector) and isinstance(other, KeySelector):
        told = [value for name, value in key.pairs if (name, value) not in other.pairs]
        return ", ".join(told) or format_level(key)
    return format_level(key)


def _moves(left: Branch, right: Branch, pairs: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    """Yield the fewest children that have to move so that the rest is in order.

    Where the order is free, it still counts among those that share a key: which of two mappings of a field comes last.
    """
    if left.order == "none":
        return
    groups: dict[Any, list[tuple[Key, Key]]] = {}
    partner = dict(pairs)
    for old in (key for key in left.children if key in partner):
        groups.setdefault(None if left.order == "kept" else uncounted(old), []).append((old, partner[old]))
    position = {key: number for number, key in enumerate(right.children)}
    for group in groups.values():
        ranks = {key: rank for rank, key in enumerate(sorted((now for _, now in group), key=position.__getitem__))}
        order = [ranks[now] for _, now in group]
        staying = _longest_rise(order)
        for rank, (old, now) in enumerate(group):
            if ranks[now] not in staying:
                before, after = left.children[old], right.children[now]
                yield Change("moved", (*keys, old), before, after, rank + 1, ranks[now] + 1)


def _longest_rise(ranks: Sequence[int]) -> set[int]:
    """Return the longest rising subsequence of a permutation; of equally long ones, the one with the most fixed points.

    So nobody is told of a move from 2 to 2, where something else can be moved instead.
    """
    if list(ranks) == sorted(ranks):
        return set(ranks)
    best: list[_Rise] = [(0, 0, -1)] * (len(ranks) + 1)  # a Fenwick tree of the best rise that ends at or below a rank
    before: dict[int, int] = {}
    for index, rank in enumerate(ranks):
        length, fixed, last = max(best[at] for at in _below(rank))
        before[rank] = last
        rise = (length + 1, fixed + (rank == index), rank)
        at = rank + 1
        while at < len(best):
            best[at] = max(best[at], rise)
            at += at & -at
    step = max(best[at] for at in _below(len(ranks)))[2]
    staying: set[int] = set()
    while step >= 0:
        staying.add(step)
        step = before[step]
    return staying


def _below(rank: int) -> Iterator[int]:
    """Yield the nodes of the Fenwick tree that cover what is below a rank."""
    while rank:
        yield rank
        rank -= rank & -rank
    yield 0
