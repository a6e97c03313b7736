"""The verdict against independent formulations, over every combination."""

from __future__ import annotations

from functools import cache
from itertools import product

import clingo

from assistant.eligibility import REQUIREMENTS, Status, Truth, parse_facts
from assistant.eligibility.kleene import all_of, any_of
from assistant.eligibility.requirements import Case
from assistant.eligibility.requirements.position import POSITION
from assistant.eligibility.verdict import STATUSES
from tests.assistant.eligibility.conftest import TODAY, small_tables

YES, NO, OPEN = Truth.YES, Truth.NO, Truth.OPEN

# Facts that bring each requirement to each value. § I(c) and § I ¶ 4 read the same facts, so they go together.
SNIPPETS = [
    {
        YES: {"position": "faculty", "full_time": True, "accredited": True},
        NO: {"position": "postdoc"},
        OPEN: {"position": "faculty"},
        (NO, YES): {"position": "researcher", "permanent": True, "legal_status": True},
        (NO, OPEN): {"position": "researcher", "permanent": True},
    },
    {YES: {"age": 21}, NO: {"of_age": False}, OPEN: {"age": 18}},
    {YES: {"one_proposal": True}, NO: {"one_proposal": False}, OPEN: {"one_proposal": "joint_lead"}},
    {YES: {"government_pay": False}, NO: {"government_pay": True}, OPEN: {"government_pay": "unknown"}},
    {YES: {"us_restrictions": False}, NO: {"us_restrictions": True}, OPEN: {}},
    {
        (YES, YES): {"amazon_relation": "never"},
        (NO, NO): {"amazon_relation": "employee", "amazon_last_day": "current"},
        (NO, YES): {"amazon_relation": "contractor", "amazon_last_day": "current"},
        (NO, OPEN): {"amazon_relation": "intern", "amazon_last_day": "current"},
        (OPEN, YES): {"amazon_relation": "employee", "amazon_last_day": "2025-11"},
        (OPEN, OPEN): {"amazon_relation": "agency_staff"},
    },
    {
        YES: {"relatives_at_amazon": []},
        NO: {
            "relatives_at_amazon": [{"relation": "spouse", "amazon_relation": "intern", "amazon_last_day": "current"}]
        },
        OPEN: {"relatives_at_amazon": "contradictory"},
    },
    {YES: {"procurement": False}, NO: {"procurement": True}, OPEN: {"procurement": "unknown_vendor"}},
    {YES: {"workplace": "Ghana"}, NO: {"workplace": "Cuba"}, OPEN: {"workplace": "Korea"}},
]


@cache
def possible(values: tuple[Truth, ...]) -> frozenset[bool]:
    """Whether all of the conditions hold, in every completion of the open ones."""
    if OPEN not in values:
        return frozenset({values.count(YES) == len(values)})
    at = values.index(OPEN)
    return frozenset().union(*(possible((*values[:at], value, *values[at + 1 :])) for value in (YES, NO)))


def naive(values: tuple[Truth, ...]) -> Status:
    """The status that follows from all completions."""
    outcomes = possible(values)
    if len(outcomes) > 1:
        return Status.UNDETERMINED
    return Status.ELIGIBLE if True in outcomes else Status.NOT_ELIGIBLE


def values_of(key: object, at: int) -> tuple[Truth, ...]:
    """The values that a snippet stands for: the amazon facts give two, the two ways in give one."""
    if isinstance(key, tuple):
        return key if at == 5 else (any_of(key),)
    return (key,)


def test_checker_equals_every_completion_of_the_requirements(checker):
    """Over every combination of requirement values, brought about by facts, the verdict is what all completions agree on."""
    count = 0
    for chosen in product(*(snippet.items() for snippet in SNIPPETS)):
        facts, values = {}, ()
        for at, (key, stated) in enumerate(chosen):
            facts |= stated
            values += values_of(key, at)
        verdict = checker.check(parsed(facts), TODAY)
        rulings = tuple(ruling.truth for ruling in verdict.rulings)
        expected = (*values[:6], *values[7:], values[6])
        assert rulings == expected, facts
        assert verdict.status is naive(rulings)
        count += 1
    assert count == 5 * 3**7 * 6


_PARSED: dict[str, object] = {}


