"""`wxcc-lint baseline`: written on purpose, never by accident, and only what is there no more is taken out."""

from __future__ import annotations

import json

import pytest

NAME = ".wxcc-lint-baseline.json"
BOOLEAN, PADDED = "callcenter/invalid-boolean", "callcenter/padded-value"
OFF = "callcenter/disabled-cti-api"
NOTE = f"it takes effect with `baseline: {NAME}` in .wxcc-lint.yaml"


@pytest.fixture
def listed(project):
    """Return the entries of the baseline: rule, path and count."""

    def read(name: str = NAME) -> list[tuple[str, str, int]]:
        entries = json.loads((project / name).read_text("utf-8"))["findings"]
        return [(one["rule"], one["path"], one["count"]) for one in entries]

    return read


@pytest.fixture
def old(project, definition, config):
    """A project with a config, a baseline, and two findings in it."""
    config(f"baseline: {NAME}\n")
    file = project / "old.xml"
    file.write_text(definition(isCallNotesEnabled="True", reqSoftphoneWidth=" 500"), "utf-8")
    return file


def test_a_baseline_is_written_and_hides_what_is_in_it_and_nothing_else(lint, project, old, definition, listed):
    run = lint("baseline", "write")
    assert (run.code, run.out, run.err) == (0, f"{NAME}: 2 findings\n", "")
    assert listed() == [(BOOLEAN, "old.xml", 1), (PADDED, "old.xml", 1)]
    run = lint("check", "-f", "concise")
    assert (run.code, run.out.startswith("No findings in 1 file (2 in the baseline")) == (0, True)
    old.write_text(definition(isCallNotesEnabled="True", reqSoftphoneWidth=" 500", reqUseApi="no"), "utf-8")
    assert lint("check", "-f", "json").rules == [OFF]


def test_a_baseline_without_a_config_says_how_it_takes_effect(lint, project, bad):
    run = lint("baseline", "write")
    assert (run.code, run.out, run.notes) == (0, f"{NAME}: 1 finding\n", [NOTE])
    assert lint("check").code == 1


def test_a_baseline_that_is_there_is_not_replaced_by_accident(lint, project, old, listed):
    assert lint("baseline", "write").code == 0
    (project / NAME).write_text('{"version": 1, "findings": []}', "utf-8")
    run = lint("baseline", "write")
    assert (run.code, run.out, listed()) == (2, "", [])
    assert run.errors == [f"{NAME}: there is a baseline already: wxcc-lint baseline update, or --force"]
    assert (lint("baseline", "write", "--force").code, len(listed())) == (0, 2)


@pytest.mark.parametrize("command", ["update", "prune"])
def test_without_a_baseline_there_is_nothing_to_change(lint, project, bad, command):
    run = lint("baseline", command)
    assert (run.code, run.errors) == (2, [f"{NAME}: there is no baseline yet: wxcc-lint baseline write"])
    assert not (project / NAME).exists()


def test_what_is_mended_is_stale_until_it_is_pruned(lint, project, old, definition, listed):
    lint("baseline", "write")
    old.write_text(definition(isCallNotesEnabled="True", reqUseApi="no"), "utf-8")
    run = lint("check", "-f", "json")
    assert run.rules == ["meta/stale-baseline", OFF]
    assert [one["line"] for one in run.report["findings"]] == [5, 6]
    run = lint("baseline", "prune")
    assert (run.code, run.out, listed()) == (0, f"{NAME}: 1 finding\n", [(BOOLEAN, "old.xml", 1)])
    assert lint("check", "-f", "json").rules == [OFF]


def test_an_update_takes_new_findings_in_and_mended_ones_out(lint, project, old, definition, listed):
    lint("baseline", "write")
    old.write_text(definition(isCallNotesEnabled="True", reqUseApi="no"), "utf-8")
    run = lint("baseline", "update")
    assert (run.code, run.out) == (0, f"{NAME}: 2 findings\n")
    assert listed() == [(OFF, "old.xml", 1), (BOOLEAN, "old.xml", 1)]
    assert lint("check", "-f", "json").rules == []


