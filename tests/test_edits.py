"""Edits of nodes become edits of the text: escaped for their place, and nothing else is touched."""

from __future__ import annotations

import json
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.allowlist import AllowList, parse_allowlist
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.variables import with_variables
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.edits import text_edit
from wxcc_lint.problems import Action, Edit

xml_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<>&\"'\t\n\r]"), max_size=12
).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
json_texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\\n\x01<&]>'), max_size=12)


def changed(place: Place, action: Action, value: Any = None) -> str | None:
    edit = text_edit(Edit(place, action, value))
    if edit is None:
        return None
    root = place.document.root
    assert edit.path == root.name
    return root.text.text[: edit.start] + edit.text + root.text.text[edit.end :]


def must_change(place: Place, action: Action, value: Any = None) -> str:
    text = changed(place, action, value)
    assert text is not None
    return text


def xml(text: str) -> Document:
    document = parse_callcenter("cc.xml", text)
    assert document.faults == ()
    return document


def in_item(content: str) -> str:
    return f'<callCenter><section name="s"><item name="i" label="L">{content}</item></section></callCenter>'


def the_item(content: str) -> Place:
    return Place(xml(in_item(content)), ("s", "i"))


def embedded(content: str, *path: str | int) -> Place:
    """The place of a node of the JSON that an item with this raw content holds."""
    item = CallCenter(xml(in_item(content))).item("i")
    assert item is not None
    document = item.json()
    assert document.faults == ()
    return Place(document, path)


# --- set, in XML -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "value", "result"),
    [
        pytest.param("False", "true", "true", id="plain"),
        pytest.param("", "true", "true", id="empty"),
        pytest.param("  ", "true", "true", id="blank"),
        pytest.param("x", "a & <b>", "a &amp; &lt;b>", id="escaped"),
        pytest.param("x", '"q"', '"q"', id="quotes need no escape"),
        pytest.param("a&quot;b", '"q"', "&quot;q&quot;", id="quotes in the manner of the file"),
        pytest.param("<![CDATA[x]]>", "a & b", "<![CDATA[a & b]]>", id="CDATA stays CDATA"),
        pytest.param("<![CDATA[x]]>", "]]>", "]]&gt;", id="CDATA that cannot hold it"),
        pytest.param("x", True, "true", id="a boolean is written as JSON writes it"),
    ],
)
def test_setting_an_item_replaces_its_text(content: str, value: str | bool, result: str) -> None:
    assert must_change(the_item(content), "set", value) == in_item(result)


@pytest.mark.parametrize(
    ("content", "result"),
    [
        pytest.param(" True ", " true ", id="blanks around it stay"),
        pytest.param("<![CDATA[ True ]]>", "<![CDATA[ true ]]>", id="within CDATA"),
        pytest.param(" <![CDATA[True]]> ", " <![CDATA[true]]> ", id="blanks around CDATA"),
        pytest.param("&#32;True ", "&#32;true ", id="a blank that is a reference"),
    ],
)
def test_setting_the_value_leaves_what_is_around_it(content: str, result: str) -> None:
    item = CallCenter(xml(in_item(content))).item("i")
    assert item is not None
    assert must_change(item.at, "set", "true") == in_item(result)


def test_a_part_of_a_text_is_escaped_for_where_it_stands() -> None:
    assert must_change(the_item("a&amp;b").slice(0, 1), "set", "<&") == in_item("&lt;&amp;&amp;b")
    assert must_change(the_item("<![CDATA[a<b]]>").slice(0, 1), "set", "<&") == in_item("<![CDATA[<&<b]]>")
    assert must_change(the_item("<![CDATA[a]]>b").slice(1, 2), "set", "<") == in_item("<![CDATA[a]]>&lt;")


def test_the_end_mark_of_cdata_within_cdata_is_split() -> None:
    text = must_change(the_item("<![CDATA[ab]]>").slice(1, 2), "set", "]]>\r")
    assert xml(text).data == {"s": {"i": "a]]>\r"}}


def test_a_part_that_begins_in_cdata_and_ends_outside_is_left_alone() -> None:
    assert changed(the_item("<![CDATA[tr]]>ue").slice(1, 3), "set", "x") is None
    assert changed(the_item("tr<![CDATA[ue]]>").slice(1, 3), "set", "x") is None


