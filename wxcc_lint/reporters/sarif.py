"""SARIF 2.1.0, which code scanning and many viewers read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from wxcc_lint import DOCS_URL, __version__
from wxcc_lint.report import Finding, FindingFix, Location, Report, RuleDocs, Severity, TextEdit
from wxcc_lint.reporters.ascii_json import ascii_json
from wxcc_lint.reporters.finding_words import advised, gap_sentence
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.markdown_text import tamed
from wxcc_lint.spans import Text

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_DRIVE: Final = re.compile(r"[A-Za-z]:/")
_EXAMPLE: Final = re.compile(r"^```(\w+) (bad|good)\b(?:[^\n]*?\s(?:file|side)=(\S+))?[^\n]*$", re.MULTILINE)
"""The first line of an example in a rule's docs, with words for the tests behind the language."""

Object = dict[str, Any]


def render(report: Report, **_unused: object) -> str:
    """Return one run with all findings, and the rules they are of."""
    rules = list(dict.fromkeys(one.rule for one in report.findings))
    driver: Object = {"name": "wxcc-lint", "semanticVersion": __version__}
    if DOCS_URL:
        driver["informationUri"] = DOCS_URL
    docs = {one.rule: one.docs for one in report.findings}
    driver["rules"] = [_rule(name, report.rules.get(name), docs[name]) for name in rules]
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which wxcc-lint ran."}}},
        "results": [_result(one, rules.index(one.rule), report.texts) for one in report.findings],
    }
    if report.header:
        run["properties"] = {"orgs": list(map(printable, report.header))}
    if report.gaps:
        notes = [{"level": _LEVELS[gap.severity], "message": _message(gap_sentence(gap))} for gap in report.gaps]
        was_whole = not any(gap.exit_code for gap in report.gaps)
        run["invocations"] = [{"executionSuccessful": was_whole, "toolExecutionNotifications": notes}]
    return ascii_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, docs: RuleDocs | None, url: str | None) -> Object:
    """Return what is known of a rule; GitHub insists on all three texts."""
    title = printable(docs.title) if docs else name
    why = printable(docs.why) if docs and docs.why else title
    more = f"wxcc-lint explain {name}"
    rule: Object = {
        "id": name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\n{more}", "markdown": _page(docs.markdown) if docs else f"`{more}`"},
    }
    if docs is not None:
        rule["defaultConfiguration"] = {"level": _LEVELS[docs.severity]}
    if url:
        rule["helpUri"] = url
    return rule | {"properties": {"tags": [name.partition("/")[0]]}}


def _page(markdown: str) -> str:
    """Return the docs of a rule for reading: above each example what it shows."""

    def shown(match: re.Match[str]) -> str:
        said = "Flagged" if match[2] == "bad" else "Fine"
        return f"{said} ({match[3]}):\n\n```{match[1]}" if match[3] else f"{said}:\n\n```{match[1]}"

    return tamed(_EXAMPLE.sub(shown, markdown))


def _result(one: Finding, index: int, texts: Mapping[str, Text]) -> Object:
    location = _location(one.location)
    if one.at is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": one.at}]
    result: Object = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": _message(advised(one)),
        "locations": [location],
        # GitHub knows a finding again by the first, which it would else make of the lines around it.
        "partialFingerprints": {"primaryLocationLineHash": one.fingerprint, "wxccLint/v1": one.fingerprint},
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(each.location), "message": _message(printable(each.message))}
            for number, each in enumerate(one.related)
        ]
    if one.fix is not None:
        result["fixes"] = [_fix(one.fix, texts)]
    more = {"environment": one.environment, "subject": one.subject}
    said = {name: value for name, value in more.items() if value is not None}
    return result | ({"properties": said} if said else {})


def _message(text: str) -> Object:
    """Return a message that holds no link: `[text](place)` is one even in plain text."""
    return {"text": re.sub(r"[\\\[\]]", r"\\\g<0>", text)}


def _location(place: Location) -> Object:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> Object:
    if path.startswith("/") or _DRIVE.match(path):
        return {"uri": f"file:///{_uri(path.removeprefix('/'))}"}
    return {"uri": _uri(path), "uriBaseId": _ROOT}


def _uri(path: str) -> str:
    from urllib.parse import quote

    try:
        return quote(path, errors="surrogateescape")  # the very bytes of a name that is no text
    except UnicodeEncodeError:
        return quote(path, errors="surrogatepass")


def _fix(fix: FindingFix, texts: Mapping[str, Text]) -> Object:
    edits = sorted(fix.edits, key=lambda edit: (edit.path, edit.start, edit.end))
    changes = [
        {
            "artifactLocation": _artifact(path),
            "replacements": [_replacement(edit, texts.get(path)) for edit in group],
        }
        for path, group in groupby(edits, key=lambda edit: edit.path)
    ]
    description = _message(printable(fix.description))
    return {"description": description, "artifactChanges": changes, "properties": {"safe": fix.safe}}


def _replacement(edit: TextEdit, text: Text | None) -> Object:
    if text is None:
        region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    else:
        (line, column), (end_line, end_column) = text.locate(edit.start), text.locate(edit.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
