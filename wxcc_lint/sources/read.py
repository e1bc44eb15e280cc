"""From the files of a source to call centers, layouts and Salesforce components."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.config import Config
from wxcc_lint.diff.objects import ConfigObject, Uncovered
from wxcc_lint.documents.callcenter_row import parse_rows
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.component_files import component_name, full_name
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.documents.load import empty, parse, recognise, too_large
from wxcc_lint.documents.model import Document, Fault
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.files import absolute
from wxcc_lint.sources.entries import Entry, kind_of, told
from wxcc_lint.spans import Text

LayoutNames = Mapping[Path, tuple[str, ...]]
"""Names in Control Hub by the file that the config declares for them."""


def layout_names(config: Config, environment: str | None) -> LayoutNames:
    """Return what the layouts of an environment are called; without one, what all environments agree on."""
    names: dict[Path, list[tuple[str, ...]]] = {}
    for one in config.environments.values():
        if environment not in {None, one.name}:
            continue
        by_file: dict[Path, tuple[str, ...]] = {}
        for name, path in one.layouts.items():
            file = absolute(config.root / path)
            by_file[file] = (*by_file.get(file, ()), name)
        for file, held in by_file.items():
            names.setdefault(file, []).append(held)
    return {file: held[0] for file, held in names.items() if len(set(held)) == 1}


def read_entry(
    entry: Entry, names: LayoutNames, sizes: SizeLimits = DEFAULT_SIZES
) -> Iterator[ConfigObject | Uncovered]:
    """Yield the objects of a file, or what keeps it from being compared; nothing if it is a stranger's."""
    if not entry.data.strip():
        yield from objects_of(empty(entry.name), entry, names)
        return
    kind = kind_of(entry.data)
    if kind == "callcenter" and recognise(entry.data) is None:
        yield from _rows(entry, names, sizes)
    elif kind is not None:
        yield from objects_of(parse(entry.name, entry.data, kind, sizes), entry, names)


def _rows(entry: Entry, names: LayoutNames, sizes: SizeLimits) -> Iterator[ConfigObject | Uncovered]:
    text, fault = (
        decode(entry.data) if len(entry.data) <= sizes.bytes("callcenter") else ("", too_large("callcenter", sizes))
    )
    if fault is not None:
        yield from _unread(Document(entry.name, "callcenter", Text(text)), entry, names, fault)
        return
    rows = parse_rows(entry.name, text)
    for document in rows.documents:
        yield from objects_of(document, entry, names)
    if not rows.is_complete:
        yield Uncovered("callcenter", f"{entry.name}: the reply is not complete ('done' is false)")


def objects_of(document: Document, entry: Entry, names: LayoutNames) -> Iterator[ConfigObject | Uncovered]:
    """Yield the objects of a file that was parsed, or what keeps it from being compared."""
    if document.faults:
        yield from _unread(document, entry, names, document.faults[0])
    elif document.kind == "salesforce":
        yield from _component(document, entry)
    elif document.kind == "callcenter":
        name = (CallCenter(document).internal_name or "").strip()
        yield ConfigObject("callcenter", name, document, path=entry.path)
    elif not isinstance(Layout(document).root, dict):
        reason = f"{entry.name}: this is a list, not one layout; save each layout in a file of its own"
        yield Uncovered(f"layout:{_stem(entry)}", reason)
    else:
        said = document.data.get("name") if Layout(document).is_wrapped else None
        for name, is_guess in _layout_names(said, entry, names):
            yield ConfigObject("layout", name, document, is_guess, entry.path)


def _component(document: Document, entry: Entry) -> Iterator[ConfigObject]:
    """Yield a component, and nothing for what only says which there are.

    Of an Apex class the source alone counts: what stands beside it tells nothing of what it does.
    """
    component = SalesforceComponent(document)
    if not metadata_types()[component.type].folder:
        return
    if component.type != "ApexClass" or component.is_apex:
        yield ConfigObject("component", component.name, document, path=entry.path, type=component.type)


def _layout_names(said: Any, entry: Entry, names: LayoutNames) -> list[tuple[str, bool]]:
    """Return what a layout is called, and whether that is a guess; `said` is the name that stands in its file, if any."""
    declared = names.get(absolute(entry.file), ()) if entry.file else ()
    if declared:
        return [(name, False) for name in declared]
    return [(said.strip(), False)] if isinstance(said, str) else [(_stem(entry), True)]


def _unread(document: Document, entry: Entry, names: LayoutNames, fault: Fault) -> Iterator[Uncovered]:
    if document.kind == "salesforce":
        titles = [_component_title(entry)]
    elif document.kind == "callcenter":
        titles = [f"callcenter:{component_name(entry.path) or _stem(entry)}"]
    else:
        wrapper = parse_json(
            document.name, document.text.text, "layout"
        ).data  # what stands around a broken layout is whole
        said = wrapper.get("name") if isinstance(wrapper, dict) else None
        titles = [f"layout:{name}" for name, _ in _layout_names(said, entry, names)]
    yield from (Uncovered(title, told(document, fault)) for title in titles)


def _component_title(entry: Entry) -> str:
    """Return what a component would be called that cannot be read; its path where the name of the file does not tell."""
    path = entry.path or entry.name
    types = metadata_types().values()
    it = next((it for it in types if it.suffix and component_name(path, it.name) is not None), None)
    return f"{it.name}:{full_name(path, it)}" if it is not None else path


def _stem(entry: Entry) -> str:
    return PurePosixPath(entry.path or entry.name).stem
