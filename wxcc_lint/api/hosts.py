"""What rules know of addresses, regions, placeholders and secrets."""

from __future__ import annotations

from wxcc_lint.catalog.hosts import (
    host_fact as host_fact,
    is_ip_address as is_ip_address,
    is_local as is_local,
    is_private as is_private,
    is_shared as is_shared,
    is_vendors as is_vendors,
)
from wxcc_lint.catalog.named_regions import environment_path as environment_path, named_regions as named_regions
from wxcc_lint.catalog.placeholders import placeholders as placeholders
from wxcc_lint.catalog.regions import (
    Region as Region,
    desktop_code as desktop_code,
    host_of as host_of,
    region_of as region_of,
    regions as regions,
)
from wxcc_lint.catalog.secrets import known_secret as known_secret, likely_secret as likely_secret
from wxcc_lint.catalog.unframed_hosts import unframed_hosts as unframed_hosts
from wxcc_lint.documents.host_sources import HostSource as HostSource, blank_in as blank_in, host_source as host_source
