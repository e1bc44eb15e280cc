"""Whatever lies in a checkout: nothing is waited for without end, and nothing is gone through again and again."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.counting import calls
from wxcc_lint.baseline import BaselineError, read_baseline
from wxcc_lint.discover import discover
from wxcc_lint.documents.allowlist import parse_allowlist
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.files import read_file
from wxcc_lint.merge import MergeError, read_runs
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.sources.snapshot import open_snapshot, read_header

DEEP = 100_000
LAYOUT = '{"agent": {"area": {"headless": {}}}}'
NO_FILE = "is neither a file nor a folder"

posix = pytest.mark.skipif(os.name != "posix", reason="the system has no named pipes and devices")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


endless = pytest.mark.parametrize("place", [_pipe, _device, _socket], ids=["pipe", "device", "socket"])


@posix
@pytest.mark.parametrize("place", [_pipe, _device, _socket, _loop], ids=["pipe", "device", "socket", "loop"])
@pytest.mark.parametrize("has_git", [False, True], ids=["walked", "listed"])
def test_what_has_no_end_is_passed_over_in_a_folder(tmp_path, place, has_git):
    if has_git:
        subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / "desk.json").write_text(LAYOUT)
    place(tmp_path / "other.json")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [one.name for one in discover([tmp_path], tmp_path).candidates] == ["desk.json"]


@posix
@endless
@pytest.mark.parametrize(
    ("config", "name", "sentence"),
    [
        ("baseline: x", "x", f"x: cannot read the baseline: {NO_FILE} (wxcc-lint baseline write)"),
        ("rule-dirs: [rules]", "rules/x.yaml", f"rules/x.yaml: cannot be read: {NO_FILE}"),
        ("environments: {prod: {files: ['*.json'], allowlist: x}}", "x", "there is no file 'x'"),
    ],
    ids=["baseline", "rule", "allowed-list"],
)
def test_what_a_config_names_has_an_end(lint, project, config, place, name, sentence):
    (project / ".wxcc-lint.yaml").write_text(config)
    (project / "desk.json").write_text(LAYOUT)
    (project / name).parent.mkdir(exist_ok=True)
    place(project / name)
    run = lint("check", "desk.json")
    assert (run.code, run.out, len(run.errors)) == (2, "", 1)
    assert run.errors[0].endswith(sentence)


@posix
@endless
def test_the_header_of_a_snapshot_has_an_end(tmp_path, place):
    place(tmp_path / "snapshot.json")
    assert read_header(tmp_path) is None
    assert open_snapshot(".", tmp_path, DEFAULT_SIZES).entries == []


@posix
@endless
def test_only_files_are_read_whole(tmp_path, place):
    place(tmp_path / "x")
    with pytest.raises(OSError, match=NO_FILE):
        read_file(tmp_path / "x")


@pytest.mark.skipif(sys.platform != "linux", reason="the system has only names that are text")
@pytest.mark.parametrize("format_", ["full", "concise", "json", "sarif", "junit", "github", "html", "csv"])
def test_a_name_that_is_no_text_is_told_as_text(shell, project, definition, format_):
    (project / os.fsdecode(b"\xff.xml")).write_text(definition(isCallNotesEnabled="True"))
    run = shell('"$@"', "check", "-f", format_)  # which decodes what is printed, and fails if it is no UTF-8
    assert (run.code, run.err, ".xml" in run.out) == (1, "", True)


def _pages(count: int) -> str:
    """Return a layout with empty pages, in each of which something is missing."""
    pages = ", ".join(['{"nav": {}, "page": {}}'] * count)
    return f'{{"agent": {{"area": {{"panel": {{}}, "navigation": [{pages}]}}}}}}'


def test_work_grows_with_the_number_of_findings_and_not_faster(tmp_path, check_found):
    def check(pages: int) -> int:
        file = tmp_path / f"{pages}.json"
        file.write_text(_pages(pages))
        found = discover([file], tmp_path)
        shown = []
        count = calls(lambda: shown.append(check_found(found, tmp_path)))
        assert len(shown[0].judgement.report.findings) == 7 * pages + 1
        return count

    check(10)  # what is loaded once
    few, many = check(50), check(500)
    assert many < 12 * few


@pytest.mark.parametrize("name", [*REPORTERS])
def test_a_report_is_written_in_work_that_grows_with_its_findings_and_not_faster(tmp_path, check_found, name):
    def render(pages: int) -> int:
        file = tmp_path / f"{pages}.json"
        file.write_text(_pages(pages))
        report = check_found(discover([file], tmp_path), tmp_path).judgement.report
        return calls(lambda: REPORTERS[name](report))

    render(10)  # what is loaded once
    few, many = render(30), render(300)
    assert many < 12 * few


def test_a_file_may_have_ten_thousand_findings(lint, project):
    (project / "x.json").write_text(_pages(1_500))
    run = lint("check", "x.json", "-f", "json")
    assert (run.code, len(run.rules) >= 10_000, "meta/internal-error" in run.rules) == (1, True, False)


@pytest.mark.parametrize(
    ("name", "line"), [("x.txt", "a.b\n"), ("x.csv", "a.b\n"), ("x.yaml", "- a\n"), ("x.json", "")]
)
def test_a_long_list_is_read_in_linear_work(name, line):
    def read(entries: int) -> int:
        text = line * entries if line else "[" + ", ".join(['"a.b"'] * entries) + "]"
        shown = []
        count = calls(lambda: shown.append(parse_allowlist(name, text)))
        assert (shown[0].faults, len(shown[0].data)) == ((), entries)
        return count

    read(10)
    few, many = read(500), read(5_000)
    assert many < 12 * few


def test_an_allowed_list_of_a_million_entries_is_one_finding(lint, project, config):
    config("environments: {prod: {files: ['*.xml'], allowlist: list.txt}}")
    (project / "list.txt").write_text("cdn.example.com\n" * 1_000_000)
    run = lint("check", "-f", "json")
    assert (run.code, run.rules) == (1, ["meta/too-large"])


NESTED = "[" * DEEP + "]" * DEEP
REPORT = '{"version": 1, "tool": {"name": "wxcc-lint"}, "findings": %s}'


@pytest.mark.parametrize("depth", [201, 900, DEEP])
def test_deep_nesting_is_told_by_every_reader(tmp_path, depth):
    nested = "[" * depth + "]" * depth
    for name in ("x.json", "x.yaml"):
        assert [fault.rule for fault in parse_allowlist(name, nested).faults] == ["meta/too-deep"]
    with pytest.raises(BaselineError, match=r"^x:1: brackets are nested more than 200 deep$"):
        read_baseline("x", nested.encode())
    with pytest.raises(MergeError):
        list(read_runs((REPORT % nested).encode()))
    (tmp_path / "snapshot.json").write_text(nested)
    (uncovered,) = open_snapshot(".", tmp_path, DEFAULT_SIZES).uncovered
    assert (uncovered.document, "nested more than 200 deep" in uncovered.reason) == ("snapshot.json", True)
