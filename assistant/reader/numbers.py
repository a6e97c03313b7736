"""Numbers in words → digits: "forty-nine" is 49. The word "one" stays, for it is often no number."""

from __future__ import annotations

from assistant.reader.normalise import Token

__all__ = ["with_digits"]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_TENS["fourty"] = 40


def _value(word: str) -> int | None:
    if word in _UNITS:
        return _UNITS[word]
    if word in _TENS:
        return _TENS[word]
    tens, dash, unit = word.partition("-")
    if dash and tens in _TENS and _UNITS.get(unit, 0) in range(1, 10):
        return _TENS[tens] + _UNITS[unit]
    return None


def with_digits(tokens: list[Token]) -> list[Token]:
    """The tokens with numbers in digits."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for tail in ("-year-old", "-years-old", "-year", "-month", "-day"):
            if token.text.endswith(tail):
                head = token.text.removesuffix(tail)
                number = str(value) if (value := _value(head)) is not None else head
                parts = [number, *tail.strip("-").replace("-", " ").split()]
                found += [token.spelt(part) for part in parts]
                at += 1
                break
        else:
            at += _add(found, tokens, at)
    return found


def _add(found: list[Token], tokens: list[Token], at: int) -> int:
    """Append the number or word at ``at``; how many tokens it took."""
    token = tokens[at]
    value = _value(token.text)
    if token.text in _TENS and at + 1 < len(tokens) and _UNITS.get(tokens[at + 1].text, 0) in range(1, 10):
        total = _TENS[token.text] + _UNITS[tokens[at + 1].text]
        found.append(Token(str(total), token.start, tokens[at + 1].end, token.capital))
        return 2
    if token.text == "a" and at + 1 < len(tokens) and tokens[at + 1].text == "dozen":
        found.append(Token("12", token.start, tokens[at + 1].end))
        return 2
    plain = value is None or token.text in {"one", "zero"}
    found.append(token if plain else token.spelt(str(value)))
    return 1
