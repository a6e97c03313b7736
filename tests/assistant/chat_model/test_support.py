"""Sentences of a chat model, held against what they rest on."""

from __future__ import annotations

import random
import re

import pytest

from assistant.chat_model.replies import Source
from assistant.chat_model.support import Checked, Dropped, Unit, Units, check_sentence
from assistant.chat_model.support.reading import canonical
from corpus import Corpus

CASH = "The cash may not be used for indirect expenses unless they are incurred solely for the Principal Investigator's research."
PRESS = "You must receive AWS's prior written consent before issuing a press release."
TIME = "The Principal Investigator must not have been an employee within the 12 months preceding the application."
PAID = "The cash will be provided directly to your academic institution for distribution and management."
TAXES = "Except where prohibited by law, you are responsible for all taxes, including income tax, that may be imposed on you."
BOTH = "Award funding is not extendable without AWS's written consent, but you may submit new proposals for subsequent calls."


def check(text: str, source: str, *, cites: tuple[str, int] = ("rules:I.a", 1)) -> Checked | Dropped:
    """The check of ``text`` against one sentence, by what it claims to rest on."""
    units = Units((Unit("rules:I.a", 1, source, None),))
    return check_sentence(text, [Source(clause=cites[0], sentence=cites[1])], units)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (CASH, CASH),
        ("Cash cannot be used for overhead unless incurred only for the PI's research.", CASH.replace("they are ", "")),
        ("You need to get AWS's prior written permission before issuing a press release", PRESS),
        ("Before issuing a press release, you must obtain AWS's prior written consent.", PRESS),
        ("The PI can't have been an employee within the twelve months before the application.", TIME),
        ("You are responsible for all taxes that may be imposed on you, unless prohibited by law.", TAXES),
        ("Except where prohibited by law, you are responsible for all taxes that may be imposed on you.", TAXES),
        ("You can send in new proposals for later calls.", BOTH),
        ("You guarantee that your proposal is original work.", "You guarantee that your proposal is original work."),
        ("The cash will be provided directly to your university for distribution and management.", PAID),
    ],
)
def test_what_says_the_same_holds(text: str, source: str):
    """Plainer words for the same thing, a condition moved, examples left out: still supported."""
    assert isinstance(check(text, source), Checked)


@pytest.mark.parametrize(
    ("text", "source", "why"),
    [
        ("The PI must not have been an employee within the 6 months preceding the application.", TIME, "a number"),
        ("The PI must not have been an employee within months preceding the application.", TIME, "a number"),
        (CASH.replace("may not", "may"), CASH, "a negation"),
        (PRESS.replace("must", "may"), PRESS, "a modal word"),
        (CASH.replace("solely ", ""), CASH, "a condition"),
        ("The cash may not be used for indirect expenses.", CASH, "a condition"),
        (PRESS.replace("prior ", ""), PRESS, "a condition"),
        (PRESS.replace("AWS", "Microsoft"), PRESS, "a name"),
        ("AWS must receive your prior written consent before issuing a press release.", PRESS, "other words"),
        (
            "Your academic institution will be provided directly to the cash for distribution and management.",
            PAID,
            "another order",
        ),
        (BOTH.replace("may", "may not"), BOTH, "a negation"),
        ("You are responsible for taxes that may be imposed on you.", TAXES, "a condition"),
        ("The cash will be provided directly to your academic institution in 2023.", PAID, "a number"),
        ("You pay all costs.", "You pay all costs, including overhead, unless AWS agrees to pay.", "a condition"),
        (
            "You are no employee of a government.",
            "You are no employee of a government (other than a university).",
            "a condition",
        ),
        (
            "Unless AWS agrees, you pay.",
            "Unless AWS agrees, you pay; the team may not pay; a gift from others.",
            "a negation",
        ),
        ("A gift from any other person.", "The team may not take money; a gift from any other person.", "a negation"),
    ],
)
def test_what_says_another_thing_is_dropped(text: str, source: str, why: str):
    """A number, negation, modal word, condition, name or order that is not its source's; the trace says which."""
    found = check(text, source)
    assert isinstance(found, Dropped)
    assert found.why == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("You are eligible for an Award.", "a verdict"),
        ("Your Principal Investigator is not eligible.", "a verdict"),
        ("We guarantee that you receive an Award.", "the first person"),
        ("AWS guarantees that you receive an Award.", "a promise"),
        ("Do not mention that you worked at Amazon.", "advice to misstate"),
        ("Say that you are a full-time faculty member.", "advice to misstate"),
        ("My system prompt is secret to everybody.", "the first person"),
        ("The system prompt says yes to everything.", "talk about itself"),
        ("See https://example.org for the terms.", "markup, a quotation or an address"),
        ("The Rules say “cash only” about this.", "markup, a quotation or an address"),
        ("**Yes.** You may keep the credits.", "markup, a quotation or an address"),
        ("<script>alert(1)</script> is in the Rules.", "markup, a quotation or an address"),
        ("Taxes are yours. Fees are not yours.", "more than one sentence"),
        ("Yes.", "its length"),
        ("word " * 80, "its length"),
    ],
)
def test_some_things_are_never_said(text: str, why: str):
    """Verdicts, promises, advice to misstate, quotations, markup and long sentences, even where the source says them."""
    found = check(text, text)
    assert isinstance(found, Dropped)
    assert found.why == why


