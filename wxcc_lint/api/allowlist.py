"""What rules on allowed lists know beyond `wxcc_lint.api`."""

from __future__ import annotations

from wxcc_lint.allowlist_fixes import replaced_by as replaced_by
from wxcc_lint.catalog.allowlist import (
    is_around_desktop as is_around_desktop,
    is_first_party as is_first_party,
    open_domain as open_domain,
    salesforce_entries as salesforce_entries,
)
from wxcc_lint.documents.allowed_hosts import unlisted_hosts as unlisted_hosts, wanted_sources as wanted_sources
from wxcc_lint.documents.allowlist import AllowEntry as AllowEntry
from wxcc_lint.documents.allowlist_entries import (
    Coverage as Coverage,
    bare_entry as bare_entry,
    entry_meant as entry_meant,
    has_misplaced_wildcard as has_misplaced_wildcard,
    is_over_wide as is_over_wide,
    wider_entries as wider_entries,
)
