"""Decision → the words and citations of an answer.

The words come from reviewed FAQ answers and clause notes, the quotations from the
clauses by offsets; nothing is written here but what joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.decide import Decision
from assistant.stance import POLARITIES, agreed_polarity, borne_out, likely_polarity
from assistant.stated import is_contradicted
from corpus import Clause, Corpus, Polarity, Span, Support
from index import Near, SearchResult

__all__ = ["ELSEWHERE", "OFFICIAL_PAGE", "PAGE", "Draft", "compose", "join"]

_POINT_LIKE = 0.35
_COMES_NEAR = 0.28
"""From this cosine of a point a clause that does not answer a question is near to it, or from this likelihood that the question is
about the clause."""
_SURELY_ABOUT = 0.8
_VERBATIM = 0.995
"""From this cosine a question is the FAQ's own wording, and takes its short answer."""
_SHORT_CLAUSE = 450
"""Characters; a clause of this length or less is quoted whole."""
_LEAD = {"yes": "**Yes.**", "no": "**No.**", "depends": "**It depends.**"}
OFFICIAL_PAGE = "https://www.amazon.science/research-awards"
PAGE = f"The programme's page: {OFFICIAL_PAGE}."
ELSEWHERE = (
    "What a call decides (deadlines, amounts, page limits, topics) stands in the call for proposals. Account and "
    "credit matters are in the AWS Customer Agreement and the AWS Promotional Credit Terms & Conditions; your own "
    f"institution's rules come from its research office. {PAGE}"
)
_SUBJECT = (
    "I can only answer questions about the Amazon Research Awards Program Rules: who may apply, what a proposal may "
    "contain, how an award is paid and used, credits, privacy, publicity, and disputes."
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is verified."""

    polarity: Polarity | None
    sentences: tuple[str, ...]
    """Paragraphs of plain words, each resting on the citations."""
    citations: tuple[Citation, ...]
    closing: str = ""
    """What stands below the quotations."""


def compose(
    question: str, decision: Decision, result: SearchResult, corpus: Corpus, *, short_answer: bool = True
) -> Draft:
    """The draft that ``decision`` asks for; without ``short_answer`` it says neither yes nor no."""
    if decision.kind == "out_of_scope":
        return _about_the_assistant(decision.faq, corpus) if decision.faq else _out_of_scope()
    if decision.kind == "not_in_rules":
        return _left_open(decision.faq, result, corpus) if decision.faq else _not_in_rules(decision, result, corpus)
    main = decision.faq.record.clauses if decision.faq else decision.clauses
    if not short_answer:
        polarity = None
    elif decision.faq and decision.faq.similarity >= _VERBATIM:
        polarity = POLARITIES.get(decision.faq.record.polarity)
    else:
        polarity = _short_answer(question, main[0] if main else "", result, corpus)
    if decision.faq:
        return _from_faq(polarity, decision.faq, result, corpus)
    return _from_notes(polarity, decision, result, corpus)


def join(drafts: Sequence[Draft]) -> Draft:
    """The drafts of the parts of one message as one draft; nothing is said twice, and each clause is cited once a range."""
    if len(drafts) == 1:
        return drafts[0]
    citations = dict.fromkeys(citation for draft in drafts for citation in draft.citations)
    closings = dict.fromkeys(draft.closing for draft in drafts if draft.closing)
    return Draft(
        None,
        tuple(dict.fromkeys(sentence for draft in drafts for sentence in draft.sentences)),
        tuple(citations),
        "\n\n".join(closings),
    )


def _from_faq(polarity: Polarity | None, near: Near, result: SearchResult, corpus: Corpus) -> Draft:
    entry = corpus.faq_by_key[near.record.owner]
    lead = f"{_LEAD[polarity]} " if polarity else ""
    citations = [cited for support in entry.clauses for cited in _cite(support, result, corpus)]
    return Draft(polarity, (lead + entry.answer.strip(),), tuple(citations))


def _left_open(near: Near, result: SearchResult, corpus: Corpus) -> Draft:
    """What an FAQ entry says of a matter on which the Rules are silent."""
    entry = corpus.faq_by_key[near.record.owner]
    # Public information says of itself that it is none of the Rules.
    lead = () if entry.source == "public-faq" else ("The Rules do not say.",)
    return Draft(
        None,
        (*lead, entry.answer.strip()),
        tuple(cited for support in entry.clauses for cited in _cite(support, result, corpus)),
        closing=PAGE,
    )


def _comes_near(clause: str, result: SearchResult) -> bool:
    """Whether the clause is about the matter of the question, though it does not answer it."""
    point = next((near.similarity for near in result.points if clause in near.record.clauses), 0.0)
    return point >= _COMES_NEAR or any(row.id == clause and row.head >= _SURELY_ABOUT for row in result.clauses)


def _about_the_assistant(near: Near, corpus: Corpus) -> Draft:
    return Draft(None, (corpus.faq_by_key[near.record.owner].answer.strip(),), ())


def _short_answer(question: str, clause: str, result: SearchResult, corpus: Corpus) -> Polarity | None:
    known = (*result.faq, *result.examples)
    shares = result.short.get(clause, {})
    found = agreed_polarity(question, known, clause) or likely_polarity(question, shares, result.answerable)
    if (
        found is None
        or not borne_out(question, found, known, clause)
        or is_contradicted(found, question, clause, corpus)
    ):
        return None
    return found


def _from_notes(polarity: Polarity | None, decision: Decision, result: SearchResult, corpus: Corpus) -> Draft:
    sentences, citations = [], []
    for clause_id in decision.clauses:
        clause = corpus.clause(clause_id)
        says, span = _point(clause, result, corpus)
        sentences.append(says)
        citations.append(Citation.cite(clause, corpus.rules.version, span))
    if polarity:
        sentences[0] = f"{_LEAD[polarity]} {sentences[0]}"
    return Draft(polarity, tuple(sentences), tuple(citations))


def _nearby(clause: Clause, result: SearchResult, corpus: Corpus) -> tuple[str, Span | None]:
    """The one point of the clause that is nearest, however far, and its words; a short clause is quoted whole."""
    note = corpus.note_by_clause.get(clause.id)
    near = next((point.record.id for point in result.points if clause.id in point.record.clauses), None)
    point = next((one for one in note.points if f"{clause.id}#{one.id}" == near), None) if note else None
    if point is None or len(clause.text) <= _SHORT_CLAUSE:
        return _point(clause, result, corpus)
    sentence = _sentences_around([point.quote], clause)
    if sentence.end - sentence.start <= _SHORT_CLAUSE:
        return point.says, sentence
    start = clause.text.index(point.quote)
    return point.says, Span(start, start + len(point.quote))


def _point(clause: Clause, result: SearchResult, corpus: Corpus) -> tuple[str, Span | None]:
    """The plain words of the clause, and the words to quote.

    A clause of one or two sentences is told and quoted whole; of a longer one the points
    nearest to the question.
    """
    note = corpus.note_by_clause.get(clause.id)
    if note is None:
        return "", None
    if len(clause.sentences) <= 2:
        return note.note.strip(), None
    near = [point for point in result.points if clause.id in point.record.clauses and point.similarity >= _POINT_LIKE]
    points = {f"{clause.id}#{point.id}": point for point in note.points}
    chosen = [points[point.record.id] for point in near[:2]]
    if not chosen:
        return note.note.strip(), None
    return " ".join(point.says for point in chosen), _sentences_around([point.quote for point in chosen], clause)


def _sentences_around(quotes: list[str], clause: Clause) -> Span:
    """The whole sentences, in one stretch, that hold all the quotes."""
    starts = [clause.text.index(quote) for quote in quotes]
    ends = [start + len(quote) for start, quote in zip(starts, quotes, strict=True)]
    inside = [s for s in clause.sentences if s.end > min(starts) and s.start < max(ends)]
    return Span(inside[0].start, inside[-1].end)


def _cite(support: Support, result: SearchResult, corpus: Corpus) -> list[Citation]:
    """The clause whole where it is short; else the words that the entry rests on and those nearest to the question."""
    clause = corpus.clause(support.id)
    if support.quote is None or len(clause.text) <= _SHORT_CLAUSE:
        return [Citation.cite(clause, corpus.rules.version)]
    quotes = [support.quote]
    near = [point.record.id for point in result.points if support.id in point.record.clauses]
    note = corpus.note_by_clause.get(clause.id)
    if note and near:
        quotes += [point.quote for point in note.points if f"{clause.id}#{point.id}" == near[0]]
    return [Citation.cite(clause, corpus.rules.version, span) for span in _ranges(quotes, clause)]


def _ranges(quotes: list[str], clause: Clause) -> list[Span]:
    """The sentences that hold each quote, as few stretches as they make."""
    ranges: list[Span] = []
    for span in sorted((_sentences_around([quote], clause) for quote in quotes), key=lambda span: span.start):
        if ranges and span.start <= ranges[-1].end + 1:
            ranges[-1] = Span(ranges[-1].start, max(ranges[-1].end, span.end))
        else:
            ranges.append(span)
    return ranges


def _not_in_rules(decision: Decision, result: SearchResult, corpus: Corpus) -> Draft:
    """That the Rules do not say, what they do say nearby, and where to look instead."""
    clause = corpus.clause(decision.clauses[0])
    says, span = _nearby(clause, result, corpus)
    lead = "The nearest they come is" if _comes_near(clause.id, result) else "No clause comes near it; the closest is"
    return Draft(
        None,
        ("The Rules do not say.", f"{lead} {clause.label}: {says}".strip()),
        (Citation.cite(clause, corpus.rules.version, span),),
        closing=ELSEWHERE,
    )


def _out_of_scope() -> Draft:
    return Draft(
        None,
        (_SUBJECT,),
        (),
        closing="Try, for example: *Can I send two proposals in one call?*",
    )
