"""A server that says word for word what a test tells it to, and keeps what it was asked; a clock that never waits."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import trustme

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.limiter import Clock, Limiter
from wxcc_lint.sources.live.transport import Limits, Transport

Step = bytes | Callable[[socket.socket], None]
"""What the server does when it was asked: send this, or that; a function may close the connection."""


@dataclass(frozen=True)
class Asked:
    """A request as it came over the wire."""

    verb: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Wire:
    """The server. Requests are answered by `steps` in turn, the last one again and again."""

    steps: list[Step] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    context: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def verbs(self) -> list[str]:
        return [one.verb for one in self.asked]

    def says(self, *steps: Step) -> None:
        self.steps[:] = steps

    def close(self) -> None:
        for one in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)  # wakes who waits there
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                peer, _ = self._listener.accept()
                self.connections += 1
                self._open.append(peer)
                threading.Thread(target=self._talk, args=(peer,), daemon=True).start()

    def _talk(self, peer: socket.socket) -> None:
        with contextlib.suppress(OSError):  # the client may leave, and does when it does not like the certificate
            if self.context:
                peer = self.context.wrap_socket(peer, server_side=True)
            with peer, peer.makefile("rb") as stream:
                while asked := _asked(stream):
                    self.asked.append(asked)
                    step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
                    peer.sendall(step) if isinstance(step, bytes) else step(peer)


def _asked(stream: Any) -> Asked | None:
    line = stream.readline().decode()
    if not line:
        return None
    headers = {}
    while (header := stream.readline().decode().rstrip()) != "":
        name, _, value = header.partition(": ")
        headers[name.lower()] = value
    verb, target, _ = line.split()
    return Asked(verb, target, headers, stream.read(int(headers.get("content-length", "0"))))


def reply(status: int = 200, body: bytes | Any = b"{}", **headers: str) -> bytes:
    """Return a whole reply; data becomes JSON, and underscores in the names of headers become hyphens."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = {"Content-Type": "application/json", "Content-Length": str(len(raw))}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
    return f"HTTP/1.1 {status} Word\r\n{head}\r\n".encode() + raw


def cut(sent: bytes) -> Step:
    """Send this and hang up."""

    def send(peer: socket.socket) -> None:
        peer.sendall(sent)
        peer.shutdown(socket.SHUT_RDWR)

    return send


def silence(peer: socket.socket) -> None:
    """Say nothing until the client has left."""
    peer.recv(1)


def drip(sent: bytes) -> Step:
    """Send a byte at a time, each soon enough after the last, for as long as the client listens."""

    def send(peer: socket.socket) -> None:
        peer.sendall(sent)
        while True:
            peer.sendall(b"x")
            time.sleep(0.002)

    return send


@dataclass
class Bench:
    """Transports to the server, and what they waited and said."""

    wire: Wire
    slept: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    date: float = 1_800_000_000.0
    moved: float = 0.0
    reply: Callable[..., bytes] = reply
    cut: Callable[[bytes], Step] = cut
    drip: Callable[[bytes], Step] = drip
    silence: Step = silence

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moved += seconds

    def transport(self, *, clock: Clock | None = None, **more: Any) -> Transport:
        clock = clock or Clock(lambda: self.moved, self.sleep, lambda: self.date, lambda: 1.0)
        given = {"hosts": [self.wire.url], "environ": {}, "limiter": Limiter(clock=clock), **more}
        return Transport(say=self.said.append, clock=clock, **given)

    def impatient(self, **limits: float) -> Transport:
        """Real time, little of it, and one try."""
        clock = Clock(sleep=self.sleep)
        return self.transport(clock=clock, limits=Limits(**{"tries": 1, **limits}))

    def failure(self, *steps: Step, transport: Transport | None = None, path: str = "/x", **more: Any) -> LiveError:
        self.wire.says(*steps)
        with pytest.raises(LiveError) as caught:
            (transport or self.transport(**more)).get(f"{self.wire.url}{path}", token="T0ken").json()
        return caught.value

    def why(self, *steps: Step, **more: Any) -> tuple[str, str]:
        """Return cause and sentence of a failure, without the port."""
        error = self.failure(*steps, **more)
        return error.cause, error.sentence.replace(str(self.wire.port), "PORT")


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = Wire([reply()])
    yield server
    server.close()


@pytest.fixture
def bench(wire: Wire) -> Bench:
    return Bench(wire)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Somebody who certifies hosts, and whom nobody trusts by default."""
    return trustme.CA()


@pytest.fixture
def bundle(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return path


@pytest.fixture
def secured(authority: trustme.CA) -> ssl.SSLContext:
    """What makes a server one of Webex, and of this machine."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("api.wxcc-eu1.cisco.com", "127.0.0.1").configure_cert(context)
    return context


@pytest.fixture
def secure(secured: ssl.SSLContext) -> Iterator[Wire]:
    server = Wire([reply()], context=secured)
    yield server
    server.close()
