"""The trained network → ONNX, when an index is built."""

from __future__ import annotations

from pathlib import Path

from index.hearing.hearing import HEARING_FILE, MAX_TOKENS
from index.hearing.learnt import Learnt
from index.transformer import ModelSource, Transformer, export_graph

__all__ = ["export_hearing"]


def export_hearing(source: ModelSource, learnt: Learnt, folder: Path) -> None:
    """Write the network and its tokenizer into ``folder``; raises ``ModelError``."""
    from index.hearing.network import Network
    from index.listening import take_up_weights

    transformer = Transformer(source, learnt.adapter)
    backbone, _ = transformer.parts()
    network = Network(backbone)
    take_up_weights(network.listeners, learnt.listeners)
    export_graph(network.eval(), folder / HEARING_FILE, ("likelihoods", "attention"), MAX_TOKENS)
    transformer.write_tokenizer(folder)
