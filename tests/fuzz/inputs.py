"""What the targets are fed: files of ours and of the corpus, inputs that once broke something, and seeded mutations."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDERS = (ROOT / "fixtures", ROOT.parent / "shared" / "corpus")
TARGETS = tuple(sorted(path.stem for path in HERE.glob("targets/*.py")))


def target(name: str) -> ModuleType:
    """Return a target: `check` states what holds for any bytes, `seeds` are some to begin with, `WORDS` pieces of such.

    `LONGEST` is how many bytes are worth while.
    """
    return import_module(f"tests.fuzz.targets.{name}")


@cache
def files(*endings: str) -> tuple[bytes, ...]:
    """Return what the files hold whose names have one of these endings."""
    paths = [path for folder in FOLDERS for path in sorted(folder.rglob("*")) if path.name.lower().endswith(endings)]
    return tuple(dict.fromkeys(path.read_bytes() for path in paths))


def regressions(name: str) -> list[Path]:
    """Return the inputs that once broke a target."""
    return sorted((HERE / "regressions" / name).glob("*"))


def mutated(data: bytes, words: Sequence[bytes], random: Random) -> bytes:
    """Return data in which up to four stretches were replaced: by nothing, a word, a byte, or another stretch."""
    for _ in range(random.randint(1, 4)):
        start, length, other = random.randint(0, len(data)), random.randint(0, 6) ** 2, random.randint(0, len(data))
        pieces = (b"", random.choice(words), random.randbytes(1), data[other : other + random.randint(1, 30)])
        data = data[:start] + random.choice(pieces) + data[start + length :]
    return data
