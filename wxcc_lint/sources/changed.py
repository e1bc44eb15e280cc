"""What changed since a git revision, so that a check can keep to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.config import Config
from wxcc_lint.discover import Candidate, Discovery, display_name, may_be_ours
from wxcc_lint.files import absolute
from wxcc_lint.sources.git import Blob, GitError, ask_git, contents, repository

_DIFF = (
    "diff",
    "--raw",
    "--no-abbrev",
    "-z",
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--ignore-submodules=all",
)
_UNTRACKED = ("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ":/")


class Changes(Struct, frozen=True):
    """The absolute paths of files that were added or changed, and of those that are gone; a renamed file is in both.

    `gone` tells by path what git knows the content by that was there.
    """

    there: frozenset[Path]
    gone: Mapping[Path, str]


def changed_since(ref: str, cwd: Path) -> Changes:
    """Return what the work tree holds otherwise than the last commit that HEAD has in common with a revision.

    What is not committed counts, and so does what git does not know yet. Raises GitError.
    """
    top, _ = repository(cwd)
    base = _common_commit(ref, cwd)
    differing = ask_git(cwd, *_DIFF, "--end-of-options", base, "--")
    untracked = ask_git(cwd, *_UNTRACKED)
    if differing is None or untracked is None:
        raise GitError(f"git cannot tell what changed since '{ref}'")
    fields = differing.split(b"\0")
    old = {
        top / os.fsdecode(name): about.split()[2].decode("ascii")
        for about, name in zip(fields[::2], fields[1::2], strict=False)
    }
    new = {top / os.fsdecode(name) for name in untracked.split(b"\0") if name}
    there = frozenset(path for path in {*old, *new} if os.path.lexists(path))
    return Changes(there, {path: content for path, content in old.items() if path not in there})


def _common_commit(ref: str, cwd: Path) -> str:
    wanted = ask_git(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}") or b""
    commit = wanted.decode("ascii").strip()
    if not commit.isalnum():  # a `^` in front means everything else
        raise GitError(f"git knows no revision '{ref}' here; a shallow clone knows only the last ones")
    base = ask_git(cwd, "merge-base", commit, "HEAD")
    if base is None:
        raise GitError(
            f"git knows no commit that '{ref}' and HEAD have in common; a shallow clone does not reach that far"
        )
    return base.decode("ascii").split()[0]


def only_changed(found: Discovery, changes: Changes, config: Config, cwd: Path) -> Discovery:
    """Return what a search found without what is as it was, and the files that are gone from where it looked.

    The config, its baseline and its allowed lists are files like any other here, although no search finds them. Raises
    GitError where git does not have what a file held that is gone.
    """
    candidates = [one for one in found.candidates if absolute(cwd / one.path) in changes.there]
    known = {absolute(cwd / one.path) for one in candidates}
    own = set(_own(config))

    def below(paths: Iterable[Path]) -> Iterator[Candidate]:
        folders = [absolute(cwd / folder) for folder in found.searched]
        for path in sorted(paths):
            if any(path.is_relative_to(folder) for folder in folders):
                yield Candidate(str(path), display_name(path, cwd), named=False)

    candidates += [one for one in below(changes.there & own) if one.path not in known]
    gone = [one for one in below(changes.gone) if one.path in own or may_be_ours(one.path)]
    held = contents(
        cwd, [Blob(one.name, changes.gone[one.path]) for one in gone], config.limits.bytes("salesforce") + 1
    )
    gone = [replace(one, data=data) for one, data in zip(gone, held, strict=True)]
    return replace(found, candidates=candidates, searched=[], gone=gone)


def _own(config: Config) -> Iterator[Path]:
    lists = [one.allowlist for one in config.environments.values()]
    for path in (config.path, config.baseline, *(config.root / name for name in lists if isinstance(name, str))):
        if path is not None:
            yield absolute(path)
