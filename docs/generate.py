"""Write the pages that repeat what the program says, so that they never say something else.

* `docs/rules/`: a page for each rule, and an index; pages of rules that are gone are removed.
* `docs/catalogue.md`: every handle of `docs/catalogue.yaml`, with the rules that cover it or the reason why none does,
  and the reasons why some that can be fixed are not.
* The first code block behind `<!-- generated: wxcc-lint … -->` in a hand-written page: the command is run, and the block
  holds its real output. `<!-- generated in FOLDER: wxcc-lint … -->` runs it in a folder of the repository.

`python docs/generate.py` writes, `python docs/generate.py --check` only tells what is stale and then exits with 1.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wxcc_lint.documents.yaml import parse_yaml
from wxcc_lint.example_fences import examples
from wxcc_lint.examples import check_files, files_of
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.rule_page import rule_page
from wxcc_lint.rules import Rule, RuleSet

ROOT = Path(__file__).resolve().parents[1]
RULE_PAGES = ROOT / "docs" / "rules"
CATALOGUE_PAGE = ROOT / "docs" / "catalogue.md"
CATALOGUE = ROOT / "docs" / "catalogue.yaml"
WITH_OUTPUT = (
    ROOT / "README.md",
    *(ROOT / "docs" / name for name in ("json.md", "diff.md", "drift.md", "auditing.md")),
)

_SCOPES = {
    "allowlist": "the tenant's allowed list",
    "callcenter": "call center definitions",
    "drift": "what differs between two versions, or between the repository and an org",
    "layout": "desktop layouts",
    "meta": "files that cannot be read, ignores, the config, wxcc-lint itself",
    "org": "what a live org or tenant says of what is declared",
    "project": "files of one environment against one another",
    "salesforce": "components of a Salesforce project",
}
_WITHOUT_FIXES = ("drift", "meta", "org")
"""Scopes whose rules speak of what no file of the project can mend."""

_OUTPUT = re.compile(
    r"(?P<head><!-- generated(?: in (?P<folder>\S+))?: wxcc-lint (?P<arguments>.+?) -->\n+```\w+\n)(?P<output>.*?)(?=^```$)",
    re.MULTILINE | re.DOTALL,
)
_FINDINGS_OR_NONE = (0, 1)
_AMBIENT = ("WXCC_", "GIT_", "FORCE_COLOR")
"""Beginnings of variables that would make the program print something else here than elsewhere."""


@dataclass(frozen=True)
class Catalogue:
    """What can be wrong: titles of groups with their handles and what these stand for, and why some have no rule.

    `fixable` are the handles whose faults can be mended without asking; `without_fix` says why rules for some do not.
    """

    groups: Mapping[str, Mapping[str, str]]
    without_rule: Mapping[str, str]
    fixable: Collection[str] = ()
    without_fix: Mapping[str, str] = field(default_factory=dict)


def read_catalogue() -> Catalogue:
    """Return the catalogue; raise ValueError when it is no sound YAML."""
    document = parse_yaml(CATALOGUE.name, CATALOGUE.read_text(encoding="utf-8"), "config")
    for fault in document.faults:
        raise ValueError(fault.message)
    for twice in document.duplicates:
        raise ValueError(f"the handle {twice.path[-1]} stands twice")
    said = document.data
    return Catalogue(said["handles"], said["without-rule"] or {}, said["fixable"], said["without-fix"] or {})


def covering(rules: Mapping[str, Rule]) -> dict[str, list[str]]:
    """Return the names of the rules that claim a handle, by handle."""
    claims: dict[str, list[str]] = {}
    for name, it in sorted(rules.items()):
        for handle in it.meta.catalogue:
            claims.setdefault(handle, []).append(name)
    return claims


def catalogue_faults(catalogue: Catalogue, covered: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield a sentence for each handle that is unknown, or has neither rule nor reason, or both."""
    handles = {handle for group in catalogue.groups.values() for handle in group}
    for handle in sorted(covered.keys() - handles):
        yield f"{handle} is no handle of the catalogue; {', '.join(covered[handle])} names it"
    for handle in sorted(catalogue.without_rule.keys() - handles):
        yield f"{handle} has a reason and is no handle of the catalogue"
    for handle in sorted(handles - covered.keys() - catalogue.without_rule.keys()):
        yield f"{handle} has neither rule nor reason"
    for handle in sorted(covered.keys() & catalogue.without_rule.keys()):
        yield f"{handle} has a reason for having no rule, and {', '.join(covered[handle])} covers it"
    for handle in sorted(set(catalogue.fixable) - handles):
        yield f"{handle} is fixable and is no handle of the catalogue"