@pytest.mark.parametrize(
    "text",
    [
        '<callCenter><section name="s"><item name="i"/></section></callCenter>',
        '<callCenter><section name="s"><item name="i" label="" /></section></callCenter>',
        "<CallCenter><sections><items><name>i</name></items><name>s</name></sections></CallCenter>",
        "<CallCenter><sections><items><name>i</name><value/></items><name>s</name></sections></CallCenter>",
        "<m:C xmlns:m='u'><m:sections><m:items><m:name>i</m:name></m:items><m:name>s</m:name></m:sections></m:C>",
    ],
)
def test_a_value_without_tags_of_its_own_cannot_be_set(text: str) -> None:
    assert changed(Place(xml(text), ("s", "i")), "set", "true") is None


@pytest.mark.parametrize(
    ("path", "value", "result"),
    [
        (("s", "i"), "a<b", "<value>a&lt;b</value>"),
        (("s", "i", "@label"), "a<b", "<label>a&lt;b</label>"),
    ],
)
def test_the_metadata_form_is_written_between_its_tags(path: Path, value: str, result: str) -> None:
    text = (
        "<CallCenter><sections><items><label>L</label><name>i</name><value></value></items><name>s</name>"
        "</sections></CallCenter>"
    )
    tag = "value" if len(path) == 2 else "label"
    before = "<value></value>" if tag == "value" else "<label>L</label>"
    assert must_change(Place(xml(text), path), "set", value) == text.replace(before, result)


@pytest.mark.parametrize(("quote", "result"), [('"', '"a&quot;\'&lt;&amp;"'), ("'", "'a\"&apos;&lt;&amp;'")])
def test_an_attribute_is_escaped_for_its_quotes(quote: str, result: str) -> None:
    text = f'<callCenter><section name="s" label={quote}{quote}/></callCenter>'
    place = Place(xml(text), ("s", "@label"))
    assert must_change(place, "set", "a\"'<&") == text.replace(quote * 2, result)


# --- set, in JSON ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "result"),
    [
        pytest.param('[{"a": "x"}]', '[{"a": "\\"<"}]', id="plain"),
        pytest.param("[{&quot;a&quot;: &quot;x&quot;}]", "[{&quot;a&quot;: &quot;\\&quot;<&quot;}]", id="&quot;"),
        pytest.param('<![CDATA[[{"a": "x"}]]]>', '<![CDATA[[{"a": "\\"<"}]]]>', id="CDATA"),
    ],
)
def test_json_in_an_item_is_escaped_twice(content: str, result: str) -> None:
    expected = result if "CDATA" in content else result.replace("<", "&lt;")
    assert must_change(embedded(content, 0, "a"), "set", '"<') == in_item(expected)


def test_json_in_an_item_takes_json_values() -> None:
    assert must_change(embedded('[{"a": "true"}]', 0, "a"), "set", True) == in_item('[{"a": true}]')


def test_a_value_without_quotes_gets_them_in_the_manner_of_the_file() -> None:
    content = "[{&quot;a&quot;: true}]"
    assert must_change(embedded(content, 0, "a"), "set", "t") == in_item("[{&quot;a&quot;: &quot;t&quot;}]")


def test_a_part_of_a_json_text_keeps_its_quotes() -> None:
    place = embedded('["a\\"b"]', 0).slice(1, 2)
    assert must_change(place, "set", "\n") == in_item('["a\\nb"]')


@pytest.mark.parametrize(("value", "result"), [('ü"', '{"k": "ü\\""}'), (True, '{"k": true}'), (None, '{"k": null}')])
def test_a_json_file_takes_any_value(value: str | bool | None, result: str) -> None:
    document = parse_json("layout.json", '{"k": [1]}', "layout")
    assert must_change(Place(document, ("k",)), "set", value) == result


# --- rename ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "result"),
    [
        pytest.param(the_item("x"), in_item("x").replace('"i"', '"j&lt;"'), id="import form"),
        pytest.param(
            Place(
                xml("<CallCenter><sections><items><name>i</name></items><name>s</name></sections></CallCenter>"), ("s",)
            ),
            "<CallCenter><sections><items><name>i</name></items><name>j&lt;</name></sections></CallCenter>",
            id="metadata form",
        ),
        pytest.param(
            embedded("[{&quot;a&quot;: 1}]", 0, "a"), in_item("[{&quot;j&lt;&quot;: 1}]"), id="JSON in an item"
        ),
        pytest.param(Place(parse_json("l", '{"a": 1}', "layout"), ("a",)), '{"j<": 1}', id="JSON"),
    ],
)
def test_renaming_changes_the_name_alone(place: Place, result: str) -> None:
    assert must_change(place, "rename", "j<") == result


