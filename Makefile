# `make` builds the warehouse from the bundled articles; `make test` proves that everything works.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SQL := models macros analyses tests/data

.DEFAULT_GOAL := run
.PHONY: run test setup test-python test-dbt lint docs bench clean

run: setup
	@$(BIN)/spacecoop run articles --facts articles/reviewed

test: setup lint test-dbt test-python

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=...") if sys.version_info < (3, 11) else None'
	@echo "Setting up $(VENV) (about a minute)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 2 $(SQL)

# The whole dbt project with its data and unit tests: on no data at all, then on the bundled corpus.
test-dbt: setup
	rm -rf build/test && mkdir -p build/test
	SPACECOOP_DATABASE=build/test/empty.duckdb $(BIN)/spacecoop build --quiet
	$(BIN)/spacecoop run articles --facts articles/reviewed --database build/test/bundled.duckdb --output build/test/published.duckdb

test-python: setup
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

docs: setup
	$(BIN)/spacecoop docs

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement bench/requirements.txt
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) build target logs space_cooperation.duckdb
