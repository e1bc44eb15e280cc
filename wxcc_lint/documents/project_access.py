"""What the agents of an environment may do in Salesforce: the profiles and permission sets that it declares for them.

A profile is what an agent has; the declared permission sets are what all of them are given beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from wxcc_lint.catalog.salesforce_metadata import metadata_types
from wxcc_lint.documents.component_files import comparable_name, full_name
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent

_ADMINISTRATOR = "admin"


class AgentRole(Struct, frozen=True):
    """A declared profile or permission set: the files that make it up, and the place of its name in the config."""

    type: str
    name: str
    declared_at: Place
    components: tuple[SalesforceComponent, ...]
    is_unread: bool = False
    """Whether one of its files could not be read, or was not."""
    group: SalesforceComponent | None = None
    """The group of permission sets that it is; `components` are those of all of them then."""

    @property
    def words(self) -> str:
        """What to call it in a sentence."""
        kind = "profile" if self.type == "Profile" else "permission set"
        return f"the {kind}{' group' if self.group else ''} '{self.name}'"

    @property
    def may_be_group(self) -> bool:
        """Whether no file tells if it is a permission set or a group of them."""
        return self.type == "PermissionSet" and not self.group and not self.components

    @property
    def is_administrator(self) -> bool:
        """Whether it is the profile that Salesforce gives all permissions, of which its file does not tell."""
        return self.type == "Profile" and comparable_name(self.name, self.type) == _ADMINISTRATOR

    @property
    def list_at(self) -> Place:
        """The place that would hold an entry that is absent: the root of its first file; without a file, the declaration."""
        return self.components[0].at.key() if self.components else self.declared_at

    def entries(self, name: str) -> Iterator[MetadataPart]:
        """Yield the elements of a list, such as `classAccesses`."""
        for component in self.components:
            yield from component.parts(name)

    def entry(self, name: str, key: str, value: str, *, gives: str) -> MetadataPart | None:
        """Return the element of a list that has this value, whatever its case: Salesforce minds none.

        Several files may have it, as those of one profile in two package directories: the first one counts in which
        `gives` is true, and where none is, the first.
        """
        wanted = value.casefold()
        found = [one for one in self.entries(name) if (one.text(key) or "").casefold() == wanted]
        return next((one for one in found if one.is_true(gives)), found[0] if found else None)


def agent_roles(project: Project) -> tuple[AgentRole, ...]:
    """Return the declared profiles, and behind them the permission sets and groups; without all files, with no components."""
    environment = project.environment
    if environment is None:
        return ()
    declared = [
        ("Profile", "agent-profiles", environment.agent_profiles),
        ("PermissionSet", "agent-permission-sets", environment.agent_permission_sets),
    ]
    return tuple(
        _role(project, kind, name, environment.at(key, index))
        for kind, key, names in declared
        for index, name in enumerate(names)
    )


def _role(project: Project, kind: str, name: str, declared_at: Place) -> AgentRole:
    files = _files_of(project, kind, name)
    group = next(iter(_files_of(project, "PermissionSetGroup", name)), None)
    if kind == "Profile" or files or group is None:
        return AgentRole(kind, name, declared_at, files, _is_unread(project, kind, name))
    sets = [_files_of(project, kind, member) for member in group_members(group)]
    files = tuple(file for one in sets for file in one) if all(sets) else ()
    return AgentRole(kind, name, declared_at, files, is_unread=not files, group=group)


def group_members(group: SalesforceComponent) -> Iterator[str]:
    """Yield the names of the permission sets in a group."""
    return (one.text() or "" for one in group.parts("permissionSets"))


def _files_of(project: Project, kind: str, name: str) -> tuple[SalesforceComponent, ...]:
    wanted = comparable_name(name, kind)
    return tuple(one for one in project.of_type(kind) if comparable_name(one.name, kind) == wanted)


def _is_unread(project: Project, kind: str, name: str) -> bool:
    names = (full_name(file, metadata_types()[kind]) for file in project.unread)
    return comparable_name(name, kind) in {comparable_name(one, kind) for one in names}


def roles_without(project: Project, has: Callable[[AgentRole], bool]) -> list[AgentRole]:
    """Return the roles that leave agents without something, of those whose files are there.

    What a permission set gives, all agents have; one without a file may give anything, and so may a profile. Where no set
    does, each profile must; where none is declared, it is the first permission set that is told.
    """
    roles = agent_roles(project)
    sets = [role for role in roles if role.type == "PermissionSet"]
    if any(not role.components or has(role) for role in sets):
        return []
    profiles = [role for role in roles if role.type == "Profile"]
    return [role for role in profiles if role.components and not has(role)] if profiles else sets[:1]
