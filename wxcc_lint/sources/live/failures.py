"""What it means that a request failed: the cause, the sentence, and whether another try makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

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
_REFUSED_BY_PROXY: Final = re.compile(r"Tunnel connection failed: (4\d\d.*)")


class TooLargeError(Exception):
    """A reply holds more bytes than anything that these services have to say."""


class CutShortError(Exception):
    """A reply broke off before its end."""


@dataclass(frozen=True, slots=True)
class Failed:
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
        return LiveError(
            self.cause, sentence, status=self.status, tracking_id=self.tracking_id, code=self.code
        )


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
        host = urlsplit(location).netloc.rpartition("@")[2]
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
    if told.code in _BY_CODE:
        return _BY_CODE[told.code]
    if told.code is not None and told.code.startswith("INSUFFICIENT_ACCESS"):
        return "forbidden"
    if is_login and reply.status in {400, 401, 403}:
        return "unauthorised"
    if reply.status == 404 and reply.is_web_page:  # noqa: PLR2004 - a status
        return "broken"  # whoever shows a page does not know the API, and cannot say that an object is not there
    return _BY_STATUS.get(reply.status, "broken")


def unanswered(error: Exception, host: str, proxy: str) -> Failed:
    """Return what it means that no reply came, or no whole one."""
    from urllib3.exceptions import DecodeError, ProtocolError, ProxyError, SSLError

    match error:
        case TooSlowError():
            return Failed("unreachable", f"'{host}' did not finish its reply in time")
        case TooLargeError():
            return Failed("too-large", f"the reply of '{host}' is too large: {error}")
        case CutShortError():
            return Failed("broken", f"the reply of '{host}' breaks off before its end", again=True)
        case DecodeError():
            return Failed("broken", f"the reply of '{host}' is not compressed in the way that it says")
        case SSLError():
            return _unsafe(error, f"'{host}'")
        case ProxyError():
            return _by_proxy(error, f"the proxy '{proxy}'")
        case ProtocolError(args=(_, OSError(), *_)):
            return Failed("unreachable", f"'{host}' closed the connection without a reply", again=True)
        case _:
            return _no_connection(error, f"'{host}'")


def _no_connection(error: Exception, who: str) -> Failed:
    from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ReadTimeoutError

    match error:
        case NameResolutionError():
            return Failed("unreachable", f"no host of the name {who} is known", again=True)
        case NewConnectionError():
            return Failed("unreachable", f"{who} refuses connections, or no way leads there", again=True)
        case ConnectTimeoutError():
            return Failed("unreachable", f"{who} accepts no connection in time", again=True)
        case ReadTimeoutError():
            return Failed("unreachable", f"{who} keeps silent", again=True)
        case _:
            return Failed("broken", f"what {who} replies is not HTTP")


def _unsafe(error: Exception, who: str) -> Failed:
    import ssl

    reason = error.args[0] if error.args else error
    if isinstance(reason, ssl.SSLCertVerificationError):
        help_ = "if your company inspects traffic, name its certificates in SSL_CERT_FILE"
        why = reason.verify_message or "it cannot be verified"
        return Failed("unreachable", f"the certificate of {who} is not trusted: {why} ({help_})")
    return Failed("unreachable", f"no encrypted connection with {who} comes about", again=True)


def _by_proxy(error: Exception, who: str) -> Failed:
    reason = error.args[1] if len(error.args) > 1 else error
    refused = _REFUSED_BY_PROXY.fullmatch(str(reason))
    if refused:  # asking again with a wrong password can lock an account
        return Failed("unreachable", f"{who} answers {refused[1].strip()}")
    inner = _unsafe(reason, who) if type(reason).__name__ == "SSLError" else _no_connection(_bare(reason), who)
    return inner if inner.cause == "unreachable" else replace(inner, cause="unreachable", again=True)


def _bare(reason: object) -> Exception:
    return reason if isinstance(reason, Exception) else Exception(reason)
