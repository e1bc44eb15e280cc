"""What views know of the environments of the config."""

from __future__ import annotations

from typing import Protocol


class Surroundings(Protocol):
    """What an environment of the config declares."""

    @property
    def name(self) -> str:
        """The environment's name."""

    @property
    def region(self) -> str | None:
        """The tenant's region, such as `eu1`."""
