"""The reports of comparisons: whole outputs, and what no report may do."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from msgspec.structs import replace
from rich.cells import cell_len

from wxcc_lint import __version__
from wxcc_lint.diff.objects import SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, Patch, ReportedChange
from wxcc_lint.report import Location
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.diff_words import differing, way
from wxcc_lint.spans import Span

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "schemas" / "diff-report.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
LAYOUT = "layout:Salesforce Agents"
PAGE = ("agent", "navigation", '"Customer 360"')


def place(side, line, path="agents.json"):
    return Location(f"{side}/{path}", line, 7, line, 12)


def change(kind, words, left=None, right=None, **more):
    usual = ReportedChange(
        kind=kind,
        document=LAYOUT,
        at="/agent/title",
        words=words,
        left=left,
        right=right,
        severity="info",
        rule="drift/some-rule",
        message="something is not the same",
        why="",
        fingerprint="0123456789abcdef0123456789abcdef",
        left_location=None if kind == "added" else place("before", 3),
        right_location=None if kind == "removed" else place("after", 4),
    )
    return replace(usual, **more)


def report(*changes, uncovered=(), ignored=0, patches=()):
    counts = {kind: sum(one.kind == kind for one in changes) for kind in DiffSummary.__struct_fields__[:6]}
    return DiffReport(
        SourceInfo("before"),
        SourceInfo("after"),
        changes,
        tuple(uncovered),
        DiffSummary(**counts, uncovered=len(uncovered), ignored=ignored),
        patches=patches,
    )


SCRIPT = change(
    "changed",
    (*PAGE, "acme-panel", "script"),
    "https://widgets.acme.com/customer-360/releases/1.4.0/customer-panel.js?mode=agent&theme=light",
    "https://widgets.acme.com/customer-360/releases/1.5.0/customer-panel.js?mode=agent&theme=light",
    severity="error",
    rule="drift/script-changed",
    why="Agents run other code from the next time they sign in.",
)
CALL_CENTER = change(
    "changed",
    ("General Information", "CTI Adapter URL"),
    "https://desktop.wxcc-us1.cisco.com",
    "https://desktop.wxcc-eu2.cisco.com",
    document="callcenter:Acme",
    severity="error",
    rule="drift/adapter-url",
    left_location=place("before", 5, "call-center.xml"),
    right_location=place("after", 5, "call-center.xml"),
)


def mixed():
    return report(
        CALL_CENTER,
        change("changed", ("agent", "appTitle"), "Acme", "Acme Power"),
        change("changed", ("agent", "dragDropEnabled"), "true", True, severity="warning"),
        SCRIPT,
        replace(SCRIPT, words=(*PAGE, "acme-panel", "properties", "limit"), left=5, right=10, rule="drift/property"),
        change("added", (*PAGE, "acme-orders"), None, {"comp": "acme-orders", "script": "https://x.example/o.js"}),
        change("moved", PAGE, 3, 1),
        change("removed", ("agent", "navigation", '"Old"'), {"nav": {"label": "Old"}}, None, severity="warning"),
        change("renamed", ("supervisor", "navigation", '"Team"'), "team", "teams", origin="conflict"),
        change("added", (), None, {"area": {}}, document="layout:New One", severity="error"),
        change(
            "ambiguous", (), None, None, document="layout:Twice", message="2 layouts on the left are called 'Twice'"
        ),
        uncovered=[Uncovered("layout:Broken", "after/broken.json is no JSON")],
        ignored=2,
        patches=(
            Patch("callcenter:Acme", None, ("reqGeneralInfo/reqAdapterUrl = https://desktop.wxcc-eu2.cisco.com",)),
            Patch(LAYOUT, ({"op": "replace", "path": "/agent/appTitle", "value": "Acme Power"},)),
        ),
    )


@pytest.mark.parametrize("name", ["full", "concise", "summary", "json", "markdown", "patch"])
def test_the_whole_output(golden, name):
    golden(f"diff-{name}.txt", DIFF_REPORTERS[name](mixed()).replace(f'"{__version__}"', '"0.0.0"'))


def test_the_full_report_side_by_side_in_colour(golden):
    golden("diff-full-wide.txt", DIFF_REPORTERS["full"](report(SCRIPT), width=160))
    golden("diff-full-color.txt", DIFF_REPORTERS["full"](mixed(), color=True))


@pytest.mark.parametrize("width", [40, 80, 150, 200])
def test_long_values_fit(width):
    far = "x" * 400
    long = change("changed", ("agent", "logo"), f"{far}old{far}漢字", f"{far}new{far}漢字")
    lines = DIFF_REPORTERS["full"](report(long), width=width).splitlines()
    assert max(map(cell_len, lines)) <= max(width, *map(cell_len, lines[:2]))
    shown = [line for line in lines if "old" in line or "new" in line]
    assert len(shown) == (1 if width >= 140 else 2)
    assert sum(line.count("^^^") for line in lines) == 2


def test_why_is_said_once_for_each_rule():
    text = DIFF_REPORTERS["full"](report(SCRIPT, replace(SCRIPT, words=("agent", "x"))))
    assert text.count("why: Agents run other code") == 1


def test_a_node_that_moved_and_changed_inside_is_told_in_one_place():
    moved = change("moved", PAGE, 3, 1)
    inner = change("changed", (*PAGE, "label"), "A", "B")
    assert DIFF_REPORTERS["full"](report(inner, moved)).splitlines()[1:4] == [
        f"  {way(PAGE)}",
        "    ~ label: 'A' → 'B'  info[drift/some-rule]",
        "    > moved, place 3 → 1  info[drift/some-rule]",
    ]


def test_switches_and_texts_are_told_apart():
    text = DIFF_REPORTERS["concise"](report(change("changed", ("agent", "x"), "true", True)))
    assert "'true' → true" in text


@pytest.mark.parametrize(
    ("the_report", "sentence"),
    [
        (report(), "No differences."),
        (report(ignored=1), "No differences (1 ignored)."),
        (report(uncovered=[Uncovered("a", "b")]), "1 not compared; no differences in the rest."),
        (report(uncovered=[Uncovered("a", "b")], ignored=2), "2 ignored, 1 not compared; no differences in the rest."),
        (report(SCRIPT, uncovered=[Uncovered("a", "b")]), "1 change: 1 changed (1 not compared)."),
        (report(SCRIPT), "1 change: 1 changed."),
    ],
)
def test_the_closing_line(the_report, sentence):
    for name in ("full", "concise", "summary"):
        assert DIFF_REPORTERS[name](the_report).splitlines()[-1] == sentence
    assert DIFF_REPORTERS["markdown"](the_report).splitlines()[0] == f"**{sentence}**"


@pytest.mark.parametrize(
    ("left", "right", "spans"),
    [
        ("abc", "abd", (Span(2, 3), Span(2, 3))),
        ("abc", "abbc", (Span(2, 2), Span(2, 3))),
        ("", "x", (Span(0, 0), Span(0, 1))),
        ("aa", "aaa", (Span(2, 2), Span(2, 3))),
        ("x", "y", (Span(0, 1), Span(0, 1))),
    ],
)
def test_the_part_that_differs(left, right, spans):
    assert differing(left, right) == spans
    assert differing(right, left) == spans[::-1]


HOSTILE = "</code></details><script>a\x1b[31m|b`c @team #1 **x** \u202e\n::error::y https://evil.example"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = []
        self.text = []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def hostile_report():
    one = change("changed", (HOSTILE,), HOSTILE, {HOSTILE: 1}, document=f"layout:{HOSTILE}", message=HOSTILE)
    return report(one, uncovered=[Uncovered(HOSTILE, HOSTILE)], patches=(Patch("callcenter:x", None, (HOSTILE,)),))


@pytest.mark.parametrize("name", DIFF_REPORTERS)
def test_nothing_a_user_wrote_reaches_the_terminal(name):
    text = DIFF_REPORTERS[name](hostile_report())
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text) is None
    assert "\n::error" not in text


def test_markdown_holds_no_markup_of_users():
    text = DIFF_REPORTERS["markdown"](hostile_report())
    parser = Tags()
    parser.feed(text)
    assert set(parser.names) == {"details", "summary", "code"}
    cells = [line for line in text.splitlines() if line.startswith("| changed")]
    assert [line.count("|") for line in cells] == [6]
    assert not set("`@#*<") & set(re.sub(r"</?\w+>|&#\d+;", "", cells[0]))
    assert "https://evil.example"[:40] in "".join(parser.text), "people can still read it"


def test_the_json_is_as_its_schema_says():
    Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(DIFF_REPORTERS["json"](mixed())))
    VALIDATOR.validate(json.loads(DIFF_REPORTERS["json"](report())))


def test_the_schema_accepts_no_other_key_and_misses_each():
    whole = json.loads(DIFF_REPORTERS["json"](mixed()))
    for holder in (
        lambda it: it,
        lambda it: it["left"],
        lambda it: it["changes"][0],
        lambda it: it["changes"][0]["leftLocation"],
        lambda it: it["uncovered"][0],
        lambda it: it["summary"],
    ):
        for key in holder(whole):
            less = json.loads(json.dumps(whole))
            del holder(less)[key]
            with pytest.raises(ValidationError):
                VALIDATOR.validate(less)
        more = json.loads(json.dumps(whole))
        holder(more)["extra"] = None
        with pytest.raises(ValidationError):
            VALIDATOR.validate(more)


def test_the_keys_of_the_json_come_in_the_order_of_the_contract():
    whole = json.loads(DIFF_REPORTERS["json"](mixed()))
    assert [*whole] == ["version", "tool", "left", "right", "changes", "uncovered", "summary"]
    assert [*whole["left"]] == ["source", "orgName", "orgId", "datacenter", "sandbox", "readAt"]
    assert [*whole["changes"][0]] == [
        *("kind", "document", "at", "left", "right", "severity", "rule", "origin", "fingerprint"),
        *("leftLocation", "rightLocation", "message"),
    ]
    assert [*whole["summary"]] == [
        *("added", "removed", "changed", "moved", "renamed", "ambiguous", "uncovered", "ignored", "baselined")
    ]


def test_a_patch_of_one_layout_is_plain_json():
    patch = Patch(LAYOUT, ({"op": "remove", "path": "/agent/x"},))
    assert json.loads(DIFF_REPORTERS["patch"](report(patches=(patch,)))) == [{"op": "remove", "path": "/agent/x"}]
    assert DIFF_REPORTERS["patch"](report(patches=(Patch(LAYOUT, ()),))) == "[]\n"
    assert DIFF_REPORTERS["patch"](report(patches=(Patch("callcenter:x"),))) == ""


def test_a_patch_says_what_it_leaves_out():
    note = f"# layout '{LAYOUT.partition(':')[2]}': 2 values masked, so not in here\n"
    assert DIFF_REPORTERS["patch"](report(patches=(Patch(LAYOUT, (), masked=2),))) == note
    rest = DIFF_REPORTERS["patch"](report(patches=(Patch(LAYOUT, ({"op": "remove", "path": "/a"},), masked=2),)))
    assert rest.startswith(f"{note}\n# layout ")
