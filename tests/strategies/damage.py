"""Random damage to the bytes of a file: what a bad merge, editor or transfer does."""

from __future__ import annotations

from hypothesis import strategies as st

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
