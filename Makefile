# Two commands: `make demo` shows what Onrecord does, `make test` checks it. Both set up all they need in .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
LEDGER := demo.db

.DEFAULT_GOAL := help
.PHONY: help demo test check browser-test lock clean

help: ## what there is to make
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Everything comes from PyPI at the versions and hashes of the lock; the package itself is installed in place.
$(VENV)/.run: requirements/run.txt pyproject.toml
	@echo "Setting up in $(VENV) (about a minute) ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or later; this is %d.%d: make PYTHON=python3.12 ..." % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.run ## read the bundled examples into a ledger and show what is on record
	@rm -f $(LEDGER) $(LEDGER)-wal $(LEDGER)-shm
	@COLUMNS=$${COLUMNS:-120} $(BIN)/onrecord add examples --ledger $(LEDGER) --statements --events
	@echo
	@echo "That is what is on record in the folder examples/. Read and check it against the text in the browser:"
	@echo "    $(BIN)/onrecord serve --ledger $(LEDGER) --open"
	@echo "Read an article of your own (a file, a folder or a URL):"
	@echo "    $(BIN)/onrecord read PATH --format table"

test: check ## set up, lint, check types and layers, and run the tests
	@$(BIN)/python -m pytest

check: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

lock: ## make the lock files anew (needs uv)
	uv pip compile --universal --generate-hashes --python-version 3.11 -q pyproject.toml --group build -o requirements/run.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 -q pyproject.toml --group build --group dev -o requirements/dev.txt

clean: ## remove what was set up and made
	rm -rf $(VENV) $(LEDGER)* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
