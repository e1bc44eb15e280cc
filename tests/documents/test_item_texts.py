"""Values are cut into parts that know where they stand; no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.item_texts import date_parts, prefixes, template_parts

FILE = render_import(vocabulary().releases[-1])
LINE = '    <item sortOrder="0" name="reqPrefixStringTobeRemoved" label="Remove Phone Number Prefix Strings">'


def item_with(value):
    view = CallCenter(parse_callcenter("callcenter.xml", FILE.replace(f"{LINE}+1<", f"{LINE}{value}<")))
    return view.item("reqPrefixStringTobeRemoved")


def cut(parts):
    return [(part.kind, part.text) for part in parts]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("+1,+91", ["+1", "+91"]),
        (" +1, +91 ", ["+1", " +91"]),
        ("+1,,", ["+1", "", ""]),
        ("  ", []),
        ("", []),
    ],
)
def test_prefixes_are_what_stands_between_commas(value, expected):
    assert [part.text for part in prefixes(item_with(value))] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{direction} Call", [("variable", "{direction}"), ("text", " Call")]),
        ("{{x}}{!y}${z}", [("flow", "{{x}}"), ("merge", "{!y}"), ("script", "${z}")]),
        ("{x}}", [("variable", "{x}"), ("brace", "}")]),
        ("{{x}", [("brace", "{"), ("variable", "{x}")]),
        ("{a {b}", [("brace", "{"), ("text", "a "), ("variable", "{b}")]),
        ("5 $ or $5 ${", [("text", "5 $ or $5 "), ("text", "$"), ("brace", "{")]),
        ("{}", [("variable", "{}")]),
        ("", []),
    ],
)
def test_template_is_cut_into_variables_and_text(value, expected):
    assert cut(template_parts(item_with(value))) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("MM-dd", [("letters", "MM"), ("separator", "-"), ("letters", "dd")]),
        ("ddMM", [("letters", "dd"), ("letters", "MM")]),
        ("h 'o''clock'", [("letters", "h"), ("separator", " "), ("quoted", "'o'"), ("quoted", "'clock'")]),
        ("[at]a", [("bracketed", "[at]"), ("letters", "a")]),
        ("'d", [("delimiter", "'"), ("letters", "d")]),
        ("d]", [("letters", "d"), ("delimiter", "]")]),
        ("yyyy\u5e74", [("letters", "yyyy"), ("separator", "\u5e74")]),
    ],
)
def test_date_format_is_cut_into_letters_and_the_rest(value, expected):
    assert cut(date_parts(item_with(value))) == expected


def test_part_of_a_part_and_its_trimmed_text_keep_their_place():
    item = item_with(" +1 , \n+91 ")
    second = prefixes(item)[1].trimmed
    assert (second.text, item.text[second.start : second.end]) == ("+91", "+91")
    digits = second.part(1, 2)
    assert (digits.text, digits.start, digits.end) == ("91", second.start + 1, second.end)
    span = digits.at.span
    assert item.document.text.text[span.start : span.end] == "91"


def test_places_lead_through_entities_to_the_file():
    item = item_with("&#43;1,&#43;91")
    span = prefixes(item)[1].at.span
    assert item.document.text.text[span.start : span.end] == "&#43;91"


@settings(deadline=None)
@given(st.text("dM'[]{}$! ,+-ax", max_size=20))
def test_parts_put_together_are_the_value(value):
    item = item_with(value)
    for parts in (template_parts(item), date_parts(item)):
        assert "".join(part.text for part in parts) == item.text
        assert all(item.text[part.start : part.end] == part.text for part in parts)
    assert ",".join(part.text for part in prefixes(item)) == item.value
