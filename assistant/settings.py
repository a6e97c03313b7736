"""Everything that can be set from outside, as ``ARA_*`` environment variables."""

from __future__ import annotations

import re
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, ValidationError, ValidationInfo, field_validator
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
        default=True,
        description="Whether a case typed into the chat gets a verdict at once, with the facts as understood; else the answer "
        "leads to the interview.",
    )
    rate: str = Field(
        default="120/minute",
        description="How many questions and other messages one client may send, such as 120/minute or "
        "30/minute;600/hour; off for no limit.",
    )
    rate_all: str = Field(
        default="1200/minute",
        description="How many requests of any kind but the files of the page one client may send; off for no limit.",
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
    keep_questions: bool = Field(
        default=False,
        description="Whether questions that were not answered well, feedback and daily counts are kept for staff, without "
        "identity, address or session; else nothing is kept.",
    )
    database_url: str | None = Field(
        default=None,
        repr=False,
        description="Where they are kept, such as postgresql://user:password@host/name; where not set, in a SQLite file "
        "in the data folder.",
    )
    retention_days: int = Field(default=90, ge=1, le=3650, description="After how many days what was kept is deleted.")
    staff_password_hash: str | None = Field(
        default=None,
        repr=False,
        description="What ara staff hash-password prints; the pages for staff are at /staff where it or ARA_STAFF_HEADER "
        "is set.",
    )
    staff_header: str | None = Field(
        default=None,
        description="The header, such as X-Remote-User, by which a proxy of ARA_TRUSTED_PROXIES says that it has let a "
        "member of staff in.",
    )
    runs_dir: Path = Field(
        default=Path("runs"), description="Where the pages for staff look for the runs of the evals."
    )

    chat_model: str | None = Field(
        default=None,
        description="The chat model that may word answers, as provider:name, such as "
        "bedrock_converse:amazon.nova-lite-v1:0; none where not set.",
    )
    chat_base_url: str | None = Field(
        default=None,
        repr=False,
        description="The address of its server, such as http://127.0.0.1:8000/v1; the provider's own where not set.",
    )
    chat_seconds: float = Field(
        default=20.0, gt=0, le=120, description="How long an answer waits for it at most, retries included."
    )
    chat_tokens: int = Field(
        default=8_000, ge=500, le=100_000, description="How many tokens one answer may cost, in and out."
    )
    chat_per_minute: int = Field(
        default=60,
        ge=1,
        le=10_000,
        description="How many answers a minute may ask it; the others get the reviewed words.",
    )
    chat_cases: bool = Field(
        default=False,
        description="Whether messages that state somebody's case are sent to it as well, so that it may propose facts to confirm.",
    )

    @field_validator("chat_model")
    @classmethod
    def _is_model(cls, value: str | None) -> str | None:
        if value in {"", "none"}:
            return None
        if value and not re.fullmatch(r"[a-z_]+:[\w.:/@-]{1,200}", value):
            raise ValueError("It must be provider:name, such as openai:gpt-4.1-mini or ollama:llama3.1, or none")
        return value

    @field_validator("chat_base_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value and not re.match(r"https?://[^\s/]+", value):
            raise ValueError("It must be an address such as http://127.0.0.1:8000/v1")
        return value or None

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

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: str | None) -> str | None:
        if value and not re.match(r"(?:sqlite|postgresql|postgres)(?:\+psycopg)?://", value):
            raise ValueError(
                "It must be such as postgresql://user:password@host/name or sqlite:////srv/ara/record.sqlite3"
            )
        return value or None

    @field_validator("staff_password_hash")
    @classmethod
    def _is_hash(cls, value: str | None) -> str | None:
        if value and not re.fullmatch(r"\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+\$[\w+/]+\$[\w+/]+", value):
            raise ValueError("It must be what “ara staff hash-password” prints, in single quotation marks in a shell")
        return value or None

    @field_validator("staff_header")
    @classmethod
    def _is_header(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and not re.fullmatch(r"[A-Za-z0-9-]{3,60}", value):
            raise ValueError("It must be the name of a header, such as X-Remote-User")
        if value and not info.data.get("trusted_proxies"):
            raise ValueError("It is believed of a trusted proxy alone, so set ARA_TRUSTED_PROXIES as well")
        return value or None

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
        field = Settings.model_fields.get(str(first["loc"][0]))
        # What may hold a password is not shown.
        shown = repr(first["input"]) if field is None or field.repr else "not usable"
        raise SettingsError(f"{name} is {shown}: {problem}. See the settings table in README.") from None
