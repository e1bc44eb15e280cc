"""The GitHub action: its steps, run by hand with what GitHub would set. Only the installation is left to a test that takes long."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "fixtures" / "projects" / "demo"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ (\S+) \}\}")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash, which runs the steps")


@dataclass(frozen=True)
class Done:
    """What a step left behind."""

    code: int
    out: str
    err: str
    summary: str
    outputs: dict[str, str]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The sample as a checkout, which is where steps run."""
    folder = tmp_path / "check out"
    shutil.copytree(SAMPLE, folder)
    return folder


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """What the first step would have installed."""
    file = tmp_path / "wxcc-lint"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wxcc_lint "$@"\n', encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return file


@pytest.fixture
def check(checkout: Path, program: Path, tmp_path: Path):
    """Run the second step with some inputs."""

    def run(**inputs: str) -> Done:
        files = {name: tmp_path / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        given = {name: each["default"] for name, each in ACTION["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        known = {f"inputs.{name}": value for name, value in given.items()}
        known["steps.install.outputs.program"] = str(program)
        known["steps.install.outputs.sarif"] = str(tmp_path / "wxcc-lint.sarif")
        step = STEPS["check"]
        env = {name: EXPRESSION.sub(lambda match: known[match[1]], text) for name, text in step["env"].items()}
        env |= {
            "PATH": os.environ["PATH"],
            "GITHUB_ACTIONS": "true",
            **{name: str(file) for name, file in files.items()},
        }
        script = tmp_path / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
        done = subprocess.run(command, cwd=checkout, env=env, capture_output=True, text=True, timeout=60, check=False)
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines())
        return Done(done.returncode, done.stdout, done.stderr, files["GITHUB_STEP_SUMMARY"].read_text("utf-8"), outputs)

    return run


def annotations(done: Done) -> list[tuple[str, str, str]]:
    return re.findall(r"^::(\w+) title=([^,]+),file=([^,]+),", done.out, re.MULTILINE)


def findings() -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "wxcc_lint", "check", "-f", "json"]
    found = subprocess.run(command, cwd=SAMPLE, capture_output=True, check=False, timeout=60).stdout
    told: list[dict[str, Any]] = json.loads(found)["findings"]
    return told


def test_nothing_that_a_workflow_hands_over_stands_in_a_script():
    assert [step["id"] for step in STEPS.values() if "${{" in step["run"]] == []
    assert {step["shell"] for step in STEPS.values()} == {"bash"}
    assert [step for step in STEPS.values() if "uses" in step] == []


def test_every_input_reaches_a_step_and_every_output_comes_from_one():
    used = {match for step in STEPS.values() for text in step["env"].values() for match in EXPRESSION.findall(text)}
    assert {name for name in used if name.startswith("inputs.")} == {f"inputs.{name}" for name in ACTION["inputs"]}
    promised = {name: EXPRESSION.fullmatch(each["value"]) for name, each in ACTION["outputs"].items()}
    for name, match in promised.items():
        assert match is not None
        _, step, _, output = match[1].split(".")
        assert output == name
        assert f"{output}=" in STEPS[step]["run"]


def test_it_annotates_summarises_writes_sarif_and_fails(check):
    done = check()
    expected = [
        ({"error": "error", "warning": "warning", "info": "notice"}[one["severity"]], one["rule"], one["path"])
        for one in findings()
    ]
    assert expected
    assert annotations(done) == expected
    assert (done.code, done.err) == (1, "")
    assert done.summary.startswith("**Found ")
    assert done.summary.count("<details>") == len({path for _, _, path in expected})
    assert done.outputs["exit-code"] == "1"
    sarif = json.loads(Path(done.outputs["sarif"]).read_text("utf-8"))
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == [rule for _, rule, _ in expected]


def test_inputs_become_options(check, checkout):
    (checkout / "config $HOME.yaml").write_text("environments: {a: {files: ['**'], region: us1}}\n", "utf-8")
    done = check(
        paths="crm/call-center.xml\nlayouts\n",
        config="config $HOME.yaml",
        env="a",
        profile="strict",
        fail_on="never",
        formats="json=report of $(whoami).json\ncsv=findings.csv",
    )
    assert (done.code, done.outputs["exit-code"]) == (0, "0")
    report = json.loads((checkout / "report of $(whoami).json").read_text("utf-8"))
    assert len(report["findings"]) == len(annotations(done)) > 0
    assert {one["environment"] for one in report["findings"]} == {"a"}
    assert "info" in {one["severity"] for one in report["findings"]}
    assert (checkout / "findings.csv").exists()


@pytest.mark.parametrize("name", ["paths", "config", "env", "profile", "fail_on", "changed_since", "formats"])
@pytest.mark.parametrize("text", ['`touch hacked` $(touch hacked)"; touch hacked; *', "--fix"])
def test_what_an_input_holds_is_never_run_and_is_no_option(check, checkout, scrub_git, name, text):
    scrub_git("init", "--quiet")
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    done = check(**{name: text})
    assert done.code in {2, 3}
    assert done.outputs["exit-code"] == str(done.code)
    assert text in done.err
    assert {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()} == before


def test_a_run_that_never_began_has_no_sarif(check):
    done = check(config="missing.yaml")
    assert (done.code, done.outputs) == (2, {"exit-code": "2"})
    assert done.out == "::error title=wxcc-lint::missing.yaml: cannot read the config file: no such file or directory\n"
    assert done.summary.startswith("**There is no report.**\n\n* <code>missing")


def test_a_run_that_could_not_read_all_offers_no_sarif_for_an_upload(check):
    done = check(paths="crn\nlayouts", formats="sarif=kept.sarif")
    assert (done.code, done.outputs) == (3, {"exit-code": "3"})
    assert "::error title=wxcc-lint::crn was left out: there is no such file or folder\n" in done.out


def test_only_what_changed(check, checkout, scrub_git):
    scrub_git("init", "--quiet", "--initial-branch=main")
    scrub_git("add", "--all")
    scrub_git("commit", "--quiet", "--message", "all")
    assert (check(changed_since="main").code, annotations(check(changed_since="main"))) == (0, [])
    with (checkout / "layouts" / "energy-agents.json").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert {path for _, _, path in annotations(check(changed_since="main"))} == {"layouts/energy-agents.json"}


@pytest.fixture
def scrub_git(checkout):
    """Run git in the checkout, whatever the machine is set to."""

    def run(*words: str) -> None:
        name = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *name, *words], cwd=checkout, capture_output=True, check=True, timeout=60)

    return run


def test_an_old_python_is_refused_in_a_sentence(tmp_path):
    old = tmp_path / "python"
    old.write_text(
        '#!/bin/sh\nexec "$REAL" -c "import sys; sys.version_info = (3, 9); exec(sys.argv[1])" "$2"\n', "utf-8"
    )
    old.chmod(0o755)
    script = tmp_path / "step.sh"
    script.write_text(STEPS["install"]["run"], encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "REAL": sys.executable, "INPUT_PYTHON": str(old), "RUNNER_TEMP": str(tmp_path)}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "wxcc-lint needs Python 3.11 or newer\n")
