"""What docs/editors.md asks people to paste is sound, and names what exists."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from wxcc_lint.schema import load_schema, schema_names

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
WRITTEN = dict(re.findall(r"^wxcc-lint schema ([\w-]+) > (\S+)$", PAGE, re.MULTILINE))
"""The file into which the page has each schema written."""


def block(info: str) -> str:
    (text,) = re.findall(rf"^```{info}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return text


def test_the_schemas_for_files_that_people_write_are_written_into_the_project() -> None:
    assert sorted(WRITTEN) == sorted(name for name in schema_names() if "x-files" in load_schema(name))


def test_every_schema_stands_in_the_table() -> None:
    rows = PAGE.partition("| schema | for |")[2].partition("\n\n")[0].splitlines()[2:]
    named = [match for row in rows for match in re.findall(r"`([\w-]+)(…?)`", row.split("|")[1])]
    exact = {name for name, more in named if not more}
    beginnings = tuple(name for name, more in named if more)
    assert exact <= set(schema_names())
    assert [name for name in schema_names() if name not in exact and not name.startswith(beginnings)] == []


def test_vs_code_finds_each_schema_for_the_files_that_it_is_meant_for() -> None:
    settings = json.loads(block("json settings"))
    mapped = {one["url"]: [glob.removeprefix("/") for glob in one["fileMatch"]] for one in settings["json.schemas"]}
    mapped |= {file: [glob] for file, glob in settings["yaml.schemas"].items()}
    assert mapped == {f"./{file}": load_schema(name)["x-files"] for name, file in WRITTEN.items()}


def test_the_modeline_and_the_mappings_of_jetbrains_name_written_schemas() -> None:
    (modeline,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)\n$", block("yaml modeline"))
    assert modeline == WRITTEN["config"]
    jetbrains = PAGE.partition("\n## JetBrains")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `([^`]+)` \|", jetbrains, re.MULTILINE) == list(WRITTEN.values())


def test_the_task_of_vs_code_takes_every_finding_and_nothing_else() -> None:
    (task,) = json.loads(block("json tasks"))["tasks"]
    project = ROOT / "fixtures" / "projects" / "demo"
    assert task["command"] == "wxcc-lint"
    pattern = task["problemMatcher"]["pattern"]
    lines = printed(task["args"], project).splitlines()
    matches = [re.search(pattern["regexp"], line) for line in lines]
    found = [{key: match[pattern[key]] for key in pattern if key != "regexp"} for match in matches if match]
    said = json.loads(printed(["check", "-f", "json"], project))["findings"]
    expected = [(one["path"], one["line"], one["column"], one["severity"], one["rule"], one["message"]) for one in said]
    keys = ("file", "line", "column", "severity", "code")
    assert [tuple(str(one[key]) for key in keys) for one in found] == [tuple(map(str, one[:5])) for one in expected]
    assert all(one["message"].startswith(message) for one, (*_, message) in zip(found, expected, strict=True))
    assert [number for number, match in enumerate(matches) if match is None] == [len(lines) - 1]  # the closing line


def printed(arguments: list[str], folder: Path) -> Any:
    command = [sys.executable, "-m", "wxcc_lint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False).stdout
