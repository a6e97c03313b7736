"""How good the answers are, why one failed, and whether a change made them worse."""
