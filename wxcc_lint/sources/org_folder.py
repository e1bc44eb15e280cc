"""The files of a snapshot, for looking at all that an org holds; see `documents/org_files.py` for what they mean."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.discover import Candidate, display_name, read_failure
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.org_files import OrgFile
from wxcc_lint.files import files_below, open_file


class OrgFolder(Struct):
    """What stands in the folder of a snapshot, and what of it could not be read."""

    files: list[OrgFile] = field(default_factory=list)
    uncovered: list[Uncovered] = field(default_factory=list)


def read_folder(folder: Path, cwd: Path, sizes: SizeLimits) -> OrgFolder:
    """Read the files of a snapshot in the order of their paths; those that are too large are uncovered."""
    found, folder = OrgFolder(), cwd / folder
    for path in filter(Path.is_file, files_below(folder)):
        inside, name = display_name(path, folder), display_name(path, cwd)
        try:
            with open_file(path) as file:
                data = file.read(sizes.bytes("salesforce") + 1)
        except OSError as error:
            found.uncovered.append(Uncovered(inside, read_failure(Candidate(str(path), name, named=False), error)))
            continue
        if len(data) > sizes.bytes("salesforce"):
            found.uncovered.append(Uncovered(inside, f"{name}: larger than {sizes.component} MiB"))
        else:
            found.files.append(OrgFile(inside, name, data))
    return found
