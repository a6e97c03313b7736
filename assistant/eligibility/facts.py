"""Everything that section I of the Rules turns on, as stated about one Principal Investigator.

Silence is kept as silence: a fact that is not stated is ``None`` and never becomes
a no. ``answers.py`` lists the ways in which a fact can be stated.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, field_validator

from assistant.eligibility.answers import Age, Date, Gap, LastDay, Place, YesNo

__all__ = ["MAX_RELATIVES", "AmazonRole", "Facts", "Position", "Relation", "Relative"]

Position = Literal[
    "faculty",
    "adjunct",
    "visitor",
    "research_fellow",
    "researcher",
    "postdoc",
    "doctoral_student",
    "emeritus",
    "other",
]
AmazonRole = Literal[
    "never",
    "not_in_last_12_months",
    "director",
    "officer",
    "employee",
    "intern",
    "contractor",
    "agency_staff",
    "acquired_later",
]
Relation = Literal[
    "spouse",
    "parent",
    "child",
    "sibling",
    "in_law",
    "partner",
    "other_relative",
    "distant_relative",
    "housemate",
    "unrelated",
]
MAX_RELATIVES = 20


class Relative(BaseModel):
    """One person near the Principal Investigator who works or has worked for Amazon (Rules § I(d))."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    relation: Relation | Gap | None = Field(
        default=None,
        description="Who this person is to the Principal Investigator. other_relative: a grandparent, grandchild or "
        "step-relative. distant_relative: a cousin, aunt, uncle, niece or nephew. housemate: lives in the same home. "
        "unrelated: a neighbour, student, colleague or friend who lives elsewhere.",
        examples=["spouse"],
    )
    same_household: YesNo | Literal["part_time"] | None = Field(
        default=None,
        description="Whether this person lives in the same home. part_time: some of the time.",
        examples=[True],
    )
    amazon_relation: AmazonRole | Gap | None = Field(
        default=None,
        description="What this person is or was at Amazon or one of its affiliates, such as AWS.",
        examples=["employee"],
    )
    amazon_last_day: LastDay | None = Field(
        default=None,
        description="This person's last day at Amazon or an affiliate; current: still there.",
        examples=["2025-11"],
    )


