"""Acme's org over HTTP on this machine: the configuration API, the login of Webex, and Salesforce's REST and Metadata APIs.

Each request and each reply of the configuration API is judged by its official description, each call of the Metadata API by
its WSDL; `violations` holds what did not fit. `log` holds every request that came.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from werkzeug.wrappers import Request, Response

from tests.live.org_contract import contract
from tests.live.org_metadata import answer
from tests.live.org_soql import SoqlError, select
from tests.live.org_state import Org
from tests.live.org_tokens import REFRESH_TOKEN, granted, is_for_token

WEBEX_TOKEN = "webex-planted-token-e1"
SALESFORCE_TOKEN = "00D5g000004AcmE!planted-token-e2"
VERSION = "63.0"

WITHHELD = {
    "desktop-layout": {"jsonFileContent", "teamIds"},
    "team": {"userIds", "queueRankings"},
    "agent-profile": {
        *("wrapUpCodes", "idleCodes", "queues", "entryPoints", "buddyTeams", "dialPlans"),
        *("viewableStatistics", "thresholdRules", "agentDNValidationCriterions"),
    },
    "user-profile": {"permissions"},
    "outdial-ani": {"outdialANIEntries"},
    "contact-service-queue": {"queueSkillRequirements", "callDistributionGroups"},
}
"""What lists leave out of their rows (live-org-apis.md §3.3)."""
UNSAID = {"entry-point": {"assetId", "imiOrgType", "socialChannelType"}}
"""What the description requires of entry points for calls as well, and only those for social channels have."""

_LIST = re.compile(r"/organization/[^/]+/v\d/(?P<entity>[\w-]+)")
_ITEM = re.compile(r"/organization/[^/]+/(?:v\d/)?(?P<entity>[\w-]+)/(?P<id>[^/]+)")
_ENTRIES = re.compile(r"/organization/[^/]+/v2/outdial-ani/(?P<id>[^/]+)/entry")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    query: dict[str, str]
    token: str
    body: str = field(repr=False, default="")


@dataclass(slots=True)
class Fault:
    """Answers the requests to some paths in another way: the first `times` of them, after `skip` were answered well."""

    pattern: str
    respond: Callable[[Request], Response]
    times: int = 1_000_000
    skip: int = 0

    def takes(self, path: str) -> bool:
        """Tell whether this request is the fault's, and count it."""
        if not re.search(self.pattern, path) or not self.times:
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


