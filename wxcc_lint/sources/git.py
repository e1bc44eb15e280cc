"""What git remembers, as a source: `git:REF[:PATH]`. Neither the work tree nor the index is touched."""

from __future__ import annotations

import io
import os
import posixpath
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from msgspec import Struct

from wxcc_lint.discover import LONGEST_HEADER, display_name, git_command, without_snapshots
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.sources.entries import Entry, Opened, failed, may_be_ours, read_ours

_FILE = b"100"
"""How the mode of a file begins; links and submodules have other modes."""


class GitError(Exception):
    """A sentence that tells why git cannot help."""


class Blob(Struct, frozen=True):
    """A file that git remembers; of a tree, `path` counts from the top of the repository."""

    path: str
    object_id: str


def open_git(operand: str, cwd: Path, other: str | None, sizes: SizeLimits) -> Opened:
    """Open `REF[:PATH]`; PATH counts from the working directory.

    Without a PATH it is that of the other operand if that is a file or folder of the disk, else the whole tree.
    """
    ref, _, path = operand.partition(":")
    try:
        top, prefix = repository(cwd)
        tree = _tree(cwd, ref)
        inside = _inside(path or _path_of(other, cwd), cwd, prefix)
        blobs, is_file = _blobs(cwd, ref, tree, inside)
        return _read(cwd, ref, top, inside, blobs, sizes, is_file=is_file)
    except GitError as error:
        return failed(f"git:{operand}: {error}")


def _path_of(other: str | None, cwd: Path) -> str | None:
    return other if other and other != "-" and (cwd / other).exists() else None


def repository(cwd: Path) -> tuple[Path, str]:
    """Return the top of the work tree, and the way from there to the working directory."""
    told = ask_git(cwd, "rev-parse", "--show-toplevel", "--show-prefix")
    if told is None:
        raise GitError("this folder is not in a work tree of git")
    top, prefix = os.fsdecode(told).splitlines()[:2]
    return Path(top), prefix


def _tree(cwd: Path, ref: str) -> str:
    if not ref:
        raise GitError("a revision is missing; write git:HEAD or git:main:PATH")
    found = None if ref.startswith("-") else ask_git(cwd, "rev-parse", "--verify", "--quiet", f"{ref}^{{tree}}")
    if found is None:
        raise GitError(f"git knows no revision '{ref}' here")
    return found.decode("ascii").strip()


def _inside(path: str | None, cwd: Path, prefix: str) -> str:
    """Return a path as the repository has it; the top is `.`."""
    if path is None:
        return "."
    found = posixpath.normpath(posixpath.join(prefix, display_name(cwd / path, cwd)))
    if found.split("/")[0] == "..":
        raise GitError(f"'{path}' lies outside the repository")
    return found


def _blobs(cwd: Path, ref: str, tree: str, inside: str) -> tuple[list[Blob], bool]:
    """Return the files at or below a path that may be ours, and whether the path is one file."""
    below = [] if inside == "." else [inside]
    listed = ask_git(cwd, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", tree, "--", *below) or b""
    if below and not listed:
        raise GitError(f"'{inside}' is not in '{ref}'")
    blobs = []
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        if about.startswith(_FILE):
            blobs.append(Blob(os.fsdecode(path), about.split()[2].decode("ascii")))
        elif os.fsdecode(path) == inside:
            raise GitError(f"'{inside}' is neither a file nor a folder in '{ref}'")
    if below and [blob.path for blob in blobs] == below:
        return blobs, True
    ours = {blob.path: blob for blob in blobs if may_be_ours(blob.path)}
    above = "" if inside == "." else f"{inside}/"
    kept = without_snapshots(ours, above, lambda path: b"".join(contents(cwd, [ours[path]], LONGEST_HEADER)))
    return [ours[path] for path in kept], False


def _read(
    cwd: Path, ref: str, top: Path, inside: str, blobs: Sequence[Blob], sizes: SizeLimits, *, is_file: bool
) -> Opened:
    opened = Opened(extent="one file") if is_file else Opened(place=os.path.realpath(top / inside), may_be_empty=True)
    for blob, data in zip(blobs, contents(cwd, blobs, sizes.bytes("layout") + 1), strict=True):
        ours = data if is_file else read_ours(io.BytesIO(data), sizes)
        if ours is not None:
            shown = display_name(top / blob.path, Path(os.path.realpath(cwd)))
            name = f"git:{ref}:{shown if '/' in shown else './' + shown}"
            path = posixpath.basename(blob.path) if is_file else posixpath.relpath(blob.path, inside)
            opened.entries.append(Entry(name, path, ours, cwd / shown))
    return opened


def contents(cwd: Path, blobs: Sequence[Blob], most: int) -> Iterator[bytes]:
    """Yield the bytes of files, of each no more than tells that it is too large; one process reads them all.

    Raises GitError for a file that is not at hand.
    """
    if not blobs:
        return
    command = git_command(cwd, "cat-file", "--batch")
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing) as process:  # noqa: S603 — fixed words
        assert process.stdin is not None, "it is a pipe"
        assert process.stdout is not None, "it is a pipe"
        for blob in blobs:
            process.stdin.write(blob.object_id.encode("ascii") + b"\n")
            process.stdin.flush()
            head = process.stdout.readline().split()
            if len(head) != 3:  # noqa: PLR2004 — name, kind, size; less where the object is not at hand
                raise GitError(f"the content of '{blob.path}' is not in this repository")
            size = int(head[2])
            yield process.stdout.read(min(size, most))
            _skip(process.stdout, max(0, size - most) + 1)
        process.stdin.close()


def _skip(file: IO[bytes], size: int) -> None:
    while size > 0 and (read := len(file.read(min(size, 2**20)))):
        size -= read


def ask_git(cwd: Path, *words: str) -> bytes | None:
    """Return what git prints, or None where it refuses."""
    command = git_command(cwd, *words)
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 — fixed words, a folder, a revision
    except FileNotFoundError as error:
        raise GitError("git is not installed") from error
    return done.stdout if done.returncode == 0 else None
