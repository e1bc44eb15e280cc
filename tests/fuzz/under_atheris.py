"""One target under atheris: `run.py` starts this with the name of a target and the options of libFuzzer."""

from __future__ import annotations

import sys

import atheris

from tests.fuzz.inputs import target


def main() -> None:
    name, *options = sys.argv[1:]
    # What is imported inside of functions is only seen here if the seeds lead there.
    with atheris.instrument_imports(include=["wxcc_lint"]):
        it = target(name)
        for seed in it.seeds():
            it.check(seed)
    atheris.Setup([sys.argv[0], *options], it.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
