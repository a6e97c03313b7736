"""The post that somebody holds: Rules § I ¶ 1, "a full-time faculty member", "a permanent researcher"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reader.claims import Claim, Frame, Hit, Read, compiled

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"prof|lectur|lektor|lehtori|adiunkt|adjunkt|amanuensis|doçent|doc?ent|tenured|académic|rat\b|öğretim|assistent|asistent|pensyarah|conferen|lettore|instructor|reader|facult|postdoc|phd|doctora|student|emerit|retir|adjunct|visit|fellow|research|scientist|"
    r"chair|docent|dozent|dosen|ajarn|maître|engineer|manager|librarian|technician|teacher|teach|tutor|dean|staff|chercheur|"
    r"investigador|pensioner|accountant|programmer|developer|administrator|officer|analyst"
)

_OTHERS_POST = re.compile(
    r"(?:\b(?:my|our|your|another|other|former|ex|the|his|her|their|every|any|some|several|many|two|these|those|each|next|previous|dear|by|hire|hired|per|with|told|all|most) "
    r"(?:(?:new|old|head|host|department|research|local|own|best|senior|junior|associate|assistant|full) )*|\ba friend \w+ )$"
)
_WAS = re.compile(
    r"\b(?:was|were|used to be|had been|formerly|former|previously|until recently|retired(?: as| from)?|ex|no longer|once|stopped being|before that|earlier|in the past|left my)"
    r"(?: (?:a|an|the|my|employed as|working as|as|at|full-time|once|briefly|also|only|just|still|there|tenured|permanent|associate|assistant|,))* ?$"
)
_MADE = re.compile(r"\b(?:appointed|promoted|hired|made|named|recruited)\b")
_OWN = re.compile(
    r"\b(?:as|am|being|been|become|became|hold|holding|have|work|is|was|become|hired|employed|post of|position of|position|post|role)\b"
)


def _is_own(hit: Hit) -> bool:
    """Whether the post is the applicant's, and of now."""
    if not hit.is_self or _is_title(hit):
        return False
    before = hit.before
    ship = hit.match.group().endswith("ship") and re.search(r"\b(?:the|my) $", before)
    post = re.search(r"(?:ship|post|position|job|appointment|role|chair)$", hit.match.group()) or re.match(
        r" (?:post|position|job|contract|appointment|role)\b", hit.after
    )
    if (
        _OTHERS_POST.search(before)
        and not ship
        and not re.search(r"\b(?:hold the|as the|am the|is the|the same) (?:\w+ )?$", before)
        and not (post and re.search(r"\b(?:my|our|the) (?:\w+ )?$", before))
    ):
        return False
    if _WAS.search(before) and not _MADE.search(before[-40:]):
        return False
    if re.match(
        r" (?:(?:here|there|of mine) )?(?:told|said|says|asked|asks|wrote|writes|recommended|suggested|thinks|mentioned|advised|encouraged|warned)\b",
        hit.after,
    ):
        return False
    return not re.match(
        r" (?:'s|in (?:my|our|the|another) (?:group|lab|team|department)|of mine|we (?:hire|employ)|i (?:hire|employ|supervise))",
        hit.after,
    )


def _is_title(hit: Hit) -> bool:
    """“Prof. Halloran” names a person and no post."""
    at = hit.sentence.token_at(hit.match.end() - 1) + 1
    tokens = hit.sentence.tokens
    follows = tokens[at].text if at < len(tokens) else ""
    return (
        hit.match.group() in {"professor", "prof"}
        and bool(follows)
        and tokens[at].capital
        and follows.isalpha()
        and follows not in {"of", "in", "at", "full-time", "and", "with"}
        and hit.discourse.places.look_up(follows) is None
        and (hit.start > 0 or at + 1 < len(tokens))
        and not follows.isupper()
    )


def _reader_of(position: str) -> Read:
    def read(hit: Hit) -> Iterator[Claim]:
        if not _is_own(hit):
            yield hit.nothing("position")
        elif not hit.negated or _taken_for_granted(hit):
            yield hit.claim("position", position)
        elif position in {"faculty", "researcher"}:
            yield hit.claim("position", "other", weak=True)
        else:
            yield hit.nothing("position")

    return read


