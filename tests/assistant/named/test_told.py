"""What a clause named by number says, or that there is none."""

from __future__ import annotations

from assistant.named import misnamed, quote_named, references
from corpus import Corpus


def test_a_section_is_quoted_whole(corpus: Corpus):
    """“What does section V say?” cites every clause of section V from end to end."""
    draft = quote_named(references("What does section VI say?"), corpus)
    assert [citation.id for citation in draft.citations] == ["rules:VI.p1", "rules:VI.p2"]
    assert all(citation.quote == corpus.clause(citation.id).text for citation in draft.citations)


def test_a_missing_section_gets_the_list_of_sections(corpus: Corpus):
    """Section XI does not exist; the ten that do are named."""
    draft = quote_named(references("section XI"), corpus)
    assert draft.sentences[0].startswith("The Rules have no section XI. After the preamble they have 10 sections: I (")
    assert draft.citations == ()


def test_a_missing_item_gets_what_its_section_holds(corpus: Corpus):
    """§ III(d) does not exist; the items and paragraphs of section III are named."""
    (sentence,) = misnamed("What does § III(d) say?", corpus)
    assert sentence == (
        "The Rules have no § III(d). Section III (Awards) holds § III ¶ 1, § III ¶ 2, § III(a), § III(b), § III(c) "
        "and § III ¶ 3."
    )


def test_a_clause_that_exists_is_not_corrected(corpus: Corpus):
    """Nothing is said of a number that is right."""
    assert misnamed("Does § III(c) allow overhead?", corpus) == ()
