"""What the options of `diff` say, and what its steps of normalisation are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.diff.changes import ChangeKind
from wxcc_lint.diff.run import Wanted
from wxcc_lint.diff.steps import STEPS
from wxcc_lint.documents.paths import PathSyntaxError, Pattern, parse_pattern
from wxcc_lint.suggest import did_you_mean

_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


def wanted_of(
    environment: str | None,
    pairs: Sequence[str],
    kinds: Sequence[str],
    patterns: Sequence[str],
    steps: Sequence[str],
    include_unmanaged: bool,
    *,
    is_drift: bool = False,
) -> Wanted:
    """Return what the options ask for. Raises WrongUsageError."""
    return Wanted(
        environment=environment,
        named=tuple(map(_pair, pairs)),
        kinds=frozenset(map(_kind, kinds)),
        ignored_paths=tuple(map(_pattern, patterns)),
        skipped_steps=frozenset(map(_step, steps)),
        include_unmanaged=include_unmanaged,
        is_drift=is_drift,
    )


def steps_as_text() -> str:
    """Return the steps of normalisation for people, each behind its name."""
    lines = [
        "What may be written in different ways without being a difference; --skip-step NAME compares it all the same.",
        "",
    ]
    for step in STEPS.values():
        lines += [f"{step.name} ({step.applies_to})", f"  {step.description}"]
    return "\n".join(lines) + "\n"


def _pair(text: str) -> tuple[str, str]:
    left, equals, right = text.partition("=")
    if not (left and equals and right):
        raise WrongUsageError(f"--pair takes LEFT=RIGHT, not '{text}'")
    return left, right


def _kind(text: str) -> ChangeKind:
    for kind in _KINDS:
        if kind == text:
            return kind
    raise WrongUsageError(f"there is no kind '{text}'{did_you_mean(text, _KINDS)} (there are {', '.join(_KINDS)})")


def _step(text: str) -> str:
    if text not in STEPS:
        raise WrongUsageError(
            f"there is no step '{text}'{did_you_mean(text, STEPS)} (see wxcc-lint diff --explain-normalisation)"
        )
    return text


def _pattern(text: str) -> Pattern:
    try:
        return parse_pattern(text)
    except PathSyntaxError as error:
        raise WrongUsageError(f"--ignore-path '{text}': {error} (character {error.position + 1})") from error
