"""`wxcc-lint diff`: options, operands, exit codes, streams, and what git makes of it. In this process where possible."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from wxcc_lint import cli
from wxcc_lint.diff.steps import STEPS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "fixtures" / "diff"
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas" / "diff-report.schema.json").read_text("utf-8")))
BRIDGE = "/agent/area/headless/widgets/crm"
READING = "/agent/area/navigation[nav.navigateTo=pennine-meters]/page/widgets/reading"


class Run:
    """What a run left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def report(self):
        report = json.loads(self.out)
        SCHEMA.validate(report)
        return report

    @property
    def told(self):
        return [(one["kind"], one["at"]) for one in self.report["changes"]]


@pytest.fixture
def samples(project, monkeypatch):
    """The project with both samples in it, and the folder one is in."""
    for name in ("before", "after"):
        shutil.copytree(SAMPLES / name, project / name)
    monkeypatch.chdir(project)
    return project


@pytest.fixture
def diff(capsys, monkeypatch) -> Callable[..., Run]:
    """Run `wxcc-lint diff` in this process."""

    def run(*words: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["wxcc-lint", "diff", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Run(ended.value.code or 0, out, err)

    return run


def test_two_folders(diff, samples):
    run = diff("before", "after", "-f", "json")
    assert run.code == 1
    assert run.told == [
        ("changed", "/reqGeneralInfo/reqAdapterUrl"),
        ("changed", "/reqGeneralInfo/reqSoftphoneWidth"),
        ("changed", "/reqActivityRecordConfig/isCallNotesEnabled"),
        ("added", "/reqActivityRecordConfig/CadSalesforceFieldMapping1[SalesforceFieldName=Postcode__c]"),
        ("changed", "/agent/notificationTimer"),
        ("added", BRIDGE),
        ("changed", f"{READING}/script"),
        ("changed", f"{READING}/properties/limit"),
        ("moved", "/agent/area/navigation[nav.navigateTo=pennine-outages]"),
    ]
    assert run.err == (
        "note: paired by the name of the file, which is a guess: 'layout:agents'; --pair LEFT=RIGHT decides\n"
    )
    assert diff("before", "after", "-f", "json").out == run.out


def test_the_other_way_round_it_is_the_same_the_other_way_round(diff, samples):
    there, back = (diff(*sides, "-f", "json").report["changes"] for sides in (("before", "after"), ("after", "before")))
    other = {"added": "removed", "removed": "added"}
    moved = [one["at"] for one in there if one["kind"] == "moved"]
    assert {(other.get(one["kind"], one["kind"]), one["at"]) for one in there if one["at"] not in moved} == {
        (one["kind"], one["at"]) for one in back if one["kind"] != "moved"
    }
    assert len(there) == len(back)


def test_a_folder_against_itself(diff, samples):
    run = diff("before", "before")
    assert (run.code, run.out) == (0, "No differences.\n")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--only-kind", "moved"], 1, ["moved"]),
        (["--only-kind", "moved", "--only-kind", "added"], 1, ["added", "moved"]),
        (["--only-kind", "removed"], 0, []),
        (["--ignore-path", "/agent/**", "--only-kind", "added"], 0, []),
        (["--exit-zero", "--only-kind", "moved"], 0, ["moved"]),
    ],
)
def test_what_is_shown_and_its_code(diff, samples, words, code, told):
    run = diff("before/layouts/agents.json", "after/layouts/agents.json", "-f", "json", *words)
    assert (run.code, [kind for kind, _ in run.told]) == (code, told)


def test_ignored_paths_are_counted(diff, samples):
    run = diff("before", "after", "--ignore-path", "/agent/**", "-f", "json")
    assert run.report["summary"]["ignored"] == 5
    assert run.report["summary"]["changed"] == 3


def test_only_counts(diff, samples):
    assert diff("before", "after", "--summary").out.splitlines() == [
        "call center 'WebexCCAgentDesktopV20241121': 3 changed, 1 added (1 error, 3 warnings)",
        "layout 'agents': 3 changed, 1 added, 1 moved (2 errors, 2 warnings, 1 info)",
        "9 changes: 6 changed, 2 added, 1 moved.",
    ]


