"""The question for each fact, in plain words.

``often`` in a choice is an estimate of how many of 100 applicants give that answer. It
decides nothing but the order of the questions.
"""

from __future__ import annotations

from assistant.eligibility.asking import Choice, FactQuestion

__all__ = ["FACT_QUESTIONS", "base_name", "can_be_asked", "question_for"]


def _yes_no(yes: int, *cases: Choice) -> tuple[Choice, ...]:
    return Choice(True, "Yes", yes), Choice(False, "No", 100 - yes), *cases


_ROLES = (
    Choice("never", "Nothing, ever", 80),
    Choice("not_in_last_12_months", "Nothing in the last 12 months", 8),
    Choice("employee", "Employee (also Amazon Scholar or part-time)", 4),
    Choice("intern", "Intern", 4),
    Choice("contractor", "Contractor or consultant", 2),
    Choice("officer", "Officer", 1),
    Choice("director", "Director", 1),
    Choice("agency_staff", "Worked there through another firm"),
    Choice("acquired_later", "Worked for a firm that Amazon bought later"),
)
_WHY_PLACE = "The Program is void in some places. Where you live and work counts, not your passport or birthplace."
_WHY_DATE = "The Rules count 12 months back from the application, by the calendar."

FACT_QUESTIONS: dict[str, FactQuestion] = {
    "position": FactQuestion(
        "choice",
        "What is your post? If you hold several, choose the one that you apply with.",
        "The Rules accept full-time faculty, and permanent researchers at non-governmental organisations.",
        0,
        (
            Choice("faculty", "Professor, lecturer, instructor or reader", 55),
            Choice("researcher", "Researcher or scientist, not faculty", 12),
            Choice("postdoc", "Postdoc", 12),
            Choice("doctoral_student", "Doctoral student", 8),
            Choice("research_fellow", "Research fellow", 4),
            Choice("adjunct", "Adjunct faculty", 3),
            Choice("visitor", "Visiting researcher or scholar", 2),
            Choice("emeritus", "Emeritus or emerita", 2),
            Choice("other", "Another post", 2),
        ),
    ),
    "faculty_status": FactQuestion(
        "yes_no",
        "Does your institution count your post as a faculty post?",
        "The name of your post does not show whether it is faculty, and the Rules ask for faculty.",
        0,
        _yes_no(50),
    ),
    "full_time": FactQuestion(
        "yes_no",
        "Is this post full-time (100 %) on the day you apply?",
        "The Rules ask for a full-time post. A title does not say how many hours it has.",
        0,
        _yes_no(
            88,
            Choice("unpaid_leave", "Full-time, but I am on unpaid leave"),
            Choice("starts_later", "The post starts after I apply"),
            Choice("two_part_time_posts", "Two part-time posts that add up"),
        ),
    ),
    "institution": FactQuestion(
        "choice",
        "What kind of organisation employs you?",
        "The Rules accept academic institutions and non-governmental organisations.",
        0,
        (
            Choice("academic", "University, college or school", 85),
            Choice("ngo", "Another non-profit, non-governmental organisation", 7),
            Choice("company", "Company", 3),
            Choice("government", "Government body or state laboratory", 4),
            Choice("other", "Something else, or not clear", 1),
        ),
    ),
    "accredited": FactQuestion(
        "yes_no",
        "Is your employer an accredited academic institution?",
        "The Rules ask faculty members for an accredited institution.",
        0,
        _yes_no(95),
    ),
    "permanent": FactQuestion(
        "yes_no",
        "Is your post permanent, with no end date?",
        "The Rules ask researchers outside academic institutions for a permanent post.",
        1,
        _yes_no(60),
    ),
    "legal_status": FactQuestion(
        "yes_no",
        "Is your employer a non-governmental organisation with a recognised non-profit legal status in its country, "
        "like 501(c)(3) in the United States?",
        "The Rules ask for this status where the employer is not an academic institution.",
        0,
        _yes_no(60),
    ),
    "age": FactQuestion(
        "number",
        "How old will you be, in full years, on the day you apply?",
        "The Rules ask for a legal adult. At 21 or more the place does not matter.",
        2,
    ),
    "of_age": FactQuestion(
        "yes_no",
        "Are you legally an adult where you live?",
        "The Rules ask for the age of majority at your place of residence. It is 18 in most places, and up to 21 in some.",
        1,
        _yes_no(99),
    ),
    "one_proposal": FactQuestion(
        "yes_no",
        "Is this your only proposal as Principal Investigator in this call?",
        "The Rules allow one proposal in each call.",
        0,
        _yes_no(
            96,
            Choice("withdrawing", "I am withdrawing another one"),
            Choice("joint_lead", "I am also joint lead of another one"),
        ),
    ),
    "government_pay": FactQuestion(
        "yes_no",
        "Are you a paid employee of a government body? An accredited university or college, a state one too, does not "
        "count.",
        "The Rules exclude people whom a government body pays, beside or instead of a university.",
        1,
        _yes_no(
            5,
            Choice("unclear_body", "It is not clear whether the body is part of the government"),
            Choice("unclear_pay", "It is not clear whether it is paid employment"),
        ),
    ),
    "us_restrictions": FactQuestion(
        "yes_no",
        "Are you personally under United States export controls or sanctions?",
        "The Rules exclude people on a US list, for instance that of OFAC or the Denied Persons List. Nationality and "
        "birthplace do not matter.",
        3,
        _yes_no(
            1,
            Choice("other_country", "I am on the list of another country"),
            Choice("listed_institution", "My institution is on a US list, I am not"),
        ),
    ),
    "amazon_relation": FactQuestion(
        "choice",
        "What have you been at Amazon, or at one of its companies such as AWS?",
        "The Rules ask for 12 months between the last day at Amazon and the application.",
        1,
        _ROLES,
    ),
    "amazon_last_day": FactQuestion(
        "date",
        "When was your last day there? A month or a year is enough to begin with.",
        _WHY_DATE,
        1,
        (Choice("current", "I am still there"),),
    ),
    "relatives_at_amazon": FactQuestion(
        "people",
        "Is anybody in your close family or your home at Amazon or one of its companies, or were they in the last 12 "
        "months? Close family: spouse, parents, children, brothers and sisters.",
        "The Rules exclude close family and household of people who are or just were at Amazon.",
        2,
        (Choice(False, "No", 96), Choice(True, "Yes", 4)),
    ),
    "other_relatives_at_amazon": FactQuestion(
        "yes_no",
        "Is there anybody else in your close family or your home who is or was at Amazon in the last 12 months?",
        "The Rules count every such person.",
        2,
        _yes_no(5),
    ),
    "relative.relation": FactQuestion(
        "choice",
        "Who is this person to you?",
        "The Rules speak of immediate family and household; others do not count.",
        2,
        (
            Choice("spouse", "Husband or wife", 30),
            Choice("partner", "Partner, not married", 10),
            Choice("parent", "Parent", 5),
            Choice("child", "Child", 10),
            Choice("sibling", "Brother or sister", 20),
            Choice("in_law", "In-law", 10),
            Choice("other_relative", "Grandparent, grandchild or step-relative", 2),
            Choice("distant_relative", "Cousin, aunt, uncle, niece or nephew", 8),
            Choice("housemate", "Somebody else in my home", 2),
            Choice("unrelated", "Friend, colleague, student or neighbour elsewhere", 3),
        ),
    ),
    "relative.same_household": FactQuestion(
        "yes_no",
        "Does this person live in the same home as you?",
        "Whoever lives in the same home belongs to the household, related or not.",
        2,
        _yes_no(40, Choice("part_time", "Some of the time")),
    ),
    "relative.amazon_relation": FactQuestion(
        "choice",
        "What is or was this person at Amazon, or at one of its companies such as AWS?",
        "The Rules name directors, officers, employees, interns and contractors.",
        2,
        _ROLES,
    ),
    "relative.amazon_last_day": FactQuestion(
        "date",
        "When was this person's last day there?",
        _WHY_DATE,
        2,
        (Choice("current", "Still there"),),
    ),
    "procurement": FactQuestion(
        "yes_no",
        "Have you ever taken part in buying cloud infrastructure from AWS for an organisation, or had a say in it?",
        "The Rules exclude people who had a part in such a procurement, at any time.",
        1,
        _yes_no(
            4,
            Choice("unknown_vendor", "In buying cloud infrastructure, I do not know from whom"),
            Choice("may_not_be_procurement", "I bought something from AWS that may not be a procurement"),
        ),
    ),
    "residence": FactQuestion(
        "place",
        "In which country do you live and work? If they differ, write both, first where you live: France; Switzerland.",
        _WHY_PLACE,
        1,
    ),
    "workplace": FactQuestion("place", "In which country do you work?", _WHY_PLACE, 1),
    "otherwise_prohibited": FactQuestion(
        "yes_no",
        "Does other law prohibit you from taking part where you live or work?",
        "The Program is void where it is prohibited by law.",
        2,
        _yes_no(1),
    ),
    "application_date": FactQuestion(
        "date",
        "On which day do you apply, or will you apply?",
        _WHY_DATE,
        0,
    ),
}


def base_name(path: str) -> str:
    """The key of ``FACT_QUESTIONS`` for a path: ``relatives_at_amazon.0.relation`` is ``relative.relation``."""
    parts = path.split(".")
    return f"relative.{parts[2]}" if len(parts) > 1 else path


def question_for(path: str) -> FactQuestion:
    """The question for a fact or a field of a listed person."""
    return FACT_QUESTIONS[base_name(path)]


def can_be_asked(path: str) -> bool:
    """Whether there is a question for it; a summary ("none of the exclusions applies") can only be taken out."""
    return base_name(path) in FACT_QUESTIONS
