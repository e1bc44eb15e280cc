"""The schema of layouts as an editor sees it: another validator finds fault with the same files as the schema rules."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wxcc_lint.conformance import schema_problems
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.example_fences import fences
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.resources import resource_dir
from wxcc_lint.rule_files import builtin_rules

Refused = Callable[[list[Path]], set[str]]


@pytest.fixture
def refused() -> Refused:
    """Return a function that tells which of some files check-jsonschema refuses, by name."""

    def run(files: list[Path]) -> set[str]:
        schema = resource_dir("schemas") / "desktop-layout.schema.json"
        command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema)]
        result = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
        report = json.loads(result.stdout)
        assert report.get("parse_errors", []) == []  # without any error there is no such key
        return {Path(error["filename"]).name for error in report["errors"]}

    return run


def has_schema_finding(text: str) -> bool:
    document = parse_layout("l.json", text)
    return next(schema_problems(Layout(document)), None) is not None


def test_published_layouts_have_no_schema_finding_and_are_accepted(corpus: Path, refused: Refused) -> None:
    files = [path for path in sorted(corpus.glob("layouts/*")) if parse_layout("", path.read_text("utf-8")).data]
    assert files
    assert {path.name for path in files if has_schema_finding(path.read_text("utf-8"))} == set()
    assert refused(files) == set()


def test_examples_of_schema_rules_are_refused_where_they_are_bad(tmp_path: Path, refused: Refused) -> None:
    expected = {}
    for name, rule in builtin_rules().items():
        if rule.on == "layout" and rule.from_schema:
            for fence in fences(rule.docs):
                file = tmp_path / f"{name.partition('/')[2]}-{fence.number}.json"
                file.write_text(complete_layout(fence.text), "utf-8")
                expected[file.name] = fence.bad
    assert len(expected) > 1
    assert refused(sorted(tmp_path.iterdir())) == {name for name, bad in expected.items() if bad}