def _taken_for_granted(hit: Hit) -> bool:
    """“Not less than full-time as a senior lecturer”: the hours are denied, the post is not."""
    close = re.search(r"\b(?:not|no|never|neither|nor|longer)(?: \w+){0,3} $", hit.before)
    return close is None and bool(re.search(r"\bas (?:a|an) (?:\w+ )?$", hit.before))


def _no_faculty(hit: Hit) -> Iterator[Claim]:
    if _is_own(hit) and not hit.negated:
        yield hit.claim("position", "other")
        yield hit.claim("faculty_status", False)


_RANKS = r"(?:(?:assistant|associate|full|distinguished|endowed|tenured|tenure-track|university|college|junior|senior|principal|clinical|teaching|research|named|regius|regular|ordinary|extraordinary|titular) )*"
_PROFESSOR = (
    r"(?:professor(?:ship|in|a|i)?|prof[a-z]*or[a]?|profesori[ck]a|profesor[k]a|profesör|hochschullehrer(?:in)?|universitätsprofessur|juniorprofessur|apulaisprofessori|professeur|assistant prof|juniorprofessor(?:in)?|universitätsprofessor(?:in)?|profesora? titular|catedrátic[oa]|hoogleraar|"
    r"maître de conférences|maitre de conferences|maîtresse de conférences|professeure?|professore(?:ssa)?|professora)"
)
_LECTURER = r"(?:lecturer(?:ship)?|lectureship|instructor(?:ship)?|dozent(?:in)?|hochschuldozent(?:in)?|dosen|ajarn|docente?|docentka|docens|doçent|dotsent|dócens|adiunkt(?:ka)?|adjunktus|lektor(?:in|ka)?|lehtori|yliopistonlehtori|universitetslektor|universitetsadjunkt|högskolelektor|førsteamanuensis|forsteamanuensis|amanuensis|førstelektor|hoofddocent|universitair docent|universitair hoofddocent|hogeschooldocent|maître-assistant|conferențiar|conferentiar|pensyarah|académic[oa]|akademischer rat|öğretim üyesi|öğretim görevlisi|senior lect|odborn[ýá] asistent(?:ka)?|teaching professor|professor of practice|faculty lecturer|lettore)"


