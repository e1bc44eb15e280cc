"""What can be wrong with one tag or one stretch of text in XML: each slip with its own words and its own remedy."""

from __future__ import annotations

import re
from typing import Final

from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import COPIED, CURLY, SYNTAX, shortened
from wxcc_lint.documents.xml_text import REFERENCE, code_point
from wxcc_lint.spans import Span

NAME: Final = r"[^\W\d][\w.:-]*+"
_BLANKS = r"[ \t\r\n]*+"
_TAG_NAME = re.compile(rf"<({NAME})")
_TAG_END = re.compile(rf"{_BLANKS}(/?)>")
_ATTRIBUTE = re.compile(rf"""[ \t\r\n]++({NAME}){_BLANKS}={_BLANKS}("[^"<]*+"|'[^'<]*+')""")
_ATTRIBUTE_START = re.compile(rf"{_BLANKS}({NAME})({_BLANKS}={_BLANKS})?")
_LOOKS_LIKE_TAG = re.compile(r"<[^<>\r\n]*+>?")
_PLACEHOLDER = re.compile(r"<[^<>\"'=\r\n]*+>")
_CURLY = f"{CURLY}\u2033"  # in a tag, a double prime is meant for a quote as well
_CURLY_VALUE = re.compile(rf"[{_CURLY}](?:[^{_CURLY}\"<>\r\n]*+[{_CURLY}\"])?")
_BARE_VALUE = re.compile(rf"(?!{NAME}{_BLANKS}={_BLANKS}[\"'])(?:[^\s<>/]|/(?!>))++")
_OPEN_QUOTE = re.compile(r"[\"'][^<>\r\n]*+")
_AMPERSAND = re.compile(rf"&(?:({REFERENCE});|(\w++;)|)")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_SHOWN = 60
_LAST_CHARACTER = 0x10FFFF


def syntax(message: str, start: int, end: int, help_: str) -> Fault:
    """Return the fault of a text that is not XML; `start` and `end` are character offsets."""
    return Fault(SYNTAX, message, Span(start, end), help_)


def shown(piece: str) -> str:
    """Return a piece of the text for use in a message, cut when it is long."""
    return shortened(piece, _LONGEST_SHOWN)


def illegal_character(text: str, start: int, end: int) -> Fault | None:
    """Recognise a character that XML cannot hold in any way of writing: most of those below U+0020, halves of pairs."""
    found = _ILLEGAL.search(text, start, end)
    if found is None:
        return None
    message = f"an invisible character stands here that XML cannot hold (U+{ord(found[0]):04X})"
    return syntax(message, *found.span(), "delete it: such characters come from copying out of other programs")


def bad_reference(text: str, start: int, end: int) -> Fault | None:
    """Recognise an `&` that stands for itself, or for something that XML does not know."""
    for found in _AMPERSAND.finditer(text, start, end):
        reference, unknown = found.groups()
        if unknown:
            return syntax(f"'{shown(found[0])}' means nothing in XML", *found.span(), _character_for(unknown))
        if reference is None:
            remedy = "write '&amp;' for an '&' that belongs to the text"
            return syntax("an '&' stands here by itself", found.start(), found.start() + 1, remedy)
        if reference[0] == "#" and not _exists(reference):
            message = f"'{shown(found[0])}' stands for a character that XML cannot hold"
            return syntax(message, *found.span(), "delete it")
    return None


def _character_for(name: str) -> str:
    from html.entities import html5

    character = html5.get(name, "")
    if len(character) == 1:
        return f"write '&#{ord(character)};' instead: '&{name}' is known in web pages only"
    return "write '&amp;' for an '&' that belongs to the text"


def _exists(number: str) -> bool:
    if len(number.lstrip("#x0")) > len(str(_LAST_CHARACTER)):
        return False
    code = code_point(number)
    return code <= _LAST_CHARACTER and not _ILLEGAL.match(chr(code))


def start_tag(text: str, start: int) -> Fault | tuple[str, int, bool]:
    """Read the tag at `start`: its name, the offset behind it, and whether it stays open. Or what is wrong with it."""
    name = _TAG_NAME.match(text, start)
    if name is None:
        return _not_a_tag(text, start)
    at = name.end()
    seen: set[str] = set()
    while found := _ATTRIBUTE.match(text, at):
        fault = _bad_attribute(text, found, seen)
        if fault:
            return fault
        seen.add(found[1])
        at = found.end()
    end = _TAG_END.match(text, at)
    if end:
        return _undeclared(text, name) or (name[1], end.end(), not end[1])
    if not seen and not _is_meant(text, start, name[1]):
        return _not_a_tag(text, start)
    return _broken_attribute(text, name[0], start, at)