class OrgServer:
    """What the HTTP server calls for each request. The attributes below are what tests turn."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.url = ""
        self.log: list[Asked] = []
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.tokens = {"webex": WEBEX_TOKEN, "salesforce": SALESFORCE_TOKEN}
        self.token_org = org.org_id
        self.content_as_object = False
        self.lists_are_lossy = True
        self.bare: set[str] = set()
        self.largest_page = 100
        self.rows_per_answer = 2000
        self.api_usage = "18/5000"
        self.contract = contract()
        self.public_key = ""
        self.before: Callable[[Asked], None] = lambda _: None
        self._rest: dict[str, tuple[list[Any], bool]] = {}

    def __call__(self, request: Request) -> Response:
        """Answer."""
        try:
            return self._answered(request)
        except Exception as crash:
            self.violations.append(f"{request.method} {request.path}: {crash!r}")
            raise

    def _answered(self, request: Request) -> Response:
        query = {
            name: values[0] for name, values in parse_qs(request.query_string.decode(), keep_blank_values=True).items()
        }
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        asked = Asked(request.method, request.path, query, token, request.get_data(as_text=True))
        self.log.append(asked)
        self.before(asked)
        for fault in self.faults:
            if fault.takes(request.path):
                return fault.respond(request)
        if is_for_token(asked.path):
            return self._granted(asked)
        if request.path.startswith("/services/"):
            return self._salesforce(asked)
        if request.path.startswith("/organization/"):
            return self._webex(asked)
        return self._identity(asked)

    def requests(self, pattern: str = "") -> list[str]:
        """Return the requests that came, as `GET /path`, those whose path fits."""
        return [f"{one.method} {one.path}" for one in self.log if re.search(pattern, one.path)]

    def _granted(self, asked: Asked) -> Response:
        grant = granted(asked.path, asked.body, asked.token, self.url, self.public_key)
        if grant is None:
            self.violations.append(f"{asked.path} is asked for a token with what gives none")
            return _json({"error": "invalid_grant", "error_description": "authentication failure"}, 400)
        if grant.system == "webex":
            self.tokens["webex"] = grant.token
            return _json({"access_token": grant.token, "expires_in": 1209599, "refresh_token": REFRESH_TOKEN})
        self.tokens["salesforce"] = grant.token
        identity = f"{self.url}/id/{self.org.salesforce_id}/0055g00000Usr00AAA"
        return _json({"access_token": grant.token, "instance_url": self.url, "id": identity, "token_type": "Bearer"})

    # --- Webex ---

    def _identity(self, asked: Asked) -> Response:
        if asked.token != self.tokens["webex"]:
            return error(401, "The request requires a valid access token set in the Authorization request header.")
        if asked.path == "/v1/people/me":
            return _json({"id": "cGVyc29u", "emails": ["priya.nair@acme.example"], "orgId": self.token_org})
        return error(404, "no such thing")

    def _webex(self, asked: Asked) -> Response:
        if asked.token != self.tokens["webex"]:
            return error(401, "Authentication failed")
        if asked.path == f"/organization/{self.org.org_id}":
            return _json(self.org.organization)
        if self.contract:
            self.violations += self.contract.faults_of_request(asked.method, asked.path, asked.query)
        status, body, withheld = self._configuration(asked)
        if self.contract and not isinstance(body, list):
            told = _with_texts(body) if self.content_as_object else body
            self.violations += self.contract.faults_of_reply(asked.path, status, told, withheld=withheld)
        return _json(body, status)

    def _configuration(self, asked: Asked) -> tuple[int, Any, set[str]]:
        entries = _ENTRIES.fullmatch(asked.path)
        if entries:
            owner = self._by_id("outdial-ani", entries["id"])
            return self._page(asked, owner["outdialANIEntries"], set(), "entry") if owner else _gone(asked)
        listed = _LIST.fullmatch(asked.path)
        if listed and listed["entity"] in self.org.webex:
            entity = listed["entity"]
            withheld = WITHHELD.get(entity, set()) if self.lists_are_lossy else set()
            return self._page(asked, self.org.webex[entity], withheld, entity)
        item = _ITEM.fullmatch(asked.path)
        found = self._by_id(item["entity"], item["id"]) if item else None
        if found is None:
            return _gone(asked)
        if "jsonFileContent" in found and self.content_as_object:
            found = {**found, "jsonFileContent": json.loads(found["jsonFileContent"])}
        return 200, found, set()

    def _page(
        self, asked: Asked, rows: list[dict[str, Any]], withheld: set[str], entity: str
    ) -> tuple[int, Any, set[str]]:
        wanted = set(filter(None, asked.query.get("attributes", "").split(",")))
        if entity in self.bare:
            return 200, [_row(one, withheld, wanted) for one in rows], withheld
        page, size = int(asked.query.get("page", 0)), min(int(asked.query.get("pageSize", 100)), self.largest_page)
        meta = {
            "orgid": self.org.org_id,
            "page": page,
            "pageSize": size,
            "totalPages": math.ceil(len(rows) / size),
            "totalRecords": len(rows),
            "links": {"self": f"/cms/api/organization/{self.org.org_id}/v2/{entity}"},  # not to be followed
        }
        data = [_row(one, withheld, wanted) for one in rows[page * size : (page + 1) * size]]
        left_out = withheld | UNSAID.get(entity, set()) | (set(rows[0]) if wanted and rows else set())
        return 200, {"meta": meta, "data": data}, left_out

    def _by_id(self, entity: str, id_: str) -> dict[str, Any] | None:
        return next((one for one in self.org.webex.get(entity, []) if one["id"] == id_), None)

    # --- Salesforce ---

    def _salesforce(self, asked: Asked) -> Response:
        if asked.path == "/services/data/":
            return _json(
                [{"label": "Spring '25", "url": f"/services/data/v{one}", "version": one} for one in ("58.0", VERSION)]
            )
        if asked.path == f"/services/Soap/m/{VERSION}" and asked.method == "POST":
            status, body, faults = answer(asked.body, self.tokens["salesforce"], self.org.metadata)
            self.violations += faults
            return Response(body, status, content_type="text/xml; charset=utf-8")
        if asked.token != self.tokens["salesforce"]:
            return salesforce_error(401, "INVALID_SESSION_ID", "Session expired or invalid")
        return self._rest_api(asked)

    def _rest_api(self, asked: Asked) -> Response:
        below = asked.path.removeprefix(f"/services/data/v{VERSION}/")
        if below in {"query", "tooling/query"}:
            tables = self.org.tooling if below.startswith("tooling") else self.org.tables
            try:
                rows = select(asked.query["q"], tables)
            except SoqlError as refusal:
                return salesforce_error(400, refusal.code, str(refusal))
            return self._answer(rows, 0, below)
        if below.startswith("query/"):
            key, _, start = below.removeprefix("query/").rpartition("-")
            return self._answer(self._rest[key][0], int(start), "query", key)
        described = re.fullmatch(r"sobjects/(\w+)/describe", below)
        if described and described[1] in self.org.describes:
            return _json(
                {"name": described[1], "fields": [_field(*one) for one in self.org.describes[described[1]].items()]}
            )
        return salesforce_error(404, "NOT_FOUND", "The requested resource does not exist")

    def _answer(self, rows: list[Any], start: int, below: str, key: str = "") -> Response:
        key = key or f"01g5g00000Quer{len(self._rest)}"
        self._rest[key] = (rows, False)
        end = start + self.rows_per_answer
        done = end >= len(rows)
        more = {} if done else {"nextRecordsUrl": f"/services/data/v{VERSION}/query/{key}-{end}"}
        reply = _json({"totalSize": len(rows), "done": done, **more, "records": rows[start:end]})
        reply.headers["Sforce-Limit-Info"] = f"api-usage={self.api_usage}"
        return reply


# --- Replies ---


def error(status: int, reason: str, **headers: str) -> Response:
    """Return an error as the configuration API words it."""
    body = {
        "trackingId": "ccconfig_7f1c2a3e-0d5b-4a86-9c1e-6a2f5b7d8e90",
        "error": {"key": str(status), "reason": reason, "message": [{"description": reason}]},
    }
    reply = _json(body, status)
    reply.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return reply


def salesforce_error(status: int, code: str, message: str) -> Response:
    """Return an error as Salesforce words it."""
    return _json([{"message": message, "errorCode": code}], status)


def _json(body: Any, status: int = 200) -> Response:
    return Response(json.dumps(body), status, content_type="application/json")


def _gone(asked: Asked) -> tuple[int, Any, set[str]]:
    return 404, error(404, f"Requested resource is not found: {asked.path}").get_json(), set()


def _row(one: dict[str, Any], withheld: set[str], wanted: set[str]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name not in withheld and (not wanted or name in wanted)}


def _with_texts(body: Any) -> Any:
    """Return a layout as the description has it: its content is a text there."""
    if isinstance(body, dict) and isinstance(body.get("jsonFileContent"), dict):
        return {**body, "jsonFileContent": json.dumps(body["jsonFileContent"])}
    return body


def _field(name: str, said: list[Any]) -> dict[str, Any]:
    kind, length = said
    is_given = name in {"Id", "CaseNumber"}
    return {
        "name": name,
        "type": kind,
        "length": length,
        "createable": not is_given,
        "updateable": not is_given,
        "nillable": not is_given,
        "defaultedOnCreate": is_given,
    }
