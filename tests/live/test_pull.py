"""A pull is both readers, the masks and the writer together: what the orgs hold stands in the folder, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.live.webex_tenant import Tenant, acme
from wxcc_lint import __version__
from wxcc_lint.masks import MaskKey
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.pull import PullResult, Sessions, Wanted, pull
from wxcc_lint.sources.live.reading import Org

SECRET = "Zq7-planted-secret"
NOW = datetime(2026, 11, 22, 11, 0, tzinfo=timezone(timedelta(hours=1)))
ORG_ID = "00D000000000001"


class EmptyOrg:
    """A Salesforce org in which nothing was ever set up."""

    org = Org("salesforce", ORG_ID, "Acme Test", "CS42", sandbox=True)
    api_version = "63.0"

    def __init__(self) -> None:
        self.asked = 0

    def query(self, soql: str, *, tooling: bool = False) -> list[dict[str, Any]]:
        self.asked += 1
        return []

    def get(self, path: str, **query: str | int) -> Any:
        raise LiveError("not-found", "no such thing", status=404)

    def read_metadata(self, type_: str, names: object) -> list[tuple[str, bytes]]:
        return []

    def list_metadata(self, type_: str) -> list[dict[str, Any]]:
        return []


@pytest.fixture
def tenant() -> Tenant:
    return acme()


@pytest.fixture
def run(tmp_path: Path, tenant: Tenant) -> Callable[..., PullResult]:
    """Pull into the folder `prod`."""

    def go(key: bytes = b"k" * 32, **more: Any) -> PullResult:
        tenant.requests.clear()
        sessions = Sessions(**{"webex": tenant, "requests": lambda: len(tenant.requests), **more})
        wanted = Wanted("prod", unread=(("salesforce", "left out"),))
        return pull(sessions, wanted, tmp_path / "prod", Masker(MaskKey(key)), lambda: NOW, lambda *_: None)

    return go


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def objects(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in content(folder).items() if "/" in name}


def items_asked(tenant: Tenant) -> list[str]:
    return [path for path, query in tenant.requests if "page" not in query]


def test_the_header_says_of_what_and_when_it_is(tmp_path, run) -> None:
    result = run(salesforce=EmptyOrg())
    header = json.loads((tmp_path / "prod" / "snapshot.json").read_bytes())
    kinds = header.pop("kinds")
    assert kinds["webex/team"] == {"status": "complete", "count": 3, "reason": ""}
    assert {name.partition("/")[0] for name in kinds} == {"webex", "salesforce"}
    assert header == {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environment": "prod",
        "orgName": None,
        "orgId": Tenant.org_id,
        "datacenter": None,
        "sandbox": None,
        "readAt": "2026-11-22T10:00:00Z",
        "salesforce": {
            "orgName": "Acme Test",
            "orgId": ORG_ID,
            "instance": "CS42",
            "sandbox": True,
            "apiVersion": "63.0",
        },
        "maskKey": MaskKey(b"k" * 32).id,
        "uncovered": [{"document": "salesforce", "reason": "left out"}],
        "requests": result.requests,
    }
    assert (result.read_at, result.kinds["webex/team"].count) == ("2026-11-22T10:00:00Z", 3)


def test_without_salesforce_there_is_none_of_it(tmp_path, run) -> None:
    run()
    header = json.loads((tmp_path / "prod" / "snapshot.json").read_bytes())
    assert header["salesforce"] is None
    assert {name.partition("/")[0] for name in header["kinds"]} == {"webex"}
    assert not (tmp_path / "prod" / "salesforce").exists()


def test_the_same_org_twice_differs_in_its_header_alone(tmp_path, run, tenant) -> None:
    run()
    before = content(tmp_path / "prod")
    tenant.objects = {path: list(reversed(rows)) for path, rows in tenant.objects.items()}
    run()
    after = content(tmp_path / "prod")
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"snapshot.json"}


def test_a_second_pull_asks_for_lists_only_and_for_what_changed(run, tenant) -> None:
    run()
    assert len(items_asked(tenant)) == 3  # a layout, a desktop profile, a user profile
    run()
    assert items_asked(tenant) == []
    tenant.save("v2/desktop-layout", "Sales Desktop", description="new")
    run()
    assert [path.partition("/")[0] for path in items_asked(tenant)] == ["desktop-layout"]


@pytest.mark.parametrize("name", ["snapshot.json", "index.json"])
def test_what_the_older_snapshot_cannot_tell_is_read_again(tmp_path, run, tenant, name) -> None:
    run()
    before = objects(tmp_path / "prod")
    if name == "index.json":
        for file in (tmp_path / "prod").rglob("webex/*/*.json"):
            file.write_bytes(file.read_bytes() + b" ")
    else:
        header = json.loads((tmp_path / "prod" / name).read_bytes())
        (tmp_path / "prod" / name).write_text(json.dumps({**header, "orgId": "another"}))
    run()
    assert len(items_asked(tenant)) == 3
    assert objects(tmp_path / "prod") == before


def test_with_another_key_all_is_masked_anew(tmp_path, run, tenant) -> None:
    tenant.find("v2/desktop-layout", "Sales Desktop")["jsonFileContent"] = json.dumps({"a": {"apiKey": SECRET}})
    masks = []
    for key in (b"k" * 32, b"o" * 32):
        run(key)
        assert len(items_asked(tenant)) == 3
        (layout,) = (tmp_path / "prod" / "webex" / "desktop-layout").iterdir()
        masks.append(json.loads(layout.read_bytes())["jsonFileContent"]["a"]["apiKey"])
    assert [one["hmac"] for one in masks] == [MaskKey(key * 32).digest(SECRET) for key in (b"k", b"o")]


def test_no_secret_and_no_number_stands_in_any_file(tmp_path, run, tenant) -> None:
    widget = {
        "comp": "acme-w",
        "script": f"https://{SECRET}@acme.com/w.js?token={SECRET}",
        "properties": {"password": SECRET, "settings": json.dumps({"apiKey": SECRET}), "header": f"Bearer {SECRET}0"},
    }
    tenant.save(
        "v2/desktop-layout", "Sales Desktop", jsonFileContent=json.dumps({"w": widget}), editedBy=f"{SECRET}@acme.com"
    )
    tenant.objects["v2/dial-number"][0]["dialledNumber"] = "+442079460018"
    tenant.save("v2/cad-variable", "orderId", sensitive=True, defaultValue=SECRET)
    for _ in range(2):
        run()
        written = content(tmp_path / "prod")
        assert not [name for name, data in written.items() if b"Zq7" in data or b"207946" in data]
        assert not [name for name in written if "207946" in name]


def test_a_kind_that_cannot_be_read_is_told_and_the_others_are_there(tmp_path, run, tenant) -> None:
    tenant.faults["v2/cad-variable"] = LiveError("forbidden", "the token may not read this", status=403)
    result = run()
    assert list(result.incomplete) == ["webex/cad-variable"]
    kind = json.loads((tmp_path / "prod" / "snapshot.json").read_bytes())["kinds"]["webex/cad-variable"]
    assert (kind["status"], kind["count"]) == ("forbidden", 0)
    assert "the token may not read this" in kind["reason"]
    assert (tmp_path / "prod" / "webex" / "team").is_dir()


def test_what_ends_all_reading_leaves_the_old_snapshot(tmp_path, run, tenant) -> None:
    run()
    before = content(tmp_path / "prod")
    tenant.faults["v2/site"] = LiveError("unauthorised", "the token is not valid any more", status=401)
    with pytest.raises(LiveError):
        run()
    assert content(tmp_path / "prod") == before
    assert [path.name for path in tmp_path.iterdir()] == ["prod"]
