"""Names of files and folders that are no text, as long as can be, alike but for their case, or very deep."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from tests.interrupting import Ended, Runs
from wxcc_lint.discover import discover
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.hostile import printable

posix = pytest.mark.skipif(sys.platform != "linux", reason="the system has only names that are text")
NO_TEXT = os.fsdecode(b"\xff\xfe.xml")
LONGEST = "é" * 125 + ".xml"
"""As many bytes as a name may have, less those of `a/`."""
LAYOUT = '{"agent": {"area": {"panel": {}, "navigation": []}}}'


NAMES = (NO_TEXT, LONGEST)


@pytest.fixture
def run(runs: Runs, project: Path, scrubbed: dict[str, str]) -> Callable[..., Ended]:
    """Run wxcc-lint in the project, in which there are faulty definitions of such names."""
    return lambda *words: runs(words, project, scrubbed)


@pytest.fixture
def faulty(definition) -> Callable[[Path], None]:
    def write(folder: Path, value: str = "True") -> None:
        folder.mkdir(exist_ok=True)
        for number, name in enumerate(NAMES):
            (folder / name).write_text(definition(isCallNotesEnabled=value, reqInternalName=f"Acme{number}"))

    return write


@posix
@pytest.mark.parametrize(("words", "formats"), [(("check", "a"), REPORTERS), (("diff", "a", "b"), DIFF_REPORTERS)])
def test_every_format_tells_of_a_file_whatever_it_is_called(run, project, faulty, words, formats):
    faulty(project / "a")
    faulty(project / "b", "False")
    done = run(*words, *(f"--format={one}={one}.out" for one in formats))
    assert (done.code, done.out) == (1, "")
    for one in formats:
        text = (project / f"{one}.out").read_text("utf-8-sig")  # which fails if it is no text
        assert all(printable(line) == line for line in text.split("\n")), one


@posix
def test_json_and_sarif_tell_the_very_bytes(run, project, faulty):
    faulty(project)
    assert {one["path"] for one in json.loads(run("check", "-f", "json").out)["findings"]} == {*NAMES}
    (log,) = json.loads(run("check", "-f", "sarif").out)["runs"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in log["results"]]
    assert {unquote_to_bytes(uri) for uri in places} == {*map(os.fsencode, NAMES)}


@posix
@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_file_is_mended_whatever_it_is_called(run, project, faulty, definition):
    faulty(project)
    (project / ".git").rmdir()
    subprocess.run(["git", "init", "--quiet", project], check=True)
    patch = run("check", "--diff").out
    subprocess.run(["git", "apply", "--check", "-"], cwd=project, input=patch.encode(), check=True)
    assert run("check", "--fix").code == 0
    assert all(">true<" in (project / name).read_text() for name in NAMES)


@posix
def test_every_command_takes_a_file_whatever_it_is_called(run, project, faulty):
    faulty(project)
    for name in NAMES:
        (project / f"{name[:-4]}.json").write_text(LAYOUT)
    for words in (("init",), ("baseline", "write"), ("hosts",), ("environments",), ("manifest",)):
        done = run(*words)
        assert (done.code, "error: " in done.err) == (0, False), (words, done)
        assert all(printable(line) == line for line in f"{done.out}{done.err}".split("\n")), words


def test_names_that_differ_in_their_case_are_two_files(run, project, definition):
    for one in ("Desk.xml", "desk.xml", "DESK.XML"):
        (project / one).write_text(definition(isCallNotesEnabled="True", reqInternalName=one[:2]))
    if len([*project.glob("*.[xX]*")]) == 1:
        pytest.skip("the system has such names but once")
    found = json.loads(run("check", "-f", "json", "--select", "callcenter/invalid-boolean").out)["findings"]
    assert [one["path"] for one in found] == ["DESK.XML", "Desk.xml", "desk.xml"]
    assert len({one["fingerprint"] for one in found}) == 3


@pytest.mark.parametrize("has_git", [False, True], ids=["walked", "listed"])
def test_a_file_may_lie_255_folders_deep(tmp_path, has_git):
    if has_git:
        subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    place = tmp_path.joinpath(*"d" * 255)
    place.mkdir(parents=True)
    (place / "desk.json").write_text(LAYOUT)
    assert [one.name for one in discover([tmp_path], tmp_path).candidates] == ["d/" * 255 + "desk.json"]


def test_folders_that_lie_deeper_are_a_note(run, project, good):
    project.joinpath(*"d" * 257).mkdir(parents=True)
    done = run("check", "-f", "json")
    assert (done.code, json.loads(done.out)["summary"]["files"]) == (0, 1)
    assert done.err == f"note: {'d/' * 254}d: folders are nested more than 255 deep, so what is below was not read\n"
