"""Short forms, contractions and frequent slips with what they stand for, and the words of the field.

``ORDINARY`` holds the ordinary words that lie one or two slips from a word of the field: they mean themselves.
"""

from __future__ import annotations

__all__ = ["BEFORE_NOT", "DOMAIN", "IRREGULAR", "ORDINARY", "PHRASES", "WHOLE"]

BEFORE_NOT = "ain are ca could did do does had has have is must need should was were would wo"
IRREGULAR = {"ca": "can", "wo": "will", "ain": "is", "sha": "shall"}
WHOLE: dict[str, str] = {
    "im": "i am",
    "iam": "i am",
    "ive": "i have",
    "id": "i would",
    "youre": "you are",
    "hes": "he is",
    "shes": "she is",
    "theyre": "they are",
    "theyve": "they have",
    "weve": "we have",
    "thats": "that is",
    "theres": "there is",
    "whats": "what is",
    "lets": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "cannot": "can not",
    "cant": "can not",
    "wont": "will not",
    "shant": "shall not",
    "aint": "is not",
    "noone": "nobody",
    "no-one": "nobody",
    "asst": "assistant",
    "assoc": "associate",
    "ass't": "assistant",
    "prof": "professor",
    "profs": "professors",
    "uni": "university",
    "unis": "universities",
    "univ": "university",
    "govt": "government",
    "gov": "government",
    "gov't": "government",
    "gvt": "government",
    "govmt": "government",
    "governmental": "government",
    "dept": "department",
    "ft": "full-time",
    "f/t": "full-time",
    "fulltime": "full-time",
    "full-timer": "full-time",
    "pt": "part-time",
    "p/t": "part-time",
    "parttime": "part-time",
    "part-timer": "part-time",
    "halftime": "half-time",
    "yo": "years old",
    "y/o": "years old",
    "yrs": "years",
    "yr": "years",
    "hrs": "hours",
    "wk": "week",
    "snr": "senior",
    "sr": "senior",
    "w/": "with",
    "w/o": "without",
    "cuz": "because",
    "coz": "because",
    "cos": "because",
    "hubby": "husband",
    "bro": "brother",
    "sis": "sister",
    "bf": "boyfriend",
    "gf": "girlfriend",
    "kid": "child",
    "kids": "children",
    "atm": "currently",
    "btw": "also",
    "tho": "though",
    "thru": "through",
    "afaik": "as far as i know",
    "dunno": "do not know",
    "idk": "i do not know",
    "organisation": "organization",
    "organisations": "organizations",
    "non-governmental": "non-government",
    "nongovernmental": "non-government",
    "nonprofit": "non-profit",
    "not-for-profit": "non-profit",
    "none-profit": "non-profit",
    "ngo's": "ngo",
    "accreditated": "accredited",
    "post-doc": "postdoc",
    "post-doctoral": "postdoctoral",
    "ph": "phd",
    "adviser": "advisor",
    "programme": "program",
    "labour": "labor",
    "defence": "defense",
    "favour": "favor",
    "centre": "center",
    "licence": "license",
    "u": "you",
    "&": "and",
    "@": "at",
    "dauther": "daughter",
    "daugther": "daughter",
    "doughter": "daughter",
    "dougther": "daughter",
    "huband": "husband",
    "husbend": "husband",
    "goverment": "government",
    "gouvernment": "government",
    "governement": "government",
    "proffesor": "professor",
    "profesor": "professor",
    "professer": "professor",
    "lecturar": "lecturer",
    "lector": "lecturer",
    "acredited": "accredited",
    "acreditted": "accredited",
    "univercity": "university",
    "sallary": "salary",
    "employe": "employee",
    "emploee": "employee",
    "brothr": "brother",
    "sisiter": "sister",
    "fammily": "family",
    "familly": "family",
    "propsal": "proposal",
    "porposal": "proposal",
    "+": "and",
    "american": "usa",
    "america": "usa",
    "u.s": "usa",
}
PHRASES: dict[tuple[str, ...], str] = {
    ("full", "time"): "full-time",
    ("full", "-", "time"): "full-time",
    ("full", "load"): "full-time",
    ("fully", "employed"): "full-time employed",
    ("part", "time"): "part-time",
    ("half", "time"): "half-time",
    ("no", "one"): "nobody",
    ("no", "body"): "nobody",
    ("any", "one"): "anyone",
    ("any", "body"): "anybody",
    ("not", "any", "longer"): "no longer",
    ("not", "anymore"): "no longer",
    ("post", "doc"): "postdoc",
    ("per", "cent"): "%",
    ("percent",): "%",
    ("pct",): "%",
    ("united", "states"): "usa",
    ("united", "states", "of", "america"): "usa",
    ("non", "profit"): "non-profit",
    ("non", "government"): "non-government",
    ("non", "-", "government"): "non-government",
    ("can", "not"): "can not",
    ("vis", "a", "vis"): "towards",
    ("a", "tiempo", "completo"): "full-time",
    ("tiempo", "completo"): "full-time",
    ("à", "temps", "plein"): "full-time",
    ("in", "vollzeit"): "full-time",
    ("vollzeit",): "full-time",
}

