"""Compare two trees by identity: what was added, removed, changed, moved or renamed, and nothing about writing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree, leaves, written
from wxcc_lint.documents.paths import IndexSelector, KeySelector, format_level

_Pairs = Sequence[tuple[Key, Key]]


def compare(left: Tree, right: Tree, keys: tuple[Key, ...] = ()) -> Iterator[Change]:
    """Yield the differences in the order of the left tree, what only the right has behind its neighbours.

    Equal subtrees are not looked into. Where one side has a value and the other an object or list, that is one change.
    """
    if left.digest == right.digest:
        return
    if isinstance(left, Leaf) or isinstance(right, Leaf) or left.order != right.order:
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
    if left.order == "kept":
        yield from _moves(left, right, [*same, *renamed], keys)


def _without(keys: Iterable[Key], others: Collection[Key]) -> list[Key]:
    return [key for key in keys if key not in others]


def _paired(left: Branch, right: Branch) -> Iterator[tuple[Key, Key]]:
    """Pair what has the same key. Of several with one key those with equal content belong together, then the rest in order."""
    waiting: dict[Any, list[Key]] = {}
    for key in right.children:
        waiting.setdefault(_uncounted(key), []).append(key)
    undecided = []
    for key, node in left.children.items():
        candidates = waiting.get(_uncounted(key), [])
        equal = next((one for one in candidates if right.children[one].digest == node.digest), None)
        if equal is None:
            undecided.append(key)
        else:
            candidates.remove(equal)
            yield key, equal
    for key in undecided:
        candidates = waiting.get(_uncounted(key), [])
        if candidates:
            yield key, candidates.pop(0)


def _uncounted(key: Key) -> Any:
    """Return a key without what counts equal ones; elements without a key are all alike."""
    if isinstance(key, KeySelector):
        return key.pairs
    return None if isinstance(key, IndexSelector) else key


def _children(left: Branch, right: Branch, same: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    """Compare what has the same key on both sides."""
    place = {key: number for number, key in enumerate(left.children)}
    pairs = {old: (left.children[old], right.children[now]) for old, now in same}
    unequal = {old: pairs[old] for old in sorted(pairs, key=place.__getitem__) if _differ(*pairs[old])}
    changed = _changed_leaves(
        {key: pair for key, pair in unequal.items() if all(isinstance(one, Leaf) for one in pair)}
    )
    for key, (before, after) in unequal.items():
        if key in changed:
            yield Change("changed", (*keys, key), before, after, written(before), written(after))
        else:
            yield from compare(before, after, (*keys, key))


def _differ(before: Tree, after: Tree) -> bool:
    return before.digest != after.digest


def _changed_leaves(pairs: Mapping[Key, tuple[Tree, Tree]]) -> set[Key]:
    """Return the keys of the leaves that differ; DeepDiff is the judge of values."""
    if not pairs:
        return set()
    from deepdiff import DeepDiff

    order = list(pairs)
    left = {str(number): _value(pairs[key][0]) for number, key in enumerate(order)}
    right = {str(number): _value(pairs[key][1]) for number, key in enumerate(order)}
    found = DeepDiff(left, right, view="tree", ignore_numeric_type_changes=True)
    return {order[int(level.path(output_format="list")[0])] for levels in found.values() for level in levels}


def _value(tree: Tree) -> Any:
    assert isinstance(tree, Leaf), "only leaves are judged by value"
    return tree.value


def _renamed(left: Branch, right: Branch, gone: Sequence[Key], new: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    """Pair nodes whose keys differ and nothing else does: whose content is equal, or but for the one value in the key."""
    waiting = list(new)
    for key in gone:
        before = left.children[key]
        is_element = not isinstance(key, str)
        likely = (one for one in waiting if _is_same_but_for_key(before, right.children[one], is_element=is_element))
        match = next(likely, None)
        if match is not None:
            waiting.remove(match)
            yield key, match


def _is_same_but_for_key(before: Tree, after: Tree, *, is_element: bool) -> bool:
    """Tell whether two nodes with different keys are one: the name of a member is not in it, the key of an element is."""
    if isinstance(before, Leaf) or isinstance(after, Leaf):
        return False  # two switches that are both on are not the same switch
    if before.digest == after.digest:
        return True
    return is_element and len(_differing(before, after)) == 1 < len(list(leaves(before)))


def _differing(before: Tree, after: Tree) -> list[tuple[Key, ...]]:
    left, right = dict(leaves(before)), dict(leaves(after))
    if left.keys() != right.keys():
        return [(), ()]
    return [keys for keys in left if left[keys].digest != right[keys].digest]


def _renames(left: Branch, right: Branch, renamed: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    for old, now in renamed:
        before, after = left.children[old], right.children[now]
        if isinstance(old, str) or before.digest != after.digest:
            yield Change("renamed", (*keys, old), before, after, _name(old, now), _name(now, old))


def _name(key: Key, other: Key) -> str:
    """Return what a key says that the other one does not."""
    if isinstance(key, KeySelector) and isinstance(other, KeySelector):
        told = [value for name, value in key.pairs if (name, value) not in other.pairs]
        return ", ".join(told) or format_level(key)
    return format_level(key)


def _moves(left: Branch, right: Branch, pairs: _Pairs, keys: tuple[Key, ...]) -> Iterator[Change]:
    """Yield the fewest elements that have to move so that the rest is in order."""
    position = {key: number for number, key in enumerate(right.children)}
    place = {key: number for number, key in enumerate(left.children)}
    in_order = sorted(pairs, key=lambda pair: place[pair[0]])
    staying = _longest_rise([position[now] for _, now in in_order])
    for old, now in in_order:
        if position[now] not in staying:
            before, after = left.children[old], right.children[now]
            yield Change("moved", (*keys, old), before, after, place[old] + 1, position[now] + 1)


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the longest rising subsequence of distinct numbers."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    rise: set[int] = set()
    step = tails[-1] if tails else None
    while step is not None:
        rise.add(step)
        step = before[step]
    return rise
