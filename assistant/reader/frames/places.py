"""Where somebody lives and works: Rules § I ¶ 3. Passport, birthplace and travel say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, Read, compiled
from assistant.reader.lexicon import PEOPLE
from assistant.reader.place_names import SMALL, looked_up, place_name, with_outer

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(r"")


def _at(fact: str, group: str = "at") -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        yield from _place(hit, fact, hit.match.end() if group == "end" else hit.match.end(group))

    return read


def _place(hit: Hit, fact: str, offset: int) -> Iterator[Claim]:
    sentence = hit.sentence
    at = begin = sentence.token_at(offset + 1) if offset < len(hit.text) else len(sentence.tokens)
    while at < len(sentence.tokens) and sentence.tokens[at].text in {
        "beautiful",
        "sunny",
        "downtown",
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
        "rainy",
        "greater",
        "lovely",
        "mainland",
        "the",
        "city",
        "of",
        "town",
    }:
        probe = place_name(hit.discourse, sentence.tokens, at)
        if probe:
            break
        at += 1
    found = place_name(hit.discourse, sentence.tokens, at, lower=hit.frame.name in _LEADS) or (
        _unknown_name(hit, begin) if hit.frame.name in _SURE else None
    )
    if found is None:
        return
    name, end = found
    if _A_FIELD.search(hit.match.group()) and (
        hit.discourse.places.look_up(name) is None or not sentence.tokens[at].capital
    ):
        return
    stop = sentence.starts[end - 1] + len(sentence.tokens[end - 1].text)
    span = (hit.match.start(), stop)
    if not hit.is_self or hit.negated or _is_past(hit, offset):
        yield hit.claim("place", None, span, mode="reported")
        return
    yield hit.claim(fact, looked_up(hit.discourse, name), span)


_A_FIELD = re.compile(
    r"\b(?:reader|professor|lecturer|instructor|chair|researcher|fellow|degree|professorship|lectureship|postdoc|position|student|post)(?: \w+)? in $"
)
"""After a rank a capital is as often a field as a place."""
_SURE = frozenset({"lives in", "home is", "institution in", "works in", "lives and works in"})
"""Frames after which a capital is a place, known to the table or not."""
_LEADS = _SURE | {"university of", "greetings from", "moved to"}
"""Frames after which a town may stand without a capital."""
_NO_PLACE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday i my the section ara ngo phd pi it computer english my ai ml cs".split()
)


def _unknown_name(hit: Hit, at: int) -> tuple[str, int] | None:
    """A name that the table does not know: the checker asks where it is."""
    tokens = hit.sentence.tokens
    end = at
    while (
        end < len(tokens)
        and end < at + 3
        and tokens[end].capital
        and tokens[end].text.isalpha()
        and not tokens[end].text.isupper()
        and tokens[end].text not in _NO_PLACE | SMALL
    ):
        end += 1
    follows = tokens[end].text if end < len(tokens) else ","
    if (
        end == at
        or re.search(r"\bin $", hit.match.group()) is None
        or follows in {"university", "'s", "college", "institute", "studies"}
    ):
        return None
    return with_outer(hit.discourse, tokens, (hit.discourse.text[tokens[at].start : tokens[end - 1].end], end))


_WAS = re.compile(
    r"\b(?:was|were|used to|lived|worked|born|grew up|until|before|formerly|previously|studied|visited|left|fled|came|moved|flew|travel\w*|conference|fieldwork|hosted|originally|once|trip|holiday|passport|citizen\w*|visa|refugee|parents|"
    r"grandparents|native|project|partner|collaborat\w+|study|research on|data from|warehouse|depot|family lives|office of)\b(?!.*\b(?:now|live|based|currently|since|am|home|work)\b)"
)


def _is_past(hit: Hit, offset: int) -> bool:
    before = hit.text[: hit.match.start()]
    words = hit.match.group()
    if re.search(
        r"\b(?:live|lives|living|residing|resident|located|based|home|reside|resident|work|teach|now|moved to|lecture)\b",
        words,
    ):
        return bool(
            re.search(
                r"\b(?:used to|once|formerly|previously|did|have not lived or|not lived|never|no longer|until \d{4})(?: \w+)? ?$",
                before,
            )
        )
    clause = re.split(r" (?:,|;|-|but|and|while|\() ", before)[-1]
    del offset
    return bool(_WAS.search(clause)) or bool(
        re.search(r"\b(?:conference|workshop|talk|interview|holiday|fieldwork|trip|born|citizen|passport) $", before)
    )


def _stays(hit: Hit) -> Iterator[Claim]:
    """A stay says no residence; one in an excluded place leaves it open."""
    for claim in _place(hit, "residence", hit.match.end()):
        match = hit.discourse.places.look_up(str(claim.value)) if claim.value else None
        if match and any(place.excluded for place in match.places):
            yield replace(claim, value=Gap.UNKNOWN)


def _both(hit: Hit) -> Iterator[Claim]:
    yield from _place(hit, "residence", hit.match.end())
    yield from _place(hit, "workplace", hit.match.end())


def _but(hit: Hit) -> Iterator[Claim]:
    found = place_name(hit.discourse, hit.sentence.tokens, hit.sentence.token_at(hit.match.end()))
    if found and hit.is_self:
        stop = hit.sentence.starts[found[1] - 1] + len(hit.sentence.tokens[found[1] - 1].text)
        yield hit.claim("residence", looked_up(hit.discourse, found[0]), (hit.match.end(), stop))


def _moved(hit: Hit) -> Iterator[Claim]:
    yield from _place(hit, "residence", hit.match.end())


_UNI_BEFORE = re.compile(
    r"\b(?:university|college|accredited|academy|institute|polytechnic|lecturer|professor|school)\b"
)
_THEIRS_NEAR = re.compile(
    r"\b(?:[A-Z]{4,}|co-author|conference|workshop|office|moved|visa|citizenship|degree|phd|doctorate|postdoc|studied|born|origin\w*|trip|visit\w*)\b"
)


def _alone(hit: Hit) -> Iterator[Claim]:
    """A name that stands alone in a list: "lecturer, accredited uni, Khartoum, 39"."""
    tokens = hit.sentence.tokens
    at = hit.sentence.token_at(hit.match.end("lead")) + (1 if hit.match["lead"] else 0)
    found = place_name(
        hit.discourse,
        tokens,
        at,
        lower=bool(_UNI_BEFORE.search(hit.text[: hit.sentence.starts[min(at, len(tokens) - 1)]][-45:])),
    )
    if found is None:
        return
    name, end = found
    after = tokens[end].text if end < len(tokens) else ""
    if after not in {",", "", ")", ";", "-", "based", "here", ":", "and", "(", "where"} or (
        len(tokens) == end - at and not tokens[at].capital and hit.sentence.index == 0
    ):
        return
    span = (hit.sentence.starts[at], hit.sentence.starts[end - 1] + len(tokens[end - 1].text))
    if (
        not hit.is_self
        or hit.negated
        or re.search(r"\bborn\b|\b(?:from|left|passport|visited|parents|citizen)\b[^,]*$", hit.text[: span[0]])
    ):
        yield hit.claim("place", None, span, mode="reported")
        return
    nearby = hit.text[: span[0]]
    if tokens[at].capital and not _THEIRS_NEAR.search(nearby[-60:]):
        yield hit.claim("workplace", looked_up(hit.discourse, name), span, weak=True)
        return
    if (
        re.search(
            r"\b(?:lecturer|professor|university|college|instructor|full-time|accredited|lecturership|reader|institution|chair)\b",
            nearby,
        )
        or after in {"based", "here"}
        or hit.match["lead"] == ""
    ):
        yield hit.claim("workplace", looked_up(hit.discourse, name), span, weak=True)
    elif re.search(r"\d", hit.text) or len(hit.text.split()) <= 6:
        yield hit.claim("residence", looked_up(hit.discourse, name), span, weak=True)


def _somewhere(hit: Hit) -> Iterator[Claim]:
    """“In X”, where the sentence is about the post or the home."""
    home = re.search(r"\bhome\b|\bflat\b", hit.before)
    if home or re.search(
        r"\b(?:professor\w*|lecture\w*|instructor|faculty|accredited|university|college|reader|full-time|researcher|interning|AMZN)\b",
        hit.before,
    ):
        for claim in _place(hit, "residence" if home else "workplace", hit.match.end() - 1):
            yield replace(claim, weak=True)


def _from(hit: Hit) -> Iterator[Claim]:
    """“I am from Cuba” may mean home or origin: it gives no place, and keeps an excluded one open."""
    found = place_name(hit.discourse, hit.sentence.tokens, hit.sentence.token_at(hit.match.end() + 1))
    if found is None or not hit.is_self:
        return
    match = hit.discourse.places.look_up(found[0])
    if match and any(place.excluded for place in match.places) and hit.mode == "said":
        end = hit.sentence.starts[found[1] - 1] + len(hit.sentence.tokens[found[1] - 1].text)
        yield hit.claim("residence", Gap.UNKNOWN, (hit.match.start(), end), weak=True)


def _origin(hit: Hit) -> Iterator[Claim]:
    yield hit.claim("place", None, mode="reported")


def _prohibited(hit: Hit) -> Iterator[Claim]:
    if hit.negated:
        yield hit.nothing("otherwise_prohibited")
    else:
        unsure = re.search(r"\b(?:may|might|perhaps|not sure|maybe|could|if)\b", hit.text)
        yield hit.claim("otherwise_prohibited", Gap.UNKNOWN if unsure else True)


_UNI = r"(?:501c3|university|college|school|institute|institution|academy|polytechnic|hochschule|universität|universidad|université|faculty|campus|uni|ngo|charity|foundation|organization|lab|post|position|department|hospital|professorship|lectureship|chair|office|desk|work|job|lecturer|professor|instructor|reader|postdoc|student|researcher|faculty member|accredited|company|postdoctoral researcher|degree|fellow|one|there|service|agency|centre|center)"
_IN = r"(?:in|at|near|from|outside|of|à|de|en|in the city of|, city of)"


def _based(hit: Hit) -> Iterator[Claim]:
    token = hit.sentence.tokens[hit.sentence.token_at(hit.start)]
    name = hit.discourse.text[token.start : token.end].removesuffix("-based")
    at = hit.sentence.token_at(hit.start) + 1
    others = at < len(hit.sentence.tokens) and hit.sentence.tokens[at].text in PEOPLE
    if hit.discourse.places.look_up(name) is None or others:
        return
    if hit.is_self and not hit.negated:
        yield hit.claim("workplace", looked_up(hit.discourse, name))


def _where(hit: Hit) -> Iterator[Claim]:
    yield from _place(hit, "residence", hit.match.end() - 1 if hit.match.end() else -1)


def _there(hit: Hit) -> Iterator[Claim]:
    """“Live here too”: in the place named last before it."""
    if not hit.is_self or hit.negated:
        return
    tokens = hit.sentence.tokens
    for at in range(hit.sentence.token_at(hit.start) - 1, -1, -1):
        found = place_name(hit.discourse, tokens, at)
        if found is not None and hit.discourse.places.look_up(found[0]):
            yield hit.claim("residence", looked_up(hit.discourse, found[0]), hit.match.span())
            return


def _unmoved(hit: Hit) -> Iterator[Claim]:
    found = place_name(hit.discourse, hit.sentence.tokens, hit.sentence.token_at(hit.match.end()))
    if found is None or not hit.is_self:
        return
    name, end = found
    span = (hit.match.start(), hit.sentence.starts[end - 1] + len(hit.sentence.tokens[end - 1].text))
    yield hit.claim("residence", looked_up(hit.discourse, name), span)


_HOUSED = r"(?: +(?:at|in|with|on|my|his|her|their|our|a|an|the|old|small|rented|own|'|'s|house|home|flat|apartment|place|room|village|farm|together|and|again|[A-Z]{4,}))"
"""A word between living and the place: at my parents' house, in a flat."""
FRAMES: tuple[Frame, ...] = (
    Frame(
        "lives and works in",
        compiled(
            r"\b(?:(?:live|lives|living|living here) and (?:work|works|teach|teaches|working|lecture)|(?:home|house|flat) and (?:my )?(?:job|work|desk|office|university|lab|workplace)(?: are| is)?(?: both)?|lived and (?:taught|worked)) (?:full-time )?in "
        ),
        _both,
        ("I live and work in South Korea.", "My home and my job are both in Quito."),
        ("My parents live and work in Cuba.",),
    ),
    Frame(
        "not there but here",
        compiled(r"\bnot (?:live |work |based |be |living )?(?:in [\w ]{2,30} )but (?:i (?:live|work|am) )?(?:in|at) "),
        _but,
        ("I don't live in Sudan but in South Sudan.",),
        ("My aunt does not live in Sudan but in Egypt.",),
    ),
    Frame(
        "lives in",
        compiled(
            r"\b(?:live|lives|living|reside|resides|residing|resident|dwell|home is|my home is|am settled|settled|wohne|vivo|habite|lived|lived and taught|lived and worked|live and work|live and teach|lives and works|home and (?:my )?(?:job|work|desk)(?: \w+)? (?:are|is)(?: both)?|home|stay|located|base|based|(?:i am|we are|i are)(?! (?:\w+ )?(?:from|of|de)\b))"
            r"(?: (?:now|currently|still|also|here|permanently|happily|both|there|and work|and teach|only|myself|with my FAMILY|are|is|has been|on the other side of the border ,))* (?:<i>|, in) ",
            i=_IN,
        ),
        _at("residence", "end"),
        ("I live in Juba.", "Based in Odesa, mainland Ukraine."),
        ("My co-author lives in Tehran.", "My parents live in Cuba.", "I used to live in Havana."),
    ),
    Frame(
        "lives somewhere in",
        compiled(r"\b(?:live|lives|living|reside|resides|residing)" + _HOUSED + "{1,9} +in "),
        _at("residence", "end"),
        ("I live at my parents' house in Damascus.", "I live in a flat in Havana."),
        ("My parents live with my brother in Havana.", "I used to live with my aunt in Havana."),
    ),
    Frame(
        "stays in",
        compiled(r"\b(?:stay|stays|staying)" + _HOUSED + "{0,9} +in "),
        _stays,
        ("I am staying with my mother in Khartoum.",),
        ("This week I am staying with my aunt in Madrid.", "My parents stay with my brother in Havana."),
    ),
    Frame(
        "home is",
        compiled(
            r"(?:^|, |; )(?:[\w ]{0,20})\b(?:residence|home|town|city|location|loc|place|where|country|live|lives|based|ort|wohnort|ville|ciudad|lugar|paese|pays|residing|living)\b[\w ]{0,18} ?: |\b(?:home is|home :|residence :|country :|location :|where :|place :|i live :|based :|located :|country of residence :|residence is|from :) (?:in )?"
        ),
        lambda hit: _place(hit, "residence", hit.match.end() - 1),
        ("Home is Simferopol.", "Where: Cork, Ireland"),
        ("My brother's home is Tehran.",),
    ),
    Frame(
        "works in",
        compiled(
            r"\b(?:work|works|working|teach|teaches|teaching|lecture|lecturing|employed|taught|worked and lived|unterrichte|trabajo|travaille|arbeite|arbeite \w+ als \w+|job(?: \w+){0,3} is|work is|desk is|lab is|office(?: is)?|university is|school is|college is|uni is|university and home are|institution is|chair is|campus is|moved to|commute to|fly to|it is)"
            r"(?: (?:now|currently|still|also|here|there|full-time|part-time|as a \w+|as \w+|vollzeit|als \w+|à temps plein|and live|long ago|every week|, \w+ ,|at home|on|both|long|to))* (?:<i> )?(?=[a-z])",
            i=_IN,
        ),
        lambda hit: _place(hit, "workplace", hit.match.end() - 1),
        ("I teach in Pyongyang.", "My university is in Khartoum."),
        ("My wife works in Tehran.", "I once worked in Damascus until 2010."),
    ),
    Frame(
        "institution in",
        compiled(
            r"\b<u>(?: (?:here|there|now|also|too|is|both|are|of \w+(?: and \w+)?|in \w+ and \w+|of science and technology|with \w+|called \w+|that i serve|i teach at|i work at|\w+|for [\w ]{1,30}|\( [^)]* \)|, [\w ]{1,20} ,|where i work)){0,2} <i> (?=[a-z])",
            u=_UNI,
            i=r"(?:in|at|near|outside|, in|à|from|for)",
        ),
        lambda hit: _place(hit, "workplace", hit.match.end() - 1),
        ("I'm a full-time lecturer at an accredited university in Porto.", "asst prof at an accredited uni in Accra"),
        (
            "My university hosted a conference in Havana.",
            "A colleague at the university in Damascus would like to apply.",
        ),
    ),
    Frame(
        "university of",
        compiled(
            r"\b(?:tu|fh|rwth|uni|technion|hs) (?=[a-z])|\b(?:university|college|institute|school|universität|université|universidad|universidade) (?:of|de|in|at|von) (?:the )?(?=[a-z])"
        ),
        lambda hit: _place(hit, "workplace", hit.match.end() - 1),
        ("I am a professor at the University of Ljubljana.",),
        ("My brother studies at the University of Havana.",),
    ),
    Frame(
        "greetings from",
        compiled(
            r"\b(?:greetings|hello|hi|regards|writing|write|writes|saludos|mail|greet you|salutations|message) (?:to you )?from (?=[a-z])|\b(?:saludos|hola|gr(?:ü|u)(?:ß|ss)e|grüße|viele grüße|bonjour|salutations) (?:desde|aus|de) (?=[a-z])|\b(?:live|am|resident|citizen) here in (?=[a-z])|\bhere in (?=[a-z])"
        ),
        lambda hit: _place(hit, "residence", hit.match.end() - 1),
        ("Greetings from Pyongyang.", "Saludos desde Lima.", "I teach here in Dublin."),
        ("Greetings from a rainy afternoon.",),
    ),
    Frame(
        "based",
        compiled(r"(?<![\w-])(?P<at>)[a-z]+-based\b"),
        _based,
        ("I'm a Nairobi-based lecturer.",),
        ("My Tehran-based cousin wrote.",),
    ),
    Frame(
        "where I live",
        compiled(r"(?:^|, |from |in |but |\band )(?P<lead>)(?=[a-z][a-z' -]{2,40}(?: ,)? (?:is |, )?where (?:i|my)\b)"),
        _where,
        ("I commute from Gaziantep, where I live.", "Santiago is where I live."),
        ("Tehran is where my cousin lives.".replace("where my", "the place my"),),
    ),
    Frame(
        "lives there too",
        compiled(r"\b(?:live|lives|living|reside|resides) (?:right )?(?:here|there)(?: (?:too|also|as well))?\b"),
        _there,
        ("Assistant professor, Tehran, live here too.",),
        ("My aunt in Tehran likes it, lives there too.",),
    ),
    Frame(
        "moved to",
        compiled(
            r"\bmoved (?:from [\w ]{2,25} )?to (?=[a-z])|\b(?:relocated|moved) (?:to|from [\w ]+ to) (?=[a-z])|\bnow in (?=[a-z])"
        ),
        lambda hit: _place(hit, "residence", hit.match.end() - 1),
        ("I moved from Aleppo to Berlin ten years ago and live there still.",),
        ("My cousin moved to Iran.", "Suppose I moved to Iran next year."),
    ),
    Frame(
        "never left",
        compiled(
            r"\b(?:have not|never|not) (?:left|lived or worked outside|lived outside|been outside|lived or worked anywhere but|lived anywhere but|moved away from) (?=[a-z])|\bnowhere (?:but|else but|else than) (?=[a-z])"
        ),
        _unmoved,
        ("I haven't left Havana: flat, desk, everything is here.", "I have never lived or worked outside Hobart."),
        ("My aunt has never left Cuba.",),
    ),
    Frame(
        "I am from",
        compiled(r"\b(?:am|come|coming|is|comes) (?:originally )?from (?=[a-z])"),
        _from,
        ("I am from Cuba.",),
        ("I am from Ghana.", "My wife is from Cuba."),
    ),
    Frame(
        "in a place",
        compiled(r"(?<!born )(?<!interest )\b(?:in|at) (?=[a-z])"),
        _somewhere,
        ("I hold a full professorship, full-time, in Accra.",),
        ("I presented in Tehran.", "My sister, an engineer in Seattle, is well."),
    ),
    Frame(
        "name alone",
        compiled(r"(?P<lead>(?:^|(?<= ))(?:,|\(|-|:|@))(?= [a-z])|(?P<start>^)(?=[a-z])".replace("(?P<start>^)", "^")),
        _alone,
        ("full-time lecturer, accredited uni, Khartoum, 39",),
        ("My aunt, Havana, 1950.".replace("My aunt", "Born in 1950"),),
    ),
    Frame(
        "forbidden by other law",
        compiled(
            r"\b(?:prohibited|forbidden|barred|banned|not allowed|illegal) (?:by|under) (?:\w+ ){0,3}(?:law|statute|act|legislation)\b|\b(?:law|statute|decree|ordinance|regulation|edict|legislation|sanctions law)s? (?:[\w-]+ ){0,12}(?:forbids?|forbid|prohibits?|prohibit|bars?|bans?|outlaws?)\b"
        ),
        _prohibited,
        ("Our national law forbids taking part.",),
        ("I teach law.",),
    ),
)
