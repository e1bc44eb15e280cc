"""A rule's page: what `explain` prints and docs/rules/ holds."""

from __future__ import annotations

from wxcc_lint.example_fences import without_fence_words
from wxcc_lint.rules import Rule


def rule_page(it: Rule) -> str:
    """Return the page of a rule as Markdown."""
    title, _, body = it.docs.strip().partition("\n")
    parts = [f"# {it.name}", title.strip(), _facts(it), without_fence_words(body.strip()), _options(it), _sources(it)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _facts(it: Rule) -> str:
    rows = [
        ("severity", it.meta.severity),
        ("profile", it.meta.profile),
        ("evidence", it.meta.evidence),
        ("since", it.meta.since),
        ("looks at", _subject(it)),
        ("needs", ", ".join(f"`{need}` of the environment" for need in it.meta.needs)),
        ("former names", ", ".join(it.meta.aliases)),
        ("instead of", ", ".join(it.meta.supersedes)),
    ]
    lines = ["| | |", "|---|---|", *(f"| {key} | {value} |" for key, value in rows if value)]
    return "\n".join(lines)


_GENERATIONS = {"v1": "V1", "v2": "V2", "scv": "Service Cloud Voice", "other": "other vendors"}
_SUBJECTS = {
    "callcenter": "call center definitions",
    "layout": "desktop layouts",
    "meta": "every file",
    "salesforce": "Salesforce components",
}


def _subject(it: Rule) -> str:
    subject = _SUBJECTS.get(it.on, it.on)
    if not it.meta.generations:
        return subject
    return f"{subject} ({', '.join(_GENERATIONS.get(name, name) for name in it.meta.generations)})"


def _options(it: Rule) -> str:
    if not it.options:
        return ""
    lines = [f"* `{name}`, default `{_shown(value)}`" for name, value in it.options.items()]
    return "## Options\n\n" + "\n".join(lines)


def _shown(value: object) -> str:
    return "[]" if value == () else str(value)


def _sources(it: Rule) -> str:
    return "Sources: " + "; ".join(it.meta.sources) + "." if it.meta.sources else ""
