"""Counts → answers a day, by kind and by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.record import BOUNDS, DayCount

__all__ = ["DAYS", "Day", "Volume", "volume"]

DAYS = 30
_UNANSWERED = frozenset({"not_in_rules", "out_of_scope", "refused", "invalid"})


@dataclass(frozen=True, slots=True)
class Day:
    """One day's answers."""

    day: date
    answers: int
    unanswered: int
    p95: int | None
    """Milliseconds: the bound that 95 % of them do not exceed; ``None`` where there are none."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The last ``DAYS`` days."""

    days: tuple[Day, ...]
    """Oldest first, every day once."""
    kinds: tuple[tuple[str, int], ...]
    """The most frequent first."""
    endpoints: tuple[tuple[str, int], ...]
    times: tuple[tuple[int, int], ...]
    """Bound in milliseconds and how many answers took at most that and more than the bound before."""
    p50: int | None
    p95: int | None

    @property
    def answers(self) -> int:
        """All of them."""
        return sum(day.answers for day in self.days)

    @property
    def unanswered(self) -> int:
        """Those that told no answer."""
        return sum(day.unanswered for day in self.days)


def volume(counts: Sequence[DayCount], today: date) -> Volume:
    """Sum up ``counts``; days before the last ``DAYS`` are left out."""
    span = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    recent = [count for count in counts if span[0] <= count.day <= today]
    return Volume(
        days=tuple(_day(day, [count for count in recent if count.day == day]) for day in span),
        kinds=_most_first(recent, "kind"),
        endpoints=_most_first(recent, "endpoint"),
        times=tuple((bound, sum(one.answers for one in recent if one.ms == bound)) for bound in BOUNDS),
        p50=_percentile(recent, 0.50),
        p95=_percentile(recent, 0.95),
    )


def _day(day: date, counts: Sequence[DayCount]) -> Day:
    unanswered = sum(count.answers for count in counts if count.kind in _UNANSWERED)
    return Day(day, sum(count.answers for count in counts), unanswered, _percentile(counts, 0.95))


def _most_first(counts: Sequence[DayCount], by: str) -> tuple[tuple[str, int], ...]:
    sums: Counter[str] = Counter()
    for count in counts:
        sums[getattr(count, by)] += count.answers
    return tuple(sorted(sums.items(), key=lambda row: (-row[1], row[0])))


def _percentile(counts: Sequence[DayCount], share: float) -> int | None:
    """The bound that at least ``share`` of the answers do not exceed."""
    total = sum(count.answers for count in counts)
    passed = 0
    for bound in BOUNDS if total else ():
        passed += sum(count.answers for count in counts if count.ms == bound)
        if passed >= share * total:
            return bound
    return None
