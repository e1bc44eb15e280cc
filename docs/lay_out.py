r"""Lay out the pages for the site, in `build/pages`, as they lie in the repository: what links there links here.

`mkdocs.yml` makes the site of them. Two things are put as builders of sites want them. Behind the language of a code block
stand words for the tests, of which `file=NAME` becomes the title of the block. In a table GitHub wants `\|` for a `|` in
code, which would be shown with its backslash.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "build" / "pages"
SOURCES = ("*.md", "LICENSE", "docs/**/*.md", "docs/*.json", "fixtures/**/*.md", "benchmarks/*.md", "schemas/*.json")

_BLOCK = re.compile(
    r"^(?P<ticks>`{3,})(?P<language>\w*)(?P<words>[^\n`]*)\n(?P<text>.*?)^(?P=ticks)$", re.MULTILINE | re.DOTALL
)
_FILE = re.compile(r"\bfile=(\S+)")
_ROW = re.compile(r"^[|].*[|]$", re.MULTILINE)
_CODE = re.compile(r"`[^`]+`")


def sources() -> Iterator[Path]:
    """Yield all files of the site."""
    for pattern in SOURCES:
        yield from sorted(ROOT.glob(pattern))


def for_the_site(page: str) -> str:
    """Return a page with code blocks as site builders know them."""

    def plain(block: re.Match[str]) -> str:
        file = _FILE.search(block["words"])
        title = f' title="{file[1]}"' if file else ""
        return f"{block['ticks']}{block['language']}{title}\n{block['text']}{block['ticks']}"

    def row(cells: re.Match[str]) -> str:
        return _CODE.sub(lambda code: code[0].replace(r"\|", "|"), cells[0])

    return _ROW.sub(row, _BLOCK.sub(plain, page))


def lay_out(folder: Path) -> None:
    """Write all pages into a folder, anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for source in sources():
        target = folder / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            target.write_text(for_the_site(source.read_text("utf-8")), encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(source, target)


if __name__ == "__main__":
    lay_out(PAGES)
