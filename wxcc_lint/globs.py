"""Glob patterns on `/`-separated paths relative to the configuration's folder, much as in `.gitignore`.

* `*`, `?`, `[abc]` and `[!abc]` match within one folder or file name, in the case as written.
* `**` as a whole name matches any number of folders, also none; at the end it matches everything below, not the folder.
* A pattern covers the whole path: `*.json` is a file in the folder itself, `**/*.json` one at any depth, and a folder
  needs `crm/**`.
* In a list, `!` in front of a pattern leaves out again what those before it cover.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

NOT = "!"
"""What stands in front of a pattern that leaves files out."""


def matches_glob(pattern: str, path: str) -> bool:
    """Tell whether `pattern` covers the whole of `path`. Takes time in proportion to the names in both."""
    parts, names = pattern.split("/"), path.split("/")
    reached = {0}
    for number, part in enumerate(parts, start=1):
        if part == "**":
            at_least = 1 if number == len(parts) else 0
            reached = set(range(min(reached) + at_least, len(names) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], part)}
        if not reached:
            return False
    return len(names) in reached


def matches_globs(patterns: Sequence[str], path: str) -> bool:
    """Tell whether a list of patterns covers a path: the last one that speaks of it decides."""
    for pattern in reversed(patterns):
        if matches_glob(pattern.removeprefix(NOT), path):
            return not pattern.startswith(NOT)
    return False
