# make run     install what is needed, clean data/sample, say where the tables are
# make test    everything that must be true before a change goes in
# make lint    the quick part of it: format, lint, types
# make format  put the code into its format
# make docs    write the generated pages anew: the catalogue of rules, the dictionary of tables
# make lock    resolve the dependencies of pyproject.toml anew

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: run test lint format docs lock clean
.DEFAULT_GOAL := run

run: .venv/run.stamp
	$(BIN)/copydesk run

test: .venv/dev.stamp lint
	$(BIN)/python -m pytest

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: .venv/dev.stamp
	$(BIN)/python -m corpus.dictionary
	$(BIN)/python -m copydesk.catalogue > docs/rules.md

# The development lock holds the runtime lock's pins, so either may be installed over the other.
.venv/dev.stamp: requirements-dev.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch .venv/run.stamp $@

.venv/run.stamp: requirements.lock pyproject.toml
	$(call install,requirements.lock)
	@touch $@

# --no-deps: a lock is complete, and pip's own search for dependencies trips over hashes together with extras.
define install
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --no-deps --require-hashes -r $(1)
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	$(PIP) check
endef

# Resolved from the default index alone: no setting of this machine may decide what goes into a lock. pip-compile keeps the
# pins that stand in its output file, so the second lock begins as a copy of the first.
COMPILE = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_INDEX_URL PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --build-deps-for editable

# Of the old locks only pip-compile is needed: pyproject.toml may ask for what they do not hold yet.
.venv/bin/pip-compile:
	$(PYTHON) -m venv .venv
	$(PIP) install --quiet --no-deps --require-hashes -r requirements-dev.lock

lock: .venv/bin/pip-compile
	$(COMPILE) --output-file requirements.lock pyproject.toml
	cp requirements.lock requirements-dev.lock
	$(COMPILE) --extra dev --output-file requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv build out *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
