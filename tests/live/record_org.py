"""Record the snapshot in fixtures/orgs/acme: Acme's org after somebody has changed three things in it by hand.

    .venv/bin/python -m tests.live.record_org

`pull` itself writes it, with a key and at a time that never change: the same org gives the same bytes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from tests.live.acme import served
from tests.live.org_state import RECORDED, Org

SNAPSHOT = RECORDED / "snapshot"


def change_by_hand(org: Org) -> None:
    """Do what people do in Control Hub and in Setup when nobody looks."""
    layout = json.loads(org.named("desktop-layout", "Acme Service Desk")["jsonFileContent"])
    visits = layout["agent"]["area"]["navigation"][0]["page"]["widgets"]["visits"]
    visits["script"] = "https://widgets-test.acme.com/visits/1.5.0/visits.js"
    org.save_layout("Acme Service Desk", layout, editedBy="Tom Ward")
    org.save("cad-variable", "CustomerNumber", active=False)
    site = next(one for one in org.tables["CspTrustedSite"] if one["DeveloperName"] == "Webex_Desktop")
    site["IsApplicableToFrameSrc"] = False
    site |= {"LastModifiedDate": "2026-11-20T16:42:00.000+0000", "LastModifiedBy": {"Name": "Tom Ward"}}


def record(folder: Path) -> None:
    """Pull that org into a folder."""
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as acme:
        change_by_hand(acme.org)
        acme.snapshot = folder
        acme.pull(use_known=False)


if __name__ == "__main__":
    shutil.rmtree(SNAPSHOT, ignore_errors=True)
    record(SNAPSHOT)
