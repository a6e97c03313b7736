"""Which requirement implements each sentence of section I, or why no program can decide it.

``python -m assistant.eligibility.coverage`` writes ``docs/eligibility-coverage.md``. A
test fails where a sentence has no entry, an entry no sentence, a requirement no
sentence that holds its words, or where the page is not what this module generates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.eligibility.requirements import REQUIREMENTS
from corpus import CORPUS_DIR, Rules, read_rules, rules_files

__all__ = ["COVERAGE", "PAGE", "Covered", "coverage_page", "orphans"]

PAGE = Path("docs/eligibility-coverage.md")
SECTION = "I"


@dataclass(frozen=True, slots=True)
class Covered:
    """What stands for one sentence."""

    requirements: tuple[str, ...]
    """The ids of the requirements that implement it; empty where none can."""
    remark: str = ""
    """What of it is left to people, and why."""


COVERAGE: dict[tuple[str, int], Covered] = {
    ("rules:I.p1", 0): Covered(
        ("position", "age"),
        "“Accredited”, “faculty”, “permanent” and “recognized legal status” are taken as stated; the Rules define none "
        "of them.",
    ),
    ("rules:I.p1", 1): Covered(("one_proposal",)),
    ("rules:I.p2", 0): Covered(
        (),
        "Not decided by itself: it makes the items (a) to (e) representations of whoever submits. Each item has its own "
        "requirement; whether a representation is true is for the person who makes it.",
    ),
    ("rules:I.a", 0): Covered(("government",), "What is a “government entity” is taken as stated."),
    ("rules:I.b", 0): Covered(("sanctions",), "The person's own statement; no list is searched and nothing inferred."),
    ("rules:I.c", 0): Covered(
        ("amazon",), "The anniversary itself, agency staff and firms that Amazon bought later are left open."
    ),
    ("rules:I.d", 0): Covered(
        ("family",), "“Immediate family” is not defined: in-laws and partners who live elsewhere are left open."
    ),
    ("rules:I.e", 0): Covered(("procurement",), "Whether a purchase is a “procurement” is taken as stated."),
    ("rules:I.p3", 0): Covered(
        ("place",), "“Where otherwise prohibited by law” is other law; it counts only where the person raises it."
    ),
    ("rules:I.p4", 0): Covered(("employment",), "Whether officers and interns are “employees” here is left open."),
}


def orphans(rules: Rules) -> tuple[str, ...]:
    """What is not covered, or covers nothing: one line each; none where all is well."""
    return tuple(_orphans(rules))


def _orphans(rules: Rules) -> Iterator[str]:
    sentences = _sentences(rules)
    for where in sentences.keys() - COVERAGE.keys():
        yield f"{where[0]} sentence {where[1] + 1} has no entry: “{sentences[where]}”"
    for where in COVERAGE.keys() - sentences.keys():
        yield f"{where[0]} sentence {where[1] + 1} is not in the Rules"
    known = {requirement.id: requirement for requirement in REQUIREMENTS}
    for where, covered in COVERAGE.items():
        if not covered.requirements and not covered.remark:
            yield f"{where[0]} sentence {where[1] + 1} names no requirement and gives no reason"
        for name in covered.requirements:
            requirement = known.pop(name, None)
            if requirement is None:
                yield f"{where[0]} sentence {where[1] + 1} names {name!r}, which is no requirement or is named twice"
            elif requirement.clause != where[0] or requirement.quote not in sentences.get(where, ""):
                yield f"{where[0]} sentence {where[1] + 1} does not have the words of {name!r}"
    yield from (f"the requirement {name!r} stands for no sentence" for name in known)


def _sentences(rules: Rules) -> dict[tuple[str, int], str]:
    return {
        (clause.id, index): span.cut(clause.text)
        for clause in rules.clauses
        if clause.section == SECTION
        for index, span in enumerate(clause.sentences)
    }


def coverage_page(rules: Rules) -> str:
    """The page as Markdown."""
    source = f"Generated from `assistant/eligibility/coverage.py` and the Rules of {rules.version}; do not edit."
    lines = [
        "# What of section I is checked",
        "",
        source,
        "",
        "Each sentence of section I names the requirement that implements it, or says why no program can decide it.",
        "",
        "| clause | sentence | requirement | left to people |",
        "|---|---|---|---|",
    ]
    for (clause_id, index), sentence in _sentences(rules).items():
        covered = COVERAGE[clause_id, index]
        names = ", ".join(f"`{name}`" for name in covered.requirements) or "none"
        lines.append(f"| {rules.clause(clause_id).label} | {sentence} | {names} | {covered.remark} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(coverage_page(read_rules(rules_files(CORPUS_DIR)[-1])), encoding="utf-8")
