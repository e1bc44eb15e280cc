"""The `package.xml` that retrieves what the checks look at, as far as the call centers tell what that is."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from urllib.parse import unquote

from wxcc_lint.catalog.salesforce_fields import salesforce_object
from wxcc_lint.catalog.salesforce_metadata import NAMESPACE, profiles_in_setup
from wxcc_lint.catalog.salesforce_names import object_name_fault
from wxcc_lint.catalog.salesforce_omni import omni_facts
from wxcc_lint.catalog.salesforce_package import package_facts
from wxcc_lint.documents.callcenter_mappings import WrittenField, written_fields
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.project import ALL, Project
from wxcc_lint.documents.project_access import AgentRole, agent_roles, group_members
from wxcc_lint.documents.project_fields import ACTIVITIES
from wxcc_lint.documents.project_omni import omni_switches

API_VERSION = "63.0"
"""That of the types of metadata as they are known here."""
NOT_RETRIEVABLE = (
    "softphone layouts cannot be retrieved: compare what pops and which objects are searched in Setup, Softphone Layouts",
    "who uses a call center is data: wxcc-lint audit counts the users, and Setup names them under Call Centers",
    "settings of recording playback are retrieved only where they are custom metadata or labels",
)
_ALWAYS = ("CallCenter", "CorsWhitelistOrigin", "CspTrustedSite", "RemoteSiteSetting")
_GENERAL_OBJECTS = ("Case", "Contact", "Task")
_ENCODED = re.compile(r"[!-,./:-@\[-^`{-~]")
"""What Salesforce writes percent-encoded in the names of profiles and permission sets: punctuation but '-' and '_'."""

Members = Mapping[str, Sequence[str]]


def wanted_members(callcenters: Sequence[CallCenter], environments: Sequence[Project] = ()) -> Members:
    """Return the members to retrieve by type, both in the order of the alphabet.

    Without a call center of Webex it is what any integration may have. `environments` declare what agents have; where one
    declares nothing, all profiles and permission sets are retrieved.
    """
    known = webex_callcenters(callcenters)
    wanted: dict[str, set[str]] = {name: {ALL} for name in _ALWAYS}
    for part in (_parts_of_generations(known), _objects(known), agent_members(environments)):
        for name, members in part.items():
            wanted.setdefault(name, set()).update(members)
    return {name: sorted(members) for name, members in sorted(wanted.items()) if members}


def webex_callcenters(callcenters: Sequence[CallCenter]) -> list[CallCenter]:
    """Return the call centers that are not those of other vendors."""
    return [view for view in callcenters if view.generation != "other"]


def package_xml(members: Members, api_version: str = API_VERSION) -> str:
    """Return a manifest as Salesforce's own tools write it."""
    from lxml import etree

    root = etree.Element("Package", nsmap={None: NAMESPACE})
    for name, of_type in members.items():
        types = etree.SubElement(root, "types")
        for member in of_type:
            etree.SubElement(types, "members").text = member
        etree.SubElement(types, "name").text = name
    etree.SubElement(root, "version").text = api_version
    etree.indent(root, space="    ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def retrieve_command(manifest: str, alias: str | None = None) -> str:
    """Return the command that retrieves what a manifest asks for; without an alias, from the project's default org."""
    command = ["sf", "project", "retrieve", "start", "--manifest", manifest]
    return shlex.join([*command, *(["--target-org", alias] if alias else [])])


def _parts_of_generations(callcenters: Sequence[CallCenter]) -> dict[str, set[str]]:
    generations = {view.generation for view in callcenters}
    wanted: dict[str, set[str]] = {}
    if not callcenters or generations & {"v1", "v2"}:  # the softphone stands in an app
        wanted |= {"CustomApplication": {ALL}, "FlexiPage": {ALL}}
    if not callcenters or "v1" in generations:
        facts = package_facts()
        layout = f"Task-{facts.namespace}__{facts.task_layout}"
        wanted |= {"InstalledPackage": {facts.namespace}, "CustomLabels": {ALL}, "CustomMetadata": {ALL}}
        wanted["Layout"] = {ALL, layout}  # a profile shows the assignments of those layouts that come along with it
    return wanted | _omni_channel(callcenters)


def _omni_channel(callcenters: Sequence[CallCenter]) -> dict[str, set[str]]:
    """Return what the state sync needs, where it is on; the class is asked by Version 1 alone."""
    wanted: dict[str, set[str]] = {}
    if not callcenters or omni_switches(Project(callcenters), "v1", "v2"):
        wanted |= {"Settings": {"OmniChannel"}, "ServicePresenceStatus": {ALL}}
    if not callcenters or omni_switches(Project(callcenters), "v1"):
        wanted |= {"ApexClass": {omni_facts().class_name}}
    return wanted


def _objects(callcenters: Sequence[CallCenter]) -> dict[str, set[str]]:
    """Return the objects whose records are filled, with the values of the picklists among their fields.

    Task or Event is retrieved beside Activity, which has their custom fields: profiles show the access to fields by it.
    """
    fields = [field for view in callcenters for field in filled_fields(view)]
    names = {field.object_name for field in fields}.union(*map(_opened_objects, callcenters))
    picklists = [(salesforce_object(field.object_name), field.name) for field in fields]
    values = {known.value_sets[name] for known, name in picklists if known and name in known.value_sets}
    if not callcenters:
        names = set(_GENERAL_OBJECTS)
        values = {one for known in map(salesforce_object, names) if known for one in known.value_sets.values()}
    are_custom = not callcenters or any("__" in field.name for field in fields)
    return {
        "CustomObject": names if names.isdisjoint(ACTIVITIES) else {*names, "Activity"},
        "StandardValueSet": values,
        "GlobalValueSet": {ALL} if are_custom else set(),
    }


def filled_fields(callcenter: CallCenter) -> Iterator[WrittenField]:
    """Yield the fields that settings in use write to, of objects that may exist."""
    for field in written_fields(callcenter):
        if object_name_fault(field.object_name) is None and callcenter.is_in_use(field.item):
            yield field


def _opened_objects(callcenter: CallCenter) -> set[str]:
    """Return the custom objects of which a call opens a new record, mappings or not."""
    used = {item.value for item in callcenter.items_of("object") if callcenter.is_in_use(item)}
    return {name for name in used if "__" in name and object_name_fault(name) is None}


def agent_members(environments: Sequence[Project]) -> dict[str, set[str]]:
    """Return what agents have by type; all profiles and permission sets where an environment declares nothing of agents."""
    declared = [agent_roles(one) for one in environments]
    if not declared or not all(declared):
        return {"Profile": {ALL}, "PermissionSet": {ALL}}
    wanted: dict[str, set[str]] = {"Profile": set(), "PermissionSet": set(), "PermissionSetGroup": set()}
    for role in chain.from_iterable(declared):
        for kind, name in _parts_of(role):
            wanted[kind].add(_encoded(name))
    return wanted


def _parts_of(role: AgentRole) -> Iterator[tuple[str, str]]:
    """Yield the components that tell what a role gives; one without a file may be a permission set or a group of them."""
    if role.type == "Profile":
        yield "Profile", profiles_in_setup().get(role.name.casefold(), role.name)
    elif role.group:
        yield "PermissionSetGroup", role.name
        yield from (("PermissionSet", name) for name in group_members(role.group))
    else:
        yield "PermissionSet", role.name
        if role.may_be_group:
            yield "PermissionSetGroup", role.name


def undecided(environments: Sequence[Project]) -> list[str]:
    """Return the declared names that are asked for as a permission set and as a group, as they are written."""
    are_asked = "PermissionSetGroup" in agent_members(environments)
    roles = chain.from_iterable(map(agent_roles, environments)) if are_asked else ()
    return list(dict.fromkeys(role.name for role in roles if role.may_be_group))


def _encoded(name: str) -> str:
    return _ENCODED.sub(lambda found: f"%{ord(found[0]):02X}", unquote(name))
