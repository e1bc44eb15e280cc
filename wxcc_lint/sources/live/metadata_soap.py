"""The two reading calls of the Metadata API: what is sent, and what is made of the answers.

Answers are XML from outside: a document type is refused, no entity is filled in, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.salesforce_metadata import component_file, xml_text

SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
XSD: Final = "http://www.w3.org/2001/XMLSchema"
_AT_ONCE: Final = {"CustomMetadata": 200, "CustomApplication": 200}
_AT_ONCE_ELSE: Final = 10
_VALUE: Final = f"{{{NAMESPACE}}}value"


def read_at_once(type_: str) -> int:
    """Return how many components of a type one call reads."""
    return _AT_ONCE.get(type_, _AT_ONCE_ELSE)


def read_envelope(session_id: str, type_: str, names: Sequence[str]) -> bytes:
    """Return the request for components by their full names; it holds the session's secret."""
    return _envelope(session_id, "readMetadata", [("type", type_), *(("fullNames", name) for name in names)])


def list_envelope(session_id: str, type_: str, api_version: str) -> bytes:
    """Return the request for what there is of a type; it holds the session's secret."""
    from lxml import etree

    queries = etree.Element(f"{{{NAMESPACE}}}queries")
    etree.SubElement(queries, f"{{{NAMESPACE}}}type").text = type_
    return _envelope(session_id, "listMetadata", [("queries", queries), ("asOfVersion", api_version)])


def components_in(reply: bytes, type_: str) -> list[tuple[str, bytes]]:
    """Return full name and file of each component in an answer. Raises LiveError for an answer that is none.

    Names that the org does not know are answered by records without a name, which are left out.
    """
    found = []
    for record in _results(reply, "readMetadata").iterfind(f"{{{NAMESPACE}}}result/{{{NAMESPACE}}}records"):
        name = record.findtext(f"{{{NAMESPACE}}}fullName")
        if name:
            found.append((name, _file(record, type_)))
    return found


def properties_in(reply: bytes) -> list[dict[str, Any]]:
    """Return what an answer tells of each component, text by name. Raises LiveError for an answer that is none."""
    from lxml import etree

    results = _results(reply, "listMetadata").iterfind(f"{{{NAMESPACE}}}result")
    return [{etree.QName(one).localname: one.text or "" for one in result} for result in results]


def _envelope(session_id: str, operation: str, parts: Sequence[tuple[str, Any]]) -> bytes:
    from lxml import etree

    root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soapenv": SOAP, None: NAMESPACE})
    session = etree.SubElement(etree.SubElement(root, f"{{{SOAP}}}Header"), f"{{{NAMESPACE}}}SessionHeader")
    etree.SubElement(session, f"{{{NAMESPACE}}}sessionId").text = session_id
    call = etree.SubElement(etree.SubElement(root, f"{{{SOAP}}}Body"), f"{{{NAMESPACE}}}{operation}")
    for name, part in parts:
        if isinstance(part, str):
            etree.SubElement(call, f"{{{NAMESPACE}}}{name}").text = xml_text(part)
        else:
            call.append(part)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _results(reply: bytes, operation: str) -> Any:
    """Return the element that holds the results of a call."""
    root = _parsed(reply)
    found = None if root is None else root.find(f"{{{SOAP}}}Body/{{{NAMESPACE}}}{operation}Response")
    if found is None:
        raise LiveError("broken", f"the Metadata API answers {operation} with something else than its result")
    return found


def _parsed(reply: bytes) -> Any:
    """Return the root of an answer, None if it is no XML or has a document type, which no answer needs."""
    from lxml import etree

    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        root = etree.fromstring(reply, etree.XMLParser(remove_comments=True, remove_pis=True, **safe))
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root.getroottree().docinfo.doctype else root


def _file(record: Any, type_: str) -> bytes:
    """Return a record as a file of its own: under its type's name, without its full name, which the file's name has.

    What is nil is absent in files, but for values: of custom metadata they are marked as nil, all others are empty.
    """
    from lxml import etree

    is_typed = type_ == "CustomMetadata"
    spaces: dict[str | None, str] = {None: NAMESPACE}
    if is_typed:
        spaces |= {"xsi": XSI, "xsd": XSD}
    root = etree.Element(f"{{{NAMESPACE}}}{type_}", nsmap=spaces)
    for child in record:
        if child.tag != f"{{{NAMESPACE}}}fullName" and (child.tag == _VALUE or not _is_nil(child)):
            root.append(_copied(child, is_typed))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xsi", "xsd"] if is_typed else [])
    return component_file(root).encode()


def _is_nil(element: Any) -> bool:
    return element.get(f"{{{XSI}}}nil") in {"true", "1"}


def _copied(element: Any, is_typed: bool) -> Any:
    """Return an element without what is nil in it; attributes are those of custom metadata alone."""
    from lxml import etree

    copy = etree.Element(element.tag)
    copy.text = None if len(element) else element.text
    if is_typed and _is_nil(element):
        copy.set(f"{{{XSI}}}nil", "true")
    elif is_typed and element.get(f"{{{XSI}}}type"):
        copy.set(f"{{{XSI}}}type", f"xsd:{element.get(f'{{{XSI}}}type').rpartition(':')[2]}")
    copy.extend(_copied(one, is_typed) for one in element if one.tag == _VALUE or not _is_nil(one))
    return copy
