"""Write proposed environments as a config with comments. Names of files are anybody's, and become nothing but text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from wxcc_lint.documents.yaml_scalars import encode_scalar
from wxcc_lint.propose import Proposal, Seen
from wxcc_lint.reporters.hostile import printable

_HEAD: Final = """\
# Proposed by 'wxcc-lint init' from what lies in this folder: correct what it got wrong, and commit it.
# Paths and globs count from here; 'wxcc-lint environments' shows what belongs where.
environments:
"""
_LONGEST_NAME: Final = 200
"""Characters of a layout's name as written; YAML takes no key of more than 1024."""


class _Layout(NamedTuple):
    """A layout to declare; `is_guess`: Control Hub may call it something else."""

    name: str
    path: str
    is_guess: bool


def config_text(proposals: Iterable[Proposal]) -> str:
    """Return the text of a config that declares the environments."""
    return _HEAD + "".join(f"{line}\n" for proposal in proposals for line in _environment(proposal))


def _environment(proposal: Proposal) -> Iterator[str]:
    yield f"  {_scalar(proposal.name)}:"
    yield "    files:"
    yield from (f"      - {_scalar(glob)}" for glob in proposal.globs)
    yield f"    {_region(proposal.files)}"
    yield from (f"    {line}" for line in _generation(proposal.files))
    yield from (f"    {line}" for line in _allowlist([file.path for file in proposal.lists]))
    yield from (f"    {line}" for line in _layouts(proposal.files))
    yield from (f"    {line}" for line in _agents(proposal.files))
    yield from (f"    {line}" for line in _variables([*proposal.files, *proposal.lists[:1]]))


def region(files: Iterable[Seen]) -> str | None:
    """Return the region that the call centers state, if they agree."""
    codes = {file.region for file in files if file.kind == "callcenter" and file.region}
    return codes.pop() if len(codes) == 1 else None


def _region(files: Sequence[Seen]) -> str:
    stating = [file for file in files if file.kind == "callcenter" and file.region]
    code = region(files)
    if code is not None:
        return f"region: {code}  # says {_told(stating[0].path)}"
    if stating:
        return f"# region: eu1  # call centers disagree: {_examples((str(one.region), one.path) for one in stating)}"
    return "# region: eu1  # the tenant's region: no call center here leads to a known one"


def _generation(files: Sequence[Seen]) -> Iterator[str]:
    telling = [(file.generation, file.path) for file in files if file.generation]
    generations = {generation for generation, _ in telling}
    if len(generations) == 1:
        yield f"generation: {generations.pop()}"
    elif telling:
        yield f"# generation: v1  # call centers differ: {_examples(telling)}"


def _examples(pairs: Iterable[tuple[str, str]]) -> str:
    """Return each first word with the first file that goes with it."""
    first: dict[str, str] = {}
    for word, path in pairs:
        first.setdefault(word, path)
    return ", ".join(f"{word} in {_told(path)}" for word, path in first.items())


def _allowlist(paths: Sequence[str]) -> Iterator[str]:
    if not paths:
        yield "# allowlist: csp.txt  # what the tenant's Content Security Policy allows: no file looks like its list"
    elif len(paths) == 1 and _is_nameable(paths[0]):
        yield f"allowlist: {_scalar(paths[0])}  # it looks like one"
    else:
        yield "# One of these may be what the tenant's Content Security Policy allows:"
        yield from (f"# allowlist: {_told(path)}" for path in paths)


def _layouts(files: Sequence[Seen]) -> Iterator[str]:
    seen = [file for file in files if file.kind == "layout" and file.is_readable]
    for number, layout in enumerate(_named([file for file in seen if _is_nameable(file.path)])):
        if number == 0:
            yield "layouts:  # the name in Control Hub, and the file"
        guess = "  # a guess from the file's name" if layout.is_guess else ""
        yield f"  {_scalar(layout.name)}: {_scalar(layout.path)}{guess}"
    for file in seen:
        if not _is_nameable(file.path):
            yield f"# {_told(file.path)} is a layout too; rename it, a config cannot hold its name"


def _agents(files: Sequence[Seen]) -> Iterator[str]:
    if any(file.kind == "salesforce" for file in files):
        yield "# What your agents have in Salesforce, for rules that look at their access:"
        yield "# agent-profiles: [Agent]"
        yield "# agent-permission-sets: []"


def _named(files: Sequence[Seen]) -> Iterator[_Layout]:
    """Yield the layouts, no two of one name."""
    taken: set[str] = set()
    for number, file in enumerate(files, start=1):
        path = PurePosixPath(file.path)
        names = ((file.title or "").strip(), path.stem, str(path.with_suffix("")), file.path, f"layout {number}")
        name = next(name for name in names if name not in taken and _is_name(name))
        taken.add(name)
        yield _Layout(name, file.path, is_guess=name != names[0])


def _is_name(name: str) -> bool:
    return bool(name) and _is_text(name) and len(_scalar(name)) <= _LONGEST_NAME


def _variables(files: Iterable[Seen]) -> Iterator[str]:
    names = sorted({name for file in files for name in file.variables})
    if names:
        yield "# Fill in what '${NAME}' stands for; where that differs, copy the environment, one for each org:"
        yield "# variables:"
        yield from (f'#   {name}: ""' for name in names)


def _is_nameable(path: str) -> bool:
    return "\\" not in path and _is_text(path)


def _is_text(text: str) -> bool:
    """Tell whether a text can be written in UTF-8: a file name or JSON may hold halves of characters."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _scalar(text: str) -> str:
    """Return a text as YAML on one line, in quotes where it needs them."""
    plain = encode_scalar(text, "")
    if plain is not None:
        return plain
    return '"' + _escaped(text).replace('"', r"\"") + '"'


def _told(text: str) -> str:
    """Return a text for a comment: on one line, and nothing in it that YAML forbids or that hides."""
    return "".join(one if one.isprintable() else _escaped(one) for one in printable(text))


def _escaped(text: str) -> str:
    return text.encode("unicode_escape").decode("ascii")
