"""The flow ``clean-corpus``: when and where shards are cleaned. What happens in them is ``corpus``'s affair.

Each shard is one task, each task one process of its own (:mod:`corpus.supervise`): threads are enough here. Only paths
and counts pass through Prefect; what stands in the output is decided by the files themselves, not by Prefect's cache.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any

from prefect import State, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed, Failed
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.tasks import exponential_backoff

from cleaners.errors import SetupError
from corpus import output
from corpus.run import Progress, RunPlan, RunSummary, finish, prepare
from corpus.secrets import hidden
from corpus.shard_worker import Job
from corpus.sources import find
from corpus.supervise import ShardError, ShardResult, run_shard
from flows import roots
from flows.artifacts import publish
from flows.options import CleanOptions

RETRIES = 3
PROGRESS: ContextVar[Progress] = ContextVar("progress", default=lambda shard, more: None)
"""Is told how many records of a shard were read; set it around a call of the flow. Prefect hands it on to the tasks."""


def is_transient(_task: object, _run: object, state: State[Any]) -> bool:
    """Whether a failed shard is worth another try: reading and writing may fail for a while, all else fails again."""
    try:
        state.result()
    except ShardError as error:
        return error.transient
    except OSError:
        return True
    except Exception:
        return False
    return False


@task(
    name="shard",
    task_run_name="{job.shard.name}",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=RETRIES,
    retry_delay_seconds=exponential_backoff(backoff_factor=5),
    retry_jitter_factor=0.5,
    retry_condition_fn=is_transient,
)
def clean_shard(job: Job) -> ShardResult:
    """Clean one shard in a process of its own."""
    progress = PROGRESS.get()
    return run_shard(job, on_progress=lambda more: progress(job.shard.name, more))


@flow(name="clean-corpus", persist_result=False)
def clean_corpus(options: CleanOptions = CleanOptions()) -> State[Any]:  # noqa: B008 - it is frozen
    """Clean what is new or changed in the sources into Parquet tables.

    The outcome is in the state's message. Failed: nothing could be read, a shard failed, a record met a bug, more
    records were rejected than the config tolerates, or what is new drifted past the config's bounds. What could be
    cleaned is in the tables all the same.
    """
    try:
        allowed = roots.roots()
        roots.hold_paths([options.config, options.output, *options.inputs], allowed)
        roots.hold_inputs(options.inputs, allowed)
        config = options.configured()
        roots.hold(config, {}, allowed)
        found = find(config)  # a source that is missing leaves no output behind
        roots.hold(config, found, allowed)
        with output.writing(config.output):
            plan = prepare(config, found, verify_inputs=options.verify_inputs)
            results, failures = clean_shards(plan) if options.limit is None else clean_some(plan, options.limit)
            summary = finish(plan, results, failures=failures, limited=options.limit is not None, watch=True)
    except SetupError as error:
        return Failed(message=hidden(str(error)), data=error)
    publish(summary)
    return closing_state(summary)


def closing_state(summary: RunSummary) -> State[Any]:
    """A plain state with the outcome in its message: custom names would hide the run from the UI's lists.

    The summary goes with it in memory, for a caller in this process; it is not stored.
    """
    make = Failed if summary.problem else Completed
    return make(message=summary.message, data=summary)


def clean_shards(plan: RunPlan) -> tuple[list[ShardResult], list[str]]:
    """Clean all shards that are due, as many at a time as the config has workers."""
    runner: ThreadPoolTaskRunner[ShardResult] = ThreadPoolTaskRunner(max_workers=plan.config.workers)
    with runner:
        futures = [runner.submit(clean_shard, {"job": plan.job(shard)}) for shard in plan.due]
        return sorted_out(future.result(raise_on_failure=False) for future in futures)


def clean_some(plan: RunPlan, limit: int) -> tuple[list[ShardResult], list[str]]:
    """Clean one shard after another until ``limit`` records stand."""
    outcomes: list[ShardResult | BaseException] = []
    left = limit - sum(facts["records"] for facts in plan.standing.values())
    for shard in plan.due:
        if left <= 0:
            break
        outcome = clean_shard(plan.job(shard, limit=left), return_state=True).result(raise_on_failure=False)
        outcomes.append(outcome)
        left -= outcome.entries if isinstance(outcome, ShardResult) else 0
    return sorted_out(outcomes)


def sorted_out(outcomes: Iterable[ShardResult | BaseException]) -> tuple[list[ShardResult], list[str]]:
    """Part results from failures; whatever is no failure of a shard is raised."""
    results, failures = list[ShardResult](), list[str]()
    for outcome in outcomes:
        if isinstance(outcome, ShardResult):
            results.append(outcome)
        elif isinstance(outcome, ShardError):
            failures.append(str(outcome))
        else:
            raise outcome
    return results, sorted(failures)