def test_an_item_without_an_inside_can_still_be_renamed() -> None:
    text = '<callCenter><section name="s"><item name="i"/></section></callCenter>'
    assert must_change(Place(xml(text), ("s", "i")), "rename", "j") == text.replace('"i"', '"j"')


# --- remove ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param("  <item name='i'>x</item>\r\n  <item name='j'/>", "  <item name='j'/>", id="with its line"),
        pytest.param("<item name='i'/> <item name='j'/>", " <item name='j'/>", id="not with its neighbours"),
        pytest.param("<item name='j'/>\n\t<item name='i'/>", "<item name='j'/>\n\t", id="not with its parent's end"),
    ],
)
def test_removing_an_item_takes_its_line_when_it_has_it_alone(text: str, result: str) -> None:
    before, after = "<callCenter>\n<section name='s'>\n", "</section></callCenter>"
    place = Place(xml(before + text + after), ("s", "i"))
    assert must_change(place, "remove") == before + result + after


def test_removing_a_repeat_leaves_the_first() -> None:
    text = "<callCenter><section name='s'><item name='i'>1</item><item name='i'>2</item></section></callCenter>"
    assert must_change(Place(xml(text), ("s", "i", 2)), "remove") == text.replace("<item name='i'>2</item>", "")


def test_removing_an_attribute_takes_the_blanks_before_it() -> None:
    text = "<callCenter><section name='s'\n  label='a b' /></callCenter>"
    assert must_change(Place(xml(text), ("s", "@label")), "remove") == "<callCenter><section name='s' /></callCenter>"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_removing_an_attribute_of_an_item_leaves_the_item(quote: str) -> None:
    item = f"<item  label={quote}L{quote} name='i'>x</item>"
    text = f"<callCenter><section name='s'>{item}</section></callCenter>"
    result = text.replace(f"  label={quote}L{quote}", "")
    assert must_change(Place(xml(text), ("s", "i", "@label")), "remove") == result


@pytest.mark.parametrize("leaf", ["<label>L</label>", "<label/>", "<label >L</label >"])
def test_removing_what_is_an_attribute_elsewhere_takes_the_element(leaf: str) -> None:
    text = f"<CallCenter><sections>{leaf}<name>s</name></sections></CallCenter>"
    assert must_change(Place(xml(text), ("s", "@label")), "remove") == text.replace(leaf, "")


@pytest.mark.parametrize(
    ("text", "path", "result"),
    [
        ('{"a": 1, "b": 2}', ("a",), '{"b": 2}'),
        ('{"a": 1, "b": 2}', ("b",), '{"a": 1}'),
        ('{"a": 1}', ("a",), "{}"),
        ("[1, 2, 3]", (1,), "[1, 3]"),
        ("[1 , 2 ]", (1,), "[1  ]"),
        ('{\n  "a": 1,\n  "b": 2\n}', ("a",), '{\n  "b": 2\n}'),
        ('{\n  "a": 1,\n  "b": 2\n}', ("b",), '{\n  "a": 1\n}'),
    ],
)
def test_removing_from_json_takes_the_comma_that_goes_with_it(text: str, path: Path, result: str) -> None:
    assert must_change(Place(parse_json("l", text, "layout"), path), "remove") == result


def test_removing_from_json_in_an_item_counts_in_the_file() -> None:
    content = "[{&quot;a&quot;: 1, &quot;b&quot;: &quot;&amp;&quot;}, 2]"
    assert must_change(embedded(content, 0, "b"), "remove") == in_item("[{&quot;a&quot;: 1}, 2]")
    assert must_change(embedded(content, 0), "remove") == in_item("[2]")


# --- properties ------------------------------------------------------------------------------------------------------


def without_rest(text: str, start: int, end: int) -> tuple[str, str]:
    return text[:start], text[end:]


