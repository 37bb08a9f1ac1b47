"""The flow ``relate``: what the documents of a whole output have to do with each other."""

from __future__ import annotations

from typing import Any

from prefect import State, flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed, Failed

from cleaners.errors import SetupError
from corpus.relate import relate
from corpus.secrets import hidden
from flows import roots
from flows.artifacts import counted
from flows.options import RelateOptions


@task(name="relate", cache_policy=NO_CACHE, persist_result=False)
def relate_folder(folder: str) -> dict[str, int]:
    """Write the table ``relations`` of one output; return the number of pairs of each kind."""
    return relate(folder)


@flow(name="relate", persist_result=False)
def relate_output(options: RelateOptions = RelateOptions()) -> State[Any]:  # noqa: B008 - it is frozen
    """Find duplicates, near-duplicates, and articles that contain others or share paragraphs with them."""
    try:
        allowed = roots.roots()
        roots.hold_paths([options.config, options.output], allowed)
        folder = options.folder()
        roots.hold_paths([folder], allowed)
        found = relate_folder(folder)
    except SetupError as error:
        return Failed(message=hidden(str(error)), data=error)
    create_table_artifact(
        key="relations", table=counted(found, "kind", sum(found.values())), description=f"{folder}/relations"
    )
    return Completed(message=", ".join(f"{count:,} {kind}" for kind, count in found.items()) or "no relations")
