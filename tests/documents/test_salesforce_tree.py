"""Projects of the Salesforce CLI: their package directories, and what lies beside these."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE
from wxcc_lint.documents.load import load
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce import PROJECT
from wxcc_lint.documents.salesforce_tree import outside_files, source_trees, unread_decompositions
from wxcc_lint.documents.salesforce_view import SalesforceComponent

SITE = f'<CspTrustedSite xmlns="{NAMESPACE}"/>'
MANIFEST = f'<Package xmlns="{NAMESPACE}"/>'


def project(files: dict[str, str]) -> Project:
    documents = [load(name, text.encode()) for name, text in files.items()]
    return Project([SalesforceComponent(one) for one in documents if one is not None])


def declaring(*paths: str, **more: object) -> str:
    return json.dumps({"packageDirectories": [{"path": path} for path in paths], **more})


def strays(files: dict[str, str]) -> list[tuple[str, str]]:
    whole = project(files)
    return [(name, one.name) for tree in source_trees(whole) for name, one in outside_files(tree, whole)]


def test_the_file_of_a_project_is_one_of_ours_and_json() -> None:
    (component,) = project({"crm/sfdx-project.json": declaring("force-app", namespace="acme")}).components
    assert (component.type, component.name, component.text("namespace")) == (PROJECT, "sfdx-project", "acme")
    assert [part.text("path") for part in component.parts("packageDirectories")] == ["force-app"]
    assert component.document.duplicates == ()


@pytest.mark.parametrize(
    "text",
    ['{"properties": {"packageDirectories": {"type": "array"}}}', '{"path": "packageDirectories"}', "[]"],
)
def test_json_that_only_speaks_of_package_directories_is_a_strangers(text) -> None:
    assert load("sfdx-project.json", text.encode()) is None


def test_a_broken_project_file_is_told() -> None:
    document = load("sfdx-project.json", b'{"packageDirectories": [}')
    assert document is not None
    assert [fault.rule for fault in document.faults] == ["meta/syntax"]


@pytest.mark.parametrize("name", ["project.json", "sfdx-project.json.bak", "other-sfdx-project.json"])
def test_only_a_file_of_the_name_that_the_cli_reads_counts(name) -> None:
    assert source_trees(project({name: declaring("force-app")})) == ()


@pytest.mark.parametrize("text", [declaring(), '{"packageDirectories": [{"default": true}, "force-app", 3]}'])
def test_a_project_without_paths_says_nothing(text) -> None:
    assert source_trees(project({"sfdx-project.json": text})) == ()


@pytest.mark.parametrize("path", ["force-app", "./force-app/", "force-app/main/..", r"force-app\\"[:-1], ".", "./"])
def test_paths_are_taken_as_the_cli_takes_them(path) -> None:
    files = {"sfdx-project.json": declaring(path), "force-app/main/A.cspTrustedSite-meta.xml": SITE}
    assert strays(files) == []


def test_windows_paths_are_paths() -> None:
    files = {"sfdx-project.json": declaring("code\\crm"), "code/crm/main/A.cspTrustedSite-meta.xml": SITE}
    assert strays(files) == []


def test_what_lies_beside_is_told_with_its_folder_in_the_project() -> None:
    inside, near, far = (f"up/{folder}/A.cspTrustedSite-meta.xml" for folder in ("a", "ab", "x/y"))
    files = {"up/sfdx-project.json": declaring("a"), inside: SITE, near: SITE, far: SITE}
    assert strays(files) == [("ab", near), ("x", far)]


@pytest.mark.parametrize(
    "files",
    [
        {"x/A.cspTrustedSite": SITE},
        {"x/package.xml": MANIFEST, "x/classes/A.cspTrustedSite-meta.xml": SITE},
        {"x/sfdx-project.json": declaring("b"), "x/b/A.cspTrustedSite-meta.xml": SITE},
        {"../x/A.cspTrustedSite-meta.xml": SITE},
    ],
)
def test_what_other_commands_deploy_is_not_beside(files) -> None:
    assert strays({"sfdx-project.json": declaring("a"), **files}) == []


def test_a_manifest_at_the_top_takes_nothing_away() -> None:
    file = "x/A.cspTrustedSite-meta.xml"
    assert strays({"sfdx-project.json": declaring("a"), "package.xml": MANIFEST, file: SITE}) == [("x", file)]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"sourceBehaviorOptions": ["decomposePermissionSetBeta2", "decomposeSharingRulesBeta"]}, []),
        ({"sourceBehaviorOptions": ["decomposeCustomLabelsBeta9"]}, ["CustomLabels"]),
        ({"sourceBehaviorOptions": "decomposeProfile"}, ["Profile"]),
        ({"sourceBehaviorOptions": [None, 3, {"a": "decomposeProfile"}]}, []),
        ({"registryCustomizations": {"types": {"permissionset": {}, "bot": {}}}}, ["PermissionSet"]),
        ({"registryCustomizations": {"types": ["profile"]}}, []),
        ({"registryCustomizations": []}, []),
    ],
)
def test_types_in_an_unknown_form_are_told_if_they_are_read(more, found) -> None:
    (component,) = project({"sfdx-project.json": declaring("a", **more)}).components
    assert [name for name, _ in unread_decompositions(component)] == found
