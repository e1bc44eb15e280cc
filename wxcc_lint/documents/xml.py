"""XML texts, read safely: a small tree of our own from lxml, and from expat the place of every element.

Both parsers see the same text and meet start tags in the same order, so the n-th element of the tree is the n-th of the
layout. Nothing here knows what the elements mean.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from itertools import count
from typing import Any, NamedTuple

from msgspec import Struct, field

from wxcc_lint.documents.limits import MAX_DEPTH, MAX_TAG
from wxcc_lint.documents.model import Comment, Fault, NodeSpans
from wxcc_lint.documents.xml_text import MARKUP, nesting
from wxcc_lint.spans import Span

_DOCTYPE = re.compile(r"\ufeff?(?:[ \t\r\n]++|<\?.*?\?>|<!--.*?-->)*+(?P<doctype><!DOCTYPE)", re.DOTALL | re.IGNORECASE)
_TAG_NAME = re.compile(r"<([^ \t\r\n/>]+)")
_ATTRIBUTE = re.compile(r"""[ \t\r\n]+([^ \t\r\n=/>]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')""")
_TAG_END = re.compile(r"[ \t\r\n]*(/?)>")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


# gc=False: no cycle goes through elements, so the garbage collector can leave them alone.
class Element(Struct, frozen=True, gc=False):
    """An element by its local name; attributes with a prefix belong to somebody else's vocabulary and are left out.

    `index` counts start tags in document order from 0. `text` is the element's own: without that of its children.
    """

    index: int
    name: str
    namespace: str
    attributes: Mapping[str, str]
    text: str
    children: tuple[Element, ...]


class ElementSpans(Struct, frozen=True):
    """Where an element stands: all of it, its name in the start tag, its content, its attributes by their name.

    The content lies between the tags. Where there is only one tag, `<x/>`, it is the empty place before `/>`.
    """

    whole: Span
    name: Span
    content: Span
    attributes: Mapping[str, NodeSpans]
    has_content: bool


class _Remark(NamedTuple):
    """A comment's span, the element it stands in, and the element that starts next, which may not exist."""

    span: Span
    parent: int | None
    following: int


class Layout(Struct, frozen=True):
    """The spans of all elements, in document order; for each element the index of its parent; the comments."""

    elements: tuple[ElementSpans, ...]
    parents: tuple[int | None, ...]
    remarks: tuple[_Remark, ...]

    def scope(self, remark: _Remark, closed: Collection[int]) -> Span:
        """Return the span of what a comment speaks of; see `XmlText.comments`."""
        around = remark.parent
        while around is not None and around not in closed:
            around = self.parents[around]
        if around is not None:
            return self.elements[around].whole
        following = remark.following
        if following < len(self.parents) and self.parents[following] == remark.parent:
            return self.elements[following].whole
        return self.elements[remark.parent or 0].whole


class XmlText(Struct, frozen=True, dict=True):
    """A text that is XML, and its root element."""

    text: str
    root: Element

    @cached_property
    def layout(self) -> Layout:
        """Where everything stands; built on first use."""
        return locate(self.text)

    def comments(self, closed: Collection[int]) -> tuple[Comment, ...]:
        """Return all comments. One inside an element whose index is in `closed` speaks of that element as a whole."""
        if "<!--" not in self.text:
            return ()
        return tuple(self._comment(remark.span, self.layout.scope(remark, closed)) for remark in self.layout.remarks)

    def _comment(self, span: Span, scope: Span) -> Comment:
        inner = self.text[span.start : span.end].removeprefix("<!--").removesuffix("-->")
        return Comment(inner, span, scope)


def parse_xml(text: str) -> XmlText | Fault:
    """Read an XML text, without byte order mark and whatever its declaration says of an encoding.

    Never raises. A text that cannot be read gives one fault: `meta/doctype`, `meta/too-deep`, `meta/too-large` or `meta/syntax`.
    """
    return _doctype(text) or _too_much(text) or _read(text)


def _doctype(text: str) -> Fault | None:
    found = _DOCTYPE.match(text)
    return found and Fault(
        "meta/doctype",
        "a DOCTYPE is not accepted: no such file needs one, and it can make a reader fetch or expand other texts",
        Span(*found.span("doctype")),
        "delete everything from '<!DOCTYPE' to the '>' that ends it",
    )


def _too_much(text: str) -> Fault | None:
    """Look for what would keep the parsers busy: too many tags inside one another, or a tag with endless attributes."""
    if text.count("<") <= MAX_DEPTH and len(text) <= MAX_TAG:
        return None
    depth = 0
    for found in MARKUP.finditer(text):
        tag = found["tag"]
        if not tag:
            continue
        if len(tag) > MAX_TAG:
            message = f"this tag has more than {MAX_TAG} characters"
            return Fault("meta/too-large", message, Span(found.start(), found.start() + 1), "shorten its attributes")
        depth = max(0, depth + nesting(tag))
        if depth > MAX_DEPTH:
            return Fault(
                "meta/too-deep",
                f"tags are nested more than {MAX_DEPTH} deep",
                Span(*found.span()),
                "nest the tags less deeply; a real file has a few levels",
            )
    return None


def _read(text: str) -> XmlText | Fault:
    from xml.parsers.expat import ExpatError, ParserCreate

    from lxml import etree

    data = text.encode("utf-8", "surrogatepass")
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    parser = etree.XMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, **safe)
    try:
        root = etree.fromstring(data, parser)
        # The two differ in which letters a name may have. What one of them refuses could not be located.
        ParserCreate("utf-8").Parse(data, True)
    except etree.XMLSyntaxError as error:
        return _explained(text, error.msg, *error.position)
    except ExpatError as error:
        return _explained(text, str(error), error.lineno, error.offset + 1)
    return XmlText(text, _element(root, count()))


