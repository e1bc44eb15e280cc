"""A client that sends nothing: it answers from a table, and knows every request it was asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest

from wxcc_lint.config import Environment, load_config
from wxcc_lint.sources.live.errors import LiveError


@dataclass
class FakeNet:
    """All that answers: by method and address what comes back, one answer after another, the last one for ever.

    An answer is data, or a LiveError to raise. It speaks to the origins alone that a client was made for.
    """

    answers: dict[str, list[Any]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    bodies: list[Any] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)

    def on(self, request: str, *answers: Any) -> None:
        self.answers[request] = list(answers)

    def connect(self, hosts: Sequence[str], token_urls: Sequence[str]) -> FakeClient:
        assert all(urlsplit(host).path == "" for host in hosts)
        return FakeClient(self, tuple(hosts), tuple(token_urls))

    def answer(self, request: str, body: Any, token: str | None) -> Any:
        self.sent.append(request)
        self.bodies.append(body)
        self.tokens.append(token)
        if request not in self.answers:
            raise LiveError("not-found", f"'{request}' answers 404", status=404)
        waiting = self.answers[request]
        answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if isinstance(answer, LiveError):
            raise answer
        return SimpleNamespace(status=200, headers={}, body=answer, json=lambda: answer)


@dataclass
class FakeClient:
    """One client of the net."""

    net: FakeNet
    hosts: tuple[str, ...]
    token_urls: tuple[str, ...]

    def get(self, url: str, *, token: str | None = None, headers: Mapping[str, str] | None = None) -> Any:
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}" in self.hosts
        return self.net.answer(f"GET {url}", None, token)

    def post_form(self, url: str, fields: Mapping[str, str]) -> Any:
        assert url in self.token_urls
        return self.net.answer(f"FORM {url}", dict(fields), None)

    def post_json(self, url: str, body: Mapping[str, Any], *, token: str | None = None) -> Any:
        assert url in self.token_urls
        return self.net.answer(f"JSON {url}", dict(body), token)

    def post_metadata(self, url: str, operation: str, envelope: bytes) -> Any:
        parts = urlsplit(url)
        assert f"{parts.scheme}://{parts.netloc}" in self.hosts
        return self.net.answer(f"SOAP {url} {operation}", envelope, None)


@pytest.fixture
def net() -> FakeNet:
    return FakeNet()


@pytest.fixture
def environment(tmp_path: Path) -> Callable[..., Environment]:
    """Return the environment 'prod' of a config with these entries."""

    def make(**entries: Any) -> Environment:
        file = tmp_path / ".wxcc-lint.yaml"
        file.write_text(json.dumps({"environments": {"prod": entries}}), encoding="utf-8")
        return load_config(file).environments["prod"]

    return make


@pytest.fixture
def fails() -> Callable[[Callable[[], Any]], LiveError]:
    """Return the LiveError that a call ends in."""

    def run(call: Callable[[], Any]) -> LiveError:
        with pytest.raises(LiveError) as caught:
            call()
        assert str(caught.value) == caught.value.sentence
        return caught.value

    return run
