"""Patches of layouts, applied by an independent library."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import jsonpatch
import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.diff.patch import operations
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout


def layout(data, wrapped=False):
    text = json.dumps({"name": "x", "jsonFileContent": json.dumps(data)} if wrapped else data)
    return ConfigObject("layout", "x", parse_layout("x.json", text))


def compared(left, right, **more):
    trees = trees_of(Pair(layout(left, **more), layout(right, **more), "name"), STEPS, {})
    return trees[0], list(compare(*trees))


def patch(left, right, keep=lambda _: True, **more):
    tree, changes = compared(left, right, **more)
    return list(operations(tree, changes, {id(one) for one in changes if keep(one)}))


def applied(left, found):
    return jsonpatch.JsonPatch(found).apply(json.loads(json.dumps(left)))


def pages(*names, **inside):
    entries = [
        {"nav": {"label": name, "navigateTo": name}, "page": {"id": name, "widgets": inside.get(name, {})}}
        for name in names
    ]
    return {"agent": {"area": {"navigation": entries}}}


NAVIGATION = "/agent/area/navigation"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(pages("a"), pages("a"), [], id="nothing"),
        pytest.param(
            pages("a", "b", "c"), pages("a", "c"), [{"op": "remove", "path": f"{NAVIGATION}/1"}], id="removed"
        ),
        pytest.param(
            pages("a", "b", "c"),
            pages("c", "a", "b"),
            [{"op": "move", "from": f"{NAVIGATION}/2", "path": f"{NAVIGATION}/0"}],
            id="moved",
        ),
        pytest.param(
            pages("a", a={"x/y": {"comp": "acme-x"}}),
            pages("a", a={"x/y": {"comp": "acme-z"}}),
            [{"op": "replace", "path": f"{NAVIGATION}/0/page/widgets/x~1y/comp", "value": "acme-z"}],
            id="slash in a name",
        ),
        pytest.param(
            pages("a", a={"old": {"comp": "acme-x"}}),
            pages("a", a={"new": {"comp": "acme-x"}}),
            [
                {
                    "op": "move",
                    "from": f"{NAVIGATION}/0/page/widgets/old",
                    "path": f"{NAVIGATION}/0/page/widgets/new",
                }
            ],
            id="renamed",
        ),
    ],
)
def test_the_operations(left, right, expected):
    assert patch(left, right) == expected
    assert applied(left, expected) == right


def test_an_object_of_the_api_is_patched_inside():
    assert patch(pages("a", "b"), pages("a"), wrapped=True) == [{"op": "remove", "path": f"{NAVIGATION}/1"}]


def test_what_stands_around_a_layout_is_no_part_of_its_patch():
    def an_object(data, team):
        text = json.dumps({"name": "x", "teamIds": [team], "jsonFileContent": json.dumps(data)})
        return ConfigObject("layout", "x", parse_layout("x.json", text))

    trees = trees_of(Pair(an_object(pages("a", "b"), "t"), an_object(pages("a"), "u"), "name"), STEPS, {})
    changes = list(compare(*trees))
    assert sorted(one.kind for one in changes) == ["added", "removed", "removed"]
    assert list(operations(trees[0], changes, set(map(id, changes)))) == [{"op": "remove", "path": f"{NAVIGATION}/1"}]


def test_what_is_not_wanted_stays_where_it_is():
    left, right = pages("a", "b", "c"), pages("n", "c", "a", "m")
    found = patch(left, right, keep=lambda one: one.kind == "added")
    names = [one["nav"]["label"] for one in applied(left, found)["agent"]["area"]["navigation"]]
    assert sorted(names) == ["a", "b", "c", "m", "n"]
    assert [name for name in names if name in "abc"] == ["a", "b", "c"]
    assert names[0] == "n"
    assert names.index("m") == names.index("a") + 1


def mutated(data, rng):
    """Change a layout in some places: values, members, elements, their order."""
    result = json.loads(json.dumps(data))
    for _ in range(rng.randint(1, 6)):
        holder = rng.choice([node for node in nodes(result) if node] or [{"": 0}])
        if isinstance(holder, list):
            change_list(holder, rng)
        else:
            change_object(holder, rng)
    return result


def change_list(held, rng):
    what = rng.choice(["remove", "shuffle", "add", "twice"])
    if what == "remove":
        held.pop(rng.randrange(len(held)))
    elif what == "shuffle":
        rng.shuffle(held)
    elif what == "add":
        held.insert(rng.randint(0, len(held)), {"comp": f"acme-{rng.randint(0, 3)}"})
    else:
        held.append(json.loads(json.dumps(rng.choice(held))))


def change_object(held, rng):
    key = rng.choice(list(held))
    if rng.random() < 0.3:
        held[f"new/{rng.randint(0, 9)}~"] = held.pop(key)
    elif rng.random() < 0.5:
        held.pop(key)
    else:
        held[key] = rng.choice([1, True, "x", None, [], {}, [1, 2]])


def nodes(value):
    if isinstance(value, dict | list):
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from nodes(child)


def same_form(left, right):
    views = [Layout(parse_layout("x.json", json.dumps(one))) for one in (left, right)]
    return all(isinstance(view.root, dict) for view in views) and views[0].form == views[1].form


BASE = pages("a", "b", "c", a={"x": {"comp": "acme-x", "children": [{"comp": "acme-1"}, {"comp": "acme-2"}]}}, b={})


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_applied_it_gives_the_right_side(seed):
    right = mutated(BASE, random.Random(seed))
    if same_form(BASE, right):
        assert applied(BASE, patch(BASE, right)) == right


def corpus_pairs(corpus: Path):
    with (corpus / "PAIRS.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            files = [corpus / row[key] for key in ("old_saved", "new_saved")]
            if all(one.suffix == ".json" for one in files):
                yield files


def test_the_patches_of_real_layouts_apply(corpus):
    checked = 0
    for files in corpus_pairs(corpus):
        left, right = (parse_layout(one.name, one.read_text("utf-8")) for one in files)
        if left.faults or right.faults or Layout(left).form != Layout(right).form:
            continue
        objects = (ConfigObject("layout", "x", document) for document in (left, right))
        trees = trees_of(Pair(*objects, "name"), STEPS, {})
        changes = list(compare(*trees))
        found = list(operations(trees[0], changes, set(map(id, changes))))
        assert applied(Layout(left).root, found) == Layout(right).root
        checked += 1
    assert checked >= 5
