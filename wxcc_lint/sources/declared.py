"""The declared side of drift: the files of an environment, as a check of it would take them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from wxcc_lint.config import Config
from wxcc_lint.diff.objects import ConfigObject, Contents, SourceInfo, Uncovered
from wxcc_lint.discover import Candidate, discover, display_name, read_failure
from wxcc_lint.files import absolute
from wxcc_lint.intake import Intake
from wxcc_lint.sources.entries import Entry
from wxcc_lint.sources.read import layout_names, objects_of


def open_declared(config: Config, environment: str | None, cwd: Path, snapshots: Collection[Path] = ()) -> Contents:
    """Open the files of an environment; without one, all that lie below the config's folder. Raises ConfigError.

    What lies in one of these folders was read of an org, whatever the globs say.
    """
    saved = [absolute(folder) for folder in snapshots]
    intake = Intake(config, cwd, environment)
    found = discover([config.root], cwd)
    names = layout_names(config, environment)
    read: list[ConfigObject | Uncovered] = []
    for candidate in found.candidates:
        if (environment is not None and not intake.environments_of(candidate)) or intake.is_config(candidate):
            continue
        if any(absolute(cwd / candidate.path).is_relative_to(folder) for folder in saved):
            continue
        try:
            document = intake.read(candidate)
        except OSError as error:
            read.append(Uncovered(candidate.name, read_failure(candidate, error)))
            continue
        if document is not None and document.kind != "allowlist":
            read += objects_of(document, _entry(candidate, config.root), names)
    read += [Uncovered(one.subject, one.sentence) for one in found.unreadable]
    read += _absent_layouts(config, environment, cwd)
    objects = tuple(one for one in read if isinstance(one, ConfigObject))
    uncovered = tuple(one for one in read if isinstance(one, Uncovered))
    source = display_name(config.root, cwd) if environment is None else environment
    failures = () if objects or uncovered else (f"left side: {_nothing(environment)}",)
    return Contents(SourceInfo(source), objects, uncovered, failures)


def _entry(candidate: Candidate, root: Path) -> Entry:
    return Entry(candidate.name, display_name(candidate.path, root), b"", candidate.path)


def _absent_layouts(config: Config, environment: str | None, cwd: Path) -> Iterator[Uncovered]:
    """Yield the declared layouts of which there is no file: nobody knows what they should be."""
    for one in config.environments.values():
        for name, path in one.layouts.items() if environment in {None, one.name} else ():
            file = config.root / path
            if not file.is_file():
                yield Uncovered(f"layout:{name}", f"{display_name(file, cwd)}: there is no such file")


def _nothing(environment: str | None) -> str:
    whose = f"of the environment '{environment}'" if environment else "below the folder of the config"
    return f"there is no call center definition, no desktop layout and no Salesforce component {whose}"
