# Two commands on a fresh machine: `make demo` shows what it does, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
SHARED ?= ../shared

.PHONY: demo serve test check eval bench lock clean

$(VENV)/.made: requirements.txt pyproject.toml
	@.ci/venv $(PYTHON) $(VENV)
	@echo "Installing what Tawatur needs …"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.made-dev: $(VENV)/.made requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

demo: $(VENV)/.made
	@$(BIN)/tawatur demo

serve: $(VENV)/.made
	@$(BIN)/tawatur demo --quiet
	@$(BIN)/tawatur serve --db out/demo.db

test: $(VENV)/.made-dev
	@$(BIN)/python -m pytest

check: $(VENV)/.made-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

eval: $(VENV)/.made-dev
	@$(BIN)/python -m evaluation --shared $(SHARED)

bench: $(VENV)/.made-dev
	@$(BIN)/python -m evaluation.bench --shared $(SHARED)

lock: $(VENV)/.made-dev
	@PATH="$(BIN):$$PATH" .ci/lock

clean:
	rm -rf $(VENV) out
