"""The commands of ``python -m evals``; what is heavy is imported when a command runs."""
