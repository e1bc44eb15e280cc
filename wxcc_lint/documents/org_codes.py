"""Idle codes: those of the tenant, and those that its call centers set."""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.catalog.webex_entities import webex_entities
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.org import Org
from wxcc_lint.documents.org_objects import OrgObject


def idle_codes(org: Org) -> list[OrgObject]:
    """Return the idle codes of the tenant, the inactive ones as well."""
    return [one for one in org.of("auxiliary-code") if one.text("workTypeCode") == "IDLE_CODE"]


def offers_idle_code(profile: OrgObject, code: OrgObject) -> bool:
    """Tell whether a code is among those that a desktop profile lists: there its kind of work stands behind its name."""
    listed = {one.partition("#")[0] for one in profile.names("idleCodes")}
    return webex_entities()["auxiliary-code"].title_of(code.data) in listed


def idle_items(org: Org) -> Iterator[tuple[CallCenter, Item]]:
    """Yield the items in use that name an idle code, with their call centers."""
    for view in org.callcenters:
        for item in view.items_of("idle-code"):
            if view.is_in_use(item) and not item.is_blank:
                yield view, item
