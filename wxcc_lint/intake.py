"""Which files a check reads: those that were asked for, and those that share an environment with one of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wxcc_lint.config import Config, ConfigError, Environment, environments_for
from wxcc_lint.discover import Candidate, Discovery, discover, display_name, read
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.limits import MAX_BYTES
from wxcc_lint.documents.load import empty, load, too_large
from wxcc_lint.documents.model import Document
from wxcc_lint.spans import Text


@dataclass(frozen=True)
class Intake:
    """Reads files for the environments of a config; with `wanted`, for that environment alone."""

    config: Config
    cwd: Path
    wanted: str | None = None

    def environments_of(self, candidate: Candidate) -> tuple[Environment, ...]:
        """Return the environments that a file belongs to: by their globs, or as their allowed list."""
        name = self._relative(candidate)
        declared = {one.name for one in environments_for(self.config, name)}
        return tuple(one for one in self._environments() if one.name in declared or _is_list_of(one, name))

    def read(self, candidate: Candidate) -> Document | None:
        """Read and parse a file, or return None when it is none of ours. Raises OSError."""
        if any(_is_list_of(one, self._relative(candidate)) for one in self._environments()):
            return _allowlist(candidate)
        data = read(candidate)
        if data is None:
            return None
        return load(candidate.name, data) if data.strip() else empty(candidate.name)

    def asked_for(self, found: Discovery) -> list[Candidate]:
        """Return what was found, and the allowed lists in the folders that were searched.

        Raises ConfigError for an environment whose allowed list does not exist.
        """
        known = {_absolute(candidate.path) for candidate in found.candidates}
        folders = [_absolute(self.cwd / folder) for folder in found.searched]
        lists = [
            candidate
            for candidate in self._allowlists()
            if _absolute(candidate.path) not in known
            and any(_absolute(candidate.path).is_relative_to(folder) for folder in folders)
        ]
        return [*found.candidates, *lists]

    def partners(self, asked_for: list[Candidate], found: Discovery) -> list[Candidate]:
        """Return the other files of the environments that the files belong to.

        Who names the config asks for all of its environments.
        """
        concerned = {one.name for candidate in asked_for for one in self.environments_of(candidate)}
        if any(self.is_config(candidate) for candidate in asked_for):
            concerned = {one.name for one in self._environments()}
        root = _absolute(self.config.root)
        if not concerned or any(root.is_relative_to(_absolute(self.cwd / folder)) for folder in found.searched):
            return []
        known = {_absolute(candidate.path) for candidate in asked_for}
        others = [*discover([self.config.root], self.cwd).candidates, *self._allowlists()]
        return [
            candidate
            for candidate in others
            if _absolute(candidate.path) not in known
            and any(one.name in concerned for one in self.environments_of(candidate))
        ]

    def is_config(self, candidate: Candidate) -> bool:
        """Tell whether a file is the config in force."""
        return self.config.path is not None and _absolute(candidate.path) == _absolute(self.config.path)

    def shows_config(self, asked_for: list[Candidate], found: Discovery) -> bool:
        """Tell whether findings in the config itself were asked for."""
        if self.config.path is None:
            return False
        path = _absolute(self.config.path)
        searched = any(path.is_relative_to(_absolute(self.cwd / folder)) for folder in found.searched)
        return searched or any(map(self.is_config, asked_for))

    def _environments(self) -> Iterator[Environment]:
        yield from (one for one in self.config.environments.values() if self.wanted in {None, one.name})

    def _allowlists(self) -> Iterator[Candidate]:
        paths = {one.allowlist: one for one in self._environments() if isinstance(one.allowlist, str)}
        for name, environment in paths.items():
            path = self.config.root / str(name)
            if not path.is_file():
                message = f"the allowed list of '{environment.name}' does not exist: there is no file '{name}'"
                raise ConfigError.at(environment.at("allowlist"), message)
            yield Candidate(path, display_name(path, self.cwd), named=False)

    def _relative(self, candidate: Candidate) -> str:
        return display_name(self.cwd / candidate.path, self.config.root)


def _is_list_of(environment: Environment, relative_path: str) -> bool:
    return isinstance(environment.allowlist, str) and os.path.normpath(environment.allowlist) == os.path.normpath(
        relative_path
    )


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 — `resolve` would follow links


def _allowlist(candidate: Candidate) -> Document:
    from wxcc_lint.documents.allowlist import parse_allowlist

    data = candidate.path.read_bytes() if candidate.data is None else candidate.data
    text, fault = ("", too_large()) if len(data) > MAX_BYTES else decode(data)
    if fault is not None:
        return Document(candidate.name, "allowlist", Text(text), faults=(fault,))
    return parse_allowlist(candidate.name, text)
