"""The variables of the config in the files of an environment."""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.documents.allowlist import AllowList
from wxcc_lint.documents.project import FileView, Project
from wxcc_lint.documents.variables import Reference, references


def open_references(project: Project) -> Iterator[Reference]:
    """Yield the `${NAME}` that nothing was filled in for, without those that may be the syntax of something else."""
    for view in project.views:
        yield from (one for one in _references(view) if one.is_conventional)


def used_variables(project: Project) -> frozenset[str]:
    """Return the names of all variables that the files use."""
    return frozenset(one.name for view in project.views for one in _references(view, as_written=True))


def _references(view: FileView, *, as_written: bool = False) -> Iterator[Reference]:
    document = view.document.root if as_written else view.document
    within = view.root_at.path if isinstance(view, AllowList) else ()  # an inline list is only a part of the config
    yield from (one for one in references(document) if one.at.path[: len(within)] == within)
