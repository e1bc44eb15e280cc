"""Whether the Salesforce org of an environment can be read, and what to ask whom for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from wxcc_lint.config_model import Environment
from wxcc_lint.sources.live.doctor_checks import Check, check_host, check_ways, failure, readable, who
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.salesforce_login import open_salesforce
from wxcc_lint.sources.live.salesforce_tokens import SalesforceTokens
from wxcc_lint.sources.live.sessions import Connect, SalesforceSession
from wxcc_lint.sources.live.ways import salesforce_ways

_DECLARE: Final = "declare 'sf-alias', as the Salesforce CLI knows the org, or the variables of another way to log in"
_LOGIN: Final = (
    "ask a Salesforce administrator for an app that may log in, or log in by the Salesforce CLI: 'sf org login web'"
)
_PERMISSION: Final = "ask a Salesforce administrator to give that to whoever logs in"


def check_salesforce(
    environment: Environment, environ: Mapping[str, str], connect: Connect, now: Callable[[], float]
) -> Iterator[Check]:
    """Yield what is well and what is not, from the login to each kind of object."""
    org = environment.salesforce
    ways = salesforce_ways(org, environ)
    yield from check_ways("salesforce", ways, _LOGIN)
    if not ways:
        yield Check("salesforce", "problem", "no way to log in is declared", _DECLARE)
    tokens = SalesforceTokens(org, environ, connect, now)
    try:
        urls = [tokens.instance_url()] if org.instance_url else []
        urls += [tokens.login_url()] if org.jwt_key_env else []
    except LiveError as error:
        yield failure("salesforce", error)
        return
    reached = [check_host("salesforce", url, connect) for url in dict.fromkeys(urls)]
    yield from reached
    if all(way.lacks for way in ways) or any(one.state != "ok" for one in reached):
        return
    try:
        session = open_salesforce(environment, environ, connect, now)
    except LiveError as error:
        yield failure("salesforce", error)
        return
    yield Check("salesforce", "ok", f"the login is for {who(session.org)}")
    yield Check("salesforce", "ok", f"version {session.api_version} of the API is used")
    yield from _kinds(session)


def _kinds(session: SalesforceSession) -> Iterator[Check]:
    """Read what `pull` would read: it is little, and the reasons for what is refused name the permissions."""
    from wxcc_lint.sources.live.salesforce import SalesforceWanted, read_salesforce

    can = []
    cannot = defaultdict[tuple[str, str], list[str]](list)
    wanted = SalesforceWanted({"Task": frozenset({"Subject"})})
    try:
        for reading in read_salesforce(session, wanted, {}, lambda *_: None):
            if reading.status == "complete":
                can.append(reading.kind)
            elif reading.status != "skipped":  # that follows from another
                cannot[reading.reason, _PERMISSION if reading.status == "forbidden" else ""].append(reading.kind)
    except LiveError as error:
        yield failure("salesforce", error)
    for (reason, help_), kinds in cannot.items():
        yield Check("salesforce", "problem", f"{', '.join(kinds)}: {reason}", help_)
    yield from readable("salesforce", can)
