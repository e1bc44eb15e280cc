"""Fixes on published files, and on hundreds of spoilt ones: what comes of them is sound, and nothing else changes."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from wxcc_lint import fix_run
from wxcc_lint.config import default_config
from wxcc_lint.discover import Candidate, Discovery
from wxcc_lint.documents.decode import decode
from wxcc_lint.documents.load import load
from wxcc_lint.example_base import complete
from wxcc_lint.example_fences import examples
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.fix import apply_fixes
from wxcc_lint.fix_run import Mended, check_and_mend
from wxcc_lint.report import FindingFix
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.verdict import Policy

BOM = b"\xef\xbb\xbf"
TWICE = {
    "callcenter/duplicate-item",
    "callcenter/duplicate-mapping-property",
    "callcenter/duplicate-section",
    "layout/attributes-differing-in-case",
    "layout/duplicate-key",
}
"""What a fix that writes a name could bring about."""
SPOILT = 500
PARTS = 20
WORD = re.compile(r"[A-Za-z][\w-]{3,}")
NAME = re.compile(r'(?<=name=")\w+|(?<=<name>)\w+|"\w+"(?=\s*:)|(?<=&quot;)\w+(?=&quot;:)')
VALUE = re.compile(r'(?<=">)[^<>\n]+(?=</item>)|(?<=<value>)[^<>\n]+|(?<=: )"[^"\n]*"|(?<=: )(?:true|false|\d+)')


@cache
def published(root: Path) -> dict[str, bytes]:
    """Return every corpus file that is ours, by name."""
    files = [file for file in sorted(root.rglob("*")) if file.is_file() and file.suffix not in {".md", ".tsv"}]
    contents = {file.relative_to(root).as_posix(): file.read_bytes() for file in files}
    return {name: data for name, data in contents.items() if load(name, data) is not None}


@cache
def bad_examples() -> tuple[tuple[str, str], ...]:
    """Return the texts of all bad examples of one file, with what their format is."""
    return tuple(
        (fence.language, fence.text)
        for it in builtin_rules().values()
        if it.on in {"callcenter", "layout"}
        for (fence, *others) in examples(it.docs)
        if fence.bad and not others and fence.language in {"xml", "json"}
    )


def spoilt(number: int, corpus: Path) -> tuple[str, bytes]:
    """Return a file that is wrong in a few places: the same for a number whenever it is asked for."""
    chance = random.Random(number)
    kind = number % 3
    if kind == 0:
        language, text = chance.choice(bad_examples())
        text = complete_layout(text) if language == "json" else complete(text)
    elif kind == 1:
        fragments = [
            text for language, text in bad_examples() if language == "xml" and text.lstrip().startswith("<item")
        ]
        text = complete("".join(chance.sample(fragments, 3)), generation=chance.choice(("v1", "v1", "v2", "scv")))
    else:
        text = decode(chance.choice(list(published(corpus).values())))[0]
    for _ in range(chance.randrange(4) if kind < 2 else chance.randrange(1, 8)):
        text = chance.choice(SPOILERS)(text, chance)
    data = text.encode()
    if chance.random() < 0.2:
        data = re.sub(rb"\r?\n", b"\r\n", data)
    if chance.random() < 0.1:
        data = b"\xef\xbb\xbf" + data
    return f"spoilt-{number}", data.rstrip() if chance.random() < 0.1 else data


def _somewhere(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return chance.choice(found) if found else None


def _at(pattern: re.Pattern[str], change):
    def spoil(text: str, chance: random.Random) -> str:
        match = _somewhere(pattern, text, chance)
        return text[: match.start()] + change(match[0], chance) + text[match.end() :] if match else text

    return spoil


def _without_a_letter(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(len(word) - 1, 2))
    return word[:at] + word[at + 1 :]


def _line(change):
    def spoil(text: str, chance: random.Random) -> str:
        lines = text.splitlines(keepends=True)
        at = chance.randrange(len(lines))
        return "".join([*lines[:at], *change(lines[at]), *lines[at + 1 :]])

    return spoil


def _padded(value: str, chance: random.Random) -> str:
    if value.startswith('"'):
        return '" ' + value[1:]
    return chance.choice((" {}", "{} ", " {} ")).format(value)


SPOILERS = (
    _at(NAME, _without_a_letter),
    _at(NAME, lambda word, chance: word.swapcase()),
    _at(NAME, lambda word, chance: word[:2] + word[2:3].swapcase() + word[3:]),
    _at(WORD, _without_a_letter),
    _at(VALUE, _padded),
    _at(VALUE, lambda value, chance: value.title()),
    _at(VALUE, lambda value, chance: f'"{value}"' if not value.startswith('"') else value.strip('"') or value),
    _at(VALUE, lambda value, chance: '""' if value.startswith('"') else ""),
    _at(VALUE, lambda value, chance: '"true"' if value.startswith('"') else "TRUE"),
    _at(re.compile(r"wxcc-(?:us|eu|anz)\d"), lambda value, chance: "wxcc-eu9"),
    _at(re.compile(r"https://[\w.-]+"), lambda value, chance: value.replace("https", "http") + "/"),
    _line(lambda line: [line, line]),
    _line(lambda line: []),
)


@pytest.fixture(autouse=True)
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Assert of each pass that lines which no wanted fix touches are still there, in their order."""

    def apply(texts: dict[str, str], fixes: Sequence[FindingFix]) -> tuple[dict[str, str], int]:
        changed, count = apply_fixes(texts, fixes)
        for path, text in changed.items():
            spans = [(edit.start, edit.end) for one in fixes for edit in one.edits if edit.path == path]
            left = iter(text.splitlines(keepends=True))
            assert all(line in left for line in untouched(texts[path], spans)), path
        return changed, count

    monkeypatch.setattr(fix_run, "apply_fixes", apply)


