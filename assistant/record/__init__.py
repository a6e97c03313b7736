"""What is kept for staff, where they have switched that on: questions not answered well, ratings, labels, counts.

``open_record`` loads the database's library; nothing else here does.
"""

from assistant.record.access import open_record
from assistant.record.card import Card, Choice, checked, make_card
from assistant.record.keeper import BOUNDS, Keeper
from assistant.record.teach import Taught, teach
from assistant.record.values import (
    LABEL_KINDS,
    REASONS,
    Applied,
    Asked,
    DayCount,
    Kept,
    Label,
    LabelKind,
    Rated,
    Rating,
    Reason,
    Totals,
)
from assistant.record.worth import asked_of, confidence, worth_keeping

__all__ = [
    "BOUNDS",
    "LABEL_KINDS",
    "REASONS",
    "Applied",
    "Asked",
    "Card",
    "Choice",
    "DayCount",
    "Keeper",
    "Kept",
    "Label",
    "LabelKind",
    "Rated",
    "Rating",
    "Reason",
    "Taught",
    "Totals",
    "asked_of",
    "checked",
    "confidence",
    "make_card",
    "open_record",
    "teach",
    "worth_keeping",
]
