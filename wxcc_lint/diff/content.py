"""What a call center says, between its view and the tree that is compared: still to be cut to what both sides can say."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from wxcc_lint.diff.tree import Branch, Key, Order, Tree
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.model import Place


class SectionContent(Struct):
    """A section; what is said about an item beside its value are the attributes of its tree."""

    place: Place
    attributes: dict[str, Tree] = field(default_factory=dict)
    items: dict[Key, Tree] = field(default_factory=dict)


class Content(Struct):
    """A call center; `mirrors` are the elements that say things for the second time, or beside the sections."""

    view: CallCenter
    sections: dict[Key, SectionContent] = field(default_factory=dict)
    mirrors: dict[str, Tree] = field(default_factory=dict)

    @property
    def general(self) -> dict[Key, Tree]:
        """The items of the general section; empty where there is none."""
        return self.sections[GENERAL].items if GENERAL in self.sections else {}

    def items(self) -> Iterator[tuple[Key, Key]]:
        """Yield section and name of every item."""
        for section, content in self.sections.items():
            yield from ((section, name) for name in content.items)

    def tree(self, order: Order) -> Tree:
        """Return the tree of it; `order` is that of sections and items."""
        sections: dict[Key, Tree] = {
            name: Branch(section.items, order, section.place, attributes=section.attributes)
            for name, section in self.sections.items()
        }
        return Branch(sections, order, Place(self.view.document, ()), attributes=self.mirrors)
