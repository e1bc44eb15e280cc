"""Bytes to text: marks, declarations, and bytes that fit neither."""

from __future__ import annotations

import codecs
from encodings.aliases import aliases

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.model import Fault
from wxcc_lint.spans import Span


def fault_of(data: bytes) -> Fault:
    _, fault = decode(data)
    assert fault is not None
    assert fault.rule == "meta/encoding"
    return fault


def declared(encoding: str, content: bytes = b"<a/>") -> bytes:
    return b'<?xml version="1.0" encoding="' + encoding.encode() + b'"?>' + content


def test_utf_8_is_taken_as_it_is() -> None:
    assert decode("größe 電話 \U0001f600".encode()) == ("größe 電話 \U0001f600", None)


def test_a_utf_8_mark_is_dropped_once() -> None:
    assert decode(codecs.BOM_UTF8 + b"<a/>") == ("<a/>", None)
    assert decode(codecs.BOM_UTF8 * 2 + b"<a/>") == ("\ufeff<a/>", None)


def test_nothing_is_nothing() -> None:
    assert decode(b"") == ("", None)


def test_line_breaks_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n") == ("a\r\nb\rc\n", None)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        pytest.param("<a/>".encode("utf-16"), "UTF-16", id="utf-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + "<a/>".encode("utf-16-be"), "UTF-16", id="utf-16-be with mark"),
        pytest.param(codecs.BOM_UTF32_LE + "<a/>".encode("utf-32-le"), "UTF-32", id="utf-32-le with mark"),
        pytest.param(codecs.BOM_UTF32_BE + "<a/>".encode("utf-32-be"), "UTF-32", id="utf-32-be with mark"),
        pytest.param("<a/>".encode("utf-16-le"), "UTF-16", id="utf-16-le without mark"),
        pytest.param("<a/>".encode("utf-16-be"), "UTF-16", id="utf-16-be without mark"),
    ],
)
def test_wide_encodings_are_refused_and_still_shown(data: bytes, shown: str) -> None:
    text, fault = decode(data)
    assert text == "<a/>"
    assert fault == Fault(
        "meta/encoding",
        f"this is {shown}, not UTF-8",
        Span(0, 1),
        "save it as UTF-8 (in an editor: Save with encoding)",
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_json_is_recognised_by_its_brace(encoding: str) -> None:
    text, fault = decode('{"a": 1}'.encode(encoding))
    assert text == '{"a": 1}'
    assert fault is not None
    assert fault.message == "this is UTF-16, not UTF-8"


def test_half_a_character_at_the_end_of_utf_16_does_no_harm() -> None:
    text, fault = decode("<a/>".encode("utf-16") + b"x")
    assert text == "<a/>\ufffd"
    assert fault is not None


@pytest.mark.parametrize(
    ("encoding", "content", "text"),
    [
        ("ISO-8859-1", b"\xfc", "ü"),
        ("windows-1252", b"\x80", "€"),
        ("Shift_JIS", "電話".encode("shift_jis"), "電話"),
        ("utf-8", b"\xc3\xbc", "ü"),
    ],
)
def test_a_declared_encoding_is_used(encoding: str, content: bytes, text: str) -> None:
    assert decode(declared(encoding, content)) == (declared(encoding).decode().replace("<a/>", text), None)


def test_a_declaration_may_have_single_quotes_and_blanks_around_its_equals_sign() -> None:
    text, fault = decode(b"\n<?xml version='1.0' encoding = 'latin1' ?>\xfc")
    assert (text[-1], fault) == ("ü", None)


@pytest.mark.parametrize(
    "encoding",
    ["utf-9", "zip", "rot13", "idna", "punycode", "undefined", "unicode_escape", "raw-unicode-escape", "..", "aliases"],
)
def test_an_encoding_that_does_not_exist_is_told_at_its_name(encoding: str) -> None:
    data = declared(encoding)
    fault = fault_of(data)
    assert fault.message == f"the XML declaration names an encoding that does not exist: '{encoding}'"
    assert fault.help == 'write encoding="UTF-8"'
    assert data.decode()[fault.span.start : fault.span.end] == encoding


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-32", "cp037"])
def test_an_encoding_in_which_the_declaration_itself_makes_no_sense_is_told(encoding: str) -> None:
    text, fault = decode(declared(encoding))
    assert text == declared(encoding).decode()
    assert fault is not None
    assert fault.message == f"the XML declaration names an encoding that the file is not in: '{encoding}'"


def test_a_byte_that_fits_nothing_is_told_where_it_stands_and_what_it_may_have_been() -> None:
    text, fault = decode("ä".encode() + b"x\xe4y")
    assert text == "äx\ufffdy"
    assert fault == Fault(
        "meta/encoding",
        "the byte 0xE4 is not valid UTF-8 (in Windows-1252 or Latin-1 it would be 'ä')",
        Span(2, 3),
        "save it as UTF-8, and let the XML declaration, if there is one, say so",
    )


def test_the_place_of_a_wrong_byte_does_not_count_the_mark() -> None:
    assert fault_of(codecs.BOM_UTF8 + b"<\xff").span == Span(1, 2)


@pytest.mark.parametrize("byte", [b"\x81", b"\xa0", b"\xad"])
def test_no_guess_is_made_where_it_would_show_nothing(byte: bytes) -> None:
    assert fault_of(b"<a>" + byte).message == f"the byte 0x{byte[0]:02X} is not valid UTF-8"


def test_a_byte_that_does_not_fit_the_declared_encoding_is_told_in_its_name() -> None:
    assert fault_of(declared("us-ascii", b"\xe4")).message.startswith("the byte 0xE4 is not valid US-ASCII")


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_any_bytes_give_a_text_and_a_place_within_it(data: bytes) -> None:
    text, fault = decode(data)
    if fault is not None:
        assert 0 <= fault.span.start <= len(text)


@given(st.sampled_from(sorted(set(aliases.values()))), st.binary(max_size=20))
@settings(deadline=None)
def test_any_encoding_python_knows_gives_a_readable_declaration(encoding: str, content: bytes) -> None:
    text, _ = decode(declared(encoding, content))
    assert text.startswith('<?xml version="1.0"')
