"""Acme's org as plain data, with the repository's project deployed to it; tests change it as people change an org by hand."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

import yaml
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
RECORDED = ROOT / "fixtures" / "orgs" / "acme"
PROJECT = ROOT / "fixtures" / "projects" / "salesforce"
COMPONENTS = Path("force-app/main/default")
METADATA = "http://soap.sforce.com/2006/04/metadata"
DAY = 86_400_000
SAVED = "2026-09-01T08:00:00.000+0000"

Row = dict[str, Any]


class Org:
    """Both systems. `webex` holds whole objects by entity, `tables` and `tooling` rows by object, `metadata` files by type."""

    def __init__(self) -> None:
        self.organization: Row = _recorded("webex/organization.json")
        self.webex: dict[str, list[Row]] = {
            path.stem: _recorded(f"webex/{path.name}")
            for path in sorted((RECORDED / "webex").glob("*.json"))
            if path.stem != "organization"
        }
        self.tables: dict[str, list[Row]] = _recorded("salesforce/rows.json")
        self.tooling: dict[str, list[Row]] = {}
        self.describes: dict[str, dict[str, list[Any]]] = _recorded("salesforce/describes.json")
        self.metadata: dict[str, dict[str, bytes]] = {}
        self.deploy(PROJECT)

    @property
    def org_id(self) -> str:
        """The id of the tenant."""
        return str(self.organization["id"])

    @property
    def salesforce_id(self) -> str:
        """The id of the Salesforce org."""
        return str(self.tables["Organization"][0]["Id"])

    # --- What tests do to the tenant ---

    def named(self, entity: str, name: str) -> Row:
        """Return the object of that name."""
        return next(one for one in self.webex[entity] if one.get("name") == name)

    def save(self, entity: str, name: str, **fields: Any) -> Row:
        """Change fields of an object as Control Hub does: its version and time of change move as well."""
        one = self.named(entity, name)
        one.update(fields)
        one["version"] += 1
        one["lastUpdatedTime"] += DAY
        return one

    def add(self, entity: str, name: str, *, like: str, **fields: Any) -> Row:
        """Add an object that is like another one."""
        made = {**copy.deepcopy(self.named(entity, like)), **fields, "name": name, "version": 0}
        made["id"] = str(uuid5(NAMESPACE_DNS, f"{entity}.{name}"))
        self.webex[entity].append(made)
        return made

    def remove(self, entity: str, name: str) -> None:
        """Delete an object."""
        self.webex[entity].remove(self.named(entity, name))

    def save_layout(self, name: str, content: Any, **fields: Any) -> None:
        """Upload the JSON of a layout."""
        text = content if isinstance(content, str) else json.dumps(content)
        self.save("desktop-layout", name, jsonFileContent=text, **fields)

    # --- What tests do to the Salesforce org ---

    def give_access(self, permission_set: str, apex_class: str, *, group: str) -> None:
        """Let a permission set run the class with this id, and put it into a group."""
        access, groups = self.tables["SetupEntityAccess"], self.tables["PermissionSetGroupComponent"]
        entry = {"SetupEntityType": "ApexClass", "SetupEntityId": apex_class}
        parent = {"Name": permission_set, "NamespacePrefix": None, "Profile": None}
        id_ = f"0PS5g00000Sets{len(groups)}AAA"
        access.append({"Id": f"0J05g00000Acce{len(access)}AAA", "ParentId": id_, "Parent": parent, **entry})
        of_group = {"DeveloperName": group, "NamespacePrefix": None}
        groups.append({"Id": f"0PG5g00000Part{len(groups)}AAA", "PermissionSetId": id_, "PermissionSetGroup": of_group})

    # --- What a deployment does ---

    def deploy(self, project: Path) -> None:
        """Put a project into the org: layouts by the names that its config gives, components as `sf` does."""
        config = yaml.safe_load((project / ".wxcc-lint.yaml").read_text("utf-8"))
        for name, path in config["environments"]["prod"]["layouts"].items():
            self.save_layout(name, json.loads((project / path).read_text("utf-8")))
        folder = project / COMPONENTS
        self.metadata = {
            "CallCenter": _files(folder / "callCenters"),
            "CustomMetadata": _files(folder / "customMetadata"),
            "OmniChannelSettings": _files(folder / "settings"),
            "Profile": _files(folder / "profiles"),
        }
        self._deploy_callcenters()
        self._deploy_rows(folder)
        self._deploy_apex(folder)
        self._deploy_profiles()
        self._describe(folder)

    def _deploy_callcenters(self) -> None:
        self.tables["CallCenter"] = [
            {
                "Id": "04v5g0000008AcmAAE",
                "Name": _text(root, "displayName"),
                "InternalName": name,
                "AdapterUrl": _text(root, "adapterUrl"),
                "CustomSettings": _text(root, "customSettings"),
                "Version": 4.0,
                **_stamps(),
            }
            for name, root in ((name, etree.fromstring(data)) for name, data in self.metadata["CallCenter"].items())
        ]

    def _deploy_rows(self, folder: Path) -> None:
        sites = _rows(folder / "cspTrustedSites", "0TD5g00000Site", {"DeveloperName": "", **_SITE})
        proxies = _rows(folder / "remoteSiteSettings", "0rp5g00000Prox", {"SiteName": "", **_PROXY})
        origins = _rows(
            folder / "corsWhitelistOrigins", "0CO5g00000Orig", {"DeveloperName": "", "UrlPattern": "urlPattern"}
        )
        statuses = _rows(
            folder / "servicePresenceStatuses", "0N55g00000Stat", {"DeveloperName": "", "MasterLabel": "label"}
        )
        self.tables |= {"CspTrustedSite": sites, "ServicePresenceStatus": statuses}
        channels = {
            name: [one.text or "" for one in etree.fromstring(data).iter(f"{{{METADATA}}}channel")]
            for name, data in _files(folder / "servicePresenceStatuses").items()
        }
        names = sorted({one for held in channels.values() for one in held})
        self.tables["ServiceChannel"] = [
            {"Id": f"0N95g00000Chan{place}AAA", "DeveloperName": name, "MasterLabel": name}
            for place, name in enumerate(names)
        ]
        ids = {one["DeveloperName"]: one["Id"] for one in self.tables["ServiceChannel"]}
        self.tables["ServiceChannelStatus"] = [
            {
                "Id": f"0N75g00000Held{place:02}AAA",
                "ServicePresenceStatusId": row["Id"],
                "ServicePresenceStatus": {"DeveloperName": row["DeveloperName"]},
                "ServiceChannelId": ids[name],
                "ServiceChannel": {"DeveloperName": name},
            }
            for place, (row, name) in enumerate(
                (row, name) for row in statuses for name in channels[row["DeveloperName"]]
            )
        ]
        self.tooling |= {"CspTrustedSite": sites, "RemoteProxy": proxies, "CorsWhitelistEntry": origins}
        package = etree.parse(folder / "installedPackages" / "ciscocjs.installedPackage-meta.xml").getroot()
        major, minor = map(int, _text(package, "versionNumber").split("."))
        version = {"MajorVersion": major, "MinorVersion": minor, "PatchVersion": 0, "BuildNumber": 1}
        space = {"NamespacePrefix": "ciscocjs", "Name": "Webex Contact Center for Salesforce"}
        self.tooling["InstalledSubscriberPackage"] = [
            {"Id": "0A35g000000PackAAE", "SubscriberPackage": space, "SubscriberPackageVersion": version}
        ]

    def _deploy_apex(self, folder: Path) -> None:
        rows = []
        for place, path in enumerate(sorted((folder / "classes").glob("*.cls"))):
            meta = etree.parse(f"{path}-meta.xml").getroot()
            rows.append(
                {
                    "Id": f"01p5g00000Clas{place}AAA",
                    "Name": path.stem,
                    "NamespacePrefix": None,
                    "ApiVersion": float(_text(meta, "apiVersion")),
                    "Status": _text(meta, "status"),
                    "Body": path.read_text("utf-8"),
                    **_stamps(),
                }
            )
        self.tables["ApexClass"] = self.tooling["ApexClass"] = rows

    def _deploy_profiles(self) -> None:
        classes = {one["Name"]: one["Id"] for one in self.tables["ApexClass"]}
        access, layouts = [], []
        for profile in self.tables["Profile"]:
            root = etree.fromstring(self.metadata["Profile"][profile["Name"]])
            for one in root.findall(f"{{{METADATA}}}classAccesses"):
                if _text(one, "enabled") == "true" and _text(one, "apexClass") in classes:
                    parent = {
                        "Name": f"X{profile['Id']}",
                        "NamespacePrefix": None,
                        "Profile": {"Name": profile["Name"]},
                    }
                    entry = {"SetupEntityType": "ApexClass", "SetupEntityId": classes[_text(one, "apexClass")]}
                    ids = {"Id": f"0J05g00000Acce{len(access)}AAA", "ParentId": f"0PS5g00000Prof{len(access)}AAA"}
                    access.append({**ids, "Parent": parent, **entry})
            for one in root.findall(f"{{{METADATA}}}layoutAssignments"):
                table, _, name = _text(one, "layout").partition("-")
                space, _, bare = name.rpartition("__")
                layouts.append(
                    {
                        "Id": f"01G5g00000Layo{len(layouts)}AAA",
                        "ProfileId": profile["Id"],
                        "Profile": {"Name": profile["Name"]},
                        "TableEnumOrId": table,
                        "RecordTypeId": None,
                        "Layout": {"Name": bare, "NamespacePrefix": space or None},
                    }
                )
        self.tables |= {"SetupEntityAccess": access, "PermissionSetGroupComponent": []}
        self.tooling["ProfileLayout"] = layouts

    def _describe(self, folder: Path) -> None:
        """Add the fields of the project to those that the objects come with; tasks have those of activities."""
        for path in sorted((folder / "objects").glob("*/fields/*.field-meta.xml")):
            root = etree.parse(path).getroot()
            owner = {"Activity": "Task"}.get(path.parts[-3], path.parts[-3])
            length = root.findtext(f"{{{METADATA}}}length") or "255"
            self.describes[owner][_text(root, "fullName")] = [_text(root, "type").lower(), int(length)]


_SITE = {
    "Context": "context",
    "Description": "description",
    "EndpointUrl": "endpointUrl",
    "IsActive": "isActive",
    **{
        f"IsApplicableTo{one}Src": f"isApplicableTo{one}Src"
        for one in ("Connect", "Font", "Frame", "Img", "Media", "Style")
    },
    "CanAccessCamera": "canAccessCamera",
    "CanAccessMicrophone": "canAccessMicrophone",
}
_PROXY = {
    "Description": "description",
    "EndpointUrl": "url",
    "IsActive": "isActive",
    "ProtocolMismatch": "disableProtocolSecurity",
}


@cache
def _text_of(path: str) -> str:
    return (RECORDED / path).read_text("utf-8")


def _recorded(path: str) -> Any:
    return json.loads(_text_of(path))


def _files(folder: Path) -> dict[str, bytes]:
    """Return the components in a folder by full name."""
    return {path.name.rsplit(".", 2)[0]: path.read_bytes() for path in sorted(folder.glob("*-meta.xml"))}


def _rows(folder: Path, ids: str, columns: dict[str, str]) -> list[Row]:
    """Return components as rows; the column without an element is the full name."""
    rows = []
    for place, (name, data) in enumerate(_files(folder).items()):
        root = etree.fromstring(data)
        said = {column: _value(root, element) if element else name for column, element in columns.items()}
        rows.append({"Id": f"{ids}{place}AAA", **said, "NamespacePrefix": None, **_stamps()})
    return rows


def _value(root: Any, element: str) -> str | bool | None:
    """Return what a column holds: a switch that no file mentions is off, as in the object."""
    text = root.findtext(f"{{{METADATA}}}{element}")
    return text == "true" if element.startswith(("is", "can", "disable")) else text


def _text(root: Any, name: str) -> str:
    return root.findtext(f"{{{METADATA}}}{name}") or ""


def _stamps() -> Row:
    return {
        "LastModifiedDate": SAVED,
        "LastModifiedById": "0055g00000Usr00AAA",
        "LastModifiedBy": {"Name": "Priya Nair"},
    }
