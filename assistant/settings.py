"""Everything that can be set from outside, as ``ARA_*`` environment variables."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus import CORPUS_DIR
from corpus.errors import SettingsError

__all__ = ["Settings", "load_settings"]


class Settings(BaseSettings):
    """Read once, at the edge; every room to the left gets values as arguments."""

    model_config = SettingsConfigDict(env_prefix="ARA_", frozen=True, extra="ignore")

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("ara-rules-assistant"), description="Where the index is kept."
    )
    corpus_dir: Path = Field(default=CORPUS_DIR, description="Where the Rules, the FAQ and the tables are read from.")
    rules_version: str | None = Field(
        default=None, description="The date of the version of the Rules to answer from; the newest where not set."
    )
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2",
        description="The embedding model: the packaged one, or the path of a sentence-transformers folder.",
    )
    chroma_url: str | None = Field(
        default=None, description="The address of a Chroma server; where not set, Chroma runs inside the program."
    )
    host: str = Field(default="127.0.0.1", description="The address that the web app listens on.")
    port: int = Field(default=7860, ge=1, le=65535, description="The port that the web app listens on.")
    root_path: str = Field(default="", description="The path prefix behind a reverse proxy, such as /ara.")
    read_cases: bool = Field(
        default=False,
        description="Whether a case typed into the chat gets a verdict at once (experimental: it still misreads some); "
        "else the answer leads to the interview.",
    )
    rate: str = Field(
        default="120/minute",
        description="How many questions and other messages one client may send, such as 120/minute or "
        "30/minute;600/hour; off for no limit.",
    )
    rate_all: str = Field(
        default="1200/minute", description="How many requests of any kind one client may send; off for no limit."
    )
    trusted_proxies: str = Field(
        default="",
        description="The addresses or networks of reverse proxies whose X-Forwarded-* headers are believed, separated by "
        "commas, such as 127.0.0.1, 10.0.0.0/8.",
    )
    frame_ancestors: str = Field(
        default="",
        description="The origins that may show the page in a frame, separated by spaces, such as "
        "https://research.example.org; none where not set.",
    )
    mcp: bool = Field(default=True, description="Whether the MCP server is there at /mcp.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least important lines that are logged; debug logs files sent as well."
    )
    log_questions: bool = Field(default=False, description="Whether questions are logged, word for word.")

    @field_validator("rate", "rate_all")
    @classmethod
    def _is_rate(cls, value: str) -> str:
        if value != "off":
            from limits import parse_many

            try:
                parse_many(value)
            except ValueError:
                raise ValueError("It must be such as 120/minute, or off") from None
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _are_addresses(cls, value: str) -> str:
        for part in filter(None, (part.strip() for part in value.split(","))):
            try:
                ip_network(part)
            except ValueError:
                raise ValueError("It must be addresses or networks such as 127.0.0.1, 10.0.0.0/8") from None
        return value

    @field_validator("frame_ancestors")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        # The value stands in a header, where a semicolon would begin another directive.
        for part in value.split():
            if not re.fullmatch(r"https?://[A-Za-z0-9.*:\[\]-]+", part):
                raise ValueError("It must be origins such as https://research.example.org, separated by spaces")
        return value

    @field_validator("root_path")
    @classmethod
    def _is_path(cls, value: str) -> str:
        stripped = value.strip("/")
        if not re.fullmatch(r"[A-Za-z0-9._~/-]*", stripped):
            raise ValueError("It must be a path such as /ara")
        return f"/{stripped}" if stripped else ""


@cache
def load_settings(**given: str | int) -> Settings:
    """The settings of this process, ``given`` before the environment; raises ``SettingsError`` naming the variable."""
    try:
        return Settings(**given)  # type: ignore[arg-type]  # validated there
    except ValidationError as error:
        first = error.errors()[0]
        name = "ARA_" + str(first["loc"][0]).upper()
        problem = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name} is {first['input']!r}: {problem}. See the settings table in README.") from None
