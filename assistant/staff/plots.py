"""Small plots as inline SVG, without a word in them: labels and figures stand beside them as text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

__all__ = ["bar", "days", "line"]

_STEP, _TALL = 10, 60


def days(totals: Sequence[int], parts: Sequence[int], title: str) -> Markup:
    """A bar a day, its lower end set apart: ``parts`` of ``totals``."""
    most = max(totals, default=0) or 1
    rects = [
        f'<rect class="{kind}" x="{at * _STEP + 1}" y="{_TALL * (1 - value / most):.1f}" width="{_STEP - 2}" '
        f'height="{_TALL * value / most:.1f}"/>'
        for kind, values in (("total", totals), ("part", parts))
        for at, value in enumerate(values)
    ]
    return _svg("days", "".join(rects), max(len(totals), 1) * _STEP, _TALL, title)


def bar(value: float, most: float) -> Markup:
    """One horizontal bar, for a row of a table that says the figure itself."""
    width = 100 * value / most if most else 0
    return _svg("bar", f'<rect class="total" width="{width:.1f}" height="10"/>', 100, 10, "")


def line(values: Sequence[tuple[float, float, float]], title: str) -> Markup:
    """Shares from 0 to 1 in the order of time, each with the bounds of its interval; the newest has a dot."""
    step = 100 / max(len(values) - 1, 1)
    places = [(100.0 if len(values) == 1 else at * step, value) for at, value in enumerate(values)]
    band = [(x, high) for x, (_, _, high) in places] + [(x, low) for x, (_, low, _) in reversed(places)]
    shapes = [
        f'<polygon class="band" points="{_points(band)}"/>',
        f'<polyline class="value" points="{_points([(x, value) for x, (value, _, _) in places])}"/>',
    ]
    if places:
        x, (value, low, high) = places[-1]
        shapes.append(f'<line class="range" x1="{x}" x2="{x}" y1="{_y(low)}" y2="{_y(high)}"/>')
        shapes.append(f'<circle class="dot" cx="{x}" cy="{_y(value)}" r="2.5"/>')
    return _svg("line", "".join(shapes), 100, 30, title, pad=3)


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{_y(value)}" for x, value in places)


def _y(share: float) -> str:
    return f"{30 * (1 - min(max(share, 0.0), 1.0)):.1f}"


def _svg(kind: str, body: str, width: float, height: float, title: str, pad: float = 0) -> Markup:
    box = f"{-pad:g} {-pad:g} {width + 2 * pad:g} {height + 2 * pad:g}"
    name = Markup('role="img" aria-label="{}"').format(title) if title else Markup('aria-hidden="true"')
    ratio = "" if kind == "line" else ' preserveAspectRatio="none"'
    return Markup('<svg class="plot plot-{}" viewBox="{}" {}{}>{}</svg>').format(
        kind,
        box,
        name,
        Markup(ratio),  # noqa: S704 - one of two texts of ours
        Markup(body),  # noqa: S704 - numbers alone
    )
