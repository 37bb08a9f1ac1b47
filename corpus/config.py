"""The settings of a run: a typed model, read from YAML.

Every mistake is a :class:`~cleaners.errors.SetupError` that names file and line and says what to do.
"""

from __future__ import annotations

import difflib
import glob
import re
import types
import typing
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.request import url2pathname

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, field_validator

from cleaners.errors import SetupError
from cleaners.rules.yaml_strict import StrictLoader, load
from cleaners.settings import Settings
from corpus.files import is_url

Format = Literal["auto", "txt", "html", "jsonl", "csv", "warc", "parquet"]


def _without_nul(path: str) -> str:
    if "\0" in path:
        raise ValueError("no path holds a NUL character; write the path without it")
    return path


PathText = Annotated[str, AfterValidator(_without_nul)]
"""A path or an address."""

SHAPES = {
    "list_type": "write a list: a line '- …' for each entry",
    "tuple_type": "write a list: a line '- …' for each entry",
    "dict_type": "write lines 'name: value' below it",
    "model_type": "write lines 'name: value' below it",
    "string_type": "write a text, in quotes if it looks like a number",
}
"""What to write where the value has the wrong shape, by the kind of error."""


class Fields(BaseModel):
    """Names of the fields in JSONL, CSV and Parquet; those left empty are found by their usual names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(None, description="the record's own id; without one its position counts")
    text: str | None = Field(None, description="plain text")
    html: str | None = Field(None, description="a page")
    url: str | None = Field(None, description="address")
    title: str | None = Field(None, description="headline")
    date: str | None = Field(None, description="when it was published")
    site: str | None = Field(None, description="outlet or domain")
    crawl_date: str | None = Field(None, description="when it was fetched; bounds the dates that are believed")


class Source(BaseModel):
    """Where records come from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        description="short name; part of every record's id and of the file names",
    )
    path: PathText = Field(min_length=1, description="file, folder (with all folders below it), glob or URL")
    format: Format = Field("auto", description="auto (by file name), txt, html, jsonl, csv, warc or parquet")
    fields: Fields = Field(
        default_factory=lambda: Fields.model_validate({}), description="field names, where the usual ones fail"
    )
    encoding: str | None = Field(None, description="declared encoding of the files; null: found out")
    site: str | None = Field(None, description="site of all records that do not name one")

    @field_validator("path")
    @classmethod
    def _without_secrets(cls, value: str) -> str:
        if value.startswith("file://"):
            return url2pathname(value.removeprefix("file://"))
        if is_url(value) and re.search(r"://[^/@:]*:[^/@]*@", value):
            raise ValueError("a password does not belong in an address; give it in the environment, as AWS_PROFILE")
        return value

    @field_validator("encoding")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                "".encode(value)  # refuses what is no encoding of text, too
            except LookupError:
                raise ValueError(f"unknown encoding {value!r}; use a name such as utf-8 or windows-1252") from None
        return value


class Drift(BaseModel):
    """By how much the shares of new records may differ from those of earlier ones; 1: by any amount."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    documents: int = Field(
        50, ge=10, description="fewest documents or records on both sides that are compared; a site's new ones gather"
    )
    removed: float = Field(0.1, gt=0, le=1, description="share of the text that was taken out, per site and in all")
    rule: float = Field(0.03, gt=0, le=1, description="share of the text that one rule took out")
    empty: float = Field(0.05, gt=0, le=1, description="share of documents without any text left")
    rejected: float = Field(0.05, gt=0, le=1, description="share of rejected records")
    undated: float = Field(0.2, gt=0, le=1, description="share of documents without a date")
    language: float = Field(0.1, gt=0, le=1, description="share of documents in one language")


def _sample() -> list[Source]:
    return [Source.model_validate({"name": "sample", "path": "data/sample"})]


class Config(BaseModel):
    """Every setting of a run."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: list[Source] = Field(default_factory=_sample, min_length=1, description="where records come from")
    output: PathText = Field("out", min_length=1, description="folder of the Parquet tables")
    workers: int = Field(2, ge=1, le=256, description="shards cleaned at the same time, each in its own process")
    shard_bytes: int = Field(32_000_000, ge=1_000, description="size of a shard of input, in bytes")
    record_bytes: int = Field(
        32_000_000,
        ge=1_000,
        le=1_000_000_000,
        description="longest record that is read, in bytes; longer ones are rejected",
    )
    record_seconds: float = Field(60.0, ge=0.001, le=86_400, description="time limit of one record, in seconds")
    worker_bytes: int = Field(
        8_000_000_000, ge=1_000_000_000, le=1_000_000_000_000_000, description="memory limit of one worker, in bytes"
    )
    kept_bytes: int = Field(
        1_000_000,
        ge=0,
        description="largest rejected input that is kept in the table, in bytes; of others only the place",
    )
    rejected_share: float = Field(
        0.05, ge=0, le=1, description="share of rejected records above which a run counts as failed"
    )
    drift: Drift = Field(
        default_factory=lambda: Drift.model_validate({}),
        description="change of a share, since the last run, above which a run counts as failed",
    )
    cleaning: Settings = Field(
        default_factory=lambda: Settings.model_validate({}), description="how a record is cleaned"
    )

    @field_validator("sources")
    @classmethod
    def _distinct(cls, sources: list[Source]) -> list[Source]:
        names = [source.name.lower() for source in sources]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two sources are named {name!r}; give each its own name")
        return sources


