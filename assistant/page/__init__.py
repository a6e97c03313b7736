"""What the web page shows, all that can be made and tested without the chat library."""

from assistant.page.chat import Conversation, Turn, View, converse, edited, messages, problem_box
from assistant.page.document import document
from assistant.page.follow_ups import FollowUps
from assistant.page.markup import fill
from assistant.page.texts import EXAMPLES, TEXTS

__all__ = [
    "EXAMPLES",
    "TEXTS",
    "Conversation",
    "FollowUps",
    "Turn",
    "View",
    "converse",
    "document",
    "edited",
    "fill",
    "messages",
    "problem_box",
]
