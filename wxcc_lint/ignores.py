"""Which findings somebody has decided to live with: comments in XML and entries in the config, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field

from wxcc_lint.config import Config, Ignore
from wxcc_lint.detected import INTERNAL_ERROR, MISSING_OBJECT, Detected, Mark
from wxcc_lint.documents.model import Comment, Document
from wxcc_lint.documents.paths import Pattern, parse_path, parse_pattern
from wxcc_lint.globs import matches_glob
from wxcc_lint.rules import RuleSet
from wxcc_lint.spans import Span

_MARK = "wxcc-lint"
_DIRECTIVE = re.compile(rf"\s*{_MARK}\s*:(.*)\Z", re.DOTALL)
_IGNORE = re.compile(r"\s*ignore\s*\[([^\]]*)\](.*)\Z", re.DOTALL)

UNUSED, EXPIRED, MALFORMED = "meta/unused-ignore", "meta/expired-ignore", "meta/malformed-ignore"


def may_ignore(document: Document) -> bool:
    """Tell whether a document may have comments that speak to wxcc-lint."""
    return _MARK in document.text.text


class _Ignore(Struct):
    """One decision, wherever it was written; `used` once it has hidden a finding."""

    rules: frozenset[str]
    mark: Mark
    scope: Span | None = None
    entry: Ignore | None = None
    at: Pattern | None = None
    used: bool = False
    seen: bool = False
    """Whether a file it speaks of was checked: only then can it be called unused."""


class Ignores(Struct):
    """All ignores of a run. Ask `covers` for each finding first, then `faults` for those that are stale or broken."""

    rules: RuleSet
    today: date
    _all: list[_Ignore] = field(default_factory=list)
    _faults: list[Detected] = field(default_factory=list)

    def add_config(self, config: Config) -> None:
        """Take the `ignore` entries of a config whose rule names have been checked."""
        for entry in config.ignores:
            names = frozenset(name for pattern in entry.rules for name in self.rules.selection(pattern))
            mark = Mark(entry.place.document, entry.place.span)
            if entry.until is not None and entry.until < self.today:
                message = f"the ignore of {', '.join(entry.rules)} ended on {entry.until}"
                help_ = f'mend what it hid ("{entry.reason}"), or set a new date'
                self._faults.append(Detected(EXPIRED, message, mark, help=help_))
                continue
            at = parse_pattern(entry.at) if entry.at else None
            self._all.append(_Ignore(names, mark, entry=entry, at=at))

    def add_comments(self, document: Document) -> None:
        """Take the `<!-- wxcc-lint: ignore[rule] reason -->` comments of a document."""
        if not may_ignore(document):
            return
        for comment in document.comments:
            directive = _DIRECTIVE.match(comment.text)
            if directive:
                self._add_comment(document, comment, directive[1])

    def _add_comment(self, document: Document, comment: Comment, directive: str) -> None:
        mark = Mark(document, comment.span)
        parsed = _IGNORE.match(directive)
        if parsed is None:
            self._malformed(mark, "this comment speaks to wxcc-lint, but not in words it knows")
            return
        patterns = [name.strip() for name in parsed[1].split(",") if name.strip()]
        unknown = [name for name in patterns if not self.rules.selection(name)]
        if unknown:
            self._malformed(mark, self.rules.unknown(unknown[0]))
        elif not patterns:
            self._malformed(mark, "this ignore names no rule")
        elif "*" in patterns:
            self._malformed(mark, "this ignore would hide every rule, those nobody thought of too")
        elif not parsed[2].strip():
            self._malformed(mark, f"this ignore of {', '.join(patterns)} gives no reason, so it hides nothing")
        else:
            names = frozenset(name for pattern in patterns for name in self.rules.selection(pattern))
            self._all.append(_Ignore(names, mark, scope=comment.scope, seen=True))

    def _malformed(self, mark: Mark, message: str) -> None:
        help_ = "write <!-- wxcc-lint: ignore[rule-name] why it is fine here -->"
        self._faults.append(Detected(MALFORMED, message, mark, help=help_))

    def saw_file(self, path: str) -> None:
        """Note that a file (path relative to the config's folder) was checked."""
        for one in self._all:
            if one.entry is not None and (one.entry.file is None or matches_glob(one.entry.file, path)):
                one.seen = True

    def covers(self, found: Detected, path: str) -> bool:
        """Tell whether a finding in a file is ignored. Failures of wxcc-lint itself never are, nor is the loss of a file."""
        if found.rule == INTERNAL_ERROR:
            return False
        matching = [one for one in self._all if found.rule in one.rules and self._matches(one, found, path)]
        for one in matching:
            one.used = True
        return bool(matching) and found.rule != MISSING_OBJECT

    @staticmethod
    def _matches(one: _Ignore, found: Detected, path: str) -> bool:
        if one.scope is not None:
            return one.mark.document is found.mark.document and one.scope.contains(found.mark.span)
        assert one.entry is not None
        if one.entry.file is not None and not matches_glob(one.entry.file, path):
            return False
        return one.at is None or (found.at is not None and one.at.matches(parse_path(found.at)))

    def faults(self, active: Iterable[str]) -> Iterator[Detected]:
        """Yield what is wrong with the ignores themselves; `active` are the rules that ran."""
        yield from self._faults
        ran = set(active)
        for one in self._all:
            if one.seen and not one.used and one.rules & ran:
                names = ", ".join(sorted(one.rules & ran))
                message = f"nothing here is found by {names} any more, so this ignore hides nothing"
                yield Detected(UNUSED, message, one.mark, help="remove the ignore")
