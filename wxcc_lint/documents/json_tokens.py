"""What stands in a text where a JSON token should: recognised one by one, each with its own words and its own remedy."""

from __future__ import annotations

import re
from typing import NamedTuple

from wxcc_lint.documents.json_scan import UNCLOSED_STRING, Spot
from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import CONFLICT, CONFLICT_HELP, COPIED, CURLY, SYNTAX, shortened
from wxcc_lint.spans import Span

_LONGEST_SHOWN = 40
# What people see as one piece: a string (at most to the end of its line), a word, a number, an address, else one character.
_LEXEME = re.compile(r'"[^"\\\r\n]*+(?:\\.[^"\\\r\n]*+)*+"?|(?:[^\s"\'{}\[\],:]|:(?=//))+|.', re.DOTALL)
_CUT = re.compile(r"(\\?)(?:[\r\n]|\Z)")
_ESCAPE = re.compile(r"\\(?:u[0-9a-zA-Z]{0,4}|[^\r\n])")
# A curly quote is to blame for a string that goes wrong only where it stands at the string's end.
_CURLY_CLOSING = re.compile(rf"[{CURLY}](?=[ \t]*(?:[:,}}\]]|\Z))")


class _Look(NamedTuple):
    """Something people write that is never JSON; `{token}` in the message is the piece of text in question."""

    pattern: re.Pattern[str]
    message: str
    help: str

    def fault(self, spot: Spot, span: Span) -> Fault:
        return Fault(SYNTAX, self.message.format(token=shown(spot, span)), span, self.help)


_FOREIGN = (
    _Look(
        re.compile(CONFLICT),
        "'{token}' was left by a merge conflict",
        CONFLICT_HELP,
    ),
    _Look(
        re.compile(rf'[{CURLY}](?:[^{CURLY}"\r\n]*[{CURLY}"])?'),
        "curly quotes stand where straight ones should",
        f'replace them by straight double quotes ("); {COPIED}',
    ),
    _Look(
        re.compile(r"&(?:amp;)*(?:quot|apos|#0*3[49]|#x0*2[27]);", re.IGNORECASE),
        "'{token}' stands where a quote should: this JSON is escaped for XML once too often",
        'write a plain double quote ("); as part of an XML text, escape it once at most',
    ),
    _Look(
        re.compile(r"//[^\r\n]*|/\*(?s:.*?)\*/|/\*[^\r\n]*|<!--(?s:.*?)-->|#[^\r\n]*"),
        "a comment stands here, and JSON has none",
        "delete the comment",
    ),
    _Look(
        re.compile(r"'(?:[^'\r\n]*')?"),
        "single quotes stand where double ones should",
        'replace them by double quotes (")',
    ),
    _Look(
        re.compile(r'<[^<>"\r\n]+>|\$\{[^{}"\r\n]*\}'),
        "the placeholder '{token}' stands outside quotes",
        "replace it by its value; a value that is text goes in double quotes",
    ),
    _Look(
        re.compile(r"\.{3}|…"),
        "'{token}' stands for something that was left out",
        "put in what was left out, or delete the dots",
    ),
)

_WORDS = {"true": "true", "false": "false", "null": "null", "none": "null", "undefined": "null"}
_NUMBERS = (
    _Look(
        re.compile(r"\+"),
        "the number '{token}' begins with a plus sign",
        "delete the plus sign; a phone number goes in double quotes",
    ),
    _Look(
        re.compile(r"-?0[0-9]"),
        "the number '{token}' begins with a zero too many",
        "delete the leading zeros; where they count, as in a phone number, use double quotes",
    ),
    _Look(
        re.compile(r"-?\.[0-9]"),
        "the number '{token}' has no digit before its dot",
        "write a zero before the dot",
    ),
    _Look(
        re.compile(r"-?[0-9]+\.(?![0-9])"),
        "the number '{token}' has no digit after its dot",
        "delete the dot, or write a zero after it",
    ),
    _Look(
        re.compile(r"[-.]?[0-9]"),
        "'{token}' is not a number that JSON knows",
        "write digits with at most one dot; a date, a length or a version goes in double quotes",
    ),
)
_CLOSED_STRING = re.compile(UNCLOSED_STRING + '"')
_SOUND_PART = re.compile(UNCLOSED_STRING)


def lexeme(spot: Spot) -> Span:
    """Return the span of the whole piece that stands at the spot; empty at the end of the text."""
    match = _LEXEME.match(spot.text, spot.offset)
    return Span(spot.offset, match.end() if match else spot.offset)


