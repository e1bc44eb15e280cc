"""What two sides made of a common base, told as what is on the left and on the right today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wxcc_lint.diff.changes import Change, ChangeKind, Origin
from wxcc_lint.diff.threeway import Combined, combine
from wxcc_lint.diff.tree import Branch, Key, Tree, written


def since_base(
    base_left: Sequence[Change], base_right: Sequence[Change], left: Tree | None, right: Tree | None
) -> Iterator[tuple[Change, Origin]]:
    """Yield the changes with their origin; `left` and `right` are the trees of today.

    What both sides made alike is told as what it was and what it is: there left and right do not differ.
    """
    for one in combine(base_left, base_right):
        yield (one.change if one.origin == "both" else _today(one, left, right)), one.origin


def _today(one: Combined, left: Tree | None, right: Tree | None) -> Change:
    change = one.change
    rival = one.others[0] if one.others and one.others[0].keys == change.keys else None
    now_left, now_right = _at(left, change.keys), _at(right, change.keys)
    if one.origin == "org":
        now_right = change.right
    else:
        now_left = change.right
        now_right = rival.right if rival else now_right
    if now_left is None and now_right is None:
        return change
    if change.kind in {"moved", "renamed"} and (rival is None or rival.kind == change.kind):
        values = _values(one, rival)
        return Change(change.kind, change.keys, now_left or change.left, now_right or change.left, *values)
    kind: ChangeKind = "removed" if now_right is None else "added" if now_left is None else "changed"
    return Change(kind, change.keys, now_left, now_right, _written(now_left), _written(now_right))


def _values(one: Combined, rival: Change | None) -> tuple[Any, Any]:
    """Return the places or keys on the left and the right of what moved or got another name."""
    change = one.change
    if one.origin == "org":
        return change.left_value, change.right_value
    return change.right_value, rival.right_value if rival else change.left_value


def _written(tree: Tree | None) -> Any:
    return None if tree is None else written(tree)


def _at(tree: Tree | None, keys: tuple[Key, ...]) -> Tree | None:
    for key in keys:
        inside = tree.children.get(key) if isinstance(tree, Branch) else None
        tree = tree.attributes.get(key) if inside is None and tree is not None and isinstance(key, str) else inside
    return tree
