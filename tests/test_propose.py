"""Proposed environments: which files they hold, and the whole text of the config."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import environments_for, load_config
from wxcc_lint.documents.allowlist import parse_allowlist
from wxcc_lint.proposal_text import config_text
from wxcc_lint.propose import Proposal, Seen, propose
from wxcc_lint.survey import is_allowed_list, survey

HEAD = """\
# Proposed by 'wxcc-lint init' from what lies in this folder: correct what it got wrong, and commit it.
# Paths and globs count from here; 'wxcc-lint environments' shows what belongs where.
environments:
"""
NO_REGION = "    # region: eu1  # the tenant's region: no call center here leads to a known one\n"
NO_LIST = "    # allowlist: csp.txt  # what the tenant's Content Security Policy allows: no file looks like its list\n"


def callcenter(path: str, region: str | None = None, generation: str = "v1", variables: tuple[str, ...] = ()) -> Seen:
    return Seen(path, "callcenter", region, generation, variables=variables)


def layout(path: str, region: str | None = None, title: str | None = None) -> Seen:
    return Seen(path, "layout", region, title=title)


def allowlist(path: str) -> Seen:
    return Seen(path, "allowlist")


def text(*files: Seen) -> str:
    proposed = config_text(propose(files))
    assert proposed.startswith(HEAD)
    return proposed.removeprefix(HEAD)


def shape(proposals: tuple[Proposal, ...]) -> dict[str, tuple[str, ...]]:
    return {one.name: one.globs for one in proposals}


def test_one_environment_holds_all_that_belongs_together() -> None:
    assert (
        text(
            callcenter("crm/call-center.xml", "eu1", variables=("TEAM", "MY_DOMAIN")),
            allowlist("csp/allowed.txt"),
            layout("layouts/agents.json"),
            layout("layouts/field.json", title="Field Agents"),
        )
        == """\
  prod:
    files:
      - 'crm/**'
      - 'layouts/**'
    region: eu1  # says crm/call-center.xml
    generation: v1
    allowlist: csp/allowed.txt  # it looks like one
    layouts:  # the name in Control Hub, and the file
      agents: layouts/agents.json  # a guess from the file's name
      'Field Agents': layouts/field.json
    # Fill in what '${NAME}' stands for; where that differs, copy the environment, one for each org:
    # variables:
    #   MY_DOMAIN: ""
    #   TEAM: ""
"""
    )


def test_two_regions_are_two_environments_named_after_what_tells_them_apart() -> None:
    assert (
        text(
            callcenter("crm/london.xml", "eu1"),
            callcenter("crm/sydney.xml", "anz1", "v2"),
            allowlist("csp/london.txt"),
            layout("layouts/london.json"),
            layout("layouts/sydney.json"),
            layout("layouts/shared.json"),
        )
        == f"""\
  london:
    files:
      - crm/london.xml
      - layouts/london.json
      - layouts/shared.json
    region: eu1  # says crm/london.xml
    generation: v1
    allowlist: csp/london.txt  # it looks like one
    layouts:  # the name in Control Hub, and the file
      london: layouts/london.json  # a guess from the file's name
      shared: layouts/shared.json  # a guess from the file's name
  sydney:
    files:
      - crm/sydney.xml
      - layouts/shared.json
      - layouts/sydney.json
    region: anz1  # says crm/sydney.xml
    generation: v2
{NO_LIST}    layouts:  # the name in Control Hub, and the file
      sydney: layouts/sydney.json  # a guess from the file's name
      shared: layouts/shared.json  # a guess from the file's name
"""
    )


def test_a_layout_alone_is_proposed_without_region() -> None:
    assert text(layout("agents.json", region="eu1")) == (
        f"  prod:\n    files:\n      - agents.json\n{NO_REGION}{NO_LIST}"
        "    layouts:  # the name in Control Hub, and the file\n"
        "      agents: agents.json  # a guess from the file's name\n"
    )


def test_doubts_are_told_in_comments() -> None:
    doubtful = text(
        callcenter("prod/a.xml", "eu1"),
        callcenter("prod/b.xml", None, "v2"),
        allowlist("prod/csp.txt"),
        allowlist("prod/csp.csv"),
        Seen("prod/broken.json", "layout", is_readable=False),
    )
    assert (
        doubtful
        == """\
  prod:
    files:
      - 'prod/**'
    region: eu1  # says prod/a.xml
    # generation: v1  # call centers differ: v1 in prod/a.xml, v2 in prod/b.xml
    # One of these may be what the tenant's Content Security Policy allows:
    # allowlist: prod/csp.txt
    # allowlist: prod/csp.csv
