# Everything runs in .venv, which `make setup` makes from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Browser tests share the two cores with the servers that they start.
WORKERS ?= 2

.PHONY: setup run test check format lock bench load chromium nginx index mutation screenshots docs clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $(READY)

run: setup
	$(BIN)/ara serve

test: setup chromium nginx index
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ara corpus lint

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The tests and the page read the same index; building it first keeps test workers from waiting on one another.
index: setup
	$(BIN)/ara index build

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	  { echo "The browser tests need Chromium: sudo apt-get install chromium"; exit 1; }

# The tests behind a reverse proxy are skipped where there is no nginx.
nginx:
	@command -v nginx >/dev/null || test -x /usr/sbin/nginx || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq nginx-light >/dev/null && \
	    { service nginx stop >/dev/null 2>&1 || true; }; } || \
	  echo "The tests behind nginx are skipped without it: sudo apt-get install nginx-light"

bench: setup
	$(BIN)/python -m evals bench

# Many users at once, beside a bare echo chat; takes some minutes.
load: setup index
	$(BIN)/python -m evals load

# Everything in docs/ and README.md that is made from the code and the data.
docs: setup
	$(BIN)/python docs/generate.py
	$(BIN)/python -m assistant.eligibility.coverage
	$(BIN)/python -m evals coverage
	$(BIN)/python -m evals figures --write

# Changes the requirements in small ways and counts the changes that no test notices; docs/mutation.md has the figures.
mutation: setup
	$(BIN)/mutmut run --max-children $(WORKERS)
	$(BIN)/mutmut results

# torch==2.13.0 is pinned without the local part, so that every index serves it.
lock: setup
	$(BIN)/pip-compile --quiet --extra dev --strip-extras --no-header --annotation-style=line --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	sed -i 's/^torch==2.13.0+cpu/torch==2.13.0/' requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
