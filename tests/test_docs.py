"""Pages say what the program does: generated parts are fresh, links lead somewhere, examples run, names exist."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from wxcc_lint.checks import compile_checks
from wxcc_lint.cli.app import app
from wxcc_lint.config import load_config
from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.verdict import ExitCode, Policy, plan

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "fixtures").rglob("*.md")])
HAND_WRITTEN = [page for page in PAGES if "rules" not in page.parts and page.name != "catalogue.md"]

_spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
assert _spec is not None
assert _spec.loader is not None
generate = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = generate  # dataclasses look their module up
_spec.loader.exec_module(generate)


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def fences(page: Path, info: str) -> Iterator[tuple[str, str]]:
    """Yield what stands behind `info` in the first line of a block, and the block's text."""
    blocks = re.findall(r"^(`{3,})([^\n`]*)\n(.*?)^\1$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return ((words.removeprefix(info).strip(), text) for _, words, text in blocks if words.startswith(info))


def written_schema(name: str) -> dict:
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))


def keys_of(schema: dict) -> set[str]:
    """Return all property names that a schema gives, at any depth."""
    mine = set(schema.get("properties", {}))
    below = (child for child in schema.values() if isinstance(child, dict))
    return mine.union(*(keys_of(child) for child in below))


def test_generated_pages_are_fresh():
    assert [named(page) for page in generate.stale_pages(generate.expected_pages())] == []


def test_every_rule_has_its_page_and_no_page_lacks_its_rule():
    pages = {page.relative_to(generate.RULE_PAGES).as_posix() for page in generate.RULE_PAGES.rglob("*.md")}
    assert pages == {"index.md", *(f"{name}.md" for name in builtin_rules())}


def test_a_changed_missing_or_forgotten_page_is_stale_and_mended(tmp_path, monkeypatch):
    monkeypatch.setattr(generate, "RULE_PAGES", tmp_path)
    changed, missing, forgotten, fresh = (tmp_path / f"{n}.md" for n in ("changed", "missing", "forgotten", "fresh"))
    expected = {changed: "new\n", missing: "new\n", fresh: "same\n"}
    for page, text in {changed: "old\n", forgotten: "old\n", fresh: "same\n"}.items():
        page.write_text(text, encoding="utf-8")
    assert generate.stale_pages(expected) == [changed, forgotten, missing]
    generate.write(expected)
    assert {page: page.read_text("utf-8") for page in tmp_path.iterdir()} == expected


@pytest.mark.parametrize(
    ("name", "fixes"),
    [
        ("callcenter/padded-value", "safe"),
        ("callcenter/open-on-connect-without-create", "unsafe"),
        ("callcenter/invalid-boolean", "safe"),
        ("layout/blank-in-url", "safe, unsafe"),
        ("callcenter/live-notes-without-field", "unsafe"),
        ("callcenter/omni-sync-without-codes", ""),
        ("drift/script-changed", ""),
    ],
)
def test_the_index_says_how_a_rule_mends_its_own_examples(name, fixes):
    it = builtin_rules()[name]
    assert generate.fixes_of(it) == fixes
    row = f"| [{name}]({name}.md) | {it.meta.severity} | {it.meta.profile} | {fixes} | {it.title} |"
    assert row in (generate.RULE_PAGES / "index.md").read_text("utf-8").splitlines()


def test_the_index_counts_the_rules_of_each_scope():
    index = (generate.RULE_PAGES / "index.md").read_text("utf-8")
    counted = dict(re.findall(r"^\| \[(\w+)\]\(#\1\) \| (\d+) \|", index, re.MULTILINE))
    scopes = [name.partition("/")[0] for name in builtin_rules()]
    assert counted == {scope: str(scopes.count(scope)) for scope in scopes}


def test_every_handle_has_a_rule_or_a_reason_and_not_both():
    assert list(generate.catalogue_faults(generate.read_catalogue(), generate.covering(builtin_rules()))) == []


