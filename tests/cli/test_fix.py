"""`check --fix` and `check --diff`: what is written, printed and told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FIXED = "Fixed 1 finding. No findings in 1 file.\n"
ALIKE = """\
rule: acme/{name}
on: callcenter
severity: warning
given: /reqGeneralInfo/reqDisplayName
expect: {{".": {{not: {{equals: "{old}"}}}}}}
message: "m"
fix: {{set: "{new}"}}
docs: |
  Title.

  Why.
"""

in_repository = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def test_a_fix_is_written_and_told_and_a_second_run_has_nothing_to_do(lint, project, definition, bad):
    run = lint("check", "--fix")
    assert (run.code, run.out, run.notes) == (0, FIXED, [])
    assert content(project) == {"bad.xml": definition(isCallNotesEnabled="true").encode()}
    before = bad.stat()
    assert lint("check", "--fix").out == "No findings in 1 file.\n"
    assert (bad.stat().st_ino, bad.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_only_asked_for_fixes_are_carried_out_and_the_others_are_counted(lint, project, definition):
    file = project / "x.xml"
    file.write_text(definition(isCallNotesEnabled="True", SubjectDateFormat=""), "utf-8")
    run = lint("check", "--fix", "-f", "concise")
    assert run.code == 0
    assert run.out.splitlines()[-1] == (
        "Fixed 1 finding. Found 1 warning in 1 file; 1 waits for --unsafe-fixes, and a look at what they change."
    )
    run = lint("check", "--fix", "--unsafe-fixes")
    assert (run.code, run.out) == (0, FIXED)


def test_what_is_not_selected_or_not_shown_is_not_mended(lint, bad):
    before = bad.read_bytes()
    assert lint("check", "--fix", "--ignore", "callcenter/invalid-boolean").code == 0
    assert lint("check", "--fix", "--select", "callcenter/padded-value").code == 0
    assert bad.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--fix", "--diff"), "--fix and --diff contradict each other: one writes, the other only shows"),
        (("--unsafe-fixes",), "--unsafe-fixes goes with --fix or --diff"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(lint, bad, options, sentence):
    before = bad.read_bytes()
    run = lint("check", *options)
    assert (run.code, run.out, run.errors, bad.read_bytes()) == (2, "", [sentence], before)


def test_a_fix_of_one_file_leaves_its_partners_and_the_config_as_they_are(lint, project, definition, config):
    config("environments: {prod: {files: ['*.xml'], allowlist: ['*.acme.com', 'https://www.acme.org/']}}\n")
    (project / "a.xml").write_text(definition(isCallNotesEnabled="True"), "utf-8")
    (project / "b.xml").write_text(definition(isCallNotesEnabled="True", reqInternalName="Other"), "utf-8")
    before = content(project)
    assert lint("check", "--fix", "a.xml").code == 0
    assert [name for name, data in content(project).items() if data != before[name]] == ["a.xml"]
    run = lint("check", "--fix", "-f", "json")
    assert [name for name, data in content(project).items() if data != before[name]] == ["a.xml", "b.xml"]
    left = [one["path"] for one in run.report["findings"] if one["fix"] and one["fix"]["safe"]]
    assert left == [".wxcc-lint.yaml"]


def test_ignored_and_baselined_findings_are_left_alone(lint, project, definition, config):
    config(
        "baseline: base.lock\n"
        "ignore: [{rule: callcenter/invalid-boolean, file: ignored.xml, reason: it is so}]\n"
        "rules: {project/duplicate-internal-name: off}\n"
    )
    spoilt = definition(isCallNotesEnabled="True")
    (project / "old.xml").write_text(spoilt, "utf-8")
    assert lint("baseline", "write").code == 0
    for name in ("ignored.xml", "new.xml"):
        (project / name).write_text(spoilt, "utf-8")
    run = lint("check", "--fix")
    assert (run.code, run.out) == (
        0,
        "Fixed 1 finding. No findings in 3 files (1 ignored, 1 in the baseline).\n",
    )
    assert [(project / name).read_text("utf-8") == spoilt for name in ("ignored.xml", "old.xml", "new.xml")] == [
        True,
        True,
        False,
    ]


def test_rules_that_undo_one_another_are_named_and_their_file_stays(lint, project, definition):
    folder = project / "lint-rules"
    folder.mkdir()
    for name, old, new in (("there", "one", "two"), ("back", "two", "one")):
        (folder / f"{name}.yaml").write_text(ALIKE.format(name=name, old=old, new=new), "utf-8")
    file = project / "x.xml"
    file.write_text(definition(reqDisplayName="one"), "utf-8")
    run = lint("check", "--fix", "--rule-dir", "lint-rules", "x.xml")
    assert (run.code, file.read_text("utf-8")) == (0, definition(reqDisplayName="one"))
    assert run.notes == [
        "fixes that come up again and again are left out: please report those of acme/back, acme/there"
    ]


# Standard input


def test_standard_input_goes_to_standard_output_and_the_report_elsewhere(shell, project, definition):
    text = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n' + definition(
        isCallNotesEnabled="True", reqDisplayName="Z\xfc"
    )
    (project / "in").write_bytes(text.replace("\n", "\r\n").rstrip().encode())
    run = shell('"$@" < in > out', "check", "--fix", "-", "-f", "concise")
    assert (run.code, run.err) == (0, FIXED)
    assert (project / "out").read_bytes() == (project / "in").read_bytes().replace(b">True<", b">true<")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\xff\xfe<\0c\0", 0), (b"", 1), (b'{"name": "stranger"}', 0), (b"<callCenter>\xff\r", 1)],
    ids=["strange bytes", "nothing", "stranger", "broken"],
)
def test_what_cannot_be_mended_is_passed_through(shell, project, data, code):
    (project / "in").write_bytes(data)
    run = shell('"$@" < in > out', "check", "--fix", "-")
    assert (run.code, (project / "out").read_bytes()) == (code, data)


def test_latin_1_is_passed_through_as_such(shell, project, definition):
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
    data = (head + definition(isCallNotesEnabled="True", reqDisplayName="Z\xfcrich")).encode("latin-1")
    (project / "in").write_bytes(data)
    assert shell('"$@" < in > out', "check", "--fix", "-").code == 0
    assert (project / "out").read_bytes() == data.replace(b">True<", b">true<")


def test_the_file_that_standard_input_stands_for_is_not_written(lint, project, bad, definition):
    before = bad.read_bytes()
    draft = definition(isCallNotesEnabled="FALSE")
    run = lint("check", "--fix", "-", ".", "--stdin-filename", "bad.xml", "-f", "json=r.json", stdin=draft.encode())
    assert (run.code, run.out, run.err) == (0, definition(isCallNotesEnabled="false"), "")
    assert bad.read_bytes() == before


def test_standard_input_without_an_end_is_not_passed_on(shell):
    run = shell('yes "<callCenter>" | "$@"; echo "${PIPESTATUS[1]}"', "check", "--fix", "-")
    assert (run.out, run.errors) == ("2\n", ["<stdin>: is larger than 5 MiB, so it is not passed on"])


def test_a_reader_who_has_seen_enough_is_no_failure(shell, project, definition):
    (project / "in").write_text(definition(isCallNotesEnabled="True") + " " * 200_000, "utf-8")
    run = shell('"$@" < in | head -c 11; echo "${PIPESTATUS[0]}"', "check", "--fix", "-")
    assert (run.out, run.err) == ("<callCenter0\n", FIXED)


# A patch


@in_repository
@pytest.mark.parametrize("name", ["x.xml", "a b/x y.xml", 'q"uo\\te.xml', "Z\xfcrich/\u2028.xml", "tab\tnew\nline.xml"])
def test_a_patch_does_what_fix_would_do(shell, project, definition, name):
    head = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n'
    before = (head + definition(isCallNotesEnabled="True", reqDisplayName="Z\xfc")).rstrip().encode()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(before)
    run = shell(
        'patch=$(mktemp); "$@" > "$patch"; code=$?; git init -q .; git apply "$patch"; rm "$patch"; exit $code',
        "check",
        "--diff",
    )
    assert run.code == 1, run.err
    assert (project / name).read_bytes() == before.replace(b">True<", b">true<")


def test_a_patch_writes_nothing_and_the_report_tells_of_the_files_as_they_are(lint, bad):
    before, inode = bad.read_bytes(), bad.stat().st_ino
    run = lint("check", "--diff", "-f", "concise")
    assert [line for line in run.out.splitlines() if line.startswith(("-", "+"))] == [
        "--- a/bad.xml",
        "+++ b/bad.xml",
        *(line for line in run.out.splitlines() if "isCallNotesEnabled" in line and line[0] in "+-"),
    ]
    assert run.err.splitlines()[-1] == "Found 1 error in 1 file; 1 has a ready fix."
    assert (run.code, bad.read_bytes(), bad.stat().st_ino) == (1, before, inode)


def test_a_patch_of_something_milder_than_fail_on_is_code_1_as_well(lint, project, definition):
    (project / "x.xml").write_text(definition(prefixStringTobeRemoved="+1, +91"), "utf-8")
    assert [lint("check").code, lint("check", "--diff").code, lint("check", "--diff", "--exit-zero").code] == [0, 1, 0]


def test_nothing_to_mend_is_an_empty_patch(lint, good):
    run = lint("check", "--diff")
    assert (run.code, run.out, run.err) == (0, "", "No findings in 1 file.\n")


@in_repository
def test_a_latin_1_file_has_a_patch_of_its_own_bytes(shell, project, definition):
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'
    before = (head + definition(isCallNotesEnabled="True", sfdcFieldForcallNotes="Z\xfc")).encode("latin-1")
    (project / "x.xml").write_bytes(before)
    shell('"$@" > x.patch; git init -q .; git apply x.patch', "check", "--diff")
    assert (project / "x.xml").read_bytes() == before.replace(b">True<", b">true<")


# Files that cannot be written


@pytest.fixture
def unprivileged(shell) -> Callable[..., Any]:
    """Run wxcc-lint without root's power to write everything."""
    if os.name != "posix":
        pytest.skip("permissions work otherwise here")
    if os.geteuid() != 0:
        return lambda *arguments: shell('"$@"', *arguments)
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everything, and there is no setpriv to change that")
    return lambda *arguments: shell('setpriv --bounding-set=-dac_override,-dac_read_search "$@"', *arguments)


