"""The ``ara check`` command: a verdict on a case, the interview, and receipts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli import console
from assistant.cli.files import read_text
from corpus.errors import FactsError, ReceiptError

if TYPE_CHECKING:
    from assistant.eligibility import Verdict

__all__ = ["check"]


def check(
    facts: Annotated[
        str | None, typer.Argument(metavar="FACTS.json|-", help="A file of facts, or - for stdin; none: the interview.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON schema of the facts.")] = False,
    verify: Annotated[
        Path | None, typer.Option("--verify", metavar="RECEIPT", help="Say whether a receipt still holds.")
    ] = None,
    today: Annotated[
        str, typer.Option("--today", metavar="YYYY-MM-DD", help="The day to judge on; without it, the calendar's.")
    ] = "",
    award: Annotated[
        bool,
        typer.Option("--award", help="Take the checklist for accepting an award (sections II, III and X) instead."),
    ] = False,
    receipt: Annotated[
        Path | None,
        typer.Option("--receipt", help="Write a receipt to this file, as JSON or, if it ends in .html, a page."),
    ] = None,
) -> None:
    """Check a case against section I of the Rules.

    Exits with 1 where --verify finds that a receipt no longer holds.

    Example: echo '{"position": "postdoc"}' | ara check -
    """
    day = _day(today)
    if schema:
        _print_schema(award=award)
    elif verify is not None:
        _verify(verify, as_json=as_json)
    elif award:
        _check_award(facts, as_json=as_json)
    elif facts is None:
        _interview(day, receipt, as_json=as_json)
    else:
        _check(facts, day, receipt, as_json=as_json)


def _day(text: str) -> date:
    if not text:
        return date.today()  # noqa: DTZ011 - the edge: the day on the person's own calendar
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FactsError(f"--today: {text!r} is no day. Accepted: YYYY-MM-DD. Example: 2026-11-20.") from None


def _print_schema(*, award: bool) -> None:
    from assistant.eligibility import facts_schema
    from assistant.eligibility.award import AwardFacts

    typer.echo(json.dumps(AwardFacts.model_json_schema() if award else facts_schema(), indent=2))


def _verify(path: Path, *, as_json: bool) -> None:
    from assistant.eligibility import load_checker, verify_receipt

    result = verify_receipt(read_text(str(path), ReceiptError), load_checker())
    if as_json:
        typer.echo(json.dumps(result.to_dict(), ensure_ascii=False))
    else:
        typer.echo("The receipt holds." if result.holds else "The receipt does not hold.")
        for reason in result.reasons:
            typer.echo(f"- {reason}")
    if not result.holds:
        raise typer.Exit(1)


def _check(source: str, day: date, receipt: Path | None, *, as_json: bool) -> None:
    from assistant.eligibility import load_checker, parse_facts

    verdict = load_checker().check(parse_facts(read_text(source, FactsError)), day)
    _show(verdict, receipt, as_json=as_json)


def _check_award(source: str | None, *, as_json: bool) -> None:
    from assistant.eligibility import load_checker
    from assistant.eligibility.award import award_text, check_award, parse_award_facts

    if source is None:
        raise FactsError('--award takes facts. Give a file, or - for stdin. Example: {"original_work": true}.')
    checklist = check_award(load_checker().rules, parse_award_facts(read_text(source, FactsError)))
    if as_json:
        typer.echo(json.dumps(checklist.to_dict(), ensure_ascii=False))
    else:
        _print_markdown(award_text(checklist))


def _interview(day: date, receipt: Path | None, *, as_json: bool) -> None:
    from assistant.cli.interview import interview

    _show(interview(day), receipt, as_json=as_json)


def _show(verdict: Verdict, receipt: Path | None, *, as_json: bool) -> None:
    if receipt is not None:
        _write_receipt(verdict, receipt)
    if as_json:
        typer.echo(verdict.to_json())
        return
    from assistant.eligibility import explain

    _print_markdown(explain(verdict))


def _print_markdown(text: str) -> None:
    from rich.markdown import Markdown

    console.out.print(Markdown(text))


def _write_receipt(verdict: Verdict, path: Path) -> None:
    from assistant.eligibility import make_receipt, receipt_page, receipt_text

    made = make_receipt(verdict)
    try:
        path.write_text(receipt_page(made) if path.suffix == ".html" else receipt_text(made), encoding="utf-8")
    except OSError as error:
        raise ReceiptError(
            f"{path} cannot be written ({error.strerror}). Give a file in a folder that exists."
        ) from None