def test_a_handle_without_rule_and_reason_with_both_or_unknown_is_a_fault():
    catalogue = generate.Catalogue(
        {"Group": {"cc:covered": "", "cc:both": "", "cc:neither": "", "cc:reason": ""}},
        {"cc:both": "not built yet", "cc:reason": "not built yet", "cc:gone": "not built yet"},
    )
    covered = {"cc:covered": ["callcenter/a"], "cc:both": ["callcenter/b"], "cc:misspelt": ["callcenter/c"]}
    assert list(generate.catalogue_faults(catalogue, covered)) == [
        "cc:misspelt is no handle of the catalogue; callcenter/c names it",
        "cc:gone has a reason and is no handle of the catalogue",
        "cc:neither has neither rule nor reason",
        "cc:both has a reason for having no rule, and callcenter/b covers it",
    ]
    with pytest.raises(ValueError, match="cc:neither has neither rule nor reason"):
        generate.catalogue_page(catalogue, covered)


def test_the_catalogue_holds_every_handle_of_the_research_on_call_centers(research):
    chapter = research("salesforce-side.md").partition("### 9.1")[2].partition("\n## 10")[0]
    first_cells = [line.split("|")[1] for line in chapter.splitlines() if line.startswith("| `")]
    handles = [f"cc:{handle}" for cell in first_cells for handle in re.findall(r"`([\w-]+)`", cell)]
    listed = [handle for group in generate.read_catalogue().groups.values() for handle in group]
    assert [handle for handle in listed if handle.startswith("cc:")] == handles


def test_the_catalogue_holds_every_handle_of_the_research_on_layouts(research):
    chapter = research("desktop-layout.md").partition("\n## 11.")[2].partition("\n## 12.")[0]
    cells = re.findall(r"^\| \d+ \| ([^|]+) \|", chapter, re.MULTILINE)
    handles = [f"dl:{handle.strip()}" for cell in cells for handle in cell.split("/")]
    listed = [handle for group in generate.read_catalogue().groups.values() for handle in group]
    assert sorted(handle for handle in listed if handle.startswith("dl:")) == sorted(handles)
    assert len(handles) == 139


def test_readme_shows_the_real_help_of_check():
    asked = [sys.executable, "-m", "wxcc_lint", "check", "--help"]
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    help_text = subprocess.run(asked, env=environment, capture_output=True, encoding="utf-8", check=True).stdout
    assert help_text.startswith("Usage: wxcc-lint check [OPTIONS]")
    assert f"```text\n{help_text}```\n" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_relative_links_lead_somewhere(page):
    text = re.sub(r"^(`{3,}).*?^\1$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)", text)
    broken = []
    for target in targets:
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        if not file.exists() or (anchor and anchor not in anchors(file)):
            broken.append(target)
    assert broken == []


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=named)
def test_rules_that_pages_name_exist(page):
    scopes = "|".join(sorted({name.partition("/")[0] for name in builtin_rules()}))
    names = re.findall(rf"(?<![\w/.@-])(?:{scopes})/[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/*-])", page.read_text("utf-8"))
    assert sorted({name for name in names if name not in builtin_rules()}) == []


CONFIGS = [(page, text) for page in HAND_WRITTEN for _, text in fences(page, "yaml config")]


def test_there_are_configs_in_the_pages():
    assert len(CONFIGS) >= 3


@pytest.mark.parametrize(("page", "text"), CONFIGS, ids=[named(page) for page, _ in CONFIGS])
def test_configs_in_pages_load_and_fit_the_rules(page, text, tmp_path):
    file = tmp_path / ".wxcc-lint.yaml"
    file.write_text(text, encoding="utf-8")
    plan(builtin_rules(), Policy(load_config(file), date(2026, 1, 1)))


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/writing-rules.md"])
def test_rules_in_pages_pass_their_own_examples(name, tmp_path):
    files = {file: text for kind in ("yaml", "python") for file, text in fences(ROOT / name, f"{kind} file=")}
    for file, text in files.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    told = CliRunner().invoke(app, ["test-rules", str(tmp_path)])
    assert told.output == f"rules tested: {len(files)}, with wrong examples: 0\n"
    assert told.exit_code == 0


