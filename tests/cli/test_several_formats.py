"""Several reports of one run: where they go, and that each is what it is alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wxcc_lint.reporters import REPORTERS

DEMO = Path(__file__).resolve().parents[2] / "fixtures" / "projects" / "demo"


@pytest.fixture
def demo(project):
    """The demo, with its planted faults."""
    shutil.copytree(DEMO, project, dirs_exist_ok=True)
    return project


def test_several_formats_in_one_run_are_what_each_is_alone(lint, demo):
    wanted = [f"--format={name}=../out.{name}" for name in REPORTERS]
    assert lint("check", *wanted, env={"PYTHONHASHSEED": "1"}).out == ""
    together = {name: (demo.parent / f"out.{name}").read_text("utf-8") for name in REPORTERS}
    alone = {name: lint("check", "-f", name, env={"PYTHONHASHSEED": "2"}).out for name in REPORTERS}
    assert [name for name in REPORTERS if together[name] != alone[name]] == []


def test_a_dash_is_standard_output(lint, bad, project):
    assert lint("check", "-f", "json=-").out == lint("check", "-f", "json").out
    assert not (project / "-").exists()
    assert lint("check", "-f", "json=./-").out == ""
    assert (project / "-").exists()


@pytest.mark.parametrize(
    ("formats", "sentence"),
    [
        (["SARIF"], "there is no format 'SARIF'; did you mean 'sarif'? (there are full, concise, "),
        (["makrdown=x.md"], "there is no format 'makrdown'; did you mean 'markdown'? (there are full, concise, "),
        (["patch"], "there is no format 'patch' (there are full, concise, "),
        (["report.json"], "there is no format 'report.json' (there are full, concise, "),
        (["=x"], "there is no format '' (there are full, concise, "),
        (["\x1b[31m=x"], r"there is no format '\x1b[31m' (there are full, concise, "),
        (["json="], "'json=': a file name is missing behind '='"),
        (["json", "sarif"], "only one report can go to standard output; give the others a file: -f json=report.json"),
        (["json=-", "full"], "only one report can go to standard output; give the others a file: -f json=report.json"),
        (["json=a", "sarif=b", "csv=./a"], "only one report can go to the file 'a'"),
    ],
)
def test_wrong_formats_are_one_sentence_before_anything_is_read(lint, project, formats, sentence):
    for command in (["check", "nowhere.xml"], ["diff", "nowhere", "nothing"]):
        if formats == ["patch"] and command[0] == "diff":
            continue
        run = lint(*command, *(f"--format={one}" for one in formats))
        assert (run.code, run.out, len(run.errors), run.err.count("\n")) == (2, "", 1, 1)
        assert run.errors[0].startswith(sentence)
    assert [file.name for file in project.iterdir()] == [".git"]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("none/report.json", "no such file or directory"),
        ("bad.xml/report.json", "not a directory"),
        ("folder", "is a directory"),
        ("x" * 300, "file name too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_sentence_and_nothing_is_left_half_done(
    lint, bad, project, target, reason
):
    (project / "folder").mkdir()
    (project / "before.json").write_text("old", encoding="utf-8")
    run = lint("check", "bad.xml", "-f", "json=before.json", "-f", f"sarif={target}")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.errors == [f"{target}: cannot write the report: {reason}"]
    assert sorted(file.name for file in project.iterdir()) == [".git", "bad.xml", "before.json", "folder"]
    assert (project / "before.json").read_text("utf-8") == lint("check", "bad.xml", "-f", "json").out


def test_a_name_beside_a_format_may_hold_anything(lint, bad, project):
    name = "a=b %0A [x] ü\n.json"
    assert lint("check", "bad.xml", "-f", f"json={name}", "-f", "concise").code == 1
    assert (project / name).read_text("utf-8").startswith("{")
