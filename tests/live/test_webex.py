"""What is read of a tenant: kinds, objects, names in the place of ids, and how few requests that takes."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from msgspec.structs import replace

from tests.live.webex_tenant import Tenant, acme, known_of, one, read_all, spec, uid
from wxcc_lint.sources.live.errors import Cause, LiveError
from wxcc_lint.sources.live.reading import Known, LiveObject
from wxcc_lint.sources.live.webex import read_webex

KINDS = [
    "desktop-layout", "team", "cad-variable", "auxiliary-code", "agent-profile", "user-profile", "outdial-ani",
    "entry-point", "dial-number", "site", "users-by-team", "agent-profiles-by-team", "work-type",
    "contact-service-queue", "multimedia-profile",
]  # fmt: skip
ITEM = re.compile(r"(desktop-layout|agent-profile|v3/user-profile)/.+")


def test_every_kind_is_read_in_full() -> None:
    readings = read_all(acme())
    assert list(readings) == KINDS
    assert {(it.system, it.status, it.reason) for it in readings.values()} == {("webex", "complete", "")}


def test_a_layout_is_what_people_declare_of_it() -> None:
    layout = one(read_all(acme()), "desktop-layout", "Sales Desktop")
    assert layout.data == {
        "name": "Sales Desktop", "jsonFileName": "sales.json", "global": False, "status": True, "validated": True,
        "defaultJsonModified": True, "systemDefault": False, "teamIds": ["team:Sales", "team:Support"],
        "jsonFileContent": {"appTitle": "Acme", "agent": {"area": {"headless": {"id": "dw-headless", "version": 3}}}},
    }  # fmt: skip
    assert (layout.id, layout.version) == (uid("v2/desktop-layout Sales Desktop"), 1)
    assert (layout.changed, layout.changed_by) == ("2021-04-04T11:37:24.123Z", "Ann Lee")


def test_a_team_names_its_site_and_its_layout() -> None:
    readings = read_all(acme())
    assert one(readings, "team", "Sales").data == {
        "name": "Sales", "systemDefault": False, "teamType": "AGENT", "teamStatus": "IN_SERVICE", "active": True,
        "siteId": "site:London", "desktopLayoutId": "desktop-layout:Sales Desktop",
        "multiMediaProfileId": "multimedia-profile:Voice only",
    }  # fmt: skip
    assert "desktopLayoutId" not in one(readings, "team", "Night").data


def test_a_desktop_profile_names_its_codes_whose_names_stand_twice() -> None:
    readings = read_all(acme())
    assert one(readings, "agent-profile", "Agents").data == {
        "name": "Agents", "systemDefault": False, "parentType": "ORGANIZATION", "active": True,
        "accessIdleCode": "SPECIFIC", "idleCodes": ["auxiliary-code:Lunch (IDLE_CODE)"],
        "accessWrapUpCode": "SPECIFIC", "wrapUpCodes": ["auxiliary-code:Lunch (WRAP_UP_CODE)"],
        "queues": ["contact-service-queue:Orders"], "loginVoiceOptions": ["AGENT_DN", "EXTENSION"],
        "outdialEnabled": True, "outdialANIId": "outdial-ani:Main", "outdialEntryPointId": "entry-point:Outdial",
        "viewableStatistics": {"agentStats": True, "teams": ["team:Sales", "team:Support"]},
    }  # fmt: skip
    assert [it.name for it in readings["auxiliary-code"].objects] == ["Lunch (IDLE_CODE)", "Lunch (WRAP_UP_CODE)"]
    assert {it.data["name"] for it in readings["auxiliary-code"].objects} == {"Lunch"}


def test_other_objects_come_without_what_the_server_sets() -> None:
    readings = read_all(acme())
    assert one(readings, "user-profile", "Supervisors").data["permissions"] == [
        {"name": "site", "access": "EDIT"},
        {"name": "team", "access": "VIEW"},
    ]
    assert one(readings, "outdial-ani", "Main").data["outdialANIEntries"] == [
        {"name": "One", "number": "+441"},
        {"name": "Two", "number": "+442", "defaultANIEntry": False},
    ]
    assert one(readings, "dial-number", "+44207").data == {
        "dialledNumber": "+44207",
        "entryPointId": "entry-point:Outdial",
    }
    assert one(readings, "entry-point", "Outdial").data["flowId"] == f"unread:{uid('flow')}"
    assert one(readings, "contact-service-queue", "Orders").data == {"name": "Orders"}
    assert one(readings, "cad-variable", "orderId").data == {
        "name": "orderId", "systemDefault": False, "variableType": "String", "active": True, "defaultValue": "",
        "sensitive": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "kept"),
    [("STRING", "String"), ("string", "String"), ("DATE_TIME", "DateTime"), ("DateTime", "DateTime"), ("Blob", "Blob")],
)
def test_the_spelling_of_a_type_means_nothing(said: str, kept: str) -> None:
    tenant = acme()
    tenant.find("v2/cad-variable", "orderId")["variableType"] = said
    assert one(read_all(tenant), "cad-variable", "orderId").data["variableType"] == kept


def test_active_users_are_counted_and_nothing_of_them_is_kept() -> None:
    readings = read_all(acme())
    (counts,), (profiles,) = readings["users-by-team"].objects, readings["agent-profiles-by-team"].objects
    assert counts.data == {"Night": 0, "Sales": 2, "Support": 1}
    assert profiles.data == {"Night": {}, "Sales": {"Agents": 2}, "Support": {"Agents": 1}}
    assert "ann" not in repr([it.objects for kind, it in readings.items() if "by-team" in kind]).casefold()


def test_users_without_teams_in_the_list_are_not_counted_as_none() -> None:
    tenant = acme()
    for user in tenant.objects["v2/user"]:
        del user["teamIds"]
    readings = read_all(tenant)
    for kind in ("users-by-team", "agent-profiles-by-team"):
        assert (readings[kind].status, readings[kind].objects) == ("partial", ())
        assert readings[kind].reason == "the list of users does not tell their teams"


@pytest.mark.parametrize("as_text", [True, False])
def test_a_content_may_be_a_text_or_an_object(as_text: bool) -> None:
    tenant = acme()
    content = {"agent": {"area": {}}}
    tenant.find("v2/desktop-layout", "Sales Desktop")["jsonFileContent"] = json.dumps(content) if as_text else content
    assert one(read_all(tenant), "desktop-layout", "Sales Desktop").data["jsonFileContent"] == content


@pytest.mark.parametrize("text", ["{", "", "[1]", '"x"', '{"a": 1, "a": 2}', '{"a": NaN}', "\ufeff{}", "[" * 300])
def test_a_content_that_data_would_not_tell_in_full_stays_a_text(text: str) -> None:
    tenant = acme()
    tenant.find("v2/desktop-layout", "Sales Desktop")["jsonFileContent"] = text
    readings = read_all(tenant)
    assert one(readings, "desktop-layout", "Sales Desktop").data["jsonFileContent"] == text
    assert readings["desktop-layout"].status == "complete"


@pytest.mark.parametrize("content", [None, 3, []])
def test_a_layout_without_content_was_not_read(content: Any) -> None:
    tenant = acme()
    tenant.find("v2/desktop-layout", "Sales Desktop")["jsonFileContent"] = content
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, reading.objects) == ("partial", ())
    assert reading.reason == "'Sales Desktop' could not be read: the reply holds no 'jsonFileContent'"


def test_a_reply_for_another_object_is_not_taken_for_this_one() -> None:
    tenant = acme()
    tenant.reply = lambda path, query, reply: {**reply, "id": uid("x")} if path.startswith("desktop-layout/") else reply
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, reading.objects) == ("partial", ())
    assert reading.reason.endswith("the reply is not the object that was asked for")


def test_two_objects_of_one_name_stay_two_and_references_tell_which() -> None:
    tenant = acme()
    other = tenant.add("v2/team", "Sales", id=uid("another"), teamType="AGENT", active=True)
    tenant.find("v2/desktop-layout", "Sales Desktop")["teamIds"] = [other]
    readings = read_all(tenant)
    sales = [it for it in readings["team"].objects if it.name == "Sales"]
    assert sorted(it.id for it in sales) == sorted([other, uid("v2/team Sales")])
    assert one(readings, "desktop-layout", "Sales Desktop").data["teamIds"] == [f"team:Sales#{other}"]
    assert readings["users-by-team"].objects[0].data[f"Sales#{other}"] == 0


def test_what_is_in_no_list_that_was_read_in_full_dangles() -> None:
    readings = read_all(acme())
    code = one(readings, "auxiliary-code", "Lunch (WRAP_UP_CODE)")
    assert code.data["workTypeId"] == f"dangling:{uid('gone')}"


@pytest.mark.parametrize(
    ("cause", "status"),
    [("forbidden", "forbidden"), ("not-found", "not-found"), ("limited", "partial"), ("unreachable", "partial")],
)
def test_a_kind_that_fails_leaves_the_others_and_its_ids_unnamed(cause: Cause, status: str) -> None:
    tenant = acme()
    tenant.faults["v2/team"] = LiveError(cause, "no")
    readings = read_all(tenant)
    assert (readings["team"].status, readings["team"].reason) == (status, "no")
    assert {it.status for kind, it in readings.items() if kind != "team"} == {"complete"}
    assert one(readings, "desktop-layout", "Sales Desktop").data["teamIds"] == sorted(
        f"unread:{uid(f'v2/team {name}')}" for name in ("Sales", "Support")
    )
    assert readings["users-by-team"].objects[0].data == {
        f"unread:{uid('v2/team Sales')}": 2,
        f"unread:{uid('v2/team Support')}": 1,
    }


def test_an_entry_point_that_the_list_hides_neither_dangles_nor_makes_the_kind_partial() -> None:
    tenant = acme()
    tenant.find("v2/agent-profile", "Agents")["outdialEntryPointId"] = uid("kept for itself")

    def count_it(path: str, query: dict[str, Any], reply: Any) -> Any:
        return {**reply, "meta": {**reply["meta"], "totalRecords": 2}} if path == "v2/entry-point" else reply

    tenant.reply = count_it
    readings = read_all(tenant)
    assert {(it.status, it.reason) for it in readings.values()} == {("complete", "")}
    profile = one(readings, "agent-profile", "Agents")
    assert profile.data["outdialEntryPointId"] == f"unread:{uid('kept for itself')}"


def test_users_that_may_not_be_read_are_not_counted() -> None:
    tenant = acme()
    tenant.faults["v2/user"] = LiveError("forbidden", "no")
    readings = read_all(tenant)
    assert (readings["users-by-team"].status, readings["users-by-team"].objects) == ("forbidden", ())
    assert readings["users-by-team"].reason == "no"


def test_names_that_cannot_be_read_are_told_only_where_something_needs_them() -> None:
    tenant = acme()
    tenant.faults["v2/contact-service-queue"] = LiveError("forbidden", "no")
    tenant.faults["v3/address-book"] = LiveError("forbidden", "no")
    readings = read_all(tenant)
    assert readings["contact-service-queue"].status == "forbidden"
    assert "address-book" not in readings
    assert tenant.asked("v3/address-book") == []


@pytest.mark.parametrize("cause", ["unauthorised", "wrong-org"])
@pytest.mark.parametrize("path", ["v2/team", f"desktop-layout/{uid('v2/desktop-layout Sales Desktop')}", "v2/user"])
def test_a_refused_token_ends_the_reading(cause: Cause, path: str) -> None:
    tenant = acme()
    tenant.faults[path] = LiveError(cause, "no")
    with pytest.raises(LiveError, match="no"):
        read_all(tenant)


def test_an_object_that_goes_between_list_and_item_is_gone() -> None:
    tenant = acme()
    tenant.add("v2/desktop-layout", "Old", jsonFileContent="{}")

    def remove(path: str, query: dict[str, Any]) -> None:
        if path == f"desktop-layout/{uid('v2/desktop-layout Old')}":
            tenant.objects["v2/desktop-layout"] = tenant.objects["v2/desktop-layout"][:1]

    tenant.before = remove
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, [it.name for it in reading.objects]) == ("complete", ["Sales Desktop"])
    assert [len(tenant.asked(path)) for path in ("v2/desktop-layout", "desktop-layout/")] == [2, 2]


def test_an_object_made_anew_between_list_and_item_is_found() -> None:
    tenant = acme()

    def replace(path: str, query: dict[str, Any]) -> None:
        if len(tenant.requests) == 2:
            tenant.objects["v2/desktop-layout"] = []
            tenant.add("v2/desktop-layout", "Sales Desktop", id=uid("new"), jsonFileContent="{}")

    tenant.before = replace
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, [it.id for it in reading.objects]) == ("complete", [uid("new")])


def test_what_was_read_before_the_list_moved_counts_only_if_it_is_still_so() -> None:
    tenant = acme()
    for name in ("Gone too", "Saved", "Gone"):
        tenant.add("v2/desktop-layout", name, jsonFileContent="{}")

    def move(path: str, query: dict[str, Any]) -> None:
        if len(tenant.asked("desktop-layout/")) == 4 and len(tenant.objects["v2/desktop-layout"]) == 4:
            layouts = tenant.objects["v2/desktop-layout"]
            tenant.objects["v2/desktop-layout"] = [it for it in layouts if "Gone" not in it["name"]]
            tenant.save("v2/desktop-layout", "Saved")
            tenant.faults[f"desktop-layout/{uid('v2/desktop-layout Saved')}"] = LiveError("forbidden", "no")

    tenant.before = move
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, [it.name for it in reading.objects]) == ("partial", ["Sales Desktop"])
    assert reading.reason == "'Saved' could not be read: no"
    assert len(tenant.asked("desktop-layout/")) == 5


def test_an_object_that_is_listed_again_and_not_found_again_was_not_read() -> None:
    tenant = acme()
    tenant.add("v2/desktop-layout", "Ghost", jsonFileContent="{}")
    tenant.faults[f"desktop-layout/{uid('v2/desktop-layout Ghost')}"] = LiveError("not-found", "no such object")
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, [it.name for it in reading.objects]) == ("partial", ["Sales Desktop"])
    assert reading.reason == "'Ghost' could not be read: no such object"
    assert [len(tenant.asked(path)) for path in ("v2/desktop-layout", "desktop-layout/")] == [2, 3]


def test_one_item_that_may_not_be_read_leaves_the_others() -> None:
    tenant = acme()
    for name in ("A", "B", "C", "D", "E"):
        tenant.add("v2/desktop-layout", name, jsonFileContent="{}")
        if name != "E":
            tenant.faults[f"desktop-layout/{uid(f'v2/desktop-layout {name}')}"] = LiveError("forbidden", "no")
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, [it.name for it in reading.objects]) == ("partial", ["E", "Sales Desktop"])
    assert reading.reason == "'A' could not be read: no; nor could 3 more"


@pytest.mark.parametrize(
    "error", [LiveError("limited", "no", status=429), LiveError("unreachable", "no"), LiveError("broken", "no", status=500)]
)  # fmt: skip
def test_items_that_cost_all_the_waiting_are_given_up_after_three(error: LiveError) -> None:
    tenant = Tenant()
    for number in range(9):
        tenant.add("v2/desktop-layout", f"L{number}", jsonFileContent="{}")
        tenant.faults[f"desktop-layout/{uid(f'v2/desktop-layout L{number}')}"] = error
    reading = read_all(tenant)["desktop-layout"]
    assert (reading.status, reading.objects) == ("partial", ())
    assert reading.reason == "'L0' could not be read: no; nor could 8 more"
    assert len(tenant.asked("desktop-layout/")) == 3


@pytest.mark.parametrize(("cause", "status"), [("forbidden", "partial"), ("limited", "partial")])
def test_an_ani_whose_entries_cannot_be_read_is_not_one_without_entries(cause: Cause, status: str) -> None:
    tenant = acme()
    tenant.faults[f"v2/outdial-ani/{uid('v2/outdial-ani Main')}/entry"] = LiveError(cause, "no")
    reading = read_all(tenant)["outdial-ani"]
    assert (reading.status, reading.objects, reading.reason) == (status, (), "'Main' could not be read: no")


def test_reading_twice_gives_the_same_whatever_the_order_of_the_rows() -> None:
    tenant = acme()
    first = read_all(tenant)
    for rows in tenant.objects.values():
        rows.reverse()
    assert read_all(tenant) == first


def test_a_second_reading_asks_only_for_lists_and_finds_the_same() -> None:
    tenant = acme()
    first = read_all(tenant)
    assert len([path for path in tenant.asked() if ITEM.fullmatch(path)]) == 3
    assert read_all(tenant, known_of(first)) == first
    assert [path for path in tenant.asked() if ITEM.fullmatch(path)] == []


@pytest.mark.parametrize("field", ["version", "lastUpdatedTime"])
def test_a_layout_that_moved_is_read_again(field: str) -> None:
    tenant = acme()
    known = known_of(read_all(tenant))
    tenant.add("v2/desktop-layout", "New", jsonFileContent="{}")
    layout = tenant.find("v2/desktop-layout", "Sales Desktop")
    layout[field] += 1
    layout["jsonFileContent"] = "{}"
    readings = read_all(tenant, known)
    assert one(readings, "desktop-layout", "Sales Desktop").data["jsonFileContent"] == {}
    assert len(tenant.asked("desktop-layout/")) == 2


def test_the_numbers_of_an_unchanged_ani_are_read_again() -> None:
    tenant = acme()
    known = known_of(read_all(tenant))
    (path,) = (path for path in tenant.objects if path.endswith("/entry"))
    tenant.objects[path].pop()
    entries = one(read_all(tenant, known), "outdial-ani", "Main").data["outdialANIEntries"]
    assert [entry["number"] for entry in entries] == ["+442"]


def test_an_unchanged_layout_follows_a_team_that_is_called_otherwise() -> None:
    tenant = acme()
    known = known_of(read_all(tenant))
    tenant.find("v2/team", "Sales")["name"] = "Verkauf"
    readings = read_all(tenant, known)
    assert one(readings, "desktop-layout", "Sales Desktop").data["teamIds"] == ["team:Support", "team:Verkauf"]
    assert tenant.asked("desktop-layout/") == []


def test_a_layout_is_read_again_when_a_team_leaves_it_though_its_version_stays() -> None:
    tenant = acme()
    known = known_of(read_all(tenant))
    tenant.save("v2/team", "Sales", desktopLayoutId=None)
    tenant.find("v2/desktop-layout", "Sales Desktop")["teamIds"] = [uid("v2/team Support")]
    readings = read_all(tenant, known)
    assert one(readings, "desktop-layout", "Sales Desktop").data["teamIds"] == ["team:Support"]
    assert len(tenant.asked("desktop-layout/")) == 1


def test_two_sides_that_disagree_for_long_are_not_read_again_each_time() -> None:
    tenant = acme()
    tenant.find("v2/desktop-layout", "Sales Desktop")["teamIds"] = []
    known = known_of(read_all(tenant))
    assert one(read_all(tenant, known), "desktop-layout", "Sales Desktop").data["teamIds"] == []
    assert tenant.asked("desktop-layout/") == []


@pytest.mark.parametrize("spoil", ["teams-unknown", "teams-unread", "no-data"])
def test_what_cannot_be_known_to_be_unchanged_is_read_again(spoil: str) -> None:
    tenant = acme()
    tenant.add("v2/desktop-layout", "Without teams", jsonFileContent="{}")
    known = known_of(read_all(tenant))
    if spoil == "teams-unknown":
        del known["team"]
    elif spoil == "teams-unread":
        tenant.faults["v2/team"] = LiveError("forbidden", "no")
    else:
        old = known["desktop-layout"].objects
        known["desktop-layout"] = Known({id_: type(it)(it.name, id=id_) for id_, it in old.items()})
    read_all(tenant, known)
    assert len(tenant.asked("desktop-layout/")) == 2


def test_a_team_that_an_older_snapshot_did_not_see_may_have_left_its_layout_since() -> None:
    tenant = acme()
    tenant.page_size = 1

    def fail(path: str, query: dict[str, Any]) -> None:
        if path == "v2/team" and query["page"] == 1:
            raise LiveError("limited", "no")

    tenant.before = fail
    known = known_of(read_all(tenant))
    assert list(known["team"].objects) == [uid("v2/team Sales")]
    tenant.before = lambda path, query: None
    tenant.save("v2/team", "Support", desktopLayoutId=None)
    tenant.find("v2/desktop-layout", "Sales Desktop")["teamIds"] = [uid("v2/team Sales")]
    assert one(read_all(tenant, known), "desktop-layout", "Sales Desktop").data["teamIds"] == ["team:Sales"]


def test_ids_that_nobody_could_name_do_not_make_an_unchanged_object_be_read() -> None:
    tenant = acme()
    tenant.faults["v2/contact-service-queue"] = LiveError("forbidden", "no")
    tenant.find("v2/agent-profile", "Agents")["wrapUpCodes"] = [uid("gone")]
    first = read_all(tenant)
    assert read_all(tenant, known_of(first)) == first
    assert tenant.asked("agent-profile/") == []
    del tenant.faults["v2/contact-service-queue"]
    profile = one(read_all(tenant, known_of(first)), "agent-profile", "Agents")
    assert profile.data["queues"] == ["contact-service-queue:Orders"]
    assert tenant.asked("agent-profile/") == []


def test_a_reference_that_the_old_snapshot_cannot_name_makes_the_object_be_read() -> None:
    tenant = acme()
    known = known_of(read_all(tenant))
    del known["contact-service-queue"]
    read_all(tenant, known)
    assert len(tenant.asked("agent-profile/")) == 1


def test_what_the_older_snapshot_holds_is_read_object_by_object_and_only_if_needed() -> None:
    tenant = acme()
    first = read_all(tenant)
    asked: list[str] = []

    def empty(kind: str, known: Known) -> Known:
        def whole(it: LiveObject) -> LiveObject:
            asked.append(kind)
            return known.objects[it.id]

        return Known({id_: replace(it, data=None) for id_, it in known.objects.items()}, whole)

    known = {kind: empty(kind, one) for kind, one in known_of(first).items()}
    assert read_all(tenant, known) == first
    assert Counter(asked) == {"desktop-layout": 1, "team": 3, "agent-profile": 1, "user-profile": 1}


def test_each_object_comes_before_the_next_one_is_asked_for() -> None:
    tenant = Tenant()
    for number in range(3):
        tenant.add("v2/desktop-layout", f"L{number}", jsonFileContent="{}")
    readings = read_webex(tenant, {}, lambda *_: None)
    for number in range(3):
        assert [it.name for it in next(readings).objects] == [f"L{number}"]
        assert len(tenant.asked("desktop-layout/")) == number + 1


def test_a_large_tenant_takes_as_many_requests_as_it_has_pages_and_layouts() -> None:
    tenant = Tenant()
    teams = [
        tenant.add("v2/team", f"T{number}", desktopLayoutId=uid(f"v2/desktop-layout L{number % 500}"))
        for number in range(2000)
    ]
    for number in range(500):
        tenant.add("v2/desktop-layout", f"L{number}", jsonFileContent="{}", teamIds=teams[number::500])
    for number in range(5000):
        tenant.add("v2/cad-variable", f"V{number}", variableType="String")
    first = read_all(tenant)
    empty = 8  # one page each of the kinds that this tenant has none of, and of users
    assert len(tenant.requests) == 500 + 5 + 20 + 50 + empty
    assert Counter(path.rpartition("/")[0] for path in tenant.asked("desktop-layout/")) == {"desktop-layout": 500}
    assert [len(first[kind].objects) for kind in ("desktop-layout", "team", "cad-variable")] == [500, 2000, 5000]
    assert read_all(tenant, known_of(first)) == first
    assert len(tenant.requests) == 5 + 20 + 50 + empty


def test_progress_counts_the_objects_of_each_kind() -> None:
    tenant = acme()
    tenant.add("v2/desktop-layout", "Other", jsonFileContent="{}")
    shown: list[tuple[str, int, int]] = []
    list(read_webex(tenant, {}, lambda kind, done, total: shown.append((kind, done, total))))
    assert [each for each in shown if each[0] == "desktop-layout"] == [
        ("desktop-layout", 1, 2),
        ("desktop-layout", 2, 2),
        ("desktop-layout", 2, 2),
    ]
    assert ("team", 3, 3) in shown


def test_every_request_is_one_that_the_description_has() -> None:
    paths = spec()["paths"]
    tenant = acme()
    read_all(tenant)
    templates = {path: re.compile(re.sub(r"\{.+?\}", "[^/]+", path)) for path in paths}
    for path, query in tenant.requests:
        matching = [
            it for it, pattern in templates.items() if pattern.fullmatch(f"/organization/{tenant.org_id}/{path}")
        ]
        assert matching, path
        described = paths[min(matching, key=lambda it: it.count("{"))]["get"]
        assert not described.get("deprecated"), path
        assert query.keys() <= {one["name"] for one in described["parameters"] if one["in"] == "query"}, path
    asked = {re.sub(r"[0-9a-f-]{36}", "*", path) for path in tenant.asked()}
    assert len(asked) == 18
