"""What holds for any layout and any definition: sound ones, those broken in one place, and those damaged anyhow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import starmap
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st
from msgspec import Struct

from tests.strategies import broken_definitions, broken_layouts
from tests.strategies.checking import changes, checked, grave, read, span_of, whole
from tests.strategies.damage import damaged, odd_definitions, odd_layouts
from tests.strategies.definitions import Definition, definitions
from tests.strategies.json_texts import JsonStyle, json_styles
from tests.strategies.layouts import Json, layouts
from tests.strategies.xml_texts import XmlStyle, xml_styles
from tests.test_fix_properties import mended_soundly
from wxcc_lint.detected import INTERNAL_ERROR, logical
from wxcc_lint.diff.changes import Change
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Path
from wxcc_lint.spans import Span, Text

LAYOUT = "layout.json"
COMPONENT = b"""<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <displayName>Phone</displayName>
  <sections><label>General Information</label><name>reqGeneralInfo</name></sections>
</CallCenter>
"""

# Sound ones


def sound_layout(layout: Json, style: JsonStyle, other: JsonStyle) -> None:
    found = [checked(LAYOUT, one.data(layout)) for one in (style, other)]
    assert [grave(report) for report in found] == [[], []]
    rules = [sorted(finding.rule for finding in report.findings) for report in found]
    assert rules[0] == rules[1]
    left, right = (read(LAYOUT, one.data(layout)) for one in (style, other))
    assert changes(left, right) == []


def sound_definition(definition: Definition, style: XmlStyle, other: XmlStyle) -> None:
    twins = [(one.name(definition), one.data(definition)) for one in (style, other)]
    found = list(starmap(checked, twins))
    assert [grave(report) for report in found] == [[], []]
    assert all(report.checked for report in found)
    assert changes(*starmap(read, twins)) == []


# Broken in one place


def broken_layout(breaker: broken_layouts.Breaker, layout: Json, style: JsonStyle, data: st.DataObject) -> None:
    paths = breaker.possible(layout)
    assume(paths)
    broken, at = breaker.broken(layout, data.draw(st.sampled_from(paths)))
    written = style.data(broken)
    (finding,) = grave(checked(LAYOUT, written))
    assert finding.rule == breaker.rule
    document = read(LAYOUT, written)
    place = Layout(document).missing((*style.prefix, *at))
    assert whole(place.document, place.path).contains(span_of(document.text, finding))
    found = changes(read(LAYOUT, style.data(layout)), document)
    assert found
    assert all(_is_on_the_way(one, (*style.prefix, *at)) for one in found)


def _is_on_the_way(change: Change, path: Path) -> bool:
    """Tell whether a change stands below a place, or just above: at the element whose name depends on it."""
    at = logical(change.place)
    shared = min(len(at), len(path))
    return at[:shared] == path[:shared] and len(at) >= len(path) - 3


def broken_definition(breaker: broken_definitions.Breaker, definition: Definition, style: XmlStyle) -> None:
    broken = breaker.breaks(definition)
    name, written = style.name(broken), style.data(broken)
    (finding,) = grave(checked(name, written))
    assert finding.rule == breaker.rule
    document = read(name, written)
    span = span_of(document.text, finding)
    assert any(whole(document, path).contains(span) for path in breaker.at)
    found = changes(read(name, style.data(definition)), document)
    assert found
    assert all(any(_is_within(one, path) for path in breaker.at) for one in found)


def _is_within(change: Change, path: Path) -> bool:
    """Tell whether a change stands below a place, or in what the metadata form says of it a second time."""
    at = logical(change.place)
    return at[: len(path)] == path or at[0] in {"@customSettings", "@adapterUrl"}


def layout_with_a_key_twice(layout: Json, style: JsonStyle, data: st.DataObject) -> None:
    document = read(LAYOUT, style.data(layout))
    nodes = [node for path, node in Layout(document).nodes() if path[len(style.prefix) :] and isinstance(path[-1], str)]
    place = data.draw(st.sampled_from(nodes)).place
    span = whole(place.document, place.path)
    text = document.text.text
    twice = text[: span.start] + text[span.start : span.end] + "," + text[span.start :]
    (finding,) = grave(checked(LAYOUT, twice.encode()))
    assert finding.rule == "layout/duplicate-key"
    assert Span(span.start, 2 * span.end - span.start + 1).contains(span_of(Text(twice), finding))


def text_cut_off(name: str, text: str, at: float) -> None:
    """Anything but the whole is no JSON and no XML."""
    cut = text[: int(len(text.rstrip()) * at)]
    report = checked(name, cut.encode())
    assert [one.rule for one in report.findings] == ["meta/syntax"] * len(report.checked)
    for finding in report.findings:
        span_of(Text(cut), finding)


def layout_cut_off(layout: Json, style: JsonStyle, at: float) -> None:
    text_cut_off(LAYOUT, style.text(layout), at)


def definition_cut_off(definition: Definition, style: XmlStyle, at: float) -> None:
    text_cut_off(style.name(definition), style.text(definition), at)


# Damaged anyhow


def damage_is_told_within_the_file(file: tuple[str, bytes]) -> None:
    report = checked(*file)
    assert INTERNAL_ERROR not in {one.rule for one in report.findings}
    for finding in report.findings:
        span_of(report.texts[finding.location.path], finding)


def damage_is_mended_soundly(file: tuple[str, bytes], unsafe: bool) -> None:
    assume(load(*file))
    mended_soundly(*file, unsafe=unsafe)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name and the bytes of a layout or a definition of any kind, perhaps broken in one place."""
    if draw(st.booleans()):
        layout: Json = draw(layouts())
        breaker = draw(st.sampled_from(sorted(broken_layouts.BREAKERS)))
        paths = broken_layouts.BREAKERS[breaker].possible(layout)
        if paths:
            layout, _ = broken_layouts.BREAKERS[breaker].broken(layout, draw(st.sampled_from(paths)))
        return LAYOUT, draw(json_styles()).data(layout)
    known = broken_definitions.BREAKERS[draw(st.sampled_from(sorted(broken_definitions.BREAKERS)))]
    definition = known.breaks(draw(definitions((known.generation,), newest=True)))
    style = draw(xml_styles())
    return style.name(definition), style.data(definition)


