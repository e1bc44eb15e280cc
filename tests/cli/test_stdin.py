"""Standard input as a file to check."""

from __future__ import annotations

import pytest

ONE_ERROR = "Found 1 error in 1 file.\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (None, "<stdin>"),
        ("crm/call center.xml", "crm/call center.xml"),
        ("../other/x.xml", "../other/x.xml"),
        ("ABSOLUTE", "crm/x.xml"),
    ],
)
def test_stdin_is_checked_under_the_name_it_stands_for(lint, project, definition, name, shown):
    name = str(project / "crm" / "x.xml") if name == "ABSOLUTE" else name
    options = [] if name is None else ["--stdin-filename", name]
    run = lint("check", "-", "-f", "json", *options, stdin=definition(isCallNotesEnabled="True").encode())
    assert (run.code, [finding["path"] for finding in run.report["findings"]]) == (1, [shown])


def test_stdin_belongs_to_the_environments_of_its_name(lint, definition, yaml_rule, config):
    config("environments: {prod: {files: [crm/*.xml], region: eu1}}\n")
    options = ("-f", "json", "--select", "acme", "--rule-dir", yaml_rule(needs="[region]"))
    text = definition(sfdcFieldForcallNotes="Acme_Notes__c").encode()
    assert lint("check", "-", *options, stdin=text).rules == []
    run = lint("check", "-", *options, "--stdin-filename", "crm/x.xml", stdin=text)
    assert [finding["environment"] for finding in run.report["findings"]] == ["prod"]


def test_stdin_goes_along_with_files(lint, bad, definition):
    run = lint("check", "-", "bad.xml", "-", "-f", "json", stdin=definition(isCallNotesEnabled="yes").encode())
    assert [finding["path"] for finding in run.report["findings"]] == ["<stdin>", "bad.xml"]


@pytest.mark.parametrize(
    ("text", "code", "rules"),
    [(b"", 1, ["meta/syntax"]), (b'{"name": "stranger"}', 0, []), (b"<callCenter>", 1, ["meta/syntax"])],
    ids=["empty", "stranger", "broken"],
)
def test_stdin_is_judged_like_a_named_file(lint, text, code, rules):
    run = lint("check", "-", "-f", "json", stdin=text)
    assert (run.code, run.rules) == (code, rules)


def test_a_stream_without_an_end_is_not_waited_for(shell):
    run = shell('cat /dev/zero | "$@"; echo "${PIPESTATUS[1]}"', "check", "-", "-f", "concise")
    assert run.out == "No files to check (1 other file skipped).\n0\n"
    run = shell('yes "<callCenter>" | "$@"; echo "${PIPESTATUS[1]}"', "check", "-", "-f", "concise")
    assert run.out == f"<stdin>:1:1: error[meta/too-large] the file is larger than 5 MiB\n{ONE_ERROR}1\n"
