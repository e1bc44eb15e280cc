"""What a project says of the vendor's package: declared, or being removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.documents.component_files import component_name
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project, members_of

_TYPE = "InstalledPackage"


def lacks_package(project: Project) -> bool:
    """Tell whether the project keeps the packages of its org, and neither has that of the vendor nor asks for it by name."""
    unread = (component_name(file, _TYPE) or "" for file in project.unread)
    names = {name.casefold() for name in (*project.names_of(_TYPE), *unread)}
    is_there = package_facts().namespace in names or any(_mentions(project, removing=False))
    return project.keeps(_TYPE) and not is_there


def package_removal(project: Project) -> Place | None:
    """Return the place at which a manifest of the project has the vendor's package uninstalled."""
    return next(_mentions(project, removing=True), None)


def _mentions(project: Project, *, removing: bool) -> Iterator[Place]:
    """Yield the places of the package's name in manifests of what is removed, or in all others."""
    for manifest in project.of_type("Package"):
        file = PurePosixPath(manifest.document.root.name).name
        is_meant = file.casefold().startswith("destructivechanges") is removing
        for member in members_of(manifest, _TYPE) if is_meant else ():
            if (member.text() or "").casefold() == package_facts().namespace:
                yield member.text_at()