def test_what_a_deleted_file_left_behind_is_pruned(lint, project, old, bad, listed):
    lint("baseline", "write", "--config", ".wxcc-lint.yaml")
    assert len(listed()) == 3
    bad.unlink()
    lint("baseline", "prune")
    assert {path for _, path, _ in listed()} == {"old.xml"}


@pytest.mark.parametrize("command", ["update", "prune"])
def test_entries_that_could_not_be_looked_for_stay(lint, project, old, definition, listed, command):
    lint("baseline", "write", "--profile", "strict")
    written = listed()
    assert len(written) > 2
    assert (lint("baseline", command).code, listed()) == (0, written)
    old.write_text(definition().replace("</callCenter>", ""), "utf-8")
    assert (lint("baseline", command).code, listed()) == (0, written)


def test_the_whole_project_is_written_wherever_one_stands(lint, project, old, bad, listed):
    (project / "crm").mkdir()
    bad.rename(project / "crm" / "bad.xml")
    run = lint("baseline", "write", cwd=project / "crm")
    assert (run.code, run.out) == (0, f"../{NAME}: 3 findings\n")
    assert {path for _, path, _ in listed()} == {"crm/bad.xml", "old.xml"}


def test_ignored_findings_and_files_that_cannot_be_read_are_no_matter_of_the_baseline(
    lint, project, old, config, listed
):
    config(
        f"baseline: {NAME}\n"
        f"ignore: [{{rule: {PADDED}, file: old.xml, reason: it is so}}, {{rule: {OFF}, file: old.xml, reason: it was}}]\n"
    )
    (project / "broken.xml").write_text("<callCenter>", "utf-8")
    assert lint("baseline", "write").out == f"{NAME}: 1 finding\n"
    assert listed() == [(BOOLEAN, "old.xml", 1)]
    assert lint("check", "-f", "json").rules == ["meta/unused-ignore", "meta/syntax"]


def test_nothing_of_ours_is_no_baseline(lint, project):
    run = lint("baseline", "write")
    assert (run.code, run.out) == (3, "")
    assert run.errors == [
        ".: holds no call center definition, no desktop layout and no Salesforce component of the integration"
    ]
    assert not (project / NAME).exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", f"{NAME}:1: the text is empty; expected JSON"),
        ('{"version": 9}', f"{NAME}:1: this is no baseline of version 1; write it anew: wxcc-lint baseline write"),
    ],
)
def test_a_baseline_that_cannot_be_used_stops_check_and_prune(lint, project, old, text, sentence):
    (project / NAME).write_text(text, "utf-8")
    for command in (("check",), ("baseline", "prune")):
        run = lint(*command)
        assert (run.code, run.out, [one.partition(" (")[0] for one in run.errors]) == (2, "", [sentence])


def test_a_baseline_that_is_missing_or_a_folder_stops_check(lint, project, old):
    run = lint("check")
    assert (run.code, run.out) == (2, "")
    assert run.errors == [
        f"{NAME}: cannot read the baseline: there is no such file or folder (wxcc-lint baseline write)"
    ]
    (project / NAME).mkdir()
    assert lint("baseline", "prune").errors == [f"{NAME}: cannot read the baseline: is a directory"]
    assert lint("baseline", "write", "--force").errors == [f"{NAME}: cannot be written: is a directory"]


def test_hostile_counts_and_paths_are_taken_as_they_are(lint, project, old, listed):
    huge = {"rule": BOOLEAN, "path": "../" + "x" * 5000, "at": None, "count": 10**15}
    gone = {"rule": "acme/gone", "path": "old.xml", "at": "\udcff", "count": 10**15}
    (project / NAME).write_text(json.dumps({"version": 1, "findings": [huge, gone]}), "utf-8")
    run = lint("baseline", "prune")
    assert (run.code, run.out) == (0, f"{NAME}: {10**15} findings\n")
    assert listed() == [("acme/gone", "old.xml", 10**15)]


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize(
    "command", [(), ("write",), ("update",), ("prune",)], ids=lambda words: "".join(words) or "group"
)
def test_help_is_there_under_both_names(lint, command, flag):
    run = lint("baseline", *command, flag)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith(f"Usage: wxcc-lint baseline {''.join(command) or '[OPTIONS] COMMAND'}")
