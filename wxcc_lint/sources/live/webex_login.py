"""A login to the Webex tenant of an environment, checked to be that tenant before anything of it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from wxcc_lint.catalog.regions import api_code, regions
from wxcc_lint.config_model import Environment
from wxcc_lint.sources.live.addresses import origin, vendors
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import webex_id
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.renewing import Renewing
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import Client, Connect
from wxcc_lint.sources.live.ways import chosen, webex_ways
from wxcc_lint.sources.live.webex_tokens import WebexToken, WebexTokens, application_url, identity_url, refresh_url

_ADVICE: Final = (
    "get a new token, or declare a refresh token or a service app, which renew themselves: access tokens end after some"
    " days, a personal one after 12 hours and without the scope cjp:config_read that is needed"
)


class WebexLogin:
    """The session of a tenant, see `sessions.WebexSession`. `token` is the first token that was used."""

    def __init__(self, client: Client, renewing: Renewing, base_url: str, org: Org, token: WebexToken) -> None:
        self.org = org
        self.org_id = org.org_id
        self.base_url = base_url
        self.token = token
        self._client = client
        self._renewing = renewing

    def get(self, path: str, **query: str | int) -> Any:
        """Return the JSON at a path below `/organization/{org_id}/`. Raises LiveError."""
        address = f"{self.base_url}/organization/{self.org_id}/{path}{'?' if query else ''}{urlencode(query)}"
        return self._renewing.use(lambda token: self._client.get(address, token=token).json())


def open_webex(environment: Environment, environ: Mapping[str, str], connect: Connect) -> WebexLogin:
    """Log in to the tenant that the environment declares. Raises LiveError.

    Nothing is read before it is certain that the token is for the declared organization.
    """
    org_id = _declared_id(environment)
    base_url = api_url(environment, environ)
    identity = identity_url(environment.webex, environ)
    way, renewal = chosen(webex_ways(environment.webex, environ), "Webex", environment.name)
    client = connect([origin(base_url), origin(identity)], token_urls(environment, identity))
    tokens = WebexTokens(environment.webex, org_id, client, identity)

    def renewed() -> Secret:
        assert renewal is not None
        secret = tokens.get(renewal).secret
        tokens.check(secret.reveal())
        return secret

    token = tokens.get(way)
    renewing = Renewing(token.secret, renewed if renewal else None, _ADVICE)
    renewing.use(tokens.check)
    place = api_code(base_url) or environment.region
    org = _decorated(Org("webex", org_id, place=place), client, renewing, base_url)
    return WebexLogin(client, renewing, base_url, org, token)


def api_url(environment: Environment, environ: Mapping[str, str]) -> str:
    """Return the address of the API. Raises LiveError where none is declared, or one that is not trusted."""
    if environment.webex.base_url:
        return vendors(environment.webex.base_url, "webex", environ)
    if environment.region is None:
        raise LiveError(
            "refused",
            f"environment '{environment.name}' declares no 'region', so nobody knows which data centre to ask",
        )
    return regions()[environment.region].api_url


def token_urls(environment: Environment, identity: str) -> list[str]:
    """Return the addresses that give tokens by the ways that the environment declares."""
    webex = environment.webex
    return [
        *([refresh_url(identity)] if webex.refresh_token_env else []),
        *([application_url(identity, webex)] if webex.application_id else []),
    ]


def _declared_id(environment: Environment) -> str:
    declared = environment.webex.org_id
    if not declared:
        raise LiveError(
            "wrong-org",
            f"environment '{environment.name}' declares no Webex 'org-id', so a token for another tenant would go unnoticed;"
            " Control Hub shows it under Account",
        )
    org_id = webex_id(declared)
    if org_id is None:
        raise LiveError(
            "wrong-org", f"the Webex 'org-id' of environment '{environment.name}' is no organization id: '{declared}'"
        )
    return org_id


def _decorated(org: Org, client: Client, renewing: Renewing, base_url: str) -> Org:
    """Add what the tenant tells of itself. That address is not documented, so it may refuse without harm."""
    try:
        told = renewing.use(lambda token: client.get(f"{base_url}/organization/{org.org_id}", token=token).json())
    except LiveError as error:
        if error.cause in {"unauthorised", "refused"} or (error.cause == "unreachable" and error.status is None):
            raise
        return org
    if not isinstance(told, dict):
        return org
    name, subscription = told.get("name"), told.get("subscriptionType")
    return Org(
        "webex",
        org.org_id,
        name if isinstance(name, str) and name else None,
        org.place,
        subscription.upper() != "SUBSCRIPTION" if isinstance(subscription, str) and subscription else None,
    )
