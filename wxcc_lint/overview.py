"""What the environments of a config hold: files, layouts, allowed lists, variables, and what their globs miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from wxcc_lint.config import Config, Environment
from wxcc_lint.discover import discover, display_name, read_failure
from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.documents.variables import references
from wxcc_lint.globs import NOT, matches_glob, matches_globs
from wxcc_lint.intake import Intake
from wxcc_lint.suggest import closest

_COMPONENT: Final = "salesforce"


class File(Struct, frozen=True):
    """A file of ours; its path counts from the config's folder."""

    path: str
    kind: str
    environments: tuple[str, ...]


class Glob(Struct, frozen=True):
    """A glob that matches no file of ours, or has none to leave out, and the one that may be meant."""

    glob: str
    suggestion: str | None


class DeclaredList(Struct, frozen=True):
    """An allowed list; `file` is None for one in the config, `entries` None where they cannot be read."""

    file: str | None
    entries: tuple[str, ...] | None


class DeclaredLayout(Struct, frozen=True):
    """A layout by its name in Control Hub."""

    name: str
    file: str
    exists: bool


class Variable(Struct, frozen=True):
    """A variable that an environment declares, or one that its files use all the same: `value` is None then."""

    name: str
    value: str | None
    used: tuple[str, ...]


class Holding(Struct, frozen=True):
    """What one environment declares, and what was found for it. `components` counts those of Salesforce by their type."""

    name: str
    region: str | None
    generation: str | None
    files: tuple[File, ...]
    components: Mapping[str, int]
    unmatched: tuple[Glob, ...]
    allowlist: DeclaredList | None
    layouts: tuple[DeclaredLayout, ...]
    variables: tuple[Variable, ...]


class Overview(Struct, frozen=True):
    """All environments, and the files that are in none or in several. `unreadable` are sentences."""

    environments: tuple[Holding, ...]
    in_none: tuple[File, ...]
    in_several: tuple[File, ...]
    components_in_none: Mapping[str, int]
    components_in_several: Mapping[str, int]
    unreadable: tuple[str, ...]


class _Found(Struct):
    """The files of ours below the config's folder, and what they hold."""

    files: dict[File, Document] = field(default_factory=dict)
    without_part: list[str] = field(default_factory=list)
    """The paths of Salesforce components that have no part in the integration."""
    unreadable: list[str] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [*(file.path for file in self.files), *self.without_part]

    def listed(self, wanted: Callable[[File], bool]) -> tuple[File, ...]:
        """Return the wanted files; there may be hundreds of components, so these are counted only."""
        return tuple(file for file in self.files if file.kind != _COMPONENT and wanted(file))

    def counted(self, wanted: Callable[[File], bool]) -> Mapping[str, int]:
        """Return how many components there are in the wanted files, by type."""
        documents = [document for file, document in self.files.items() if file.kind == _COMPONENT and wanted(file)]
        views = [SalesforceComponent(document) for document in documents if document.data is not None]
        counts = Counter(type_ for type_, _ in {(view.type, view.name) for view in views})
        unread = len(documents) - len(views)
        return dict(sorted(counts.items())) | ({"unreadable": unread} if unread else {})


def overview(config: Config, cwd: Path) -> Overview:
    """Look at everything below the config's folder. Raises ConfigError for an allowed list that does not exist."""
    found = _found(config, cwd)
    return Overview(
        tuple(_holding(one, config.root, found) for one in config.environments.values()),
        found.listed(_is_in_none),
        found.listed(_is_in_several),
        found.counted(_is_in_none),
        found.counted(_is_in_several),
        tuple(found.unreadable),
    )


def _is_in_none(file: File) -> bool:
    return not file.environments


def _is_in_several(file: File) -> bool:
    return len(file.environments) > 1


def _found(config: Config, cwd: Path) -> _Found:
    intake = Intake(config, cwd)
    searched = discover([config.root], cwd)
    found = _Found(unreadable=[one.sentence for one in (*searched.failures, *searched.unreadable)])
    candidates = {display_name(cwd / one.path, config.root): one for one in intake.asked_for(searched)}
    for path, candidate in sorted(candidates.items()):
        try:
            document = intake.read(candidate)
        except OSError as error:
            found.unreadable.append(read_failure(candidate, error))
            continue
        if document is not None:
            homes = tuple(one.name for one in intake.environments_of(candidate))
            found.files[File(path, document.kind, homes)] = document
        elif candidate.name in intake.without_part:
            found.without_part.append(path)
    return found


def _holding(environment: Environment, root: Path, found: _Found) -> Holding:
    def is_mine(file: File) -> bool:
        return environment.name in file.environments

    documents = {file: document for file, document in found.files.items() if is_mine(file)}
    return Holding(
        environment.name,
        environment.region,
        environment.generation,
        found.listed(is_mine),
        found.counted(is_mine),
        tuple(_unmatched(environment.files, found.paths())),
        _declared_list(environment, root, found),
        tuple(DeclaredLayout(name, path, (root / path).is_file()) for name, path in environment.layouts.items()),
        _variables(environment, documents),
    )


def _unmatched(globs: Sequence[str], paths: Sequence[str]) -> Iterator[Glob]:
    for number, glob in enumerate(globs):
        pattern = glob.removeprefix(NOT)
        prefix = glob.removesuffix(pattern)
        within = [path for path in paths if matches_globs(globs[:number], path)] if prefix else paths
        if not any(matches_glob(pattern, path) for path in within):
            meant = closest(pattern, [similar for path in within for similar in _globs_of(path)])
            yield Glob(glob, meant and prefix + meant)


def _globs_of(path: str) -> Iterator[str]:
    """Yield the globs that people would write to mean a file."""
    folder, _, name = path.rpartition("/")
    _, dot, suffix = name.rpartition(".")
    yield path
    while folder:
        yield f"{folder}/**"
        yield f"{folder}/*{dot}{suffix}"
        folder = folder.rpartition("/")[0]


def _declared_list(environment: Environment, root: Path, found: _Found) -> DeclaredList | None:
    declared = environment.allowlist
    if declared is None or isinstance(declared, tuple):
        return None if declared is None else DeclaredList(None, declared)
    path = display_name(root / declared, root)
    document = next((document for file, document in found.files.items() if file.path == path), None)
    readable = document is not None and document.kind == "allowlist" and not document.faults
    entries = tuple(entry.value for entry in AllowList(document).entries) if document and readable else None
    return DeclaredList(path, entries)


def _variables(environment: Environment, documents: dict[File, Document]) -> tuple[Variable, ...]:
    """Return what is declared, in that order, and behind it what is used without."""
    uses: dict[str, list[str]] = {name: [] for name in environment.variables}
    for name, where in _uses(environment, documents):
        uses.setdefault(name, []).append(where)
    return tuple(
        Variable(name, environment.variables.get(name), tuple(dict.fromkeys(used))) for name, used in uses.items()
    )


def _uses(environment: Environment, documents: dict[File, Document]) -> Iterator[tuple[str, str]]:
    """Yield the name of each variable that is used, and the path of the file; of an inline list, that of the config."""
    for file, document in documents.items():
        for one in references(document):
            if one.is_conventional or one.name in environment.variables:
                yield one.name, file.path
    if isinstance(environment.allowlist, tuple):
        at = environment.at("allowlist")
        for one in references(at.document):
            if one.at.path[: len(at.path)] == at.path:
                yield one.name, at.document.name
