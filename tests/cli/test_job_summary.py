"""What `-f github` appends to the file that GitHub shows on the page of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

MOST = 1024 * 1024
CUT = b"The report does not fit in here: the log has all of it.\n\n"


@pytest.fixture
def summary(project):
    return project / "summary.md"


@pytest.fixture
def run(lint, summary):
    def run(*arguments):
        return lint(*arguments, env={"GITHUB_STEP_SUMMARY": str(summary)})

    return run


def test_it_is_the_report_in_markdown(run, lint, bad, summary):
    markdown = lint("check", "-f", "markdown").out
    done = run("check", "-f", "github")
    assert (done.code, done.err, done.out.count("::error ")) == (1, "", 1)
    assert "<code>callcenter/invalid-boolean</code>" in markdown
    assert summary.read_text("utf-8") == f"{markdown}\n"


def test_it_is_appended(run, good, summary):
    summary.write_text("# Before\n\n", "utf-8")
    run("check", "-f", "github")
    run("check", "-f", "github=annotations.txt", "-f", "full")
    assert summary.read_text("utf-8") == "# Before\n\n" + 2 * "**No findings in 1 file.**\n\n"


def test_a_comparison_has_one_too(run, lint, good, bad, summary):
    markdown = lint("diff", good, bad, "-f", "markdown").out
    assert run("diff", good, bad, "-f", "github").code == 1
    assert summary.read_text("utf-8") == f"{markdown}\n"


def test_other_formats_write_none(run, good, summary):
    assert run("check", "-f", "full", "-f", "sarif=out.sarif").code == 0
    assert not summary.exists()


@pytest.mark.parametrize(("room", "told"), [(len(CUT) - 1, b""), (len(CUT), CUT)])
def test_it_never_grows_beyond_what_github_takes(run, bad, summary, room, told):
    summary.write_bytes(b"x" * (MOST - room))
    done = run("check", "-f", "github")
    assert (done.code, done.err, done.out.count("::error ")) == (1, "", 1)
    assert summary.read_bytes()[MOST - room :] == told


def test_one_that_cannot_be_written_fails_no_run(run, good, summary):
    summary.mkdir()
    done = run("check", "-f", "github")
    assert (done.code, done.notes) == (0, ["the job summary cannot be written: is a directory"])


HEAD = "**There is no report.**\n\n"
UNKNOWN = "unknown key 'profil'; did you mean 'profile'?"


@pytest.mark.parametrize("words", [("-f", "github"), ("-fgithub",), ("--format", "github"), ("--format=github",)])
def test_a_wrong_config_is_told_where_it_stands(run, project, summary, words):
    (project / ".wxcc-lint.yaml").write_text("fail-on: error\nprofil: strict\n", "utf-8")
    done = run("check", *words)
    assert (done.code, done.errors) == (2, [f".wxcc-lint.yaml:2:1: {UNKNOWN}"])
    assert done.out == f"::error title=wxcc-lint,file=.wxcc-lint.yaml,line=2,col=1::{UNKNOWN}\n"
    assert summary.read_text("utf-8") == f"{HEAD}* <code>&#46;wxcc-lint&#46;yaml&#58;2&#58;1&#58; {UNKNOWN}</code>\n\n"


def test_wrong_usage_and_a_broken_rule_file_are_told_as_well(run, project, summary):
    (project / "rules").mkdir()
    (project / "rules" / "a%0A.yaml").write_text("rule: [", "utf-8")
    for words in (("--fail-on", "x"), ("--select", "x/y"), ("--rule-dir", "rules")):
        done = run("check", "-f", "github", *words)
        (sentence,) = done.errors
        assert (done.code, done.out) == (2, f"::error title=wxcc-lint::{sentence.replace('%', '%25')}\n")
    assert summary.read_text("utf-8").count(HEAD) == 3


def test_for_other_formats_a_failure_is_told_on_stderr_alone(run, summary):
    for words in (("-f", "json"), ("-f", "github=annotations.txt", "-f", "json"), ()):
        done = run("check", "--fail-on", "x", *words)
        assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert not summary.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_failure_that_cannot_be_annotated_is_no_other_failure(shell, project):
    done = shell('"$@" > /dev/full', "check", "-f", "github", "--fail-on", "x")
    assert done.code == 2
    assert done.errors[1:] == ["standard output: cannot write the report: no space left on device"]


def test_what_makes_a_run_fail_is_an_error_and_no_warning(run):
    done = run("check", "-f", "github", "gone.xml")
    assert (done.code, done.out.partition(" ")[0]) == (3, "::error")
