"""What is said about a text that is not JSON: the words, and the very characters they are said about."""

from __future__ import annotations

import pytest

from wxcc_lint.documents.json import parse_json

NBSP, SOFT_HYPHEN, ZERO_WIDTH = "\u00a0", "\u00ad", "\u200b"


def only_fault(text):
    (fault,) = parse_json("layout.json", text, "layout").faults
    assert fault.rule == "meta/syntax"
    return fault


def check(text, message, under):
    fault = only_fault(text)
    assert (fault.message, text[fault.span.start : fault.span.end]) == (message, under)


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("{“id”: 1}", "“id”"),
        ("{„id“: 1}", "„id“"),
        ('{"id": \u2018x\u2019}', "\u2018x\u2019"),
        ("{“id: 1}", "“"),
    ],
)
def test_curly_quotes(text, under):
    check(text, "curly quotes stand where straight ones should", under)
    assert "a word processor, a PDF or a web page" in only_fault(text).help


@pytest.mark.parametrize("text", ['{"id”: 1}', '{"id”: "x"}', '{"id": "x”, "to": "y"}', '{"id": "x”\n}', '["x”'])
def test_a_curly_quote_that_should_have_closed_the_string(text):
    check(text, "the curly quote ” does not end what a straight quote begins", "”")


def test_curly_quotes_inside_a_text_are_not_blamed_for_a_straight_one():
    check('{"a": "say “hi” or "ho" now"}', "a text ends at this quote, but more follows without a gap", '"')


@pytest.mark.parametrize(
    ("text", "called", "under"),
    [
        (f'{{"a":{NBSP}{NBSP}1}}', "no-break space (U+00A0)", NBSP * 2),
        (f'{{{ZERO_WIDTH}"a": 1}}', "zero width space (U+200B)", ZERO_WIDTH),
        (f'{{"a"{SOFT_HYPHEN}: 1}}', "soft hyphen (U+00AD)", SOFT_HYPHEN),
        ("\ufeff[]", "zero width no-break space (U+FEFF)", "\ufeff"),
        ("[]\x0c", "control character (U+000C)", "\x0c"),
    ],
)
def test_invisible_characters(text, called, under):
    check(text, f"an invisible character stands between the parts of the JSON: {called}", under)


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ('{"a": 1,}', "a comma stands before the closing '}'", ","),
        ('["a",\n]', "a comma stands before the closing ']'", ","),
        ('{"a": 1},', "a comma stands after the end of the JSON", ","),
        ('{"a": 1,, "b": 2}', "nothing stands before this comma", ","),
        ("[,1]", "nothing stands before this comma", ","),
        ('{"a":,}', "a value is missing before this comma", ","),
        ('{"a":}', "a value is missing before this '}'", "}"),
        ('{"a": 1 "bc": 2}', "a comma is missing before 'bc'", '"bc"'),
        ('{"a": {}\n "bc": 2}', "a comma is missing before 'bc'", '"bc"'),
        ("[1 -2]", "a comma is missing before '-2'", "-2"),
        ("[{} {}]", "a comma is missing before '{'", "{"),
        ('{"a": 1; "b": 2}', "';' cannot stand here; expected a comma or a closing bracket", ";"),
    ],
)
def test_commas(text, message, under):
    check(text, message, under)


def test_a_trailing_comma_is_the_last_one():
    assert only_fault("[1, 2,]").span.start == 5
    assert only_fault('{"a": 1,, "b": 2}').span.start == 8


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ('{"a" 1}', "a colon is missing after the key 'a'", "1"),
        ('{"a" "bc"}', "a colon is missing after the key 'a'", '"bc"'),
        ('{"a" = 1}', "a colon is missing after the key 'a'", "="),
        ('{"a", "b"}', "a colon is missing after the key 'a'", ","),
        ('{"a"}', "a colon is missing after the key 'a'", "}"),
        ('{"a":: 1}', "this colon is one too many", ":"),
        ('{"a": 1: 2}', "this colon is one too many", ":"),
        ("{: 1}", "a key is missing before this colon", ":"),
        ('["a": 1]', "the key 'a' stands in a list; only objects have keys", '"a"'),
        ('{{"a": 1}}', "a key is missing before this '{'", "{"),
    ],
)
def test_colons_and_keys(text, message, under):
    check(text, message, under)


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ('{"a": 1 // one\n}', "// one"),
        ('{"a": 1} // "b"', '// "b"'),
        ('{/* first\nsecond */ "a": 1}', "/* first\nsecond */"),
        ('[1, /* no end\n"a"]', "/* no end"),
        ('# heading\n{"a": 1}', "# heading"),
        ("[<!-- here -->1]", "<!-- here -->"),
    ],
)
def test_comments(text, under):
    check(text, "a comment stands here, and JSON has none", under)


