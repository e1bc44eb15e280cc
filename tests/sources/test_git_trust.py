"""A repository that somebody else made is read, and nothing that its settings name is started or fetched."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from wxcc_lint.config import default_config
from wxcc_lint.discover import discover
from wxcc_lint.sources.changed import changed_since
from wxcc_lint.sources.open import open_source

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the traps are shell scripts")

LAYOUT = '{"agent": {"area": {"panel": {}, "navigation": []}}}'


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a file `sprung` beside it."""
    program = tmp_path / "trap.sh"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/sprung'\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "desk.json").write_text(LAYOUT)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "first")
    return folder


def _monitor(folder: Path, trap: Path) -> None:
    git(folder, "config", "core.fsmonitor", str(trap))


def _hook(folder: Path, trap: Path) -> None:
    (folder / ".git" / "hooks" / "post-index-change").symlink_to(trap)


@pytest.mark.parametrize("place", [_monitor, _hook], ids=["monitor", "hook"])
def test_nothing_that_a_repository_names_is_started(repository, trap, place):
    place(repository, trap)
    os.utime(repository / "desk.json", (1, 1))  # git has to look whether it is the same
    assert [one.name for one in discover([repository], repository).candidates] == ["desk.json"]
    assert changed_since("HEAD", repository).there == frozenset()
    contents = open_source("git:HEAD", repository, default_config(repository), "left")
    assert [one.title for one in contents.objects] == ["layout:desk"]
    assert not (trap.parent / "sprung").exists()
    (repository / "new.json").write_text(LAYOUT)
    git(repository, "add", ".")
    assert (trap.parent / "sprung").exists(), "the trap would work"


def test_what_a_partial_clone_lacks_is_not_fetched(repository, trap):
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(repository.parent, "clone", "--no-checkout", "--filter=blob:none", repository.as_uri(), "partial")
    partial = repository.parent / "partial"
    git(partial, "config", "remote.origin.uploadpack", str(trap))
    git(partial, "config", "protocol.file.allow", "always")
    contents = open_source("git:HEAD", partial, default_config(partial), "left")
    assert contents.failures == ("left side: git:HEAD: the content of 'desk.json' is not in this repository",)
    assert not (trap.parent / "sprung").exists()
