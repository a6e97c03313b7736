"""Questions that lean on the ones before them."""

from assistant.turns.ask_back import ask_back
from assistant.turns.context import Context
from assistant.turns.follow import Turns, Understood
from assistant.turns.leaning import asks_again, leans, points_back

__all__ = ["Context", "Turns", "Understood", "ask_back", "asks_again", "leans", "points_back"]
