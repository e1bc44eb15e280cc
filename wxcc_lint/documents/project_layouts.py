"""The layouts that an environment declares by name, and those that it has."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.project import Project


def declared_layouts(project: Project) -> Mapping[str, Layout | None]:
    """Return what the environment declares: the layout by its name, or None where no file of it is at the path."""
    if project.environment is None:
        return {}
    by_path = {posixpath.normpath(layout.document.root.name): layout for layout in project.layouts}
    return {name: by_path.get(_from_here(project, path)) for name, path in project.environment.layouts.items()}


def undeclared_layouts(project: Project) -> list[Layout]:
    """Return the layouts that the environment declares under no name."""
    declared = [id(layout) for layout in declared_layouts(project).values()]
    return [layout for layout in project.layouts if id(layout) not in declared]


def is_unread(project: Project, name: str) -> bool:
    """Tell whether the file that the environment declares under a name is there, but could not be read."""
    return project.environment is not None and _from_here(project, project.environment.layouts[name]) in project.unread


def _from_here(project: Project, path: str) -> str:
    """Return a path of the config as files are called: seen from the working directory."""
    assert project.environment is not None, "only an environment declares paths"
    folder = posixpath.dirname(project.environment.at().document.name)
    return posixpath.normpath(posixpath.join(folder, path))
