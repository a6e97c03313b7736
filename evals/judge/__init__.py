"""What a language model thinks of the answers: advice beside the figures, never one of them, never a gate.

The statements of an answer are listed and held against its quoted clauses (faithfulness,
as in RAGAS, Es et al. 2024); helpfulness is a mark from 1 to 5 (as in G-Eval, Liu et al.
2023). Nothing is asked of any model unless one is named.
"""

from evals.judge.asking import judge_run, open_model
from evals.judge.judged import JUDGED_FILE, Judged, read_judged
from evals.judge.opinion import Opinion, Statement, parse_opinion

__all__ = [
    "JUDGED_FILE",
    "Judged",
    "Opinion",
    "Statement",
    "judge_run",
    "open_model",
    "parse_opinion",
    "read_judged",
]
