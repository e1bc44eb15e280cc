"""Run fuzz targets under atheris, by hand: `make fuzz`, `make fuzz TARGET=json_text SECONDS=3600` or `RUNS=100000`.

What was found to lead further is kept under `build/fuzz`, so that the next run begins there. An input that breaks a target
is made as small as it can be.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.inputs import ROOT, TARGETS, target

_EXECUTED = re.compile(r"number_of_executed_units: (\d+)")


def fuzz(name: str, folder: Path, seconds: int, runs: int, seed: int) -> bool:
    """Fuzz a target, say how many inputs were tried and what broke it, and tell whether it held."""
    options = [f"-max_total_time={seconds}", f"-runs={runs}", f"-seed={seed}", "-timeout=60", "-print_final_stats=1"]
    command = [sys.executable, "-m", "tests.fuzz.under_atheris", name, *options, *_supplies(name, folder)]
    before = set(folder.glob("*-*"))
    with (folder / "log").open("w", encoding="utf-8") as log:
        held = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False).returncode == 0
    said = (folder / "log").read_text("utf-8", "replace")
    executed = _EXECUTED.search(said)
    print(f"{name}: {executed[1] if executed else 'no'} inputs", flush=True)
    for path in set(folder.glob("*-*")) - before:
        small = path.with_name("small-" + path.name.rpartition("-")[2])
        small.write_bytes(shrunk(path.read_bytes(), target(name).check))
        print(f"  broken by {small}: {small.read_bytes()!r}")
    if not held:
        print("".join(f"  {line}\n" for line in said[said.find("Traceback") :].splitlines()[:30]))
    return held


def _supplies(name: str, folder: Path) -> list[str]:
    """Write what the fuzzer needs of a target into a folder, and return the options that name it."""
    found, seeds, words = folder.resolve() / "found", folder.resolve() / "seeds", folder.resolve() / "words"
    found.mkdir(parents=True, exist_ok=True)
    seeds.mkdir(exist_ok=True)
    for seed in target(name).seeds():
        (seeds / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    quoted = ("".join(f"\\x{byte:02x}" for byte in word) for word in target(name).WORDS if word)
    words.write_text("".join(f'"{word}"\n' for word in quoted), encoding="ascii")
    longest = target(name).LONGEST
    return [f"-max_len={longest}", f"-dict={words}", f"-artifact_prefix={found.parent}/", str(found), str(seeds)]


def shrunk(data: bytes, check: Callable[[bytes], object]) -> bytes:
    """Return the shortest piecemeal remainder of an input that breaks a target at the same place."""
    wanted, length = _failure(data, check), len(data)
    while wanted and length:
        for start in range(len(data), -1, -length):
            less = data[:start] + data[start + length :]
            data = less if _failure(less, check) == wanted else data
        length //= 2
    return data


def _failure(data: bytes, check: Callable[[bytes], object]) -> tuple[object, ...]:
    """Return what went wrong and where, nothing if all is well."""
    try:
        check(data)
    except Exception as error:  # noqa: BLE001 — any is a find
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        return type(error), at and (at.tb_frame.f_code.co_filename, at.tb_lineno)
    return ()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all if none is named")
    options.add_argument("--seconds", type=int, help="how long each may take: a minute, unless --runs says when to end")
    options.add_argument("--runs", type=int, default=-1, help="how many inputs each may get")
    options.add_argument("--seed", type=int, default=0, help="try the same inputs as another run with it; 0 for others")
    options.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz", help="where to keep what was found")
    given = options.parse_args()
    if unknown := set(given.targets) - set(TARGETS):
        options.error(f"there is no target {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    seconds = given.seconds or (60 if given.runs < 0 else 0)
    held = [fuzz(name, given.folder / name, seconds, given.runs, given.seed) for name in given.targets or TARGETS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
