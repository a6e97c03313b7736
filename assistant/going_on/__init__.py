"""A message after a verdict that goes on with the case.

"45" answers what was asked last, "sorry, I meant March 2025" puts a date right, "so yes or no?" asks for the verdict
again. An obstacle that was told goes only where a message takes it back. Of what is told or supposed and not read, the
conditions that it speaks of become not known, and the verdict says what was not understood.
"""

from assistant.going_on.about import is_of_a_case, may_be_of_a_case, near_clauses
from assistant.going_on.moods import asks_for_the_verdict, tells, tells_or_supposes
from assistant.going_on.step import GoingOn, Kind

__all__ = [
    "GoingOn",
    "Kind",
    "asks_for_the_verdict",
    "is_of_a_case",
    "may_be_of_a_case",
    "near_clauses",
    "tells",
    "tells_or_supposes",
]
