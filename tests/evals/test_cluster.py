"""Scoring on a Ray cluster."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus import Corpus
from corpus.errors import EvalError
from evals.cluster import ray_engine
from evals.fake import fake_opener
from evals.run import CaseSet, run_cases
from tests.evals.helpers import question, write_cases


def test_without_ray_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    """A missing extra is one line, not an ImportError."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EvalError, match="pip install ray"):
        list(ray_engine()(fake_opener, [], 1))


@pytest.mark.slow
def test_two_nodes_give_the_same_lines_as_this_process(tmp_path: Path, real_corpus: Corpus):
    """A cluster of two nodes with one core each writes the very results that one process writes."""
    pytest.importorskip("ray", reason="Ray is an optional extra")
    from ray.cluster_utils import Cluster

    cases = CaseSet(source=write_cases(tmp_path / "a.jsonl", *(question(f"q{at}") for at in range(80))))
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    try:
        cluster.add_node(num_cpus=1)
        run_cases(cases, tmp_path / "ray", fake_opener, real_corpus, workers=2, engine=ray_engine(cluster.address))
    finally:
        cluster.shutdown()
    run_cases(cases, tmp_path / "here", fake_opener, real_corpus)
    one, two = ((tmp_path / name / "results.jsonl").read_text() for name in ("ray", "here"))
    assert one == two
