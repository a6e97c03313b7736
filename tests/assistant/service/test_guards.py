"""Sizes, doors, headers and the path prefix."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from assistant.service.body import MAX_BYTES, BodyLimit
from assistant.service.headers import data_policy, page_policy
from assistant.service.nonce import with_nonces

ASK = {"question": "Who pays the taxes?"}
SHUT = [
    "/gradio_api/upload",
    "/gradio_api/upload_progress",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file/etc/passwd",
    "/gradio_api/proxy=https://evil.example/",
    "/gradio_api/stream/1",
    "/gradio_api/component_server",
    "/gradio_api/custom_component/1/client/component/index.js",
    "/gradio_api/process_recording",
    "/gradio_api/vibe-edit/",
    "/gradio_api/dev/reload",
    "/gradio_api/deep_link",
    "/gradio_api/run-history/buckets",
    "/gradio_api/token",
    "/gradio_api/call/../upload",
    "/gradio_api",
    "/monitoring",
    "/monitoring/summary",
    "/login",
    "/svelte/svelte.js",
]


@pytest.mark.parametrize("path", ["/api/ask", "/mcp", "/gradio_api/queue/join", "/nowhere"])
@pytest.mark.parametrize("stated", [True, False])
def test_a_large_body_is_turned_away(api, path, stated):
    """413 and a sentence, whether its length is stated or it comes in pieces."""
    body = b'{"question": "' + b"x" * MAX_BYTES + b'"}'
    pieces = (body[at : at + 50_000] for at in range(0, len(body), 50_000))
    reply = api.post(path, content=body if stated else pieces, headers={"Content-Type": "application/json"})
    assert reply.status_code == 413
    assert reply.json()["code"] == "too_large"
    assert f"{MAX_BYTES:,} bytes" in reply.json()["error"]


@pytest.mark.parametrize("size", [0, 1, 10, 11])
def test_a_body_up_to_the_limit_is_passed_on_whole(size):
    """In pieces as well; one byte more is turned away."""

    async def echo(scope, receive, send):
        await Response((await Request(scope, receive).body()).upper())(scope, receive, send)

    client = TestClient(BodyLimit(echo, most=10))
    body = b"abcdefghijk"[:size]
    for content in (body, (body[at : at + 1] for at in range(size))):
        reply = client.post("/", content=content)
        assert reply.content == body.upper() if size <= 10 else reply.status_code == 413


@pytest.mark.parametrize("length", ["-1", "ten", "1.5", "٣"])
def test_a_false_length_is_turned_away(api, length):
    """It is no number of bytes."""
    reply = api.post("/api/ask", content=b"{}", headers={"Content-Length": length.encode()})
    assert (reply.status_code, reply.json()["code"]) == (400, "malformed")


@pytest.mark.parametrize("path", SHUT)
@pytest.mark.parametrize("prefix", ["", "/ara", "/ara/ara"])
def test_what_the_page_does_not_need_is_shut(serve, path, prefix):
    """404 in our own form, behind a prefix as well, however often it stands there."""
    client = serve(root_path="/ara")
    for method in ("GET", "POST"):
        reply = client.request(method, f"{prefix}{path}")
        assert (reply.status_code, reply.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("path", ["/api/ask", "/gradio_api/queue/join", "/mcp"])
def test_another_sites_page_may_not_send(api, path):
    """A browser says where it sends from; programs say nothing and are let in."""
    for site, status in (("cross-site", 403), ("same-site", 403)):
        reply = api.post(path, json=ASK, headers={"Sec-Fetch-Site": site})
        assert (reply.status_code, reply.json()["code"]) == (status, "foreign_page")
    assert api.post("/api/ask", json=ASK, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    assert api.get("/api/clauses", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_no_other_origin_is_let_in(api):
    """A browser is told of no origin that may read, and a preflight is refused."""
    origin = {"Origin": "https://evil.example"}
    assert "Access-Control-Allow-Origin" not in api.get("/api/clauses", headers=origin).headers
    preflight = api.options("/api/ask", headers=origin | {"Access-Control-Request-Method": "POST"})
    assert preflight.status_code == 400
    assert "Access-Control-Allow-Origin" not in preflight.headers


def test_every_reply_has_the_headers(api):
    """Errors too, and those of the guards themselves."""
    replies = [
        api.get("/api/clauses"),
        api.get("/api/nothing"),
        api.post("/api/ask", content=b"x" * (MAX_BYTES + 1)),
        api.get("/gradio_api/upload"),
        api.get("/healthz"),
    ]
    for reply in replies:
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["Referrer-Policy"] == "no-referrer"
        assert reply.headers["X-Frame-Options"] == "DENY"
        assert reply.headers["Content-Security-Policy"] == data_policy()
        assert "camera=()" in reply.headers["Permissions-Policy"]
        assert "Server" not in reply.headers


def test_a_page_may_be_framed_by_whom_the_setting_names(serve):
    """Nobody by default."""
    assert "frame-ancestors 'none'" in page_policy("n")
    assert "frame-ancestors https://a.example https://b.example" in page_policy(
        "n", "https://a.example https://b.example"
    )
    framed = serve(frame_ancestors="https://a.example").get("/some/page")
    assert "frame-ancestors https://a.example" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers


def test_scripts_are_marked_in_raw_parts_too():
    """Every script of a template carries the reply's nonce, and nothing else is changed."""
    template = (
        '<script type="module"></script>{% raw %}{{ x }}<script>1</script>{% endraw %}<scripts><script>2</script>'
    )
    mark = '<script nonce="{{ request.state.nonce }}"'
    assert with_nonces(template) == (
        f'{mark} type="module"></script>'
        f"{{% raw %}}{{{{ x }}}}{{% endraw %}}{mark}{{% raw %}}>1</script>{{% endraw %}}<scripts>{mark}>2</script>"
    )


def test_a_full_queue_says_busy(serve, monkeypatch):
    """503, Retry-After and a sentence, at once."""
    monkeypatch.setattr("assistant.service.turns.WAITING", 0)
    monkeypatch.setattr("assistant.service.server.Turns", lambda _: Turns(0, 0))
    from assistant.service.turns import Turns

    reply = serve().post("/api/ask", json=ASK)
    assert (reply.status_code, reply.json()["code"], reply.headers["Retry-After"]) == (503, "busy", "5")


@pytest.mark.parametrize("prefix", ["", "/ara"])
def test_the_prefix_may_be_cut_off_or_not(serve, prefix):
    """A proxy does one or the other; both reach the API."""
    client = serve(root_path="/ara")
    assert client.post(f"{prefix}/api/ask", json=ASK).json()["kind"] == "answer"
    assert client.get(f"{prefix}/api/openapi.json").json()["servers"] == [{"url": "/ara"}]
