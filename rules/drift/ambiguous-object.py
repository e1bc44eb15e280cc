"""
Several call centers or layouts of one side have the same name, or none.

Nobody can say which of them is meant, so none was compared: what agents have may differ from what is declared, unseen.


"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/ambiguous-object",
    on=Drift,
    severity="warning",
    sources=(
        "Schemas of the Webex Contact Center configuration API",
        "Salesforce Open CTI guide",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield an object that shares its name with another one of its side."""
    if drift.aspect == "ambiguous-object":
        yield Problem(
            f"{drift.subject} shares its name with another one of the same side: none of them was compared", drift.at
        )
