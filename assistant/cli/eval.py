"""The ``ara eval`` command."""

from __future__ import annotations

import typer

__all__ = ["PASS_ON", "evaluate"]

PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
"""Everything after ``ara eval``, ``--help`` too, belongs to ``python -m evals``."""


def evaluate(context: typer.Context) -> None:
    """Measure answers: the same as python -m evals.

    Example: ara eval run --part dev
    """
    # The evals stand to the right of this room; only this command starts them.
    from evals.main import app

    app(args=context.args, prog_name="ara eval")
