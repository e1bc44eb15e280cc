"""Whether the Webex tenant of an environment can be read, and what to ask whom for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from wxcc_lint.catalog.regions import api_code
from wxcc_lint.catalog.webex_entities import users_list, webex_entities
from wxcc_lint.config_model import Environment
from wxcc_lint.sources.live.doctor_checks import Check, check_host, check_ways, failure, readable, who
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.sessions import Connect, WebexSession
from wxcc_lint.sources.live.ways import webex_ways
from wxcc_lint.sources.live.webex_login import api_url, open_webex, token_urls
from wxcc_lint.sources.live.webex_tokens import identity_url

_SCOPE: Final = (
    "ask a full administrator to authorise the integration or the service app with the scope cjp:config_read, as somebody"
    " who is a Contact Center administrator; a personal access token never has that scope"
)
_LOGIN: Final = (
    "ask a full administrator for an integration or a service app with the scope cjp:config_read, and set its token"
)
_ROLE: Final = (
    "ask a full administrator to give whoever the token stands for this part of the Contact Center's settings"
)
_REGION: Final = "Control Hub shows the data centre under Contact Center > Settings > General; correct 'region'"


def check_webex(environment: Environment, environ: Mapping[str, str], connect: Connect) -> Iterator[Check]:
    """Yield what is well and what is not, from the login to each kind of object."""
    ways = webex_ways(environment.webex, environ)
    yield from check_ways("webex", ways, _LOGIN)
    try:
        api, identity = api_url(environment, environ), identity_url(environment.webex, environ)
    except LiveError as error:
        yield failure("webex", error)
        return
    code = api_code(api)
    if environment.region and code and code != environment.region:
        message = f"the config declares the region '{environment.region}', and 'base-url' leads to '{code}'"
        yield Check("webex", "problem", message, _REGION)
    reached = check_host("webex", api, connect)
    yield reached
    yield check_host("webex", identity, connect, is_needed=bool(token_urls(environment, identity)))
    if reached.state != "ok" or all(way.lacks for way in ways):
        return
    try:
        session = open_webex(environment, environ, connect)
    except LiveError as error:
        yield failure("webex", error)
        return
    yield Check("webex", "ok", f"the token is for {who(session.org)}")
    if session.token.seconds is not None:
        yield Check("webex", "ok", f"a token that was given now holds for {_span(session.token.seconds)}")
    yield from _kinds(session)


def _kinds(session: WebexSession) -> Iterator[Check]:
    """Ask for one object of each kind that is read."""
    lists = {kind: entity.list for kind, entity in webex_entities().items() if not entity.fields}
    can, cannot = [], dict[str, LiveError]()
    for kind, path in {**lists, "user": users_list()[0]}.items():
        try:
            session.get(path, page=0, pageSize=1)
            can.append(kind)
        except LiveError as error:
            cannot[kind] = error
            if error.cause in {"unauthorised", "unreachable", "limited"}:
                yield failure("webex", error)
                return
    yield from readable("webex", can)
    causes = {why.cause for why in cannot.values()}
    if not can and len(causes) == 1:
        # One cause, said once.
        help_ = {"forbidden": _SCOPE, "not-found": _REGION}.get(causes.pop(), "")
        yield Check("webex", "problem", f"nothing can be read: {next(iter(cannot.values())).sentence}", help_)
        return
    for kind, why in cannot.items():
        told = failure("webex", why, _ROLE if why.cause == "forbidden" else "")
        yield Check("webex", "problem", f"{kind}: {told.message}", told.help)


def _span(seconds: int) -> str:
    for unit, size in (("days", 86_400), ("hours", 3_600)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds // 60} minutes"
