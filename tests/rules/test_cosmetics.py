"""Changes that nobody can see in Salesforce raise nothing: in every published file, and in every release as we know it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from deepdiff import DeepDiff

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.catalog.regions import regions
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.load import load

FILES = ("callcenter_wxcc", "callcenter_other")
MALFORMED = "sumsted__openctidemo"
RENDERED = [
    (generation, release.id) for generation in ("v1", "v2", "scv") for release in vocabulary(generation).releases
]
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_TAG = re.compile(r"<(section|item)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'[\w]+="[^"]*"')
_BETWEEN = re.compile(r"(?:(?<=</item>)|(?<=</section>)|(?<=-->)|(?<=<callCenter>))\s+(?=<)")


def with_attributes_turned_round(text: str) -> str:
    return _TAG.sub(lambda tag: f"<{tag[1]} {' '.join(reversed(_ATTRIBUTE.findall(tag[2])))}>", text)


def with_comments(text: str) -> str:
    return _BETWEEN.sub("\n<!-- checked -->\n", text)


def on_one_line(text: str) -> str:
    return _BETWEEN.sub("", text)


def far_apart(text: str) -> str:
    return _BETWEEN.sub("\n\n\t  ", text)


def with_other_labels(text: str) -> str:
    return re.sub(r'label="[^"]*"', 'label="表示"', text)


def with_windows_line_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def with_declaration(text: str) -> str:
    return text if text.startswith("<?xml") else DECLARATION + text


def without_declaration(text: str) -> str:
    return re.sub(r"\A<\?xml.*?\?>\s*", "", text)


def with_byte_order_mark(text: str) -> str:
    return f"\ufeff{text}"


CHANGES: list[Callable[[str], str]] = [
    with_attributes_turned_round,
    with_comments,
    on_one_line,
    far_apart,
    with_other_labels,
    with_windows_line_breaks,
    with_declaration,
    without_declaration,
    with_byte_order_mark,
]


@pytest.fixture(scope="session")
def published(request: pytest.FixtureRequest) -> list[str]:
    """The texts of all published import files that can be read."""
    corpus = request.getfixturevalue("corpus")
    paths = [path for folder in FILES for path in sorted(corpus.glob(f"{folder}/*")) if MALFORMED not in path.name]
    return [path.read_bytes().decode("utf-8-sig") for path in paths]


def rules(found) -> Counter[str]:
    return Counter(one.finding.rule for one in found)


def in_region(text: str, code: str) -> str:
    return re.sub(
        r"wxcc-us1(?=\.cisco)|(?<=>)eu2(?=<)", lambda old: f"wxcc-{code}" if old[0] == "wxcc-us1" else code, text
    )


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_cosmetic_change_of_a_published_file_raises_nothing(findings, published, change):
    for text in published:
        changed = change(text)
        assert rules(findings(changed, profile="strict")) - rules(findings(text, profile="strict")) == Counter()


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize(("generation", "release"), RENDERED)
def test_cosmetic_change_of_a_rendered_release_raises_nothing(findings, generation, release, change):
    text = render_import(vocabulary(generation).release(release))
    assert rules(findings(change(text), profile="strict")) - rules(findings(text, profile="strict")) == Counter()


def test_changes_are_no_idle_ones(published):
    for change in CHANGES:
        assert any(change(text) != text for text in published)


@pytest.mark.parametrize("change", [change for change in CHANGES if change is not with_windows_line_breaks])
def test_cosmetic_changes_leave_the_data_as_it_is(published, change):
    for text in published:
        assert DeepDiff(load("a.xml", text.encode()).data, load("b.xml", change(text).encode()).data) == {}


def test_both_forms_hold_the_same_data_but_for_the_names_of_the_call_center(published, as_metadata):
    for text in published:
        data, other = load("a.xml", text.encode()).data, load("b.xml", as_metadata(text).encode()).data
        difference = DeepDiff(data, other, exclude_regex_paths=[r"\['req(Internal|Display)Name'\]$"])
        assert difference == {}


@pytest.mark.parametrize("code", regions())
def test_another_region_everywhere_raises_nothing(findings, published, code):
    for text in published:
        assert rules(findings(in_region(text, code))) == rules(findings(text))


def test_metadata_form_of_a_published_file_raises_nothing(findings, published, as_metadata):
    for text in published:
        document = load("callcenter.xml", text.encode())
        assert document is not None
        name = f"callCenters/{CallCenter(document).internal_name}.callCenter-meta.xml"
        converted = findings(as_metadata(text), name=name, profile="strict")
        assert rules(converted) - rules(findings(text, profile="strict")) == Counter()


@pytest.mark.parametrize(("generation", "release"), RENDERED)
def test_metadata_form_of_a_rendered_release_raises_nothing(findings, generation, release, as_metadata):
    shipped = vocabulary(generation).release(release)
    text = render_import(shipped)
    name = f"callCenters/{shipped.internal_name}.callCenter-meta.xml"
    converted = findings(as_metadata(text), name=name, profile="strict")
    assert rules(converted) - rules(findings(text, profile="strict")) == Counter()
