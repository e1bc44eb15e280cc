"""Check a text with the built-in rules, and carry out the fixes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from pathlib import Path

import pytest

from wxcc_lint import run
from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import CONFIG_NAME, Environment, default_config, load_config
from wxcc_lint.discover import discover
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.load import load
from wxcc_lint.engine import Engine
from wxcc_lint.example_base import complete
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.report import Finding
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rules import Profile
from wxcc_lint.spans import Text
from wxcc_lint.verdict import Policy, judge, plan


@dataclass(frozen=True)
class Found:
    """A finding, the text under its span, and the checked text with its fix carried out (or as it was)."""

    finding: Finding
    under: str
    mended: str

    @property
    def seen(self) -> tuple[str, str]:
        """The rule's name and the text under the span."""
        return self.finding.rule, self.under


Check = Callable[..., list[Found]]


def seen(found: Iterable[Found]) -> list[tuple[str, str]]:
    """Return the rule of each finding and the text under it."""
    return [one.seen for one in found]


def seen_in_layout(found: Iterable[Found]) -> list[tuple[str, str]]:
    """Return the rule of each finding, without `layout/`, and the text under it."""
    return [(rule.removeprefix("layout/"), under) for rule, under in seen(found)]


def renumbered(text: str) -> str:
    """Number all sections, and the items of each, anew."""
    section = item = -1

    def count(match: re.Match[str]) -> str:
        nonlocal section, item
        section, item = (section + 1, -1) if match[2] == "section" else (section, item + 1)
        return f"{match[1]}{section if match[2] == 'section' else item}"

    return re.sub(r'(<(section|item)\s+sortOrder=")\d+', count, text)


def _found(text: str, finding: Finding) -> Found:
    location = finding.location
    source = Text(text)
    start = source.offset(location.line, location.column)
    end = source.offset(location.end_line, location.end_column)
    edits = [edit for edit in finding.fix.edits if edit.path == location.path] if finding.fix else []
    edits.sort(key=lambda edit: edit.start, reverse=True)
    mended = text
    for edit in edits:
        mended = mended[: edit.start] + edit.text + mended[edit.end :]
    return Found(finding, text[start:end], mended)


@pytest.fixture
def findings(tmp_path: Path) -> Check:
    """Return a function that checks one text and returns what would be shown, in the order of the file."""

    def check(
        text: str,
        name: str = "callcenter.xml",
        profile: Profile = "default",
        environments: Sequence[Environment] = (),
    ) -> list[Found]:
        document = load(name, text.encode())
        assert document is not None, "the text is neither a call center nor a layout"
        rules = builtin_rules()
        policy = Policy(default_config(tmp_path), date(2026, 1, 1), profile=profile)
        the_plan = plan(rules, policy)
        engine = Engine(the_plan.rules)
        engine.examine(document, environments)
        report = judge(engine.outcome.detected, [document], the_plan, policy, rules, cwd=tmp_path).report
        return [_found(text, finding) for finding in report.findings]

    return check


@pytest.fixture(params=["published", "rendered"])
def newest(request: pytest.FixtureRequest) -> str:
    """The newest Version 1 file: as the vendor publishes it, and as the catalogue has it."""
    if request.param == "rendered":
        return render_import(vocabulary().releases[-1])
    (path,) = request.getfixturevalue("corpus").glob("callcenter_wxcc/*2024-11-25*")
    text: str = path.read_bytes().decode()
    return text


@dataclass
class Spelled:
    """The newest Version 1 file in one spelling; called with item values it returns what is found then.

    `file` is the text that was checked last. What fills the call activity or the record that pops is switched on unless
    the values say otherwise.
    """

    spelling: str
    base: str
    findings: Check
    file: str = ""

    def __call__(self, values: Mapping[str, str], profile: Profile = "default") -> list[Found]:
        switches = {switch: "true" for switch, items in _SWITCHED.items() if not items.isdisjoint(values)}
        values = {**switches, **values}
        self.file = _metadata(values) if self.spelling == "metadata" else self._with(values)
        return self.again(self.file, profile)

    def again(self, text: str, profile: Profile = "default") -> list[Found]:
        """Check a text of this spelling."""
        metadata = self.spelling == "metadata"
        name = f"{_RELEASE.internal_name}.callCenter-meta.xml" if metadata else "callcenter.xml"
        return self.findings(text, name=name, profile=profile)

    def line_of(self, name: str) -> int:
        """Return the line of an item in the checked text."""
        lines = enumerate(self.file.split("\n"), start=1)
        (number,) = [n for n, line in lines if f'name="{name}"' in line or f"<name>{name}</name>" in line]
        return number

    def seen(self, found: Sequence[Found]) -> list[tuple[str, int, str]]:
        """Return rule, line and text under the span of each finding, as a reader of XML takes the text."""
        return [(one.finding.rule, one.finding.location.line, self._read(one.under)) for one in found]

    def _read(self, source: str) -> str:
        if self.spelling == "cdata":
            return source.removeprefix("<![CDATA[").removesuffix("]]>")
        return unescape(source)

    def value_of(self, name: str, text: str) -> str:
        """Return the value of an item in a text of this spelling."""
        document = load("callcenter.xml", text.encode())
        assert document is not None
        (value,) = [items[name] for items in document.data.values() if name in items]
        return str(value)

    def _with(self, values: Mapping[str, str]) -> str:
        text = self.base
        for name, value in values.items():
            spelt = _SPELLINGS[self.spelling](value)
            text, count = re.subn(rf'(name="{name}"[^>]*>)[^<]*', lambda match, new=spelt: match[1] + new, text)
            assert count == 1
        return text


