"""Paths that are no files, may not be read, or change under way."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.discover import discover
from wxcc_lint.verdict import ExitCode


def _place_folder(project: Path) -> str:
    (project / "x").mkdir()
    return "x"


def _place_pipe(project: Path) -> str:
    os.mkfifo(project / "x")
    return "x"


def _place_socket(project: Path) -> str:
    os.mknod(project / "x", stat.S_IFSOCK | 0o600)
    return "x"


def _place_loop(project: Path) -> str:
    (project / "x").symlink_to("y")
    (project / "y").symlink_to("x")
    return "x"


def _place_dangling(project: Path) -> str:
    (project / "x").symlink_to("nowhere")
    return "x"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes and devices")
@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (
            _place_folder,
            "x: holds no call center definition, no desktop layout and no Salesforce component of the integration",
        ),
        (_place_pipe, "x: is neither a file nor a folder"),
        (_place_socket, "x: is neither a file nor a folder"),
        (lambda _project: "/dev/zero", "dev/zero: is neither a file nor a folder"),
        (_place_loop, "x: too many levels of symbolic links"),
        (_place_dangling, "x: there is no such file or folder"),
        (lambda _project: "good.xml/x", "good.xml/x: not a directory"),
        (lambda _project: "x" * 5000, f"{'x' * 5000}: file name too long"),
    ],
    ids=["folder", "pipe", "socket", "device", "loop", "dangling", "below-a-file", "long"],
)
def test_a_path_that_is_no_file_is_one_sentence_and_code_3(lint, project, good, place, sentence):
    run = lint("check", place(project), "-f", "json")
    assert (run.code, run.rules, len(run.errors), run.err.count("\n")) == (3, [], 1, 1)
    assert run.errors[0].endswith(sentence)


def test_links_in_a_folder_are_followed_to_files_only(lint, project, bad):
    (project / "crm").mkdir()
    (project / "crm" / "again").symlink_to(project, target_is_directory=True)
    (project / "crm" / "linked.xml").symlink_to(bad)
    (project / "crm" / "zero.xml").symlink_to("/dev/zero")
    (project / "crm" / "lost.xml").symlink_to("nowhere")
    run = lint("check", "crm", "-f", "json")
    assert [finding["path"] for finding in run.report["findings"]] == ["crm/linked.xml"]


@pytest.fixture
def unprivileged(shell) -> Callable[..., Any]:
    """Run wxcc-lint without root's power to read everything."""
    if os.name != "posix":
        pytest.skip("permissions work otherwise here")
    if os.geteuid() != 0:
        return lambda *arguments: shell('"$@"', *arguments)
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv to change that")
    return lambda *arguments: shell('setpriv --bounding-set=-dac_override,-dac_read_search "$@"', *arguments)


def test_a_named_file_without_permission_is_one_sentence_and_code_3(unprivileged, good):
    good.chmod(0)
    run = unprivileged("check", "good.xml", "-f", "json")
    assert (run.code, run.rules, run.err) == (3, [], "error: good.xml: may not be read (no permission)\n")


def test_what_a_folder_holds_without_permission_is_a_note(unprivileged, project, good, bad):
    good.chmod(0)
    (project / "closed").mkdir(mode=0)
    run = unprivileged("check", "-f", "json", "--select", "callcenter/invalid-boolean")
    (project / "closed").chmod(0o700)
    assert (run.code, run.rules, run.errors) == (1, ["callcenter/invalid-boolean"], [])
    assert run.notes == ["closed: may not be read (no permission)", "good.xml: may not be read (no permission)"]
    assert run.report["uncovered"] == [
        {"document": name, "reason": "may not be read (no permission)", "exitCode": 0}
        for name in ("closed", "good.xml")
    ]


def test_a_folder_without_permission_is_code_3(unprivileged, project):
    (project / "closed").mkdir(mode=0)
    run = unprivileged("check", "closed")
    (project / "closed").chmod(0o700)
    assert (run.code, run.errors) == (
        3,
        ["closed: holds no call center definition, no desktop layout and no Salesforce component of the integration"],
    )
    assert run.notes == ["closed: may not be read (no permission)"]


def test_a_config_without_permission_is_wrong_usage(unprivileged, good, config):
    config("").chmod(0)
    run = unprivileged("check", "good.xml")
    assert (run.code, run.out, run.errors) == (
        2,
        "",
        [".wxcc-lint.yaml: cannot read the config file: permission denied"],
    )


def test_a_report_is_not_written_where_nobody_may_write(unprivileged, project, good):
    (project / "closed").mkdir(mode=0o500)
    run = unprivileged("check", "good.xml", "-f", "json=closed/report.json")
    assert (run.code, run.errors) == (2, ["closed/report.json: cannot write the report: permission denied"])


@pytest.mark.parametrize(
    ("named", "code", "complaints", "notes"),
    [
        (True, ExitCode.NOTHING_READ, ["x.xml: is a directory", "y.xml: there is no such file or folder"], []),
        (False, ExitCode.OK, [], ["x.xml: is a directory", "y.xml: there is no such file or folder"]),
    ],
    ids=["named", "found"],
)
def test_files_that_change_under_way_are_told(tmp_path, definition, check_found, named, code, complaints, notes):
    for name in ("x.xml", "y.xml", "z.xml"):
        (tmp_path / name).write_text(definition(), encoding="utf-8")
    found = discover([tmp_path / "x.xml", tmp_path / "y.xml", tmp_path / "z.xml"] if named else [tmp_path], tmp_path)
    (tmp_path / "x.xml").unlink()
    (tmp_path / "x.xml").mkdir()
    (tmp_path / "y.xml").unlink()
    result = check_found(found, tmp_path)
    assert result.judgement.report.summary.files == 1
    assert (result.exit_code, result.complaints) == (code, complaints)
    assert [note for note in result.notes if "did not run" not in note] == notes
