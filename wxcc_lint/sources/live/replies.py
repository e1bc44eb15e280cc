"""What a service replied, and whether it is what it should be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from wxcc_lint.documents.json_brackets import too_deep
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.sources.live.errors import LiveError

TRACKING_ID: Final = re.compile(r"[!-~]{1,128}")


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply of a service. `headers` are found in any case; `source` is the address it came from, to be shown."""

    status: int
    headers: Mapping[str, str] = field(repr=False)  # cookies are in there
    body: bytes = field(repr=False)  # the reply to a login is a token
    source: str = "the service"

    @property
    def tracking_id(self) -> str | None:
        """What support asks for."""
        value = self.headers.get("trackingid", "")
        return value if TRACKING_ID.fullmatch(value) else None

    @property
    def media_type(self) -> str:
        """What the reply says that it is, or nothing."""
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def is_web_page(self) -> bool:
        """Tell whether this is for people: from a sign-in page or a proxy, where an API was asked."""
        return self.media_type in {"text/html", "application/xhtml+xml"}

    def json(self) -> Any:
        """Return the body as data. Raises LiveError for whatever is no JSON text in UTF-8."""
        if not self.body:
            raise self._broken("is empty")
        if self.media_type:
            self._expect("json")
        try:
            text = self.body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise self._broken(f"is not text in UTF-8 (byte {error.start + 1})") from None
        if too_deep(text, MAX_DEPTH):
            raise self._broken(f"is nested more than {MAX_DEPTH} deep")
        try:
            data = json.loads(text, parse_constant=_refuse)
            if r"\ud" in text.lower():  # half of a surrogate pair could not be written to any file
                json.dumps(data, ensure_ascii=False).encode()
        except ValueError as error:
            where = f" (character {error.pos + 1})" if isinstance(error, json.JSONDecodeError) else ""
            raise self._broken(f"cannot be read as JSON{where}") from None
        return data

    def expect_xml(self) -> None:
        """Raise LiveError unless the reply says that it is XML."""
        self._expect("xml")

    def _expect(self, form: str) -> None:
        known = self.media_type in {f"application/{form}", f"text/{form}"} or self.media_type.endswith(f"+{form}")
        if self.is_web_page or not known:
            what = (
                "a web page" if self.is_web_page else f"'{self.media_type[:80]}'" if self.media_type else "of no type"
            )
            raise self._broken(f"is {what}, not {form.upper()}")

    def _broken(self, what: str) -> LiveError:
        sentence = f"the reply of '{self.source}' {what}"
        return LiveError("broken", sentence, status=self.status, tracking_id=self.tracking_id)


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is not JSON")