@pytest.mark.parametrize("form", ["github", "concise"])
@pytest.mark.parametrize(
    ("left", "right", "lines"),
    [
        ("git:HEAD:before", "after", (18, 32, 80, 83, 118)),
        ("before.zip", "after", (18, 32, 80, 83, 118)),
        ("git:HEAD:after", "before", (5, 20, 30, 43, 46)),  # line 20 has what the new widget is missing in
        ("before", "git:HEAD:after", (5, 20, 43, 46, 79)),
    ],
)
def test_changes_point_at_the_files_that_are_there(diff, samples, scrubbed, form, left, right, lines):
    commit = "git init -q && git add . && git -c user.name=x -c user.email=x@example.org commit -qm x"
    subprocess.run(commit, shell=True, cwd=samples, env=scrubbed, check=True)
    shutil.make_archive("before", "zip", "before")
    told = diff(left, right, "-f", form).out
    pattern = r"file=(.*?),line=(\d+)" if form == "github" else r"^(.*?):(\d+):\d+: "
    there = right if (samples / right).is_dir() else left
    assert sorted((path, int(line)) for path, line in re.findall(pattern, told, re.MULTILINE)) == [
        *((f"{there}/crm/call-center.xml", line) for line in (5, 8, 30, 35)),
        *((f"{there}/layouts/agents.json", line) for line in lines),
    ]


def test_a_report_beside_another(diff, samples):
    run = diff("before", "after", "--summary", "-f", "json=report.json")
    assert run.out.endswith("9 changes: 6 changed, 2 added, 1 moved.\n")
    assert len(json.loads(Path("report.json").read_text("utf-8"))["changes"]) == 9


def test_a_patch_of_two_layouts_applies(diff, samples):
    import jsonpatch

    run = diff("before/layouts/agents.json", "after/layouts/agents.json", "-f", "patch")
    left, right = (json.loads(Path(f"{side}/layouts/agents.json").read_text("utf-8")) for side in ("before", "after"))
    assert jsonpatch.apply_patch(left, json.loads(run.out)) == right


def test_assignments_of_a_call_center(diff, samples):
    run = diff("before/crm/call-center.xml", "after/crm/call-center.xml", "-f", "patch", "--only-kind", "changed")
    assert run.out.splitlines() == [
        "# call center 'WebexCCAgentDesktopV20241121'",
        "reqGeneralInfo/reqAdapterUrl = https://desktop.wxcc-eu1.cisco.com",
        "reqGeneralInfo/reqSoftphoneWidth = 600",
        "reqActivityRecordConfig/isCallNotesEnabled = true",
    ]


def test_the_steps_are_explained(diff, project, monkeypatch):
    monkeypatch.chdir(project)
    run = diff("--explain-normalisation")
    assert run.code == 0
    assert [line.split(" ")[0] for line in run.out.splitlines()[2::2]] == list(STEPS)


def test_a_step_can_be_left_out(diff, samples):
    file = Path("after/crm/call-center.xml")
    file.write_text(
        Path("before/crm/call-center.xml").read_text("utf-8").replace("us1.cisco.com", "us1.cisco.com/"), "utf-8"
    )
    sides = ("before/crm/call-center.xml", str(file))
    assert diff(*sides).code == 0
    assert diff(*sides, "--skip-step", "urls").code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "diff takes two sides, LEFT and RIGHT; here are 0 (see wxcc-lint diff --help)"),
        (["a"], "diff takes two sides, LEFT and RIGHT; here are 1 (see wxcc-lint diff --help)"),
        (["-", "-"], "standard input can be one side only"),
        (["a", "b", "-f", "ful"], "there is no format 'ful'; did you mean 'full'?"),
        (["a", "b", "--only-kind", "chnaged"], "there is no kind 'chnaged'; did you mean 'changed'?"),
        (["a", "b", "--skip-step", "url"], "there is no step 'url'; did you mean 'urls'?"),
        (["a", "b", "--pair", "x"], "--pair takes LEFT=RIGHT, not 'x'"),
        (["a", "b", "--ignore-path", "agent"], "--ignore-path 'agent': '/' should stand here, not 'a'"),
        (["a", "b", "--base", "c", "-f", "patch"], "a patch makes one side like the other: -f patch does not go with"),
        (["a", "b", "--env", "prod"], "there is no environment 'prod'; the config declares none"),
        (["a", "b", "--git"], "--git takes the arguments that git gives its external diff"),
        (["a", "b", "--textconv"], "--textconv takes one file; here are 2"),
    ],
)
def test_wrong_usage(diff, project, monkeypatch, words, sentence):
    monkeypatch.chdir(project)
    run = diff(*words)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: {sentence}")
    assert run.err.count("\n") == 1


