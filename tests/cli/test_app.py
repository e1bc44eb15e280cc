"""The list of commands, which stands for what is not loaded yet."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from wxcc_lint import cli
from wxcc_lint.cli.app import COMMANDS, load

MODULES = {file.stem for folder in cli.__path__ for file in Path(folder).glob("*.py")} - {"app", "__init__"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name):
    assert load(name).help.splitlines()[0] == COMMANDS[name]


def test_every_command_is_on_the_list():
    modules = {name: import_module(f"wxcc_lint.cli.{name}") for name in MODULES}
    has_command = {name.replace("_", "-") for name, module in modules.items() if {name, "app"} & set(vars(module))}
    assert has_command == set(COMMANDS)
