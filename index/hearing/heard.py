"""What was heard in one text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.statements import CONDITIONS, STATES, State

__all__ = ["Heard"]


@dataclass(frozen=True)
class Heard:
    """How likely each state of each condition is, and where the text speaks of it."""

    likelihoods: NDArray[np.float32]
    """``(conditions, states)``; each row sums to one."""
    places: tuple[int, ...]
    """For each condition the offset in the text that was listened to most."""

    def likelihood(self, condition: str, *states: State) -> float:
        """How likely it is that the text says one of ``states`` of ``condition``."""
        row = self.likelihoods[CONDITIONS.index(condition)]
        return float(sum(row[STATES.index(state)] for state in states))

    def place(self, condition: str) -> int:
        """The offset in the text that speaks of ``condition``, where anything does."""
        return self.places[CONDITIONS.index(condition)]

    def spoken_of(self, likely: float = 0.5) -> tuple[str, ...]:
        """The conditions of which the text says something."""
        return tuple(name for name in CONDITIONS if 1 - self.likelihood(name, "unsaid") >= likely)
