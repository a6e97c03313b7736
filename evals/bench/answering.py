"""The time of an answer beside the bare encoding of its question, and as the corpus grows."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from assistant import Assistant, Settings
from corpus.errors import EvalError
from evals.bench.row import Row, median
from evals.bench.scale import scaled
from evals.cases import CASES_DIR, Question, case_files, iter_cases
from index import IndexPlace, Progress, index_folder

__all__ = ["answering", "dev_questions"]

_MOST = 1.6
_MOST_AT_SCALE = 4.0
_LARGEST = 100_000


def dev_questions(count: int) -> list[str]:
    """Questions of the dev part, evenly spread; raises ``EvalError`` where there are none."""
    cases = iter_cases(case_files(CASES_DIR / "dev"))
    questions = [located.case.question for located in cases if isinstance(located.case, Question)]
    if not questions:
        raise EvalError(f"{CASES_DIR / 'dev'}: holds no questions to measure with.")
    step = max(1, len(questions) // count)
    return questions[::step][:count]


def answering(chosen: Settings, count: int, sizes: tuple[int, ...], progress: Progress) -> Iterator[Row]:
    """Every question put to every size of corpus in turn, so that what else the machine does hits all alike."""
    small = Assistant.open(chosen)
    place = IndexPlace(chosen.data_dir, chosen.embedding_model, chosen.chroma_url)
    built = index_folder(place, small.corpus)
    clauses = len(small.corpus.rules.clauses)
    with tempfile.TemporaryDirectory() as folder:
        assistants = {clauses: small}
        for size in sizes:
            told = partial(progress, f"{size:,} clauses")
            assistants[size] = scaled(small, built, Path(folder) / str(size), size, told)
        encode, asks = _times(small, assistants, dev_questions(count))
    yield from _rows(encode, asks, clauses, count)


def _times(
    small: Assistant, assistants: dict[int, Assistant], questions: list[str]
) -> tuple[list[float], dict[int, list[float]]]:
    """Milliseconds of the bare encoding, and of an answer at each size."""
    for assistant in assistants.values():
        assistant.ask(questions[0])
    encode: list[float] = []
    asks: dict[int, list[float]] = {size: [] for size in assistants}
    for question in questions:
        encode.append(_ms(partial(small.index.encoder.encode, [question])))
        for size, assistant in assistants.items():
            asks[size].append(_ms(partial(assistant.ask, question)))
    return encode, asks


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _rows(encode: list[float], asks: dict[int, list[float]], clauses: int, count: int) -> Iterator[Row]:
    base = median(asks[clauses])
    yield Row("answer", f"{base:.1f} ms", "≤ 15 ms", base <= 15, f"{clauses} clauses, {count} dev questions")
    yield Row.ratio(
        "answer ÷ bare encoding",
        base / median(encode),
        _MOST,
        f"encoding with the ONNX encoder: {median(encode):.1f} ms",
    )
    for size, times in asks.items():
        if size == clauses:
            continue
        ratio = median(times) / base
        value, note = (
            f"{median(times):.1f} ms, {ratio:.2f} ×",
            "clauses repeated with small edits, vectors moved a little",
        )
        if size == _LARGEST:
            yield Row(f"answer, {size:,} clauses", value, f"≤ {_MOST_AT_SCALE:g} ×", ratio <= _MOST_AT_SCALE, note)
        else:
            yield Row(f"answer, {size:,} clauses", value, note=note)
