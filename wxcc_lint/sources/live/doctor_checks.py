"""What the doctor says, and what is looked at in the same way for both systems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wxcc_lint.sources.live.addresses import host_in, origin
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Org
from wxcc_lint.sources.live.sessions import Connect
from wxcc_lint.sources.live.ways import Way

Part = Literal["config", "webex", "salesforce"]
State = Literal["ok", "note", "problem"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. A `problem` keeps something from being read, a `note` does not; `help` is what to do."""

    part: Part
    state: State
    message: str
    help: str = ""


def failure(part: Part, error: LiveError, help_: str = "") -> Check:
    """Return the problem that an error is."""
    return Check(part, "problem", error.sentence, help_)


def check_ways(part: Part, ways: Sequence[Way]) -> Iterator[Check]:
    """Say of each way to log in whether it can be used; one is enough."""
    is_enough = any(not way.lacks for way in ways)
    for way in ways:
        if way.lacks:
            yield Check(part, "note" if is_enough else "problem", f"{way.kind}: {', '.join(way.lacks)}")
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
