"""Conditions that a text speaks of with a limit: asked, put off, narrower than the clause, of another time or another person.

"Sanctions: checking", "no EU sanctions", "no cloud procurement this year" and "almost full-time" sound like what they
are short of, to the frames and to the network. What is said so meets nothing and stays open; it never stands against anybody.
Eligibility policy: "missing, vague, withheld" is open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from assistant.reader.fields import BREATH, IN, field
from assistant.reader.standing import FACTS_OF
from assistant.reader.summary_limits import SUMMARY_LIMITS
from assistant.reader.unreal import is_unreal

__all__ = ["EXAMPLES", "limited"]

_WIFE = r"(?:wife|husband|partner|spouse|chair|boss|supervisor|professor|colleague|advis[oe]r|mentor|brother|sister|father|mother)"
_POST = r"(?:professor|prof|lecturer|faculty|reader|instructor|academic)"
_FULL = r"(?:full[- ]?time|fulltime|100 ?%|1\.0 fte|full post)"
_NOW = r"(?:currently|at present|at the moment|right now|just now|this (?:semester|term|year)|these days|any ?more|presently)"
_ROLE = r"(?:interns?|employees?|contractors?|officers?|directors?|board members?)"
_OF_FAMILY = r"(?:family|household|relatives|relations|housemates?|kin)"
_WHOLE_HOUSE = r"(?:famil\w*|house\w*|nobody|no one|none of|any(?:one|body)|relatives?|flat\w*|home|alone|roof|room\w*|parents?|siblings?|brothers?|sisters?|exclusions?)"
_HOUSEHOLD = r"(?:house\w*|home|flat\w*|apartment|(?:live[sd]?|living) (?:with|alone|by)|roof|room\w*|lodger\w*|alone|exclusions?|section|under our|with us|everybody|everyone)"
_LIMITS: Final[Mapping[str, tuple[str, ...]]] = {
    "full_time": (
        field(r"full[- ]?time|fte|hours|workload")
        + rf"|\b(?:almost|nearly|practically|virtually|basically|quasi|close to|not quite|hopefully) {_FULL}|\b{_FULL}(?: \w+){{0,2}} (?:until|till|up to) (?:last|recently|yesterday|a (?:few|couple)|the (?:merger|summer|spring|autumn|winter)|(?:january|february|march|april|may|june|july|august|september|october|november|december|20[012]\d)\b)|\bused to be (?:an? )?(?:\w+ )?{_FULL}|"
        rf"\b{_FULL}{IN}(?:that|which|this) was me\b|\b{_FULL}{IN}\b(?:will say|is what my (?:new|next))|\bat first {_FULL}|\breduced (?:load|hours|time|workload)|\bsuspended\b|\bon suspension|\b(?:professor|lecturer|reader|post) without pay\b|"
        rf"\b(?:two|2) half (?:chairs?|posts?|positions?|jobs?|lectureships?|professorships?|contracts?)|\bhalf (?:an? )?{_POST}{IN}\bhalf (?:at|an?|in|of)\b|\b{_FULL} (?:cto|ceo|cfo|founder|manager|engineer|consultant|student|parent|mother|father|dean's|teaching assistant|assistant to)\b|"
        rf"\b(?:study|studying|studies) {_FULL}|\b{_FULL} in my (?:head|heart|mind)|\b{_FULL}(?: equivalent)? (?:to be agreed|not agreed|under negotiation)|\b(?:doesn['’]?t|does not) state the hours|\b{_FULL} only (?:in|during|from)\b|\bon {_FULL} only\b|"
        rf"\bmy {_WIFE} is {_FULL}\b|\bwith an? {_FULL} (?:teaching )?assistant|\b(?:full[- ]?time )honorary\b|\bfull[- ]?time on paper|\bnot always {_FULL}|\b{_FULL} in (?:summer|winter|spring|autumn|term)",
        r"\bmy (?:department |dep(?:t|artment)\.? )?head is (?:an? )?full[- ]?time\b",
        r"\bfull[- ]?time (?:research )?(?:programme|program|project|lab)\b",
        rf"\b{_FULL} (?:mum|mom|mother|dad|father|carer|schoolteacher|students?|on (?:this|the|my) (?:proposal|project)|member of the (?:faculty )?club|(?:faculty )?administrator|for (?:insurance|tax|pension) purposes)\b",
        rf"\b{_FULL} (?:\w+ ){{0,2}}(?:minus|every other|on paper|until friday|but on loan|\(self-described\))|\bmore or less {_FULL}|\bfeels like {_FULL}|(?<!not a )\bzero[- ]hours? (?:contract|post|job)|\b{_FULL} \w+, (?:1\d|2\d) ?h(?:ours)?\b",
        r"\bi (?:have )?(?:just )?(?:resigned|quit)(?: my (?:post|chair|job))?(?: (?:yesterday|today|last week|this week|this morning))?\W*(?:[.;!\n]|$)",
    ),
    "position": (
        (
            rf"\bnon-?faculty\b|\bassistant to (?:an?|the) {_POST}|\b(?:i|we) (?:work with|work under|assist|supervise),?(?: (?:at|in) [^.;]*?,)? an? {_FULL} {_POST}|\bour (?:department|group|lab|team) (?:consists|is made up) of\b|"
            rf"\blets? (?:me|us)\b{IN}\bpostdoc|\bmy {_WIFE},? (?:is |has been )?an? {_FULL} {_POST}{IN}(?:\.{IN})?(?<!,)\bi(?:['’]m| am)\b|\b{_POST}{IN}\blets (?:me|her postdoc|his postdoc)\b|\b{_POST}\b{IN}: that was me\b|"
            rf"\bmy {_WIFE} has taught\b|\b(?:two|three) of us: "
        ),
        r"\bnot an? faculty\b|\bnot (?:a )?(?:member of )?(?:the )?faculty\b|\bfull[- ]?time administrative\b|\bassistant dean\b",
        r"\bteacher (?:of|at|in) an? (?:\w+ )?(?:high|secondary|primary|middle) school\b",
    ),
    "accredited": (
        (
            field(r"accredit\w*|accreditation")
            + r"|\b(?:applying|applied|applies|application|candidate|waiting) for (?:\w+ )?accreditation|\b(?:surely|probably|presumably|hopefully|i think|i believe|maybe|perhaps|supposedly|reportedly) accredited|\baccredited ?\?(?=\s*(?:$|,|\d|(?:one|1) ))|\baccreditation{IN}\b(?:under review|pending|expired|lapsed|withdrawn|suspended|in progress|ongoing)|"
            r"\b(?:soon|soon to be|to be|not yet|newly to be|provisionally|conditionally|partly|partially|once|formerly|previously|no longer) accredited|\bexpects? (?:\w+ )?accreditation|\baccredited (?:\w+ )?(?:programme|program|degree|course|mba|curriculum)|\b(?:programme|program|degree|course|curriculum) is accredited|"
            r"\bpartner (?:university|institution|college|school) is accredited|\baccredited by (?:nobody|no one|none)|\baccredited (?:hospital|clinic|laboratory|company|kindergarten|online academy)|\b(?:will|would|should|might|may) (?:soon )?be accredited|\baccredited (?:until|till) (?:last|20[01]\d|202[0-5])"
        ).replace("{IN}", IN),
        r"\bin (?:the )?process of (?:being accredited|accreditation|getting accredited)|\bbeing (?:re-?)?accredited\b",
        r"\baccredited (?:\w+ )?(?:lab\b|translator|interpreter|language school|mediator|assessor)|\b(?:degrees?|programmes?|programs?|courses?) in \w+ (?:is|are) accredited|\bwhose (?:hospital|clinic|lab|school) is accredited",
        r"\b(?:that|which) (?:cooperates|works|partners|collaborates) with an accredited|\b(?:phd|degree|diploma|doctorate) is from an accredited|\bcome from an accredited|['’]s spin-?off\b",
        r"\bi (?:assume|hope|guess) (?:it|we|they|that)(?:['’]s| is| are|['’]re)? accredited|\baccredited,? (?:of course|i hope|i guess) ?\?|\baccredited\? ask\b|\baccredited (?:from|as of|starting) (?:next|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|\bprovisional accreditation",
    ),
    "permanent": (field("permanent|post") + r"|\bpermanent resident\b|\bpermanently (?:a resident|living)",),
    "legal_status": (
        field(r"501\(?c\)?\(?3\)?(?: equivalent)?|legal status|status|charity status")
        + r"|\b(?:applied|applying|applies) for (?:\w+ )?(?:501|charit|legal|recogni|non-?profit|ngo)|\b501 ?\(?c\)? ?\((?!3)\d+\)|\binter-?governmental\b|\b501\(c\)\(3\) ?\?",
        rf"\b(?:not sure|unsure|no idea|doubt){IN}\b501|\b501{IN}\b(?:applied for|not sure|unsure|pending|in (?:process|progress)|under review)\b",
    ),
    "one_proposal": (
        (
            field(r"(?:number of )?(?:proposals?|submissions?|applications?)")
            + r"|\bat least one\b|\bone for now\b|\b(?:proposals?|submissions?): ?(?:1|one) for now|\banother (?:idea|one|proposal|project){IN}\b(?:send|submit|hand)|\balready handed{IN}\b(?:another|second)|\bone proposal (?:per|a) (?:person|year|pi|head|applicant)\b|"
            r"\bfirst (?:proposal|submission) (?:of mine )?(?:in|this|for)|\bone more (?:proposal|submission|application) (?:in )?this call|\bmy (?:colleague|boss|chair|wife|husband|student) (?:submits|sends|hands in|will submit|will send)\b|\bo one proposal\b|\bmaybe (?:one|two)|\bone or two (?:proposals?|submissions?)"
        ).replace("{IN}", IN),
        rf"\bproposals?\b{BREATH}\b(?:in the last call|last year)\b|\bsending another\b|\bone proposal from our\b",
        r"\b(?:ideally|trying to keep it to|first of all) (?:just |only )?one proposal|\bone proposal (?:so far|for the (?:nsf|nih|erc|eu|dfg|ministry))\b|\bone proposal\b[^.;!?\n]*?\bplus an?\b|\bi['’]?m finishing another\b|\blast call i submitted (?:only )?one\b|\bmy student will also send\b|\bdepartment submits only one\b",
    ),
    "government_pay": (
        field(r"gov(?:ernment|t|\.)?(?: (?:pay|job|post|money|employment))?")
        + r"|\bgov\w*: ?(?:state|public|government) employee\b|\bno (?:\w+ )?gov\w* (?:job|post|pay|work|money|employment) (?:other than|apart from|except|besides)(?! ?(?:[,;.]|and\b|it\b|that\b|$))(?! (?:(?:the|my|our|a|at the|at my) )?(?:\w+ )?(?:uni|college|school|chair|lectur|profess|post|salar|this|teach))|"
        r"\bno (?:full[- ]?time|federal|national|central|permanent|regular|direct|state-level|main) (?:gov\w* )?(?:job|post|pay|employment|position|work)\b(?!,? (?:or|nor|and no|no) (?:state|local|other|regional))",
        r"\bnot an? (?:federal|national|central|state|municipal|regional|local) (?:government )?(?:employee|official|servant)\b(?!,? (?:or|nor|and))",
        rf"\bno gov\w* (?:pay|job|post|money|salary|employment|work) {_NOW}",
    ),
    "us_restrictions": (
        (
            field(r"(?:us )?sanctions?|export controls?|sanctions? lists?")
            + r"|\b(?:no|not under(?: any)?|without) (?:eu|european|uk|british|canadian|un|swiss|japanese|chinese|russian|australian) sanctions?(?!{IN}\b(?:us|u\.s\.|american|united states)\b)|\b(?:no|not any) sanctions? (?:on|against) (?!me\b|us\b|my\b|him|her|them|myself)\w+"
        ).replace("{IN}", IN),
        rf"\bmy (?:country|university|institution|employer|college)\b{BREATH}\bsanction",
    ),
    "amazon": (
        field(r"amazon|aws|amazon ties?")
        + r"|\b(?:intern|internship|contractor|consultant|employee|board|director|staff) (?:at|of|with|for) (?:amazon|aws): ?(?:no|never)\b|\bnever (?:been )?an? (?:employee|intern|contractor|director|officer) (?:of|at) (?:amazon|aws)(?: or its affiliates)?(?! ?(?:,|or|nor|and) ?(?:an? )?(?:intern|contractor|director|officer|employee|in any))|"
        r"\b(?:haven['’]?t|have not|hasn['’]?t|not) worked (?:at|for) (?:amazon|aws) since (?:i|we|he|she|my|moving|coming|then)|\bnot on amazon['’]?s payroll|\bnever worked in \w+ for (?:amazon|aws)|\bnever (?:amazon|aws),? (?:though|but|only|except) (?:zappos|audible|twitch|whole foods|aws|ring|imdb|goodreads|an? (?:affiliate|subsidiary))|\b(?:amazon|aws): ?(?:not (?:any ?more|directly|now|currently|yet|lately|recently)|no longer)",
        rf"\b(?:amazon|aws)(?: \w+)?: ?(?:none|no|not|nothing) {_NOW}|\b(?:i['’]?m|i am|am) not (?:{_NOW} )?(?:working|employed|engaged) (?:for|at|by|with) (?:amazon|aws)\b(?!{IN}\b(?:never|ever|nor was|was not|wasn['’]?t|have not|haven['’]?t)\b)",
        rf"\bnot (?:been )?an? {_ROLE}(?:(?:,| or| nor)+ (?:an? )?{_ROLE})? (?:of|at|for) (?:amazon|aws)",
        rf"\bnever worked (?:for|at|with) aws\b(?!{IN}\b(?:amazon|affiliat|subsidiar|compan|anything))",
        r"\bnot worked (?:at|for) (?:amazon|aws) in my (?:current|present|new)\b",
        r"\b(?:left|quit|stopped|finished|ended|resigned|was)\b[^.;!?\n]*\b20\d\d,? (?:and )?not (?:in )?(?:19|20)\d\d\b",
    ),
    "family": (
        (
            field(r"famil\w*(?: ?[/+&] ?household)?|household|relatives")
            + r"|\b(?:parents|siblings|brothers|sisters|children|wife|husband|spouse)(?:(?:,| and|/| or) (?:parents|siblings|brothers|sisters|children|wife|husband|spouse))* at (?:amazon|aws): ?(?:no|none)\b|\bno (?:relatives?|family)(?: members?)? at (?:amazon|aws)(?!{IN}\b(?:house|home|flat|live|lives|living|roof|household|under)\b)(?=[.;!\n]|$)|"
            r"\b(?:nobody|no one|none) i live with\b(?!,? (?:and|nor|or)\b)(?!{IN}\b(?:famil|relat|kin)\w*)|\b(?:family|household|relatives?)\b{IN}\bat (?:amazon|aws) in (?!any\b|the (?:last|past)|whatever|a\b)[a-z]+|\bno other exclusions?\b[^.;!?]*\bthan (?:the one )?on (?:the )?(?:household|family|relatives)|\bin an? (?:senior|leading|technical|managerial|full[- ]time) (?:role|position|post|job) at (?:amazon|aws)\b|\bmy own family\b[^?]*\bis (?:she|he) (?:eligible|in)\b|\bhardly any(?:one|body)\b|\bnone that (?:matters?|counts?)\b|"
            r"\bno(?: ?one|body)? except (?:for )?(?:my|the|our|an?)\b|\bfamily is (?:a )?(?:different|another|other)\b|\bfamily/household: (?:irrelevant|private|no longer)|\bmy (?:twin|brother|sister|cousin)['’]?s (?:wife|husband|partner)\b|\bstep-?(?:daughter|son|child|sister|brother|father|mother)\b{IN}\b(?:works?|employed|intern|drives?|there|amazon|aws)\b|"
            r"^\W*(?:my |the )?(?:immediate |close )?family: ?(?:no|none|nobody)\W*$|^\W*(?:my |the )?household: ?(?:no|none|nobody)\W*$|\bleft not long ago\b|\b(?:did|was),? left (?:recently|not long|some time|a while)"
        ).replace("{IN}", IN),
        rf"^(?![\s\S]*\b{_WHOLE_HOUSE}\b)[\s\S]*\bmy (?:wife|husband|spouse|partner|kids|children|son|daughter)s?\b{IN}\b(?:amazon|aws)\b",
        rf"^(?![\s\S]*\b{_HOUSEHOLD}\b)[\s\S]*\b(?:nobody|no one|none) (?:in|of) my (?:family|relatives)\b",
        r"\b(?:no one|nobody|none) in my household\b(?![^;!?\n]*\b(?:famil|relativ|parent|sibling|kin))(?<!family)(?=[^;!?\n]*\b(?:was|is|has|did|does|ever|either|at|amazon)\b)(?![\s\S]*\b(?:famil|relativ|parent|sibling|wife|husband|exclusion))",
        rf"\b{_OF_FAMILY}\b{BREATH}\b(?:amazon|aws)\b{BREATH} {_NOW}|\b{_OF_FAMILY} (?:doesn['’]?t|don['’]?t|does not|do not|isn['’]?t|is not) either\b",
        r"\b(?:family|household)(?: and household)? (?:have|has) not been at aws\b",
        r"\bwhether (?:(?:he|she|they)(?:['’]s| is| are)?|(?:that|this|it)(?: is|['’]s)?) (?:counts? as |part of |in |of |belongs? to |one of )+(?:our |my |the )?(?:household|home|family)\b",
    ),
    "procurement": (
        (
            field(r"(?:cloud )?procurements?(?: with aws)?|cloud (?:buying|purchas\w+)")
            + r"|\bexcept once\b|\b(?:procurement|purchas\w+|aws)\b{IN}: ?(?:no vote|not recently|no decision\S* authority|no role this year|not lately)|\b(?:i )?don['’]?t have authority over any\b(?!{IN}\bpart)|\bno cloud procurement (?:in the (?:last|past)|at this|at my|this year|recently|lately|since)|"
            r"\b(?:procurement|purchas\w+)\b{IN}\b(?:that i decided on|isn['’]?t my job any ?more|is not my job any ?more|handled by my deputy|this year|recently|lately)\b|\b(?:just|only) in the room\b|\bnever decided on (?:aws|cloud|amazon)\b(?!{IN}\b(?:part|took|involved)\b)"
        ).replace("{IN}", IN),
        rf"\b{_NOW} not (?:involved|part|engaged){IN}\b(?:procure|purchas)|\bnot {_NOW} (?:involved|part){IN}\b(?:procure|purchas)|\bhad no vote\b(?!{IN}\b(?:part|role|involv|authority))",
        rf"\bno decision-making authority over\b(?!{IN}\b(?:particip|part|involv|role|took))(?<!nor )",
        rf"\bno cloud procurements?\b{BREATH}\b(?:in the (?:last|past)|since i)\b",
    ),
    "age": (
        r"\bturned \d+ (?:pages?|stones?|corners?|times|screws|keys|leaves)\b",
        r"\bi feel \d\d\b|\badult (?:dog|cat|education|learners?|students?|literacy)\b|\b(?:teach|train|supervise) \d+ adults\b",
    ),
    "none_of_the_exclusions": (SUMMARY_LIMITS,),
    "none_of_a_to_e": (SUMMARY_LIMITS,),
    "place": (
        r"\b(?:not sure|unsure|no idea|don['’]?t know) (?:if|whether)\b[^.;!?\n]*\b(?:prohibited|allowed here|banned|legal here)\b",
    ),
}
"""What leaves a condition open: not answered or put off, of another time, person or thing, narrower than its clause."""
EXAMPLES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "full_time": (
        (
            "My department head is full-time faculty; I'm a lecturer under her.",
            "I run a full-time research programme as associate professor.",
            "I'm a professor at an accredited university in Lyon and a full-time mum.",
            "Full-time lecturer minus one day, accredited university, Turin.",
            "Full-time lecturer, accredited university, Utrecht, 34, one proposal. I resigned yesterday.",
            "Position: professor. Full-time: ?",
            "Almost full-time professor, accredited university, Utrecht.",
            "Professor at an accredited university, full-time until last month.",
            "I have taught here since 2009, at first full-time and for the last few years with a reduced load.",
            "Full-time employed: half lecturer at a university, half at a hospital.",
            "Professor and full-time CTO of a start-up.",
        ),
        (
            "Full-time professor, accredited university, full-time until seventy.",
            "Full-time member of the faculty, accredited academic institution, Dublin. I quit Amazon in 2019.",
        ),
    ),
    "position": (
        (
            "I'm assistant dean, full-time administrative, at a university.",
            "Full-time teacher of a high school in Accra.",
            "My wife is a full-time professor at an accredited university in Utrecht. I am 42.",
            "I work with a full-time professor at an accredited university.",
            "Full-time research professor (non-faculty title).",
        ),
        ("Full-time lecturer; I supervise two students.",),
    ),
    "accredited": (
        (
            "a university that is in the process of being accredited",
            "I'm a full-time lecturer at a university in Quito. I'm an accredited translator too.",
            "I'm a full-time lecturer at a school that cooperates with an accredited university.",
            "I'm a full-time lecturer at a university in Munich. I assume it's accredited.",
            "a university that is applying for accreditation",
            "soon to be accredited university",
            "full-time at a well known university, surely accredited?",
            "University of Toronto, accredited: ?",
            "[x] full-time professor [ ] accredited university",
        ),
        ("Accredited? Yep. Faculty? Yep, lecturer.",),
    ),
    "permanent": (
        (
            "Post: researcher, permanent: n/a",
            "I'm a permanent resident and a researcher.",
        ),
        ("Post: permanent researcher.",),
    ),
    "legal_status": (
        (
            "legally recognised association, not sure it's comparable to 501(c)(3)",
            "501(c)(3) equivalence applied for",
            "a foundation that has applied for 501(c)(3)-equivalent status",
            "at a 501(c)(6) in Washington",
        ),
        ("at a 501(c)(3), private, with no ties to any agency",),
    ),
    "one_proposal": (
        (
            "I submitted one proposal last year.",
            "Ideally one proposal.",
            "One proposal from me, plus a backup.",
            "one proposal from our department",
            "Proposals: at least one",
            "Number of proposals: ?",
            "My colleague submits one proposal.",
        ),
        ("One proposal this call.",),
    ),
    "government_pay": (
        (
            "I am not a federal employee.",
            "no government pay this semester",
            "Government pay: ?",
            "No federal job.",
            "No government job other than the advisory thing.",
        ),
        (
            "No government job other than my post at the state university.",
            "no federal job no state agency job",
            "I've no government job besides, am not subject to US sanctions.",
        ),
    ),
    "us_restrictions": (
        (
            "my country is not sanctioned",
            "Sanctions: checking",
            "No EU sanctions.",
            "No sanctions on Norway.",
        ),
        ("US export control, sanctions: N/A to me",),
    ),
    "amazon": (
        (
            "Amazon employment: none currently",
            "I'm not working for Amazon, my family doesn't either.",
            "Sorry, I left Twitch in July 2025 and not 2023.",
            "not an intern or employee of Amazon in the past year",
            "never worked for AWS",
            "Amazon: not any more",
            "I haven't worked at Amazon since I got here.",
            "Amazon: not directly",
        ),
        ("Amazon?? never never",),
    ),
    "family": (
        (
            "My wife and kids have nothing to do with Amazon.",
            "There's a young man upstairs. Whether he's in our household, nobody knows.",
            "Never at Amazon, nobody in my family does or did.",
            "none of my relatives or housemates is an Amazon employee at the moment",
            "Family at Amazon: no. Household: see attached",
            "Family/household: no one except my dad",
            "Parents and siblings at Amazon: no",
            "No relatives at Amazon.",
            "No family/household at Amazon in Norway.",
        ),
        (
            "No one I live with and no parent, sibling or child was ever at Amazon.",
            "Sole proposal. Nobody in my family or household has ever worked at Amazon or its affiliates.",
        ),
    ),
    "procurement": (
        (
            "I'm currently not involved in any cloud procurement with AWS.",
            "I have no decision-making authority over cloud procurement.",
            "No cloud procurement involving AWS in the last two years.",
            "Cloud procurement with AWS: no, except once",
            "Cloud procurement: no decision-making authority.",
            "No cloud procurement in the last five years.",
            "Cloud procurement isn't my job any more.",
        ),
        ("No role, no vote and no say in buying cloud infrastructure.",),
    ),
    "place": (
        ("I'm not sure whether the programme is prohibited here by law.",),
        ("I live in Minsk.",),
    ),
    "age": (
        ("I turned 47 pages in the rules already.", "Adult education is my field.", "I feel 51."),
        ("I turned 47 in May.",),
    ),
    "none_of_the_exclusions": (
        (
            "None of the exclusions in section I applied to me when I applied two years ago.",
            "None of the exclusions in section I applies to my co-investigator.",
            "My institution is not affected by any of the exclusions in section I.",
            "Hardly any of the exclusions in section I apply.",
            "None of the exclusions in section I applies, give or take.",
            "I can't promise that none of the exclusions in section I applies.",
            "None of the main exclusions in section I applies.",
            "None of the exclusions in section I applies to me personally, can't speak for my husband.",
            "I hope none of the exclusions in section I applies.",
            "None of the exclusions in section I applied to me last year.",
            "Sorry, I meant (a) to (d), I haven't looked at (e).",
        ),
        (
            "Not one of the exclusions in section I holds for me.",
            "My brother-in-law is there. No other exclusion in section I applies to me.",
        ),
    ),
}
"""Of each condition texts that limit it, and texts that do not; a test reads them."""
_PATTERNS: Final = {one: re.compile("|".join(words), re.IGNORECASE) for one, words in _LIMITS.items()}


def limited(text: str) -> frozenset[str]:
    """The conditions, and the summaries, that the text limits, by the names of ``standing.py``; all where it is unreal."""
    if is_unreal(text):
        return frozenset((*FACTS_OF, *_PATTERNS))
    return frozenset(condition for condition, pattern in _PATTERNS.items() if pattern.search(text))
