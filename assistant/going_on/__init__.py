"""A message after a verdict that goes on with the case, and in which no frame placed anything.

"45" answers what was asked last, "sorry, I meant March 2025" puts a date right, "so yes or no?" asks for the verdict
again. Of anything else that tells or supposes something, the conditions that it speaks of become not known, and the
verdict says what was not understood: an obstacle that was told and not read must never leave a case eligible.
"""

from assistant.going_on.about import is_of_a_case, may_be_of_a_case, near_clauses
from assistant.going_on.moods import asks_again, tells_or_supposes
from assistant.going_on.step import GoingOn, Kind

__all__ = ["GoingOn", "Kind", "asks_again", "is_of_a_case", "may_be_of_a_case", "near_clauses", "tells_or_supposes"]
