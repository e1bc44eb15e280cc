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


_WORDS = r"""
$STORE. $STORE.agent $I18N. https:// https://[ http://a:b {{ {a} a={ data:, true 8 # - + ,, md-tab md-tabs slot tab panel
agentx-wc-iframe dynamic-area SCREEN_POP [[]] [null] [{"wxccFieldName":1}] [{"a":1,"a":2}] 1e999 <a>
""".split()
_TEXTS = st.text(max_size=6) | st.sampled_from([*_WORDS, "\ud800", "\0", "\u200b", "\u0663", "\u017f", "\u0131", " a "])
_KEYS = """
comp script attributes properties children textContent wrapper widgets layout ROOT areas size rows cols nav page id slot area
agent visibility style
""".split()
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*_KEYS, *AREAS]) | _TEXTS, inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def odd_layouts(draw: st.DrawFn) -> Json:
    """Return a layout in which one to three values are anything."""
    layout: Json = json.loads(json.dumps(draw(layouts())))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from([path for path in json_paths(layout) if path]))
        holder: Any = layout
        for step in above:
            holder = holder[step]
        holder[last] = draw(_VALUES)
    return layout


@st.composite
def odd_definitions(draw: st.DrawFn) -> Definition:
    """Return a definition in which one to three values are anything that XML can tell."""
    definition = draw(definitions())
    names = [(section.name, item.name) for section in definition.sections for item in section.items]
    texts = (_TEXTS | _VALUES.map(json.dumps)).map(lambda text: "".join(filter(str.isprintable, text)))
    return definition.having(draw(st.dictionaries(st.sampled_from(names), texts, min_size=1, max_size=3)))
