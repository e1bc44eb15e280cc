"""Snapshots: folders in which everything is about one org."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.diff.objects import SourceInfo, Uncovered


def test_objects_are_known_by_their_content(bench) -> None:
    bench.write(
        {
            "snap/layouts/sales-1a2b.json": bench.api_object("Sales", json.loads(bench.layout())),
            "snap/layouts/bare-3c4d.json": bench.api_object("Bare", {}),
            "snap/crm/mine-5e6f.json": bench.row("Mine"),
            "snap/crm/Other.callCenter-meta.xml": bench.component,
            "snap/teams/team-7a8b.json": '{"name": "Team"}',
        }
    )
    assert bench.objects("snapshot:snap") == [
        ("callcenter:Other", "crm/Other.callCenter-meta.xml", False),
        ("callcenter:Mine", "crm/mine-5e6f.json", False),
        ("layout:Bare", "layouts/bare-3c4d.json", False),
        ("layout:Sales", "layouts/sales-1a2b.json", False),
    ]


def test_of_a_call_center_there_as_row_and_as_metadata_the_metadata_counts(bench) -> None:
    bench.write({"snap/row.json": bench.row("Mine"), "snap/Mine.callCenter-meta.xml": bench.component})
    assert bench.objects("snapshot:snap") == [("callcenter:Mine", "Mine.callCenter-meta.xml", False)]


def test_two_rows_of_one_name_stay_two(bench) -> None:
    bench.write({"snap/a.json": bench.row("Mine"), "snap/b.json": bench.row("Mine")})
    assert [title for title, _, _ in bench.objects("snapshot:snap")] == ["callcenter:Mine", "callcenter:Mine"]


def test_the_header_tells_of_the_org_and_of_what_was_not_read(bench) -> None:
    header = {
        "orgName": "Acme",
        "orgId": "00D",
        "datacenter": "us1",
        "sandbox": False,
        "readAt": "2026-11-22T10:00:00Z",
        "uncovered": [{"document": "layout", "reason": "no scope"}, {"document": "callcenter:A"}, "x", {}],
    }
    bench.write({"snap/snapshot.json": json.dumps(header)})
    contents = bench.open("snapshot:snap")
    assert contents.info == SourceInfo("snapshot:snap", "Acme", "00D", "us1", sandbox=False, read_at=header["readAt"])
    assert contents.uncovered == (
        Uncovered("layout", "no scope"),
        Uncovered("callcenter:A", "the snapshot does not hold it"),
        Uncovered("?", "the snapshot does not hold it"),
    )
    assert (contents.objects, contents.failures, contents.extent) == ((), (), "everything")


@pytest.mark.parametrize("header", ['{"orgName": 1, "sandbox": "no", "uncovered": {}}', "{}"])
def test_what_a_header_says_in_a_strange_way_is_left_out_and_an_empty_org_is_a_fact(bench, header) -> None:
    bench.write({"snap/snapshot.json": header})
    contents = bench.open("snapshot:snap")
    assert contents.info == SourceInfo("snapshot:snap")
    assert (contents.objects, contents.uncovered, contents.failures) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("team.json", "{", "snap/team.json:1:1: the '{' at the very beginning is never closed"),
        ("snapshot.json", "{", "snap/snapshot.json:1:1: the '{' at the very beginning is never closed"),
        ("snapshot.json", "[]", "snap/snapshot.json: holds no object"),
    ],
)
def test_a_file_that_is_no_json_is_uncovered_whatever_it_was(bench, name, content, reason) -> None:
    bench.write({f"snap/{name}": content})
    assert bench.unread("snapshot:snap") == [(name, reason)]


@pytest.mark.parametrize(
    ("operand", "sentence"),
    [
        ("snapshot:nowhere", "snapshot:nowhere: there is no such folder"),
        ("snapshot:", "snapshot:: there is no such folder"),
        ("snapshot:empty", "snapshot:empty: holds no call center definition and no desktop layout"),
    ],
)
def test_what_is_no_snapshot_is_a_failure(bench, operand, sentence) -> None:
    (bench.folder / "empty").mkdir()
    assert bench.failure(operand) == f"left side: {sentence}"
