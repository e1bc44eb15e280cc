"""docs/ci.md: what it shows can be read by those it is for, and its commands are commands of the program."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from wxcc_lint.cli.app import load
from wxcc_lint.cli.output import targets
from wxcc_lint.run import NOTHING_OF_OURS

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "fixtures" / "projects" / "two-regions-wrong-region"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```([^\n]*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
YAML = [text for info, text in BLOCKS if info.startswith("yaml")]
((FLEET),) = [yaml.safe_load(text) for info, text in BLOCKS if info == "yaml fleet"]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
MATCHER = json.loads((ROOT / "docs" / "problem-matcher.json").read_text("utf-8"))["problemMatcher"][0]


def commands() -> Iterator[list[str]]:
    """Yield the words behind `wxcc-lint` wherever a block runs it."""
    for _, text in BLOCKS:
        for line in re.findall(
            r"(?<![\w:/.])(?:\.lint/bin/)?wxcc-lint ((?:check|report|environments|audit)\b[^\n']*)", text
        ):
            yield shlex.split(line)


def test_there_are_snippets_and_commands():
    assert len(YAML) == 5
    assert [words[0] for words in commands()].count("check") == 6


@pytest.mark.parametrize("text", YAML)
def test_yaml_is_yaml(text):
    assert isinstance(yaml.safe_load(text), dict)


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_commands_are_commands_of_the_program(words):
    command, words = load(words[0]), words[1:]
    while words and words[0] in getattr(command, "commands", {}):
        command, words = command.commands[words[0]], words[1:]
    given = command.make_context("wxcc-lint", list(words)).params
    if isinstance(given.get("formats"), list):
        targets(given["formats"])


def test_the_page_names_every_input_and_output_of_the_action_and_no_other():
    inputs, outputs = PAGE.partition("| input |")[2].split("| output |")
    first_cells = [
        [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")] for part in (inputs, outputs)
    ]
    named = [{name for cell in cells for name in re.findall(r"`([\w-]+)`", cell)} for cells in first_cells]
    assert named == [set(ACTION["inputs"]), set(ACTION["outputs"])]


def test_a_workflow_gives_the_action_what_it_takes():
    (step,) = [one for one in yaml.safe_load(YAML[0])["jobs"]["check"]["steps"] if one.get("id") == "lint"]
    assert set(step["with"]) <= set(ACTION["inputs"])


def test_the_base_of_a_pull_request_is_named_only_where_there_is_one():
    (expression,) = re.findall(r"`(\$\{\{[^`]*github\.base_ref[^`]*)`", PAGE)
    assert expression == "${{ github.base_ref && format('origin/{0}', github.base_ref) }}"


@pytest.fixture
def run(tmp_path):
    """Run a step as GitHub does, in a folder of its own for each job."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "wxcc-lint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wxcc_lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)

    def run(script: str, folder: Path, *, says: bool = False, **variables: str) -> tuple[int, str]:
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
        env = {"PATH": path, **variables}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=60, check=False)
        assert bool(done.stderr) is says
        return done.returncode, done.stdout

    return run


