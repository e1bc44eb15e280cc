"""What the doctor says, and what is looked at in the same way for both systems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

from wxcc_lint.sources.live.addresses import host_in, origin
from wxcc_lint.sources.live.errors import Cause, LiveError
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.sessions import Connect
from wxcc_lint.sources.live.ways import Way

Part = Literal["config", "webex", "salesforce"]
State = Literal["ok", "note", "problem"]

_HELP: Final[Mapping[tuple[Part, Cause], str]] = {
    (
        "webex",
        "wrong-org",
    ): "log in to the declared organization in a private window, as a browser that knows several takes"
    " the first without asking; or correct 'org-id'",
    ("salesforce", "wrong-org"): "log in to the declared org, or correct 'org-id'",
    (
        "salesforce",
        "forbidden",
    ): "ask a Salesforce administrator for an edition with the API, and the permission 'API Enabled'",
    ("webex", "limited"): "try again later, and ask who else uses the same integration or service app",
    (
        "salesforce",
        "limited",
    ): "try again tomorrow, or ask a Salesforce administrator what uses up the requests of the org",
    ("webex", "broken"): "ask who runs the network whether something answers in the place of the service",
    ("salesforce", "broken"): "ask who runs the network whether something answers in the place of the service",
}


class Check(Struct, frozen=True):
    """One thing that was looked at. A `problem` keeps something from being read, a `note` does not; `help` is what to do."""

    part: Part
    state: State
    message: str
    help: str = ""


def failure(part: Part, error: LiveError, help_: str = "") -> Check:
    """Return the problem that an error is, with what helps against such errors where nothing better is known."""
    return Check(part, "problem", error.sentence, help_ or _HELP.get((part, error.cause), ""))


def check_ways(part: Part, ways: Sequence[Way], help_: str) -> Iterator[Check]:
    """Say of each way to log in whether it can be used; one is enough, and `help_` says how to come by one."""
    is_enough = any(not way.lacks for way in ways)
    for way in ways:
        if way.lacks:
            message = f"{way.kind}: {', '.join(way.lacks)}"
            yield Check(part, "note", message) if is_enough else Check(part, "problem", message, help_)
        else:
            held = " and ".join(way.variables.values())
            words = f"{held} {'is' if len(way.variables) == 1 else 'are'} set" if held else "'sf' is on the PATH"
            yield Check(part, "ok", f"{way.kind}: {words}")


def check_host(part: Part, url: str, connect: Connect, *, is_needed: bool = True) -> Check:
    """Say whether a host answers, whatever it answers: no token is sent."""
    host = host_in(url)
    try:
        connect([origin(url)], []).get(f"{origin(url)}/")
    except LiveError as error:
        if error.status is None and error.cause in {"unreachable", "refused"}:
            help_ = "ask who runs the network: a firewall, a proxy (HTTPS_PROXY) or its certificate (SSL_CERT_FILE)"
            return Check(part, "problem" if is_needed else "note", error.sentence, help_)
    return Check(part, "ok", f"'{host}' answers")


def who(org: Org) -> str:
    """Return an org in words: name, id, place, and whether it is production."""
    kind = {None: "production or sandbox unknown", True: "sandbox", False: "production"}[org.sandbox]
    place = "data centre" if org.system == "webex" else "instance"
    return f"{org.name or 'an org without a name'} ({org.org_id}), {place} {org.place or 'unknown'}, {kind}"


def readable(part: Part, kinds: Iterable[str]) -> Iterator[Check]:
    """Say what can be read."""
    listed = ", ".join(kinds)
    if listed:
        yield Check(part, "ok", f"can be read: {listed}")