@pytest.mark.parametrize("closed", ["z/x.xml", "z"])
def test_what_may_not_be_written_is_one_sentence_and_everything_stays(unprivileged, project, definition, closed):
    for name in ("a.xml", "z/x.xml"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(definition(isCallNotesEnabled="True", reqInternalName=name[0]), "utf-8")
    before = [content(project), content(project / "z")]
    (project / closed).chmod(0o500)
    run = unprivileged("check", "--fix")
    (project / closed).chmod(0o700)
    sentence = "z/x.xml: cannot be written: permission denied; no file was changed"
    assert (run.code, run.out, run.errors) == (2, "", [sentence])
    assert [content(project), content(project / "z")] == before


@pytest.mark.skipif(os.name != "posix", reason="links and modes are different here")
def test_links_are_followed_once_and_modes_stay(lint, project, definition, bad):
    bad.rename(project / "real.xml")
    (project / "real.xml").chmod(0o640)
    (project / "link.xml").symlink_to("real.xml")
    run = lint("check", "--fix", "link.xml", "real.xml", "--ignore", "project/duplicate-internal-name")
    assert (run.code, run.err) == (0, "")
    assert (project / "link.xml").readlink() == Path("real.xml")
    assert (project / "real.xml").stat().st_mode & 0o777 == 0o640
    assert (project / "real.xml").read_text("utf-8") == definition(isCallNotesEnabled="true")
