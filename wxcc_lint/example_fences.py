"""The fences in a rule's docs: examples that are executed, and read.

A fence's info string says what it is: ```` ```xml bad at="true" ````, ```` ```xml good ````. A bad one raises its rule and no
other, with the text `at` under the finding's span; a good one raises nothing. Further words: `file=NAME` (consecutive
fences with a file name form one example; `.wxcc-lint.yaml` is its config), `without=ITEM` (taken out of the base document),
`base=v2` (the generation whose newest file a fragment is set into; without it that of the rule, if it has but one, else V1). JSON
fragments are set into the default desktop layout; see `complete_layout`.

An example of a rule that grades changes is a fence with `side=left` and, behind it, one with `side=right`; one of them alone
shows what the other side does not have. They are compared; `at` stands on the side that the finding points to.

An example of a rule that looks at live orgs has fences with `live=NAME` in place of files; see `example_org`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Literal, cast, get_args

from msgspec import Struct

Side = Literal["left", "right"]
_FENCE = re.compile(r"^```(\w+) (bad|good)\b([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
BASES = ("v1", "v2", "scv")


class Fence(Struct, frozen=True):
    """One fenced block with a verdict: `number` counts those of a rule from 1."""

    number: int
    language: str
    bad: bool
    at: str | None
    file: str | None
    without: tuple[str, ...]
    base: str | None
    side: Side | None
    live: bool
    text: str


def fences(docs: str) -> Iterator[Fence]:
    """Yield the fences with a verdict. Raises ValueError for an info string that cannot be understood."""
    import shlex

    for number, match in enumerate(_FENCE.finditer(docs), start=1):
        words = dict(word.partition("=")[::2] for word in shlex.split(match[3]))
        unknown = set(words) - {"at", "file", "without", "base", "side", "live"}
        if unknown:
            raise ValueError(f"fence {number}: unknown words {sorted(unknown)}")
        if _leads_out(words.get("live", words.get("file", ""))):
            raise ValueError(f"fence {number}: the file '{words['file']}' is outside of the example's folder")
        base = words.get("base")
        if base not in {None, *BASES}:
            raise ValueError(f"fence {number}: base is one of {', '.join(BASES)}, not '{base}'")
        side = _side(number, words.get("side"))
        without = tuple(filter(None, words.get("without", "").split(",")))
        told = (words.get("at"), words.get("live", words.get("file")), without, base, side, "live" in words)
        yield Fence(number, match[1], match[2] == "bad", *told, match[4])


def _side(number: int, word: str | None) -> Side | None:
    if word not in {None, *get_args(Side)}:
        raise ValueError(f"fence {number}: side is left or right, not '{word}'")
    return cast("Side | None", word)


def _leads_out(file: str) -> bool:
    path = PurePath(file)
    return path.is_absolute() or bool(path.drive) or ".." in path.parts


def examples(docs: str) -> Iterator[tuple[Fence, ...]]:
    """Yield the examples of a rule: a fence alone, or consecutive ones with file names or sides and the same verdict."""
    group: list[Fence] = []
    for fence in fences(docs):
        if group and not _joins(fence, group):
            yield tuple(group)
            group = []
        group.append(fence)
    if group:
        yield tuple(group)


def _joins(fence: Fence, group: Sequence[Fence]) -> bool:
    """Tell whether a fence is one more file, or the right side, of the example that the fences before it make up."""
    last = group[-1]
    if fence.bad != last.bad:
        return False
    if fence.side is not None:
        return (last.side, fence.side) == ("left", "right")
    return None not in (fence.file, last.file) and all(one.file != fence.file for one in group)


def without_fence_words(docs: str) -> str:
    """Return docs for reading: each executed fence with a word on what it shows instead of the harness's words."""

    def plain(match: re.Match[str]) -> str:
        fence = next(fences(match[0] + "\n"))
        where = f" (`{fence.file}`)" if fence.file else f" ({fence.side})" if fence.side else ""
        said = "Flagged" if fence.bad else "Fine"
        return f"{said}{where}:\n\n```{match[1]}\n{match[4]}```"

    return _FENCE.sub(plain, docs)
