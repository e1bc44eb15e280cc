"""State sync with Omni-Channel across the files of an environment: where it is on, and the Apex class that it asks."""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.catalog.salesforce_omni import omni_facts
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.component_files import component_name
from wxcc_lint.documents.project import Project
from wxcc_lint.documents.salesforce_apex import ApexClass, apex_class
from wxcc_lint.documents.salesforce_view import SalesforceComponent
from wxcc_lint.suggest import closest


def omni_switches(project: Project, *generations: str) -> list[Item]:
    """Return the items that switch the sync on, in the call centers of these generations, first ones first."""
    return [item for view in project.callcenters if view.generation in generations for item in _switched_on(view)]


def _switched_on(view: CallCenter) -> Iterator[Item]:
    item = view.item(omni_facts().switches[view.generation])
    if item is not None and item.value == "true":
        yield item


def presence_items(project: Project) -> Iterator[tuple[CallCenter, Item]]:
    """Yield the items in use that name a presence status of Salesforce, with their call centers."""
    for view in project.callcenters:
        for item in view.items_of("presence-status"):
            if view.is_in_use(item) and not item.is_blank and "${" not in item.value:
                yield view, item


def means_omni_class(name: str) -> bool:
    """Tell whether a name is that of the class which the connector of Version 1 asks, perhaps with blanks in it."""
    return "".join(name.split()).casefold() == omni_facts().class_name.casefold()


def omni_class(component: SalesforceComponent) -> ApexClass | None:
    """Return the outline of a class that has, or is meant to have, the name that the connector knows; None for others."""
    source = apex_class(component)
    if source and (means_omni_class(component.name) or means_omni_class(source.name.text)):
        return source
    return None


def has_omni_class(project: Project) -> bool:
    """Tell whether the source of the class is among the files, even if it cannot be read or belongs to a package."""
    unread = (component_name(file, "ApexClass") for file in project.unread)
    sources = [one for one in project.of_type("ApexClass") if one.is_apex]
    names = [*(one.name for one in sources), *project.noticed.get("ApexClass", ()), *filter(None, unread)]
    return any(means_omni_class(name.rpartition("__")[2]) for name in names) or any(map(omni_class, sources))


def misspelt_omni_classes(project: Project) -> list[ApexClass]:
    """Return the classes that have the method which the connector calls, and nearly the name; those of tests have not."""
    facts = omni_facts()
    found = map(apex_class, project.of_type("ApexClass"))
    return [
        one
        for one in found
        if one and one.methods_called(facts.method) and closest(one.name.text, [facts.class_name]) is not None
    ]
