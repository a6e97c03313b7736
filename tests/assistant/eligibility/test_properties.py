"""What holds for all facts."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.eligibility import REQUIREMENTS, State, Status, Truth, explain, make_receipt, parse_facts, verify_receipt
from assistant.eligibility.changes import candidate_changes
from assistant.eligibility.facts import Facts
from assistant.eligibility.next_question import tries
from assistant.eligibility.paths import root, with_value
from assistant.eligibility.requirements import Case
from corpus.errors import AraError, FactsError
from tests.assistant.eligibility.conftest import TODAY

GAPS = ["unknown", "contradictory"]
ROLES = ["never", "not_in_last_12_months", "employee", "intern", "contractor", "agency_staff", "acquired_later"]
LAST_DAYS = ["current", "2024", "2025-10-31", "2025-11", "2025-11-19", "2025-11-20", "2025-11-21", "2026", "2027-01-01"]
PLACES = ["Ghana", "Cuba", "Sevastopol", "Korea", "Havana", "Havana, Florida", "United States", "Alabama", "Atlantis"]
RELATIONS = ["spouse", "sibling", "in_law", "partner", "distant_relative", "housemate", "unrelated"]


def fact(*values, gaps=True):
    """One of the values, or a gap."""
    return st.sampled_from([*values, *(GAPS if gaps else [])])


relatives = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "relation": fact(*RELATIONS),
            "same_household": fact(True, False, "part_time"),
            "amazon_relation": fact(*ROLES),
            "amazon_last_day": fact(*LAST_DAYS),
        },
    ),
    max_size=2,
)
EACH = {
    "position": fact("faculty", "adjunct", "visitor", "research_fellow", "researcher", "postdoc", "emeritus", "other"),
    "faculty_status": fact(True, False),
    "full_time": fact(True, False, "unpaid_leave"),
    "institution": fact("academic", "ngo", "company", "government", "other"),
    "accredited": fact(True, False),
    "permanent": fact(True, False),
    "legal_status": fact(True, False),
    "age": fact(17, 18, 19, 20, 21, 45),
    "of_age": fact(True, False),
    "one_proposal": fact(True, False, "withdrawing"),
    "government_pay": fact(True, False, "unclear_body"),
    "us_restrictions": fact(True, False, "other_country"),
    "amazon_relation": fact(*ROLES),
    "amazon_last_day": fact(*LAST_DAYS),
    "relatives_at_amazon": relatives | fact("unknown", "contradictory", gaps=False),
    "other_relatives_at_amazon": fact(True, False),
    "procurement": fact(True, False, "unknown_vendor"),
    "residence": fact(*PLACES),
    "workplace": fact(*PLACES),
    "otherwise_prohibited": fact(True, False),
    "application_date": fact("2026-11-20", "2026-02-28", "2027", "2028-02-29"),
    "none_of_the_exclusions": st.booleans(),
    "none_of_a_to_e": st.booleans(),
}
cases = st.fixed_dictionaries({}, optional=EACH)
likely = st.fixed_dictionaries(
    {
        "position": st.just("faculty"),
        "full_time": st.just(True),
        "accredited": st.just(True),
        "of_age": st.just(True),
        "one_proposal": st.just(True),
        "none_of_a_to_e": st.just(True),
    },
    optional={name: EACH[name] for name in ("residence", "amazon_relation", "government_pay", "institution", "age")},
)
timed = st.fixed_dictionaries(
    {"amazon_relation": st.just("intern"), "amazon_last_day": st.dates(date(2024, 1, 1), date(2027, 1, 1)).map(str)},
    optional={name: EACH[name] for name in ("position", "full_time", "relatives_at_amazon", "application_date", "age")},
)
COVERED = {"government_pay", "us_restrictions", "procurement", "amazon_relation", "amazon_last_day"} | {
    "relatives_at_amazon",
    "other_relatives_at_amazon",
}
STAND_INS = {"residence", "workplace", "otherwise_prohibited", "application_date"}
"""Facts that something else stands in for while they are not stated: the other place, no other law, today."""

quick = settings(max_examples=150, deadline=None)


@quick
@given(st.one_of(cases, likely), st.data())
def test_adding_a_fact_never_flips_a_settled_verdict(check, case, data):
    """A settled verdict stands when a fact is added that contradicts nothing, and that nothing stood in for."""
    before = check(case)
    missing = sorted(EACH.keys() - case.keys() - STAND_INS)
    if any(case.get(name) for name in ("none_of_the_exclusions", "none_of_a_to_e")):
        missing = [name for name in missing if name not in COVERED]
    assume(before.status is not Status.UNDETERMINED and missing)
    name = data.draw(st.sampled_from(missing))
    after = check(case | {name: data.draw(EACH[name])})
    assert after.status is before.status or any(finding.conflict for finding in after.findings)


@quick
@given(cases)
def test_a_violation_stays_whatever_is_left_unsaid(check, case):
    """Every requirement that the facts violate is reported, and one is enough."""
    verdict = check(case)
    violated = [finding.clause for finding in verdict.findings if finding.state is State.VIOLATED]
    assert (verdict.status is Status.NOT_ELIGIBLE) == bool(violated)
    if violated:
        assert list(verdict.decisive) == list(dict.fromkeys(violated))


@quick
@given(cases, st.randoms(use_true_random=False))
def test_order_of_facts_does_not_matter(check, case, random):
    """The same facts in another order give the same bytes."""
    keys = list(case)
    random.shuffle(keys)
    assert check({key: case[key] for key in keys}).to_json() == check(case).to_json()


@quick
@given(cases)
def test_facts_and_verdicts_read_back(check, checker, case):
    """Facts read back from their JSON are equal, and a receipt of any verdict holds."""
    facts = parse_facts(case)
    assert parse_facts(json.dumps(facts.to_dict())) == facts
    verdict = check(case)
    assert json.loads(verdict.to_json()) == verdict.to_dict()
    assert verify_receipt(json.dumps(make_receipt(verdict)), checker).holds
    assert explain(verdict) == explain(check(case))


@quick
@given(cases)
def test_open_verdict_asks_and_settled_verdict_does_not(check, case):
    """An open verdict has a question, each open finding has its own, and a settled verdict asks nothing."""
    verdict = check(case)
    assert (verdict.next_question is not None) == (verdict.status is Status.UNDETERMINED)
    for finding in verdict.findings:
        assert (verdict.question_about(finding) is not None) == (finding.state is State.OPEN)


@quick
@given(cases)
def test_asked_facts_belong_to_open_requirements(check, case):
    """Every fact that is asked for is read by an open requirement, and has answers that could be given."""
    verdict = check(case)
    is_open = {finding.requirement for finding in verdict.findings if finding.state is State.OPEN}
    reads = {requirement.id: requirement.reads for requirement in REQUIREMENTS}
    for question in verdict.questions:
        assert question.requirement in is_open
        assert root(question.fact) in reads[question.requirement]
        assert tries(verdict.case, question.fact)


@quick
@given(cases)
def test_remedies_would_mend_what_is_violated(check, case):
    """After the changes of a remedy nothing that was violated is violated, and no change is to spare."""
    verdict = check(case)
    violated = [at for at, ruling in enumerate(verdict.rulings) if ruling.truth is Truth.NO]
    for changes in verdict.remedies.can_change + verdict.remedies.cannot_change:
        assert _mends(verdict, changes, violated)
        for spare in changes:
            assert not _mends(verdict, [change for change in changes if change is not spare], violated)
    if not violated:
        assert verdict.remedies.what_you_can_do == ()


def _mends(verdict, changes, violated):
    facts = verdict.case.facts
    for change in changes:
        facts = change.applied(facts)
    case = Case(facts, verdict.case.today, verdict.case.tables)
    return all(REQUIREMENTS[at](case).truth is Truth.YES for at in violated)


@quick
@given(timed)
def test_waiting_until_the_earliest_date_ends_every_time_bound_obstacle(check, case):
    """Judged on its earliest date, a case has no violated requirement left."""
    verdict = check(case)
    if verdict.earliest_date is not None:
        later = check(case | {"application_date": verdict.earliest_date.isoformat()})
        assert later.status is not Status.NOT_ELIGIBLE


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Facts.model_fields)) | st.text(max_size=10), json_values, max_size=4))
def test_no_input_raises_anything_but_the_documented_error(checker, data):
    """Any mapping is judged or refused with a ``FactsError`` of one line."""
    message = ""
    try:
        checker.check(parse_facts(data), TODAY).to_json()
    except FactsError as error:
        message = str(error)
    assert "\n" not in message


@quick
@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_no_text_raises_anything_but_the_documented_errors(checker, text):
    """Any text given as facts or as a receipt is read or refused with an error of ours."""
    for read in (parse_facts, lambda given: verify_receipt(given, checker)):
        message = ""
        try:
            read(text)
        except AraError as error:
            message = str(error)
        assert "\n" not in message


@quick
@given(st.dates(), cases)
def test_any_day_is_judged_or_refused(check, day, case):
    """Any day of the calendar is judged, or refused where it lies outside the years that are kept."""
    try:
        check(case, day).to_json()
    except FactsError:
        assert not date(1901, 1, 1) <= day <= date(2099, 12, 31)


@quick
@given(cases)
def test_changes_are_facts_that_can_be_stated(check, case):
    """Whatever a remedy would have come true can be stated as a fact."""
    verdict = check(case)
    for change in candidate_changes(verdict.case, verdict.earliest_date):
        facts = change.applied(verdict.case.facts)
        assert parse_facts(facts.to_dict()) == facts


@quick
@given(cases, st.data())
def test_any_answer_to_a_question_can_be_stated(check, case, data):
    """Every answer that is tried for the next question gives facts that read back."""
    verdict = check(case)
    assume(verdict.next_question is not None)
    path = verdict.next_question.fact
    value, _ = data.draw(st.sampled_from(tries(verdict.case, path)))
    facts = with_value(verdict.case.facts, path, value)
    assert parse_facts(facts.to_dict()) == facts
