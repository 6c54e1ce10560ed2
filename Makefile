# The one front door of the repository. It needs Python 3.11 or newer with venv, and nothing else.

VENV ?= .venv
JOBS ?= auto
PORT ?= 8000

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := --require-hashes --no-deps --only-binary :all:
FIND_PYTHON := for each in "$$PYTHON" python3.14 python3.13 python3.12 python3.11 python3; do \
	"$$each" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$each"; exit; }; done

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo test check format words bench mutants docs lock clean
.PHONY: check-style check-types check-imports check-words check-repository

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(VENV)/.runtime  ## put the kakehashi command into .venv/bin

demo: $(VENV)/.runtime  ## show the sample week in three languages on this machine
	@$(BIN)/kakehashi demo --port $(PORT)

test: $(VENV)/.development  ## run every test (browser tests need Chromium)
	$(BIN)/python -m pytest -n $(JOBS) $(TESTS)

check: check-style check-types check-imports check-words check-repository  ## style, types, imports, catalogues, documents

check-style: $(VENV)/.development
	$(BIN)/ruff check
	$(BIN)/ruff format --check

check-types: $(VENV)/.development
	$(BIN)/mypy

check-imports: $(VENV)/.development
	$(BIN)/lint-imports

check-words: $(VENV)/.development
	$(BIN)/python -m kakehashi.words.extraction check

check-repository: $(VENV)/.development
	$(BIN)/python -m tools.check

format: $(VENV)/.development  ## put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

words: $(VENV)/.development  ## write new sentences of the code into the catalogues
	$(BIN)/python -m kakehashi.words.extraction update

bench: $(VENV)/.development  ## measure loading, checking and building, and write benchmarks/results/
	$(BIN)/python -m benchmarks

mutants: $(VENV)/.mutating  ## see whether tests notice each small change of the checker and of fairness (an hour or two)
	$(BIN)/mutmut run
	$(BIN)/mutmut results

docs: $(VENV)/.development  ## write docs/reference/ anew from the program
	$(BIN)/python -m tools.reference

lock: $(VENV)/.locking  ## choose newer versions of the dependencies, with their hashes
	@$(BIN)/python -m tools.lock

clean:  ## remove what these targets made (not ./data, which is yours)
	rm -rf $(VENV) build dist mutants .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# An environment is made once; a stamp says what has been put into it since its list last changed.
$(VENV)/.made:
	@python=$$($(FIND_PYTHON)); test -n "$$python" || { \
		echo "Python 3.11 or newer with its venv module is needed (Debian: apt install python3-venv)."; exit 1; }; \
	echo "Making $(VENV) with $$($$python --version) ..." >&2; "$$python" -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made requirements/runtime.txt requirements/build.txt pyproject.toml
	@echo "Installing what Kakehashi needs ..." >&2
	@$(PIP) install $(LOCKED) -r requirements/runtime.txt -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements/development.txt
	@echo "Installing what its tests need ..." >&2
	@$(PIP) install $(LOCKED) -r requirements/development.txt
	@touch $@

$(VENV)/.locking: $(VENV)/.development requirements/locking.txt
	@$(PIP) install $(LOCKED) -r requirements/locking.txt
	@touch $@

$(VENV)/.mutating: $(VENV)/.development requirements/mutating.txt
	@$(PIP) install $(LOCKED) -r requirements/mutating.txt
	@touch $@
