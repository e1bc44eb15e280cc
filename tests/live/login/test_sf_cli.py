"""The Salesforce CLI as a program of its own: a script on the PATH that prints what the real one is said to print."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.sf_cli import find_sf, sf_login

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the script needs a shebang")

TOKEN = "00D000000000001AAA!topsecret.TOKEN_1"
NOTICE = "[REDACTED] Use 'sf org auth show-access-token' to see it"
DISPLAY = {
    "id": "00D000000000001AAA",
    "instanceUrl": "https://acme.my.salesforce.com",
    "username": "me@acme.example",
    "apiVersion": "65.0",
}
Fails = Callable[[Callable[[], Any]], LiveError]
_SCRIPT = """\
#!{python}
import json, os, sys, time
words = sys.argv[1:]
with open({log!r}, "a") as log:
    log.write(json.dumps([words, {{k: os.environ.get(k) for k in ("NO_COLOR", "FORCE_COLOR", "HOME")}}]) + "\\n")
print("Warning: sf update available topsecret", file=sys.stderr)
answer = {answers!r}.get("auth" if words[:2] == ["org", "auth"] else "display")
if answer == "hang":
    time.sleep(60)
print(answer if isinstance(answer, str) else json.dumps(answer))
sys.exit(0 if isinstance(answer, str) else answer.get("status", 0))
"""


class Sf:
    """A CLI with some answers; `calls` are the words it was given and what it saw of the environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.environ = {"PATH": str(folder), "HOME": "/home/me", "FORCE_COLOR": "1"}

    def says(self, **answers: Any) -> None:
        script = self.folder / "sf"
        script.write_text(_SCRIPT.format(python=sys.executable, log=str(self.log), answers=answers), encoding="utf-8")
        script.chmod(0o755)

    @property
    def calls(self) -> list[Any]:
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def sf(tmp_path: Path) -> Sf:
    return Sf(tmp_path)


def ok(**result: Any) -> dict[str, Any]:
    return {"status": 0, "result": result, "warnings": []}


def test_an_older_cli_shows_the_token_at_once(sf: Sf) -> None:
    sf.says(display=ok(**DISPLAY, accessToken=TOKEN))
    login = sf_login("prod", sf.environ)
    assert (login.token.reveal(), login.instance_url, login.org_id) == (
        TOKEN,
        "https://acme.my.salesforce.com",
        "00D000000000001AAA",
    )
    seen = {"NO_COLOR": "1", "FORCE_COLOR": None, "HOME": "/home/me"}
    assert sf.calls == [[["org", "display", "--target-org=prod", "--json"], seen]]


@pytest.mark.parametrize("shown", [{}, {"accessToken": NOTICE}, {"accessToken": None}])
def test_a_newer_cli_is_asked_for_the_token(sf: Sf, shown: dict[str, Any]) -> None:
    sf.says(display=ok(**DISPLAY, **shown), auth=ok(accessToken=TOKEN))
    assert sf_login("me@acme.example", sf.environ).token.reveal() == TOKEN
    assert [words for words, _ in sf.calls] == [
        ["org", "display", "--target-org=me@acme.example", "--json"],
        ["org", "auth", "show-access-token", "--target-org=me@acme.example", "--json"],
    ]


def test_a_cli_that_is_not_installed(sf: Sf, fails: Fails) -> None:
    assert find_sf(sf.environ) is None
    error = fails(lambda: sf_login("prod", sf.environ))
    assert (error.cause, error.sentence) == (
        "unauthorised",
        "the Salesforce CLI is not installed: there is no 'sf' on the PATH",
    )


@pytest.mark.parametrize(
    ("answers", "cause", "sentence"),
    [
        (
            {
                "display": {
                    "status": 1,
                    "name": "NamedOrgNotFoundError",
                    "message": f"No authorization for prod {TOKEN}.",
                }
            },
            "unauthorised",
            "'sf org display' fails: No authorization for prod ***; log in with 'sf org login web'",
        ),
        (
            {"display": {"status": 2}},
            "unauthorised",
            "'sf org display' fails: it does not say why; log in with 'sf org login web'",
        ),
        ({"display": f"Error: {TOKEN}"}, "broken", "'sf org display' gave no JSON (exit code 0)"),
        (
            {"display": ok(**DISPLAY), "auth": {"status": 2, "message": "command org:auth not found"}},
            "unauthorised",
            "'sf org auth show-access-token' fails: command org:auth not found; log in with 'sf org login web'",
        ),
        (
            {"display": ok(**DISPLAY), "auth": ok()},
            "broken",
            "the Salesforce CLI tells no token or no instance URL for 'prod'",
        ),
        (
            {"display": ok(accessToken=TOKEN)},
            "broken",
            "the Salesforce CLI tells no token or no instance URL for 'prod'",
        ),
    ],
)
def test_what_can_go_wrong(sf: Sf, fails: Fails, answers: dict[str, Any], cause: str, sentence: str) -> None:
    sf.says(**answers)
    error = fails(lambda: sf_login("prod", sf.environ))
    assert (error.cause, error.sentence) == (cause, sentence)


def test_a_cli_that_hangs_is_given_up(sf: Sf, fails: Fails) -> None:
    sf.says(display="hang")
    error = fails(lambda: sf_login("prod", sf.environ, seconds=0.5))
    assert (error.cause, error.sentence) == ("unreachable", "'sf org display' gave no answer within 0.5 seconds")


def test_a_cli_that_cannot_be_run(sf: Sf, fails: Fails) -> None:
    script = sf.folder / "sf"
    script.write_text("#!/no/such/program\n", encoding="utf-8")
    script.chmod(0o755)
    error = fails(lambda: sf_login("prod", sf.environ))
    assert (error.cause, error.sentence) == ("unreachable", "'sf org display' cannot be run: no such file or directory")


@pytest.mark.parametrize("alias", ["-v", "a&calc", "a|b", 'a"b', "%PATH%", "a\nb", "a;b", "$(id)"])
def test_an_alias_that_is_more_than_a_name_is_not_passed_on(sf: Sf, fails: Fails, alias: str) -> None:
    sf.says(display=ok(**DISPLAY, accessToken=TOKEN))
    assert fails(lambda: sf_login(alias, sf.environ)).cause == "refused"
    assert not sf.log.exists()
