"""What the path of a file says of the metadata component in it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

from wxcc_lint.catalog.salesforce_metadata import MetadataType, metadata_types, profiles_in_setup

SOURCE_ENDING = "-meta.xml"
"""How the names of files with metadata end in source format."""


def component_name(file: str, type_name: str = "CallCenter") -> str | None:
    """Return the name that a file's name gives its component, None for a file not named like one of the type.

    Characters that a file name cannot have are written `%2E` in it.
    """
    stem = file.rpartition("/")[2].removesuffix(SOURCE_ENDING)
    ending = f".{metadata_types()[type_name].suffix}"
    return unquote(stem.removesuffix(ending)) if stem.endswith(ending) else None


def full_name(file: str, it: MetadataType) -> str:
    """Return what the Metadata API calls a component; of a file with another name, the beginning of its name.

    A field is named with its object, `Activity.Reason__c`. Parts of a decomposed permission set have its name.
    """
    path = PurePosixPath(file)
    name = component_name(file, it.name) or unquote(path.name.partition(".")[0])
    folders = path.parts[:-1]
    if it.name == "CustomField" and folders[-1:] == (it.folder,) and len(folders) > 1:
        return f"{folders[-2]}.{name}"
    if it.name == "PermissionSet" and it.folder in folders[:-1]:
        return unquote(folders[folders.index(it.folder) + 1])
    return name


def comparable_name(name: str, type_name: str) -> str:
    """Return what two names of components of a type are compared by: Salesforce minds no case.

    Standard profiles have one name in Setup and another in their files; either will do.
    """
    folded = name.casefold()
    return profiles_in_setup().get(folded, name).casefold() if type_name == "Profile" else folded


def lies_among_components(file: str) -> bool:
    """Tell whether a file lies in the folder in which a Salesforce project has its call centers."""
    return metadata_types()["CallCenter"].folder in file.split("/")[:-1]
