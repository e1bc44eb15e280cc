"""What is sent to the Metadata API, and what is made of its answers; the WSDL of the vendor says what is right."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
from lxml import etree

from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.metadata_soap import (
    components_in,
    list_envelope,
    properties_in,
    read_at_once,
    read_envelope,
)

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
METADATA = "http://soap.sforce.com/2006/04/metadata"
SESSION = "00D000000000001!session & <secret>"


XSD = "{http://www.w3.org/2001/XMLSchema}"
SENT = {"SessionHeader", "readMetadata", "listMetadata", "ListMetadataQuery"}


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of what is sent, cut out of that of everything."""
    wsdl = etree.parse(files("simple_salesforce") / "metadata.wsdl")
    whole = etree.fromstring(etree.tostring(wsdl.find(f".//{XSD}schema")))
    for one in list(whole):
        if one.get("name") not in SENT and one.tag in {f"{XSD}element", f"{XSD}complexType"}:
            whole.remove(one)
    return etree.XMLSchema(whole)


def answer(operation: str, inner: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<soapenv:Envelope xmlns:soapenv="{SOAP}" xmlns="{METADATA}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:x="http://www.w3.org/2001/XMLSchema">'
        f"<soapenv:Body><{operation}Response>{inner}</{operation}Response></soapenv:Body></soapenv:Envelope>"
    ).encode()


@pytest.mark.parametrize(
    ("envelope", "call"),
    [
        (read_envelope(SESSION, "CallCenter", ["A & B", "C"]), "readMetadata"),
        (list_envelope(SESSION, "CustomMetadata", "63.0"), "listMetadata"),
    ],
)
def test_requests_are_what_the_wsdl_describes(envelope: bytes, call: str) -> None:
    root = etree.fromstring(envelope)
    (header,), (body,) = (root.find(f"{{{SOAP}}}{name}") for name in ("Header", "Body"))
    assert (root.tag, header.tag, body.tag) == (
        f"{{{SOAP}}}Envelope",
        f"{{{METADATA}}}SessionHeader",
        f"{{{METADATA}}}{call}",
    )
    for part in (header, body):
        schema().assertValid(etree.fromstring(etree.tostring(part)))
    assert header.findtext(f"{{{METADATA}}}sessionId") == SESSION


def test_a_request_names_the_type_and_all_names() -> None:
    root = etree.fromstring(read_envelope(SESSION, "CallCenter", ["A & B", "C"]))
    assert [one.text for one in root.find(f"{{{SOAP}}}Body")[0]] == ["CallCenter", "A & B", "C"]


def test_one_call_reads_as_much_as_the_api_takes() -> None:
    assert [read_at_once(one) for one in ("CallCenter", "Profile", "CustomMetadata")] == [10, 10, 200]


CALL_CENTER = """<result><records xsi:type="CallCenter"><fullName>Acme</fullName><adapterUrl>https://desktop.example.com/
</adapterUrl><customSettings xsi:nil="true"/><displayName>Acme &amp; Söhne</displayName><displayNameLabel>Name</displayNameLabel>
<internalNameLabel>Internal</internalNameLabel><sections><items><label>Blank</label><name>a</name><value xsi:nil="true"/></items>
<items><label>Space</label><name>b</name><value> </value></items><label>L</label><name>S</name></sections></records></result>"""


def test_a_record_becomes_the_file_that_a_retrieve_brings() -> None:
    ((name, data),) = components_in(answer("readMetadata", CALL_CENTER), "CallCenter")
    assert name == "Acme"
    assert data.decode() == (
        """<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl>https://desktop.example.com/
</adapterUrl>
    <displayName>Acme &amp; Söhne</displayName>
    <displayNameLabel>Name</displayNameLabel>
    <internalNameLabel>Internal</internalNameLabel>
    <sections>
        <items>
            <label>Blank</label>
            <name>a</name>
            <value/>
        </items>
        <items>
            <label>Space</label>
            <name>b</name>
            <value> </value>
        </items>
        <label>L</label>
        <name>S</name>
    </sections>
</CallCenter>
"""
    )


def test_values_of_custom_metadata_keep_their_types_whatever_the_prefix_in_the_answer() -> None:
    records = (
        '<result><records xsi:type="CustomMetadata"><fullName>ciscocjs__Recording.Playback</fullName><label>Playback</label>'
        '<values><field>ciscocjs__Region__c</field><value xsi:type="x:string">EU1</value></values>'
        '<values><field>ciscocjs__Url__c</field><value xsi:nil="true"/></values></records></result>'
    )
    ((_, data),) = components_in(answer("readMetadata", records), "CustomMetadata")
    assert data.decode() == (
        """<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" """
        """xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>Playback</label>
    <values>
        <field>ciscocjs__Region__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
    <values>
        <field>ciscocjs__Url__c</field>
        <value xsi:nil="true"/>
    </values>
</CustomMetadata>
"""
    )
    assert parse_component("x.md-meta.xml", data.decode()).form == "CustomMetadata"


def test_records_of_names_that_the_org_does_not_know_are_left_out() -> None:
    records = '<result><records xsi:nil="true"/><records xsi:type="CallCenter"><displayName/></records></result>'
    assert components_in(answer("readMetadata", records), "CallCenter") == []
    assert components_in(answer("readMetadata", "<result/>"), "CallCenter") == []


def test_lists_are_told_by_name() -> None:
    results = "<result><fullName>ciscocjs__A.B</fullName><id/></result><result><fullName>C.D</fullName></result>"
    assert properties_in(answer("listMetadata", results)) == [
        {"fullName": "ciscocjs__A.B", "id": ""},
        {"fullName": "C.D"},
    ]
    assert properties_in(answer("listMetadata", "")) == []


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"<html>sign in</html>",
        b'{"records": []}',
        answer("readMetadata", CALL_CENTER)[:-40],
        answer("listMetadata", ""),
        answer("readMetadata", CALL_CENTER).replace(
            b"<soapenv:Envelope", b'<!DOCTYPE x [<!ENTITY e "x">]><soapenv:Envelope'
        ),
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_answer_is_told_and_nothing_is_read(reply: bytes) -> None:
    with pytest.raises(LiveError) as raised:
        components_in(reply, "CallCenter")
    assert (raised.value.cause, raised.value.sentence) == (
        "broken",
        "the Metadata API answers readMetadata with something else than its result",
    )


def test_no_entity_is_filled_in(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    reply = answer("readMetadata", CALL_CENTER.replace("Acme &amp;", "&e;")).replace(
        b"<soapenv:Envelope", declared.encode() + b"<soapenv:Envelope"
    )
    with pytest.raises(LiveError):
        components_in(reply, "CallCenter")
