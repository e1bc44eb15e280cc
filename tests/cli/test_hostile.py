"""Input that is broken, huge, deep or meant to harm: one sentence or one finding, and the right exit code."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.config import default_config
from wxcc_lint.discover import discover
from wxcc_lint.rules import builtin_rules
from wxcc_lint.run import check
from wxcc_lint.verdict import ExitCode, Policy

DEEP = 10_000
HUGE = 50_000_000
LAYOUT = '{"agent": {"area": {"headless": %s}}}'
DECLARED = '<?xml version="1.0" encoding="%s"?>\n<callCenter><section name="a" label="Grüße"/></callCenter>'
EVERY_BYTE = bytes(range(256))


def _billion_laughs() -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE callCenter [<!ENTITY e0 "ha">{entities}]><callCenter>&e9;</callCenter>'


def _quadratic_blowup() -> str:
    return f'<!DOCTYPE callCenter [<!ENTITY a "{"a" * 10_000}">]><callCenter>{"&a;" * 100_000}</callCenter>'


FILES: dict[str, tuple[bytes, str]] = {
    "empty.xml": (b"", "meta/syntax"),
    "empty.json": (b"", "meta/syntax"),
    "blank.xml": (b" \r\n\t\n", "meta/syntax"),
    "binary.xml": (b"<callCenter>" + EVERY_BYTE * 40, "meta/encoding"),
    "binary.json": (b'{"area": {"headless": ' + EVERY_BYTE * 40, "meta/encoding"),
    "nul.xml": (b"<callCenter>\0</callCenter>", "meta/syntax"),
    "huge.xml": (b"<callCenter>".ljust(HUGE), "meta/too-large"),
    "huge.json": (b'{"area": {"headless": {}}}'.ljust(HUGE), "meta/too-large"),
    "utf-16-bom.xml": ("<callCenter/>".encode("utf-16"), "meta/encoding"),
    "utf-16-le.xml": ("<callCenter/>".encode("utf-16-le"), "meta/encoding"),
    "utf-16-be.xml": ("<callCenter/>".encode("utf-16-be"), "meta/encoding"),
    "utf-16-bom.json": ((LAYOUT % "{}").encode("utf-16"), "meta/encoding"),
    "utf-16-le.json": ((LAYOUT % "{}").encode("utf-16-le"), "meta/encoding"),
    "utf-16-be.json": ((LAYOUT % "{}").encode("utf-16-be"), "meta/encoding"),
    "utf-32.xml": ("<callCenter/>".encode("utf-32"), "meta/encoding"),
    "latin-1-as-utf-8.xml": ((DECLARED % "UTF-8").encode("latin-1"), "meta/encoding"),
    "latin-1-undeclared.xml": ("<callCenter>ü</callCenter>".encode("latin-1"), "meta/encoding"),
    "latin-1.json": ((LAYOUT % '{"ü": 1}').encode("latin-1"), "meta/encoding"),
    "unknown-encoding.xml": ((DECLARED % "klingon").encode(), "meta/encoding"),
    "codec-that-is-no-encoding.xml": ((DECLARED % "zip").encode(), "meta/encoding"),
    "codec-that-only-raises.xml": ((DECLARED % "undefined").encode(), "meta/encoding"),
    "codec-of-host-names.xml": ((DECLARED % "idna").encode(), "meta/encoding"),
    "codec-of-escapes.xml": ((DECLARED % "unicode_escape").encode(), "meta/encoding"),
    "deep.xml": (b"<callCenter>" + b"<a>" * DEEP + b"</a>" * DEEP + b"</callCenter>", "meta/too-deep"),
    "deep-unclosed.xml": (b"<callCenter>" + b"<a>" * DEEP, "meta/too-deep"),
    "deep-lists.json": ((LAYOUT % ("[" * DEEP + "]" * DEEP)).encode(), "meta/too-deep"),
    "deep-objects.json": ((LAYOUT % ('{"a":' * DEEP + "1" + "}" * DEEP)).encode(), "meta/too-deep"),
    "deep-unclosed.json": (('{"area": {"headless": ' + "[" * DEEP).encode(), "meta/too-deep"),
    "laughs.xml": (_billion_laughs().encode(), "meta/doctype"),
    "blowup.xml": (_quadratic_blowup().encode(), "meta/doctype"),
    "external-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><callCenter>&x;</callCenter>',
        "meta/doctype",
    ),
    "file-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY x SYSTEM "file:///etc/passwd">]><callCenter>&x;</callCenter>',
        "meta/doctype",
    ),
    "parameter-entity.xml": (
        b'<!DOCTYPE callCenter [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><callCenter/>',
        "meta/doctype",
    ),
    "external-dtd.xml": (b'<!DOCTYPE callCenter SYSTEM "http://127.0.0.1:9/x.dtd"><callCenter/>', "meta/doctype"),
    "hidden-doctype.xml": (b"<!-- x --><?y?>\n<!doctype callCenter><callCenter/>", "meta/doctype"),
    "undeclared-entity.xml": (b"<callCenter>&x;</callCenter>", "meta/syntax"),
    "impossible-character.xml": (b"<callCenter>&#xd800;</callCenter>", "meta/syntax"),
    "control-character.xml": (b"<callCenter>\x1b[2J</callCenter>", "meta/syntax"),
    "open-tags.xml": (b"<callCenter>" + b"<section " * 100_000, "meta/syntax"),
    "open-comments.xml": (b"<callCenter>" + b"<!--" * 100_000, "meta/syntax"),
    "open-cdata.xml": (b"<callCenter>" + b"<![CDATA[" * 100_000, "meta/syntax"),
    "open-text.json": (b'{"area": {"headless": "' + b'\\"' * 100_000, "meta/syntax"),
    "nan.json": ((LAYOUT % "NaN").encode(), "meta/syntax"),
    "long-number.json": ((LAYOUT % ("9" * 100_000)).encode(), "meta/syntax"),
    "merge-conflict.xml": (b"<callCenter>\n<<<<<<< ours\n=======\n>>>>>>> theirs\n</callCenter>", "meta/syntax"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_one_finding(lint, project, name):
    data, rule = FILES[name]
    (project / name).write_bytes(data)
    run = lint("check", name, "-f", "json")
    assert (run.code, run.rules, run.err) == (1, [rule], "")
    finding, summary = run.report["findings"][0], run.report["summary"]
    assert (finding["path"], finding["severity"], finding["at"]) == (name, "error", None)
    assert len(finding["message"]) < 300
    assert (summary["files"], summary["errors"]) == (1, 1)


@pytest.mark.parametrize("format_", ["full", "concise"])
def test_files_that_cannot_be_read_can_be_shown(lint, project, format_):
    for name, (data, _) in FILES.items():
        (project / name).write_bytes(data)
    run = lint("check", *FILES, "-f", format_)
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == f"Found {len(FILES)} errors in {len(FILES)} files."
    assert max(map(len, run.out.splitlines())) < 500


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + EVERY_BYTE,
        b"x" * HUGE,
        b" " * HUGE,
        b'{"a":' * DEEP,
        _billion_laughs().replace("callCenter", "other").encode(),
    ],
    ids=["picture", "huge", "huge-blank", "deep", "laughs"],
)
def test_a_strangers_file_is_skipped_whatever_it_holds(lint, project, data):
    (project / "x.json").write_bytes(data)
    run = lint("check", "x.json", "-f", "json")
    assert (run.code, run.rules, run.report["summary"]["skipped"]) == (0, [], 1)
    assert run.notes == ["skipped x.json: neither a call center definition nor a desktop layout"]


HARMLESS: dict[str, bytes] = {
    "latin-1-declared.xml": (DECLARED % "ISO-8859-1").encode("latin-1"),
    "byte-order-mark.xml": b"\xef\xbb\xbf<callCenter/>",
    "lone-surrogates.json": (LAYOUT % r'{"\ud800": "\udfff"}').encode(),
    "many-items.xml": b"<callCenter><section>%s</section></callCenter>" % (b"<item/>" * 20_000),
    "xinclude.xml": b'<callCenter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="http://127.0.0.1:9/x"/></callCenter>',
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_only_looks_harmful_is_read(lint, project, name):
    (project / name).write_bytes(HARMLESS[name])
    run = lint("check", name, "-f", "json")
    assert run.code in {0, 1}
    assert run.report["summary"]["files"] == 1
    unreadable = {
        "meta/syntax",
        "meta/encoding",
        "meta/too-deep",
        "meta/too-large",
        "meta/doctype",
        "meta/internal-error",
    }
    assert not unreadable & set(run.rules)


def test_json_that_is_nested_deeply_inside_an_item_crashes_nothing(lint, project, definition):
    deep = "[" * DEEP + "]" * DEEP
    (project / "x.xml").write_text(definition(sfdcObjetFieldCadVariableMappings1=deep), encoding="utf-8")
    run = lint("check", "x.xml", "-f", "json")
    assert run.code in {0, 1}
    assert "meta/internal-error" not in run.rules


def _place_folder(project: Path) -> str:
    (project / "x").mkdir()
    return "x"


def _place_pipe(project: Path) -> str:
    os.mkfifo(project / "x")
    return "x"


def _place_loop(project: Path) -> str:
    (project / "x").symlink_to("y")
    (project / "y").symlink_to("x")
    return "x"


def _place_dangling(project: Path) -> str:
    (project / "x").symlink_to("nowhere")
    return "x"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes and devices")
@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (_place_folder, "x: holds no call center definition and no desktop layout"),
        (_place_pipe, "x: is neither a file nor a folder"),
        (lambda _project: "/dev/zero", "dev/zero: is neither a file nor a folder"),
        (_place_loop, "x: too many levels of symbolic links"),
        (_place_dangling, "x: there is no such file or folder"),
        (lambda _project: "good.xml/x", "good.xml/x: not a directory"),
        (lambda _project: "x" * 5000, f"{'x' * 5000}: file name too long"),
    ],
    ids=["folder", "pipe", "device", "loop", "dangling", "below-a-file", "long"],
)
def test_a_path_that_is_no_file_is_one_sentence_and_code_3(lint, project, good, place, sentence):
    run = lint("check", place(project), "-f", "json")
    assert (run.code, run.rules, len(run.errors), run.err.count("\n")) == (3, [], 1, 1)
    assert run.errors[0].endswith(sentence)


def test_links_in_a_folder_are_followed_to_files_only(lint, project, bad):
    (project / "crm").mkdir()
    (project / "crm" / "again").symlink_to(project, target_is_directory=True)
    (project / "crm" / "linked.xml").symlink_to(bad)
    (project / "crm" / "zero.xml").symlink_to("/dev/zero")
    (project / "crm" / "lost.xml").symlink_to("nowhere")
    run = lint("check", "crm", "-f", "json")
    assert [finding["path"] for finding in run.report["findings"]] == ["crm/linked.xml"]


@pytest.fixture
def unprivileged(shell) -> Callable[..., Any]:
    """Run wxcc-lint without root's power to read everything."""
    if os.name != "posix":
        pytest.skip("permissions work otherwise here")
    if os.geteuid() != 0:
        return lambda *arguments: shell('"$@"', *arguments)
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and there is no setpriv to change that")
    return lambda *arguments: shell('setpriv --bounding-set=-dac_override,-dac_read_search "$@"', *arguments)


