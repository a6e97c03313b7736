"""The ``ara`` command: subcommands put together, errors turned into one line.

Every command module imports what is heavy inside its functions, so that ``ara --help``
and bad input answer at once.
"""

from __future__ import annotations

import os
import sys

import typer

from assistant.cli.ask import ask
from assistant.cli.check import check
from assistant.cli.corpus import corpus_app
from assistant.cli.eval import PASS_ON, evaluate
from assistant.cli.index import index_app
from assistant.cli.mcp import mcp
from assistant.cli.review import review
from assistant.cli.serve import serve
from assistant.cli.staff import staff_app
from assistant.cli.verify import verify
from corpus.errors import AraError

__all__ = ["app", "main"]

BAD_INPUT = 2

app = typer.Typer(
    name="ara",
    help="Ask about the Amazon Research Awards Program Rules, and get answers that cite the clauses.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("ask")(ask)
app.command("check")(check)
app.command("verify")(verify)
app.command("serve")(serve)
app.command("review")(review)
app.command("mcp")(mcp)
app.command("eval", context_settings=PASS_ON)(evaluate)
app.add_typer(corpus_app, name="corpus")
app.add_typer(index_app, name="index")
app.add_typer(staff_app, name="staff")


def main() -> None:
    """Run ``ara``; exit 2 and one line on stderr for anything that a person can mend."""
    _silence_telemetry()
    try:
        app()
    except AraError as error:
        sys.stderr.write(f"ara: {error}\n")
        raise SystemExit(BAD_INPUT) from None
    except KeyboardInterrupt:
        sys.stderr.write("ara: stopped.\n")
        raise SystemExit(130) from None
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _silence_telemetry() -> None:
    for name, value in {
        "ANONYMIZED_TELEMETRY": "False",
        "GRADIO_ANALYTICS_ENABLED": "False",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_OFFLINE": "1",
        "LANGSMITH_TRACING": "false",
        "LANGCHAIN_TRACING_V2": "false",
    }.items():
        os.environ[name] = value
