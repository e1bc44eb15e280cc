"""The site of the docs: it builds, no link is broken, nothing is fetched from elsewhere, and code blocks come out right."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

_spec = importlib.util.spec_from_file_location("docs_lay_out", ROOT / "docs" / "lay_out.py")
assert _spec is not None
assert _spec.loader is not None
site = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(site)


def built(folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the built site."""
    pytest.importorskip("mkdocs")
    folder = tmp_path_factory.mktemp("site")
    site.lay_out(folder / "build" / "pages")
    done = built(folder)
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
    return folder / "site"


def test_every_page_is_built(pages: Path) -> None:
    texts = {source.relative_to(ROOT) for source in site.sources() if source.suffix == ".md"}
    missing = [
        source.as_posix()
        for source in sorted(texts)
        for target in (source.parent if source.stem in ("README", "index") else source.with_suffix(""),)
        if not (pages / target / "index.html").is_file()
    ]
    assert missing == []
    assert len(texts) > 400


def test_every_guide_is_in_the_navigation() -> None:
    listed = re.findall(r"docs/[\w-]+\.md", (ROOT / "mkdocs.yml").read_text("utf-8"))
    assert sorted(listed) == sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").glob("*.md"))


def test_nothing_is_fetched_from_elsewhere(pages: Path) -> None:
    fetching = re.compile(r"<(?:script|img|iframe|link rel=.?stylesheet)\b[^>]*(?:https?:)?//[^>]*>")
    assert [
        found for page in sorted(pages.rglob("*.html")) for found in fetching.findall(page.read_text("utf-8"))
    ] == []


def test_no_code_block_is_left_as_text(pages: Path) -> None:
    """A first line that the builder does not understand would end up in a paragraph."""
    prose = re.compile(r"<p>[^<]*(?:```|<code>(?:yaml|json|xml|python|sh|console|text)\b)")
    assert [page.parent.name for page in sorted(pages.rglob("*.html")) if prose.search(page.read_text("utf-8"))] == []


def test_a_broken_link_or_anchor_fails_the_build(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    pages = tmp_path / "build" / "pages"
    site.lay_out(pages)
    shutil.rmtree(pages / "docs" / "rules")  # most of the pages, which would take most of the time
    (pages / "docs" / "hosts.md").write_text("[gone](gone.md), [no such part](json.md#gone)\n", encoding="utf-8")
    done = built(tmp_path)
    told = [line for line in done.stderr.splitlines() if "'docs/hosts.md'" in line]
    assert [re.findall(r"link '([^']+)'", line) for line in told] == [["gone.md"], ["json.md#gone"]]
    assert done.returncode == 1


def test_words_for_tests_go_and_a_file_becomes_a_title() -> None:
    page = '````yaml file=a.yaml\ndocs: |\n  ```xml bad at="x"\n  ```\n````\n\n```yaml config\na: 1\n```\n\n```sh\nls\n```\n'
    expected = page.replace("yaml file=a.yaml", 'yaml title="a.yaml"').replace("yaml config", "yaml")
    assert site.for_the_site(page) == expected


def test_a_bar_in_the_code_of_a_table_loses_its_backslash_and_no_other_does() -> None:
    page = "| a \\| b | `c \\| d` | `e` |\n\n`f \\| g`\n\n```sh\nh \\| i\n```\n"
    assert site.for_the_site(page) == page.replace("`c \\| d`", "`c | d`")
