"""The profiles and permission sets of agents: their files in all forms, and who lacks something."""

from __future__ import annotations

from pathlib import Path

import pytest

from wxcc_lint.catalog.salesforce_metadata import NAMESPACE, metadata_types
from wxcc_lint.config import CONFIG_NAME, load_config
from wxcc_lint.discover import discover
from wxcc_lint.documents.component_files import comparable_name, full_name
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.project_access import AgentRole, agent_roles, roles_without
from wxcc_lint.documents.salesforce import metadata_type
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.edits import text_edit
from wxcc_lint.intake import Intake
from wxcc_lint.problems import Edit

ACCESS = "<classAccesses><apexClass>sfdcOmniChannel</apexClass><enabled>true</enabled></classAccesses>"
SET = "force-app/permissionsets"


def part(root: str, inner: str, namespace: str = f' xmlns="{NAMESPACE}"') -> str:
    return f"<?xml version='1.0'?>\n<{root}{namespace}>{inner}</{root}>"


FORMS = {
    "whole": {f"{SET}/Softphone.permissionset-meta.xml": part("PermissionSet", ACCESS)},
    "metadata format": {"src/permissionsets/Softphone.permissionset": part("PermissionSet", ACCESS)},
    "a file a list": {
        f"{SET}/Softphone/Softphone.permissionset-meta.xml": part("PermissionSet", "<label>Softphone</label>"),
        f"{SET}/Softphone/Softphone.classAccess-meta.xml": part("PermissionSet", ACCESS, ""),
        f"{SET}/Softphone/objectSettings/Task.objectSettings-meta.xml": part("PermissionSet", "", ""),
    },
    "a file an entry": {
        f"{SET}/Softphone/Softphone.permissionset-meta.xml": part("PermissionSet", "<label>Softphone</label>"),
        f"{SET}/Softphone/classAccesses/sfdcOmniChannel.classAccess-meta.xml": part(
            "ClassAccess", "<apexClass>sfdcOmniChannel</apexClass><enabled>true</enabled>"
        ),
    },
}


def project(tmp_path: Path, config: str, files: dict[str, str], unread: tuple[str, ...] = ()) -> Project:
    texts = {**files, CONFIG_NAME: f'environments: {{prod: {{files: ["**"], {config}}}}}\n'}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    config_file = load_config(tmp_path / CONFIG_NAME, CONFIG_NAME)
    intake = Intake(config_file, tmp_path)
    read = [intake.read(one) for one in discover([tmp_path], tmp_path).candidates]
    views = [SalesforceComponent(document) for document in read if document]
    return Project(views, config_file.environments["prod"], unread, intake.noticed.get("prod", {}))


@pytest.mark.parametrize("form", FORMS)
def test_a_permission_set_is_understood_in_each_form(tmp_path: Path, form: str) -> None:
    files = FORMS[form]
    (role,) = agent_roles(project(tmp_path, "agent-permission-sets: [softphone]", files))
    assert len(role.components) == len(files)
    entry = role.entry("classAccesses", "apexClass", "SFDCOMNICHANNEL", gives="enabled")
    assert entry is not None
    assert entry.is_true("enabled")
    edit = text_edit(Edit(entry.text_at("enabled"), "set", "false"))
    assert edit is not None
    text = files[edit.path]
    assert text[: edit.start].endswith("<enabled>")
    assert text[edit.start : edit.end] == "true"


def test_an_entry_alone_is_data_like_a_list_of_one() -> None:
    text = part("FieldPermission", "<editable>true</editable><field>Task.Desk__c</field>")
    document = load("p/permissionsets/A/fieldPermissions/Task.Desk__c.fieldPermission-meta.xml", text.encode())
    assert document is not None
    view = SalesforceComponent(document)
    assert (view.type, view.name) == ("PermissionSet", "A")
    assert document.data == {"fieldPermissions": [{"editable": "true", "field": "Task.Desk__c"}]}


