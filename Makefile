# Needs Python 3.11 or newer and make. Everything lands in .venv and .cache; `make clean` takes both away.
#   make demo    the main job on the sample desk     make test    every check      make bench   figures     make soak   kills for longer
#   make bench ONLY="facts lengths"   some of them
#   make pictures   the README's pictures (needs Chromium)
#   PYTHON=/path/to/python3 names a Python where the right one is not found.

MAKEFLAGS += --no-print-directory
BIN := .venv/bin
export PYTHON

.PHONY: demo test check bench soak pictures lock clean set-up set-up-dev
.DEFAULT_GOAL := demo

demo: set-up
	@$(BIN)/crisis demo

test: check
	@$(BIN)/pytest -n $(or $(WORKERS),auto) --dist worksteal

check: set-up-dev
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "Format with: $(BIN)/ruff format" >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary

# Every figure with its limit; takes an hour on two cores, half of it the thousand rehearsals of each runbook (SEEDS=50 plays fewer).
bench: set-up-dev
	@$(BIN)/python tests/bench/run.py $(ONLY)

# More processes killed and paused at random moments and more schedules of the simulator, for hours, with what came of them.
soak: set-up-dev
	@CRISIS_PROCESSES=$(or $(CRISIS_PROCESSES),300) nice -n 19 $(BIN)/python tests/bench/run.py simulator processes
	@CRISIS_CROWD_ROUNDS=5 CRISIS_PAUSE_ROUNDS=100 nice -n 19 $(BIN)/pytest -n $(or $(WORKERS),auto) tests/process

pictures: set-up-dev
	@$(BIN)/python scripts/pictures.py

set-up:
	@scripts/set-up run

set-up-dev:
	@scripts/set-up dev

# The lock: exact versions with hashes for every platform, and no registry's address. Needs uv, which it gets for itself.
# `make lock UPGRADE=--upgrade` moves every version to the newest that pyproject.toml allows.
UV := .cache/uv/bin/uv
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate pyproject.toml
lock: $(UV)
	@$(COMPILE) --group build $(UPGRADE) -o requirements.lock
	@$(COMPILE) --group dev $(UPGRADE) -c requirements.lock -o requirements-dev.lock
	@for peers in tests/peers tests/peers/pds; do (cd $$peers && npm install --silent --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved) || exit 1; done

$(UV):
	@test -x $(BIN)/python || scripts/set-up run
	@$(BIN)/python -m venv .cache/uv && .cache/uv/bin/pip install -qq uv

clean:
	rm -rf .venv .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache node_modules
	find crisis tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
