"""Reports that go to files."""

from __future__ import annotations

import stat
from pathlib import Path

INVALID = "callcenter/invalid-boolean"
REPORT = (
    f"bad.xml:30:82: error[{INVALID}] 'Record Call Live Notes' is 'True', which is neither true nor false\n"
    "Found 1 error in 1 file; 1 has a ready fix.\n"
)


def test_a_report_in_a_file_goes_along_with_one_on_stdout(lint, bad, project):
    run = lint("check", "-f", "json=out/report.json", "-f", "concise")
    assert (run.code, run.errors) == (2, ["out/report.json: cannot write the report: no such file or directory"])
    (project / "out").mkdir()
    options = ("check", "bad.xml", "--select", INVALID)
    run = lint(*options, "-f", "json=out/report.json", "-f", "concise=out/b=c.txt", "-f", "full")
    assert run.out == lint(*options).out
    report = (project / "out" / "report.json").read_text(encoding="utf-8")
    assert report == lint(*options, "-f", "json").out
    assert (project / "out" / "b=c.txt").read_text(encoding="utf-8") == REPORT
    assert sorted(file.name for file in (project / "out").iterdir()) == ["b=c.txt", "report.json"]


def test_with_reports_in_files_only_stdout_stays_empty(lint, bad):
    assert lint("check", "-f", "json=report.json", env={"FORCE_COLOR": "1"}).out == ""


def test_files_get_no_colours(lint, bad, project):
    lint("check", "-f", "concise=report.txt", "--select", INVALID, env={"FORCE_COLOR": "1"})
    assert (project / "report.txt").read_text(encoding="utf-8") == REPORT


def test_a_report_file_is_replaced_and_keeps_its_mode(lint, bad, project):
    report = project / "report.txt"
    report.write_text("old and very much longer " * 100, encoding="utf-8")
    report.chmod(0o640)
    old = report.open(encoding="utf-8")
    lint("check", "-f", "concise=report.txt", "--select", INVALID)
    with old:
        assert old.read().startswith("old"), "a reader of the old file must not see half of the new one"
    assert report.read_text(encoding="utf-8") == REPORT
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_a_new_report_file_heeds_the_umask(shell, bad, project):
    shell('umask 027 && "$@"', "check", "-f", "json=report.json")
    assert stat.S_IMODE((project / "report.json").stat().st_mode) == 0o640


def test_a_link_to_a_report_file_stays_a_link(lint, bad, project):
    (project / "link.txt").symlink_to("report.txt")
    lint("check", "-f", "concise=link.txt", "--select", INVALID)
    assert (project / "link.txt").is_symlink()
    assert (project / "report.txt").read_text(encoding="utf-8") == REPORT


def test_a_device_is_written_to_and_never_replaced(lint, bad):
    run = lint("check", "-f", "concise=/dev/stdout", "--select", INVALID)
    assert run.out == REPORT
    assert lint("check", "-f", "json=/dev/null").code == 1
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_failed_report_leaves_nothing_behind(lint, bad, project):
    (project / "folder").mkdir()
    run = lint("check", "-f", "json=folder")
    assert (run.code, run.errors) == (2, ["folder: cannot write the report: is a directory"])
    assert sorted(file.name for file in project.iterdir()) == [".git", "bad.xml", "folder"]
