"""The frames, in the order in which they read: what a sentence can say about section I of the Rules."""

from __future__ import annotations

import re

from assistant.reader.claims import Frame
from assistant.reader.frames import (
    age,
    application,
    denials,
    denied,
    government,
    hours,
    institution,
    letters,
    places,
    position,
    procurement,
    proposals,
    relatives,
    sanctions,
    summaries,
)

__all__ = ["FRAMES", "GROUPS"]

GROUPS: tuple[tuple[re.Pattern[str], tuple[Frame, ...]], ...] = tuple(
    (group.NEEDS, group.FRAMES)
    for group in (
        position,
        hours,
        institution,
        age,
        application,
        proposals,
        denied,
        government,
        sanctions,
        denials,
        relatives,
        procurement,
        places,
        summaries,
        letters,
    )
)
"""Each group with what a sentence must hold for the group to be tried."""

FRAMES: tuple[Frame, ...] = tuple(frame for _, frames in GROUPS for frame in frames)
