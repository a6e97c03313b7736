"""Which language a message is in."""

from __future__ import annotations

import pytest

from assistant.language import foreign_language
from corpus import Corpus


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("¿Puede participar mi esposa?", "es"),
        ("Puis-je utiliser le logo d'Amazon", "fr"),
        ("Wer zahlt die Steuern?", "de"),
        ("Minha proposta pode conter informações confidenciais?", "pt"),
        ("Chi paga le tasse sul premio?", "it"),
        ("奖金由谁缴税?", "zh"),
        ("税金は誰が払いますか", "ja"),
        ("पुरस्कार पर कर कौन देता है?", "hi"),
        ("من يدفع الضرائب على الجائزة؟", "ar"),
        ("Можно ли использовать логотип Amazon?", "ru"),
        ("Wie betaalt de belasting op de prijs?", "other"),
        ("세금은 누가 내나요?", "other"),
        ("Хто сплачує податки з премії?", "other"),
    ],
)
def test_other_languages_are_recognised(message: str, language: str):
    """The ten most common languages by their code, the rest as another language."""
    assert foreign_language(message) == language


@pytest.mark.parametrize(
    "message",
    [
        "Universidad de los Andes ok?",
        "Is São Paulo ok?",
        "Ecole Polytechnique eligible?",
        "Can Prof. Müller from Technische Universität München apply?",
        "is universidad nacional autonoma de mexico ok",
        "ETH Zürich?",
        "Can Jürgen Müller and José da Silva be PIs?",
        "Nanyang, Tsinghua, Kyoto?",
        "von der Leyen, is she eligible?",
        "Does 东京大学 count as accredited?",
        "overhead? taxes?",
        "u pay tax or me",
        "hm",
    ],
)
def test_english_with_foreign_names_stays_english(message: str):
    """Names and places of any language make no question foreign."""
    assert foreign_language(message) is None


def test_hardly_an_english_example_is_taken_for_another_language(corpus: Corpus):
    """Of the examples and the FAQ, only those that are in another language are recognised as such."""
    questions = [question.ask for entry in corpus.faq for question in entry.questions]
    assert [question for question in questions if foreign_language(question)] == []
    examples = [example.question for example in corpus.examples if foreign_language(example.question)]
    assert len(examples) < 0.006 * len(corpus.examples)
