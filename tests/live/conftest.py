"""What the tests of live orgs share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.live.acme import ALLOWED_POSTS, Acme, served


@pytest.fixture
def acme(tmp_path: Path) -> Iterator[Acme]:
    """Start the org. In the end nothing but reads have come, and all of them and their replies were as described."""
    with served(tmp_path) as started:
        yield started
    assert started.server.violations == []
    assert [
        f"{one.method} {one.path}"
        for one in started.server.log
        if one.method != "GET" and not (one.method == "POST" and ALLOWED_POSTS.fullmatch(one.path))
    ] == []


@pytest.fixture(scope="session")
def canonical() -> Callable[[bytes], str]:
    """Return a component as text in which nothing but what it says counts: neither order, nor blanks, nor declarations."""
    return _canonical


def _canonical(data: bytes) -> str:
    def sorted_(element: Any) -> Any:
        element[:] = sorted(map(sorted_, element), key=lambda one: etree.tostring(one, method="c14n"))
        element.tail = None
        element.text = (element.text or "").strip() or None
        return element

    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True, remove_comments=True))
    return etree.tostring(sorted_(root), method="c14n").decode()
