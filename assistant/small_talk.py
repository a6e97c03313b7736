"""Thanks, greetings, nods and complaints → a short reply: they ask nothing, and no clause answers them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.compose import Draft

__all__ = ["ANEW", "out_of_place", "small_talk"]

_MUCH = (
    r"(?:(?:so|very) much|a lot|a million|again|anyway|all the same|in advance|for (?:that|this|now|(?:all |your |the )*(?:quick )?"
    r"(?:help|answers?|reply|replies|time|info|information|explanation))|(?:that|this|it) (?:was|is|['’]s)(?: all| very| really| so)*"
    r"(?: (?:helpful|clear|useful|great|good|nice))?|that['’]s all|i guess|very kind|sir|madam|you (?:are|were) (?:very |so )?(?:kind|fast|quick|helpful|great)|helps?|have a (?:nice|good|great) (?:day|one|evening|weekend))"
)
_THANKS = (
    r"(?:many |big |ok |okay |great |perfect |good |alright |sir |madam |oh |ah |bugger |fine |well |then )*(?:thanks|thank (?:you|u)|thx|thnx|tnx|ty|cheers|much obliged|merci(?: beaucoup)?|"
    r"(?:muchas )?gracias|(?:muito )?obrigad[oa]|danke(?: (?:schön|sehr))?|tack(?: så mycket)?|kiitos|salamat(?: po)?|jazak\w*(?: khair\w*)?|cảm ơn|дякую|спасибо|teşekkür\w*|vielen dank|grazie(?: mille)?|dank je|shukran|arigat[oō]u?)"
)
_BYE = r"(?:good ?bye|bye(?: bye)?|see you|take care|best(?: regards)?|kind regards|regards)"
_GREETS = r"(?:hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|dear (?:all|team|sirs?|madam)|salam|namaste)"
_NODS = (
    r"(?:ok(?:ay)?|k|fine|great|good|perfect|excellent|cool|nice|wow|super|alright|all right|right|sure|got it|i see|i understand|understood|"
    r"makes sense|noted|clear|all clear|that['’]?s (?:clear|fine|good|great|all)|good to know|hm+|ah|oh|aha|lol|never ?mind|forget it|"
    r"no worries|no problem)"
)
_COMPLAINS = (
    r"(?:(?:sorry|no|but|well|hm+) )*(?:(?:that|this|it) (?:is not|isn['’]?t|was not|wasn['’]?t|['’]?s not) (?:what i (?:asked|meant|wanted)(?: to know| for)?|"
    r"(?:my question|an answer|the answer|helpful|helping|useful))|(?:you|u) (?:are|r) not (?:helping|helpful|answering(?: me| my question)?)|"
    r"(?:you['’]?re|ur|u r) not (?:helping|helpful|answering(?: me| my question)?)|(?:you )?(?:did not|didn['’]?t|do not|don['’]?t) "
    r"(?:answer|understand)(?: me| my question| the question)?|(?:that|this) (?:does not|doesn['’]?t|did not|didn['’]?t) (?:help|answer (?:it|me|my question|the question))"
    r"(?: me| at all)?|(?:that['’]?s |this is |it['’]?s |you['’]?re |you are )?(?:useless|not helpful|no help|unhelpful|nonsense|rubbish|wrong|not true|incorrect|not right)|"
    r"what do you mean|what|huh|i (?:do not|don['’]?t) understand)"
)
_REPLIED = r"(?:(?:no|yes|yep|yeah|nope|nah|maybe|perhaps|not sure|dunno|i (?:do not|don['’]?t) know) ?)+"
_GREETING = (
    "Hello. Ask anything about the Amazon Research Awards Program Rules: who may apply, what a proposal may contain, how an "
    "award is paid and used, credits, privacy, publicity, and disputes."
)
_SORRY = (
    "I am sorry that this did not answer your question. Please ask it once more in other words, in a whole sentence that "
    "names what it is about; or read the Rules themselves."
)
ANEW = (
    r"(?:(?:ok|okay|please|sorry|now|right|no),? )*(?:forget (?:everything|all (?:of )?(?:that|it|this)|it all|what i (?:said|wrote|told you))|"
    r"(?:let['’]?s |let us |can we |i (?:want to|will|['’]ll) )?(?:start|begin) (?:again|over|afresh|anew|from (?:scratch|the (?:start|beginning)))|"
    r"(?:a )?new case|reset)"
)
"""The words of a fresh start, which take back all that was told of a case."""
_UNCLEAR = (
    "I am not sure what that is about. Please ask in a whole sentence, for example: *Can the award be used for salaries?* Or "
    "tell me about yourself, and I check your case against section I of the Rules."
)
_REPLIES = (
    (
        re.compile(rf"{_THANKS}(?: {_MUCH}| {_BYE}| {_NODS})*|{_BYE}"),
        "You are welcome. If anything else about the Rules is unclear, just ask.",
    ),
    (
        re.compile(rf"{_GREETS}(?: (?:there|all|team|everyone|assistant|ara))*"),
        _GREETING,
    ),
    (re.compile(rf"{_NODS}(?: {_NODS})*"), "Good. If anything else about the Rules is unclear, just ask."),
    (re.compile(_COMPLAINS), _SORRY),
)
_REPLIES_TO_A_CASE = (
    (re.compile(rf"{ANEW}(?: please)?"), "Good, we start anew: what you told me about yourself before counts no more."),
    (re.compile(_REPLIED), _UNCLEAR),
)
_BETWEEN = re.compile(r"[\s.,;:!?…)(–—-]+")
_LONGEST = 80


def small_talk(message: str) -> Draft | None:
    """The reply to a message that asks and tells nothing, whatever came before it; ``None`` to any other."""
    return _reply(message, _REPLIES)


def out_of_place(message: str) -> Draft | None:
    """The reply to a bare yes or no, or to a fresh start, where no case stands that it could be about; ``None`` to any other."""
    return _reply(message, _REPLIES_TO_A_CASE)


def _reply(message: str, replies: Sequence[tuple[re.Pattern[str], str]]) -> Draft | None:
    if len(message) > _LONGEST:
        return None
    words = _BETWEEN.sub(" ", message.lower()).strip()
    reply = next((says for pattern, says in replies if pattern.fullmatch(words)), None)
    return Draft(None, (reply,), ()) if reply else None
