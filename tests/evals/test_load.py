"""The load figures, and the users who make them."""

from __future__ import annotations

import asyncio
import itertools

from assistant import Settings
from evals.load.measure import Round, rows
from evals.load.server import echo_chat
from evals.load.users import Asked, ask_all


def rounds(seconds: float, each: float, error: str = "") -> list[Round]:
    return [Round((Asked(each),) * 99 + (Asked(each, error),), seconds)] * 5


def test_targets_are_met_or_marked():
    """p95, errors, share of the echo chat and growth of memory each have a row of their own."""
    good = list(rows(rounds(2, 0.2), rounds(1.6, 0.1), [400, 402, 401, 402, 403], 50))
    assert [row.met for row in good] == [True] * 4
    assert good[0].value == "0.20 s"
    assert good[2].value == "0.80 ×"
    assert good[3].value == "+3 MB"
    bad = list(rows(rounds(2, 1.6, "503: busy"), rounds(1, 0.1), [400, 410, 415, 420, 430], 50))
    assert [row.met for row in bad] == [False] * 4
    assert bad[1].note == "503: busy"


def test_the_echo_chat_answers_its_users():
    """Every question is asked once, over the queue, and answered without an error."""
    with echo_chat(Settings()) as server:
        asked = asyncio.run(ask_all(server.address, 3, list(itertools.repeat("Hello?", 7))))
        assert server.memory_mib() > 50
    assert [one.error for one in asked] == [""] * 7
    assert all(one.seconds > 0 for one in asked)
