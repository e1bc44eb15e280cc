"""Files are replaced whole or not at all, and stay what they were otherwise."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from wxcc_lint.files import drafted, replace_file

posix = pytest.mark.skipif(os.name != "posix", reason="the system has other permissions and no named pipes")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    replace_file(file, b"old\r\n")
    replace_file(file, b"new\0\xff")
    assert (file.read_bytes(), names(tmp_path)) == (b"new\0\xff", ["x.xml"])


@posix
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o4711])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(b"old")
    file.chmod(mode)
    replace_file(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_others_get(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    replace_file(tmp_path / "x.xml", b"new")
    assert (tmp_path / "x.xml").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give files away")
def test_the_owner_stays(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(b"old")
    os.chown(file, 4711, 4712)
    replace_file(file, b"new")
    assert (file.stat().st_uid, file.stat().st_gid) == (4711, 4712)


@posix
def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x.xml").write_bytes(b"old")
    (tmp_path / "again").symlink_to("real/x.xml")
    (tmp_path / "link.xml").symlink_to("again")
    replace_file(tmp_path / "link.xml", b"new")
    assert (tmp_path / "link.xml").readlink() == Path("again")
    assert (tmp_path / "again").readlink() == Path("real/x.xml")
    assert (tmp_path / "real" / "x.xml").read_bytes() == b"new"
    assert names(tmp_path / "real") == ["x.xml"]


@posix
def test_a_link_that_led_nowhere_leads_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "link.xml").symlink_to("x.xml")
    replace_file(tmp_path / "link.xml", b"new")
    assert (tmp_path / "link.xml").is_symlink()
    assert (tmp_path / "x.xml").read_bytes() == b"new"


@posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    replace_file(pipe, b"through")
    reader.join()
    assert (read, stat.S_ISFIFO(pipe.stat().st_mode), names(tmp_path)) == ([b"through"], True, ["pipe"])


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "x.xml").mkdir()
    with pytest.raises(OSError, match=r"directory|denied"):
        replace_file(tmp_path / "x.xml", b"new")
    assert names(tmp_path) == ["x.xml"]


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: (Path(path), mode) != (file, os.W_OK))
    with pytest.raises(PermissionError):
        replace_file(file, b"new")
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["x.xml"])


def test_a_draft_that_is_not_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "x.xml"
    file.write_bytes(b"old")
    with drafted(file, b"new"):
        assert len(names(tmp_path)) == 2
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["x.xml"])


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "x.xml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(file, b"new")
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["x.xml"])


def test_a_name_as_long_as_can_be_is_no_obstacle(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 251 + ".xml")
    file.write_bytes(b"old")
    replace_file(file, b"new")
    assert (file.read_bytes(), names(tmp_path)) == (b"new", [file.name])
