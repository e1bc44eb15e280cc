"""Documents as trees of what is compared: every node has a key that survives reordering, and knows where it stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct, field
from msgspec.structs import force_setattr

from wxcc_lint.documents.identity import element_key
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.paths import IndexSelector, KeySelector, Selector, format_level

Key = str | Selector
"""What a child is found by: the name of a member, or what identifies an element of a list."""
Order = Literal["free", "kept", "none"]
"""Whether the order of children means something: in lists of tabs or pages it does, among the members of an object not.

With `none` it does not even among children with the same key, or without one.
"""
Shape = Literal["object", "list"]
"""What a branch is in the file; mappings are a list whose order is free, the items of a section an object with an order."""


class Leaf(Struct, frozen=True):
    """A value that changes as a whole: text, number, switch, null, or a list of things that nothing but position tells apart.

    `value` is what is compared, normalised; `written` is what the file says. Of any tree, `attributes` are what is said
    about it beside its content, such as `@label`; `content` is the digest without them, `digest` the one with them: both are worked out, whatever is given.
    """

    value: Any
    written: Any
    place: Place
    attributes: Mapping[str, Tree] = field(default_factory=dict)
    content: int = 0
    digest: int = 0

    def __post_init__(self) -> None:
        force_setattr(self, "content", hash(_frozen(self.value)))
        force_setattr(self, "digest", _with(self.attributes, self.content))


class Branch(Struct, frozen=True):
    """An object, or a list whose elements have keys; equal digests mean equal content, but 1 and 1.0 may differ in them.

    `source` is the JSON data that the branch is made of, where it is: its digest is had without looking at the children.
    """

    children: Mapping[Key, Tree]
    order: Order
    place: Place
    shape: Shape = "object"
    attributes: Mapping[str, Tree] = field(default_factory=dict)
    source: Any = None
    content: int = 0
    digest: int = 0

    def __post_init__(self) -> None:
        content = _content(self) if self.source is None else hash(json.dumps(self.source, sort_keys=True))
        force_setattr(self, "source", None)  # a branch that is made of this one may have other children
        force_setattr(self, "content", content)
        force_setattr(self, "digest", _with(self.attributes, content))


Tree = Leaf | Branch


class _Children(Mapping[Key, Tree]):
    """Children that are made when somebody looks at them: what is equal on both sides never is."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], dict[Key, Tree]]) -> None:
        self._make = make
        self._made: dict[Key, Tree] | None = None

    def _all(self) -> dict[Key, Tree]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, key: Key) -> Tree:
        return self._all()[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def json_tree(value: Any, place: Place, written: Any = ...) -> Tree:
    """Return the tree of JSON data that stand at a place. Nested at most as deep as documents may be.

    `written` is the same data before variables were filled in, where that was done.
    """
    written = value if written is ... else written
    if isinstance(value, dict) and not _is_mask(value):
        return Branch(_Children(lambda: _members(value, place, written)), "free", place, source=value)
    if isinstance(value, list) and value and all(isinstance(element, dict) for element in value):
        return Branch(_Children(lambda: _elements(value, place, written)), "kept", place, "list", source=value)
    return Leaf(value, written, place)


def _is_mask(value: dict[str, Any]) -> bool:
    if len(value) != 2:  # noqa: PLR2004 — most objects are none, and masks load what few runs need
        return False
    from wxcc_lint.masks import is_mask

    return is_mask(value)


def _members(value: dict[str, Any], place: Place, written: Any) -> dict[Key, Tree]:
    return {key: json_tree(child, below(place, key), written[key]) for key, child in value.items()}


def _elements(value: list[Any], place: Place, written: Any) -> dict[Key, Tree]:
    return {
        element_key(place.document, place.path, value, index): json_tree(element, below(place, index), written[index])
        for index, element in enumerate(value)
    }


def leaves(tree: Tree, above: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Leaf]]:
    """Yield all leaves of a tree, attributes included, in order, with the keys that lead to them."""
    if isinstance(tree, Leaf):
        yield above, tree
    else:
        for key, child in tree.children.items():
            yield from leaves(child, (*above, key))
    for name, attribute in tree.attributes.items():
        yield from leaves(attribute, (*above, name))


def written(tree: Tree) -> Any:
    """Return a tree as plain data, as the file says it, without attributes."""
    if isinstance(tree, Leaf):
        return tree.written
    if tree.shape == "list":
        return [written(child) for child in tree.children.values()]
    return {
        format_level(key) if not isinstance(key, str) else key: written(child) for key, child in tree.children.items()
    }


def below(place: Place, step: str | int) -> Place:
    """Return the place of a child."""
    return Place(place.document, (*place.path, step))


def uncounted(key: Key) -> Any:
    """Return a key without what counts equal ones; elements without a key are all alike."""
    if isinstance(key, KeySelector):
        return key.pairs
    return None if isinstance(key, IndexSelector) else key


def _content(branch: Branch) -> int:
    if branch.order == "none":
        alike = Counter((uncounted(key), child.digest) for key, child in branch.children.items())
        return hash((branch.order, branch.shape, frozenset(alike.items())))
    digests = [(key, child.digest) for key, child in branch.children.items()]
    return hash((branch.order, branch.shape, tuple(digests) if branch.order == "kept" else frozenset(digests)))


def _with(attributes: Mapping[str, Tree], content: int) -> int:
    if not attributes:
        return content
    return hash((content, frozenset((name, attribute.digest) for name, attribute in attributes.items())))


def _frozen(value: Any) -> Any:
    """Return JSON data as something with a hash, in which true is not 1, and 1 is 1.0.

    Numbers become text, and every value has its type beside it: Python gives -1 and -2, 0 and 2**61 - 1, or an empty text
    and false the same hash.
    """
    if isinstance(value, dict):
        return "object", frozenset((key, _frozen(child)) for key, child in value.items())
    if isinstance(value, list):
        return "list", tuple(_frozen(child) for child in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number", str(value)
    return type(value).__name__, value