def test_a_missing_side(diff, samples):
    run = diff("before", "nowhere", "-f", "json")
    assert (run.code, run.out) == (3, "")
    assert run.err == "error: right side: nowhere: there is no such file or folder\n"


def test_a_side_that_git_says_is_not_there(diff, samples):
    run = diff("/dev/null", "after/layouts/agents.json", "-f", "json")
    assert (run.code, run.told) == (1, [("added", "/")])


def test_what_cannot_be_read_is_neither_the_same_nor_gone(diff, samples):
    Path("after/layouts/agents.json").write_text('{"agent": {"area": {"navigation": [', "utf-8")
    run = diff("before/layouts", "after/layouts", "-f", "json")
    assert (run.code, run.told) == (3, [])
    assert [one["document"] for one in run.report["uncovered"]] == ["layout:agents"]
    assert diff("before/layouts", "after/layouts").out.splitlines()[-1] == "1 not compared; no differences in the rest."


@pytest.mark.parametrize("side", ["left", "right", "base"])
@pytest.mark.parametrize("text", ['{"agent": {"area": {"navigation": [', '{"area": {"panel": {}}}'.encode("utf-16")])
def test_a_file_that_cannot_be_parsed_is_no_equal_one(diff, samples, side, text):
    broken = Path("broken.json")
    broken.write_bytes(text if isinstance(text, bytes) else text.encode())
    sound = "before/layouts/agents.json"
    left, right, base = (str(broken) if side == one else sound for one in ("left", "right", "base"))
    assert diff(left, right, "--base", base, "--exit-zero").code == 3


def test_what_a_snapshot_lacks_is_listed_and_does_not_count(diff, samples):
    header = {"version": 1, "kinds": {"webex/desktop-layout": {"status": "failed", "reason": "403"}}}
    shutil.copytree("before", "org")
    Path("org/snapshot.json").write_text(json.dumps(header), "utf-8")
    run = diff("before", "snapshot:org", "-f", "json")
    assert (run.code, run.told) == (0, [])
    assert run.report["uncovered"]


CONFIG = """\
ignore:
  - {rule: drift/new-headless-widget, at: /agent/**, reason: the bridge is tried out there}
  - {rule: drift/missing-object, reason: nobody needs it}
"""


def test_ignores_of_the_config_hide_changes(diff, samples, config):
    config(CONFIG)
    sides = ("before/layouts/agents.json", "after/layouts/agents.json")
    run = diff(*sides, "-f", "json")
    assert ("added", BRIDGE) not in run.told
    assert run.report["summary"]["ignored"] == 1
    assert ("added", BRIDGE) in diff(*sides, "-f", "json", "--no-ignores").told


def test_no_ignore_hides_that_a_whole_document_is_gone(diff, samples, config):
    config(CONFIG)
    Path("after/layouts/agents.json").unlink()
    run = diff("before", "after", "-f", "json", "--ignore-path", "/**")
    assert run.told == [("removed", "/")]
    assert run.err == ""


def test_with_a_base_it_is_told_who_changed_what(diff, samples):
    shutil.copytree("before", "base")
    mine, theirs = Path("before/layouts/agents.json"), Path("after/layouts/agents.json")
    data = json.loads(mine.read_text("utf-8"))
    data["agent"]["appTitle"] = "Pennine"
    data["agent"]["notificationTimer"] = 12
    mine.write_text(json.dumps(data), "utf-8")
    run = diff(str(mine), str(theirs), "--base", "base/layouts/agents.json", "-f", "json")
    told = {one["at"]: (one["origin"], one["left"], one["right"]) for one in run.report["changes"]}
    assert told["/agent/appTitle"] == ("repo", "Pennine", "Pennine Power")
    assert told["/agent/notificationTimer"] == ("conflict", 12, 10)
    assert told[BRIDGE][:2] == ("org", None)
    assert {one["leftLocation"]["path"] for one in run.report["changes"] if one["leftLocation"]} == {str(mine)}


