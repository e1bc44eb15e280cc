"""From the files of a snapshot to what rules look at: documents of every kind, objects, and facts about the org.

A path in a snapshot says what a file is: `webex/team/…json` is a team, `salesforce/org/…json` is what is no component,
`snapshot.json` tells of the org, and all else below `salesforce/` is a component or a row of the CallCenter object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import replace

from wxcc_lint.documents.callcenter_row import may_hold_rows, parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.org import OrgFacts
from wxcc_lint.documents.org_objects import OrgObject
from wxcc_lint.documents.salesforce import is_apex
from wxcc_lint.documents.salesforce_view import SalesforceComponent

_HEADER: Final = "snapshot.json"
_COUNTED: Final = ("users-by-team", "agent-profiles-by-team")
"""Kinds of Webex that are no objects."""


class OrgFile(Struct, frozen=True):
    """A file of a snapshot: where it stands in it, what reports call it, and its bytes."""

    path: str
    name: str
    data: bytes


class OrgParts(Struct):
    """What the files of a snapshot hold. `titles` are the names in reports of documents, by their ids: `layout:Agents`.

    `documents` are the call centers, layouts and components; those with faults are among them.
    """

    documents: list[Document] = field(default_factory=list)
    objects: list[OrgObject] = field(default_factory=list)
    titles: dict[int, str] = field(default_factory=dict)
    facts: OrgFacts = field(default_factory=OrgFacts)
    held: list[Document] = field(default_factory=list)
    """All documents, so that no id of one that is gone is given away again."""


def read_parts(files: Iterable[OrgFile], sizes: SizeLimits = DEFAULT_SIZES) -> OrgParts:
    """Parse the files of a snapshot; never raises. What nobody knows is passed over."""
    parts = OrgParts()
    counts: dict[str, tuple[Document, Any]] = {}
    header: Mapping[str, Any] = {}
    for one in files:
        system, _, rest = one.path.partition("/")
        kind = rest.partition("/")[0]
        if one.path == _HEADER:
            header = _object(_json(one).data)
        elif system == "webex" and kind in _COUNTED:
            counts[kind] = _counted(parts, one, kind)
        elif system == "webex" and "/" in rest and one.path.endswith(".json"):
            _read_webex(parts, one, kind)
        elif rest.startswith("org/"):
            name = rest.removeprefix("org/").removesuffix(".json")
            counts[name] = _counted(parts, one, name)
        elif system == "salesforce":
            _read_salesforce(parts, one, sizes)
    parts.facts = _facts(header, counts)
    _drop_rows(parts)
    return parts


def _read_webex(parts: OrgParts, one: OrgFile, kind: str) -> None:
    document = _layout(one) if kind == "desktop-layout" else _json(one)
    wrapper = document if document.data is not None else _json(one)
    data = _object(wrapper.data)
    name = data.get("name") or data.get("dialledNumber") or PurePosixPath(one.path).stem
    shown = name if isinstance(name, str) else PurePosixPath(one.path).stem
    if kind == "desktop-layout":
        parts.documents.append(document)
        _title(parts, f"layout:{shown}", document, wrapper)
    else:
        _title(parts, f"{kind}:{shown}", wrapper)
    parts.objects.append(OrgObject(kind, wrapper, data))


def _read_salesforce(parts: OrgParts, one: OrgFile, sizes: SizeLimits) -> None:
    for document in _components(one, sizes):
        parts.documents.append(document)
        if document.kind == "callcenter":
            name = CallCenter(document).internal_name if document.data is not None else None
            _title(parts, f"callcenter:{name or PurePosixPath(one.path).stem}", document)
        elif document.data is None:
            _title(parts, PurePosixPath(one.path).name, document)
        else:
            view = SalesforceComponent(document)
            name = PurePosixPath(one.path).stem if is_apex(one.name) else view.name
            _title(parts, f"{view.type}:{name}", document)


def _components(one: OrgFile, sizes: SizeLimits) -> Iterator[Document]:
    if may_hold_rows(one.data) and one.path.endswith(".json"):
        text, fault = decode(one.data)
        yield from () if fault else parse_rows(one.name, text).documents
        return
    document = load(one.name, one.data, sizes)
    if document is not None:
        yield document


def _drop_rows(parts: OrgParts) -> None:
    """Leave out the rows of call centers that are there as metadata as well: the metadata say more."""
    views = [CallCenter(one) for one in parts.documents if one.kind == "callcenter" and one.data is not None]
    in_full = {view.internal_name for view in views if view.form != "row"}
    twice = {id(view.document) for view in views if view.form == "row" and view.internal_name in in_full}
    parts.documents[:] = [one for one in parts.documents if id(one) not in twice]


def _counted(parts: OrgParts, one: OrgFile, name: str) -> tuple[Document, Any]:
    document = _json(one)
    _title(parts, name, document)
    return document, document.data


def _title(parts: OrgParts, title: str, *documents: Document) -> None:
    for document in documents:
        parts.titles[id(document)] = title
        parts.held.append(document)


def _facts(header: Mapping[str, Any], counts: Mapping[str, tuple[Document, Any]]) -> OrgFacts:
    kinds = {}
    for name, said in _object(header.get("kinds")).items():
        status = _object(said).get("status")
        _, _, kind = name.partition("/")
        kinds[kind.removeprefix("org/")] = status if isinstance(status, str) else "?"
    salesforce = _object(header.get("salesforce"))
    datacenter = header.get("datacenter")
    return OrgFacts(
        kinds,
        counts,
        datacenter if isinstance(datacenter, str) else None,
        {"webex": _flag(header.get("sandbox")), "salesforce": _flag(salesforce.get("sandbox"))},
    )


def _layout(one: OrgFile) -> Document:
    text, fault = decode(one.data)
    document = parse_layout(one.name, text)
    return replace(document, faults=(fault,), data=None) if fault else document


def _json(one: OrgFile) -> Document:
    return parse_json(one.name, decode(one.data)[0], "config")


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
