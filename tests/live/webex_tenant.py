"""A made-up tenant behind a session that needs no network: it answers as the configuration API does, and records."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

import pytest
from msgspec.structs import replace

from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.reading import Known, LiveObject, Org, Reading
from wxcc_lint.sources.live.webex import read_webex

SPEC = Path(__file__).resolve().parents[3] / "shared" / "specs" / "wxcc-config-read-subset.openapi.json"
MISSING_IN_LISTS = {
    "v2/desktop-layout": {"jsonFileContent", "teamIds"},
    "v2/team": {"userIds", "queueRankings"},
    "v2/agent-profile": {"idleCodes", "wrapUpCodes", "queues", "entryPoints", "buddyTeams", "viewableStatistics"},
    "v3/user-profile": {"permissions"},
    "v2/outdial-ani": {"outdialANIEntries"},
}


@cache
def spec() -> dict[str, Any]:
    """Return the description of the API; skip the test where nobody has put it."""
    if not SPEC.is_file():
        pytest.skip(f"{SPEC.name} is not here")
    document: dict[str, Any] = json.loads(SPEC.read_bytes())
    return document


def uid(text: str) -> str:
    """Return the id of an object that is called so."""
    return str(uuid5(NAMESPACE_DNS, text))


class Tenant:
    """A session, see `WebexSession`. `objects` holds the whole objects by the path of their list; tests change them."""

    org_id = "11111111-2222-3333-4444-555555555555"
    org = Org("webex", org_id)
    base_url = "https://api.example"

    def __init__(self) -> None:
        self.objects: dict[str, list[dict[str, Any]]] = {}
        self.requests: list[tuple[str, dict[str, str | int]]] = []
        self.page_size = 100
        self.faults: dict[str, LiveError] = {}
        self.before: Callable[[str, dict[str, str | int]], None] = lambda path, query: None
        self.reply: Callable[[str, dict[str, str | int], Any], Any] = lambda path, query, reply: reply

    def add(self, path: str, name: str, **fields: Any) -> str:
        """Put an object into the tenant and return its id."""
        id_ = fields.pop("id", uid(f"{path} {name}"))
        common = {"organizationId": self.org_id, "id": id_, "version": 1, "name": name, "systemDefault": False}
        times = {"createdTime": 1617536244000, "lastUpdatedTime": 1617536244123}
        self.objects.setdefault(path, []).append(common | times | fields)
        return id_

    def find(self, path: str, name: str) -> dict[str, Any]:
        return next(one for one in self.objects[path] if one["name"] == name)

    def save(self, path: str, name: str, **fields: Any) -> None:
        """Change an object as somebody does in Control Hub."""
        held = self.find(path, name)
        held.update(fields, version=held["version"] + 1, lastUpdatedTime=held["lastUpdatedTime"] + 1000)

    def get(self, path: str, **query: str | int) -> Any:
        self.requests.append((path, query))
        self.before(path, query)
        if path in self.faults:
            raise self.faults[path]
        return self.reply(path, query, self._item(path) if "page" not in query else self._page(path, query))

    def _item(self, path: str) -> Any:
        kind, id_ = re.sub(r"^v\d/", "", path).split("/")
        for listed, objects in self.objects.items():
            if re.fullmatch(rf"v\d/{kind}", listed):
                for one in objects:
                    if one["id"] == id_:
                        return one
        raise LiveError("not-found", f"'{path}' answers 404", status=404)

    def _page(self, path: str, query: dict[str, str | int]) -> Any:
        number, size = int(query["page"]), min(int(query["pageSize"]), self.page_size)
        rows = self.objects.get(path, [])
        fields = str(query["attributes"]).split(",") if "attributes" in query else None
        missing = MISSING_IN_LISTS.get(path, set())
        shown = [
            {key: value for key, value in row.items() if key not in missing and (fields is None or key in fields)}
            for row in rows[number * size : (number + 1) * size]
        ]
        pages = math.ceil(len(rows) / size)
        meta = {"page": number, "pageSize": size, "totalPages": pages, "totalRecords": len(rows), "links": {}}
        return {"meta": {"orgid": self.org_id, **meta}, "data": shown}

    def asked(self, prefix: str = "") -> list[str]:
        """Return the paths that were asked for."""
        return [path for path, _ in self.requests if path.startswith(prefix)]


def read_all(tenant: Tenant, known: dict[str, Known] | None = None) -> dict[str, Reading]:
    """Read a tenant and return the readings by kind."""
    tenant.requests.clear()
    return added_up(read_webex(tenant, known or {}, lambda kind, done, total: None))


def added_up(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Return one reading for each kind, with its objects in order of name and id; kinds do not mix."""
    whole: dict[str, Reading] = {}
    for one in readings:
        before = whole[one.kind].objects if one.kind in whole else ()
        assert not before or one.kind == list(whole)[-1]
        objects = (*(it for it in before if it.id not in one.gone), *one.objects)
        assert len({it.id for it in objects}) == len(objects)
        whole[one.kind] = replace(one, objects=objects, gone=frozenset())
    by_name = {kind: sorted(one.objects, key=lambda it: (it.name, it.id)) for kind, one in whole.items()}
    return {kind: replace(one, objects=tuple(by_name[kind])) for kind, one in whole.items()}


