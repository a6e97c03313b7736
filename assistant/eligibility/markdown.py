"""Findings as Markdown, for the verdict and for the award checklist alike."""

from __future__ import annotations

from assistant.eligibility.finding import Finding
from assistant.repeating import escaped

__all__ = ["finding_item"]


def finding_item(finding: Finding, question: str = "") -> str:
    """A list item: the clause's label, the reason, its words, and the question that would settle it."""
    lines = [f"- **{finding.label}**: {escaped(finding.reason)}", f"  > “{escaped(finding.quote)}”"]
    if question:
        lines += ["", f"  To settle it: {escaped(question)}"]
    return "\n".join(lines)
