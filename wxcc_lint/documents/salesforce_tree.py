"""The projects of the Salesforce CLI among the files of an environment: what they deploy, and what lies beside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from wxcc_lint.catalog.salesforce_metadata import known_decompositions, metadata_types
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.component_files import SOURCE_ENDING
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce import PROJECT
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent
from wxcc_lint.documents.variables import values_of
from wxcc_lint.globs import matches_glob

_FILE = "sfdx-project.json"


class SourceTree(Struct, frozen=True):
    """A project of the CLI: its file, the folder that this lies in, and the package directories. There is at least one."""

    file: SalesforceComponent
    folder: PurePosixPath
    directories: tuple[PurePosixPath, ...]


def source_trees(project: Project) -> tuple[SourceTree, ...]:
    """Return the projects that say which folders they have."""
    trees = []
    for one in project.of_type(PROJECT):
        file = PurePosixPath(one.document.root.name)
        said = [part.text("path") for part in one.parts("packageDirectories")]
        inside = tuple(
            PurePosixPath(posixpath.normpath(file.parent / path.replace("\\", "/"))) for path in said if path
        )
        if inside and file.name == _FILE:
            trees.append(SourceTree(one, file.parent, inside))
    return tuple(trees)


def outside_files(tree: SourceTree, project: Project) -> Iterator[tuple[str, Document]]:
    """Yield the components in source format that lie in no package directory, with the name of the folder in the project.

    What lies in a project further in, or beside a manifest of its own, is deployed from there. Call centers in the form
    for Setup are named like components as well, and imported there.
    """
    further = [one.folder for one in source_trees(project) if one.folder != tree.folder]
    manifests = [PurePosixPath(one.document.root.name).parent for one in project.of_type("Package")]
    others = [one for one in (*further, *manifests) if one != tree.folder and _lies_in(one, tree.folder)]
    for view in project.views:
        path = PurePosixPath(view.document.root.name)
        is_imported = isinstance(view, CallCenter) and view.form == "import"
        if is_imported or not path.name.endswith(SOURCE_ENDING) or not _lies_in(path, tree.folder):
            continue
        if not any(_lies_in(path, home) for home in (*tree.directories, *others)):
            yield path.relative_to(tree.folder).parts[0], view.document


def replaced_values(project: Project) -> Iterator[Place]:
    """Yield the places of the texts that the CLI fills in when it deploys them: how they read then, nobody knows."""
    for tree in source_trees(project):
        told = [(one, text) for one in tree.file.parts("replacements") if (text := one.text("stringToReplace"))]
        for view in project.views if told else ():
            path = PurePosixPath(view.document.root.name)
            if path.name.endswith(SOURCE_ENDING) and _lies_in(path, tree.folder):
                texts = [text for one, text in told if _speaks_of(one, path.as_posix())]
                values = values_of(view.document)
                yield from (place for place, value in values if any(text in value for text in texts))


def _speaks_of(replacement: MetadataPart, path: str) -> bool:
    """Tell as the CLI does whether a replacement is for a file; what stands in braces is taken for anything."""
    name, glob = replacement.text("filename"), replacement.text("glob") or ""
    if name:
        return path.endswith(name)
    return matches_glob("**/" + re.sub(r"\{[^{}]*\}", "*", glob), path)


def _lies_in(path: PurePosixPath, folder: PurePosixPath) -> bool:
    return path.is_relative_to(folder) and path.relative_to(folder).parts[:1] != ("..",)


def unread_decompositions(component: SalesforceComponent) -> Iterator[tuple[str, Place]]:
    """Yield the types that a project keeps in files of a form unknown here, of those that are read, and where it says so."""
    types = metadata_types()
    for part in component.parts("sourceBehaviorOptions"):
        option = part.data if isinstance(part.data, str) else ""
        meant = [name for name in types if name.casefold() in option.casefold()]
        if meant and option not in known_decompositions():
            yield max(meant, key=len), part.at
    customised: Any = component.data.get("registryCustomizations")
    declared = customised.get("types") if isinstance(customised, dict) else None
    for key in declared if isinstance(declared, dict) else ():
        meant = [name for name in types if name.casefold() == key.casefold()]
        if meant:
            yield meant[0], Place(component.document, ("registryCustomizations", "types", key)).key()
