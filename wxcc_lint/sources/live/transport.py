"""The one way to a live org. It only reads: what it has no words for cannot be sent."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import quote_plus, urlencode

from msgspec import Struct

from wxcc_lint.sources.live.connections import Connections, TooSlowError, is_loopback, proxy_name
from wxcc_lint.sources.live.envelopes import soap_body
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.failures import CutShortError, Failed, TooLargeError, answered, unanswered
from wxcc_lint.sources.live.limiter import Clock, Limiter
from wxcc_lint.sources.live.replies import Reply

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.util import Url

__all__ = ["Limits", "Reply", "Transport"]

_METADATA: Final = "http://soap.sforce.com/2006/04/metadata"
_METADATA_PATH: Final = re.compile(r"/services/Soap/m/\d{2,3}\.0", re.ASCII)
_OPERATIONS: Final = frozenset({"describeMetadata", "listMetadata", "readMetadata"})
_SESSION: Final = re.compile(rb"sessionId>\s*([^<\s]+)")
_TOKEN: Final = re.compile(r"[!-~]+")
_SECONDS: Final = re.compile(r"[0-9]{1,9}")
_SHOWN_QUERY: Final = frozenset({"page", "pageSize", "attributes", "q"})
_NONE: Final[Mapping[str, str]] = {}
_PIECE: Final = 64 * 1024


class Limits(Struct, frozen=True):
    """How much is borne; seconds and bytes.

    `connect` is for one connection, `silence` for each pause within a reply, `reply` for all of it. `patience` is for one
    request with all its tries: none begins later than that.
    """

    connect: float = 10
    silence: float = 30
    reply: float = 120
    size: int = 32 * 1024 * 1024
    tries: int = 5
    patience: float = 120


@dataclass(frozen=True, slots=True)
class _Request:
    """What is sent. `secrets` are parts of it that a reply may repeat, and nobody is to see."""

    method: Literal["GET", "POST"]
    url: Url
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = field(default=None, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    is_login: bool = False

    @property
    def source(self) -> str:
        return f"{self.url.netloc}{self.url.path or '/'}"


class Transport:
    """Asks the declared hosts, one request after the other: GET, the exact URLs of tokens, and three metadata reads.

    `hosts` are base URLs such as `https://api.wxcc-eu1.cisco.com`. A token goes to them alone and along no redirect. Every
    method raises LiveError for what is no reply with a status 2xx, after the tries that make sense. `say` gets a line for
    each request, in which there is no secret.
    """

    def __init__(
        self,
        *,
        hosts: Iterable[str],
        token_urls: Iterable[str] = (),
        limiter: Limiter,
        environ: Mapping[str, str],
        limits: Limits | None = None,
        say: Callable[[str], None] = lambda _: None,
        clock: Clock | None = None,
    ) -> None:
        self.requests = 0
        self._hosts = {_origin(_address(url)) for url in hosts}
        self._token_urls = {url: _address(url) for url in token_urls}
        self._limiter = limiter
        self._environ = environ
        self._limits = limits or Limits()
        self._say = say
        self._clock = clock or Clock()
        self._connections = Connections(environ, self._limits.reply, self._clock.now)

    def get(self, url: str, *, token: str | None = None, headers: Mapping[str, str] = _NONE) -> Reply:
        """Return what a URL of a declared host holds. Some need no token."""
        own = {**_json_headers(token), **headers}
        return self._exchange(_Request("GET", self._declared(url), own, secrets=_not_empty(token)))

    def post_form(self, url: str, fields: Mapping[str, str]) -> Reply:
        """Ask for a token with a form, as OAuth does."""
        headers = {**_json_headers(None), "Content-Type": "application/x-www-form-urlencoded"}
        secrets = [value for name, value in fields.items() if name != "grant_type"]
        return self._log_in(url, headers, urlencode(fields).encode(), secrets)

    def post_json(self, url: str, body: Mapping[str, str], *, token: str | None = None) -> Reply:
        """Ask for a token with a JSON object, as Webex wants it for service apps."""
        headers = {**_json_headers(token), "Content-Type": "application/json"}
        return self._log_in(url, headers, json.dumps(dict(body)).encode(), [token, *body.values()])

    def post_metadata(self, url: str, operation: str, envelope: bytes) -> Reply:
        """Read metadata of Salesforce, where that is a POST. The envelope has to ask for this operation and no other."""
        address = self._declared(url)
        asked = [(one.namespace, one.name) for one in soap_body(envelope)]
        if operation not in _OPERATIONS or asked != [(_METADATA, operation)]:
            raise LiveError("refused", f"'{operation}' is not sent: of the Metadata API only what reads is used")
        if not _METADATA_PATH.fullmatch(address.path or "") or address.query is not None:
            raise LiveError("refused", f"'{address.path}' is not the address of the Metadata API")
        headers = {"Accept": "text/xml", "Content-Type": "text/xml; charset=UTF-8", "SOAPAction": '""'}
        session = [one.decode("utf-8", "replace") for one in _SESSION.findall(envelope)]
        reply = self._exchange(_Request("POST", address, headers, envelope, _not_empty(*session)))
        reply.expect_xml()
        return reply

    def _log_in(self, url: str, headers: Mapping[str, str], body: bytes, secrets: Iterable[str | None]) -> Reply:
        if url not in self._token_urls:
            raise LiveError("refused", "nothing is posted but to the URLs where tokens are given")
        address = self._token_urls[url]
        return self._exchange(_Request("POST", address, headers, body, _not_empty(*secrets), is_login=True))

    def _declared(self, url: str) -> Url:
        address = _address(url)
        if _origin(address) not in self._hosts:
            raise LiveError("refused", f"'{address.netloc}' is not a host of this environment, and is not asked")
        return address

    def _exchange(self, request: _Request) -> Reply:
        limits, clock = self._limits, self._clock
        until: float | None = None
        tries = 0
        while True:
            tries += 1
            waited = self._limiter.wait()
            if waited >= 1:
                self._say(f"waited {waited:.0f} seconds: {self._limiter.per_minute} requests a minute are the limit")
            until = clock.now() + limits.patience if until is None else until
            outcome = self._once(request)
            if isinstance(outcome, Reply):
                return outcome
            if not outcome.again or tries >= limits.tries:
                raise outcome.error(tries)
            # Twice as long each time, and not all clients at once.
            pause = max(outcome.after, 2.0 ** (tries - 1) * (0.5 + clock.chance() / 2))
            if clock.now() + pause > until:
                wanted = f"; it wants us to wait {outcome.after:.0f} seconds" if outcome.after >= pause else ""
                raise outcome.error(tries, wanted)
            self._say(f"waiting {pause:.1f} seconds, then trying again")
            clock.sleep(pause)

    def _once(self, request: _Request) -> Reply | Failed:
        from urllib3.exceptions import HTTPError

        began = self._clock.now()
        self.requests += 1
        host = request.url.netloc or ""
        try:
            reply = self._send(request)
        except (HTTPError, TooSlowError, TooLargeError, CutShortError) as error:
            proxy = proxy_name(request.url.host or "", request.url.port, self._environ)
            lost = unanswered(error, host, proxy)
            self._tell(request, lost.sentence, began)
            return lost
        told = f"{reply.status}, {len(reply.body)} bytes"
        self._tell(request, told, began, reply.tracking_id)
        if 200 <= reply.status < 300:  # noqa: PLR2004 - 2xx
            return reply
        after = _retry_after(reply, self._clock)
        return answered(reply, secrets=request.secrets, after=after, is_login=request.is_login)

    def _send(self, request: _Request) -> Reply:
        """Send one request and read the reply to its end. Nothing else in the program sends anything."""
        from urllib3 import Timeout

        limits = self._limits
        response = self._connections.to(request.url.host or "", request.url.port).request(
            request.method,
            request.url.url,
            body=request.body,
            headers={"User-Agent": "wxcc-lint", "Accept-Encoding": "gzip", **request.headers},
            timeout=Timeout(connect=limits.connect, read=limits.silence),
            retries=False,
            redirect=False,
            preload_content=False,
        )
        try:
            return Reply(response.status, response.headers, _body(response, limits.size), request.source)
        finally:
            response.close()

    def _tell(self, request: _Request, what: str, began: float, tracking_id: str | None = None) -> None:
        milliseconds = round((self._clock.now() - began) * 1000)
        tracked = f", tracking id {tracking_id}" if tracking_id else ""
        self._say(f"{request.method} {request.source}{_query(request.url)}: {what}, {milliseconds} ms{tracked}")


def _body(response: BaseHTTPResponse, most: int) -> bytes:
    """Read a body, unpacked, and no further than the limit."""
    from urllib3.exceptions import ProtocolError

    declared = getattr(response, "length_remaining", None) or 0
    if declared > most:
        raise TooLargeError(f"{declared} bytes, and the limit is {most}")
    body = bytearray()
    try:
        for piece in response.stream(_PIECE, decode_content=True):
            body += piece
            if len(body) > most:
                raise TooLargeError(f"more than {most} bytes")
    except ProtocolError as error:
        raise CutShortError from error
    return bytes(body)


def _address(url: str) -> Url:
    """Take a URL apart by the very code that will send it, so that both see the same host."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        address = parse_url(url)
    except LocationParseError:
        raise LiveError("refused", "an address that is no URL is not asked") from None
    if address.auth is not None or not address.host:
        raise LiveError("refused", "an address without a host, or with a name and password in it, is not asked")
    if address.scheme != "https" and not (address.scheme == "http" and is_loopback(address.host)):
        raise LiveError("refused", f"'{address.scheme}://{address.netloc}' is not encrypted, and is not asked")
    return address._replace(fragment=None)


