"""The formats of other tools, written by the real program."""

from __future__ import annotations

import json

from lxml import etree

from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.rule_files import builtin_rules

INVALID = "callcenter/invalid-boolean"


def test_all_formats_in_one_run(lint, bad, project):
    wanted = [word for name in REPORTERS for word in ("-f", f"{name}=report.{name}")]
    assert lint("check", *wanted).code == 1
    assert [name for name in REPORTERS if not (project / f"report.{name}").read_text("utf-8").strip()] == []


def test_sarif_has_the_docs_of_the_rule_and_the_severity_it_has_without_config(lint, bad, config):
    config(f"rules: {{{INVALID}: warning}}\n")
    (run,) = json.loads(lint("check", "-f", "sarif").out)["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == builtin_rules()[INVALID].title
    assert rule["defaultConfiguration"] == {"level": builtin_rules()[INVALID].meta.severity}
    assert [one["level"] for one in run["results"]] == ["warning"]


def test_junit_has_a_passed_test_for_the_clean_file(lint, bad, good):
    root = etree.fromstring(lint("check", "-f", "junit").out.encode())
    assert [(suite.get("name"), suite.get("failures")) for suite in root] == [("bad.xml", "1"), ("good.xml", "0")]


def test_changes_in_all_formats(lint, bad, good, project):
    wanted = [word for name in DIFF_REPORTERS for word in ("-f", f"{name}=diff.{name}")]
    assert lint("diff", "good.xml", "bad.xml", *wanted).code == 1
    assert [name for name in DIFF_REPORTERS if not (project / f"diff.{name}").read_text("utf-8").strip()] == []
    (run,) = json.loads((project / "diff.sarif").read_text("utf-8"))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "good.xml", "uriBaseId": "%SRCROOT%"}


def test_help_names_every_format(lint):
    for command, known in (("check", REPORTERS), ("diff", DIFF_REPORTERS)):
        text = " ".join(lint(command, "--help", env={"COLUMNS": "200"}).out.split())
        assert [
            name
            for name in known
            if f"{name}," not in text and f"{name} or " not in text and f" or {name};" not in text
        ] == []
