"""Files, folders and standard input as sources. The folder of a Salesforce project is a folder like any other."""

from __future__ import annotations

import os
from pathlib import Path

from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.discover import Candidate, discover, display_name, read_failure
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.files import open_file
from wxcc_lint.sources.entries import Entry, Opened, failed, read_ours
from wxcc_lint.sources.zips import is_zip, open_zip


def open_path(operand: str, cwd: Path, sizes: SizeLimits) -> Opened:
    """Open a file, an archive, or what is ours in a folder; git decides there which files count."""
    path = cwd / operand
    found = discover([path], cwd)
    if found.failures:
        return Opened(failures=[one.sentence for one in found.failures])
    if not found.searched:
        return _open_file(found.candidates[0], sizes)
    opened = Opened(place=os.path.realpath(path))
    opened.uncovered += [Uncovered(one.subject, one.sentence) for one in found.unreadable]
    for candidate in found.candidates:
        try:
            with open_file(candidate.path) as file:
                data = read_ours(file, sizes)
        except OSError as error:
            opened.uncovered.append(Uncovered(candidate.name, read_failure(candidate, error)))
            continue
        if data is not None:
            inside = display_name(candidate.path, path)
            opened.entries.append(Entry(candidate.name, inside, data, candidate.path))
    return opened


def open_stdin(data: bytes | None) -> Opened:
    """Open what standard input held."""
    if data is None:
        return failed("-: standard input cannot be read here")
    return Opened([Entry("<stdin>", "", data)], extent="one file")


def _open_file(candidate: Candidate, sizes: SizeLimits) -> Opened:
    try:
        if is_zip(candidate.path):
            return open_zip(candidate.path, candidate.name, sizes)
        with open_file(candidate.path) as file:
            data = file.read(sizes.bytes("layout") + 1)
    except OSError as error:
        return failed(read_failure(candidate, error))
    return Opened([Entry(candidate.name, candidate.path.name, data, candidate.path)], extent="one file")