DOMAIN: tuple[str, ...] = (
    *("professor", "professors", "professorship", "lecturer", "lecturers", "lectureship", "instructor", "faculty"),
    *("assistant", "associate", "accredited", "accreditation", "university", "universities", "college", "institution"),
    *("researcher", "postdoctoral", "doctoral", "student", "permanent", "adjunct", "visiting", "emeritus", "tenured"),
    *("proposal", "proposals", "submit", "submitted", "government", "ministry", "employee", "employed", "employer"),
    *("salary", "sanctions", "sanction", "sanctioned", "export", "controls", "amazon", "internship", "contractor"),
    *(
        "director",
        "officer",
        "affiliate",
        "affiliates",
        "procurement",
        "procurements",
        "infrastructure",
        "participated",
    ),
    *("husband", "daughter", "brother", "sister", "mother", "father", "family", "household", "flatmate", "housemate"),
    *("roommate", "neighbour", "neighbor", "exclusion", "exclusions", "eligible", "section", "applies", "nobody"),
    *("currently", "received", "receive", "children", "parents", "partner", "colleague", "organization", "january"),
    *("february", "september", "october", "november", "december", "august", "engineer", "warehouse", "worked"),
    *("working", "never", "contract", "position", "principal", "investigator", "adviser", "restrictions", "anybody"),
    *("anyone", "committee", "decision", "cloud", "companies", "relatives", "cousin", "married", "unpaid"),
)
ORDINARY = frozenset(
    "lecture lectures processor profession professional confessor possessor assistance assists associated associates "
    "associations accredit accrediting universal universally collage colleges institutional institutions research "
    "researchers researched doctor doctors students studied permanently adjuncts visit visits visitors tenure "
    "propose proposed proposes proposing summit submits submitting governing governor governance ministries minister "
    "employees employ employs employers celery salaries exports exported export control controlled controlling "
    "amazing amazons interns internships contractors contracts contracted contrast directors direct directed offices "
    "office officers official affiliated affiliation affiliations procure procured participate participates "
    "participating participant husbands daughters brothers brotherly another other others sisters mothers bother "
    "bothers fathers further farther gather rather families familiar households flatmates housemates roommates "
    "neighbours neighbors exclusive excluding excluded exclude inclusion inclusions eligibility ineligible sections "
    "selection apply applied applying reapplies noble noted current received receives receiver deceive perceived "
    "childrens grandparents apparent partners pardon colleagues college organizations organized engineers "
    "engineering engineered warehouses work works workers walking worker networking nerve fever clever contact "
    "contacts positions petition composition principle principals investigators investigation advised advise advises "
    "restriction committees decisions precision clouds could would should could could comments compared relative "
    "cousins dozen marries marry carried varied paid unpaid unpaved repaid exertion extort expert experts sensor "
    "direction directory lecturing instruct instructed instructions instructional instructors structure facility "
    "facilities factor infrastructures students studies student prominent permitted proposal disposal refusal "
    "removal internal international internally external enjoyed deployed unemployed employable employing section "
    "faction action election mission missions weather whether leather either neither together brother thither "
    "everybody somebody anybody anyway anywhere month mouth north south worth forth fourth fifth eight partner "
    "partnered family formally finally normally worded cooked looked booked walked wondered wanted wording wearing "
    "walking parking marking barking sister system resistor minster cluster foster poster master faster visited "
    "sanctioning auction auctions function functions sections tension pensions pension mention mentions relations "
    "relation relatively decide decided applies supplies replies implies allies enables eligibly legible "
    "cleared cloudy crowd proud aloud loud contrasts extract extracts subtract direct directly divisor visor doctors "
    "director instructor contractor".split()
)
