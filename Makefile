# Everything a developer runs. Needs python3 (3.11 or newer) and make; the rest is set up in .venv/.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
export PYTHONPATH :=

.PHONY: run setup setup-dev test goldens check format lint types imports faults roundtrip bench clean

run: setup ## open the dashboard
	@$(BIN)/allies

setup: $(VENV)/.run
setup-dev: $(VENV)/.dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Allies needs Python 3.11 or newer.")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up $(VENV) (the first time takes about a minute)"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null # an environment uv made has no pip
	@$(INSTALL) "pip>=25.1" && $(INSTALL) --editable . && touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(INSTALL) --group dev && touch $@

test: setup-dev ## the whole suite
	@$(BIN)/python -m pytest -n 4 --dist worksteal

goldens: setup-dev ## keep every screen as it looks now; see with git diff what changed
	@ALLIES_RENEW_GOLDENS=1 $(BIN)/python -m pytest -q tests/screens/test_goldens.py

check: setup-dev format lint types imports test ## everything before a commit

format:
	@$(BIN)/ruff format --check .

lint:
	@$(BIN)/ruff check .

types:
	@$(BIN)/mypy

imports:
	@$(BIN)/lint-imports

faults: setup-dev ## kills, failing disks, power cuts and many writers, for some minutes
	@$(BIN)/python -m tests.store.long

roundtrip: setup-dev ## 2,000 address books of each sort written and read again, for some minutes
	@$(BIN)/python -m tests.interchange.long

bench: setup-dev ## every figure next to what it is compared with
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis .import_linter_cache
