"""YAML read safely and strictly: duplicate keys and aliases are refused, and only ``true``/``false`` are booleans.

PyYAML keeps the last of two equal keys in silence, reads ``no`` as False and ``1:30`` as 90; none of it here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from cleaners.errors import SetupError

Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class StrictLoader(Base):  # type: ignore[misc]
    """A safe loader without YAML 1.1's surprises; see :func:`load`."""


StrictLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|false)$", "tf"),
    ("tag:yaml.org,2002:null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("tag:yaml.org,2002:int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", "-+0123456789"),
):
    StrictLoader.add_implicit_resolver(tag, re.compile(pattern), list(first))


class Mapping(dict[str, Any]):
    """A YAML mapping that knows the line it starts on (counted from 1)."""

    line: int = 0


def _mapping(loader: Any, node: Any) -> Mapping:
    pairs = Mapping()
    pairs.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, list | dict | set):
            raise yaml.constructor.ConstructorError(None, None, "a key must be a plain value", key_node.start_mark)
        if key in pairs:
            raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key!r}", key_node.start_mark)
        pairs[key] = loader.construct_object(value_node, deep=True)
    return pairs


StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)

_DEEPEST = 100
_BRACKETS = 1_000
"""More of them than this in a file may be nested so deep that composing it overflows the C stack."""
_ANCHOR = re.compile(r"(?m)(?:^|[\s,\[{])&\S")
"""What may be an anchor: a few aliases of aliases stand for more values than any memory holds."""


def load(path: Path) -> Any:
    """Read one YAML file.

    Raises :class:`SetupError` naming the file and line when it cannot be read or parsed.
    """
    try:
        text = path.read_text(encoding="utf-8")
        _refuse_bombs(text, path)
        return yaml.load(text, Loader=StrictLoader)
    except OSError as error:
        raise SetupError(f"cannot be read: {error.strerror}", where=str(path), remedy="check the path") from error
    except UnicodeDecodeError as error:
        raise SetupError("is not UTF-8", where=str(path), remedy="save the file as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        raise SetupError(problem, where=where, remedy="correct the YAML") from error
    except (ValueError, AttributeError) as error:  # of an explicit tag, or a number of 5,000 digits
        raise SetupError(
            f"a value cannot be read: {error}", where=str(path), remedy="leave out tags such as !!int"
        ) from error


def _refuse_bombs(text: str, path: Path) -> None:
    many = text.count("[") + text.count("{") >= _BRACKETS or max(map(len, text.split("\n"))) >= _BRACKETS
    if not many and not _ANCHOR.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=Base):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise SetupError(
                f"nested deeper than {_DEEPEST}",
                where=str(path),
                remedy="close the brackets that are open",
            )
        if isinstance(event, yaml.AliasEvent):
            mark: Any = event.start_mark
            raise SetupError(
                f"an alias (*{event.anchor})",
                where=f"{path}:{mark.line + 1}",
                remedy="write the value itself once more",
            )
