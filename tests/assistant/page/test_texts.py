"""The catalogue of texts."""

from __future__ import annotations

import re

import pytest

from assistant.page.markup import FOLDER, named, say
from assistant.page.texts import CATALOGUE, EXAMPLES, LANGUAGES, TEXTS, english, read_catalogue
from corpus.errors import CorpusError

COPIED = {"title", "check.no", "view_check", "found", "download"}
"""Texts that may read the same in two languages."""


def test_every_language_has_every_text_with_the_same_placeholders():
    """No text is empty, and what is filled in stands in each."""
    for key, text in CATALOGUE.items():
        for language in LANGUAGES:
            assert text.in_(language).strip(), (key, language)
            assert sorted(re.findall(r"\{\w+\}", text.in_(language))) == sorted(re.findall(r"\{\w+\}", text.en))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_no_text_was_left_in_english(language):
    """But for a word or two that both languages share."""
    same = {key for key, text in CATALOGUE.items() if text.in_(language) == text.en}
    assert same <= COPIED


@pytest.mark.parametrize(("language", "script"), [("zh", "[一-鿿]"), ("ja", "[ぁ-ヿ一-鿿]"), ("hi", "[ऀ-ॿ]")])
def test_texts_stand_in_their_own_script(language, script):
    """A line that slipped into another language's place would be seen."""
    other = [key for key, text in CATALOGUE.items() if not re.search(script, text.in_(language))]
    assert other == []


def test_every_text_is_used_and_every_used_one_exists():
    """Templates, code and scripts name the keys of the catalogue, and the catalogue has no others."""
    sources = [path for kind in ("*.html", "*.py", "*.js") for path in FOLDER.rglob(kind)]
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*sources, FOLDER.parent.parent / "app.py"])
    made = {"check.state_", "check.decisive_", "check.others_", "check.hint_"}
    unused = {
        key
        for key in TEXTS
        if f'"{key}"' not in code
        and f"t:{key}" not in code
        and not any(key.startswith(prefix) and f'"{prefix}' in code for prefix in made)
        and key not in {*EXAMPLES.values(), "check.yes", "check.no", "found"}
    }
    assert unused == set()
    asked = set(re.findall(r'(?:say|english)\("([\w.]+)"[,)]', code)) | set(re.findall(r'araText\("(\w+)"', code))
    assert asked <= set(TEXTS)


def test_a_text_is_marked_for_the_browser_and_its_values_are_escaped():
    """The mark is a class of one word, and a value cannot bring markup in."""
    html = say("check.your_answer", answer='<b> & "x"')
    assert html == (
        '<span class="t:check.your_answer?answer=%3Cb%3E+%26+%22x%22">Your answer now: &lt;b&gt; &amp; &#34;x&#34;</span>'
    )
    assert named("aria-label", "views") == 'aria-label="Views" data-t="aria-label=views"'


def test_dates_and_numbers_are_written_out():
    """In English as the server writes it."""
    assert english("version", date="2021-03-12") == "ARA Program Rules, version of March 12, 2021"
    assert "1,886 characters" in english("long_quote", count=1886)


def test_a_fault_in_the_catalogue_names_its_line(tmp_path):
    """Whoever translates reads where and what."""
    path = tmp_path / "texts.yaml"
    lines = "".join(f"  {code}: “{{x}}”\n" for code in LANGUAGES if code != "fr")
    path.write_text(f"texts:\n- key: a\n{lines}  fr: rien\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"texts.yaml:2 .*“fr” of a has other placeholders"):
        read_catalogue(path)
    path.write_text(f"texts:\n- key: a\n{lines}", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"texts.yaml:2 fr: Field required"):
        read_catalogue(path)
