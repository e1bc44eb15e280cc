"""`wxcc-lint test-rules`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def test_rules(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder with rules of your own, Python or YAML.")],
) -> None:
    """Run the examples in the docs of your own rules.

    Every `bad` example must raise its rule and no other, every `good` one nothing. Exit code 1 when one does not.
    """
    from wxcc_lint.cli.output import put
    from wxcc_lint.examples import test_rule
    from wxcc_lint.reporters.hostile import printable
    from wxcc_lint.rule_files import load_rules

    rules = load_rules(trusted_dirs=[folder])
    own = [it for it in rules.values() if it.file.resolve().is_relative_to(folder.resolve())]
    problems = [problem for it in own for problem in test_rule(it, rules)]
    broken = len({problem.partition(":")[0] for problem in problems})
    closing = f"rules tested: {len(own)}, with wrong examples: {broken}" if own else f"{folder}: holds no rules"
    put("".join(f"{printable(line)}\n" for line in (*problems, closing)))
    raise typer.Exit(1 if problems or not own else 0)
