"""Every text that stands in a layout, whose it is, and the addresses among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.hosts import is_local
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.layout_nodes import Component, Role
from wxcc_lint.documents.model import Document, Path, Place

Use = Literal["script", "frame", "image", "other"]
"""What the Desktop does with an address: load it as a script, show the page in a frame, draw it; `other` is what only the
component knows."""

_ADDRESS: Final = re.compile(r"\s*(?:https?:|//)", re.IGNORECASE)
_NEXT: Final = re.compile(r",(?=\s*(?:https?:|//))", re.IGNORECASE)
_IMAGES: Final = frozenset({"logo", "appTitle", "taskPageIllustration"})
_FRAMES: Final = frozenset({"agentx-wc-iframe", "iframe"})
_ALWAYS: Final = frozenset({"script", "src"})
"""Members whose text may be an address although it does not begin like one."""
_LOADING: Final = frozenset({"script", "attributes", "properties", "style"})
"""The members of a component in which an address is one, and no words to read."""
_PARTS: Final = re.compile(
    r"\s*(?:(?P<scheme>https?:)[/\\]*|[/\\]{2,})(?:[^/\\?#@]*@)?"
    r"(?P<host>\[[^\]]*\]|[^/\\?#:@\s]+)(?::(?P<port>\d+))?(?P<path>[/\\][^?#\s]*)?",
    re.IGNORECASE,
)
Piece = Literal["scheme", "host", "port", "path"]


class LayoutText(Struct, frozen=True):
    """A string value. `name` is what it stands under; of an element of a list it is that of the list.

    `role` is None for what stands beside the roles, `component` for settings, pages and navigation.
    """

    value: str
    name: str
    document: Document
    path: Path
    role: Role | None
    component: Component | None

    @property
    def at(self) -> Place:
        """The place of the value."""
        return Place(self.document, self.path)

    @property
    def inside(self) -> Path:
        """What leads to it from `component`, or from `role` where it is in no component."""
        owner = self.component or self.role
        return self.path[len(owner.at.path) if owner else 0 :]


class Address(Struct, frozen=True, dict=True):
    """An address as written, blanks around it included. `at` is exact also where a value holds several."""

    url: str
    at: Place
    use: Use
    text: LayoutText

    @cached_property
    def has_placeholder(self) -> bool:
        """Whether a part of it is still to be filled in, by a person or from the environment."""
        return re.search(r"[<>{}$]", self.url) is not None or bool(placeholders(self.url))

    @property
    def is_insecure(self) -> bool:
        """Whether it begins with http:// and leads to another computer; a placeholder leads nowhere."""
        if not self.url.lstrip().lower().startswith("http://") or self.has_placeholder:
            return False
        return bool(self.host) and not is_local(self.host)

    @cached_property
    def host(self) -> str:
        """The host in lower case, an IPv6 address without its brackets; empty where there is none."""
        return self.piece("host").lower().strip("[]").rstrip(".")

    def piece(self, name: Piece) -> str:
        """Return a piece as written, the scheme with its colon; empty where it is not there."""
        return (self._parts[name] if self._parts else None) or ""

    def piece_at(self, name: Piece, start: int = 0, end: int | None = None) -> Place:
        """Return the place of a piece or of some of its characters; that of the address where the piece is not there."""
        if not self.piece(name):
            return self.at
        assert self._parts is not None
        begin = self._parts.start(name)
        return self.part(begin + start, self._parts.end(name) if end is None else begin + end)

    @cached_property
    def _parts(self) -> re.Match[str] | None:
        return _PARTS.match(self.url)

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of the address."""
        before = self.at.within.start if self.at.within else 0
        return self.text.at.slice(before + start, before + end)


def addresses_in(texts: Iterable[LayoutText]) -> Iterator[Address]:
    """Yield the addresses in texts: in each one, or several with commas between them.

    Of scripts and frames the value is one whatever it looks like; elsewhere a text is one when it begins like one.
    """
    for text in texts:
        looks = ("//" in text.value or ":" in text.value) and _ADDRESS.match(text.value) is not None
        if looks or text.name in _ALWAYS:
            use = _use(text, looks=looks)
            if use != "other" or (looks and _is_loaded(text)):
                yield from _each(text, use)


def _each(text: LayoutText, use: Use) -> Iterator[Address]:
    start = 0
    for url in _NEXT.split(text.value):
        whole = url == text.value
        yield Address(url, text.at if whole else text.at.slice(start, start + len(url)), use, text)
        start += len(url) + 1


def _is_loaded(text: LayoutText) -> bool:
    """Tell whether a component may load what the text names; words to read and XML namespaces are no addresses."""
    name = str(text.inside[-1]) if text.inside else ""
    return (text.component is None or text.inside[0] in _LOADING) and not name.startswith("xmlns")


def _use(text: LayoutText, *, looks: bool) -> Use:
    inside, component = text.inside, text.component
    if component is not None:
        if inside == ("script",):
            return "script"
        if inside == ("attributes", "src"):
            return "frame" if component.comp in _FRAMES else "image" if component.comp == "img" else "other"
        return "other"
    is_image = inside[-1:] in {(name,) for name in _IMAGES} and len(inside) == 1
    is_icon = inside[-2:-1] == ("nav",) and inside[-1] in {"icon", "iconActive"}
    return "image" if looks and (is_image or is_icon) else "other"
