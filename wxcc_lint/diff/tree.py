"""Documents as trees of what is compared: every node has a key that survives reordering, and knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wxcc_lint.documents.identity import element_key
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.paths import Selector, format_level

Key = str | Selector
"""What a child is found by: the name of a member, or what identifies an element of a list."""
Order = Literal["free", "kept"]
"""Whether the order of children means something: in lists of tabs or pages it does, among the members of an object not."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that changes as a whole: text, number, switch, null, or a list of things that nothing but position tells apart.

    `value` is what is compared, normalised; `written` is what the file says.
    """

    value: Any
    written: Any
    place: Place
    digest: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hash(_frozen(self.value)))


@dataclass(frozen=True, slots=True)
class Branch:
    """An object, or a list whose elements have keys; equal digests mean equal content."""

    children: Mapping[Key, Tree]
    order: Order
    place: Place
    digest: int = field(init=False)

    def __post_init__(self) -> None:
        digests = [(key, child.digest) for key, child in self.children.items()]
        content = tuple(digests) if self.order == "kept" else frozenset(digests)
        object.__setattr__(self, "digest", hash((self.order, content)))


Tree = Leaf | Branch


def json_tree(value: Any, place: Place) -> Tree:
    """Return the tree of JSON data that stand at a place. Nested at most as deep as documents may be."""
    if isinstance(value, dict):
        members: dict[Key, Tree] = {key: json_tree(child, below(place, key)) for key, child in value.items()}
        return Branch(members, "free", place)
    if isinstance(value, list) and value and all(isinstance(element, dict) for element in value):
        elements: dict[Key, Tree] = {
            element_key(place.document, place.path, value, index): json_tree(element, below(place, index))
            for index, element in enumerate(value)
        }
        return Branch(elements, "kept", place)
    return Leaf(value, value, place)


def leaves(tree: Tree, above: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Leaf]]:
    """Yield all leaves of a tree in order, with the keys that lead to them."""
    if isinstance(tree, Leaf):
        yield above, tree
        return
    for key, child in tree.children.items():
        yield from leaves(child, (*above, key))


def written(tree: Tree) -> Any:
    """Return a tree as plain data, as the file says it."""
    if isinstance(tree, Leaf):
        return tree.written
    if tree.order == "kept":
        return [written(child) for child in tree.children.values()]
    return {format_level(key): written(child) for key, child in tree.children.items()}


def below(place: Place, step: str | int) -> Place:
    """Return the place of a child."""
    return Place(place.document, (*place.path, step))


def _frozen(value: Any) -> Any:
    """Return JSON data as something with a hash, in which true is not 1."""
    if isinstance(value, dict):
        return "object", frozenset((key, _frozen(child)) for key, child in value.items())
    if isinstance(value, list):
        return "list", tuple(_frozen(child) for child in value)
    return ("switch" if isinstance(value, bool) else "value"), value
