"""The receipt as one HTML page to print: no script, no outside file, every value escaped."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

__all__ = ["receipt_page"]

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top; }
blockquote { margin: .3rem 0 0; padding-left: .8rem; border-left: 3px solid #767676; }
code { overflow-wrap: anywhere; }
"""
_STATES = {"met": "Met", "violated": "Not met", "open": "Open"}


def receipt_page(receipt: Mapping[str, Any]) -> str:
    """The page for a receipt made by ``make_receipt``."""
    return "\n".join(_lines(receipt)) + "\n"


def _lines(receipt: Mapping[str, Any]) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Receipt: {escape(receipt['result'])}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{escape(receipt['result'])}</h1>"
    yield f"<p>{escape(receipt['caveat'])}</p>"
    yield "<h2>Findings</h2>"
    yield from _table(("Clause", "State", "Why"), map(_finding, receipt["verdict"]["findings"]))
    yield "<h2>Facts as stated</h2>"
    yield from _table(("Fact", "Value"), map(_fact, receipt["facts"].items()))
    yield "<h2>What this rests on</h2>"
    names = {"made_on": "Made on", "rules_version": "Rules of", "corpus_hash": "Corpus", "digest": "Digest"}
    rows = ((escape(name), f"<code>{escape(str(receipt[key]))}</code>") for key, name in names.items())
    yield from _table(("", ""), rows)
    yield "<p>To check it later: <code>ara check --verify RECEIPT.json</code></p>"
    yield "</main>\n</body>\n</html>"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "<table>"
    if any(head):
        yield "<thead><tr>" + "".join(f'<th scope="col">{escape(one)}</th>' for one in head) + "</tr></thead>"
    yield "<tbody>"
    for first, *rest in rows:
        yield f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{one}</td>" for one in rest) + "</tr>"
    yield "</tbody>\n</table>"


def _finding(finding: Mapping[str, Any]) -> tuple[str, str, str]:
    quote = f"<blockquote>{escape(finding['quote'])}</blockquote>"
    return escape(finding["label"]), _STATES[finding["state"]], f"{escape(finding['reason'])}{quote}"


def _fact(item: tuple[str, Any]) -> tuple[str, str]:
    name, value = item
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return escape(name.replace("_", " ")), escape(shown)
