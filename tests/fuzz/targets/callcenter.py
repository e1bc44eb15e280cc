"""Call centers: lxml and expat judge what is XML, and lxml what it says; all that has a place says there what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate

from lxml import etree

from tests.attributes import said_by_attribute
from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_one_fault, inside, value_at
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_row import parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.xml import Element, XmlText, parse_xml
from wxcc_lint.documents.xml_text import decode_xml

LONGEST = 4_096
WORDS = tuple(
    b"< > / & ; = \" ' &amp; &lt; &quot; &#65; &#x1F600; &#0; &nbsp; <![CDATA[ ]]> <!-- --> <? ?> <?xml <!DOCTYPE <x/> "
    b'</item> </section> </callCenter> <item name="a"> <section> <sections> <items> <value> <name> <label> sortOrder="1" '
    b'name="reqInternalName" xmlns:a="b" a:b encoding="latin-1" [{" "}] {"a":"b"} \\u0041 \\" \xc3\xa9 \xf0\x9f\x98\x80 '
    b"\xe9 \xef\xbb\xbf \xef\xbf\xbe \r \x00 \x85".split(b" ")
)


def seeds() -> Iterator[bytes]:
    yield from files(".xml", ".callcenter")
    yield from (data for data in files(".json") if b'"InternalName"' in data)
    yield b"<a:callCenter xmlns:a='b'><section name='s'\n><item name='i' label = \"&lt;\t\">[{<![CDATA[\"a\":]]> &#34;\xc3\xa9\\\"&quot;}]</item></section></a:callCenter>"
    yield b'{"records": [{"InternalName": "a", "Version": 4, "CustomSettings": "{\\"reqX\\": \\"\\\\u0041\\"}"}]}'


def check(data: bytes) -> None:
    if data[:1] in {b"{", b"["}:
        for row in parse_rows("a.json", data.decode("utf-8", "surrogateescape")).documents:
            _assert_places(row)
            _assert_row(row)
        return
    document = parse("a.xml", data, "callcenter")
    if document.faults:
        assert_one_fault(document)
        if document.faults[0].rule == "meta/syntax":
            assert not _is_well_formed(document.text.text)
        return
    assert _is_well_formed(document.text.text)
    _assert_as_lxml(document.text.text)
    _assert_places(document)
    for item in CallCenter(document).items():
        _assert_item(item)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def _is_well_formed(text: str) -> bool:
    data = text.encode("utf-8", "surrogatepass")
    try:
        etree.fromstring(data, _parser())
        ParserCreate("utf-8").Parse(data, True)
    except (etree.XMLSyntaxError, ExpatError):
        return False
    return True


def _assert_as_lxml(text: str) -> None:
    source = parse_xml(text)
    assert isinstance(source, XmlText)
    ours = list(_elements(source.root))
    for theirs, element, spans in zip(
        etree.fromstring(text.encode(), _parser()).iter(), ours, source.layout.elements, strict=True
    ):
        name = etree.QName(theirs)
        assert (element.name, element.namespace) == (name.localname, name.namespace or "")
        assert element.text == (theirs.text or "") + "".join(child.tail or "" for child in theirs)
        attributes = {key: value for key, value in theirs.items() if not key.startswith("{")}
        assert element.attributes == attributes
        assert text[spans.name.start : spans.name.end].rpartition(":")[2] == name.localname
        assert text[spans.whole.start] + text[spans.whole.end - 1] == "<>"
        assert decode_xml(text[spans.content.start : spans.content.end])[0] == element.text
        for key, value in attributes.items():
            at = spans.attributes[key].value
            assert said_by_attribute(text[at.start : at.end]) == value
    for comment in source.comments(closed=set()):
        assert text[comment.span.start : comment.span.end] == f"<!--{comment.text}-->"


def _elements(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _elements(child)


def _assert_places(document: Document) -> None:
    text = document.text.text
    if document.faults:
        assert_one_fault(document)
        return
    for node in document.spans.values():
        assert inside(node.value, text)
        assert node.key is None or inside(node.key, text)
    for repeat in document.duplicates:
        assert inside(repeat.first, text)
        assert repeat.first.start < repeat.again.start, "the first one comes first"


def _assert_row(row: Document) -> None:
    """A text in JSON, or in JSON that is a text itself, is what the item says."""
    for item in CallCenter(row).items() if not row.faults else ():
        span = Place(row, item.path).span
        raw = row.text.text[span.start : span.end]
        if raw.startswith(('"', '\\"')):
            assert row.decode_value is not None
            assert row.decode_value(raw)[0] == item.text


def _assert_item(item: Item) -> None:
    text = item.document.text.text
    span = Place(item.document, item.path).span
    assert decode_xml(text[span.start : span.end])[0] == item.text
    if not item.value:
        return
    embedded = item.json()
    if embedded.faults:
        assert_one_fault(embedded)
    places = [embedded.to_root(fault.span) for fault in embedded.faults]
    for path in json_paths(embedded.data) if not embedded.faults else ():
        at = Place(embedded, path).span
        places.append(at)
        raw = text[at.start : at.end]
        if "<" not in raw and "]]>" not in raw:  # else it is cut out of the midst of a CDATA section
            assert repr(json.loads(decode_xml(raw)[0])) == repr(value_at(embedded.data, path))
    assert all(span.start <= at.start <= at.end <= span.end for at in places)
