# Needs Python 3.11 or newer, git, and a package registry that pip can reach. Everything goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
INSTALL := $(PIP) install --no-compile -c constraints.txt
WORKERS = $(shell $(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)')  # some tests wait for a timeout
# The first start is then as fast as the next. pip compiles on one processor, this on all, and no library's tests.
COMPILE := $(BIN)/python -m compileall -qq -j 0 -x /tests/ $(VENV)/lib nncheck exercises || true
MANIFEST := pyproject.toml constraints.txt

DEMO_RIGHT := solutions/backprop/right/numpy_matrix.py
DEMO_WRONG := solutions/backprop/wrong/sequential-update.py

.PHONY: demo test lint bench peers gpu screenshots attacks clean
.DEFAULT_GOAL := demo

demo: $(VENV)/user.stamp  ## a right and a wrong submission of the worked network
	@$(BIN)/nncheck grade $(DEMO_RIGHT)
	@echo
	@$(BIN)/nncheck grade --fail-under 0 $(DEMO_WRONG)

test: lint  ## everything that must hold before a change goes in
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal  # a worker keeps to a file, and what the file shares
	$(BIN)/nncheck selfcheck

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/dev.stamp
	@for bench in benchmarks/bench_*.py; do echo "$$bench"; $(BIN)/python "$$bench" || exit 1; done

peers: $(VENV)/dev.stamp  ## nncheck and what people use instead, and its budgets, into benchmarks/README.md
	$(BIN)/python benchmarks/peers/run.py --write
	$(BIN)/python benchmarks/scaling.py --write

gpu: $(VENV)/dev.stamp  ## every right and wrong solution on CUDA, as the table for docs/gpu.md
	$(BIN)/python benchmarks/gpu.py

screenshots: $(VENV)/dev.stamp  ## pictures of pages, by Chromium, into docs/images
	$(BIN)/python docs/screenshots.py

attacks: $(VENV)/dev.stamp  ## every attack at every level, into docs/security.md
	$(BIN)/python tests/attack_table.py --write

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "nncheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/user.stamp: $(MANIFEST) | $(VENV)/bin/python
	@echo "installing nncheck into $(VENV) (once)"
	@$(INSTALL) -e .
	@$(COMPILE)
	@touch $@

$(VENV)/dev.stamp: $(MANIFEST) | $(VENV)/bin/python
	@echo "installing nncheck, torch and the development tools into $(VENV) (once)"
	@$(INSTALL) -e '.[dev,torch]'
	@$(COMPILE)
	@touch $@ $(VENV)/user.stamp