def script(job: str, word: str) -> str:
    (found,) = [one["run"] for one in FLEET["jobs"][job]["steps"] if word in one.get("run", "")]
    return found


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash, which runs the steps")
def test_the_jobs_of_a_fleet_join_to_one_report(run, tmp_path):
    checkout, merging, output = tmp_path / "checkout", tmp_path / "merge", tmp_path / "output"
    shutil.copytree(SAMPLE, checkout)
    assert run(script("list", "environments"), checkout, GITHUB_OUTPUT=str(output)) == (0, "")
    written = re.fullmatch(r"fleet<<END_OF_FLEET\n(.*\n)END_OF_FLEET\n", output.read_text("utf-8"), re.DOTALL)
    assert written is not None
    assert FLEET["jobs"]["list"]["outputs"] == {"fleet": "${{ steps.list.outputs.fleet }}"}
    matrix = FLEET["jobs"]["check"]["strategy"]["matrix"]
    assert matrix == {"environment": "${{ fromJSON(needs.list.outputs.fleet).environments }}"}
    environments = json.loads(written[1])["environments"]
    assert [one["name"] for one in environments] == ["london", "sydney"]
    for index, environment in enumerate(environments):
        code, _ = run(script("check", "check"), checkout, ENVIRONMENT=environment["name"])
        assert code == 0
        (merging / f"report-{index}").mkdir(parents=True)
        shutil.move(checkout / "report.json", merging / f"report-{index}" / "report.json")
    code, out = run(script("merge", "merge"), merging, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert code == 1
    assert re.findall(r"^::(\w+) title=([^,]+),file=([^,]+),", out, re.MULTILINE) == [
        ("error", "project/mismatched-region", "crm/sydney.xml")
    ]
    assert (tmp_path / "summary").read_text("utf-8").startswith("**Found 1 error in 5 files")
    assert "</html>" in (merging / "fleet.html").read_text("utf-8")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash, which runs the steps")
def test_an_environment_that_cannot_be_checked_does_not_keep_the_others_from_their_report(run, tmp_path):
    checkout, merging = tmp_path / "checkout", tmp_path / "merge"
    shutil.copytree(SAMPLE, checkout)
    with (checkout / ".wxcc-lint.yaml").open("a", encoding="utf-8") as config:
        config.write('  oslo:\n    files: ["oslo/**"]\n')
    for index, (environment, expected) in enumerate((("london", 0), ("oslo", 3))):
        code, _ = run(script("check", "check"), checkout, says=(expected == 3), ENVIRONMENT=environment)
        assert code == expected
        (merging / f"report-{index}").mkdir(parents=True)
        shutil.move(checkout / "report.json", merging / f"report-{index}" / "report.json")
    jobs = FLEET["jobs"]
    assert [one["if"] for one in (jobs["merge"], jobs["check"]["steps"][-1])] == ["${{ !cancelled() }}"] * 2
    code, out = run(script("merge", "merge"), merging)
    assert (code, re.findall(r"^::error title=wxcc-lint::(.*) was left out: (.*)$", out, re.MULTILINE)) == (
        3,
        [(".", f"holds {NOTHING_OF_OURS} of the environment 'oslo'")],
    )
    assert "By environment" in (merging / "fleet.html").read_text("utf-8")


def test_the_problem_matcher_reads_every_line_of_a_concise_report():
    (pattern,) = MATCHER["pattern"]
    asked = [sys.executable, "-m", "wxcc_lint", "check", "--profile", "strict", "-f"]
    told = {
        name: subprocess.run(
            [*asked, name], cwd=ROOT / "fixtures" / "projects" / "demo", capture_output=True, check=False
        )
        for name in ("concise", "json")
    }
    lines = told["concise"].stdout.decode().splitlines()
    found = [match for line in lines if (match := re.search(pattern["regexp"], line))]
    groups = {name: number for name, number in pattern.items() if name != "regexp"}
    read = [{name: match[number] for name, number in groups.items()} for match in found]
    assert [(one["file"], int(one["line"]), int(one["column"]), one["severity"], one["code"]) for one in read] == [
        (one["path"], one["line"], one["column"], one["severity"], one["rule"])
        for one in json.loads(told["json"].stdout)["findings"]
    ]
    assert {one["severity"] for one in read} == {"error", "warning", "info"}
    assert all(one["message"] for one in read)
    assert len(lines) == len(found) + 1


@pytest.mark.parametrize("path", ["a b/c:1:2/d.xml", "C:/x/y.xml", "größer.xml"])
def test_the_problem_matcher_reads_odd_paths(path):
    (pattern,) = MATCHER["pattern"]
    match = re.search(pattern["regexp"], f"{path}:7:9: info[acme/some-rule] what: it is 7:9: so")
    assert match is not None
    assert match.groups() == (path, "7", "9", "info", "acme/some-rule", "what: it is 7:9: so")
