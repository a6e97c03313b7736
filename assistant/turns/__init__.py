"""Questions that lean on the ones before them."""

from assistant.turns.again import Again, asks_again, said_again
from assistant.turns.ask_back import ask_back
from assistant.turns.context import Context
from assistant.turns.follow import Turns, Understood
from assistant.turns.leaning import leans, points_back

__all__ = [
    "Again",
    "Context",
    "Turns",
    "Understood",
    "ask_back",
    "asks_again",
    "leans",
    "points_back",
    "said_again",
]
