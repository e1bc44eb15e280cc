"""Whatever lies in a checkout: nothing is waited for, filled with or gone through again and again."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.baseline import BaselineError, read_baseline
from wxcc_lint.discover import discover
from wxcc_lint.documents.allowlist import parse_allowlist
from wxcc_lint.merge import MergeError, read_runs
from wxcc_lint.sources.snapshot import open_snapshot

DEEP = 100_000
LAYOUT = '{"agent": {"area": {"headless": {}}}}'

posix = pytest.mark.skipif(os.name != "posix", reason="the system has no named pipes and devices")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(path))


ENDLESS = pytest.mark.parametrize("place", [_pipe, _device], ids=["pipe", "device"])


@posix
@pytest.mark.parametrize("place", [_pipe, _device, _loop], ids=["pipe", "device", "loop"])
@pytest.mark.parametrize("has_git", [False, True], ids=["walked", "listed"])
def test_what_has_no_end_is_passed_over_in_a_folder(tmp_path, check_found, place, has_git):
    if has_git:
        os.spawnlp(os.P_WAIT, "git", "git", "init", "--quiet", os.fspath(tmp_path))
    (tmp_path / "desk.json").write_text(LAYOUT)
    place(tmp_path / "other.json")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    found = discover([tmp_path], tmp_path)
    assert [one.name for one in found.candidates] == ["desk.json"]
    assert check_found(found, tmp_path).judgement.report.summary.files == 1


@posix
def test_a_socket_is_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _socket(Path("x.json"))
    assert discover([Path("x.json")], tmp_path).failures == ["x.json: is neither a file nor a folder"]


@posix
@ENDLESS
@pytest.mark.parametrize(
    ("config", "name", "sentence"),
    [
        (
            "baseline: x",
            "x",
            "x: cannot read the baseline: is neither a file nor a folder (wxcc-lint baseline write)",
        ),
        ("rule-dirs: [.]", "x.yaml", "x.yaml: is neither a file nor a folder"),
        (
            "environments: {prod: {files: ['*.json'], allowlist: x}}",
            "x",
            ".wxcc-lint.yaml:1:53: the allowed list of 'prod' does not exist: there is no file 'x'",
        ),
    ],
    ids=["baseline", "rule", "allowed-list"],
)
def test_what_a_config_names_has_an_end(lint, project, config, place, settings, name, sentence):
    raise NotImplementedError
