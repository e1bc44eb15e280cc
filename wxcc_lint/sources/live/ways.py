"""The ways to log in that an environment declares, and what each of them lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct, field

from wxcc_lint.config_model import SalesforceOrg, WebexOrg
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sf_cli import find_sf

WayKind = Literal["access token", "refresh token", "service app", "JWT bearer", "client credentials", "Salesforce CLI"]
WEBEX_TOKEN: Final = "WXCC_ACCESS_TOKEN"  # noqa: S105 — the name of a variable
"""The variable of the Webex access token, where the config names none."""


class Way(Struct, frozen=True):
    """A way to log in. Keys are those of the config, such as `token-env`.

    `variables` names the environment variable of each key, `secrets` holds what those that are not empty hold. `lacks` says
    of each thing that is missing what it is, and nothing where the way can be used.
    """

    kind: WayKind
    variables: Mapping[str, str] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    secrets: Mapping[str, Secret] = field(default_factory=dict)


def webex_ways(org: WebexOrg, environ: Mapping[str, str]) -> list[Way]:
    """Return the ways to log in to Webex, the first to be tried first."""
    client = {"client-id-env": org.client_id_env, "client-secret-env": org.client_secret_env}
    ways = [_way("access token", {"token-env": org.token_env or WEBEX_TOKEN}, {}, environ)]
    if org.refresh_token_env:
        ways.append(_way("refresh token", {"refresh-token-env": org.refresh_token_env, **client}, {}, environ))
    if org.application_id:
        ways.append(_way("service app", {"application-token-env": org.application_token_env, **client}, {}, environ))
    return ways


def salesforce_ways(org: SalesforceOrg, environ: Mapping[str, str]) -> list[Way]:
    """Return the ways to log in to Salesforce, the first to be tried first: whoever sets variables means them."""
    at = {"instance-url": org.instance_url}
    client = {"client-id-env": org.client_id_env}
    ways = []
    if org.token_env:
        ways.append(_way("access token", {"token-env": org.token_env}, at, environ))
    if org.jwt_key_env:
        ways.append(_way("JWT bearer", {**client, "jwt-key-env": org.jwt_key_env}, {"username": org.username}, environ))
    if org.client_secret_env:
        ways.append(_way("client credentials", {**client, "client-secret-env": org.client_secret_env}, at, environ))
    if org.sf_alias:
        missing = () if find_sf(environ) else ("there is no 'sf' on the PATH",)
        ways.append(Way("Salesforce CLI", lacks=missing))
    return ways


def _way(
    kind: WayKind, variables: Mapping[str, str | None], values: Mapping[str, str | None], environ: Mapping[str, str]
) -> Way:
    named = {key: name for key, name in variables.items() if name}
    held = {key: environ.get(name, "").strip() for key, name in named.items()}
    undeclared = [f"'{key}' is not declared" for key, value in {**variables, **values}.items() if not value]
    empty = [f"{name} is not set" for key, name in named.items() if not held[key]]
    return Way(kind, named, (*undeclared, *empty), {key: Secret(text) for key, text in held.items() if text})


def chosen(ways: list[Way], system: str, environment: str) -> tuple[Way, Way | None]:
    """Return the way to log in, and the one to renew a token that is refused, if there is one.

    An access token cannot renew itself. Raises LiveError where none can be used.
    """
    open_ = [way for way in ways if not way.lacks]
    if not open_:
        told = "; ".join(f"{way.kind}: {', '.join(way.lacks)}" for way in ways) or "no way to log in is declared"
        raise LiveError("unauthorised", f"environment '{environment}' has no login to {system}: {told}")
    return open_[0], next((way for way in open_ if way.kind != "access token"), None)


def no_token(error: LiveError, system: str, way: Way) -> LiveError:
    """Say by which way a system gives no token."""
    names = ", ".join(way.variables.values())
    sentence = f"{system} gives no token for the {way.kind} in {names}: {error.sentence}"
    return LiveError(error.cause, sentence, status=error.status, tracking_id=error.tracking_id, code=error.code)
