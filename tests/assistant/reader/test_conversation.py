"""A case over several turns."""

import time
from datetime import date

import pytest

from assistant.eligibility import Gap, load_checker
from assistant.reader import Conversation, changes
from corpus.errors import FactsError

TODAY = date(2026, 11, 20)
START = (
    "I'm a full-time lecturer at an accredited university in Lyon, 36, one proposal. I left AWS in March 2026. "
    "My wife works for Amazon. No other exclusion applies."
)


@pytest.fixture
def told():
    return Conversation().say(START, TODAY)


def test_supposition_does_not_overwrite(told):
    """A supposition is judged as if true, says so, and leaves the facts alone."""
    supposed = told.say("What if I left last year instead?", TODAY)
    assert supposed.hypothetical
    assert str(supposed.judged.amazon_last_day) == "2025"
    assert supposed.facts == told.facts


def test_suppositions_add_up(told):
    """“And if …” goes on from what was supposed."""
    first = told.say("What if I left in March 2024 instead?", TODAY)
    second = first.say("And if I took the chair in Seoul?", TODAY)
    assert str(second.judged.amazon_last_day) == "2024-03"
    assert second.judged.workplace == "Seoul"
    assert second.facts.workplace == "Lyon"


def test_another_person(told):
    """“No, my flatmate, not my wife” puts one person in the other's place."""
    corrected = told.say("no, my flatmate, not my wife", TODAY)
    assert [one.relation for one in corrected.facts.relatives_at_amazon] == ["housemate"]


def test_facts_add_up(told):
    """A later message adds to the case, and beats what was said before."""
    later = told.say("I am 37, and my wife left Amazon in 2020.", TODAY)
    assert later.facts.age == 37
    assert later.facts.full_time is True
    assert str(later.facts.relatives_at_amazon[0].amazon_last_day) == "2020"
    assert {change.fact for change in changes(told.facts, later.facts)} == {"age", "relatives_at_amazon"}


def test_pronoun_for_a_person_told_of_before(told):
    """“She” in a later message is the one person of whom was told."""
    later = told.say("Actually she left in 2020.", TODAY)
    assert str(later.facts.relatives_at_amazon[0].amazon_last_day) == "2020"


def test_short_reply():
    """A bare reply answers the question that was asked."""
    conversation = Conversation().say("Full-time lecturer, accredited uni, Ghent, one proposal", TODAY)
    verdict = load_checker().check(conversation.judged, TODAY)
    question = next(one for one in verdict.questions if one.fact == "government_pay")
    assert conversation.say("no", TODAY, question).facts.government_pay is False


def test_edit_retract_unknown(told):
    """The list of facts lets one change a fact, take it back, or say that one does not know."""
    assert told.edited("age", 19).facts.age == 19
    assert told.retracted("age").facts.age is None
    assert told.unknown("age").facts.age is Gap.UNKNOWN
    assert "age" not in told.edited("age", 19).facts.words


def test_bad_edit(told):
    """A value that a fact cannot have is turned away."""
    with pytest.raises(FactsError):
        told.edited("age", "old")


WHOLE = (
    "I am a full-time lecturer at an accredited university in Accra, Ghana. I am 40. This is my only proposal in this "
    "call. None of the exclusions in section I applies to me."
)
COLLEAGUE = (
    "My colleague is a full-time lecturer at an accredited university in Accra, Ghana. She is 40. It is her only "
    "proposal in this call. None of the exclusions in section I applies to her."
)


def verdict_after(*messages: str) -> str:
    conversation = Conversation()
    for message in messages:
        conversation = conversation.say(message, TODAY)
    return load_checker().check(conversation.judged, TODAY).status.value


@pytest.mark.parametrize(
    "messages",
    [
        (WHOLE, "What if I moved to Kenya?", "And my wife works at AWS."),
        (WHOLE, "What if I moved to Kenya?", "Also, I am a paid employee of the Ministry of Finance."),
        (
            WHOLE.replace("None", "My wife works at AWS. None"),
            "No, my neighbour, not my wife. And I work for the Ministry of Finance as a paid employee.",
        ),
        (
            WHOLE.replace("None of the", "My wife works at AWS. I left Amazon in October 2026. None of the other"),
            "What if I had left Amazon in 2019?",
            "And no, my neighbour, not my wife.",
        ),
    ],
)
def test_what_is_said_after_a_supposition_counts(messages):
    """A real statement is kept whatever was supposed before it, and beside a person put in another's place."""
    assert verdict_after(WHOLE) == "eligible"
    assert verdict_after(*messages) == "not_eligible"


@pytest.mark.parametrize(
    "messages",
    [
        (f"{COLLEAGUE} Is she eligible?", "Am I eligible?"),
        (f"{COLLEAGUE} Is she eligible?", "And what about me? I am a full-time professor at an accredited university."),
        (WHOLE, "My colleague would like to apply as well. Is she eligible?"),
        (f"{COLLEAGUE} I am a PhD student. Am I eligible?",),
    ],
)
def test_nobody_has_the_facts_of_another(messages):
    """Where the talk turns to another person the case begins anew; two people in one message give no facts."""
    assert verdict_after(COLLEAGUE + " Is she eligible?") == "eligible"
    assert verdict_after(*messages) == "undetermined"


def test_what_is_supposed_of_nothing_stated_stays_supposed():
    """A case that is only supposed leaves no facts behind."""
    supposed = Conversation().say("If I were a full-time lecturer at an accredited university, could I apply?", TODAY)
    further = supposed.say("And if I had left Amazon in 2019?", TODAY)
    assert further.hypothetical
    assert further.supposed.accredited is True
    assert not further.facts.to_dict()


def test_what_is_not_known_cannot_be_denied_away():
    """“That is not true” of something that is not known leaves it not known, so that no summary covers it."""
    unknown = Conversation().say(WHOLE, TODAY).unknown("government_pay")
    assert unknown.retracted("government_pay").facts.government_pay is Gap.UNKNOWN


def test_reading_takes_no_longer_than_its_words():
    """A message made to be slow, one endless sentence, is read in the time of an ordinary one."""
    began = time.process_time()
    Conversation().say("Amazon. " + "she left in may, " * 230, TODAY)
    assert time.process_time() - began < 2