def test_a_named_file_without_permission_is_one_sentence_and_code_3(unprivileged, good):
    good.chmod(0)
    run = unprivileged("check", "good.xml", "-f", "json")
    assert (run.code, run.rules, run.err) == (3, [], "error: good.xml: may not be read (no permission)\n")


def test_what_a_folder_holds_without_permission_is_a_note(unprivileged, project, good, bad):
    good.chmod(0)
    (project / "closed").mkdir(mode=0)
    run = unprivileged("check", "-f", "json", "--select", "callcenter/invalid-boolean")
    (project / "closed").chmod(0o700)
    assert (run.code, run.rules, run.errors) == (1, ["callcenter/invalid-boolean"], [])
    assert run.notes == ["closed: may not be read (no permission)", "good.xml: may not be read (no permission)"]


def test_a_folder_without_permission_is_code_3(unprivileged, project):
    (project / "closed").mkdir(mode=0)
    run = unprivileged("check", "closed")
    (project / "closed").chmod(0o700)
    assert (run.code, run.errors) == (3, ["closed: holds no call center definition and no desktop layout"])
    assert run.notes == ["closed: may not be read (no permission)"]


def test_a_config_without_permission_is_wrong_usage(unprivileged, good, config):
    config("").chmod(0)
    run = unprivileged("check", "good.xml")
    assert (run.code, run.out, run.errors) == (
        2,
        "",
        [".wxcc-lint.yaml: cannot read the config file: permission denied"],
    )


