"""Modules and functions stay small enough to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in ("wxcc_lint", "rules")
    for path in (ROOT / folder).rglob("*.py")
}


def test_modules_are_under_300_lines() -> None:
    assert {name for name, text in MODULES.items() if len(text.splitlines()) >= 300} == set()


def test_functions_do_what_they_do_in_40_lines() -> None:
    """The options of a command and its help are long, and are read one by one."""
    functions = [
        (name, node)
        for name, text in MODULES.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    ]
    assert len(functions) > 3000
    assert {f"{name}: {one.name}" for name, one in functions if length(one) > 40} == set()


def length(function: ast.FunctionDef) -> int:
    """Return how many lines there are from the first statement to the end."""
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - statements[0].lineno + 1 if statements else 0
