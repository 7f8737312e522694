# Two commands on a fresh machine: `make demo` shows what it does, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
SHARED ?= ../shared
# numpy's products here are small: threads of its library would wait for each other at full load.
export OPENBLAS_NUM_THREADS ?= 1

.PHONY: help demo serve test check eval bench lock clean

.DEFAULT_GOAL := demo

help:
	@echo "make demo    set up, read the demo pages, print the story, write it as a page"
	@echo "make serve   the demo pages in the browser, at http://127.0.0.1:8000/, until Ctrl-C"
	@echo "make test    set up and run the tests"
	@echo "make check   format, types and import rules"
	@echo "make eval    measure on annotated texts in SHARED (../shared)"
	@echo "make bench   measure time and memory"
	@echo "make lock    pin the dependencies anew"
	@echo "make clean   remove .venv and out"
	@echo "The program itself: .venv/bin/tawatur --help   (بالعربية: TAWATUR_LANG=ar .venv/bin/tawatur --help)"

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
