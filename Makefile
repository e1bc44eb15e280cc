# `make demo` and `make test` need nothing but Python 3.11 or newer and a package index.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := fixtures/projects/demo
CHANGED := fixtures/diff
DECLARED := fixtures/projects/salesforce
RECORDED := ../../orgs/acme/snapshot
FUZZER := $(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary atheris --group fuzz

# Hundreds of tests start the program anew: what is compiled may be kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test test-long test-patterns fuzz mutants mock-org docs lock install-locked audit-deps clean

# What is wrong in a sample project with planted faults, or in PATHS="…"; what really differs between two versions of another
# one; then what somebody changed by hand in a recorded org, and what that breaks. Findings and changes are what a demo is
# for: 1 is a good end.
demo: $(VENV)/.installed
ifdef PATHS
	@$(BIN)/wxcc-lint check $(PATHS) || test $$? -eq 1
else
	@cd $(DEMO) && $(CURDIR)/$(BIN)/wxcc-lint check || test $$? -eq 1
	@echo
	@cd $(CHANGED) && $(CURDIR)/$(BIN)/wxcc-lint diff before after || test $$? -eq 1
	@echo
	@cd $(DECLARED) && $(CURDIR)/$(BIN)/wxcc-lint drift prod --snapshot $(RECORDED) || test $$? -eq 1
	@echo
	@cd $(DECLARED) && $(CURDIR)/$(BIN)/wxcc-lint audit prod --snapshot $(RECORDED) --min-severity warning || test $$? -eq 1
endif

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest

# What `make test` leaves out: many generated files (a minute), and what fetches what others publish, with npm, and skips itself
# where that cannot be had.
test-long: $(VENV)/.dev
	-$(FUZZER)
	$(BIN)/pytest -n 0 -m long tests/long

# Look for inputs that break a reader (docs/fuzzing.md): a minute for each target, or TARGET=json_text, SECONDS=3600, RUNS=100000.
fuzz: $(VENV)/.dev
	$(FUZZER)
	$(BIN)/python -m tests.fuzz.run $(TARGET) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(RUNS),--runs $(RUNS))

# A mock tenant that Prism (npm) makes of the official description of the API, to pull from: make mock-org SPEC=openapi.json
mock-org: $(VENV)/.installed
	$(BIN)/python tests/long/mock_org.py $(SPEC)

# Whether any regular expression takes more than linear time: by processor time, so on a quiet machine, by hand.
test-patterns: $(VENV)/.dev
	$(BIN)/pytest -n 0 -m clocked tests/long/test_regular_expressions.py

# Whether tests mind when the code is changed, in PART=verdict, fix, paths or diff, or in NAMES="*kept*" of it alone. Takes long.
mutants: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group mutation
	set -f; $(BIN)/python tests/mutation/mutants.py $(PART) $(NAMES)

# Rewrite the generated pages (docs/rules/, docs/catalogue.md, and what commands print in others); build the site into site/.
docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/lay_out.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# Pins for development, for every system and Python: rewritten as little as pyproject.toml wants, or UPGRADE=--upgrade.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --native-tls $(UPGRADE) \
		--custom-compile-command 'make lock' --all-extras --group dev --group fuzz --group mutation --output-file requirements-dev.txt pyproject.toml >/dev/null

# Exactly what is pinned, each file held against its hash.
install-locked:
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(VENV)/.installed $(VENV)/.dev

# The licences of what is installed, and known holes in what is pinned; the latter asks a service, and fails where that does not answer.
audit-deps: $(VENV)/.dev
	$(BIN)/python docs/licences.py
	$(BIN)/pip-audit --requirement requirements-dev.txt --require-hashes --disable-pip --strict --progress-spinner off

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("wxcc-lint needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	touch $@

clean:
	rm -rf $(VENV) build dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis
