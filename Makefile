# What people and the continuous integration run. Nothing is needed beforehand but Python and a
# package registry: `make demo` and `make test` set up .venv themselves.

VENV := .venv
TRAIN := $(VENV)/train
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SUPPORTED := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$python" -c '$(SUPPORTED)' 2>/dev/null && echo "$$python" && break; done)

export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types eval bench train data docs snapshots screenshots clean

BUILDERS := $(wildcard resources/build*.py)

help:  ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed  ## Read the example reports and print their record
	@store=$$(mktemp -d) && trap 'rm -rf "$$store"' EXIT && \
	$(BIN)/dragoman read examples --db "$$store/demo.sqlite"

test: $(VENV)/.developing  ## Run the tests
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.developing  ## Check style, format, imports between stages, and that built data is current
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	@for script in $(BUILDERS); do $(BIN)/python "$$script" --check || \
		{ echo "$$script: what it builds differs from src/dragoman/data; run make data" >&2; exit 1; }; done

format: $(VENV)/.developing  ## Put the code into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.developing  ## Check the types
	$(BIN)/mypy

eval: $(VENV)/.developing  ## Score the record and compare with the floors
	$(BIN)/python -m evaluation all $(ARGS)

bench: $(VENV)/.developing  ## Measure speed and memory
	$(BIN)/python -m pytest evaluation/speed.py --benchmark-only $(ARGS)

data: $(VENV)/.developing  ## Build src/dragoman/data from resources/
	@for script in $(BUILDERS); do $(BIN)/python "$$script" || exit 1; done
	$(BIN)/python -m dragoman.export.schema
	$(BIN)/python -m dragoman.analysis.schema

docs: $(VENV)/.developing  ## Write the pages that are made from the code
	UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -q tests/docs

snapshots: $(VENV)/.developing  ## Accept what commands print now as what they should print
	UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -q tests/cli tests/examples

screenshots: $(VENV)/.developing  ## Take the pictures of the pages (needs a Chromium)
	PYTHONPATH=tests $(BIN)/python tests/screenshots.py

train: $(TRAIN)/.installed  ## Build the language model anew (hours; options in ARGS)
	$(TRAIN)/bin/python -m training $(ARGS)

clean:  ## Remove the environment
	rm -rf $(VENV)

# pip 25.1 is the first that knows dependency groups.
%/.python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found;" \
		"install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c '$(SUPPORTED)' || { echo "$(PYTHON) is older than Python 3.11;" \
		"name a newer one: make PYTHON=/path/to/python3" >&2; exit 1; }
	"$(PYTHON)" -m venv $*
	$*/bin/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml $(VENV)/.installed
	$(PIP) install --group dev
	@$(PIP) install --group ftm >$(VENV)/ftm.log 2>&1 || \
		echo "followthemoney cannot be built here, so its test is skipped; see $(VENV)/ftm.log" >&2
	@touch $@

$(TRAIN)/.installed: pyproject.toml | $(TRAIN)/.python
	$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet install --editable . --group train
	@touch $@
