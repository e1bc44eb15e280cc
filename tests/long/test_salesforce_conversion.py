"""The sample in the forms that the vendor's own library makes of it: what is found there is what is found in the sample.

The library is installed by npm once, into pytest's cache; `make test-long` runs this. What was converted stands in
docs/salesforce-sample.md; UPDATE_GOLDEN=1 rewrites that page.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "salesforce-sample.md"
PACKAGES = {"@salesforce/source-deploy-retrieve": "^12.37.2", "node": "^22"}
DECOMPOSED = {
    "decomposed": ("decomposePermissionSetBeta2", "decomposeCustomLabelsBeta2"),
    "decomposed before": ("decomposePermissionSetBeta", "decomposeCustomLabelsBeta"),
}
"""The forms with components in several files, and the presets that make each."""
FORMS = ("metadata", *DECOMPOSED)
COMPONENTS = "force-app"
SAMPLE = "the sample"
HEADER = "| type | to the Metadata API's form | from there to decomposed files | or as the forerunners do |"
MEASURED = "<!-- measured: what follows is written by tests/long/test_salesforce_conversion.py -->\n"

pytestmark = pytest.mark.long

_spec = importlib.util.spec_from_file_location("salesforce_faults", HERE.parent / "test_salesforce_faults.py")
assert _spec is not None
assert _spec.loader is not None
faults = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(faults)

VARIANTS: dict[str, dict[str, Any] | None] = {
    SAMPLE: None,
    **{f"{number}: {row['rule']}": row for number, row in enumerate(faults.FAULTS, 1) if "only-source" not in row},
}


@dataclass(frozen=True)
class Conversion:
    """The folders of each variant by form, and what the library says of the job behind each."""

    folders: Mapping[tuple[str, str], Path]
    types: Mapping[tuple[str, str], Mapping[str, int]]
    versions: str


@pytest.fixture(scope="module")
def library(npm_packages: Callable[[str, Mapping[str, str]], Path]) -> Path:
    """The folder with the library and the Node that it runs on."""
    return npm_packages("salesforce-library", PACKAGES)


@pytest.fixture(scope="module")
def conversion(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Conversion:
    root = tmp_path_factory.mktemp("forms")
    folders, jobs = {}, []
    for number, (name, fault) in enumerate(VARIANTS.items()):
        source, metadata, *decomposed = (root / f"{number}-{form}" for form in ("source", *FORMS))
        for form, folder in zip(("source", *FORMS), (source, metadata, *decomposed), strict=True):
            shutil.copytree(faults.SAMPLE, folder)
            if fault is not None:
                faults.break_sample(folder, fault)
            folders[name, form] = folder
        jobs.append(_job(source, metadata, "metadata"))
        _now_a_package(metadata)
        for folder, presets in zip(decomposed, DECOMPOSED.values(), strict=True):
            jobs.append(_job(metadata, folder, "source", presets))
            _now_decomposed(folder, presets)
    node = library / "node_modules" / ".bin" / "node"
    done = subprocess.run(
        [node, HERE / "convert.mjs"], cwd=library, input=json.dumps(jobs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    keys = [(name, form) for name in VARIANTS for form in FORMS]
    versions = f"source-deploy-retrieve {said['library']} on Node {said['node']}"
    return Conversion(folders, dict(zip(keys, said["jobs"], strict=True)), versions)


def _job(source: Path, target: Path, form: str, presets: tuple[str, ...] = ()) -> dict[str, Any]:
    folders = {"from": str(source / COMPONENTS), "to": str(target / COMPONENTS)}
    return {**folders, "format": form, "presets": presets}


def _now_a_package(root: Path) -> None:
    """Take the source away, and the project file: in the Metadata API's form there is none."""
    shutil.rmtree(root / COMPONENTS)
    (root / "sfdx-project.json").unlink(missing_ok=True)


def _now_decomposed(root: Path, presets: tuple[str, ...]) -> None:
    shutil.rmtree(root / COMPONENTS)
    file = root / "sfdx-project.json"
    said = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps(said | {"sourceBehaviorOptions": presets}, indent=2), encoding="utf-8")


@cache
def found(root: Path, profile: str) -> list[tuple[str, str, str, str]]:
    """Return what is found without the names of files: rule, message, text under it, last step of its address."""
    report = faults.report(root, profile)
    return sorted(
        (one.rule, one.message, faults.marked(report, one), (one.at or "").rpartition("/")[2])
        for one in report.findings
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_has_the_findings_of_the_source(name: str, form: str, conversion: Conversion) -> None:
    profile = (VARIANTS[name] or {}).get("profile", "pedantic" if name == SAMPLE else "default")
    expected = found(conversion.folders[name, "source"], profile)
    assert found(conversion.folders[name, form], profile) == expected


def test_every_component_is_converted_and_the_page_says_which(conversion: Conversion) -> None:
    converted = [conversion.types[SAMPLE, form] for form in FORMS]
    source, *files = (
        sum(path.is_file() for path in (conversion.folders[SAMPLE, form] / COMPONENTS).rglob("*"))
        for form in ("source", *FORMS)
    )
    table = [HEADER, "|---|---|---|---|"]
    table += [
        f"| {' | '.join([one, *(str(types.get(one, '')) for types in converted)])} |"
        for one in sorted(set().union(*converted))
    ]
    table.append(f"| {' | '.join([f'files, of {source}', *map(str, files)])} |")
    shown = "\n".join(table) + "\n"
    page = PAGE.read_text("utf-8")
    before, _, measured = page.partition(MEASURED)
    if os.environ.get("UPDATE_GOLDEN"):
        day = datetime.now(UTC).date()
        said = f"\nConverted on {day} by {conversion.versions}: the sample, and {len(VARIANTS) - 1} copies with one fault each.\n"
        measured = f"{said}\n{shown}"
        PAGE.write_text(before + MEASURED + measured, encoding="utf-8", newline="\n")
    assert measured.endswith(f"\n\n{shown}")
