"""The text of the Rules → its title, sections and clauses.

The grammar is that of the published Rules and is strict about it, so that a
damaged file is refused rather than half read:

- the title, then ``Last updated: Month D, YYYY``, then the preamble;
- section headings ``I. Eligibility Requirements``, Roman numerals in sequence;
- lettered items ``(a) …``, letters in sequence within a section;
- everything else is an unlettered paragraph.

Paragraphs are set apart by blank lines. Lines wrapped inside a paragraph are
joined by one space, and an item may follow its lead-in without a blank line.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from corpus.clauses import PREAMBLE, Clause, Rules, Section, Span
from corpus.errors import CorpusError

__all__ = ["normalise", "parse_rules", "read_rules"]

_DATELINE = re.compile(r"Last updated:\s*(?P<date>[A-Z][a-z]+ \d{1,2}, \d{4})\.?$")
_HEADING = re.compile(r"(?P<numeral>[IVXLCDM]+)\.\s+(?P<title>\S.*)$")
_ITEM = re.compile(r"\((?P<letter>[a-z])\)\s+(?P<text>\S.*)$", re.DOTALL)
_MAX_HEADING = 80
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """``number`` (1 to 399) in Roman numerals."""
    digits = []
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        digits.append(numeral * count)
    return "".join(digits)


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, unwrapped, and the line of the file on which it begins."""

    text: str
    line: int


def _blocks(raw: str) -> Iterator[_Block]:
    lines: list[str] = []
    first = 0
    for number, line in enumerate([*raw.split("\n"), ""], start=1):
        words = " ".join(line.split())
        starts_item = bool(lines) and _continues_items(lines, words)
        if lines and (not words or starts_item):
            yield _Block(" ".join(lines), first)
            lines = []
        if words:
            if not lines:
                first = number
            lines.append(words)


def _continues_items(lines: list[str], words: str) -> bool:
    """Whether a line begins an item, and is not a wrapped cross-reference.

    It does where it opens a list (after a lead-in's colon) or follows the item
    with the letter before it.
    """
    item = _ITEM.match(words)
    if not item or item["letter"] == "a":
        return bool(item)
    before = _ITEM.match(" ".join(lines))
    return before is not None and ord(before["letter"]) + 1 == ord(item["letter"])


def normalise(raw: str) -> str:
    """The text that spans and checksums count in.

    NFC, no byte-order mark, Unix line ends, one paragraph a line, one blank line
    between paragraphs, runs of spaces as one, no newline at the end.
    """
    return "\n\n".join(block.text for block in _blocks(_plain(raw)))


def _plain(raw: str) -> str:
    text = unicodedata.normalize("NFC", raw.removeprefix("\ufeff"))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_rules(path: Path) -> Rules:
    """Parse the file at ``path``; its stem must be the date under the title.

    Raises ``CorpusError`` naming the file, the line, what was expected and an example.
    """
    try:
        raw = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CorpusError(str(path), "there is no such file.", "Put the text of the Rules there, as UTF-8.") from None
    except UnicodeDecodeError as error:
        raise CorpusError(
            str(path), f"byte {error.start} is not UTF-8.", "Save the file as UTF-8 plain text."
        ) from None
    except OSError as error:
        raise CorpusError(str(path), f"cannot be read ({error.strerror}).", "Check its permissions.") from None
    rules = parse_rules(raw, name=str(path))
    if path.stem != rules.version:
        raise CorpusError(
            f"{path}",
            f"the file name says {path.stem!r} but the text says it was last updated on {rules.version}.",
            f"Name it {rules.version}.md.",
        )
    return rules


