"""Small plots as inline SVG, without a word in them: labels and figures stand beside them as text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

__all__ = ["bar", "days", "line"]

_STEP, _TALL, _LOW = 10, 60, 30


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


def line(values: Sequence[tuple[float, float, float]], floor: float, title: str) -> Markup:
    """Shares from ``floor`` to 1 in the order of time, each with the bounds of its interval; the newest has a dot."""
    step = 100 / max(len(values) - 1, 1)
    at = [(100.0 if len(values) == 1 else place * step, *value) for place, value in enumerate(values)]
    if not at:
        return Markup()

    def point(x: float, share: float) -> str:
        return f"{x:.1f},{_LOW * (1 - (min(max(share, floor), 1.0) - floor) / max(1 - floor, 0.01)):.1f}"

    band = [point(x, high) for x, _, _, high in at] + [point(x, low) for x, _, low, _ in reversed(at)]
    x, value, low, high = at[-1]
    shapes = (
        f'<polygon class="band" points="{" ".join(band)}"/>'
        f'<polyline class="value" points="{" ".join(point(x, value) for x, value, _, _ in at)}"/>'
        f'<polyline class="range" points="{point(x, low)} {point(x, high)}"/>'
        f'<polyline class="dot" points="{point(x, value)} {point(x, value)}"/>'
    )
    return _svg("line", shapes, 100, _LOW, title)


def _svg(kind: str, body: str, width: float, height: float, title: str) -> Markup:
    name = Markup('role="img" aria-label="{}"').format(title) if title else Markup('aria-hidden="true"')
    return Markup('<svg class="plot plot-{}" viewBox="0 0 {} {}" preserveAspectRatio="none" {}>{}</svg>').format(
        kind,
        f"{width:g}",
        f"{height:g}",
        name,
        Markup(body),  # noqa: S704 - numbers alone
    )