def test_a_report_is_not_written_where_nobody_may_write(unprivileged, project, good):
    (project / "closed").mkdir(mode=0o500)
    run = unprivileged("check", "good.xml", "-f", "json=closed/report.json")
    assert (run.code, run.errors) == (2, ["closed/report.json: cannot write the report: permission denied"])


@pytest.mark.parametrize(
    ("named", "code", "complaints", "notes"),
    [
        (True, ExitCode.NOTHING_READ, ["x.xml: is a directory", "y.xml: there is no such file or folder"], []),
        (False, ExitCode.OK, [], ["x.xml: is a directory", "y.xml: there is no such file or folder"]),
    ],
    ids=["named", "found"],
)
def test_files_that_change_under_way_are_told(tmp_path, definition, named, code, complaints, notes):
    for name in ("x.xml", "y.xml", "z.xml"):
        (tmp_path / name).write_text(definition(), encoding="utf-8")
    found = discover([tmp_path / "x.xml", tmp_path / "y.xml", tmp_path / "z.xml"] if named else [tmp_path], tmp_path)
    (tmp_path / "x.xml").unlink()
    (tmp_path / "x.xml").mkdir()
    (tmp_path / "y.xml").unlink()
    result = check(found, _policy(tmp_path), builtin_rules(), tmp_path)
    assert result.judgement.report.summary.files == 1
    assert (result.exit_code, result.complaints) == (code, complaints)
    assert [note for note in result.notes if "did not run" not in note] == notes


