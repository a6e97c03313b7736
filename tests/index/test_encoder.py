"""The exported encoder against the model that it was exported from."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from assistant import Assistant
from corpus.errors import ModelError
from index.adapter import Adapter
from index.encoder import Encoder
from index.records import SHORT_ANSWERS
from index.transformer import Transformer, find_model

TEXTS = [
    "Can the university take its overhead out of the cash?",
    "hi",
    "¿Quién paga los impuestos?",
    "word " * 400,
    "who (exactly) is “you”? — § III(c) … 12 months; 50 %",
]


@pytest.mark.slow
def test_the_export_gives_the_same_vectors(assistant: Assistant):
    """ONNX and sentence-transformers agree to a cosine of 0.9999, for one text and for a padded batch."""
    expected = Transformer(find_model(), Adapter.load()).encode(TEXTS)
    together = assistant.index.encoder.encode(TEXTS)
    alone = np.concatenate([assistant.index.encoder.encode([text]) for text in TEXTS])
    assert (np.sum(expected * together, axis=1) >= 0.9999).all()
    assert (np.sum(expected * alone, axis=1) >= 0.9999).all()


def test_vectors_have_unit_length(assistant: Assistant):
    """Every vector is float32 and of length one."""
    vectors = assistant.index.encoder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_a_question_is_encoded_and_listened_to_in_one_go(assistant: Assistant):
    """The same vector as ever, and for each clause of the adapter how likely each short answer is."""
    vector, short = assistant.index.encoder.read("May I mark my proposal confidential?")
    np.testing.assert_allclose(
        vector, assistant.index.encoder.encode(["May I mark my proposal confidential?"])[0], atol=1e-6
    )
    assert short is not None
    clauses = Adapter.load().clauses
    assert assistant.index.manifest.short_clauses == list(clauses)
    assert short.shape == (len(clauses), len(SHORT_ANSWERS))
    np.testing.assert_allclose(short.sum(axis=1), 1.0, atol=1e-5)
    assert SHORT_ANSWERS[short[clauses.index("rules:II.p1")].argmax()] == "no"


def test_langchain_gets_lists(assistant: Assistant):
    """The encoder is LangChain embeddings: a list for a query, a list of lists for documents."""
    encoder = assistant.index.encoder
    assert encoder.embed_documents(["a b", "c"])[1] == pytest.approx(encoder.embed_query("c"), abs=1e-6)


def test_a_folder_without_an_encoder_says_what_to_do(tmp_path):
    """A missing encoder is a ModelError that names the command to run."""
    with pytest.raises(ModelError, match="ara index build --force"):
        Encoder(tmp_path, 256)


@pytest.mark.parametrize("name", ["/no/such/model", "./missing", "~/missing"])
def test_a_wrong_model_path_is_one_line(name: str):
    """A model folder that is not there is named, with the setting to change."""
    with pytest.raises(ModelError, match="ARA_EMBEDDING_MODEL") as caught:
        find_model(name)
    assert "\n" not in str(caught.value)


def test_a_folder_without_weights_is_refused(tmp_path):
    """A folder that holds no weights is no model."""
    with pytest.raises(ModelError, match=r"no model\.safetensors"):
        find_model(str(tmp_path))


def test_answering_imports_no_torch():
    """A question is answered without PyTorch, sentence-transformers or scikit-learn in the process."""
    code = (
        "import sys; from assistant import Assistant, load_settings; Assistant.open(load_settings()).ask('Who pays the taxes?'); "
        "print([m for m in ('torch', 'sentence_transformers', 'sklearn', 'gradio') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
