"""What is said to a question in another language."""

from __future__ import annotations

import pytest

from assistant.language import foreign_draft, in_english
from assistant.language.foreign import foreign_languages
from corpus import Corpus

TEN = {"es", "fr", "de", "pt", "it", "zh", "ja", "hi", "ar", "ru"}


def test_ten_languages_are_answered():
    """Each of the ten has its sentences, and the same subjects in its own words."""
    languages = foreign_languages()
    assert set(languages) == TEN
    assert len({frozenset(language.terms) for language in languages.values()}) == 1
    assert all(
        word == word.lower() for language in languages.values() for words in language.terms.values() for word in words
    )


@pytest.mark.parametrize(
    ("message", "language", "english"),
    [
        ("¿Quién paga los impuestos del premio?", "es", "award, taxes"),
        ("Puis-je prélever des frais généraux ?", "fr", "overhead indirect costs"),
        ("Darf ich das Logo zeigen?", "de", "logo"),
        ("税金は誰が払いますか", "ja", "taxes"),
        ("Кто платит налоги?", "ru", "taxes"),
        ("¿Cuándo es el premio?", "es", ""),
        ("Qual è l'età minima?", "it", "age of majority"),
        ("Wie betaalt de belasting?", "other", ""),
    ],
)
def test_words_of_the_domain_are_found_in_english(message: str, language: str, english: str):
    """What a message is about is searched for in English; “award” alone finds nothing."""
    assert in_english(message, language) == english


def test_another_language_gets_the_english_sentence(corpus: Corpus):
    """A language that is not among the ten is asked in English for English."""
    draft = foreign_draft("other", (), corpus)
    assert draft.sentences == (
        "The Rules are in English, and this assistant reads English best. Please ask your question in English if you can.",
    )
