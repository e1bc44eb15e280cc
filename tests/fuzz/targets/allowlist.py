"""Allowed lists in their four forms: each entry stands where it says, covers itself, and one written in its place is read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_one_fault
from wxcc_lint.documents.allowlist import AllowEntry, AllowList, encode_entry, parse_allowlist
from wxcc_lint.documents.allowlist_entries import Coverage, bare_entry, entry_meant, wider_entries
from wxcc_lint.documents.host_sources import host_source, source_of

LONGEST = 512
WORDS = (
    *b"*. . : / , ; # ' \" - [ ] { } http:// https:// wss:// //[ ]: :443 :* :65536 * domain,use entries: ?a=1 \xc3\xa9. xn--a "
    b"\xc2\xa0 \xe2\x80\xa8 \xef\xbb\xbf @ % \\u002a \t \r \x0b \x1c \x85 www.acme.com *.webex.com".split(b" "),
    b"\n",
)
NAMES = ("a.txt", "a.csv", "a.yaml", "a.json")


def seeds() -> Iterator[bytes]:
    yield from (data for data in files(".txt", ".csv") if len(data) < 2_000)
    yield b"# ours\n*.acme.com\nhttps://a.acme.com:443/x/ # why\n*.https://b.acme.com\n\n*\n"
    yield b'Domain;Use\r\n"*.acme.com";"a ""b"""\r\n  b.acme.com ,x\r\n'
    yield b'entries:\n- "*.acme.com"\n- a.acme.com\n'
    yield b'{"entries": ["*.acme.com", " wss:\\u002f/a.acme.com "]}'


def check(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    for name in NAMES:
        document = parse_allowlist(name, text)
        if document.faults:
            assert_one_fault(document)
            continue
        allowlist = AllowList(document)
        is_plain = name in {"a.txt", "a.csv"}
        for entry in allowlist.entries:
            _assert_entry(entry)
            assert not is_plain or text[entry.at.span.start : entry.at.span.end] == entry.value
        if is_plain and allowlist.entries:
            _assert_replaceable(allowlist, len(text) % len(allowlist.entries))
        _assert_coverage(allowlist)
    source_of(text)


def _assert_entry(entry: AllowEntry) -> None:
    assert entry.value == entry.value.strip()
    meant = entry_meant(entry)
    if meant is not None:
        source = host_source(meant)
        assert source is not None
        assert source.pattern == meant
    if entry.source is not None:
        again = host_source(bare_entry(entry.source))
        assert again is not None
        assert (again.host, again.is_wildcard) == (entry.source.host, entry.source.is_wildcard)


def _assert_replaceable(allowlist: AllowList, number: int) -> None:
    """Where an entry can be written in the place of another one, it is read there, and all others are as they were."""
    document, entry = allowlist.document, allowlist.entries[number]
    span, text = entry.at.span, document.text.text
    new = encode_entry(document, "new.acme.com:8443", span)
    assert new is not None
    changed = AllowList(parse_allowlist(document.name, text[: span.start] + new + text[span.end :]))
    values = [one.value for one in allowlist.entries]
    values[number] = "new.acme.com:8443"
    assert [one.value for one in changed.entries] == values


def _assert_coverage(allowlist: AllowList) -> None:
    coverage = Coverage(allowlist)
    for entry in allowlist.entries:
        if entry.source is not None:
            assert entry in coverage.of(entry.source), "an entry covers what it says"
    for narrow, wide in wider_entries(allowlist):
        assert narrow.source is not None
        assert wide.source is not None
        assert wide.source.covers(narrow.source)
