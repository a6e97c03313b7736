"""What is said with a limit meets nothing; what is said outright is not taken for it."""

from __future__ import annotations

import pytest

from assistant.reader.limits import EXAMPLES, limited


@pytest.mark.parametrize(("condition", "text"), [(one, text) for one, (such, _) in EXAMPLES.items() for text in such])
def test_a_limit_is_heard(condition: str, text: str):
    assert condition in limited(text)


@pytest.mark.parametrize("text", [text for _, others in EXAMPLES.values() for text in others])
def test_what_is_said_outright_has_no_limit(text: str):
    assert not limited(text)


def test_a_summary_of_the_letters_is_limited_as_the_whole_one_is():
    assert {"none_of_the_exclusions", "none_of_a_to_e"} <= limited(EXAMPLES["none_of_the_exclusions"][0][0])
