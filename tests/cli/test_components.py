"""Components of a Salesforce project as a user meets them: notes, ignores, fixes, baseline, reports, environments."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
SITE = "force-app/main/default/remoteSiteSettings/Desk.remoteSite-meta.xml"
CLASS = "force-app/main/default/classes/sfdcOmniDesk.cls"
SALES = "force-app/main/default/profiles/Sales.profile-meta.xml"
REMOTE_SITE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="{NAMESPACE}">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://desk.example.com</url>
</RemoteSiteSetting>
"""
PROFILE = f'<Profile xmlns="{NAMESPACE}"><custom>true</custom></Profile>\n'
RULES = {
    "switched-off-desk.yaml": """\
rule: acme/switched-off-desk
on: salesforce
severity: error
given: /isActive
expect: {".": {equals: "true"}}
message: "the site is off: '{value}'"
help: "switch it on"
fix: {set: "true"}
docs: |
  A site is off.

  Agents miss it.
""",
    "old-word.py": '''\
"""Apex with an old word.

Agents see it.
"""

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule


@rule("acme/old-word", on=SalesforceComponent, severity="error")
def check(component: SalesforceComponent) -> Iterator[Problem]:
    if component.is_apex:
        start = component.data.find("OLD")
        if start >= 0:
            at = component.at.slice(start, start + 3)
            yield Problem("'OLD' is old", at, help="write 'new'", fix=Fix("write 'new'", (Edit(at, "set", "new"),)))
''',
}
OPTIONS = ("--rule-dir", "lint-rules", "--select", "acme", "--select", "meta")


@pytest.fixture
def tree(project: Path) -> Path:
    """A project with a site that is off, an old word in Apex, and a profile that has no part in anything."""
    files = {
        SITE: REMOTE_SITE.replace("<isActive>true", "<isActive>false"),
        CLASS: "global class sfdcOmniDesk {\n    // é OLD\n}\n",
        SALES: PROFILE,
        "sfdx-project.json": '{"packageDirectories": [{"path": "force-app"}]}\n',
        **{f"lint-rules/{name}": text for name, text in RULES.items()},
    }
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return project


def told(run) -> list[tuple[str, str, int, int]]:
    return [(one["rule"], one["path"], one["line"], one["column"]) for one in json.loads(run.out)["findings"]]


OFF = ("acme/switched-off-desk", SITE, 4, 15)
OLD = ("acme/old-word", CLASS, 2, 10)


def test_findings_in_xml_and_in_apex_stand_at_their_words(lint, tree):
    run = lint("check", *OPTIONS, "-f", "json")
    assert (run.code, told(run)) == (1, [OLD, OFF])


@pytest.mark.parametrize(
    "format_", ["full", "concise", "sarif", "junit", "github", "gitlab", "rdjson", "csv", "markdown"]
)
def test_every_report_tells_of_both(lint, tree, format_):
    run = lint("check", *OPTIONS, "-f", format_)
    assert run.code == 1
    for rule, file, line, _ in (OLD, OFF):
        assert rule in run.out
        assert file.partition(".")[0] in run.out
        assert str(line) in run.out
    if format_ == "sarif":
        results = json.loads(run.out)["runs"][0]["results"]
        regions = [one["locations"][0]["physicalLocation"]["region"] for one in results]
        assert [(one["startLine"], one["startColumn"], one["endColumn"]) for one in regions] == [
            (2, 10, 13),
            (4, 15, 20),
        ]
        replaced = [one["fixes"][0]["artifactChanges"][0]["replacements"][0] for one in results]
        assert [one["insertedContent"]["text"] for one in replaced] == ["new", "true"]
    if format_ == "junit":
        assert run.out.count("<failure ") == 2


def test_what_is_mended_is_the_word_alone(lint, tree):
    before = {name: (tree / name).read_bytes() for name in (SITE, CLASS)}
    assert lint("check", *OPTIONS, "--fix").code == 0
    assert (tree / SITE).read_bytes() == before[SITE].replace(b"<isActive>false", b"<isActive>true")
    assert (tree / CLASS).read_bytes() == before[CLASS].replace(b"OLD", b"new")


def test_a_comment_in_a_component_hides_what_is_found_in_the_element_behind_it(lint, tree):
    reason = "<!-- wxcc-lint: ignore[acme/switched-off-desk] switched on with the release -->"
    text = (tree / SITE).read_text("utf-8")
    (tree / SITE).write_text(text.replace("    <isActive>", f"    {reason}\n    <isActive>"), encoding="utf-8")
    assert told(lint("check", *OPTIONS, "-f", "json")) == [OLD]
    (tree / SITE).write_text(text.replace("    <url>", f"    {reason}\n    <url>"), encoding="utf-8")
    assert [rule for rule, *_ in told(lint("check", *OPTIONS, "-f", "json"))] == [
        "acme/old-word",
        "acme/switched-off-desk",
        "meta/unused-ignore",
    ]


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("{rule: acme/switched-off-desk, at: /isActive, reason: later}", [OLD]),
        ("{rule: acme/*, file: '**/*.cls', reason: later}", [OFF]),
        ("{rule: acme/*, at: /, reason: later}", [OFF]),
    ],
)
def test_an_ignore_of_the_config_finds_components_by_file_and_place(lint, tree, config, entry, left):
    config(f"ignore: [{entry}]\n")
    assert told(lint("check", *OPTIONS, "-f", "json")) == left


