"""Whatever stands in a file, no format lets it act: on a terminal, a web page, a CI server or a spreadsheet.

Each test looks at made-up reports, in which hostile texts stand wherever a text can, and at runs of the real program.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from tests.reporters.hostile_texts import HOSTILE, hostile_changes, hostile_report, write_layouts, write_project
from tests.reporters.samples import DRIFT, made_up
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.reporters.diff import DIFF_REPORTERS
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.markdown_text import tamed

CHECKS = [("check", name) for name in REPORTERS]
DIFFS = [("diff", name) for name in DIFF_REPORTERS]
ALL = [(what, name) for command, name in (*CHECKS, *DIFFS) for what in (command, f"real {command}")]
JSON_FORMATS = ("json", "sarif", "gitlab", "rdjson")


@cache
def output(what: str, name: str) -> str:
    """Return the report of a format: of made-up findings or changes, or of a real run over hostile files."""
    if what == "check":
        return REPORTERS[name](hostile_report())
    return DIFF_REPORTERS[name](hostile_changes()) if what == "diff" else real(what)[name]


@cache
def real(what: str) -> dict[str, str]:
    """Run the program over hostile files, with all formats at once; `stdout` and `stderr` are what it prints."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        write_project(root)
        formats: Collection[str] = REPORTERS
        command = ["check", "."]
        if what == "real diff":
            formats = DIFF_REPORTERS
            command = ["diff", "before", "after"]
            write_layouts(root / "before", "")
            write_layouts(root / "after", "!")
        wanted = [f"--format={name}={name}.out" for name in formats]
        scrubbed = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "FORCE_COLOR": "1"}
        run = [sys.executable, "-m", "wxcc_lint", *command, *wanted, "-f", "full"]
        done = subprocess.run(run, cwd=root, env=scrubbed, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr.decode()
        files = {name: (root / f"{name}.out").read_text("utf-8") for name in formats}
        return {**files, "stdout": done.stdout.decode(), "stderr": done.stderr.decode()}


def those(*names: str) -> Any:
    return pytest.mark.parametrize(("what", "name"), [one for one in ALL if one[1] in names])


def test_the_runs_are_about_something():
    assert len(json.loads(output("real check", "json"))["findings"]) > 200
    assert len(json.loads(output("real diff", "json"))["changes"]) > 100
    for what in ("real check", "real diff"):
        assert r"\x1b]8;;" in output(what, "full"), "hostile texts are shown, not left out"


@pytest.mark.parametrize(("what", "name"), ALL)
def test_nothing_reaches_the_terminal_or_the_runner(what, name):
    text = output(what, name)
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\U000e0041]", text) is None
    assert text.encode().decode() == text


@pytest.mark.parametrize("what", ["real check", "real diff"])
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_terminal_gets_colours_and_no_other_escape(what, stream):
    text = real(what)[stream]
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert all(printable(line) == line for line in plain.split("\n"))
    assert ("\x1b[" in text) == (stream == "stdout")
    if stream == "stdout":
        assert [line for line in plain.splitlines() if re.match(r"\s*::\w", line)] == []


@pytest.mark.parametrize("render", [REPORTERS["full"], REPORTERS["concise"]])
def test_colours_are_all_that_colours_add(render):
    report = hostile_report()
    assert re.sub(r"\x1b\[[\d;]*m", "", render(report, color=True)) == render(report)


@pytest.mark.parametrize(("what", "name"), [one for one in ALL if one[1] != "github"])
def test_no_line_is_a_command_for_a_build_log(what, name):
    text = output(what, name)
    assert [line for line in text.splitlines() if re.match(r"\s*::\w", line)] == []
    assert re.search(r"##[A-Za-z]*\[", text) is None


@those("github")
def test_every_workflow_command_is_ours(what, name):
    lines = output(what, name).splitlines()
    if not what.startswith("real"):
        header = 3 if what == "diff" else 0
        assert len(lines) == 2 * len(HOSTILE) + header
    for line in lines:
        _, head, data = line.split("::", 2)
        command, _, properties = head.partition(" ")
        assert command in {"error", "warning", "notice"}
        names = ",".join(each.partition("=")[0] for each in properties.split(","))
        assert re.fullmatch("title(,file,line,endLine(,col,endColumn)?)?", names)
        assert not re.search(r"%(?!25|0A)", data)
        assert data.count("%0A") <= 1, "a message is one line, and one of help"


