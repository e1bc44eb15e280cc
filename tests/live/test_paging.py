"""Lists, page after page, also those that do not keep still."""

from __future__ import annotations

from typing import Any

import pytest

from tests.live.webex_tenant import Tenant
from wxcc_lint.sources.live.errors import Cause, LiveError
from wxcc_lint.sources.live.paging import read_list


def tenant(rows: int, page_size: int = 100) -> Tenant:
    made = Tenant()
    made.page_size = page_size
    made.objects["v2/team"] = [{"id": f"t{number}", "name": str(number)} for number in range(rows)]
    return made


def pages(asked: Tenant) -> list[tuple[Any, Any]]:
    return [(query["page"], query["pageSize"]) for _, query in asked.requests]


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (0, [(0, 100)]),
        (1, [(0, 100)]),
        (100, [(0, 100)]),
        (101, [(0, 100), (1, 100)]),
        (300, [(0, 100), (1, 100), (2, 100)]),
    ],
)
def test_all_pages_are_read_and_no_more(rows: int, asked: list[tuple[int, int]]) -> None:
    session = tenant(rows)
    listed = read_list(session, "v2/team")
    assert (listed.status, list(listed.rows)) == ("complete", [f"t{number}" for number in range(rows)])
    assert pages(session) == asked


def test_a_page_size_that_the_server_lowers_is_asked_for_from_then_on() -> None:
    session = tenant(120, page_size=50)
    assert len(read_list(session, "v2/team").rows) == 120
    assert pages(session) == [(0, 100), (1, 50), (2, 50)]


def test_a_number_of_pages_that_is_too_low_does_not_end_the_list() -> None:
    session = tenant(120, page_size=50)
    session.reply = lambda path, query, reply: {**reply, "meta": {**reply["meta"], "totalPages": 2}}
    assert read_list(session, "v2/team").is_complete
    assert len(session.requests) == 3


def test_rows_without_an_envelope_are_read_until_an_empty_page() -> None:
    session = tenant(120, page_size=50)
    session.reply = lambda path, query, reply: reply["data"]
    listed = read_list(session, "v2/team")
    assert (listed.status, len(listed.rows)) == ("complete", 120)
    assert pages(session) == [(0, 100), (1, 100), (2, 100), (3, 100)]


def test_a_server_that_knows_no_pages_gives_its_rows_twice() -> None:
    session = Tenant()
    session.reply = lambda path, query, reply: [{"id": "a"}, {"id": "b"}]
    listed = read_list(session, "site")
    assert (listed.status, list(listed.rows), len(session.requests)) == ("complete", ["a", "b"], 2)


def test_an_envelope_without_numbers_is_read_until_an_empty_page() -> None:
    session = tenant(120)
    session.reply = lambda path, query, reply: {"data": reply["data"], "meta": {"totalPages": "many"}}
    assert (read_list(session, "v2/team").status, len(session.requests)) == ("complete", 3)


def test_rows_that_move_between_pages_make_the_list_be_read_again() -> None:
    session = tenant(150)

    def move(path: str, query: dict[str, Any]) -> None:
        if len(session.requests) == 2:
            session.objects["v2/team"].insert(0, session.objects["v2/team"].pop())

    session.before = move
    listed = read_list(session, "v2/team")
    assert (listed.status, len(listed.rows), next(iter(listed.rows))) == ("complete", 150, "t149")
    assert pages(session) == [(0, 100), (1, 100)] * 2


def test_a_list_that_never_keeps_still_is_partial() -> None:
    session = tenant(150)
    session.before = lambda path, query: session.objects["v2/team"].insert(0, session.objects["v2/team"].pop())
    listed = read_list(session, "v2/team")
    assert (listed.status, len(session.requests)) == ("partial", 4)
    assert listed.reason == "the list changed while it was read: one row came twice, 't96'"


def test_a_number_of_rows_that_moves_is_noticed() -> None:
    session = tenant(150)
    session.before = lambda path, query: session.objects["v2/team"].append({"id": f"n{len(session.requests)}"})
    listed = read_list(session, "v2/team")
    assert (listed.status, listed.reason) == ("partial", "the list had 153 rows, then 154, while it was read")


def test_fewer_rows_than_the_server_says_to_have_are_not_all() -> None:
    session = tenant(3)
    session.reply = lambda path, query, reply: {**reply, "meta": {**reply["meta"], "totalRecords": 5}}
    listed = read_list(session, "v2/team")
    assert (listed.status, listed.reason) == ("partial", "the list is said to have 5 rows, and 3 came")


