"""Findings as Markdown, for the verdict and for the award checklist alike."""

from __future__ import annotations

import re

from assistant.eligibility.finding import Finding

__all__ = ["finding_item", "plain"]

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def finding_item(finding: Finding, question: str = "") -> str:
    """A list item: the clause's label, the reason, its words, and the question that would settle it."""
    lines = [f"- **{finding.label}**: {plain(finding.reason)}", f"  > “{plain(finding.quote)}”"]
    if question:
        lines += ["", f"  To settle it: {plain(question)}"]
    return "\n".join(lines)


def plain(text: str) -> str:
    """``text`` with its Markdown characters escaped: place names come from people."""
    return _MARKUP.sub(r"\\\1", text)