def test_a_path_is_no_second_property_of_a_command():
    lines = output("check", "github").splitlines()
    place = "file=layouts/%250A%3A%3Aerror%3A%3A%250D%2525%2Cline=1%3A,line=3,"
    assert [place in line for line in lines].count(True) == 1


@those("csv")
@pytest.mark.parametrize("separator", ",;|\t")
def test_no_cell_is_a_formula_whatever_separates_cells(what, name, separator):
    text = output(what, name).removeprefix("\ufeff")
    rows = list(csv.reader(StringIO(text), delimiter=separator))
    assert [cell for row in rows for cell in row if re.match(r"[\s\"]*[=+\-@\t\r]", cell)] == []
    if separator == ",":
        assert {len(row) for row in rows} == {15}


def test_a_table_has_a_row_for_everything():
    for what in ("check", "diff"):
        assert len(list(csv.reader(StringIO(output(what, "csv").removeprefix("\ufeff"))))) == 1 + 2 * len(HOSTILE)


@those("junit")
def test_xml_has_no_element_of_users(what, name):
    root = etree.fromstring(output(what, name).encode())
    ours = {"testsuites", "testsuite", "testcase", "failure", "skipped", "properties", "property"}
    assert {element.tag for element in root.iter()} <= ours
    for element in root.iter():
        texts = [*element.attrib.values(), *(element.text or "").split("\n"), *(element.tail or "").split("\n")]
        assert all(printable(text) == text for text in texts)


def test_xml_has_every_finding():
    root = etree.fromstring(output("check", "junit").encode())
    assert len(root.findall(".//failure")) == len(root.findall(".//skipped")) == len(HOSTILE)
    assert len(root.xpath("//testcase[not(*)]")) == len(HOSTILE)


@those(*JSON_FORMATS)
def test_json_is_ascii(what, name):
    text = output(what, name)
    assert text.isascii()
    json.loads(text)


def test_json_has_every_finding():
    for what in ("check", "diff"):
        (run,) = json.loads(output(what, "sarif"))["runs"]
        assert len(run["results"]) == len(HOSTILE)
        assert len(json.loads(output(what, "gitlab"))) == 2 * len(HOSTILE)
        assert len(json.loads(output(what, "rdjson"))["diagnostics"]) == 2 * len(HOSTILE)


@those("gitlab")
def test_descriptions_are_one_harmless_line(what, name):
    texts = [one["description"] for one in json.loads(output(what, name))]
    assert all(printable(text) == text for text in texts)


@those("sarif")
def test_sarif_messages_hold_no_link_and_addresses_are_escaped(what, name):
    (run,) = json.loads(output(what, name))["runs"]
    for message in messages_of(run):
        assert not set(re.sub(r"\\[\\\[\]]", "", message)) & set("[]\\")
        assert all(printable(line) == line for line in message.split("\n"))
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII)


def messages_of(part: Any) -> Iterator[str]:
    """Yield the texts of all messages below a part of a log."""
    for key, value in part.items() if isinstance(part, dict) else ():
        if key in {"message", "description"}:
            yield value["text"]
        elif key not in {"tool", "originalUriBaseIds"}:
            yield from (text for each in (value if isinstance(value, list) else [value]) for text in messages_of(each))


