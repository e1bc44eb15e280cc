"""Which commands write files, and where in the program: found by reading it, so that no test has to keep a list."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperGroup

from wxcc_lint.cli.app import COMMANDS, load

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "wxcc_lint"
CAREFUL = {(f"{PACKAGE}.files", name) for name in ("replace_file", "drafted")}
"""What writes a file whole or not at all, for whoever asks: the writer is who asks."""
CHANGES = {"write_text", "write_bytes", "mkdir", "rename", "unlink", "rmdir", "link", "symlink_to", "touch", "rmtree"}
"""Methods and functions that change what is in a folder, beside `open`; of `replace` texts have one too."""

Node = tuple[str, str]
"""A module, and the name of a function or class at its top level."""


def commands() -> Iterator[tuple[str, Node]]:
    """Yield the words of each command and the function behind it."""
    for name in COMMANDS:
        command = load(name)
        inner = command.commands if isinstance(command, TyperGroup) else {"": command}
        yield from ((f"{name} {word}".rstrip(), _behind(one.callback)) for word, one in inner.items())


def _behind(callback: Any) -> Node:
    return callback.__module__, callback.__name__


def writers_of(command: Node) -> set[str]:
    """Return what a command may come to that writes, as `module.name` without the package."""
    seen: set[Node] = set()
    waiting = [command]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += _program()[node][0]
    return {f"{module.removeprefix(f'{PACKAGE}.')}.{name}" for module, name in seen if _program()[module, name][1]}


@cache
def _program() -> dict[Node, tuple[set[Node], bool]]:
    """Return, for all that stands at the top level of a module, what it names there and elsewhere, and whether it writes."""
    found: dict[Node, tuple[set[Node], bool]] = {}
    parsed = {_module(file): ast.parse(file.read_text("utf-8")) for file in (ROOT / PACKAGE).rglob("*.py")}
    tops = {module: {_name(top) for top in tree.body} for module, tree in parsed.items()}
    for module, tree in parsed.items():
        names = {name: (module, name) for name in tops[module]}
        parts = [(_name(top), list(ast.walk(top))) for top in tree.body]
        for one in (one for _, inner in parts for one in inner if isinstance(one, ast.ImportFrom)):
            names |= {it.asname or it.name: (one.module or "", it.name) for it in one.names}
        for name, inner in parts:
            named = {names[one.id] for one in inner if isinstance(one, ast.Name) and one.id in names}
            known = {node for node in named if node[1] in tops.get(node[0], ())} - CAREFUL
            found[module, name] = known, bool(named & CAREFUL) or any(map(_changes_files, inner))
    return found


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _name(one: ast.stmt) -> str:
    if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
        return one.targets[0].id
    return getattr(one, "name", "")


def _changes_files(one: ast.AST) -> bool:
    if not isinstance(one, ast.Call):
        return False
    called = one.func.attr if isinstance(one.func, ast.Attribute) else getattr(one.func, "id", "")
    modes = {it.value for it in one.args if isinstance(it, ast.Constant) and isinstance(it.value, str)}
    return called in CHANGES or (called == "open" and any(set(mode) & set("wxa+") for mode in modes))
