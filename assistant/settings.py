"""Everything that can be set from outside, as ``ARA_*`` environment variables."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, ValidationError
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
        description="Whether a case typed into the chat gets a verdict at once (experimental: it misreads some whose authors it has never read); "
        "else the answer leads to the interview.",
    )


@cache
def load_settings() -> Settings:
    """The settings of this process; raises ``SettingsError`` naming the variable."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "ARA_" + str(first["loc"][0]).upper()
        raise SettingsError(
            f"{name} is {first['input']!r}: {first['msg']}. See the settings table in README."
        ) from None
