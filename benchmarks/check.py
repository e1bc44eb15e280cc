"""How long a check takes, and how much memory: ours, and what others take for the part of it that they know.

    python benchmarks/check.py [--files 10] [--strangers 500] [--rounds 7] [--only cold]… [--without-peers]

Everybody runs once unmeasured, then once a round, in turn: what else the machine does meets all alike. Shown are medians
and, in brackets, quartiles. It needs a POSIX system, which tells what a program took when it ended.
"""
# ruff: noqa: INP001, T201 — a script

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from data import ROOT, write_ours, write_strangers
from measure import Contender, table
from peers import Peer, find_peers, program

_CORPUS = ROOT.parent / "shared" / "corpus"
_IN_BULK = ("check-jsonschema", "ajv", "xmllint")
_CHECK = ("check", "--fail-on", "warning")
"""Ends with another code if what was made deserves a finding after all."""
_RULE = "layout/unknown-component"
_PARSING = """
import json, sys, time
from pathlib import Path
from lxml import etree
start, busy = time.perf_counter(), time.process_time()
for path in Path.cwd().iterdir():
    data = path.read_bytes()
    try:
        etree.fromstring(data) if data.lstrip().startswith(b"<") else json.loads(data)
    except (ValueError, etree.XMLSyntaxError):
        pass
print(time.perf_counter() - start, time.process_time() - busy)
"""
_READING = """
from pathlib import Path
for path in Path.cwd().rglob("*.*"):
    path.read_bytes()
"""
_NOTHING_OF_OURS = 3


@dataclass(frozen=True, slots=True)
class Bench:
    """What all sections share. `plain` is an environment without jsonschema-rs."""

    work: Path
    files: int
    strangers: int
    rounds: int
    peers: Mapping[str, Peer]
    plain: Mapping[str, str]

    def ours(self, folder: Path, *arguments: str, files: int = 1, codes: tuple[int, ...] = (0,)) -> list[Contender]:
        """Return us twice, with the compiled schema checker and without."""
        command = [program("wxcc-lint") or sys.exit("wxcc-lint is not installed here"), *arguments]
        return [
            Contender("wxcc-lint", command, folder, files, codes),
            Contender("wxcc-lint without jsonschema-rs", command, folder, files, codes, environment=self.plain),
        ]


def cold(the: Bench) -> Iterable[str]:
    """One definition and one layout of 40 kB, all default rules, each peer on the file that it knows."""
    folder = the.work / "cold"
    layouts, definitions = write_ours(folder, 1)
    parsing = Contender("only parsing, and Python's start", [sys.executable, "-c", _PARSING], folder)
    peers = [Contender(name, one.command(layouts, definitions), folder) for name, one in the.peers.items()]
    return table([*the.ours(folder, *_CHECK, *layouts, *definitions), *peers, parsing], the.rounds)


def bulk(the: Bench) -> Iterable[str]:
    """Many layouts of 40 kB and as many definitions, in one process and in two; parsing without the start of Python."""
    folder = the.work / "bulk"
    layouts, definitions = write_ours(folder, the.files)
    peers = [
        Contender(name, one.command(layouts, definitions), folder, the.files)
        for name, one in the.peers.items()
        if name in _IN_BULK
    ]
    fast, plain = the.ours(folder, *_CHECK, "-j", "1", files=2 * the.files)
    two = replace(fast, name="wxcc-lint -j 2", command=[*fast.command[:-1], "2"])
    return table([fast, two, plain, *peers, _parsing(folder, 2 * the.files)], the.rounds)


def memory(the: Bench) -> Iterable[str]:
    """As many files as in bulk, and ten times as many."""
    return table([_many(the, the.files), _many(the, 10 * the.files)], min(the.rounds, 3))


def _many(the: Bench, count: int) -> Contender:
    folder = the.work / f"memory-{count}"
    write_ours(folder, count)
    ours, _ = the.ours(folder, *_CHECK, "-j", "1", files=2 * count)
    return replace(ours, name=f"{2 * count} files")


def sift(the: Bench) -> Iterable[str]:
    """Many JSON and XML files that are none of ours, against reading them."""
    folder = the.work / "strangers"
    write_strangers(folder, the.strangers)
    ours, _ = the.ours(folder, "check", files=the.strangers, codes=(_NOTHING_OF_OURS,))
    return table([ours, Contender("reading", [sys.executable, "-c", _READING], folder, the.strangers)], the.rounds)


def corpus(the: Bench) -> Iterable[str]:
    """Real layouts and definitions, with what is found in them."""
    folder = the.work / "corpus"
    folder.mkdir()
    files = [path for part in ("layouts", "callcenter_wxcc") for path in sorted((_CORPUS / part).glob("*"))]
    for path in files:
        shutil.copy(path, folder / path.name)
    ours = the.ours(folder, "check", files=len(files), codes=(0, 1))
    return table([*ours, _parsing(folder, len(files))], the.rounds)


def start(the: Bench) -> Iterable[str]:
    """Commands that read no file of the user's."""
    commands = (("--version",), ("--help",), ("explain", _RULE))
    ours = [replace(the.ours(the.work, *words)[0], name=f"wxcc-lint {' '.join(words)}") for words in commands]
    names = [name for name in ("check-jsonschema", "yamllint", "spectral") if name in the.peers]
    peers = [Contender(f"{name} --version", [the.peers[name].program, "--version"], the.work) for name in names]
    return table([*ours, *peers, Contender("Python alone", [sys.executable, "-c", ""], the.work)], the.rounds)


def _parsing(folder: Path, files: int) -> Contender:
    return Contender("only parsing", [sys.executable, "-c", _PARSING], folder, files, tells=True)


_SECTIONS: dict[str, Callable[[Bench], Iterable[str]]] = {
    one.__name__: one for one in (cold, bulk, memory, sift, corpus, start)
}


def main() -> None:
    """Print a table for each section."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=10, help="layouts, and as many definitions, in bulk")
    parser.add_argument("--strangers", type=int, default=500, help="files that are none of ours")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", action="append", choices=_SECTIONS)
    parser.add_argument("--without-peers", action="store_true", help="leave out the programs of others")
    said = parser.parse_args()
    here, missing = ({}, {}) if said.without_peers else find_peers()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {said.rounds} rounds")
    for name, one in here.items():
        print(f"{name} {one.version}")
    for name, why in missing.items():
        print(f"{name} skipped: {why}")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        (work / "plain").mkdir()
        (work / "plain" / "jsonschema_rs.py").write_text("raise ImportError\n", "utf-8")
        the = Bench(work, said.files, said.strangers, said.rounds, here, {"PYTHONPATH": str(work / "plain")})
        for name in said.only or _SECTIONS:
            section = _SECTIONS[name]
            if section is corpus and not _CORPUS.is_dir():
                print("\ncorpus skipped: not here")
                continue
            print(f"\n{name}: {section.__doc__}\n")
            print(*section(the), sep="\n", flush=True)


if __name__ == "__main__":
    main()
