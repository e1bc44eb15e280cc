"""User content made harmless for terminals: what would act, hide or reorder is shown as an escape instead."""

from __future__ import annotations

import re

# Written out instead of asking for Unicode categories: the answer must not change with the Python version.
# Variation selectors stay, names and emoji are spelled with them; tags go, they only hide text.
_HARMFUL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
    r"|(?<=#)#(?=[A-Za-z]*\[)"
)
"""Control characters, bidi controls, invisible characters, line and paragraph separators, lone surrogates.

And `##[`, `##vso[` and `##teamcity[`: the logs of GitHub, Azure DevOps and TeamCity take them for commands, wherever they
stand in a line.
"""


def printable(text: str) -> str:
    r"""Return `text` on one line, with `\x1b`, `\u202e`, `\n` and the like in place of every harmful character.

    What it returns it leaves alone the second time, and it can always be encoded to UTF-8.
    """
    return _HARMFUL.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    return r"\x23" if character == "#" else character.encode("unicode_escape").decode("ascii")
