"""The steps of normalisation: what two documents may say in different ways without differing.

Whatever is not named here is compared as it is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

AppliesTo = Literal["call centers", "layouts", "components", "both", "all"]


class Step(Struct, frozen=True):
    """A step that can be left out by its name."""

    name: str
    description: str
    applies_to: AppliesTo


_ALL: Final = (
    Step("variables", "'${NAME}' stands for what the config declares under 'variables'.", "all"),
    Step("whitespace", "Blanks around the value or label of an item do not count.", "call centers"),
    Step(
        "booleans", "'TRUE' is 'true' in items that are switches; in mappings 'true' in quotes is true.", "call centers"
    ),
    Step("urls", "Scheme and host in any case; a slash right behind the host does not count.", "call centers"),
    Step("prefix-lists", "Blanks around the commas of a prefix list do not count; the order does.", "call centers"),
    Step(
        "embedded-json",
        "The JSON of a mapping item is compared as data: no quotes, indents or key order.",
        "call centers",
    ),
    Step(
        "mappings",
        "Mappings are told apart by their target field, whatever their order; items that continue one another (…1, …2) "
        "are one list.",
        "call centers",
    ),
    Step(
        "api-names",
        "Names of Salesforce objects and fields are the same in any case, in mappings and in items that hold one.",
        "call centers",
    ),
    Step("renamed-items", "An item that a later release calls something else is still the same item.", "call centers"),
    Step(
        "release-names",
        "Between releases, display names that both are as shipped are not compared: the internal name tells the release.",
        "call centers",
    ),
    Step(
        "defaults",
        "Between releases or forms, an item that a file lacks is the same as one with the default of its release, if "
        "that is off or empty. An item that the release does not know is told.",
        "call centers",
    ),
    Step(
        "component-blanks",
        "Blanks around what an element says do not count, nor do those around the lines of Apex.",
        "components",
    ),
    Step(
        "component-defaults",
        "An element that is empty, 'false' or what Salesforce takes without it is the same as none.",
        "components",
    ),
    Step(
        "single-role",
        "A layout with one configuration for all roles is compared with one by role as if each role had it; that the "
        "form differs is told once.",
        "layouts",
    ),
    Step(
        "server-fields",
        "Around a layout, ids, times and links of the server are left out, and what only one side declares. Settings, to "
        "which each release of Salesforce adds some, are compared where both sides have them.",
        "all",
    ),
    Step(
        "sets",
        "Lists whose order means nothing are compared as sets: 'teamIds' of a layout, 'flags' of a call center.",
        "both",
    ),
)
STEPS: Final[Mapping[str, Step]] = {step.name: step for step in _ALL}
"""All steps by name, in the order in which they are explained."""
