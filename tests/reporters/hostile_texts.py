"""Texts that act somewhere: on a terminal, in a build log, on a web page, in a spreadsheet. And reports full of them."""

from __future__ import annotations

import json
import os
from pathlib import Path

from wxcc_lint.diff.objects import Reach, SalesforceInfo, Saved, SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, DriftFacts, InnerChange, Patch, ReportedChange
from wxcc_lint.report import Finding, FindingFix, Gap, Location, Related, Report, RuleDocs, Summary, TextEdit
from wxcc_lint.spans import Text

HOSTILE = (
    "</script></code></details><img src=x onerror=alert(1)>",
    "<!-- <svg onload=alert(1)> {{7*7}} ${7*7} javascript:alert(1)",
    "::error file=x::pwned",
    "x\n::add-mask::y\r\n##vso[task.complete]",
    "##teamcity[testFailed] {0} {1} \\[x](0) ##[error]x ###[y]",
    "\x1b[31m\x07\x9b2J\x7f",
    "\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
    "[red]bold[/red] [link](https://evil.example) ![i](https://evil.example/i.png)",
    "[x]: javascript:alert(1) <javascript:alert(1)>",
    "=cmd()|' /C calc'!A0",
    '+1;=HYPERLINK(1);"=cmd()"',
    "-2\t@SUM(1)",
    "\t=1+1",
    "@team #1 **x** __y__ `code` ``` | cell |",
    "%0A::error::%0D%25,line=1:",
    "\u202egnp.exe\u2066\u2067\u200f\u200b",
    "]]><testcase/>&lt;&#0;\ufffe\uffff\x00",
    "\ud83d \udfff \U000e0041\u2028\u2029",
    "~~~\n# x\n```\n<script>alert(1)</script>",
    "wrapped" + " ::error::z" * 30,
    "<b>" * 2000,
)
DOCS = "Title.\n\n" + "\n\n".join(text for text in HOSTILE if "\ud83d" not in text) + "\n\n```json bad\n{}\n```\n"


def hostile_report(texts: tuple[str, ...] = HOSTILE) -> Report:
    """Return a finding, a clean file and a gap for each text, which stands wherever a text can."""
    return Report(
        tuple(map(_finding, texts)),
        Summary(files=1, warnings=len(texts)),
        rules={"layout/x": RuleDocs(texts[0], texts[-1], "warning", DOCS)},
        checked=tuple(f"clean/{text}" for text in texts),
        gaps=tuple(Gap(f"layout:{text}", text) for text in texts),
    )


def _place(text: str) -> Location:
    return Location(text if text.startswith("::") else f"layouts/{text}", 3, 1, 3, 4)


def _finding(text: str) -> Finding:
    place = _place(text)
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


def hostile_changes(texts: tuple[str, ...] = HOSTILE) -> DiffReport:
    """Return drift of a document for each text, which stands wherever a text can."""
    org = SourceInfo(texts[0], texts[-1], texts[0], texts[-1], None, texts[0], SalesforceInfo(*texts[:3], None))
    return DiffReport(
        SourceInfo(texts[0]),
        org,
        tuple(map(_change, texts)),
        tuple(Uncovered(f"layout:{text}", text) for text in texts),
        DiffSummary(changed=len(texts), uncovered=len(texts)),
        {_place(text).path: Text(f"{text}\n{text}\n{text}") for text in texts},
        tuple(Patch(f"callcenter:{text}", None, (text,)) for text in texts)
        + tuple(Patch(f"layout:{text}", ({"op": "add", "path": f"/{text}", "value": text},)) for text in texts),
        DriftFacts(
            texts[0],
            _place(texts[-1]),
            {f"layout:{text}": Saved(text, text, is_proof=False) for text in texts},
            {f"layout:{text}": Reach((text,), (text,), (text,), 1) for text in texts},
        ),
    )


def _change(text: str) -> ReportedChange:
    return ReportedChange(
        kind="changed",
        document=f"layout:{text}",
        at=f"/{json.dumps(text)}",
        words=(text, text),
        left=text,
        right={text: [text]},
        severity="warning",
        rule="drift/x",
        message=text,
        why=text,
        fingerprint="f" * 32,
        left_location=_place(text),
        right_location=_place(f"right/{text}"),
        origin="conflict",
        inner=(InnerChange((text,), "changed", text, f"{text}{text}"),),
    )


_RULE = """\
rule: acme/hostile
on: layout
severity: warning
given: /agent/appTitle
expect: {{".": {{equals: Acme}}}}
message: {message}
help: {help}
docs: {docs}
"""
_CONFIG = """\
rule-dirs: [lint-rules]
environments:
  prod:
    files: ["*"]
    region: eu1
    allowlist: {hosts}
    layouts: {layouts}
"""


def write_project(root: Path) -> None:
    """Write a project with a layout for each text, which names and fills it, a rule that says such texts, and a config."""
    (root / ".git").mkdir(parents=True)
    (root / "lint-rules").mkdir()
    fit = [text for text in HOSTILE if "\ud83d" not in text]  # YAML and file names take no lone surrogates
    said = json.dumps("{value} " + " ".join(text.replace("{", "(").replace("}", ")") for text in fit[:-1]))
    rule = _RULE.format(message=said, help=said, docs=json.dumps(DOCS))
    (root / "lint-rules" / "hostile.yaml").write_text(rule, encoding="utf-8")
    config = _CONFIG.format(
        hosts=json.dumps([text for text in fit if "\0" not in text]),
        layouts=json.dumps(dict.fromkeys(fit[:-1], "there is none.json")),
    )
    (root / ".wxcc-lint.yaml").write_text(config, encoding="utf-8")
    write_layouts(root, "")


def write_layouts(root: Path, more: str) -> None:
    """Write a layout for each text, which names it and, with some `more` behind it, stands in it."""
    root.mkdir(exist_ok=True)
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "|").replace("\0", "")[:60].encode("utf-8", "replace") + b" %d.json" % number
        (root / os.fsdecode(name)).write_text(_layout(text + more), encoding="ascii")


def _layout(text: str) -> str:
    """Return a layout with a text in all places."""
    widget = {"comp": text, "script": text, "attributes": {text: text}, "properties": {text: text}, text: text}
    page = {"nav": {"label": text, "icon": text}, "page": {"id": text, "widgets": {text: widget}}}
    return json.dumps(
        {"agent": {"appTitle": text, "area": {"headless": {"id": text}, "navigation": [page]}, text: text}}
    )
