"""Configs and rule files with every kind of slip: one sentence each, with its position, and exit code 2."""

from __future__ import annotations

import pytest

DEEP = 10_000


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