@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("ApplicationVisibility", "applicationVisibilities"),
        ("ClassAccess", "classAccesses"),
        ("UserPermission", "userPermissions"),
    ],
)
def test_each_list_that_rules_look_at_may_be_in_files_of_an_entry(root: str, name: str) -> None:
    file = f"p/permissionsets/A/{name}/X.{root[0].lower()}{root[1:]}-meta.xml"
    document = load(file, part(root, "<application>X</application>").encode())
    assert document is not None
    assert (document.form, document.data) == ("PermissionSet", {name: [{"application": "X"}]})


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"<PermissionSet>", True),
        (b"<?xml version='1.0'?>\n<!-- a -->\n<PermissionSet >", True),
        (b'<PermissionSet class="System.Security.NamedPermissionSet">', False),
        (b"<Profile>", False),
        (b"<ClassAccess>", False),
        (b"<Other>", False),
        (f'<ClassAccess xmlns="{NAMESPACE}">'.encode(), True),
    ],
)
def test_only_parts_of_permission_sets_come_without_a_namespace(head: bytes, known: bool) -> None:
    assert (metadata_type(head) is not None) is known


def test_standard_profiles_go_by_either_name(tmp_path: Path) -> None:
    files = {
        "p/profiles/Standard.profile-meta.xml": part("Profile", ""),
        "p/profiles/Custom%3A Sales.profile-meta.xml": part("Profile", ""),
        "p/profiles/Other.profile-meta.xml": part("Profile", ""),
    }
    found = project(tmp_path, 'agent-profiles: [Standard User, standard, "custom: sales", Nobody]', files)
    assert [[one.name for one in role.components] for role in agent_roles(found)] == [
        ["Standard"],
        ["Standard"],
        ["Custom: Sales"],
        [],
    ]
    assert found.names_of("Profile") == ["Custom: Sales", "Other", "Standard"]
    assert comparable_name("Standard User", "PermissionSet") == "standard user"
    assert comparable_name("Read Only", "Profile") == comparable_name("ReadOnly", "Profile")


def test_a_role_is_declared_at_its_own_name(tmp_path: Path) -> None:
    files = {"p/profiles/A.profile": part("Profile", "")}
    found = project(tmp_path, "agent-profiles: [A, B], agent-permission-sets: [C]", files)
    roles = agent_roles(found)
    text = roles[0].declared_at.document.text.text
    assert [text[role.declared_at.span.start : role.declared_at.span.end] for role in roles] == ["A", "B", "C"]
    assert [role.words for role in roles] == ["the profile 'A'", "the profile 'B'", "the permission set 'C'"]


def test_a_role_whose_file_cannot_be_read_says_so(tmp_path: Path) -> None:
    files = {"p/profiles/A.profile": part("Profile", "")}
    unread = ("p/profiles/B.profile", "p/layouts/x.json")
    found = project(tmp_path, "agent-profiles: [A, B, C]", files, unread)
    assert [role.is_unread for role in agent_roles(found)] == [False, True, False]


def has_entry(role: AgentRole) -> bool:
    return any(role.entries("classAccesses"))


@pytest.mark.parametrize(
    ("config", "without"),
    [
        ("agent-profiles: [Has, Lacks]", ["Lacks"]),
        ("agent-profiles: [Lacks], agent-permission-sets: [SetHas]", []),
        ("agent-profiles: [Lacks], agent-permission-sets: [SetLacks]", ["Lacks"]),
        ("agent-permission-sets: [SetLacks, SetToo]", ["SetLacks"]),
        ("agent-profiles: [Lacks], agent-permission-sets: [Elsewhere]", []),
        ("agent-profiles: [Elsewhere]", []),
        ("agent-profiles: [Elsewhere], agent-permission-sets: [SetLacks]", []),
        ("agent-profiles: [Elsewhere, Lacks], agent-permission-sets: [SetLacks]", ["Lacks"]),
        ("agent-profiles: []", []),
    ],
)
def test_profiles_must_have_what_no_permission_set_gives(tmp_path: Path, config: str, without: list[str]) -> None:
    files = {
        "p/profiles/Has.profile": part("Profile", ACCESS),
        "p/profiles/Lacks.profile": part("Profile", ""),
        "p/permissionsets/SetHas.permissionset": part("PermissionSet", ACCESS),
        "p/permissionsets/SetLacks.permissionset": part("PermissionSet", ""),
        "p/permissionsets/SetToo.permissionset": part("PermissionSet", ""),
    }
    assert [role.name for role in roles_without(project(tmp_path, config, files), has_entry)] == without


