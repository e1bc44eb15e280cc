"""A first look by every fuzz target: what once broke one, its seeds, and a hundred mutations of them, the same each time."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.inputs import TARGETS, mutated, regressions, target

MUTATIONS = 100


@pytest.mark.parametrize(("name", "path"), [(name, path) for name in TARGETS for path in regressions(name)])
def test_what_once_broke_a_target_does_not(name: str, path: Path) -> None:
    target(name).check(path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_for_its_seeds_and_for_mutations_of_them(name: str) -> None:
    it, random = target(name), Random(name)
    seeds = [seed for seed in it.seeds() if len(seed) <= it.LONGEST]
    for seed in seeds:
        it.check(seed)
    for _ in range(MUTATIONS):
        it.check(mutated(random.choice(seeds), it.WORDS, random))
