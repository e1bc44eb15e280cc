"""What a scalar of YAML 1.2 means (core schema), and which source characters each character of it comes from."""

from __future__ import annotations

import re

from wxcc_lint.spans import Span

Scalar = None | bool | int | float | str

_WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL_FLOAT = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

CORE_TAG = "tag:yaml.org,2002:"
"""What `!!` in front of a tag stands for."""

_TAGS: dict[str, tuple[type, str]] = {
    f"{CORE_TAG}null": (type(None), "null"),
    f"{CORE_TAG}bool": (bool, "true or false"),
    f"{CORE_TAG}int": (int, "a whole number"),
    f"{CORE_TAG}float": (float, "a number"),
}
_TEXT_TAG = f"{CORE_TAG}str"

_PLAIN = re.compile(r"[A-Za-z0-9_./](?:[\w./-]*\w)?", re.ASCII)
"""Texts that need no quotes, wherever they stand; others may not need them either."""
_DOUBLE_QUOTED = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.")
_SINGLE_QUOTED = re.compile(r"''|.")
_ESCAPES = dict(zip("0abt\tnvfreN_LP", "\0\a\b\t\t\n\v\f\r\x1b\x85\xa0\u2028\u2029", strict=True))
"""Characters behind a backslash that stand for another one; all others stand for themselves."""


def core_value(text: str) -> Scalar:
    """Return what a plain (unquoted) scalar means: `off` and dates are text, `0o17` is 15, `017` is 17.

    Raises ValueError with a message for the user for a number of more digits than Python reads.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _DECIMAL.fullmatch(text):
        return _decimal(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _SPECIAL_FLOAT.fullmatch(text):
        return float(text.replace(".", ""))
    return text


def _decimal(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError("this number has too many digits to be read") from None


def tagged_value(text: str, tag: str) -> Scalar:
    """Return what a scalar with one of the core tags means.

    Raises LookupError for another tag, ValueError with a message for the user when the text does not fit the tag.
    """
    if tag == _TEXT_TAG:
        return text
    wanted, description = _TAGS[tag]
    value = core_value(text)
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise ValueError(f"'{text}' is not {description}, which its tag asks for")
    return value


def decode_scalar(raw: str) -> tuple[str, list[Span]]:
    """Return the text of a scalar and, for each of its characters, its span within `raw`, the scalar as written.

    YAML folds a text that runs over several lines in its own ways; each character of it is given the whole scalar.
    """
    if "\n" in raw or "\r" in raw:
        return raw, [Span(0, len(raw))] * len(raw)
    if raw[:1] not in {"'", '"'}:
        return raw, [Span(index, index + 1) for index in range(len(raw))]
    pattern = _DOUBLE_QUOTED if raw[0] == '"' else _SINGLE_QUOTED
    matches = list(pattern.finditer(raw, 1, len(raw) - 1))
    return "".join(_decode(match[0]) for match in matches), [Span(*match.span()) for match in matches]


def encode_scalar(text: str, raw: str) -> str | None:
    """Return a text as a scalar on one line, in quotes as `raw` has them, the scalar that it replaces.

    None where it has characters that only escapes can write.
    """
    if not text.isprintable():
        return None
    if raw[:1] == '"' and not {'"', "\\"} & set(text):
        return f'"{text}"'
    if raw[:1] not in {"'", '"'} and _PLAIN.fullmatch(text) and core_value(text) == text:
        return text
    return "'" + text.replace("'", "''") + "'"


def _decode(character: str) -> str:
    if character == "''":
        return "'"
    if character[0] != "\\" or len(character) == 1:
        return character
    letter, digits = character[1], character[2:]
    return chr(int(digits, 16)) if digits else _ESCAPES.get(letter, letter)
