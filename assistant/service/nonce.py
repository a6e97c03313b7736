"""Scripts that stand in a page are marked, so that the browser runs these and no others."""

from __future__ import annotations

import re

__all__ = ["with_nonces"]

_RAW = re.compile(r"(\{%\s*raw\s*%\}.*?\{%\s*endraw\s*%\})", re.DOTALL)
_SCRIPT = re.compile(r"<script(?=[\s>])")
_MARK = '<script nonce="{{ request.state.nonce }}"'


def with_nonces(template: str) -> str:
    """``template`` (Jinja source) with the reply's nonce on each script, in its raw blocks as well."""
    parts = _RAW.split(template)
    return "".join(
        _SCRIPT.sub("{% endraw %}" + _MARK + "{% raw %}" if at % 2 else _MARK, part) for at, part in enumerate(parts)
    )
