"""A project of files, and the org that it was deployed to, as a snapshot: both are changed by the tests."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wxcc_lint.masks import MaskKey, masked_data

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "fixtures" / "projects" / "salesforce"
SOURCE = "force-app/main/default"
KEY = "0123456789abcdef0123456789abcdef"
KEPT = ("callCenters", "cspTrustedSites", "corsWhitelistOrigins", "remoteSiteSettings", "servicePresenceStatuses")
TYPES = (
    *("CallCenter", "CspTrustedSite", "CorsWhitelistOrigin", "RemoteSiteSetting", "ServicePresenceStatus"),
    *("ApexClass", "InstalledPackage", "Settings"),
)
COMPONENTS = (
    *("classes/sfdcOmniChannel.cls", "classes/sfdcOmniChannel.cls-meta.xml"),
    *("installedPackages/ciscocjs.installedPackage-meta.xml", "settings/OmniChannel.settings-meta.xml"),
)
WEBEX_KINDS = ("desktop-layout", "team", "users-by-team", "agent-profiles-by-team")
TEAMS: tuple[dict[str, Any], ...] = (
    {"name": "London", "active": True, "desktopLayoutId": "desktop-layout:Acme Service Desk"},
    {"name": "Leeds", "active": True, "desktopLayoutId": "desktop-layout:Acme Service Desk"},
    {"name": "Old", "active": False, "desktopLayoutId": "desktop-layout:Acme Service Desk"},
    {"name": "York", "active": True},
)


@dataclass
class Bench:
    """The folder with the files, and what the org holds."""

    folder: Path
    snapshot: str = "org"
    kinds: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)

    @property
    def org(self) -> Path:
        return self.folder / self.snapshot

    def file(self, name: str) -> Path:
        """A file of the project, or of the org where its name begins with `org/`."""
        return self.folder / name

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.file(name).read_text("utf-8")
        assert text.count(old) >= 1, (name, old)
        self.file(name).write_text(text.replace(old, new, 1), "utf-8")

    @property
    def layout(self) -> str:
        (path,) = (one for one in (self.org / "webex/desktop-layout").glob("acme-service-desk-*"))
        return path.relative_to(self.folder).as_posix()

    def write_header(self) -> None:
        kinds = {kind: {"status": "complete", "count": 1, "reason": ""} for kind in self.kinds}
        kinds |= {kind: said for kind, said in self.kinds.items() if isinstance(said, dict)}
        _write(self.org / "snapshot.json", {**self.header, "kinds": kinds})


def deployed(folder: Path) -> Bench:
    """Put the project into a folder, and the org that it was deployed to beside it."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    config = folder / ".wxcc-lint.yaml"
    config.write_text(
        config.read_text("utf-8").partition("    webex:\n")[0], "utf-8"
    )  # tests say which orgs it declares
    bench = Bench(folder)
    source = folder / SOURCE
    for name in KEPT:
        shutil.copytree(source / name, bench.org / "salesforce" / name)
    for name in COMPONENTS:
        (bench.org / "salesforce" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, bench.org / "salesforce" / name)
    content = json.loads((folder / "layouts/service-desk.json").read_text("utf-8"))
    said = {"name": "Acme Service Desk", "description": "", "status": True, "global": False, "validated": True}
    said |= {"teamIds": ["team:London", "team:Leeds"], "jsonFileName": "service-desk.json"}
    index = {
        put(bench, "desktop-layout", {**said, "jsonFileContent": masked_data(content, MaskKey(KEY.encode()))}): "c"
    }
    put(bench, "desktop-layout", {"name": "Global Layout", "global": True, "status": True, "jsonFileContent": content})
    for team in TEAMS:
        put(bench, "team", team)
    _write(bench.org / "webex/users-by-team/counts.json", {"London": 12, "Leeds": 3, "Old": 9, "York": 1})
    _write(bench.org / "webex/agent-profiles-by-team/counts.json", {"London": {"Agents": 12}, "Leeds": {"Seniors": 3}})
    saved = {"changed": "2026-11-20T09:30:00Z", "changedBy": "Alex Moor"}
    site = "salesforce/cspTrustedSites/Webex_Desktop.cspTrustedSite-meta.xml"
    _write(bench.org / "index.json", {**dict.fromkeys(index, saved), site: saved})
    bench.header = {
        "version": 1,
        "environment": "prod",
        "orgName": "Acme",
        "orgId": None,
        "datacenter": "eu1",
        "sandbox": False,
        "readAt": "2026-11-22T10:00:00Z",
        "maskKey": MaskKey(KEY.encode()).id,
        "salesforce": {"orgName": "Acme CRM", "orgId": "00D000000000001", "instance": "EU42", "sandbox": False},
    }
    bench.kinds = dict.fromkeys([f"webex/{one}" for one in WEBEX_KINDS] + [f"salesforce/{one}" for one in TYPES])
    bench.write_header()
    return bench


def put(bench: Bench, kind: str, data: dict[str, Any]) -> str:
    """Write an object of Webex, and return its path in the snapshot."""
    digest = hashlib.sha256(data["name"].encode()).hexdigest()[:8]
    name = f"webex/{kind}/{data['name'].lower().replace(' ', '-')}-{digest}.json"
    _write(bench.org / name, data)
    return name


def _write(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, indent=2, sort_keys=True) + "\n", "utf-8")
