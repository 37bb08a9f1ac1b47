"""Clean again what was rejected: after a bug was mended, a limit raised, a disk repaired."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from cleaners.errors import SetupError
from corpus import output
from corpus.config import Config
from corpus.load import last_run
from corpus.run import Progress, RunSummary, run


def replay(out: str | Path, config: Config | None = None, *, on_progress: Progress | None = None) -> RunSummary:
    """Run the shards of an output that hold rejections again; of their records only those that were rejected.

    ``config`` are the settings, by default those of the last run. Where rules or settings have changed since that run,
    the shards are cleaned whole, as any run would do. Raises :class:`SetupError` when there is no output, or its
    sources are gone.
    """
    if not output.committed(out):
        raise SetupError("holds no tables", where=str(out), remedy="name the output folder of a run")
    config = (config or _last(out)).model_copy(update={"output": str(Path(out).absolute())})
    return run(config, replay=True, on_progress=on_progress)


def _last(out: str | Path) -> Config:
    """The settings of the last run."""
    facts = last_run(out)
    try:
        return Config.model_validate(facts["config"])
    except (KeyError, ValidationError) as error:
        raise SetupError(
            "the settings of its last run are not known", where=str(out), remedy="name them with --config"
        ) from error
