"""Where Salesforce access tokens come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.config_model import SalesforceOrg
from wxcc_lint.sources.live.addresses import host_in, origin, vendors
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import salesforce_id
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import Connect
from wxcc_lint.sources.live.sf_cli import sf_login
from wxcc_lint.sources.live.ways import Way, no_token

_PRODUCTION: Final = "https://login.salesforce.com"
_SANDBOX: Final = "https://test.salesforce.com"
_SECONDS: Final = 180
"""How long an assertion holds; Salesforce takes no longer ones than some minutes."""


class SalesforceToken(Struct, frozen=True):
    """An access token, where it is good for, and the org it is for as far as that can be told without asking the org."""

    secret: Secret
    instance_url: str
    org_id: str | None = None


class SalesforceTokens(Struct, frozen=True):
    """Gets access tokens for one org by the ways that the environment declares. `now` counts seconds from 1970."""

    org: SalesforceOrg
    environ: Mapping[str, str]
    connect: Connect
    now: Callable[[], float]

    def get(self, way: Way) -> SalesforceToken:
        """Return a token by this way. Raises LiveError."""
        if way.kind == "access token":
            secret = way.secrets["token-env"]
            return SalesforceToken(secret, self.instance_url(), _org_in(secret.reveal()))
        if way.kind == "Salesforce CLI":
            login = sf_login(self.org.sf_alias or "", self.environ)
            return SalesforceToken(login.token, login.instance_url.rstrip("/"), salesforce_id(login.org_id or ""))
        return self._granted(way)

    def _granted(self, way: Way) -> SalesforceToken:
        """Ask Salesforce for a token."""
        is_jwt = way.kind == "JWT bearer"
        at = self.login_url() if is_jwt else self.instance_url()  # client credentials are taken by the org itself alone
        fields = (
            {
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion": self._assertion(way, at),
            }
            if is_jwt
            else {
                "grant_type": "client_credentials",
                "client_id": way.secrets["client-id-env"].reveal(),
                "client_secret": way.secrets["client-secret-env"].reveal(),
            }
        )
        url = f"{at}/services/oauth2/token"
        try:
            answer = self.connect([origin(at)], [url]).post_form(url, fields).json()
        except LiveError as error:
            raise no_token(error, "Salesforce", way) from error
        return self._token_in(answer, way)

    def login_url(self) -> str:
        """Return where a login with a JWT is asked for. Raises LiveError where no token may be sent there."""
        is_sandbox = ".sandbox." in host_in(self.org.instance_url or "")
        url = self.org.login_url or (_SANDBOX if is_sandbox else _PRODUCTION)
        return vendors(url, "salesforce", self.environ)

    def instance_url(self) -> str:
        """Return the declared address of the org. Raises LiveError where no token may be sent there."""
        return vendors(self.org.instance_url or "", "salesforce", self.environ)

    def _assertion(self, way: Way, audience: str) -> str:
        try:
            import jwt
            from cryptography.exceptions import UnsupportedAlgorithm
        except ImportError:
            raise LiveError(
                "unauthorised", "a login with a JWT needs packages that are not installed: pip install 'wxcc-lint[jwt]'"
            ) from None
        claims = {
            "iss": way.secrets["client-id-env"].reveal(),
            "sub": self.org.username,
            "aud": audience,
            "exp": int(self.now()) + _SECONDS,
        }
        try:
            return jwt.encode(claims, _key(way), algorithm="RS256")
        except (ValueError, TypeError, UnsupportedAlgorithm, jwt.PyJWTError):
            name = way.variables["jwt-key-env"]
            sentence = f"{name} holds no RSA key in PEM form without a password, nor the path of one"
            raise LiveError("unauthorised", sentence) from None

    def _token_in(self, answer: Any, way: Way) -> SalesforceToken:
        told = answer if isinstance(answer, dict) else {}
        token, url = told.get("access_token"), told.get("instance_url")
        if not isinstance(token, str) or not token or not isinstance(url, str):
            raise LiveError("broken", f"Salesforce answers for the {way.kind} without a token or an instance URL")
        instance_url = self.instance_url() if self.org.instance_url else vendors(url, "salesforce", self.environ)
        identity = re.search(r"/id/(00D\w{12,15})/", str(told.get("id")), re.ASCII)
        return SalesforceToken(Secret(token), instance_url, _org_in(token) or (identity and salesforce_id(identity[1])))


def _org_in(token: str) -> str | None:
    """Return the org of a token, which the older form tells before its exclamation mark."""
    return salesforce_id(token.partition("!")[0])


def _key(way: Way) -> str:
    """Return the private key from its variable, or from the file that the variable names."""
    text = way.secrets["jwt-key-env"].reveal()
    if "-----BEGIN" in text:
        return text
    try:
        return Path(text).read_text(encoding="ascii")
    except OSError as error:
        raise ValueError from error
