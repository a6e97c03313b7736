"""Questions that name a clause by its number: “quote § III(c)”, “what does section XI say?”."""

from assistant.named.references import Reference, asks_for_the_text, references
from assistant.named.told import misnamed, quote_named

__all__ = ["Reference", "asks_for_the_text", "misnamed", "quote_named", "references"]
