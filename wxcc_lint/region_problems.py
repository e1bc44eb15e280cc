"""What is told of the files of an environment that name different regions."""

from __future__ import annotations

from wxcc_lint.documents.project_regions import RegionConflict, called
from wxcc_lint.documents.surroundings import Surroundings
from wxcc_lint.problems import Edit, Fix, Label, Problem


def region_problem(environment: Surroundings, conflict: RegionConflict) -> Problem:
    """Return the problem of a conflict: at its first place, with all others."""
    first, *more = conflict.claims
    labels = tuple(Label(one.at, one.sentence) for one in (*more, *conflict.others))
    if conflict.declared is None:
        return Problem(
            f"{first.sentence}, but {conflict.others[0].sentence}",
            first.at,
            also=labels,
            help=f"declare the region of '{environment.name}' in .wxcc-lint.yaml, and write it everywhere",
        )
    is_in = f"'{environment.name}' is in {called(conflict.declared)}"
    value = first.value_for(conflict.declared)
    edits = tuple(Edit(one.target, "set", one.value_for(conflict.declared)) for one in conflict.claims)
    mend = "correct the variable" if first.is_variable else f"write {value}"
    return Problem(
        f"{first.sentence}, but {is_in}",
        first.at,
        also=(Label(environment.at("region"), is_in), *labels),
        help=f"{mend}, or correct the region of '{environment.name}' in .wxcc-lint.yaml",
        fix=Fix(f"write {conflict.declared.code}", edits, safe=False) if conflict.can_mend else None,
    )