def _explained(text: str, message: str, line: int, column: int) -> Fault:
    from wxcc_lint.documents.xml_syntax import explain  # its many patterns take time to compile

    return explain(text, message, line, column)


def _element(node: Any, indexes: Iterator[int]) -> Element:
    """Copy an lxml element; at most MAX_DEPTH calls deep."""
    index = next(indexes)
    namespace, _, name = node.tag.rpartition("}")
    attributes = {key: value for key, value in node.items() if key[0] != "{"}
    texts, children = [node.text or ""], []
    for child in node:
        children.append(_element(child, indexes))
        texts.append(child.tail or "")
    return Element(index, name, namespace[1:], attributes, "".join(texts), tuple(children))


class _Track(Struct):
    """What expat tells on its way through a text, in byte offsets."""

    starts: list[int] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)
    parents: list[int | None] = field(default_factory=list)
    comments: list[tuple[int, int | None, int]] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)

    def follow(self, data: bytes) -> None:
        from xml.parsers.expat import ParserCreate

        parser = ParserCreate("utf-8")
        parser.StartElementHandler = lambda _name, _attributes: self._start(parser.CurrentByteIndex)
        parser.EndElementHandler = lambda _name: self._end(parser.CurrentByteIndex)
        parser.CommentHandler = lambda _text: self._comment(parser.CurrentByteIndex)
        parser.Parse(data, True)

    def _start(self, offset: int) -> None:
        self.parents.append(self._open[-1] if self._open else None)
        self._open.append(len(self.starts))
        self.starts.append(offset)

    def _end(self, offset: int) -> None:
        self.ends[self._open.pop()] = offset

    def _comment(self, offset: int) -> None:
        self.comments.append((offset, self._open[-1] if self._open else None, len(self.starts)))


def locate(text: str) -> Layout:
    """Return where the elements and comments of a well-formed text stand."""
    track = _Track()
    track.follow(text.encode("utf-8"))
    characters = _character_offsets(text)
    remarks = []
    for offset, parent, following in track.comments:
        start = characters(offset)
        remarks.append(_Remark(Span(start, text.index("-->", start) + 3), parent, following))
    elements = (
        _element_spans(text, characters(start), characters(track.ends[index]))
        for index, start in enumerate(track.starts)
    )
    return Layout(tuple(elements), tuple(track.parents), tuple(remarks))


def _character_offsets(text: str) -> Callable[[int], int]:
    """Return the way from an offset in the text's UTF-8 bytes, at the edge of a tag or comment, to characters."""
    if text.isascii():
        return int
    surplus, reached = [0], [0]
    for run in _NOT_ASCII.finditer(text):
        surplus.append(surplus[-1] + len(run[0].encode()) - len(run[0]))
        reached.append(run.end() + surplus[-1])
    return lambda offset: offset - surplus[bisect_right(reached, offset) - 1]


def _element_spans(text: str, start: int, closing: int) -> ElementSpans:
    """Read the start tag at `start`; `closing` is where the end tag begins, and of no use where there is none."""
    name = _TAG_NAME.match(text, start)
    assert name is not None, "expat saw a tag here"
    attributes = {}
    at = name.end()
    while attribute := _ATTRIBUTE.match(text, at):
        attributes[attribute[1]] = NodeSpans(Span(*attribute.span(1)), Span(*attribute.span(attribute.lastindex or 0)))
        at = attribute.end()
    end = _TAG_END.match(text, at)
    assert end is not None, "expat saw the tag end"
    if end[1]:
        content = Span(end.start(1), end.start(1))
        return ElementSpans(Span(start, end.end()), Span(*name.span(1)), content, attributes, has_content=False)
    whole = Span(start, text.index(">", closing) + 1)
    return ElementSpans(whole, Span(*name.span(1)), Span(end.end(), closing), attributes, has_content=True)
