"""What Prefect does by itself about runs that go wrong; set up by one command, as often as one likes:

    python -m flows.automations [--notify slack-webhook/ops]

A run whose process was killed together with its worker (the machine went down, say) stays Running for ever, and keeps
the deployment's only place. Runs give a sign of life every 180 seconds (Prefect's ``flows.heartbeat_frequency``; change
it in ``prefect.toml``, so that it holds here and for the runs). After three that did not come, the run is marked
Crashed, and the next one on the schedule does the rest. ``--notify`` names a notification block (its type and name, as
``prefect block ls`` shows them) that is told of each run that failed or crashed; without it, one that was set up before
stays as it is.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import timedelta

from prefect.automations import Automation
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState, SendNotification
from prefect.events.schemas.automations import EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.exceptions import ObjectNotFound
from prefect.settings import get_current_settings

from cleaners.errors import SetupError
from flows.clean import clean_corpus
from flows.relate import relate_output

MISSING = 3
"""Signs of life that must be missing before a run counts as dead."""
ZOMBIES, NOTICES = "copydesk: runs without a sign of life have crashed", "copydesk: tell of failed and crashed runs"
HEARTBEAT = "prefect.flow-run.heartbeat"
ENDS = {f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")}
ONLY_OURS = ResourceSpecification(
    {"prefect.resource.role": "flow", "prefect.resource.name": [clean_corpus.name, relate_output.name]}
)
"""Other flows on the same server are left alone."""


def zombies() -> Automation:
    """Mark runs of these flows Crashed when :data:`MISSING` signs of life in a row stay away.

    Raises :class:`SetupError` when runs give none.
    """
    every = get_current_settings().flows.heartbeat_frequency
    if every is None:
        raise SetupError(
            "runs give no signs of life", where="flows.heartbeat_frequency", remedy="set it in prefect.toml, say to 180"
        )
    within = MISSING * every
    return Automation(
        name=ZOMBIES,
        description="A worker or machine died with the run. The next run does what is left.",
        trigger=EventTrigger(
            after={HEARTBEAT},
            expect={HEARTBEAT, *ENDS},
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            match_related=ONLY_OURS,
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=within),
        ),
        actions=[
            ChangeFlowRunState(
                state=StateType.CRASHED, message=f"no sign of life for {within} seconds: killed, it seems"
            )
        ],
    )


def notices(block: str) -> Automation:
    """Tell a notification block of each run that failed or crashed.

    Raises :class:`SetupError` when there is no such block.
    """
    kind, _, name = block.partition("/")
    try:
        with get_client(sync_client=True) as client:
            found = client.read_block_document_by_name(name, kind)
    except ObjectNotFound:
        raise SetupError(
            f"there is no block {block!r}", remedy="prefect block ls shows them, as slack-webhook/ops"
        ) from None
    return Automation(
        name=NOTICES,
        description="Rejections above the tolerance, drift, failed shards, crashes.",
        trigger=EventTrigger(
            expect={"prefect.flow-run.Failed", "prefect.flow-run.Crashed"},
            match=ResourceSpecification({"prefect.resource.id": "prefect.flow-run.*"}),
            match_related=ONLY_OURS,
            posture=Posture.Reactive,
            threshold=1,
        ),
        actions=[
            SendNotification(
                block_document_id=found.id,
                subject="{{ flow.name }}: {{ flow_run.state.name }}",
                body="{{ flow_run.name }}: {{ flow_run.state.message }}\n{{ flow_run | ui_url }}",
            )
        ],
    )


def set_up(automations: Iterable[Automation]) -> list[str]:
    """Create these automations, or bring those of the same name up to date; return what was done."""
    done = []
    for automation in automations:
        with get_client(sync_client=True) as client:
            there = client.read_automations_by_name(automation.name)
            for twin in there[1:]:
                client.delete_automation(twin.id)
        if there:
            automation.id = there[0].id
            automation.update()
        else:
            automation.create()
        done.append(f"{'up to date' if there else 'created'}: {automation.name}")
    return done


def main(words: list[str] | None = None) -> int:
    """Set them up on the server of ``PREFECT_API_URL`` or of the profile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notify", metavar="TYPE/NAME", help="a notification block")
    options = parser.parse_args(words)
    try:
        print("\n".join(set_up([zombies(), *([notices(options.notify)] if options.notify else [])])))
    except SetupError as error:
        print(f"copydesk: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
