"""The help of a chat model: with words, never with facts. Off unless ``ARA_CHAT_MODEL`` is set.

    helper = open_helper(settings)          # None where no model is named
    helping = helper.begin()                # one for each answer
    draft = helping.write(question, draft, decision, corpus)

A model may reword a follow-up, take a message of several questions apart, propose facts of a
case for confirmation, and word the sentences of an answer. Each is checked in code before it
counts; verdicts, short answers, citations and refusals are made without it. docs/chat-model.md
says what is sent to a model and what never is.
"""

from assistant.chat_model.asking import ChatError, ChatModel, Reply, Request
from assistant.chat_model.fake import FakeChatModel
from assistant.chat_model.helper import NOTES, Help, Helper, Helping
from assistant.chat_model.limits import Limits
from assistant.chat_model.opening import open_helper
from assistant.chat_model.proposing import Proposal, to_confirm

__all__ = [
    "NOTES",
    "ChatError",
    "ChatModel",
    "FakeChatModel",
    "Help",
    "Helper",
    "Helping",
    "Limits",
    "Proposal",
    "Reply",
    "Request",
    "open_helper",
    "to_confirm",
]
