"""The numbers that training counts with: of half the size where the processor is quick with them."""

from __future__ import annotations

from contextlib import AbstractContextManager

__all__ = ["quick_numbers"]

_QUICK = ("avx512_bf16", "amx_bf16")
"""Without one of these a processor takes fifty times as long for half the size as for the whole."""


def quick_numbers() -> AbstractContextManager[None]:
    """Within it products are counted in bfloat16, where the processor has instructions for that."""
    import torch

    has = torch.cpu.get_capabilities()
    within: AbstractContextManager[None] = torch.autocast(
        "cpu", dtype=torch.bfloat16, enabled=any(has.get(name) for name in _QUICK)
    )
    return within