def test_what_both_changed_alike_is_no_difference(diff, samples):
    shutil.copytree("before", "base")
    run = diff("after/layouts", "after/layouts", "--base", "base/layouts", "-f", "json")
    assert run.code == 0
    assert {one["origin"] for one in run.report["changes"]} == {"both"}
    assert len(run.report["changes"]) == 5


def test_a_snapshot_may_hold_more_than_is_declared(diff, samples):
    Path("org").mkdir()
    content = json.loads(Path("after/layouts/agents.json").read_text("utf-8"))
    for name in ("agents", "others"):
        text = json.dumps({"name": name, "id": "1", "jsonFileContent": content})
        Path(f"org/{name}.json").write_text(text, "utf-8")
    run = diff("before/layouts", "snapshot:org", "-f", "json")
    assert {one["document"] for one in run.report["changes"]} == {"layout:agents"}
    assert "not declared, so not compared: 'layout:others'; see --include-unmanaged" in run.err
    more = diff("before/layouts", "snapshot:org", "-f", "json", "--include-unmanaged").report["changes"]
    assert [one["kind"] for one in more if one["document"] == "layout:others"] == ["added"]


def test_what_is_paired_with_a_named_release_is_no_guess(diff, samples):
    run = diff("before/crm/call-center.xml", "release:v1/r3", "--summary")
    assert (run.code, run.err) == (1, "")


def test_textconv_prints_a_value_a_line(diff, samples):
    before, after = (diff("--textconv", f"{side}/layouts/agents.json").out.splitlines() for side in ("before", "after"))
    assert before == sorted(before)
    assert "/agent/notificationTimer = 8" in before
    assert sorted(set(after) - set(before)) == [
        "/agent/area/headless/widgets/crm/comp = 'pennine-crm-bridge'",
        "/agent/area/headless/widgets/crm/script = 'https://widgets.pennine-power.com/bridge/1.0.0/bridge.js'",
        f"{READING}/properties/limit = 10",
        f"{READING}/script = 'https://widgets.pennine-power.com/meters/2.4.0/meters.js'",
        "/agent/notificationTimer = 10",
    ]


def test_textconv_leaves_a_stranger_as_it_is(diff, project, monkeypatch):
    monkeypatch.chdir(project)
    Path("x.json").write_text('{"a": 1}\n', "utf-8")
    assert diff("--textconv", "x.json").out == '{"a": 1}\n'


def git_in(folder: Path, env: dict[str, str], *words: str) -> str:
    name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    done = subprocess.run(["git", *name, *words], cwd=folder, env=env, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def test_as_the_external_diff_of_git(tmp_path, scrubbed):
    shutil.rmtree(tmp_path, ignore_errors=True)
    shutil.copytree(SAMPLES / "before", tmp_path)
    git_in(tmp_path, scrubbed, "init", "-q")
    (tmp_path / ".gitattributes").write_text("*.json diff=wxcc\n*.xml diff=wxcc\n", "utf-8")
    git_in(tmp_path, scrubbed, "add", ".")
    git_in(tmp_path, scrubbed, "commit", "-qm", "before")
    shutil.copytree(SAMPLES / "after", tmp_path, dirs_exist_ok=True)
    command = f"{sys.executable} -m wxcc_lint diff --git --only-kind moved --only-kind added"
    out = git_in(tmp_path, scrubbed, "-c", f"diff.wxcc.command={command}", "diff")
    assert [line for line in out.splitlines() if line.startswith(("crm", "layouts"))] == [
        "crm/call-center.xml",
        "layouts/agents.json",
    ]
    assert "layout 'agents'  layouts/agents.json → layouts/agents.json" in out
    assert '"Outages": moved, place 2 → 1' in out
