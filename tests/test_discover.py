"""Finding files: in git work trees and outside, and whatever else a folder may hold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wxcc_lint.discover import Candidate, Discovery, discover, display_name, read, read_failure
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.documents.load import HEAD
from wxcc_lint.report import Gap

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and any byte in a name")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that no git work tree holds, even where the tests' own folder lies in one."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "tree"
    folder.mkdir()
    return folder


@pytest.fixture
def work_tree(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.org", *words], check=True)


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<callCenter/>", encoding="utf-8")


def names(found: Discovery) -> list[str]:
    return [one.name for one in found.candidates]


def searched(folder: Path) -> list[str]:
    """Names of what a search of the folder finds, from within it."""
    found = discover([folder], folder)
    assert found.failures == found.unreadable == []
    assert found.searched == ["."]
    assert not any(one.named for one in found.candidates)
    return names(found)


# --- folders without git ---------------------------------------------------------------------------------------------


def test_a_folder_is_searched_for_files_that_may_be_ours_in_a_stable_order(tree: Path) -> None:
    put(tree, "b.xml", "a.json", "sub/deep/c.callCenter", "UPPER.XML", "no-suffix", "x.callCenter-meta.xml")
    put(tree, "page.html", "notes.md", "data.csv", "a.json.bak")
    assert searched(tree) == [
        "UPPER.XML",
        "a.json",
        "b.xml",
        "no-suffix",
        "sub/deep/c.callCenter",
        "x.callCenter-meta.xml",
    ]


def test_hidden_folders_and_those_of_tools_are_passed_over(tree: Path) -> None:
    put(
        tree,
        ".hidden/a.xml",
        "node_modules/a.xml",
        "sub/node_modules/a.xml",
        "__pycache__/a.xml",
        "sub/a.xml",
        ".b.xml",
    )
    assert searched(tree) == [".b.xml", "sub/a.xml"]


def test_without_git_on_the_machine_folders_are_searched_all_the_same(
    work_tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(work_tree, "a.xml")
    monkeypatch.setenv("PATH", "")
    assert searched(work_tree) == ["a.xml"]


def test_a_folder_that_cannot_be_listed_is_told_and_the_rest_searched(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tree, "a.xml", "locked/b.xml")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([tree], tree)
    assert names(found) == ["a.xml"]
    assert found.unreadable == [Gap("locked", "may not be read (no permission)")]


@on_posix
def test_links_to_files_are_followed_and_links_to_folders_are_not(tree: Path) -> None:
    put(tree, "a.xml", "sub/b.xml")
    (tree / "link.xml").symlink_to("a.xml")
    (tree / "folder").symlink_to("sub")
    (tree / "circle.xml").symlink_to("circle.xml")
    (tree / "nowhere.xml").symlink_to("gone.xml")
    (tree / "device.xml").symlink_to("/dev/null")
    assert searched(tree) == ["a.xml", "link.xml", "sub/b.xml"]


@on_posix
def test_a_pipe_is_not_waited_for(tree: Path) -> None:
    put(tree, "a.xml")
    make_pipe(tree / "pipe.xml")
    assert searched(tree) == ["a.xml"]


# --- git work trees --------------------------------------------------------------------------------------------------


def test_git_tells_what_there_is(work_tree: Path) -> None:
    put(work_tree, "tracked.xml", "deleted.xml", ".hidden/tracked.xml", "sub/tracked.json", "ignored-but-tracked.xml")
    git(work_tree, "add", ".")
    (work_tree / ".gitignore").write_text("ignored*\nbuild/\n", encoding="utf-8")
    put(work_tree, "untracked.xml", "ignored.xml", "build/a.xml", "sub/untracked.xml", "tracked.md")
    (work_tree / "deleted.xml").unlink()
    assert searched(work_tree) == [
        ".gitignore",
        ".hidden/tracked.xml",
        "ignored-but-tracked.xml",
        "sub/tracked.json",
        "sub/untracked.xml",
        "tracked.xml",
        "untracked.xml",
    ]


def test_of_a_work_tree_only_the_given_folder_is_searched(work_tree: Path) -> None:
    put(work_tree, "a.xml", "sub/b.xml", "sub/deep/c.xml")
    git(work_tree, "add", "a.xml", "sub/b.xml")
    found = discover([work_tree / "sub"], work_tree)
    assert (names(found), found.searched) == (["sub/b.xml", "sub/deep/c.xml"], ["sub"])


def test_a_folder_that_git_ignores_is_searched_when_it_is_named(work_tree: Path) -> None:
    put(work_tree, ".gitignore", "build/a.xml", "b.xml")
    (work_tree / ".gitignore").write_text("build/\n", encoding="utf-8")
    assert names(discover([work_tree / "build"], work_tree)) == ["build/a.xml"]
    assert "build/a.xml" not in names(discover([work_tree], work_tree))


def test_a_file_in_conflict_is_found_once(work_tree: Path) -> None:
    put(work_tree, "a.xml")
    git(work_tree, "add", ".")
    blob = subprocess.run(
        ["git", "-C", work_tree, "hash-object", "-w", "a.xml"], check=True, capture_output=True, text=True
    ).stdout.strip()
    index = "".join(f"100644 {blob} {stage}\ta.xml\n" for stage in (1, 2, 3))
    index = f"0 {'0' * 40}\ta.xml\n{index}"
    subprocess.run(["git", "-C", work_tree, "update-index", "--index-info"], check=True, input=index, text=True)
    assert searched(work_tree) == ["a.xml"]


@on_posix
def test_links_and_folders_of_other_work_trees_are_no_files(work_tree: Path) -> None:
    put(work_tree, "a.xml", "other.xml/b.xml")
    git(work_tree / "other.xml", "init", "--quiet")
    (work_tree / "nowhere.xml").symlink_to("gone")
    git(work_tree, "add", "nowhere.xml")
    assert searched(work_tree) == ["a.xml"]


@on_posix
@pytest.mark.parametrize("in_git", [True, False])
def test_odd_names_are_names(work_tree: Path, tree: Path, in_git: bool) -> None:
    folder = work_tree if in_git else tree
    odd = [" blank .xml", "-f.xml", "line\nbreak.xml", 'quo"te.xml', "umläut.xml", "電話.xml", os.fsdecode(b"\xff.xml")]
    put(folder, *odd)
    if in_git:
        git(folder, "add", ".")
    assert sorted(searched(folder)) == sorted(odd)


# --- named paths -----------------------------------------------------------------------------------------------------


def test_a_named_file_is_taken_whatever_it_is_called(tree: Path) -> None:
    put(tree, "a.txt", ".hidden/b")
    found = discover([tree / "a.txt", tree / ".hidden/b"], tree)
    assert found.candidates == [
        Candidate(str(tree / "a.txt"), "a.txt", named=True),
        Candidate(str(tree / ".hidden/b"), ".hidden/b", named=True),
    ]
    assert found.searched == []


def test_a_named_file_is_taken_even_when_git_ignores_it(work_tree: Path) -> None:
    put(work_tree, "a.xml")
    (work_tree / ".gitignore").write_text("a.xml\n", encoding="utf-8")
    assert names(discover([work_tree / "a.xml"], work_tree)) == ["a.xml"]


def test_each_file_is_taken_once_and_is_named_when_it_was_named_anywhere(tree: Path) -> None:
    put(tree, "a.xml", "b.xml")
    given = [tree / "a.xml", tree, tree / "." / "a.xml", tree / "sub" / ".." / "b.xml", tree]
    (tree / "sub").mkdir()
    found = discover(given, tree)
    assert [(one.name, one.named) for one in found.candidates] == [("a.xml", True), ("b.xml", True)]
    assert found.searched == [".", "."]


def test_paths_are_shown_relative_to_the_working_directory(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tree, "a.xml", "sub/b.xml")
    monkeypatch.chdir(tree / "sub")
    assert names(discover([Path("..")], tree / "sub")) == ["../a.xml", "b.xml"]
    assert display_name(Path("x") / "y.xml", tree) == "x/y.xml"


def test_a_path_without_a_way_to_it_is_shown_as_it_is(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_another_drive(_path: Path, _start: Path) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    assert display_name(Path("/x/y.xml"), tree) == "/x/y.xml"


def make_pipe(path: Path) -> None:
    os.mkfifo(path)  # looked up when it runs: not every system has it


@pytest.mark.parametrize(
    ("make", "failure"),
    [
        pytest.param(lambda _path: None, "there is no such file or folder", id="absent"),
        pytest.param(lambda path: path.symlink_to("gone"), "there is no such file or folder", id="a link to nothing"),
        pytest.param(make_pipe, "is neither a file nor a folder", id="a pipe"),
    ],
)
@on_posix
def test_a_named_path_that_cannot_be_had_is_told(tree: Path, make: Callable[[Path], None], failure: str) -> None:
    put(tree, "a.xml")
    make(tree / "it")
    found = discover([tree / "it", tree / "a.xml"], tree)
    assert found.failures == [Gap("it", failure)]
    assert names(found) == ["a.xml"]


def test_a_named_path_below_a_file_is_told(tree: Path) -> None:
    put(tree, "a.xml")
    assert discover([tree / "a.xml" / "b.xml"], tree).failures == [Gap("a.xml/b.xml", "not a directory")]


# --- reading ---------------------------------------------------------------------------------------------------------


def reading(folder: Path, data: bytes, *, named: bool = True) -> bytes | None:
    (folder / "x").write_bytes(data)
    return read(Candidate(str(folder / "x"), "x", named=named), DEFAULT_SIZES)


def test_what_is_ours_is_read_whole(tree: Path) -> None:
    data = b"<callCenter>" + b"x" * (3 * HEAD)
    assert reading(tree, data) == data


def test_a_stranger_is_not_read(tree: Path) -> None:
    assert reading(tree, b"<project/>") is None
    assert reading(tree, b"x" * HEAD + b"<callCenter>") is None


def test_of_a_file_beyond_the_limit_no_more_is_read_than_tells_so(tree: Path) -> None:
    data = reading(tree, b"<callCenter>" + b" " * (DEFAULT_SIZES.bytes("layout") + 1000))
    assert data is not None
    assert len(data) == DEFAULT_SIZES.bytes("layout") + 1


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_ours_only_if_it_was_named(tree: Path, data: bytes) -> None:
    assert reading(tree, data) == data
    assert reading(tree, data, named=False) is None


def test_a_long_blank_beginning_is_not_an_empty_file(tree: Path) -> None:
    assert reading(tree, b" " * HEAD + b"x") is None


def test_what_standard_input_held_is_not_looked_for_on_disk(tree: Path) -> None:
    candidate = Candidate(str(tree / "absent.xml"), "absent.xml", named=True, data=b"<callCenter/>")
    assert read(candidate, DEFAULT_SIZES) == b"<callCenter/>"


def test_a_file_that_went_away_is_told(tree: Path) -> None:
    candidate = Candidate(str(tree / "gone.xml"), "gone.xml", named=False)
    with pytest.raises(FileNotFoundError) as gone:
        read(candidate, DEFAULT_SIZES)
    assert read_failure(candidate, gone.value) == "gone.xml: there is no such file or folder"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "may not be read (no permission)"),
        (OSError(5, "Input/output error"), "input/output error"),
        (OSError("odd"), "odd"),
    ],
)
def test_reasons_are_plain_words(error: OSError, reason: str) -> None:
    assert read_failure(Candidate("x", "x", named=True), error) == f"x: {reason}"


def test_snapshots_of_orgs_are_not_searched_unless_they_are_named(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    saved = tmp_path / ".wxcc-lint" / "snapshots" / "prod"
    saved.mkdir(parents=True)
    (saved / "a.json").write_text("{}")
    (tmp_path / "b.json").write_text("{}")
    assert [one.name for one in discover([tmp_path], tmp_path).candidates] == ["b.json"]
    assert [one.name for one in discover([saved], tmp_path).candidates] == [".wxcc-lint/snapshots/prod/a.json"]


@pytest.mark.parametrize("in_git", [True, False])
def test_a_snapshot_of_an_org_is_known_wherever_it_is_kept(work_tree: Path, tree: Path, in_git: bool) -> None:
    folder = work_tree if in_git else tree
    put(folder, "a.json", "last-week/webex/a.json", "last-week-too/a.json", "old/2/a.json", "theirs/a.json", "x/y.json")
    for name, said in (
        ("last-week/snapshot.json", '{"version": 2, "kinds": {}}'),
        ("old/2/snapshot.json", '{"version": 1, "kinds": {"webex/team": {}}}'),
        ("theirs/snapshot.json", '{"version": "1.0", "kinds": {}}'),
        ("x/my-snapshot.json", '{"version": 1, "kinds": {}}'),
    ):
        (folder / name).write_text(said, encoding="utf-8")
    others = ["theirs/a.json", "theirs/snapshot.json", "x/my-snapshot.json", "x/y.json"]
    assert searched(folder) == ["a.json", "last-week-too/a.json", *others]
    assert searched(folder / "last-week") == ["snapshot.json", "webex/a.json"]


@on_posix
def test_the_header_of_a_snapshot_that_cannot_be_read_is_anybodys(work_tree: Path) -> None:
    put(work_tree, "gone/a.json", "gone/snapshot.json", "pipe/a.json")
    git(work_tree, "add", ".")
    (work_tree / "gone/snapshot.json").unlink()
    os.mkfifo(work_tree / "pipe/snapshot.json")
    assert searched(work_tree) == ["gone/a.json", "pipe/a.json"]
