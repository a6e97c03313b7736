"""The ``ara verify`` command: whether what was downloaded from the page still holds."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.cli.files import read_text
from corpus.errors import ReceiptError

if TYPE_CHECKING:
    from assistant.eligibility import Verification
    from assistant.transcript import TranscriptCheck
    from corpus import Corpus

__all__ = ["verify"]


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A downloaded conversation or receipt; - for stdin.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Check a downloaded conversation, or an eligibility receipt, against the Rules as they are here.

    Says what still holds; exits with 1 where something does not. No network and no index is needed.

    Example: ara verify ara-conversation.json
    """
    data = _parsed(read_text(file, ReceiptError))
    holds = (
        _conversation(data, as_json=as_json)
        if data.get("kind") == "ara-conversation"
        else _receipt(data, as_json=as_json)
    )
    if not holds:
        raise typer.Exit(1)


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise ReceiptError("The file is not JSON. Give the JSON file that was downloaded from the page.") from None
    if not isinstance(data, Mapping) or data.get("kind") not in {"ara-conversation", "ara-eligibility-receipt"}:
        raise ReceiptError(
            'This is neither a conversation nor a receipt. Accepted: a JSON object with "kind": "ara-conversation" or '
            '"ara-eligibility-receipt", as the page downloads it.'
        )
    return data


def _conversation(data: Mapping[str, Any], *, as_json: bool) -> bool:
    from assistant.transcript import verify_transcript

    result = verify_transcript(data, _corpus())
    _print(result, as_json=as_json)
    if not as_json:
        for number, turn in enumerate(result.turns, 1):
            typer.echo(f"\n{number}. {' '.join(turn.question.split())}")
            typer.echo(f"   {'Holds.' if turn.holds else 'Does not hold.'}")
            for line in (*turn.faults, *turn.notes):
                typer.echo(f"   - {line}")
    return result.holds


def _receipt(data: Mapping[str, Any], *, as_json: bool) -> bool:
    from assistant.eligibility import Checker, verify_receipt

    result = verify_receipt(data, Checker.of(_corpus()))
    _print(result, as_json=as_json)
    if not as_json:
        for reason in result.reasons:
            typer.echo(f"- {reason}")
    return result.holds


def _corpus() -> Corpus:
    from assistant.settings import load_settings
    from corpus import load_corpus

    settings = load_settings()
    return load_corpus(settings.corpus_dir, settings.rules_version)


def _print(result: TranscriptCheck | Verification, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(result.to_dict(), ensure_ascii=False))
        return
    what = "conversation" if hasattr(result, "turns") else "receipt"
    typer.echo(f"The {what} holds." if result.holds else f"The {what} does not hold.")
