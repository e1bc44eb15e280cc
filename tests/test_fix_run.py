"""Mending in memory: over several passes, only what was asked for, and with every other byte as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from wxcc_lint import fix_run
from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.config import default_config, load_config
from wxcc_lint.discover import Candidate, Discovery, discover
from wxcc_lint.fix_run import Mended, MendedFile, check_and_mend
from wxcc_lint.rule_files import builtin_rules, load_rules
from wxcc_lint.rules import RuleSet
from wxcc_lint.verdict import Policy

FILE = render_import(vocabulary().releases[-1])
NAME = "reqDisplayName"
METADATA = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- kept -->
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
    <adapterUrl>https://desktop.wxcc-us1.cisco.com/</adapterUrl>
    <displayName>Acm&#xE9;</displayName>
    <sections>
        <items><label>CTI Adapter URL</label><name>reqAdapterUrl</name><value> https://desktop.wxcc-us1.cisco.com/</value></items>
        <label>General</label>
        <name>reqGeneralInfo</name>
    </sections>
</CallCenter>
"""

_STEP = """\
rule: acme/{name}
on: callcenter
severity: warning
given: /reqGeneralInfo/{item}
expect: {{".": {{not: {{equals: "{old}"}}}}}}
message: "'{{value}}'"
fix: {{set: "{new}"}}
docs: |
  Title.

  Why.
"""
_PYTHON = '''\
"""Title.

Why.
"""

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule


@rule("acme/{name}", on=CallCenter, severity="warning")
def check(view):
    item = view.item("reqDisplayName")
    if {condition}:
        yield Problem("m", item.at, fix=Fix("d", (Edit(item.at, "set", {value}),), safe={safe}))
'''


def with_item(text: str, name: str, value: str) -> str:
    before, _, rest = text.partition(f'name="{name}"')
    inside, _, behind = rest.partition(">")
    return f'{before}name="{name}"{inside}>{value}{behind[behind.index("<") :]}'


def value_of(mended: Mended, name: str = NAME) -> str:
    (file,) = mended.files
    return file.after.decode().partition(f'name="{name}"')[2].partition(">")[2].partition("<")[0]


@pytest.fixture
def rules(tmp_path: Path) -> Callable[..., RuleSet]:
    """Write rules that turn one value into another, (name, old, new) each, and load them beside the built-in ones."""

    def load(
        *steps: tuple[str, str, str], item: str = NAME, python: tuple[str, str] | None = None, safe: bool = True
    ) -> RuleSet:
        folder = tmp_path / "acme"
        folder.mkdir(exist_ok=True)
        for name, old, new in steps:
            (folder / f"{name}.yaml").write_text(_STEP.format(name=name, item=item, old=old, new=new), "utf-8")
        if python:
            (folder / "steps.py").write_text(
                _PYTHON.format(name="steps", condition=python[0], value=python[1], safe=safe), "utf-8"
            )
        return load_rules(trusted_dirs=[folder])

    return load


def mend(data: bytes, rules: RuleSet | None = None, *, unsafe: bool = False) -> Mended:
    found = Discovery([Candidate("x.xml", "x.xml", named=True, data=data)])
    policy = Policy(default_config(Path("/nowhere")), date(2026, 1, 1))
    return check_and_mend(found, policy, rules or builtin_rules(), Path("/nowhere"), unsafe=unsafe)


def counted(mended: Mended) -> tuple[int, int]:
    summary = mended.result.judgement.report.summary
    return summary.fixed, summary.waiting


def test_what_a_fix_uncovers_is_mended_in_the_next_pass(rules: Callable[..., RuleSet]) -> None:
    it = mend(with_item(FILE, NAME, "one").encode(), rules(("a", "one", "two"), ("b", "two", "three")))
    assert (value_of(it), counted(it), it.endless) == ("three", (2, 0), ())
    assert [one.rule for one in it.before.judgement.report.findings] == ["acme/a"]
    assert it.result.judgement.report.findings == ()


