"""The walk of docs/getting-started.md, done step by step in one folder.

A block `console` is a command and all it prints; one without output is only run. A block with `file=NAME` is written.
UPDATE_GOLDEN=1 rewrites the outputs.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "getting-started.md"
SAMPLE = ROOT / "fixtures" / "projects" / "demo"
_BLOCK = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("crm", "layouts"):
        shutil.copytree(SAMPLE / name, tmp_path / name)
    return tmp_path


def output_of(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    assert program == "wxcc-lint"
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("WXCC_", "GIT_", "FORCE_COLOR"))}
    done = subprocess.run(
        [sys.executable, "-m", "wxcc_lint", *arguments],
        cwd=folder,
        env={**kept, "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout
    return done.stdout


def test_every_command_does_what_the_page_says(folder: Path) -> None:
    page = PAGE.read_text("utf-8")
    commands = []

    def step(block: re.Match[str]) -> str:
        kind, _, file = block["info"].partition(" file=")
        if file:
            (folder / file).write_text(block["text"], encoding="utf-8")
        if kind != "console":
            return block[0]
        commands.append(block["text"].partition("\n")[0].removeprefix("$ "))
        told = output_of(commands[-1], folder)
        shown = block["text"].partition("\n")[2] and told
        return f"```console\n$ {commands[-1]}\n{shown}```"

    walked = _BLOCK.sub(step, page)
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(walked, encoding="utf-8", newline="\n")
    assert walked == page
    assert " ".join(words.split()[1] for words in commands) == "check explain init check check check baseline check"


def test_the_walk_ends_with_nothing_left_to_tell(folder: Path) -> None:
    last = [block["text"] for block in _BLOCK.finditer(PAGE.read_text("utf-8")) if block["info"] == "console"][-1]
    assert last.splitlines()[-1].startswith("No findings in ")


def test_the_hooks_that_the_page_names_exist() -> None:
    (block,) = [one for one in _BLOCK.finditer(PAGE.read_text("utf-8")) if one["info"] == "yaml pre-commit"]
    (repository,) = yaml.safe_load(block["text"])["repos"]
    declared = [one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    assert [one["id"] for one in repository["hooks"]] == ["wxcc-lint"]
    assert re.findall(r"^\| `([\w-]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE) == declared
