"""Where Webex tokens come from, and which organization one is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from msgspec import Struct

from wxcc_lint.config_model import WebexOrg
from wxcc_lint.sources.live.addresses import vendors
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import public_webex_id, webex_id
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import Client, Reply
from wxcc_lint.sources.live.ways import Way, no_token

IDENTITY_URL: Final = "https://webexapis.com/v1"


class WebexToken(Struct, frozen=True):
    """An access token; `seconds` is how long it was said to hold when it was given, None where nobody said."""

    secret: Secret
    seconds: int | None = None


class WebexTokens:
    """Gets access tokens for one organization by the ways that the environment declares."""

    def __init__(self, org: WebexOrg, org_id: str, client: Client, identity_url: str) -> None:
        self._org = org
        self._org_id = org_id
        self._client = client
        self._identity_url = identity_url

    def get(self, way: Way) -> WebexToken:
        """Return a token by this way. Raises LiveError."""
        if way.kind == "access token":
            return WebexToken(way.secrets["token-env"])
        try:
            reply = self._refreshed(way) if way.kind == "refresh token" else self._of_service_app(way)
        except LiveError as error:
            raise no_token(error, "Webex", way) from error
        return _token_in(reply, way)

    def check(self, token: str) -> None:
        """Raise LiveError unless a token is for the organization that is declared."""
        found = webex_id(token.rpartition("_")[2]) or self._of_person(token)
        if found != self._org_id:
            raise LiveError(
                "wrong-org",
                f"the token is for the Webex organization {found}, and the environment declares {self._org_id};"
                " nothing was read",
            )

    def _refreshed(self, way: Way) -> Reply:
        fields = {
            "grant_type": "refresh_token",
            "client_id": way.secrets["client-id-env"].reveal(),
            "client_secret": way.secrets["client-secret-env"].reveal(),
            "refresh_token": way.secrets["refresh-token-env"].reveal(),
        }
        return self._client.post_form(refresh_url(self._identity_url), fields)

    def _of_service_app(self, way: Way) -> Reply:
        body = {
            "clientId": way.secrets["client-id-env"].reveal(),
            "clientSecret": way.secrets["client-secret-env"].reveal(),
            "targetOrgId": public_webex_id(self._org_id),
        }
        bearer = way.secrets["application-token-env"].reveal()
        return self._client.post_json(application_url(self._identity_url, self._org), body, token=bearer)

    def _of_person(self, token: str) -> str:
        """Return the organization of who the token belongs to: some tokens do not say it themselves."""
        try:
            person = self._client.get(f"{self._identity_url}/people/me", token=token).json()
        except LiveError as error:
            if error.cause in {"unauthorised", "unreachable"}:
                raise
            person = None
        found = webex_id(str(person.get("orgId"))) if isinstance(person, dict) else None
        if found is None:
            raise LiveError(
                "wrong-org",
                "nothing tells which Webex organization the token is for, so nothing was read;"
                " a token with the scope spark:people_read can be asked",
            )
        return found


def identity_url(org: WebexOrg, environ: Mapping[str, str]) -> str:
    """Return the address of Webex that gives tokens. Raises LiveError where the declared one is not trusted."""
    return vendors(org.identity_url, "webex", environ) if org.identity_url else IDENTITY_URL


def refresh_url(identity: str) -> str:
    """Return the address that takes refresh tokens."""
    return f"{identity}/access_token"


def application_url(identity: str, org: WebexOrg) -> str:
    """Return the address that gives the tokens of the declared service app."""
    return f"{identity}/applications/{quote(org.application_id or '', safe='')}/token"


def _token_in(reply: Reply, way: Way) -> WebexToken:
    answer: Any = reply.json()
    token = answer.get("access_token") if isinstance(answer, dict) else None
    if not isinstance(token, str) or not token:
        raise LiveError("broken", f"Webex answers for the {way.kind} without an access token", status=reply.status)
    seconds = answer.get("expires_in")
    return WebexToken(Secret(token), seconds if isinstance(seconds, int) else None)