def test_two_fixes_of_one_value_follow_each_other(rules: Callable[..., RuleSet]) -> None:
    loud = ("item.value.islower()", "item.value.upper()")
    it = mend(with_item(FILE, NAME, "one").encode(), rules(("a", "one", "two"), python=loud))
    assert (value_of(it), counted(it)) == ("TWO", (2, 0))


def test_many_faults_that_are_told_one_after_the_other_are_all_mended(rules: Callable[..., RuleSet]) -> None:
    steps = rules(python=("item.value.isdigit() and int(item.value) > 0", "str(int(item.value) - 1)"))
    it = mend(with_item(FILE, NAME, "40").encode(), steps)
    assert (value_of(it), counted(it), it.endless) == ("0", (40, 0), ())


@pytest.mark.parametrize("start", ["one", "two"])
def test_fixes_that_undo_one_another_are_left_out_and_told(rules: Callable[..., RuleSet], start: str) -> None:
    there_and_back = rules(("there", "one", "two"), ("back", "two", "one"))
    text = with_item(with_item(FILE, NAME, start), "isCallNotesEnabled", "True")
    it = mend(text.encode(), there_and_back)
    assert (it.endless, counted(it)) == (("acme/back", "acme/there"), (1, 0))
    assert it.files[0].after.decode() == with_item(text, "isCallNotesEnabled", "true")
    assert [one.rule for one in it.result.judgement.report.findings] == [
        "acme/there" if start == "one" else "acme/back"
    ]
    assert mend(it.files[0].after, there_and_back).files == ()


@pytest.mark.parametrize("value", ['item.value + "x"', "item.value"], ids=["grows", "changes nothing"])
def test_a_fix_without_an_end_is_left_out_and_told(rules: Callable[..., RuleSet], value: str) -> None:
    it = mend(with_item(FILE, NAME, "one").encode(), rules(python=("True", value)))
    assert (it.files, it.endless, counted(it)) == ((), ("acme/steps",), (0, 0))


def test_unsafe_fixes_wait_until_they_are_asked_for() -> None:
    text = with_item(with_item(FILE, "isCallNotesEnabled", "True"), "SubjectDateFormat", "")
    it = mend(text.encode())
    assert (value_of(it, "isCallNotesEnabled"), counted(it)) == ("true", (1, 1))
    assert counted(mend(text.encode(), unsafe=True)) == (2, 0)


def test_nothing_unsafe_is_done_that_nobody_asked_for() -> None:
    text = with_item(FILE, "SubjectDateFormat", "").encode()
    found = Discovery([Candidate("x.xml", "x.xml", named=True, data=text)])
    policy = Policy(default_config(Path("/nowhere")), date(2026, 1, 1))
    assert check_and_mend(found, policy, builtin_rules(), Path("/nowhere")).files == ()


def test_an_unsafe_fix_without_an_end_is_left_out_and_told(rules: Callable[..., RuleSet]) -> None:
    endless = rules(python=("True", 'item.value + "x"'), safe=False)
    text = with_item(FILE, NAME, "one").encode()
    it = mend(text, endless, unsafe=True)
    assert (it.files, it.endless, counted(it)) == ((), ("acme/steps",), (0, 0))
    assert (mend(text, endless).endless, counted(mend(text, endless))) == ((), (0, 1))


def test_files_without_a_finding_stay_as_they_are_beside_one_that_is_mended() -> None:
    spoilt, mended = (with_item(FILE, "isCallNotesEnabled", value).encode() for value in ("True", "true"))
    files = [
        Candidate(f"folder/{name}", name, named=True, data=data)
        for name, data in (("a.xml", FILE.encode()), ("b.xml", spoilt), ("c.xml", FILE.encode()))
    ]
    seen: list[str] = []

    def progress(candidates: list[Candidate]) -> Iterable[Candidate]:
        seen.extend(one.name for one in candidates)
        return iter(candidates)

    policy = Policy(default_config(Path("/nowhere")), date(2026, 1, 1))
    rules = builtin_rules()
    it = check_and_mend(Discovery(files), policy, rules, Path("/nowhere"), progress=progress)
    assert it.files == (MendedFile("b.xml", Path("folder/b.xml"), spoilt, mended),)
    assert it.result.judgement.report.checked == ("a.xml", "b.xml", "c.xml")
    assert seen == ["a.xml", "b.xml", "c.xml"]  # once, however many passes there are


LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- Zürich -->\n' + FILE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf" + FILE.encode(), b"\xef\xbb\xbf" + FILE.encode()),
        (FILE.replace("\n", "\r\n").encode(), FILE.replace("\n", "\r\n").encode()),
        (FILE.replace("\n", "\r").encode(), FILE.replace("\n", "\r").encode()),
        (FILE.replace("\n", "\r\n", 5).encode(), FILE.replace("\n", "\r\n", 5).encode()),
        (FILE.rstrip().encode(), FILE.rstrip().encode()),
        ((FILE + "\n\n<!-- Ende &amp; -->").encode(), (FILE + "\n\n<!-- Ende &amp; -->").encode()),
        (with_item(FILE, NAME, "A&#x26;B &lt;&apos;").encode(), with_item(FILE, NAME, "A&#x26;B &lt;&apos;").encode()),
        (with_item(FILE, NAME, "\u2028\U0001f600").encode(), with_item(FILE, NAME, "\u2028\U0001f600").encode()),
        (LATIN.encode("latin-1"), LATIN.encode("latin-1")),
    ],
    ids=["BOM", "CRLF", "CR", "mixed", "no-final-newline", "behind", "entities", "astral", "latin-1"],
)
def test_every_other_byte_stays(before: bytes, after: bytes) -> None:
    fine = b'label="Record Call Live Notes">false<'
    assert before.count(fine) == 1
    it = mend(before.replace(fine, fine.replace(b"false", b"FALSE")))
    assert [(file.name, file.after) for file in it.files] == [("x.xml", after)]


@pytest.mark.parametrize(
    ("spoilt", "mended"),
    [
        ("&#32;false", "false"),
        ("<![CDATA[False]]>", "<![CDATA[false]]>"),
        ("F&#97;lse", "false"),
    ],
)
def test_a_value_is_mended_in_the_manner_it_is_written_in(spoilt: str, mended: str) -> None:
    it = mend(with_item(FILE, "isCallNotesEnabled", spoilt).encode())
    assert [file.after.decode() for file in it.files] == [with_item(FILE, "isCallNotesEnabled", mended)]


@pytest.mark.parametrize("spoilt", ["<!-- off -->False", "F<!-- off -->alse"])
def test_a_comment_inside_a_value_is_worth_more_than_a_fix(spoilt: str) -> None:
    it = mend(with_item(FILE, "isCallNotesEnabled", spoilt).encode())
    (left,) = it.result.judgement.report.findings
    assert (left.rule, left.fix, it.files) == ("callcenter/invalid-boolean", None, ())


@pytest.mark.parametrize(
    ("spoilt", "mended"),
    [
        ('[{"CadfieldName":"A &amp; B"}]', '[{"CadFieldName":"A &amp; B"}]'),
        ("[{&quot;CadfieldName&quot;:&quot;B&quot;}]", "[{&quot;CadFieldName&quot;:&quot;B&quot;}]"),
        ('<![CDATA[[ {"CadfieldName": "<B>"}\n]]]>', '<![CDATA[[ {"CadFieldName": "<B>"}\n]]]>'),
    ],
)
def test_json_inside_an_item_is_mended_as_it_is_escaped(spoilt: str, mended: str) -> None:
    text = with_item(FILE, "reqIsCadVariableUpdatedToActivity", "true")
    it = mend(with_item(text, "CadSalesforceFieldMapping1", spoilt).encode())
    after = it.files[0].after.decode()
    assert after.startswith(with_item(text, "CadSalesforceFieldMapping1", mended).partition("CadFieldName")[0])
    assert counted(it)[0] >= 1
    assert ("CadfieldName" in after, "&amp; B" in after) == (False, "&amp;" in spoilt)


