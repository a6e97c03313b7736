"""A server of our own, called without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from starlette.testclient import TestClient

from assistant import Assistant, Settings
from assistant.service import make_service

OFF = {"rate": "off", "rate_all": "off"}


@pytest.fixture
def serve(assistant: Assistant) -> Iterator[Callable[..., TestClient]]:
    """Make a server with the given settings and a client for it."""
    with ExitStack() as stack:

        def serving(client: tuple[str, int] = ("203.0.113.7", 1), **settings: object) -> TestClient:
            server = make_service(assistant, Settings(**(OFF | settings))).server
            return stack.enter_context(TestClient(server, client=client, raise_server_exceptions=False))

        yield serving


@pytest.fixture(scope="module")
def api(assistant: Assistant) -> Iterator[TestClient]:
    """A server without limits."""
    with TestClient(make_service(assistant, Settings(**OFF)).server, raise_server_exceptions=False) as client:
        yield client
