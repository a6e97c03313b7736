# Everything runs in .venv, which `make setup` makes from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Browser tests share the two cores with the servers that they start.
WORKERS ?= 2

.PHONY: setup run test test-breaking test-llm llm check format lock bench load chromium nginx index mutation screenshots docs clean

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
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --ignore=$(BREAKING)

# What falls when the FAQ is taken away, most examples are, or the Rules change: each needs an index of its own.
BREAKING := tests/evals/test_breaking.py
test-breaking: setup index
	$(BIN)/python -m pytest -n $(WORKERS) $(BREAKING)

# The help of a chat model with a real client and a real server: one that fails in every way, and llama.cpp's with a model
# of 135 million parameters. ARA_LLM_MINUTES (8) is how long eval cases are put to it; 0 puts them all.
test-llm: llm index
	$(LLM)/bin/python -m pytest tests/llm -p no:xdist

# An environment of its own, which sees the packages of .venv, so that no provider's package gets into it. llama.cpp is
# built once (about 7 minutes on two cores) and kept in LLM_CACHE.
LLM := .venv-llm
LLM_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/ara-rules-assistant
LLAMA := llama-cpp-python==0.3.36
LLM_READY := $(LLM)/.ready

llm: $(LLM_READY)

$(LLM_READY): requirements.lock pyproject.toml | setup
	test -x $(LLM)/bin/python || $(PYTHON) -m venv $(LLM)
	echo "import site; site.addsitedir('$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')')" \
	  > "$$($(LLM)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/main.pth"
	ls $(LLM_CACHE)/$(subst ==,-,$(subst -,_,$(LLAMA)))-*.whl >/dev/null 2>&1 || \
	  CMAKE_ARGS="-DGGML_NATIVE=OFF -DLLAVA_BUILD=OFF" $(LLM)/bin/python -m pip wheel --quiet --no-deps --wheel-dir $(LLM_CACHE) "$(LLAMA)"
	$(LLM)/bin/python -m pip install --quiet --constraint requirements.lock --find-links $(LLM_CACHE) --editable ".[test-llm]"
	@touch $(LLM_READY)

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
	rm -rf $(VENV) $(LLM) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
