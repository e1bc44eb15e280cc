"""What is built for others holds everything, and works where the checkout is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary

ROOT = Path(__file__).resolve().parents[1]
TIMEOUT = 300

pytest.importorskip("build")
pytest.importorskip("hatchling")


def _build(kind: str, source: Path, target: Path) -> Path:
    command = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", target, source]
    done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return _build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    return _build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory) -> Path:
    """The folder of programs of an environment that has the wheel, and nothing of the checkout."""
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(home, symlinks=os.name == "posix")
    paths = sysconfig.get_paths("venv", {"base": str(home), "platbase": str(home)})
    # Dependencies come from the environment of the tests; a folder on the path brings no editable installation along.
    (Path(paths["purelib"]) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = str(Path(paths["scripts"]) / "python")
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    return Path(paths["scripts"])


def _files(folder: str) -> set[str]:
    files = (file for file in (ROOT / folder).rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(ROOT).as_posix() for file in files}


@pytest.mark.parametrize("folder", ["rules", "schemas"])
def test_the_wheel_holds_all_rules_and_schemas(wheel, folder):
    prefix = "wxcc_lint/_data/"
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.removeprefix(prefix) for name in archive.namelist() if name.startswith(f"{prefix}{folder}/")}
    assert packed == _files(folder)
    assert packed


def test_the_wheel_holds_the_package_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.startswith("wxcc_lint/_data/")]
    package = {name for name in names if name.startswith("wxcc_lint/")}
    assert package == _files("wxcc_lint")
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"wxcc_lint"}


def test_a_wheel_from_the_sdist_is_the_same_bytes(wheel, sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    for number, file in enumerate(sorted(source.rglob("*"))):  # as another machine may have them
        os.utime(file, (number + 1_000_000_000,) * 2)
        file.chmod(0o700 if file.is_dir() else 0o600)
    assert _build("wheel", source, tmp_path / "again").read_bytes() == wheel.read_bytes()


def test_the_installed_program_lists_the_rules_of_the_checkout(scripts, tmp_path):
    installed = _run(scripts / "wxcc-lint", "rules", "-f", "json", cwd=tmp_path)
    checkout = _run(sys.executable, "-m", "wxcc_lint", "rules", "-f", "json", cwd=ROOT)
    assert installed.returncode == 0
    assert json.loads(installed.stdout) == json.loads(checkout.stdout)


def test_the_installed_program_is_not_the_checkout(scripts, tmp_path):
    script = "from wxcc_lint.resources import resource_dir; print(resource_dir('rules'))"
    folder = Path(_run(scripts / "python", "-c", script, cwd=tmp_path).stdout.strip())
    assert folder.is_relative_to(scripts.parent)


def test_the_installed_program_checks(scripts, tmp_path):
    text = render_import(vocabulary().releases[-1])
    (tmp_path / "good.xml").write_text(text, encoding="utf-8")
    (tmp_path / "bad.xml").write_text(text.replace('Notes">false<', 'Notes">True<'), encoding="utf-8")
    good = _run(scripts / "wxcc-lint", "check", "good.xml", cwd=tmp_path)
    assert (good.returncode, good.stdout) == (0, "No findings in 1 file.\n")
    bad = _run(
        scripts / "wxcc-lint", "check", "bad.xml", "-f", "json", "--select", "callcenter/invalid-boolean", cwd=tmp_path
    )
    assert bad.returncode == 1
    assert [finding["rule"] for finding in json.loads(bad.stdout)["findings"]] == ["callcenter/invalid-boolean"]


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
