"""What the catalogue marks as fixable is mended by its rules, or the catalogue says why not."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from wxcc_lint import examples as harness
from wxcc_lint.example_fences import examples
from wxcc_lint.rule_files import builtin_rules

ROOT = Path(__file__).resolve().parents[1]

_spec = importlib.util.spec_from_file_location("docs_generate_fixes", ROOT / "docs" / "generate.py")
assert _spec is not None
assert _spec.loader is not None
generate = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = generate  # dataclasses look their module up
_spec.loader.exec_module(generate)

RULES = builtin_rules()
CATALOGUE = generate.read_catalogue()


@cache
def covered() -> dict[str, list[str]]:
    claims: dict[str, list[str]] = generate.covering(RULES)
    return claims


@pytest.fixture(scope="module")
def mending(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the rules with fixable handles that have a fix for their first bad example."""
    names = {name for handle in CATALOGUE.fixable for name in covered().get(handle, ())}
    root = tmp_path_factory.mktemp("examples")
    return {name for name in names if mends(name, root / name.replace("/", "-"))}


def mends(name: str, root: Path) -> bool:
    it = RULES[name]
    first = next((group for group in examples(it.docs) if group[0].bad), None)
    if first is None:
        return False
    report = harness.check_files(it, harness.files_of(it, first), RULES, root).judgement.report
    return any(one.rule == name and one.fix is not None for one in report.findings)


def test_every_fixable_handle_with_a_rule_has_a_fix_or_a_reason_and_no_reason_is_in_vain(mending: set[str]) -> None:
    assert list(generate.fix_faults(CATALOGUE, covered(), mending)) == []


def test_a_handle_with_neither_fix_nor_reason_is_told(mending: set[str]) -> None:
    lost = mending - {"callcenter/padded-value", "callcenter/missing-mapping-flag"}
    assert list(generate.fix_faults(CATALOGUE, covered(), lost)) == [
        "cc:value-whitespace is fixable, but callcenter/padded-value has neither fix nor reason"
    ]


def test_reasons_in_vain_are_told() -> None:
    catalogue = generate.Catalogue(
        {"Group": {"cc:mended": "", "cc:half": "", "cc:without-rule": "", "cc:other": ""}},
        {"cc:without-rule": "not built yet"},
        ["cc:mended", "cc:half", "cc:without-rule", "cc:gone"],
        {"cc:mended": "r", "cc:half": "r", "cc:without-rule": "r", "cc:other": "r"},
    )
    claims = {"cc:mended": ["callcenter/a"], "cc:half": ["callcenter/a", "callcenter/b"], "cc:other": ["callcenter/b"]}
    assert list(generate.fix_faults(catalogue, claims, {"callcenter/a"})) == [
        "cc:mended has a reason for having no fix, and lacks none",
        "cc:without-rule has a reason for having no fix, and lacks none",
        "cc:other has a reason for having no fix, and is not fixable",
    ]
    assert list(generate.catalogue_faults(catalogue, claims)) == [
        "cc:gone is fixable and is no handle of the catalogue"
    ]


def test_the_page_has_every_reason() -> None:
    page = generate.catalogue_page(CATALOGUE, covered())
    listed = page.partition("## Without a fix")[2]
    assert re.findall(r"^\| `([\w:-]+)` \|", listed, re.MULTILINE) == list(CATALOGUE.without_fix)


def test_the_fixable_handles_are_those_of_the_research(research: Callable[[str], str]) -> None:
    callcenters = research("salesforce-side.md").partition("### 9.1")[2].partition("\n## 10")[0]
    rows = re.findall(r"^\| (`[^|]+) \| [^|]+ \| ([^|]+) \|", callcenters, re.MULTILINE)
    marks = [(re.findall(r"`([\w-]+)`", cell), mark.split("/")) for cell, mark in rows]
    pairs = [(handle, said[number % len(said)]) for handles, said in marks for number, handle in enumerate(handles)]
    wanted = [f"cc:{handle}" for handle, mark in pairs if mark == "Y"]
    layouts = research("desktop-layout.md").partition("\n## 11.")[2].partition("\n## 12.")[0]
    wanted += [f"dl:{name}" for name in re.findall(r"^\| \d+ \| ([\w-]+) \| [^|]+ \| A \|", layouts, re.MULTILINE)]
    assert list(CATALOGUE.fixable) == wanted
