"""The names behind the tags: Amazon and its companies, people near the applicant, public bodies.

A list for staff to extend. Where a name could mislead, say why beside it.
"""

from __future__ import annotations

__all__ = [
    "AMAZON",
    "AMAZON_AMBIGUOUS",
    "AMAZON_UNITS",
    "CHAINS",
    "DEPARTMENTS",
    "GOVERNMENT",
    "MEN",
    "NOT_THE_COMPANY",
    "PEOPLE",
    "PEOPLE_PHRASES",
    "PEOPLE_WORDS",
    "UNCLEAR_BODIES",
    "WOMEN",
]

AMAZON = (
    "amazon",
    "aws",
    "amzn",
    "amazon web services",
    "amazon.com",
    "amazon company",
    "amazon companies",
    "amazon affiliate",
    "amazon affiliates",
    "amazon subsidiary",
    "amazon subsidiaries",
    "amazon 's affiliates",
    "aws affiliate",
    "whole foods",
    "whole foods market",
    "twitch",
    "audible",
    "zoox",
    "zappos",
    "goodreads",
    "imdb",
    "annapurna labs",
    "annapurna",
    "lab126",
    "pillpack",
    "eero",
    "abebooks",
    "ivona",
    "wondery",
    "shopbop",
    "souq",
    "prime video",
    "one medical",
    "kiva systems",
    "ring inc",
    "mgm studios",
    "metro-goldwyn-mayer",
    "comixology",
    "woot",
    "body labs",
    "elemental technologies",
    "kuiper",
    "project kuiper",
    "alexa team",
    "fulfilment center",
    "fulfillment center",
    "alexa",
)
AMAZON_UNITS = (
    "robotics logistics music studios science scientist labs lab retail fresh go flex prime ads advertising pay "
    "air games media search devices alexa warehouse office india germany japan uk luxembourg berlin london seattle"
).split()
AMAZON_AMBIGUOUS = frozenset({"ring", "blink", "a9", "evi", "kindle"})
"""Companies whose names are also words: read as Amazon's only after "at", "for", "from", "with" or "left"."""
NOT_THE_COMPANY = (
    "amazon research award",
    "amazon research awards",
    "amazon research program",
    "amazon ara",
    "amazon award",
    "amazon awards",
    "amazon 's research awards",
    "amazon call",
    "amazon rules",
    "amazon program",
    "amazon grant",
    "amazon proposal",
    "amazon rainforest",
    "amazon forest",
    "amazon basin",
    "amazon river",
    "amazon region",
    "amazon delta",
    "amazon jungle",
    "amazon shares",
    "amazon stock",
    "amazon stocks",
    "amazon account",
    "amazon prime account",
    "amazon prime subscription",
    "amazon prime",
    "amazon customer",
    "amazon customers",
    "amazon order",
    "amazon orders",
    "amazon reviews",
    "amazon echo",
    "amazon kindle",
    "amazon dataset",
    "amazon data set",
    "amazon gift card",
    "on the amazon , the river",
    "the amazon , the river",
    "aws credits",
    "aws credit",
    "aws customer agreement",
    "aws account",
    "aws instances",
)
PEOPLE_WORDS: dict[str, str] = {
    "SPOUSE": "wife husband spouse wives spouses",
    "PARTNER": "partner boyfriend girlfriend fiancé fiancée fiance fiancee cohabitee",
    "PARENT": "father mother dad mum mom mam mama papa parent parents daddy mummy mommy",
    "CHILD": "son daughter child children sons daughters",
    "SIBLING": "brother sister brothers sisters sibling siblings twin",
    "INLAW": "brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law in-law in-laws "
    "brothers-in-law sisters-in-law parents-in-law",
    "OTHERREL": "grandfather grandmother grandma grandpa grandad granddad granny grandparent grandparents grandson "
    "granddaughter grandchild grandchildren stepson stepdaughter stepfather stepmother stepbrother stepsister stepchild "
    "stepchildren stepdad stepmum stepmom stepparent half-brother half-sister step-son step-daughter step-father "
    "step-mother step-brother step-sister half-sibling godfather godmother guardian ward step-dad step-child",
    "DISTANT": "cousin cousins uncle uncles aunt aunts auntie nephew nephews niece nieces",
    "HOUSEMATE": "housemate housemates flatmate flatmates roommate roommates roomie lodger lodgers tenant tenants "
    "cohabitant flat-mate room-mate house-mate nanny au-pair subtenant",
    "UNREL": "neighbour neighbours neighbor neighbors friend friends colleague colleagues coworker coworkers co-worker "
    "co-workers student students boss supervisor mentor advisor labmate officemate officemates acquaintance mate mates "
    "classmate classmates ex-wife ex-husband ex-partner ex-girlfriend ex-boyfriend ex-boss ex-colleague ex-student dean landlord man woman lady gentleman person landlady coauthor "
    "co-author coauthors collaborator collaborators postdocs guy guys alumnus alumni graduate "
    "graduates godchild mentee buddy pal",
    "FAMILY": "family families relatives relative household households kin relations housefolk",
}
PEOPLE_PHRASES: dict[str, str] = {
    "civil partner": "PARTNER",
    "domestic partner": "PARTNER",
    "life partner": "PARTNER",
    "significant other": "PARTNER",
    "my postdoc": "my UNREL",
    "our postdoc": "our UNREL",
    "a postdoc of mine": "UNREL",
    "my phd student": "my UNREL",
    "my doctoral student": "my UNREL",
    "our phd student": "our UNREL",
    "my phd students": "my UNREL",
    "my doctoral students": "my UNREL",
    "of my doctoral students": "of my UNREL",
    "better half": "SPOUSE",
    "older brother": "SIBLING",
    "half brother": "OTHERREL",
    "half sister": "OTHERREL",
    "step son": "OTHERREL",
    "step daughter": "OTHERREL",
    "step father": "OTHERREL",
    "step mother": "OTHERREL",
    "step brother": "OTHERREL",
    "mother in law": "INLAW",
    "father in law": "INLAW",
    "brother in law": "INLAW",
    "sister in law": "INLAW",
    "son in law": "INLAW",
    "daughter in law": "INLAW",
    "room mate": "HOUSEMATE",
    "flat mate": "HOUSEMATE",
    "house mate": "HOUSEMATE",
    "au pair": "HOUSEMATE",
    "student house": "house",
    "student flat": "flat",
    "student home": "home",
    "student dorm": "house",
    "office mate": "UNREL",
    "office mates": "UNREL",
    "office-mate": "UNREL",
    "lab mate": "UNREL",
    "ex wife": "UNREL",
    "ex husband": "UNREL",
    "ex partner": "UNREL",
    "former wife": "UNREL",
    "former husband": "UNREL",
    "guy next door": "UNREL",
    "man next door": "UNREL",
    "woman next door": "UNREL",
    "lady next door": "UNREL",
    "people next door": "UNREL",
    "former student": "UNREL",
    "family member": "FAMILY",
    "family members": "FAMILY",
    "family friend": "UNREL",
    "household member": "FAMILY",
    "household members": "FAMILY",
    "next of kin": "FAMILY",
    "loved ones": "FAMILY",
    "immediate family": "FAMILY",
    "close family": "FAMILY",
    "people in my house": "FAMILY",
    "people in my home": "FAMILY",
    "people in the house": "FAMILY",
    "people i live with": "FAMILY",
    "those i live with": "FAMILY",
    "anyone i live with": "FAMILY",
    "anybody i live with": "FAMILY",
    "someone i live with": "FAMILY",
    "nobody i live with": "nobody FAMILY",
    "who live with me": "FAMILY",
    "at home": "FAMILY",
    "in my home": "FAMILY",
    "in my house": "FAMILY",
    "in our home": "FAMILY",
    "in our house": "FAMILY",
    "in the house": "FAMILY",
    "in the home": "FAMILY",
    "from my house": "FAMILY",
    "under our roof": "FAMILY",
    "under my roof": "FAMILY",
    "under the same roof": "FAMILY",
    "under one roof": "FAMILY",
    "in my flat": "FAMILY",
    "in my apartment": "FAMILY",
}
MEN = frozenset(
    "husband father dad papa daddy son brother uncle nephew boyfriend fiancé fiance grandfather grandpa stepson guy "
    "stepfather stepbrother half-brother brother-in-law father-in-law son-in-law ex-husband landlord man sons brothers".split()
)
WOMEN = frozenset(
    "wife mother mum mom mam mama mummy mommy daughter sister aunt auntie niece girlfriend fiancée fiancee grandmother "
    "grandma granny stepdaughter stepmother stepsister half-sister sister-in-law mother-in-law daughter-in-law ex-wife "
    "landlady daughters sisters".split()
)
PEOPLE = frozenset({*PEOPLE_WORDS, "FAMILY"})

