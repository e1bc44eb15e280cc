"""What views know of the environments of the config."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from wxcc_lint.documents.model import Place


class Surroundings(Protocol):
    """What an environment of the config declares."""

    @property
    def name(self) -> str:
        """The environment's name."""

    @property
    def region(self) -> str | None:
        """The tenant's region, such as `eu1`."""

    @property
    def allowlist(self) -> str | tuple[str, ...] | None:
        """The path of its allowed list from the config's folder, or the entries themselves."""

    @property
    def layouts(self) -> Mapping[str, str]:
        """The path of each layout from the config's folder, by its name in Control Hub."""

    @property
    def agent_profiles(self) -> tuple[str, ...]:
        """The Salesforce profiles that agents have, by the names of their components or in Setup."""

    @property
    def agent_permission_sets(self) -> tuple[str, ...]:
        """The permission sets that all agents are given."""

    @property
    def variables(self) -> Mapping[str, str]:
        """What `${NAME}` stands for."""

    def at(self, *keys: str | int) -> Place:
        """Return the place of what the config declares under these keys; of an absent key, that of the environment.

        An element of a list has a 0-based index.
        """
