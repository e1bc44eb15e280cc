"""The layering of the house, read from the imports; and what a start of the program loads."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.example_layout import complete_layout

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "wxcc_lint"
MODULES = {file.relative_to(ROOT).as_posix(): ast.parse(file.read_bytes()) for file in sorted(PACKAGE.rglob("*.py"))}
RULES = {
    file.relative_to(ROOT).as_posix(): ast.parse(file.read_bytes()) for file in sorted((ROOT / "rules").rglob("*.py"))
}

LAYERS = (
    {"__main__"},
    {"cli"},
    {"rule_page"},
    {"example_drift", "example_org", "examples"},
    {"fix_run"},
    {"audit", "merge", "org_check", "overview", "run", "survey"},
    {"inventory_output", "proposal_text"},
    {"diff", "sources"},
    {"examination"},
    {"intake"},
    {"discover", "example_base", "example_layout", "findings", "ignores", "inventory", "reporters", "verdict"},
    {"edits", "engine", "fix", "list_edits", "manifest", "propose"},
    {"detected", "rule_settings"},
    {"config", "config_dump", "config_load", "config_model"},
    {
        "allowlist_fixes",
        "api",
        "checks",
        "component_members",
        "conformance",
        "declarative",
        "layout_keys",
        "region_problems",
        "rule_files",
        "rules",
    },
    {"baseline", "yaml_file"},
    {"schema", "schema_mends", "schema_quick", "schema_words"},
    {"audit_report", "diff/core", "masks", "problems"},
    {"catalog", "documents"},
    {"example_fences", "globs", "kept", "processes", "remember", "report", "resources", "suggest"},
    {"files"},
    {"spans"},
)
"""Modules and folders of the package, top to bottom. A layer imports from itself and from those below."""

CORE = {"aspects", "changes", "objects", "partners", "report", "tree", "view", "wording"}
"""The modules of `diff` that rules and reporters know. They stand below the rest of it, which runs rules."""

HEAVY = {"deepdiff", "jinja2", "jsonschema", "jsonschema_rs", "lxml", "referencing", "rich", "yaml"}
"""Packages that load slowly: they are imported by the function that uses them."""

OF_OTHER_TASKS = {
    *("asyncio", "concurrent", "ctypes", "http", "importlib.metadata", "logging", "multiprocessing", "pickle", "ssl"),
    *("tempfile", "truststore", "unittest", "urllib.request", "urllib3", "xml.etree", "zipfile"),
    *(f"wxcc_lint.{name}" for name in ("config_dump", "diff.compare", "fix_run", "sources")),
}
"""What is there for other commands, or for other files than a call center and a layout."""

START = """
import atexit, json, sys
sys.argv[0] = "wxcc-lint"
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from wxcc_lint.cli import main
main()
"""


def unit(name: str) -> str:
    """Return the module or folder of the package that a dotted module or a path stands in."""
    _, first, *rest = name.removesuffix(".py").replace("/", ".").split(".")
    return "diff/core" if first == "diff" and rest[:1] and rest[0] in CORE else first


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the dotted names of modules that import statements among `nodes` name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from [node.module] if node.module != "wxcc_lint" else (f"wxcc_lint.{one.name}" for one in node.names)


def ours(tree: ast.Module) -> set[str]:
    """Return the units of the package that a module imports, in functions as well."""
    names = {name for name in imported(ast.walk(tree)) if name.startswith("wxcc_lint.")}
    return {unit(name) for name in names} - {"__version__", "DOCS_URL"}


def at_module_level(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield what runs when a module is loaded: no bodies of functions, nothing for type checkers alone."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            waiting += node.orelse
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def layer(name: str) -> int:
    return next(index for index, units in enumerate(LAYERS) if name in units)


def test_every_part_of_the_package_has_a_layer() -> None:
    assert {unit(path) for path in MODULES} == set().union({"__init__"}, *LAYERS)


def test_no_layer_imports_from_above() -> None:
    upward = {
        (path, other)
        for path, tree in MODULES.items()
        for other in ours(tree)
        if unit(path) != "__init__" and layer(other) < layer(unit(path))
    }
    assert upward == set()


@pytest.mark.parametrize(
    ("folder", "others"),
    [
        ("documents", {"catalog", "documents", "globs", "remember", "spans", "suggest"}),
        ("catalog", {"catalog", "kept", "remember", "suggest"}),
        ("reporters", {"audit_report", "diff/core", "report", "reporters", "spans"}),
    ],
)
def test_what_a_folder_may_know(folder: str, others: set[str]) -> None:
    known = {other for path, tree in MODULES.items() if unit(path) == folder for other in ours(tree)}
    assert known <= others


def test_rules_import_nothing_of_ours_but_the_api() -> None:
    names = {name for tree in RULES.values() for name in imported(ast.walk(tree)) if name.startswith("wxcc_lint")}
    assert {".".join(name.split(".")[:2]) for name in names} == {"wxcc_lint.api"}


def test_heavy_packages_are_imported_where_they_are_used() -> None:
    eager = {
        (path, name)
        for path, tree in {**MODULES, **RULES}.items()
        for name in imported(at_module_level(tree))
        if name.partition(".")[0] in HEAVY
    }
    assert eager == set()


def test_statements_that_run_at_load_are_told_from_others() -> None:
    tree = ast.parse(
        "import a\nif TYPE_CHECKING:\n    import b\nelse:\n    import c\n"
        "try:\n    import d\nexcept E:\n    import e\nclass C:\n    import f\ndef g():\n    import h\n"
    )
    assert set(imported(at_module_level(tree))) == {"a", "c", "d", "e", "f"}


def forbidden_below_the_command_line(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "input", "exit", "sys.exit", "os._exit"}:
            yield ast.unparse(node.func)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {
            "os.environ",
            "os.getenv",
            "sys.argv",
            "sys.stdin",
            "sys.stdout",
            "sys.stderr",
        }:
            yield ast.unparse(node)


def test_below_the_command_line_nothing_prints_reads_the_environment_or_exits() -> None:
    found = {
        (path, what)
        for path, tree in {**MODULES, **RULES}.items()
        if not path.startswith(("wxcc_lint/cli/", "rules/"))
        for what in forbidden_below_the_command_line(tree)
    }
    assert found == set()
    assert {what for tree in RULES.values() for what in forbidden_below_the_command_line(tree)} == set()


def test_the_command_line_library_is_used_there_alone() -> None:
    users = {
        unit(path)
        for path, tree in MODULES.items()
        if {name.partition(".")[0] for name in imported(ast.walk(tree))} & {"typer", "click"}
    }
    assert users == {"cli"}


@pytest.fixture(scope="module")
def kept_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


def loaded(kept_in: Path, *words: str) -> set[str]:
    """Return the names of all modules that the program has loaded when it exits, at its second start."""
    may_keep = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = {**may_keep, "PYTHONPYCACHEPREFIX": str(kept_in)}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", START, *words], capture_output=True, text=True, check=False, cwd=ROOT, env=env
        )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    ("words", "most", "heavy"),
    [
        pytest.param(["--version"], 160, set(), id="version"),
        pytest.param(["--help"], 160, set(), id="help"),
        pytest.param(["explain", "callcenter/invalid-boolean"], 225, set(), id="explain"),
    ],
)
def test_a_short_answer_loads_little(words: list[str], most: int, heavy: set[str], kept_in: Path) -> None:
    """The numbers count all modules, Python's own included; raise them knowingly."""
    modules = loaded(kept_in, *words)
    assert modules & HEAVY == heavy
    assert len(modules) <= most


def test_a_check_of_clean_files_loads_what_they_need(tmp_path: Path, kept_in: Path) -> None:
    definition, layout = tmp_path / "call-center.xml", tmp_path / "layout.json"
    definition.write_text(render_import(vocabulary().releases[-1]), encoding="utf-8")
    layout.write_text(complete_layout('{"comp": "md-icon"}'), encoding="utf-8")
    modules = loaded(kept_in, "check", str(definition), str(layout))
    assert modules & HEAVY == {"jsonschema_rs", "lxml"}
    assert modules & OF_OTHER_TASKS == set()
    commands = {name for name in modules if name.startswith("wxcc_lint.cli.")}
    needed = ("app", "check", "completing", "errors", "options", "output")
    assert commands == {f"wxcc_lint.cli.{name}" for name in needed}
