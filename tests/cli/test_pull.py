"""`wxcc-lint pull` over real HTTP: a tenant on this machine that has one team and one layout."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

UUID = "a1b2c3d4-0000-4000-8000-00000000acde"
OTHER = UUID.replace("acde", "beef")
ENV = {"WXCC_ACCESS_TOKEN": f"Zq7topsecret_P0A1_{UUID}", "WXCC_LINT_MASK_KEY": "sixteen letters!"}
FOLDER = ".wxcc-lint/snapshots/prod"
SECRET = "Zq7-planted"
LAYOUT = {
    "id": "l1",
    "name": "Sales",
    "version": 1,
    "lastUpdatedTime": 1,
    "teamIds": [],
    "jsonFileContent": json.dumps({"agent": {"area": {"panel": {"apiKey": SECRET}}}}),
}
ROWS = {"v2/team": [{"id": "t1", "name": "London", "version": 1}], "v2/desktop-layout": [{**LAYOUT, "teamIds": None}]}


@dataclass
class Tenant:
    """What the server has: a status and a body by path below the organization; else empty lists."""

    url: str = ""
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    hangs_at: str = ""
    reached: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str) -> tuple[int, Any]:
        start = f"/organization/{UUID}"
        if path == start:
            return 200, {"name": "Acme \x1b[31m", "subscriptionType": "SUBSCRIPTION"}
        inner = path.removeprefix(f"{start}/")
        self.asked.append(inner)
        if inner == self.hangs_at:
            self.reached.set()
            self.released.wait(30)
        rows = ROWS.get(inner, [])
        meta = {"page": 0, "pageSize": 100, "totalPages": 1, "totalRecords": len(rows)}
        default = LAYOUT if inner == "desktop-layout/l1" else {"meta": meta, "data": rows}
        return self.answers.get(inner, (200, default))


@pytest.fixture
def tenant() -> Iterator[Tenant]:
    it = Tenant()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, said = it.answer(urlsplit(self.path).path)
            body = json.dumps(said).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:  # who asked was killed
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    it.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield it
    it.released.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def pull(lint, project: Path, config: Callable[[str], Path], tenant: Tenant) -> Callable[..., Any]:
    """Run `wxcc-lint pull prod`; the environment `prod` is the tenant."""
    webex = f"{{org-id: {UUID}, base-url: '{tenant.url}'}}"
    config(f"environments:\n  prod:\n    webex: {webex}\n  bare: {{}}\n  ..: {{webex: {{org-id: {OTHER}}}}}\n")
    return lambda *words, env=ENV, name="prod": lint("pull", name, *words, env=env)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_it_tells_what_it_read_and_where_it_put_it(pull, project) -> None:
    run = pull()
    assert (run.code, run.err) == (0, "")
    head, org, *kinds, end = run.out.splitlines()
    assert head.startswith("prod, read at 2")
    assert head.endswith(" requests")
    assert org == rf"  Webex: Acme \x1b[31m, {UUID}, production"
    assert ["webex/team", "1", "complete"] in [line.split() for line in kinds]
    assert {line.split()[2] for line in kinds} == {"complete"}
    assert len({line.index(" complete") for line in kinds}) == 1
    assert end == f"{FOLDER}: written"
    assert json.loads((project / FOLDER / "snapshot.json").read_bytes())["orgName"] == "Acme \x1b[31m"


def test_as_json(pull) -> None:
    report = json.loads(pull("-f", "json").out)
    assert (report["version"], report["environment"], report["folder"]) == (1, "prod", FOLDER)
    assert report["webex"] == {"orgName": "Acme \x1b[31m", "orgId": UUID, "place": None, "sandbox": False}
    assert (report["salesforce"], report["uncovered"]) == (None, [])
    assert report["kinds"]["webex/team"] == {"status": "complete", "count": 1, "reason": ""}
    assert report["requests"] > 10


def test_no_secret_is_shown_or_written_however_much_is_told(pull, project) -> None:
    run = pull("-vv")
    assert (run.code, "GET 127.0.0.1" in run.err, "team: 1 of 1" in run.err) == (0, True, True)
    assert "Zq7" not in run.out + run.err
    assert not [name for name, data in content(project).items() if b"Zq7" in data]


def test_a_second_time_the_layout_is_not_asked_for_unless_one_wants_it(pull, tenant) -> None:
    for words, asked in (((), True), ((), False), (("--no-cache",), True)):
        tenant.asked.clear()
        assert pull(*words).code == 0
        assert ("desktop-layout/l1" in tenant.asked) is asked


def test_what_cannot_be_read_is_told_and_gives_4(pull, tenant, project) -> None:
    tenant.answers["v2/cad-variable"] = 403, {"error": {"key": "403", "message": [{"description": "no"}]}}
    run = pull()
    assert run.code == 4
    (line,) = [line for line in run.out.splitlines() if "webex/cad-variable" in line]
    assert line.split()[1:3] == ["0", "forbidden:"]
    assert run.out.endswith("1 kind not read in full: nothing is concluded from what is missing there\n")
    assert (project / FOLDER / "webex" / "team").is_dir()


def test_what_the_snapshot_before_held_is_told_where_it_was_not_read_again(pull, tenant, project) -> None:
    assert pull().notes == []
    tenant.answers["v2/team"] = 403, {"error": {"key": "403", "message": [{"description": "no"}]}}
    assert pull().notes == [
        (
            "not read this time, and so no longer in the snapshot: 1 object (webex/team); to keep one that holds more, pull"
            " into another folder with --to"
        )
    ]
    assert not (project / FOLDER / "webex" / "team").exists()
    assert pull().notes == []


def test_a_wrong_org_is_refused_before_anything_is_read_or_written(pull, tenant, project) -> None:
    run = pull(env={**ENV, "WXCC_ACCESS_TOKEN": f"Zq7topsecret_P0A1_{OTHER}"})
    assert (run.code, run.out, tenant.asked) == (4, "", [])
    assert run.errors == [
        f"the token is for the Webex organization {OTHER}, and the environment declares {UUID}; nothing was read"
    ]
    assert run.notes == ["no snapshot was written; what was there before is as it was"]
    assert not (project / ".wxcc-lint").exists()


def test_two_environments_of_one_org_are_refused(lint, config, tenant) -> None:
    config("environments:\n" + "".join(f"  {name}: {{webex: {{org-id: {UUID}}}}}\n" for name in ("prod", "test")))
    run = lint("pull", "prod", env=ENV)
    assert (run.code, tenant.asked) == (2, [])
    assert run.errors[0].startswith("the environments 'prod' and 'test' are one Webex organization")


@pytest.mark.parametrize(
    ("words", "name", "sentence"),
    [
        ((), "prdo", "there is no environment 'prdo'; did you mean 'prod'?"),
        ((), "bare", "the environment 'bare' declares neither 'webex' nor 'salesforce': an 'org-id' there says which org to read"),
        (("--only", "salesforce"), "prod", "the environment 'prod' declares no 'salesforce': an 'org-id' there says which org to read"),
        ((), "..", "the environment '..' has no folder of its own: name one with --to"),
        (("--max-rpm", "0"), "prod", "invalid value for '--max-rpm': 0 is less than 1 (see wxcc-lint pull --help)"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_and_nothing_is_asked(pull, tenant, words, name, sentence) -> None:
    run = pull(*words, name=name)
    assert (run.code, run.out, run.errors, tenant.asked) == (2, "", [sentence], [])


def test_a_folder_that_is_no_snapshot_is_refused_before_anybody_logs_in(pull, project, tenant) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "notes.txt").write_text("mine")
    run = pull("--to", "mine")
    assert (run.code, tenant.asked) == (2, [])
    assert run.errors[0].endswith("mine: holds 'notes.txt' and no snapshot: name a folder of its own for it")
    assert content(project / "mine") == {"notes.txt": b"mine"}


def test_the_key_that_is_made_lies_outside(pull, project, tmp_path) -> None:
    env = {"WXCC_ACCESS_TOKEN": ENV["WXCC_ACCESS_TOKEN"], "XDG_STATE_HOME": str(tmp_path / "state")}
    assert pull(env=env).code == 0
    key = tmp_path / "state" / "wxcc-lint" / "mask-key"
    assert key.stat().st_mode & 0o777 == 0o600
    secret = key.read_bytes().strip()
    assert not [name for name, data in content(project).items() if secret in data]
    assert pull("--to", "again", env=env).code == 0
    first, second = content(project / FOLDER), content(project / "again")
    assert {name for name in first if first[name] != second.get(name)} <= {"snapshot.json"}  # which has the second
    run = pull(env={**env, "XDG_STATE_HOME": str(project / "state")})
    assert run.code == 2
    assert run.errors[0].endswith("must not lie among the files that it protects: set WXCC_LINT_MASK_KEY")


@pytest.mark.skipif(os.name != "posix", reason="the system has other signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_whoever_stops_it_finds_the_old_snapshot(pull, project, program, scrubbed, tenant, number, code) -> None:
    assert pull().code == 0
    before = content(project)
    tenant.hangs_at = "v2/cad-variable"
    process = subprocess.Popen(
        [*program, "pull", "prod"], cwd=project, env={**scrubbed, **ENV}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert tenant.reached.wait(30)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (code, b"", b"")
    assert content(project) == before


@pytest.mark.skipif(os.name != "posix", reason="the system has no pseudo-terminals")
def test_on_a_terminal_there_is_a_bar_and_stdout_stays_clean(pull, project, program, scrubbed) -> None:
    leader, follower = pty.openpty()
    environ = {**scrubbed, **ENV, "TERM": "xterm"}
    done = subprocess.run(
        [*program, "pull", "prod", "-f", "json"],
        cwd=project, env=environ, stdout=subprocess.PIPE, stderr=follower, check=False, timeout=60,
    )  # fmt: skip
    os.close(follower)
    shown = os.read(leader, 100_000)
    os.close(leader)
    assert done.returncode == 0
    assert json.loads(done.stdout)["environment"] == "prod"
    assert b"\x1b[" in shown
    assert b"Zq7" not in shown
