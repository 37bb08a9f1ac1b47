"""Settings of the cleaning itself; :mod:`corpus.config` embeds them in ``config.yaml``."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from cleaners.categories import CATEGORIES, OPTIONAL, SEPARATOR

Action = Literal["remove", "mark"]


def default_policy() -> dict[str, Action]:
    """Every category with what happens to its findings."""
    return {name: "mark" if name in OPTIONAL else "remove" for name in CATEGORIES}


class Limits(BaseModel):
    """Bounds that depend on the record alone, so that they reject the same records on every machine."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text_characters: int = Field(20_000_000, gt=0, description="longest text that is cleaned, in characters")
    page_bytes: int = Field(10_000_000, gt=0, description="largest page that is read, in bytes")
    page_nodes: int = Field(200_000, gt=0, description="most tags a page may have")
    page_depth: int = Field(1_000, gt=0, description="deepest nesting of tags")
    combining_run: int = Field(
        10, gt=0, le=1_000, description="longest run of combining marks; longer ones are cut to it"
    )


class Settings(BaseModel):
    """How records are cleaned. All of it is part of the fingerprint."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    policy: dict[str, Action] = Field(default_factory=default_policy, description="category to remove or mark")
    brake: float = Field(0.8, gt=0, le=1, description="largest share of a document that unanchored rules may take")
    packs: tuple[str, ...] = Field(
        (), description="further rule packs (YAML files), after the built-in ones; learned ones with '#sha256=…'"
    )
    disabled: tuple[str, ...] = Field((), description="ids of rules that are left out")
    limits: Limits = Field(default_factory=lambda: Limits())

    @field_validator("policy")
    @classmethod
    def _complete(cls, policy: dict[str, Action]) -> dict[str, Action]:
        """Categories that are left out keep their default."""
        complete = default_policy()
        for name in policy:
            if name not in complete:
                close = get_close_matches(name, complete, 1)
                remedy = f"did you mean {close[0]!r}?" if close else f"the categories are {', '.join(complete)}"
                raise ValueError(f"{name!r} is no category; {remedy}")
        if policy.get(SEPARATOR) == "mark":
            raise ValueError(f"{SEPARATOR} cannot be 'mark'; what stands between two documents is in neither of them")
        return {**complete, **policy}
