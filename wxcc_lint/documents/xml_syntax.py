"""Why a text is not XML, in words for somebody who edits configuration and not grammars.

A walk along the text that stops at the first thing XML does not allow. It runs only where a real parser has refused the
text, so it may be simple: what it does not recognise, that parser's own words tell.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import CONFLICT, CONFLICT_HELP
from wxcc_lint.documents.xml_tags import (
    NAME,
    bad_reference,
    illegal_character,
    is_closed_somewhere,
    placeholder,
    shown,
    start_tag,
    syntax,
)
from wxcc_lint.spans import Span, Text

_CLOSING = re.compile(rf"</({NAME})[ \t\r\n]*+>")
_CLOSING_START = re.compile(r"</[^<>\s]*+")
_CONFLICT = re.compile(rf"{CONFLICT}[^\r\n]*+")
_DECLARATION = re.compile(r"<\?xml(?=[ \t\r\n?])", re.IGNORECASE)
_SOUND_DECLARATION = re.compile(
    r"""<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.[0-9]+\1"""
    r"""([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\3)?"""
    r"""([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\5)?[ \t\r\n]*\?>"""
)
_WORDS = re.compile(r"[^ \t\r\n][^\r\n<]*")
_POSITION = re.compile(r"[,:] line \d+, column \d+.*", re.DOTALL)


def explain(text: str, message: str, line: int, column: int) -> Fault:
    """Return the one fault of a text that a parser refused at `line` and `column` (from 1) with `message`."""
    if not text.strip(" \t\r\n\ufeff"):
        return syntax("the text is empty", 0, 0, "restore the file, or take it out of the check")
    return illegal_character(text, 0, len(text)) or _Walk(text).first_fault() or _plain(text, message, line, column)


def _plain(text: str, message: str, line: int, column: int) -> Fault:
    at = min(Text(text).offset(line, column), len(text) - 1)
    words = shown(_POSITION.sub("", message).strip())
    return syntax(f"the text cannot be read as XML from here on ({words})", at, at + 1, "write this part anew")


class _Tag(Struct, frozen=True):
    name: str
    span: Span


class _Walk:
    """One way along a text, from markup to markup, with the tags that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.begin = 1 if text.startswith("\ufeff") else 0
        self.at = self.begin
        self.root = ""
        self.open: list[_Tag] = []

    def first_fault(self) -> Fault | None:
        """Return what is wrong first, or None when nothing was recognised."""
        readers = {
            "<!--": self._comment,
            "<![CDATA[": self._cdata,
            "<?": self._instruction,
            "</": self._closing,
            "<": self._opening,
        }
        fault = None
        while fault is None and self.at < len(self.text):
            start = self.text.find("<", self.at)
            start = len(self.text) if start < 0 else start
            fault = self._characters(self.at, start)
            if fault is None and start < len(self.text):
                read = next(read for opener, read in readers.items() if self.text.startswith(opener, start))
                fault = read(start)
            self.at = max(self.at, start)
        return fault or self._end()

    def _characters(self, start: int, end: int) -> Fault | None:
        if not self.open:
            return self._outside(start, end)
        closing = self.text.find("]]>", start, end)
        fault = bad_reference(self.text, start, end)
        if fault or closing < 0:
            return fault
        return syntax("']]>' stands here and ends nothing", closing, closing + 3, "write ']]&gt;', or delete it")

    def _outside(self, start: int, end: int) -> Fault | None:
        """Recognise what stands before the first tag or behind the last."""
        words = _WORDS.search(self.text, start, end)
        if words is None:
            return None
        piece = words[0].rstrip(" \t")
        if conflict := _CONFLICT.match(self.text, words.start()):
            return syntax("this was left by a merge conflict", *conflict.span(), CONFLICT_HELP)
        span = (words.start(), words.start() + len(piece))
        if piece.startswith("```"):
            return syntax("this belongs to a Markdown page, not to the XML", *span, f"delete '{shown(piece)}'")
        if not self.root and piece[0] in "{[":
            return syntax("this looks like JSON; expected XML", *span, "put the XML back into this file")
        where = "behind the last" if self.root else "before the first"
        return syntax(f"'{shown(piece)}' stands {where} tag", *span, "delete it; only comments may stand there")

    def _comment(self, start: int) -> Fault | None:
        fault = self._delimited(start, "<!--", "-->", "comment")
        dashes = self.text.find("--", start + 4)
        if fault or dashes == self.at - 3:
            return fault
        return syntax(
            "'--' stands inside a comment", dashes, dashes + 2, "write a single dash, or end the comment here"
        )

    def _cdata(self, start: int) -> Fault | None:
        return self._delimited(start, "<![CDATA[", "]]>", "CDATA section")

    def _instruction(self, start: int) -> Fault | None:
        if not _DECLARATION.match(self.text, start):
            return self._delimited(start, "<?", "?>", "instruction")
        if start > self.begin:
            remedy = "delete whatever stands before it, even blanks and empty lines; or delete it"
            return syntax("the XML declaration does not stand at the very beginning", start, start + 5, remedy)
        sound = _SOUND_DECLARATION.match(self.text, start)
        if sound is None:
            remedy = 'write <?xml version="1.0" encoding="UTF-8"?>, or delete it'
            return syntax("the XML declaration is not complete", start, start + 5, remedy)
        self.at = sound.end()
        return None

    def _delimited(self, start: int, opener: str, closer: str, noun: str) -> Fault | None:
        end = self.text.find(closer, start + len(opener))
        if end < 0:
            return syntax(f"this {noun} is never closed", start, start + len(opener), f"add '{closer}' where it ends")
        self.at = end + len(closer)
        return None

    def _opening(self, start: int) -> Fault | None:
        if conflict := _CONFLICT.match(self.text, start):
            return syntax("this was left by a merge conflict", *conflict.span(), CONFLICT_HELP)
        tag = start_tag(self.text, start)
        if isinstance(tag, Fault):
            return tag
        name, self.at, stays_open = tag
        if self.root and not self.open:
            message = f"'<{shown(name)}>' begins behind the end of '<{shown(self.root)}>'"
            return syntax(message, start, self.at, "put each into a file of its own")
        self.root = self.root or name
        if stays_open:
            self.open.append(_Tag(name, Span(start, self.at)))
        return None

    def _closing(self, start: int) -> Fault | None:
        closing = _CLOSING.match(self.text, start)
        if closing is None:
            begin = _CLOSING_START.match(self.text, start)
            end = begin.end() if begin else start + 2
            return syntax("this closing tag is not complete", start, end, "write '</', the name of the tag, and '>'")
        self.at = closing.end()
        if self.open and self.open[-1].name == closing[1]:
            self.open.pop()
            return None
        return self._mismatch(closing[1], Span(*closing.span()))

    def _mismatch(self, name: str, closing: Span) -> Fault:
        for outer, inner in reversed([*pairwise(self.open)]):
            if outer.name == name:
                return self._placeholder(inner, closing.start) or self._unclosed(inner, f"'</{shown(name)}>' comes")
        closed = f"'</{shown(name)}>'"
        if not self.open:
            return syntax(f"{closed} closes nothing: no tag is open", closing.start, closing.end, "delete it")
        expected = shown(self.open[-1].name)
        message = f"{closed} stands where '</{expected}>' should close '<{expected}>'"
        return syntax(message, closing.start, closing.end, f"write '</{expected}>'; or a tag is missing before")

    def _placeholder(self, tag: _Tag, end: int) -> Fault | None:
        """Recognise a word in angle brackets: no attributes, nothing closed up to `end`, and never closed itself."""
        is_bare = tag.span.end - tag.span.start == len(tag.name) + len("<>")
        is_alone = is_bare and "</" not in self.text[tag.span.end : end]
        if is_alone and not is_closed_somewhere(self.text, tag.name):
            return placeholder(self.text, tag.span.start, tag.span.end)
        return None

    def _unclosed(self, tag: _Tag, what: str) -> Fault:
        name = shown(tag.name)
        message = f"'<{name}>' is not closed before {what}"
        return syntax(message, tag.span.start, tag.span.end, f"add '</{name}>' where it ends")

    def _end(self) -> Fault | None:
        if self.open:
            return self._unclosed(self.open[-1], "the text ends")
        if not self.root:
            return syntax("the text has no tags", self.begin, len(self.text), "put the XML back into this file")
        return None
