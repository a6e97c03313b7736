"""``/api/docs``: the API as a page, made from its OpenAPI description, with nothing loaded from elsewhere."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

__all__ = ["docs_routes"]

_FOLDER = Path(__file__).parent
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def docs_routes(server: FastAPI) -> APIRouter:
    """The page."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/api/docs")
    async def docs() -> HTMLResponse:
        return HTMLResponse(_page(json.dumps(server.openapi())), headers={"Content-Security-Policy": _POLICY})

    return routes


@cache
def _page(described: str) -> str:
    api = json.loads(described)
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("docs.html").render(api=api, operations=_operations(api))


def _operations(api: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "method": method.upper(),
            "path": path,
            "summary": operation["summary"],
            "text": operation.get("description", ""),
            "fields": _fields(api, operation),
            "replies": [(status, reply["description"]) for status, reply in operation["responses"].items()],
        }
        for path, operations in api["paths"].items()
        for method, operation in operations.items()
    ]


def _fields(api: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of what is sent, each with an example."""
    if "requestBody" not in operation:
        return [
            {"name": given["name"], "needed": given["required"], "text": "In the address.", "example": "rules:III.c"}
            for given in operation.get("parameters", ())
        ]
    name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
    model = api["components"]["schemas"][name]
    return [
        {
            "name": field,
            "needed": field in model.get("required", ()),
            "text": schema.get("description", ""),
            "example": json.dumps(schema["examples"][0], ensure_ascii=False) if "examples" in schema else "",
        }
        for field, schema in model["properties"].items()
    ]