"""
    )


def test_regions_that_disagree_are_not_declared() -> None:
    proposal = Proposal("prod", ("*.xml",), (callcenter("a.xml", "eu1"), callcenter("b.xml", "us1")), ())
    assert "    # region: eu1  # call centers disagree: eu1 in a.xml, us1 in b.xml\n" in config_text([proposal])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            [callcenter("crm/prod/a.xml", "eu1"), callcenter("crm/test/a.xml", "eu1"), layout("layouts/x.json")],
            {"prod": ("crm/prod/**", "layouts/**"), "test": ("crm/test/**", "layouts/**")},
            id="stages in one region",
        ),
        pytest.param(
            [callcenter("crm/Prod/a.xml", "eu1"), callcenter("crm/Prod/b.xml", "us1")],
            {"prod-eu1": ("crm/Prod/a.xml",), "prod-us1": ("crm/Prod/b.xml",)},
            id="two regions in one stage",
        ),
        pytest.param(
            [callcenter("crm/emea/a.xml", "eu1"), callcenter("crm/apac/a.xml", "sg1"), layout("one.json", "sg1")],
            {"emea": ("crm/emea/**",), "apac": ("crm/apac/**", "one.json")},
            id="folders named after countries",
        ),
        pytest.param(
            [callcenter("crm/a.xml", "eu1"), callcenter("force-app/main/a.xml", "us1")],
            {"eu1": ("crm/**",), "us1": ("force-app/**",)},
            id="paths that name nothing",
        ),
        pytest.param(
            [callcenter("a.xml", "us1"), callcenter("dev/a.xml", "eu1")],
            {"dev": ("dev/**",), "us1": ("a.xml",)},
            id="a stage, and another region beside it",
        ),
        pytest.param(
            [layout("prod.json", "us1"), layout("test.json"), callcenter("a.xml", "eu1")],
            {"prod": ("a.xml", "prod.json"), "test": ("a.xml", "test.json")},
            id="files named after stages",
        ),
        pytest.param(
            [callcenter("prod/a.xml", "eu1"), layout("prod/a.json", "us1")],
            {"prod": ("prod/**",)},
            id="a layout of the wrong region",
        ),
        pytest.param(
            [callcenter(f"{name}.xml") for name in "abc"] + [layout("a.json"), layout("b.json")],
            {"prod": ("*.xml", "a.json", "b.json")},
            id="many in one folder",
        ),
        pytest.param(
            [callcenter("a/zürich/x.xml", "eu1"), callcenter("a/oslo/x.xml", "eu2")],
            {"eu1": ("a/zürich/**",), "eu2": ("a/oslo/**",)},
            id="no name for an environment",
        ),
        pytest.param(
            [callcenter("a", "eu1"), callcenter("b"), callcenter("c")], {"prod": ("a", "b", "c")}, id="no suffix"
        ),
        pytest.param([allowlist("csp.txt")], {}, id="nothing but a list"),
    ],
)
def test_environments_and_globs(files: list[Seen], expected: dict[str, tuple[str, ...]]) -> None:
    assert shape(propose(files)) == expected


HOSTILE = [
    "it's.json",
    'say "hi".json',
    "a # b: c.json",
    "- x.json",
    " blank .json",
    "line\nbreak.json",
    "\u202ereversed.json",
    "[a]*?.json",
    "{x}.json",
    "null.json",
    "0x10.json",
    "!tag &anchor *alias.json",
    "%40.json",
    "\x85next.json",
    "emoji 😀.json",
    "off",
    "\uffff.json",
    "back\\slash.json",
    "lone \udcff.json",
    "x" * 240 + ".json",
    "\x01" * 200 + ".json",
]


@pytest.mark.parametrize("folder", ["", "layouts/", "a: b #'\"\n/", "**/"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_nothing_but_a_name(tmp_path: Path, folder: str, name: str) -> None:
    path = folder + name
    other = callcenter(f"{folder}other.xml", "eu1")
    config = tmp_path / ".wxcc-lint.yaml"
    config.write_text(config_text(propose([layout(path, title=name), layout("far/x.json"), other])), encoding="utf-8")
    loaded = load_config(config)
    assert [one.name for one in environments_for(loaded, path)] == ["prod"]
    assert environments_for(loaded, "stranger.json") == ()
    declared = set(loaded.environments["prod"].layouts.values())
    assert declared == {"far/x.json"} | ({path} if "\\" not in name and "\udcff" not in name else set())


def test_hostile_names_as_they_are_written() -> None:
    lines = text(layout("a/it's #1.json", title='Sales: "A"\n- b'), layout("b/\udcff.json"), callcenter("b/x\n.xml"))
    assert "      \"Sales: \\\"A\\\"\\n- b\": 'a/it''s #1.json'\n" in lines
    assert "    # b/\\udcff.json is a layout too; rename it, a config cannot hold its name\n" in lines


def test_layouts_of_one_name_are_told_apart() -> None:
    titled = [layout(f"{folder}/agents.json", title="Agents") for folder in "abc"]
    assert [line.strip() for line in text(*titled).splitlines() if ".json" in line] == [
        "Agents: a/agents.json",
        "agents: b/agents.json  # a guess from the file's name",
        "c/agents: c/agents.json  # a guess from the file's name",
    ]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.txt", "*.force.com\nwidgets.acme.com\n", True),
        ("csp/x.txt", "# ours\nwidgets.acme.com\nacme.my.site.com\n", True),
        ("x.yaml", "- '*.force.com'\n- widgets.acme.com\n", True),
        ("x.csv", "domain,note\n*.force.com,Salesforce\nwidgets.acme.com,ours\n", True),
        ("manifest.txt", "main.py\nREADME.md\n", False),
        ("allowed.txt", "ask us\nwhat is allowed\n", False),
        ("allowed.yaml", "name: [1\n", False),
        ("hosts.txt", "127.0.0.1\n10.0.0.1\n", False),
        ("csp/x.txt", "one.acme.com\n", False),
        ("empty.txt", "", False),
    ],
)
def test_what_looks_like_an_allowed_list(name: str, content: str, expected: bool) -> None:
    assert is_allowed_list(parse_allowlist(name, content)) is expected


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are text there")
def test_a_file_name_that_is_no_text_is_covered_by_a_glob(tmp_path: Path) -> None:
    definition = render_import(vocabulary().releases[-1])
    (tmp_path / os.fsdecode(b"caf\xe9.xml")).write_text(definition, encoding="utf-8")
    assert shape(propose(survey(tmp_path).files)) == {"prod": ("caf?.xml",)}
