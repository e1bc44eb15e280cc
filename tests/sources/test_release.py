"""The vendor's own files as sources."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.callcenter_view import CallCenter


@pytest.mark.parametrize(
    ("name", "releases"),
    [
        ("v1/r3", ["v1/r3"]),
        ("scv/newest", ["scv/r3"]),
        ("newest", ["v1/r6", "v2/r6", "scv/r3"]),
        ("r3", ["v1/r3", "v2/r3", "scv/r3"]),
        ("R3A", ["v1/r3a"]),
        ("WebexCCAgentDesktopV20241121", ["v1/r6"]),
        ("WebexCCAgentDesktopV20221201", ["v1/r3a"]),
        ("wxCcCallCenter", ["v2/r6"]),
        ("Webex Contact Center Agent Desktop 2.0(Nov 2024)", ["v1/r6"]),
        ("nov 2024", ["v1/r6"]),
        ("July 2023", ["v1/r5a"]),
        ("2023-07-06", ["v1/r4"]),
        ("2026-04-24", ["v2/r6"]),
    ],
)
def test_a_release_has_many_names(bench, name, releases) -> None:
    contents = bench.open(f"release:{name}")
    assert [one.document.name for one in contents.objects] == [f"release:{one}" for one in releases]
    assert (contents.extent, contents.failures, contents.uncovered) == ("catalogue", (), ())


@pytest.mark.parametrize("generation", ["v1", "v2", "scv"])
def test_a_release_holds_the_defaults_of_the_catalogue(bench, generation) -> None:
    for release in vocabulary(generation).releases:
        (found,) = bench.open(f"release:{generation}/{release.id}").objects
        view = CallCenter(found.document)
        assert (view.generation, view.internal_name, found.name) == (generation, release.internal_name, found.name)
        assert {(item.section, item.name): item.text for item in view.items()} == {
            key: fact.default for key, fact in release.items.items()
        }


def test_the_default_layout_is_a_release_of_its_own(bench) -> None:
    contents = bench.open("release:default-layout")
    (found,) = contents.objects
    assert (found.title, found.document.data, contents.extent) == (
        "layout:default-layout",
        default_layout(),
        "catalogue",
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("newst", "there is no such release; did you mean 'newest'?"),
        ("WebexCCAgentDesktopV2024112", "there is no such release; did you mean 'WebexCCAgentDesktopV20241121'?"),
        ("v2/r9", "there is no such release; did you mean 'v2/"),
        ("zzz", "there is no such release; say 'newest', 'default-layout', or one such as 'scv/r3'"),
        ("", "there is no such release; say 'newest', 'default-layout', or one such as 'scv/r3'"),
        (
            "WebexCCAgentDesktopV202209019",
            "no published file has this name; the newest is 'release:v1/newest'",
        ),
    ],
)
def test_an_unknown_release_is_told_with_a_guess(bench, name, told) -> None:
    assert bench.failure(f"release:{name}").startswith(f"left side: release:{name}: {told}")
