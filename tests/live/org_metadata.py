"""The Metadata API of the test org: two calls, asked and answered as its WSDL says, which `simple-salesforce` ships."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

METADATA = "http://soap.sforce.com/2006/04/metadata"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of all that the calls and their answers hold."""
    wsdl = etree.parse(files("simple_salesforce") / "metadata.wsdl")
    alone = etree.tostring(wsdl.find(".//{http://www.w3.org/2001/XMLSchema}schema"))
    return etree.XMLSchema(etree.fromstring(alone))


def faults(element: Any) -> list[str]:
    """Return where a call or an answer differs from the WSDL."""
    alone = etree.fromstring(etree.tostring(element))
    return [] if schema().validate(alone) else [f"Metadata API: {one.message}" for one in schema().error_log]


def answer(request: str, token: str, metadata: dict[str, dict[str, bytes]]) -> tuple[int, bytes, list[str]]:
    """Return status and body of the answer to a call, and what did not fit the WSDL on the way."""
    envelope = etree.fromstring(request.encode())
    call = envelope.find(f"{{{SOAP}}}Body")[0]
    if envelope.findtext(f".//{{{METADATA}}}sessionId") != token:
        return 500, _fault("INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader"), []
    found = faults(call)
    operation = etree.QName(call).localname
    body = _made(f"{operation}Response")
    if operation == "readMetadata":
        type_ = call.findtext(f"{{{METADATA}}}type")
        names = [one.text for one in call.iterfind(f"{{{METADATA}}}fullNames")]
        result = etree.SubElement(body, f"{{{METADATA}}}result")
        for name in names:
            result.append(_record(type_, name, metadata.get(type_, {}).get(name)))
    elif operation == "listMetadata":
        for query in call.iterfind(f"{{{METADATA}}}queries"):
            type_ = query.findtext(f"{{{METADATA}}}type")
            for place, name in enumerate(metadata.get(type_, {})):
                body.append(_properties(type_, name, place))
    else:
        return 500, _fault("INVALID_OPERATION", operation), [*found, f"{operation} is not a call that only reads"]
    return 200, _envelope(body), found + faults(body)


def _record(type_: str, name: str, file: bytes | None) -> Any:
    """Return a component; one that does not exist is answered by a record that says nothing."""
    record = _made("records")
    if file is None:
        record.set(f"{{{XSI}}}nil", "true")
        return record
    root = etree.fromstring(file, etree.XMLParser(remove_blank_text=True))
    record.set(f"{{{XSI}}}type", etree.QName(root).localname)
    etree.SubElement(record, f"{{{METADATA}}}fullName").text = name
    record.extend(root)
    return record


def _properties(type_: str, name: str, place: int) -> Any:
    result = _made("result")
    said = {
        "createdById": "0055g00000Usr00AAA",
        "createdByName": "Priya Nair",
        "createdDate": "2026-08-01T08:00:00.000Z",
        "fileName": f"{type_}/{name}",
        "fullName": name,
        "id": f"0Xx5g00000Comp{place}AAA",
        "lastModifiedById": "0055g00000Usr00AAA",
        "lastModifiedByName": "Priya Nair",
        "lastModifiedDate": "2026-09-01T08:00:00.000Z",
        "type": type_,
    }
    for key, text in said.items():
        etree.SubElement(result, f"{{{METADATA}}}{key}").text = text
    return result


def _made(name: str) -> Any:
    return etree.Element(
        f"{{{METADATA}}}{name}", nsmap={None: METADATA, "xsi": XSI, "xsd": "http://www.w3.org/2001/XMLSchema"}
    )


def _envelope(inner: Any) -> bytes:
    root = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soapenv": SOAP})
    etree.SubElement(root, f"{{{SOAP}}}Body").append(inner)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _fault(code: str, words: str) -> bytes:
    fault = etree.Element(f"{{{SOAP}}}Fault")
    etree.SubElement(fault, "faultcode").text = f"sf:{code}"
    etree.SubElement(fault, "faultstring").text = f"{code}: {words}"
    return _envelope(fault)
