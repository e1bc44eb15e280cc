"""Did-you-mean: the one place that guesses what somebody meant to type."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSE_ENOUGH = 0.75
_DIGITS = str.maketrans("", "", "0123456789")


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


def differ_in_a_letter(word: str, other: str) -> bool:
    """Tell whether one letter is missing, another one or at the next place; a number is no slip, nor is one `s` at the end.

    Stricter than `closest`, for words that may both be meant.
    """
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    if len(longer) - len(shorter) > 1 or (len(shorter) > 2 and word[0] != other[0] and word[-1] != other[-1]):  # noqa: PLR2004
        return False  # one slip leaves the beginning or the end alone: this spares looking at most words
    if longer == f"{shorter}s" or word.translate(_DIGITS) == other.translate(_DIGITS):
        return False
    same_start = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    first, second = shorter[same_start:], longer[same_start:]
    if len(shorter) < len(longer):
        return first == second[1:]
    return first[1:] == second[1:] or (first[1::-1], first[2:]) == (second[:2], second[2:])