@given(xml_texts, xml_texts, st.booleans())
@settings(deadline=None)
def test_a_set_item_reads_as_what_was_set_and_nothing_else_changed(old: str, new: str, cdata: bool) -> None:
    content = f"<![CDATA[{old.replace(']]>', '')}]]>" if cdata else escape(old).replace("\r", "&#13;")
    place = the_item(content)
    text = must_change(place, "set", new)
    assert xml(text).data == {"s": {"i": new}}
    before, after = in_item("\0").split("\0")
    assert text.startswith(before)
    assert text.endswith(after)


@given(xml_texts, st.sampled_from("\"'"))
@settings(deadline=None)
def test_a_set_attribute_reads_as_what_was_set_and_nothing_else_changed(new: str, quote: str) -> None:
    before, after = (
        f"<callCenter><section name='s' label={quote}",
        f"{quote}><item name='i'>x</item></section></callCenter>",
    )
    text = must_change(Place(xml(f"{before}old{after}"), ("s", "@label")), "set", new)
    label = CallCenter(xml(text)).sections[0].label
    assert label == new
    assert text.startswith(before)
    assert text.endswith(after)


@given(json_texts, json_texts, st.sampled_from(["plain", "quot", "cdata"]), st.booleans())
@settings(deadline=None)
def test_set_json_in_an_item_reads_as_what_was_set_and_nothing_else_changed(
    old: str, new: str, manner: str, ascii_only: bool
) -> None:
    data: list[dict[str, Any]] = [{"k": "before"}, {"a": old, "b": 1}]
    source = json.dumps(data, ensure_ascii=ascii_only).replace("\ufffe", "").replace("\uffff", "")
    new = new.replace("\ufffe", "").replace("\uffff", "")
    if manner == "cdata":
        content = f"<![CDATA[{source.replace(']]>', ']]]]><![CDATA[>')}]]>"
    else:
        content = escape(source, quote=manner == "quot")
    place = embedded(content, 1, "a")
    edit = text_edit(Edit(place, "set", new))
    if edit is None:  # the old text was written in more than one CDATA section
        assert "]]>" in old
        return
    text = must_change(place, "set", new)
    item = CallCenter(xml(text)).item("i")
    assert item is not None
    assert item.json().data == [{"k": "before"}, {"a": new, "b": 1}]
    original = in_item(content)
    assert without_rest(text, edit.start, edit.start + len(edit.text)) == without_rest(original, edit.start, edit.end)


@given(st.data())
@settings(deadline=None)
def test_any_item_of_the_shipped_file_can_be_set(data: st.DataObject) -> None:
    document = xml(render_import(vocabulary().releases[-1]))
    item = data.draw(st.sampled_from(list(CallCenter(document).items())))
    new = data.draw(xml_texts)
    text = must_change(Place(document, item.path), "set", new)
    assert xml(text).data == {
        section: {name: new if (section, name) == item.path else old for name, old in items.items()}
        for section, items in document.data.items()
    }


# --- insert and wrap, in JSON ----------------------------------------------------------------------------------------


def at(text: str, *path: str | int) -> Place:
    document = parse_json("l.json", text, "layout")
    assert document.faults == ()
    return Place(document, path)


@pytest.mark.parametrize(
    ("text", "path", "value", "result"),
    [
        pytest.param('{"a": 1}', ("b",), True, '{"a": 1, "b": true}', id="behind the last"),
        pytest.param('{"a":1}', ("b",), True, '{"a":1,"b":true}', id="behind the last of a dense object"),
        pytest.param('{"a": 1, "c": 2}', ("b",), "x", '{"a": 1, "c": 2, "b": "x"}', id="with the blanks of the last"),
        pytest.param('{\n  "a": 1\n}', ("b",), [], '{\n  "a": 1,\n  "b": []\n}', id="on a line of its own"),
        pytest.param("{\n}", ("b",), 0, '{"b": 0\n}', id="into an empty object"),
        pytest.param('{"o": {"a": {"z": 9}}}', ("o", "b"), 1, '{"o": {"a": {"z": 9}, "b": 1}}', id="behind an object"),
    ],
)
def test_a_new_member_is_written_like_its_neighbours(text: str, path: Path, value: Any, result: str) -> None:
    assert must_change(at(text, *path), "insert", value) == result


