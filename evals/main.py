"""``python -m evals``, the same as ``ara eval``: its commands put together."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from corpus.errors import AraError
from evals.commands.look import bench, coverage, explain, figures, impact, load, talks, turns
from evals.commands.measure import compare, gate, judge, lint, report, run

__all__ = ["app"]

BAD_INPUT = 2


class _OneLineErrors(TyperGroup):
    """Shows an error as its one line on stderr and exits with 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except AraError as error:
            typer.echo(f"evals: {error}", err=True)
            raise typer.Exit(BAD_INPUT) from None
        except KeyboardInterrupt:
            typer.echo("evals: stopped. Run the same command again to go on.", err=True)
            raise typer.Exit(130) from None


app = typer.Typer(
    cls=_OneLineErrors,
    help="Measure the answers, see why one failed, and stop a bad change.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (
    run,
    compare,
    gate,
    report,
    judge,
    explain,
    lint,
    coverage,
    impact,
    figures,
    bench,
    load,
    talks,
    turns,
):
    app.command()(_command)
