"""A login to the Salesforce org of an environment, checked to be that org before anything of it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from wxcc_lint.config_model import Environment
from wxcc_lint.manifest import API_VERSION
from wxcc_lint.sources.live.addresses import origin
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import salesforce_id
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.renewing import Renewing
from wxcc_lint.sources.live.salesforce_tokens import SalesforceToken, SalesforceTokens
from wxcc_lint.sources.live.secret import Secret
from wxcc_lint.sources.live.sessions import Client, Connect
from wxcc_lint.sources.live.ways import Way, chosen, salesforce_ways

_MOST_PAGES: Final = 1000
_ADVICE: Final = "log in again with 'sf org login web', or get a new token"
_USAGE: Final = re.compile(r"\bapi-usage=(\d{1,12})/(\d{1,12})")
_ORGANIZATION: Final = "SELECT Id, IsSandbox, InstanceName, Name FROM Organization"


class SalesforceLogin:
    """The session of an org, see `sessions.SalesforceSession`."""

    def __init__(self, client: Client, renewing: Renewing, instance_url: str, api_version: str, org: Org) -> None:
        self.org = org
        self.api_version = api_version
        self.instance_url = instance_url
        self.api_usage: tuple[int, int] | None = None
        """How many requests of the last 24 hours the org counts, and how many it allows, as its last answer says."""
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
        for _ in range(_MOST_PAGES):
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
        raise LiveError("broken", f"Salesforce answers a query in more than {_MOST_PAGES} parts: {soql}")

    def read_metadata(self, type_: str, names: Sequence[str]) -> list[tuple[str, bytes]]:
        """Return full name and file of those components that exist, so many at once as the API takes. Raises LiveError."""
        from wxcc_lint.sources.live.metadata_soap import components_in, read_at_once, read_envelope

        found: list[tuple[str, bytes]] = []
        for some in _slices(names, read_at_once(type_)):
            reply = self._call("readMetadata", partial(read_envelope, type_=type_, names=some))
            found += components_in(reply, type_)
        return found

    def list_metadata(self, type_: str) -> list[dict[str, Any]]:
        """Return what the org tells of each component of a type. Raises LiveError."""
        from wxcc_lint.sources.live.metadata_soap import list_envelope, properties_in

        envelope = partial(list_envelope, type_=type_, api_version=self.api_version)
        return properties_in(self._call("listMetadata", envelope))

    def _call(self, operation: str, envelope: Callable[[str], bytes]) -> bytes:
        url = f"{self.instance_url}/services/Soap/m/{self.api_version}"
        return self._renewing.use(lambda token: self._client.post_metadata(url, operation, envelope(token)).body)

    def _read(self, path: str) -> Any:
        reply = self._renewing.use(lambda token: self._client.get(f"{self.instance_url}{path}", token=token))
        if told := _USAGE.search(reply.headers.get("Sforce-Limit-Info", "")):
            self.api_usage = int(told[1]), int(told[2])
        return reply.json()


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


def _slices(names: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (names[start : start + size] for start in range(0, len(names), size))


def _declared_id(environment: Environment) -> str:
    declared = environment.salesforce.org_id
    if not declared:
        raise LiveError(
            "wrong-org",
            f"environment '{environment.name}' declares no Salesforce 'org-id', so a login to another org would go"
            " unnoticed; Setup shows it under Company Information",
        )
    org_id = salesforce_id(declared)
    if org_id is None:
        raise LiveError(
            "wrong-org", f"the Salesforce 'org-id' of environment '{environment.name}' is no org id: '{declared}'"
        )
    return org_id


def _compare(found: str, declared: str) -> None:
    if found != declared:
        raise LiveError(
            "wrong-org",
            f"the login is for the Salesforce org {found}, and the environment declares {declared}; nothing was read",
        )


def _newest(answer: Any) -> str:
    """Return the newest version of the API that the org and this program know."""
    told = [one.get("version") for one in answer if isinstance(one, dict)] if isinstance(answer, list) else []
    versions = {float(text): text for text in told if isinstance(text, str) and re.fullmatch(r"\d{2,3}\.0", text)}
    usable = [number for number in versions if number <= float(API_VERSION)]
    if not usable:
        raise LiveError("broken", f"Salesforce tells of no version of its API up to {API_VERSION}")
    return versions[max(usable)]


def _org(session: SalesforceLogin, declared: str) -> Org:
    """Ask the org who it is: a token need not tell, and only the org knows whether it is a sandbox."""
    rows = session.query(_ORGANIZATION)
    row = rows[0] if len(rows) == 1 and isinstance(rows[0], dict) else {}
    org_id = salesforce_id(str(row.get("Id")))
    if org_id is None:
        raise LiveError("wrong-org", "nothing tells which Salesforce org the login is for, so nothing was read")
    _compare(org_id, declared)
    name, place, sandbox = row.get("Name"), row.get("InstanceName"), row.get("IsSandbox")
    return Org(
        "salesforce",
        row["Id"],
        name if isinstance(name, str) and name else None,
        place if isinstance(place, str) and place else None,
        sandbox if isinstance(sandbox, bool) else None,
    )
