"""Age: Rules § I ¶ 1, "at or above the age of majority in their jurisdiction of residence"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.reader.claims import Claim, Frame, Hit, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"\d|adult|age|minor|majority|born|forties|fifties|thirties|sixties|twenties|birthday|retire|legal|underage|ans|años|jahre"
)
_OLDEST, _YOUNGEST, _OF_AGE = 99, 10, 21


def _years(hit: Hit) -> Iterator[Claim]:
    number = int(next(value for name, value in hit.match.groupdict().items() if name.startswith("n") and value))
    span = _number_span(hit)
    if (
        not hit.is_self
        or not _YOUNGEST <= number <= _OLDEST
        or (hit.negated and not re.search(r"\bnot under age", hit.text))
    ):
        yield hit.nothing("age")
    elif re.search(
        r"\b(?:when i was|was|at the age of|since i was|until i was|turning|will be|will turn|turn)\b[^,]*$",
        hit.before + hit.match.group()[: hit.match.group().find(str(number))],
    ) and not re.search(r"\bturned\b", hit.match.group()):
        yield from _coming(hit, number, span)
    else:
        yield hit.claim("age", number, span)


def _coming(hit: Hit, number: int, span: tuple[int, int]) -> Iterator[Claim]:
    """“I'll be 30 tomorrow”: one year younger until then."""
    if re.search(r"\b(?:will be|will turn|turning|turn) (?:\w+ )?$", hit.text[: span[0]]) and hit.mode == "said":
        yield hit.claim("age", number - 1, span)
    else:
        yield hit.nothing("age")


def _number_span(hit: Hit) -> tuple[int, int]:
    for name in hit.match.groupdict():
        if name.startswith("n") and hit.match[name]:
            return hit.match.span(name)
    return hit.match.span()


def _alone(hit: Hit) -> Iterator[Claim]:
    """A number that stands alone between commas, as in "lecturer, accredited uni, 36, one proposal"."""
    number = int(hit.match["n"])
    if _OF_OTHERS.search(hit.before + hit.match.group()[: hit.match.start("n") - hit.match.start()]):
        yield hit.nothing("age")
    elif hit.is_self and 16 <= number <= 95 and not any(one.start <= hit.start < one.end for one in hit.sentence.dates):
        yield hit.claim("age", number, hit.match.span("n"))
    else:
        yield hit.nothing("age")


def _left_over(hit: Hit) -> Iterator[Claim]:
    """A number that can be nothing else: beaten by any age that is told."""
    text = hit.match["n"] or hit.match["n2"]
    number = int(text)
    dated = any(one.start <= hit.match.start() < one.end for one in hit.sentence.dates)
    if hit.is_self and not dated and not hit.negated and 16 <= number <= 90 and not _OF_OTHERS.search(hit.before):
        yield hit.claim("age", number, weak=True)
    else:
        yield hit.nothing("age")


_OF_OTHERS = re.compile(r"\b(?:CHILD|SIBLING|UNREL|PARENT|DISTANT)(?: (?:,|\(|and|aged?|\d+))* $")


def _born(hit: Hit) -> Iterator[Claim]:
    dates = hit.dates_in(hit.match.start(), len(hit.text))
    if not hit.is_self or not dates or dates[0].period is None or dates[0].yearless:
        yield hit.nothing("age")
        return
    youngest = _age_on(hit, dates[0].period.last)
    oldest = _age_on(hit, dates[0].period.first)
    if _YOUNGEST <= youngest == oldest <= _OLDEST:
        yield hit.claim("age", youngest, (hit.match.start(), dates[0].end))
    elif _OF_AGE <= youngest <= _OLDEST:
        yield hit.claim("of_age", True, (hit.match.start(), dates[0].end))
    else:
        yield hit.nothing("age")


