"""A snapshot of an org, as a source: `snapshot:DIR`, a folder with one file for each object.

    DIR/
      snapshot.json               what it is a snapshot of; may be absent
      index.json                  what moves without meaning anything: ids, versions, times
      …/<name>-<hash>.json        a layout: the API's object, `jsonFileContent` as an object or as a text
      …/<name>-<hash>.json        a call center: a row of the CallCenter object
      …/<InternalName>.callCenter-meta.xml    the same call center as the Metadata API has it, which says more

Folders and file names mean nothing: the content tells what a file is. Other objects of the org are passed over.
`snapshot.json` holds `orgName, orgId, datacenter, sandbox, readAt` as reports print them; `uncovered`, a list of
`{"document", "reason"}`: the title of an object, or a kind (`layout`, `callcenter`) of which nothing could be read; and
`kinds`, how much of each kind of the APIs was read: `{"webex/team": {"status", "count", "reason"}}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wxcc_lint.diff.objects import ConfigObject, SourceInfo, Uncovered
from wxcc_lint.discover import Candidate, display_name, read_failure
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.model import Document
from wxcc_lint.files import files_below, open_file, read_file
from wxcc_lint.sources.entries import Entry, Opened, failed, kind_of, may_be_ours, told
from wxcc_lint.sources.snapshot_header import HEADER, INDEX, SnapshotHeader, header_of, replaced_beside, why_unread

_KINDS: Final = {"webex/desktop-layout": "layout", "salesforce/CallCenter": "callcenter"}
"""The kinds of the APIs whose objects are compared, and what they are called here."""


def open_snapshot(operand: str, cwd: Path, sizes: SizeLimits) -> Opened:
    """Open the folder of a snapshot. All of it is ours: what cannot be read is uncovered, whatever it may be."""
    folder = snapshot_folder(cwd / operand)
    if not operand or not folder.is_dir():
        return failed(f"snapshot:{operand}: there is no such folder")
    opened = Opened()
    for path in files_below(folder):
        if not (may_be_ours(path.name) and path.is_file()):
            continue
        name, inside = display_name(path, cwd), display_name(path, folder)
        try:
            with open_file(path) as file:
                data = file.read(sizes.bytes("layout") + 1)
        except OSError as error:
            opened.uncovered.append(Uncovered(inside, read_failure(Candidate(str(path), name, named=False), error)))
            continue
        if inside == HEADER:
            _take_header(opened, f"snapshot:{operand}", _json(name, data))
        elif inside == INDEX:
            continue
        elif kind_of(data) is not None:
            opened.entries.append(Entry(name, inside, data))
        elif path.suffix.lower() == ".json":
            opened.uncovered += _broken(inside, _json(name, data))
    return opened


def best_of_each(objects: Sequence[ConfigObject]) -> list[ConfigObject]:
    """Leave out the rows of call centers that are there as metadata as well."""
    in_full = {one.name for one in objects if one.kind == "callcenter" and one.document.form != "row"}
    return [one for one in objects if one.document.form != "row" or one.name not in in_full]


def snapshot_folder(folder: Path) -> Path:
    """Return where a snapshot is: it stands beside its place if the program was killed while it put another one there."""
    replaced = replaced_beside(folder)
    return replaced if not folder.exists() and replaced.is_dir() else folder


def why_none(folder: Path) -> str | None:
    """Return why no snapshot can be read from a folder, and what to do; None if one can."""
    place = snapshot_folder(folder)
    if not place.is_dir():
        return f"there is no snapshot '{folder.as_posix()}'; name a folder that 'wxcc-lint pull' wrote"
    try:
        data = read_file(place / HEADER)
    except OSError:
        if any(may_be_ours(path.name) for path in files_below(place)):
            return None  # retrieved files; nothing will be concluded from what is missing there
        return f"'{folder.as_posix()}' holds no snapshot; name a folder that 'wxcc-lint pull' wrote"
    why = why_unread(_json(HEADER, data).data)
    return why and f"the snapshot '{folder.as_posix()}' {why}"


def read_header(folder: Path) -> SnapshotHeader | None:
    """Return what a snapshot says of itself; None for a folder that is none, or whose header cannot be read."""
    try:
        data = read_file(snapshot_folder(folder) / HEADER)
    except OSError:
        return None
    document = _json(HEADER, data)
    return header_of(document.data) if isinstance(document.data, dict) else None


def _take_header(opened: Opened, source: str, document: Document) -> None:
    if not isinstance(document.data, dict):
        opened.uncovered += _broken(HEADER, document) or [Uncovered(HEADER, f"{document.name}: holds no object")]
        return
    if (why := why_unread(document.data)) is not None:
        opened.failures.append(f"{source}: {why}")
        return
    header = header_of(document.data)
    opened.may_be_empty = True
    opened.info = SourceInfo(
        source,
        org_name=header.org_name,
        org_id=header.org_id,
        datacenter=header.datacenter,
        sandbox=header.sandbox,
        read_at=header.read_at,
    )
    opened.uncovered += [Uncovered(*one) for one in header.uncovered]
    opened.uncovered += [
        Uncovered(ours, kind.reason or f"the snapshot calls it {kind.status}")
        for theirs, ours in _KINDS.items()
        if (kind := header.kinds.get(theirs)) is not None and not kind.is_complete
    ]


def _json(name: str, data: bytes) -> Document:
    return parse_json(name, data.decode("utf-8-sig", "replace"), "config")


def _broken(inside: str, document: Document) -> list[Uncovered]:
    """Tell that a file is no JSON, if it is not."""
    return [Uncovered(inside, told(document, fault)) for fault in document.faults]
