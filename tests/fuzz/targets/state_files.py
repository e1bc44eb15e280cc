"""Files that the program writes and reads again: a baseline is refused with BaselineError or written anew the same; headers are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fuzz.inputs import files
from wxcc_lint.baseline import BaselineError, read_baseline, render_baseline
from wxcc_lint.documents.json import parse_json
from wxcc_lint.sources.snapshot_header import header_of, why_unread

LONGEST = 4_096
WORDS = tuple(
    b'{ } [ ] , : " \\ \\ud800 \\u0000 true null -1 0 1 2 1.0 1e400 "version": "findings": "rule":"a/b" "path":"a" "at":null '
    b'"count":1 "orgName": "readAt": "kinds": "status":"complete" "reason": "uncovered": "document": "maskKey": "sandbox": '
    b"\xe9 \xef\xbb\xbf \x00".split(b" ")
)
BASELINE = b'{"version": 1, "findings": [{"rule": "layout/x", "path": "a.json", "at": "/agent", "count": 2}]}'


def seeds() -> Iterator[bytes]:
    yield from (data for data in files("snapshot.json", "baseline.json"))
    yield BASELINE
    yield b'{"kinds": {"a": {"status": "complete"}, "b": 1}, "uncovered": [{"document": 1, "reason": ["a"]}, 2]}'


def check(data: bytes) -> None:
    _assert_baseline(data)
    header: Any = parse_json("snapshot.json", data.decode("utf-8-sig", "replace"), "config").data
    why = why_unread(header)
    assert why is None or why.startswith("is of version")
    if isinstance(header, dict):
        said = header_of(header)
        assert all(kind.is_complete == (kind.status == "complete") for kind in said.kinds.values())
        assert all(isinstance(word, str) and word for one in said.uncovered for word in one)


def _assert_baseline(data: bytes) -> None:
    try:
        baseline = read_baseline("baseline.json", data)
    except BaselineError:
        return
    written = render_baseline(baseline.listed)
    again = read_baseline("baseline.json", written.encode())
    assert again.listed == baseline.listed
    assert render_baseline(again.listed) == written
    for entry, count in baseline.listed.items():
        assert count > 0
        assert entry in baseline.places
