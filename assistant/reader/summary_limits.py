"""What limits a summary: "none of the exclusions" with a hope, an exception or a reserve, by hearsay, of a part, or of another."""

from __future__ import annotations

from typing import Final

from assistant.reader.fields import BREATH, IN, field

__all__ = ["SUMMARY_LIMITS"]

_HEDGED = r"(?:hardly any|most|many|some|two|three|four|few|half|a few|nearly (?:all|none)|almost (?:all|none)|not all|(?<!not )(?<!even )(?<!no )one) of (?:the|these|those|section i's) (?:\w+ ){0,2}exclusions?"
_OF_SUMMARY: Final = (
    field(r"exclusions?")
    + rf"|\b{_HEDGED}|\b(?:hope(?:fully)?|as far as i (?:can tell|know|see)|to my knowledge|afaik|assuming|provided|according to|need to confirm|probably|presumably|apparently|i (?:think|believe|assume|guess|suppose))\b{BREATH}\b(?:exclusion|section i\b)|"
    rf"\bneed to confirm\b[:,]?{BREATH}\bexclusion|\b(?:exclusion|section i\b){BREATH}\b(?:last year|to be checked|tbc|skipped|(?<!\bwe )(?<!\bhe )(?<!\bshe )(?<!\bthey )(?:may|might|could|should) appl(?:y|ies)|known\b|except\b|apart from|other than)|"
    rf"\b(?:exclusion|section i\b){IN}\b(?:hopefully|i hope|i guess|i suppose|possible exception|to my knowledge|but i['’]?d (?:have|rather|need)|i['’]?d rather|i would rather|being secret|but \([a-e]\)|i skipped|have to check|need to check|must check|still (?:has|have|needs?) to|"
    r"what i['’]?m supposed)|\bexclusions? (?:in|of) section (?:ii|iii|iv|x|2|3|4)\b|"
    rf"\bour pi\b[^?]{{0,200}}\bappl(?:y|ies) to me\b|\bi meant \(?[a-e]\)? (?:to|and|-|–) \(?[a-d]\)|\bhaven['’]?t (?:looked at|checked|read) \(?[a-e]\)|\bexclusions?{IN}\bappl(?:y|ies) to (?:the pi's|my (?:dean|boss|chair|wife|husband|colleague)|the (?:dean|team|department))"
)
_NOT_ONES_OWN = (
    r"\bexclusions?\b[^.;!?\n]*?\bapplied to\b|\bexclusions?\b[^.;!?\n]*?\bappl(?:y|ies) to my (?:co-?\w+|institution|university|team|lab|student|department)",
    r"\bmy (?:institution|university|employer|team|department|college)\b[^.,;:!?\n]*?\bexclusions?\b",
    r"^\W*(?:for|about|on behalf of) (?:my|a|our) (?:colleague|friend|boss|professor|wife|husband|student)\b[\s\S]*\bappl(?:y|ies) to me\b",
)
"""A summary of another time or another person."""
_HALF_SAID = (
    rf"\bexclusions?\b{IN}\b(?:give or take|or so \w+ (?:told|tells|says|said)|provided|unless|although strictly|pending|any longer from|touch wood|dunno|(?:appl(?:y|ies)|holds?) to the (?:proposal|project|grant))\b",
    rf"\b(?:can['’]?t (?:promise|swear|say) that|was told to (?:write|say|put)|need|my (?:boss|dean|wife|husband|lawyer|chair|colleague) (?:says|thinks|believes|claims)|if i \w+,) none of the{BREATH}\bexclusions?\b",
    r"\bnone of the (?:main|big|major|important|relevant|obvious) exclusions?\b|\bnone of the exclusions i (?:looked|checked|read|understood)\b",
    r"\bexclusions?\b[^!?\n]*?\b(?:can['’]?t|cannot|could not) speak for\b|\bexclusions?\b[^!?\n]*?\b(?:lawyer|office|wife|husband|dean) is still checking\b",
)
"""A summary with a reserve, by hearsay, or of a part."""
SUMMARY_LIMITS: Final = "|".join((_OF_SUMMARY, *_NOT_ONES_OWN, *_HALF_SAID))
