"""Find the files to check: named ones as they are, folders through git where there is a work tree."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import BinaryIO

from msgspec import Raw, Struct, field
from msgspec.json import decode

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.load import HEAD, empty, recognise_file
from wxcc_lint.documents.model import Kind
from wxcc_lint.files import open_file, read_up_to, walk
from wxcc_lint.report import Gap

_SUFFIXES = {".xml", ".json", ".callcenter", ""}
"""What is looked into when a folder is searched; the content decides, these only spare reading everything else."""
_NEVER = {"node_modules", "__pycache__"}
_TRANSPORTS = ("ext", "fd", "file", "ftp", "ftps", "git", "http", "https", "ssh")
"""The ways by which git fetches; what a repository says of one of them would outdo what is said of all."""
OURS = ".wxcc-lint"
"""The folder beside a config in which snapshots of orgs are kept: no files of anybody's that a search would mean."""
SNAPSHOT_HEADER = "snapshot.json"
"""What stands in each snapshot, wherever it is kept, and says which org it is of."""
LONGEST_HEADER = 2**24
"""How many bytes of a file of that name are read."""


class Candidate(Struct, frozen=True):
    """A file that may be ours. `name` is `/`-separated and relative to the working directory; `named`: the user wrote it.

    Most are strangers', so that of `file`, where it is, a path is made only for who asks.
    """

    file: str
    name: str
    named: bool
    data: bytes | None = None
    """What standard input held, for the file it stands for; of a file that is gone, what it held."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.file)


class Discovery(Struct):
    """What a search found. `failures` are named paths that cannot be had, `unreadable` are others."""

    candidates: list[Candidate] = field(default_factory=list)
    failures: list[Gap] = field(default_factory=list)
    unreadable: list[Gap] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    """The folders that were searched."""
    gone: list[Candidate] = field(default_factory=list)
    """Files that are not there any more: their environments are looked at without them."""


def discover(paths: Iterable[Path], cwd: Path) -> Discovery:
    """Return the candidates under the given paths, each file once, in a stable order."""
    found = Discovery()
    candidates: dict[str, Candidate] = {}
    here = _as_prefix(os.path.abspath(cwd))  # noqa: PTH100 — texts: thousands of paths would take their time
    for path in paths:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            found.failures.append(Gap(display_name(path, cwd), reason(error)))
            continue
        given, named = os.path.abspath(cwd / path), stat.S_ISREG(mode)  # noqa: PTH100
        if named:
            files = [(os.fspath(path), given)]
        elif stat.S_ISDIR(mode):
            found.searched.append(display_name(path, cwd))
            above, start = _as_prefix(given), len(_as_prefix(path))
            files = [(file, above + file[start:]) for file in search(path, found, cwd)]
        else:
            found.failures.append(Gap(display_name(path, cwd), "is neither a file nor a folder"))
            continue
        for file, at in files:
            key = os.path.normcase(at)
            if named or key not in candidates:
                name = at[len(here) :].replace(os.sep, "/") if at.startswith(here) else display_name(Path(file), cwd)
                candidates[key] = Candidate(file, name, named=named)
    found.candidates.extend(candidates.values())
    return found


def _as_prefix(folder: str | Path) -> str:
    """Return what the path of each file in a folder begins with."""
    return os.path.join(folder, "")  # noqa: PTH118


def display_name(path: Path, folder: Path) -> str:
    """Return a path as it is shown, compared and hashed: seen from a folder, often the working directory, with `/`.

    A relative path counts from that folder. On another drive of Windows the path stays as it is.
    """
    try:
        return Path(os.path.relpath(folder / path, folder)).as_posix()
    except ValueError:
        return path.as_posix()


def reason(error: OSError) -> str:
    """Return why a file cannot be had, as the end of a sentence."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    return (error.strerror or str(error)).lower()


def may_be_ours(file: str | Path) -> bool:
    """Tell from its name whether a file is worth looking into, among those that nobody named."""
    suffix = suffix_of(file)
    return suffix in _SUFFIXES or (Path(file).parent.name if suffix == ".md" else suffix) in _component_marks()


def suffix_of(file: str | Path) -> str:
    """Return the suffix of a file's name in lower case, as a path has it, which need not be made for that."""
    stem, _, end = os.path.basename(file).rpartition(".")  # noqa: PTH119
    return f".{end.lower()}" if stem and end else ""


@cache
def _component_marks() -> frozenset[str]:
    """Return the suffixes of components in the Metadata API's own format; for the one that Markdown has, the folder."""
    types = metadata_types().values()
    return frozenset(it.folder if it.suffix == "md" else f".{it.suffix.lower()}" for it in types)


