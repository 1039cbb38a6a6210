# Two commands do everything: `make run` shows the site, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1

.PHONY: run test check format messages clean

run: $(VENV)/installed
	@$(BIN)/python manage.py run

test: $(VENV)/installed-dev
	@$(BIN)/python manage.py prepare
	@$(BIN)/python -m pytest $(or $(ARGS),-n 2 --dist worksteal)

check: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python manage.py check
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python -m bench.budgets

format: $(VENV)/installed-dev
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

# Needs GNU gettext; only who changes texts runs it.
messages: $(VENV)/installed-dev
	@$(BIN)/python manage.py makemessages --locale lv --ignore var --ignore .venv --no-wrap --no-location --no-obsolete

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "error: Python 3.11 or newer is needed; name it with: make run PYTHON=/path/to/python")'
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt requirements-fonts.txt | $(VENV)/bin/python
	@echo "Installing what the site needs …"
	@$(BIN)/python -m pip install --quiet --progress-bar on -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps -r requirements-fonts.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt requirements-schemas.txt $(VENV)/installed
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps -r requirements-schemas.txt
	@touch $@
