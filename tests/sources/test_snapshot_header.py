"""What a snapshot says of itself: only what was read in full lets anybody conclude that something is missing."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.sources.snapshot import read_header
from wxcc_lint.sources.snapshot_header import Kind, SnapshotHeader, header_of


def snapshot(bench, **header) -> None:
    bench.write({"snap/snapshot.json": json.dumps(header)})


def test_a_kind_that_was_not_read_in_full_is_uncovered(bench) -> None:
    kinds = {
        "webex/desktop-layout": {"status": "partial", "count": 3, "reason": "the list moved"},
        "salesforce/CallCenter": {"status": "forbidden"},
        "webex/team": {"status": "forbidden", "reason": "no scope"},
    }
    snapshot(bench, kinds=kinds)
    assert bench.open("snapshot:snap").uncovered[:2] == (
        Uncovered("layout", "the list moved"),
        Uncovered("callcenter", "the snapshot calls it forbidden"),
    )


def test_what_was_read_in_full_is_not_uncovered(bench) -> None:
    snapshot(bench, kinds={kind: {"status": "complete"} for kind in ("webex/desktop-layout", "salesforce/CallCenter")})
    assert bench.open("snapshot:snap").uncovered == ()


def test_the_index_is_no_object_whatever_the_names_in_it(bench) -> None:
    index = {"webex/team/x.json": {"name": '"comp": "acme-x" "script":'}, "jsonFileContent": 1, "InternalName": "x"}
    bench.write({"snap/index.json": json.dumps(index), "snap/snapshot.json": "{}"})
    assert bench.objects("snapshot:snap") == []
    bench.write({"snap/index.json": "["})
    assert bench.unread("snapshot:snap") == []


def test_a_snapshot_that_stands_beside_its_place_is_read_there(bench) -> None:
    bench.write({".snap.wxcc-lint-old/snapshot.json": '{"orgName": "Acme"}'})
    assert bench.open("snapshot:snap").info.org_name == "Acme"
    header = read_header(bench.folder / "snap")
    assert header is not None
    assert header.org_name == "Acme"
    bench.write({"snap/snapshot.json": '{"orgName": "New"}'})
    assert bench.open("snapshot:snap").info.org_name == "New"


@pytest.mark.parametrize("text", [None, "", "[", "[]", "1"])
def test_without_a_header_nothing_is_said(bench, text) -> None:
    if text is not None:
        bench.write({"snap/snapshot.json": text})
    assert read_header(bench.folder / "snap") is None


def test_what_is_said_in_a_strange_way_counts_as_not_read() -> None:
    assert header_of({"kinds": {"a": 1, "b": {}, "c": {"status": "complete", "count": "x"}}, "uncovered": [1, {}]}) == (
        SnapshotHeader(
            kinds={
                "a": Kind("partial", reason="the snapshot does not say how much was read"),
                "b": Kind("partial"),
                "c": Kind("complete"),
            },
            uncovered=(("?", "the snapshot does not hold it"),),
        )
    )
    assert header_of({"kinds": [], "salesforce": "x", "maskKey": 1, "sandbox": 0}) == SnapshotHeader()
