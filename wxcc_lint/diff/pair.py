"""Which objects of two sources belong together: by what the product calls them, and where that fails by better guesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, Literal

from msgspec import Struct, field

from wxcc_lint.diff.doubts import may_stand_for
from wxcc_lint.diff.objects import Ambiguous, ConfigObject, Contents, Pair, PairedBy, Uncovered
from wxcc_lint.diff.wording import object_words
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.suggest import did_you_mean

Side = Literal["left", "right"]
_SIDES: Final[tuple[Side, Side]] = ("left", "right")
_KINDS: Final = ("callcenter", "layout", "component")
_Key = Callable[[ConfigObject], Hashable]


class Pairing(Struct, frozen=True):
    """What belongs together, or stands alone. `failures` are sentences on `--pair` options that fit nothing.

    `uncovered` is what stands alone, but perhaps only because the other side could not be read in full.
    """

    pairs: tuple[Pair, ...]
    ambiguous: tuple[Ambiguous, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    failures: tuple[str, ...] = ()


def pair(
    left: Contents, right: Contents, *, layouts: Mapping[str, str], named: Sequence[tuple[str, str]] = ()
) -> Pairing:
    """Pair the objects of two sources; with the sides swapped it is the same, swapped.

    `layouts` are the layouts that the config names, `named` what `--pair` says: names, titles or paths of objects.
    """
    matching = _Matching(left, right, layouts)
    failures = tuple(filter(None, [matching.by_option(*names) for names in named]))
    if "catalogue" in {left.extent, right.extent}:
        alone = tuple(matching.with_catalogue())
        return Pairing(_sorted(matching.pairs), (), alone, failures)
    matching.two_files()
    matching.same_place()
    matching.by_name()
    matching.by_path()
    matching.only_ones()
    ambiguous = () if matching.is_one_place else matching.ambiguous()
    matching.forget_what_nobody_named()
    unread = (*matching.perhaps_unread("left"), *matching.perhaps_unread("right"))
    matching.pairs += [Pair(one, None, "nothing") for one in matching.rest["left"]]
    matching.pairs += [Pair(None, one, "nothing") for one in matching.rest["right"]]
    return Pairing(_sorted(matching.pairs), ambiguous, unread, failures)


def _sorted(pairs: list[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda one: (one.title, *(side.path for side in (one.left, one.right) if side))))


class _Matching(Struct):
    """Pairs found so far, and the objects of each side that are in none of them."""

    left: Contents
    right: Contents
    layouts: Mapping[str, str]
    pairs: list[Pair] = field(default_factory=list)
    rest: dict[Side, list[ConfigObject]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rest = {"left": list(self.left.objects), "right": list(self.right.objects)}

    def take(self, old: ConfigObject, new: ConfigObject, by: PairedBy) -> None:
        self.rest["left"].remove(old)
        self.rest["right"].remove(new)
        self.pairs.append(Pair(old, new, by))

    def by_option(self, old: str, new: str) -> str:
        """Pair what `--pair` names, or return why that cannot be."""
        found = []
        for side, name in zip(_SIDES, (old, new), strict=True):
            held = self.rest[side]
            fits = [one for one in held if name in _called(one)]
            if not fits:
                hint = did_you_mean(name, [word for one in held for word in _called(one)])
                return f"--pair '{old}={new}': the {side} side holds no '{name}'{hint}"
            if len(fits) > 1:
                return f"--pair '{old}={new}': the {side} side holds {len(fits)} of '{name}'; say the path of one"
            found += fits
        if found[0].sort != found[1].sort:
            return f"--pair '{old}={new}': {object_words(found[0])} and {object_words(found[1])} cannot be compared"
        self.take(found[0], found[1], "option")
        return ""

    def two_files(self) -> None:
        """Pair two files that somebody named, whatever they call themselves."""
        if not self.left.extent == self.right.extent == "one file":
            return
        held = [*self.rest["left"], *self.rest["right"]]
        if len(self.rest["left"]) == len(self.rest["right"]) == 1 and held[0].sort == held[1].sort:
            same = held[0].name == held[1].name and not (held[0].is_guess or held[1].is_guess)
            self.take(held[0], held[1], "name" if same else "option")

    @property
    def is_one_place(self) -> bool:
        """Whether the sides are two states of one folder: then paths tell what is what, and nothing is ambiguous."""
        return self.left.place == self.right.place != ""

    def same_place(self) -> None:
        """Pair the same files of two states of a folder, whatever else goes by their names."""
        if not self.is_one_place:
            return
        left, right = (_unique(self.rest[side], _path) for side in _SIDES)
        for value, one in left.items():
            if value in right:
                self.take(one, right[value], "name" if one.name == right[value].name else "file name")

    def by_name(self) -> None:
        """Pair what has the same name; where several on a side have it, those that stand under the same path."""
        left, right = (_grouped(self.rest[side]) for side in _SIDES)
        for title in [title for title in left if title in right]:
            here, there = left[title], right[title]
            if not here[0].name:
                continue
            if len(here) == len(there) == 1:
                self.take(here[0], there[0], self._why(here[0], there[0]))
                continue
            by_path = {one.path: one for one in there}
            if len(by_path) == len(there) and sorted(by_path) == sorted(one.path for one in here):
                for one in here:
                    self.take(one, by_path[one.path], "file name")

    def _why(self, old: ConfigObject, new: ConfigObject) -> PairedBy:
        if old.is_guess or new.is_guess:
            return "file name"
        return "config" if old.kind == "layout" and old.name in self.layouts else "name"

    def by_path(self) -> None:
        """Pair what stands under the same path, then layouts in files of the same name: guesses, where names decide nothing."""
        certain = {side: [one.title for one in self.rest[side] if not one.is_guess] for side in _SIDES}
        contested = {title for side in _SIDES for title, count in Counter(certain[side]).items() if count > 1}
        for key in (_path, _stem):
            left, right = (
                _unique([one for one in self.rest[side] if one.title not in contested], key) for side in _SIDES
            )
            for value, one in left.items():
                if value in right and _may_be_one(one, right[value]):
                    self.take(one, right[value], "file name")

    def only_ones(self) -> None:
        """Pair the only call center of a generation, and the only thing like a file that somebody named."""
        held = {
            side: _unique([one for one in contents.objects if one.kind == "callcenter"], _generation)
            for side, contents in zip(_SIDES, (self.left, self.right), strict=True)
        }
        for generation in held["left"].keys() & held["right"].keys() - {"other"}:
            self._take_only(held["left"][generation], held["right"][generation])
        if "one file" not in {self.left.extent, self.right.extent}:
            return
        for kind in _KINDS:
            here, there = ([one for one in self.rest[side] if one.kind == kind] for side in _SIDES)
            if len(here) == len(there) == 1:
                self._take_only(here[0], there[0])

    def _take_only(self, old: ConfigObject, new: ConfigObject) -> None:
        are_free = old in self.rest["left"] and new in self.rest["right"]
        if are_free and not (self._doubts("right", old) or self._doubts("left", new)):
            self.take(old, new, "only one")

    def ambiguous(self) -> tuple[Ambiguous, ...]:
        """Take out what shares its name with others of its side, or has none, and what the other side has of that name."""
        found = [
            Ambiguous(tuple(group), side)
            for side in _SIDES
            for group in _grouped(self.rest[side]).values()
            if len(group) > 1 or not group[0].name
        ]
        keys = {one.key for each in found for one in each.objects if one.name}
        taken = [one for each in found for one in each.objects]
        for side in _SIDES:
            self.rest[side] = [one for one in self.rest[side] if one.key not in keys and one not in taken]
        return tuple(found)

    def forget_what_nobody_named(self) -> None:
        """Leave out what stands beside the counterpart of a file: only the file was asked about."""
        if self.left.extent != self.right.extent == "one file":
            self.rest["left"].clear()
        if self.right.extent != self.left.extent == "one file":
            self.rest["right"].clear()

    def perhaps_unread(self, side: Side) -> Iterator[Uncovered]:
        """Take out what may be missing on the other side only because something there could not be read."""
        other: Side = "right" if side == "left" else "left"
        for one in list(self.rest[side]):
            doubts = self._doubts(other, one)
            if doubts:
                self.rest[side].remove(one)
            if doubts and one.title not in doubts:
                yield Uncovered(one.title, self._why_unread(other, doubts[0]))

    def _why_unread(self, side: Side, unread: str) -> str:
        contents = self.left if side == "left" else self.right
        if contents.org is not None:
            return f"the org may have it: not all of '{unread}' was read"
        return f"it may be '{unread}' of the {side} side, which could not be read"

    def _doubts(self, side: Side, one: ConfigObject) -> list[str]:
        """Return what a side could not read and what may be an object of the other side."""
        here, there = (self.left, self.right) if side == "left" else (self.right, self.left)
        known = {other.title for other in there.objects}
        is_org = here.org is not None
        return [each.document for each in here.uncovered if may_stand_for(each.document, one, known, is_org=is_org)]

    def with_catalogue(self) -> Iterator[Uncovered]:
        """Compare everything with what the vendor publishes of its sort; what has no such counterpart is uncovered."""
        is_left = self.left.extent == "catalogue" and self.right.extent != "catalogue"
        here: Side = "right" if is_left else "left"
        contents = self.left if is_left else self.right
        for one in self.rest[here]:
            published = next((other for other in contents.objects if _sort(other) == _sort(one)), None)
            if published is None:
                yield Uncovered(one.title, f"'{contents.info.source}' has nothing to compare it with")
                continue
            by: PairedBy = "name" if published.name == one.name else "only one"
            self.pairs.append(Pair(published, one, by) if is_left else Pair(one, published, by))


def _called(one: ConfigObject) -> set[str]:
    return {one.name, one.title, one.document.name, one.path} - {""}


def _grouped(objects: Sequence[ConfigObject]) -> dict[str, list[ConfigObject]]:
    groups: dict[str, list[ConfigObject]] = {}
    for one in objects:
        groups.setdefault(one.key, []).append(one)
    return groups


def _unique(objects: Sequence[ConfigObject], key: _Key) -> dict[Hashable, ConfigObject]:
    """Return the objects by their key, without those that share it or have none."""
    keys = [(key(one), one) for one in objects]
    count = Counter(value for value, _ in keys)
    return {value: one for value, one in keys if value is not None and count[value] == 1}


def _path(one: ConfigObject) -> Hashable:
    return (one.sort, one.path) if one.path else None


def _stem(one: ConfigObject) -> Hashable:
    return PurePosixPath(one.path).stem if one.kind == "layout" and one.path else None


def _generation(one: ConfigObject) -> Hashable:
    return CallCenter(one.document).generation


def _sort(one: ConfigObject) -> Hashable:
    return (one.sort, _generation(one) if one.kind == "callcenter" else None)


def _may_be_one(old: ConfigObject, new: ConfigObject) -> bool:
    """Tell whether the same path is a reason to take two objects with different names for one."""
    if old.kind == "layout":
        return old.is_guess or new.is_guess
    if old.kind == "component":
        return False
    return _generation(old) == _generation(new)
