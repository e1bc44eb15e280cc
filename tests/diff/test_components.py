"""Which Salesforce components are compared, and of which nobody knows whether an org lacks them."""

from __future__ import annotations

import pytest

from wxcc_lint.diff.components import is_complete, shared_components, with_doubts
from wxcc_lint.diff.objects import ConfigObject, Contents, ObjectKind, OrgFacts, SourceInfo, Uncovered
from wxcc_lint.documents.model import Document
from wxcc_lint.spans import Text

SITES, REMOTE, CORS = "salesforce/CspTrustedSite", "salesforce/RemoteSiteSetting", "salesforce/CorsWhitelistOrigin"


def an_object(sort: str, name: str = "A") -> ConfigObject:
    document = Document(f"{name}.xml", "salesforce", Text(""))
    kind: ObjectKind = "layout" if sort == "layout" else "component"
    return ConfigObject(kind, name, document, type="" if sort == "layout" else sort)


def contents(*objects: ConfigObject, uncovered: tuple[Uncovered, ...] = (), org: OrgFacts | None = None) -> Contents:
    return Contents(SourceInfo("x"), objects, uncovered, org=org)


def titles(side: Contents) -> list[str]:
    return [one.title for one in side.objects]


FILES = contents(
    an_object("layout"),
    an_object("CspTrustedSite"),
    an_object("RemoteSiteSetting"),
    an_object("RemoteSiteSetting", "B"),
    an_object("CorsWhitelistOrigin"),
    an_object("Profile"),
)
ORG = contents(
    an_object("layout"),
    an_object("CspTrustedSite", "B"),
    an_object("CustomField"),
    an_object("CustomField", "B"),
    an_object("ApexClass"),
    an_object("Profile"),
    org=OrgFacts(kinds={CORS: "complete"}),
)


def test_components_of_types_that_only_one_side_keeps_are_not_compared() -> None:
    shared = shared_components(FILES, ORG, include_unmanaged=False)
    assert titles(shared.left) == ["layout:A", "CspTrustedSite:A", "CorsWhitelistOrigin:A"]
    assert titles(shared.right) == ["layout:A", "CspTrustedSite:B"]
    assert shared.notes == (
        "not read from orgs, so not compared: 1 Profile, 2 RemoteSiteSetting",
        "no files of their types, so not compared: 1 ApexClass, 2 CustomField, 1 Profile; see --include-unmanaged",
    )


def test_what_only_the_org_has_is_compared_if_asked_for() -> None:
    shared = shared_components(FILES, ORG, include_unmanaged=True)
    assert shared.right == ORG
    assert shared.notes == ("not read from orgs, so not compared: 1 Profile, 2 RemoteSiteSetting",)


def test_nothing_is_said_where_both_sides_keep_the_same() -> None:
    same = contents(an_object("CspTrustedSite"))
    assert shared_components(same, same, include_unmanaged=False).notes == ()


def test_of_some_types_only_what_belongs_to_the_integration_is_compared() -> None:
    side = contents(an_object("ApexClass", "Other"), an_object("ApexClass", "sfdcOmniChannel"))
    shared = shared_components(side, side, include_unmanaged=False)
    assert titles(shared.left) == titles(shared.right) == ["ApexClass:sfdcOmniChannel"]


def test_kinds_that_were_not_read_in_full_are_not_covered() -> None:
    kinds = {SITES: "partial", REMOTE: "complete", CORS: "failed", "webex/team": "partial", "webex/site": "complete"}
    already = Uncovered("CorsWhitelistOrigin", "said before")
    org = contents(uncovered=(already,), org=OrgFacts(kinds=kinds, reasons={SITES: "the org refused"}))
    files = contents(an_object("RemoteSiteSetting"), an_object("ApexClass"))
    assert with_doubts(files, org).uncovered == (
        already,
        Uncovered("ApexClass", "the snapshot does not say that all of these were read"),
        Uncovered("CspTrustedSite", "the org refused"),
        Uncovered("webex/team", "the snapshot calls it partial"),
    )


def test_a_system_that_the_environment_does_not_declare_is_told_once_if_there_are_files_of_it() -> None:
    files = contents(an_object("RemoteSiteSetting"), an_object("ApexClass"), an_object("layout"))
    org = contents(org=OrgFacts(kinds={"webex/desktop-layout": "complete"}))
    why = "and has files of it: declare its 'org-id', or leave them out of 'files'"
    doubt = Uncovered("salesforce", f"the environment declares no 'salesforce', {why}")
    assert with_doubts(files, org, {"salesforce"}).uncovered == (doubt,)
    assert with_doubts(contents(an_object("layout")), org, {"salesforce"}).uncovered == ()
    read = contents(org=OrgFacts(kinds={SITES: "complete", REMOTE: "complete", "webex/desktop-layout": "complete"}))
    told = with_doubts(files, read, {"salesforce"}).uncovered
    assert told == (Uncovered("ApexClass", "the snapshot does not say that all of these were read"),)


def test_of_a_system_that_was_left_out_nothing_more_is_told() -> None:
    left_out = Uncovered("salesforce", "left out by --only webex")
    org = contents(uncovered=(left_out,), org=OrgFacts(kinds={"webex/desktop-layout": "complete"}))
    files = contents(an_object("ApexClass"), an_object("layout"))
    assert with_doubts(files, org).uncovered == (left_out,)


def test_of_files_that_are_compared_with_files_nobody_said_that_they_are_all() -> None:
    doubts = with_doubts(contents(an_object("CspTrustedSite")), contents()).uncovered
    assert doubts == (Uncovered("CspTrustedSite", "the snapshot does not say that all of these were read"),)


@pytest.mark.parametrize(("sort", "complete"), [("CspTrustedSite", True), ("ApexClass", False), ("layout", False)])
def test_a_kind_is_complete_that_was_read_in_full(sort: str, complete: bool) -> None:
    org = contents(org=OrgFacts(kinds={SITES: "complete", "webex/desktop-layout": "partial"}))
    assert is_complete(org, sort) is complete
    assert is_complete(contents(), sort) is False
