"""Which case of a conversation is changed."""

from __future__ import annotations

from assistant.page.chat import Turn, edited
from tests.assistant.page.case.conftest import TODAY


class Judging:
    """Stands in for the assistant: it judges what is given."""

    def __init__(self, corpus, checker):
        self.corpus, self.checker = corpus, checker


def test_the_last_case_of_a_conversation_is_the_one_that_changes(chat, corpus, checker):
    """The other turns stay as they are; a conversation that was forgotten here is said to be."""
    older, last = Turn("One?", "<p>1</p>", chat().shown), Turn("Two?", "<p>2</p>", chat().shown)
    talk = (older, last, Turn("Three?", "<p>3</p>"))
    event = {"action": "not_true", "fact": "full_time"}
    view = edited(Judging(corpus, checker), talk, event, TODAY)
    assert (view.conversation[0], view.conversation[2], view.problem) == (older, talk[2], "")
    assert view.conversation[1].case.case.conversation.judged.full_time is None
    assert "Not settled yet." in view.conversation[1].html
    assert "no longer has your conversation" in edited(Judging(corpus, checker), (), event, TODAY).problem


def test_a_failure_is_a_sentence_and_loses_nothing(chat, corpus, caplog):
    """No exception reaches the page, and the case stays as it was."""
    talk = (Turn("One?", "<p>1</p>", chat().shown),)
    view = edited(Judging(corpus, None), talk, {"action": "not_true", "fact": "full_time"}, TODAY)
    assert view.conversation == talk
    assert "try again" in view.problem
    assert "Accra" not in caplog.text