@pytest.mark.parametrize("text", ["{'it is': 1}", "['it is']", "['it is'\n"])
def test_single_quotes(text):
    check(text, "single quotes stand where double ones should", "'it is'")


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ("{headless: {}}", "the key 'headless' is not in quotes", "headless"),
        ('{"a": 1, base-url: 2}', "the key 'base-url' is not in quotes", "base-url"),
        ("{1: 2}", "the key '1' is not in quotes", "1"),
        ('{"a": hello}', "the text 'hello' is not in quotes", "hello"),
        ('{"a": https://x.y/z?q=1}', "the text 'https://x.y/z?q=1' is not in quotes", "https://x.y/z?q=1"),
        ("[" + "x" * 60 + "]", "the text '" + "x" * 39 + "…' is not in quotes", "x" * 60),
    ],
)
def test_missing_quotes(text, message, under):
    check(text, message, under)


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ('{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}', "<<<<<<<"),
        ('{"a": 1,\r=======\r}', "======="),
        ('{"a": 1\n=======\n"a": 2\n}', "======="),
        ('{"a": 1}\n>>>>>>> theirs', ">>>>>>>"),
        ("[1\n||||||| base\n]", "|||||||"),
    ],
)
def test_merge_conflicts(text, under):
    check(text, f"'{under}' was left by a merge conflict", under)


def test_a_marker_inside_a_line_is_none():
    check("[ =======]", "'=' cannot stand here; expected a value", "=======")


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ('{"isDe-\n faultValue": 1}', "the line ends inside this key, before its closing quote", '"isDe-'),
        ('{"a": "one\r\ntwo"}', "the line ends inside this value, before its closing quote", '"one'),
        (
            '{"advancedHeader: {\n  }\n}',
            "the line ends inside this key, before its closing quote",
            '"advancedHeader: {',
        ),
        ('["one\\\ntwo"]', "the line ends inside this value, before its closing quote", '"one\\'),
        ('{"a": "one\ttwo"}', "a raw tab stands inside this value", "\t"),
        ('{"a\x01": 1}', "a raw control character (U+0001) stands inside this key", "\x01"),
        (r'{"a": "it\'s"}', r"JSON has no escape \'", r"\'"),
        (r'{"a": "C:\data"}', r"JSON has no escape \d", r"\d"),
        (r'{"a": "\x41"}', r"JSON has no escape \x", r"\x"),
        (r'["\u12G4"]', r"JSON has no escape \u12G4", r"\u12G4"),
        (r'["\u12"]', r"JSON has no escape \u12", r"\u12"),
        ('{"a": "one', "the text ends inside this value", '"one'),
        ('{"a": 1, "b', "the text ends inside this key", '"b'),
        ('["one\\', "the text ends inside this value", '"one\\'),
    ],
)
def test_strings_that_go_wrong_inside(text, message, under):
    check(text, message, under)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ('["a\tb"]', r"put a space in its place; if it belongs to the text, write \t"),
        ('["a\x1fb"]', r"put a space in its place; if it belongs to the text, write \u001f"),
        (r'["\'"]', "write the single quote without a backslash"),
        (r'["\u1"]', r"write four hexadecimal digits after \u, as in \u00e4"),
        (r'["\d"]', r"to have a backslash in a text, as in a Windows path, write two: C:\\data"),
        ("[True]", "write true"),
        ("[None]", "write null"),
        ('{"a": 1 "b": 2}', "put a comma after the value before it"),
        ("[{", "add the missing '}', and whatever else was cut off at the end"),
        ('{"a", "b"}', "write a colon and a value after the key; a list of texts stands in [ ], not in { }"),
    ],
)
def test_remedies_are_concrete(text, remedy):
    assert only_fault(text).help == remedy


@pytest.mark.parametrize("text", ['{"a": "say "hello" now"}', '{"a": ""doubled""}', '["C:"\\temp]', '["it"\'s]'])
def test_a_quote_inside_a_text(text):
    fault = only_fault(text)
    assert fault.message == "a text ends at this quote, but more follows without a gap"
    assert text[fault.span.start : fault.span.end] == '"'
    assert fault.help.startswith(r"write \" for a quote inside a text")