def _plain(value: str) -> str:
    return escape(value, quote=False)


def _cdata(value: str) -> str:
    return f"<![CDATA[{value}]]>"


_RELEASE = vocabulary().releases[-1]
_SWITCHED = {
    "reqIsCadVariableUpdatedToActivity": {"CadSalesforceFieldMapping1"},
    "isNoRecordMatchScenarioEnabled": {
        "nameOfCrmRecordObject",
        "sfdcObjetFieldCadVariableMappings1",
        "sfdcObjectFieldConditionalMappings1",
    },
}
"""Each switch, and the items that have no effect without it."""
_SPELLINGS = {"published": _plain, "plain": _plain, "entities": escape, "cdata": _cdata}


@pytest.fixture(params=[*_SPELLINGS, "metadata"])
def check(request: pytest.FixtureRequest, findings: Check) -> Spelled:
    """The newest file as the vendor publishes it, as the catalogue has it, with entities, CDATA, and as retrieved."""
    base = render_import(_RELEASE)
    if request.param == "published":
        (path,) = request.getfixturevalue("corpus").glob("callcenter_wxcc/*2024-11-25*")
        base = path.read_bytes().decode()
    return Spelled(request.param, base, findings)


def _metadata(values: Mapping[str, str]) -> str:
    """Return the newest file as it is retrieved from an org, an item a line, with other values."""
    quoted = {key: escape(values.get(item.name, item.default)) for key, item in _RELEASE.items.items()}
    lines = ['<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">']
    lines += [f"<adapterUrl>{quoted['reqGeneralInfo', 'reqAdapterUrl']}</adapterUrl>"]
    lines += [f"<displayName>{escape(_RELEASE.display_name)}</displayName>"]
    lines += [
        "<displayNameLabel>Display Name</displayNameLabel>",
        "<internalNameLabel>InternalName</internalNameLabel>",
    ]
    for section in _RELEASE.sections.values():
        lines += ["<sections>"]
        lines += [
            f"<items><label>{escape(item.label)}</label><name>{item.name}</name><value>{quoted[key]}</value></items>"
            for key, item in _RELEASE.items.items()
            if item.section == section.name and item.default_of is None
        ]
        lines += [f"<label>{escape(section.label)}</label>", f"<name>{section.name}</name>", "</sections>"]
    return "\n".join([*lines, "</CallCenter>", ""])


@pytest.fixture(scope="session")
def as_metadata() -> Callable[[str], str]:
    """Return a function that rewrites an import file as it is retrieved from an org, an item a line."""
    return _retrieved


def _retrieved(text: str) -> str:
    document = load("callcenter.xml", text.encode())
    assert document is not None
    view = CallCenter(document)
    said = {item.name: item.value for item in view.items() if item.section == GENERAL}
    settings = json.dumps({name: value for name, value in said.items() if name not in _OUTSIDE_OF_SETTINGS})
    lines = ['<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">']
    if "reqAdapterUrl" in said:
        lines += [f"<adapterUrl>{escape(said['reqAdapterUrl'])}</adapterUrl>"]
    lines += [f"<customSettings>{escape(settings)}</customSettings>"]
    lines += [f"<displayName>{escape(said.get('reqDisplayName', ''))}</displayName>"]
    for section in view.sections:
        lines += ["<sections>"]
        lines += [
            f"<items><label>{escape(item.label or '')}</label><name>{item.name}</name><value>{escape(item.text)}</value></items>"
            for item in section.items
            if item.name not in {"reqInternalName", "reqDisplayName"}
        ]
        lines += [f"<label>{escape(section.label or '')}</label>", f"<name>{section.name}</name>", "</sections>"]
    return "\n".join([*lines, "</CallCenter>", ""])


_OUTSIDE_OF_SETTINGS = {"reqInternalName", "reqDisplayName", "reqAdapterUrl"}


@pytest.fixture
def project_findings(tmp_path: Path) -> Check:
    """Return a function that writes files below a folder and checks all of them, or those named, with its config.

    Fragments become whole files, as in the examples of rules. `mended` is the text of the file that a finding is in.
    """

    def check(files: Mapping[str, str], profile: Profile = "default", named: Sequence[str] = ()) -> list[Found]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(_whole(name, text), "utf-8", newline="")
        config_file = tmp_path / CONFIG_NAME
        config = load_config(config_file, CONFIG_NAME) if config_file.is_file() else default_config(tmp_path)
        found = discover([tmp_path / name for name in named] or [tmp_path], tmp_path)
        policy = Policy(config, date(2026, 1, 1), profile=profile)
        report = run.check(found, policy, builtin_rules(), tmp_path).judgement.report
        return [_found(report.texts[one.location.path].text, one) for one in report.findings]

    return check


def _whole(name: str, text: str) -> str:
    if name.endswith(".xml"):
        return complete(text)
    return complete_layout(text) if name.endswith(".json") else text
