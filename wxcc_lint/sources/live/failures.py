"""What it means that a request failed: the cause, the sentence, and whether another try makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from wxcc_lint.sources.live.connections import TooSlowError
from wxcc_lint.sources.live.error_bodies import Told, told_by
from wxcc_lint.sources.live.errors import Cause, LiveError
from wxcc_lint.sources.live.replies import Reply

_RETRIED: Final = frozenset({429, 500, 502, 503, 504})
_PASSING_FAULTS: Final = frozenset({"SERVER_UNAVAILABLE", "UNKNOWN_EXCEPTION"})
_BY_CODE: Final[Mapping[str, Cause]] = {
    "INVALID_SESSION_ID": "unauthorised",
    "REQUEST_LIMIT_EXCEEDED": "limited",
    "API_DISABLED_FOR_ORG": "forbidden",
    "API_CURRENTLY_DISABLED": "forbidden",
    "INVALID_TYPE": "not-found",  # the edition of this org has no such object
    "SERVER_UNAVAILABLE": "unreachable",
}
_BY_STATUS: Final[Mapping[int, Cause]] = {
    401: "unauthorised",
    403: "forbidden",
    404: "not-found",
    429: "limited",
    502: "unreachable",
    503: "unreachable",
    504: "unreachable",
}
_MOST_WORDS: Final = 300
_REFUSED_BY_PROXY: Final = re.compile(r"Tunnel connection failed: (\d+.*)")


class TooLargeError(Exception):
    """A reply holds more bytes than anything that these services have to say."""


class CutShortError(Exception):
    """A reply broke off before its end."""


class Failed(Struct, frozen=True):
    """A request that gave no reply to use. `again` tells whether another try may, and `after` how long to wait at least."""

    cause: Cause
    sentence: str
    again: bool = False
    after: float = 0.0
    status: int | None = None
    tracking_id: str | None = None
    code: str | None = None

    def error(self, tries: int, more: str = "") -> LiveError:
        """Return what to raise when no other try follows."""
        tried = f", tried {tries} times" if tries > 1 else ""
        tracked = f" (tracking id {self.tracking_id})" if self.tracking_id else ""
        sentence = f"{self.sentence}{tried}{more}{tracked}"
        return LiveError(self.cause, sentence, status=self.status, tracking_id=self.tracking_id, code=self.code)


def answered(reply: Reply, *, secrets: Iterable[str], after: float, is_login: bool) -> Failed:
    """Return what a reply means whose status is no 2xx. `secrets` were sent, and are not shown if they come back."""
    location = reply.headers.get("Location")
    if 300 <= reply.status < 400 and location is not None:  # noqa: PLR2004 - 3xx
        return _redirected(reply, location)
    told = told_by(reply.body)
    words = told.words or ("a web page" if reply.is_web_page else "")
    for secret in secrets:
        words = words.replace(secret, "…")
    if len(words) > _MOST_WORDS:
        words = f"{words[:_MOST_WORDS]}…"
    return Failed(
        cause=_cause(reply, told, is_login=is_login),
        sentence=f"'{reply.source}' answers {reply.status}" + (f": {words}" if words else ""),
        again=reply.status in _RETRIED and (not told.is_fault or told.code in _PASSING_FAULTS),
        after=after,
        status=reply.status,
        tracking_id=told.tracking_id or reply.tracking_id,
        code=told.code,
    )


def _redirected(reply: Reply, location: str) -> Failed:
    """Name the host alone: the rest of such an address may hold what nobody should see."""
    try:
        host = urlsplit(location).netloc.rpartition("@")[2].lower()
    except ValueError:
        host = ""
    where = f"'{host[:80]}'" if host and host != reply.source.partition("/")[0] else "another place of the same host"
    return Failed(
        "refused",
        f"'{reply.source}' answers {reply.status} and sends us to {where}, and no redirect is followed",
        status=reply.status,
        tracking_id=reply.tracking_id,
    )


def _cause(reply: Reply, told: Told, *, is_login: bool) -> Cause:
    if by_code := _BY_CODE.get(told.code or ""):
        return by_code
    if (told.code or "").startswith("INSUFFICIENT_ACCESS"):
        return "forbidden"
    if is_login and reply.status in {400, 401, 403}:
        return "unauthorised"
    if reply.status == 404 and reply.is_web_page:  # noqa: PLR2004 - a status
        return "broken"  # whoever shows a page does not know the API, and cannot say that an object is not there
    return _BY_STATUS.get(reply.status, "broken")


def unanswered(error: Exception, host: str, proxy: str) -> Failed:
    """Return what it means that no reply came, or no whole one. `proxy` is the one on the way, if there is one."""
    from urllib3.exceptions import ProxyError

    if not isinstance(error, ProxyError):
        return _meaning(error, f"'{host}' (through the proxy '{proxy}')" if proxy else f"'{host}'")
    who = f"the proxy '{proxy}'"
    if refused := _REFUSED_BY_PROXY.fullmatch(str(error.original_error)):
        # Not again what is our fault: with a wrong password that can lock an account.
        return Failed("unreachable", f"{who} answers {refused[1].strip()}", again=not refused[1].startswith("4"))
    return _meaning(error.original_error, who)


def _meaning(error: Exception, who: str) -> Failed:
    from urllib3.exceptions import SSLError

    if isinstance(error, SSLError):
        return _unsafe(error, who)
    if any(isinstance(one, OSError) for one in (error, *error.args)):
        return Failed("unreachable", f"{who} closed the connection without a reply", again=True)
    for kind, cause, words, again in _meanings():
        if isinstance(error, kind):
            return Failed(cause, words.format(who=who, error=error), again)
    return Failed("broken", f"what {who} replies is not HTTP")


def _meanings() -> tuple[tuple[type[Exception], Cause, str, bool], ...]:
    """Return what errors mean, the special ones before the general ones; the last member tells whether to try again."""
    from urllib3 import exceptions

    return (
        (TooSlowError, "unreachable", "{who} does not finish its reply in time", False),
        (TooLargeError, "too-large", "the reply of {who} is too large: {error}", False),
        (CutShortError, "broken", "the reply of {who} breaks off before its end", True),
        (exceptions.DecodeError, "broken", "the reply of {who} is not compressed in the way that it says", False),
        (exceptions.NameResolutionError, "unreachable", "no address is known for {who}", True),
        (exceptions.NewConnectionError, "unreachable", "{who} cannot be connected to", True),
        (exceptions.ConnectTimeoutError, "unreachable", "{who} accepts no connection in time", True),
        (exceptions.ReadTimeoutError, "unreachable", "{who} keeps silent", True),
    )


def _unsafe(error: Exception, who: str) -> Failed:
    import ssl

    reason = error.args[0] if error.args else None
    if isinstance(reason, ssl.SSLCertVerificationError):
        why = (reason.verify_message or "it cannot be verified").rstrip(".")
        help_ = "if your company inspects traffic, name its certificates in SSL_CERT_FILE"
        return Failed("unreachable", f"the certificate of {who} is not trusted: {why} ({help_})")
    return Failed("unreachable", f"no encrypted connection to {who} comes about", again=True)
