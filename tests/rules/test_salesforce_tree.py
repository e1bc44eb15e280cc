"""What the file of a Salesforce project says of others: where they lie, and what is filled in when they are deployed."""

from __future__ import annotations

import json
import re

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary

SITE = """\
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://desk.example.com</url>
</RemoteSiteSetting>
"""
PROJECT = json.dumps({"packageDirectories": [{"path": "force-app"}]}, indent=2)
CONFIG = "environments:\n  prod:\n    files: ['**']\n"
RULE = "project/folder-outside-package-directories"
FILES = {
    ".wxcc-lint.yaml": CONFIG,
    "sfdx-project.json": PROJECT,
    "extra/A.remoteSite-meta.xml": SITE,
    "extra/deep/B.remoteSite-meta.xml": SITE,
    "force-app/C.remoteSite-meta.xml": SITE,
    "other/D.remoteSite-meta.xml": SITE,
}


def test_each_folder_beside_is_told_once_at_the_package_directories(project_findings) -> None:
    found = project_findings(FILES)
    assert [(one.seen, one.finding.message) for one in found] == [
        ((RULE, '"packageDirectories"'), "2 components lie in 'extra', outside of all package directories"),
        ((RULE, '"packageDirectories"'), "a component lies in 'other', outside of all package directories"),
    ]
    assert [one.finding.location.path for one in found] == ["sfdx-project.json"] * 2
    assert [related.location.path for one in found for related in one.finding.related] == [
        "extra/A.remoteSite-meta.xml",
        "other/D.remoteSite-meta.xml",
    ]


def test_a_call_center_to_import_in_setup_is_not_deployed(project_findings) -> None:
    files = {".wxcc-lint.yaml": CONFIG, "sfdx-project.json": PROJECT, "force-app/C.remoteSite-meta.xml": SITE}
    definition = render_import(vocabulary("v2").releases[-1])
    found = project_findings({**files, "crm/OpenCTI.callCenter-meta.xml": definition})
    assert [one.seen for one in found if one.finding.rule == RULE] == []


def test_who_names_a_component_beside_hears_of_its_folder(project_findings) -> None:
    found = project_findings(FILES, named=["other/D.remoteSite-meta.xml"])
    assert [one.finding.message for one in found] == ["a component lies in 'other', outside of all package directories"]


def test_without_an_environment_nobody_knows_what_is_deployed(project_findings) -> None:
    assert project_findings({name: text for name, text in FILES.items() if name != ".wxcc-lint.yaml"}) == []


# --- replacements ----------------------------------------------------------------------------------------------------

REGION_FILE = "force-app/A.remoteSite-meta.xml"


def filled_in(project_findings, **replacement: str) -> list[tuple[str, str]]:
    declared = {"packageDirectories": [{"path": "force-app"}], "replacements": [{**replacement, "replaceWithEnv": "X"}]}
    sites = {
        REGION_FILE: SITE.replace("desk", "@HOST@"),
        "force-app/B.remoteSite-meta.xml": SITE.replace("desk", "%B%"),
    }
    found = project_findings({".wxcc-lint.yaml": CONFIG, "sfdx-project.json": json.dumps(declared), **sites})
    return [one.seen for one in found]


A, B = ("salesforce/placeholder-url", "@HOST@"), ("salesforce/placeholder-url", "%B%")


@pytest.mark.parametrize(
    "files",
    [{"filename": name} for name in (REGION_FILE, "A.remoteSite-meta.xml")]
    + [{"glob": glob} for glob in ("force-app/**", "**/*.xml", "*.xml", "force-app/**/*.{cls,remoteSite-meta.xml}")],
    ids=lambda files: next(iter(files.values())),
)
def test_a_value_that_the_cli_fills_in_is_not_judged(project_findings, files) -> None:
    assert filled_in(project_findings, stringToReplace="@HOST@", **files) == [B]


@pytest.mark.parametrize(
    "replacement",
    [
        {"stringToReplace": "@HOST@", "filename": "force-app/B.remoteSite-meta.xml"},
        {"stringToReplace": "@HOST@", "glob": "classes/**"},
        {"stringToReplace": "@HOST@"},
        {"stringToReplace": "@OTHER@", "glob": "**"},
        {"stringToReplace": "", "glob": "**"},
        {"regexToReplace": "@.*@", "glob": "**"},
    ],
    ids=repr,
)
def test_other_replacements_excuse_nothing(project_findings, replacement) -> None:
    assert filled_in(project_findings, **replacement) == [A, B]


@pytest.mark.parametrize(
    ("name", "count"),
    [("force-app/Acme.callCenter-meta.xml", 0), ("crm/acme.xml", 1), ("../Acme.callCenter-meta.xml", 1)],
)
def test_what_the_cli_does_not_deploy_it_does_not_fill_in(project_findings, as_metadata, name, count) -> None:
    replacement = {"glob": "**", "stringToReplace": "__REGION__", "replaceWithEnv": "REGION"}
    declared = json.dumps({"packageDirectories": [{"path": "force-app"}], "replacements": [replacement]})
    shipped = render_import(vocabulary("v1").releases[-1])
    definition = re.sub(r"(?<=https://desktop\.wxcc-)[a-z0-9]+(?=\.cisco\.com)", "__REGION__", shipped)
    text = as_metadata(definition) if name.endswith("-meta.xml") else definition
    found = project_findings({".wxcc-lint.yaml": CONFIG, "app/sfdx-project.json": declared, f"app/{name}": text})
    assert [one.finding.rule for one in found].count("callcenter/foreign-adapter-host") == count
