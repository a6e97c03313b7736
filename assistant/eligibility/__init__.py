"""Section I of the Rules as code: facts in, a verdict with its proof out.

    checker = load_checker()
    verdict = checker.check(parse_facts({"position": "faculty", "full_time": True}), today)
    print(explain(verdict))

No language model takes part, and nothing is stored.
"""

from assistant.eligibility.answers import CURRENT, Gap
from assistant.eligibility.asking import Choice, Question
from assistant.eligibility.checker import Checker, load_checker, read_tables
from assistant.eligibility.dates import Period
from assistant.eligibility.explain import explain, headline
from assistant.eligibility.facts import Facts, Relative
from assistant.eligibility.finding import Finding, State
from assistant.eligibility.interview import Row, Step, answer, retract, step, summary
from assistant.eligibility.kleene import Truth
from assistant.eligibility.reading import facts_schema, parse_facts
from assistant.eligibility.receipt import Verification, make_receipt, receipt_text, verify_receipt
from assistant.eligibility.receipt_page import receipt_page
from assistant.eligibility.remedy import Remedies
from assistant.eligibility.requirements import REQUIREMENTS, Requirement
from assistant.eligibility.verdict import Status, Verdict

__all__ = [
    "CURRENT",
    "REQUIREMENTS",
    "Checker",
    "Choice",
    "Facts",
    "Finding",
    "Gap",
    "Period",
    "Question",
    "Relative",
    "Remedies",
    "Requirement",
    "Row",
    "State",
    "Status",
    "Step",
    "Truth",
    "Verdict",
    "Verification",
    "answer",
    "explain",
    "facts_schema",
    "headline",
    "load_checker",
    "make_receipt",
    "parse_facts",
    "read_tables",
    "receipt_page",
    "receipt_text",
    "retract",
    "step",
    "summary",
    "verify_receipt",
]
