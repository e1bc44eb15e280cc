"""The list of commands, which stands for what is not loaded yet."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from wxcc_lint import cli
from wxcc_lint.cli.app import COMMANDS, load

START = """
import atexit, gc, sys
from wxcc_lint.cli import main
sys.argv = ["wxcc-lint", "--help"]
atexit.register(lambda: print(len(searches), gc.get_freeze_count() > 0, file=sys.stderr))
searches = []
gc.callbacks.append(lambda phase, _: searches.append(phase))
main()
"""
MODULES = {file.stem for folder in cli.__path__ for file in Path(folder).glob("*.py")} - {"app", "__init__"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name):
    assert load(name).help.splitlines()[0] == COMMANDS[name]


def test_every_command_is_on_the_list():
    modules = {name: import_module(f"wxcc_lint.cli.{name}") for name in MODULES}
    has_command = {name.replace("_", "-") for name, module in modules.items() if {name, "app"} & set(vars(module))}
    assert has_command == set(COMMANDS)


def test_garbage_is_not_looked_for_while_the_program_starts_nor_when_it_ends():
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: wxcc-lint ")
    assert done.stderr == "0 True\n"