@st.composite
def odd_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name and the bytes of a file with anything for some of its values."""
    if draw(st.booleans()):
        return LAYOUT, draw(json_styles()).data(draw(odd_layouts()))
    definition, style = draw(odd_definitions()), draw(xml_styles())
    return style.name(definition), style.data(definition)


@st.composite
def damaged_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name of a file and what has become of its bytes."""
    name, data = draw(files())
    return name, draw(damaged(data))


# All of them


class Property(Struct, frozen=True):
    """Something that holds, what it holds for, and how many examples `make test` tries."""

    holds: Callable[..., None]
    of: tuple[st.SearchStrategy[Any], ...]
    examples: int

    def check(self, times: int = 1, *, derandomize: bool = True) -> None:
        """Try examples; always the same ones unless told otherwise."""
        settings(
            max_examples=times * self.examples,
            derandomize=derandomize,
            database=None,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        )(given(*self.of)(self.holds))()


_SHARE = st.floats(0, 1, exclude_max=True)
PROPERTIES = {
    "sound layout": Property(sound_layout, (layouts(), json_styles(), json_styles()), 15),
    "sound definition": Property(sound_definition, (definitions(), xml_styles(), xml_styles()), 25),
    "key twice": Property(layout_with_a_key_twice, (layouts(), json_styles(), st.data()), 6),
    "layout cut off": Property(layout_cut_off, (layouts(), json_styles(), _SHARE), 15),
    "definition cut off": Property(definition_cut_off, (definitions(), xml_styles(), _SHARE), 20),
    "damage told": Property(damage_is_told_within_the_file, (damaged_files(),), 60),
    "oddity told": Property(damage_is_told_within_the_file, (odd_files(),), 60),
    "oddity mended": Property(damage_is_mended_soundly, (odd_files(), st.booleans()), 20),
    "damage mended": Property(damage_is_mended_soundly, (damaged_files(), st.booleans()), 15),
    "fault mended": Property(damage_is_mended_soundly, (files(), st.booleans()), 15),
    **{
        f"layout with {name}": Property(broken_layout, (st.just(breaker), layouts(), json_styles(), st.data()), 2)
        for name, breaker in broken_layouts.BREAKERS.items()
    },
    **{
        f"definition with {name}": Property(
            broken_definition, (st.just(one), definitions((one.generation,), newest=True), xml_styles()), 3
        )
        for name, one in broken_definitions.BREAKERS.items()
    },
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_property_holds(name: str) -> None:
    PROPERTIES[name].check()


def test_a_component_whose_file_has_no_name() -> None:
    """Found by chance: it stopped a rule."""
    (finding,) = grave(checked(".callCenter-meta.xml", COMPONENT))
    assert (finding.rule, finding.message) == (
        "callcenter/invalid-internal-name",
        "the file has no name before the dot",
    )
