"""XML texts: what is read, what is refused and in which words, and how text is written and read back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from wxcc_lint.documents.limits import MAX_DEPTH, MAX_TAG
from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.xml import Element, XmlText, parse_xml
from wxcc_lint.documents.xml_text import decode_xml, encode_xml_attribute, encode_xml_text
from wxcc_lint.spans import Span


def wrapped(content: str) -> str:
    return f'<callCenter><section name="s"><item name="i">{content}</item></section></callCenter>'


def refused(text: str) -> Fault:
    fault = parse_xml(text)
    assert isinstance(fault, Fault)
    return fault


def accepted(text: str) -> XmlText:
    parsed = parse_xml(text)
    assert isinstance(parsed, XmlText)
    return parsed


def under(text: str, span: Span) -> str:
    return text[span.start : span.end]


def elements(element: Element) -> list[Element]:
    return [element, *(inner for child in element.children for inner in elements(child))]


SLIPS = {
    "ampersand in a text": (wrapped("Sales & Service"), "&", "an '&' stands here by itself", "&amp;"),
    "ampersand in an address": (wrapped("https://x.example/?a=1&b=2"), "&", "an '&' stands here", "&amp;"),
    "reference without semicolon": (wrapped("a &lt b"), "&", "an '&' stands here", "&amp;"),
    "ampersand in an attribute": ('<a label="Q & A"/>', "&", "an '&' stands here", "&amp;"),
    "entity of web pages": (wrapped("Not&nbsp;Ready"), "&nbsp;", "'&nbsp;' means nothing in XML", "'&#160;'"),
    "entity of nobody": (wrapped("a&region;b"), "&region;", "'&region;' means nothing in XML", "&amp;"),
    "reference to no character": (wrapped("a&#0;b"), "&#0;", "a character that XML cannot hold", "delete"),
    "reference beyond all characters": (wrapped("&#x110000;"), "&#x110000;", "XML cannot hold", "delete"),
    "reference with endless digits": (wrapped(f"&#{'9' * 5000};"), f"&#{'9' * 5000};", "XML cannot hold", "delete"),
    "placeholder of several words": (
        wrapped("https://<your hosted domain>/softphone"),
        "<your hosted domain>",
        "'<your hosted domain>' is read as a tag",
        "'&lt;your hosted domain&gt;'",
    ),
    "placeholder of one word": (
        wrapped("<OutDialAniValue>"),
        "<OutDialAniValue>",
        "'<OutDialAniValue>' is read as a tag",
        "'&lt;OutDialAniValue&gt;'",
    ),
    "first of two placeholders": (wrapped("<host>/<path>"), "<host>", "'<host>' is read as a tag", "&lt;host&gt;"),
    "placeholder that is no name": (wrapped("<1st queue>"), "<1st queue>", "looks like a placeholder", "&lt;1st"),
    "empty angle brackets": (wrapped("<>"), "<>", "looks like a placeholder", "&lt;&gt;"),
    "less-than sign": (wrapped("a < b"), "<", "a '<' stands here that begins no tag", "&lt;"),
    "less-than sign before a letter": (wrapped('{"a":"<b"}'), "<", "a '<' stands here that begins no tag", "&lt;"),
    "less-than sign before a quote": (wrapped("<'item x='1'>"), "<", "a '<' stands here that begins no tag", "&lt;"),
    "less-than sign in an attribute": ('<a label="a < b"/>', "<", "a '<' stands in the value of 'label'", "&lt;"),
    "placeholder in an attribute": ('<a label="<host>"/>', "<", "a '<' stands in the value of 'label'", "&lt;"),
    "merge conflict": (
        "<callCenter>\n<<<<<<< HEAD\n<a/>\n=======\n<b/>\n>>>>>>> other\n</callCenter>",
        "<<<<<<< HEAD",
        "merge conflict",
        ">>>>>>>",
    ),
    "merge conflict first": ("<<<<<<< HEAD\n<a/>\n", "<<<<<<< HEAD", "merge conflict", "======="),
    "merge conflict behind the root": ("<a/>\n>>>>>>> other\n", ">>>>>>> other", "merge conflict", "======="),
    "closing tag of another name": (
        wrapped("x").replace("</item>", "</itm>"),
        "</itm>",
        "'</itm>' stands where '</item>' should close '<item>'",
        "'</item>'",
    ),
    "closing tag in another case": (
        "<callCenter></CallCenter>",
        "</CallCenter>",
        "'</CallCenter>' stands where '</callCenter>' should close '<callCenter>'",
        "'</callCenter>'",
    ),
    "unclosed item": (
        '<callCenter><section><item name="i">x</section></callCenter><!-- </item> -->',
        '<item name="i">',
        "'<item>' is not closed before '</section>' comes",
        "'</item>'",
    ),
    "unclosed section among others": (
        '<callCenter><section name="a"><section name="b"></section></callCenter>',
        '<section name="a">',
        "'<section>' is not closed before '</callCenter>' comes",
        "'</section>'",
    ),
    "unclosed root": ("<callCenter><a/>", "<callCenter>", "'<callCenter>' is not closed before the text ends", "add"),
    "cut off within an item": (
        '<callCenter><section name="s"><item>x',
        "<item>",
        "'<item>' is not closed before the text ends",
        "'</item>'",
    ),
    "closing tag too many": ("<a></a></a>", "</a>", "'</a>' closes nothing", "delete"),
    "closing tag cut off": ("<a></a", "</a", "this closing tag is not complete", "'>'"),
    "opening tag cut off": ('<a>\n<item name="x"</item></a>', "<item", "the tag '<item' has no '>'", "add the '>'"),
    "opening tag at the end": ('<a><b name="x"', "<b", "the tag '<b' has no '>'", "add the '>'"),
    "value without quotes": ('<a sortOrder=0 name="x"/>', "0", "the value of 'sortOrder' is not in quotes", '"0"'),
    "value without quotes, last": ("<a b=c/>", "c", "the value of 'b' is not in quotes", 'b="c"'),
    "value in curly quotes": (
        "<item name=\u201cregion\u201d>x</item>",
        "\u201cregion\u201d",
        "the value of 'name' stands in curly quotes",
        "straight quotes",
    ),
    "attribute without value": ("<a><item name></item></a>", "name", "'name' has no value", 'name="…"'),
    "attribute with nothing behind its sign": (
        '<a><item name= label="x"/></a>',
        "name",
        "'name' has no value",
        "name=",
    ),
    "attribute that ends with its sign": ("<a><item name=></item></a>", "name", "'name' has no value", "name="),
    "value without closing quote": ('<a><item name="x>y</item></a>', '"x', "'name' has no closing quote", 'the "'),
    "quote too few": (
        '<item name="x label="y"/>',
        "y",
        "'y' follows directly upon a closing quote",
        "a quote is missing",
    ),
    "blank too few": ('<a b="1"c="2"/>', "c", "'c' follows directly upon a closing quote", "blank"),
    "repeated attribute": ('<a b="1" c="2" b="3"/>', "b", "'b' stands twice in one tag", "delete one"),
    "stray character in a tag": ('<a b="1" ;/>', ";", "';' has no place in the tag '<a'", "delete the ';'"),
    "Markdown fence before": ("```xml\n<a/>\n```\n", "```xml", "Markdown", "```xml"),
    "Markdown fence behind": ("<a/>\n```\n", "```", "Markdown", "```"),
    "JSON": ('{"callCenter": 1}', '{"callCenter": 1}', "looks like JSON; expected XML", "XML"),
    "words before": ("Here it is: <a/>", "Here it is:", "'Here it is:' stands before the first tag", "delete"),
    "words behind": ("<a/>\n end. ", "end.", "'end.' stands behind the last tag", "delete"),
    "second root": ("<a></a><b/>", "<b/>", "'<b>' begins behind the end of '<a>'", "file of its own"),
    "declaration behind a blank line": (
        '\n<?xml version="1.0"?><a/>',
        "<?xml",
        "the XML declaration does not stand at the very beginning",
        "before it",
    ),
    "declaration behind a comment": ('<!-- x --><?xml version="1.0"?><a/>', "<?xml", "very beginning", "before it"),
    "declaration without end": ('<?xml version="1.0"><a/>', "<?xml", "the XML declaration is not complete", "UTF-8"),
    "declaration without version": ('<?xml encoding="UTF-8"?><a/>', "<?xml", "is not complete", "version="),
    "byte order mark before it all": ('\ufeff<?xml version="1.0"?><a>&</a>', "&", "an '&' stands here", "&amp;"),
    "control character": (wrapped("a\x0bb"), "\x0b", "an invisible character", "delete"),
    "half of a pair": (wrapped("a\ud83db"), "\ud83d", "(U+D83D)", "delete"),
    "nothing": ("", "", "the text is empty", "restore"),
    "nothing but blanks": (" \n\t ", "", "the text is empty", "restore"),
    "nothing but a comment": ("<!-- x -->", "<!-- x -->", "the text has no tags", "XML"),
    "dashes in a comment": ("<a><!-- x -- y --></a>", "--", "'--' stands inside a comment", "single dash"),
    "dash at a comment's end": ("<a><!-- x ---></a>", "--", "'--' stands inside a comment", "single dash"),
    "comment without end": ("<a><!-- x </a>", "<!--", "this comment is never closed", "'-->'"),
    "CDATA without end": (wrapped("<![CDATA[x"), "<![CDATA[", "this CDATA section is never closed", "']]>'"),
    "end of CDATA alone": (wrapped("a]]>b"), "]]>", "']]>' stands here and ends nothing", "]]&gt;"),
    "prefix of no namespace": ("<x:a/>", "x:a", "the prefix 'x:' is not declared", "'x:'"),
    "prefix of an attribute": ('<a xsi:nil="true"/>', "xsi:nil", "the prefix 'xsi:' is not declared", "'xsi:'"),
    "what only the parser knows": ('<a xmlns:x=""/>', "/", "xmlns:x: Empty XML namespace is not allowed", "anew"),
    "letter that only one parser takes": (
        "<\u0370a/>",
        "\u0370",
        "the text cannot be read as XML from here on",
        "anew",
    ),
}


@pytest.mark.parametrize(("text", "token", "message", "help_"), SLIPS.values(), ids=SLIPS)
def test_each_slip_has_its_words_and_its_place(text: str, token: str, message: str, help_: str) -> None:
    fault = refused(text)
    assert fault.rule == "meta/syntax"
    assert message in fault.message
    assert under(text, fault.span) == token
    assert help_ in fault.help


def test_the_second_of_two_equal_attributes_is_marked() -> None:
    assert refused('<a b="1" b="2"/>').span == Span(9, 10)


def test_long_pieces_of_the_text_are_cut_in_messages() -> None:
    fault = refused(wrapped(f"<{'x ' * 500}>"))
    assert len(fault.message) < 130
    assert len(fault.help) < 200


@pytest.mark.parametrize(
    "prolog",
    [
        "",
        " \r\n\t",
        '<?xml version="1.0"?>\n',
        "<!-- a --><?p q?>\n<!-- <a> -->",
        "\ufeff",
        '\n<?xml version="1.0"?>',
    ],
)
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><a/>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        "<!doctype html><html/>",
        "<!DOCTYPE",
    ],
)
def test_a_doctype_is_refused_where_it_stands(prolog: str, doctype: str) -> None:
    text = prolog + doctype
    fault = refused(text)
    assert fault.rule == "meta/doctype"
    assert fault.span == Span(len(prolog), len(prolog) + len("<!DOCTYPE"))


@pytest.mark.parametrize(
    "text", ["<a><!-- <!DOCTYPE a> --></a>", "<!-- <!DOCTYPE a> --><a/>", "<a><![CDATA[<!DOCTYPE a>]]></a>"]
)
def test_the_word_alone_is_no_doctype(text: str) -> None:
    assert accepted(text).root.name == "a"


def test_a_doctype_inside_the_root_is_a_slip() -> None:
    assert refused("<a><!DOCTYPE b></a>").rule == "meta/syntax"


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert len(elements(accepted("<a>" * MAX_DEPTH + "</a>" * MAX_DEPTH).root)) == MAX_DEPTH


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 10_000])
def test_the_first_tag_that_goes_too_deep_is_marked(depth: int) -> None:
    fault = refused("<a>" * depth + "</a>" * depth)
    assert fault.rule == "meta/too-deep"
    assert fault.span == Span(3 * MAX_DEPTH, 3 * MAX_DEPTH + 3)


def test_only_tags_that_stay_open_count_as_nesting() -> None:
    inner = "<b/><c></c><!-- <d> --><![CDATA[<e>]]><?f <g>?><h i='>' j=\"/>\"></h>" * MAX_DEPTH
    assert len(accepted(f"<a>{inner}</a>").root.children) == 3 * MAX_DEPTH


BOMB = (
    "<!DOCTYPE a [<!ENTITY l0 'ha'>"
    + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><a>&l9;</a>"
)
FIVE_MILLION = {
    "angle brackets": "<" * 5_000_000,
    "ampersands": "&" * 5_000_000,
    "comment starts": "<!--" * 1_250_000,
    "CDATA starts": "<a>" + "<![CDATA[" * 550_000,
    "instruction starts": "<a>" + "<?" * 2_500_000,
    "tag starts": "<a>" + "<b " * 1_600_000,
    "open quotes": "<a>" + '<b c="' * 800_000,
    "angle brackets in an item": wrapped("<" * 5_000_000),
    "ampersands in an item": wrapped("&" * 5_000_000),
    "comment starts in an item": wrapped("<!--" * 1_250_000),
    "digits": wrapped("&#" + "1" * 5_000_000),
    "blanks in a tag": "<a " + " " * 5_000_000 + "<",
    "declaration without end": "<?xml " + " " * 5_000_000 + BOMB,
    "laughs": BOMB,
    "laughs behind a broken declaration": '<?xml version="1.0">' + BOMB,
    "laughs inside the root": "<a>" + BOMB + "</a>",
}


@pytest.mark.parametrize("text", FIVE_MILLION.values(), ids=FIVE_MILLION)
def test_hostile_texts_of_five_million_characters_are_refused(text: str) -> None:
    fault = refused(text)
    assert fault.span.start <= fault.span.end <= len(text)


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "Shift_JIS", "no-such-thing"])
def test_the_declared_encoding_of_a_decoded_text_does_not_matter(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a b="ü">日本</a>'
    parsed = accepted(text)
    assert parsed.root.text == "日本"
    assert under(text, parsed.layout.elements[0].content) == "日本"
    assert under(text, parsed.layout.elements[0].attributes["b"].value) == "ü"


def test_elements_have_local_names_and_their_own_text() -> None:
    root = accepted(
        '<x:a xmlns:x="urn:u" xmlns="urn:d" x:b="1" b="2" xml:space="preserve">p<c>q</c>r<!--s-->t</x:a>'
    ).root
    assert (root.name, root.namespace, root.text, dict(root.attributes)) == ("a", "urn:u", "prt", {"b": "2"})
    assert (root.children[0].name, root.children[0].namespace, root.children[0].text) == ("c", "urn:d", "q")


def test_spans_of_tags_attributes_and_contents() -> None:
    text = "é<!-- -->"[1:] + "<ä:r xmlns:ä='u'\n b = \"1>2\"  c='ö'>😀<d /><e></e ></ä:r >"
    root, d, e = accepted(text).layout.elements
    assert under(text, root.name) == "ä:r"
    assert under(text, root.content) == "😀<d /><e></e >"
    assert under(text, root.whole) == text.removeprefix("<!-- -->")
    assert [under(text, root.attributes["b"].value), under(text, root.attributes["c"].value)] == ["1>2", "ö"]
    assert [under(text, d.whole), under(text, d.content), d.content.start] == ["<d />", "", text.index("/>")]
    assert [under(text, e.whole), under(text, e.content), under(text, e.name)] == ["<e></e >", "", "e"]
    assert [root.has_content, d.has_content, e.has_content] == [True, False, True]


@pytest.mark.parametrize(
    ("raw", "text", "tokens"),
    [
        ("a&amp;b", "a&b", ["a", "&amp;", "b"]),
        ("&#x1F600;&#65;&lt;", "😀A<", ["&#x1F600;", "&#65;", "&lt;"]),
        ("a\r\nb\rc\n", "a\nb\nc\n", ["a", "\r\n", "b", "\r", "c", "\n"]),
        ("&#13;\r\n", "\r\n", ["&#13;", "\r\n"]),
        ("a<![CDATA[&lt;\r\n]]>b", "a&lt;\nb", ["a", "&", "l", "t", ";", "\r\n", "b"]),
        ("a<!-- &lt; --><?p q?>b", "ab", ["a", "b"]),
        ("a<b c='>'>x<d/>y</b>z", "az", ["a", "z"]),
        ("<![CDATA[]]>", "", []),
        ("", "", []),
        (f"&#{'0' * 5000}65;", "A", [f"&#{'0' * 5000}65;"]),
    ],
)
def test_each_decoded_character_knows_its_source(raw: str, text: str, tokens: list[str]) -> None:
    decoded, spans = decode_xml(raw)
    assert decoded == text
    assert [under(raw, span) for span in spans] == tokens
    assert accepted(f"<a>{raw}</a>").root.text == text


def test_in_an_attribute_raw_blanks_are_blanks() -> None:
    raw = "a\tb\r\nc\nd\re&#9;&#10;&#13;&quot;'>"
    assert accepted(f'<a b="{raw}"/>').root.attributes["b"] == "a b c d e\t\n\r\"'>"


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [
        ('a & b < c > "d"', "old", 'a &amp; b &lt; c > "d"'),
        ("a]]>b", "old", "a]]&gt;b"),
        ('["a"]', "[&quot;b&quot;]", "[&quot;a&quot;]"),
        ("a & b", "<![CDATA[old]]>", "<![CDATA[a & b]]>"),
        ("a & b", "\n <![CDATA[old]]> ", "<![CDATA[a & b]]>"),
        ("a]]>b", "<![CDATA[old]]>", "a]]&gt;b"),
        ("a & b", "x<![CDATA[old]]>", "a &amp; b"),
        ("a & b", "<![CDATA[old]]><![CDATA[er]]>", "a &amp; b"),
        ("a\r", "<![CDATA[old]]>", "a&#13;"),
    ],
)
def test_a_new_value_is_written_in_the_manner_of_the_old(value: str, like: str, written: str) -> None:
    assert encode_xml_text(value, like) == written


@pytest.mark.parametrize(
    ("value", "quote", "written"),
    [
        ("a\"b'c", '"', "a&quot;b'c"),
        ("a\"b'c", "'", 'a"b&apos;c'),
        ("<&>\t\n\r", '"', "&lt;&amp;>&#9;&#10;&#13;"),
    ],
)
def test_an_attribute_escapes_its_own_quote(value: str, quote: str, written: str) -> None:
    assert encode_xml_attribute(value, quote) == written


XML_CHARACTERS = st.characters(
    codec="utf-8",
    exclude_characters=[*(chr(code) for code in range(32) if code not in {9, 10, 13}), "\ufffe", "\uffff"],
)
VALUES = st.text(st.one_of(st.sampled_from("&<>]\"'\r\n\t [!-C"), XML_CHARACTERS))
RAW = st.lists(
    st.one_of(
        st.text(st.sampled_from("ab \r\n\t'\">é😀"), max_size=4),
        st.sampled_from(["&amp;", "&#10;", "&#x41;", "&quot;", "<!-- <&x -->", "<?p <&?>", "<b>x</b>", "<b c='/>'/>"]),
        st.text(st.sampled_from("ab<&\r\n>é"), max_size=4).map(lambda text: f"<![CDATA[{text}]]>"),
    )
).map("".join)


@settings(deadline=None)
@given(value=VALUES, like=st.sampled_from(["x", "&quot;", "<![CDATA[x]]>"]))
def test_written_text_is_read_back(value: str, like: str) -> None:
    raw = encode_xml_text(value, like)
    assert decode_xml(raw)[0] == value
    assert accepted(f"<a>{raw}</a>").root.text == value


@settings(deadline=None)
@given(value=VALUES, quote=st.sampled_from("\"'"))
def test_a_written_attribute_is_read_back(value: str, quote: str) -> None:
    raw = encode_xml_attribute(value, quote)
    assert accepted(f"<a b={quote}{raw}{quote}/>").root.attributes["b"] == value


@settings(deadline=None)
@given(RAW)
def test_decoding_agrees_with_lxml(raw: str) -> None:
    root = etree.fromstring(f"<a>{raw}</a>".encode(), etree.XMLParser(remove_comments=True, remove_pis=True))
    expected = "".join([root.text or "", *(child.tail or "" for child in root)])
    decoded, spans = decode_xml(raw)
    assert decoded == expected
    assert len(spans) == len(decoded)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("<>/&;!?-[]ab=\"' \n#x:éCDAT")).map(lambda text: f"<a>{text}</a>"))
def test_any_text_is_read_or_refused_with_one_fault_inside_it(text: str) -> None:
    parsed = parse_xml(text)
    if isinstance(parsed, XmlText):
        assert len(parsed.layout.elements) == len(elements(parsed.root))
        return
    assert 0 <= parsed.span.start <= parsed.span.end <= len(text)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(text.encode())


def test_a_tag_with_endless_attributes_is_refused_at_once() -> None:
    text = "<callCenter " + " ".join(f'a{number}="1"' for number in range(200_000)) + "/>"
    fault = parse_xml(text)
    assert isinstance(fault, Fault)
    assert (fault.rule, text[fault.span.start : fault.span.end]) == ("meta/too-large", "<")


def test_a_long_tag_is_read_up_to_the_limit() -> None:
    begin, end = '<callCenter a="', '"/>'
    assert not isinstance(parse_xml(begin + "x" * (MAX_TAG - len(begin + end)) + end), Fault)
    assert isinstance(parse_xml(begin + "x" * (MAX_TAG - len(begin + end) + 1) + end), Fault)
