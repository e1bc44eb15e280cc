"""Every pair of consecutive versions of a real file: a list of changes that reads like release notes.

`UPDATE_GOLDEN=1` writes golden/pairs.txt anew; read what changed in it.
"""

from __future__ import annotations

import csv
import json
import os
import re
from pathlib import Path

from wxcc_lint.documents.load import load

GOLDEN = Path(__file__).with_name("golden") / "pairs.txt"
WIDTH = 60
ACCOUNT = re.compile(r"(?<=:)[0-9]{12}(?=:)")
"""The number of somebody's account at a cloud provider; it has no business here."""


def short(value) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = f"'{text}'" if isinstance(value, str) else text
    text = ACCOUNT.sub("ACCOUNT", " ".join(text.split()))
    return text if len(text) <= WIDTH else f"{text[: WIDTH // 2]}…{text[1 - WIDTH // 2 :]}"


def line(change) -> str:
    """Return one line that says what changed; `in` tells the role of a change of a form with one configuration for all."""
    role = change.keys[0] if change.keys and not change.at.startswith((f"/{change.keys[0]}", "/jsonFile")) else ""
    values = {"added": short(change.right_value), "removed": short(change.left_value)}
    said = values.get(change.kind) or f"{short(change.left_value)} → {short(change.right_value)}"
    return f"  {change.kind} {change.at}{f' for {role}' if role and role != 'form' else ''}: {said}"


def listed(diff, corpus: Path) -> str:
    lines = []
    for pair in csv.DictReader((corpus / "PAIRS.tsv").read_text("utf-8").splitlines(), delimiter="\t"):
        documents = [load(pair[side], (corpus / pair[side]).read_bytes()) for side in ("old_saved", "new_saved")]
        versions = [pair[side].rsplit("__", 1)[1].split("_")[0] for side in ("old_saved", "new_saved")]
        lines += ["", f"{pair['path']} {versions[0]} → {versions[1]}"]
        lines += [line(change) for change in diff.changes(*documents)] or ["  no difference"]
    return "\n".join([*lines[1:], ""])


def test_versions_of_real_files_differ_as_recorded(diff, corpus):
    found = listed(diff, corpus)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


def test_long_values_keep_both_ends():
    assert short("a" * 80) == f"'{'a' * 29}…{'a' * 28}'"
    assert short("a\n  b") == "'a b'"
    assert short({"a": 1}) == '{"a": 1}'