def fix_faults(catalogue: Catalogue, covered: Mapping[str, list[str]], mending: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each fixable handle with a rule that neither mends it nor has a reason, or has one in vain.

    `mending` are the names of the rules that mend their first bad example.
    """
    for handle in sorted(catalogue.fixable):
        idle = [name for name in covered.get(handle, ()) if name not in mending]
        if idle and handle not in catalogue.without_fix:
            yield f"{handle} is fixable, but {', '.join(idle)} has neither fix nor reason"
        if not idle and handle in catalogue.without_fix:
            yield f"{handle} has a reason for having no fix, and lacks none"
    for handle in sorted(catalogue.without_fix.keys() - set(catalogue.fixable)):
        yield f"{handle} has a reason for having no fix, and is not fixable"


def catalogue_page(catalogue: Catalogue, covered: Mapping[str, list[str]]) -> str:
    """Return the catalogue as Markdown. Raises ValueError when a handle has neither rule nor reason, or both."""
    faults = list(catalogue_faults(catalogue, covered))
    if faults:
        raise ValueError("\n".join(faults))
    handles = [handle for group in catalogue.groups.values() for handle in group]
    with_rule = sum(handle in covered for handle in handles)
    covered_share = f"{with_rule} of {len(handles)} handles are covered by rules"
    lines = ["# Catalogue", "", f"What can be wrong with the integration: {covered_share}."]
    for title, group in catalogue.groups.items():
        lines += ["", f"## {title}", "", "| handle | what should hold | rule, or why there is none |", "|---|---|---|"]
        for handle, meaning in group.items():
            links = ", ".join(f"[{name}](rules/{name}.md)" for name in covered.get(handle, ()))
            lines.append(_row(f"`{handle}`", meaning, links or catalogue.without_rule[handle]))
    lines += ["", "## Without a fix", "", "Rules for these could mend a file by themselves, and some do not.", ""]
    lines += ["| handle | why |", "|---|---|"]
    lines += [_row(f"`{handle}`", reason) for handle, reason in catalogue.without_fix.items()]
    return "\n".join(lines) + "\n"


def fixes_of(it: Rule) -> str:
    """Return `safe`, `unsafe`, both or nothing: how a rule mends its own bad examples."""
    if it.name.partition("/")[0] in _WITHOUT_FIXES:
        return ""
    seen = set()
    with tempfile.TemporaryDirectory() as folder:
        for number, group in enumerate(group for group in examples(it.docs) if group[0].bad):
            files, root = files_of(it, group), Path(folder) / str(number)
            found = check_files(it, files, RuleSet([it]), root).judgement.report.findings
            seen |= {one.fix.safe for one in found if one.rule == it.name and one.fix}
    return ", ".join(word for safe, word in ((True, "safe"), (False, "unsafe")) if safe in seen)


def rules_index(rules: Mapping[str, Rule]) -> str:
    """Return the list of all rules by scope as Markdown."""
    by_scope: dict[str, list[Rule]] = {}
    for name, it in sorted(rules.items()):
        by_scope.setdefault(name.partition("/")[0], []).append(it)
    lines = ["# Rules", "", f"{len(rules)} rules. `wxcc-lint explain RULE` prints the same pages."]
    lines += ["", "| scope | rules | what they look at |", "|---|---|---|"]
    lines += [_row(f"[{scope}](#{scope})", str(len(them)), _SCOPES[scope]) for scope, them in by_scope.items()]
    lines += ["", "`fix` tells what `wxcc-lint check --fix` mends by itself, and what waits for `--unsafe-fixes`, see"]
    lines += ["[Fixing](../fixing.md#safe-and-unsafe)."]
    for scope, them in by_scope.items():
        lines += ["", f"## {scope}", "", "| rule | severity | profile | fix | what it flags |", "|---|---|---|---|---|"]
        for it in them:
            link = f"[{it.name}]({it.name}.md)"
            lines.append(_row(link, it.meta.severity, it.meta.profile, fixes_of(it), it.title))
    return "\n".join(lines) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def with_output(page: str) -> str:
    """Return a page with the real output of its commands in the blocks behind them."""
    return _OUTPUT.sub(lambda block: block["head"] + _output(block["arguments"], block["folder"] or "."), page)


def _output(arguments: str, folder: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_AMBIENT)}
    done = subprocess.run(  # noqa: S603 — our own program with the words of our own pages
        [sys.executable, "-m", "wxcc_lint", *shlex.split(arguments)],
        cwd=ROOT / folder,
        env={**kept, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in _FINDINGS_OR_NONE:
        raise ValueError(f"wxcc-lint {arguments}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def expected_pages() -> dict[Path, str]:
    """Return the text that every generated page and every page with generated blocks should have."""
    rules = builtin_rules()
    pages = {RULE_PAGES / f"{name}.md": rule_page(it) for name, it in rules.items()}
    pages[RULE_PAGES / "index.md"] = rules_index(rules)
    pages[CATALOGUE_PAGE] = catalogue_page(read_catalogue(), covering(rules))
    return pages | {page: with_output(page.read_text(encoding="utf-8")) for page in WITH_OUTPUT}


def stale_pages(expected: Mapping[Path, str]) -> list[Path]:
    """Return the pages that are missing, differ, or belong to a rule that is gone."""
    stale = [page for page, text in expected.items() if not page.is_file() or page.read_text("utf-8") != text]
    return sorted([*stale, *(page for page in RULE_PAGES.rglob("*.md") if page not in expected)])


def write(expected: Mapping[Path, str]) -> None:
    """Bring all pages up to date."""
    for page in stale_pages(expected):
        if page in expected:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(expected[page], encoding="utf-8", newline="\n")
        else:
            page.unlink()


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` tell which are stale; return the exit code."""
    try:
        expected = expected_pages()
    except ValueError as error:
        print(error)
        return 1
    if arguments != ["--check"]:
        write(expected)
        return 0
    stale = [page.relative_to(ROOT).as_posix() for page in stale_pages(expected)]
    for name in stale:
        print(f"{name} is stale: run `make docs`")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