@pytest.mark.parametrize("path", [("a",), ("x", "b"), ("l", "b"), ("s", "b")])
def test_a_member_is_inserted_only_where_it_is_absent_and_can_be_held(path: Path) -> None:
    assert changed(at('{"a": 1, "l": [], "s": "{"}', *path), "insert", 1) is None


def test_what_stands_at_a_place_is_put_elsewhere_as_it_is_written() -> None:
    text = '{"a": {"x" : 1.0}, "b": "\\u0041"}'
    assert must_change(at(text, "c"), "insert", Place(at(text).document, ("a",))) == text[:-1] + ', "c": {"x" : 1.0}}'
    assert must_change(at(text, "a"), "set", Place(at(text).document, ("b",))) == text.replace(
        '{"x" : 1.0}', '"\\u0041"'
    )


def test_what_stands_at_a_place_in_an_item_stays_escaped() -> None:
    first = embedded("[{&quot;a&quot;: 1}, &quot;&lt;&quot;]", 0)
    text = must_change(first, "set", Place(first.document, (1,)))
    assert text == in_item("[&quot;&lt;&quot;, &quot;&lt;&quot;]")


# --- insert, in XML --------------------------------------------------------------------------------------------------

NEW = {"label": 'A "new" one', "value": "a & <b>"}


def metadata(*items: str) -> str:
    return f"<CallCenter><sections>{''.join(items)}<name>s</name></sections></CallCenter>"


def metadata_item(name: str, label: str, value: str) -> str:
    return f"\n  <items>\n    <label>{label}</label><name>{name}</name>\n    <value>{value}</value>\n  </items>"


@pytest.mark.parametrize(
    ("before", "item", "after"),
    [
        pytest.param(
            "",
            '<item sortOrder="0" name="i" label="L">x</item>',
            '<item sortOrder="1" name="j" label="A &quot;new&quot; one">a &amp; &lt;b></item>',
            id="one line",
        ),
        pytest.param(
            "\r\n\t",
            "<item name='i' label='L' sortOrder='7'>x</item>",
            "<item name='j' label='A \"new\" one' sortOrder='8'>a &amp; &lt;b></item>",
            id="a line of its own, other quotes and order",
        ),
        pytest.param("\n", '<item name="i">x</item>', '<item name="j">a &amp; &lt;b></item>', id="attributes left out"),
        pytest.param(
            " ",
            '<item name="i"><![CDATA[x]]></item>',
            '<item name="j"><![CDATA[a & <b>]]></item>',
            id="CDATA",
        ),
    ],
)
def test_a_new_item_is_written_like_the_last_one(before: str, item: str, after: str) -> None:
    around = '<callCenter><section name="s">{}\n</section></callCenter>'
    place = Place(xml(around.format(before + item)), ("s", "j"))
    gap = before if before.strip(" ") else ""
    assert must_change(place, "insert", NEW) == around.format(before + item + gap + after)


def test_a_new_item_of_the_metadata_form_is_written_like_the_last_one() -> None:
    items = [metadata_item("h", "H", "1"), metadata_item("i", "I", "2")]
    new = metadata_item("j", 'A "new" one', "a &amp; &lt;b>")
    assert must_change(Place(xml(metadata(*items)), ("s", "j")), "insert", NEW) == metadata(*items, new)


def test_a_new_item_goes_behind_a_remark_on_the_last_one_and_not_into_it() -> None:
    before = '<callCenter><section name="s">\n<item sortOrder="4" name="h">1</item>\n<item sortOrder="2" name="i"/> <!-- on i -->'
    text = must_change(Place(xml(f"{before}\n</section></callCenter>"), ("s", "j")), "insert", NEW)
    assert text == f'{before}\n<item sortOrder="5" name="j">a &amp; &lt;b></item>\n</section></callCenter>'


def test_the_value_of_another_item_is_put_into_a_new_one_as_it_is_written() -> None:
    old = "<item name='i' label='L'>&#65;<!-- why --><![CDATA[<]]></item>"
    text = (
        f"<callCenter><section name='s'>{old}</section><section name='t'><item name='k'>x</item></section></callCenter>"
    )
    document = xml(text)
    moved = must_change(Place(document, ("t", "i")), "insert", {"label": "L", "value": Place(document, ("s", "i"))})
    assert moved == text.replace("x</item>", "x</item><item name='i'>&#65;<!-- why --><![CDATA[<]]></item>")


