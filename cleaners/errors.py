"""The two families of errors.

::

    CopydeskError
    ├── SetupError    config, rule or source at fault: stops before the first record
    └── RecordError   one record at fault: becomes a rejection, the run goes on

Anything else that is raised while a record is cleaned is a bug; it becomes a rejection with its traceback.
"""

from __future__ import annotations


class CopydeskError(Exception):
    """Base of all errors that Copydesk raises on purpose."""


class SetupError(CopydeskError):
    """Something the user wrote cannot be used.

    ``problem`` says what is wrong, ``where`` names file and line (or the rule), ``remedy`` says what to do next.

    >>> print(SetupError("unknown key 'inptus'", where="config.yaml:3", remedy="did you mean 'inputs'?"))
    config.yaml:3: unknown key 'inptus' (did you mean 'inputs'?)
    """

    def __init__(self, problem: str, *, where: str = "", remedy: str = "") -> None:
        self.problem, self.where, self.remedy = problem, where, remedy
        super().__init__(f"{where}: " * bool(where) + problem + f" ({remedy})" * bool(remedy))


class RecordError(CopydeskError):
    """One record cannot be cleaned: ``stage`` is the pipeline step that gave up, ``reason`` says why.

    >>> raise RecordError("decode", "the file is empty")
    Traceback (most recent call last):
    ...
    cleaners.errors.RecordError: decode: the file is empty
    """

    def __init__(self, stage: str, reason: str) -> None:
        self.stage, self.reason = stage, reason
        super().__init__(f"{stage}: {reason}")
