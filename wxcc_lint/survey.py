"""Look at a folder that has no config yet: which files are ours, and what each says of where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.config import Config
from wxcc_lint.discover import Discovery, discover, display_name, read_failure, search, suffix_of
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.load import HEAD
from wxcc_lint.files import open_file
from wxcc_lint.intake import Intake
from wxcc_lint.propose import Seen

if TYPE_CHECKING:
    from wxcc_lint.documents.callcenter_view import CallCenter
    from wxcc_lint.documents.layout_view import Layout
    from wxcc_lint.documents.model import Document

_LIST_SUFFIXES: Final = {".txt", ".csv", ".yaml", ".yml"}
_LIST_WORDS: Final = ("allow", "csp", "domains", "hosts", "trusted", "white")
"""Words in the path of a file that keeps hosts to allow; other files list hosts as well, and file names look like them."""
_FEWEST: Final = 2
_MOST_OF: Final = 0.75


class Survey(Struct):
    """The files of a folder in the order of their paths; `unreadable` are sentences."""

    files: list[Seen] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def survey(folder: Path) -> Survey:
    """Look at all that a check of the folder would look at, and at what may be an allowed list."""
    folder = folder.resolve()
    intake = Intake(Config(None, folder), folder)
    searched = discover([folder], folder)
    found = Survey(unreadable=[one.sentence for one in (*searched.failures, *searched.unreadable)])
    for candidate in searched.candidates:
        try:
            document = intake.read(candidate)
        except OSError as error:
            found.unreadable.append(read_failure(candidate, error))
            continue
        if document is not None:
            found.files.append(describe(document))
    found.files[:] = dict.fromkeys(found.files)  # components of one folder are one entry
    found.files += _allowed_lists(folder)
    found.files.sort(key=lambda file: file.path)
    return found


def describe(document: Document) -> Seen:
    """Return what a file says of itself; one that cannot be read says what it is, and nothing else."""
    from wxcc_lint.documents.variables import references

    if document.data is None:
        return Seen(document.name, document.kind, is_readable=False)
    variables = tuple(sorted({one.name for one in references(document) if one.is_conventional}))
    if document.kind == "callcenter":
        return _callcenter(document, variables)
    if document.kind == "layout":
        return _layout(document, variables)
    path = _with_its_like(document.name) if document.kind == "salesforce" else document.name
    return Seen(path, document.kind, variables=variables)


def _with_its_like(file: str) -> str:
    """Return the folder of components that a file lies in, without what is further in; else the file."""
    known = {it.folder for it in metadata_types().values()}
    parts = PurePosixPath(file).parts
    ends = [number for number, part in enumerate(parts[:-1], start=1) if part in known]
    return "/".join(parts[: ends[0]]) if ends else file


def _callcenter(document: Document, variables: tuple[str, ...]) -> Seen:
    from wxcc_lint.documents.callcenter_view import CallCenter

    view = CallCenter(document)
    generation = None if view.generation == "other" else view.generation
    return Seen(document.name, "callcenter", _region(view), generation, variables=variables)


def _layout(document: Document, variables: tuple[str, ...]) -> Seen:
    from wxcc_lint.documents.layout_view import Layout

    layout = Layout(document)
    name = document.data.get("name") if layout.is_wrapped else None
    title = name if isinstance(name, str) else None
    return Seen(document.name, "layout", _named_region(layout), title=title, variables=variables)


def _region(view: CallCenter) -> str | None:
    from wxcc_lint.catalog.regions import region_of
    from wxcc_lint.documents.callcenter_region import stated_region

    stated = stated_region(view)
    region = stated.region if stated else region_of(view.mirrors.get("adapterUrl", ""))
    return region.code if region else None


def _named_region(layout: Layout) -> str | None:
    """Return the region that a layout speaks of, if it is one alone."""
    from wxcc_lint.catalog.named_regions import named_regions

    codes = {one.region.code for text in layout.texts() for one in named_regions(text.name, text.value)}
    return codes.pop() if len(codes) == 1 else None


def _allowed_lists(folder: Path) -> Iterator[Seen]:
    from wxcc_lint.documents.allowlist import parse_allowlist

    for path in map(Path, search(folder, Discovery(), folder, lambda file: suffix_of(file) in _LIST_SUFFIXES)):
        try:
            with open_file(path) as file:
                data = file.read(HEAD + 1)
        except OSError:
            continue  # nobody said it is one
        text, fault = decode(data)
        if fault is None and len(data) <= HEAD and "." in text:
            document = parse_allowlist(display_name(path, folder), text)
            if is_allowed_list(document):
                yield describe(document)


def is_allowed_list(document: Document) -> bool:
    """Tell whether most entries of a file are hosts, and something shows that these are hosts to allow."""
    from wxcc_lint.documents.allowlist import AllowList

    if document.data is None:
        return False
    entries = AllowList(document).entries
    hosts = [one.source for one in entries if one.source and any(map(str.isalpha, one.source.host.rpartition(".")[2]))]
    domains = [host for host in hosts if "." in host.host]
    is_meant = any(host.is_wildcard for host in domains) or any(word in document.name.lower() for word in _LIST_WORDS)
    return is_meant and len(domains) >= max(_FEWEST, _MOST_OF * len(entries))