@pytest.mark.parametrize(
    ("items", "path"),
    [
        pytest.param("<item name='i'>x</item>", ("s", "i"), id="it is there"),
        pytest.param("<item name='i'>x</item>", ("t", "j"), id="no such section"),
        pytest.param("", ("s", "j"), id="no item"),
        pytest.param("<item name='i'/>", ("s", "j"), id="no item with two tags"),
        pytest.param("<item name='i' note='n'>x</item>", ("s", "j"), id="an attribute of somebody else's"),
        pytest.param("<item name='i'>x<b/></item>", ("s", "j"), id="an element in the value"),
        pytest.param("<item name='i'>x<!-- on i --></item>", ("s", "j"), id="a comment in the value"),
    ],
)
def test_no_item_is_inserted_where_nothing_shows_how(items: str, path: Path) -> None:
    text = f"<callCenter><section name='s'>{items}</section></callCenter>"
    assert changed(Place(xml(text), path), "insert", NEW) is None


@given(st.dictionaries(json_texts, st.integers(), max_size=3), json_texts, json_texts)
@settings(deadline=None)
def test_a_member_of_embedded_json_is_escaped_for_its_host(members: dict[str, int], name: str, value: str) -> None:
    if name not in members:
        text = must_change(embedded(escape(json.dumps(members)), name), "insert", value)
        assert CallCenter(xml(text)).item("i").json().data == {**members, name: value}


@pytest.mark.parametrize("inner", ['{"comp": "div"}', '"a&amp;b"', "[]"])
def test_wrapping_puts_brackets_around_a_value(inner: str) -> None:
    assert must_change(at(f'{{"children": {inner}}}', "children"), "wrap") == f'{{"children": [{inner}]}}'
    hosted = escape(f'{{"children": {inner}}}')
    assert must_change(embedded(hosted, "children"), "wrap") == in_item(escape(f'{{"children": [{inner}]}}'))


def test_nothing_is_inserted_into_other_metadata() -> None:
    text = '<Profile xmlns="http://soap.sforce.com/2006/04/metadata"><custom>true</custom></Profile>'
    document = parse_component("Agent.profile-meta.xml", text)
    assert changed(Place(document, ("custom",)), "set", "false") == text.replace("true", "false")
    assert changed(Place(document, ("description",)), "insert", "x") is None


# --- parts of values, beside CDATA sections --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "at", "result"),
    [
        pytest.param("a<![CDATA[b]]>c", 2, "a<![CDATA[b]]>&lt;", id="behind"),
        pytest.param("<![CDATA[a]]>b<![CDATA[c]]>", 2, "<![CDATA[a]]>b<![CDATA[<]]>", id="in the second"),
        pytest.param("<![CDATA[a]]>b<![CDATA[c]]>d", 3, "<![CDATA[a]]>b<![CDATA[c]]>&lt;", id="behind the second"),
    ],
)
@pytest.mark.parametrize("beside", ["x", "<![CDATA[x]]>"])
def test_a_part_is_escaped_unless_it_stands_in_a_section(content: str, at: int, result: str, beside: str) -> None:
    around = f"<callCenter><section name='s'><item name='a'>{beside}</item>"
    around += f"<item name='i'>{{}}</item><item name='b'>{beside}</item></section></callCenter>"
    place = Place(xml(around.format(content)), ("s", "i"))
    assert must_change(place.slice(at, at + 1), "set", "<") == around.format(result)


def test_a_part_of_a_plain_value_is_escaped_whatever_stands_beside_it() -> None:
    text = "<callCenter><section name='s'><item name='a'><![CDATA[x]]></item><item name='i'>abc</item>"
    text += "<item name='b'><![CDATA[x]]></item></section></callCenter>"
    place = Place(xml(text), ("s", "i"))
    assert must_change(place.slice(1, 2), "set", "<") == text.replace("abc", "a&lt;c")


# --- Apex and other metadata -----------------------------------------------------------------------------------------


def test_apex_is_set_as_it_is_said() -> None:
    source = "class A { String a = 'x'; }"
    place = Place(parse_component("A.cls", source), ()).slice(22, 23)
    assert must_change(place, "set", '"<&') == source.replace("x", '"<&')


