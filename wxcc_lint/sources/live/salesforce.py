"""Read a Salesforce org: what the integration with the contact center is made of there, kind by kind.

Queries and descriptions need no more than to look at the setup. The Metadata API is asked for what has no other way: the
sections of call centers, settings, and custom metadata of the vendor's package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.catalog.salesforce_omni import omni_facts
from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.project import ALL, Project
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_view import MetadataPart
from wxcc_lint.manifest import agent_members, filled_fields, webex_callcenters
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Known, LiveObject, Progress, Reading
from wxcc_lint.sources.live.salesforce_facts import class_access, fields, packages, task_layouts, users_by_call_center
from wxcc_lint.sources.live.salesforce_metadata import (
    APEX_CLASS,
    COMPONENTS,
    PRESENCE_STATUS,
    Component,
    component_of,
    quoted,
)
from wxcc_lint.sources.live.salesforce_queries import (
    API_OFF,
    STAMPS,
    Selected,
    attempt,
    explained,
    instant,
    refused,
    said,
    select,
)
from wxcc_lint.sources.live.sessions import SalesforceSession

_CALL_CENTER: Final = ("InternalName", "Name", "AdapterUrl", "CustomSettings", "Version")
_SETTINGS: Final = "OmniChannel"


class SalesforceWanted(Struct, frozen=True):
    """What is asked for by name: the fields that call centers fill in, by object, and the profiles of agents.

    Profiles have the names of their components, as the Metadata API writes them.
    """

    fields: Mapping[str, frozenset[str]]
    profiles: tuple[str, ...] = ()

    def and_filled_by(self, callcenters: tuple[CallCenter, ...]) -> SalesforceWanted:
        """Return the same with the fields that these call centers fill in as well."""
        names = {name.casefold(): name for name in self.fields}
        found = {name: set(held) for name, held in self.fields.items()}
        for view in webex_callcenters(callcenters):
            for field in filled_fields(view):
                known = names.setdefault(field.object_name.casefold(), field.object_name)
                found.setdefault(known, set()).add(field.name)
        return replace(self, fields={name: frozenset(held) for name, held in found.items()})


def wanted_of(project: Project) -> SalesforceWanted:
    """Return what an org is asked for because the files of an environment speak of it."""
    profiles = agent_members([project])["Profile"] - {ALL}
    return SalesforceWanted({}, tuple(sorted(profiles))).and_filled_by(project.callcenters)


def read_salesforce(
    session: SalesforceSession, wanted: SalesforceWanted, known: Mapping[str, Known], progress: Progress
) -> Iterator[Reading]:
    """Yield what is in the org, a kind at a time. Raises LiveError for what ends all reading.

    `known` is what an older snapshot of the same org holds, by kind: metadata is read again only where it was changed.
    """
    try:
        for reading in _readings(session, wanted, known):
            progress(reading.kind, len(reading.objects), len(reading.objects))
            yield reading
    except LiveError as error:
        if error.code not in API_OFF:
            raise
        help_ = "the user needs the permission 'API Enabled', and the org an edition that has the API"
        raise LiveError(error.cause, f"{error.sentence}; {help_}", status=error.status, code=error.code) from error


def _readings(session: SalesforceSession, wanted: SalesforceWanted, known: Mapping[str, Known]) -> Iterator[Reading]:
    callcenters = attempt("CallCenter", "setup", lambda: _callcenters(session, known.get("CallCenter", Known())))
    yield callcenters
    yield attempt("users-by-call-center", "setup", lambda: users_by_call_center(session, callcenters))
    for it in COMPONENTS:
        yield attempt(it.type, "setup", lambda it=it: _components(session, it))  # type: ignore[misc]
    settings = attempt("Settings", "metadata", lambda: _settings(session))
    yield _none_if_off(attempt("ServicePresenceStatus", "setup", lambda: _presence_statuses(session)), settings)
    yield settings
    apex = attempt("ApexClass", "setup", lambda: _apex(session))
    yield apex
    yield attempt("class-access", "setup", lambda: class_access(session, apex))
    yield attempt("task-layouts", "setup", lambda: task_layouts(session, wanted.profiles))
    filled = wanted.and_filled_by(_views(callcenters)).fields
    yield attempt("fields", "setup", lambda: fields(session, filled))
    yield from packages(session)
    yield attempt("CustomMetadata", "metadata", lambda: _custom_metadata(session, known.get("CustomMetadata", Known())))


def _views(callcenters: Reading) -> tuple[CallCenter, ...]:
    """Return the call centers as rules see them, but for those whose rows alone are known: they tell no mapping."""
    texts = [one.text for one in callcenters.objects if one.text is not None]
    documents = [parse("CallCenter", text.encode(), "callcenter") for text in texts]
    return tuple(CallCenter(document) for document in documents if not document.faults)


def _callcenters(session: SalesforceSession, known: Known) -> Reading:
    """Read the rows, and the metadata of call centers: only there are all sections.

    Where the metadata is refused, the rows are better than nothing.
    """
    rows = dict(select(session, "CallCenter", ("Id", *_CALL_CENTER, *STAMPS), late=STAMPS).named("InternalName"))
    found, reason = _metadata(session, "CallCenter", rows, known)
    for name in rows.keys() - found.keys():
        data = {column: rows[name][column] for column in _CALL_CENTER if rows[name].get(column) is not None}
        found[name] = replace(_object(name, rows[name]), data=data)
    return _in_order("CallCenter", found.values(), reason)


def _custom_metadata(session: SalesforceSession, known: Known) -> Reading:
    """Read what the vendor's package keeps as custom metadata: the settings of recording playback may be among it."""
    prefix = f"{package_facts().namespace}__".casefold()
    rows = {
        said(one, "fullName"): {
            "Id": said(one, "id"),
            "LastModifiedDate": said(one, "lastModifiedDate"),
            "LastModifiedBy": {"Name": said(one, "lastModifiedByName")},
        }
        for one in session.list_metadata("CustomMetadata")
        if said(one, "fullName").casefold().startswith(prefix)
    }
    found, reason = _metadata(session, "CustomMetadata", rows, known)
    return _in_order("CustomMetadata", found.values(), reason)