def test_contributing_has_a_rule_of_either_kind():
    page = ROOT / "CONTRIBUTING.md"
    assert [file for file, _ in fences(page, "yaml file=")] == ["narrow-softphone.yaml"]
    assert [file for file, _ in fences(page, "python file=")] == ["leftover-todo.py"]


def test_writing_rules_shows_every_check():
    ((_, text),) = fences(ROOT / "docs" / "writing-rules.md", "yaml checks")
    checks = parse_yaml("checks", text, "config").data
    compile_checks(checks)
    assert set(checks) == set(written_schema("rule")["$defs"]["checks"]["properties"])


def test_json_names_the_keys_of_every_answer_that_needs_no_org(monkeypatch):
    monkeypatch.chdir(ROOT / "fixtures" / "projects" / "demo")
    table = (ROOT / "docs" / "json.md").read_text("utf-8").partition("\n## Other answers\n")[2]
    rows = dict(re.findall(r"^\| `wxcc-lint ([^`]+)` \| (.+) \|$", table, re.MULTILINE))
    offline = [command for command in rows if "ENV" not in command]
    assert len(offline) == 5
    for command in offline:
        said = json.loads(CliRunner().invoke(app, command.split()).stdout)
        assert [key for key in said if key not in ("version", "tool") and f"`{key}`" not in rows[command]] == []


@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("writing-rules.md", set(written_schema("rule")["properties"])),
        ("configuration.md", keys_of(written_schema("config")) - {"rule", "file", "at", "reason", "until"}),
        ("ignoring.md", set(written_schema("config")["$defs"]["ignore"]["properties"])),
        ("json.md", keys_of(written_schema("report")) - {"version", "findings"}),
        ("exit-codes.md", {f"| {code} |" for code in ExitCode}),
    ],
)
def test_pages_name_every_key_of_their_contract(page, keys):
    text = (ROOT / "docs" / page).read_text("utf-8")
    assert keys
    assert sorted(key for key in keys if f"`{key}`" not in text and not (key.startswith("|") and key in text)) == []


def test_what_writing_rules_says_of_the_api_is_there():
    import wxcc_lint.api

    table = (ROOT / "docs" / "writing-rules.md").read_text("utf-8").partition("| from `wxcc_lint.api` |")[2]
    first_cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    names = [name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)]
    assert {"CallCenter", "Item", "Problem", "Fix"} <= set(names)
    assert [name for name in names if not hasattr(wxcc_lint.api, name)] == []


def test_the_demo_shows_its_planted_faults_and_its_second_definition_is_clean(monkeypatch):
    monkeypatch.chdir(ROOT / "fixtures" / "projects" / "demo")
    report = json.loads(CliRunner().invoke(app, ["check", "-f", "json"]).stdout)
    assert [finding["rule"] for finding in report["findings"] if finding["path"] == "layouts/energy-agents.json"] == [
        "layout/wrong-type",
        "layout/unequal-tab-visibility",
        "layout/unknown-store-member",
        "layout/unknown-grid-area",
        "layout/misspelt-area",
        "layout/mixed-versions",
    ]
    assert [finding["rule"] for finding in report["findings"] if finding["path"] == "crm/call-center.xml"] == [
        "project/mismatched-region",
        "callcenter/invalid-softphone-size",
        "callcenter/unknown-item",
        "callcenter/open-on-connect-without-create",
        "callcenter/live-notes-without-field",
        "callcenter/misspelt-mapping-property",
        "callcenter/invalid-boolean",
        "callcenter/omni-sync-without-codes",
    ]
    assert len(report["findings"]) == 14
    assert (report["summary"]["files"], report["summary"]["ignored"]) == (3, 1)
