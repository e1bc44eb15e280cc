"""The real client against Acme's org over real HTTP: whatever the service does, a snapshot is true, whole, and keeps secrets.

After each test the org has seen nothing but reads, and each request and reply was as the official description has it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from msgspec.structs import replace

from tests.live.acme import PLANTED, Acme, contents, leaks
from tests.live.org_faults import html, hung, oversized, redirect, status, text, truncated
from tests.live.org_server import SALESFORCE_TOKEN, WEBEX_TOKEN, Asked, Fault
from tests.live.org_state import COMPONENTS, PROJECT
from tests.live.org_tokens import REFRESH_TOKEN, REFRESHED, WEBEX_CLIENT
from wxcc_lint.sources.live.errors import LiveError

LAYOUTS = "webex/desktop-layout"
NEVER_READ = re.compile(r"bulk|purge|incoming-references|/v1/(?!people/me|access_token)")


def layout_of(acme: Acme, name: str = "acme-service-desk") -> dict:
    """Return a layout as it stands in the snapshot."""
    return next(json.loads(data) for path, data in acme.files().items() if path.startswith(f"{LAYOUTS}/{name}-"))


def refusals(acme: Acme) -> dict[str, str]:
    """Return the kinds that the snapshot does not have in full, with their status."""
    kinds = json.loads(acme.files()["snapshot.json"])["kinds"]
    return {kind: said["status"] for kind, said in kinds.items() if said["status"] != "complete"}


@pytest.mark.skipif(os.name != "posix", reason="the system has no pseudo-terminals")
@pytest.mark.parametrize("command", ["drift", "audit"])
def test_commands_that_read_the_org_show_how_far_they_are(acme: Acme, command: str) -> None:
    acme.environ["TERM"] = "xterm"
    leader, follower = os.openpty()
    done = acme.run(command, "prod", "-f", "json", stderr=follower)
    os.close(follower)
    shown = os.read(leader, 100_000)
    os.close(leader)
    assert json.loads(done.stdout)["version"] == 1
    assert b"logging in" in shown
    assert "desktop-layout: 1 of 2" in acme.run(command, "prod", "-v").stderr


@pytest.mark.parametrize(
    ("usage", "notes"),
    [
        ("4000/5000", []),
        ("4001/5000", ["note: Salesforce counts 4001 of the 5000 API requests that it allows the org in 24 hours"]),
        ("many", []),
    ],
)
def test_requests_that_the_org_has_nearly_used_up_are_told(acme: Acme, usage: str, notes: list[str]) -> None:
    acme.server.api_usage = usage
    assert acme.run("pull", "prod").stderr.splitlines() == notes


# --- What is read ----------------------------------------------------------------------------------------------------


def test_a_pull_reads_all_of_both_orgs(acme: Acme) -> None:
    result = acme.pull()
    header = json.loads(acme.files()["snapshot.json"])
    assert result.incomplete == {}
    assert (header["orgName"], header["orgId"]) == ("Acme Machines", acme.org.org_id)
    assert (header["datacenter"], header["sandbox"]) == ("eu1", False)
    assert header["salesforce"] == {
        "orgName": "Acme Machines",
        "orgId": acme.org.salesforce_id,
        "instance": "GBR42",
        "sandbox": False,
        "apiVersion": "63.0",
    }
    assert header["requests"] == result.requests == len(acme.server.log)
    assert {kind: said.count for kind, said in result.kinds.items() if kind.startswith("webex/")} == {
        "webex/desktop-layout": 2,
        "webex/team": 3,
        "webex/cad-variable": 6,
        "webex/auxiliary-code": 5,
        "webex/agent-profile": 1,
        "webex/user-profile": 2,
        "webex/outdial-ani": 1,
        "webex/entry-point": 2,
        "webex/dial-number": 1,
        "webex/site": 1,
        "webex/users-by-team": 1,
        "webex/agent-profiles-by-team": 1,
        "webex/work-type": 2,
        "webex/contact-service-queue": 1,
        "webex/multimedia-profile": 1,
    }


def test_a_layout_comes_back_as_it_was_deployed(acme: Acme) -> None:
    acme.pull()
    deployed = json.loads((PROJECT / "layouts" / "service-desk.json").read_text("utf-8"))
    assert layout_of(acme) == {
        "name": "Acme Service Desk",
        "status": True,
        "global": False,
        "validated": True,
        "defaultJsonModified": True,
        "jsonFileName": "service-desk.json",
        "jsonFileContent": deployed,
        "teamIds": ["team:Service Desk", "team:Spare Parts"],
        "systemDefault": False,
    }


@pytest.mark.parametrize(
    "folder",
    [
        *("callCenters", "cspTrustedSites", "corsWhitelistOrigins", "remoteSiteSettings", "servicePresenceStatuses"),
        *("settings", "customMetadata", "installedPackages"),
    ],
)
def test_components_come_back_as_they_were_deployed(acme: Acme, canonical: Callable[[bytes], str], folder: str) -> None:
    acme.pull(only="salesforce")
    deployed = contents(acme.project / COMPONENTS / folder)
    pulled = contents(acme.snapshot / "salesforce" / folder)
    assert pulled.keys() == deployed.keys()
    # Columns that are off are told as well, where files may be silent about them.
    off = re.compile(rb"\s*<canAccess\w+>false</canAccess\w+>")
    assert {name: canonical(off.sub(b"", data)) for name, data in pulled.items()} == {
        name: canonical(data) for name, data in deployed.items()
    }


def test_facts_about_users_are_counts(acme: Acme) -> None:
    acme.pull()
    files = acme.files()
    assert json.loads(files["salesforce/org/users-by-call-center.json"]) == {"WebexCCAgentDesktopV20241121": 4}
    assert json.loads(files["salesforce/org/class-access.json"]) == {
        "profiles": ["Acme Agent", "Acme Supervisor"],
        "permissionSets": [],
    }
    assert json.loads(files["salesforce/org/task-layouts.json"])["Acme Agent"] == (
        "Task-ciscocjs__Webex Contact Center Task Layout"
    )
    users = next(data for path, data in files.items() if path.startswith("webex/users-by-team/"))
    assert json.loads(users) == {"Service Desk": 3, "Spare Parts": 1, "Finance": 0}


def test_a_group_is_told_with_the_permission_set_that_has_access(acme: Acme) -> None:
    connector = next(one for one in acme.org.tables["ApexClass"] if one["Name"] == "sfdcOmniChannel")
    acme.org.give_access("Acme_Telephony", connector["Id"], group="Acme_Phone")
    acme.org.give_access("Acme_Visits", "01p5g00000OthrAAA", group="Acme_Planning")
    acme.pull()
    assert json.loads(acme.files()["salesforce/org/class-access.json"]) == {
        "profiles": ["Acme Agent", "Acme Supervisor"],
        "permissionSets": ["Acme_Phone", "Acme_Telephony"],
    }


def test_two_pulls_of_one_org_are_the_same_bytes(acme: Acme) -> None:
    acme.pull()
    first = acme.files()
    acme.pull(use_known=False)
    second = acme.files()
    changing = {"snapshot.json", "index.json"}
    assert {path: data for path, data in first.items() if path not in changing} == {
        path: data for path, data in second.items() if path not in changing
    }
    assert json.loads(first["index.json"]) == json.loads(second["index.json"])


# --- What the live service does otherwise ----------------------------------------------------------------------------


def test_content_as_an_object_is_the_same_as_content_as_text(acme: Acme) -> None:
    acme.pull()
    as_text = layout_of(acme)
    acme.server.content_as_object = True
    assert acme.pull(use_known=False).incomplete == {}
    assert layout_of(acme) == as_text


def test_content_that_is_no_json_is_kept_as_it_is(acme: Acme) -> None:
    acme.org.save("desktop-layout", "Acme Service Desk", jsonFileContent='{"agent": ')
    assert acme.pull().incomplete == {}
    assert layout_of(acme)["jsonFileContent"] == '{"agent": '


def test_lists_that_lack_nothing_change_nothing(acme: Acme) -> None:
    acme.pull()
    lossy = acme.files()
    acme.server.lists_are_lossy = False
    acme.pull(use_known=False)
    assert {path for path, data in acme.files().items() if lossy.get(path) != data} == set()


@pytest.mark.parametrize("entity", ["team", "cad-variable", "desktop-layout", "entry"])
def test_a_bare_array_is_a_list(acme: Acme, entity: str) -> None:
    acme.pull()
    enveloped = acme.files()
    acme.server.bare = {entity}
    assert acme.pull(use_known=False).incomplete == {}
    assert {path for path, data in acme.files().items() if enveloped[path] != data} <= {"snapshot.json"}


def test_a_page_size_that_the_server_lowers_loses_no_row(acme: Acme) -> None:
    acme.server.largest_page = 2
    result = acme.pull(only="webex")
    assert result.incomplete == {}
    assert (result.kinds["webex/cad-variable"].count, result.kinds["webex/auxiliary-code"].count) == (6, 5)
    assert acme.server.requests(r"v2/cad-variable$") == [f"GET /organization/{acme.org.org_id}/v2/cad-variable"] * 3


def test_a_query_that_is_answered_in_parts_loses_no_row(acme: Acme) -> None:
    acme.server.rows_per_answer = 1
    result = acme.pull(only="salesforce")
    assert result.incomplete == {}
    assert result.kinds["salesforce/CspTrustedSite"].count == 2


def test_rows_that_shift_once_between_pages_are_read_again(acme: Acme) -> None:
    acme.server.largest_page = 2
    shifted: list[Asked] = []

    def shift(asked: Asked) -> None:
        if asked.path.endswith("v2/cad-variable") and asked.query["page"] == "1" and not shifted:
            shifted.append(asked)
            acme.org.webex["cad-variable"].insert(0, acme.org.webex["cad-variable"].pop())

    acme.server.before = shift
    result = acme.pull(only="webex")
    assert result.incomplete == {}
    assert result.kinds["webex/cad-variable"].count == 6
    assert len(acme.server.requests(r"v2/cad-variable$")) == 2 + 3  # given up at the repeated row, then all again


def test_rows_that_never_stop_shifting_are_told_as_partial(acme: Acme) -> None:
    acme.server.largest_page = 2

    def shift(asked: Asked) -> None:
        if asked.path.endswith("v2/cad-variable") and asked.query["page"] != "0":
            acme.org.webex["cad-variable"].insert(0, acme.org.webex["cad-variable"].pop())

    acme.server.before = shift
    result = acme.pull(only="webex")
    assert {kind: said.status for kind, said in result.incomplete.items()} == {"webex/cad-variable": "partial"}


def test_a_refused_token_is_renewed_once(acme: Acme) -> None:
    acme.declare({"refresh-token-env": "W_REFRESH", "client-id-env": "W_ID", "client-secret-env": "W_SECRET"})
    acme.environ |= {"W_REFRESH": REFRESH_TOKEN, "W_ID": WEBEX_CLIENT[0], "W_SECRET": WEBEX_CLIENT[1]}

    def expire(asked: Asked) -> None:
        if asked.path.endswith("v2/team"):
            acme.server.before = lambda _: None
            acme.server.tokens["webex"] = "another"

    acme.server.before = expire
    assert acme.pull(only="webex").incomplete == {}
    assert acme.server.requests("/v1/access_token") == ["POST /v1/access_token"]
    assert {one.token for one in acme.server.log if one.path.endswith("v2/site")} == {REFRESHED}


@pytest.mark.parametrize("system", ["webex", "salesforce"])
def test_a_token_that_is_refused_for_good_ends_the_pull(acme: Acme, system: str) -> None:
    acme.pull()
    before = acme.files()
    acme.server.tokens[system] = "another"
    with pytest.raises(LiveError) as caught:
        acme.pull()
    assert caught.value.cause == "unauthorised"
    assert acme.files() == before


ONE_KIND = [
    (status(403, "Access denied - Client is forbidden access to the resource"), "forbidden"),
    (status(404, "Requested resource is not found"), "not-found"),
    (status(500, "Processing failed"), "partial"),
    (status(503), "partial"),
    (html(), "partial"),
    (html(502), "partial"),
    (truncated, "partial"),
    (oversized(5_000_000), "partial"),
    (text("[{}]"), "partial"),
    (text('{"meta": {}}'), "partial"),
    (text("null"), "partial"),
    (text("{"), "partial"),
    (redirect("http://elsewhere.example"), "partial"),
]


@pytest.mark.parametrize(("respond", "outcome"), ONE_KIND)
def test_one_kind_that_fails_is_told_and_the_others_are_read(acme: Acme, respond, outcome: str) -> None:
    acme.server.faults = [Fault(r"/v2/cad-variable$", respond)]
    result = acme.pull()
    assert {kind: said.status for kind, said in result.incomplete.items()} == {"webex/cad-variable": outcome}
    assert refusals(acme) == {"webex/cad-variable": outcome}
    assert result.kinds["webex/cad-variable"].reason
    assert (result.kinds[LAYOUTS].count, result.kinds["salesforce/CallCenter"].count) == (2, 1)


def test_a_hung_connection_is_given_up(acme: Acme) -> None:
    acme.server.faults = [Fault(r"/v2/cad-variable$", hung(acme.released))]
    acme.limits = replace(acme.limits, silence=0.2, tries=1)
    result = acme.pull(only="webex")
    assert {kind: said.status for kind, said in result.incomplete.items()} == {"webex/cad-variable": "partial"}


def test_a_redirect_takes_no_token_along(acme: Acme) -> None:
    acme.server.faults = [Fault(r"/v2/team$", redirect(acme.server.url.replace("127.0.0.1", "localhost")))]
    acme.pull(only="webex")
    assert len(acme.server.requests("/v2/team$")) == 1


def test_too_many_requests_are_waited_for_as_many_seconds_as_the_service_asks(acme: Acme) -> None:
    acme.server.faults = [Fault(r"/v2/team$", status(429, "slow down", Retry_After="7"), times=1)]
    assert acme.pull(only="webex").incomplete == {}
    assert acme.waited == [7.0]


def test_too_many_requests_are_waited_for_until_the_time_that_the_service_names(acme: Acme) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    acme.server.faults = [Fault(r"/v2/team$", status(429, "slow down", Retry_After=then), times=1)]
    assert acme.pull(only="webex").incomplete == {}
    assert len(acme.waited) == 1
    assert 30 < acme.waited[0] <= 60  # by the clock of the service, which runs while we ask


def test_a_wait_without_end_makes_the_kind_partial(acme: Acme) -> None:
    acme.server.faults = [Fault(r"/v2/team$", status(429, "slow down", Retry_After="86400"))]
    result = acme.pull(only="webex")
    assert result.kinds["webex/team"].status == "partial"
    assert "86400 seconds" in result.kinds["webex/team"].reason
    assert sum(acme.waited) < 300


def test_a_passing_fault_is_nothing(acme: Acme) -> None:
    acme.server.faults = [Fault(r".", status(500, "Processing failed"), times=1, skip=5)]
    assert acme.pull().incomplete == {}


def test_a_layout_that_is_deleted_between_list_and_item_is_gone(acme: Acme) -> None:
    added = acme.org.add("desktop-layout", "Short-lived", like="Acme Service Desk", teamIds=[])

    def delete(asked: Asked) -> None:
        if asked.path.endswith(added["id"]) and added in acme.org.webex["desktop-layout"]:
            acme.org.webex["desktop-layout"].remove(added)

    acme.server.before = delete
    result = acme.pull(only="webex")
    assert result.incomplete == {}
    assert result.kinds[LAYOUTS].count == 2
    assert len(acme.server.requests("/v2/desktop-layout$")) == 2


def test_a_layout_that_is_listed_and_never_found_is_not_taken_for_deleted(acme: Acme) -> None:
    id_ = acme.org.named("desktop-layout", "Acme Service Desk")["id"]
    acme.server.faults = [Fault(rf"/desktop-layout/{id_}$", status(404, "Requested resource is not found"))]
    result = acme.pull(only="webex")
    assert {kind: said.status for kind, said in result.incomplete.items()} == {LAYOUTS: "partial"}


@pytest.mark.parametrize("respond", [status(500), html(), truncated, text('{"id": "another"}'), oversized(5_000_000)])
def test_one_layout_that_fails_leaves_the_others(acme: Acme, respond) -> None:
    id_ = acme.org.named("desktop-layout", "Global Layout")["id"]
    acme.server.faults = [Fault(rf"/desktop-layout/{id_}$", respond)]
    result = acme.pull(only="webex")
    assert {kind: said.status for kind, said in result.incomplete.items()} == {LAYOUTS: "partial"}
    assert "'Global Layout'" in result.kinds[LAYOUTS].reason
    assert layout_of(acme)["name"] == "Acme Service Desk"


def test_nothing_is_read_of_the_wrong_tenant(acme: Acme) -> None:
    acme.server.token_org = "99999999-0000-4000-8000-000000000000"
    with pytest.raises(LiveError) as caught:
        acme.pull()
    assert caught.value.cause == "wrong-org"
    assert acme.server.requests() == ["GET /v1/people/me"]
    assert not acme.snapshot.exists()


def test_nothing_is_read_of_the_wrong_salesforce_org(acme: Acme) -> None:
    acme.environ["SF_TOKEN"] = acme.server.tokens["salesforce"] = "00D000000000ToyS!planted-token-e2"
    acme.org.tables["Organization"][0]["Id"] = "00D000000000ToySAA"
    with pytest.raises(LiveError) as caught:
        acme.pull(only="salesforce")
    assert caught.value.cause == "wrong-org"
    asked = [one.query.get("q", "") for one in acme.server.log]
    assert [one for one in asked if "Organization" not in one and one] == []
    assert not acme.snapshot.exists()


@pytest.mark.parametrize(
    ("pattern", "respond"),
    [
        (r"/v2/site$", status(401, "gone")),
        (r"^/services/data/$", html(503)),
        (r"^/services/data/v63.0/query$", text('[{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "no more"}]')),
    ],
)
def test_an_interrupted_pull_leaves_the_old_snapshot_whole(acme: Acme, pattern: str, respond) -> None:
    acme.pull()
    before = acme.files()
    acme.org.save("team", "Finance", description="moved")
    acme.server.faults = [Fault(pattern, respond)]
    with pytest.raises(LiveError):
        acme.pull()
    assert acme.files() == before
    assert [one.name for one in acme.snapshot.parent.iterdir()] == ["prod"]


# --- What Salesforce refuses -----------------------------------------------------------------------------------------


def test_without_the_metadata_api_the_rows_of_call_centers_are_kept(acme: Acme) -> None:
    fault = (
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>'
        "<faultcode>sf:INSUFFICIENT_ACCESS</faultcode><faultstring>INSUFFICIENT_ACCESS: no</faultstring>"
        "</soapenv:Fault></soapenv:Body></soapenv:Envelope>"
    )

    def refuse(_):
        reply = text(fault)(_)
        reply.status_code, reply.content_type = 500, "text/xml"
        return reply

    acme.server.faults = [Fault("/services/Soap/", refuse)]
    result = acme.pull(only="salesforce")
    assert {kind: said.status for kind, said in result.incomplete.items()} == {
        "salesforce/CallCenter": "partial",
        "salesforce/Settings": "forbidden",
        "salesforce/CustomMetadata": "forbidden",
    }
    row = json.loads(acme.files()["salesforce/callCenters/WebexCCAgentDesktopV20241121.json"])
    assert row["AdapterUrl"] == "https://desktop.wxcc-eu1.cisco.com/"


@pytest.mark.parametrize(
    ("table", "kind", "outcome"),
    [
        ("ServicePresenceStatus", "ServicePresenceStatus", "not-found"),
        ("CallCenter", "CallCenter", "not-found"),
        ("ServiceChannelStatus", "ServicePresenceStatus", "partial"),
    ],
)
def test_an_object_that_the_edition_lacks_is_uncovered(acme: Acme, table: str, kind: str, outcome: str) -> None:
    del acme.org.tables[table]
    result = acme.pull(only="salesforce")
    assert result.kinds[f"salesforce/{kind}"].status == outcome
    assert result.kinds["salesforce/CspTrustedSite"].status == "complete"


# --- Secrets ---------------------------------------------------------------------------------------------------------


def planted(acme: Acme) -> None:
    """Put secrets wherever the org may hold one."""
    content = json.loads(acme.org.named("desktop-layout", "Acme Service Desk")["jsonFileContent"])
    attributes = {
        "accessToken": f"Bearer {PLANTED['a token in a layout']}",
        "link": f"https://svc:{PLANTED['a password in an address']}@maps.acme.com/",
        "feed": f"https://maps.acme.com/v1?token={PLANTED['a key in a query']}",
    }
    content["agent"]["area"]["headless"]["widgets"]["planted"] = {"comp": "acme-map", "attributes": attributes}
    acme.org.save_layout("Acme Service Desk", content)


def test_no_secret_is_in_any_file_or_sentence(acme: Acme) -> None:
    planted(acme)
    acme.pull()
    assert len(acme.said) == len(acme.server.log)
    assert leaks(acme) == set()


def test_numbers_of_the_tenant_keep_their_last_digits(acme: Acme) -> None:
    acme.pull(only="webex")
    files = {path.split("/")[1]: json.loads(data) for path, data in acme.files().items() if "/" in path}
    number = files["dial-number"]["dialledNumber"]
    assert number["mask"] == "…0123"
    assert files["outdial-ani"]["outdialANIEntries"][0]["number"] == number


def test_no_secret_is_in_what_the_program_prints(acme: Acme) -> None:
    planted(acme)
    done = acme.run("pull", "prod", "-vv")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, ".wxcc-lint/snapshots/prod: written")
    assert "GET" in done.stderr
    assert leaks(acme, done.stdout, done.stderr) == set()


@pytest.mark.parametrize(
    "pattern", [r"/v1/people/me", r"/v2/team$", r"^/services/data/$", r"^/services/Soap", r"/query$"]
)
def test_no_secret_that_a_service_repeats_is_shown(acme: Acme, pattern: str) -> None:
    def repeat(request):
        said = f"bad token {request.headers.get('Authorization')} {request.get_data(as_text=True)}"
        return status(403, said)(request)

    acme.server.faults = [Fault(pattern, repeat)]
    done = acme.run("pull", "prod", "-vv")
    assert done.returncode == 4
    assert leaks(acme, done.stdout, done.stderr) == set()


def test_tokens_go_to_their_own_system_alone(acme: Acme) -> None:
    acme.pull()
    by_system = {one.path.startswith("/services/"): set() for one in acme.server.log}
    for one in acme.server.log:
        by_system[one.path.startswith("/services/")].add(one.token)
    assert by_system == {False: {WEBEX_TOKEN}, True: {SALESFORCE_TOKEN, ""}}
