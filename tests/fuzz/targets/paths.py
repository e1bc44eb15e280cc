"""Written identity paths and patterns: what is read is written so that it reads the same, and is the pattern of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from wxcc_lint.documents.paths import PathSyntaxError, format_path, parse_path, parse_pattern

LONGEST = 128
WORDS = tuple(
    b'/ [ ] = , " * ** # [# [0] [#0] [2] [a=b,c=d] "a/b" "" "\\u0041" "\\ud800" \\ { } : \n \t \x1f \x7f \xc2\x85 \xc3\xa9 \xe9 '
    b"\xe2\x80\xa8 \xc2\xa0 \xef\xbb\xbf [999999999] [01] [-1] /**/ /*/ [a= ][2]".split(b" ")
)
_Read = TypeVar("_Read")


def seeds() -> Iterator[bytes]:
    yield b"/"
    yield b"[a=b]"
    yield b"/agent/area[comp=a,slot=b][2]/x[#0]"
    yield b'/"a/b"["k=":"v",c=""]'
    yield b'/"\\ud800"/a[b=c][1]'
    yield b"/**/a/*[#1]"
    yield b"/a/**/b[c=d]/*"


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")  # half of a surrogate pair comes by escapes alone
    path, pattern = _read(parse_path, text), _read(parse_pattern, text)
    if path is None:
        assert pattern is None or "*" in text
        return
    written = format_path(path)
    assert parse_path(written) == path
    assert not set(written) & set("\r\n")
    written.encode()
    assert pattern is not None
    assert pattern.matches(path)
    assert parse_pattern("/**").matches(path)


def _read(parse: Callable[[str], _Read], text: str) -> _Read | None:
    """Return what is read, or None where it is refused in words, at a place in the text."""
    try:
        return parse(text)
    except PathSyntaxError as error:
        refusal = error
    assert 0 <= refusal.position <= len(text)
    assert refusal.message
    return None
