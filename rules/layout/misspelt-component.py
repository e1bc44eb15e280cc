"""
A component with a script is called nearly like another one.

A script defines its elements under names of its own. An element with any other name is never defined, though the script is loaded: agents find an empty place, and there is no error.

```json bad at='"agentx-custom-deskop"'
{"comp": "agentx-custom-deskop", "script": "https://widgets.acme.com/desktop/1.4.0/desktop.js"}
```

```json good
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/desktop/1.4.0/desktop.js"}
```

Of elements of your own, those are compared that one script brings, if no role has both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import differ_in_a_letter, has_fixed_name, known_elements, name_fault, needs_script

_FEW = 20
"""A script that brings more elements than these has names that are alike on purpose."""


@rule(
    "layout/misspelt-component",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:comp-unknown-builtin",),
    sources=("HTML Living Standard, custom elements", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such element at its first use, with all others."""
    brought: dict[str, dict[str, Sequence[Component]]] = {}
    for comp, everywhere in layout.comps().items():
        uses = [use for use in everywhere if not has_fixed_name(use)]
        script = next((use.script for use in uses if use.script), None)
        if script is None or comp in known_elements() or name_fault(comp):
            continue
        known = _known_like(comp)
        others = brought.setdefault(script, {})
        twin = next((one for one in others if differ_in_a_letter(comp, one)), None) if len(others) < _FEW else None
        if known:
            yield _problem(uses, known)
        elif twin and _roles(uses).isdisjoint(_roles(others[twin])):
            yield _of_twins(uses, others[twin])
        others[comp] = uses


@lru_cache(maxsize=4096)  # the names of widgets repeat from file to file
def _known_like(comp: str) -> str | None:
    return next((one for one in _scripted() if differ_in_a_letter(comp, one)), None)


@cache
def _scripted() -> tuple[str, ...]:
    return tuple(filter(needs_script, sorted(known_elements())))


def _roles(uses: Sequence[Component]) -> set[str | None]:
    return {use.role.name for use in uses}


def _problem(uses: Sequence[Component], meant: str) -> Problem:
    places = [use.place("comp") for use in uses]
    return Problem(
        f"no script is known to bring '{uses[0].comp}'; did you mean '{meant}'?",
        places[0],
        also=tuple(Label(place, "and here") for place in places[1:]),
        help=f"write '{meant}'",
        fix=Fix(f"write '{meant}'", tuple(Edit(place, "set", meant) for place in places), safe=False),
    )


def _of_twins(uses: Sequence[Component], others: Sequence[Component]) -> Problem:
    return Problem(
        f"'{uses[0].comp}' has the script of '{others[0].comp}', from which it differs in a letter",
        uses[0].place("comp"),
        also=tuple(Label(other.place("comp"), "the other one") for other in others),
        help="write the name that the script defines in both places",
    )
