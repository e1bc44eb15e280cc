from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.reporters.hostile import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 'text' [bold]ünïcode 漢字 ⚠️ 😀", "plain 'text' [bold]ünïcode 漢字 ⚠️ 😀"),
        ("\x1b[31m\x07\x00", r"\x1b[31m\x07\x00"),
        ("a\tb\nc\rd", r"a\tb\nc\rd"),
        ("\x7f\x85\x9b", r"\x7f\x85\x9b"),
        ("\u202a\u202e\u2066\u2069\u200e\u200f\u061c", r"\u202a\u202e\u2066\u2069\u200e\u200f\u061c"),
        ("\u200b\u200c\u200d\ufeff\u2060\xad", r"\u200b\u200c\u200d\ufeff\u2060\xad"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\ud83d \udc00", r"\ud83d \udc00"),
        ("\U000e0041", r"\U000e0041"),
        ("e\u0301", "e\u0301"),
        ("##[x] ###vso[y] ##teamcity[z", r"#\x23[x] ##\x23vso[y] #\x23teamcity[z"),
        ("##VSO[x] ## [x] # #[y]", r"#\x23VSO[x] ## [x] # #[y]"),
    ],
)
def test_printable(text, shown):
    assert printable(text) == shown


def test_no_control_and_no_invisible_format_character_is_left():
    acting = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    kept = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) in acting}
    kept = {character for character in kept if printable(character) == character}
    assert kept == set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")  # visible signs


@given(st.text(st.characters()))
@settings(deadline=None)
def test_the_result_is_final_and_can_be_encoded(text):
    shown = printable(text)
    assert printable(shown) == shown
    assert shown.encode().decode() == shown
