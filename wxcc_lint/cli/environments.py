"""`wxcc-lint environments`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from wxcc_lint.cli.errors import config_failure, note
from wxcc_lint.cli.options import ConfigOption, NoConfigOption, the_config

if TYPE_CHECKING:
    from wxcc_lint.overview import DeclaredLayout, DeclaredList, File, Holding, Overview, Variable

_KINDS: Final = {
    "callcenter": "call center",
    "layout": "desktop layout",
    "allowlist": "allowed list",
    "salesforce": "Salesforce component",
}


def environments(
    format_: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Text, or JSON.")] = "text",
    config: ConfigOption = None,
    no_config: NoConfigOption = False,
) -> None:
    """Show what belongs to each environment of the config.

    Files, globs that match none, the allowed list, layouts, variables; then the files in no environment and those in
    several. Paths count from the folder of the config. Exit codes: 0 done; 2 wrong usage or config.
    """
    from wxcc_lint.cli.output import put
    from wxcc_lint.config import ConfigError
    from wxcc_lint.overview import overview
    from wxcc_lint.reporters.hostile import printable

    the = the_config(config, no_config)
    try:
        seen = overview(the, Path.cwd())
    except ConfigError as error:
        raise config_failure(error) from error
    put(_as_json(seen) if format_ == "json" else "".join(f"{printable(line)}\n" for line in _lines(seen)))
    if not the.environments:
        note("the config declares no environments" if the.path else "there is no config, so there are no environments")
    for sentence in seen.unreadable:
        note(sentence)


def _as_json(seen: Overview) -> str:
    from msgspec import to_builtins

    from wxcc_lint import __version__

    document = {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environments": [to_builtins(one) for one in seen.environments],
        "inNone": [to_builtins(one) for one in seen.in_none],
        "inSeveral": [to_builtins(one) for one in seen.in_several],
        "componentsInNone": seen.components_in_none,
        "componentsInSeveral": seen.components_in_several,
    }
    return json.dumps(document, indent=2).replace("\x7f", r"\u007f") + "\n"


def _lines(seen: Overview) -> Iterator[str]:
    for one in seen.environments:
        yield one.name
        yield from _facts(one)
    yield from _outside(
        "in no environment", seen.components_in_none, (f"{one.path} ({_KINDS[one.kind]})" for one in seen.in_none)
    )
    yield from _outside(
        "in several environments",
        seen.components_in_several,
        (f"{one.path} ({', '.join(one.environments)})" for one in seen.in_several),
    )


def _outside(title: str, components: Mapping[str, int], files: Iterable[str]) -> Iterator[str]:
    lines = [f"  {line}" for line in files]
    lines += _components(components)
    if lines:
        yield from (title, *lines)


def _components(counts: Mapping[str, int]) -> Iterator[str]:
    if counts:
        yield f"  Salesforce components: {', '.join(f'{number} {name}' for name, number in counts.items())}"


def _facts(one: Holding) -> Iterator[str]:
    yield f"  region: {one.region or 'not declared'}"
    if one.generation:
        yield f"  generation: {one.generation}"
    yield f"  files: {_counted(one.files, one.components)}"
    for glob in one.unmatched:
        hint = f"; did you mean '{glob.suggestion}'?" if glob.suggestion else ""
        yield f"    '{glob.glob}' matches none{hint}"
    yield from _components(one.components)
    yield f"  allowed list: {_list(one.allowlist)}"
    yield from _block("layouts", map(_layout, one.layouts))
    yield from _block("variables", map(_variable, one.variables))


def _block(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield f"  {title}:"
        yield f"    {line}"


def _counted(files: Iterable[File], components: Mapping[str, int]) -> str:
    counts = Counter(file.kind for file in files) + Counter(salesforce=sum(components.values()))
    from wxcc_lint.reporters.closing import counted

    words = [counted(counts[kind], word) for kind, word in _KINDS.items() if counts[kind]]
    return ", ".join(words) or "none"


def _list(declared: DeclaredList | None) -> str:
    from wxcc_lint.reporters.closing import counted

    if declared is None:
        return "not declared"
    entries = "cannot be read" if declared.entries is None else counted(len(declared.entries), "entry")
    return f"{declared.file or 'in the config'} ({entries})"


def _layout(layout: DeclaredLayout) -> str:
    missing = "" if layout.exists else " (there is no such file)"
    return f"{layout.name}: {layout.file}{missing}"


def _variable(variable: Variable) -> str:
    where = f"used in {', '.join(variable.used)}" if variable.used else "not used"
    return f"{variable.name}: {where}" if variable.value is not None else f"{variable.name}: not declared, {where}"
