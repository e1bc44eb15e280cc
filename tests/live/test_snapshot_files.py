"""A snapshot is written whole or not at all, reads the same each time, and touches nothing of anybody else."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from wxcc_lint.documents.component_files import component_name
from wxcc_lint.masks import MaskKey
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.reading import LiveObject, Reading, System
from wxcc_lint.sources.live.snapshot_draft import SnapshotTargetError
from wxcc_lint.sources.live.snapshot_files import KindRead, check_target, known_of, write_snapshot
from wxcc_lint.sources.live.snapshot_names import FileNames
from wxcc_lint.sources.snapshot import read_header, snapshot_folder

MASKER = Masker(MaskKey(b"k" * 32))
CALL_CENTER = '<?xml version="1.0" encoding="UTF-8"?>\n<CallCenter xmlns="urn:x"/>\n'


def reading(kind: str, *objects: LiveObject, system: System = "webex", **more: Any) -> Reading:
    return Reading(system, kind, **{"status": "complete", **more}, objects=objects)


def team(name: str = "London", **more: Any) -> LiveObject:
    return LiveObject(name, {"name": name, "active": True}, id=f"id-{name}", version=3, changed="2026-01-01", **more)


def write(folder: Path, *readings: Reading, **header: Any) -> dict[str, KindRead]:
    return write_snapshot(folder, lambda: {"version": 1, **header}, readings, MASKER)


def held(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def content(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in held(folder)}


def refused(folder: Path) -> str:
    with pytest.raises(SnapshotTargetError) as caught:
        write(folder, reading("team", team()))
    return str(caught.value)


def test_each_object_has_a_file_and_what_moves_stands_in_the_index(tmp_path: Path) -> None:
    it = team("Zürich Nord", changed_by="jane@acme.com")
    kinds = write(tmp_path / "prod", reading("team", it), environment="prod")
    assert kinds == {"webex/team": KindRead("complete", 1)}
    assert held(tmp_path / "prod") == ["index.json", "snapshot.json", "webex/team/zurich-nord-26478c00.json"]
    file = tmp_path / "prod" / "webex/team/zurich-nord-26478c00.json"
    assert file.read_text("utf-8") == '{\n  "active": true,\n  "name": "Zürich Nord"\n}\n'
    assert json.loads((tmp_path / "prod" / "snapshot.json").read_bytes()) == {
        "version": 1,
        "environment": "prod",
        "kinds": {"webex/team": {"status": "complete", "count": 1, "reason": ""}},
        "maskKey": MASKER.key.id,
    }
    index = json.loads((tmp_path / "prod" / "index.json").read_bytes())
    digest = index["webex/team/zurich-nord-26478c00.json"].pop("digest")
    assert (len(digest), index) == (
        16,
        {
            "webex/team/zurich-nord-26478c00.json": {
                "kind": "team",
                "name": "Zürich Nord",
                "id": "id-Zürich Nord",
                "version": 3,
                "changed": "2026-01-01",
                "changedBy": "…@acme.com",
            }
        },
    )


def test_components_stand_where_a_project_has_them(tmp_path: Path) -> None:
    write(
        tmp_path / "prod",
        reading(
            "CallCenter",
            LiveObject("Acme", text=CALL_CENTER),
            LiveObject("Row", {"InternalName": "Row"}),
            system="salesforce",
        ),
        reading(
            "ApexClass",
            LiveObject("sfdcOmni", text="class sfdcOmni {}"),
            LiveObject("sfdcOmni", text="<ApexClass/>"),
            system="salesforce",
        ),
        reading("Settings", LiveObject("OmniChannel", text="<OmniChannelSettings/>"), system="salesforce"),
        reading("CustomMetadata", LiveObject("ns__T.R", text="<CustomMetadata/>"), system="salesforce"),
        reading("users-by-call-center", LiveObject("users-by-call-center", {"Acme": 12}), system="salesforce"),
        reading("fields", LiveObject("Task", {"Subject": {"type": "string"}}), system="salesforce"),
    )
    assert held(tmp_path / "prod") == [
        "index.json",
        "salesforce/callCenters/Acme.callCenter-meta.xml",
        "salesforce/callCenters/Row.json",
        "salesforce/classes/sfdcOmni.cls",
        "salesforce/classes/sfdcOmni.cls-meta.xml",
        "salesforce/customMetadata/ns__T.R.md-meta.xml",
        "salesforce/org/fields/Task.json",
        "salesforce/org/users-by-call-center.json",
        "salesforce/settings/OmniChannel.settings-meta.xml",
        "snapshot.json",
    ]
    assert (tmp_path / "prod/salesforce/callCenters/Acme.callCenter-meta.xml").read_text("utf-8") == CALL_CENTER


def test_the_same_org_twice_is_the_same_bytes_in_whatever_order_it_comes(tmp_path: Path) -> None:
    objects = [team("London"), team("Rome"), LiveObject("Rome", {"name": "Rome", "n": 1}, id="a")]
    objects.append(LiveObject("S", {"name": "S", "apiKey": "secret one", "url": "https://u:p@acme.com"}, id="s"))
    write(tmp_path / "a", reading("team", *objects), readAt="1")
    write(tmp_path / "b", reading("team", *reversed(objects)), readAt="2")
    first, second = content(tmp_path / "a"), content(tmp_path / "b")
    assert first.pop("snapshot.json") != second.pop("snapshot.json")
    assert first == second
    assert b"secret one" not in b"".join(first.values())


def test_two_objects_of_one_name_stay_two_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", LiveObject("A", {"n": 2}, id="y"), LiveObject("A", {"n": 1}, id="x")))
    (first, second) = sorted((tmp_path / "prod/webex/team").iterdir(), key=lambda path: len(path.name))
    assert (first.name, second.name) == ("a-559aead0.json", "a-559aead0-2.json")
    assert [json.loads(path.read_bytes())["n"] for path in (first, second)] == [1, 2]


def test_a_kind_in_many_readings_is_the_same_as_in_one(tmp_path: Path) -> None:
    twins = [LiveObject("A", {"n": number}, id=f"id-{number}") for number in (2, 1, 3)]
    lost = [LiveObject("B", {"n": 4}, id="id-4"), LiveObject("A", {"n": 0}, id="id-0")]
    write(tmp_path / "a", reading("team", *twins), reading("site"))
    kinds = write(
        tmp_path / "b",
        *(reading("team", one, status="partial") for one in (*lost, *twins[:2])),
        reading("team", status="partial", gone=frozenset({"id-4", "id-0", "id-2"})),
        reading("team", twins[0], status="partial"),
        reading("team", twins[2]),
        reading("site"),
    )
    assert kinds == {"webex/team": KindRead("complete", 3), "webex/site": KindRead("complete", 0)}
    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_the_last_reading_says_how_much_of_a_kind_there_is(tmp_path: Path) -> None:
    kinds = write(tmp_path / "prod", reading("team", team()), reading("team", status="partial", reason="no more"))
    assert kinds == {"webex/team": KindRead("partial", 1, "no more")}


def test_each_object_is_written_before_the_next_one_comes(tmp_path: Path) -> None:
    def readings() -> Iterator[Reading]:
        for number in range(3):
            (draft,) = tmp_path.iterdir()
            assert len(held(draft)) == number
            yield reading("team", team(f"T{number}"))

    write_snapshot(tmp_path / "prod", dict, readings(), MASKER)
    assert len(held(tmp_path / "prod")) == 2 + 3


def test_a_number_is_found_neither_in_a_name_nor_in_a_hash(tmp_path: Path) -> None:
    number = "+442079460018"
    write(tmp_path / "prod", reading("dial-number", LiveObject(number, {"dialledNumber": number}, id="x")))
    hmac = MASKER.key.digest(number)
    assert held(tmp_path / "prod")[-1] == f"webex/dial-number/0018-{hmac[:8]}.json"
    assert all(b"207946" not in data for data in content(tmp_path / "prod").values())


NAMES = [
    "../../etc/passwd",
    "..",
    ".hidden",
    "/abs",
    "C:\\x",
    "con",
    "CON.x",
    "nul",
    "a/b",
    "a\0b",
    " x ",
    "x.",
    "",
    "é" * 200,
    "日本",
    "A",
    "a",
    "a%b",
    "-",
    "~",
    "\ud800",
]


@pytest.mark.parametrize("system", ["webex", "salesforce"])
@pytest.mark.parametrize("kind", ["CallCenter", "team"])
def test_names_lead_nowhere_else_and_are_good_on_every_system(system: System, kind: str) -> None:
    names = FileNames()
    paths = [names.path_of(system, kind, LiveObject(name, {})) for name in (*NAMES, *NAMES)]
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        folder, _, file = path.rpartition("/")
        assert (
            folder
            == {
                ("webex", kind): f"webex/{kind}",
                ("salesforce", "CallCenter"): "salesforce/callCenters",
                ("salesforce", "team"): "salesforce/org/team",
            }[system, kind]
        )
        assert 0 < len(file.encode()) <= 200
        assert not set(file) & set('\\:*?"<>|\0')
        assert file[0] not in ". "
        assert file.partition(".")[0].rstrip().lower() not in {"con", "nul", "prn", "aux"}


@pytest.mark.parametrize("name", ["Acme", "acme", "ACME", "CON", "a.b", ".a", "a b", " a", "100%", "Ünï", "a/b"])
def test_the_name_of_a_component_can_be_read_from_its_file(name: str) -> None:
    names = FileNames()
    for _ in range(min(2, len(name))):
        path = names.path_of("salesforce", "CallCenter", LiveObject(name, text="<CallCenter/>"))
        assert component_name(path) == name


def test_half_a_surrogate_pair_is_written_as_json_says_it(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", LiveObject("x", {"a": "\ud800é"})))
    (file,) = (tmp_path / "prod/webex/team").iterdir()
    assert json.loads(file.read_bytes()) == {"a": "\ud800é"}


def test_a_new_snapshot_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", team("London"), team("Rome")))
    (tmp_path / "prod").chmod(0o700)
    write(tmp_path / "prod", reading("team", team("Rome")), reading("site", status="forbidden", reason="no scope"))
    assert [name.rpartition("-")[0] for name in held(tmp_path / "prod")[2:]] == ["webex/team/rome"]
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]
    assert (tmp_path / "prod").stat().st_mode & 0o777 == 0o700
    header = read_header(tmp_path / "prod")
    assert header is not None
    assert (header.kinds["webex/site"].is_complete, header.kinds["webex/site"].reason) == (False, "no scope")


class Interrupted(BaseException):
    pass


@pytest.mark.parametrize("error", [LiveError("unauthorised", "no"), Interrupted(), KeyboardInterrupt()])
def test_what_ends_the_reading_leaves_the_old_one_as_it_was(tmp_path: Path, error: BaseException) -> None:
    def readings() -> Iterator[Reading]:
        yield reading("team", team("Rome"))
        raise error

    write(tmp_path / "prod", reading("team", team("London")))
    before = content(tmp_path / "prod")
    with pytest.raises(type(error)):
        write_snapshot(tmp_path / "prod", dict, readings(), MASKER)
    assert content(tmp_path / "prod") == before
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_what_fails_between_the_renames_brings_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write(tmp_path / "prod", reading("team", team("London")))
    before, renames, rename = content(tmp_path / "prod"), [], Path.rename

    def fail(path: Path, target: Path) -> Path:
        renames.append(path)
        if len(renames) == failing:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    assert refused(tmp_path / "prod") == f"{tmp_path / 'prod'}: cannot be written: no space left on device"
    assert content(tmp_path / "prod") == before
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"notes.txt": ""}, "holds 'notes.txt' and no snapshot: name a folder of its own for it"),
        ({"a/.git/config": ""}, "holds 'a/.git/config' and no snapshot: name a folder of its own for it"),
        ({"snapshot.json": "{}", "notes.txt": ""}, "'notes.txt' is not of the snapshot: move it somewhere else"),
        (
            {"snapshot.json": "{}", "index.json": '{"a.json": {}}', "a.json": "", "b.json": "", "c/d": ""},
            "'b.json' and 1 more is not of the snapshot: move it somewhere else",
        ),
        (
            {"snapshot.json": "{}", "index.json": "[", "a.json": ""},
            "'a.json' is not of the snapshot: move it somewhere else",
        ),
    ],
)
def test_a_folder_with_anything_else_is_refused_and_stays(tmp_path: Path, files: dict[str, str], sentence: str) -> None:
    for name, text in files.items():
        (tmp_path / "prod" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "prod" / name).write_text(text)
    assert refused(tmp_path / "prod") == f"{tmp_path / 'prod'}: {sentence}"
    assert {name: data.decode() for name, data in content(tmp_path / "prod").items()} == files
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]


def test_an_empty_folder_and_what_file_managers_leave_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "prod" / "inner").mkdir(parents=True)
    (tmp_path / "prod" / ".DS_Store").touch()
    write(tmp_path / "prod", reading("team", team()))
    assert held(tmp_path / "prod")[:2] == ["index.json", "snapshot.json"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "x").write_text("mine")
    (tmp_path / "prod").symlink_to("mine")
    assert refused(tmp_path / "prod").endswith("prod: is a link: name the folder itself")
    write(tmp_path / "test", reading("team", team()))
    (tmp_path / "test" / "inner").symlink_to("../mine")
    assert refused(tmp_path / "test").endswith("test: 'inner' is not of the snapshot: move it somewhere else")
    (tmp_path / "test" / "inner").unlink()
    (tmp_path / ".test.wxcc-lint-new").symlink_to("mine")
    assert refused(tmp_path / "test").endswith(".test.wxcc-lint-new: is a link, and none of ours: delete it")
    assert (tmp_path / "mine" / "x").read_text() == "mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "prod").write_text("x")
    assert refused(tmp_path / "prod").endswith("prod: is a file: name a folder for the snapshot")
    assert refused(tmp_path / "prod" / "inner").endswith("inner: cannot be written: not a directory")


def test_what_a_killed_run_left_is_cleaned_up(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", team("London")))
    before = content(tmp_path / "prod")
    (tmp_path / "prod").rename(tmp_path / ".prod.wxcc-lint-old")
    (tmp_path / ".prod.wxcc-lint-new" / "webex").mkdir(parents=True)
    assert snapshot_folder(tmp_path / "prod") == tmp_path / ".prod.wxcc-lint-old"
    check_target(tmp_path / "prod")
    assert content(tmp_path / "prod") == before
    write(tmp_path / "prod", reading("team", team("Rome")))
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]


@pytest.mark.skipif(os.name != "posix", reason="the system has other locks")
def test_a_second_run_keeps_out_of_a_snapshot_that_is_being_written(tmp_path: Path) -> None:
    def readings() -> Iterator[Reading]:
        yield reading("team", team("London"))
        busy = f"{tmp_path / 'prod'}: another run is writing this snapshot: try again when it is done"
        assert refused(tmp_path / "prod") == busy
        write(tmp_path / "test", reading("team", team()))
        yield reading("aux-code", team("Lunch"))

    kinds = write_snapshot(tmp_path / "prod", lambda: {"version": 1}, readings(), MASKER)
    assert sorted(kinds) == ["webex/aux-code", "webex/team"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["prod", "test"]
    write(tmp_path / "prod", reading("team", team()))


def test_the_snapshot_of_a_newer_program_stays(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", team()))
    header = tmp_path / "prod" / "snapshot.json"
    header.write_text(header.read_text().replace('"version": 1', '"version": 2'))
    before = content(tmp_path / "prod")
    words = "is of version 2, and this program reads version 1; update wxcc-lint"
    assert refused(tmp_path / "prod") == f"{tmp_path / 'prod'}: the snapshot that is there {words}"
    assert content(tmp_path / "prod") == before


def test_a_folder_may_be_named_from_inside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "prod").mkdir()
    monkeypatch.chdir(tmp_path / "prod")
    check_target(Path())
    write(Path(), reading("team", team()))
    assert held(tmp_path / "prod")[:2] == ["index.json", "snapshot.json"]
    monkeypatch.chdir(tmp_path / "prod")
    assert snapshot_folder(Path()) == Path()
    assert read_header(Path()) is not None


WRITER = """
import sys
from pathlib import Path
from test_snapshot_files import reading, team, write
print("ready", flush=True)
while True:
    for letter in "ab":
        write(Path(sys.argv[1]), reading("team", *(team(f"{letter}{n}") for n in range(60))), readAt=letter)