def load_config(path: str | Path) -> Config:
    """Read a config file; relative paths in it count from its own folder.

    Raises :class:`SetupError` for a file that cannot be read, an unknown key or a value out of range.
    """
    path = Path(path)
    values = load(path)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise SetupError("is not a list of settings", where=str(path), remedy="write lines such as 'output: out'")
    try:
        config = Config.model_validate(values)
    except ValidationError as error:
        raise _setup_error(path, error) from error
    return _anchored(config, path.resolve().parent)


def _anchored(config: Config, folder: Path) -> Config:
    """The config with its relative paths made absolute."""

    def anchor(path: str) -> str:
        return (
            path
            if Path(path).is_absolute() or is_url(path)
            else str(Path(glob.escape(str(folder)) if glob.has_magic(path) else folder, path))
        )

    return config.model_copy(
        update={
            "sources": [source.model_copy(update={"path": anchor(source.path)}) for source in config.sources],
            "output": str(folder / config.output),
            "cleaning": config.cleaning.model_copy(
                update={"packs": tuple(str(folder / pack) for pack in config.cleaning.packs)}
            ),
        }
    )


def _setup_error(path: Path, error: ValidationError) -> SetupError:
    """The first mistake, told with line and remedy."""
    first = error.errors()[0]
    location, kind = first["loc"], first["type"]
    where = f"{path}:{_line(path, location)}"
    name = ".".join(str(part) for part in location)
    if kind == "extra_forbidden":
        known = _known_keys(Config, location[:-1])
        close = difflib.get_close_matches(str(location[-1]), known, 1)
        remedy = f"did you mean {close[0]!r}?" if close else f"known keys here: {', '.join(known)}"
        return SetupError(f"unknown key {name!r}", where=where, remedy=remedy)
    if kind == "missing":
        return SetupError(f"{name!r} is missing", where=where, remedy=f"add '{location[-1]}: …'")
    if kind == "literal_error":
        allowed = str(first["ctx"]["expected"])
        close = difflib.get_close_matches(
            str(first["input"]), allowed.replace("'", "").replace(" or ", ", ").split(", "), 1
        )
        remedy = f"did you mean {close[0]!r}?" if close else f"use {allowed}"
        return SetupError(f"{name} is {first['input']!r}", where=where, remedy=remedy)
    if kind in SHAPES:
        return SetupError(f"{name} is {first['input']!r}", where=where, remedy=SHAPES[kind])
    message = first["msg"].removeprefix("Value error, ")
    problem, _, remedy = message.partition("; ")
    return SetupError(f"{name}: {problem}", where=where, remedy=remedy or f"found {first['input']!r}")


def _known_keys(model: Any, location: tuple[int | str, ...]) -> list[str]:
    """Keys that the model has at ``location``."""
    for part in location:
        if isinstance(part, int):
            model = typing.get_args(model)[0]
        elif part in model.model_fields:
            model = model.model_fields[part].annotation
        if isinstance(model, types.UnionType):
            model = typing.get_args(model)[0]
        if not (isinstance(part, int) or hasattr(model, "model_fields") or typing.get_origin(model) is list):
            return []
    return list(model.model_fields)


def _line(path: Path, location: tuple[int | str, ...]) -> int:
    """Line of the YAML on which ``location`` (or the nearest thing above it) stands."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=StrictLoader)
    line = 1
    for part in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(part):
                    node, line = value, key.start_mark.line + 1
                    break
            else:
                return line
    return line