def untouched(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the lines that no span meets."""
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        if not any(start <= end and at <= stop for start, stop in spans):
            yield line
        at = end


def mended(name: str, data: bytes, *, unsafe: bool) -> Mended:
    found = Discovery([Candidate(name, name, named=True, data=data)])
    policy = Policy(default_config(Path("/nowhere")), date(2026, 1, 1), profile="default")
    return check_and_mend(found, policy, builtin_rules(), Path("/nowhere"), unsafe=unsafe)


def counts(result) -> Counter[str]:
    return Counter(one.rule for one in result.judgement.report.findings)


def mended_soundly(name: str, data: bytes, *, unsafe: bool) -> int:
    """Assert what must hold of mending a file; return how many findings were mended."""
    it = mended(name, data, unsafe=unsafe)
    assert it.endless == (), name
    before, after = counts(it.before), counts(it.result)
    told = (name, dict(before - after), dict(after - before))
    assert after.total() <= before.total(), told
    assert TWICE.isdisjoint(after - before), told
    new = next((file.after for file in it.files), data)
    assert new.startswith(BOM) == data.startswith(BOM), name
    assert (b"\r" in new, b"\n" in new.replace(b"\r\n", b"")) == (b"\r" in data, b"\n" in data.replace(b"\r\n", b"")), (
        name
    )
    assert not load(name, new).faults or load(name, data).faults, name
    assert mended(name, new, unsafe=unsafe).files == (), name
    return it.result.judgement.report.summary.fixed


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_published_files_are_mended_soundly(corpus: Path, unsafe: bool) -> None:
    fixed = [mended_soundly(name, data, unsafe=unsafe) for name, data in published(corpus).items()]
    assert (len(fixed), sum(fixed) > 0) == (122, True)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("part", range(PARTS))
def test_spoilt_files_are_mended_soundly(corpus: Path, part: int, unsafe: bool) -> None:
    files = dict(spoilt(number, corpus) for number in range(part, SPOILT, PARTS))
    fixed = [mended_soundly(name, data, unsafe=unsafe) for name, data in files.items() if load(name, data)]
    assert (len(fixed) > SPOILT // PARTS * 0.9, sum(fixed) > 0) == (True, True)


def test_a_number_stands_for_the_same_spoilt_file_each_time(corpus: Path) -> None:
    assert [spoilt(number, corpus) for number in range(9)] == [spoilt(number, corpus) for number in range(9)]
