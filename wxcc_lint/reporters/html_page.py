"""The web page that findings and changes become: one file, no request, nothing of users interpreted."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, field

from wxcc_lint import __version__
from wxcc_lint.report import SEVERITIES, Severity
from wxcc_lint.reporters.closing import counted
from wxcc_lint.reporters.hostile import printable

_TEMPLATES: Final = Path(__file__).resolve().parent / "templates"


class Card(Struct, frozen=True):
    """What the page counts and filters: a finding or a change. `place` is a file, or the document of a change."""

    severity: Severity
    rule: str
    environments: tuple[str, ...]
    place: str


class Group(Struct, frozen=True):
    """Cards of one file or document; `remarks` are about all of them, such as whom a layout reaches."""

    title: str
    subtitle: str
    cards: Sequence[Card]
    remarks: tuple[str, ...] = ()


class Missing(Struct, frozen=True):
    """What the report cannot speak of, by its reason's sort: rows of what and why."""

    title: str
    rows: tuple[tuple[str, str], ...]


class Tally(Struct, frozen=True):
    """How many cards of each severity there are of one rule, environment or file."""

    name: str
    title: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts)


class Page(Struct, frozen=True):
    """All that the template shows. `lead` is the sentence with the counts, `sides` names the columns of changes."""

    title: str
    lead: str
    facts: tuple[str, ...] = ()
    findings: tuple[Group, ...] | None = None
    changes: tuple[Group, ...] | None = None
    sides: tuple[str, str] = ("left", "right")
    checked: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    """What the rules say of themselves in a sentence."""
    environments: tuple[str, ...] = ()
    """Those that were looked at, whether or not something was found in them."""

    @property
    def cards(self) -> list[Card]:
        """Findings and changes together."""
        return [card for group in (*(self.findings or ()), *(self.changes or ())) for card in group.cards]


def render_page(page: Page) -> str:
    """Return the page in ASCII, so that every stream takes it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["counted"] = counted
    cards = page.cards
    parts = {name: (_TEMPLATES / f"page.{name}").read_text(encoding="utf-8") for name in ("css", "js")}
    text = templates.get_template("page.html").render(
        page=page,
        version=__version__,
        severities=list(zip(SEVERITIES, _counts(cards), strict=True)),
        environments=_tallies(cards, lambda card: card.environments or ("",), {}, page.environments),
        rules=_tallies(cards, lambda card: (card.rule,), page.titles),
        places=_tallies(cards, lambda card: (card.place,), {}),
        css=Markup(parts["css"]),  # noqa: S704 — our own file
        js=Markup(parts["js"]),  # noqa: S704 — our own file
        hashes={name: _hash(part) for name, part in parts.items()},
    )
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _harmless(value: Any) -> Any:
    """Return what a template prints: texts of users without characters that act, hide or reorder."""
    return value if hasattr(value, "__html__") or not isinstance(value, str) else printable(value)


def _hash(part: str) -> str:
    """Return what the page's security policy knows its script or style by."""
    return f"sha256-{b64encode(sha256(part.encode()).digest()).decode()}"


def _counts(cards: Iterable[Card]) -> tuple[int, ...]:
    counts = Counter(card.severity for card in cards)
    return tuple(counts[severity] for severity in SEVERITIES)


def _tallies(
    cards: Iterable[Card],
    names: Callable[[Card], Iterable[str]],
    titles: Mapping[str, str],
    others: Iterable[str] = (),
) -> list[Tally]:
    """Return the counts by name, the gravest first; a card counts under each of its names, and `others` may have none."""
    by_name: dict[str, list[Card]] = {name: [] for name in others}
    for card in cards:
        for name in names(card):
            by_name.setdefault(name, []).append(card)
    tallies = [Tally(name, titles.get(name, ""), _counts(some)) for name, some in by_name.items()]
    return sorted(tallies, key=lambda one: (*(-count for count in one.counts), one.name))