def test_a_baseline_takes_findings_in_components(lint, tree, config):
    config("baseline: base.json\n")
    assert lint("baseline", "write", "--rule-dir", "lint-rules").code == 0
    run = lint("check", *OPTIONS, "-f", "json")
    assert (run.code, told(run)) == (0, [])
    (tree / CLASS).write_text("\n\nglobal class sfdcOmniDesk {\n    // é OLD\n}\n", encoding="utf-8")
    assert told(lint("check", *OPTIONS, "-f", "json")) == []


def test_named_components_without_a_part_are_told_as_that(lint, tree):
    run = lint("check", SALES, "sfdx-project.json", "lint-rules/old-word.py")
    assert run.code == 0
    ours = "neither a call center definition, a desktop layout nor a Salesforce component of the integration"
    assert run.notes == [
        f"skipped lint-rules/old-word.py: {ours}",
        f"skipped {SALES}: has no part in the integration",
    ]


ALONE = "call centers and Salesforce components in no environment were checked one by one: "


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (None, [f"{ALONE}wxcc-lint init proposes one"]),
        ("profile: default\n", [f"{ALONE}name their files in one"]),
        ("environments: {prod: {files: ['force-app/**']}}\n", []),
        ("environments: {prod: {files: ['**']}}\n", []),
    ],
)
def test_what_was_not_compared_is_told_once(lint, tree, good, config, text, notes):
    if text is not None:
        config(text)
    (tree / "sfdx-project.json").unlink()
    assert lint("check", "--ignore", "salesforce", "--ignore", "project").notes == notes


def test_components_alone_are_no_reason_for_the_note(lint, tree):
    assert lint("check").notes == []


def test_environments_count_components_by_type(lint, tree, good, config):
    config("environments: {prod: {files: ['force-app/**', 'profiles/**']}, test: {files: ['**/*.cls']}}\n")
    (tree / "force-app" / "broken.remoteSite-meta.xml").write_text(f'<RemoteSiteSetting xmlns="{NAMESPACE}">', "utf-8")
    run = lint("environments")
    assert run.out == (
        "prod\n"
        "  region: not declared\n"
        "  files: 3 Salesforce components\n"
        "    'profiles/**' matches none\n"
        "  Salesforce components: 1 ApexClass, 1 RemoteSiteSetting, 1 unreadable\n"
        "  allowed list: not declared\n"
        "test\n"
        "  region: not declared\n"
        "  files: 1 Salesforce component\n"
        "  Salesforce components: 1 ApexClass\n"
        "  allowed list: not declared\n"
        "in no environment\n"
        "  good.xml (call center)\n"
        "  Salesforce components: 1 Project\n"
        "in several environments\n"
        "  Salesforce components: 1 ApexClass\n"
    )
    document = json.loads(lint("environments", "-f", "json").out)
    assert document["environments"][0]["files"] == []
    assert document["environments"][0]["components"] == {"ApexClass": 1, "RemoteSiteSetting": 1, "unreadable": 1}
    assert (document["componentsInNone"], document["componentsInSeveral"]) == ({"Project": 1}, {"ApexClass": 1})


def test_a_glob_of_components_without_a_part_matches_something(lint, tree, config):
    config("environments: {prod: {files: ['force-app/main/default/profiles/**']}}\n")
    assert "matches none" not in lint("environments").out


def test_an_environment_is_proposed_for_the_tree(lint, tree, good):
    (tree / "force-app/main/default/profiles/Test.profile-meta.xml").write_text(
        f'<Profile xmlns="{NAMESPACE}"><description>ciscocjs</description></Profile>', "utf-8"
    )
    assert lint("init").code == 0
    assert (tree / ".wxcc-lint.yaml").read_text("utf-8").split("\n", 2)[2] == (
        "environments:\n"
        "  prod:\n"
        "    files:\n"
        "      - 'force-app/**'\n"
        "      - good.xml\n"
        "      - sfdx-project.json\n"
        "    region: us1  # says good.xml\n"
        "    generation: v1\n"
        "    # allowlist: csp.txt  # what the tenant's Content Security Policy allows: no file looks like its list\n"
        "    # What your agents have in Salesforce, for rules that look at their access:\n"
        "    # agent-profiles: [Agent]\n"
        "    # agent-permission-sets: []\n"
    )


def test_hosts_of_layouts_are_looked_for_in_layouts_only(lint, tree):
    run = lint("hosts")
    assert (run.code, run.errors) == (3, [".: there is no desktop layout"])
