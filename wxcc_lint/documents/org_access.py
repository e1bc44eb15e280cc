"""What agents may do in the Salesforce org, as the org tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wxcc_lint.documents.component_files import comparable_name
from wxcc_lint.documents.org import Org
from wxcc_lint.documents.project_access import AgentRole, agent_roles


def org_roles_without(org: Org, access: Mapping[str, Any]) -> list[AgentRole]:
    """Return the declared profiles, or else the first declared permission set, that lack access to a class.

    `access` lists the profiles that have it, and the permission sets with the groups of these. What one of the declared
    permission sets gives, all agents have.
    """
    roles = [role for role in agent_roles(org.live) if not role.is_administrator]
    held = {
        "Profile": _comparable("Profile", access.get("profiles")),
        "PermissionSet": _comparable("PermissionSet", access.get("permissionSets")),
    }
    sets = [role for role in roles if role.type == "PermissionSet"]
    if any(comparable_name(role.name, role.type) in held[role.type] for role in sets):
        return []
    profiles = [role for role in roles if role.type == "Profile"]
    lacking = [role for role in profiles if comparable_name(role.name, role.type) not in held[role.type]]
    return lacking if profiles else sets[:1]


def _comparable(kind: str, names: Iterable[Any] | None) -> set[str]:
    return {comparable_name(name, kind) for name in names or () if isinstance(name, str)}
