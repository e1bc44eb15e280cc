"""What each format says, read back: every finding as the same six facts, whatever it is written like."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from io import StringIO
from types import SimpleNamespace
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree, html

from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters.finding_words import belongs_to
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.spans import Text

Texts = Mapping[str, Text]


class Told(NamedTuple):
    """A finding as a format tells it, on harmless lines; `column` is None where the format has no place for it."""

    rule: str
    path: str
    line: int
    column: int | None
    severity: str
    message: str


def expected(report: Report, name: str) -> list[Told]:
    """Return what a format has to tell of a report."""
    return [_told(one, name, report.texts) for one in report.findings]


def _told(one: Finding, name: str, texts: Texts) -> Told:
    place = one.location
    has_column = {
        "gitlab": False,
        "markdown": False,
        "github": place.line == place.end_line,
        "rdjson": place.path in texts,
    }.get(name, True)
    message = printable(f"{one.message}{belongs_to(one)}")
    column = place.column if has_column else None
    return Told(one.rule, printable(place.path), place.line, column, one.severity, message)


def _in_full(text: str, texts: Texts) -> Iterator[Told]:
    shape = re.compile(r"^(\w+)\[(.+?)\]: (.*)\n *--> (.+):(\d+):(\d+)(.*)$", re.MULTILINE)
    for severity, rule, message, path, line, column, about in shape.findall(text):
        yield Told(rule, path, int(line), int(column), severity, message + about)


def _in_concise(text: str, texts: Texts) -> Iterator[Told]:
    for path, line, column, severity, rule, message in re.findall(
        r"^(.+?):(\d+):(\d+): (\w+)\[(.+?)\] (.*)$", text, re.MULTILINE
    ):
        yield Told(rule, path, int(line), int(column), severity, message)


def _in_json(text: str, texts: Texts) -> Iterator[Told]:
    for one in json.loads(text)["findings"]:
        message = one["message"] + belongs_to(SimpleNamespace(**one))
        yield Told(one["rule"], one["path"], one["line"], one["column"], one["severity"], message)


def _in_sarif(text: str, texts: Texts) -> Iterator[Told]:
    (run,) = json.loads(text)["runs"]
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        place = one["locations"][0]["physicalLocation"]
        path, region = unquote(place["artifactLocation"]["uri"], errors="surrogatepass"), place["region"]
        severity = {"note": "info"}.get(one["level"], one["level"])
        message = re.sub(r"\\([\\\[\]])", r"\1", one["message"]["text"]).partition("\nhelp: ")[0]
        path = re.sub("^file://(?:/(?=[A-Z]:))?", "", path)
        yield Told(one["ruleId"], path, region["startLine"], region["startColumn"], severity, message)


def _in_junit(text: str, texts: Texts) -> Iterator[Told]:
    for case in etree.fromstring(text.encode()).iterfind(".//testcase[failure]"):
        rule, _, rest = case.get("name").partition(": ")
        line, column = re.findall(r"\((\d+):(\d+)\)$", rest)[0]
        assert case.get("line") == line
        failure = case.find("failure")
        yield Told(rule, case.get("file"), int(line), int(column), failure.get("type"), failure.get("message"))


def _in_github(text: str, texts: Texts) -> Iterator[Told]:
    for command, said, message in re.findall(r"^::(\w+) (.*?)::(.*)$", text, re.MULTILINE):
        has = {name: _decoded(value) for name, _, value in (one.partition("=") for one in said.split(","))}
        if "file" in has:
            column = int(has["col"]) if "col" in has else None
            severity = {"notice": "info"}.get(command, command)
            headline = _decoded(message).partition("\nhelp: ")[0]
            yield Told(has["title"], has["file"], int(has["line"]), column, severity, headline)


def _decoded(text: str) -> str:
    """Return what the runner of GitHub makes of a text in a command."""
    return re.sub("%(25|0A|0D|3A|2C)", lambda match: chr(int(match[1], 16)), text)


def _in_gitlab(text: str, texts: Texts) -> Iterator[Told]:
    severities = {"critical": "error", "major": "warning", "info": "info"}
    for one in json.loads(text):
        rule, place = one["check_name"], one["location"]
        if rule != "wxcc-lint":
            message = one["description"].removeprefix(f"{rule}: ")
            yield Told(rule, place["path"], place["lines"]["begin"], None, severities[one["severity"]], message)


def _in_rdjson(text: str, texts: Texts) -> Iterator[Told]:
    for one in json.loads(text)["diagnostics"]:
        if "code" in one:
            path, start = one["location"]["path"], one["location"]["range"]["start"]
            column = None
            if path in texts:
                before = texts[path].line(start["line"]).encode("utf-8", "surrogatepass")[: start["column"] - 1]
                column = len(before.decode("utf-8", "surrogatepass")) + 1
            message = re.findall(r"^(`+)( ?)(.*?)\2\1(?:\nhelp: |$)", one["message"], re.DOTALL)[0][2]
            yield Told(one["code"]["value"], path, start["line"], column, one["severity"].lower(), message)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))


def _in_csv(text: str, texts: Texts) -> Iterator[Told]:
    for row in rows_of(text):
        if row["rule"]:
            path, message = (
                re.sub(r"(^|[;|])([\s\"]*)'(?=[=+\-@])", r"\1\2", row[name]) for name in ("path", "message")
            )
            about = SimpleNamespace(**{name: row[name] or None for name in ("environment", "subject", "at")})
            message += belongs_to(about)
            yield Told(row["rule"], path, int(row["line"]), int(row["column"]), row["severity"], message)


def _in_markdown(text: str, texts: Texts) -> Iterator[Told]:
    path = ""
    for line in text.splitlines():
        if line.startswith("<details>"):
            path = unescape(re.findall("<code>(.*?)</code>", line)[0])
        elif line.startswith("| :"):
            _, severity, number, what, rule, _ = line.split("|")
            message, rule = (unescape(re.findall("<code>(.*?)</code>", cell)[0]) for cell in (what, rule))
            yield Told(rule, path, int(number), None, severity.split()[-1], message)


def _in_html(text: str, texts: Texts) -> Iterator[Told]:
    for card in html.document_fromstring(text).find_class("card"):
        (title,) = card.find_class("title")
        (line, column) = re.findall(r">line (\d+):(\d+)<", html.tostring(card).decode())[0]
        environment = card.get("data-environment")
        message = f"{title.text_content()} (environment {environment})" if environment else title.text_content()
        rule, path, severity = (card.get(f"data-{name}") for name in ("rule", "place", "severity"))
        yield Told(rule, path, int(line), int(column), severity, message)


_READERS: dict[str, Callable[[str, Texts], Iterator[Told]]] = {
    "full": _in_full,
    "concise": _in_concise,
    "json": _in_json,
    "sarif": _in_sarif,
    "junit": _in_junit,
    "github": _in_github,
    "gitlab": _in_gitlab,
    "rdjson": _in_rdjson,
    "csv": _in_csv,
    "markdown": _in_markdown,
    "html": _in_html,
}


def read(name: str, text: str, texts: Texts) -> list[Told]:
    """Return the findings that a format tells, in its order."""
    return [
        one._replace(path=printable(one.path), message=printable(one.message)) for one in _READERS[name](text, texts)
    ]
