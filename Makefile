# The commands of the README. Everything is installed into VENV, a folder of this repository; nothing else is touched.

PYTHON ?= python3
VENV ?= .venv
DATA ?= ../shared/dev
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs score score-align train-aligner bench lock audit sbom clean

# Every package is installed as locks/ says: of a version that was tried, and only where the file has the hash noted there.
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCKED := $(PIP) --require-hashes -r
OURS := $(PIP) --no-deps --no-build-isolation -e .

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 13

demo: $(VENV)/installed  ## encode the two source documents of editions/ and check them
	@$(BIN)/tei schema path tei_all > /dev/null 2>&1 || $(BIN)/tei schema fetch || \
	  echo "note: going on without TEI's own schema, tei_all; \`$(BIN)/tei schema fetch\` gets it when there is a network"
	@$(BIN)/tei convert editions/sources --out editions

test: $(VENV)/installed-dev  ## run the test suite
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev  ## check style, types and the layers of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/installed-dev  ## write docs/cli.md anew from the program
	$(BIN)/python -m tei.cli.reference > docs/cli.md.new && mv docs/cli.md.new docs/cli.md

score: $(VENV)/installed-dev  ## measure how well the development documents in DATA are read; SCORE="--misses" names what is missed
	$(BIN)/python benchmarks/score.py --data $(DATA) $(SCORE)

score-align: $(VENV)/installed-dev  ## measure the sentence aligner, with each back end that is installed, on the gold data in DATA
	@if test -d $(DATA)/alignment; then $(BIN)/python benchmarks/align.py $(DATA)/alignment; \
	else echo "skipped: there are no documents in $(DATA)/alignment; name another folder: make score-align DATA=…"; fi

train-aligner: $(VENV)/installed-dev  ## train the sentence aligner's weights on DATA (some minutes); TRAIN=--validate scores it on unseen documents
	$(LOCKED) locks/train.txt
	$(BIN)/python benchmarks/train_aligner.py $(DATA)/alignment $(TRAIN)

bench: $(VENV)/installed-dev  ## time the conversion of one document, and of two hundred beside pandoc and jing
	$(BIN)/python benchmarks/convert.py

SUPPLY := $(VENV)/supply
UV := $(SUPPLY)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade \
  --custom-compile-command 'make lock' pyproject.toml

lock: $(SUPPLY)/installed  ## write locks/ anew, with the newest versions that pyproject.toml allows
	$(UV) locks/build.in --extra dev --extra semantic --extra train -o $(SUPPLY)/all.txt
	$(UV) locks/build.in -c $(SUPPLY)/all.txt -o locks/run.txt
	$(UV) locks/build.in -c $(SUPPLY)/all.txt --extra dev -o locks/dev.txt
	$(UV) -c $(SUPPLY)/all.txt --extra semantic --extra train -o locks/train.txt
	$(UV) --extra supply -o locks/supply.txt

audit: $(SUPPLY)/installed  ## look for known vulnerabilities in what locks/ names; it asks PyPI
	@for lock in run dev train supply; do echo "locks/$$lock.txt"; \
	  $(SUPPLY)/bin/pip-audit --strict --progress-spinner off --require-hashes --disable-pip -r locks/$$lock.txt || failed=1; done; \
	test -z "$$failed" || { echo "a vulnerability was found, or PyPI could not say: see above" >&2; exit 1; }

sbom: $(SUPPLY)/installed  ## write the bill of materials of what users install: sbom.cdx.json, in CycloneDX
	@PYTHONWARNINGS=ignore $(SUPPLY)/bin/cyclonedx-py requirements locks/run.txt --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --of JSON -o sbom.cdx.json

clean:  ## remove the environment
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "tei-encoder needs Python 3.11 or newer as \`$(PYTHON)\`; name another one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }

# A stamp for each set of packages: what is installed is installed again only when pyproject.toml or its lock changes.
$(VENV)/installed: pyproject.toml locks/run.txt | $(VENV)/bin/python
	@echo "Installing tei-encoder into $(VENV) …"
	@$(LOCKED) locks/run.txt
	@$(OURS)
	@touch $@

$(VENV)/installed-dev: pyproject.toml locks/dev.txt | $(VENV)/bin/python
	@echo "Installing tei-encoder and its development tools into $(VENV) …"
	@$(LOCKED) locks/dev.txt
	@$(OURS)
	@touch $@ $(VENV)/installed

# These tools have an environment of their own, so that what they need does not bind what we use.
$(SUPPLY)/installed: locks/supply.txt | $(VENV)/bin/python
	@$(BIN)/python -m venv $(SUPPLY)
	@$(SUPPLY)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r locks/supply.txt
	@touch $@
