"""JSON: data, spans, repeated keys, decoding, limits. What is said about broken texts is in test_json_syntax.py."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings, strategies as st

from wxcc_lint.documents.json import decode_value, parse_json
from wxcc_lint.documents.json_scan import UnexpectedError, scan_duplicates
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Document, Duplicate, NodeSpans, Place
from wxcc_lint.spans import Span

BLANKS = st.text(" \t\r\n", max_size=3)
SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
characters = st.characters(exclude_categories=()) | st.sampled_from(
    '"\\/\b\n\t\x00{}[]:,\u00a0\u2028\ud83d\ude00\U0001f4de'
)
texts = st.text(characters, max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
)


@st.composite
def rendered(draw, value_strategy=values):
    """A JSON text with arbitrary blanks and escapes."""
    return _render(draw, draw(value_strategy))


def _render(draw, value):
    if isinstance(value, str):
        body = _render_string(draw, value)
    elif isinstance(value, dict):
        members = (f"{_padded(draw, _render_string(draw, key))}:{_render(draw, child)}" for key, child in value.items())
        body = "{" + (",".join(members) or draw(BLANKS)) + "}"
    elif isinstance(value, list):
        body = "[" + (",".join(_render(draw, child) for child in value) or draw(BLANKS)) + "]"
    else:
        body = json.dumps(value)
    return _padded(draw, body)


def _padded(draw, body):
    return draw(BLANKS) + body + draw(BLANKS)


def _render_string(draw, value):
    return '"' + "".join(_render_character(draw, character) for character in value) + '"'


def _render_character(draw, character):
    units = character.encode("utf-16-be", "surrogatepass")
    escaped = "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
    choices = [escaped, escaped.upper().replace("\\U", "\\u")]
    if character in SHORT_ESCAPES:
        choices.append(SHORT_ESCAPES[character])
    if character not in '"\\' and character >= " ":
        choices.append(character)
    return draw(st.sampled_from(choices))


def parse(text):
    return parse_json("layout.json", text, "layout")


def refuse_constant(word):
    raise ValueError(word)


def judge(text):
    """Whether a text is JSON, and what it says, by the standard library alone."""
    try:
        return True, json.loads(text, parse_constant=refuse_constant)
    except ValueError:
        return False, None


def nodes(value, path=()):
    yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield from nodes(child, (*path, step))


def cut(text, span):
    return text[span.start : span.end]


def assert_spans_say_what_the_data_say(document):
    text = document.text.text
    expected = list(nodes(document.data))
    assert set(document.spans) == {path for path, _ in expected}
    for path, value in expected:
        key, span = document.spans[path]
        assert cut(text, span).strip() == cut(text, span)
        # Compared as JSON: `True == 1` and `1 == 1.0` must not pass.
        assert json.dumps(json.loads(cut(text, span))) == json.dumps(value)
        if path and isinstance(path[-1], str):
            assert json.loads(cut(text, key)) == path[-1]
        else:
            assert key is None


def mutated(draw, text):
    position = draw(st.integers(0, len(text) - 1))
    removed = draw(st.sampled_from([0, 1, 1, len(text)]))
    inserted = draw(st.sampled_from(["", *"\"{}[]:,\\/#'<.-+01eEtn \t\n\r\x01\u00a0\u201c\ufeff", "NaN", "//", "\\u"]))
    return text[:position] + inserted + text[position + removed :]


def assert_read_or_one_fault(text):
    valid, data = judge(text)
    document = parse(text)
    if valid:
        assert json.dumps(document.data) == json.dumps(data)
        assert document.faults == ()
        return
    (fault,) = document.faults
    assert document.data is None
    assert fault.rule == "meta/syntax"
    assert fault.message
    assert fault.help
    assert 0 <= fault.span.start <= fault.span.end <= len(text)
    with pytest.raises(UnexpectedError):
        scan_duplicates(text)


def test_spans_of_every_kind_of_node():
    text = ' { "a" : [ 1 , "x" ] ,\r\n"b\\u0021":{ } }\n'
    document = parse(text)
    assert document.data == {"a": [1, "x"], "b!": {}}
    assert document.spans == {
        (): NodeSpans(None, Span(1, 39)),
        ("a",): NodeSpans(Span(3, 6), Span(9, 20)),
        ("a", 0): NodeSpans(None, Span(11, 12)),
        ("a", 1): NodeSpans(None, Span(15, 18)),
        ("b!",): NodeSpans(Span(24, 33), Span(34, 37)),
    }
    assert list(document.spans) == [(), ("a",), ("a", 0), ("a", 1), ("b!",)]


@pytest.mark.parametrize("path", [("c",), ("a", 2), ("a", -1), ("a", "0"), ("a", 1, 0), ("b!", "x"), (0,)])
def test_what_is_not_there_has_no_spans(path):
    spans = parse('{"a": [1, "x"], "b!": {}}').spans
    assert path not in spans
    with pytest.raises(KeyError):
        spans[path]


@pytest.mark.parametrize("text", ["0", "-1.5e+3", '""', "null", " true\n", "[]", "{}"])
def test_any_value_may_be_the_whole_text(text):
    document = parse(text)
    assert document.data == json.loads(text)
    assert cut(text, document.spans[()].value) == text.strip()


def test_the_document_carries_name_kind_and_host():
    host = Place(Document("cc.xml", "callcenter", parse("").text), ("section", "item"))
    document = parse_json("cc.xml", "[1]", "callcenter", host=host)
    assert (document.name, document.kind, document.host, document.text.text) == ("cc.xml", "callcenter", host, "[1]")


def test_a_part_of_a_value_is_found_through_its_escapes():
    document = parse(r'{"a": "x\u00e4\ud83d\ude00\"y"}')
    place = Place(document, ("a",))
    assert cut(document.text.text, place.slice(1, 3).span) == r"\u00e4\ud83d\ude00"
    assert cut(document.text.text, place.slice(4, 5).span) == "y"


@given(rendered())
@settings(deadline=None)
def test_spans_of_any_json_say_what_its_data_say(text):
    document = parse(text)
    assert json.dumps(document.data) == json.dumps(json.loads(text))
    assert_spans_say_what_the_data_say(document)


def test_spans_of_real_layouts_say_what_their_data_say(corpus):
    read = 0
    for file in sorted((corpus / "layouts").glob("*.json")):
        text = file.read_bytes().decode("utf-8-sig")
        document = parse(text)
        valid, data = judge(text)
        assert document.data == data
        assert len(document.faults) == (0 if valid else 1)
        if valid:
            assert_spans_say_what_the_data_say(document)
            read += 1
    assert read > 50


@given(rendered(texts))
@settings(deadline=None)
def test_decoded_strings_agree_with_the_standard_library_and_their_spans_tile_the_source(padded):
    raw = padded.strip()
    decoded, spans = decode_value(raw)
    assert decoded == json.loads(raw)
    assert len(spans) == len(decoded)
    edges = [1, *(span.end for span in spans)]
    assert [span.start for span in spans] == edges[:-1]
    assert edges[-1] == len(raw) - 1
    assert all(json.loads(f'"{cut(raw, span)}"') == character for span, character in zip(spans, decoded, strict=True))


@pytest.mark.parametrize(
    ("raw", "decoded", "spans"),
    [
        ('""', "", []),
        (r'"\n\/"', "\n/", [Span(1, 3), Span(3, 5)]),
        (r'"\uD83D\ude00x"', "\U0001f600x", [Span(1, 13), Span(13, 14)]),
        (r'"\ud83d"', "\ud83d", [Span(1, 7)]),
        (r'"\ud83d\ud83d\ude00"', "\ud83d\U0001f600", [Span(1, 7), Span(7, 19)]),
        (r'"\ude00\ud83d"', "\ude00\ud83d", [Span(1, 7), Span(7, 13)]),
        (r'"\\u0041"', r"\u0041", [Span(1, 3), Span(3, 4), Span(4, 5), Span(5, 6), Span(6, 7), Span(7, 8)]),
        ("-12", "-12", [Span(0, 1), Span(1, 2), Span(2, 3)]),
        ("[]", "[]", [Span(0, 1), Span(1, 2)]),
    ],
)
def test_decoded_values(raw, decoded, spans):
    assert decode_value(raw) == (decoded, spans)


def test_a_repeated_key_keeps_the_last_value_and_is_recorded():
    text = '{"a": {"x": 1}, "b": 2, "\\u0061": 3, "a": 4}'
    document = parse(text)
    assert document.data == {"a": 4, "b": 2}
    assert document.duplicates == (
        Duplicate(("a",), Span(1, 4), Span(24, 32)),
        Duplicate(("a",), Span(1, 4), Span(37, 40)),
    )
    # Nothing is left of the values that lost.
    assert set(document.spans) == {(), ("a",), ("b",)}
    assert document.spans["a",] == NodeSpans(Span(37, 40), Span(42, 43))


def test_repeats_are_recorded_at_any_depth_even_in_a_value_that_loses():
    document = parse('[{"a": {"k": 1, "k": 2}, "a": 3}]')
    assert [(repeat.path, repeat.first, repeat.again) for repeat in document.duplicates] == [
        ((0, "a", "k"), Span(8, 11), Span(16, 19)),
        ((0, "a"), Span(2, 5), Span(25, 28)),
    ]


def test_equal_keys_of_different_objects_are_no_repeats():
    assert parse('[{"a": 1}, {"a": {"a": 2}}]').duplicates == ()


def test_the_deepest_allowed_nesting_is_read_and_the_next_is_not():
    deepest = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert parse(deepest).faults == ()
    assert len(parse(deepest).spans) == MAX_DEPTH
    (fault,) = parse("[" + deepest + "]").faults
    assert fault.rule == "meta/too-deep"
    assert fault.message == "brackets are nested more than 200 deep"
    assert fault.span == Span(MAX_DEPTH, MAX_DEPTH + 1)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(["[{" * MAX_DEPTH, 'a quote " and [' * MAX_DEPTH]),
        "[" + "[],{}," * MAX_DEPTH + "0]",
    ],
    ids=["inside strings", "side by side"],
)
def test_many_brackets_are_not_deep(text):
    assert parse(text).data == json.loads(text)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '["\n' + "[" * 100_000])
def test_endless_nesting_is_one_finding(text):
    (fault,) = parse(text).faults
    assert fault.rule == "meta/too-deep"


@pytest.mark.parametrize("more", ["", '"]'])
def test_brackets_after_a_string_without_end_still_count(more):
    text = '["open\n' + "[" * MAX_DEPTH
    (fault,) = parse(text + more).faults
    assert fault.rule == "meta/too-deep"
    assert fault.span == Span(len(text) - 1, len(text))


def test_a_number_beyond_what_python_reads_is_a_finding():
    digits = "9" * 5000
    text = f'{{"a": "{digits}0", "b": 1, "c": -{digits}, "d": []}}'
    (fault,) = parse(text).faults
    assert fault.message == "this number has too many digits"
    assert cut(text, fault.span) == f"-{digits}"


def test_a_refusal_that_the_scanner_does_not_understand_is_still_a_finding(monkeypatch):
    def refuse(text, **options):
        raise json.JSONDecodeError("why ever", text, 3)

    monkeypatch.setattr(json, "loads", refuse)
    (fault,) = parse("[1, 2]").faults
    assert (fault.message, fault.span) == ("the text cannot be read as JSON from here on", Span(3, 4))


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_damaged_json_is_read_or_yields_one_fault(data):
    text = data.draw(rendered())
    for _ in range(data.draw(st.integers(1, 3))):
        text = mutated(data.draw, text or " ")
    assert_read_or_one_fault(text)


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_damaged_real_layouts_are_read_or_yield_one_fault(corpus, data):
    files = sorted((corpus / "layouts").glob("*.json"))
    text = data.draw(st.sampled_from(files)).read_bytes().decode("utf-8-sig")
    assert_read_or_one_fault(mutated(data.draw, text))


TOKENS = [*'{}[]:,"\\.+-0', '"a"', "1", "-0", "1.5e3", "01", "true", "nul", "NaN", " ", "\n", "\\u00e4", "\u00a0", "a'"]


@given(st.lists(st.sampled_from(TOKENS), max_size=8).map("".join) | st.text(max_size=8))
@example(text='"}"')
@example(text='"{"')
@settings(deadline=None, max_examples=500)
def test_judge_and_scanner_agree_on_any_heap_of_tokens(text):
    assert_read_or_one_fault(text)
    if judge(text)[0]:
        assert_spans_say_what_the_data_say(parse(text))