"""


@pytest.mark.skipif(os.name != "posix", reason="the system has no SIGKILL")
@pytest.mark.parametrize("seed", range(6))
def test_whoever_kills_it_finds_the_old_one_or_the_new_one(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "prod"
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, env=environ)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    while process.poll() is None and not folder.exists():
        time.sleep(0.001)
    time.sleep(random.Random(seed).random() * 0.05)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    found = snapshot_folder(folder)
    letter = json.loads((found / "snapshot.json").read_bytes())["readAt"]
    index = json.loads((found / "index.json").read_bytes())
    assert held(found) == sorted(["index.json", "snapshot.json", *index])
    assert {one["name"] for one in index.values()} == {f"{letter}{n}" for n in range(60)}
    write(folder, reading("team", team("Rome")))
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]


def test_what_was_read_is_known_next_time(tmp_path: Path) -> None:
    component = LiveObject("Acme", text=CALL_CENTER, id="c", changed="2026-01-02", changed_by="Jane Doe")
    write(tmp_path / "prod", reading("team", team()), reading("CallCenter", component, system="salesforce"))
    known = known_of(tmp_path / "prod")
    assert {kind: dict(one.objects) for kind, one in known.items()} == {
        "team": {"id-London": replace(team(), data=None)},
        "CallCenter": {"c": replace(component, text=None)},
    }
    assert known["team"].unchanged("id-London", 3, "2026-01-01") == team()
    assert known["CallCenter"].whole(known["CallCenter"].objects["c"]) == component


@pytest.mark.parametrize(
    ("version", "changed"), [(4, "2026-01-01"), (None, "2026-01-01"), (3, "2026-01-02"), (3, None)]
)
def test_what_moved_is_not_even_read_from_its_file(tmp_path: Path, version: int | None, changed: str | None) -> None:
    write(tmp_path / "prod", reading("team", team()))
    known = replace(known_of(tmp_path / "prod")["team"], whole=lambda it: pytest.fail("its file was read"))
    assert known.unchanged("id-London", version, changed) is None


def test_what_somebody_changed_or_deleted_is_not_known(tmp_path: Path) -> None:
    write(tmp_path / "prod", reading("team", team("London"), team("Rome"), team("Oslo")))
    london, oslo, rome = sorted((tmp_path / "prod/webex/team").iterdir())
    london.write_text(london.read_text().replace("true", "false"))
    oslo.unlink()
    assert rome.exists()
    known = known_of(tmp_path / "prod")["team"]
    names = ("London", "Rome", "Oslo")
    assert [known.unchanged(f"id-{name}", 3, "2026-01-01") for name in names] == [None, team("Rome"), None]


ROW = {"kind": "team", "name": "A", "id": "a", "version": 1, "changed": None, "changedBy": None, "digest": "0"}
ODD = [{**ROW, "id": ""}, *({**ROW, name: []} for name in ("kind", "name", "id", "digest"))]


@pytest.mark.parametrize(
    "index",
    [None, "[", "[]", '{"a.json": 1}', '{"../x": {"kind": "team"}}', *(json.dumps({"a.json": row}) for row in ODD)],
)
def test_without_a_usable_index_nothing_is_known(tmp_path: Path, index: str | None) -> None:
    if index is not None:
        (tmp_path / "index.json").write_text(index)
    assert known_of(tmp_path) == {}
