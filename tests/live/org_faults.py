"""Ways in which a live service answers otherwise than its description says."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from werkzeug.wrappers import Request, Response

from tests.live.org_server import error

Respond = Callable[[Request], Response]


def status(number: int, reason: str = "no", **headers: str) -> Respond:
    """Refuse with a status; headers are written with `_` for `-`."""
    return lambda _: error(number, reason, **headers)


def html(number: int = 200) -> Respond:
    """Answer as a proxy or a gateway does."""
    page = "<!DOCTYPE html><html><body><h1>Service Unavailable</h1></body></html>"
    return lambda _: Response(page, number, content_type="text/html; charset=utf-8")


def truncated(_: Request) -> Response:
    """Announce more than what comes."""
    return Response(
        '{"meta": {}, "data": [',
        content_type="application/json",
        headers={"Content-Length": "4000", "Connection": "close"},
    )


def oversized(size: int) -> Respond:
    """Answer with so many bytes of JSON."""
    return lambda _: Response(f'["{"x" * size}"]', content_type="application/json")


def redirect(url: str) -> Respond:
    """Send the client somewhere else."""
    return lambda request: Response("", 302, headers={"Location": f"{url}{request.path}"})


def hung(released: Event) -> Respond:
    """Say nothing until the test is over."""

    def respond(_: Request) -> Response:
        released.wait(30)
        return Response("", 500)

    return respond


def text(body: str) -> Respond:
    """Answer with this, called JSON."""
    return lambda _: Response(body, content_type="application/json")