def _policy(root: Path) -> Policy:
    return Policy(default_config(root), date(2026, 1, 1))


NETWORK = {
    "entity": '<!DOCTYPE callCenter [<!ENTITY x SYSTEM "URL">]><callCenter>&x;</callCenter>',
    "parameter-entity": '<!DOCTYPE callCenter [<!ENTITY % p SYSTEM "URL"> %p;]><callCenter/>',
    "dtd": '<!DOCTYPE callCenter SYSTEM "URL"><callCenter/>',
    "xinclude": '<callCenter xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="URL"/></callCenter>',
    "schema-location": (
        '<callCenter xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="URL"/>'
    ),
    "stylesheet": '<?xml-stylesheet type="text/xsl" href="URL"?><callCenter/>',
    "adapter-url": '<callCenter><section name="g"><item name="reqAdapterUrl">URL</item></section></callCenter>',
    "json-schema": '{"$schema": "URL", "$ref": "URL", "agent": {"area": {"headless": {"script": "URL"}}}}',
}


@pytest.mark.parametrize("text", NETWORK.values(), ids=NETWORK)
def test_nothing_in_a_file_makes_the_program_reach_out(tmp_path, monkeypatch, text):
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("somebody reached for the network")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
        (tmp_path / "x.xml").write_text(text.replace("URL", url), encoding="utf-8")
        for name in ("socket", "create_connection", "getaddrinfo"):
            monkeypatch.setattr(socket, name, refuse)
        result = check(discover([tmp_path / "x.xml"], tmp_path), _policy(tmp_path), builtin_rules(), tmp_path)
        with pytest.raises(BlockingIOError):  # nobody knocked, not even code that is not Python's
            listener._accept()
    assert result.judgement.report.summary.files == 1
    assert "meta/internal-error" not in {finding.rule for finding in result.judgement.report.findings}


def _alias_bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    return "\n".join(lines)


