"""What people write → the facts of section I, a route, and a conversation about one case.

reading = read_case("I'm a full-time lecturer in Accra and my wife works for AWS.", today)
verdict = checker.check(reading.judged, today)
"""

from assistant.reader.changes import Change, changes
from assistant.reader.conversation import Conversation
from assistant.reader.reader import Reading, Words, read_case
from assistant.reader.routing import Route, asks_no_verdict, route
from assistant.reader.understanding import understand

__all__ = [
    "Change",
    "Conversation",
    "Reading",
    "Route",
    "Words",
    "asks_no_verdict",
    "changes",
    "read_case",
    "route",
    "understand",
]