FRAMES: tuple[Frame, ...] = (
    Frame(
        "emeritus",
        compiled(
            r"\b(?:<r>)?(?:<p> )?(?:emerit(?:us|a|i|ierung|ierter?|ierte)|emérit[oa]|emerito|émérite|emeriti|emerita)(?: (?:<r>)?<p>)?\b|\bretired (?:<r>)?<p>|\b(?:am|have|is|has) (?:now )?retired\b|\bpensioner\b",
            r=_RANKS,
            p=_PROFESSOR,
        ),
        _reader_of("emeritus"),
        ("I am professor emeritus at Leiden.", "Retired professor, I keep a desk."),
        ("My old supervisor is professor emeritus.", "I'm not emeritus yet."),
    ),
    Frame(
        "doctoral student",
        compiled(
            r"\b(?:phd|doctoral|ph d|dphil|doctorate|graduate|master 's|masters) (?:student|candidate|researcher|fellow|scholar)\b|\b(?:phd|doctoral|graduate) UNREL\b|"
            r"\b(?:doctorand(?:in)?|doktorand(?:in)?|doctorant(?:e)?|doctorando|doctoranda)\b|\b(?:finishing|doing|pursuing|writing|in the \w+ year of|year of) (?:a |my |the )?(?:phd|doctorate|doctoral)\b"
        ),
        _reader_of("doctoral_student"),
        ("I'm a PhD student in Lund.", "I am in the second year of my doctorate."),
        ("My PhD student is 24.", "Can PhD students apply?"),
    ),
    Frame(
        "postdoc",
        compiled(
            r"\bpost-?doc(?:toral|torate)?(?: (?:researcher|fellow|scholar|associate|fellowship|position|scientist|assistant))?\b"
        ),
        _reader_of("postdoc"),
        ("I am a postdoc in Lund.", "postdoctoral researcher, full-time, 31"),
        ("Can postdocs apply?", "I'm no longer a postdoc."),
    ),
    Frame(
        "visitor",
        compiled(
            r"\bvisiting (?:<r>)?(?:<p>|<l>|scholar|scientist|researcher|fellow|faculty|academic|position)\b|\bguest (?:professor|lecturer|researcher|scientist)\b|\bgastprofessor(?:in)?\b",
            r=_RANKS,
            p=_PROFESSOR,
            l=_LECTURER,
        ),
        _reader_of("visitor"),
        ("Visiting professor for two years in Uppsala.",),
        ("A visiting scholar in my lab asked.", "Are visiting scholars faculty?"),
    ),
    Frame(
        "adjunct",
        compiled(
            r"\badjunct(?: (?:<r>)?(?:<p>|<l>|faculty|instructor))?\b|\b(?:sessional|casual|hourly|substitute) (?:lecturer|instructor|faculty|academic)\b|\blehrbeauftragter?\b",
            r=_RANKS,
            p=_PROFESSOR,
            l=_LECTURER,
        ),
        _reader_of("adjunct"),
        ("I teach as adjunct at a college in Tacoma.",),
        ("Are adjuncts faculty?", "Our adjunct professor asked me."),
    ),
    Frame(
        "research fellow",
        compiled(
            r"\b(?:senior |junior |principal |marie curie |academic |teaching )*(?:research|teaching|senior|junior) fellow(?:ship)?\b|\bfellow at\b"
        ),
        _reader_of("research_fellow"),
        ("Research fellow at an accredited university in Canberra.",),
        ("My research fellow left.", "Is a research fellow faculty?"),
    ),
    Frame(
        "faculty post",
        compiled(
            r"(?<!NOTCOMPANY )\b<r>(?:<p>|<l>)\b(?!s)|\b(?:senior |principal |full-time )?reader (?:in|at|of|,|and|here|with)|\breader$|\bas (?:a )?(?:full-time )?reader\b|\bfull-time (?:senior )?reader\b|\breader ,",
            r=_RANKS,
            p=_PROFESSOR,
            l=_LECTURER,
        ),
        _reader_of("faculty"),
        (
            "I'm an associate professor in Lyon.",
            "senior lecturar, full time",
            "Asst prof, accredited uni, 36",
            "i teach as a reader in physics",
        ),
        (
            "A friend of mine is a full-time professor.",
            "I'd like to be a professor one day.",
            "My professor told me about this.",
            "I was a professor until 2020.",
        ),
    ),
    Frame(
        "faculty member",
        compiled(
            r"(?:^|, )tenured(?= ,|$)|\b(?:full-time |tenured |tenure-track |regular |core |permanent |teaching |academic |standing |ladder )+faculty\b(?! of| meeting)|(?:^|, |: |; )(?:yes )?(?P<bare>faculty)(?= ,|$| :| \(| member)|\( (?:is |also |i am )?faculty (?:member |post |position )?(?=\)|,|:)|\b(?:counted|counts|classed|regarded|considered|recognised|treated|listed) as (?:a )?(?:full |regular )?faculty\b|\bbelongs? to (?:the )?faculty\b|\bfaculty (?:member|position|post|appointment|job|role)\b(?!s)|"
            r"\b(?:am|as|is|being|remain)(?: not)? (?:also )?(?:a )?(?P<at>faculty)\b(?! of| meeting)|\bon the faculty\b|\bmember of (?:the |its )?faculty\b"
        ),
        _reader_of("faculty"),
        ("I am full-time faculty at an accredited college.", "I hold a faculty position in Knoxville."),
        ("Our faculty meeting was about cloud.", "Is a librarian a faculty member?"),
    ),
    Frame(
        "chair",
        compiled(
            r"\b(?:hold|have|holding|has|holds|took up|took|take|accept|accepted|occupy) (?:a |the |an )?(?:full-time |endowed |100 % |tenured |permanent |professorial |named |full |university |research |(?:w|with) ?[123] |c ?[34] )*(?:chair|lehrstuhl|tenure-track position|tenured position)\b|\bfull-time chair\b|\bchair (?:of|in) \w+ at (?:a|an|the) (?:accredited )?university"
        ),
        _reader_of("faculty"),
        ("I hold a full-time chair at an accredited university in Belgrade.",),
        ("I chaired the group that bought chairs.", "If I took the chair in Seoul, would it count?"),
    ),
    Frame(
        "lecturing",
        compiled(
            r"\b(?:i|she|he|APPLICANT) (?:also |now |still |currently )?(?:teach|teaches)\b(?=.*\b(?:university|college|academy|faculty|institute|conservatory|polytechnic)\b)(?!.*\b(?:high school|secondary|primary|assistant|kindergarten|on the side|as a hobby)\b)|\bfull-time (?:university |college )?teacher (?:of|in|at)\b(?=.*\b(?:university|college|academy|institute|polytechnic)\b)|\b(?:university|college) teacher\b|\bteaching [\w ]{2,40} (?:at|in) (?:a|an|the) (?:\w+ )?(?:university|college|academy)\b|"
            r"\bi (?:also |now |still |currently )?lecture\b|\band lecture (?:there|full-time|here|at|in)\b|\b(?:started|began) lecturing\b|\btrabajo como profesora?\b"
        ),
        _reader_of("faculty"),
        ("I live in Juba and lecture there full time.",),
        ("I gave a lecture at AWS.", "The lecture is full."),
    ),
    Frame(
        "researcher",
        compiled(
            r"\b(?:senior |principal |staff |permanent |full-time |lead |independent |applied |research |head |chief |junior |data |wildlife |marine |policy |climate |social )*(?:researcher|scientist)(?! of (?:mine|ours|the year))\b(?!s)|\bone of (?:its|the|our|their) (?:permanent |senior |full-time )*(?:researchers|scientists)\b|\b(?:chercheur|chercheuse|investigador|investigadora|ricercatore|ricercatrice|forscher|forscherin|wissenschaftlicher mitarbeiter|wissenschaftliche mitarbeiterin)\b|"
            r"\bresearch (?:associate|engineer|post|position|job|officer|director|professor|staff|scientist|analyst|lead|assistant)\b|\b(?:work|job|post) (?:as|of|in) (?:a )?research\b"
        ),
        _reader_of("researcher"),
        ("I'm a permanent researcher at an NGO.", "My research post at the foundation is open-ended."),
        ("My colleague is a researcher at AWS.", "I dream of being a scientist one day."),
    ),
    Frame(
        "post that is no faculty",
        compiled(
            r"\b(?:am|as|is|was hired as|work as|being|staff ,|,) (?:a |an |the |our )?(?:full-time |part-time |senior |junior |lead |it |hr |permanent )*(?:\w+ ){0,2}?(?:(?:master 's |masters |master |undergraduate |bachelor |bachelor 's |exchange )+UNREL|software engineer|programmer|developer|system administrator|sysadmin|it manager|technician|accountant|secretary|administrator|grant writer|project manager|lab manager)\b(?! (?:at|for|with|in) AMZN)"
        ),
        _no_faculty,
        ("I'm a full-time software engineer at an accredited university.",),
        ("My sister is a project manager.", "I'm a software engineer at AWS."),
    ),
    Frame(
        "another post",
        compiled(
            r"\b(?:am|as|is|was hired as|work as|being|staff ,|i run|,) (?:a |an |the |our )?(?:\w+ ){0,2}?(?:manager|librarian|technician|administrator|accountant|software engineer|programmer|developer|teaching assistant|lab assistant|"
            r"project manager|secretary|consultant|lab manager|coordinator|teacher|tutor|student|it manager|system administrator|grant writer|machine shop)\b(?! at AMZN| for AMZN)"
        ),
        _reader_of("other"),
        ("I am the IT manager of an NGO.",),
        ("My sister is a project manager.", "Is a librarian eligible?"),
    ),
)