SLIPS: dict[str, tuple[str | bytes, list[str]]] = {
    "alias-bomb": (_alias_bomb(), ["4:45"]),
    "deep-flow": ("rules: " + "[" * DEEP + "]" * DEEP, ["1:207"]),
    "deep-block": ("\n".join(f"{' ' * level}a:" for level in range(DEEP // 10)), ["201:201"]),
    "binary": (b"profile: \x89PNG\r\n\x1a\n", ["1:10"]),
    "latin-1": ("ignore:\n  - {rule: a/b, reason: für}".encode("latin-1"), ["2:26"]),
    "utf-16": ("profile: strict".encode("utf-16"), ["1:1"]),
    "control-character": ("profile: st\x07rict", ["1:12"]),
    "tab": ("rules:\n\ta/b: off", ["2:1"]),
    "unclosed": ("rule-dirs: [a", ["1:12"]),
    "code": ("!!python/object/apply:os.system ['touch pwned']", ["1:1"]),
    "list": ("[profile, strict]", ["1:1"]),
    "text": ("strict", ["1:1"]),
    "two-documents": ("profile: strict\n---\nprofile: strict\n", ["2:1"]),
    "repeated-key": ("profile: strict\nprofile: strict\n", ["2:1"]),
    "unknown-key": ("profil: strict", ["1:1"]),
    "unknown-value": ("profile: stirct", ["1:10"]),
    "wrong-type": ("fail-on: [error]", ["1:10"]),
    "unknown-rule": ("rules: {callcenter/invalid-bolean: off}", ["1:9"]),
    "unknown-severity": ("rules: {callcenter/invalid-boolean: fatal}", ["1:37"]),
    "unknown-option": ("rules: {callcenter/invalid-boolean: {strict: true}}", ["1:38"]),
    "ignore-without-reason": ("ignore:\n  - rule: callcenter/invalid-boolean\n", ["2:5"]),
    "ignore-of-unknown-rule": ("ignore: [{rule: callcentre/x, reason: y}]", ["1:10"]),
    "ignore-at-no-path": ("ignore: [{rule: callcenter, reason: y, at: 'a['}]", ["1:45"]),
    "ignore-until-no-day": ("ignore: [{rule: callcenter, reason: y, until: 2027-02-30}]", ["1:47"]),
    "windows-path": ("environments: {p: {files: ['crm\\a.xml']}}", ["1:28"]),
    "environment-name": ("environments: {'p q': {}}", ["1:16"]),
    "unknown-region": ("environments: {p: {region: eu9}}", ["1:28"]),
    "three-at-once": ("profil: strict\nfail-on: x\nrules: 1\n", ["1:1", "2:10", "3:8"]),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_broken_config_is_told_with_its_positions(lint, project, good, slip):
    text, positions = SLIPS[slip]
    (project / "c.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    run = lint("check", "good.xml", "--config", "c.yaml")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", len(positions))
    assert [sentence.partition(": ")[0] for sentence in run.errors] == [f"c.yaml:{place}" for place in positions]
    assert all(len(sentence) < 300 for sentence in run.errors)
    assert not (project / "pwned").exists()


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "rules:\nignore:\nenvironments:\n"])
def test_a_config_that_says_nothing_is_fine(lint, good, config, text):
    config(text)
    assert lint("check", "--select", "callcenter/invalid-boolean").out == "No findings in 1 file.\n"


def test_a_rule_folder_of_the_config_that_is_missing_is_wrong_usage(lint, good, config):
    config("rule-dirs: [nowhere]")
    run = lint("check")
    assert (run.code, run.out, len(run.errors)) == (2, "", 1)
    assert run.errors[0].endswith("nowhere: there is no such rule folder")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bad.yaml", b"rule: \xff"),
        ("bad.yaml", b"- 1"),
        ("bad.yaml", b""),
        ("bad.yaml", b"[" * DEEP),
        ("bad.py", b"\xff"),
        ("bad.py", b"\0"),
    ],
)
def test_a_hostile_rule_file_is_one_sentence(lint, project, good, name, data):
    (project / "lint-rules").mkdir()
    (project / "lint-rules" / name).write_bytes(data)
    run = lint("check", "good.xml", "--rule-dir", "lint-rules")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.errors[0].startswith(f"lint-rules/{name}:")
