"""What one large file takes: memory at the peak, and processor time.

    python benchmarks/large.py [--raised]

Memory is the same on a busy machine; the time is not quite. It needs a POSIX system, which tells what a program took when
it ended.
"""
# ruff: noqa: INP001, T201 — a script

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data import layout

from wxcc_lint.documents.limits import DEFAULT_SIZES, MAX_DEPTH

_MIB = 2**20
_DEFINITION = '<callCenter><section name="s" sortOrder="0" label="S">{}</section></callCenter>\n'
_ITEM = '<item name="item{}" sortOrder="{}" label="Item">a value of no meaning, and of some length</item>\n'
_PROFILE = '<Profile xmlns="http://soap.sforce.com/2006/04/metadata">{}</Profile>\n'
_FIELD = "<fieldPermissions><editable>true</editable><field>Case.F{}__c</field><readable>true</readable></fieldPermissions>\n"
_CONFIG = """\
environments: {{prod: {{files: ["*.profile"], agent-profiles: [Agent]}}}}
limits: {{file-mib: {}, component-mib: {}}}
"""
_MEASURED = """
import resource, subprocess, sys
with open("report", "wb") as report:
    code = subprocess.call(sys.argv[1:], stdout=report)
its = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, its.ru_maxrss, its.ru_utime + its.ru_stime)
"""
"""Started by a process of its own, since what starts a program counts for its peak."""
_FAULTY_PAGE: dict[str, Any] = {"nav": {}, "page": {}}
"""A page in which seven things are missing."""


def _filled(frame: str, part: str, size: int) -> str:
    """Return a text of nearly that size: as many numbered parts as there is room for."""
    each = len(part.format(10**6, 10**6))
    count = (size - len(frame)) // each
    return frame.format("".join(part.format(number, number) for number in range(10**6, 10**6 + count)))


def _layout(size: int) -> str:
    """Return a layout of nearly that size: one of the benchmark of checks, and a page of it under other names."""
    whole = json.loads(layout(0))
    pages = next(iter(whole.values()))["area"]["navigation"]
    page = json.dumps(pages[-1])
    name = pages[-1]["nav"]["label"]
    count = (size - len(json.dumps(whole))) // (len(page) + 10)
    pages += (json.loads(page.replace(name[:-2], name[:-7] + str(number))) for number in range(10**5, 10**5 + count))
    return json.dumps(whole)


def _deepest() -> str:
    inner = '{"x": ' * (MAX_DEPTH - 4) + "1" + "}" * (MAX_DEPTH - 4)
    return f'{{"agent": {{"area": {{"headless": {inner}}}}}}}'


def _faulty(pages: int) -> str:
    return json.dumps({"agent": {"area": {"panel": {}, "navigation": [_FAULTY_PAGE] * pages}}})


def _cases(sizes: Any) -> dict[str, tuple[str, Callable[[], str], str]]:
    """Return by what it is the name of a file, what makes its text, and the format of the report."""
    file, component = sizes.file * _MIB, sizes.component * _MIB
    return {
        "a definition of 5 kB": ("small.xml", lambda: _filled(_DEFINITION, _ITEM, 5000), "full"),
        f"a layout of {sizes.file} MiB": ("large.json", lambda: _layout(file), "full"),
        "a layout nested 200 deep": ("deep.json", _deepest, "full"),
        f"a definition of {sizes.file} MiB": ("large.xml", lambda: _filled(_DEFINITION, _ITEM, file), "full"),
        f"a profile of {sizes.component} MiB": ("Agent.profile", lambda: _filled(_PROFILE, _FIELD, component), "full"),
        "10,500 findings, `-f full`": ("many.json", lambda: _faulty(1_500), "full"),
        "10,500 findings, `-f json`": ("many.json", lambda: _faulty(1_500), "json"),
    }


def _row(what: str, file: Path, form: str) -> str:
    check = [sys.executable, "-m", "wxcc_lint", "check", file.name, "-f", form]
    measured = [sys.executable, "-c", _MEASURED, *check]
    told = subprocess.run(measured, cwd=file.parent, stdout=subprocess.PIPE, check=True)  # noqa: S603 — our own words
    code, peak, cpu = map(float, told.stdout.split())
    if code not in {0, 1}:
        sys.exit(f"{what}: ended with {code:.0f}")
    peak /= _MIB if sys.platform == "darwin" else 1024
    report = (file.parent / "report").stat().st_size / _MIB
    return f"| {what} | {file.stat().st_size / _MIB:.1f} | {report:.1f} | {peak:.0f} | {cpu:.1f} |"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--raised", action="store_true", help="with the highest limits that a config may set")
    raised = parser.parse_args().raised
    sizes = type(DEFAULT_SIZES)(file=20, component=64) if raised else DEFAULT_SIZES
    print("| | file, MiB | report, MiB | peak, MiB | CPU, s |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        config = _CONFIG.format(sizes.file, sizes.component)
        (Path(folder) / ".wxcc-lint.yaml").write_text(config, "utf-8")
        for what, (name, make, form) in _cases(sizes).items():
            file = Path(folder) / name
            file.write_text(make(), "utf-8")
            print(_row(what, file, form), flush=True)
            file.unlink()


if __name__ == "__main__":
    main()