def test_a_value_of_other_metadata_is_escaped() -> None:
    text = '<Profile xmlns="http://soap.sforce.com/2006/04/metadata"><description>a</description></Profile>'
    place = Place(parse_component("Agent.profile-meta.xml", text), ("description",))
    assert must_change(place, "set", 'x & "y"') == text.replace(">a<", '>x &amp; "y"<')


# --- set and remove, in allowed lists ---------------------------------------------------------------------------------


def entry(name: str, text: str, value: str) -> Place:
    """The place of an entry of an allowed list, or of the list at `e` in a config."""
    if name == "config":
        at_list = Place(parse_yaml("c.yaml", text, "config"), ("e", "allowlist"))
        entries = AllowList(at_list.document, root_at=at_list).entries
    else:
        entries = AllowList(parse_allowlist(name, text)).entries
    return next(one.at for one in entries if one.value == value)


@pytest.mark.parametrize(
    ("name", "text", "value", "result"),
    [
        pytest.param("l.txt", "# a\n  x.com  # b\r\ny.com", "*.z.com", "# a\n  *.z.com  # b\r\ny.com", id="line"),
        pytest.param("l.csv", "Domain,N\nx.com,b\n", "*.z.com", "Domain,N\n*.z.com,b\n", id="cell"),
        pytest.param("l.csv", '"x.com",b\n', "a;b", '"a;b",b\n', id="quoted cell"),
        pytest.param("l.csv", "x.com,b\n", "a;b", '"a;b",b\n', id="cell that needs quotes"),
        pytest.param("l.json", '["x.com"]', '*."', '["*.\\""]', id="JSON"),
        pytest.param("l.yaml", "- x.com # b\n", "z.com", "- z.com # b\n", id="plain scalar"),
        pytest.param("l.yaml", "- x.com\n", "*.z.com", "- '*.z.com'\n", id="plain scalar that needs quotes"),
        pytest.param("l.yaml", "- x.com\n", "1.5", "- '1.5'\n", id="plain scalar that would be a number"),
        pytest.param("l.yaml", "- 'x.com'\n", "o'z", "- 'o''z'\n", id="single quotes"),
        pytest.param("l.yml", '- "x.com"\n', "*.z.com", '- "*.z.com"\n', id="double quotes"),
        pytest.param("l.yml", '- "x.com"\n', "a\\b", "- 'a\\b'\n", id="double quotes that would need an escape"),
        pytest.param("l.yaml", "d:\n- |\n  x.com\n- y\n", "z.com", "d:\n- z.com\n- y\n", id="block scalar"),
        pytest.param(
            "config", "e: {allowlist: [y, x.com]}\n", "*.z", "e: {allowlist: [y, '*.z']}\n", id="in the config"
        ),
    ],
)
def test_an_entry_is_set_in_the_manner_of_its_file(name: str, text: str, value: str, result: str) -> None:
    assert must_change(entry(name, text, "x.com"), "set", value) == result


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        pytest.param("l.txt", "z.us1.com # b\n", "z.eu1.com # b\n", id="line"),
        pytest.param("l.csv", "z.us1.com,b\n", "z.eu1.com,b\n", id="cell"),
        pytest.param("l.json", '["z.us1.com"]', '["z.eu1.com"]', id="JSON"),
        pytest.param("l.yaml", "- 'z.us1.com'\n", "- 'z.eu1.com'\n", id="YAML"),
        pytest.param("config", "e:\n  allowlist: [z.us1.com]\n", "e:\n  allowlist: [z.eu1.com]\n", id="in the config"),
    ],
)
def test_a_part_of_an_entry_is_set(name: str, text: str, result: str) -> None:
    assert must_change(entry(name, text, "z.us1.com").slice(2, 5), "set", "eu1") == result


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        ("l.yaml", "- ${HOST}\n- x.com\n", "- ${HOST}\n- '*.z.com'\n"),
        ("l.txt", "${HOST}\nx.com\n", "${HOST}\n*.z.com\n"),
        ("l.json", '["${HOST}", "x.com"]', '["${HOST}", "*.z.com"]'),
    ],
)
def test_an_entry_is_set_beside_variables(name: str, text: str, result: str) -> None:
    document = with_variables(parse_allowlist(name, text), {"HOST": "y.com"})
    assert [one.value for one in AllowList(document).entries] == ["y.com", "x.com"]
    assert must_change(Place(document, (1,)), "set", "*.z.com") == result
    assert name == "l.json" or changed(Place(document, (0,)).slice(0, 1), "set", "z") is None


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        ("l.yaml", "- ${HOST}\n- z.us1.com\n", "- ${HOST}\n- z.eu1.com\n"),
        ("l.txt", "${HOST}\nz.us1.com\n", "${HOST}\nz.eu1.com\n"),
    ],
)
def test_a_part_of_an_entry_is_set_beside_variables(name: str, text: str, result: str) -> None:
    document = with_variables(parse_allowlist(name, text), {"HOST": "y.com"})
    assert must_change(Place(document, (1,)).slice(2, 5), "set", "eu1") == result


