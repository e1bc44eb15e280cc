"""Which files a check reads: those that were asked for, and those that share an environment with one of them."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from wxcc_lint.catalog.salesforce_metadata import MetadataType, metadata_types
from wxcc_lint.config import Config, ConfigError, Environment, environments_for
from wxcc_lint.discover import Candidate, Discovery, discover, display_name, glance, read, search, suffix_of
from wxcc_lint.documents.component_files import comparable_name, component_name, full_name
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.load import empty, load, too_large
from wxcc_lint.documents.model import Document, Kind
from wxcc_lint.documents.salesforce import is_apex, metadata_type
from wxcc_lint.files import absolute, open_file
from wxcc_lint.spans import Text

_GROUP = "PermissionSetGroup"
_LISTS_ALONE = {".yaml", ".yml", ".csv"}
"""What an allowed list may be written in, and nothing else of ours: examples in a stranger's YAML are not looked at."""


class Intake(Struct, frozen=True, dict=True):
    """Reads files for the environments of a config; with `wanted`, for that environment alone."""

    config: Config
    cwd: Path
    wanted: str | None = None
    noticed: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    """By environment and type the names of components that were seen, and were not read for having no part in this."""
    without_part: set[str] = field(default_factory=set)
    """The names of the files with such components."""
    _paths: dict[str, Path] = field(default_factory=dict)
    _homes: dict[Path, tuple[Environment, ...]] = field(default_factory=dict)

    @cached_property
    def environments(self) -> tuple[Environment, ...]:
        """The environments of the config, or the one that is wanted."""
        return tuple(one for one in self.config.environments.values() if self.wanted in {None, one.name})

    def environments_of(self, candidate: Candidate) -> tuple[Environment, ...]:
        """Return the environments that a file belongs to.

        An allowed list belongs to those that name it, whatever their globs say; any other file to those that have it
        among their layouts, or whose globs match it.
        """
        if not self.environments:
            return ()
        path = self._path(candidate)
        if path not in self._homes:
            self._homes[path] = self._environments_at(path)
        return self._homes[path]

    def _environments_at(self, path: Path) -> tuple[Environment, ...]:
        lists = tuple(one for one in self.environments if self._lists[one.name] == path)
        declared = environments_for(self.config, display_name(path, self.config.root))
        return lists or tuple(one for one in self.environments if one in declared or path in self._layouts[one.name])

    def names_of(self, candidates: Iterable[Candidate]) -> set[str]:
        """Return the names of the environments that any of some files belongs to."""
        return {one.name for candidate in candidates for one in self.environments_of(candidate)}

    def read(self, candidate: Candidate) -> Document | None:
        """Read and parse a file, or return None when it is none of ours. Raises OSError."""
        if self._is_list(candidate):
            return _allowlist(candidate, self.config.limits)
        data = self._data(candidate)
        if data is None or not self._matters(candidate, data):
            return None
        return load(candidate.name, data, self.config.limits) if data.strip() else empty(candidate.name)

    def kind_of(self, candidate: Candidate) -> Kind | None:
        """Tell from the first bytes what a file is, None for one that is none of ours. Raises OSError."""
        if self._is_list(candidate):
            return "allowlist"
        return None if _holds_lists_alone(candidate) else glance(candidate)

    def _data(self, candidate: Candidate) -> bytes | None:
        return None if _holds_lists_alone(candidate) else read(candidate, self.config.limits)

    def _matters(self, candidate: Candidate, data: bytes) -> bool:
        """Tell whether a file has to do with the integration; of components that have not, note the name."""
        it = metadata_types()["ApexClass"] if is_apex(candidate.name) else metadata_type(data)
        if it is None or it.matters(f"{candidate.path.name}\n".encode() + data):
            return True
        homes = self.environments_of(candidate)
        name = full_name(candidate.name, it)
        wanted = comparable_name(name, it.name)
        if any(wanted == comparable_name(agent, it.name) for one in homes for agent in self._agents(one, it)):
            return True
        for one in homes:
            self.noticed.setdefault(one.name, {}).setdefault(it.name, set()).add(name)
        self.without_part.add(candidate.name)
        return False

    def _agents(self, environment: Environment, it: MetadataType) -> tuple[str, ...]:
        """Return the names of the components of a type that an environment's agents have, be it by way of a group."""
        if it.name == "PermissionSet" and environment.agent_permission_sets:
            return (*environment.agent_permission_sets, *self._members[environment.name])
        return environment.agent_profiles if it.name == "Profile" else ()

    @cached_property
    def _members(self) -> Mapping[str, list[str]]:
        """The permission sets in the groups that agents have, by environment.

        A group may stand behind its sets, or not be asked for at all, so that groups are looked for beforehand.
        """
        members: dict[str, list[str]] = {one.name: [] for one in self.environments}
        for file in search(self.config.root, Discovery(), self.cwd, _may_be_group):
            candidate = Candidate(file, display_name(Path(file), self.cwd), named=False)
            name = comparable_name(component_name(candidate.name, _GROUP) or "", _GROUP)
            for one in self.environments_of(candidate):
                if name in {comparable_name(each, _GROUP) for each in one.agent_permission_sets}:
                    members[one.name] += self._listed(candidate)
        return members

    def _listed(self, candidate: Candidate) -> Iterator[str]:
        """Yield the names of the permission sets in a group."""
        from wxcc_lint.documents.project_access import group_members
        from wxcc_lint.documents.salesforce_view import SalesforceComponent

        try:
            data = self._data(candidate)
        except OSError:
            return  # who asks for the file hears of it
        document = load(candidate.name, data, self.config.limits) if data else None
        if document is not None and document.form == _GROUP:
            yield from group_members(SalesforceComponent(document))

    def asked_for(self, found: Discovery) -> list[Candidate]:
        """Return what was found, and the allowed lists in the folders that were searched.

        Raises ConfigError for an environment whose allowed list does not exist.
        """
        lists = dict(self._allowlists())
        for candidate in found.candidates if lists else ():
            lists.pop(self._path(candidate), None)
        return [*found.candidates, *(one for path, one in lists.items() if self._searched(path, found))]

    def partners(self, asked_for: list[Candidate], found: Discovery) -> list[Candidate]:
        """Return the other files of the environments that the files belong to.

        An environment that shares a file with one of these counts as well: without all of its files, what is found in
        it would not be what a check of everything finds. Who names the config asks for all that it governs.
        """
        if self._searched(absolute(self.config.root), found):
            return []
        everything = any(map(self.is_config, asked_for))
        concerned = self.names_of([*asked_for, *found.gone])
        if not (everything or concerned):
            return []
        searched = discover([self.config.root], self.cwd).candidates
        others = {**{self._path(candidate): candidate for candidate in searched}, **dict(self._allowlists())}
        for candidate in asked_for:
            others.pop(self._path(candidate), None)
        return list(others.values()) if everything else self._connected(others.values(), concerned)

    def _connected(self, candidates: Iterable[Candidate], names: set[str]) -> list[Candidate]:
        """Return the files of some environments, of those that share a file with one of these, and so on."""
        homes = [(candidate, {one.name for one in self.environments_of(candidate)}) for candidate in candidates]
        wider = names.union(*(home for _, home in homes if home & names))
        while wider != names:
            names, wider = wider, wider.union(*(home for _, home in homes if home & wider))
        return [candidate for candidate, home in homes if home & names]

    def is_config(self, candidate: Candidate) -> bool:
        """Tell whether a file is the config in force, or the baseline that it names."""
        return bool(self._own) and self._path(candidate) in self._own

    @cached_property
    def _own(self) -> frozenset[Path]:
        own = (self.config.path, self.config.baseline)
        return frozenset(absolute(path) for path in own if path is not None)

    def shows_config(self, asked_for: list[Candidate], found: Discovery) -> bool:
        """Tell whether findings in the config itself were asked for."""
        if self.config.path is None:
            return False
        return self._searched(absolute(self.config.path), found) or any(map(self.is_config, asked_for))

    def _searched(self, path: Path, found: Discovery) -> bool:
        return any(path.is_relative_to(absolute(self.cwd / folder)) for folder in found.searched)

    def _allowlists(self) -> Iterator[tuple[Path, Candidate]]:
        for one in self.environments:
            path = self._lists[one.name]
            if path is None:
                continue
            if not path.is_file():
                message = f"the allowed list of '{one.name}' does not exist: there is no file '{one.allowlist}'"
                raise ConfigError.at(one.at("allowlist"), message)
            yield path, Candidate(os.fspath(path), display_name(path, self.cwd), named=False)

    @cached_property
    def _lists(self) -> Mapping[str, Path | None]:
        """The path of the file with the allowed list, by environment."""
        root, declared = self.config.root, {one.name: one.allowlist for one in self.environments}
        return {name: absolute(root / path) if isinstance(path, str) else None for name, path in declared.items()}

    @cached_property
    def _layouts(self) -> Mapping[str, frozenset[Path]]:
        """The paths of the declared layouts, by environment."""
        root = self.config.root
        return {
            one.name: frozenset(absolute(root / path) for path in one.layouts.values()) for one in self.environments
        }

    def _is_list(self, candidate: Candidate) -> bool:
        return bool(self._lists) and self._path(candidate) in self._lists.values()

    def _path(self, candidate: Candidate) -> Path:
        if candidate.file not in self._paths:
            self._paths[candidate.file] = absolute(self.cwd / candidate.path)
        return self._paths[candidate.file]


def _holds_lists_alone(candidate: Candidate) -> bool:
    return suffix_of(candidate.file) in _LISTS_ALONE


def _may_be_group(file: str) -> bool:
    return component_name(file, _GROUP) is not None


def _allowlist(candidate: Candidate, sizes: SizeLimits) -> Document:
    from wxcc_lint.documents.allowlist import parse_allowlist

    with io.BytesIO(candidate.data) if candidate.data is not None else open_file(candidate.file) as file:
        data = file.read(sizes.bytes("allowlist") + 1)
    text, fault = ("", too_large("allowlist", sizes)) if len(data) > sizes.bytes("allowlist") else decode(data)
    if fault is not None:
        return Document(candidate.name, "allowlist", Text(text), faults=(fault,))
    return parse_allowlist(candidate.name, text)
