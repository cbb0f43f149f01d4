# Every target sets up what it needs; nothing has to be installed or activated before.
PYTHON ?= python3
PATHS ?= samples
OUT ?= output/samples

VENV := .venv
BIN := $(VENV)/bin
LOCK := uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-config --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-cluster setup-dev audit test lint types layers pytest bench samples lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-ready: requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev-ready: requirements-dev.txt $(VENV)/.run-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.run-ready ## environment with the locked packages

$(VENV)/.cluster-ready: requirements-cluster.txt $(VENV)/.run-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.txt
	@touch $@

setup-cluster: $(VENV)/.cluster-ready ## the environment, with what `capaian batch --scheduler` needs

setup-dev: $(VENV)/.dev-ready ## the same, with the tools for development

# Exit code 1 says that findings were reported, which is what an audit is for; every other code fails the target.
audit: setup ## audit the samples (or PATHS=...) into the folder OUT
	$(BIN)/capaian audit $(PATHS) --out $(OUT) || [ $$? -eq 1 ]

test: lint types layers pytest ## everything that has to hold before a change is kept

lint: setup-dev ## ruff
	$(BIN)/ruff check .

types: setup-dev ## mypy --strict
	$(BIN)/mypy --strict

# Without its cache: a cached file is not looked at again when a module that it imports appears.
layers: setup-dev ## who imports whom
	$(BIN)/lint-imports --no-cache --no-logo

pytest: setup-dev ## the tests
	$(BIN)/pytest

bench: setup-dev ## time measurements, not part of the tests
	$(BIN)/pytest tests/bench

samples: setup-dev ## draw the sample documents again
	$(BIN)/python -m samples.make_samples

lock: setup-dev ## new lock files from pyproject.toml; UPGRADE=--upgrade takes the newest releases
	$(BIN)/$(LOCK) $(UPGRADE) --output-file requirements.txt
	$(BIN)/$(LOCK) $(UPGRADE) --extra cluster --constraint requirements.txt --output-file requirements-cluster.txt
	$(BIN)/$(LOCK) $(UPGRADE) --extra cluster --extra dev --constraint requirements-cluster.txt --output-file requirements-dev.txt

clean: ## remove what set-up and tools made; results stay
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .benchmarks build *.egg-info
