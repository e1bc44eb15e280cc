"""Whatever stands in a file, no format lets it act: on a terminal, a web page, a CI server or a spreadsheet."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from wxcc_lint.report import Finding, FindingFix, Gap, Location, Related, Report, RuleDocs, Summary, TextEdit
from wxcc_lint.reporters import REPORTERS

HOSTILE = (
    "</script></code></details><img src=x onerror=alert(1)>",
    "::error file=x::pwned",
    "x\n::add-mask::y\r\n##vso[task.complete]",
    "\x1b[31m\x07\x9b2J\x7f",
    "[red]bold[/red] [link](https://evil.example) ![i](https://evil.example/i.png)",
    "=cmd()|' /C calc'!A0",
    "+1;=HYPERLINK(1)",
    "-2\t@SUM(1)",
    "@team #1 **x** __y__ `code` ``` | cell |",
    "%0A::error::%0D%25,line=1:",
    "\u202egnp.exe\u2066\u200f\u200b",
    "]]><testcase/>&lt;&#0;\ufffe\uffff\x00",
    "\ud83d \U000e0041\u2028",
    "{0} {1} \\[x](0) ##[error]x ###[y]",
    "wrapped" + " ::error::z" * 30,
)
COMMANDS = ("error", "warning", "notice")


def hostile_report(texts: tuple[str, ...] = HOSTILE) -> Report:
    return Report(
        tuple(map(_finding, texts)),
        Summary(files=1, warnings=len(texts)),
        rules={"layout/x": RuleDocs("Title.", "Why.", "warning", "Title.\n\nWhy \x1b\u202e.\n")},
        checked=tuple(f"clean/{text}" for text in texts),
        gaps=tuple(Gap(f"layout:{text}", text) for text in texts),
    )


def _finding(text: str) -> Finding:
    place = Location(text if text.startswith("::") else f"layouts/{text}", 3, 1, 3, 4)
    return Finding(
        rule="layout/x",
        severity="warning",
        message=text,
        location=place,
        at=f"/{json.dumps(text)}",
        help=text,
        why=text,
        environment=text,
        subject=text,
        fingerprint="f" * 32,
        fix=FindingFix(safe=True, description=text, edits=(TextEdit(place.path, 0, 1, text),)),
        related=(Related(place, text),),
    )


@pytest.mark.parametrize("name", REPORTERS)
def test_nothing_reaches_the_terminal_or_the_runner(name):
    text = REPORTERS[name](hostile_report())
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\U000e0041]", text) is None
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", [name for name in REPORTERS if name != "github"])
def test_no_line_begins_like_a_workflow_command(name):
    lines = REPORTERS[name](hostile_report()).splitlines()
    assert [line for line in lines if re.match(r"\s*::\w", line)] == []


@pytest.mark.parametrize("name", [name for name in REPORTERS if name != "github"])
def test_no_line_holds_a_command_for_a_log(name):
    assert re.search(r"##(vso)?\[", REPORTERS[name](hostile_report())) is None


def test_every_workflow_command_is_ours():
    lines = REPORTERS["github"](hostile_report()).splitlines()
    assert len(lines) == 2 * len(HOSTILE)
    for line in lines:
        _, head, data = line.split("::", 2)
        command, _, properties = head.partition(" ")
        assert command in COMMANDS
        names = [each.partition("=")[0] for each in properties.split(",")]
        assert names in (["title", "file", "line", "endLine", "col", "endColumn"], ["title"])
        assert not re.search(r"%(?!25|0A)", data)
    assert "file=layouts/%250A%3A%3Aerror%3A%3A%250D%2525%2Cline=1%3A,line=3," in lines[9]


def test_no_cell_is_a_formula():
    rows = list(csv.reader(StringIO(REPORTERS["csv"](hostile_report()).removeprefix("\ufeff"))))
    assert {len(row) for row in rows} == {15}
    assert len(rows) == 1 + 2 * len(HOSTILE)
    for cell in (part for row in rows for whole in row for part in re.split("[;|]", whole)):
        assert not re.match(r"\s*[=+\-@\t\r]", cell), cell


def test_xml_has_no_element_of_users():
    root = etree.fromstring(REPORTERS["junit"](hostile_report()).encode())
    assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "skipped"}
    assert len(root.findall(".//failure")) == len(root.findall(".//skipped")) == len(HOSTILE)
    assert len(root.xpath("//testcase[not(*)]")) == len(HOSTILE)


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson"])
def test_json_is_ascii_and_has_every_finding(name):
    text = REPORTERS[name](hostile_report())
    assert text.isascii()
    whole = json.loads(text)
    found = whole["runs"][0]["results"] if name == "sarif" else whole["diagnostics"] if name == "rdjson" else whole
    assert len(found) == len(HOSTILE) * (1 if name == "sarif" else 2)


def test_sarif_messages_hold_no_link_and_addresses_are_escaped():
    whole = json.loads(REPORTERS["sarif"](hostile_report()))
    for result in whole["runs"][0]["results"]:
        message = re.sub(r"\\[\\\[\]]", "", result["message"]["text"])
        assert not set(message) & set("[]\\")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)


def tokens_of(markdown: str) -> list:
    """Return all tokens of a page as GitHub reads it, tables included."""
    blocks = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [token for block in blocks for token in (block, *(block.children or []))]


def test_comments_hold_no_markup_of_users():
    text = REPORTERS["markdown"](hostile_report())
    tokens = tokens_of(text)
    assert not {token.type for token in tokens} & {
        "link_open",
        "image",
        "code_inline",
        "fence",
        "heading_open",
        "em_open",
    }
    html = [
        tag for token in tokens if token.type.startswith("html") for tag in re.findall(r"</?\w*[^>]*>", token.content)
    ]
    assert set(html) <= {f"<{slash}{tag}>" for slash in ("", "/") for tag in ("details", "summary", "code", "br")}
    rows = [line for line in text.splitlines() if line.startswith("| :")]
    assert [row.count("|") for row in rows] == [5] * len(HOSTILE)
    outside = re.sub(r"<code>.*?</code>", "", text)
    assert not set("@#`[") & set(outside)


def test_comments_of_reviewdog_hold_no_markup_of_users():
    for one in json.loads(REPORTERS["rdjson"](hostile_report()))["diagnostics"]:
        kinds = {token.type for token in tokens_of(one["message"])}
        assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "code_inline", "softbreak"}
        outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", one["message"])
        assert outside.replace("\nhelp: ", "") == ""


@given(st.text(st.characters(), min_size=1))
@settings(deadline=None, max_examples=60)
def test_any_text_at_all(text):
    report = hostile_report((text,))
    assert len(REPORTERS["github"](report).splitlines()) == 2
    assert len(etree.fromstring(REPORTERS["junit"](report).encode()).findall(".//failure")) == 1
    assert len(list(csv.reader(StringIO(REPORTERS["csv"](report))))) == 3
    assert not {token.type for token in tokens_of(REPORTERS["markdown"](report))} & {"link_open", "image"}
    for name in ("sarif", "gitlab", "rdjson"):
        assert REPORTERS[name](report).isascii()
