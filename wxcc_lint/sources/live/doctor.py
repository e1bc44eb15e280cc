"""Whether an environment can be read from its orgs: from the config to each kind of object. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from wxcc_lint.config_model import Environment, SalesforceOrg, WebexOrg
from wxcc_lint.sources.live.doctor_checks import Check, State, failure
from wxcc_lint.sources.live.doctor_salesforce import check_salesforce
from wxcc_lint.sources.live.doctor_webex import check_webex
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.orgs import declared_orgs, refuse_one_org
from wxcc_lint.sources.live.sessions import Connect


def examine(
    environment: Environment,
    others: Iterable[Environment],
    environ: Mapping[str, str],
    connect: Connect,
    now: Callable[[], float],
) -> Iterator[Check]:
    """Yield what was looked at, in order; `others` are the other environments, `now` counts seconds from 1970."""
    yield from _config(environment, others)
    if environment.webex != WebexOrg():
        yield from check_webex(environment, environ, connect)
    if environment.salesforce != SalesforceOrg():
        yield from check_salesforce(environment, environ, connect, now)


def _config(environment: Environment, others: Iterable[Environment]) -> Iterator[Check]:
    webex, salesforce = environment.webex != WebexOrg(), environment.salesforce != SalesforceOrg()
    for key, is_declared, called in (("webex", webex, "Webex"), ("salesforce", salesforce, "Salesforce")):
        if not is_declared:
            state: State = "note" if webex or salesforce else "problem"
            message = f"the environment declares no '{key}', so nothing is read of {called}"
            yield Check("config", state, message, f"write it with its 'org-id' below '{environment.name}'")
    for _, one in declared_orgs([environment]):
        called = "Webex organization" if one.system == "webex" else "Salesforce org"
        yield Check("config", "ok", f"the {called} is declared: {one.org_id}")
    if environment.region:
        yield Check("config", "ok", f"the region is declared: {environment.region}")
    for other in others:
        try:
            refuse_one_org(declared_orgs([environment, other]))
        except LiveError as error:
            yield failure("config", error)
