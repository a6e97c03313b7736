"""Who a request comes from: what a reverse proxy says is believed only where that proxy is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address
from typing import cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from assistant.service.logs import logger

__all__ = ["Forwarded", "client_of"]

_CLAIMS = frozenset({b"forwarded", b"x-real-ip"})


class Forwarded:
    """Takes client and scheme from a trusted proxy, and drops such claims of anybody else.

    ``claims`` are further headers that only a trusted proxy may set.
    """

    def __init__(self, app: ASGIApp, trusted: str, claims: Iterable[str] = ()) -> None:
        self._app = app
        self._claims = _CLAIMS | {name.lower().encode() for name in claims}
        proxies = [part.strip() for part in trusted.split(",") if part.strip()]
        self._believing = ProxyHeadersMiddleware(app, proxies)  # type: ignore[arg-type]  # the same protocol, typed anew
        self._told = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif (scope.get("client") or ("",))[0] in self._believing.trusted_hosts:
            await cast("ASGIApp", self._believing)(scope, receive, send)
        else:
            kept = [pair for pair in scope["headers"] if not self._is_claim(pair[0])]
            self._tell(len(scope["headers"]) - len(kept))
            await self._app({**scope, "headers": kept}, receive, send)

    def _is_claim(self, name: bytes) -> bool:
        return name.lower().startswith(b"x-forwarded-") or name.lower() in self._claims

    def _tell(self, dropped: int) -> None:
        """Once, since it means that all clients share one rate limit."""
        if dropped and not self._told:
            self._told = True
            logger().warning(
                "X-Forwarded headers come from an address that is not trusted, and are dropped: "
                "behind a reverse proxy, set ARA_TRUSTED_PROXIES to its address."
            )


def client_of(scope: Scope) -> str:
    """What counts as one client: an IPv4 address, or the /64 network that one IPv6 subscriber has."""
    host = str((scope.get("client") or ("",))[0])
    try:
        address = ip_address(host)
    except ValueError:
        return host[:64]
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(getattr(address, "ipv4_mapped", None) or address)