class Facts(BaseModel):
    """The facts of one case, in the order of the Rules. Every fact may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="Facts for section I of the ARA Program Rules")

    position: Position | Gap | None = Field(
        default=None,
        description="The post on which the application rests. faculty: professor, lecturer, instructor or reader. "
        "Whoever holds a faculty post beside another post states the faculty post.",
        examples=["faculty"],
    )
    faculty_status: YesNo | None = Field(
        default=None,
        description="Whether the institution counts the post as faculty; matters for visitors, research fellows and "
        "other posts whose name does not say it.",
        examples=[True],
    )
    full_time: YesNo | Literal["unpaid_leave", "starts_later", "two_part_time_posts"] | None = Field(
        default=None,
        description="Whether that post is full-time (100 %, 1.0 FTE) on the day of application. unpaid_leave: full-time "
        "but on unpaid leave. starts_later: begins after the application. two_part_time_posts: adds up to full-time.",
        examples=[True],
    )
    institution: Literal["academic", "ngo", "company", "government", "other"] | Gap | None = Field(
        default=None,
        description="What the employer mainly is. academic: a university, college or school, whoever runs it. "
        "ngo: another non-governmental, non-profit organisation. other: none of these, or not clear.",
        examples=["academic"],
    )
    accredited: YesNo | None = Field(
        default=None,
        description="Whether the employer is an accredited academic institution.",
        examples=[True],
    )
    permanent: YesNo | None = Field(
        default=None,
        description="For researchers: whether the post is permanent, with no end date.",
        examples=[True],
    )
    legal_status: YesNo | None = Field(
        default=None,
        description="Whether the employer is a non-governmental organisation with recognised legal status in its "
        "country, equivalent to 501(c)(3) in the United States.",
        examples=[True],
    )
    age: Age | None = Field(default=None, description="Age in full years on the day of application.", examples=[36])
    of_age: YesNo | None = Field(
        default=None,
        description="Whether the person has reached the age of majority (is legally an adult) where they live.",
        examples=[True],
    )
    one_proposal: YesNo | Literal["withdrawing", "joint_lead"] | None = Field(
        default=None,
        description="Whether this is the only proposal by this Principal Investigator in this call. withdrawing: "
        "another one is being withdrawn. joint_lead: also joint lead of another one.",
        examples=[True],
    )
    government_pay: YesNo | Literal["unclear_body", "unclear_pay"] | None = Field(
        default=None,
        description="Whether the person is a paid employee of a government entity. An accredited academic institution, "
        "a state one too, does not count. unclear_body: it is not clear whether the body belongs to the government. "
        "unclear_pay: it is not clear whether the work is paid employment.",
        examples=[False],
    )
    us_restrictions: YesNo | Literal["other_country", "listed_institution"] | None = Field(
        default=None,
        description="Whether the person is under US export controls or sanctions, in their own statement; nationality "
        "and birthplace say nothing. other_country: on the list of another country. listed_institution: the "
        "institution, not the person, is on a US list.",
        examples=[False],
    )
    amazon_relation: AmazonRole | Gap | None = Field(
        default=None,
        description="What the person is or was at Amazon or one of its affiliates, such as AWS. never: nothing ever. "
        "not_in_last_12_months: nothing within the 12 months before the application. agency_staff: worked there through "
        "another firm. acquired_later: worked for a firm that Amazon bought later.",
        examples=["intern"],
    )
    amazon_last_day: LastDay | None = Field(
        default=None,
        description="The last day in that role; current: the role still stands.",
        examples=["2025-11"],
    )
    relatives_at_amazon: Annotated[tuple[Relative, ...], Field(max_length=MAX_RELATIVES)] | Gap | None = Field(
        default=None,
        description="Spouse, parents, children, siblings and everybody in the same home who is or was at Amazon or an "
        "affiliate within the 12 months before the application. An empty list: nobody.",
        examples=[[{"relation": "sibling", "amazon_relation": "employee", "amazon_last_day": "current"}]],
    )
    other_relatives_at_amazon: YesNo | None = Field(
        default=None,
        description="Whether there is such a person beside those listed in relatives_at_amazon.",
        examples=[False],
    )
    procurement: YesNo | Literal["unknown_vendor", "may_not_be_procurement"] | None = Field(
        default=None,
        description="Whether the person has ever taken part in, or had decision-making authority over, a procurement of "
        "cloud infrastructure involving AWS or an affiliate. unknown_vendor: cloud infrastructure, but the vendor is not "
        "known. may_not_be_procurement: a purchase from AWS that may not be a procurement.",
        examples=[False],
    )
    residence: Place | None = Field(
        default=None,
        description="The country, state or region where the person lives, not the passport or birthplace.",
        examples=["Ghana"],
    )
    workplace: Place | None = Field(
        default=None,
        description="The country, state or region where the person works, where it is another than the residence.",
        examples=["Ghana"],
    )
    otherwise_prohibited: YesNo | None = Field(
        default=None,
        description="Whether other law prohibits the person from taking part where they live or work.",
        examples=[False],
    )
    application_date: Date | None = Field(
        default=None,
        description="The day of application, in the past or the future; without it, today.",
        examples=["2026-11-20"],
    )
    none_of_the_exclusions: StrictBool | None = Field(
        default=None,
        description="A summary: none of the exclusions in section I applies ((a) to (e), the places, Amazon employees). "
        "A fact that is stated beats the summary.",
        examples=[True],
    )
    none_of_a_to_e: StrictBool | None = Field(
        default=None,
        description="A summary: none of (a) to (e) applies. It does not speak of places. "
        "A fact that is stated beats the summary.",
        examples=[True],
    )
    words: dict[str, str] = Field(
        default_factory=dict,
        description="For a fact, the exact words that it was read from.",
        examples=[{"full_time": "I am full-time"}],
    )

    @field_validator("relatives_at_amazon", mode="before")
    @classmethod
    def _false_is_nobody(cls, value: Any) -> Any:
        return () if value is False else value

    @field_validator("words")
    @classmethod
    def _words_name_facts(cls, value: dict[str, str]) -> dict[str, str]:
        for name in value:
            if name not in cls.model_fields or name == "words":
                raise ValueError(f"{name!r} is not a fact")
        return value

    def to_dict(self) -> dict[str, Any]:
        """The stated facts, in the order of the Rules; reading them back gives an equal value."""
        stated = self.model_dump(mode="json", exclude_none=True)
        if not stated["words"]:
            del stated["words"]
        return stated

    def understood(self) -> dict[str, dict[str, Any]]:
        """Each stated fact as ``{"value": …, "words": …}``; ``words`` only where they are known."""
        stated = self.to_dict()
        words = stated.pop("words", {})
        return {
            name: {"value": value} | ({"words": words[name]} if name in words else {}) for name, value in stated.items()
        }
