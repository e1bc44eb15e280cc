"""Folders beside the package directories of a Salesforce project."""

from __future__ import annotations

import json

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
