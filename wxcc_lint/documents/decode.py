"""Bytes → text, once, for every kind of document."""

from __future__ import annotations

import codecs
import re

from wxcc_lint.documents.model import Fault
from wxcc_lint.spans import Span

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
    (b"<\0", "utf-16-le", "UTF-16"),
    (b"\0<", "utf-16-be", "UTF-16"),
    (b"{\0", "utf-16-le", "UTF-16"),
    (b"\0{", "utf-16-be", "UTF-16"),
)
_NO_FILE_ENCODING = {"idna", "mbcs", "oem", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"}
"""What Python can decode and no other program takes for an encoding of files, some of it in quadratic time."""
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")


def decode(data: bytes) -> tuple[str, Fault | None]:
    """Return the text without a byte order mark, and the fault if it is not in an encoding that works.

    Salesforce documents UTF-8 for definition files, RFC 8259 for JSON; an XML declaration may name another encoding. The
    text is decoded as well as can be even then, so that a report can show it.
    """
    for mark, codec, shown in _WIDE:
        if data.startswith(mark):
            help_ = "save it as UTF-8 (in an editor: Save with encoding)"
            text = data.decode(codec, "replace")
            return text, Fault("meta/encoding", f"this is {shown}, not UTF-8", Span(0, min(1, len(text))), help_)
    data = data.removeprefix(codecs.BOM_UTF8)
    codec = "utf-8"
    if declared := _DECLARED.match(data):
        codec = declared[1].decode("ascii")
        if complaint := _complaint(codec, declared[0]):
            span = Span(declared.start(1), declared.end(1))
            message = f"the XML declaration names an encoding that {complaint}: '{codec}'"
            return data.decode("utf-8", "replace"), Fault("meta/encoding", message, span, 'write encoding="UTF-8"')
    try:
        return data.decode(codec), None
    except UnicodeDecodeError as error:
        return data.decode(codec, "replace"), _undecodable(data, codec, error)


def encode_like(data: bytes, text: str) -> bytes:
    """Return the bytes of a text in the encoding of `data`, which could be decoded, byte order mark included.

    What that encoding lacks becomes a character reference, which only XML can be in need of.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    declared = _DECLARED.match(data.removeprefix(mark))
    return mark + text.encode(declared[1].decode("ascii") if declared else "utf-8", "xmlcharrefreplace")


def _complaint(codec: str, declaration: bytes) -> str:
    """Return what is wrong with a declared encoding, nothing when the declaration itself can be read in it."""
    try:
        found = codecs.lookup(codec)
    except LookupError:
        return "does not exist"
    is_text = found._is_text_encoding  # noqa: SLF001 — the only way to keep `encoding="zip"` out
    if not is_text or found.name.replace("-", "_") in _NO_FILE_ENCODING:
        return "does not exist"
    is_readable = declaration.decode(codec, "replace") == declaration.decode("ascii", "replace")
    return "" if is_readable else "the file is not in"


def _undecodable(data: bytes, codec: str, error: UnicodeDecodeError) -> Fault:
    start = len(data[: error.start].decode(codec, "replace"))
    byte = data[error.start]
    guess = bytes([byte]).decode("cp1252", "replace")
    hint = f" (in Windows-1252 or Latin-1 it would be '{guess}')" if guess.isprintable() and guess != "\ufffd" else ""
    return Fault(
        "meta/encoding",
        f"the byte 0x{byte:02X} is not valid {codec.upper()}{hint}",
        Span(start, start + 1),
        "save it as UTF-8, and let the XML declaration, if there is one, say so",
    )
