"""What the folder of a snapshot tells beside call centers and layouts: components, who saved what, whom layouts reach."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from wxcc_lint.diff.objects import OrgFacts, SalesforceInfo, Saved
from wxcc_lint.diff.reach import Staff, reach_of
from wxcc_lint.discover import display_name
from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.documents.load import recognise_file
from wxcc_lint.documents.salesforce import is_apex
from wxcc_lint.files import files_below, open_file, read_file
from wxcc_lint.sources.entries import Entry
from wxcc_lint.sources.snapshot_header import HEADER, INDEX, header_of, word

_SALESFORCE: Final = "salesforce/"


def org_facts(folder: Path) -> OrgFacts:
    """Return what a snapshot says of the org beside its objects; what cannot be read is left out."""
    header = header_of(_object(folder / HEADER))
    complete = {kind for kind, said in header.kinds.items() if said.is_complete}
    layouts, teams = (list(_objects(folder / "webex" / kind)) for kind in ("desktop-layout", "team"))
    return OrgFacts(
        {kind: said.status for kind, said in header.kinds.items()},
        {kind: said.reason for kind, said in header.kinds.items() if said.reason},
        {path: _saved(path, said) for path, said in _object(folder / INDEX).items() if isinstance(said, dict)},
        reach_of(layouts, teams, _staff(folder, complete)) if "webex/team" in complete else {},
        header.mask_key,
    )


def salesforce_info(folder: Path) -> SalesforceInfo | None:
    """Return what a snapshot says of its Salesforce half; None where there is none."""
    said = header_of(_object(folder / HEADER)).salesforce
    if said is None:
        return None
    sandbox = said.get("sandbox")
    return SalesforceInfo(
        word(said.get("orgName")),
        word(said.get("orgId")),
        word(said.get("instance")),
        sandbox if isinstance(sandbox, bool) else None,
    )


def component_entries(folder: Path, cwd: Path, sizes: SizeLimits) -> Iterator[Entry]:
    """Yield the Salesforce components of a snapshot; those that cannot be opened are told elsewhere."""
    for path in filter(Path.is_file, files_below(folder)):
        if path.suffix != ".xml" and not is_apex(path.name):
            continue
        try:
            with open_file(path) as file:
                data = file.read(sizes.bytes("salesforce") + 1)
        except OSError:
            continue
        if recognise_file(path.name, data) == "salesforce":
            yield Entry(display_name(path, cwd), path.relative_to(folder).as_posix(), data)


def _saved(path: str, said: Mapping[str, Any]) -> Saved:
    return Saved(word(said.get("changedBy")), word(said.get("changed")), path.startswith(_SALESFORCE))


def _staff(folder: Path, complete: Collection[str]) -> Staff:
    agents, profiles = (
        next(_objects(folder / "webex" / kind), {}) if f"webex/{kind}" in complete else None
        for kind in ("users-by-team", "agent-profiles-by-team")
    )
    return Staff(agents, profiles)


def _objects(folder: Path) -> Iterator[dict[str, Any]]:
    yield from filter(None, map(_object, sorted(folder.glob("*.json"))))


def _object(file: Path) -> dict[str, Any]:
    try:
        data = json.loads(read_file(file))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
