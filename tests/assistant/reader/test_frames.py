"""Every frame reads what stands beside it as a match, and nothing from what stands beside it as a miss."""

from datetime import date

import pytest

from assistant.reader.claims import NOTHING, Claim, Frame
from assistant.reader.frames import FRAMES
from assistant.reader.reader import claims_in, discourse_of

TODAY = date(2026, 11, 20)


def named(value: Frame | str) -> str:
    return value.name if isinstance(value, Frame) else value


def says(frame: Frame, text: str) -> list[Claim]:
    found = claims_in(discourse_of(text, TODAY), only=frame)
    return [one for one in found if one.value is not NOTHING and one.value is not None]


@pytest.mark.parametrize(("frame", "text"), [(frame, text) for frame in FRAMES for text in frame.matches], ids=named)
def test_match(frame, text):
    """The frame reads a fact from its example."""
    assert [one for one in says(frame, text) if one.mode in {"said", "unsure", "supposed"}]


@pytest.mark.parametrize(("frame", "text"), [(frame, text) for frame in FRAMES for text in frame.misses], ids=named)
def test_miss(frame, text):
    """The frame reads no fact that is said from its counter-example."""
    assert not [one for one in says(frame, text) if one.mode in {"said", "unsure"} and not _denies(one)]


def _denies(claim: Claim) -> bool:
    """A weak "other post" says nothing for anybody."""
    return claim.weak and claim.value == "other"


def test_every_frame_has_both():
    """No pattern is without an example that it must match and one that it must not."""
    assert [frame.name for frame in FRAMES if not (frame.matches and frame.misses)] == []


def test_names_are_unique():
    """A frame is known by its name."""
    names = [frame.name for frame in FRAMES]
    assert len(names) == len(set(names))
