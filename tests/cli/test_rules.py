"""`wxcc-lint rules`: the list of rules."""

from __future__ import annotations

import json

import pytest

from wxcc_lint import __version__
from wxcc_lint.rule_files import builtin_rules

INVALID = "callcenter/invalid-boolean"


def _listed(run) -> dict[str, dict]:
    return {it["name"]: it for it in json.loads(run.out)["rules"]}


def test_json_lists_every_rule_in_order(lint):
    run = lint("rules", "-f", "json")
    assert (run.code, run.err) == (0, "")
    document = json.loads(run.out)
    assert (document["version"], document["tool"]) == (1, {"name": "wxcc-lint", "version": __version__})
    assert [it["name"] for it in document["rules"]] == sorted(builtin_rules())


def test_json_tells_all_that_a_rule_says_of_itself(lint):
    it = _listed(lint("rules", "-f", "json"))[INVALID]
    docs, sources = it.pop("docs"), it.pop("sources")
    assert docs.startswith("A switch holds something else than `true` or `false`.\n\n")
    assert sources
    assert it == {
        "name": INVALID,
        "title": "A switch holds something else than `true` or `false`.",
        "on": "callcenter",
        "severity": "error",
        "profile": "default",
        "evidence": "verified",
        "since": "0.1",
        "generations": ["v1"],
        "needs": [],
        "aliases": [],
        "supersedes": [],
        "options": {},
    }


def test_the_table_has_a_line_for_each_rule_and_a_closing_line(lint):
    run = lint("rules")
    lines = [line.rstrip().split(maxsplit=3) for line in run.out.splitlines()]
    assert lines[0] == ["rule", "severity", "profile", "what it flags"]
    assert [line[0] for line in lines[1:-1]] == sorted(builtin_rules())
    assert [INVALID, "error", "default", "A switch holds something else than `true` or `false`."] in lines
    assert run.out.splitlines()[-1] == f"{len(builtin_rules())} rules; wxcc-lint explain RULE tells more of one"


@pytest.mark.parametrize("env", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {}, {"TERM": "xterm"}])
def test_the_table_is_plain_in_a_pipe(lint, env):
    assert "\x1b" not in lint("rules", env=env).out


def test_the_table_is_coloured_on_demand(lint):
    assert "\x1b[31merror" in lint("rules", env={"FORCE_COLOR": "1"}).out


@pytest.mark.parametrize("way", ["option", "config"])
def test_rules_of_your_own_are_listed(lint, yaml_rule, config, way):
    folder = yaml_rule(needs="[region]")
    if way == "config":
        config("rule-dirs: [lint-rules]\n")
    listed = _listed(lint("rules", "-f", "json", *(["--rule-dir", folder] if way == "option" else [])))
    assert len(listed) == len(builtin_rules()) + 1
    assert listed["acme/renamed-notes-field"]["needs"] == ["region"]


def test_no_config_leaves_its_rules_out(lint, yaml_rule, config):
    yaml_rule()
    config("rule-dirs: [lint-rules]\n")
    assert "acme/renamed-notes-field" not in _listed(lint("rules", "-f", "json", "--no-config"))


def test_python_rules_show_their_options(lint, python_rule):
    listed = _listed(lint("rules", "-f", "json", "--rule-dir", python_rule))
    assert listed["acme/unwanted-name"]["options"] == {"word": "Beta"}


def test_an_unknown_format_is_one_sentence(lint):
    run = lint("rules", "-f", "jsn")
    assert (run.code, run.out) == (2, "")
    assert run.errors == [
        "invalid value for '-f' / '--format': 'jsn' is not one of 'full', 'json' (see wxcc-lint rules --help)"
    ]
