"""Receipts: a verdict to keep, and whether it still holds later.

A receipt holds the facts, the findings, the version of the Rules and the hash of the
corpus. Verifying derives the verdict again from the facts; nothing in the receipt is
taken on trust. It is not signed: it proves what follows from the facts, not who made it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.eligibility.checker import Checker
from assistant.eligibility.explain import caveat, headline
from assistant.eligibility.reading import parse_facts
from assistant.eligibility.verdict import Verdict
from corpus.errors import FactsError, ReceiptError

__all__ = ["Verification", "make_receipt", "receipt_text", "verify_receipt"]

KIND = "ara-eligibility-receipt"
FORMAT = 1
SAME = ("requirement", "clause", "state", "quote")
"""What must be the same in each finding; the wording of reasons may improve."""


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a receipt still holds, and if not, why."""

    holds: bool
    reasons: tuple[str, ...]
    """Why it does not hold; where it holds, what has changed without effect."""
    verdict: Verdict
    """The verdict as derived now, from the receipt's facts and day."""

    def to_dict(self) -> dict[str, Any]:
        """The verification as plain data."""
        return {"holds": self.holds, "reasons": list(self.reasons), "status": self.verdict.status.value}


def make_receipt(verdict: Verdict) -> dict[str, Any]:
    """The receipt of a verdict as plain data; the same verdict gives the same receipt."""
    whole = verdict.to_dict()
    receipt: dict[str, Any] = {
        "kind": KIND,
        "format": FORMAT,
        "made_on": verdict.case.today.isoformat(),
        "result": headline(verdict),
        "caveat": caveat(verdict),
        "facts": verdict.case.facts.to_dict(),
        "verdict": {key: whole[key] for key in ("status", "decisive", "findings", "earliest_date", "application_date")},
        "rules_version": verdict.rules_version,
        "corpus_hash": verdict.corpus_hash,
    }
    return receipt | {"digest": _digest(receipt)}


def receipt_text(receipt: Mapping[str, Any]) -> str:
    """The receipt as a JSON file."""
    return json.dumps(receipt, ensure_ascii=False, indent=2) + "\n"


def verify_receipt(data: str | Mapping[str, Any], checker: Checker) -> Verification:
    """Derive the verdict again and compare. Raises ``ReceiptError`` where ``data`` is no receipt."""
    receipt = _read(data)
    try:
        verdict = checker.check(parse_facts(receipt["facts"]), date.fromisoformat(receipt["made_on"]))
    except FactsError as error:
        raise ReceiptError(f"The facts in the receipt cannot be read: {error}") from None
    broken = tuple(_differences(receipt, verdict))
    return Verification(not broken, broken or tuple(_harmless(receipt, verdict)), verdict)


def _differences(receipt: Mapping[str, Any], verdict: Verdict) -> list[str]:
    found = []
    if receipt["digest"] != _digest({key: value for key, value in receipt.items() if key != "digest"}):
        found.append("The receipt was changed after it was made: its digest does not fit its content.")
    now, then = verdict.to_dict(), receipt["verdict"]
    if then["status"] != now["status"]:
        found.append(f"The receipt says {then['status']}; the facts now come to {now['status']}.")
    before = {str(finding["requirement"]): finding for finding in then["findings"]}
    for finding in now["findings"]:
        old = before.pop(finding["requirement"], None)
        if old is None or any(old.get(key) != finding[key] for key in SAME):
            was = "not in the receipt" if old is None else f"{old.get('state')} in the receipt"
            found.append(f"{finding['label']} ({finding['requirement']}) is {finding['state']} now and was {was}.")
    found += [f"{name}: the receipt has it, the checker does not." for name in before]
    if found and receipt["rules_version"] != verdict.rules_version:
        found.append(
            f"The Rules are now those of {verdict.rules_version}; it was made with {receipt['rules_version']}."
        )
    return found


def _harmless(receipt: Mapping[str, Any], verdict: Verdict) -> list[str]:
    notes = []
    if receipt["rules_version"] != verdict.rules_version:
        notes.append(f"The Rules are now those of {verdict.rules_version}; the same findings follow from them.")
    elif receipt["corpus_hash"] != verdict.corpus_hash:
        notes.append("Other files of the corpus have changed since; the same findings follow.")
    return notes


def _read(data: str | Mapping[str, Any]) -> Mapping[str, Any]:
    try:
        receipt = json.loads(data) if isinstance(data, str) else data
    except (ValueError, RecursionError):
        raise ReceiptError("The receipt is not JSON. Give the file that was downloaded with the result.") from None
    if not isinstance(receipt, Mapping) or receipt.get("kind") != KIND:
        raise ReceiptError(f'This is no receipt. Accepted: a JSON object with "kind": "{KIND}".')
    if receipt.get("format") != FORMAT:
        raise ReceiptError(f"The receipt has format {receipt.get('format')!r:.20}; this program reads format {FORMAT}.")
    _check_shape(receipt)
    return receipt


def _check_shape(receipt: Mapping[str, Any]) -> None:
    verdict = receipt.get("verdict")
    findings = verdict.get("findings") if isinstance(verdict, Mapping) else None
    whole = (
        all(isinstance(receipt.get(key), str) for key in ("made_on", "rules_version", "corpus_hash", "digest"))
        and isinstance(receipt.get("facts"), Mapping)
        and isinstance(verdict, Mapping)
        and isinstance(verdict.get("status"), str)
        and isinstance(findings, list)
        and all(isinstance(one, Mapping) and isinstance(one.get("requirement"), str) for one in findings)
    )
    if not whole:
        raise ReceiptError("The receipt is not complete. Give the file as it was downloaded with the result.")
    try:
        date.fromisoformat(receipt["made_on"])
    except ValueError:
        raise ReceiptError("The receipt's made_on is no date. Accepted: a day such as 2026-11-20.") from None


def _digest(receipt: Mapping[str, Any]) -> str:
    canonical = json.dumps(receipt, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