def _age_on(hit: Hit, birth: date) -> int:
    day = hit.today
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _of_age(hit: Hit) -> Iterator[Claim]:
    if (
        hit.is_self
        and not re.search(r"\b(?:you|one|people|everyone|they|says?|who) (?:are |is |become |becomes )?$", hit.before)
        and not re.match(r" at \d", hit.after)
    ):
        yield hit.claim("of_age", not hit.negated)
    else:
        yield hit.nothing("of_age")


def _minor(hit: Hit) -> Iterator[Claim]:
    if hit.is_self:
        yield hit.claim("of_age", hit.negated)
    else:
        yield hit.nothing("of_age")


def _over(hit: Hit) -> Iterator[Claim]:
    """“Over 40” is of age everywhere; "over 18" is not."""
    number = int(hit.match["n"])
    if hit.is_self and not hit.negated and number >= _OF_AGE:
        yield hit.claim("of_age", True)
    else:
        yield hit.nothing("of_age")


_N = r"(?P<n>\d{1,3})"


_BIRTHDAYS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70}


def _birthday(hit: Hit) -> Iterator[Claim]:
    number = int(hit.match["n"]) if hit.match["n"] else _BIRTHDAYS[hit.match["word"]]
    past = re.search(r"\b(?:had|celebrated|was|passed)\b", hit.text)
    yield hit.claim("age", number) if hit.is_self and past else hit.nothing("age")


