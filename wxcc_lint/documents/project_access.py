"""What the agents of an environment may do in Salesforce: the profiles and permission sets that it declares for them.

A profile is what an agent has; the declared permission sets are what all of them are given beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wxcc_lint.documents.model import Place
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_view import MetadataPart, SalesforceComponent


@dataclass(frozen=True, slots=True)
class AgentRole:
    """A declared profile or permission set: the files that make it up, and the place of its name in the config."""

    type: str
    name: str
    declared_at: Place
    components: tuple[SalesforceComponent, ...]

    @property
    def words(self) -> str:
        """What to call it in a sentence."""
        kind = "profile" if self.type == "Profile" else "permission set"
        return f"the {kind} '{self.name}'"

    def entries(self, name: str) -> Iterator[MetadataPart]:
        """Yield the elements of a list, such as `classAccesses`."""
        for component in self.components:
            yield from component.parts(name)

    def entry(self, name: str, key: str, value: str) -> MetadataPart | None:
        """Return the first element of a list that has this value, whatever its case: Salesforce minds none."""
        wanted = value.casefold()
        return next((one for one in self.entries(name) if (one.text(key) or "").casefold() == wanted), None)


def agent_roles(project: Project) -> tuple[AgentRole, ...]:
    """Return the declared profiles, and behind them the permission sets; those without a file have no components."""
    environment = project.environment
    if environment is None:
        return ()
    declared = [("Profile", "agent-profiles", name) for name in environment.agent_profiles]
    declared += [("PermissionSet", "agent-permission-sets", name) for name in environment.agent_permission_sets]
    roles = []
    for kind, key, name in declared:
        own = tuple(one for one in project.of_type(kind) if one.name.casefold() == name.casefold())
        roles.append(AgentRole(kind, name, environment.at(key), own))
    return tuple(roles)


def roles_without(project: Project, has: Callable[[AgentRole], bool]) -> list[AgentRole]:
    """Return the roles that leave agents without something, of those whose files are there.

    What a permission set gives, all agents have. Where none does, each profile must; without any profile, it is the first
    permission set that is told.
    """
    roles = [role for role in agent_roles(project) if role.components]
    sets = [role for role in roles if role.type == "PermissionSet"]
    if any(map(has, sets)):
        return []
    profiles = [role for role in roles if role.type == "Profile"]
    return [role for role in profiles if not has(role)] if profiles else sets[:1]
