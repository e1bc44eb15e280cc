"""`check --changed-since`: only what differs from where HEAD left a revision, and what that breaks elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "fixtures" / "projects" / "two-regions"
CENTER, LONDON, SYDNEY = "crm/call-center.xml", "layouts/london.json", "layouts/sydney.json"
NOTHING = "nothing that may be ours changed since 'main'"


@pytest.fixture
def git(project, scrubbed):
    """Run git in the project."""

    def run(*words: str) -> None:
        name = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        env = scrubbed | {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(["git", *name, *words], cwd=project, env=env, capture_output=True, check=True, timeout=60)

    return run


@pytest.fixture
def commit(git):
    """Commit all there is."""

    def run() -> None:
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", "a change")

    return run


@pytest.fixture
def sample(project, git, commit) -> Path:
    """The sample with an old fault in its definition, committed to `main`; the branch `work` begins there."""
    shutil.rmtree(project)
    shutil.copytree(SAMPLE, project)
    edit(project / CENTER, 'label="Record Call Live Notes">false<', 'label="Record Call Live Notes">True<')
    git("init", "--quiet", "--initial-branch=main")
    commit()
    git("checkout", "--quiet", "-b", "work")
    return project


@pytest.fixture
def changed(lint):
    """Check what changed since `main`: the rules by file, in the order of the report."""

    def run(*arguments: str | Path, cwd: Path | None = None) -> list[tuple[str, str]]:
        done = lint("check", "-f", "json", "--changed-since", "main", *arguments, cwd=cwd)
        assert done.errors == []
        assert done.code == (1 if done.report["summary"]["errors"] else 0)
        return [(one["path"], one["rule"]) for one in done.report["findings"]]

    return run


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def break_layout(file: Path) -> None:
    edit(file, '"advancedHeader"', '"advancedHaeder"')


def copy_center(sample: Path, name: str) -> None:
    """Copy the faulty definition to where no environment has it."""
    text = (sample / CENTER).read_text("utf-8").replace("${REGION}", "eu1")
    (sample / name).write_text(text, "utf-8")


BROKEN = "layout/misspelt-area"


def test_the_sample_has_an_old_fault(sample, lint):
    assert lint("check", "-f", "json").rules == ["callcenter/invalid-boolean"]


@pytest.mark.parametrize("format_", ["full", "json", "github"])
def test_where_nothing_changed_a_note_says_so(sample, lint, format_):
    run = lint("check", "-f", format_, "--changed-since", "main")
    assert (run.code, run.errors, run.notes) == (0, [], [NOTHING])
    assert run.out.startswith({"full": "No files to check.", "json": "{", "github": ""}[format_])


@pytest.mark.parametrize("stage", ["as it lies there", "staged", "committed"])
def test_a_changed_file_is_checked_and_old_faults_elsewhere_stay_untold(sample, git, commit, changed, stage):
    break_layout(sample / LONDON)
    if stage != "as it lies there":
        git("add", "--all")
    if stage == "committed":
        commit()
    assert changed() == [(LONDON, BROKEN)]


def test_a_new_file_is_checked_before_git_knows_it(sample, changed):
    copy_center(sample, "crm/new, größer\nand odd.xml")
    assert changed() == [("crm/new, größer\nand odd.xml", "callcenter/invalid-boolean")]


def test_what_git_ignores_is_not(sample, commit, changed):
    (sample / ".gitignore").write_text("draft.xml\n", "utf-8")
    commit()
    copy_center(sample, "draft.xml")
    assert changed() == []


def test_what_others_changed_meanwhile_is_not_checked(sample, git, commit, lint):
    git("checkout", "--quiet", "main")
    break_layout(sample / LONDON)
    commit()
    git("checkout", "--quiet", "work")
    assert lint("check", "--changed-since", "main").notes == [NOTHING]


def test_partners_are_read_along(sample, changed):
    edit(sample / LONDON, "widgets.pennine-power.com", "widgets.pennine-power.example")
    assert changed() == [(LONDON, "project/unlisted-host")]


def test_a_stranger_is_skipped(sample, lint):
    (sample / "package.json").write_text("{}", "utf-8")
    (sample / "notes.md").write_text("<callCenter>", "utf-8")
    run = lint("check", "-f", "json", "--changed-since", "main")
    assert (run.code, run.notes, run.report["summary"]["skipped"]) == (0, [], 1)


def test_faults_of_the_config_stay_untold_with_a_stranger(sample, git, commit, lint):
    git("checkout", "--quiet", "main")
    ignore = "ignore: [{rule: callcenter/invalid-boolean, file: 'x.xml', reason: once, until: 2020-01-01}]\n"
    (sample / ".wxcc-lint.yaml").write_text(ignore, "utf-8")
    commit()
    git("checkout", "--quiet", "-B", "work")
    assert "meta/expired-ignore" in lint("check", "-f", "json").rules
    (sample / "package.json").write_text("{}", "utf-8")
    assert lint("check", "-f", "json", "--changed-since", "main").rules == []


def test_a_file_that_is_gone_is_missed_where_the_config_names_it(sample, changed):
    (sample / SYDNEY).unlink()
    assert changed() == [(".wxcc-lint.yaml", "project/missing-layout")]


def test_an_old_fault_across_files_stays_untold_when_a_file_is_gone(sample, git, commit, lint, changed):
    git("checkout", "--quiet", "main")
    edit(sample / ".wxcc-lint.yaml", "variables: {REGION: anz1}", "variables: {REGION: us1}")
    edit(sample / ".wxcc-lint.yaml", '      - "*.salesforce.com"\n', "")
    commit()
    git("checkout", "--quiet", "-B", "work")
    old = {"project/mismatched-region", "project/missing-salesforce-entry"}
    assert old <= set(lint("check", "-f", "json").rules)
    (sample / SYDNEY).unlink()
    assert changed() == [(".wxcc-lint.yaml", "project/missing-layout")]


def test_what_a_file_held_that_is_gone_has_to_be_at_hand(sample, lint):
    listed = subprocess.run(["git", "ls-files", "-s", SYDNEY], cwd=sample, capture_output=True, check=True, text=True)
    held = listed.stdout.split()[1]
    (sample / ".git" / "objects" / held[:2] / held[2:]).unlink()
    (sample / SYDNEY).unlink()
    run = lint("check", "--changed-since", "main")
    sentence = f"--changed-since: the content of '{SYDNEY}' is not in this repository"
    assert (run.code, run.out, run.errors) == (2, "", [sentence])


def test_a_renamed_file_is_checked_under_its_new_name_and_missed_under_the_old(sample, git, changed):
    break_layout(sample / LONDON)
    git("mv", LONDON, "layouts/leeds.json")
    assert changed() == [
        (".wxcc-lint.yaml", "project/missing-layout"),
        ("layouts/leeds.json", BROKEN),
        ("layouts/leeds.json", "project/undeclared-variable"),  # no environment has it
    ]


def test_a_file_without_environment_may_go(sample, git, commit, lint):
    git("checkout", "--quiet", "main")
    copy_center(sample, "old.xml")
    commit()
    git("checkout", "--quiet", "-B", "work")
    (sample / "old.xml").unlink()
    run = lint("check", "-f", "json", "--changed-since", "main")
    assert (run.code, run.notes, run.report["findings"]) == (0, [], [])


def test_a_change_of_the_allowed_list_is_a_change(sample, changed):
    edit(sample / "csp" / "london.txt", "widgets.pennine-power.com", "widgets.pennine-power.example")
    assert changed() == [(LONDON, "project/unlisted-host")]


def test_a_change_of_the_config_asks_for_what_it_governs(sample, changed):
    edit(sample / ".wxcc-lint.yaml", "region: anz1", "region: jp1")
    assert "project/mismatched-region" in {rule for _, rule in changed()}


def test_with_paths_only_changes_below_them_count(sample, changed):
    break_layout(sample / LONDON)
    break_layout(sample / SYDNEY)
    assert changed("crm") == []
    assert changed("crm", LONDON) == [(LONDON, BROKEN)]
    assert changed() == [(LONDON, BROKEN), (SYDNEY, BROKEN)]


def test_below_the_top_of_the_repository(sample, changed):
    break_layout(sample / LONDON)
    edit(sample / CENTER, 'label="Record Call Live Notes">True<', 'label="Record Call Live Notes">Yes<')
    assert changed(cwd=sample / "layouts") == [("london.json", BROKEN)]
    assert changed("..", cwd=sample / "layouts") == [
        ("../crm/call-center.xml", "callcenter/invalid-boolean"),
        ("london.json", BROKEN),
    ]


def test_only_what_changed_is_mended(sample, lint):
    old = (sample / CENTER).read_bytes()
    copy_center(sample, "crm/new.xml")
    run = lint("check", "--changed-since", "main", "--fix")
    assert (run.code, "Fixed 1 finding" in run.out) == (0, True)
    assert (sample / CENTER).read_bytes() == old


def test_a_path_that_is_missing_is_told(sample, lint):
    run = lint("check", "gone", "--changed-since", "main")
    assert (run.code, run.errors) == (3, ["gone: there is no such file or folder"])


@pytest.mark.parametrize("ref", ["mian", "-h", "--output=x", "^main", "main..work", "", "HEAD:crm"])
def test_an_unknown_revision_is_wrong_usage(sample, lint, ref):
    run = lint("check", f"--changed-since={ref}")
    sentence = f"--changed-since: git knows no revision '{ref}' here; a shallow clone knows only the last ones"
    assert (run.code, run.out, run.errors) == (2, "", [sentence])


def test_a_revision_without_a_common_commit_is_wrong_usage(sample, git, commit, lint):
    git("checkout", "--quiet", "--orphan", "alone")
    break_layout(sample / LONDON)
    commit()
    run = lint("check", "--changed-since", "main")
    assert (run.code, run.out) == (2, "")
    assert run.errors == [
        "--changed-since: git knows no commit that 'main' and HEAD have in common; a shallow clone does not reach that far"
    ]


def test_outside_of_a_repository(lint, good):
    run = lint("check", "--changed-since", "main")
    assert (run.code, run.out) == (2, "")
    assert run.errors == ["--changed-since: this folder is not in a work tree of git"]


def test_without_git(sample, lint):
    run = lint("check", "--changed-since", "main", env={"PATH": ""})
    assert (run.code, run.out, run.errors) == (2, "", ["--changed-since: git is not installed"])


def test_standard_input_is_no_file_of_git(sample, lint):
    run = lint("check", "-", "--changed-since", "main", stdin=b"<callCenter/>")
    assert (run.code, run.errors) == (2, ["--changed-since asks git about files, and `-` is none"])


def test_a_file_with_the_same_content_did_not_change(sample, lint):
    (sample / LONDON).write_bytes((sample / LONDON).read_bytes())
    assert lint("check", "--changed-since", "main").notes == [NOTHING]