def counted(session: Tenant, total: int) -> None:
    """Let the server say that the list has so many rows."""
    session.reply = lambda path, query, reply: {**reply, "meta": {**reply["meta"], "totalRecords": total}}


@pytest.mark.parametrize(("rows", "pages_each"), [(0, 1), (3, 2), (150, 3)])
def test_a_list_that_hides_rows_is_complete_if_the_same_ones_come_twice(rows: int, pages_each: int) -> None:
    session = tenant(rows)
    counted(session, rows + 2)
    listed = read_list(session, "v2/team", hides=True)
    assert (listed.status, len(listed.rows), len(session.requests)) == ("complete", rows, 2 * pages_each)


def test_a_list_that_hides_rows_and_gives_others_each_time_is_partial() -> None:
    session = tenant(3)
    counted(session, 5)
    session.before = lambda path, query: session.objects.update({"v2/team": [{"id": f"n{len(session.requests) // 3}"}]})
    listed = read_list(session, "v2/team", hides=True)
    assert (listed.status, listed.reason) == ("partial", "the list is said to have 5 rows, and 1 came")


def test_a_list_that_hides_rows_has_no_more_than_it_says() -> None:
    session = tenant(3)
    counted(session, 2)
    assert read_list(session, "v2/team", hides=True).status == "partial"


@pytest.mark.parametrize(
    ("cause", "status"),
    [("forbidden", "forbidden"), ("not-found", "not-found"), ("limited", "partial"), ("broken", "partial")],
)
def test_what_an_error_makes_of_a_list(cause: Cause, status: str) -> None:
    session = tenant(1)
    session.faults["v2/team"] = LiveError(cause, "no")
    listed = read_list(session, "v2/team")
    assert (listed.status, listed.rows, listed.reason) == (status, {}, "no")


@pytest.mark.parametrize("cause", ["unauthorised", "wrong-org"])
def test_some_errors_end_all_reading(cause: Cause) -> None:
    session = tenant(1)
    session.faults["v2/team"] = LiveError(cause, "no")
    with pytest.raises(LiveError, match="no"):
        read_list(session, "v2/team")


def test_an_error_on_a_later_page_leaves_the_rows_before_it() -> None:
    session = tenant(150)

    def fail(path: str, query: dict[str, Any]) -> None:
        if query["page"] == 1:
            raise LiveError("forbidden", "no")

    session.before = fail
    listed = read_list(session, "v2/team")
    assert (listed.status, len(listed.rows)) == ("partial", 100)


@pytest.mark.parametrize(
    "reply", [None, "text", {}, {"data": None}, {"error": {"key": "400"}}, [1], [{}], [{"id": ""}], [{"id": "../x"}], [{"id": 3}]]
)  # fmt: skip
def test_a_reply_that_is_no_list_of_objects_is_broken(reply: Any) -> None:
    session = Tenant()
    session.reply = lambda path, query, _: reply
    listed = read_list(session, "v2/team")
    assert (listed.status, listed.rows) == ("partial", {})
    assert listed.reason.startswith("v2/team: the ")


def test_only_the_named_fields_are_asked_for_and_kept() -> None:
    session = tenant(0)
    session.reply = lambda path, query, _: [{"id": "a", "email": "ann@acme.example", "active": True}]
    listed = read_list(session, "v2/user", ("id", "active", "teamIds"))
    assert listed.rows == {"a": {"id": "a", "active": True}}
    assert session.requests[0] == ("v2/user", {"page": 0, "pageSize": 100, "attributes": "id,active,teamIds"})


def test_a_list_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wxcc_lint.sources.live.paging._MOST_PAGES", 5)
    session = Tenant()
    session.reply = lambda path, query, _: [{"id": f"a{len(session.requests)}"}]
    listed = read_list(session, "v2/team")
    assert (listed.status, listed.reason) == ("partial", "the list has more than 5 pages")


def test_links_are_never_followed() -> None:
    session = tenant(150)
    session.reply = lambda path, query, reply: {
        **reply,
        "meta": {**reply["meta"], "links": {"next": "https://evil.example/"}},
    }
    assert read_list(session, "v2/team").is_complete
    assert session.asked() == ["v2/team", "v2/team"]
