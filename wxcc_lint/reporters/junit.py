"""JUnit XML, which every CI server reads: a suite a file, a failed test a finding, a passed one for a clean file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters.finding_words import gap_sentence, headline
from wxcc_lint.reporters.hostile import printable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAME = "wxcc-lint"


def render(report: Report, **_unused: object) -> str:
    """Return the suites, in ASCII."""
    from xml.etree import ElementTree as ET

    found = {path: list(group) for path, group in groupby(report.findings, key=lambda one: one.location.path)}
    suites = [_suite(path, [_failed(one) for one in findings]) for path, findings in found.items()]
    suites += [_suite(path, [_case(path, "no findings")]) for path in report.checked if path not in found]
    if report.gaps:
        suites.append(_suite("left out", [_skipped(gap.subject, gap_sentence(gap)) for gap in report.gaps]))
    tests, skipped = sum(map(len, suites)), len(report.gaps)
    counts = {"tests": tests, "failures": len(report.findings), "errors": 0, "skipped": skipped}
    root = _element("testsuites", name=_NAME, **counts)
    root.extend([*([_orgs(report.header)] if report.header else []), *suites])
    ET.indent(root)
    body = ET.tostring(root, encoding="us-ascii", xml_declaration=False).decode("ascii").replace("##", "#&#35;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _suite(name: str, cases: list[Element]) -> Element:
    count = {kind: sum(case.find(kind) is not None for case in cases) for kind in ("failure", "skipped")}
    suite = _element(
        "testsuite", name=name, tests=len(cases), failures=count["failure"], errors=0, skipped=count["skipped"]
    )
    suite.extend(cases)
    return suite


def _orgs(header: Sequence[str]) -> Element:
    """Return a suite without tests: only a suite has properties."""
    suite, properties = _suite("orgs", []), _element("properties")
    properties.extend(
        _element("property", name=name, value=said) for name, _, said in (one.partition(": ") for one in header)
    )
    suite.append(properties)
    return suite


def _case(path: str, name: str, **more: str | int) -> Element:
    return _element("testcase", classname=path, name=name, file=path, **more)


def _failed(one: Finding) -> Element:
    place = one.location
    at = f"{place.line}:{place.column}"
    case = _case(place.path, f"{one.rule}: {headline(one)} ({at})", line=place.line)  # servers drop a second equal name
    failure = _element("failure", message=headline(one), type=one.severity)
    lines = [f"--> {place.path}:{at}: {one.severity}[{one.rule}] {headline(one)}"]
    lines += [
        f"::: {each.location.path}:{each.location.line}:{each.location.column}: {each.message}" for each in one.related
    ]
    lines += [f"{name}: {text}" for name, text in (("why", one.why), ("help", one.help), ("docs", one.docs)) if text]
    failure.text = "\n".join(map(_xml, lines))
    case.append(failure)
    return case


def _skipped(subject: str, sentence: str) -> Element:
    case = _element("testcase", classname=_NAME, name=subject)
    case.append(_element("skipped", message=sentence))
    return case


def _element(tag: str, **attributes: str | int) -> Element:
    from xml.etree import ElementTree as ET

    return ET.Element(tag, {name: _xml(str(value)) for name, value in attributes.items()})


def _xml(text: str) -> str:
    """Return a text on one line without the characters that XML has not even an escape for."""
    return printable(text).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
