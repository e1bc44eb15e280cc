"""Random damage to files: to their bytes, as by a bad merge, editor or transfer; and to their values, as by anybody."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from tests.strategies.definitions import Definition, definitions
from tests.strategies.layouts import Json, layouts
from wxcc_lint.documents.layout_nodes import AREAS
from wxcc_lint.documents.nodes import json_paths

_PIECES = [
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"<",
    b">",
    b"</item>",
    b"<!--",
    b"<![CDATA[",
    b"]]>",
    b"&",
    b"&#0;",
]
_PIECES += [
    b"\\",
    b"\\ud800",
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xef\xbb\xbf",
    "\u2028".encode(),
    "😀".encode(),
    b"\r",
    b" ",
    b"1e999",
]


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Return the bytes after one to three accidents: something cut, deleted, put in, doubled or swapped."""
    for _ in range(draw(st.integers(1, 3))):
        first, second = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
        near = min(second, first + draw(st.integers(1, 30)))
        match draw(st.sampled_from(["cut", "delete", "put in", "double", "swap"])):
            case "cut":
                data = data[:second]
            case "delete":
                data = data[:first] + data[near:]
            case "put in":
                data = data[:first] + draw(st.sampled_from(_PIECES) | st.binary(max_size=3)) + data[first:]
            case "double":
                data = data[:near] + data[first:]
            case "swap":
                data = data[:first] + data[near:second] + data[first:near] + data[second:]
    return data


_WORDS = [
    r"$STORE.",
    r"$STORE.agent",
    r"$I18N.",
    r"https://",
    r"https://[",
    r"http://a:b",
    r"{{",
    r"{a}",
    r"a={",
    r"data:,",
    r"true",
    r"8",
    r"#",
    r"-",
    r"+",
    r",,",
    r"md-tab",
    r"md-tabs",
    r"slot",
    r"tab",
    r"panel",
    r"agentx-wc-iframe",
    r"dynamic-area",
    r"SCREEN_POP",
    r"[[]]",
    r"[null]",
    r'[{"wxccFieldName":1}]',
    r'[{"a":1,"a":2}]',
    r"1e999",
    r"<a>",
]
_TEXTS = st.text(max_size=6) | st.sampled_from([*_WORDS, "\ud800", "\0", "\u200b", "\u0663", "\u017f", "\u0131", " a "])
_KEYS = [
    "comp",
    "script",
    "attributes",
    "properties",
    "children",
    "textContent",
    "wrapper",
    "widgets",
    "layout",
    "ROOT",
    "areas",
    "size",
    "rows",
    "cols",
    "nav",
    "page",
    "id",
    "slot",
    "area",
    "agent",
    "visibility",
    "style",
]
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*_KEYS, *AREAS]) | _TEXTS, inner, max_size=3)
    ),
    max_leaves=6,
)


def _odd(value: Any) -> st.SearchStrategy[Any]:
    """Return anything, or what a slip makes of a text."""
    if not isinstance(value, str):
        return _VALUES
    slips = [value[1:], value[:-1], value[:3] + value[4:], value.swapcase(), f" {value} ", f"'{value}'", value * 2]
    return st.sampled_from(slips) | _VALUES


@st.composite
def odd_layouts(draw: st.DrawFn) -> Json:
    """Return a layout in which one to three values are anything."""
    layout: Json = json.loads(json.dumps(draw(layouts())))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from([path for path in json_paths(layout) if path]))
        holder: Any = layout
        for step in above:
            holder = holder[step]
        holder[last] = draw(_odd(holder[last]))
    return layout


@st.composite
def odd_definitions(draw: st.DrawFn) -> Definition:
    """Return a definition in which one to three values are anything that XML can tell."""
    definition = draw(definitions())
    values = {(section.name, item.name): item.value for section in definition.sections for item in section.items}
    chosen = draw(st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=3))
    said = {key: draw(_odd(values[key])) for key in chosen}
    texts = {key: value if isinstance(value, str) else json.dumps(value) for key, value in said.items()}
    return definition.having({key: "".join(filter(str.isprintable, text)) for key, text in texts.items()})
