"""The vendor's package for Salesforce, and the components that a utility bar holds; see salesforce-package.yaml."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts


class PackageFacts(Struct, frozen=True):
    """The package's namespace, the names of its page layouts for tasks, and the names of two components of Salesforce."""

    namespace: str
    task_layout: str
    outdated_task_layout: str
    softphone: str
    omni_channel: str


@cache
def package_facts() -> PackageFacts:
    """Return what is known of the package."""
    facts = read_facts("salesforce-package.yaml")
    components = facts["components"]
    return PackageFacts(
        facts["namespace"]["value"],
        facts["task-layout"]["value"],
        facts["outdated-task-layout"]["value"],
        components["softphone"]["value"],
        components["omni-channel"]["value"],
    )
