"""Call centers: data, spans, comments and the view, on real files, on those files rewritten, and on small ones."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from tests.attributes import said_by_attribute
from wxcc_lint.documents.callcenter import Item, parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.xml_text import decode_xml, encode_xml_attribute, encode_xml_text
from wxcc_lint.spans import Span

UNREADABLE = "sumsted__openctidemo"
"""The one real file that is no XML: a placeholder in it was never filled in."""


def parsed(text: str) -> Document:
    document = parse_callcenter("cc.xml", text)
    assert document.faults == ()
    return document


def view(text: str) -> CallCenter:
    return CallCenter(parsed(text))


def imported(sections: str) -> str:
    return f"<callCenter>{sections}</callCenter>"


def one_item(content: str) -> str:
    return imported(f'<section name="s"><item name="i">{content}</item></section>')


def only_item(text: str) -> Item:
    (item,) = view(text).items()
    return item


def under(document: Document, span: Span) -> str:
    return document.text.text[span.start : span.end]


def at(place: Place) -> str:
    return under(place.document.root, place.span)


def real_texts(corpus: Path) -> list[str]:
    paths = [*corpus.glob("callcenter_*/*"), *corpus.glob("sfdx/*.callCenter")]
    return [path.read_bytes().decode() for path in sorted(paths) if not path.name.startswith(UNREADABLE)]


# --- an independent reading of both forms, to compare with -----------------------------------------------------------


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _own_text(node: etree._Element) -> str:
    return "".join([node.text or "", *(child.tail or "" for child in node)])


def read_plainly(text: str) -> list[tuple[str, str | None, str | None, list[tuple[str, str | None, str | None, str]]]]:
    """Return [(section, label, sortOrder, [(item, label, sortOrder, text)])] by lxml alone."""
    parser = etree.XMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)

    def leaf(node: etree._Element, name: str) -> str | None:
        return next((_own_text(child) for child in node if _local(child) == name), None)

    def of_import(node: etree._Element) -> tuple[str, str | None, str | None]:
        return node.get("name", ""), node.get("label"), node.get("sortOrder")

    def of_metadata(node: etree._Element) -> tuple[str, str | None, str | None]:
        return leaf(node, "name") or "", leaf(node, "label"), None

    sections = []
    for section in root:
        if _local(section) == "section":
            items = [(*of_import(item), _own_text(item)) for item in section]
            sections.append((*of_import(section), items))
        elif _local(section) == "sections":
            items = [(*of_metadata(item), leaf(item, "value") or "") for item in section if _local(item) == "items"]
            sections.append((*of_metadata(section), items))
    return sections


def check_against_plain_reading(document: Document) -> None:
    """Compare view, data and every span with the independent reading."""
    seen = CallCenter(document)
    expected = read_plainly(document.text.text)
    assert [
        (
            section.name,
            section.label,
            section.sort_order,
            [(i.name, i.label, i.sort_order, i.text) for i in section.items],
        )
        for section in seen.sections
    ] == expected
    data: dict[str, dict[str, str]] = {}
    for section, _, _, items in expected:
        held: dict[str, str] = {}
        for item, _, _, text in items:
            held.setdefault(item, text)
        data.setdefault(section, held)
    assert document.data == data
    for section in seen.sections:
        check_spans(document, section.path, section.name, section.label, section.sort_order)
    for item in seen.items():
        check_spans(document, item.path, item.name, item.label, item.sort_order)
        assert decode_xml(under(document, document.spans[item.path].value))[0] == item.text
        assert decode_xml(at(item.at))[0].strip() == item.value
    for name, text in seen.mirrors.items():
        assert under(document, document.spans[f"@{name}",].key or Span(0, 0)) == name
        assert decode_xml(under(document, document.spans[f"@{name}",].value))[0] == text


def check_spans(
    document: Document, path: tuple[str | int, ...], name: str, label: str | None, order: str | None
) -> None:
    key = document.spans[path].key
    assert key is not None
    assert said(document, key) == name
    for attribute, text in (("label", label), ("sortOrder", order)):
        there = document.spans.get((*path, f"@{attribute}"))
        assert (there is None) == (text is None)
        if there is not None:
            assert there.key is not None
            assert under(document, there.key) == attribute
            assert said(document, there.value) == text


def said(document: Document, span: Span) -> str:
    """Return what a name or a label says, which the import form has in attributes."""
    raw = under(document, span)
    return said_by_attribute(raw) if document.form == "import" else decode_xml(raw)[0]


# --- real files, and the same files written in other ways ------------------------------------------------------------


def _as_import(document: Document, content: Callable[[str], str], gap: str, quote: str = '"') -> str:
    def tag(name: str, attributes: dict[str, str | None]) -> str:
        written = (
            f"{key} = {quote}{encode_xml_attribute(value, quote)}{quote}"
            for key, value in attributes.items()
            if value is not None
        )
        return " ".join([f"<{name}", *written]) + " >"

    parts = ["<callCenter>"]
    for section in CallCenter(document).sections:
        parts.append(tag("section", {"label": section.label, "name": section.name, "sortOrder": section.sort_order}))
        parts += [
            tag("item", {"label": item.label, "name": item.name, "sortOrder": item.sort_order})
            + content(item.text)
            + "</item\n>"
            for item in section.items
        ]
        parts.append("</section>")
    return gap.join([*parts, "</callCenter>"])


def _plainly(text: str) -> str:
    return encode_xml_text(text, "")


def _in_cdata(text: str) -> str:
    return encode_xml_text(text, "<![CDATA[]]>")


def _in_entities(text: str) -> str:
    return html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&apos;")


def _in_numbers(text: str) -> str:
    return "".join(f"&#x{ord(character):X};" for character in text)


def _with_comments(text: str) -> str:
    return "<!-- & -->".join(_plainly(character) for character in text) + "<!-- < --><?p &?>"


REWRITINGS: dict[str, Callable[[Document], str]] = {
    "as it is": lambda document: document.text.text,
    "CRLF": lambda document: re.sub(r"\r?\n", "\r\n", document.text.text),
    "CR": lambda document: re.sub(r"\r?\n", "\r", document.text.text),
    "byte order mark": lambda document: "\ufeff" + document.text.text,
    "wide characters before": lambda document: re.sub(
        r"(?=<[cC]allCenter)", "<!-- 日本 😀 -->", document.text.text, count=1
    ),
    "quotes as entities": lambda document: re.sub(
        r"(?<=>)[^<>]*(?=<)", lambda match: match[0].replace('"', "&quot;"), document.text.text
    ),
    "declaration": lambda document: (
        '<?xml version="1.0" encoding="UTF-16" standalone=\'yes\' ?>' + _as_import(document, _plainly, "\n")
    ),
    "one line": lambda document: _as_import(document, _plainly, ""),
    "single quotes": lambda document: _as_import(document, _plainly, "\r\n", "'"),
    "CDATA": lambda document: _as_import(document, _in_cdata, "\n"),
    "entities": lambda document: _as_import(document, _in_entities, " <!-- \u00e9 --> "),
    "numbers": lambda document: _as_import(document, _in_numbers, "\r"),
    "comments inside": lambda document: _as_import(document, _with_comments, "<?p q?>"),
}


@pytest.mark.parametrize("rewrite", REWRITINGS.values(), ids=REWRITINGS)
def test_real_files_read_the_same_in_every_way_of_writing(corpus: Path, rewrite: Callable[[Document], str]) -> None:
    texts = real_texts(corpus)
    assert len(texts) == 32
    for text in texts:
        original = parsed(text)
        document = parsed(rewrite(original))
        check_against_plain_reading(document)
        assert document.data == original.data
        assert [duplicate.path for duplicate in document.duplicates] == [each.path for each in original.duplicates]


def test_the_one_broken_real_file_is_told_by_its_placeholder(corpus: Path) -> None:
    (path,) = (corpus / "callcenter_other").glob(f"{UNREADABLE}*")
    document = parse_callcenter("cc.xml", path.read_text())
    (fault,) = document.faults
    assert document.data is None
    assert under(document, fault.span) == "<your hosted domain>"


def test_forms_of_the_real_files(corpus: Path) -> None:
    documents = [parsed(text) for text in real_texts(corpus)]
    assert [document.form for document in documents].count("metadata") == 3
    by_claim = {(each.form, CallCenter(each).root_name, CallCenter(each).has_namespace) for each in documents}
    assert by_claim == {
        ("import", "callCenter", False),
        ("import", "callCenter", True),
        ("metadata", "CallCenter", True),
    }


@settings(deadline=None, max_examples=400)
@given(data=st.data())
def test_a_slip_of_the_pen_gives_one_fault_or_good_data(corpus: Path, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(real_texts(corpus)))
    start = data.draw(st.integers(0, len(text)))
    written = data.draw(
        st.one_of(st.just(""), st.sampled_from("<>&;\"'/!?-=[] \n\r#:a1é\uff45\u201c\x00\ud800"), st.text(max_size=3))
    )
    end = data.draw(st.sampled_from([start, start + 1, len(text)]))
    changed = text[:start] + written + text[end:]
    document = parse_callcenter("cc.xml", changed)
    if document.faults:
        (fault,) = document.faults
        assert document.data is None
        assert 0 <= fault.span.start <= fault.span.end <= len(changed)
        assert fault.message
        assert fault.help
        return
    assert all(0 <= span.value.start <= span.value.end <= len(changed) for span in document.spans.values())
    for item in CallCenter(document).items():
        assert decode_xml(under(document, document.spans[item.path].value))[0] == item.text


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "start", "end", "token"),
    [
        ("a&amp;b&lt;c", 1, 2, "&amp;"),
        ("a&amp;b&lt;c", 2, 4, "b&lt;"),
        ("a&amp;b&lt;c", 0, 5, "a&amp;b&lt;c"),
        ("<![CDATA[a&b]]>", 1, 2, "&"),
        ("<![CDATA[a&b]]>", 0, 3, "a&b"),
        ("x<![CDATA[y]]>z", 0, 3, "x<![CDATA[y]]>z"),
        ("x<![CDATA[y]]>z", 1, 2, "y"),
        ("x<!-- no -->y", 1, 2, "y"),
        ("a\r\nb", 1, 2, "\r\n"),
        ("a\r\nb", 2, 3, "b"),
        ("&#x1F600;b", 1, 2, "b"),
        ("abc", 2, 2, ""),
        ("abc", 3, 9, ""),
    ],
)
def test_a_part_of_a_value_maps_back_through_its_writing(content: str, start: int, end: int, token: str) -> None:
    document = parsed(one_item(content))
    assert at(Place(document, ("s", "i")).slice(start, end)) == token


def test_a_part_of_an_attribute_maps_back_too() -> None:
    document = parsed(imported('<section name="s" label="A &amp;\r\nB"/>'))
    label = Place(document, ("s", "@label"))
    assert [at(label.slice(2, 3)), at(label.slice(3, 4)), at(label.slice(4, 5))] == ["&amp;", "\r\n", "B"]


def test_json_in_an_item_maps_back_to_the_file() -> None:
    content = '\n [{&quot;a&quot;:<![CDATA["x&y"]]>},{"b":"&amp;z"}]\n'
    item = only_item(one_item(content))
    document = item.json()
    assert document.data == [{"a": "x&y"}, {"b": "&z"}]
    assert document is item.json()
    assert document.kind == "callcenter"
    assert at(Place(document, (0, "a"), "key")) == "&quot;a&quot;"
    assert at(Place(document, (0, "a"))) == '"x&y"'
    assert at(Place(document, (0, "a")).slice(1, 2)) == "&"
    assert at(Place(document, (1, "b")).slice(0, 1)) == "&amp;"


def test_the_place_of_a_value_leaves_outer_blanks_out() -> None:
    item = only_item(one_item("\n  <![CDATA[ a b ]]>&#32;\n"))
    assert (item.text, item.value, item.is_blank) == ("\n   a b  \n", "a b", False)
    assert at(item.at) == "a b"


@pytest.mark.parametrize("content", ["", " \n ", "<!-- none -->", "<![CDATA[ ]]>"])
def test_the_place_of_a_blank_value_is_all_of_it(content: str) -> None:
    item = only_item(one_item(content))
    assert item.is_blank
    assert at(item.at) == content


def test_absent_attributes_are_reported_at_the_name() -> None:
    seen = view(imported('<section name="s"><item name="i">x</item></section>'))
    (section,) = seen.sections
    (item,) = section.items
    assert (item.label, item.sort_order, section.label, section.sort_order) == (None, None, None, None)
    assert [at(item.label_at), at(item.sort_order_at), at(item.name_at)] == ["i", "i", "i"]
    assert [at(section.label_at), at(section.sort_order_at), at(section.name_at)] == ["s", "s", "s"]


def test_any_other_attribute_has_its_place() -> None:
    document = parsed(imported('<section name="s" hidden="1"><item lable = \'L\' name="i"/></section>'))
    assert at(Place(document, ("s", "i", "@lable"), "key")) == "lable"
    assert at(Place(document, ("s", "i", "@lable"))) == "L"
    assert at(Place(document, ("s", "@hidden"))) == "1"
    assert ("s", "@name") not in document.spans


def test_what_looks_like_an_attribute_behind_the_tag_is_text() -> None:
    item = only_item(imported('<section name="s"><item name="i" >label="L">x</item></section>'))
    assert (item.label, item.value, at(item.at)) == (None, 'label="L">x', 'label="L">x')


def test_an_item_of_one_tag_has_an_empty_value_before_its_end() -> None:
    text = imported('<section name="s"><item name="i" /><item name="j"></item></section>')
    document = parsed(text)
    assert document.spans["s", "i"].value == Span(text.index("/>"), text.index("/>"))
    assert document.data == {"s": {"i": "", "j": ""}}


def test_spans_of_sections_and_root_are_whole_elements() -> None:
    section = '<section name="s"><item name="i">x</item></section>'
    text = f"<!-- a -->\n<callCenter>{section}</callCenter>\n"
    document = parsed(text)
    assert under(document, document.spans["s",].value) == section
    assert under(document, document.spans[()].value) == f"<callCenter>{section}</callCenter>"
    assert document.tree.element_span(("s", "i")) == Span(text.index("<item"), text.index("</section>"))
    assert document.tree.element_span(("s",)) == document.spans["s",].value
    with pytest.raises(KeyError):
        document.tree.element_span(("s", "i", "@label"))


# --- names -----------------------------------------------------------------------------------------------------------

REPEATS = imported(
    '<section name="s"><item name="i">1</item><item name="i" label="two">2</item><item name="i">3</item></section>'
    '<section name="t"><item name="i">4</item></section>'
    '<section name="s" sortOrder="7"><item name="i">5</item><item name="k">6</item></section>'
)


def test_repeats_are_numbered_and_the_first_is_data() -> None:
    document = parsed(REPEATS)
    assert document.data == {"s": {"i": "1"}, "t": {"i": "4"}}
    seen = CallCenter(document)
    assert [(item.path, item.repeat, at(item.at)) for item in seen.items()] == [
        (("s", "i"), 1, "1"),
        (("s", "i", 2), 2, "2"),
        (("s", "i", 3), 3, "3"),
        (("t", "i"), 1, "4"),
        (("s", 2, "i"), 1, "5"),
        (("s", 2, "k"), 1, "6"),
    ]
    assert [(section.path, section.repeat) for section in seen.sections] == [(("s",), 1), (("t",), 1), (("s", 2), 2)]
    assert at(Place(document, ("s", "i", 2, "@label"))) == "two"
    assert at(Place(document, ("s", 2, "@sortOrder"))) == "7"


def test_repeats_are_recorded_in_document_order() -> None:
    document = parsed(REPEATS)
    assert [each.path for each in document.duplicates] == [("s", "i", 2), ("s", "i", 3), ("s", 2)]
    names = [match.start(1) for match in re.finditer(r'name="(\w)"', REPEATS)]
    first_section, first, second, third, _, _, second_section, *_ = names
    assert [(each.first.start, each.again.start) for each in document.duplicates] == [
        (first, second),
        (first, third),
        (first_section, second_section),
    ]
    assert {under(document, each.again) for each in document.duplicates} == {"i", "s"}


def test_the_first_of_equal_names_is_found() -> None:
    seen = view(REPEATS)
    found = [seen.item("i"), seen.item("i", "t"), seen.item("k", "s"), seen.item("k", "t"), seen.item("x")]
    assert [item and item.text for item in found] == ["1", "4", "6", None, None]
    section = seen.section("s")
    assert section is not None
    assert section.repeat == 1
    assert seen.section("x") is None


def test_nameless_nodes_stand_in_the_view_alone() -> None:
    text = imported(
        '<section><item name="a">1</item></section><section name="s"><item>2</item><item name="">3</item></section>'
    )
    document = parsed(text)
    assert document.data == {"s": {}}
    assert document.duplicates == ()
    seen = CallCenter(document)
    assert [(item.name, item.path, at(item.name_at), at(item.at)) for item in seen.items()] == [
        ("a", ("", "a"), "a", "1"),
        ("", ("s", ""), "item", "2"),
        ("", ("s", "", 2), "", "3"),
    ]
    assert at(seen.sections[0].name_at) == "section"


def test_blanks_around_a_name_are_part_of_it() -> None:
    document = parsed(imported('<section name=" s"><item name="i ">x</item></section>'))
    assert document.data == {" s": {"i ": "x"}}


# --- the metadata form -----------------------------------------------------------------------------------------------

METADATA = """<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl> https://x.example/?a&amp;b </adapterUrl>
    <customSettings>{&quot;reqUseApi&quot;:&quot;true&quot;}</customSettings>
    <sections>
        <items>
            <label>Use &lt;API&gt;</label>
            <name>reqUseApi</name>
            <value> true</value>
            <kind>odd</kind>
        </items>
        <items><name>noValue</name></items>
        <items><name>empty</name><value/></items>
        <items><value>nameless</value></items>
        <label>General</label>
        <name>reqGeneralInfo</name>
    </sections>
    <version>5</version>
    <version>6</version>
