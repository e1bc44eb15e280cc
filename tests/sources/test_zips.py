"""Zip archives: what is ours in them, and what is never read."""

from __future__ import annotations

import io
import zipfile

import pytest

from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.sources import zips


def packed(files: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_what_is_ours_in_an_archive_is_read_in_place(bench) -> None:
    files = {
        "unpackaged/package.xml": "<Package/>",
        "unpackaged/callCenters/Mine.callCenter": bench.component,
        "layouts/sales.json": bench.layout(),
        "readme.txt": bench.layout(),
    }
    bench.write({"in/org.zip": packed(files)})
    contents = bench.open("in/org.zip")
    assert contents.extent == "everything"
    assert [(one.title, one.path, one.document.name) for one in contents.objects] == [
        (
            "callcenter:Mine",
            "unpackaged/callCenters/Mine.callCenter",
            "in/org.zip/unpackaged/callCenters/Mine.callCenter",
        ),
        ("layout:sales", "layouts/sales.json", "in/org.zip/layouts/sales.json"),
    ]
    assert [path.name for path in bench.folder.rglob("*")] == ["in", "org.zip"]


def test_an_archive_is_known_by_its_first_bytes_too_and_component_names_hold_at_its_top(bench) -> None:
    bench.write({"download": packed({"Mine.callCenter": bench.component})})
    assert bench.objects("download") == [("callcenter:Mine", "Mine.callCenter", False)]


def test_a_file_that_unpacks_beyond_the_limit_is_uncovered(bench) -> None:
    bench.write({"org.zip": packed({"x.xml": b"<callCenter>" + b" " * (4 * DEFAULT_SIZES.bytes("layout"))})})
    assert bench.unread("org.zip") == [("callcenter:x", "org.zip/x.xml:1:1: the file is larger than 5 MiB")]


@pytest.mark.parametrize("name", ["/etc/x.xml", "a/../../x.xml", "..\\x.xml", "C:/x.xml", "\\x.xml"])
def test_an_archive_with_a_name_that_leads_out_of_it_is_not_read(bench, name) -> None:
    bench.write({"org.zip": packed({"ok.json": bench.layout(), name: "x"})})
    assert (
        bench.failure("org.zip") == f"left side: org.zip: the zip archive holds '{name}', a name that leads out of it"
    )


def test_an_encrypted_archive_is_not_read(bench) -> None:
    data = bytearray(packed({"x.xml": bench.callcenter()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    bench.write({"org.zip": bytes(data)})
    assert bench.failure("org.zip") == (
        "left side: org.zip: the zip archive is encrypted ('x.xml'); unpack it, and name the folder"
    )


def test_a_broken_archive_is_told_as_one(bench) -> None:
    data = packed({"x.xml": bench.callcenter() * 20})
    bench.write({"cut.zip": data[: len(data) // 2], "text.zip": bench.layout(), "torn.zip": torn(data)})
    sentence = "left side: {0}.zip: the zip archive cannot be read ("
    for name in ("cut", "text", "torn"):
        assert bench.failure(f"{name}.zip").startswith(sentence.format(name))


def torn(data: bytes) -> bytes:
    middle = data.index(b"x.xml") + 25
    return data[:middle] + bytes(255 - byte for byte in data[middle : middle + 8]) + data[middle + 8 :]


def test_there_are_limits_to_how_much_an_archive_may_hold(bench, monkeypatch) -> None:
    bench.write({"org.zip": packed({f"{number}.json": bench.layout() for number in range(3)})})
    monkeypatch.setattr(zips, "MAX_TOTAL", 2 * len(bench.layout()))
    assert bench.failure("org.zip") == "left side: org.zip: the zip archive unpacks to more than 0 MiB"
    monkeypatch.setattr(zips, "MAX_ENTRIES", 2)
    assert bench.failure("org.zip") == "left side: org.zip: the zip archive holds 3 files; more than 2 are not read"


def test_an_archive_with_nothing_of_ours_is_a_failure(bench) -> None:
    bench.write({"org.zip": packed({})})
    assert bench.failure("org.zip") == "left side: org.zip: holds no call center definition and no desktop layout"