def search(folder: Path, found: Discovery, cwd: Path, wanted: Callable[[str], bool] = may_be_ours) -> list[str]:
    """Return the wanted files that git tracks or would track below a folder, sorted; without git, all of them.

    Hidden folders and those of packages are left out then, and snapshots always; what cannot be read goes to
    `found.unreadable`.
    """
    names = _git_files(folder)
    files = _walk(folder, found, cwd) if names is None else (_as_prefix(folder) + name for name in names)
    there = filter(wanted, without_snapshots(files, _as_prefix(folder), _header))
    return sorted(there if names is None else filter(_is_regular, there), key=_place)


def without_snapshots(files: Iterable[str], above: str, read: Callable[[str], bytes]) -> list[str]:
    """Return the files without those of orgs: what lies in the folder of a snapshot is nothing that anybody wrote.

    `above` is what each path begins with: the folder that was asked for, who names a snapshot means it. `read` returns the
    bytes of a file.
    """
    every = list(files)
    headers = (file for file in every if file.endswith(SNAPSHOT_HEADER) and file != above + SNAPSHOT_HEADER)
    saved = tuple(
        file.removesuffix(SNAPSHOT_HEADER)
        for file in headers
        if os.path.basename(file) == SNAPSHOT_HEADER and _is_of_org(read(file))  # noqa: PTH119 — texts: see `discover`
    )
    return [
        file
        for file in every
        if not file.startswith(saved) and (OURS not in file or OURS not in Path(file.removeprefix(above)).parts)
    ]


class _OfOrg(Struct):
    version: int
    kinds: dict[str, Raw]


def _is_of_org(header: bytes) -> bool:
    """Tell whether a file of that name is ours: others call theirs so as well."""
    try:
        decode(header, type=_OfOrg)
    except (ValueError, RecursionError):
        return False
    return True


def _header(file: str) -> bytes:
    try:
        with open_file(file) as header:
            return header.read(LONGEST_HEADER)
    except OSError:
        return b""  # git lists it, and it was deleted


def _place(file: str) -> str:
    """Return what sorts a file as its path would be: by folders, and not where their names have less than a separator."""
    return os.path.normcase(file).replace(os.sep, "\0")


def _is_regular(file: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(file).st_mode)  # noqa: PTH116 — a listed file may be deleted, or a link to a device
    except OSError:
        return False


def _leads_to_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # links in a circle
        return False


def git_command(folder: Path, *words: str) -> list[str]:
    """Return the command that asks git about a folder, and lets the settings of that repository start and fetch nothing."""
    never = ("protocol.allow", *(f"protocol.{name}.allow" for name in _TRANSPORTS))
    settings = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", *(f"{one}=never" for one in never))
    safely = (word for one in settings for word in ("-c", one))
    return ["git", "--no-optional-locks", *safely, "-C", os.fspath(folder), *words]


def _git_files(folder: Path) -> list[str] | None:
    """Return what git tracks and does not ignore below a folder, or None where that says nothing of the folder.

    So it is outside a work tree, without git, and where all is ignored: who names such a folder means it. A file in
    conflict is listed once for each side.
    """
    import subprocess

    command = git_command(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".")
    try:
        listed = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 — fixed words and a folder
    except OSError:
        return None
    if listed.returncode != 0:
        return None
    return [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name] or None


def _walk(folder: Path, found: Discovery, cwd: Path) -> Iterator[str]:
    def failed(error: OSError) -> None:
        found.unreadable.append(Gap(display_name(Path(error.filename), cwd), reason(error)))

    for folders, files in walk(folder, failed):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NEVER)
        yield from (one.path for one in files if _leads_to_file(one))


def read(candidate: Candidate, sizes: SizeLimits) -> bytes | None:
    """Return the bytes of a file that is ours, None for a stranger's. Raises OSError.

    A stranger is known after its first bytes; of a file beyond the size limit no more than that limit is read. An empty
    file is ours only if it was named.
    """
    with _opened(candidate) as file:
        head, kind = _begun(candidate, file)
        return None if kind is None else head + read_up_to(file, sizes.bytes(kind) + 1 - len(head))


def glance(candidate: Candidate) -> Kind | None:
    """Tell from the first bytes what a file is that `read` would return, None for a stranger's. Raises OSError."""
    with _opened(candidate) as file:
        return _begun(candidate, file)[1]


def _opened(candidate: Candidate) -> BinaryIO:
    return io.BytesIO(candidate.data) if candidate.data is not None else open_file(candidate.file, 0)


def _begun(candidate: Candidate, file: BinaryIO) -> tuple[bytes, Kind | None]:
    head = read_up_to(file, HEAD)
    if head and not head.isspace():
        return head, recognise_file(candidate.name, head)
    is_ours = candidate.named and not file.read(1)
    return head, empty(candidate.name).kind if is_ours else None


def read_whole(candidate: Candidate) -> bytes:
    """Return all bytes of a file that was found to be ours. Raises OSError."""
    return candidate.path.read_bytes() if candidate.data is None else candidate.data


def read_failure(candidate: Candidate, error: OSError) -> str:
    """Return the sentence that tells a file could not be opened."""
    return f"{candidate.name}: {reason(error)}"