def _bad_attribute(text: str, found: re.Match[str], seen: set[str]) -> Fault | None:
    if found[1] in seen:
        return syntax(f"'{shown(found[1])}' stands twice in one tag", *found.span(1), "delete one of the two")
    return _undeclared(text, found) or bad_reference(text, *found.span(2))


def _undeclared(text: str, found: re.Match[str]) -> Fault | None:
    """Recognise a name, the match's first group, with a prefix that no tag of the text declares."""
    prefix, colon, _ = found[1].partition(":")
    if not colon or prefix in {"xml", "xmlns"} or f"xmlns:{prefix}" in text:
        return None
    return syntax(f"the prefix '{shown(prefix)}:' is not declared", *found.span(1), f"delete '{shown(prefix)}:'")


def _is_meant(text: str, start: int, name: str) -> bool:
    """Tell a broken tag from an angle bracket in a text: it has an attribute, or its like is closed somewhere."""
    line = _LOOKS_LIKE_TAG.match(text, start)
    return line is not None and ("=" in line[0] or is_closed_somewhere(text, name))


def is_closed_somewhere(text: str, name: str) -> bool:
    """Tell whether any closing tag of this name, or of one that begins so, stands in the text."""
    return f"</{name}" in text


def _not_a_tag(text: str, start: int) -> Fault:
    found = _PLACEHOLDER.match(text, start)
    if found:
        return placeholder(text, *found.span())
    remedy = "write '&lt;' for a '<' that belongs to the text"
    return syntax("a '<' stands here that begins no tag", start, start + 1, remedy)


def placeholder(text: str, start: int, end: int) -> Fault:
    """Return the fault of a word in angle brackets that was to be replaced by a value."""
    inner = shown(text[start + 1 : end - 1])
    message = f"'<{inner}>' is read as a tag, but looks like a placeholder"
    return syntax(message, start, end, f"replace it by its value, or write '&lt;{inner}&gt;' to keep it as text")


def _broken_attribute(text: str, tag: str, start: int, at: int) -> Fault:
    """Return why the tag at `start` does not go on at `at`, behind its name or the last sound attribute."""
    found = _ATTRIBUTE_START.match(text, at)
    if found is None:
        return _broken_end(text, tag, start, at)
    name, equals = shown(found[1]), found[2]
    if found.start(1) == at:
        message = f"'{name}' follows directly upon a closing quote"
        return syntax(message, *found.span(1), "put a blank before it; or a quote is missing further to the left")
    if equals is None:
        return syntax(f"'{name}' has no value", *found.span(1), f"write {name}=\"…\", or delete '{name}'")
    return _broken_value(text, name, found.end()) or syntax(
        f"'{name}' has no value", *found.span(1), f'write a value in quotes: {name}="…"'
    )


def _broken_end(text: str, tag: str, start: int, at: int) -> Fault:
    rest = text[at:].lstrip(" \t\r\n")[:1] if at < len(text) else ""
    if rest in {"", "<"}:
        return syntax(f"the tag '{shown(tag)}' has no '>' at its end", start, start + len(tag), "add the '>'")
    at = text.index(rest, at)
    return syntax(f"'{rest}' has no place in the tag '{shown(tag)}'", at, at + 1, f"delete the '{rest}'")


def _broken_value(text: str, name: str, at: int) -> Fault | None:
    """Return what is wrong with the value at `at`; None when there is none at all."""
    if curly := _CURLY_VALUE.match(text, at):
        remedy = f'replace them by straight quotes ("); {COPIED}'
        return syntax(f"the value of '{name}' stands in curly quotes", *curly.span(), remedy)
    if quoted := _OPEN_QUOTE.match(text, at):
        end = text.find("<", at)
        if end < 0 or quoted.end() < end:
            return syntax(f"the value of '{name}' has no closing quote", *quoted.span(), f"add the {quoted[0][0]}")
        remedy = "write '&lt;' for a '<' that belongs to the value; or a closing quote is missing before it"
        return syntax(f"a '<' stands in the value of '{name}'", end, end + 1, remedy)
    if bare := _BARE_VALUE.match(text, at):
        value = shown(bare[0])
        return syntax(f"the value of '{name}' is not in quotes", *bare.span(), f'write {name}="{value}"')
    return None
