"""The region that a call center says its tenant is in."""

from __future__ import annotations

from msgspec import Struct

from wxcc_lint.catalog.regions import Region, region_of, regions
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import GENERAL, CallCenter
from wxcc_lint.documents.model import Place


class StatedRegion(Struct, frozen=True):
    """A known region and the item that states it; `at` is the place of its code."""

    item: Item
    region: Region
    at: Place

    def value_for(self, region: Region) -> str:
        """Return what the item holds in another region."""
        return region.code if self.item.value == self.region.code else region.adapter_url


def stated_region(view: CallCenter) -> StatedRegion | None:
    """Return the region: Version 1 states it in the adapter URL, Version 2 in an item of its own."""
    item = next(view.items_of("region"), None)
    if item is not None:
        region = regions().get(item.value)
        return StatedRegion(item, region, item.at) if region else None
    item = view.item("reqAdapterUrl", GENERAL)
    region = region_of(item.value) if item else None
    if item is None or region is None:
        return None
    start = item.text.lower().find(f"-{region.code}.") + 1
    return StatedRegion(item, region, Place(item.document, item.path).slice(start, start + len(region.code)))