def shown(spot: Spot, span: Span) -> str:
    """Return a piece of the text for use in a message: without double quotes, and cut when it is long."""
    piece = spot.text[span.start : span.end].strip('"')
    return shortened(piece, _LONGEST_SHOWN)


def foreign(spot: Spot) -> Fault | None:
    """Recognise what is never JSON outside a string: comments, curly quotes, conflict markers and the like."""
    for look in _FOREIGN:
        if match := look.pattern.match(spot.text, spot.offset):
            return look.fault(spot, Span(*match.span()))
    return _invisible(spot)


def _invisible(spot: Spot) -> Fault | None:
    if not spot.character or spot.character.isprintable():
        return None
    from unicodedata import name

    end = len(spot.text) - len(spot.text[spot.offset :].lstrip(spot.character))
    called = name(spot.character, "control character").lower()
    message = f"an invisible character stands between the parts of the JSON: {called} (U+{ord(spot.character):04X})"
    remedy = "delete it, or put an ordinary space in its place: such characters come from a word processor, a PDF or a web page"
    return Fault(SYNTAX, message, Span(spot.offset, end), remedy)


def broken_string(spot: Spot) -> Fault | None:
    """Recognise a string that begins at the spot and goes wrong inside: a line break, a tab, an escape, no end."""
    if spot.character != '"' or _CLOSED_STRING.match(spot.text, spot.offset):
        return None
    sound = _SOUND_PART.match(spot.text, spot.offset)
    assert sound is not None, "a quote alone is sound as far as it goes"
    kind = "key" if spot.expected == "key" else "value"
    if cut := _CUT.match(spot.text, sound.end()):
        whole = Span(spot.offset, cut.end(1))
        return curly_closing(spot, whole) or _cut_string(spot, kind, whole)
    if escape := _ESCAPE.match(spot.text, sound.end()):
        return _bad_escape(escape[0], Span(*escape.span()))
    character = spot.text[sound.end()]
    what = "tab" if character == "\t" else f"control character (U+{ord(character):04X})"
    written = r"\t" if character == "\t" else f"\\u{ord(character):04x}"
    remedy = f"put a space in its place; if it belongs to the text, write {written}"
    return Fault(SYNTAX, f"a raw {what} stands inside this {kind}", Span(sound.end(), sound.end() + 1), remedy)


def curly_closing(spot: Spot, within: Span) -> Fault | None:
    """Recognise a string that was opened by a straight quote and should have ended at a curly one."""
    match = _CURLY_CLOSING.search(spot.text, within.start, within.end)
    if match is None:
        return None
    message = f"the curly quote {match[0]} does not end what a straight quote begins"
    return Fault(SYNTAX, message, Span(*match.span()), f'replace it by a straight double quote ("); {COPIED}')


def _cut_string(spot: Spot, kind: str, whole: Span) -> Fault:
    if whole.end == len(spot.text):
        remedy = 'add the closing double quote (") and whatever followed it'
        return Fault(SYNTAX, f"the text ends inside this {kind}", whole, remedy)
    message = f"the line ends inside this {kind}, before its closing quote"
    remedy = r"add the quote, or join the two lines; a line break that belongs to the text is written \n"
    return Fault(SYNTAX, message, whole, remedy)


def _bad_escape(escape: str, span: Span) -> Fault:
    if escape.startswith("\\u"):
        remedy = r"write four hexadecimal digits after \u, as in \u00e4"
    elif escape == "\\'":
        remedy = "write the single quote without a backslash"
    else:
        remedy = r"to have a backslash in a text, as in a Windows path, write two: C:\\data"
    return Fault(SYNTAX, f"JSON has no escape {escape}", span, remedy)


def bare(spot: Spot) -> Fault | None:
    """Recognise a word or number that is none in JSON: an unquoted key or text, `True`, `NaN`, `007`."""
    span = lexeme(spot)
    word = spot.text[span.start : span.end]
    if not (word[0].isalnum() or word[0] in "_$+-."):
        return None
    if spot.expected == "key":
        return Fault(SYNTAX, f"the key '{shown(spot, span)}' is not in quotes", span, 'put it in double quotes (")')
    if word.casefold() in _WORDS:
        message = f"'{word}' is not a word that JSON knows"
        return Fault(SYNTAX, message, span, f"write {_WORDS[word.casefold()]}")
    if word.strip("+-").casefold() in {"nan", "infinity"}:
        return Fault(SYNTAX, f"JSON has no number '{word}'", span, "write an ordinary number, or null")
    for look in _NUMBERS:
        if look.pattern.match(word):
            return look.fault(spot, span)
    return Fault(SYNTAX, f"the text '{shown(spot, span)}' is not in quotes", span, 'put it in double quotes (")')
