"""The way of one question through the stages, in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant import Answer, Trace
from evals.stages import Example, Stages

__all__ = ["explain"]


def explain(trace: Trace, console: Console | None = None) -> None:
    """Print what each stage made of the question."""
    console = console or Console()
    stages, answer = Stages.of(trace), trace.answer
    console.print(f"[bold]question[/bold]    {escape(trace.question)}", highlight=False)
    if stages.cleaned is not None and stages.cleaned != trace.question:
        console.print(f"[bold]cleaned[/bold]     {escape(stages.cleaned)}", highlight=False)
    if stages.rewritten:
        console.print(f"[bold]understood[/bold]  {escape(stages.rewritten)}", highlight=False)
    if stages.ranked:
        console.print(_ranking(stages))
    for title, nears in (("nearest examples", stages.examples), ("nearest FAQ questions", stages.faq)):
        if nears:
            console.print(_nearest(title, nears))
    if stages.answerable is not None:
        console.print(
            f"[bold]shares[/bold]      answerable {stages.answerable:.2f} · unanswerable {stages.unanswerable:.2f} · "
            f"out of scope {stages.out_of_scope:.2f}"
        )
    console.print(f"[bold]decision[/bold]    {stages.decision}  {escape(stages.reason)}", highlight=False)
    for fault in stages.faults:
        console.print(f"[bold]fault[/bold]       {escape(fault)}", highlight=False)
    for line in _help(trace):
        console.print(f"[bold]model[/bold]       {escape(line)}", highlight=False)
    if answer.verdict:
        console.print(_facts(answer))
    cited = ", ".join(dict.fromkeys(citation.label for citation in answer.citations)) or "nothing"
    console.print(f"[bold]answer[/bold]      {answer.kind}, {answer.polarity or 'no short answer'}, cites {cited}")
    console.print(f"[bold]time[/bold]        {answer.ms:.1f} ms\n")
    console.print(escape(answer.text), highlight=False)


def _ranking(stages: Stages) -> Table:
    table = Table(title="ranked clauses", title_justify="left")
    for heading in ("", "clause", "score", "head", "examples", "text", "lexical"):
        table.add_column(heading, justify="left" if heading == "clause" else "right")
    for rank, row in enumerate(stages.ranked, start=1):
        parts = (row.score, row.head, row.examples, row.text, row.lexical)
        table.add_row(str(rank), row.id, *(f"{part:.3f}" for part in parts))
    return table


def _help(trace: Trace) -> list[str]:
    """What a chat model was asked, wrote and lost, a line each."""
    found = trace.help
    if found is None:
        return []
    asked = [f"{one.task} (prompt {one.version}): {one.detail or 'replied'}, {one.ms:.0f} ms" for one in found.asked]
    shown = [f"shown: {one.text} ({one.unit.id} {one.unit.number})" for one in found.shown]
    dropped = [f"dropped, {one.why}: {one.text}" for one in found.dropped]
    return [f"{found.model}, {found.tokens} tokens", *asked, *shown, *dropped]


def _facts(answer: Answer) -> Table:
    """The facts that a verdict rests on, each with the words that it was read from."""
    table = Table(title="facts read", title_justify="left")
    for heading in ("fact", "value", "from the words"):
        table.add_column(heading)
    for name, row in answer.to_dict()["verdict"]["facts"].items():
        table.add_row(name, escape(str(row["value"])), escape(row.get("words", "–")))
    return table


def _nearest(title: str, nears: tuple[Example, ...]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("cosine", justify="right")
    table.add_column("text")
    table.add_column("counts for")
    for near in nears:
        table.add_row(f"{near.similarity:.3f}", escape(near.text), " ".join(near.clauses) or near.label)
    return table