FRAMES: tuple[Frame, ...] = (
    Frame(
        "years old",
        compiled(
            r"\b(?P<n1>\d{1,3})(?: -)? (?:year-old|years-old|(?:year|years|yr|y)(?: -)? (?:old|of age|young|completed))\b|\b(?:of|am|with|have|aged) (?P<n6>\d\d) years?\b(?! (?:of|in|at|as|ago|since|experience|now as|into|later|back|contract))|\b(?P<n7>[2-9]\d)(?: ?\+|ish\b| ish\b| - ?something| and(?=$| ,))|\bage(?:d)?(?: \w+)? (?:is|:|of) (?P<n8>\d\d)\b|\b(?:aged?|age is|age of|age :|age -|age =|ages) ?:? ?(?P<n2>\d{1,3})\b(?! %)|\b(?P<n3>\d{1,3}) (?:ans|años|anos|anni|jahre(?: alt)?|lat|år)\b|"
            r"\b(?:turned|turning|reached|am now|just had my|celebrated my|had my) (?P<n4>\d{1,3})(?:th|st|nd|rd)?\b(?! (?:%|proposals?|days|months|weeks))|\b(?:will be|will turn) (?P<n5>\d\d)(?= (?:tomorrow|soon|next|in|on)|$| ,)"
        ),
        _years,
        ("I'm 36 years old.", "aged 54", "Age: 52", "36 yo", "a nineteen-year-old lecturer", "I turned 52 in June."),
        ("My PhD student is 24 years old.", "The previous applicant was 17 years old."),
    ),
    Frame(
        "I am a number",
        compiled(
            r"\b(?:i am|am|(?<=, )is|she is|he is|i have|ich bin|me :|APPLICANT is|'s|are) (?:now |only |just |already |currently )?<n>(?! (?:%|hours?|minutes?|months?|days?|weeks?|km|miles|papers|students|people|per|percent|of|points?|euros?|dollars|fte|pages|years? (?:in|at|into|as|with|from|away|of experience|behind|after|on)\b|in (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:a |one |two |three |\d+ )?(?:days?|weeks?|months?))\b))(?<=\d\d)(?!\d)",
            n=_N,
        ),
        _years,
        ("I'm 41.", "I am forty-two and live in Ghent.", "I have 27 years.", "im 36 btw"),
        ("My daughter is 18.", "I am 5 minutes away.", "I'm 20 in August."),
    ),
    Frame(
        "at my age",
        compiled(
            r"^at <n> (?=i (?!(?:came|moved|got|was|had|left|went|became|started|began|took|met|won|wrote|\w+ed)\b))|\bat <m> i (?:still|am)".replace(
                "<m>", r"(?:\d\d)"
            ),
            n=_N,
        ),
        lambda hit: _years(hit) if hit.match["n"] else iter((hit.nothing(),)),
        ("At 63 I still run marathons.",),
        ("At 5 I arrive.", "At 18 I came to Leipzig."),
    ),
    Frame(
        "number alone",
        compiled(
            r"(?:^|, |\( |; |- |: |\band |\baccredited |\blecturer |\bprofessor |\bme )<n>(?: years?| y)?(?= ,| \)|$| -| ;| and (?:i|one|a|live)| one | single )(?! %)",
            n=r"(?P<n>\d\d)",
        ),
        _alone,
        ("Asst prof, accredited uni, 36, one proposal.", "40 years."),
        ("Sections 10, 20.".replace("10, 20", "X"), "We need 36 GPUs."),
    ),
    Frame(
        "number left over",
        compiled(
            r"(?<![\w.,%:/-] )(?<!since )(?<!in )(?<!at )(?<!for )(?<!after )(?<!top )(?<!room )(?<!of )(?<!by )\b(?:having )?<n>(?: years?)?(?= ,| lol| haha| and feeling| in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b| f\b| m\b| male| female|$| \)| :)|^<m>(?: years?)?(?= (?:,|and|lol|f|m|now|already|this)\b| ,)".replace(
                "<m>", r"(?P<n2>\d\d)"
            ),
            n=r"(?P<n>[1-9]\d)",
        ),
        _left_over,
        ("51 in june, full-time professor.",),
        ("We need 36 GPUs.", "I have 40 papers."),
    ),
    Frame(
        "born",
        compiled(
            r"\bb (?=(?:19|20)\d\d\b)|\bborn : ?(?=\d)|\bborn (?:on |in )?(?=(?:the )?\d|[a-z]+ \d)|\bdate of birth\b|\bdob\b|\bbirth year\b"
        ),
        _born,
        ("I was born on 2 February 1988.", "Born 22.02.1997."),
        ("I was born in Tehran.", "My son was born in 2010."),
    ),
    Frame(
        "birthday",
        compiled(
            r"\b(?P<n>\d\d)(?:th|st|nd|rd) birthday\b|\b(?P<word>fortieth|fiftieth|sixtieth|thirtieth|seventieth|twentieth) birthday\b"
        ),
        _birthday,
        ("I've just had my fiftieth birthday.",),
        ("My father had his sixtieth birthday.",),
    ),
    Frame(
        "of age",
        compiled(
            r"\b(?:an adult|legally adult|legal adult|adult(?! at \d| education)|of (?:full|legal) age|(?<!years )of age|legal age|(?:above|at|over|past|reached|have|passed) (?:or above )?(?:the )?age of majority|came of age(?! years (?!ago))|in my (?:late |early |mid[- ]?)?(?:twenties|thirties|forties|fifties|sixties|30s|40s|50s|60s)|grown-up)\b"
        ),
        _of_age,
        ("I'm an adult.", "I came of age years ago.", "I'm of full age."),
        ("Must I be an adult?", "My son is of age."),
    ),
    Frame(
        "minor",
        compiled(
            r"\b(?:under ?-?age|underage|a minor(?= under| by| in| where| here| at|$| ,| according)|minor under|below the age of majority|not yet of age|under the age of majority)\b"
        ),
        _minor,
        ("I am under age where I live.", "I'm not under age."),
        ("A minor detail.".replace("A minor", "A small"), "My brother is a minor."),
    ),
    Frame(
        "over an age",
        compiled(
            r"\b(?:over|past|above|older than|more than|beyond|on the far side of) (?:the age of )?<n>\b(?! (?:%|proposals|years (?:of|in|ago)|months|days|hours|papers|people))",
            n=_N,
        ),
        _over,
        ("I'm well over twenty-one.",),
        ("I have over 40 papers.", "I am over 18."),
    ),
)