def test_the_metadata_form_keeps_what_no_fix_is_about() -> None:
    it = mend(METADATA.replace("\n", "\r\n").encode())
    assert it.files[0].after == METADATA.replace("<value> h", "<value>h").replace("\n", "\r\n").encode()


def test_a_file_that_could_not_be_written_again_as_it_is_is_left_alone() -> None:
    declaration, other_spelling = b'<?xml version="1.0" encoding="UTF-7"?>', b"<!-- +AGE- -->"  # of an 'a'
    data = declaration + with_item(FILE, "isCallNotesEnabled", "False").replace("+", "+-").encode() + other_spelling
    it = mend(data)
    assert [one.rule for one in it.result.judgement.report.findings] == ["callcenter/invalid-boolean"]
    assert (it.files, counted(it)) == ((), (0, 0))


def test_a_file_that_changes_after_it_was_checked_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.xml"
    file.write_text(with_item(FILE, "isCallNotesEnabled", "True"), "utf-8")
    monkeypatch.setattr(fix_run, "read_whole", lambda _candidate: b"<callCenter>")
    policy = Policy(default_config(tmp_path), date(2026, 1, 1))
    it = check_and_mend(discover([file], tmp_path), policy, builtin_rules(), tmp_path)
    assert (it.files, counted(it)) == ((), (0, 0))


def test_a_file_that_is_gone_after_it_was_checked_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.xml"
    file.write_text(with_item(FILE, "isCallNotesEnabled", "True"), "utf-8")

    def gone(candidate: Candidate) -> bytes:
        raise FileNotFoundError(candidate.name)

    monkeypatch.setattr(fix_run, "read_whole", gone)
    policy = Policy(default_config(tmp_path), date(2026, 1, 1))
    it = check_and_mend(discover([file], tmp_path), policy, builtin_rules(), tmp_path)
    assert (it.files, counted(it)) == ((), (0, 0))


CONFIG = """\
environments:
  prod:
    files: ["*.xml"]
    allowlist: ["*.acme.com", "*.acme.com"]
"""


def test_only_files_that_were_asked_for_are_mended_and_never_the_config(tmp_path: Path) -> None:
    spoilt = with_item(FILE, "isCallNotesEnabled", "True")
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text(spoilt.replace("Call Center", f"Call Center {name}", 1), "utf-8")
    (tmp_path / ".wxcc-lint.yaml").write_text(CONFIG, "utf-8")
    policy = Policy(load_config(tmp_path / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1))

    def mended(path: str) -> Mended:
        return check_and_mend(discover([tmp_path / path], tmp_path), policy, builtin_rules(), tmp_path)

    assert [file.name for file in mended("a.xml").files] == ["a.xml"]
    everything = mended(".")
    assert [file.name for file in everything.files] == ["a.xml", "b.xml"]
    left = {one.location.path for one in everything.result.judgement.report.findings if one.fix and one.fix.safe}
    assert left == {".wxcc-lint.yaml"}
    assert everything.endless == ()


def test_only_files_of_the_environment_that_was_named_are_mended(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text(with_item(FILE, "isCallNotesEnabled", "True"), "utf-8")
    environments = "environments:\n  prod: {files: [a.xml]}\n  test: {files: [b.xml]}\n"
    (tmp_path / ".wxcc-lint.yaml").write_text(environments, "utf-8")
    policy = Policy(load_config(tmp_path / ".wxcc-lint.yaml", ".wxcc-lint.yaml"), date(2026, 1, 1))
    it = check_and_mend(discover([tmp_path], tmp_path), policy, builtin_rules(), tmp_path, environment="test")
    assert [file.name for file in it.files] == ["b.xml"]