GOVERNMENT = (
    "government agency|government agencies|government body|government bodies|government entity|government entities|"
    "government institution|government office|government department|government laboratory|government lab|"
    "federal government|state government|local government|city government|the government|government|governments|"
    "ministry|ministries|federal agency|federal agencies|national agency|state agency|public authority|"
    "city council|town council|county council|local council|city hall|town hall|municipality|municipal council|"
    "city administration|district council|borough council|regional council|regional government|prefecture|"
    "parliament|senate|congress|house of representatives|bundestag|army|navy|air force|military|armed forces|"
    "national guard|coast guard|police|court|district court|supreme court|court of appeal|tax office|tax authority|"
    "revenue service|customs|statistics office|statistical office|weather service|weather agency|weather bureau|ias officer|meteorological office|"
    "meteorological service|met office|geological survey|patent office|civil service|embassy|consulate|central bank|"
    "reserve bank|public prosecutor|prosecutor 's office|space agency|environment agency|environmental agency|"
    "nasa|isro|nist|nih|cdc|fda|epa|noaa|darpa|usda|usgs|gchq|gsa|state department|treasury|home office|"
    "pentagon|white house|cabinet office|health department|public health agency|national health service|"
    "food standards agency|police department|fire department|sheriff|intelligence agency|intelligence service|"
    "defense ministry|foreign office|forestry commission|atomic energy commission|"
    "government research institute|government research center|state laboratory|federal laboratory|federal lab|"
    "federal research institute|federal institute for|"
    "school district|county government|the county|public service|state of bavaria"
).split("|")
DEPARTMENTS = frozenset(
    "energy defense agriculture health transport transportation justice state commerce labor interior treasury "
    "homeland veterans housing immigration environment finance".split()
)
UNCLEAR_BODIES = (
    "national laboratory|national lab|national laboratories|state-owned company|state-owned enterprise|state-owned|"
    "state owned company|state owned|public hospital|state hospital|university hospital|united nations|world bank|"
    "unesco|unicef|world health organization|european commission|european union|public broadcaster|cnrs|csiro|csic|"
    "inria|max planck|max planck institute|fraunhofer|fraunhofer institute|helmholtz|research council|public company|"
    "public corporation|public enterprise|government-owned|government owned|partly state-owned|state company|"
    "state enterprise|public utility|semi-public|quasi-government|parastatal|state museum|public museum|"
    "national museum|national library|public library|development bank|state bank|museum foundation|"
    "public body|arm's-length body|quango|nato|oecd|imf|un agency|"
    "academy of sciences|national academy|science foundation"
).split("|")
CHAINS: dict[tuple[str, str], str] = {
    ("SPOUSE", "PARENT"): "INLAW",
    ("SPOUSE", "SIBLING"): "INLAW",
    ("SPOUSE", "CHILD"): "OTHERREL",
    ("SPOUSE", "FAMILY"): "INLAW",
    ("PARTNER", "PARENT"): "INLAW",
    ("PARTNER", "SIBLING"): "INLAW",
    ("PARTNER", "CHILD"): "OTHERREL",
    ("SIBLING", "SPOUSE"): "INLAW",
    ("SIBLING", "PARTNER"): "INLAW",
    ("SIBLING", "CHILD"): "DISTANT",
    ("PARENT", "SIBLING"): "DISTANT",
    ("PARENT", "SPOUSE"): "OTHERREL",
    ("PARENT", "PARTNER"): "OTHERREL",
    ("PARENT", "PARENT"): "OTHERREL",
    ("PARENT", "CHILD"): "SIBLING",
    ("CHILD", "SPOUSE"): "INLAW",
    ("CHILD", "PARTNER"): "INLAW",
    ("CHILD", "CHILD"): "OTHERREL",
}
