"""Whether a sentence of a chat model says what the sentence that it rests on says; code alone decides.

A sentence is supported where, after the written rules of ``equivalents.yaml``, it says word for
word what one given sentence says: the same numbers, dates, amounts, names, modal words,
negations and conditions, in the same order. Nothing is scored and nothing is nearly right.
"""

from assistant.chat_model.support.check import Checked, Dropped, check_sentence
from assistant.chat_model.support.sources import Unit, Units

__all__ = ["Checked", "Dropped", "Unit", "Units", "check_sentence"]