def _origin(address: Url) -> tuple[str | None, str | None, int]:
    return address.scheme, address.host, address.port or (443 if address.scheme == "https" else 80)


def _json_headers(token: str | None) -> dict[str, str]:
    if token is None:
        return {"Accept": "application/json"}
    if not _TOKEN.fullmatch(token):  # http.client would refuse it as well, and show it
        raise LiveError(
            "unauthorised", "the token is empty or holds a blank, a line break or another foreign character"
        )
    return {"Accept": "application/json", "Authorization": f"Bearer {token}"}


def _not_empty(*secrets: str | None) -> tuple[str, ...]:
    """Return the secrets in both forms that a reply may repeat, the longest first."""
    forms = {form for one in secrets if one for form in (one, quote_plus(one))}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _retry_after(reply: Reply, clock: Clock) -> float:
    """Return how many seconds the service asks us to wait; it may give the time when it will be ready instead."""
    from email.utils import mktime_tz, parsedate_tz

    wanted = reply.headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(wanted):
        return float(wanted)
    then, now = parsedate_tz(wanted), parsedate_tz(reply.headers.get("Date", ""))
    if then is None:
        return 0.0
    # By its own clock, where it tells the time: ours may be wrong.
    return max(0.0, mktime_tz(then) - (mktime_tz(now) if now else clock.date()))


def _query(address: Url) -> str:
    """Return the query as it may be shown: of what is not known to be harmless, only the name."""
    parts = (part.partition("=") for part in (address.query or "").split("&") if part)
    shown = [f"{name}={value if name in _SHOWN_QUERY else '…'}" for name, _, value in parts]
    return f"?{'&'.join(shown)}" if shown else ""
