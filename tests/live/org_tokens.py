"""Where the test org gives tokens: to those who ask as the vendors say, with what they were given."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

import jwt

WEBEX_CLIENT = ("C1webex", CLIENT_SECRET := "planted-client-secret-e5")
SALESFORCE_CLIENT = ("3MVGsalesforce", CLIENT_SECRET)
REFRESH_TOKEN = "planted-refresh-e4"
APPLICATION = "Y2lzY29zcGFyazovL3VzL0FQUExJQ0FUSU9OL0FjbWU"
APPLICATION_TOKEN = "planted-application-e9"
USERNAME = "lint@acme.example"
REFRESHED = "webex-planted-token-e3"
GRANTED = "00D5g000004AcmE!planted-token-f1"
JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"

_APPLICATIONS = f"/v1/applications/{APPLICATION}/token"
_SALESFORCE = "/services/oauth2/token"


@dataclass(frozen=True, slots=True)
class Grant:
    """A token that was given."""

    system: Literal["webex", "salesforce"]
    token: str


def is_for_token(path: str) -> bool:
    """Tell whether tokens are asked for here."""
    return re.fullmatch(r"/v1/access_token|/v1/applications/[^/]+/token|/services/oauth2/token", path) is not None


def granted(path: str, body: str, bearer: str, url: str, public_key: str) -> Grant | None:
    """Return the token for a request, None for one that deserves none."""
    if path == _APPLICATIONS:
        asked = json.loads(body)
        target = asked.pop("targetOrgId", "")
        known = {"clientId": WEBEX_CLIENT[0], "clientSecret": WEBEX_CLIENT[1]}
        return Grant("webex", REFRESHED) if target and asked == known and bearer == APPLICATION_TOKEN else None
    form = dict(parse_qsl(body))
    if path == _SALESFORCE:
        return Grant("salesforce", GRANTED) if _is_salesforces(form, url, public_key) else None
    client = {"client_id": WEBEX_CLIENT[0], "client_secret": WEBEX_CLIENT[1]}
    known = {"grant_type": "refresh_token", **client, "refresh_token": REFRESH_TOKEN}
    return Grant("webex", REFRESHED) if form == known else None


def _is_salesforces(form: dict[str, str], url: str, public_key: str) -> bool:
    if form.get("grant_type") == "client_credentials":
        return (form["client_id"], form["client_secret"]) == SALESFORCE_CLIENT
    if form.get("grant_type") != JWT_BEARER:
        return False
    claims = jwt.decode(form["assertion"], public_key, algorithms=["RS256"], audience=url)
    return (claims["iss"], claims["sub"]) == (SALESFORCE_CLIENT[0], USERNAME)
