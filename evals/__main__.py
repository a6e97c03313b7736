"""``python -m evals``."""

from evals.main import app

app(prog_name="python -m evals")
