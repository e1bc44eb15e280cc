"""Propose environments for the files of a folder: which belong together, what to call that, and which globs say it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from wxcc_lint.documents.model import Kind

_STAGES: Final = frozenset(
    {"dev", "development", "int", "live", "preprod", "prod", "production", "qa", "sandbox", "sit", "stage", "staging"}
    | {"test", "training", "uat"}
)
"""Names of folders that tell which org is meant."""
_NAME: Final = re.compile(r"[A-Za-z0-9_.-]+")
_MANY: Final = 3
"""Files of one folder that end alike, from which one glob for all is tidier than their names."""


class Seen(Struct, frozen=True):
    """What one file says of itself. `path` counts from the folder and has `/`; `title` is a layout's in Control Hub.

    `region` is what a call center states, or the one region that a layout speaks of.
    """

    path: str
    kind: Kind
    region: str | None = None
    generation: str | None = None
    title: str | None = None
    variables: tuple[str, ...] = ()
    is_readable: bool = True


class Proposal(Struct, frozen=True):
    """An environment to be. A file may belong to several; `lists` are what may be its allowed list."""

    name: str
    globs: tuple[str, ...]
    files: tuple[Seen, ...]
    lists: tuple[Seen, ...]


class _Home(Struct, frozen=True):
    """What makes a file belong to an environment: `label` names a folder or file, in lower case."""

    label: str | None
    region: str | None
    is_split: bool = False
    """Whether the label alone does not tell it from others."""

    @property
    def name(self) -> str:
        if self.label is None:
            return self.region if self.is_split and self.region else "prod"
        return f"{self.label}-{self.region}" if self.is_split else self.label


def propose(seen: Sequence[Seen]) -> tuple[Proposal, ...]:
    """Return the environments that the files seem to be for; none where nothing but allowed lists is there."""
    files = [file for file in seen if file.kind != "allowlist"]
    lists = [file for file in seen if file.kind == "allowlist"]
    if not files:
        return ()
    homes = _homes(files, lists)
    return tuple(
        Proposal(home.name, _globs(mine, files, home.label), tuple(mine), tuple(allowing))
        for home in homes
        for mine in [[file for file in files if home in _homes_of(file, homes)]]
        for allowing in [_own_first([file for file in lists if home in _homes_of(file, homes)], home.label)]
        if mine
    )


def _homes(files: Sequence[Seen], lists: Sequence[Seen]) -> list[_Home]:
    """Return an environment for each stage that folders name, else for each region that call centers are in."""
    sure = [file for file in files if file.kind == "callcenter" and file.region]
    loose = [file for file in sure if _stage(file) is None]
    stages = dict.fromkeys(stage for file in files if (stage := _stage(file)))
    homes = [home for stage in stages for home in _split(stage, [one for one in sure if _stage(one) == stage])]
    if not homes:
        labels = _labels_by_region(loose, [*files, *lists])
        return [_Home(label, region) for region, label in labels.items()] or _split(None, loose)
    known = {home.region for home in homes} - {None}
    new = dict.fromkeys(file.region for file in loose if known and file.region not in known)
    return [*homes, *(_Home(None, region, is_split=True) for region in new)]


def _split(label: str | None, callcenters: Sequence[Seen]) -> list[_Home]:
    regions = sorted({one.region for one in callcenters if one.region})
    return [_Home(label, region, is_split=len(regions) > 1) for region in regions] or [_Home(label, None)]


def _labels_by_region(callcenters: Sequence[Seen], files: Sequence[Seen]) -> Mapping[str, str]:
    """Return what the paths of call centers call their regions, if they differ in one name only; else nothing.

    The name of the file itself counts only where other files have it too.
    """
    paths = [_labels(one.path) for one in callcenters]
    depth = len(posixpath.commonprefix(paths)) if paths else 0  # works on names as on characters
    if len({len(path) for path in paths}) != 1 or depth == len(paths[0]):
        return {}
    pairs = {(path[depth], one.region) for one, path in zip(callcenters, paths, strict=True) if one.region}
    labels = {region: label for label, region in sorted(pairs)}
    shared = {label for file in files if file.kind != "callcenter" for label in _labels(file.path)}
    is_clear = len(pairs) == len(labels) == len(set(labels.values())) > 1
    is_name = depth < len(paths[0]) - 1 or shared.issuperset(labels.values())
    return labels if is_clear and is_name and all(map(_NAME.fullmatch, labels.values())) else {}


def _homes_of(file: Seen, homes: Sequence[_Home]) -> Sequence[_Home]:
    """Return where a file belongs: by a name in its path, then by its region; what tells neither belongs to all."""
    labelled = ([home for home in homes if home.label == label] for label in _labels(file.path))
    fitting = next(filter(None, labelled), homes)
    return [home for home in fitting if file.region is None or home.region in {None, file.region}] or fitting


def _own_first(lists: list[Seen], label: str | None) -> list[Seen]:
    return [one for one in lists if label in _labels(one.path)] or lists


def _labels(path: str) -> tuple[str, ...]:
    """Return the names of a file's folders, and its own up to the first dot, in lower case."""
    *folders, name = path.lower().split("/")
    return (*folders, name.partition(".")[0])


def _stage(file: Seen) -> str | None:
    return next((label for label in _labels(file.path) if label in _STAGES), None)


def _globs(mine: Sequence[Seen], files: Sequence[Seen], label: str | None) -> tuple[str, ...]:
    """Return globs for these files that leave the others out: folders where they can be, else names."""
    own = {file.path for file in mine}
    others = [file.path for file in files if file.path not in own]
    foreign = {folder for path in others for folder in _folders(path)} | {_alike(path) for path in others}
    siblings = Counter(map(_alike, own))
    globs = sorted({_glob(path, label, foreign, siblings) for path in own})
    return tuple(glob for glob in globs if not any(_lies_in(glob, wider) for wider in globs))


def _glob(path: str, label: str | None, foreign: set[str], siblings: Mapping[str, int]) -> str:
    for folder in _folders(path):
        is_too_wide = label in _labels(path)[:-1] and label not in folder.lower().split("/")
        if folder not in foreign and not is_too_wide:
            return f"{_escaped(folder)}/**"
    alike = _alike(path)
    if siblings[alike] < _MANY or alike in foreign or alike.endswith("*"):
        return _escaped(path)
    folder, _, suffix = alike.rpartition("*")
    return f"{_escaped(folder)}*{_escaped(suffix)}"


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, the outermost first."""
    yield from (path[: match.start()] for match in re.finditer("/", path))


def _alike(path: str) -> str:
    """Return a path with `*` for the name up to the last dot."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}*{posixpath.splitext(name)[1]}"


def _lies_in(glob: str, wider: str) -> bool:
    return glob != wider and wider.endswith("/**") and glob.startswith(wider.removesuffix("**"))


def _escaped(path: str) -> str:
    """Return a path as a glob that means it; `?` stands in for what a config cannot hold, and for a `!` in front."""
    path = re.sub("^!", "?", re.sub(r"[*?[]", r"[\g<0>]", path))
    return "".join(one if one.isprintable() and one != "\\" else "?" for one in path)
