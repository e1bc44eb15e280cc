"""Print the licence of every package that is installed here; end with 1 where one is not known to be permissive."""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, distributions

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Python-2\.0|0BSD|Unlicense|Zlib|CNRI|HPND|WTFPL", re.IGNORECASE
)
ACCEPTED = {
    "certifi": "MPL-2.0: a list of certificates, unchanged",
    "hypothesis": "MPL-2.0: runs tests, is not shipped",
    "pathspec": "MPL-2.0: part of tools, is not shipped",
}
"""Packages under other licences, and why that is no obstacle."""


def licence_of(package: Distribution) -> str:
    """Return what a package says of its licence, in the most exact of the three places for it."""
    said = package.metadata
    exact = said.get("License-Expression")
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier") or () if one.startswith("License :: ")]
    plain = (said.get("License") or "").strip().partition("\n")[0]
    return exact or ", ".join(classified) or plain or "not told"


def main() -> int:
    """Print the list, sorted by name."""
    packages = {package.metadata["Name"].lower(): package for package in distributions()}
    odd = 0
    for name, package in sorted(packages.items()):
        licence = licence_of(package)
        known = PERMISSIVE.search(licence) or name == "wxcc-lint"
        odd += not known and name not in ACCEPTED
        remark = "" if known else f"  ({ACCEPTED.get(name, 'not permissive, or not told: look at it')})"
        print(f"{name} {package.version}: {licence}{remark}")
    return 1 if odd else 0


if __name__ == "__main__":
    sys.exit(main())