def known_of(readings: dict[str, Reading]) -> dict[str, Known]:
    """Return what the snapshot of these readings would know: through JSON, as the files keep it."""
    return {
        kind: Known({one.id: LiveObject(**_kept(one)) for one in reading.objects})
        for kind, reading in readings.items()
        if reading.objects
    }


def _kept(it: LiveObject) -> dict[str, Any]:
    fields = ("name", "data", "id", "version", "changed", "changed_by")
    return json.loads(json.dumps({name: getattr(it, name) for name in fields}))


def acme() -> Tenant:
    """Return a small tenant in which everything refers to something."""
    tenant = Tenant()
    sales, support = uid("v2/team Sales"), uid("v2/team Support")
    layout = uid("v2/desktop-layout Sales Desktop")
    media = tenant.add("v2/multimedia-profile", "Voice only", active=True)
    site = tenant.add("v2/site", "London", active=True, multimediaProfileId=media)
    work = tenant.add("v2/work-type", "Idle", workTypeCode="IDLE_CODE", active=True)
    content = {"appTitle": "Acme", "agent": {"area": {"headless": {"id": "dw-headless", "version": 3}}}}
    tenant.add(
        "v2/desktop-layout", "Sales Desktop", description="", jsonFileName="sales.json", status=True, **{"global": False},
        jsonFileContent=json.dumps(content), validated=True, validatedTime=1, modifiedTime=2, editedBy="Ann Lee",
        defaultJsonModified=True, defaultJsonModifiedTime=3, teamIds=[support, sales],
    )  # fmt: skip
    for name, id_ in (("Sales", sales), ("Support", support)):
        tenant.add(
            "v2/team", name, id=id_, teamType="AGENT", teamStatus="IN_SERVICE", active=True, siteId=site,
            siteName="London", desktopLayoutId=layout, multiMediaProfileId=media, userIds=["u1"], dialedNumber="",
            skillProfileId=None, queueRankings=[],
        )  # fmt: skip
    tenant.add("v2/team", "Night", teamType="AGENT", teamStatus="IN_SERVICE", active=False, siteId=site)
    tenant.add("v2/cad-variable", "orderId", variableType="STRING", active=True, defaultValue="", sensitive=False)
    lunch = tenant.add("v2/auxiliary-code", "Lunch", workTypeCode="IDLE_CODE", workTypeId=work, active=True)
    done = tenant.add(
        "v2/auxiliary-code", "Lunch", id=uid("wrap"), workTypeCode="WRAP_UP_CODE", workTypeId=uid("gone"), active=True
    )
    queue = tenant.add("v2/contact-service-queue", "Orders", queueType="INBOUND")
    entry = tenant.add(
        "v2/entry-point", "Outdial", entryPointType="OUTBOUND", channelType="TELEPHONY", active=True, flowId=uid("flow"),
        outdialQueueId=queue, controlFlowScriptUrl="https://flow.example/x",
    )  # fmt: skip
    ani = tenant.add("v2/outdial-ani", "Main", description=None)
    tenant.objects[f"v2/outdial-ani/{ani}/entry"] = [
        {"id": uid("e2"), "version": 0, "name": "Two", "number": "+442", "defaultANIEntry": False},
        {"id": uid("e1"), "version": 0, "name": "One", "number": "+441", "defaultANIEntry": None},
    ]
    profile = tenant.add(
        "v2/agent-profile", "Agents", parentType="ORGANIZATION", accessIdleCode="specific", idleCodes=[lunch],
        accessWrapUpCode="SPECIFIC", wrapUpCodes=[done], queues=[queue], outdialEnabled=True, outdialANIId=ani,
        outdialEntryPointId=entry, loginVoiceOptions=["EXTENSION", "AGENT_DN"], active=True,
        viewableStatistics={"id": uid("stat"), "version": 4, "agentStats": True, "teams": [support, sales]},
    )  # fmt: skip
    tenant.add(
        "v3/user-profile", "Supervisors", profileType="SUPERVISOR", permissionAccessLevel="SPECIFIC",
        resourceAccessLevel="ALL", active=True, resourceCollections=[{"id": uid("r")}],
        permissions=[{"id": uid("p2"), "name": "team", "access": "VIEW"}, {"id": uid("p1"), "name": "site", "access": "EDIT"}],
    )  # fmt: skip
    tenant.objects["v2/dial-number"] = [
        {"id": uid("d"), "version": 0, "dialledNumber": "+44207", "entryPointId": entry, "entryPointName": "Outdial"}
    ]
    for number, (team, active) in enumerate([([sales], True), ([sales, support], True), ([sales], False)]):
        tenant.objects.setdefault("v2/user", []).append(
            {"id": uid(f"user {number}"), "email": "ann@acme.example", "firstName": "Ann", "active": active,
             "teamIds": team, "agentProfileId": profile}
        )  # fmt: skip
    return tenant


def one(readings: dict[str, Reading], kind: str, name: str) -> LiveObject:
    """Return the object of that name."""
    (found,) = [it for it in readings[kind].objects if it.name == name]
    return found
