"""Whoever kills the program while it writes finds each file old or new, and never a half."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

KILLS = 8
FILES = 12
WRITER = """
import sys
from pathlib import Path
from wxcc_lint.files import replace_file
while True:
    for letter in b"ab":
        replace_file(Path(sys.argv[1]), bytes([letter]) * 3_000_000)
"""


@pytest.fixture
def killed(project: Path, program: tuple[str, ...], scrubbed: dict[str, str]) -> Callable[..., None]:
    """Run wxcc-lint and kill it a moment after the first draft is there."""

    def run(arguments: Sequence[str], chance: random.Random) -> None:
        process = subprocess.Popen(
            [*program, *arguments], cwd=project, env=scrubbed, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        while process.poll() is None and not [*project.glob(".*.draft")]:
            pass
        time.sleep(chance.choice((0, chance.random() * 0.002, chance.random() * 0.02)))
        process.kill()
        process.communicate()

    return run


def mended(text: str) -> str:
    return text.replace(">True<", ">true<")


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_fix_leaves_each_file_old_or_new(lint, project, definition, killed, seed):
    old = {f"{n}.xml": definition(isCallNotesEnabled="True", reqInternalName=f"Acme{n}") for n in range(FILES)}
    for name, text in old.items():
        (project / name).write_text(text, "utf-8")
    killed(["check", "--fix"], random.Random(seed))
    for name, text in old.items():
        assert (project / name).read_text("utf-8") in {text, mended(text)}
    assert lint("check", "--fix").code == 0
    assert {name: (project / name).read_text("utf-8") for name in old} == {
        name: mended(text) for name, text in old.items()
    }


@pytest.mark.parametrize("command", [("baseline", "write", "--force"), ("init", "--force")], ids=lambda words: words[0])
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_command_leaves_its_file_old_or_new(lint, project, bad, killed, command, seed):
    file = project / {"baseline": ".wxcc-lint-baseline.json", "init": ".wxcc-lint.yaml"}[command[0]]
    assert lint(*command).code == 0
    new = file.read_bytes()
    old = b"# old\n" if command[0] == "init" else b'{"version": 1, "findings": []}\n'
    file.write_bytes(old)
    killed(command, random.Random(seed))
    assert file.read_bytes() in {old, new}
    assert (lint(*command).code, file.read_bytes()) == (0, new)


def test_a_large_file_that_is_written_again_and_again_is_never_a_half(tmp_path):
    chance = random.Random(0)
    file = tmp_path / "x.json"
    file.write_bytes(b"b" * 3_000_000)
    for _ in range(10):
        inode = file.stat().st_ino
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(file)])
        while process.poll() is None and file.stat().st_ino == inode:
            pass
        time.sleep(chance.random() * 0.1)
        assert process.poll() is None
        process.kill()
        process.wait()
        data = file.read_bytes()
        assert (len(data), len(set(data))) == (3_000_000, 1)
