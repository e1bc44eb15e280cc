"""Whether the Salesforce org of an environment can be read, and what to ask whom for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wxcc_lint.config_model import Environment
from wxcc_lint.sources.live.doctor_checks import Check, check_host, check_ways, failure, readable, who
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.salesforce_login import open_salesforce
from wxcc_lint.sources.live.salesforce_tokens import SalesforceTokens
from wxcc_lint.sources.live.sessions import Connect, SalesforceSession
from wxcc_lint.sources.live.ways import salesforce_ways


def check_salesforce(
    environment: Environment, environ: Mapping[str, str], connect: Connect, now: Callable[[], float]
) -> Iterator[Check]:
    """Yield what is well and what is not, from the login to each kind of object."""
    org = environment.salesforce
    ways = salesforce_ways(org, environ)
    yield from check_ways("salesforce", ways)
    if not ways:
        help_ = "declare 'sf-alias', as the Salesforce CLI knows the org, or the variables of another way to log in"
        yield Check("salesforce", "problem", "no way to log in is declared", help_)
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
    wanted = SalesforceWanted({"Task": frozenset({"Subject"})})
    try:
        for reading in read_salesforce(session, wanted, {}, lambda *_: None):
            if reading.status == "complete":
                can.append(reading.kind)
            else:
                yield Check("salesforce", "problem", f"{reading.kind}: {reading.reason}")
    except LiveError as error:
        yield failure("salesforce", error)
    yield from readable("salesforce", can)
