"""A login that the Salesforce CLI keeps: asked of `sf`, which renews it itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.secret import Secret

_TOKEN: Final = re.compile(r"00D\w{12,15}![\w.]+", re.ASCII)
"""What an access token looks like; newer versions of `sf org display` put a notice in its place."""
_ALIAS: Final = re.compile(r"\w[\w.@+ -]*")
"""On Windows `sf` is a batch file, for which no way of quoting is safe."""
_SECONDS: Final = 60.0


class SfLogin(Struct, frozen=True):
    """What the Salesforce CLI knows of an org."""

    token: Secret
    instance_url: str
    org_id: str | None


def find_sf(environ: Mapping[str, str]) -> str | None:
    """Return the path of the Salesforce CLI, None where it is not installed."""
    return shutil.which("sf", path=environ.get("PATH", ""))


def sf_login(alias: str, environ: Mapping[str, str], seconds: float = _SECONDS) -> SfLogin:
    """Return the login that the CLI keeps under an alias or user name. Raises LiveError."""
    program = find_sf(environ)
    if program is None:
        raise LiveError("unauthorised", "the Salesforce CLI is not installed: there is no 'sf' on the PATH")
    if not _ALIAS.fullmatch(alias):
        raise LiveError("refused", f"'sf-alias' is no alias that can be given to the Salesforce CLI: '{alias}'")

    def ask(*words: str) -> dict[str, Any]:
        return _result([program, *words, f"--target-org={alias}", "--json"], environ, seconds)

    shown = ask("org", "display")
    token = shown.get("accessToken")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        token = ask("org", "auth", "show-access-token").get("accessToken")
    instance_url, org_id = shown.get("instanceUrl"), shown.get("id")
    if not isinstance(token, str) or not isinstance(instance_url, str):
        raise LiveError("broken", f"the Salesforce CLI tells no token or no instance URL for '{alias}'")
    return SfLogin(Secret(token.strip()), instance_url, org_id if isinstance(org_id, str) else None)


def _result(command: list[str], environ: Mapping[str, str], seconds: float) -> dict[str, Any]:
    """Return the result of a command of `sf`. What it prints beside its JSON is not read, and not shown either."""
    called = f"sf {' '.join(command[1:-2])}"
    plain = {**{name: value for name, value in environ.items() if name != "FORCE_COLOR"}, "NO_COLOR": "1"}
    try:
        done = subprocess.run(  # noqa: S603 — no shell, and the alias is checked
            command, env=plain, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        raise LiveError("unreachable", f"'{called}' gave no answer within {seconds:g} seconds") from None
    except OSError as error:
        raise LiveError("unreachable", f"'{called}' cannot be run: {(error.strerror or str(error)).lower()}") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise LiveError("broken", f"'{called}' gave no JSON (exit code {done.returncode})") from None
    result = answer.get("result") if isinstance(answer, dict) else None
    if done.returncode or not isinstance(result, dict):
        raise LiveError("unauthorised", f"'{called}' fails: {_reason(answer)}; log in with 'sf org login web'")
    return result


def _reason(answer: Any) -> str:
    message = answer.get("message") if isinstance(answer, dict) else None
    words = " ".join(message.split()).rstrip(".") if isinstance(message, str) else ""
    return _TOKEN.sub("***", words) or "it does not say why"
