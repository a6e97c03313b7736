"""Small plots as inline SVG; colours come from the page's style sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from evals.summary import Measured

__all__ = ["bars", "histogram", "whisker"]

_BAR, _GAP, _LABEL, _ROOM = 18, 6, 92, 44
_BINS = 24


def whisker(measured: Measured) -> str:
    """A value on a scale from 0 to 1, as a dot on the line of its interval."""
    width, height, pad = 120, 16, 5
    x, low, high = (pad + (width - 2 * pad) * value for value in (measured.value, measured.low, measured.high))
    middle = height / 2
    return (
        f'<svg class="whisker" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
        f'<line class="axis" x1="{pad}" x2="{width - pad}" y1="{middle}" y2="{middle}"/>'
        f'<line class="range" x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}"/>'
        f'<circle class="dot" cx="{x:.1f}" cy="{middle}" r="4"/></svg>'
    )


def bars(counts: Mapping[str, int], title: str) -> str:
    """One horizontal bar a name, with its count."""
    most = max(counts.values(), default=0) or 1
    width, height = 340, len(counts) * (_BAR + _GAP)
    rows = []
    for at, (name, count) in enumerate(counts.items()):
        y, length = at * (_BAR + _GAP), (width - _LABEL - _ROOM) * count / most
        rows.append(
            f'<text class="name" x="{_LABEL - 8}" y="{y + 13}">{escape(name)}</text>'
            f'<rect class="bar" x="{_LABEL}" y="{y}" width="{max(length, 1):.1f}" height="{_BAR}" rx="2"/>'
            f'<text class="count" x="{_LABEL + length + 6:.1f}" y="{y + 13}">{count}</text>'
        )
    return _svg("".join(rows), width, height, title)


def histogram(values: Sequence[float], title: str, unit: str) -> str:
    """How often each value occurs; the slowest hundredth is gathered in the last bin."""
    if not len(values):
        return ""
    top = float(np.percentile(values, 99)) or 1.0
    counts, _ = np.histogram(np.minimum(values, top), bins=_BINS, range=(0.0, top))
    width, height, foot = 340, 90, 16
    step, most = width / _BINS, max(int(counts.max()), 1)
    rects = "".join(
        f'<rect class="bar" x="{at * step + 1:.1f}" y="{(height - foot) * (1 - count / most):.1f}" '
        f'width="{step - 2:.1f}" height="{(height - foot) * count / most:.1f}"/>'
        for at, count in enumerate(counts.tolist())
    )
    labels = (
        f'<text class="tick" x="0" y="{height - 2}">0</text>'
        f'<text class="tick end" x="{width}" y="{height - 2}">{top:.1f} {escape(unit)}</text>'
    )
    return _svg(rects + labels, width, height, title)


def _svg(body: str, width: float, height: float, title: str) -> str:
    return (
        f'<svg class="plot" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{body}</svg>"
    )
