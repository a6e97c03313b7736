"""The three-valued logic."""

from __future__ import annotations

from itertools import product

import pytest

from assistant.eligibility.kleene import Truth, all_of, any_of

YES, NO, OPEN = Truth.YES, Truth.NO, Truth.OPEN
COMPLETIONS = {YES: {True}, NO: {False}, OPEN: {True, False}}


def truth(outcomes: set[bool]) -> Truth:
    """The value that stands for all outcomes."""
    return OPEN if len(outcomes) > 1 else Truth.of(outcomes.pop())


@pytest.mark.parametrize("value", Truth)
def test_truth_value_cannot_stand_in_a_condition(value):
    """A truth value refuses to be taken for a boolean."""
    with pytest.raises(TypeError, match=r"compare it with Truth\.YES"):
        bool(value)


@pytest.mark.parametrize("length", range(5))
def test_all_and_any_are_what_all_completions_agree_on(length):
    """``all_of`` and ``any_of`` equal the value that every completion of the open values has."""
    for values in product(Truth, repeat=length):
        completions = list(product(*(COMPLETIONS[value] for value in values)))
        assert all_of(values) is truth({all(one) for one in completions})
        assert any_of(values) is truth({any(one) for one in completions})


def test_operators_are_the_functions():
    """``&``, ``|`` and ``~`` agree with ``all_of``, ``any_of`` and with each other by De Morgan."""
    for one, other in product(Truth, repeat=2):
        assert one & other is all_of((one, other))
        assert one | other is any_of((one, other))
        assert ~(one & other) is ~one | ~other
    assert [~value for value in (YES, NO, OPEN)] == [NO, YES, OPEN]


@pytest.mark.parametrize("value", [None, "unknown", "unpaid_leave", 0, 1, "", ()])
def test_only_true_and_false_settle_anything(value):
    """Whatever is not exactly true or false is open."""
    assert Truth.of(value) is OPEN
    assert (Truth.of(True), Truth.of(False)) == (YES, NO)
