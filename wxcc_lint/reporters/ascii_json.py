"""JSON that any stream takes and no terminal obeys."""

from __future__ import annotations

import json


def ascii_json(value: object) -> str:
    """Return a value as indented JSON in ASCII, with a line break at its end."""
    text = json.dumps(value, indent=2).replace("\x7f", r"\u007f")  # the one control character JSON may keep
    return text.replace("##", r"#\u0023") + "\n"  # logs of Azure and GitHub take `##vso[` and `##[` for commands
