"""`wxcc-lint manifest`: the package.xml, and what stderr says of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden" / "package.xml"
CONFIG = """\
environments:
  prod:
    files: ["prod/**"]
    agent-profiles: [Agent]
    salesforce: {sf-alias: acme-prod}
  test:
    files: ["test/**"]
    agent-profiles: [Tester]
"""
NEVER_RETRIEVED = [
    "softphone layouts cannot be retrieved: compare what pops and which objects are searched in Setup, Softphone Layouts",
    "who uses a call center is data: wxcc-lint audit counts the users, and Setup names them under Call Centers",
    "settings of recording playback are retrieved only where they are custom metadata or labels",
]
RUN = "run this in the Salesforce project: sf project retrieve start --manifest"


@pytest.fixture
def two(project: Path, definition: Callable[..., str], config: Callable[[str], Path]) -> Path:
    """A project with two environments, of which one maps a field of its own."""
    config(CONFIG)
    for name, field in (("prod", "Description"), ("test", "Trial__c")):
        (project / name).mkdir()
        text = definition(isCallNotesEnabled="true", sfdcFieldForcallNotes=field)
        (project / name / "callcenter.xml").write_text(text, encoding="utf-8")
    return project


def test_the_manifest_goes_to_stdout_alone(lint, two):
    run = lint("manifest", "--env", "prod")
    assert run.code == 0
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(run.out, encoding="utf-8", newline="\n")
    assert run.out == GOLDEN.read_text("utf-8")
    assert run.notes == [f"save it as package.xml, and {RUN} package.xml --target-org acme-prod", *NEVER_RETRIEVED]


def test_several_environments_are_asked_for_together(lint, two):
    run = lint("manifest")
    assert run.code == 0
    assert "        <members>Agent</members>\n        <members>Tester</members>\n" in run.out
    assert "<name>GlobalValueSet</name>" in run.out
    assert run.notes == [
        "the manifest is for prod, test together; --env NAME asks for one of them",
        f"save it as package.xml, and {RUN} package.xml",
        *NEVER_RETRIEVED,
    ]


def test_a_permission_set_without_a_file_may_be_a_group(lint, project, config):
    config('environments: {prod: {files: ["**"], agent-profiles: [Agent], agent-permission-sets: [Phone, Desk]}}\n')
    asked = [one.strip() for one in lint("manifest").out.splitlines()]
    for name in ("PermissionSet", "PermissionSetGroup"):
        at = asked.index(f"<name>{name}</name>")
        assert asked[at - 2 : at] == ["<members>Desk</members>", "<members>Phone</members>"]
    assert lint("manifest").notes[-4] == (
        "asked for as a permission set and as a group, since no file tells: Phone, Desk;"
        " run this again when a group is here, for the permission sets in it"
    )


def test_the_file_of_a_group_tells_its_permission_sets(lint, project, config):
    config('environments: {prod: {files: ["p/**"], agent-profiles: [Agent], agent-permission-sets: [Phone]}}\n')
    group = project / "p" / "permissionsetgroups" / "Phone.permissionsetgroup-meta.xml"
    group.parent.mkdir(parents=True)
    inner = "<label>Phone</label><permissionSets>Acme_Telephony</permissionSets>"
    namespace = "http://soap.sforce.com/2006/04/metadata"
    group.write_text(f'<PermissionSetGroup xmlns="{namespace}">{inner}</PermissionSetGroup>', encoding="utf-8")
    run = lint("manifest")
    assert "<members>Acme_Telephony</members>\n        <name>PermissionSet</name>" in run.out
    assert "<members>Phone</members>\n        <name>PermissionSetGroup</name>" in run.out
    assert not any("Phone" in one for one in run.notes)


def test_a_file_that_is_named_brings_its_environment(lint, two):
    run = lint("manifest", "test/callcenter.xml")
    assert "<members>Tester</members>" in run.out
    assert "<members>Agent</members>" not in run.out


def test_variables_of_the_environment_are_filled_in(lint, project, definition, config):
    config('environments: {prod: {files: ["**"], variables: {NOTES: Notes__c}}}\n')
    values = {"isCallNotesEnabled": "true", "sfdcFieldForcallNotes": "${NOTES}", "nameOfCrmRecordObject": "Contact"}
    (project / "callcenter.xml").write_text(definition(**values), encoding="utf-8")
    assert "<members>Activity</members>" in lint("manifest").out
    assert "<members>Activity</members>" not in lint("manifest", "--no-config").out


def test_without_a_call_center_it_is_general(lint, project):
    run = lint("manifest", "--api-version", "60.0")
    assert run.code == 0
    assert "<members>Contact</members>" in run.out
    assert "<version>60.0</version>" in run.out
    assert (
        run.notes[0] == "there is no Webex call center here, so the manifest asks for all that an integration may have"
    )


def test_a_file_is_written_and_told(lint, two):
    run = lint("manifest", "--env", "test", "-o", "my package.xml")
    assert (run.code, run.out) == (0, "")
    assert run.notes[0] == f"{RUN} 'my package.xml'"
    assert (two / "my package.xml").read_bytes() == lint("manifest", "--env", "test").out.encode()


def test_a_file_that_holds_something_else_stays(lint, two):
    file = two / "package.xml"
    assert lint("manifest", "--env", "prod", "-o", file).code == 0
    before = file.read_bytes()
    assert lint("manifest", "--env", "prod", "-o", "package.xml").code == 0
    run = lint("manifest", "--env", "test", "-o", "package.xml")
    assert (run.code, run.errors) == (
        2,
        ["package.xml: is there already and holds something else; --force replaces it"],
    )
    assert file.read_bytes() == before
    assert lint("manifest", "--env", "test", "-o", "package.xml", "--force").code == 0
    assert file.read_bytes() != before


def test_a_folder_cannot_be_written(lint, two):
    run = lint("manifest", "-o", "nowhere/package.xml")
    assert (run.code, run.errors) == (2, ["nowhere/package.xml: cannot write the manifest: no such file or directory"])


@pytest.mark.parametrize("version", ["63", "63.1", "v63.0", "1000.0"])
def test_a_version_that_is_none(lint, project, version):
    run = lint("manifest", "--api-version", version)
    assert (run.code, run.out) == (2, "")
    assert run.errors == [f"'{version}' is no version of the Metadata API: write it like 63.0"]


def test_an_environment_that_is_none(lint, two):
    run = lint("manifest", "--env", "prd")
    assert (run.code, run.errors) == (2, ["there is no environment 'prd'; did you mean 'prod'?"])


def test_a_call_center_that_cannot_be_read_is_code_3(lint, two):
    (two / "prod" / "callcenter.xml").write_text("<callCenter>", encoding="utf-8")
    run = lint("manifest", "-o", "package.xml")
    assert (run.code, run.out) == (3, "")
    assert len(run.errors) == 1
    assert run.errors[0].startswith("prod/callcenter.xml: ")
    assert not (two / "package.xml").exists()


def test_a_path_that_is_missing_is_code_3(lint, project):
    run = lint("manifest", "absent.xml")
    assert (run.code, run.out, run.errors) == (3, "", ["absent.xml: there is no such file or folder"])
