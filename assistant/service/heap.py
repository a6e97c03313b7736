"""The memory of a process that serves for weeks."""

from __future__ import annotations

import ctypes
import gc
import platform

__all__ = ["few_heaps", "settle"]

_M_ARENA_MAX = -8
"""glibc's number for this setting (``malloc.h``)."""
_HEAPS = 2


def few_heaps() -> None:
    """Let threads share heaps, before any is started; does nothing where the C library is not glibc.

    Else each thread gets a heap of its own, and what one thread frees the others cannot use: memory grows for hours.
    """
    if platform.libc_ver()[0] == "glibc":
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _HEAPS)


def settle() -> None:
    """Call once all is loaded: what is there now stays, and no collection of garbage looks through it again."""
    gc.collect()
    gc.freeze()
