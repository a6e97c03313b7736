"""What a text has no word of is not heard in it."""

from assistant.reader.frames.summaries import letters_by_themselves
from assistant.reader.touched import untouched


def test_a_text_without_a_word_of_a_topic_cannot_be_about_it():
    assert {"amazon", "procurement", "us_restrictions"} <= untouched("Since January the lectureship is permanent.")


def test_a_tie_needs_no_name():
    assert "amazon" not in untouched("I drove for them until May.")
    assert "family" not in untouched("He moved in with me.")


def test_some_letters():
    for text in (
        "regarding b c d e = all no",
        "(a) no (c) no (d) no (e) no.",
        "(a)(b)(c)(e) no. (d) I'd skip",
        "(a), (b), (c), (e) do not apply. About (d) I have to ask",
        "everything from a to e but not c.",
        "a-e all fine except e",
    ):
        assert letters_by_themselves(text), text


def test_all_letters_or_none():
    for text in (
        "none of (a) to (e)",
        "a-e no",
        "(a)…(e) nothing",
        "About (a), (b), (c), (d), (e): nothing",
        "(a) right down to (e)",
        "nothing from (a), nothing from (e), and nothing between",
        "equal to a 501(c)(3), and I have a cat",
    ):
        assert not letters_by_themselves(text), text
