"""The grammar of identity paths and patterns."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.paths import (
    IdentityPath,
    IndexSelector,
    KeySelector,
    PathSyntaxError,
    Step,
    format_path,
    parse_path,
    parse_pattern,
)

special = st.text("/[]=,\"*#\\' \t\n\u3000ab\u20ac\U0001f4de", max_size=6)
words = special | st.text(max_size=8)
key_selectors = st.builds(
    KeySelector,
    st.dictionaries(words, words, min_size=1, max_size=3).map(lambda pairs: tuple(pairs.items())),
    st.integers(1, 999_999_999),
)
index_selectors = st.builds(IndexSelector, st.integers(0, 999_999_999))
selectors = st.lists(key_selectors | index_selectors, max_size=3).map(tuple)
nameless = st.lists(key_selectors | index_selectors, min_size=1, max_size=3).map(tuple)
steps = st.builds(Step, words, selectors) | st.builds(Step, st.none(), nameless)
paths = st.builds(IdentityPath, st.lists(steps, max_size=5).map(tuple))


@given(paths)
@settings(deadline=None)
def test_a_written_path_reads_back_as_itself(path):
    assert parse_path(format_path(path)) == path


@given(paths)
@settings(deadline=None)
def test_a_written_path_is_a_literal_pattern_that_matches_it(path):
    pattern = parse_pattern(format_path(path))
    assert pattern.matches(path)


@given(paths)
@settings(deadline=None)
def test_a_written_path_is_one_line(path):
    assert not set(format_path(path)) & {"\n", "\r", "\t"}


def refusal(parse, text):
    try:
        parse(text)
    except PathSyntaxError as error:
        return error
    return None


@given(st.text('/[]=,"*#\\ 012ab\n', max_size=20) | st.text(max_size=20), st.sampled_from([parse_path, parse_pattern]))
@settings(deadline=None, max_examples=500)
def test_any_text_is_read_or_refused_with_a_position(text, parse):
    error = refusal(parse, text)
    assert error is None or (0 <= error.position <= len(text) and str(error) == error.message != "")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/", IdentityPath()),
        ("/a", IdentityPath((Step("a"),))),
        ("/a/@label", IdentityPath((Step("a"), Step("@label")))),
        ("/[#0]", IdentityPath((Step(None, (IndexSelector(0),)),))),
        ("/a[#0][#12]/b", IdentityPath((Step("a", (IndexSelector(0), IndexSelector(12))), Step("b")))),
        ("/a[k=v]", IdentityPath((Step("a", (KeySelector((("k", "v"),)),)),))),
        ("/a[k=v][2]", IdentityPath((Step("a", (KeySelector((("k", "v"),), 2),)),))),
        ("/a[k=v][2][#1]", IdentityPath((Step("a", (KeySelector((("k", "v"),), 2), IndexSelector(1))),))),
        ("/a[k=v,l=w]", IdentityPath((Step("a", (KeySelector((("k", "v"), ("l", "w"))),)),))),
        ("/two words", IdentityPath((Step("two words"),))),
        ('/""', IdentityPath((Step(""),))),
        ('/" a"', IdentityPath((Step(" a"),))),
        ('/"a/b"["k=1"="[2]"]', IdentityPath((Step("a/b", (KeySelector((("k=1", "[2]"),)),)),))),
        (r'/"say \"hi\""', IdentityPath((Step('say "hi"'),))),
        (r'/"a\nb"', IdentityPath((Step("a\nb"),))),
        ('/"電話 *"', IdentityPath((Step("電話 *"),))),
        (r'/"\ud83d"', IdentityPath((Step("\ud83d"),))),
    ],
)
def test_canonical_texts(text, path):
    assert parse_path(text) == path
    assert format_path(path) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("/a[k=v][1]", "/a[k=v]"), ('/"a"["k"="v"]', "/a[k=v]"), (r'/"\u00e9"', "/é")],
)
def test_other_spellings_are_understood(text, canonical):
    assert format_path(parse_path(text)) == canonical


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("", 0, "'/' is missing at the end"),
        ("a/b", 0, "'/' should stand here, not 'a'"),
        ("/a/", 3, "a name is missing at the end"),
        ("//a", 1, "a name should stand here, not '/'"),
        ("/a=b", 2, "'/' should stand here, not '='; a name or value that holds it needs double quotes"),
        ("/a\nb", 2, r"'/' should stand here, not '\n'; a name or value that holds it needs double quotes"),
        ("/a/*", 3, "a name should stand here, not '*'; a name or value that holds it needs double quotes"),
        ("/ a", 1, "' a' has blanks around it: put it in double quotes"),
        ("/a[k =v]", 3, "'k ' has blanks around it: put it in double quotes"),
        ('/"a', 1, "this text in double quotes is not a JSON string"),
        (r'/"\x"', 2, "this text in double quotes is not a JSON string"),
        ('/"a"b', 4, "'/' should stand here, not 'b'"),
        ("/a[k=v]b", 7, "'/' should stand here, not 'b'"),
        ("/a[", 3, "a key is missing at the end"),
        ("/a[k", 4, "'=' is missing at the end"),
        ("/a[k=", 5, "a value is missing at the end"),
        ("/a[k=v", 6, "']' is missing at the end"),
        ("/a[k=v,k=w]", 7, "the key 'k' stands twice"),
        (
            "/a[#]",
            4,
            "a position, counted from 0, should stand here, not ']'; a name or value that holds it needs double quotes",
        ),
        ("/a[#01]", 5, "']' should stand here, not '1'"),
        ("/a[#" + "9" * 5000 + "]", 13, "']' should stand here, not '9'"),
        ("/a[2]", 2, "'[2]' selects nothing: write '[key=value]', '[key=value][2]' or, for a position, '[#0]'"),
        ("/a[k=v][0]", 7, "'[0]' selects nothing: write '[key=value]', '[key=value][2]' or, for a position, '[#0]'"),
    ],
)
def test_what_is_no_path_is_explained(text, position, message):
    with pytest.raises(PathSyntaxError) as caught:
        parse_path(text)
    assert (str(caught.value), caught.value.position) == (message, position)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("/a*", 2, "'/' should stand here, not '*'; a name or value that holds it needs double quotes"),
        ("/*a", 2, "'*' stands alone between two '/'"),
        ("/*[k=v]", 2, "'*' stands alone between two '/'"),
        ("/a/***", 5, "'**' stands alone between two '/'"),
        ("/**[k=v]", 3, "'**' stands alone between two '/'"),
        ("/a[k=*]", 5, "a value should stand here, not '*'; a name or value that holds it needs double quotes"),
        ("*", 0, "'/' should stand here, not '*'; a name or value that holds it needs double quotes"),
    ],
)
def test_what_is_no_pattern_is_explained(text, position, message):
    with pytest.raises(PathSyntaxError) as caught:
        parse_pattern(text)
    assert (str(caught.value), caught.value.position) == (message, position)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/", "/", True),
        ("/", "/a", False),
        ("/a", "/", False),
        ("/a", "/a", True),
        ("/a", "/A", False),
        ("/a", "/a/b", False),
        ("/a/item", "/a/item[k=v]", False),
        ("/a/item/**", "/a/item", True),
        ("/a/item/**", "/a/item[k=v]", True),
        ("/a/item/**", "/a/item[k=v]/prop", True),
        ("/a/item/**", "/a/items", False),
        ("/a/item/**", "/a", False),
        ("/a/*/prop", "/a/item[k=v]/prop", True),
        ("/a/*/prop", "/a/item[#0][#1]/prop", True),
        ("/a/*/prop", "/a/item/prop", True),
        ("/a/*/prop", "/a/prop", False),
        ("/a/*/prop", "/a/b/c/prop", False),
        ("/a/*", "/a", False),
        ("/a/*", "/a[k=v]", False),
        ("/*", "/[#0]", True),
        ("/*", "/[#0][#1]", True),
        ("/*/b", "/[#0]/b", True),
        ("/*", "/", False),
        ('/"*"', "/a", False),
        ('/"*"', '/"*"', True),
        ("/**", "/", True),
        ("/**", "/a/b[k=v]", True),
        ("/**/b", "/b", True),
        ("/**/b", "/a[k=v]/b", True),
        ("/**/b", "/b/a", False),
        ("/a/**/b", "/a/b", True),
        ("/a/**/b", "/a[#0]/x/b", True),
        ("/a/**/a", "/a", False),
        ("/a/**/*", "/a", False),
        ("/**/**", "/", True),
        ("/**/*/b", "/a[k=v]/b", True),
        ("/**/*/b", "/b", False),
        ("/a/**/[k=v]", "/a/item[k=v]", True),
        ("/a/**/[k=v]/prop", "/a/item[k=v]/prop", True),
        ("/a/**/[k=v]", "/a/item[k=w]", False),
        ("/a[k=v]", "/a[k=v]", True),
        ("/a[k=v]", "/a[k=w]", False),
        ("/a[k=v]", "/a[l=v]", False),
        ("/a[k=v]", "/a[k=v,l=w]", False),
        ("/a[k=v,l=w]", "/a[k=v]", False),
        ("/a[k=v,l=w]", "/a[l=w,k=v]", True),
        ("/a[k=v]", "/a[k=v][2]", True),
        ("/a[k=v][1]", "/a[k=v]", True),
        ("/a[k=v][1]", "/a[k=v][2]", False),
        ("/a[k=v][2]", "/a[k=v][2]", True),
        ("/a[k=v][2]", "/a[k=v]", False),
        ("/a[#0]", "/a[#0]", True),
        ("/a[#0]", "/a[#1]", False),
        ("/a[#0]", "/a[k=v]", False),
        ("/a[k=v]", "/a", False),
    ],
)
def test_what_a_pattern_matches(pattern, path, expected):
    assert parse_pattern(pattern).matches(parse_path(path)) is expected


@given(paths)
@settings(deadline=None)
def test_two_stars_match_everything(path):
    assert parse_pattern("/**").matches(path)


@given(paths.filter(lambda path: path.steps))
@settings(deadline=None)
def test_one_star_stands_for_any_single_step(path):
    stars = "/*" * len(path.steps)
    assert parse_pattern(stars).matches(path)
    assert not parse_pattern(stars + "/*").matches(path)


@given(paths, paths)
@settings(deadline=None)
def test_what_is_below_a_path_matches_it_followed_by_two_stars(path, below):
    pattern = parse_pattern(format_path(path).rstrip("/") + "/**")
    assert pattern.matches(IdentityPath(path.steps + below.steps))


def test_many_wildcards_do_not_blow_up():
    path = parse_path("/a" * 150)
    assert parse_pattern("/**/a" * 100).matches(path)
    assert not parse_pattern("/**/a" * 100 + "/b").matches(path)


def test_a_pattern_is_read_once():
    assert parse_pattern("/a/**") is parse_pattern("/a/**")


def test_addresses_grow_by_children_and_elements():
    root = IdentityPath()
    assert format_path(root.child("a").element(IndexSelector(0)).child("b")) == "/a[#0]/b"
    assert format_path(root.element(IndexSelector(0)).element(IndexSelector(1)).child("b")) == "/[#0][#1]/b"


def test_the_error_crosses_processes():
    error = pickle.loads(pickle.dumps(PathSyntaxError("because", 3)))
    assert (str(error), error.position) == ("because", 3)
