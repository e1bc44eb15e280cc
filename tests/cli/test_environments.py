"""`wxcc-lint environments`: what belongs to each environment."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from wxcc_lint.config import load_config
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.files import open_file
from wxcc_lint.overview import DeclaredLayout, DeclaredList, Glob, Overview, Variable, overview

CONFIG = """\
environments:
  prod:
    files: ["crm/**", "layuots/*.json"]
    region: eu1
    generation: v1
    allowlist: csp/prod.txt
    layouts: {Agents: layouts/agents.json, Field: layouts/field.json}
    variables: {REGION: eu1, UNUSED: x}
  test:
    files: [crm/call-center.xml, nothing.xml]
    allowlist: ["*.${TEAM}.example.com", "*.force.com"]
  empty: {}
"""
TEXT = """\
prod
  region: eu1
  generation: v1
  files: 1 call center, 1 desktop layout, 1 allowed list
    'layuots/*.json' matches none; did you mean 'layouts/*.json'?
  allowed list: csp/prod.txt (1 entry)
  layouts:
    Agents: layouts/agents.json
    Field: layouts/field.json (there is no such file)
  variables:
    REGION: used in crm/call-center.xml
    UNUSED: not used
test
  region: not declared
  files: 1 call center
    'nothing.xml' matches none
  allowed list: in the config (2 entries)
  variables:
    REGION: not declared, used in crm/call-center.xml
    TEAM: not declared, used in .wxcc-lint.yaml
empty
  region: not declared
  files: none
  allowed list: not declared
in no environment
  stray.json (desktop layout)
in several environments
  crm/call-center.xml (prod, test)
"""


@pytest.fixture
def several(project: Path, config: Callable[[str], Path], definition: Callable[..., str]) -> Path:
    """A project with three environments."""
    files = {
        "crm/call-center.xml": definition(reqAdapterUrl=r"https://desktop.wxcc-${REGION}.cisco.com/"),
        "csp/prod.txt": "*.force.com\n",
        "layouts/agents.json": complete_layout('{"comp": "agentx-wc-iframe", "attributes": {"src": "${direction}"}}'),
        "stray.json": complete_layout('{"comp": "slot"}'),
        "package.json": "{}",
    }
    for name, text in files.items():
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    config(CONFIG)
    return project


def look(project: Path) -> Overview:
    return overview(load_config(project / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), project)


def test_environments_as_text(lint, several):
    run = lint("environments")
    assert (run.code, run.err, run.out) == (0, "", TEXT)


def test_environments_as_json_with_paths_from_the_folder_of_the_config(lint, several):
    run = lint("environments", "-f", "json", cwd=several / "crm")
    assert (run.code, run.err) == (0, "")
    document = json.loads(run.out)
    shared = {"path": "crm/call-center.xml", "kind": "callcenter", "environments": ["prod", "test"]}
    stray = {"path": "stray.json", "kind": "layout", "environments": []}
    assert (document["version"], document["inNone"], document["inSeveral"]) == (1, [stray], [shared])
    prod, test, empty = document["environments"]
    assert [(file["path"], file["kind"]) for file in prod["files"]] == [
        ("crm/call-center.xml", "callcenter"),
        ("csp/prod.txt", "allowlist"),
        ("layouts/agents.json", "layout"),
    ]
    assert prod["unmatched"] == [{"glob": "layuots/*.json", "suggestion": "layouts/*.json"}]
    assert prod["allowlist"] == {"file": "csp/prod.txt", "entries": ["*.force.com"]}
    assert prod["variables"][0] == {"name": "REGION", "value": "eu1", "used": ["crm/call-center.xml"]}
    assert test["allowlist"] == {"file": None, "entries": ["*.${TEAM}.example.com", "*.force.com"]}
    assert empty == {
        "name": "empty",
        "region": None,
        "generation": None,
        "files": [],
        "components": {},
        "unmatched": [],
        "allowlist": None,
        "layouts": [],
        "variables": [],
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "there is no config, so there are no environments"), ("", "the config declares no environments")],
)
def test_without_environments_the_files_are_in_none(lint, project, good, config, text, told):
    if text is not None:
        config(text)
    run = lint("environments")
    assert (run.code, run.notes, run.out) == (0, [told], "in no environment\n  good.xml (call center)\n")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (
            "environments: {prod: {allowlist: csp.txt}}",
            ".wxcc-lint.yaml:1:34: the allowed list of 'prod' does not exist: there is no file 'csp.txt'",
        ),
        ("environments: {prod: {regoin: eu1}}", ".wxcc-lint.yaml:1:23: unknown key 'regoin'; did you mean 'region'?"),
    ],
)
def test_a_fault_of_the_config_is_code_2(lint, config, text, error):
    config(text)
    run = lint("environments")
    assert (run.code, run.out, len(run.errors)) == (2, "", 1)
    assert run.errors[0].startswith(error)


@pytest.mark.parametrize(
    ("glob", "meant"),
    [
        ("cmr/**", "crm/**"),
        ("Crm/*.xml", "crm/*.xml"),
        ("crm/call_center.xml", "crm/call-center.xml"),
        ("zzz/**", None),
    ],
)
def test_a_glob_that_matches_nothing_gets_a_guess(several, config, glob, meant):
    config(f"environments: {{prod: {{files: ['{glob}']}}}}\n")
    assert look(several).environments[0].unmatched == (Glob(glob, meant),)


@pytest.mark.parametrize(
    ("globs", "idle"),
    [
        ("['**', '!crm/**']", ()),
        ("['**', '!cmr/**']", (Glob("!cmr/**", "!crm/**"),)),
        ("['layouts/**', '!crm/**']", (Glob("!crm/**", None),)),
    ],
)
def test_a_glob_that_leaves_nothing_out_is_told_too(several, config, globs, idle):
    config(f"environments: {{prod: {{files: {globs}}}}}\n")
    assert look(several).environments[0].unmatched == idle


@pytest.mark.parametrize("data", [b"\x81\x00", b"a\n" * 6_000_000])
def test_entries_of_a_list_that_cannot_be_read_are_unknown(several, data):
    (several / "csp/prod.txt").write_bytes(data)
    assert look(several).environments[0].allowlist == DeclaredList("csp/prod.txt", None)


def test_what_is_declared_is_told_in_its_order(several):
    prod = look(several).environments[0]
    assert prod.layouts == (
        DeclaredLayout("Agents", "layouts/agents.json", exists=True),
        DeclaredLayout("Field", "layouts/field.json", exists=False),
    )
    assert prod.variables == (Variable("REGION", "eu1", ("crm/call-center.xml",)), Variable("UNUSED", "x", ()))


def test_a_file_that_may_not_be_read_is_a_note(several, monkeypatch):
    def refuse(file):
        if Path(file).name == "prod.txt":
            raise PermissionError
        return open_file(file)

    monkeypatch.setattr("wxcc_lint.intake.open_file", refuse)
    seen = look(several)
    assert seen.unreadable == ("csp/prod.txt: may not be read (no permission)",)
    assert seen.environments[0].allowlist == DeclaredList("csp/prod.txt", None)
