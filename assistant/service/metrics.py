"""Figures for Prometheus: what was asked for, what came of it, how long it took. Never a word of what was asked."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics, generate_latest
from starlette.responses import Response

from corpus import Corpus

__all__ = ["Metrics"]

_ANSWER_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The figures of one server; every name begins with ``ara_``."""

    def __init__(self, corpus: Corpus) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._all = CollectorRegistry()
        self._answers = self._counter("ara_answers", "Answers by kind.", "kind", "endpoint")
        self._answer_seconds = self._histogram("ara_answer_seconds", "From question to answer.", "endpoint")
        self._verdicts = self._counter("ara_verdicts", "Verdicts on stated facts by status.", "status", "endpoint")
        self._verdict_seconds = self._histogram("ara_verdict_seconds", "From facts to verdict.", "endpoint")
        self._requests = self._counter("ara_requests", "Requests by route.", "method", "route", "status")
        self._request_seconds = self._histogram("ara_request_seconds", "Until the reply began.", "route")
        self._turned_away = self._counter("ara_turned_away", "Requests that were turned away.", "code")
        self._open = Gauge("ara_requests_open", "Requests being served, streams included.", registry=self._all)
        rules = Gauge(
            "ara_rules", "The Rules that are answered from; always 1.", ("version", "hash"), registry=self._all
        )
        rules.labels(corpus.rules.version, corpus.hash).set(1)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(name, what, labels, registry=self._all)

    def _histogram(self, name: str, what: str, *labels: str) -> Histogram:
        return Histogram(name, what, labels, buckets=_ANSWER_SECONDS, registry=self._all)

    def answered(self, kind: str, endpoint: str, seconds: float) -> None:
        """An answer was given."""
        self._answers.labels(kind, endpoint).inc()
        self._answer_seconds.labels(endpoint).observe(seconds)

    def judged(self, status: str, endpoint: str, seconds: float) -> None:
        """A verdict on stated facts was given."""
        self._verdicts.labels(status, endpoint).inc()
        self._verdict_seconds.labels(endpoint).observe(seconds)

    def began(self) -> None:
        """A request came in."""
        self._open.inc()

    def ended(self, method: str, route: str, status: int, seconds: float) -> None:
        """Its reply was sent; ``seconds`` is the time until it began."""
        self._open.dec()
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def turned_away(self, code: str) -> None:
        """A request was turned away; ``code`` is the problem's."""
        self._turned_away.labels(code).inc()

    def page(self) -> Response:
        """All figures in Prometheus's text format."""
        return Response(generate_latest(self._all), media_type=_TYPE)
