"""One proposal in each call: Rules § I ¶ 1, second sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.eligibility import Gap
from assistant.reader.claims import Claim, Frame, Hit, compiled
from assistant.reader.modality import Mode

__all__ = ["FRAMES", "NEEDS"]

NEEDS = re.compile(
    r"withdr|entry|entries|proposal|submission|application|bid|antrag|propuesta|proposition|proposta|submit|sends?\b|sending|putting in|project|joint lead|applying once|apply once"
)
_ROLE = re.compile(r"\b(?:colleague|UNREL|team member|co-pi|co-investigator|collaborator|helper|not as pi|member of)\b")
_OTHER_CALLS = re.compile(
    r"\b(?:next year|next call|another call|different calls?|other call|per call|each call|earlier call|previous call|last call|last year|per round|each in|separate calls?|spring (?:call|round)(?=.*\b(?:autumn|fall) (?:call|round))|autumn (?:call|round)(?=.*\bspring (?:call|round)))\b"
)


def _mode(hit: Hit) -> Mode:
    """Wanting to submit one proposal is stating it."""
    return "said" if hit.mode == "wished" else hit.mode


_LEAVE = re.compile(
    r"\b(?:can|may|could|should|might|shall) (?:i|we|you|one|he|she|they|(?:a|the|our|my) \w+|APPLICANT) (?:\w+ ){0,2}?"
    r"(?:sends?|submit|hand in|lead|put in|file|make|write|enter|add|apply with)\b"
)


def _one(hit: Hit) -> Iterator[Claim]:
    if (
        (not hit.is_self and not re.search(r"\b(?:we|our|FAMILY)\b", hit.before))
        or re.match(r" (?:of|by) (?:a|my|our|the) (?:UNREL|colleague)|'s proposal", hit.after)
        or re.search(r"(?<!it )(?<!that )(?<!this )(?<!here )(?<!she )(?<!he )'s (?:\w+ )?$|\bUNREL 's .*$", hit.before)
        or (
            re.search(
                r"\b(?:last (?:year|call|round|time)|previous (?:call|round|year)|years? ago|in (?:19|20)\d\d|back then)\b",
                hit.text,
            )
            and not re.search(r"\b(?:this|same|current|present|now|will|next)\b", hit.text)
        )
    ):
        yield hit.nothing("one_proposal")
    elif hit.negated and re.search(r"\b(?:not only|more than|not just)\b", hit.before):
        yield hit.claim("one_proposal", False, mode=_mode(hit))
    elif hit.negated:
        yield hit.nothing("one_proposal")
    else:
        yield hit.claim(
            "one_proposal", True, mode=_mode(hit), weak=bool(re.search(r"\bsecond\b|\banother\b", hit.text))
        )


def _many(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    if not hit.is_self and not re.search(r"\b(?:we|our|FAMILY)\b", hit.before):
        yield hit.nothing("one_proposal")
    elif _LEAVE.search(hit.before):
        # Whoever asks whether more may be submitted has not said that more will be.
        yield hit.nothing("one_proposal")
    elif hit.mode == "asked" and re.search(r"\b(?:send|submit|hand in|lead|put in|file|make|write)\b", hit.before):
        yield hit.claim("one_proposal", False, mode="supposed")
    elif re.search(r"\bwithdraw(?:n|ing|al)?\b|\bwithdrew\b|\bretract", sentence) or hit.negated or _denied_after(hit):
        yield from (
            _withdrawal(hit)
            if not (hit.negated or _denied_after(hit))
            else iter((hit.claim("one_proposal", True, mode=_mode(hit)),))
        )
    elif _is_dropped(hit):
        yield hit.claim("one_proposal", True, mode=_mode(hit))
    elif _OTHER_CALLS.search(sentence) and not re.search(r"\b(?:same|this) (?:call|round)\b|\bPI on both\b", sentence):
        yield hit.nothing("one_proposal")
    elif re.search(r"\bby mistake\b", sentence):
        yield hit.claim("one_proposal", False, mode=_mode(hit), weak=True)
    elif _ROLE.search(sentence):
        yield hit.claim("one_proposal", Gap.UNKNOWN, mode=_mode(hit))
    else:
        yield hit.claim("one_proposal", False, mode=_mode(hit))


_PUT_RIGHT_WITHIN = 2
"""Sentences."""
_NOT_SENT = re.compile(
    r"\b(?:second|other)(?: one| proposal)?\b.{0,60}?\b(?:never (?:sent|submitted)|(?:do|did|will) not (?:send|submit|hand)|drop\w*|UNREL|coll\w{2,6}gue\w*)\b|"
    r"\b(?:forget|dropped?|cancel\w*) the (?:second|other)\b"
)
_ONE_THEN = re.compile(
    r"\b(?:mine is|it (?:is|'s)|that (?:is|'s)|so|leaves)(?: in this call)?(?: it (?:is|'s))?(?: just| only)* (?:one|1)\b|\b(?:one|1) only\b"
)


def _is_dropped(hit: Hit) -> bool:
    """Whether what follows puts it right: “two proposals; the second I never sent, so one only”."""
    later = hit.discourse.sentences[hit.sentence.index + 1 : hit.sentence.index + 1 + _PUT_RIGHT_WITHIN]
    after = " . ".join((hit.text[hit.match.start() :], *(sentence.text for sentence in later)))
    return bool(_NOT_SENT.search(after) and _ONE_THEN.search(after))


def _denied_after(hit: Hit) -> bool:
    """Whether what stands before is denied: “more than one proposal I won't be sending”."""
    return bool(re.match(r" (?:i|we) (?:will|do|shall|am|would|can|did) (?:not|never)\b", hit.after))


