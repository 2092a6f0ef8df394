.PHONY: setup test lint help

help:  ## what there is to make
	@grep -E '^[a-z]+:.*##' Makefile

setup: .venv/ready  ## make .venv with everything needed

.venv/ready: pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'
	touch $@

test: setup  ## run all tests
	.venv/bin/python -m pytest

lint: setup  ## check the style
	.venv/bin/ruff check sim tests