def parse_rules(raw: str, name: str = "rules") -> Rules:
    """Parse the text of one version of the Rules. ``name`` stands in error messages."""
    blocks = list(_blocks(_plain(raw)))
    text = "\n\n".join(block.text for block in blocks)
    title, dateline, version = _front_matter(blocks, name)
    sections = _Sections(name, offset=len(title) + len(dateline) + 4)
    for block in blocks[2:]:
        sections.add(block)
    return Rules(
        version=version.isoformat(),
        title=title,
        dateline=dateline,
        text=text,
        sections=sections.finish(blocks[-1].line),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _front_matter(blocks: list[_Block], name: str) -> tuple[str, str, date]:
    if not blocks:
        raise CorpusError(f"{name}:1", "the file is empty.", "Expected a title, such as “ARA Program Rules”.")
    title = blocks[0].text
    if _HEADING.match(title) or _ITEM.match(title) or _DATELINE.match(title):
        raise CorpusError(f"{name}:{blocks[0].line}", "expected a title first, such as “ARA Program Rules”.")
    expected = "expected the line “Last updated: March 12, 2021” after the title."
    if len(blocks) < 2:
        raise CorpusError(f"{name}:{blocks[0].line}", expected)
    match = _DATELINE.match(blocks[1].text)
    if not match:
        raise CorpusError(f"{name}:{blocks[1].line}", expected, f"Found “{blocks[1].text[:60]}”.")
    try:
        version = datetime.strptime(match["date"], "%B %d, %Y").date()  # noqa: DTZ007 - a calendar date has no zone
    except ValueError:
        raise CorpusError(
            f"{name}:{blocks[1].line}", f"“{match['date']}” is no date.", "Write it like “March 12, 2021”."
        ) from None
    return title, blocks[1].text, version


class _Sections:
    """Collects blocks into sections and holds the numbering to its sequence."""

    def __init__(self, name: str, offset: int) -> None:
        self._name = name
        self._offset = offset
        self._done: list[Section] = []
        self._numeral = PREAMBLE
        self._title = "Preamble"
        self._heading_line = 0
        self._clauses: list[Clause] = []
        self._paragraphs = 0
        self._letters = 0
        self._lead_in = ""

    def add(self, block: _Block) -> None:
        if (heading := _HEADING.match(block.text)) and len(block.text) <= _MAX_HEADING:
            self._open(heading["numeral"], heading["title"], block.line)
        elif item := _ITEM.match(block.text):
            self._item(item["letter"], item["text"], item.start("text"), block.line)
        else:
            self._paragraph(block.text)
        self._offset += len(block.text) + 2

    def finish(self, line: int) -> tuple[Section, ...]:
        self._close(line)
        if len(self._done) < 2:
            raise CorpusError(
                f"{self._name}:{line}",
                "there is no section.",
                "Expected a heading such as “I. Eligibility Requirements”.",
            )
        return tuple(self._done)

    def _open(self, numeral: str, title: str, line: int) -> None:
        self._close(line)
        expected = roman(len(self._done))
        if numeral != expected:
            raise CorpusError(
                f"{self._name}:{line}",
                f"section {numeral} follows section {self._done[-1].numeral}; expected section {expected}.",
                f"Example: “{expected}. {title}”.",
            )
        self._numeral, self._title, self._heading_line = numeral, title, line
        self._clauses, self._paragraphs, self._letters, self._lead_in = [], 0, 0, ""

    def _close(self, line: int) -> None:
        if not self._clauses:
            where = "the preamble" if self._numeral == PREAMBLE else f"section {self._numeral}"
            raise CorpusError(
                f"{self._name}:{self._heading_line or line}",
                f"{where} has no text.",
                "Expected at least one paragraph, after a blank line.",
            )
        self._done.append(Section(self._numeral, self._title, tuple(self._clauses)))

    def _item(self, letter: str, text: str, indent: int, line: int) -> None:
        expected = chr(ord("a") + self._letters)
        if letter != expected or not self._lead_in:
            problem = (
                f"item ({letter}) in section {self._numeral} is out of sequence; expected ({expected})."
                if self._lead_in
                else f"item ({letter}) has no lead-in before it."
            )
            raise CorpusError(
                f"{self._name}:{line}", problem, f"Example: a paragraph that ends in a colon, then “({expected}) …”."
            )
        self._letters += 1
        self._append(letter, text, self._offset + indent, self._lead_in)

    def _paragraph(self, text: str) -> None:
        self._paragraphs += 1
        # Letters count on through a section, so that no id can occur twice in it. A
        # paragraph between two items takes over as their lead-in only by its colon.
        if not self._letters or text.endswith(":"):
            self._lead_in = text
        self._append(f"p{self._paragraphs}", text, self._offset, "")

    def _append(self, part: str, text: str, start: int, lead_in: str) -> None:
        self._clauses.append(
            Clause(
                id=f"rules:{self._numeral}.{part}",
                section=self._numeral,
                section_title=self._title,
                text=text,
                span=Span(start, start + len(text)),
                lead_in=lead_in,
            )
        )
