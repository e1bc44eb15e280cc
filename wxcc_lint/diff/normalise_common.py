"""Cut two call centers to what both can say: what a form or a release has no words for is neither added nor removed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from msgspec.structs import replace

from wxcc_lint.diff.content import Content
from wxcc_lint.diff.normalise_mirrors import INTERNAL_NAME, SAME_AS, SETTINGS
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree
from wxcc_lint.documents.callcenter_view import GENERAL

_DISPLAY_NAME: Final = "reqDisplayName"
_SAYS_NOTHING: Final = ("", "false", "[]")
_LABEL: Final = "@label"
_VERSION: Final = "@version"


def keep_what_both_can_say(left: Content, right: Content, steps: Collection[str]) -> None:
    """Take out of each side what the other one cannot say."""
    for one, other in ((left, right), (right, left)):
        if one.view.form == "row" != other.view.form:
            _keep_columns(one, other)
        if other.view.internal_name is None:
            one.general.pop(INTERNAL_NAME, None)
        if "defaults" in steps and (_releases_differ(left, right) or one.view.form != other.view.form):
            _drop_defaults(one, other)
    if "release-names" in steps and _releases_differ(left, right) and _is_as_shipped(left) and _is_as_shipped(right):
        for one in (left, right):
            one.general.pop(_DISPLAY_NAME, None)
    _keep_mirrors(left, right)
    _keep_labels(left, right)


def _keep_columns(row: Content, other: Content) -> None:
    """Take out of a call center what a row has no column or setting for: it is not covered."""
    held = row.general
    other.sections = {name: section for name, section in other.sections.items() if name == GENERAL}
    for name in [name for name in other.general if name not in held]:
        del other.general[name]


def _releases_differ(left: Content, right: Content) -> bool:
    releases = (left.view.release, right.view.release)
    return None not in releases and releases[0] is not releases[1]


def _drop_defaults(lacking: Content, other: Content) -> None:
    """Take out the items that the release of `lacking` has, by a default that is off or empty, and its file does not."""
    release = lacking.view.release
    for section, name in set(other.items()) - set(lacking.items()):
        fact = release.items.get((str(section), str(name))) if release is not None else None
        is_nothing = fact is not None and fact.default in _SAYS_NOTHING
        if is_nothing and _says_nothing(other.sections[section].items[name]):
            del other.sections[section].items[name]


def _says_nothing(tree: Tree) -> bool:
    if isinstance(tree, Branch):
        return tree.shape == "list" and not tree.children
    return tree.value in _SAYS_NOTHING


def _is_as_shipped(content: Content) -> bool:
    """Whether the display name is that of the release that the internal name tells."""
    view, tree = content.view, content.general.get(_DISPLAY_NAME)
    is_declared = view.release is not None and view.internal_name == view.release.internal_name
    return (
        is_declared and isinstance(tree, Leaf) and view.release is not None and tree.value == view.release.display_name
    )


def _keep_mirrors(left: Content, right: Content) -> None:
    """Keep what says something for the second time only where it says something else than the item, on either side."""
    sides = (left, right)
    forms = {side.view.form for side in sides}
    if forms != {"metadata"}:
        shared = left.mirrors.keys() & right.mirrors.keys() & {_VERSION}
        for side in sides:
            side.mirrors = {name: side.mirrors[name] for name in shared}
        return
    disagreeing = {name for side in sides for name in _disagreeing(side)}
    for side in sides:
        side.mirrors = {
            name: _without(tree, disagreeing) if name == SETTINGS else tree
            for name, tree in side.mirrors.items()
            if name not in SAME_AS or SAME_AS[name] in disagreeing
        }
    if not any(_still_says(side.mirrors.get(SETTINGS)) for side in sides):
        for side in sides:
            side.mirrors.pop(SETTINGS, None)


def _still_says(settings: Tree | None) -> bool:
    """Tell whether settings say more than the items: an element that only repeats them says as much as none."""
    return settings is not None and (isinstance(settings, Leaf) or bool(settings.children))


def _disagreeing(content: Content) -> set[Key]:
    """Return the general items of which an element outside the sections says something else."""
    said = [(item, content.mirrors[name]) for name, item in SAME_AS.items() if name in content.mirrors]
    settings = content.mirrors.get(SETTINGS)
    pairs: list[tuple[Key, Tree]] = [*said, *(settings.children.items() if isinstance(settings, Branch) else ())]
    general = content.general
    return {name for name, tree in pairs if name not in general or general[name].content != tree.content}


def _without(tree: Tree, kept: set[Key]) -> Tree:
    if isinstance(tree, Leaf):
        return tree
    return replace(tree, children={name: child for name, child in tree.children.items() if name in kept})


def _keep_labels(left: Content, right: Content) -> None:
    """Keep labels where both forms have them; of an item that prolongs a list, where both sides have the item."""
    is_row = "row" in {left.view.form, right.view.form}
    is_same_form = left.view.form == right.view.form
    for key, section in left.sections.items():
        other = right.sections.get(key)
        if other is None:
            continue
        if is_row:
            section.attributes, other.attributes = {}, {}
        for name in section.items.keys() & other.items.keys():
            before, after = section.items[name], other.items[name]
            shared = set() if is_row else before.attributes.keys() & after.attributes.keys()
            if is_same_form and not is_row:
                shared = shared | {one for tree in (before, after) for one in tree.attributes if one == _LABEL}
            section.items[name], other.items[name] = _only(before, shared), _only(after, shared)


def _only(tree: Tree, names: Collection[str]) -> Tree:
    return replace(tree, attributes={name: one for name, one in tree.attributes.items() if name in names})
