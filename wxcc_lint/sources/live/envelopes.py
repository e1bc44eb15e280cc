"""SOAP envelopes, ours and theirs: what is asked in one, and what went wrong."""

from __future__ import annotations

from typing import Final

from wxcc_lint.documents.xml import Element, XmlText, parse_xml

_SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"


def soap_body(envelope: bytes) -> tuple[Element, ...]:
    """Return what the body of an envelope holds: nothing if this is none."""
    document = parse_xml(envelope.decode("utf-8-sig", "replace").lstrip())
    if not isinstance(document, XmlText) or (document.root.namespace, document.root.name) != (_SOAP, "Envelope"):
        return ()
    bodies = [one for one in document.root.children if (one.namespace, one.name) == (_SOAP, "Body")]
    return tuple(inner for body in bodies for inner in body.children)
