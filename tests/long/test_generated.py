"""What holds for some generated layouts and definitions in `make test`, here for many, and for others each time.

Where it is decided whether a change lands they are the same each time: that is no matter of luck.
"""

from __future__ import annotations

import os

import pytest

from tests.test_generated import PROPERTIES

TIMES = 6
"""About a minute of the processor in all."""


@pytest.mark.long
@pytest.mark.parametrize("name", PROPERTIES)
def test_property_holds_for_many(name: str) -> None:
    PROPERTIES[name].check(TIMES, derandomize="CI" in os.environ)
