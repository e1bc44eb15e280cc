from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.globs import matches_glob, matches_globs


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("callcenter.xml", "callcenter.xml"),
        ("crm/*.xml", "crm/callcenter.xml"),
        ("crm/**", "crm/callcenter.xml"),
        ("crm/**", "crm/emea/callcenter.xml"),
        ("**/*.json", "agents.json"),
        ("**/*.json", "layouts/prod/agents.json"),
        ("layouts/**/agents.json", "layouts/agents.json"),
        ("layouts/**/agents.json", "layouts/prod/eu/agents.json"),
        ("**", "any/thing"),
        ("a/**/b/**/c", "a/b/b/c"),
        ("agent?.json", "agents.json"),
        ("[ab].json", "a.json"),
        ("[!ab].json", "c.json"),
        ("a+b (1).json", "a+b (1).json"),
        ("[draft.json", "[draft.json"),
    ],
)
def test_a_pattern_covers_a_path(pattern: str, path: str) -> None:
    assert matches_glob(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.json", "layouts/agents.json"),
        ("crm", "crm/callcenter.xml"),
        ("crm/*", "crm/emea/callcenter.xml"),
        ("crm/**", "crm"),
        ("crm/**", "old/crm/callcenter.xml"),
        ("**/agents.json", "layouts/my-agents.json"),
        ("agent?.json", "agent.json"),
        ("a?b", "a/b"),
        ("[!a]", "/"),
        ("*.JSON", "agents.json"),
        ("callcenter.xml", "callcenterXxml"),
    ],
)
def test_a_pattern_leaves_a_path_out(pattern: str, path: str) -> None:
    assert not matches_glob(pattern, path)


@given(st.lists(st.text(st.characters(exclude_characters="/*?["), min_size=1, max_size=4), min_size=1, max_size=5))
@settings(deadline=None)
def test_a_path_without_wildcards_is_a_pattern_for_itself(names: list[str]) -> None:
    path = "/".join(names)
    assert matches_glob(path, path)
    assert matches_glob(f"**/{path}", path)
    assert not matches_glob(f"{path}/**", path)


def test_many_wildcards_take_no_time() -> None:
    assert not matches_glob("**/a/" * 60 + "b", "a/" * 200 + "c")


@pytest.mark.parametrize(
    ("path", "is_covered"),
    [("crm/a.xml", True), ("crm/old/a.xml", False), ("crm/old/keep/a.xml", True), ("csp.txt", False)],
)
def test_the_last_pattern_of_a_list_that_speaks_of_a_path_decides(path: str, is_covered: bool) -> None:
    assert matches_globs(["crm/**", "!crm/old/**", "crm/old/keep/**"], path) is is_covered


def test_without_patterns_nothing_is_covered() -> None:
    assert not matches_globs([], "crm/a.xml")
