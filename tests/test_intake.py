"""Which files a check reads, and which environments they belong to."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from wxcc_lint.config import Config, ConfigError, load_config
from wxcc_lint.discover import Candidate, Discovery, discover
from wxcc_lint.documents.limits import DEFAULT_SIZES, SizeLimits
from wxcc_lint.intake import Intake

CONFIG = """\
environments:
  prod:
    files: ["crm/**", "layouts/*.json"]
    allowlist: csp/prod.txt
    layouts: {Field Desk: special/field.json}
  test:
    files: ["crm/shared.xml", "csp/**"]
    allowlist: ./csp/test.json
  lab:
    files: ["lab/**"]
"""
FILES = {
    ".wxcc-lint.yaml": CONFIG,
    "crm/prod.xml": "<callCenter/>",
    "crm/shared.xml": "<callCenter/>",
    "csp/prod.txt": "*.force.com\n",
    "csp/test.json": '["*.force.com"]',
    "lab/lab.xml": "<callCenter/>",
    "layouts/agents.json": '{"area": {"headless": {}}}',
    "special/field.json": '{"area": {"headless": {}}}',
    "stray.xml": "<callCenter/>",
}
OF_PROD = ["crm/prod.xml", "crm/shared.xml", "csp/prod.txt", "layouts/agents.json", "special/field.json"]
CONNECTED = sorted([*OF_PROD, "csp/test.json"])
"""The files of prod, and of test, which shares one with it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def config(root: Path, text: str | None = None) -> Config:
    file = root / ".wxcc-lint.yaml"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    return load_config(file, file.name)


def read_names(intake: Intake, *paths: str) -> tuple[list[str], list[str]]:
    """Return the names of what is asked for, and of the partners."""
    found = discover([intake.cwd / path for path in paths], intake.cwd)
    asked_for = intake.asked_for(found)
    partners = intake.partners(asked_for, found)
    return [one.name for one in asked_for], sorted(one.name for one in partners)


def candidate(root: Path, name: str, data: bytes | None = None) -> Candidate:
    return Candidate(str(root / name), name, named=True, data=data)


@pytest.mark.parametrize(
    ("name", "environments"),
    [
        ("crm/prod.xml", ["prod"]),
        ("crm/shared.xml", ["prod", "test"]),
        ("csp/prod.txt", ["prod"]),
        ("csp/test.json", ["test"]),
        ("special/field.json", ["prod"]),
        ("stray.xml", []),
    ],
)
def test_files_belong_to_environments_by_globs_as_layouts_and_as_allowed_lists(
    root: Path, name: str, environments: list[str]
) -> None:
    intake = Intake(config(root), root)
    assert [one.name for one in intake.environments_of(candidate(root, name))] == environments


def test_with_one_environment_wanted_there_are_no_others(root: Path) -> None:
    intake = Intake(config(root), root, "test")
    assert [one.name for one in intake.environments] == ["test"]
    assert [one.name for one in intake.environments_of(candidate(root, "crm/shared.xml"))] == ["test"]
    assert intake.environments_of(candidate(root, "crm/prod.xml")) == ()


def test_a_search_of_everything_finds_the_allowed_lists_and_needs_no_partners(root: Path) -> None:
    asked_for, partners = read_names(Intake(config(root), root), ".")
    assert sorted(asked_for) == sorted(set(FILES) - {".wxcc-lint.yaml"})
    assert len(asked_for) == len(set(asked_for))
    assert partners == []


def test_a_search_of_a_folder_finds_the_allowed_lists_in_it(root: Path) -> None:
    asked_for, partners = read_names(Intake(config(root), root), "csp")
    assert (asked_for, partners) == (
        ["csp/test.json", "csp/prod.txt"],
        sorted(set(CONNECTED) - {"csp/test.json", "csp/prod.txt"}),
    )


@pytest.mark.parametrize(
    ("name", "partners"),
    [
        ("crm/prod.xml", [one for one in CONNECTED if one != "crm/prod.xml"]),
        ("csp/prod.txt", [one for one in CONNECTED if one != "csp/prod.txt"]),
        ("csp/test.json", [one for one in CONNECTED if one != "csp/test.json"]),
        ("lab/lab.xml", []),
        ("stray.xml", []),
        (".wxcc-lint.yaml", sorted(set(FILES) - {".wxcc-lint.yaml"})),
    ],
)
def test_partners_are_the_files_of_all_environments_that_hang_together(
    root: Path, name: str, partners: list[str]
) -> None:
    assert read_names(Intake(config(root), root), name) == ([name], partners)


def test_with_one_environment_wanted_partners_are_its_own(root: Path) -> None:
    assert read_names(Intake(config(root), root, "prod"), "crm/shared.xml") == (
        ["crm/shared.xml"],
        [one for one in OF_PROD if one != "crm/shared.xml"],
    )


def test_partners_are_found_from_a_folder_below(root: Path) -> None:
    asked_for, partners = read_names(Intake(config(root), root / "lab"), "lab.xml")
    assert (asked_for, partners) == (["lab.xml"], [])
    asked_for, partners = read_names(Intake(config(root), root / "crm"), "prod.xml")
    assert (asked_for, "../csp/prod.txt" in partners, "shared.xml" in partners) == (["prod.xml"], True, True)


