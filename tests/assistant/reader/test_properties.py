"""What holds for any text whatever."""

import json
import string
import time
from datetime import date
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.eligibility import Facts, load_checker, parse_facts
from assistant.reader import read_case, route
from assistant.reader.normalise import fold, tokenise
from assistant.reader.reader import discourse_of
from tests.speed import slowness

TODAY = date(2026, 11, 20)
PIECES = (
    "I left AWS on 3 March 2025",
    "my wife works for Amazon",
    "never",
    "not",
    "if I",
    "?",
    ";",
    "full-time lecturer",
    "accredited university in Khartoum",
    "none of (a)-(e)",
    "(d) ???",
    "sorry, I meant",
    "80 %",
    "03/04/2026",
    "Feb 31, 2026",
    "999999999999 years ago",
    "’“”…—",
    "\n\n",
    "İSTANBUL",
    "31.02.2025",
    "18",
    "who lives with us",
    "I think he left",
    "maybe she is still there",
    "perhaps it was July 2026",
    "the ministry pays me",
    "on the SDN list",
    "two proposals",
)
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.text(alphabet=string.printable, max_size=300),
)


@settings(max_examples=250, deadline=None)
@given(texts)
def test_never_raises_and_repeats(text):
    """Any text is read, and read the same way twice."""
    first, second = read_case(text, TODAY), read_case(text, TODAY)
    assert first == second
    assert route(text, first) == route(text, second)


@settings(max_examples=250, deadline=None)
@given(texts)
def test_words_lie_in_the_text(text):
    """Each fact quotes the text at its offsets, and every fact that is read has words."""
    reading = read_case(text, TODAY)
    for one in (*reading.words, *reading.unplaced):
        assert text[one.start : one.end] == one.text
        assert one.text.strip()
    stated = {name for name in Facts.model_fields if name != "words" and getattr(reading.facts, name) is not None}
    assert stated <= set(reading.facts.words)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_facts_survive_json(text):
    """What was read can be written down and read back."""
    facts = read_case(text, TODAY).facts
    assert parse_facts(json.dumps(facts.to_dict())) == facts


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_length(text):
    """Offsets survive normalisation because it never changes a length."""
    assert len(fold(text)) == len(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokenise(text))


def test_empty_text_states_nothing():
    """Silence is silence."""
    assert read_case("", TODAY).facts == Facts()


def test_third_person_offsets():
    """The words of a case in the third person lie in the text as well."""
    text = "Asking for a friend: full-time professor, accredited uni, Athens. His wife is a lawyer at Amazon."
    assert discourse_of(text, TODAY).third_person
    assert all(text[one.start : one.end] == one.text for one in read_case(text, TODAY).words)


def test_speed():
    """A long message is read in under 100 ms, a usual one with its verdict in under 5 ms, in a quiet hour."""
    usual = (
        "Dear team, I am a full-time lecturer at an accredited university in Porto, 41 years old, with one proposal. "
        "My wife left Amazon on 30 September 2024. None of the other exclusions in section I applies to me. Am I eligible?"
    )
    long = (usual + " I have never worked for AWS; nobody in my family has. ") * 20
    checker = load_checker()
    read_case(usual, TODAY)
    slower = slowness()
    assert _median(lambda: checker.check(read_case(usual, TODAY).judged, TODAY), 15) < 0.005 * slower
    assert _median(lambda: read_case(long[:4_000], TODAY), 5) < 0.1 * slower


def _median(call, times):
    taken = []
    for _ in range(times):
        began = time.process_time()
        call()
        taken.append(time.process_time() - began)
    return median(taken)
