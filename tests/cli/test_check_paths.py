"""`wxcc-lint check`: which files it finds, and how it calls them."""

from __future__ import annotations

import subprocess

import pytest

from wxcc_lint.reporters import REPORTERS

INVALID = "callcenter/invalid-boolean"


def test_a_missing_path_is_told_and_the_others_are_checked(lint, bad):
    run = lint("check", "gone.xml", "bad.xml", "-f", "json")
    assert (run.code, run.rules) == (3, [INVALID])
    assert run.errors == ["gone.xml: there is no such file or folder"]
    reason = "there is no such file or folder"
    assert run.report["uncovered"] == [{"document": "gone.xml", "reason": reason, "exitCode": 3}]


@pytest.mark.parametrize("format_", REPORTERS)
def test_no_report_of_a_missing_path_reads_as_clean(lint, good, format_):
    assert "there is no such file or folder" in lint("check", "gone.xml", "good.xml", "-f", format_).out


@pytest.mark.parametrize("inside", ["nothing", "stranger", "hidden"])
def test_a_folder_with_nothing_of_ours_is_code_3(lint, project, bad, inside):
    folder = project / "crm"
    folder.mkdir()
    if inside == "stranger":
        (folder / "package.json").write_text("{}", encoding="utf-8")
    if inside == "hidden":
        (folder / "node_modules").mkdir()
        bad.rename(folder / "node_modules" / "bad.xml")
    run = lint("check", "crm")
    why = "holds no call center definition, no desktop layout and no Salesforce component of the integration"
    assert (run.code, run.errors) == (3, [f"crm: {why}"])
    skipped = "1 other file skipped, " if inside == "stranger" else ""
    assert run.out == f"left out\n  crm: {why}\n\nNothing was checked ({skipped}1 left out).\n"


def test_a_folder_beside_a_checked_file_may_hold_nothing(lint, project, good):
    (project / "empty").mkdir()
    assert lint("check", "good.xml", "empty").code == 0


def test_named_strangers_are_skipped_with_a_note(lint, project):
    for number in range(5):
        (project / f"{number}.json").write_text('{"name": "stranger"}', encoding="utf-8")
    run = lint("check", *(f"{number}.json" for number in range(5)), "-f", "json")
    assert (run.code, run.rules, run.report["summary"]["skipped"]) == (0, [], 5)
    assert run.notes == [
        "skipped 0.json, 1.json, 2.json and 2 more: neither a call center definition, a desktop layout nor a Salesforce component of the integration"
    ]


def test_strangers_in_a_folder_are_only_counted(lint, project, good):
    (project / "package.json").write_text("{}", encoding="utf-8")
    (project / "notes.txt").write_text("<callCenter>", encoding="utf-8")
    run = lint("check", "--select", INVALID)
    assert (run.code, run.out, run.err) == (0, "No findings in 1 file (1 other file skipped).\n", "")


def test_a_file_named_twice_is_checked_once(lint, bad, project):
    run = lint("check", "bad.xml", "./bad.xml", bad, ".", "-f", "json")
    assert (run.rules, run.report["summary"]["files"]) == ([INVALID], 1)


@pytest.mark.parametrize(
    ("where", "path", "shown"),
    [
        (".", "bad.xml", "bad.xml"),
        (".", "ABSOLUTE", "bad.xml"),
        ("crm", "../bad.xml", "../bad.xml"),
        ("crm", "ABSOLUTE", "../bad.xml"),
        ("crm", "..", "../bad.xml"),
    ],
)
def test_paths_are_shown_from_the_working_directory(lint, bad, project, where, path, shown):
    (project / "crm").mkdir()
    run = lint("check", bad if path == "ABSOLUTE" else path, "-f", "json", cwd=project / where)
    assert [finding["path"] for finding in run.report["findings"]] == [shown]


def test_fingerprints_do_not_depend_on_the_working_directory(lint, bad, project, config):
    config("")
    (project / "crm").mkdir()
    runs = [lint("check", "bad.xml", "-f", "json"), lint("check", "../bad.xml", "-f", "json", cwd=project / "crm")]
    first, second = ([finding["fingerprint"] for finding in run.report["findings"]] for run in runs)
    assert first == second


def test_in_a_checkout_what_git_ignores_is_left_out_unless_named(lint, bad, project):
    (project / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    (project / ".gitignore").write_text("bad.xml\n", encoding="utf-8")
    (project / "other.xml").write_bytes(bad.read_bytes())
    assert [finding["path"] for finding in lint("check", "-f", "json").report["findings"]] == ["other.xml"]
    assert [finding["path"] for finding in lint("check", "bad.xml", "-f", "json").report["findings"]] == ["bad.xml"]


def test_a_deleted_working_directory_is_one_sentence(shell):
    run = shell('mkdir gone && cd gone && rmdir ../gone && "$@"', "check")
    assert (run.code, run.err) == (2, "error: the working directory does not exist any more\n")
