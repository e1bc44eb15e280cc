"""The hook as a pre-commit user meets it: installed from a clone, run by `git commit`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.salesforce_metadata import metadata_types

ROOT = Path(__file__).resolve().parents[1]
TIMEOUT = 600
_OFFLINE = re.compile(r"Could not find a version|No matching distribution|ConnectionError|NewConnectionError|timed out")


HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
MANUAL = ("--hook-stage", "manual")


@pytest.fixture(scope="module", params=["wxcc-lint", "wxcc-lint-fix"])
def hook(request) -> dict:
    return HOOKS[request.param]


@pytest.mark.parametrize(
    "name",
    [
        "callcenter.xml",
        "crm/Call Center.XML",
        "layouts/prod/agents.json",
        "force-app/main/default/callCenters/Acme.callCenter-meta.xml",
        "src/callCenters/Acme.callCenter",
        "sfdx-project.json",
        "force-app/main/default/classes/sfdcOmniChannel.cls",
        "force-app/main/default/classes/sfdcOmniChannel.cls-meta.xml",
        "src/customMetadata/ciscocjs__Recording.Default.md",
        "package.json",
        "csp/prod.txt",
        "csp/prod.CSV",
        "csp/prod.yml",
        "csp/prod.yaml",
        ".wxcc-lint.yaml",
    ],
)
def test_files_that_may_be_ours_are_passed_on(hook, name):
    assert re.search(hook["files"], name)


@pytest.mark.parametrize("it", metadata_types().values(), ids=lambda it: it.name)
def test_components_in_both_formats_are_passed_on(hook, it):
    folder = f"src/{it.folder}/" if it.folder else ""
    assert re.search(hook["files"], f"{folder}Acme.{it.suffix}")
    assert re.search(hook["files"], f"{folder}Acme.{it.suffix}-meta.xml")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/customMetadata.md",
        "xml",
        "a.xml.bak",
        "a.yaml.j2",
        "txt",
        "a.jsonc",
        "callcenter",
        "json/readme",
    ],
)
def test_files_that_cannot_be_ours_are_not(hook, name):
    assert not re.search(hook["files"], name)


def test_all_files_of_a_commit_are_seen_together(hook):
    entry = {"wxcc-lint": "wxcc-lint check", "wxcc-lint-fix": "wxcc-lint check --fix"}[hook["id"]]
    assert (hook["entry"], hook["language"]) == (entry, "python")
    assert hook["require_serial"] is True


def test_the_hook_for_the_whole_project_names_no_files_and_always_runs():
    assert list(HOOKS) == ["wxcc-lint", "wxcc-lint-all", "wxcc-lint-fix"]
    hook = HOOKS["wxcc-lint-all"]
    assert (hook["entry"], hook["language"]) == ("wxcc-lint check", "python")
    assert (hook["pass_filenames"], hook["always_run"], "files" in hook) == (False, True, False)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """A git repository with the hook installed from a clone of what is committed here."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a checkout")
    pytest.importorskip("pre_commit")
    folder = tmp_path_factory.mktemp("hook")
    clone, sample = folder / "clone", folder / "sample"
    _git("clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone), cwd=folder)
    revision = _git("rev-parse", "HEAD", cwd=clone).stdout.strip()
    _git("init", "--quiet", str(sample), cwd=folder)
    hooks = [{"id": "wxcc-lint"}, *({"id": f"wxcc-lint-{one}", "stages": ["manual"]} for one in ("all", "fix"))]
    config = {"repos": [{"repo": str(clone), "rev": revision, "hooks": hooks}]}
    (sample / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    done = subprocess.run(
        command, cwd=sample, env=_environment(sample), capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    told = done.stdout + done.stderr
    if done.returncode != 0 and _OFFLINE.search(told):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, told
    return sample


@pytest.fixture
def commit(sample):
    """Commit files and return what came of it; what was refused is taken away again."""

    def run(files: dict[str, str]) -> subprocess.CompletedProcess[str]:
        for name, text in files.items():
            (sample / name).parent.mkdir(parents=True, exist_ok=True)
            (sample / name).write_text(text, encoding="utf-8")
        _git("add", "--", *files, cwd=sample)
        done = _git("commit", "--message", "change", cwd=sample, check=False)
        if done.returncode != 0:
            _git("rm", "--quiet", "--force", "--", *files, cwd=sample)
        return done

    return run


def test_a_commit_of_a_strangers_json_passes(commit):
    done = commit({"package.json": '{"name": "stranger"}'})
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^wxcc-lint\.+Passed$", done.stdout + done.stderr, re.MULTILINE)


def test_a_commit_of_nothing_for_us_runs_nothing(commit):
    done = commit({"README.md": "words"})
    assert done.returncode == 0
    assert re.search(r"^wxcc-lint\.+\(no files to check\)Skipped$", done.stdout + done.stderr, re.MULTILINE)


def test_a_commit_of_a_good_definition_passes(commit):
    done = commit({"crm/good.xml": _definition()})
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_of_a_faulty_definition_is_refused_with_the_finding(commit):
    faulty = _definition().replace('label="Record Call Live Notes">false<', 'label="Record Call Live Notes">True<')
    done = commit({"crm/call center.xml": faulty, "package.json": '{"name": "another stranger"}'})
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "error[callcenter/invalid-boolean]: 'Record Call Live Notes' is 'True'" in told
    assert "--> crm/call center.xml:30:82" in told


def test_a_commit_of_a_broken_definition_is_refused(commit):
    done = commit({"crm/broken.xml": _definition().replace("</callCenter>", "")})
    assert done.returncode == 1
    assert "error[meta/syntax]" in done.stdout + done.stderr


def test_a_planted_fault_fails_until_the_hook_that_fixes_has_run(sample):
    fault, mended = (f'label="Record Call Live Notes">{word}<' for word in ("True", "true"))
    file = sample / "crm" / "planted.xml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(_definition().replace('label="Record Call Live Notes">false<', fault), encoding="utf-8")
    _git("add", "--", "crm/planted.xml", cwd=sample)
    code, told = _run_hook(sample, "--all-files")
    assert (code, "error[callcenter/invalid-boolean]" in told) == (1, True), told
    code, told = _run_hook(sample, "--all-files", "wxcc-lint-fix", *MANUAL)
    assert (code, "files were modified by this hook" in told, "Fixed 1 finding." in told) == (1, True, True), told
    assert file.read_text(encoding="utf-8") == _definition().replace('label="Record Call Live Notes">false<', mended)
    for arguments in ((), ("wxcc-lint-fix", *MANUAL)):
        code, told = _run_hook(sample, "--all-files", *arguments)
        assert code == 0, told
    _git("rm", "--quiet", "--force", "--", "crm/planted.xml", cwd=sample)


def test_the_hook_for_the_whole_project_finds_what_a_commit_does_not_touch(sample):
    file = sample / "crm" / "older.xml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(_definition().replace("</callCenter>", ""), encoding="utf-8")
    _git("add", "--", "crm/older.xml", cwd=sample)
    _git("commit", "--no-verify", "--message", "before the hook", cwd=sample)
    code, told = _run_hook(sample, "wxcc-lint-all", *MANUAL)
    assert (code, "error[meta/syntax]" in told, "--> crm/older.xml" in told) == (1, True, True), told
    file.write_text(_definition(), encoding="utf-8")
    _git("add", "--", "crm/older.xml", cwd=sample)
    code, told = _run_hook(sample, "wxcc-lint-all", *MANUAL)
    assert (code, told.rstrip().endswith("Passed")) == (0, True), told
    _git("commit", "--no-verify", "--message", "mended", cwd=sample)


def _run_hook(sample: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "pre_commit", "run", *arguments]
    done = subprocess.run(
        command, cwd=sample, env=_environment(sample), capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    return done.returncode, done.stdout + done.stderr


def _definition() -> str:
    return render_import(vocabulary().releases[-1])


def _environment(sample: Path) -> dict[str, str]:
    """Return the machine's variables, which say where the package index is, without those of git and the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTEST_", "PYTHON"))}
    return {**kept, "PRE_COMMIT_HOME": str(sample.parent / "store"), "PRE_COMMIT_COLOR": "never"}


def _git(*arguments: str, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    who = ["-c", "user.name=Tester", "-c", "user.email=tester@example.invalid", "-c", "commit.gpgsign=false"]
    env = _environment(cwd)
    return subprocess.run(
        ["git", *who, *arguments], cwd=cwd, env=env, capture_output=True, text=True, timeout=TIMEOUT, check=check
    )
