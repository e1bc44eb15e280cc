"""What an org tells beside its metadata: who uses what, and what may be written where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import unquote

from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.documents.salesforce import parse_component
from wxcc_lint.documents.salesforce_layouts import task_layouts as assigned
from wxcc_lint.documents.salesforce_view import MetadataPart
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import LiveObject, Reading
from wxcc_lint.sources.live.salesforce_metadata import package_component, quoted
from wxcc_lint.sources.live.salesforce_queries import attempt, explained, number, refused, said, select
from wxcc_lint.sources.live.sessions import SalesforceSession

_PARENT: Final = ("Parent.Name", "Parent.NamespacePrefix", "Parent.Profile.Name")
_GROUP: Final = ("PermissionSetGroup.DeveloperName", "PermissionSetGroup.NamespacePrefix")
_OF_FIELD: Final = ("type", "length", "createable", "updateable")


def users_by_call_center(session: SalesforceSession, callcenters: Reading) -> Reading:
    """Count the active users of each call center; who they are is nobody's business here."""
    kind = "users-by-call-center"
    if callcenters.status != "complete" and not callcenters.objects:
        return _skipped(kind, "the call centers could not be read")
    counted = session.query(
        "SELECT CallCenterId, COUNT(Id) users FROM User WHERE IsActive = true AND CallCenterId != null GROUP BY CallCenterId"
    )
    by_id = {said(row, "CallCenterId"): number(row, "users") for row in counted}
    return _fact(kind, {one.name: by_id.get(one.id, 0) for one in callcenters.objects})


def class_access(session: SalesforceSession, apex: Reading) -> Reading:
    """Read which profiles, permission sets and groups of these may run the class that the connector asks."""
    kind = "class-access"
    if apex.status != "complete" and not apex.objects:
        return _skipped(kind, "the Apex class could not be read")
    profiles, sets = set[str](), set[str]()
    for id_ in (one.id for one in apex.objects if one.id):
        access = f"SetupEntityType = 'ApexClass' AND SetupEntityId = {quoted(id_)}"
        for row in select(session, "SetupEntityAccess", _PARENT, where=access).rows:
            name, space, profile = (said(row, column) for column in _PARENT)
            if profile:  # each has a permission set of its own
                profiles.add(profile)
            elif name:
                sets.add(_with_namespace(name, space))
        sets |= _groups(session, access) if sets else set()
    return _fact(kind, {"profiles": sorted(profiles), "permissionSets": sorted(sets)})


def _groups(session: SalesforceSession, access: str) -> set[str]:
    """Return the groups that have a permission set with this access."""
    where = f"PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE {access})"  # noqa: S608 — texts in it are quoted
    rows = select(session, "PermissionSetGroupComponent", _GROUP, where=where).rows
    return {_with_namespace(*(said(row, column) for column in _GROUP)) for row in rows} - {""}


def _with_namespace(name: str, namespace: str) -> str:
    return f"{namespace}__{name}" if name and namespace else name


def task_layouts(session: SalesforceSession, profiles: Sequence[str]) -> Reading:
    """Read the page layout for tasks that each profile has, by its full name.

    What is assigned to record types is left out: Salesforce keeps that for all of them, also those that a profile never
    sees. Where the Tooling API refuses, the profiles that agents have are asked for by name.
    """
    columns = ("Profile.Name", "Layout.Name", "Layout.NamespacePrefix")
    where = "TableEnumOrId = 'Task' AND RecordTypeId = null"
    try:
        rows = select(session, "ProfileLayout", columns, where=where, apis=("tooling",)).rows
    except LiveError as error:
        refused(error)
        if not profiles:
            raise
        return _task_layouts_of(session, profiles, explained(error, "setup"))
    found = {
        said(row, columns[0]): f"Task-{_with_namespace(said(row, columns[1]), said(row, columns[2]))}" for row in rows
    }
    return _fact("task-layouts", {name: layout for name, layout in found.items() if name})


def _task_layouts_of(session: SalesforceSession, profiles: Sequence[str], reason: str) -> Reading:
    found: dict[str, str] = {}
    for name, data in session.read_metadata("Profile", profiles):
        view = MetadataPart(parse_component(f"{name}.profile-meta.xml", data.decode()))
        found |= {unquote(name): one.name for one in assigned(view) if one.record_type is None}
    why = f"of agents' profiles alone, as the Tooling API refuses: {reason}"
    return _fact("task-layouts", found, why)


def fields(session: SalesforceSession, wanted: Mapping[str, frozenset[str]]) -> Reading:
    """Describe the objects that call centers fill in: of the fields these, and those that no new record can lack."""
    objects, reasons = list[LiveObject](), list[str]()
    for name in sorted(wanted):
        try:
            described = session.get(f"sobjects/{name}/describe")
            objects.append(LiveObject(said(described, "name") or name, _fields_in(described, wanted[name])))
        except LiveError as error:
            refused(error)
            reasons.append(f"'{name}': {explained(error, 'setup')}")
    reason = "; ".join(reasons)
    return Reading("salesforce", "fields", "partial" if reason else "complete", tuple(objects), reason)


def _fields_in(described: Any, wanted: frozenset[str]) -> dict[str, Any]:
    listed = described.get("fields") if isinstance(described, dict) else None
    if not isinstance(listed, list):
        raise LiveError("broken", "Salesforce describes an object without its 'fields'")
    asked = {name.casefold() for name in wanted}
    found = {}
    for one in (each for each in listed if isinstance(each, dict)):
        is_required = bool(one.get("createable") and not one.get("nillable") and not one.get("defaultedOnCreate"))
        if is_required or said(one, "name").casefold() in asked:
            found[said(one, "name")] = {key: one.get(key) for key in _OF_FIELD} | {"required": is_required}
    return found


def packages(session: SalesforceSession) -> Iterator[Reading]:
    """Read the version of the vendor's package: as a component, and in full."""
    numbers = [f"SubscriberPackageVersion.{part}Version" for part in ("Major", "Minor", "Patch")]
    columns = ("SubscriberPackage.NamespacePrefix", *numbers)
    namespace, found = package_facts().namespace, list[str]()

    def read() -> Reading:
        for row in select(session, "InstalledSubscriberPackage", columns, apis=("tooling",)).rows:
            if said(row, columns[0]) == namespace:
                found.append(".".join(str(number(row, one)) for one in numbers))
        components = (LiveObject(namespace, text=package_component(one.removesuffix(".0"))) for one in found)
        return Reading("salesforce", "InstalledPackage", "complete", tuple(components))

    installed = attempt("InstalledPackage", "setup", read)
    yield installed
    if installed.status == "complete":
        yield _fact("packages", {namespace: found[0]} if found else {})
    else:
        yield _skipped("packages", "the installed packages could not be read")


def _fact(kind: str, data: Mapping[str, Any], reason: str = "") -> Reading:
    return Reading("salesforce", kind, "partial" if reason else "complete", (LiveObject(kind, dict(data)),), reason)


def _skipped(kind: str, reason: str) -> Reading:
    return Reading("salesforce", kind, "skipped", reason=reason)
