"""What `-f github` appends to the file that GitHub shows on the page of a run."""

from __future__ import annotations

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
    assert "callcenter&#47;invalid-boolean" in markdown or "callcenter/invalid-boolean" in markdown
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