def _metadata(
    session: SalesforceSession, type_: str, rows: Mapping[str, Mapping[str, Any]], known: Known
) -> tuple[dict[str, LiveObject], str]:
    """Return the components that rows stand for, by full name, and what kept some of them from being read.

    Those that were not changed since the older snapshot are not read again.
    """
    found = {name: old for name, row in rows.items() if (old := _unchanged(known, row)) is not None}
    names = [name for name in rows if name not in found]
    if not names:
        return found, ""
    try:
        files = session.read_metadata(type_, names)
    except LiveError as error:
        refused(error)
        return found, explained(error, "metadata")
    found |= {name: _object(name, rows[name], data.decode()) for name, data in files if name in rows}
    lacking = [name for name in names if name not in found]
    return found, f"the Metadata API does not give '{lacking[0]}'" if lacking else ""


def _unchanged(known: Known, row: Mapping[str, Any]) -> LiveObject | None:
    """Return what the older snapshot holds of a row's metadata, if the row was not changed since then."""
    old, changed = known.objects.get(said(row, "Id")), instant(said(row, "LastModifiedDate"))
    if old is None or changed is None or old.changed != changed:
        return None
    whole = known.whole(old)
    return whole if whole is not None and whole.text is not None else None


def _components(session: SalesforceSession, it: Component) -> Reading:
    """Read what needs nothing but a query."""
    selected = _rows(session, it)
    objects = [_object(name, row, component_of(it, row)) for name, row in selected.named(it.name)]
    return _reading(it, objects, selected)


def _rows(session: SalesforceSession, it: Component, *more: str, where: str = "") -> Selected:
    """Return the rows that are components of the org's own; what a package brought is not the org's to change."""
    space = ("NamespacePrefix",) if it.has_namespaces else ()
    columns = ("Id", it.name, *it.elements.values(), *more, *space, *STAMPS)
    selected = select(session, it.object, columns, late=(*it.late, *space, *STAMPS), where=where, apis=it.apis)
    return replace(selected, rows=[row for row in selected.rows if not said(row, "NamespacePrefix")])


def _reading(it: Component, objects: list[LiveObject], selected: Selected, reason: str = "") -> Reading:
    unknown = [one for one in selected.lacking if one in it.late]
    if unknown:
        reason = f"this org does not tell {' and '.join(unknown)} of a {it.object}"
    return _in_order(it.type, objects, reason)


def _in_order(kind: str, objects: Iterable[LiveObject], reason: str) -> Reading:
    found = tuple(sorted(objects, key=lambda one: (one.name, one.id)))
    return Reading("salesforce", kind, "partial" if reason else "complete", found, reason)


def _presence_statuses(session: SalesforceSession) -> Reading:
    """Read presence statuses with their channels. One without channels means 'away', so that they must be known."""
    it = PRESENCE_STATUS
    selected, channels, reason = _rows(session, it), dict[str, list[str]](), ""
    columns = ("ServicePresenceStatusId", "ServiceChannel.DeveloperName")
    try:
        for row in select(session, "ServiceChannelStatus", columns).rows:
            channels.setdefault(said(row, columns[0]), []).append(said(row, columns[1]))
    except LiveError as error:
        refused(error)
        reason = f"the channels of presence statuses could not be read: {explained(error, 'setup')}"
    objects = [
        _object(name, row, component_of(it, row, channels.get(said(row, "Id"), ())))
        for name, row in selected.named(it.name)
    ]
    return _reading(it, objects, selected, reason)


def _apex(session: SalesforceSession) -> Reading:
    """Read the class that the connector asks: an object with its metadata, and one of the same name with its source."""
    selected = _rows(session, APEX_CLASS, "Body", where=f"Name = {quoted(omni_facts().class_name)}")
    objects = []
    for name, row in selected.named("Name"):
        objects.append(_object(name, row, component_of(APEX_CLASS, row)))
        objects.append(replace(_object(name, row, said(row, "Body")), id=""))
    return _reading(APEX_CLASS, objects, selected)


def _settings(session: SalesforceSession) -> Reading:
    """Read whether Omni-Channel is on; an org that does not have it has no settings of it either."""
    found = session.read_metadata("OmniChannelSettings", [_SETTINGS])
    return Reading(
        "salesforce", "Settings", "complete", tuple(LiveObject(_SETTINGS, text=data.decode()) for _, data in found)
    )


def _none_if_off(statuses: Reading, settings: Reading) -> Reading:
    """Take presence statuses that are unknown to the org for none at all where its settings say that Omni-Channel is off.

    Salesforce says the same of what an org does not have and of what the user may not see: alone, that proves nothing.
    """
    if statuses.status != "not-found" or settings.status != "complete" or not all(map(_is_off, settings.objects)):
        return statuses
    return Reading("salesforce", statuses.kind, "complete")


def _is_off(settings: LiveObject) -> bool:
    view = MetadataPart(parse_component(f"{settings.name}.settings-meta.xml", settings.text or ""))
    return view.text("enableOmniChannel") in {"false", "0"}


def _object(name: str, row: Mapping[str, Any], text: str | None = None) -> LiveObject:
    return LiveObject(
        name,
        text=text,
        id=said(row, "Id"),
        changed=instant(said(row, "LastModifiedDate")),
        changed_by=said(row, "LastModifiedBy.Name") or None,
    )
