"""Every text that stands in a layout, whose it is, and the addresses among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.hosts import is_local
from wxcc_lint.catalog.placeholders import placeholders
from wxcc_lint.documents.layout_nodes import Component, Role
from wxcc_lint.documents.model import Path, Place

Use = Literal["script", "frame", "image", "other"]
"""What the Desktop does with an address: load it as a script, show the page in a frame, draw it; `other` is what only the
component knows."""

_ADDRESS: Final = re.compile(r"\s*(?:https?:|//)", re.IGNORECASE)
_NEXT: Final = re.compile(r",(?=\s*(?:https?:|//))", re.IGNORECASE)
_IMAGES: Final = frozenset({"logo", "appTitle", "taskPageIllustration"})
_FRAMES: Final = frozenset({"agentx-wc-iframe", "iframe"})
_LOADING: Final = frozenset({"script", "attributes", "properties", "style"})
"""The members of a component in which an address is one, and no words to read."""
_PARTS: Final = re.compile(
    r"\s*(?:(?P<scheme>https?:)[/\\]*|[/\\]{2,})(?:[^/\\?#@]*@)?"
    r"(?P<host>\[[^\]]*\]|[^/\\?#:@\s]+)(?::(?P<port>\d+))?(?P<path>[/\\][^?#\s]*)?",
    re.IGNORECASE,
)
Piece = Literal["scheme", "host", "port", "path"]


class LayoutText(Struct, frozen=True):
    """A string value. `inside` leads to it from `component`, or from `role` where it is in no component.

    `role` is None for what stands beside the roles, `component` for settings, pages and navigation.
    """

    value: str
    at: Place
    role: Role | None
    component: Component | None
    inside: Path


class Address(Struct, frozen=True):
    """An address as written, blanks around it included. `at` is exact also where a value holds several."""

    url: str
    at: Place
    use: Use
    text: LayoutText

    @property
    def has_placeholder(self) -> bool:
        """Whether a part of it is still to be filled in, by a person or from the environment."""
        return re.search(r"[<>{}$]", self.url) is not None or bool(placeholders(self.url))

    @property
    def is_insecure(self) -> bool:
        """Whether it begins with http:// and leads to another computer; a placeholder leads nowhere."""
        if not self.url.lstrip().lower().startswith("http://") or self.has_placeholder:
            return False
        return bool(self.host) and not is_local(self.host)

    @property
    def host(self) -> str:
        """The host in lower case, an IPv6 address without its brackets; empty where there is none."""
        return self.piece("host").lower().strip("[]").rstrip(".")

    def piece(self, name: Piece) -> str:
        """Return a piece as written, the scheme with its colon; empty where it is not there."""
        match = _PARTS.match(self.url)
        return (match[name] if match else None) or ""

    def piece_at(self, name: Piece, start: int = 0, end: int | None = None) -> Place:
        """Return the place of a piece or of some of its characters; that of the address where the piece is not there."""
        match = _PARTS.match(self.url)
        if not match or not match[name]:
            return self.at
        begin = match.start(name)
        return self.part(begin + start, match.end(name) if end is None else begin + end)

    def part(self, start: int, end: int) -> Place:
        """Return the place of some characters of the address."""
        before = self.at.within.start if self.at.within else 0
        return self.text.at.slice(before + start, before + end)


def texts_of(
    root: Any, root_at: Place, roles: tuple[Role, ...], components: tuple[Component, ...]
) -> Iterator[LayoutText]:
    """Yield the string values below `root` in document order."""
    role_at = {role.at.path: role for role in roles}
    component_at = {component.at.path: component for component in components}
    waiting: list[tuple[Path, Any, Role | None, Component | None]] = [(root_at.path, root, None, None)]
    while waiting:
        path, value, role, component = waiting.pop()
        role = role_at.get(path, role)
        component = component_at.get(path, component)
        if isinstance(value, str):
            owner = component or role
            begin = len(owner.at.path) if owner else 0
            yield LayoutText(value, Place(root_at.document, path), role, component, path[begin:])
            continue
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        waiting += [((*path, step), child, role, component) for step, child in children][::-1]


def addresses_in(text: LayoutText) -> Iterator[Address]:
    """Yield the addresses in one text: one, or several with commas between them.

    Of scripts and frames the value is one whatever it looks like; elsewhere a text is one when it begins like one.
    """
    use = _use(text)
    if use == "other" and not (_ADDRESS.match(text.value) and _is_loaded(text)):
        return
    start = 0
    for url in _NEXT.split(text.value):
        whole = url == text.value
        yield Address(url, text.at if whole else text.at.slice(start, start + len(url)), use, text)
        start += len(url) + 1


def _is_loaded(text: LayoutText) -> bool:
    """Tell whether a component may load what the text names; words to read and XML namespaces are no addresses."""
    name = str(text.inside[-1]) if text.inside else ""
    return (text.component is None or text.inside[0] in _LOADING) and not name.startswith("xmlns")


def _use(text: LayoutText) -> Use:
    inside, component = text.inside, text.component
    if component is not None:
        if inside == ("script",):
            return "script"
        if inside == ("attributes", "src"):
            return "frame" if component.comp in _FRAMES else "image" if component.comp == "img" else "other"
        return "other"
    looks = _ADDRESS.match(text.value) is not None
    is_image = inside[-1:] in {(name,) for name in _IMAGES} and len(inside) == 1
    is_icon = inside[-2:-1] == ("nav",) and inside[-1] in {"icon", "iconActive"}
    return "image" if looks and (is_image or is_icon) else "other"
