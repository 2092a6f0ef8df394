# On a fresh machine with Python 3.11, make and git: `make demo` plays an accident, `make test` passes the tests.

PYTHON ?= python3
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := --no-compile --no-deps --require-hashes --requirement
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --group build \
	--no-annotate --custom-compile-command "make lock" --no-emit-index-url --no-emit-find-links
SCENARIO ?= scenarios/changshou-tank-fire.yaml

.PHONY: help setup dev demo board test lint types contract check wheel newest bench crosscheck coverage reference figures gallery photographs browser lock clean

help:  ## say what there is to make
	@grep -E '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: $(VENV)/run.stamp  ## make .venv with what a run needs

dev: $(VENV)/dev.stamp  ## add what tests, lint and types need

demo: setup  ## play the tank fire in the Changshou park (another: make demo SCENARIO=FILE)
	$(BIN)/python run_sim.py $(SCENARIO)

board: setup  ## open the local page on the shipped scenarios (one: make board SCENARIO=FILE)
	$(BIN)/python run_sim.py board $(if $(filter file,$(origin SCENARIO)),,$(SCENARIO))

browser:  ## install what tests of the page take: Debian's chromium and driver (as root or by sudo), axe-core (npm)
	@missing=; for each in chromium:chromium chromedriver:chromium-driver npm:npm; do \
	  command -v $${each%%:*} >/dev/null || missing="$$missing $${each##*:}"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then s=; else s=sudo; fi; \
	  $$s apt-get update -qq && $$s apt-get install -y -qq --no-install-recommends $$missing >/dev/null; fi
	@cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund --silent

test: dev  ## run all tests and the examples in the docstrings
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: dev  ## check style and common mistakes
	$(BIN)/ruff check .

types: dev  ## check the types, strictly
	$(BIN)/mypy sim $(wildcard run_sim.py)

contract: dev  ## check who imports whom
	$(BIN)/lint-imports

check: lint types contract test  ## all four

wheel: setup  ## build the wheel, install it into an environment of its own, try the README's commands there
	rm -rf build  # what an older wheel was made of would come along
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir build/wheel .
	@$(PYTHON) -m venv --without-pip build/wheel/venv
	@$(PIP) --python build/wheel/venv install $(LOCKED) requirements.lock
	@$(PIP) --python build/wheel/venv install --no-deps build/wheel/*.whl
	build/wheel/venv/bin/python tests/installed.py

newest:  ## run the tests on the newest of every dependency in its range (a part: make newest ARGS=tests/check)
	@$(PYTHON) -m venv --clear build/newest
	@build/newest/bin/python -m pip --disable-pip-version-check --quiet install --editable ".[dev]"
	build/newest/bin/python -m pytest -n auto --dist loadfile $(ARGS)

bench: dev  ## measure speed; some minutes
	$(BIN)/python -m pytest benchmarks

crosscheck: dev  ## run the same networks here and in EPA SWMM, and write and draw how far they are apart
	$(BIN)/python -m tests.exchange.crosscheck

coverage: dev  ## run the tests with the kernel as plain Python and list the lines no test reached
	NUMBA_DISABLE_JIT=1 $(BIN)/python -m pytest --cov

reference: setup  ## write docs/reference.md, docs/api.md and docs/rules.md anew, from the files' definition, docstrings and rules
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_api.py
	$(BIN)/python docs/make_rules.py

figures: setup  ## draw the figures in docs/ anew
	$(BIN)/python docs/make_figures.py

gallery: setup  ## draw the gallery in docs/ anew, pictures and pages
	$(BIN)/python docs/make_gallery.py

photographs: dev browser  ## photograph the report page for the gallery
	$(BIN)/python -m tests.browser.photographs

lock:  ## bring the locks up to date with pyproject.toml (needs uv)
	$(COMPILE) pyproject.toml --extra tables --extra drill --extra lists --extra board --extra cluster --extra gis \
	  --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove .venv and caches; results stay
	rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache .benchmarks .coverage *.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than what it was made from; a set-up that was interrupted leaves none and starts anew.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "needs Python 3.11 or newer, found %d.%d; say which: make setup PYTHON=python3.11" % sys.version_info[:2])'
	@echo "Setting up $(VENV): about a minute, once."
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install $(LOCKED) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Adding what the tests need."
	@$(PIP) install $(LOCKED) requirements-dev.lock
	@touch $@
