"""What the services say in the bodies of their errors: every family of them, for its words, its code and its tracking id."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.json_brackets import too_deep
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.sources.live.replies import TRACKING_ID

_CODE: Final = re.compile(r"[A-Za-z][\w.:-]{0,63}", re.ASCII)
_OAUTH: Final = re.compile(r"[a-z_]+")


class Told(Struct, frozen=True):
    """What an error body says. `is_fault` tells a SOAP fault, which comes with status 500 whatever is wrong."""

    words: str = ""
    code: str | None = None
    tracking_id: str | None = None
    is_fault: bool = False


def told_by(body: bytes) -> Told:
    """Read an error body. What is in none of the known forms says nothing."""
    text = body.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _told_by_fault(body)
    if too_deep(text, MAX_DEPTH):
        return Told()
    try:
        data = json.loads(text)
    except ValueError:
        return Told()
    first = data[0] if isinstance(data, list) and data else data
    return _told_by_json(first) if isinstance(first, dict) else Told()


def _told_by_json(data: Mapping[str, Any]) -> Told:
    """Read an object of the Webex configuration service, of Webex itself, of Salesforce, of OAuth, or of a web framework."""
    error = data.get("error")
    is_oauth = isinstance(error, str) and _OAUTH.fullmatch(error) is not None
    name = _matching(error if is_oauth else data.get("errorCode"), _CODE)
    details = error if isinstance(error, dict) else data.get("error_description")
    texts = [*_texts(data.get("message")), *_texts(details), *_texts(data.get("errors"))]
    if not texts and not is_oauth:
        texts = [*_texts(error)]
    words = "; ".join(dict.fromkeys(texts))  # Webex says the same thing twice
    return Told(
        words=": ".join(part for part in (name, words) if part),
        code=name or _matching(data.get("code"), _CODE),
        tracking_id=_matching(data.get("trackingId"), TRACKING_ID),
    )


def _told_by_fault(body: bytes) -> Told:
    """Read a SOAP fault. Other markup, such as a web page, says nothing."""
    from wxcc_lint.sources.live.envelopes import soap_body

    for fault in soap_body(body):
        if fault.name == "Fault":
            said = {one.name: " ".join(one.text.split()) for one in fault.children}
            code = _matching(said.get("faultcode", "").rpartition(":")[2], _CODE)
            return Told(words=said.get("faultstring", "").rstrip("."), code=code, is_fault=True)
    return Told()


def _texts(value: Any) -> Iterator[str]:
    """Yield the sentences in a part of an error body: a text, a list of them, or objects that describe something."""
    if isinstance(value, str):
        if line := " ".join(value.split()).rstrip("."):
            yield line
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key in ("reason", "description", "message"):
            yield from _texts(value.get(key))


def _matching(value: Any, pattern: re.Pattern[str]) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None
