"""The table of places."""

from __future__ import annotations

import pytest
import yaml

from corpus import CORPUS_DIR
from corpus.errors import CorpusError
from corpus.places import normalise_name, read_places

PLACES = read_places(CORPUS_DIR / "places.yaml")


def excluded(name):
    """The excluded places that a name can mean; ``None`` stands for any other place."""
    match = PLACES.look_up(name)
    return None if match is None else {place.excluded for place in match.places}


@pytest.mark.parametrize(
    ("name", "means"),
    [
        ("Sudan", {"sudan"}),
        ("South Sudan", {None}),
        ("Südsudan", {None}),
        ("North Korea", {"north-korea"}),
        ("Republic of Korea", {None}),
        ("Korea", {"north-korea", None}),
        ("Crimea", {"crimea"}),
        ("Sevastopol", {"crimea"}),
        ("Sevastopol, Russia", {"crimea"}),
        ("Yalta, Ukraine", {"crimea"}),
        ("Ukraine", {None}),
        ("Kyiv, Ukraine", {None}),
        ("Tehran", {"iran"}),
        ("Havana", {"cuba", None}),
        ("Havana, Cuba", {"cuba"}),
        ("Havana, Florida", {None}),
        ("Cuba, NY", {None}),
        ("Paris, Texas", {None}),
        ("Georgia", {None}),
        ("KP", {"north-korea"}),
        ("UA-40", {"crimea"}),
        ("SYRIA.", {"syria"}),
        ("Куба", {"cuba"}),
        ("朝鲜", {"north-korea"}),
    ],
)
def test_name_means_what_it_means(name, means):
    """Each name means the excluded place, another place, or both."""
    assert excluded(name) == means


@pytest.mark.parametrize("name", ["Atlantis", "", "?!", "Nowhere, Atlantis", ",", "x" * 500])
def test_unknown_name_is_no_match(name):
    """A name that the table does not have matches nothing; nothing is guessed from likeness."""
    assert PLACES.look_up(name) is None


def test_city_is_a_proposal_and_a_country_is_not():
    """A city proposes a country, and lies in one."""
    lille, france = PLACES.look_up("Lille"), PLACES.look_up("France")
    assert lille.is_proposal
    assert not france.is_proposal
    assert PLACES.surroundings(lille.places[0]) == "France"
    assert PLACES.surroundings(france.places[0]) == ""
    assert PLACES.surroundings(PLACES.look_up("Tehran").places[0]) == "Iran"


def test_ambiguous_name_has_its_question():
    """A name with several meanings keeps them all, with the question that tells them apart."""
    match = PLACES.look_up("Korea")
    assert len(match.places) == 2
    assert match.ask.endswith("?")


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Côte d’Ivoire", "cote divoire"),
        ("  The   Netherlands ", "netherlands"),
        ("U.S.A.", "usa"),
        ("Guinea-Bissau", "guinea bissau"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Ｃｕｂａ", "cuba"),
    ],
)
def test_names_are_compared_without_accents_case_and_punctuation(name, same):
    """Normalisation folds width, case, accents and punctuation, and drops a leading article."""
    assert normalise_name(name) == same


def test_bad_row_is_refused_by_line_and_field(tmp_path):
    """A row with a wrong field is refused, naming file, line and field."""
    content = {"excluded": [], "countries": [{"name": "Ghana", "code": "Ghana"}], "subdivisions": [], "cities": []}
    path = tmp_path / "places.yaml"
    path.write_text(yaml.safe_dump(content | {"ambiguous": []}, sort_keys=False), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"places\.yaml:3 code"):
        read_places(path)
