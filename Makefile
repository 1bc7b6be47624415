# Two commands do everything: `make lab` opens the workbench on the sample, `make test` runs every check there is.
#
#   make lab  [PORT=8888] [BROWSER=none] [DIR=workspace]
#   make test
#   make coverage  the tests again with every line counted; fails below what is reached (pyproject.toml)
#   make docs      the guide as a site in docs/_build/html

PYTHON ?= python3
DIR ?= workspace
BIN := .venv/bin
export PORT BROWSER
# Tests start hundreds of processes; where a machine asks for no byte code each of them would compile all of lawtrack anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help lab test check unit coverage notebooks docs lock clean

help:
	@sed -n '1,7p' Makefile

lab: .make/lab
	$(BIN)/lawtrack lab --sample "$(DIR)"

test: check unit notebooks

check: .make/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	sh scripts/javascript.sh

# Three workers on two cores: one of them mostly waits, for a browser, for Word files to be printed, for git.
unit: .make/dev .make/system
	$(BIN)/python -m compileall -q lawtrack
	TMPDIR="$$(sh scripts/fast_temp.sh)" $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

coverage: .make/dev .make/system
	TMPDIR="$$(sh scripts/fast_temp.sh)" $(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder --cov --cov-report=term

notebooks: .make/dev
	$(BIN)/python -m pytest -p nbval.plugin --nbval --nbval-current-env --nbval-cell-timeout=120 --nbval-sanitize-with tests/notebook/sanitize.cfg -p no:randomly notebooks

docs: .make/dev .make/system
	$(BIN)/python docs/pictures.py
	$(BIN)/python -m sphinx -q -W --keep-going -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

.make/lab: pyproject.toml
	PYTHON="$(PYTHON)" sh scripts/environment.sh lab

.make/dev: pyproject.toml
	PYTHON="$(PYTHON)" sh scripts/environment.sh dev

.make/system: scripts/system.sh
	sh scripts/system.sh

lock: .make/dev
	sh scripts/lock.sh

clean:
	rm -rf .venv .make
