"""Which settings hold: those of ``--config``, else of ``config.yaml`` in this folder, else the defaults."""

from __future__ import annotations

from pathlib import Path

from cleaners.settings import Settings

DEFAULT = Path("config.yaml")


def config_path(config: Path | None) -> Path | None:
    """Return the settings file to read; None when there is none and the defaults hold."""
    return config or (DEFAULT if DEFAULT.is_file() else None)


def cleaning_settings(config: Path | None) -> Settings:
    """Return how records are cleaned.

    Raises :class:`~cleaners.errors.SetupError` if the file is missing or wrong.
    """
    path = config_path(config)
    if path is None:
        return Settings()
    from corpus.config import load_config

    return load_config(path).cleaning
