"""How a turn is read in its conversation."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.turns import Turns
from assistant.turns.evidence import Weights
from index import Ranking, SearchResult

WEIGHTS = Weights((2.0, 2.0, 0.0, 0.0, 1.0, 1.0), (0.0, 0.5, 0.0, 0.5, 0.0, 0.0))
OVERHEAD = "Can the university take overhead?"
ABOUT = "and for credits (about: Can the university take overhead)?"


class Found:
    """A search whose results are laid out beforehand; it keeps what it was asked."""

    def __init__(self, results: Mapping[str, SearchResult]) -> None:
        self.results = results
        self.asked: list[str] = []

    def __call__(self, text: str) -> SearchResult:
        self.asked.append(text)
        return self.results.get(text) or result({"rules:I.p1": 0.1})


def result(scores: Mapping[str, float], answerable: float = 0.9) -> SearchResult:
    """A result with these scores."""
    rows = tuple(Ranking(clause, score, score, score, score, 0.0) for clause, score in scores.items())
    ranked = tuple(sorted(rows, key=lambda row: -row.score))
    return SearchResult(ranked, (), (), (), answerable, 1.0 - answerable, 0.0, {})


def test_the_first_turn_is_read_as_it_is():
    """With nothing before it a turn is searched once, as typed."""
    search = Found({})
    read = Turns(search, WEIGHTS).understood("why?", [])
    assert (read.asked, read.stands, search.asked) == ("why?", True, ["why?"])


def test_what_was_found_for_the_first_turn_is_remembered_for_the_next():
    """The second turn, which asks what the first was about, does not search for it again."""
    search = Found({OVERHEAD: result({"rules:III.c": 1.0})})
    turns = Turns(search, WEIGHTS)
    turns.understood(OVERHEAD, [])
    turns.understood("and for credits?", [OVERHEAD])
    assert search.asked == [OVERHEAD, "and for credits?", ABOUT]


def test_a_follow_up_is_read_about_what_came_before():
    """An ellipsis is rewritten, and both readings and the clause before decide."""
    search = Found(
        {
            OVERHEAD: result({"rules:III.c": 1.0, "rules:IV.p1": 0.1}),
            "and for credits?": result({"rules:IV.p1": 0.6, "rules:III.c": 0.5}),
            ABOUT: result({"rules:III.c": 1.0, "rules:IV.p1": 0.2}),
        }
    )
    read = Turns(search, WEIGHTS).understood("and for credits?", [OVERHEAD])
    assert (read.asked, read.stands, read.typed) == (ABOUT, False, "and for credits?")
    assert read.result.clauses[0].id == "rules:III.c"
    assert not read.doubtful


def test_a_new_subject_stands_by_itself():
    """A full question whose clause its context does not change is not rewritten."""
    question = "May my research group show the logo on its poster?"
    search = Found(
        {OVERHEAD: result({"rules:III.c": 1.0}), question: result({"rules:VI.p2": 1.2, "rules:III.c": 0.1})},
    )
    read = Turns(search, WEIGHTS).understood(question, [OVERHEAD])
    assert (read.asked, read.stands) == (question, True)
    assert read.result.clauses[0].id == "rules:VI.p2"


def test_why_asks_for_the_turn_before_as_it_was_understood():
    """“Why?” after a follow-up is about the follow-up as it was read."""
    search = Found({OVERHEAD: result({"rules:III.c": 1.0}), ABOUT: result({"rules:III.c": 1.0})})
    read = Turns(search, WEIGHTS).understood("why?", [OVERHEAD, "and for credits?"])
    assert (read.asked, read.again, read.typed) == (ABOUT, "reason", "and for credits?")


def test_a_chain_keeps_the_turn_that_stood():
    """A third scrap is read about the last full question and the scrap before it."""
    search = Found({OVERHEAD: result({"rules:III.c": 1.0})})
    read = Turns(search, WEIGHTS).understood("and taxes?", [OVERHEAD, "and for credits?"])
    assert read.asked == "and taxes (about: Can the university take overhead? and for credits)?"


def test_a_turn_that_may_mean_anything_is_asked_about():
    """Where no clause is likely, the turn is doubtful and its subject is kept for the question back."""
    clauses = {f"rules:{section}.p1": 0.2 for section in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")}
    search = Found({OVERHEAD: result({"rules:III.c": 1.0}), "the other one": result(clauses)})
    search.results = dict(search.results) | {
        "the other one (about: Can the university take overhead)?": result(clauses)
    }
    read = Turns(search, WEIGHTS).understood("the other one", [OVERHEAD])
    assert read.doubtful
    assert read.subject == OVERHEAD


def test_an_earlier_turn_is_searched_once():
    """The turns before are not searched again at each turn of a conversation."""
    search = Found({OVERHEAD: result({"rules:III.c": 1.0})})
    turns = Turns(search, WEIGHTS)
    turns.understood("and for credits?", [OVERHEAD])
    turns.understood("and taxes?", [OVERHEAD, "and for credits?"])
    assert search.asked.count(OVERHEAD) == 1