def test_standard_input_stands_for_the_file_it_names(root: Path) -> None:
    intake = Intake(config(root), root)
    stdin = Candidate("csp/prod.txt", "csp/prod.txt", named=True, data=b"*.acme.com\n")
    partners = intake.partners([stdin], Discovery([stdin]))
    assert sorted(one.name for one in partners) == [one for one in CONNECTED if one != "csp/prod.txt"]
    document = intake.read(stdin)
    assert document is not None
    assert (document.kind, document.data) == ("allowlist", ["*.acme.com"])


def test_a_config_without_environments_asks_for_no_partners_of_a_file(root: Path) -> None:
    assert read_names(Intake(config(root, "profile: strict\n"), root), "crm/prod.xml") == (["crm/prod.xml"], [])


@pytest.mark.parametrize(
    ("paths", "shown"), [(["."], True), ([".wxcc-lint.yaml"], True), (["crm", "stray.xml"], False)]
)
def test_findings_in_the_config_are_shown_to_who_asks_for_it(root: Path, paths: list[str], shown: bool) -> None:
    intake = Intake(config(root), root)
    found = discover([root / path for path in paths], root)
    assert intake.shows_config(intake.asked_for(found), found) is shown


def test_the_permission_sets_of_a_group_matter_to_the_environments_that_have_the_group(root: Path) -> None:
    namespace = "http://soap.sforce.com/2006/04/metadata"
    group = f'<PermissionSetGroup xmlns="{namespace}"><permissionSets>Fields</permissionSets></PermissionSetGroup>'
    (root / "crm/Agents.permissionsetgroup-meta.xml").write_text(group, encoding="utf-8")
    fields = candidate(root, "crm/Fields.permissionset", f'<PermissionSet xmlns="{namespace}"/>'.encode())

    def reads(prod: str, test: str) -> tuple[bool, list[str]]:
        text = f'{{prod: {{files: ["crm/**"]{prod}}}, test: {{files: ["crm/Fields*"]{test}}}}}'
        intake = Intake(config(root, f"environments: {text}\n"), root)
        return intake.read(fields) is not None, sorted(intake.noticed)

    declared = ", agent-permission-sets: [agents]"
    assert reads("", "") == (False, ["prod", "test"])
    assert reads(declared, "") == (True, [])
    assert reads("", declared) == (False, ["prod", "test"])


@pytest.mark.parametrize("make", ["nothing", "folder"])
def test_an_allowed_list_that_is_no_file_is_a_fault_of_the_config(root: Path, make: str) -> None:
    (root / "csp/prod.txt").unlink()
    if make == "folder":
        (root / "csp/prod.txt").mkdir()
    intake = Intake(config(root), root)
    with pytest.raises(ConfigError) as caught:
        read_names(intake, "stray.xml")
    assert str(caught.value) == (
        ".wxcc-lint.yaml:4:16: the allowed list of 'prod' does not exist: there is no file 'csp/prod.txt'"
    )
    assert read_names(Intake(config(root), root, "lab"), "lab/lab.xml") == (["lab/lab.xml"], [])


def test_a_list_is_known_by_the_config_and_other_files_by_their_content(root: Path) -> None:
    (root / "csp/other.txt").write_text("*.force.com\n", encoding="utf-8")
    intake = Intake(config(root), root)
    kinds = {}
    for name in ("csp/prod.txt", "csp/test.json", "csp/other.txt", "crm/prod.xml", "layouts/agents.json"):
        document = intake.read(candidate(root, name))
        kinds[name] = document and document.kind
    assert kinds == {
        "csp/prod.txt": "allowlist",
        "csp/test.json": "allowlist",
        "csp/other.txt": None,
        "crm/prod.xml": "callcenter",
        "layouts/agents.json": "layout",
    }


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\xff\xfe\x00", "meta/encoding"),
        (b"\x81\x00\x9d", "meta/encoding"),
        (b"a\n" * DEFAULT_SIZES.bytes("layout"), "meta/too-large"),
    ],
    ids=["half a character", "binary", "huge"],
)
def test_what_cannot_be_read_of_a_list_is_a_finding(root: Path, data: bytes, rule: str) -> None:
    (root / "csp/prod.txt").write_bytes(data)
    document = Intake(config(root), root).read(candidate(root, "csp/prod.txt"))
    assert document is not None
    assert [fault.rule for fault in document.faults] == [rule]


def test_no_more_than_the_limit_is_read_of_a_list(root: Path) -> None:
    small = replace(config(root), limits=SizeLimits(file=1))
    document = Intake(small, root).read(candidate(root, "csp/prod.txt", b"a\n" * 2**19 + b"b"))
    assert document is not None
    assert [fault.rule for fault in document.faults] == ["meta/too-large"]


def test_an_empty_list_has_no_entries(root: Path) -> None:
    document = Intake(config(root), root).read(candidate(root, "csp/prod.txt", b""))
    assert document is not None
    assert (document.faults, document.data) == ((), [])


@pytest.mark.parametrize(
    ("name", "kind"), [("a.yaml", None), ("a.yml", None), ("a.CSV", None), ("a.txt", "callcenter")]
)
def test_what_stands_in_a_strangers_yaml_is_not_looked_at(root: Path, name: str, kind: str | None) -> None:
    document = Intake(config(root), root).read(candidate(root, name, b"example: <callCenter/>"))
    assert (document and document.kind) == kind
