"""Salesforce components: what stands at a place is what the element says, every address is its own; Apex is read whatever it is."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_addresses, assert_one_fault, inside, value_at
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.load import load, parse
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.salesforce import APEX, PROJECT
from wxcc_lint.documents.salesforce_apex import ApexClass, ApexWord, apex_class
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.documents.xml_text import decode_xml

LONGEST = 4_096
WORDS = (
    *b"< > / & ; \" ' &amp; &#65; <![CDATA[ ]]> <!-- --> <?xml ?> <field>a</field> <fieldPermissions> </fieldPermissions> "
    b"<values> <value> <label/> <fullName> </Profile> <CustomLabels xmlns='http://soap.sforce.com/2006/04/metadata'> <a> </a> "
    b"xsi:nil='true' { } ( ) [ ] ; , . = @ // /* */ ''' \\ \\' class public static webservice with sharing extends "
    b"implements @AuraEnabled(a=1) select from SELECT FROM where :a void String \xc3\xa9 \xc4\xb0 \xe2\x84\xaa \r \x00 \x1c \xe2\x80\xa8".split(
        b" "
    ),
    b"\n",
)
ENDINGS = ("-meta.xml", ".cls", ".profile", ".permissionset", "sfdx-project.json", "package.xml")


def seeds() -> Iterator[bytes]:
    yield from files(*ENDINGS)
    yield b'<Profile xmlns="http://soap.sforce.com/2006/04/metadata"><description>a &amp; <![CDATA[<b>]]>&#65;</description></Profile>'
    yield b"@IsTest global with sharing class A extends B { @A(x=1) public static List<A> f(String a) { return [SELECT Id FROM A WHERE b = :a[0]]; } Integer x = 1; }"
    yield b"public class A { // '\n String s = 'it\\'s'; /* } */ webservice static void g() {} }"


def check(data: bytes) -> None:
    load("a.xml", data)
    name = "a.profile-meta.xml" if data[:1] in {b"<", b"{", b"\xef"} else "a.cls"
    document = parse(name, data, "salesforce")
    if document.faults:
        is_encoding = document.faults[0].rule == "meta/encoding"
        assert document.data is None
        assert inside(document.faults[0].span, document.text.text) or (is_encoding and not data)
        if not is_encoding:
            assert_one_fault(document)
    elif document.form == APEX:
        _assert_apex(document)
    else:
        _assert_component(document)


def _assert_component(document: Document) -> None:
    text = document.text.text
    assert_addresses(document)
    assert document.decode_value is not None
    for path in json_paths(document.data):
        span, value = Place(document, path).span, value_at(document.data, path)
        assert inside(span, text)
        if isinstance(value, str) and document.form != PROJECT:
            assert decode_xml(text[span.start : span.end])[0] == value
    if document.form == PROJECT:
        assert parse_json("a.json", text, "salesforce").data == document.data


def _assert_apex(document: Document) -> None:
    found = apex_class(SalesforceComponent(document))
    if found is None:
        return
    text = document.text.text
    for word in _words(found):
        span = word.at.span
        assert inside(span, text)
        assert word.text in {"", " ".join(text[span.start : span.end].split())}
    for modifiers in (found.modifiers, *(method.modifiers for method in found.methods)):
        for word, place in modifiers.items():
            assert text[place.span.start : place.span.end].casefold() == word


def _words(found: ApexClass) -> Iterator[ApexWord]:
    yield found.name
    for method in found.methods:
        yield from (method.name, method.returns, method.parameters)
        for query in method.queries:
            yield from query.words
