"""What goes to which stream or file, in which characters, and what happens when a stream ends early."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

INVALID = "callcenter/invalid-boolean"
CONCISE_BAD = f"bad.xml:30:82: error[{INVALID}] 'Record Call Live Notes' is 'True', which is neither true nor false\n"
ONE_ERROR = "Found 1 error in 1 file; 1 has a ready fix.\n"
TIMEOUT = 60


@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_stdout_holds_the_report_alone(lint, bad, project, format_):
    (project / "stranger.json").write_text("{}", encoding="utf-8")
    alone = lint("check", "bad.xml", "-f", format_, "--select", INVALID)
    assert (alone.code, alone.err) == (1, "")
    noisy = lint("check", "bad.xml", "gone.xml", "--statistics", "-f", format_, "--select", INVALID)
    assert (noisy.code, _without_gone(noisy.out, format_)) == (3, alone.out)
    assert noisy.err == f"     1  error    {INVALID}\nerror: gone.xml: there is no such file or folder\n"
    skipping = lint("check", "bad.xml", "stranger.json", "-f", format_, "--select", INVALID)
    assert skipping.err.startswith("note: skipped stranger.json: ")
    assert "stranger" not in skipping.out


def _without_gone(report, format_):
    """Take out what a report tells of a file that is not there; it has to be told once, in its place."""
    said = {
        "full": (("left out\n  gone.xml: there is no such file or folder\n\n", ""), (" (1 left out)", "")),
        "concise": (("gone.xml: left out: there is no such file or folder\n", ""), (" (1 left out)", "")),
        "json": (
            (
                (
                    '"uncovered": [\n    {\n      "document": "gone.xml",\n'
                    '      "reason": "there is no such file or folder",\n      "exitCode": 3\n    }\n  ]'
                ),
                '"uncovered": []',
            ),
        ),
    }
    for told, instead in said[format_]:
        assert report.count(told) == 1, told
        report = report.replace(told, instead)
    return report


def test_the_full_report_is_the_default(lint, bad):
    run = lint("check", "--select", INVALID)
    assert run.out == lint("check", "--select", INVALID, "-f", "full").out
    assert run.out.splitlines()[:2] == [
        f"error[{INVALID}]: 'Record Call Live Notes' is 'True', which is neither true nor false",
        "  --> bad.xml:30:82",
    ]


def test_the_concise_report_is_one_line_a_finding(lint, bad):
    assert lint("check", "--select", INVALID, "-f", "concise").out == f"{CONCISE_BAD}{ONE_ERROR}"


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_in_a_pipe(lint, bad, env, coloured):
    for format_ in ("full", "concise"):
        assert (f"\x1b[1;31merror[{INVALID}]\x1b[0m" in lint("check", "-f", format_, env=env).out) is coloured
    assert "\x1b" not in lint("check", "-f", "json", env=env).out


@pytest.mark.parametrize(
    ("env", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_colours_and_width_on_a_terminal(bad, project, program, scrubbed, env, coloured):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*program, "check", "--select", INVALID], cwd=project, env={**scrubbed, "COLUMNS": "60", **env}, stdout=theirs
    ) as process:
        os.close(theirs)
        shown = _everything(ours)
        assert process.wait(TIMEOUT) == 1
    assert (f"\x1b[1;31merror[{INVALID}]\x1b[0m" in shown) is coloured
    assert "Settings reach the connector as texts. `True`," in shown
    assert "Settings reach the connector as texts. `True`, `yes` or" not in shown


def _everything(terminal: int) -> str:
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:
        pass  # how Linux tells that the other side is closed
    os.close(terminal)
    return shown.decode()


def test_the_progress_bar_leaves_stdout_alone(bad, project, program, scrubbed):
    pty = pytest.importorskip("pty")
    for number in range(200):
        (project / f"{number}.xml").write_bytes(bad.read_bytes())
    ours, theirs = pty.openpty()
    command = [*program, "check", "-f", "json", "--select", INVALID]
    env = {**scrubbed, "TERM": "xterm"}
    with subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        out = process.stdout.read()
        shown = _everything(ours)
        assert process.wait(TIMEOUT) == 1
    assert "Checking" in shown
    assert json.loads(out)["summary"]["files"] == 201


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}])
@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_every_format_can_be_written_in_any_encoding(lint, project, definition, format_, variables):
    text = definition(isCallNotesEnabled="はい\N{MUSICAL SYMBOL G CLEF}")
    (project / "はい.xml").write_text(text, encoding="utf-8")
    run = lint("check", "-f", format_, "--select", INVALID, env=variables)
    assert (run.code, run.err) == (1, "")
    assert run.out.isascii()
    assert "\\u306f\\u3044" in run.out
    if format_ == "json":
        (finding,) = run.report["findings"]
        assert finding["path"] == "はい.xml"
        assert "はい\N{MUSICAL SYMBOL G CLEF}" in finding["message"]


@pytest.mark.parametrize(
    "arguments",
    [["config", "show"], ["rules"], ["rules", "-f", "json"], ["explain", "acme/unwanted-name"]],
    ids=" ".join,
)
def test_every_command_can_write_in_ascii(lint, config, python_rule, arguments):
    config("environments: {p: {layouts: {Vertrieb Süd: a.json}}}\n")
    rule = python_rule / "unwanted-name.py"
    rule.write_text(rule.read_text(encoding="utf-8").replace("trial.", "trial — はい."), encoding="utf-8")
    own = [] if arguments[0] == "config" else ["--rule-dir", "lint-rules"]
    run = lint(*arguments, *own, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert (run.code, run.err) == (0, "")
    assert run.out.isascii()


def test_a_reader_who_has_seen_enough_is_no_failure(shell, project, bad):
    for number in range(400):  # more than a pipe holds
        (project / f"{number}.xml").write_bytes(bad.read_bytes())
    run = shell('"$@" | head -n 1; echo "${PIPESTATUS[0]}"', "check", "-f", "concise", "--select", INVALID)
    assert (run.out.splitlines()[-1], run.err) == ("1", ""), "the verdict stays what it was"
    for command in (["rules"], ["rules", "-f", "json"], ["explain", INVALID], ["config", "show"]):
        run = shell('"$@" | head -c 1 > /dev/null; echo "${PIPESTATUS[0]}"', *command)
        assert (run.out, run.err) == ("0\n", "")


@pytest.mark.parametrize(
    ("redirection", "code", "out", "err"),
    [
        (">&-", 1, "", ""),
        ("2>&-", 1, f"{CONCISE_BAD}{ONE_ERROR}", ""),
        ("> /dev/full", 2, "", "error: standard output: cannot write the report: no space left on device\n"),
    ],
)
def test_closed_and_full_streams(shell, bad, redirection, code, out, err):
    run = shell(f'"$@" {redirection}', "check", "-f", "concise", "--select", INVALID, "bad.xml")
    assert (run.code, run.out, run.err) == (code, out, err)


def test_hints_do_not_move_to_stdout_when_stderr_is_closed(shell, bad):
    run = shell('"$@" 2>&-', "check", "-f", "concise", "--select", INVALID, "bad.xml", "gone.xml")
    assert (run.code, _without_gone(run.out, "concise")) == (3, f"{CONCISE_BAD}{ONE_ERROR}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_control_c_ends_with_130_and_no_words(project, program, scrubbed):
    os.mkfifo(project / "config")
    command = [*program, "check", "-", "--config", "config"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project, env=scrubbed, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        os.close(_opened_by_reader(project / "config"))
        process.send_signal(signal.SIGINT)  # stdin stays open, so there is something to interrupt
        assert process.wait(TIMEOUT) == 130
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")


def _opened_by_reader(fifo: Path) -> int:
    """Wait until the program reads its config: from then on it has started up."""
    until = time.monotonic() + TIMEOUT
    while time.monotonic() < until:
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.01)
    raise TimeoutError


@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_names_and_values_cannot_command_a_terminal(lint, project, definition, format_):
    name = b"n\x1b[31m\xff\n\xe2\x80\xae.xml"
    (project / os.fsdecode(name)).write_text(definition(isCallNotesEnabled="&#x9b;31m&#x202e;"), encoding="utf-8")
    run = lint("check", ".", "-f", format_, "--select", INVALID, env={"FORCE_COLOR": "1"})
    assert (run.code, run.err) == (1, "")
    without_our_colours = run.out.replace("\x1b[0m", "").replace("\x1b[1;31m", "").replace("\x1b[1m", "")
    for harmful in ("\x1b[31m", "\x9b", "\u202e", "\udcff"):
        assert harmful not in without_our_colours
    assert "\\udcff" in run.out
    if format_ == "json":
        assert [os.fsencode(finding["path"]) for finding in run.report["findings"]] == [name]


def test_an_unprintable_path_that_is_missing_is_one_line(lint):
    run = lint("check", os.fsdecode(b"a\nerror: \x1b[2J\xff"))
    assert (run.code, run.errors) == (3, ["a\\nerror: \\x1b[2J\\udcff: there is no such file or folder"])


@pytest.mark.parametrize("format_", ["full", "concise", "json"])
def test_same_input_same_bytes(lint, project, definition, config, yaml_rule, format_):
    values = {
        "isCallNotesEnabled": "True",
        "sfdcFieldForcallNotes": "Acme_Notes__c",
        "isActivityRecordCreationAtConnected": "False",
        "activityRecordOpenedInEditmodeConnectedState": "true",
        "reqUseApi": "yes",
    }
    for number in range(5):
        (project / f"{number}.xml").write_text(definition(**values), encoding="utf-8")
    yaml_rule(needs="[region]")
    config(
        "rule-dirs: [lint-rules]\n"
        "environments:\n  b: {files: ['*.xml'], region: eu1}\n  a: {files: ['*.xml'], region: us1}\n"
    )
    runs = [
        lint("check", "-f", format_, "--profile", "pedantic", "--statistics", env={"PYTHONHASHSEED": seed})
        for seed in ("0", "0", "1", "2", "random")
    ]
    assert runs[0].code == 1
    assert all(run == runs[0] for run in runs[1:])
