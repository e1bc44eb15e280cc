"""A snapshot of an org, as a source: `snapshot:DIR`, a folder with one file for each object.

    DIR/
      snapshot.json               what it is a snapshot of; may be absent
      …/<name>-<hash>.json        a layout: the API's object, `jsonFileContent` as an object or as a text
      …/<name>-<hash>.json        a call center: a row of the CallCenter object
      …/<InternalName>.callCenter-meta.xml    the same call center as the Metadata API has it, which says more

Folders and file names mean nothing: the content tells what a file is. Other objects of the org are passed over.
`snapshot.json` holds `orgName, orgId, datacenter, sandbox, readAt` as reports print them, and `uncovered`, a list of
`{"document", "reason"}`: the title of an object, or a kind (`layout`, `callcenter`) of which nothing could be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from wxcc_lint.diff.objects import ConfigObject, SourceInfo, Uncovered
from wxcc_lint.discover import Candidate, display_name, read_failure
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.limits import MAX_BYTES
from wxcc_lint.documents.model import Document
from wxcc_lint.sources.entries import Entry, Opened, failed, kind_of, may_be_ours, told

_HEADER: Final = "snapshot.json"


def open_snapshot(operand: str, cwd: Path) -> Opened:
    """Open the folder of a snapshot. All of it is ours: what cannot be read is uncovered, whatever it may be."""
    folder = cwd / operand
    if not operand or not folder.is_dir():
        return failed(f"snapshot:{operand}: there is no such folder")
    opened = Opened()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and may_be_ours(path.name)):
        name, inside = display_name(path, cwd), display_name(path, folder)
        try:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except OSError as error:
            opened.uncovered.append(Uncovered(inside, read_failure(Candidate(path, name, named=False), error)))
            continue
        if inside == _HEADER:
            _read_header(opened, f"snapshot:{operand}", _json(name, data))
        elif kind_of(data) is not None:
            opened.entries.append(Entry(name, inside, data))
        elif path.suffix.lower() == ".json":
            opened.uncovered += _broken(inside, _json(name, data))
    return opened


def best_of_each(objects: Sequence[ConfigObject]) -> list[ConfigObject]:
    """Leave out the rows of call centers that are there as metadata as well."""
    in_full = {one.name for one in objects if one.kind == "callcenter" and one.document.form != "row"}
    return [one for one in objects if one.document.form != "row" or one.name not in in_full]


def _read_header(opened: Opened, source: str, document: Document) -> None:
    header = document.data
    if not isinstance(header, dict):
        opened.uncovered += _broken(_HEADER, document) or [Uncovered(_HEADER, f"{document.name}: holds no object")]
        return
    opened.may_be_empty = True
    sandbox = header.get("sandbox")
    opened.info = SourceInfo(
        source,
        org_name=_word(header.get("orgName")),
        org_id=_word(header.get("orgId")),
        datacenter=_word(header.get("datacenter")),
        sandbox=sandbox if isinstance(sandbox, bool) else None,
        read_at=_word(header.get("readAt")),
    )
    listed = header.get("uncovered")
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            reason = _word(one.get("reason")) or "the snapshot does not hold it"
            opened.uncovered.append(Uncovered(_word(one.get("document")) or "?", reason))


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _json(name: str, data: bytes) -> Document:
    return parse_json(name, data.decode("utf-8-sig", "replace"), "config")


def _broken(inside: str, document: Document) -> list[Uncovered]:
    """Tell that a file is no JSON, if it is not."""
    return [Uncovered(inside, told(document, fault)) for fault in document.faults]