</CallCenter>
"""


def test_the_metadata_form_projects_to_the_same_data() -> None:
    document = parsed(METADATA)
    assert document.form == "metadata"
    assert document.data == {"reqGeneralInfo": {"reqUseApi": " true", "noValue": "", "empty": ""}}
    seen = CallCenter(document)
    assert seen.mirrors == {
        "adapterUrl": " https://x.example/?a&b ",
        "customSettings": '{"reqUseApi":"true"}',
        "version": "5",
    }
    assert [item.sort_order for item in seen.items()] == [None] * 4
    assert [item.label for item in seen.items()] == ["Use <API>", None, None, None]


def test_places_of_the_metadata_form() -> None:
    document = parsed(METADATA)
    use, missing, empty, nameless = CallCenter(document).items()
    assert [at(use.name_at), at(use.at), at(use.label_at), at(use.sort_order_at)] == [
        "reqUseApi",
        "true",
        "Use &lt;API&gt;",
        "reqUseApi",
    ]
    assert at(Place(document, (*use.path, "@label"), "key")) == "label"
    assert at(Place(document, (*use.path, "<kind>"), "key")) == "kind"
    assert at(nameless.name_at) == "items"
    assert at(Place(document, ("reqGeneralInfo",), "key")) == "reqGeneralInfo"
    assert at(Place(document, ("@adapterUrl",)).slice(21, 22)) == "&amp;"
    assert METADATA[document.spans[missing.path].value.start :].startswith("</items>")
    assert METADATA[document.spans[empty.path].value.start :].startswith("/></items>")


@pytest.mark.parametrize(
    ("text", "form", "root"),
    [
        ("<callCenter/>", "import", "callCenter"),
        ("<CallCenter/>", "metadata", "CallCenter"),
        ("<callcenter/>", "import", "callcenter"),
        ('<CALLCENTER><section name="s"/></CALLCENTER>', "import", "CALLCENTER"),
        ('<CallCenter><section name="s"/></CallCenter>', "import", "CallCenter"),
        ("<callCenter><sections><name>s</name></sections></callCenter>", "metadata", "callCenter"),
        ("<x:callCenter xmlns:x='u'><x:section name='s'/></x:callCenter>", "import", "callCenter"),
        ("<CallCenter><sections><name>s</name></sections><section/></CallCenter>", "metadata", "CallCenter"),
        ("<note/>", "import", "note"),
    ],
)
def test_the_sections_tell_the_form_and_the_root_keeps_its_name(text: str, form: str, root: str) -> None:
    seen = view(text)
    assert (seen.form, seen.root_name) == (form, root)
    assert at(seen.root_at).rpartition(":")[2] == root
    assert seen.has_namespace == ("xmlns" in text)
    assert seen.document.data == ({"s": {}} if "s" in re.findall(r"[>'\"](s)[<'\"]", text) else {})


def test_elements_inside_a_text_are_told_apart_from_it() -> None:
    item = only_item(one_item("https://<host/>/x<b>y<c/></b>"))
    assert item.text == "https:///x"
    assert [under(item.document, place.span) for place in item.strays] == ["<host/>", "<b>y<c/></b>"]
    assert at(item.at.slice(8, 10)) == "/x"
    assert only_item(one_item("x")).strays == ()


def test_elements_inside_a_metadata_value_are_stray() -> None:
    item = only_item("<CallCenter><sections><items><name>i</name><value>a<b/></value></items></sections></CallCenter>")
    assert [under(item.document, place.span) for place in item.strays] == ["<b/>"]


# --- comments --------------------------------------------------------------------------------------------------------


def scopes(text: str) -> list[tuple[str, str, str]]:
    document = parsed(text)
    return [
        (
            comment.text,
            under(document, comment.span),
            re.sub(r"\s.*|>.*", "", under(document, comment.scope), flags=re.DOTALL),
        )
        for comment in document.comments
    ]


def test_each_comment_speaks_of_what_follows_or_else_of_what_it_stands_in() -> None:
    text = (
        "<!--1--><callCenter><!--2--><section name='s'><!--3 é--><item_ /><item name='i'>a<!--4-->b</item>"
        "<!--5--></section><!--6--></callCenter><!--7-->"
    )
    assert scopes(text) == [
        ("1", "<!--1-->", "<callCenter"),
        ("2", "<!--2-->", "<section"),
        ("3 é", "<!--3 é-->", "<item_"),
        ("4", "<!--4-->", "<item"),
        ("5", "<!--5-->", "<section"),
        ("6", "<!--6-->", "<callCenter"),
        ("7", "<!--7-->", "<callCenter"),
    ]


def test_a_comment_anywhere_in_an_item_speaks_of_the_item() -> None:
    text = (
        "<CallCenter><!--1--><adapterUrl><!--2-->x</adapterUrl><sections><items><!--3--><name>i</name>"
        "<value>x<!--4--></value></items><!--5--><name>s</name></sections></CallCenter>"
    )
    assert [scope for _, _, scope in scopes(text)] == ["<adapterUrl", "<adapterUrl", "<items", "<items", "<name"]


def test_a_comment_in_cdata_is_text() -> None:
    document = parsed(one_item("<![CDATA[<!-- x -->]]>"))
    assert document.comments == ()
    assert document.data == {"s": {"i": "<!-- x -->"}}
