"""`wxcc-lint init`: a config for what lies in a folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint.config import load_config
from wxcc_lint.discover import discover
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.proposal_text import config_text
from wxcc_lint.propose import propose
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.run import check
from wxcc_lint.survey import survey
from wxcc_lint.verdict import ExitCode, Policy

PROJECTS = Path(__file__).resolve().parents[2] / "fixtures" / "projects"
NAME = ".wxcc-lint.yaml"
EU = "https://desktop.wxcc-eu1.cisco.com/"
METADATA = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl>{EU}</adapterUrl>
    <displayName>Acme</displayName>
    <sections>
        <items>
            <label>CTI Adapter URL</label>
            <name>reqAdapterUrl</name>
            <value>{EU}</value>
        </items>
        <label>General Information</label>
        <name>reqGeneralInfo</name>
    </sections>
</CallCenter>
"""


def checked_under_proposal(folder: Path) -> ExitCode:
    """Write the config that is proposed for a folder, check the folder under it, and return the exit code."""
    (folder / NAME).write_text(config_text(propose(survey(folder).files)), encoding="utf-8")
    config = load_config(folder / NAME, NAME)
    result = check(discover([folder], folder), Policy(config, date(2026, 1, 1)), builtin_rules(), folder)
    assert result.complaints == []
    return result.exit_code


@pytest.mark.parametrize("name", sorted(path.name for path in PROJECTS.iterdir()))
def test_every_sample_project_can_be_checked_under_what_is_proposed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    shutil.copytree(PROJECTS / name, folder, ignore=shutil.ignore_patterns(NAME))
    assert checked_under_proposal(folder) is (ExitCode.OK if name == "salesforce" else ExitCode.FINDINGS)


def test_real_files_can_be_checked_under_what_is_proposed(tmp_path: Path, corpus: Path) -> None:
    for file in corpus.rglob("*"):
        if file.is_file():
            shutil.copy(file, tmp_path / file.name)
    assert checked_under_proposal(tmp_path) is ExitCode.FINDINGS


def test_a_config_is_written_and_the_next_command_named(lint, project: Path, definition: Callable[..., str]) -> None:
    for folder, code in (("prod", "eu1"), ("test", "us1")):
        (project / "crm" / folder).mkdir(parents=True)
        url = EU.replace("eu1", code)
        (project / "crm" / folder / "cc.xml").write_text(definition(reqAdapterUrl=url), encoding="utf-8")
    (project / "csp.txt").write_text("*.force.com\n*.salesforce.com\n", encoding="utf-8")
    content = json.dumps({"name": "Sales 'A'", "jsonFileContent": complete_layout('{"comp": "acme-notes"}')})
    (project / "layout.json").write_text(content, encoding="utf-8")
    run = lint("init")
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        ".wxcc-lint.yaml: written, with 2 environments: prod (eu1), test (us1)\n"
        "look through it, then run: wxcc-lint check\n"
    )
    assert (project / NAME).read_text("utf-8") == (
        """\
# Proposed by 'wxcc-lint init' from what lies in this folder: correct what it got wrong, and commit it.
# Paths and globs count from here; 'wxcc-lint environments' shows what belongs where.
environments:
  prod:
    files:
      - 'crm/prod/**'
      - layout.json
    region: eu1  # says crm/prod/cc.xml
    generation: v1
    allowlist: csp.txt  # it looks like one
    layouts:  # the name in Control Hub, and the file
      'Sales ''A''': layout.json
  test:
    files:
      - 'crm/test/**'
      - layout.json
    region: us1  # says crm/test/cc.xml
    generation: v1
    allowlist: csp.txt  # it looks like one
    layouts:  # the name in Control Hub, and the file
      'Sales ''A''': layout.json
"""
    )
    assert lint("check").code in {0, 1}


def test_call_centers_in_metadata_form_are_enough(lint, project: Path) -> None:
    folder = project / "force-app" / "main" / "default" / "callCenters"
    folder.mkdir(parents=True)
    (folder / "Acme.callCenter-meta.xml").write_text(METADATA, encoding="utf-8")
    assert lint("init").code == 0
    prod = load_config(project / NAME).environments["prod"]
    assert (prod.files, prod.region, prod.layouts) == (("force-app/**",), "eu1", {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("environments: {prod: {}, test: {}}\n", "and declares prod, test"),
        ("profile: strict\n", "and declares no environments"),
        ("profil: strict\n", "and cannot be used as it is"),
    ],
)
def test_a_config_is_replaced_only_by_force(
    lint, good: Path, config: Callable[[str], Path], text: str, said: str
) -> None:
    file = config(text)
    refused = lint("init")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"error: .wxcc-lint.yaml is there already {said}; --force replaces it\n"
    assert file.read_text("utf-8") == text
    assert lint("init", "--force").code == 0
    assert list(load_config(file).environments) == ["prod"]


def test_a_config_of_the_mistaken_name_is_told(lint, project: Path, good: Path) -> None:
    (project / ".wxcc-lint.yml").write_text("profile: strict\n", encoding="utf-8")
    run = lint("init")
    assert (run.code, (project / NAME).exists()) == (2, False)
    assert run.errors == [
        ".wxcc-lint.yml is there already and cannot be used as it is; rename it to '.wxcc-lint.yaml', or remove it"
    ]


def test_a_config_above_is_told_and_stays(
    lint, project: Path, config: Callable[[str], Path], definition: Callable[..., str]
) -> None:
    above = config("profile: strict\n")
    folder = project / "a b"
    folder.mkdir()
    (folder / "cc.xml").write_text(definition(reqAdapterUrl=EU), encoding="utf-8")
    run = lint("init", "a b")
    assert run.out == (
        "a b/.wxcc-lint.yaml: written, with 1 environment: prod (eu1)\n"
        "look through it, then run: wxcc-lint check --config 'a b/.wxcc-lint.yaml' 'a b'\n"
    )
    assert run.notes == [".wxcc-lint.yaml lies above, and is not read any more where the new one is"]
    assert above.read_text("utf-8") == "profile: strict\n"
    assert lint("check", "--config", "a b/.wxcc-lint.yaml", "a b").code == 0


def test_a_config_of_the_environment_is_told(lint, good: Path) -> None:
    run = lint("init", env={"WXCC_LINT_CONFIG": "other.yaml"})
    assert run.notes == ["WXCC_LINT_CONFIG names another config, which goes before this one"]


def test_nothing_is_written_where_nothing_is_ours(lint, project: Path) -> None:
    (project / "package.json").write_text("{}", encoding="utf-8")
    (project / "csp.txt").write_text("*.force.com\n*.salesforce.com\n", encoding="utf-8")
    run = lint("init")
    assert (run.code, run.out, (project / NAME).exists()) == (3, "", False)
    assert run.errors == [
        ".: holds no call center definition, no desktop layout and no Salesforce component of the integration, so nothing was written"
    ]


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("absent", 3, "absent: there is no such file or folder"),
        ("good.xml", 2, "good.xml: is not a folder"),
    ],
)
def test_what_is_no_folder_is_refused(lint, good: Path, name: str, code: int, said: str) -> None:
    run = lint("init", name)
    assert (run.code, run.out, run.errors) == (code, "", [said])


def test_what_cannot_be_written_is_told(lint, project: Path, good: Path) -> None:
    (project / NAME).mkdir()
    run = lint("init", "--force")
    assert (run.code, run.out) == (2, "")
    assert run.errors == [".wxcc-lint.yaml: cannot write the config: is a directory"]
