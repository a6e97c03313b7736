"""What was typed → words in one spelling, each with the place in the text that it came from.

Nothing is cut or moved: offsets into the text as typed survive every later step, so the
words that a fact was read from can be shown exactly.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Token", "fold", "tokenise"]

_SINGLE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "…": ".",
        "•": ";",
        "·": ";",
        "|": ";",
        "¿": " ",
        "¡": " ",
        "\u00ad": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "\r": " ",
    }
)

_TOKEN = re.compile(
    r"""
      (?P<break>\n\s*)
    | (?P<link>(?:https?://|www\.)\S+|\S+@\S+\.\S+)
    | (?P<status>501\s?\(?c\)?\s?\(?3\)?)
    | (?P<item>\(\s?[a-e]\s?\)|(?<![\w'(])[a-e](?=\s?(?:→|[-=]+>|:|=)\s?(?:no|none|never|yes|nope)\b)|(?<![\w'])[a-e]\)(?!\w))
    | (?P<short_year>(?<=[\s.])'\d\d\b)
    | (?P<number>\d+(?:st|nd|rd|th)\b|\d{1,4}(?:[./-]\d{1,4}){1,2}(?![\w%])|\d+\.\d+|\d+,\d+(?=\s?%|\s?fte|\s*;|\s*\n|\s*$)|\d+)
    | (?P<short>(?:\b[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|n/a\b|[fp]/t\b|y/o\b|w/o\b|c/o\b|w/)
    | (?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*)
    | (?P<arrow>[-=]+>|→|⇒|➔|➜|=)
    | (?P<cross>❌|✗|✘|🚫|👎|❎|⛔)
    | (?P<tick>✅|✔|☑|👍)
    | (?P<dash>--+|-)
    | (?P<mark>\.{2,}|[^\w\s])
    """,
    re.VERBOSE,
)
_ABBREVIATED = frozenset(
    "b asst assoc prof profs dr mr mrs ms univ dept sec sect no approx jan feb mar apr jun jul aug sep sept oct nov dec "
    "st inst tech snr sr jr mo incl esp vs etc".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark."""

    text: str
    """Lower case; capitals are kept for the tags that the lexicon puts in place of names."""
    start: int
    end: int
    """Offsets into the text as typed."""
    capital: bool = False
    """Whether it was typed with a capital first."""
    shouted: bool = False
    """Whether it was typed in capitals throughout."""
    detail: str = ""
    """For a tag: which one of its kind (the gender of a person, the value of a date)."""

    def spelt(self, text: str) -> Token:
        """The same word in another spelling."""
        # Of several thousand words a second; the library's replace takes four times as long.
        return Token(text, self.start, self.end, self.capital, self.shouted, self.detail)


def fold(text: str) -> str:
    """``text`` with one kind of quotation mark, dash and space, letter for letter as long as before."""
    marks = text.translate(_SINGLE)
    if marks.isascii():
        return marks
    return "".join(_compatible(char) for char in marks)


def _compatible(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.category(char) in {"Cf", "Cc"}:
        return " "
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_ROW = re.compile(r"^[ \t]*\|[^|\n]+\|[^|\n]+\|?[ \t]*$", re.MULTILINE)


def _as_key(match: re.Match[str]) -> str:
    """A row of a table, "| age | 36 |", as a key and its value, letter for letter as long as before."""
    parts = match.group().split("|")
    return f"{parts[0]} {parts[1]}:{parts[2]}" + (" " * (len(match.group()) - len("|".join(parts[:3]))))


def tokenise(text: str) -> list[Token]:
    """The words and marks of ``text``, in order; markup and addresses are left out."""
    folded = fold(_ROW.sub(_as_key, text))
    found: list[Token] = []
    for match in _TOKEN.finditer(_lower(folded)):
        kind, word = str(match.lastgroup), match.group()
        if kind == "link":
            continue
        if kind == "break":
            _add_break(found, match, folded)
            continue
        if (
            kind == "mark"
            and word == "."
            and found
            and found[-1].text in _ABBREVIATED
            and found[-1].end == match.start()
        ):
            follows = folded[match.end() :].lstrip()
            opens = re.match(r"[A-Za-z']+", follows)
            if (
                found[-1].text not in {"sec", "sect"}
                and opens
                and opens.group()[0].isupper()
                and opens.group().lower() in _OPENINGS
            ):
                found.append(Token(".", match.start(), match.end()))
                continue
            if (
                found[-1].text not in {"b", "no", "mar", "dec", "jun", "sec"}
                or follows[:1].isdigit()
                or (found[-1].text == "sec" and follows[:2] == "I ")
            ):
                continue
        if kind in _ANSWER_MARKS:
            found += [
                Token(word, match.start(), match.end())
                for word in (":", _ANSWER_MARKS[kind], ";")
                if word != ":" or (found and found[-1].text not in {":", ";", ".", "?"})
            ]
            continue
        raw = folded[match.start() : match.end()]
        found.append(
            Token(
                _spelling(kind, word),
                match.start(),
                match.end(),
                raw[:1].isupper(),
                raw.isupper() and len(raw) > 1,
            )
        )
    return found


_OPENINGS = frozenset(
    "accredited full full-time one no never my i i'm im age aged single currently home live not none just only the we our is am can may eligible "
    "born single sole works work permanent ft part-time based tenured also amazon aws government gov family household us nobody".split()
)
"""Words that open a sentence after an abbreviation, and are no names."""
_ANSWER_MARKS = {"cross": "no", "tick": "yes"}
"""Marks by which a list is answered: "govt pay ❌"."""
_WRAPPED = 50
"""A line that was wrapped is at least so long; a shorter one is an item of a list."""
_KEY = re.compile(r"[^\n:=]{1,45}[:=]")


def _add_break(found: list[Token], match: re.Match[str], folded: str) -> None:
    """A new line ends a sentence, unless it only wraps one."""
    rest = folded[match.end() :]
    line = folded[folded.rfind("\n", 0, match.start()) + 1 : match.start()]
    wraps = match.group().count("\n") == 1 and rest[:1].islower() and len(line) >= _WRAPPED and not _KEY.match(rest)
    if not wraps and found and found[-1].text != ".":
        found.append(Token(".", match.start(), match.start() + 1))


def _spelling(kind: str, word: str) -> str:
    if kind == "short_year":
        return f"20{word[1:]}"
    if kind == "item":
        return f"({word.strip('() ')})"
    if kind == "short":
        plain = word.replace(".", "")
        return {"us": "usa"}.get(plain, plain)
    if kind == "mark" and word.startswith(".."):
        return "..."
    return {"arrow": ":", "dash": "-", "status": "501c3"}.get(kind, word)