@pytest.mark.parametrize(
    ("name", "value"), [("l.txt", "a#b"), ("l.txt", ""), ("l.csv", 'a"b'), ("l.txt", "a\nb"), ("l.yaml", "a\nb")]
)
def test_an_entry_is_not_set_to_what_its_file_cannot_hold(name: str, value: str) -> None:
    text = "- x.com\n" if name == "l.yaml" else "x.com\n"
    assert changed(entry(name, text, "x.com"), "set", value) is None


@pytest.mark.parametrize(
    ("name", "text", "result"),
    [
        pytest.param("l.txt", "a\n  x.com # b\r\nc\n", "a\nc\n", id="line"),
        pytest.param("l.txt", "a\nx.com", "a\n", id="last line"),
        pytest.param("l.txt", "a\nb\nx.com\nc", "a\nb\nc", id="third line"),
        pytest.param("l.txt", "a\rb\rx.com\rc", "a\rb\rc", id="third line of old"),
        pytest.param("l.txt", "\nx.com\na", "\na", id="behind an empty line"),
        pytest.param("l.txt", "\rx.com\ra", "\ra", id="behind an empty line of old"),
        pytest.param("l.csv", 'Domain\r"x.com","b"\rc', "Domain\rc", id="row"),
        pytest.param("l.json", '["a", "x.com", "c"]', '["a", "c"]', id="JSON"),
        pytest.param("l.json", '["a", "x.com"]', '["a"]', id="last of JSON"),
        pytest.param("l.yaml", "# h\n- a\n- x.com  # b\n- c\n", "# h\n- a\n- c\n", id="dash"),
        pytest.param("l.yaml", "l:\n  - a\n  - x.com", "l:\n  - a\n", id="last dash"),
        pytest.param("l.yaml", "l:\n  - |\n    x.com\n  - a\n", "l:\n  - a\n", id="block scalar"),
        pytest.param("l.yaml", "l:\n  - x.com # b\n", "l:\n  [] # b\n", id="only dash"),
        pytest.param("l.yaml", "[a, 'x.com']", "[a]", id="brackets"),
        pytest.param("config", "e:\n  allowlist: [x.com, c]\n", "e:\n  allowlist: [c]\n", id="in the config"),
        pytest.param(
            "config", "e:\n  allowlist:\n  - x.com\n  - c\n", "e:\n  allowlist:\n  - c\n", id="below each other"
        ),
    ],
)
def test_an_entry_is_removed_with_its_line_or_comma(name: str, text: str, result: str) -> None:
    assert must_change(entry(name, text, "x.com"), "remove") == result


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("l.csv", 'x.com,"a\nb"\n', id="a row that goes on"),
        pytest.param("l.yaml", "- a\n- &one x.com\n- *one\n", id="an anchor"),
        pytest.param("l.yaml", "[&one x.com, *one]\n", id="an anchor in brackets"),
        pytest.param("l.yaml", "[&X x.com, *X]\n", id="a loud anchor in brackets"),
    ],
)
def test_an_entry_stays_where_more_would_go_with_it(name: str, text: str) -> None:
    assert changed(entry(name, text, "x.com"), "remove") is None


@given(st.text(min_size=1, max_size=8), st.sampled_from(["- x.com\n- y\n", "['x.com', y]", '["x.com", y]']))
@settings(deadline=None)
def test_any_text_that_yaml_can_hold_on_a_line_can_be_set(value: str, text: str) -> None:
    result = changed(entry("l.yaml", text, "x.com"), "set", value)
    assert (result is None) == (not value.isprintable())
    if result is not None:
        assert parse_allowlist("l.yaml", result).data == [value, "y"]
