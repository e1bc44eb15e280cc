"""Changes of a layout as RFC 6902 operations that can be applied to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.tree import Branch, Tree
from wxcc_lint.documents.layout import content_of
from wxcc_lint.documents.model import Path, Place

Operation = Mapping[str, Any]


def operations(left: Tree, changes: Sequence[Change], wanted: Collection[int]) -> Iterator[Operation]:
    """Yield what makes the changes that are `wanted`, by their ids, in the left layout. Paths count from the layout itself.

    All `changes` are needed to tell what stands where. What stays in place comes first, then what comes, goes and moves:
    inner lists before outer ones, so that no path is out of date. What stands around the layout is left alone.
    """
    inside = [(one, parent) for one in changes if (parent := _parent(left, one)) is not None]
    by_parent: dict[Path, list[Change]] = {}
    for one, parent in inside:
        before, after = one.left, one.right
        if one.kind == "changed" or (one.kind == "renamed" and _is_element(one)):
            assert before is not None
            assert after is not None, "what changed or was renamed is on both sides"
            if id(one) in wanted:
                yield {"op": "replace", "path": _pointer(*_inside(before.place)), "value": _value(after.place)}
        else:
            by_parent.setdefault(parent, []).append(one)
    for parent in sorted(by_parent, key=len, reverse=True):
        if _is_element(by_parent[parent][0]):
            yield from _in_list(left, parent, by_parent[parent], wanted)
        else:
            yield from (_in_object(parent, one) for one in by_parent[parent] if id(one) in wanted)


def _in_object(parent: Path, one: Change) -> Operation:
    if one.right is None:
        assert one.left is not None
        return {"op": "remove", "path": _pointer(*parent, one.left.place.path[-1])}
    to = _pointer(*parent, one.right.place.path[-1])
    if one.left is None:
        return {"op": "add", "path": to, "value": _value(one.right.place)}
    return {"op": "move", "from": _pointer(*parent, one.left.place.path[-1]), "path": to}


def _in_list(left: Tree, parent: Path, changes: Sequence[Change], wanted: Collection[int]) -> Iterator[Operation]:
    """Remove from the end, then put each element behind the one that is before it on the right."""
    stays = _staying(left, changes)
    now = list(range(len(_list_of(left, changes[0]))))
    for index in sorted(
        (_index(one.left) for one in changes if one.kind == "removed" and id(one) in wanted), reverse=True
    ):
        now.remove(index)
        yield {"op": "remove", "path": _pointer(*parent, index)}
    arriving = [one for one in changes if one.right is not None and id(one) in wanted]
    for one in sorted(arriving, key=lambda one: _index(one.right)):
        assert one.right is not None
        target = _index(one.right)
        source = None if one.left is None else now.index(_index(one.left))
        # Elements that only the right has are known by a negative number.
        name = -1 - target if source is None else now.pop(source)
        before = next((stays[index] for index in range(target - 1, -1, -1) if index in stays), None)
        position = 0 if before is None else now.index(before) + 1
        now.insert(position, name)
        stays[target] = name
        to = _pointer(*parent, position)
        if source is None:
            yield {"op": "add", "path": to, "value": _value(one.right.place)}
        elif source != position:
            yield {"op": "move", "from": _pointer(*parent, source), "path": to}


def _staying(left: Tree, changes: Sequence[Change]) -> dict[int, int]:
    """Return where the elements that stay in order stand: from the position on the right to that on the left."""
    gone = {_index(one.left) for one in changes if one.left is not None}
    new = {_index(one.right) for one in changes if one.right is not None}
    before = [index for index in range(len(_list_of(left, changes[0]))) if index not in gone]
    after = (index for index in range(len(before) + len(new)) if index not in new)
    return dict(zip(after, before, strict=False))


def _list_of(left: Tree, one: Change) -> Sequence[Any]:
    elements = _value(_above(left, one).place)
    assert isinstance(elements, list)
    return elements


def _index(tree: Tree | None) -> int:
    assert tree is not None
    index = tree.place.path[-1]
    assert isinstance(index, int)
    return index


def _is_element(one: Change) -> bool:
    return not isinstance(one.keys[-1], str)


def _above(left: Tree, one: Change) -> Branch:
    """Return the node of the left tree that holds what changed."""
    node = left
    for key in one.keys[:-1]:
        assert isinstance(node, Branch)
        node = node.children[key]
    assert isinstance(node, Branch)
    return node


def _parent(left: Tree, one: Change) -> Path | None:
    """Return the path of what holds the change, None for what is around the layout, and for all of it."""
    if not one.keys or not _is_inside(one.place):
        return None
    above = _above(left, one).place
    return _inside(above) if _is_inside(above) else None


def _is_inside(place: Place) -> bool:
    content = content_of(place.document)
    return content.document is place.document and place.path[: len(content.path)] == content.path


def _inside(place: Place) -> Path:
    return place.path[len(content_of(place.document).path) :]


def _value(place: Place) -> Any:
    """Return the data at a place as the file has them, variables not filled in."""
    value = (place.document.source or place.document).data
    for step in place.path:
        value = value[step]
    return value


def _pointer(*path: str | int) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
