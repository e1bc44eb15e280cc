"""The executed examples in a rule's docs: set into a whole document where they are fragments, and run.

JSON fragments are set into the default desktop layout; see `complete_layout`. Sides are compared as two files would be; see
`example_drift`. Fences of live orgs are the recorded replies of one; see `example_org`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from wxcc_lint.config import CONFIG_NAME, Config, ConfigError, default_config, load_config
from wxcc_lint.discover import Candidate, Discovery, may_be_ours
from wxcc_lint.example_base import complete
from wxcc_lint.example_drift import drift_between, read_side
from wxcc_lint.example_fences import BASES, Fence, examples
from wxcc_lint.example_layout import complete_layout
from wxcc_lint.findings import finding_of
from wxcc_lint.report import Finding
from wxcc_lint.rules import Rule, RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.spans import Text
from wxcc_lint.verdict import Policy

_TODAY = date(2026, 1, 1)
_SUFFIX = {"xml": ".xml", "json": ".json", "yaml": ".yaml", "text": ".txt", "apex": ".cls"}


def test_rule(it: Rule, rules: RuleSet) -> list[str]:
    """Run all examples of a rule within the default profile; return what is not as its docs say."""
    try:
        found = list(examples(it.docs))
    except ValueError as error:
        return [f"{it.name}: {error}"]
    problems = [f"{it.name}: example {group[0].number}: {text}" for group in found for text in _test(it, group, rules)]
    if not any(group[0].bad for group in found):
        problems.append(f"{it.name}: there is no bad example")
    if not any(not group[0].bad for group in found):
        problems.append(f"{it.name}: there is no good example")
    return problems


def _test(it: Rule, group: Sequence[Fence], rules: RuleSet) -> Iterator[str]:
    if it.on in {"drift", "org"}:
        yield from (_test_drift if it.on == "drift" else _test_org)(it, group, rules)
        return
    with tempfile.TemporaryDirectory() as folder:
        try:
            result = check_files(it, files_of(it, group), rules, Path(folder))
        except ConfigError as error:
            yield str(error)
            return
    for name in result.strangers:
        yield f"{name} is not recognised as anything of ours"
    report = result.judgement.report
    yield from _judge(it, group, report.findings, report.texts)


def files_of(it: Rule, group: Sequence[Fence]) -> dict[str, str]:
    """Return the texts of an example that is no change, by file name; fragments as whole documents."""
    named = {fence.file or f"example{_suffix(fence)}": fence for fence in group}
    return {name: fence.text if name == CONFIG_NAME else _whole(fence, it) for name, fence in named.items()}


def check_files(it: Rule, files: Mapping[str, str], rules: RuleSet, root: Path) -> Result:
    """Write files below a folder and check them with a rule and the default profile. Raises ConfigError."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="")
    policy = Policy(_config(root), _TODAY, profile="default", select=("*", it.name))
    paths = [path for path in sorted(root.rglob("*")) if path.is_file() and may_be_ours(path)]
    found = [Candidate(str(path), path.relative_to(root).as_posix(), named=False) for path in paths]
    return check(Discovery(found, searched=["."]), policy, rules, root)


def _test_drift(it: Rule, group: Sequence[Fence], rules: RuleSet) -> Iterator[str]:
    try:
        documents = {
            fence.side: read_side(fence.side, _whole(fence, it), _suffix(fence)) for fence in group if fence.side
        }
    except ValueError as error:
        yield str(error)
        return
    if len(documents) < len(group):
        yield "an example of a change says of each text with side=… which side it is"
        return
    if len({document.kind for document in documents.values()}) > 1:
        yield "both sides are of one kind"
        return
    policy = Policy(default_config(Path()), _TODAY, profile="default", select=("*", it.name))
    findings = drift_between(documents.get("left"), documents.get("right"), rules, policy)
    yield from _judge(it, group, findings, {document.name: document.text for document in documents.values()})


def _test_org(it: Rule, group: Sequence[Fence], rules: RuleSet) -> Iterator[str]:
    from wxcc_lint.example_org import found_in_org

    live = {fence.file: _whole(fence, it) if fence.language == "xml" else fence.text for fence in group if fence.live}
    config = next((fence.text for fence in group if fence.file == CONFIG_NAME), None)
    with tempfile.TemporaryDirectory() as folder:
        policy = Policy(default_config(Path(folder)), _TODAY, profile="default", select=("*", it.name))
        try:
            found = found_in_org(
                {name: text for name, text in live.items() if name}, config, rules, policy, Path(folder)
            )
        except (ConfigError, ValueError) as error:
            yield str(error)
            return
    texts = {one.mark.document.name: one.mark.document.text for one in found}
    yield from _judge(it, group, [finding_of(one, it.meta.severity) for one in found], texts)


def _suffix(fence: Fence) -> str:
    return _SUFFIX.get(fence.language, ".txt")


def _config(root: Path) -> Config:
    file = root / CONFIG_NAME
    return load_config(file, CONFIG_NAME) if file.is_file() else default_config(root)


def _whole(fence: Fence, it: Rule) -> str:
    if fence.language == "json":
        return complete_layout(fence.text)
    if fence.language != "xml":
        return fence.text
    return complete(fence.text, fence.without, fence.base or _base_of(it))


def _base_of(it: Rule) -> str:
    only = it.meta.generations[0] if len(it.meta.generations) == 1 else "v1"
    return only if only in BASES else "v1"


def _judge(it: Rule, group: Sequence[Fence], findings: Sequence[Finding], texts: Mapping[str, Text]) -> Iterator[str]:
    names = [one.rule for one in findings]
    if not group[0].bad:
        if names:
            yield f"a good example raises {', '.join(names)}"
        return
    if names != [it.name]:
        yield f"a bad example must raise {it.name} once and nothing else; it raises {', '.join(names) or 'nothing'}"
        return
    marked = next((fence for fence in group if fence.at is not None), None)
    location = findings[0].location
    text = texts[location.path]
    start, end = text.offset(location.line, location.column), text.offset(location.end_line, location.end_column)
    if marked is None:
        yield "a bad example says with at=… which text the finding points to"
    elif text.text[start:end] != marked.at:
        yield f"the finding points to {text.text[start:end]!r}, not to {marked.at!r}"
    elif marked.side is not None and location.path != f"{marked.side}{_suffix(marked)}":
        yield f"the finding points to the {location.path.partition('.')[0]} side"
