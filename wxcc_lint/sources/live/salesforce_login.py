"""A login to the Salesforce org of an environment, checked to be that org before anything of it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from wxcc_lint.config_model import Environment
from wxcc_lint.manifest import API_VERSION
from wxcc_lint.sources.live.addresses import origin
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import salesforce_id
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.renewing import Renewing
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import Client, Connect
from wxcc_lint.sources.live.ways import chosen, salesforce_ways
from wxcc_lint.sources.live.salesforce_tokens import SalesforceToken, SalesforceTokens

_ADVICE: Final = "log in again with 'sf org login web', or get a new token"
_ORGANIZATION: Final = "SELECT Id, IsSandbox, InstanceName, Name FROM Organization"


class SalesforceLogin:
    """The session of an org, see `sessions.SalesforceSession`."""

    def __init__(self, client: Client, renewing: Renewing, instance_url: str, api_version: str, org: Org) -> None:
        self.org = org
        self.api_version = api_version
        self.instance_url = instance_url
        self._client = client
        self._renewing = renewing

    def get(self, path: str, **query: str | int) -> Any:
        """Return the JSON at a path below `/services/data/v{api_version}/`. Raises LiveError."""
        data = f"/services/data/v{self.api_version}/{path}{'?' if query else ''}{urlencode(query)}"
        return self._read(data)

    def query(self, soql: str, *, tooling: bool = False) -> list[dict[str, Any]]:
        """Return all rows of a query, page after page. Raises LiveError."""
        rows: list[dict[str, Any]] = []
        page = self.get("tooling/query" if tooling else "query", q=soql)
        seen: set[str] = set()
        while True:
            records = page.get("records") if isinstance(page, dict) else None
            if not isinstance(records, list):
                raise LiveError("broken", f"Salesforce answers a query without 'records': {soql}")
            rows += records
            if page.get("done") is not False:
                return rows
            path = page.get("nextRecordsUrl")
            # The token goes to no address but this org's, whatever an answer says.
            if not isinstance(path, str) or not path.startswith("/services/data/") or path in seen:
                raise LiveError("broken", f"Salesforce answers a query in part, and names no page to follow: {soql}")
            seen.add(path)
            page = self._read(path)

    def _read(self, path: str) -> Any:
        return self._renewing.use(lambda token: self._client.get(f"{self.instance_url}{path}", token=token).json())


def open_salesforce(
    environment: Environment, environ: Mapping[str, str], connect: Connect, now: Callable[[], float]
) -> SalesforceLogin:
    """Log in to the org that the environment declares; `now` counts seconds from 1970. Raises LiveError.

    Nothing is read before it is certain that the token is for the declared org.
    """
    declared = _declared_id(environment)
    way, renewal = chosen(salesforce_ways(environment.salesforce, environ), "Salesforce", environment.name)
    tokens = SalesforceTokens(environment.salesforce, environ, connect, now)

    def get(by: Way) -> SalesforceToken:
        token = tokens.get(by)
        if token.org_id is not None:
            _compare(token.org_id, declared)
        return token

    def renewed() -> Secret:
        assert renewal is not None
        return get(renewal).secret

    token = get(way)
    client = connect([origin(token.instance_url)], [])
    renewing = Renewing(token.secret, renewed if renewal else None, _ADVICE)
    version = _newest(client.get(f"{token.instance_url}/services/data/").json())
    unknown = SalesforceLogin(client, renewing, token.instance_url, version, Org("salesforce", declared))
    return SalesforceLogin(client, renewing, token.instance_url, version, _org(unknown, declared))
