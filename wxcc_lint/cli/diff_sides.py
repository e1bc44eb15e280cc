"""The sides of a comparison, as operands name them and as git hands them over."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.config import Config
from wxcc_lint.diff.normalise import trees_of
from wxcc_lint.diff.objects import ConfigObject, Contents, Pair, SourceInfo, Uncovered
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.diff.tree import Tree, leaves
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.documents.paths import format_level
from wxcc_lint.reporters.diff_words import told
from wxcc_lint.sources.entries import Entry, kind_of
from wxcc_lint.sources.open import open_source
from wxcc_lint.sources.read import read_entry

_NOTHING = frozenset({"/dev/null", "nul"})
"""What git names where a file is on one side only."""
_OF_GIT = (7, 9)
"""How many arguments git gives its external diff; nine where the file has another name on the right."""


class Sides(Struct, frozen=True):
    """What is compared."""

    left: Contents
    right: Contents
    base: Contents | None = None


def sides_of(operands: Sequence[str], base: str | None, config: Config, environment: str | None) -> Sides:
    """Open the operands of the command line. Raises WrongUsageError unless there are two."""
    if len(operands) != 2:  # noqa: PLR2004 — a comparison has two sides
        raise WrongUsageError(
            f"diff takes two sides, LEFT and RIGHT; here are {len(operands)} (see wxcc-lint diff --help)"
        )
    if [*operands, base].count("-") > 1:
        raise WrongUsageError("standard input can be one side only")
    stdin = sys.stdin.buffer.read(config.limits.bytes("layout") + 1) if "-" in [*operands, base] else None
    left, right = operands

    def opened(operand: str, side: Literal["left", "right"], other: str) -> Contents:
        if operand in _NOTHING:
            return Contents(SourceInfo(operand), (), extent="one file")
        return open_source(operand, Path.cwd(), config, side, other=other, environment=environment, stdin=stdin)

    origin = None if base is None else opened(base, "left", left)
    return Sides(opened(left, "left", right), opened(right, "right", left), origin)


def sides_of_git(operands: Sequence[str]) -> Sides | None:
    """Return the two sides of a file that git hands to its external diff; None where neither is ours.

    Raises WrongUsageError for other arguments than those of git.
    """
    if len(operands) not in _OF_GIT:
        raise WrongUsageError(
            "--git takes the arguments that git gives its external diff: name it as 'diff.NAME.command'"
        )
    path, old, new = operands[0], operands[1], operands[4]
    right = operands[7] if len(operands) == max(_OF_GIT) else path
    sides = Sides(_contents(old, path, "a"), _contents(new, right, "b"))
    return sides if sides.left.objects or sides.right.objects or sides.left.uncovered or sides.right.uncovered else None


def _contents(file: str, path: str, side: str) -> Contents:
    """Return what a temporary file of git holds, under the name that the file has in the repository."""
    data = b"" if file in _NOTHING else _head(file)
    read = list(read_entry(Entry(path, path, data), {})) if data and kind_of(data) else []
    return Contents(
        SourceInfo(f"{side}/{path}"),
        tuple(one for one in read if isinstance(one, ConfigObject)),
        tuple(one for one in read if isinstance(one, Uncovered)),
        extent="one file",
    )


def _head(file: str) -> bytes:
    try:
        with Path(file).open("rb") as opened:
            return opened.read(DEFAULT_SIZES.bytes("layout") + 1)
    except OSError as error:
        raise WrongUsageError(f"{file}: cannot be read: {(error.strerror or str(error)).lower()}") from error


def normalised_text(operands: Sequence[str]) -> str:
    """Return what a file says, a value a line, in the order of its addresses; a file that is not ours as it is."""
    if len(operands) != 1:
        raise WrongUsageError(f"--textconv takes one file; here are {len(operands)}")
    data = _head(operands[0])
    read = list(read_entry(Entry(operands[0], operands[0], data), {})) if kind_of(data) else []
    objects = [one for one in read if isinstance(one, ConfigObject)]
    if not objects or len(objects) < len(read):
        return data.decode("utf-8", "replace")
    trees = (trees_of(Pair(one, None, "nothing"), STEPS, {})[0] for one in objects)
    return "".join(f"{line}\n" for tree in trees if tree is not None for line in sorted(_lines(tree)))


def _lines(tree: Tree) -> Iterator[str]:
    for keys, leaf in leaves(tree):
        address = "".join(f"/{format_level(key)}" if isinstance(key, str) else format_level(key) for key in keys)
        yield f"{address or '/'} = {told(leaf.value)}"
