"""Did-you-mean: the one place that guesses what somebody meant to type."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE_ENOUGH = 0.75


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None when nothing is near.

    Upper and lower case count as near: a wrong case is the commonest slip in names that are case-sensitive.
    """
    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(name.casefold(), name)
    folded = word.casefold()
    if folded in by_folded:
        return by_folded[folded]
    from difflib import get_close_matches

    matches = get_close_matches(folded, by_folded, n=1, cutoff=_CLOSE_ENOUGH)
    return by_folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?`, ready to hang behind a sentence, or nothing."""
    found = closest(word, known)
    return f"; did you mean '{found}'?" if found else ""
