"""What runs in the orgs of an environment, both halves together: the view of the rules that look at live orgs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.org_objects import OrgObject
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.surroundings import Surroundings

WEBEX_GENERATIONS = ("v1", "v2", "scv")
"""The generations of call centers that are of Webex."""


class OrgLayout(Struct, frozen=True):
    """A desktop layout of the tenant. `view` is None where its content cannot be read."""

    object: OrgObject
    view: Layout | None

    @property
    def name(self) -> str:
        """What it is called in Control Hub."""
        return self.object.name

    @property
    def is_active(self) -> bool:
        """Whether it is switched on."""
        return not self.object.is_false("status")

    @property
    def is_global(self) -> bool:
        """Whether teams without a layout get it."""
        return self.object.is_true("global")


class OrgFacts(Struct, frozen=True):
    """What a snapshot says beside its objects.

    `kinds` holds the status of each kind that was asked for, by its name without the system. `counts` holds what is no
    object, such as `users-by-call-center`, each with its document. `sandboxes` tells by system whether the org is one.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, tuple[Document, Any]] = field(default_factory=dict)
    region: str | None = None
    sandboxes: Mapping[str, bool | None] = field(default_factory=dict)
    mask: Callable[[str], Any] | None = None
    """Masks a phone number as the snapshot does, where its key is at hand."""


class Org:
    """The orgs of one environment. `live` are the call centers, layouts and components that run there."""

    kind = "org"

    def __init__(
        self, environment: Surroundings, live: Project, objects: Iterable[OrgObject] = (), facts: OrgFacts | None = None
    ) -> None:
        self.environment = environment
        self.live = live
        self.facts = facts or OrgFacts()
        self._objects: dict[str, list[OrgObject]] = {}
        for one in objects:
            self._objects.setdefault(one.kind, []).append(one)

    @property
    def document(self) -> Document:
        """The config, which declares the environment."""
        return self.at.document

    @property
    def at(self) -> Place:
        """The place of what only the orgs have, or lack: the name of the environment in the config."""
        return self.environment.at().key()

    def subject(self, kind: str, name: str) -> str:
        """Return what a finding is about that has no place: `team:London@prod`."""
        return f"{kind}:{name}@{self.environment.name}"

    @property
    def objects(self) -> list[OrgObject]:
        """All objects of the tenant, kind by kind."""
        return [one for same in self._objects.values() for one in same]

    def of(self, kind: str) -> tuple[OrgObject, ...]:
        """Return the objects of a kind, such as `team`, as far as they were read."""
        return tuple(self._objects.get(kind, ()))

    def named(self, kind: str, name: str) -> OrgObject | None:
        """Return the object of this name, None where there is none or more than one."""
        found = [one for one in self.of(kind) if one.name == name]
        return found[0] if len(found) == 1 else None

    def keeps(self, kind: str) -> bool:
        """Tell whether everything of a kind was read: only then is what is absent missing."""
        return self.facts.kinds.get(kind) == "complete"

    def counted(self, name: str) -> Any:
        """Return what is no object, such as `users-by-call-center`; None unless it was read in full."""
        found = self.facts.counts.get(name)
        return found[1] if found and self.keeps(name) else None

    def counted_at(self, name: str, *path: str | int) -> Place:
        """Return a place in what is no object."""
        return Place(self.facts.counts[name][0], path)

    @cached_property
    def callcenters(self) -> tuple[CallCenter, ...]:
        """The call centers of Webex that Salesforce has."""
        return tuple(one for one in self.live.callcenters if one.generation in WEBEX_GENERATIONS)

    @cached_property
    def layouts(self) -> tuple[OrgLayout, ...]:
        """The desktop layouts."""
        views = {id(view.document.root): view for view in self.live.layouts}
        return tuple(OrgLayout(one, views.get(id(one.document))) for one in self.of("desktop-layout"))

    @cached_property
    def teams_in_use(self) -> tuple[OrgObject, ...]:
        """The teams whose agents can sign in."""
        return tuple(
            team
            for team in self.of("team")
            if not team.is_false("active") and team.text("teamStatus") != "NOT_AVAILABLE"
        )
