"""What accepting an award turns on, as stated; silence is kept as silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.eligibility.answers import YesNo
from assistant.eligibility.reading import decode, read_model

__all__ = ["AwardFacts", "parse_award_facts"]


class AwardFacts(BaseModel):
    """The facts for sections II, III and X, in the order of the Rules."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", title="Facts for sections II, III and X of the ARA Program Rules"
    )

    confidential_content: YesNo | None = Field(
        default=None, description="Whether the proposal contains confidential information.", examples=[False]
    )
    marked_confidential: YesNo | None = Field(
        default=None, description="Whether any part of the proposal is marked as confidential.", examples=[False]
    )
    original_work: YesNo | None = Field(
        default=None, description="Whether the proposal is original work, or an update to it.", examples=[True]
    )
    known_patent_infringement: YesNo | None = Field(
        default=None,
        description="Whether you know of a patent of others that the proposal infringes.",
        examples=[False],
    )
    other_infringement: YesNo | None = Field(
        default=None,
        description="Whether the proposal infringes other rights of others, such as copyright or privacy.",
        examples=[False],
    )
    gift_accepted: YesNo | None = Field(
        default=None, description="Whether the institution can take the cash as an unrestricted gift.", examples=[True]
    )
    general_overhead: YesNo | None = Field(
        default=None,
        description="Whether cash would pay indirect costs that are not incurred solely for this research.",
        examples=[False],
    )
    paperwork_possible: YesNo | None = Field(
        default=None,
        description="Whether the institution can complete the administrative steps in time.",
        examples=[True],
    )
    receipt_prohibited: YesNo | None = Field(
        default=None,
        description="Whether a law, an order, ethics rules or internal rules forbid to receive the award.",
        examples=[False],
    )
    requirements_completed: YesNo | None = Field(
        default=None,
        description="Whether all legal and ethical requirements are or will be completed.",
        examples=[True],
    )
    conflict_of_interest: YesNo | None = Field(
        default=None,
        description="Whether receipt creates a conflict of interest for AWS or its affiliates.",
        examples=[False],
    )
    buying_for_organisation: YesNo | None = Field(
        default=None,
        description="Whether you take part in, or decide on, purchases from AWS or affiliates for your organisation.",
        examples=[False],
    )
    booked_properly: YesNo | None = Field(
        default=None, description="Whether the award will be booked and recorded as the law asks.", examples=[True]
    )

    def to_dict(self) -> dict[str, Any]:
        """The stated facts; reading them back gives an equal value."""
        return self.model_dump(mode="json", exclude_none=True)


def parse_award_facts(data: str | Mapping[str, Any]) -> AwardFacts:
    """Read facts from JSON text or a mapping; raises ``FactsError``."""
    return read_model(AwardFacts, decode(data) if isinstance(data, str) else data)