@pytest.mark.parametrize(
    ("text", "message", "start"),
    [
        ('{"a": {"b": [1, {', "the '{' of list item 2 is never closed", 16),
        ('{"a": {"b": [1, 2', "the '[' of 'b' is never closed", 12),
        ('{"a": 1', "the '{' at the very beginning is never closed", 0),
        ('  {"a":', "the '{' at the very beginning is never closed", 2),
        ('[{"a": 1]', "this ']' cannot close the '{' of list item 1, which is still open", 8),
        ('{"a": [1}', "this '}' cannot close the '[' of 'a', which is still open", 8),
        ('{"a": 1}}', "this '}' closes nothing: no bracket is open here", 8),
        ("]", "this ']' closes nothing: no bracket is open here", 0),
    ],
)
def test_brackets(text, message, start):
    fault = only_fault(text)
    assert (fault.message, fault.span.start, fault.span.end) == (message, start, start + 1)


def test_the_indentation_tells_which_bracket_is_not_closed():
    text = '{\n  "agent": {\n    "area": {\n      "panel": [],\n  },\n  "x": {}\n}\n'.replace("[],", "[]")
    fault = only_fault(text)
    assert fault.message == "this '{' is probably never closed: the next bracket that could close it is indented less"
    assert text[: fault.span.end].endswith('"area": {')
    assert fault.help == "add the missing '}' where this part ends"


def test_a_text_that_was_cut_off_is_no_matter_of_indentation():
    text = '{\r\n  "agent": {\r\n    "area": {\r\n    },\r\n    "panel": {'
    check(text, "the '{' of 'panel' is never closed", "{")
    assert only_fault(text).span.end == len(text)


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        ('{"a": 1} {"b": 2}', "a second JSON value starts here, where only one may stand", "{"),
        ('[]\n"more"', "a second JSON value starts here, where only one may stand", '"more"'),
        (
            '"headless": {"id": "x"},',
            "'headless' and its value are a piece of an object without the braces",
            '"headless"',
        ),
        ("{}: 1", "this colon is one too many", ":"),
        ("{};", "';' cannot stand here; expected nothing more", ";"),
    ],
)
def test_what_follows_the_end(text, message, under):
    check(text, message, under)


@pytest.mark.parametrize("word", ["True", "FALSE", "None", "Null", "undefined"])
def test_words_of_other_languages(word):
    check(f'{{"a": {word}}}', f"'{word}' is not a word that JSON knows", word)


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "nan"])
def test_numbers_that_are_none(word):
    check(f"[{word}]", f"JSON has no number '{word}'", word)


@pytest.mark.parametrize(
    ("number", "message"),
    [
        ("007", "the number '007' begins with a zero too many"),
        ("-01", "the number '-01' begins with a zero too many"),
        ("+49", "the number '+49' begins with a plus sign"),
        (".5", "the number '.5' has no digit before its dot"),
        ("5.", "the number '5.' has no digit after its dot"),
        ("1.2.3", "'1.2.3' is not a number that JSON knows"),
        ("0x1F", "'0x1F' is not a number that JSON knows"),
        ("12px", "'12px' is not a number that JSON knows"),
    ],
)
def test_numbers_in_another_notation(number, message):
    check(f'{{"a": {number}}}', message, number)


@pytest.mark.parametrize(
    ("text", "message", "under"),
    [
        (
            "[{&quot;a&quot;: 1}]",
            "'&quot;' stands where a quote should: this JSON is escaped for XML once too often",
            "&quot;",
        ),
        (
            '{"a": &amp;#34;x&amp;#34;}',
            "'&amp;#34;' stands where a quote should: this JSON is escaped for XML once too often",
            "&amp;#34;",
        ),
        ('{"a": <token>}', "the placeholder '<token>' stands outside quotes", "<token>"),
        ('{"a": ${TOKEN}}', "the placeholder '${TOKEN}' stands outside quotes", "${TOKEN}"),
        ('{"a": ...}', "'...' stands for something that was left out", "..."),
        ("[1, …]", "'…' stands for something that was left out", "…"),
    ],
)
def test_templates_and_entities(text, message, under):
    check(text, message, under)


@pytest.mark.parametrize("text", ["", " \r\n\t"])
def test_empty_texts(text):
    check(text, "the text is empty; expected JSON", "")


def test_the_fragments_of_real_layouts_are_named_as_such(corpus):
    messages = []
    for file in sorted((corpus / "layouts").glob("*.json")):
        text = file.read_bytes().decode("utf-8-sig")
        messages += [
            (text[fault.span.start : fault.span.end], fault.message)
            for fault in parse_json(file.name, text, "layout").faults
        ]
    headless = ('"headless"', "'headless' and its value are a piece of an object without the braces")
    header = ('"header"', "'header' and its value are a piece of an object without the braces")
    assert messages == [headless, header, headless, headless]
