"""What may be changed for one run of ``clean-corpus``: the form in Prefect's UI, the options of ``copydesk run``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cleaners.errors import SetupError
from corpus.config import Config, PathText, Source, load_config
from corpus.fields import printable
from corpus.files import bare, is_url


class CleanOptions(BaseModel):
    """Options of one run; what is left out comes from the config. Relative paths count from the working directory."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    config: PathText | None = Field("config.yaml", min_length=1, description="settings file; null: the defaults")
    inputs: list[PathText] = Field(
        default=[], description="files, folders, globs or URLs to clean instead of the config's sources"
    )
    output: PathText | None = Field(None, min_length=1, description="folder of the tables")
    limit: int | None = Field(None, ge=1, description="read at most this many records")
    workers: int | None = Field(None, ge=1, le=256, description="shards cleaned at the same time")
    verify_inputs: bool = Field(
        False, description="read everything again and compare hashes, not only what is new by size, time or ETag"
    )

    def configured(self) -> Config:
        """Return the config with these options laid over it.

        Raises :class:`~cleaners.errors.SetupError` if the file cannot be used.
        """
        config = load_config(self.config) if self.config else Config()
        changes: dict[str, object] = {}
        if self.inputs:
            changes["sources"] = sources(self.inputs)
        if self.output:
            changes["output"] = str(Path(self.output).absolute())
        if self.workers:
            changes["workers"] = self.workers
        return config.model_copy(update=changes)


class RelateOptions(BaseModel):
    """Options of one run of ``relate``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    config: PathText | None = Field("config.yaml", min_length=1, description="settings file; null: the defaults")
    output: PathText | None = Field(None, min_length=1, description="folder of the tables, instead of the config's")

    def folder(self) -> str:
        """Return the folder of the tables."""
        return CleanOptions(config=self.config, output=self.output).configured().output


def sources(inputs: Iterable[str]) -> list[Source]:
    """Turn paths and addresses into sources, each named after its last part: the name decides the ids of its records.

    >>> [source.name for source in sources(["in/News 2018.jsonl", "in/*.txt", "other/News 2018.jsonl"])]
    ['News-2018.jsonl', 'txt', 'News-2018.jsonl-2']
    >>> [(source.name, source.path) for source in sources(["s3://news/2018/a.csv.gz"])]
    [('a.csv.gz', 's3://news/2018/a.csv.gz')]
    """
    named: dict[str, Source] = {}
    for path in inputs:
        if not path or printable(path) != path:
            raise SetupError("the path is empty or not UTF-8", where=printable(path), remedy="give or rename it")
        last = posixpath.basename(bare(path).rstrip("/")) if is_url(path) else Path(path).absolute().name
        base = re.sub(r"[^A-Za-z0-9._-]+", "-", last).strip("-._")[:56] or "input"
        name, number = base, 1
        while name.lower() in named:
            number += 1
            name = f"{base}-{number}"
        try:
            named[name.lower()] = Source.model_validate(
                {"name": name, "path": path if is_url(path) else str(Path(path).absolute())}
            )
        except ValidationError as error:
            problem, _, remedy = error.errors()[0]["msg"].removeprefix("Value error, ").partition("; ")
            raise SetupError(problem, where="the inputs", remedy=remedy or "give another path") from None
    return list(named.values())
