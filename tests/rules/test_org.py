"""Rules that look at live orgs: nothing is concluded from what was not read, and masked numbers are compared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wxcc_lint.config import CONFIG_NAME, default_config, load_config
from wxcc_lint.detected import Detected
from wxcc_lint.documents.org_files import OrgFile, read_parts
from wxcc_lint.documents.org_objects import referred
from wxcc_lint.example_base import complete
from wxcc_lint.example_fences import examples
from wxcc_lint.example_org import found_in_org
from wxcc_lint.examples import _whole
from wxcc_lint.masks import MaskKey, personal_mask
from wxcc_lint.org_check import at_home, check_org
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.verdict import Policy

RULES = builtin_rules()
ORG_RULES = sorted(name for name in RULES if name.startswith("org/"))
FROM_ABSENCE = {
    "org/call-center-without-users": "users-by-call-center",
    "org/class-without-access": "class-access",
    "org/disagreeing-assignment": "team",
    "org/missing-mapping-target": "fields",
    "org/outdial-not-allowed": "agent-profile",
    "org/team-on-default-layout": "desktop-layout",
    "org/swapped-omni-codes": "ServicePresenceStatus",
    "org/unassigned-layout": "team",
    "org/unknown-idle-code": "auxiliary-code",
    "org/unknown-outdial-ani": "outdial-ani",
    "org/unknown-presence-status": "ServicePresenceStatus",
    "org/unknown-variable": "cad-variable",
    "org/unmapped-outdial-ani": "dial-number",
    "org/users-on-old-call-center": "users-by-call-center",
}
"""The rules that say that something is missing, or that it is all there is, and the kind that has to be read in full."""
KEY = MaskKey(b"0123456789abcdef0123456789abcdef")
ANI = '<item name="reqIsOutDialAniToBeSet">true</item>'


def bad_example(name: str) -> tuple[dict[str, str], str | None]:
    """The first bad example of a rule: what is in the org, and the config."""
    it = RULES[name]
    group = next(one for one in examples(it.docs) if one[0].bad)
    live = {
        str(one.file): _whole(one, it) if one.language == "xml" else one.text for one in group if one.live and one.file
    }
    return live, next((one.text for one in group if not one.live), None)


def found(live: dict[str, str], config: str | None, tmp_path: Path, *select: str) -> list[Detected]:
    policy = Policy(default_config(tmp_path), date(2026, 1, 1), select=select)
    return found_in_org(live, config, RULES, policy, tmp_path)


@pytest.mark.parametrize("status", ["partial", "forbidden", "not-found", "skipped"])
@pytest.mark.parametrize("name", FROM_ABSENCE)
def test_nothing_is_missing_from_what_was_not_read_in_full(name, status, tmp_path):
    live, config = bad_example(name)
    assert [one.rule for one in found(live, config, tmp_path, name)] == [name]
    header = json.loads(live.get("snapshot.json", "{}"))
    kind = FROM_ABSENCE[name]
    header["kinds"] = {f"{'salesforce' if kind[0].isupper() else 'webex'}/{kind}": {"status": status}}
    assert found({**live, "snapshot.json": json.dumps(header)}, config, tmp_path, name) == []


def test_a_call_center_is_not_missing_where_they_were_not_read(tmp_path):
    for status, names in (("complete", ["org/missing-call-center"]), ("partial", []), ("forbidden", [])):
        header = json.dumps({"kinds": {"salesforce/CallCenter": {"status": status}}})
        assert [one.rule for one in found({"snapshot.json": header}, None, tmp_path, "org")] == names


@pytest.mark.parametrize(("status", "names"), [("complete", ["project/unknown-presence-status"]), ("partial", [])])
def test_rules_across_files_conclude_nothing_from_components_that_were_not_all_read(status, names, tmp_path):
    live, config = bad_example("org/unknown-presence-status")
    live["snapshot.json"] = json.dumps({"kinds": {"salesforce/ServicePresenceStatus": {"status": status}}})
    assert [one.rule for one in found(live, config, tmp_path, "project/unknown-presence-status")] == names


def test_what_only_an_org_lacks_says_what_it_is_about(tmp_path):
    header = json.dumps({"kinds": {"salesforce/CallCenter": {"status": "complete"}}})
    (one,) = found({"snapshot.json": header}, None, tmp_path, "org")
    assert (one.subject, one.environment, one.at) == ("callcenter:*@prod", "prod", "/environments/prod")


@pytest.mark.parametrize(
    ("number", "shown", "told"),
    [
        ("+1 415 555 0100", "+14155550100", []),
        ("+14155550100", "+14155550199", ["org/unknown-outdial-ani"]),
    ],
)
@pytest.mark.parametrize("masked", [False, True])
def test_a_number_is_found_among_masked_and_clear_ones(number, shown, told, masked, tmp_path):
    entry: Any = personal_mask("phone", number, KEY) if masked else number
    live = numbers(shown, entry)
    assert [one.rule for one in found(live, None, tmp_path, "org/unknown-outdial-ani")] == told


def test_without_the_key_a_number_with_the_same_end_counts_as_the_same(tmp_path):
    live = numbers("+442079460100", personal_mask("phone", "+14155550100", KEY))
    assert found(live, None, tmp_path, "org/unknown-outdial-ani") == []


def test_a_number_is_not_written_into_a_message(tmp_path):
    (one,) = found(numbers("+442079460199", "+14155550100"), None, tmp_path, "org/unknown-outdial-ani")
    assert "…0199" in one.message
    assert "442079" not in one.message + one.help


def numbers(shown: str, entry: Any) -> dict[str, str]:
    layout = {
        "name": "Agents",
        "jsonFileContent": {
            "comp": "agentx-custom-desktop",
            "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
            "attributes": {"outDialAni": shown},
        },
    }
    ani = {"name": "Main", "outdialANIEntries": [{"name": "Office", "number": entry}]}
    return {
        "crm.xml": complete(ANI),
        "desktop-layout.json": json.dumps(layout),
        "outdial-ani.json": json.dumps(ani),
    }


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("team:London", "London"),
        ("team:A:B", "A:B"),
        ("dangling:7f1c", None),
        ("unread:7f1c", None),
        ("7f1c7a52", None),
        (None, None),
        (7, None),
    ],
)
def test_a_reference_names_an_object_that_is_known(value, name):
    assert referred(value) == name


@pytest.mark.parametrize("name", ORG_RULES)
@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"7", b'{"name": 7}', b"\xff\xfe\x00", b'{"name": null, "active": "no"}']
)
def test_no_rule_stumbles_over_a_damaged_object(name, damage, tmp_path):
    live, config = bad_example(name)
    for broken in [one for one in live if one.endswith(".json") and one != "snapshot.json"]:
        text = damage.decode("latin-1")
        if broken == "desktop-layout.json":
            text = '{"name": "Agents", "jsonFileContent": "{broken", "teamIds": "London"}'
        found_ = found({**live, broken: text}, config, tmp_path, name)
        assert "meta/internal-error" not in [one.rule for one in found_]


def test_objects_of_one_name_stay_two():
    files = [OrgFile(f"webex/team/{number}.json", f"{number}.json", b'{"name": "London"}') for number in (1, 2)]
    parts = read_parts(files)
    assert [one.name for one in parts.objects] == ["London", "London"]


def test_a_layout_that_is_no_json_is_told_and_keeps_its_name(tmp_path):
    live = {"desktop-layout.json": '{"name": "Agents", "jsonFileContent": "{\\"agent\\": ", "teamIds": []}'}
    assert [one.rule for one in found(live, None, tmp_path, "org")] == ["meta/syntax"]


@pytest.mark.parametrize("is_kept", [True, False])
def test_places_in_a_snapshot_are_shown_only_where_it_is_kept(is_kept, tmp_path):
    file = tmp_path / CONFIG_NAME
    file.write_text("environments: {prod: {files: ['**']}}\n", "utf-8")
    environment = load_config(file, CONFIG_NAME).environments["prod"]
    files = [
        OrgFile("webex/team/1.json", "snap/webex/team/1.json", b'{"name": "London", "siteId": "dangling:1"}'),
        OrgFile("webex/site/1.json", "snap/webex/site/1.json", b'{"name": "Site", "siteId": "dangling:1"}'),
    ]
    parts = read_parts(files)
    raw = check_org(parts, environment, [RULES["org/dangling-reference"]])
    told = at_home(raw, parts, environment, is_kept=is_kept)
    assert [one.subject for one in told] == ["team:London@prod", "site:Site@prod"]
    assert {one.mark.document.name for one in told} == {CONFIG_NAME}
    places = [mark.document.name for one in told for mark in one.related]
    assert places == (["snap/webex/team/1.json", "snap/webex/site/1.json"] if is_kept else [])
