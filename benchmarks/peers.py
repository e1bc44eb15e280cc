"""The programs that `check.py` measures us against: where they are, or why they are not asked.

Those in Python are looked for beside the running one, then on the path, as xmllint is; those of npm are installed once
into a cache folder of the user's.
"""
# ruff: noqa: INP001 — belongs to a script

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = str(ROOT / "schemas" / "desktop-layout.schema.json")
_CACHE = user_cache_path("wxcc-lint-benchmarks")
_RULESET = _CACHE / "spectral.json"
_ONE_RULE = {"rules": {"title": {"given": "$.agent", "then": {"field": "appTitle", "function": "truthy"}}}}
_NPM = {"spectral": "@stoplight/spectral-cli@6", "ajv": "ajv-cli@5"}
_OF_DEFINITIONS = "xmllint"
_ARGUMENTS: dict[str, list[str]] = {
    "check-jsonschema": ["--schemafile", SCHEMA],
    "spectral": ["lint", "--quiet", "--ignore-unknown-format", "--ruleset", str(_RULESET)],
    "ajv": ["validate", "--spec=draft2020", "--strict=false", "-s", SCHEMA],
    "yamllint": ["-d", "{extends: relaxed, rules: {line-length: disable}}"],
    _OF_DEFINITIONS: ["--noout"],
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is here."""

    name: str
    program: str
    version: str

    def command(self, layouts: Sequence[str], definitions: Sequence[str]) -> list[str]:
        """Return what reads those of the files that it has an opinion on: definitions for xmllint, else layouts."""
        files = definitions if self.name == _OF_DEFINITIONS else layouts
        named = [word for file in files for word in ("-d", file)] if self.name == "ajv" else files
        return [self.program, *_ARGUMENTS[self.name], *named]


def find_peers() -> tuple[dict[str, Peer], dict[str, str]]:
    """Return the peers that are here by name, and why the others are not."""
    _CACHE.mkdir(parents=True, exist_ok=True)
    _RULESET.write_text(json.dumps(_ONE_RULE), "utf-8")
    here, missing = {}, {}
    for name in _ARGUMENTS:
        found = _installed(name) if name in _NPM else program(name)
        if found is None:
            missing[name] = "npm is not here or cannot install it" if name in _NPM else "not installed"
        else:
            here[name] = Peer(name, found, _version(found))
    return here, missing


def program(name: str) -> str | None:
    """Return where a program is: beside this Python, else on the path."""
    beside = str(Path(sys.executable).parent)
    return shutil.which(name, path=os.pathsep.join((beside, os.environ.get("PATH", os.defpath))))


def _installed(name: str) -> str | None:
    found = _CACHE / "npm" / "node_modules" / ".bin" / name
    npm = shutil.which("npm")
    if not found.exists() and npm is not None:
        words = ["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(_CACHE / "npm")]
        subprocess.run([npm, *words, _NPM[name]], check=False, capture_output=True)  # noqa: S603 — fixed words
    return str(found) if found.exists() else None


def _version(found: str) -> str:
    if Path(found).parent.name == ".bin":
        package = Path(found).resolve()
        while not (package / "package.json").is_file():
            package = package.parent
        return str(json.loads((package / "package.json").read_text("utf-8"))["version"])
    done = subprocess.run([found, "--version"], check=False, capture_output=True, text=True)  # noqa: S603 — a peer
    return (done.stdout + done.stderr).split("\n", 1)[0].split()[-1]
