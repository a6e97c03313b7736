"""What a text says of each condition of section I, heard by a small trained network.

``network.py``, ``learning.py`` and ``export.py`` need PyTorch and are imported by name, for
training and for building an index alone.
"""

from index.hearing.heard import Heard
from index.hearing.hearing import HEARING_FILE, HEARING_FOLDER, HEARING_WEIGHTS_FILE, Hearing
from index.hearing.learnt import Learnt, learnt_sha256

__all__ = ["HEARING_FILE", "HEARING_FOLDER", "HEARING_WEIGHTS_FILE", "Heard", "Hearing", "Learnt", "learnt_sha256"]
