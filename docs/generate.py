"""Write the parts of the documentation that are made from the code.

``python docs/generate.py`` rewrites docs/cli.md and the settings table in README.md;
with ``--check`` it changes nothing and exits with 1 where they are out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import typer.main

from assistant.cli.main import app
from assistant.settings import Settings

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CLI = ROOT / "docs" / "cli.md"
START, END = "<!-- settings -->", "<!-- /settings -->"


def settings_table() -> str:
    """Every ``ARA_*`` variable, its default and what it does, as a Markdown table."""
    rows = ["| variable | default | what it is |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = "" if field.default_factory else field.default
        shown = {"data_dir": "the user's data folder", "corpus_dir": "`corpus/`"}.get(name) or (
            f"`{default}`" if default not in (None, "") else "not set"
        )
        rows.append(f"| `ARA_{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


def cli_reference() -> str:
    """The help of every command, as Markdown."""
    root = typer.main.get_command(app)
    parts = ["# The ara command", "Made from the program's own help by `python docs/generate.py`."]
    parts += [f"## {name}\n\n```text\n{text}\n```" for name, text in _helps("ara", root)]
    return "\n\n".join(parts) + "\n"


def _helps(name: str, command: click.Command) -> list[tuple[str, str]]:
    context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
    commands: dict[str, click.Command] = getattr(command, "commands", {})
    own = [(name, command.get_help(context).strip())]
    return own + [row for sub, child in commands.items() for row in _helps(f"{name} {sub}", child)]


def with_settings(readme: str) -> str:
    """``readme`` with the settings table between its markers made anew."""
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{settings_table()}\n{END}{after}"


def main() -> int:
    """Write, or with ``--check`` compare."""
    made = {CLI: cli_reference(), README: with_settings(README.read_text(encoding="utf-8"))}
    stale = [path for path, text in made.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run “python docs/generate.py”.", file=sys.stderr)  # noqa: T201
        return int(bool(stale))
    for path in stale:
        path.write_text(made[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