@those("sarif")
def test_the_docs_of_a_rule_are_read_as_text(what, name):
    (run,) = json.loads(output(what, name))["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        told = [rule[key]["text"] for key in ("shortDescription", "fullDescription")]
        assert all(printable(text) == text for text in told)
        check_docs(rule["help"]["markdown"])


def check_docs(markdown: str) -> None:
    """Fail if some Markdown holds a link, an image, HTML other than `<code>`, or a control character."""
    assert all(printable(line) == line for line in markdown.split("\n"))
    tokens = tokens_of(markdown)
    assert not {token.type for token in tokens} & {"link_open", "image", "html_block"}
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<code>", "</code>"}


@pytest.mark.parametrize(
    "markdown",
    [
        r"\`<b>`",
        "``a`<b>`",
        "~~~\n```\n~~~\n<script>x</script>\n```",
        "  ```\n<b>x</b>\n  ```",
        "``` a`b\n<b>x</b>\n```",
        "```sh\ntrue\n  ````  \n<b>x</b>",
        "* ```\n<b>x</b>",
        "[x]: javascript:x\n\n[x] ![x] <javascript:x>",
    ],
)
def test_no_trick_of_markdown_lets_docs_hold_markup(markdown):
    check_docs(tamed(markdown))
    assert "alert" in tamed(f"{markdown}\n\nalert"), "and nothing is left out"


@given(st.text(st.sampled_from("`<>[]()!~\\ \nab&;#*-"), max_size=60))
@settings(deadline=None, max_examples=300)
def test_no_docs_at_all_hold_markup(markdown):
    check_docs(tamed(markdown))


def test_docs_stay_readable():
    page = "One `code`, *two*.\n\n* a `<b>` [c]\n\n```xml\n<item>[x](y)</item>\n```\n"
    shown = "One `code`, *two*.\n\n* a <code>&#60;b&#62;</code> &#91;c]\n\n```xml\n<item>[x](y)</item>\n```\n"
    assert tamed(page) == shown


def tokens_of(markdown: str) -> list:
    """Return all tokens of a page as GitHub reads it, tables included."""
    blocks = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [token for block in blocks for token in (block, *(block.children or []))]


@those("markdown")
def test_comments_hold_no_markup_of_users(what, name):
    text = output(what, name)
    tokens = tokens_of(text)
    kinds = {token.type for token in tokens}
    assert not kinds & {"link_open", "image", "code_inline", "fence", "heading_open", "em_open"}
    parts = [token.content for token in tokens if token.type.startswith("html")]
    tags = {tag for part in parts for tag in re.findall(r"</?\w*[^>]*>", part)}
    assert tags <= {f"<{slash}{tag}>" for slash in ("", "/") for tag in ("details", "summary", "code", "br")}
    tables = [line for line in text.splitlines() if line.startswith("| ")]
    assert {row.count("|") for row in tables} == {5 if "check" in what else 6}
    assert not set("@#`[") & set(re.sub(r"<code>.*?</code>", "", text))


@those("rdjson")
def test_comments_of_reviewdog_hold_no_markup_of_users(what, name):
    for one in json.loads(output(what, name))["diagnostics"]:
        kinds = {token.type for token in tokens_of(one["message"])}
        assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "code_inline", "softbreak"}
        outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", one["message"])
        assert outside.replace("\nhelp: ", "") == ""


@those("html")
def test_a_page_has_no_element_and_no_attribute_of_users(what, name):
    harmless = parts_of(REPORTERS["html"](made_up())) | parts_of(DIFF_REPORTERS["html"](DRIFT))
    assert parts_of(output(what, name)) <= harmless
    page = html.document_fromstring(output(what, name))
    assert {one.get("href")[:1] for one in page.iter("a")} <= {"#"}
    assert all(printable(line) == line for one in page.xpath("//body//text()") for line in one.split("\n"))


def parts_of(page: str) -> set[tuple[str, str]]:
    """Return all pairs of an element and one of its attributes."""
    return {(one.tag, key) for one in html.fromstring(page).iter(etree.Element) for key in ("", *one.keys())}


@given(st.text(st.characters(), min_size=1))
@settings(deadline=None, max_examples=60)
def test_any_text_at_all(text):
    report = hostile_report((text,))
    assert len(REPORTERS["github"](report).splitlines()) == 2
    assert len(etree.fromstring(REPORTERS["junit"](report).encode()).findall(".//failure")) == 1
    assert len(list(csv.reader(StringIO(REPORTERS["csv"](report))))) == 3
    assert not {token.type for token in tokens_of(REPORTERS["markdown"](report))} & {"link_open", "image"}
    for name in JSON_FORMATS:
        assert REPORTERS[name](report).isascii()
