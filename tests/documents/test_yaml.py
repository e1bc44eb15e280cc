from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings, strategies as st

from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Document, Duplicate, Fault, NodeSpans, Place
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.documents.yaml_scalars import decode_scalar
from wxcc_lint.spans import Span


@pytest.fixture(params=["C", "Python"], autouse=True)
def _loader(request: pytest.FixtureRequest) -> Any:
    """Everything here holds for both scanners of PyYAML."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "Python":
            patch.delattr(yaml, "CSafeLoader")
        yield


def parse(text: str) -> Document:
    return parse_yaml("some.yaml", text, "config")


def fault_of(text: str) -> Fault:
    document = parse(text)
    assert document.data is None
    assert len(document.faults) == 1
    return document.faults[0]


def written(document: Document, span: Span | None) -> str | None:
    return None if span is None else document.text.text[span.start : span.end]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("off", "off"),
        ("on", "on"),
        ("yes", "yes"),
        ("No", "No"),
        ("y", "y"),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("tRue", "tRue"),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("'null'", "null"),
        ('"1"', "1"),
        ("2027-01-31", "2027-01-31"),
        ("2027-01-31 10:00:00", "2027-01-31 10:00:00"),
        ("190:20:30", "190:20:30"),
        ("12", 12),
        ("-12", -12),
        ("+12", 12),
        ("017", 17),
        ("0o17", 15),
        ("0o8", "0o8"),
        ("0x1F", 31),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-1.5E-1", -0.15),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("+.Inf", float("inf")),
        (".iNF", ".iNF"),
        (".", "."),
        ("=", "="),
        ("!!str 12", "12"),
        ("!!str", ""),
        ("!!int 0o17", 15),
        ("!!float 1", 1.0),
        ("!!bool true", True),
        ("!!null ~", None),
        ("!!seq [1]", [1]),
        ("!!map {a: 1}", {"a": 1}),
        ("|\n  off\n  on", "off\non\n"),
        (">-\n  off\n  on", "off on"),
        ('"\\x41\\u00e9\\U0001F600\\t"', "Aé\U0001f600\t"),
    ],
)
def test_scalars_follow_the_core_schema_of_yaml_1_2(scalar: str, value: Any) -> None:
    document = parse(f"key: {scalar}\n")
    assert document.faults == ()
    assert document.data == {"key": value}
    assert type(document.data["key"]) is type(value)


def test_nan_is_a_number() -> None:
    (value,) = parse("[.nan]").data
    assert value != value  # noqa: PLR0124


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "--- # nothing\n...\n", "~"])
def test_a_text_without_content_is_null(text: str) -> None:
    document = parse(text)
    assert document.data is None
    assert document.faults == ()
    assert document.nearest(("rules",)) == ()


def test_spans_are_as_written() -> None:
    text = (
        "# config 😀\n"
        "plain: off  # why\n"
        "'single': 'it''s'\n"
        '"double": "a\\tb"\n'
        "empty:\n"
        "folded: >\n  one\n  two\n\n"
        "list:\n- 1\n- {x: [], y: }\n"
        "marked: &name !!str 7\n"
        "flow: &flow # a note\n  [a]\n"
    )
    document = parse(text)
    spans = {path: (written(document, it.key), written(document, it.value)) for path, it in document.spans.items()}
    assert spans.pop(()) == (None, text[text.index("plain") : -1])
    assert spans == {
        ("plain",): ("plain", "off"),
        ("single",): ("'single'", "'it''s'"),
        ("double",): ('"double"', '"a\\tb"'),
        ("empty",): ("empty", ""),
        ("folded",): ("folded", ">\n  one\n  two"),
        ("list",): ("list", "1\n- {x: [], y: }"),
        ("list", 0): (None, "1"),
        ("list", 1): (None, "{x: [], y: }"),
        ("list", 1, "x"): ("x", "[]"),
        ("list", 1, "y"): ("y", ""),
        ("marked",): ("marked", "7"),
        ("flow",): ("flow", "[a]"),
        ("flow", 0): (None, "a"),
    }
    assert document.spans["empty",].value.start == text.index("empty:") + len("empty:")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_positions_do_not_depend_on_the_kind_of_line_break(line_break: str) -> None:
    document = parse(f"a: 1{line_break}b:{line_break}  - 'x{line_break}    y'{line_break}")
    assert document.data == {"a": 1, "b": ["x y"]}
    assert document.text.locate(document.spans["b", 0].value.start) == (3, 5)
    assert document.text.locate(document.spans["b", 0].value.end) == (4, 7)


def test_an_alias_repeats_a_value_and_stands_where_it_stands() -> None:
    document = parse("a: &x {k: [1]}\nb: *x\n")
    assert document.data == {"a": {"k": [1]}, "b": {"k": [1]}}
    assert written(document, document.spans["b",].value) == "*x"
    assert document.spans["b", "k", 0] == document.spans["a", "k", 0] == NodeSpans(None, Span(11, 12))


def test_an_alias_means_the_last_anchor_of_its_name() -> None:
    assert parse("[&x 1, *x, &x 2, *x]").data == [1, 1, 2, 2]


def test_an_alias_of_a_text_can_be_a_key() -> None:
    assert parse("- &x name\n- {*x : 1}\n").data == ["name", {"name": 1}]


def test_duplicate_keys_are_recorded_and_the_last_value_counts() -> None:
    document = parse("env:\n  a: 1\n  'a': [2]\n  a: 3\n")
    assert document.data == {"env": {"a": 3}}
    assert document.duplicates == (
        Duplicate(("env", "a"), Span(7, 8), Span(14, 17)),
        Duplicate(("env", "a"), Span(7, 8), Span(25, 26)),
    )
    assert document.spans["env", "a"] == NodeSpans(Span(25, 26), Span(28, 29))


@pytest.mark.parametrize(
    ("text", "place", "message", "help_"),
    [
        ("a:\n\tb: 1\n", (2, 1), "YAML cannot be indented with a tab", "indent with spaces"),
        ("a: 1\n\tb: 2\n", (2, 1), "YAML cannot be indented with a tab", "indent with spaces"),
        ("a: |\n\tx\n", (2, 1), "YAML cannot be indented with a tab", "indent with spaces"),
        ("a: 'x\nb: 1\n", (1, 4), "this quote is never closed", "add the closing '"),
        ('a: "x\nb: 1\n', (1, 4), "this quote is never closed", 'add the closing "'),
        ("a: one: two\n", (1, 7), "a second ': ' stands in this value", "put the value in quotes"),
        (
            "a: 1\n  b: 2\n",
            (2, 4),
            "this key is indented too far, or the value above runs on into it",
            "align it with the keys above",
        ),
        (
            "a:\n    b: 1\n  c: 2\n",
            (3, 3),
            "this line does not fit the lines above it",
            "check its indentation; keys and '- ' entries cannot mix",
        ),
        (
            "a: 1\n- b\n",
            (2, 1),
            "this line does not fit the lines above it",
            "check its indentation; keys and '- ' entries cannot mix",
        ),
        (
            "a: 'it's'\n",
            (1, 8),
            "nothing can follow here: the value is complete",
            "check quotes and brackets; inside single quotes an apostrophe is written twice",
        ),
        (
            "a: 1\nfoo\nb: 2\n",
            (2, 1),
            "a ':' is missing behind this key",
            "write 'key: value', with a space behind the ':'",
        ),
        ("a: [1, 2\nb: 3\n", (1, 4), "this '[' has no ']', or a ',' is missing behind it", "close the list with ']'"),
        ("a: {b: 1\n", (1, 4), "this '{' has no '}', or a ',' is missing behind it", "close it with '}'"),
        ("a: [1,,2]\n", (1, 7), "a value is missing before ','", "write the value, or take the ',' away"),
        ("- *.json\n", (1, 3), "in YAML a value that begins with '*' is an alias", "put the value in quotes"),
        ("- **/a.json\n", (1, 3), "in YAML a value that begins with '*' is an alias", "put the value in quotes"),
        ("a: &\n", (1, 4), "in YAML a value that begins with '&' has an anchor", "put the value in quotes"),
        ("a: !x!foo b\n", (1, 4), "in YAML a value that begins with '!' has a tag", "put the value in quotes"),
        ("a: @x\n", (1, 4), "a value cannot begin with '@'", "put the value in quotes"),
        ("a: - b\n", (1, 4), "a list entry cannot begin here", "begin the list on a line of its own"),
        ("a: |5x\n", (1, 6), "only a comment may follow '|' or '>'", "begin the text on the next line"),
        (
            'a: "\\q"\n',
            (1, 5),
            "this backslash begins no escape that YAML knows",
            "use single quotes, or write \\\\ for a backslash",
        ),
        (
            'a: "C:\\users"\n',
            (1, 7),
            "this backslash begins no escape that YAML knows",
            "use single quotes, or write \\\\ for a backslash",
        ),
        (": x\n", (1, 1), "a key is missing before the ':'", "write 'key: value'"),
        ("--- a\n--- b\n", (2, 1), "a second document begins here", "keep one document in a file"),
        (
            "a: \x07\n",
            (1, 4),
            "the character U+0007 cannot stand in YAML",
            "delete it, or write it as an escape in double quotes",
        ),
        ("<<: {a: 1}\n", (1, 1), "merging mappings with '<<' is not supported", "write the keys out"),
        ("1: x\n", (1, 1), "the key '1' is not text", "put it in quotes: '1'"),
        ("a: 1\ntrue: x\n", (2, 1), "the key 'true' is not text", "put it in quotes: 'true'"),
        ("{{ x }}: 1\n", (1, 1), "a list or mapping cannot be a key", "put a text that begins like one in quotes"),
        ("a: !foo b\n", (1, 4), "the tag '!foo' is not supported", "put a text that begins with '!' in quotes"),
        ("a: !!set {x}\n", (1, 4), "the tag '!!set' is not supported", "put a text that begins with '!' in quotes"),
        ("a: !!seq {x: 1}\n", (1, 4), "the tag '!!seq' is not supported", "put a text that begins with '!' in quotes"),
        (
            "a: !!int x\n",
            (1, 10),
            "'x' is not a whole number, which its tag asks for",
            "put it in quotes if it is text",
        ),
        (
            "a: *x\n",
            (1, 4),
            "the alias '*x' has no anchor '&x' before it",
            "put the value in quotes if it is a pattern",
        ),
        (
            "&x [*x]\n",
            (1, 5),
            "the alias '*x' has no anchor '&x' before it",
            "put the value in quotes if it is a pattern",
        ),
        (f"a: {'9' * 5000}\n", (1, 4), "this number has too many digits to be read", "put it in quotes if it is text"),
    ],
)
def test_a_fault_is_told_in_plain_words(text: str, place: tuple[int, int], message: str, help_: str) -> None:
    fault = fault_of(text)
    assert (fault.rule, fault.message, fault.help) == ("meta/syntax", message, help_)
    assert parse(text).text.locate(fault.span.start) == place


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_is_limited_before_anything_recurses(opening: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": "x"}[opening]
    ends = closing if opening == "- " else closing * MAX_DEPTH
    assert parse(opening * MAX_DEPTH + ends).faults == ()
    fault = fault_of(opening * 100_000)
    assert (fault.rule, fault.message) == ("meta/too-deep", "mappings and lists are nested more than 200 deep")
    assert fault.span.start == len(opening) * MAX_DEPTH


def test_aliases_do_not_get_around_the_limit_of_nesting() -> None:
    half = "[" * 101 + "]" * 101
    assert fault_of(f"- &x {half}\n- {'[' * 101}*x{']' * 101}\n").rule == "meta/too-deep"


def test_aliases_of_aliases_are_refused_before_they_grow() -> None:
    lines = ["l0: &l0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    fault = fault_of("\n".join(lines))
    assert (fault.rule, fault.message) == (
        "meta/too-large",
        "the aliases of this file stand for more than 10000 values",
    )


def test_a_part_of_a_value_is_found_behind_quotes_and_escapes() -> None:
    document = parse("a: 'it''s /here'\nb: \"\\u0041\\n/here\"\nc: x /here\nd: >\n  x\n  /here\n")
    for key, start in (("a", 5), ("b", 2), ("c", 2)):
        place = Place(document, (key,)).slice(start, start + 5)
        assert written(document, place.span) == "/here"
    folded = Place(document, ("d",))
    assert folded.slice(2, 7).span == folded.span


_PRINTABLE = st.text(st.characters(min_codepoint=0x20, exclude_categories=["C", "Zl", "Zp"]), max_size=8)
_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_PRINTABLE, inner, max_size=4),
    max_leaves=20,
)


@given(_DATA, st.sampled_from([None, 2]))
@settings(deadline=None)
def test_json_is_yaml_and_every_span_reads_as_its_value(data: Any, indent: int | None) -> None:
    document = parse(json.dumps(data, ensure_ascii=False, indent=indent))
    assert document.faults == ()
    assert document.data == data
    for path, spans in document.spans.items():
        value = data
        for step in path:
            value = value[step]
        assert json.loads(written(document, spans.value) or "") == value
        if spans.key is not None:
            assert json.loads(written(document, spans.key) or "") == path[-1]


@given(st.text("ab: -[]{}'\"\n\t#&*!|>?%@\\,.~0é😀\r\ufeff\x85", max_size=40) | st.text(max_size=40))
@example('"\\UFFFFFFFF"')
@example('"\\ud800"')
@settings(deadline=None, max_examples=500)
def test_no_text_makes_it_fail(text: str) -> None:
    document = parse(text)
    found = [fault.span for fault in document.faults]
    found += [span for spans in document.spans.values() for span in (spans.key or spans.value, spans.value)]
    assert all(0 <= span.start <= span.end <= len(text) for span in found)
    assert len(document.faults) <= 1
    assert document.data is None or not document.faults


@given(_PRINTABLE)
@settings(deadline=None)
def test_a_scalar_is_decoded_character_by_character(text: str) -> None:
    for raw in (json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"):
        decoded, spans = decode_scalar(raw)
        assert decoded == text == parse(raw).data
        assert [span.start for span in spans] == [1, *(span.end for span in spans)][: len(spans)]