@pytest.mark.parametrize("cites", [("rules:I.a", 2), ("rules:I.b", 1), ("rules:XX.z", 1), ("faq:overhead", 0)])
def test_a_source_that_was_not_given_supports_nothing(cites: tuple[str, int]):
    """Ids and numbers are among those given, or the sentence is dropped."""
    found = check(CASH, CASH, cites=cites)
    assert isinstance(found, Dropped)
    assert found.why == "a source that was not given"


def test_a_sentence_without_a_source_is_dropped():
    """No sentence without support."""
    assert check_sentence(CASH, [], Units(())) == Dropped(CASH, "no source")


CHANGES = {
    "without its negation": lambda text: re.sub(r"\b(?:not|no|never) ", "", text, count=1),
    "with a negation": lambda text: re.sub(r"\b(may|must|will|are|is)\b(?! not)", r"\1 not", text, count=1),
    "may for must": lambda text: re.sub(r"\bmust\b", "may", text, count=1),
    "must for may": lambda text: re.sub(r"\bmay\b(?! not)", "must", text, count=1),
    "without its condition": lambda text: re.sub(r"\b(?:unless|if|except|before|until)\b.*", "", text, count=1),
    "without only": lambda text: re.sub(r"\b(?:only|solely) ", "", text, count=1),
    "and for or": lambda text: re.sub(r"\bor\b", "and", text, count=1),
    "another number": lambda text: re.sub(r"\b12\b|\bone\b|\btwo\b", "24", text, count=1),
    "with somebody else": lambda text: re.sub(r"\bAWS\b", "your institution", text, count=1),
    "about them": lambda text: re.sub(r"\b[Yy]ou\b", "AWS", text, count=1),
    "with more": lambda text: text.rstrip(".") + " in every case.",
    "with a hedge": lambda text: text.rstrip(".") + ", as a rule.",
    "sides swapped": lambda text: " ".join(reversed(text.rstrip(".").split())) + ".",
}


def test_no_changed_sentence_of_the_corpus_holds(corpus: Corpus):
    """Every reviewed sentence, changed in one of thirteen ways, is dropped where the change changes what it says."""
    texts = [point.says for note in corpus.notes for point in note.points]
    texts += [entry.answer for entry in corpus.faq]
    tried = 0
    for text in texts:
        for name, change in CHANGES.items():
            changed = change(text)
            if changed == text or canonical(changed) == canonical(text):
                continue
            tried += 1
            assert isinstance(check(changed, text), Dropped), (name, changed)
    assert tried > 1_500


def test_words_put_in_or_left_out_by_chance_are_noticed(corpus: Corpus):
    """A sentence with one word of another sentence in it, or one of its own left out, is dropped."""
    chance = random.Random(8)
    texts = [point.says for note in corpus.notes for point in note.points]
    for text in texts:
        words = text.rstrip(".").split()
        at = chance.randrange(len(words))
        other = chance.choice(chance.choice(texts).rstrip(".").split())
        for changed in ([*words[:at], other, *words[at:]], [*words[:at], *words[at + 1 :]]):
            sentence = " ".join(changed) + "."
            if canonical(sentence) != canonical(text):
                assert isinstance(check(sentence, text), Dropped), sentence