@pytest.mark.parametrize(
    ("members", "without"),
    [(["SetLacks", "SetHas"], []), (["SetLacks", "SetToo"], ["Agents"]), (["SetLacks", "Elsewhere"], [])],
)
def test_a_group_gives_what_its_permission_sets_give(tmp_path: Path, members: list[str], without: list[str]) -> None:
    listed = "".join(f"<permissionSets>{name}</permissionSets>" for name in members)
    files = {
        "p/permissionsetgroups/Agents.permissionsetgroup": part("PermissionSetGroup", f"<label>A</label>{listed}"),
        "p/permissionsets/SetHas.permissionset": part("PermissionSet", ACCESS),
        "p/permissionsets/SetLacks.permissionset": part("PermissionSet", "<label>ciscocjs</label>"),
        "p/permissionsets/SetToo.permissionset": part("PermissionSet", "<label>ciscocjs</label>"),
    }
    found = project(tmp_path, "agent-permission-sets: [agents]", files)
    (role,) = agent_roles(found)
    assert (role.words, role.is_unread) == ("the permission set group 'agents'", "Elsewhere" in members)
    assert [one.name for one in role.components] == ([] if role.is_unread else members)
    assert [role.name for role in roles_without(found, has_entry)] == [name.lower() for name in without]


@pytest.mark.parametrize(("said", "is_given"), [(["false", "true"], "true"), (["false", "false"], "false")])
def test_what_one_file_of_a_profile_gives_no_other_takes_away(tmp_path: Path, said: list[str], is_given: str) -> None:
    files = {
        f"force-{number}/profiles/Agent.profile-meta.xml": part("Profile", ACCESS.replace("true", word))
        for number, word in enumerate(said)
    }
    (role,) = agent_roles(project(tmp_path, "agent-profiles: [Agent]", files))
    entry = role.entry("classAccesses", "apexClass", "sfdcOmniChannel", gives="enabled")
    assert entry is not None
    assert entry.text("enabled") == is_given
    assert entry.document.root.name == f"force-{said.index(is_given)}/profiles/Agent.profile-meta.xml"


GROUP = part("PermissionSetGroup", "<label>A</label><permissionSets>fields</permissionSets>")


@pytest.mark.parametrize(
    "group", ["a/permissionsetgroups/Agents.permissionsetgroup-meta.xml", "z/Agents.permissionsetgroup"]
)
def test_the_permission_sets_of_a_group_are_read_wherever_they_stand(tmp_path: Path, group: str) -> None:
    files = {
        group: GROUP,
        "m/permissionsets/Fields.permissionset-meta.xml": part("PermissionSet", "<label>F</label>"),
        "m/permissionsets/Others.permissionset-meta.xml": part("PermissionSet", "<label>O</label>"),
    }
    found = project(tmp_path, "agent-permission-sets: [AGENTS]", files)
    (role,) = agent_roles(found)
    assert [one.name for one in role.components] == ["Fields"]
    assert (role.words, role.is_unread) == ("the permission set group 'AGENTS'", False)
    assert found.noticed == {"PermissionSet": {"Others"}}


@pytest.mark.parametrize("config", ["agent-permission-sets: [Others]", "agent-profiles: [Agents]"])
def test_the_permission_sets_of_a_group_that_no_agent_has_are_not_read(tmp_path: Path, config: str) -> None:
    files = {
        "m/permissionsetgroups/Agents.permissionsetgroup": GROUP,
        "m/permissionsets/Fields.permissionset": part("PermissionSet", "<label>F</label>"),
    }
    assert project(tmp_path, config, files).noticed == {"PermissionSet": {"Fields"}}


@pytest.mark.parametrize(
    "text", ["", "<PermissionSetGroup", "no XML", part("Profile", "<permissionSets>Fields</permissionSets>")]
)
def test_a_group_that_cannot_be_read_has_no_permission_sets(tmp_path: Path, text: str) -> None:
    files = {
        "m/permissionsetgroups/Agents.permissionsetgroup": text,
        "m/permissionsets/Fields.permissionset": part("PermissionSet", "<label>F</label>"),
    }
    assert project(tmp_path, "agent-permission-sets: [Agents]", files).noticed["PermissionSet"] == {"Fields"}


def test_a_file_of_an_entry_has_the_name_of_the_set() -> None:
    it = metadata_types()["PermissionSet"]
    assert full_name("a/permissionsets/My%2ESet/classAccesses/X.classAccess-meta.xml", it) == "My.Set"


def test_agents_of_no_environment_are_not_known() -> None:
    document = load("A.profile", part("Profile", "").encode())
    assert isinstance(document, Document)
    assert agent_roles(Project([SalesforceComponent(document)])) == ()
