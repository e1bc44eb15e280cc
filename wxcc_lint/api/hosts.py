"""What rules know of addresses, regions, placeholders and secrets."""

from __future__ import annotations

from wxcc_lint.catalog.hosts import (
    host_fact as host_fact,
)
from wxcc_lint.catalog.hosts import (
    is_ip_address as is_ip_address,
)
from wxcc_lint.catalog.hosts import (
    is_local as is_local,
)
from wxcc_lint.catalog.hosts import (
    is_private as is_private,
)
from wxcc_lint.catalog.hosts import (
    is_shared as is_shared,
)
from wxcc_lint.catalog.hosts import (
    is_vendors as is_vendors,
)
from wxcc_lint.catalog.named_regions import environment_path as environment_path
from wxcc_lint.catalog.named_regions import named_regions as named_regions
from wxcc_lint.catalog.placeholders import placeholders as placeholders
from wxcc_lint.catalog.regions import (
    Region as Region,
)
from wxcc_lint.catalog.regions import (
    desktop_code as desktop_code,
)
from wxcc_lint.catalog.regions import (
    host_of as host_of,
)
from wxcc_lint.catalog.regions import (
    region_of as region_of,
)
from wxcc_lint.catalog.regions import (
    regions as regions,
)
from wxcc_lint.catalog.secrets import known_secret as known_secret
from wxcc_lint.catalog.secrets import likely_secret as likely_secret
from wxcc_lint.catalog.unframed_hosts import unframed_hosts as unframed_hosts
from wxcc_lint.documents.host_sources import HostSource as HostSource
from wxcc_lint.documents.host_sources import blank_in as blank_in
from wxcc_lint.documents.host_sources import host_source as host_source
