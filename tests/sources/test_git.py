"""What git remembers as a source; every test makes a repository of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from wxcc_lint.config import CONFIG_NAME, load_config
from wxcc_lint.documents.limits import DEFAULT_SIZES


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false"]
    subprocess.run(["git", "-C", folder, *who, *words], check=True)


@pytest.fixture
def repo(bench):
    """A repository with a commit, and a work tree that has moved on."""
    bench.write(
        {
            "crm/cc.xml": bench.callcenter("Then"),
            "layouts/sales.json": bench.layout("then"),
            "layouts/gone.json": bench.layout("then"),
            "docs/Mine.callCenter-meta.xml": bench.component,
            "notes.txt": bench.layout(),
            "package.json": "{}",
        }
    )
    (bench.folder / "link.xml").symlink_to("crm/cc.xml")
    git(bench.folder, "init", "--quiet")
    git(bench.folder, "add", ".")
    git(bench.folder, "commit", "--quiet", "-m", "first")
    git(bench.folder, "tag", "v1")
    (bench.folder / "layouts" / "gone.json").unlink()
    bench.write({"crm/cc.xml": bench.callcenter("Now"), "layouts/new.json": bench.layout()})
    return bench


def test_a_revision_is_read_with_the_paths_that_the_operand_says(repo) -> None:
    before = state(repo.folder)
    assert repo.objects("git:HEAD") == [
        ("callcenter:Then", "crm/cc.xml", False),
        ("callcenter:Mine", "docs/Mine.callCenter-meta.xml", False),
        ("layout:gone", "layouts/gone.json", True),
        ("layout:sales", "layouts/sales.json", True),
    ]
    assert repo.objects("git:v1:layouts") == [("layout:gone", "gone.json", True), ("layout:sales", "sales.json", True)]
    file = repo.open("git:v1:crm/cc.xml")
    assert [(one.title, one.path, one.document.name) for one in file.objects] == [
        ("callcenter:Then", "cc.xml", "git:v1:crm/cc.xml")
    ]
    assert (file.extent, repo.open("git:v1:layouts").extent) == ("one file", "everything")
    assert state(repo.folder) == before


def state(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def test_a_folder_now_and_then_is_the_same_place(repo) -> None:
    (repo.folder.parent / "link").symlink_to(repo.folder, target_is_directory=True)
    linked = type(repo)(repo.folder.parent / "link")
    places = {repo.open("layouts").place, repo.open("git:HEAD:layouts").place, linked.open("git:v1:layouts").place}
    assert places == {os.path.realpath(repo.folder / "layouts")}
    assert repo.open("git:HEAD").place == repo.open(".").place == os.path.realpath(repo.folder)


def test_without_a_path_that_of_the_other_operand_counts(repo) -> None:
    assert [title for title, _, _ in repo.objects("git:HEAD", other="crm/cc.xml")] == ["callcenter:Then"]
    assert [title for title, _, _ in repo.objects("git:HEAD", other="layouts")] == ["layout:gone", "layout:sales"]
    assert len(repo.objects("git:HEAD", other="release:newest")) == len(repo.objects("git:HEAD", other=".")) == 4
    assert repo.failure("git:HEAD", other="layouts/new.json") == (
        "left side: git:HEAD: 'layouts/new.json' is not in 'HEAD'"
    )


def test_paths_count_from_the_working_directory_and_component_names_hold_there(repo) -> None:
    below = type(repo)(repo.folder / "docs")
    (found,) = below.open("git:HEAD:Mine.callCenter-meta.xml").objects
    assert (found.title, found.document.name) == ("callcenter:Mine", "git:HEAD:./Mine.callCenter-meta.xml")
    (found,) = below.open("git:HEAD:../crm").objects
    assert (found.title, found.path, found.document.name) == ("callcenter:Then", "cc.xml", "git:HEAD:../crm/cc.xml")
    absolute = repo.folder / "crm" / "cc.xml"
    assert [title for title, _, _ in below.objects(f"git:HEAD:{absolute}")] == ["callcenter:Then"]
    assert len(below.objects("git:HEAD")) == 4


def test_the_config_names_layouts_of_the_past_too(repo) -> None:
    environment = '{files: ["**"], layouts: {Sales Agents: layouts/sales.json}}'
    repo.write({CONFIG_NAME: f"environments: {{prod: {environment}}}"})
    config = load_config(repo.folder / CONFIG_NAME)
    assert repo.objects("git:HEAD:layouts/sales.json", config=config) == [("layout:Sales Agents", "sales.json", False)]


def test_broken_large_and_empty_files_of_the_past_are_uncovered(repo) -> None:
    repo.write(
        {
            "old/big.xml": b"<callCenter>" + b" " * (2 * DEFAULT_SIZES.bytes("layout")),
            "old/broken.json": '{"area": {"panel": {}},}',
            "old/last.xml": repo.callcenter("Last"),
            "old/none.json": "",
        }
    )
    git(repo.folder, "add", "old")
    git(repo.folder, "commit", "--quiet", "-m", "second")
    assert [title for title, _, _ in repo.objects("git:HEAD:old")] == ["callcenter:Last"]
    assert [(one, reason[: reason.index(": ")]) for one, reason in repo.unread("git:HEAD:old")] == [
        ("callcenter:big", "git:HEAD:old/big.xml:1:1"),
        ("layout:broken", "git:HEAD:old/broken.json:1:23"),
    ]
    assert [one for one, _ in repo.unread("git:HEAD:old/none.json")] == ["layout:none"]


@pytest.mark.parametrize(
    ("operand", "told"),
    [
        ("git:", "a revision is missing; write git:HEAD or git:main:PATH"),
        ("git:nope", "git knows no revision 'nope' here"),
        ("git:--all", "git knows no revision '--all' here"),
        ("git:HEAD:nowhere", "'nowhere' is not in 'HEAD'"),
        ("git:HEAD:la*", "'la*' is not in 'HEAD'"),
        ("git:HEAD:link.xml", "'link.xml' is neither a file nor a folder in 'HEAD'"),
        ("git:HEAD:../x", "'../x' lies outside the repository"),
    ],
)
def test_what_git_does_not_know_is_told(repo, operand, told) -> None:
    assert repo.failure(operand) == f"left side: {operand}: {told}"


def test_a_file_that_is_not_ours_is_told(repo) -> None:
    assert repo.failure("git:HEAD:package.json") == (
        "left side: git:HEAD:package.json: neither a call center definition nor a desktop layout"
    )


def test_a_revision_with_nothing_of_ours_is_a_fact(repo) -> None:
    git(repo.folder, "rm", "--quiet", "-r", "--cached", ".")
    git(repo.folder, "commit", "--quiet", "--allow-empty", "-m", "nothing")
    assert repo.objects("git:HEAD") == []


def test_a_folder_without_git_is_told(bench, monkeypatch) -> None:
    assert bench.failure("git:HEAD") == "left side: git:HEAD: this folder is not in a work tree of git"
    monkeypatch.setenv("PATH", os.fspath(bench.folder))
    assert bench.failure("git:HEAD") == "left side: git:HEAD: git is not installed"


def test_snapshots_of_orgs_are_no_files_of_a_revision_either(bench) -> None:
    saved = {"snapshot.json": '{"version": 1, "kinds": {}}', "sales.json": bench.layout()}
    bench.write(
        {f"{folder}/{name}": text for folder in ("old", ".wxcc-lint/x", "crm/old") for name, text in saved.items()}
    )
    bench.write({"crm/desk.json": bench.layout()})
    git(bench.folder, "init", "--quiet")
    git(bench.folder, "add", ".")
    git(bench.folder, "commit", "--quiet", "-m", "first")
    assert bench.objects("git:HEAD") == [("layout:desk", "crm/desk.json", True)]
    assert bench.objects("git:HEAD:crm") == [("layout:desk", "desk.json", True)]
    assert bench.objects("git:HEAD:old") == [("layout:sales", "sales.json", True)]
