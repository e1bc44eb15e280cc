"""How large a file may be is for the config to say, and every command that has one holds to it."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.drift_org import KEY, SOURCE, deployed
from tests.interrupting import Ended, Runs

MIB = 2**20
SITE = """<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <endpointUrl>https://desktop.wxcc-us1.cisco.com</endpointUrl>
</CspTrustedSite>
"""


@pytest.fixture
def run(runs: Runs, project: Path, scrubbed: dict[str, str]) -> Callable[..., Ended]:
    return lambda *words: runs(words, project, {**scrubbed, "WXCC_LINT_MASK_KEY": KEY})


def _grow(file: Path, size: int) -> None:
    with file.open("ab") as opened:
        opened.write(b" " * size)


@pytest.mark.parametrize(
    ("name", "key", "text"),
    [
        ("x.json", "file-mib", '{"agent": {"area": {"panel": {}, "navigation": []}}}'),
        ("csp.txt", "file-mib", "cdn.example.com\n"),
        ("Desk.cspTrustedSite-meta.xml", "component-mib", SITE),
    ],
    ids=["layout", "list", "component"],
)
def test_the_config_says_how_large_a_file_may_be(run, project, config, name, key, text):
    (project / name).write_text(text)
    _grow(project / name, MIB)
    environment = "environments: {prod: {files: ['*'], allowlist: csp.txt}}\n" if name == "csp.txt" else ""
    found = []
    for most in (1, 2):
        config(f"{environment}limits: {{{key}: {most}}}\n")
        report = json.loads(run("check", name, "-f", "json", "--select", "meta/too-large").out)
        found.append([(one["message"], one["help"].rpartition("? ")[2]) for one in report["findings"]])
    told = "the file is larger than 1 MiB", f"if so, raise '{key}' under 'limits' in the config"
    assert found == [[told], []]


def test_a_file_may_be_larger_than_without_a_config(run, project, config, bad):
    _grow(bad, 6 * MIB)
    rules = []
    for text in ("", "limits: {file-mib: 8}\n"):
        config(text)
        rules.append([one["rule"] for one in json.loads(run("check", "-f", "json").out)["findings"]])
    assert rules == [["meta/too-large"], ["callcenter/invalid-boolean"]]


@pytest.mark.parametrize("source", ["a.xml", "folder", "org.zip", "git:HEAD:a.xml", "git:HEAD:folder"])
def test_every_source_of_a_comparison_holds_to_it(run, project, config, definition, source):
    (project / "folder").mkdir()
    for name in ("a.xml", "folder/a.xml", "b.xml"):
        (project / name).write_text(definition())
    for name in ("a.xml", "folder/a.xml"):
        _grow(project / name, MIB)
    with zipfile.ZipFile(project / "org.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(project / "a.xml", "a.xml")
    (project / ".git").rmdir()
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    for words in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "-m", "first")):
        subprocess.run(["git", *words], cwd=project, check=True)
    uncovered = []
    for most in (1, 2):
        config(f"limits: {{file-mib: {most}}}\n")
        report = json.loads(run("diff", source, "b.xml", "-f", "json").out)
        uncovered.append([one["reason"].rpartition(": ")[2] for one in report["uncovered"]][:1])
    assert uncovered == [["the file is larger than 1 MiB"], []]


@pytest.mark.parametrize("command", ["drift", "audit"])
def test_a_snapshot_holds_to_it(run, project, command):
    deployed(project)
    config = project / ".wxcc-lint.yaml"
    text = config.read_text("utf-8")
    site = "cspTrustedSites/Webex_Desktop.cspTrustedSite-meta.xml"
    assert (project / SOURCE / site).exists()
    _grow(project / "org" / "salesforce" / site, MIB)
    told = []
    for most in (1, 2):
        config.write_text(f"{text}limits: {{component-mib: {most}}}\n", "utf-8")
        told.append("larger than 1 MiB" in run(command, "prod", "--snapshot", "org", "-f", "json").out)
    assert told == [True, False]