def parsed(facts):
    """The facts put together from parsed snippets, which spares 65,610 validations."""
    parts = {name: _field(name, value) for name, value in facts.items()}
    return parse_facts({}).model_copy(update=parts)


def _field(name, value):
    key = f"{name}={value}"
    if key not in _PARSED:
        _PARSED[key] = getattr(parse_facts({name: value}), name)
    return _PARSED[key]


def test_logic_equals_every_completion():
    """Both ways in and the nine other requirements, in all 3^11 combinations, come to what all completions agree on."""
    for values in product(Truth, repeat=11):
        either = any_of(values[:2])
        assert STATUSES[all_of((either, *values[2:]))] is naive((either, *values[2:]))


PROGRAM = """
value(yes; no; open).
way(1..2). rest(3..9).
1 { is(C, V) : value(V) } 1 :- way(C).
1 { is(C, V) : value(V) } 1 :- rest(C).
surely_in :- is(C, yes), way(C).
maybe_in :- is(C, yes), way(C).
maybe_in :- is(C, open), way(C).
violated :- not maybe_in.
violated :- is(C, no), rest(C).
unmet :- not surely_in.
unmet :- is(C, no), rest(C).
unmet :- is(C, open), rest(C).
status(not_eligible) :- violated.
status(undetermined) :- unmet, not violated.
status(eligible) :- not unmet.
#show is/2. #show status/1.
"""


def test_logic_agrees_with_an_answer_set_program():
    """Both ways in and seven more requirements, in all 3^9 combinations, come to what clingo derives."""
    control = clingo.Control(["0"])
    control.add("base", [], PROGRAM)
    control.ground([("base", [])])
    count = 0
    with control.solve(yield_=True) as models:
        for model in models:
            values, status = [OPEN] * 9, ""
            for symbol in model.symbols(shown=True):
                if symbol.name == "status":
                    status = symbol.arguments[0].name
                else:
                    values[symbol.arguments[0].number - 1] = Truth(symbol.arguments[1].name)
            assert STATUSES[all_of((any_of(values[:2]), *values[2:]))].value == status
            count += 1
    assert count == 3**9


POSITION_DOMAINS = {
    "position": ["faculty", "visitor", "researcher", "postdoc", "other"],
    "faculty_status": [True, False],
    "full_time": [True, False],
    "institution": ["academic", "ngo", "company"],
    "accredited": [True, False],
    "permanent": [True, False],
    "legal_status": [True, False],
}


def may_enter(position, faculty_status, full_time, institution, accredited, permanent, legal_status):
    """The two ways in, written down a second time, for facts that are all known; ``None`` where they clash."""
    if (accredited and institution in {"ngo", "company"}) or (legal_status and institution == "company"):
        return None
    is_faculty = position == "faculty" or (position in {"visitor", "other"} and faculty_status)
    if is_faculty and full_time and accredited:
        return True
    return position in {"visitor", "researcher"} and permanent and legal_status


def test_position_equals_every_completion_of_its_facts():
    """For all 5,832 combinations of seven facts, stated or not, the ruling is what all consistent completions agree on."""
    tables = small_tables()

    @cache
    def outcomes(values):
        if None not in values:
            return frozenset({may_enter(*values)} - {None})
        at = values.index(None)
        domain = list(POSITION_DOMAINS.values())[at]
        return frozenset().union(*(outcomes((*values[:at], one, *values[at + 1 :])) for one in domain))

    empty = parse_facts({})
    for values in product(*([*domain, None] for domain in POSITION_DOMAINS.values())):
        facts = empty.model_copy(update=dict(zip(POSITION_DOMAINS, values, strict=True)))
        ruling = POSITION(Case(facts, TODAY, tables))
        possible_now = outcomes(values)
        if not possible_now:
            continue
        if ruling.truth is not OPEN:
            assert possible_now == {ruling.truth is YES}, facts.to_dict()
        else:
            assert ruling.conflict or len(possible_now) == 2, facts.to_dict()


def test_requirements_stand_in_the_order_of_the_rules(rules):
    """The requirements follow the order of the clauses, and each quote is found in its clause."""
    order = [clause.id for clause in rules.clauses]
    places = [(order.index(one.clause), rules.clause(one.clause).text.index(one.quote)) for one in REQUIREMENTS]
    assert places == sorted(places)
