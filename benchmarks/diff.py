"""How long a comparison takes, from parsed documents, and how many changes it tells: ours, DeepDiff's, jsondiffpatch's.

    python benchmarks/diff.py LAYOUT.json

The file is compared with itself after five edits that an admin would make, its keys in another order, as after a save.
"""
# ruff: noqa: INP001, T201 — a script

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from time import process_time
from typing import Any

from deepdiff import DeepDiff

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document

_ROUNDS = 20
_PACKAGE = "jsondiffpatch@0.7"
_SCRIPT = """
import * as library from 'jsondiffpatch';
import { readFileSync } from 'node:fs';
const [left, right, rounds] = process.argv.slice(2);
const before = JSON.parse(readFileSync(left)), after = JSON.parse(readFileSync(right));
const name = (one, at) =>
  one.nav?.navigateTo ?? (one.comp ? [one.comp, one.attributes?.id, one.wrapper?.title].join() : '$' + at);
const differ = library.create({ objectHash: name });
const times = [];
let delta;
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  delta = differ.diff(before, after);
  times.push((performance.now() - start) / 1000);
}
const isChange = node => Array.isArray(node);
const count = node => isChange(node) ? 1 : Object.entries(node).reduce((all, [key, one]) => all + (key === '_t' ? 0 : count(one)), 0);
times.sort((a, b) => a - b);
console.log(JSON.stringify([times[0], count(delta)]));
"""


def edited(layout: dict[str, Any]) -> dict[str, Any]:
    """Return a layout after five edits: a title, a new page, a page moved to the end, a page's label, a setting gone."""
    other = deepcopy(layout)
    role = other.get("agent", other)
    pages = role["area"]["navigation"]
    role["appTitle"] = "Another title"
    pages[-1]["nav"]["label"] = "Another label"
    pages.append(pages.pop(0))
    pages.append({"nav": {"label": "New", "navigateTo": "new-page", "icon": "call"}, "page": {"id": "new-page"}})
    del role["dragDropEnabled"]
    return dict(_turned_round(other))


def _turned_round(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned_round(child) for key, child in reversed(value.items())}
    return [_turned_round(child) for child in value] if isinstance(value, list) else value


def measured(what: Callable[[], int], rounds: int = _ROUNDS) -> tuple[float, int]:
    """Return the processor time of the fastest round in seconds, and how many changes it tells."""
    times: list[float] = []
    told = what()
    for _ in range(rounds):
        start = process_time()
        what()
        times.append(process_time() - start)
    return min(times), told


def ours(left: Document, right: Document) -> int:
    """Return how many changes we tell; what a document keeps from one comparison to the next is thrown away."""
    left.selectors.clear()
    right.selectors.clear()
    pair = Pair(ConfigObject("layout", "left", left), ConfigObject("layout", "right", right), "option")
    before, after = trees_of(pair, STEPS, {})
    assert before is not None
    assert after is not None
    return len(list(compare(before, after)))


def deepdiff(left: Any, right: Any) -> int:
    """Return how many differences DeepDiff finds."""
    found = DeepDiff(left, right, ignore_order=True)
    return sum(len(one) for one in found.values())


def jsondiffpatch(left: str, right: str) -> tuple[float, int] | str:
    """Return what the npm library takes and tells, installed into a temporary folder; or why it could not be asked."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return "skipped: there is no node here"
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"left.json": left, "right.json": right, "run.mjs": _SCRIPT}.items():
            (Path(folder) / name).write_text(text, "utf-8")
        install = [
            npm,
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
            folder,
            _PACKAGE,
        ]
        try:
            subprocess.run(install, check=True, capture_output=True, timeout=120)  # noqa: S603 — fixed words
        except (subprocess.SubprocessError, OSError):
            return "skipped: npm could not install it"
        run = [node, "run.mjs", "left.json", "right.json", str(_ROUNDS)]
        done = subprocess.run(run, check=True, capture_output=True, text=True, cwd=folder)  # noqa: S603 — fixed words
    seconds, told = json.loads(done.stdout)
    return seconds, told


def main() -> None:
    """Print a line for each."""
    text = Path(sys.argv[1]).read_text("utf-8")
    layout = json.loads(text)
    other = json.dumps(edited(layout), indent=2)
    left, right = parse_json("left.json", text, "layout"), parse_json("right.json", other, "layout")
    results: dict[str, tuple[float, int] | str] = {
        "wxcc-lint": measured(lambda: ours(left, right)),
        "DeepDiff(ignore_order=True)": measured(lambda: deepdiff(left.data, right.data)),
        "jsondiffpatch": jsondiffpatch(text, other),
    }
    base = results["wxcc-lint"][0]
    print(f"{len(text.encode()) / 1000:.0f} kB, five edits")
    for name, result in results.items():
        if isinstance(result, str):
            print(f"{name:28} {result}")
        else:
            seconds, told = result
            print(f"{name:28} {seconds * 1000:9.2f} ms {seconds / float(base):8.2f} x {told:4} changes")


if __name__ == "__main__":
    main()
