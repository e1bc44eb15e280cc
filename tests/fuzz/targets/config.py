"""The config: refused with ConfigError alone, at places in the file, or else written anew it says the same. PyYAML judges texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from yaml.composer import ComposerError

from tests.fuzz.inputs import files
from tests.fuzz.invariants import inside, value_at
from wxcc_lint.config import ConfigError, load_config
from wxcc_lint.config_dump import dump_config
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.nodes import json_paths
from wxcc_lint.documents.yaml_scalars import decode_scalar
from wxcc_lint.spans import Text
from wxcc_lint.yaml_file import read_yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The two differ in where a tab may stand, and the program takes the one in C as well."""
LONGEST = 4_096
WORDS = (
    *b"- : ? # & * ! | > % @ , [ ] { } ' \" \\ ~ null true off .nan .inf 0x1F 0o17 1e3 2026-01-31 <<: &a *a !!str !!int !x "
    b"--- ... |- >+ \\x41 \\u00e9 \\z \t \r \x00 \xc2\x85 \xe2\x80\xa8 \xef\xbb\xbf \xe9 \xf0\x9f\x98\x80 profile: strict "
    b"rules: ignore: - rule: reason: until: at: /agent/** environments: files: allowlist: layouts: variables: webex: "
    b"salesforce: severity: error baseline: rule-dirs: fail-on:".split(b" "),
    b"\n",
    b"\n  ",
    b"\n    - ",
    b": ",
)
SEED = b"""\
profile: strict # a comment
fail-on: never
rule-dirs: [a, "b/c"]
rules: {layout/unknown-component: off, acme/x: {severity: info, word: FIX\\u004d, list: [1, 2.5, ~, "0x1F", "0o17", "off", 'null', "\\t\\x41"]}}
ignore:
  - {rule: [a/b, c/d], reason: 'it''s so', file: "**/*.xml", at: '/agent[#1]/**', until: "2030-01-31"}
environments:
  prod: &a
    files: [crm/*.xml]
    allowlist: ["*.acme.com"]
    layouts: {Agents: layouts/a.json}
    variables:
      REGION: |
        two
        lines
    webex: {org-id: x, token-env: TOKEN}
  test: *a
"""


def seeds() -> Iterator[bytes]:
    yield from files(".yaml")
    yield SEED


def check(data: bytes) -> None:
    document = read_yaml("a.yaml", data)
    if document.faults:
        assert all(inside(fault.span, document.text.text) for fault in document.faults)
    else:
        _assert_spans(document)
        with suppress(ComposerError):  # PyYAML refuses an anchor whose name was used before, which YAML allows
            _assert_alike(document.data, yaml.load(document.text.text, LOADER))
    with TemporaryDirectory() as folder:
        path = Path(folder, ".wxcc-lint.yaml")
        written = _loaded(path, data, document.text)
        assert written is None or _loaded(path, written.encode(), Text(written)) == written


def _loaded(path: Path, data: bytes, text: Text) -> str | None:
    """Return the config as it is written anew, None where it is refused in words and at places."""
    path.write_bytes(data)
    try:
        return dump_config(load_config(path))
    except ConfigError as error:
        problems = error.problems
    assert problems
    for problem in problems:
        assert problem.message
        assert 1 <= problem.line <= text.line_count
        assert 1 <= problem.column <= len(text.line(problem.line)) + 1
    return None


def _assert_spans(document: Document) -> None:
    text = document.text.text
    for path in json_paths(document.data):
        node = document.spans.get(path)
        if node is None:
            continue  # what an alias repeats
        assert inside(node.value, text)
        value, raw = value_at(document.data, path), text[node.value.start : node.value.end]
        is_plain = raw[:1] not in {"*", "|", ">", "&", "!"} and not set(raw) & set("\r\n\x85\u2028\u2029")
        if isinstance(value, str) and is_plain:
            assert decode_scalar(raw)[0] == value


def _assert_alike(ours: Any, theirs: Any) -> None:
    """Hold what we read against PyYAML's words for it, which are all texts."""
    if isinstance(ours, dict):
        assert list(ours) == list(theirs)
        for key, value in ours.items():
            _assert_alike(value, theirs[key])
    elif isinstance(ours, list):
        assert len(ours) == len(theirs)
        for value, their in zip(ours, theirs, strict=True):
            _assert_alike(value, their)
    elif isinstance(ours, str):
        assert ours == theirs
    else:
        assert theirs is None or isinstance(theirs, str)
