"""What the program and its development rest on: each dependency with a reason, each pinned version with a hash."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(TEXT)
LOCK = (ROOT / "requirements-dev.txt").read_text("utf-8")
SELF_EVIDENT = {"mypy", "ruff", "pytest", "types-jsonschema", "types-pyyaml"}
"""What a developer of Python knows the reason for."""
_PIN = re.compile(
    r"^(?P<name>\S+)==(?P<version>\S+?)(?: ; .*?)? \\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n)+)(?P<via>(?:    #.*\n)*)",
    re.MULTILINE,
)


def requirements() -> Iterator[Requirement]:
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    listed = chain(project["dependencies"], *project["optional-dependencies"].values(), *groups.values())
    return (Requirement(one) for one in listed if isinstance(one, str))


def pins() -> dict[str, re.Match[str]]:
    return {pin["name"]: pin for pin in _PIN.finditer(LOCK)}


def test_each_dependency_has_a_reason():
    lines = {
        Requirement(line[1]).name: line[2]
        for line in re.finditer(r'"([a-zA-Z][^"]*>=[^"]*|types-[^"]*)"[\],]*(.*)', TEXT)
    }
    wanted = {one.name for one in requirements()}
    assert wanted <= set(lines)
    unexplained = {name for name in wanted if not lines[name].strip().startswith("#")}
    assert {canonicalize_name(name) for name in unexplained} <= SELF_EVIDENT


def test_the_lock_is_not_stale():
    """If it is: make lock."""
    locked = pins()
    for one in requirements():
        assert one.specifier.contains(locked[canonicalize_name(one.name)]["version"]), one
    named = {name for name, pin in locked.items() if "pyproject.toml" in pin["via"]}
    assert named == {canonicalize_name(one.name) for one in requirements()}


def test_everything_in_the_lock_has_a_version_and_hashes():
    lines = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(lines) == len(list(_PIN.finditer(LOCK))) > 50
    assert all(
        re.fullmatch(r"(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", pin["hashes"]) for pin in _PIN.finditer(LOCK)
    )


def test_the_lock_names_no_registry_and_no_machine():
    assert not re.search(r"https?:|file:|--(?:index|find|extra|trusted)|(?:^|\s)/", LOCK)