def _withdrawal(hit: Hit) -> Iterator[Claim]:
    """Withdrawn is withdrawn; asked for is not yet."""
    sentence = hit.text
    pending = re.search(
        r"\b(?:asked|requested|want|will|am withdrawing|withdrawing|being withdrawn|to be withdrawn|have not (?:had|heard)|in progress|underway|going to|should be|to have|request|waiting|pending|about to|in the process)\b",
        sentence,
    )
    done = re.search(
        r"\b(?:was|were|has been|is|got|already|have|i) (?:\w+ )?(?:withdrawn|withdrew|retracted)\b|\bwithdrew\b",
        sentence,
    )
    if pending or not done:
        yield hit.claim("one_proposal", "withdrawing", mode=_mode(hit))
    else:
        yield hit.claim("one_proposal", True, mode=_mode(hit))


def _joint(hit: Hit) -> Iterator[Claim]:
    if hit.negated or not hit.is_self:
        yield hit.nothing("one_proposal")
    else:
        yield hit.claim("one_proposal", "joint_lead", mode=_mode(hit))


def _second(hit: Hit) -> Iterator[Claim]:
    sentence = hit.text
    if (
        not hit.is_self
        or re.match(r" (?:of|by|from) (?:a|my|our|the) (?:UNREL|colleague)", hit.after)
        or _LEAVE.search(sentence[: hit.match.end()])
    ):
        yield hit.nothing("one_proposal")
    elif re.search(r"withdraw|withdrew|retract", sentence):
        yield from _withdrawal(hit)
    elif _is_dropped(hit) or hit.negated or re.search(r"\b(?:no|not any|never any|and no) $", hit.before):
        yield hit.claim("one_proposal", True, mode=_mode(hit))
    elif _OTHER_CALLS.search(sentence) or _ROLE.search(sentence) or re.search(r"\bjoint lead\b", sentence):
        yield hit.nothing("one_proposal")
    elif re.search(
        r"\b(?:i|like|have|also|already|am|sent|submitted|submit|prepar\w+|writ\w+|plan\w*|and|lead|leading|pi (?:of|on))\b",
        hit.before,
    ):
        yield hit.claim("one_proposal", False, mode=_mode(hit))
    else:
        yield hit.claim("one_proposal", Gap.UNKNOWN, mode=_mode(hit))


_P = r"(?:proposals?|submissions?|applications?|entry|entries|proposal count|bid)"


def _left(hit: Hit) -> Iterator[Claim]:
    about = "proposal" in hit.text or (
        hit.sentence.index and "proposal" in hit.discourse.sentences[hit.sentence.index - 1].text
    )
    yield hit.claim("one_proposal", True, mode=_mode(hit)) if about and hit.is_self else hit.nothing("one_proposal")


def _previous(hit: Hit) -> str:
    return hit.discourse.sentences[hit.sentence.index - 1].text if hit.sentence.index else ""


