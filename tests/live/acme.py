"""Acme's org on this machine, a repository that declares it, and the real client between them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

from pytest_httpserver import HTTPServer

from tests.live.org_server import SALESFORCE_TOKEN, WEBEX_TOKEN, OrgServer
from tests.live.org_state import PROJECT, Org
from tests.live.org_tokens import APPLICATION_TOKEN, CLIENT_SECRET, GRANTED, REFRESH_TOKEN, REFRESHED
from wxcc_lint.config import load_config
from wxcc_lint.masks import MaskKey
from wxcc_lint.sources.live.limiter import Clock, Limiter
from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.pull import PullResult, Sessions, Wanted, pull
from wxcc_lint.sources.live.salesforce import SalesforceWanted
from wxcc_lint.sources.live.salesforce_login import open_salesforce
from wxcc_lint.sources.live.transport import Limits, Transport
from wxcc_lint.sources.live.webex_login import open_webex

MASK_KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
ALLOWED_POSTS = re.compile(
    r"/v1/access_token|/v1/applications/[^/]+/token|/services/oauth2/token|/services/Soap/m/63\.0"
)

PLANTED = {
    "a token of Webex": WEBEX_TOKEN,
    "a token of Salesforce": SALESFORCE_TOKEN,
    "a renewed token": REFRESHED,
    "another token of Salesforce": GRANTED,
    "the token of a service app": APPLICATION_TOKEN,
    "a private key": "PRIVATE KEY",
    "a refresh token": REFRESH_TOKEN,
    "a client secret": CLIENT_SECRET,
    "the value of a sensitive variable": "plum-4711-secret",
    "a token in a layout": "planted-bearer-e6-0123456789abcdef",
    "a password in an address": "planted-password-e7",
    "a key in a query": "planted-query-key-e8-0123456789",
    "a person": "Whitlock",
    "an e-mail address": "@acme.example",
    "a phone number of a person": "+44113496013",
}


@dataclass
class Acme:
    """The org, the server in front of it, and the client: `pull` in this process, `run` as a program of its own.

    Nothing waits in this process: `waited` holds the seconds that the client would have slept.
    """

    server: OrgServer
    project: Path
    environ: dict[str, str]
    released: Event
    snapshot: Path
    limits: Limits = field(default_factory=lambda: Limits(connect=10, silence=30, reply=60, size=4_000_000))
    waited: list[float] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def org(self) -> Org:
        """What the server serves."""
        return self.server.org

    def pull(self, *, use_known: bool = True, only: str | None = None) -> PullResult:
        """Read the org by the very code of `wxcc-lint pull`."""
        environment = load_config(self.project / ".wxcc-lint.yaml", ".wxcc-lint.yaml").environments["prod"]
        made: list[Transport] = []
        clock = Clock(
            now=lambda: float(sum(self.waited)), sleep=self.waited.append, date=lambda: 1.8e9, chance=lambda: 1.0
        )

        def connect(hosts: Any, token_urls: Any) -> Transport:
            asks = {"limiter": Limiter(100_000), "environ": self.environ, "limits": self.limits, "clock": clock}
            made.append(Transport(hosts=hosts, token_urls=token_urls, say=self.said.append, **asks))
            return made[-1]

        sessions = Sessions(
            open_webex(environment, self.environ, connect) if only != "salesforce" else None,
            open_salesforce(environment, self.environ, connect, lambda: 1.8e9) if only != "webex" else None,
            lambda: sum(one.requests for one in made),
        )
        wanted = Wanted("prod", SalesforceWanted({}, ("Acme Agent", "Acme Supervisor")), use_known=use_known)
        masker = Masker(MaskKey(bytes.fromhex(MASK_KEY)))
        now = datetime(2026, 11, 22, 9, tzinfo=UTC)
        return pull(sessions, wanted, self.snapshot, masker, lambda: now, lambda *_: None)

    def run(self, *arguments: str, stderr: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        """Run the program in the repository."""
        return self._run("-m", "wxcc_lint", *arguments, stderr=stderr)

    def run_code(self, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a piece of Python there, with these arguments."""
        return self._run("-c", code, *arguments)

    def _run(self, *arguments: str, stderr: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.project,
            env={**os.environ, **self.environ, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def files(self) -> dict[str, bytes]:
        """Return all files of the snapshot by path."""
        return contents(self.snapshot)

    def declare(self, more: Mapping[str, str], *, system: str = "webex") -> None:
        """Add lines to what the config says of a system."""
        path = self.project / ".wxcc-lint.yaml"
        lines = "".join(f"      {key}: {value}\n" for key, value in more.items())
        path.write_text(path.read_text("utf-8").replace(f"    {system}:\n", f"    {system}:\n{lines}"), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def leaks(acme: Acme, *texts: str) -> set[str]:
    """Return which secrets stand anywhere: in texts, in what was told on the way, in any file but the config."""
    files = b"\n".join(data for path, data in contents(acme.project.parent).items() if ".wxcc-lint/" in path)
    everything = "\n".join([*texts, *acme.said, files.decode("utf-8")])
    return {name for name, secret in PLANTED.items() if secret in everything}


@contextmanager
def served(folder: Path) -> Iterator[Acme]:
    """Start the org, and put a repository that declares it, and the home of whoever works there, into a folder."""
    server = OrgServer(Org())
    http = HTTPServer(host="127.0.0.1", port=0, threaded=True)
    http.expect_request(re.compile(".*")).respond_with_handler(server)
    http.start()
    server.url = http.url_for("").rstrip("/")
    released = Event()
    project = folder / "repo"
    shutil.copytree(PROJECT, project, ignore=shutil.ignore_patterns("expected-*"))
    home = folder / "home"
    home.mkdir()
    environ = {
        "WXCC_ACCESS_TOKEN": WEBEX_TOKEN,
        "SF_TOKEN": SALESFORCE_TOKEN,
        "WXCC_LINT_MASK_KEY": MASK_KEY,
        "HOME": str(home),
    }
    acme = Acme(server, project, environ, released, project / ".wxcc-lint" / "snapshots" / "prod")
    acme.declare({"base-url": server.url, "identity-url": f"{server.url}/v1"})
    acme.declare({"instance-url": server.url, "token-env": "SF_TOKEN"}, system="salesforce")
    try:
        yield acme
    finally:
        released.set()
        http.stop()
