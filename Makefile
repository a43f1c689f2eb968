# The study's verbs; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header \
  --python-version 3.11 -q -U
export UV_LINK_MODE := copy

help:  ## list the verbs
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

lab: .venv/ready  ## set up everything and open the study in JupyterLab
	$(BIN)/jupyter lab notebooks/00-start-here.ipynb

test: .venv/ready .venv/teach  ## set up everything, run every notebook and all tests that need no browser
	$(BIN)/python -m dprk_russia validate
	$(BIN)/ruff check -q . && $(BIN)/ruff format -q --check .
	$(BIN)/python -m pytest -q
	$(BIN)/python -m pytest -q --nbval --nbval-current-env notebooks

refresh: .venv/ready  ## after a change of data or prose: validate, rerun the notebooks, print what changed
	$(BIN)/python book/refresh.py

facts: .venv/ready  ## list numerals of the prose that no cited row backs
	PYTHONPATH=book $(BIN)/python tests/narrative.py

class: .venv/ready .venv/teach  ## build what a class needs into build/class: notebooks, slides, sheets, plans
	PYTHONPATH=book $(BIN)/python -m classroom
	$(BIN)/python -m pytest -q tests/test_classroom.py

bench: .venv/ready  ## measure import and load against bare pandas
	$(BIN)/python tests/benchmarks/costs.py

book: .venv/book  ## make the site, a folder of pages that works without a network
	$(BIN)/python book/gather.py
	$(BIN)/python -m sphinx -W --keep-going -q -d book/_build/doctrees -c book book/_build/source book/_build/html
	@echo "Open book/_build/html/index.html"

pdf: book /usr/bin/chromium  ## print the whole site as PDF, A4 and Letter
	$(BIN)/python book/bind.py

browse: pdf  ## test the site, the PDF and JupyterLab in a browser
	$(BIN)/python -m pytest -q book/tests

/usr/bin/chromium:
	@echo "Chromium is needed; on Debian: apt install chromium"; exit 1

lock: .venv/ready  ## resolve the dependencies anew
	$(COMPILE) --extra test -o requirements.lock
	$(COMPILE) --extra book -c requirements.lock -o book/requirements.lock
	$(COMPILE) --extra teach -c requirements.lock -o book/teach.lock

.venv/ready: requirements.lock pyproject.toml helpers/jupyterlab-overrides.json
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
	  { echo "Python 3.11 or newer is needed; name one with: make lab PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
	  { echo "Python's venv is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up .venv (about a minute, once) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

.venv/book: .venv/ready book/requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r book/requirements.lock
	@touch $@

.venv/teach: .venv/ready book/teach.lock
	@echo "Adding nbgrader and reveal.js to .venv (some seconds, once) ..."
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r book/teach.lock
	@touch $@

.PHONY: help lab test refresh facts class bench book pdf browse lock
