"""Why a text is not YAML, in plain words: PyYAML's scanner and parser errors retold."""

from __future__ import annotations

from typing import NamedTuple

from wxcc_lint.documents.model import Fault
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.spans import Span, Text


class _Hint(NamedTuple):
    """What to say when the library's words hold `clue`; `{char}` is the character the fault stands at.

    `opening`: the fault stands where the unfinished thing begins, not where the library gave up.
    """

    clue: str
    message: str
    help: str
    opening: bool = False


# The C library and the Python one word the same error differently; a clue is what both have in common.
_HINTS = (
    _Hint("quoted scalar: found unexpected", "this quote is never closed", "add the closing {char}", opening=True),
    _Hint(
        "escape", "this backslash begins no escape that YAML knows", "use single quotes, or write \\\\ for a backslash"
    ),
    _Hint(
        "hexdec", "this backslash begins no escape that YAML knows", "use single quotes, or write \\\\ for a backslash"
    ),
    _Hint("alias:", "in YAML a value that begins with '*' is an alias", "put the value in quotes", opening=True),
    _Hint("anchor:", "in YAML a value that begins with '&' has an anchor", "put the value in quotes", opening=True),
    _Hint("tag", "in YAML a value that begins with '!' has a tag", "put the value in quotes", opening=True),
    _Hint(
        "expected ':'",
        "a ':' is missing behind this key",
        "write 'key: value', with a space behind the ':'",
        opening=True,
    ),
    _Hint("',' or ']'", "this '[' has no ']', or a ',' is missing behind it", "close the list with ']'", opening=True),
    _Hint("',' or '}'", "this '{{' has no '}}', or a ',' is missing behind it", "close it with '}}'", opening=True),
    _Hint("node content", "a value is missing before '{char}'", "write the value, or take the '{char}' away"),
    _Hint("cannot start any token", "a value cannot begin with '{char}'", "put the value in quotes"),
    _Hint("sequence entries", "a list entry cannot begin here", "begin the list on a line of its own"),
    _Hint("block scalar", "only a comment may follow '|' or '>'", "begin the text on the next line"),
    _Hint("directive", "this line begins with '%', which YAML keeps for itself", "put the text in quotes"),
    _Hint("incompatible", "this version of YAML is not known", "take the line away"),
)
_TAB = _Hint("", "YAML cannot be indented with a tab", "indent with spaces")
_SECOND_COLON = _Hint("", "a second ': ' stands in this value", "put the value in quotes")
_TOO_FAR = _Hint("", "this key is indented too far, or the value above runs on into it", "align it with the keys above")
_NO_KEY = _Hint("", "a key is missing before the ':'", "write 'key: value'")
_AFTER_VALUE = _Hint(
    "",
    "nothing can follow here: the value is complete",
    "check quotes and brackets; inside single quotes an apostrophe is written twice",
)
_MISFIT = _Hint(
    "", "this line does not fit the lines above it", "check its indentation; keys and '- ' entries cannot mix"
)


def explain(error: Exception, text: str) -> Fault:
    """Return the fault for what the library raised on reading `text`."""
    problem_at, opening_at = _marks(error)
    hint = _hint(error, text, problem_at)
    at = opening_at if hint.opening and opening_at is not None else problem_at
    if hint.clue in {"escape", "hexdec"}:
        at = max(text.rfind("\\", 0, problem_at + 1), 0)
    char = text[at : at + 1]
    end = at + (0 if char in "\r\n" else 1)
    return Fault(SYNTAX, hint.message.format(char=char), Span(at, end), hint.help.format(char=char))


def unprintable(text: str) -> Fault | None:
    """Return a fault for the first character that YAML does not allow anywhere, such as a control character."""
    from yaml.reader import Reader

    found = Reader.NON_PRINTABLE.search(text)
    if found is None:
        return None
    message = f"the character U+{ord(found[0]):04X} cannot stand in YAML"
    return Fault(SYNTAX, message, Span(*found.span()), "delete it, or write it as an escape in double quotes")


def _marks(error: Exception) -> tuple[int, int | None]:
    """Return where the library gave up and where the thing began that it was reading."""
    problem, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    return (0 if problem is None else problem.index), (None if context is None else context.index)


def _hint(error: Exception, text: str, at: int) -> _Hint:
    words = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or error}"
    before = text[at + 1 - Text(text).locate(at).column : at]
    if "tab character" in words or ("any token" in words and text.startswith("\t", at)):
        return _TAB
    if "mapping values" in words:
        return _SECOND_COLON if ": " in before else _TOO_FAR
    for hint in _HINTS:
        if hint.clue in words:
            return hint
    if text.startswith(":", at):
        return _NO_KEY
    return _AFTER_VALUE if before.strip() else _MISFIT
