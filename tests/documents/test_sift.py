"""The glance that spares strangers the search for markers: it may say maybe too often, and never no to what is ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.documents import load
from wxcc_lint.documents.load import may_hold_marker, recognise

QUOTES = ('"', "'", "\u2018", "\u2019", "\u201c", "\u201d")
BLANKS = ("", " ", "\n\t")
AREAS = ("area", "jsonFileContent")
PARTS = ("headless", "navigation", "advancedHeader", "defaultDesktopLayout")
DAMAGE = ("", "\0", "\\", "<", ":", "-", "x", "{", "\ufeff")


@st.composite
def keys(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """A key as it may stand in a layout, also in one pasted from a page."""
    opening, closing = draw(st.sampled_from(QUOTES)), draw(st.sampled_from(QUOTES))
    return f"{opening}{draw(st.sampled_from(names))}{closing}{draw(st.sampled_from(BLANKS))}:"


@st.composite
def definitions(draw: st.DrawFn) -> str:
    word = "".join(draw(st.sampled_from((letter.upper(), letter))) for letter in "callcenter")
    return f"<{draw(st.sampled_from(('', 'm:', 'a-b.c:')))}{word}{draw(st.sampled_from((' ', '/', '>', chr(10))))}"


@st.composite
def components(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from(QUOTES))
    name = draw(st.sampled_from(("agentx-wc-iframe", "<md-tab", "h3-x")))
    return f"{draw(keys(('comp',)))}{draw(st.sampled_from(BLANKS))}{quote}{name}{quote}"


MARKERS = st.one_of(
    definitions(),
    st.builds("{} {}".format, keys(AREAS), keys(PARTS)),
    st.builds('{}, "{}"'.format, components(), st.sampled_from(("script", "widgets", "header"))),
    st.builds('"packageDirectories"{}:{}['.format, st.sampled_from(BLANKS), st.sampled_from(BLANKS)),
)


def by_markers(head: bytes) -> bool:
    """Tell whether any marker stands in some bytes, looked for without a glance before."""
    return load._by_markers(head) is not None


@given(MARKERS, st.sampled_from(DAMAGE), st.integers(0, 60), st.sampled_from(("utf-8", "utf-16", "utf-16-be")))
def test_the_glance_never_passes_over_a_marker(marker: str, damage: str, at: int, encoding: str) -> None:
    data = (marker[:at] + damage + marker[at:]).encode(encoding)
    head = data.replace(b"\0", b"")
    assert by_markers(head) <= may_hold_marker(head)
    assert by_markers(head) <= (recognise(data) is not None)


@given(MARKERS)
def test_whole_markers_are_recognised(marker: str) -> None:
    assert by_markers(marker.encode())


@pytest.mark.parametrize(
    "marker",
    [
        "<CALLCENTER>",
        "<m:callcenter ",
        '"area":"panel":',
        '"jsonFileContent":"panel":',
        "'comp':'a-' 'script'",
        '"packageDirectories":[',
    ],
)
def test_a_marker_needs_nothing_beside_it(marker: str) -> None:
    assert by_markers(marker.encode())
    assert may_hold_marker(marker.encode())


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the patterns that are looked for."""
    looked_for: list[str] = []

    class Counting:
        def __init__(self, name: str, pattern: re.Pattern[bytes]) -> None:
            self.name, self.pattern = name, pattern

        def search(self, head: bytes) -> re.Match[bytes] | None:
            looked_for.append(self.name)
            return self.pattern.search(head)

    patterns = {name: it for name, it in vars(load).items() if isinstance(it, re.Pattern)}
    for name, pattern in patterns.items():
        monkeypatch.setattr(load, name, Counting(name, pattern))
    monkeypatch.setattr(load, "_KEYS", tuple(Counting("_KEYS", it) for it in load._KEYS))
    return looked_for


@pytest.mark.parametrize(
    "stranger",
    [
        b"",
        b'{"name": "export", "rows": [{"id": 1, "open": true}]}',
        b'{"name": "Display-File", "surface": [1, -2]}',
        b'<?xml version="1.0" encoding="UTF-8"?>\n<rows><row><id>1</id></row></rows>',
        b"<company/>",
        f'<Flow xmlns="{NAMESPACE}"/>'.encode(),
    ],
)
def test_nothing_is_looked_for_in_a_stranger(searches: list[str], stranger: bytes) -> None:
    assert (recognise(stranger), searches) == (None, [])


def test_the_first_marker_found_is_the_last_one_looked_for(searches: list[str]) -> None:
    assert recognise(b'{"area": {"panel": 1}}') == "layout"
    assert searches == ["_CALLCENTER", "_ELEMENT", "_KEYS", "_LAYOUT_PART"]