FRAMES: tuple[Frame, ...] = (
    Frame(
        "joint lead",
        compiled(
            r"\bjoint[- ]lead\b|\bco-?lead\b|\bjoint pi\b|\bco-principal investigator\b|\bcolead\b|\bjointly lead\b"
        ),
        _joint,
        ("I'm PI of one proposal and joint lead of a second.",),
        ("My colleague is joint lead of a proposal.", "I'm not a joint lead of any proposal."),
    ),
    Frame(
        "more than one",
        compiled(
            r"\b(?:more than|(?<!hand )(?<!hands )(?<!handing )over|at least) (?:one|1|a single) (?:\w+ )?<p>\b|\b(?P<many>[2-9]|several|both|multiple|a couple of|a few|(?<!how )many|1\d|some) (?:\w+ ){0,2}?<p>\b(?! (?:in|over|during) (?:\d|my career))|\b<p>(?: \w+){0,8} ?[:=] ?(?P<m2>[2-9])\b|\bpi (?:on|of) (?:both|two|2|three|3)\b",
            p=_P,
        ),
        _many,
        ("I have two proposals in this call, PI on both.", "Proposals this call: 2"),
        (
            "I hand over one proposal.",
            "How many proposals: one.",
            "My colleague has two proposals.",
            "How many proposals are allowed?",
            "When is the deadline, and can I submit more than one proposal?",
            "Can I apply with two proposals?",
        ),
    ),
    Frame(
        "another proposal",
        compiled(
            r"\b(?:second|another|other|additional|further|third|different) (?:\w+ )?<p>\b|\b(?:a|the|my) second (?:one|pi proposal)\b|\b(?:add|send|submit|hand in|upload|lead|file|put in|prepare|enter) (?:\w+ )?(?:another|a second|one more|a third)\b|\banother (?:one|1)\b(?= (?:to|in|for|as) )|\b<p> (?:besides|beyond) (?:this|that)\b",
            p=_P,
        ),
        _second,
        ("I have also submitted a second proposal.", "I've asked to have my second proposal withdrawn."),
        (
            "Another proposal by my colleague is strong.",
            "May others send another proposal?",
            "Who reads them, and could I hand in a second proposal?",
        ),
    ),
    Frame(
        "withdrawn",
        compiled(
            r"\b(?:withdrawn|withdrew|withdrawing|withdrawal)\b(?=[^.]*\b(?:proposal|one|it|second|other)\b)|\b(?:proposals?|one|it|second|other|them)\b[^.]*\b(?:withdrawn|withdrew|withdrawing)\b"
        ),
        lambda hit: (
            _withdrawal(hit)
            if hit.is_self and "proposal" in hit.text + _previous(hit)
            else iter((hit.nothing("one_proposal"),))
        ),
        ("I asked on Monday for one proposal to be withdrawn.",),
        ("The accreditation was withdrawn.",),
    ),
    Frame(
        "one left",
        compiled(
            r"\b(?:now|just|only|so) (?:there is |there are |i have |it is |leaves )?(?:now |just |only )*(?:one|1)(?: (?:left|remains?))?\b(?= left| remain|$| ,)"
        ),
        _left,
        ("The other proposal was withdrawn in January, so there's just one left.",),
        ("Only one thing matters here.",),
    ),
    Frame(
        "one proposal",
        compiled(
            r"\b(?:just |only |exactly |precisely |a |this |my |her |his )*(?:one|1|single|sole|only|one-and-only) (?:(?:single|sole|only|new|research|ara|pi|small|joint|short|good|strong|very) )*<p>\b|\bno(?:t)? more (?:than|as) one (?:\w+ )?<p>|\b<p>(?: \w+){0,8} ?[:=] ?(?:just |only |exactly )?(?:one|1|single|a single)\b|"
            r"\b<p> (?:\w+ ){0,3}(?:is|will be|remains) (?:the|my|our) (?:only|sole|single) (?:one|<p>)|\bonly <p>|\b(?:submit|send|lead|have|am sending|hand in|put in|propose) (?:just |only |exactly )(?:one|1)\b|\bone <p>\b|\ba single <p>\b|"
            r"\b(?:una sola (?:propuesta|proposal)|una (?:propuesta|proposal)|ein(?:en)? (?:einzigen )?proposal|uma única proposal|una sola proposal|une seule proposition|einen einzigen antrag|eine einzige|uma única proposta|una sola proposta|ein antrag|einen antrag|una propuesta)\b|\bone per call\b|\b(?:submit(?:s|ting)?|send(?:s|ing)?|hand(?:s|ing)? in|put(?:s|ting)? in|fil(?:e|es|ing)|present(?:s|ing)?|propos(?:e|es|ing)|put|puts|give|giving|make|making|do|does|doing|enter(?:s|ing)?|bring(?:s|ing)?|apply with|applying with) (?:just |only |exactly |in )*(?:one|1|a single)(?: (?:only|alone|thing|project|idea|paper|in this call|for this call|this call|this time|this round))?(?= ,|$| \)| in| for| this| and| only| as)|\b<p> (?:is|are|will be) (?:just |only )?(?:one|1|single)\b(?! of)|\b(?:one|single|1|only one) (?:\w+ )?project (?:for|in|this|to)\b|\bpi of one\b|\b(?:1|one) <p>\b|\bmy one (?:and only )?<p>",
            p=_P,
        ),
        _one,
        (
            "I'll submit one proposal.",
            "1 proposal only",
            "Proposals: one",
            "No more than one proposal will come from me.",
            "My proposal is the only one I hand in.",
        ),
        (
            "They say only one proposal is allowed per call.",
            "Is one proposal enough?",
            "My colleague has one proposal.",
        ),
    ),
)
