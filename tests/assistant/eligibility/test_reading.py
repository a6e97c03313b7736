"""Reading facts from outside."""

from __future__ import annotations

import json

import pytest

from assistant.eligibility import facts_schema, parse_facts
from corpus.errors import FactsError


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"full_tme": True}, ["full_tme: there is no such fact", "Did you mean full_time?"]),
        ({"age": -1}, ["age: -1 cannot be read", "a whole number from 0 to 130", "Example: 36"]),
        ({"age": 131}, ["age: 131 cannot be read"]),
        ({"age": 18.5}, ["age: 18.5 cannot be read"]),
        ({"age": True}, ["age: true cannot be read"]),
        ({"full_time": "yes"}, ["full_time: ", "true, false", "Example: true"]),
        ({"position": "dean"}, ["position: ", '"faculty"', '"postdoc"']),
        ({"amazon_last_day": "2025-02-30"}, ["amazon_last_day: February 2025 has no day 30", "2025-11-20"]),
        ({"amazon_last_day": 2025}, ["amazon_last_day: 2025 cannot be read", "a date such as"]),
        ({"application_date": "soon"}, ["application_date: 'soon' is not a date"]),
        ({"residence": " "}, ["residence: ", "a name", 'Example: "Ghana"']),
        ({"relatives_at_amazon": [{"relation": "wife"}]}, ["relatives_at_amazon.relation: ", '"spouse"']),
        ({"relatives_at_amazon": [{"who": "wife"}]}, ["relatives_at_amazon.who: there is no such fact"]),
        ({"relatives_at_amazon": [{}] * 21}, ["relatives_at_amazon: "]),
        ({"words": {"job": "x"}}, ["words: 'job' is not a fact"]),
        ('{"age": 1, "age": 2}', ["age: stated twice", '"contradictory"']),
        ("{", ["not JSON", "line 1"]),
        ("[]", ["must be a JSON object"]),
        ("[" * 100_000, ["nested too deeply"]),
        ("x" * 100_001, ["longer than 100,000 characters"]),
    ],
)
def test_unusable_facts_name_field_form_and_example(data, says):
    """An error names the field, the accepted form and an example, in one line."""
    with pytest.raises(FactsError) as caught:
        parse_facts(data)
    message = str(caught.value)
    assert "\n" not in message
    for part in says:
        assert part in message


def test_every_gap_reads_back_as_itself():
    """Not stated, not known and contradictory stay three things through JSON."""
    facts = parse_facts({"full_time": "unknown", "age": "contradictory", "residence": "unknown"})
    assert facts.to_dict() == {"full_time": "unknown", "age": "contradictory", "residence": "unknown"}
    assert facts.position is None


def test_facts_keep_the_words_they_were_read_from():
    """A fact is understood together with the exact words it was read from."""
    facts = parse_facts({"full_time": True, "age": 40, "words": {"full_time": "at 100 %"}})
    assert facts.understood() == {"full_time": {"value": True, "words": "at 100 %"}, "age": {"value": 40}}
    assert parse_facts(facts.to_dict()) == facts


def test_no_relatives_can_be_said_with_false():
    """``false`` for the list of relatives says that there is nobody."""
    assert parse_facts({"relatives_at_amazon": False}) == parse_facts({"relatives_at_amazon": []})


def test_facts_cannot_be_changed():
    """Facts are frozen."""
    with pytest.raises(ValueError, match="frozen"):
        parse_facts({}).age = 40


def test_schema_describes_every_fact_with_an_example():
    """Every fact has a description and an example in the schema, and the example can be read."""
    for name, field in facts_schema()["properties"].items():
        assert len(field["description"]) > 20
        parse_facts({name: field["examples"][0]} | ({"full_time": True} if name == "words" else {}))
    assert json.loads(json.dumps(facts_schema())) == facts_schema()
