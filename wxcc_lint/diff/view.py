"""The view of rules that grade changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from wxcc_lint.catalog.drift import Aspect
from wxcc_lint.diff.aspects import callcenter_aspect, component_aspect, layout_aspect
from wxcc_lint.diff.changes import Change, ChangeKind
from wxcc_lint.diff.objects import Pair
from wxcc_lint.diff.partners import new_pairing
from wxcc_lint.diff.tree import Leaf
from wxcc_lint.diff.wording import callcenter_words, component_words, for_role, layout_words, object_words, sentence
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import KeySelector
from wxcc_lint.documents.salesforce import APEX
from wxcc_lint.documents.salesforce_view import SalesforceComponent

View = CallCenter | Layout | SalesforceComponent


class Drift:
    """One change of one object; `change.keys` lead to it, counted from the root of the object.

    `on_the_right` are the words for the right side: `in the org`, where it is one.
    """

    kind = "drift"

    def __init__(self, pair: Pair, change: Change, on_the_right: str = "on the right side") -> None:
        self.pair = pair
        self.change = change
        self.on_the_right = on_the_right

    @property
    def document(self) -> Document:
        """The file that the change is told in: the left one, or the right one of what only it has."""
        return self.change.place.document

    @property
    def what(self) -> ChangeKind:
        """What happened."""
        return self.change.kind

    @cached_property
    def aspect(self) -> Aspect:
        """What the change is about."""
        view = self.left or self.right
        if isinstance(view, CallCenter):
            return callcenter_aspect(self.change, view.vocabulary)
        if isinstance(view, SalesforceComponent):
            sides = (self.left, self.right)
            return component_aspect(self.change, [one for one in sides if isinstance(one, SalesforceComponent)])
        return layout_aspect(self.change)

    @property
    def subject(self) -> str:
        """The whole call center, layout or component, by its name."""
        side = self.pair.left or self.pair.right
        assert side is not None, "a pair has a side"
        return object_words(side)

    @property
    def owner(self) -> str:
        """What the change belongs to, as people call it: a page, tab or component and its role, or an item."""
        return self._words[0]

    @property
    def thing(self) -> str:
        """What changed, as people call it: `'visibility' of 'acme-panel' of 'agent'`."""
        return self._words[1]

    @property
    def for_role(self) -> str:
        """` for 'agent'`, or nothing where a change is about all roles."""
        return for_role(self.change)

    @cached_property
    def _words(self) -> tuple[str, str]:
        if isinstance(self.left or self.right, SalesforceComponent):
            return component_words(self.change, self.subject)
        views = [view for view in (self.left, self.right) if isinstance(view, CallCenter)]
        return callcenter_words(self.change, views) if views else layout_words(self.change)

    def told(self, what: str) -> str:
        """Return a sentence on what happened to `what`, with the old value and the new one."""
        return sentence(self.change, what)

    @property
    def pairing(self) -> str:
        """The words for what a moved tab opens now, or what opens a moved panel; empty where that is as before."""
        return new_pairing(self.change) or ""

    @property
    def is_whole_object(self) -> bool:
        """Whether all of it is only on one side, or goes by another name; of Apex, whether its source changed."""
        return not self.change.keys

    @property
    def at(self) -> Place:
        """Where a finding on the change stands: at a value, or at the name of what has no value to show."""
        side = self.change.left or self.change.right
        source = self.change.place.document
        if source.form == APEX and self.change.kind == "changed":
            return self.change.place.slice(*_first_difference(self.change.left_value, self.change.right_value))
        shows = isinstance(side, Leaf) and side.written not in ("", None)
        return self.change.place if shows else self.change.place.key()

    def names(self) -> Iterator[str]:
        """Yield the names on the way to the node, selectors left out, such as `agent`, `area`, `script`."""
        yield from (key for key in self.change.keys if isinstance(key, str))

    def selectors(self) -> Iterator[KeySelector]:
        """Yield what identifies the elements of lists on the way."""
        yield from (key for key in self.change.keys if isinstance(key, KeySelector))

    @property
    def name(self) -> str:
        """The last name on the way: `script`, `reqAdapterUrl`; empty for the whole object."""
        return next(reversed(list(self.names())), "")

    @cached_property
    def left(self) -> View | None:
        """The view of the left side."""
        return _view(self.pair.left.document) if self.pair.left else None

    @cached_property
    def right(self) -> View | None:
        """The view of the right side."""
        return _view(self.pair.right.document) if self.pair.right else None


def _first_difference(left: str, right: str) -> tuple[int, int]:
    """Return where the first line stands that the other text does not have in its place; blank lines do not count."""
    others = (line.strip() for line in right.splitlines() if line.strip())
    start = 0
    for line in left.splitlines(keepends=True):
        said = line.strip()
        if said and said != next(others, None):
            begin = start + line.index(said)
            return begin, begin + len(said)
        start += len(line)
    return 0, 0


def _view(document: Document) -> View:
    if document.kind == "salesforce":
        return SalesforceComponent(document)
    return CallCenter(document) if document.kind == "callcenter" else Layout(document)
