"""``copydesk templates``: learn the lines that sites print around their articles, and approve what was learned."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.templates import Learned

app = typer.Typer(
    help="Learn the lines that a site prints around its articles, for a person to approve.", no_args_is_help=True
)


@app.command("learn")
def learn(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The output folder of a run.", show_default=False)],
    site: Annotated[
        list[str] | None,
        typer.Option("--site", help="Only this site, or source; may be given again.", show_default=False),
    ] = None,
    min_documents: Annotated[
        int, typer.Option("--min-documents", min=2, help="Documents of a site that a line must stand in.")
    ] = 10,
    min_share: Annotated[
        float, typer.Option("--min-share", min=0, max=1, help="Share of the site's documents, as well.")
    ] = 0.01,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the packs.")] = Path("packs"),
    date: Annotated[
        str | None,
        typer.Option("--date", help="Date of the packs, instead of the last one in the documents.", show_default=False),
    ] = None,
    others: Annotated[
        bool, typer.Option("--others", help="Show the lines, too, that repeat and are no template, and why.")
    ] = False,
) -> None:
    """Learn site templates from what cleaning has left in OUT: one rule pack for each site, with evidence.

    Nothing is cleaned by them until a person has read and approved them.
    """
    from copydesk.console import note, tracked, while_read
    from corpus.templates import learn as learn_templates
    from corpus.templates import learn_packs

    found = list(
        tracked(
            learn_templates(out, sites=site or (), min_documents=min_documents, min_share=min_share), "judging sites"
        )
    )
    paths = learn_packs(found, output, date)
    with while_read():
        for learned, path in zip(found, paths, strict=True):
            if path or others:
                print(_summary(learned, path))
            if others:
                for line in learned.others:
                    print(f"  {line.against}: {line.wordings[0][:100]} ({line.documents})")
    written = [path for path in paths if path]
    note(
        f"{len(written)} packs. Read them, delete what is article text, then: copydesk templates approve PACK"
        if written
        else "no templates found"
    )


@app.command("approve")
def approve(
    packs: Annotated[list[Path], typer.Argument(metavar="PACK", help="Learned packs.", show_default=False)],
) -> None:
    """Approve learned packs and print the lines for the config that pin them.

    Delete the rules you do not want before; a pack that is changed afterwards is refused.
    """
    from copydesk.console import note
    from corpus.template_packs import approve as approve_pack

    pins = [approve_pack(pack) for pack in packs]
    note("Put this into config.yaml (paths count from its folder):")
    print("cleaning:", "  packs:", *(f"    - {pin}" for pin in pins), sep="\n")


def _summary(learned: Learned, path: Path | None) -> str:
    against = Counter(line.against for line in learned.others)
    others = "; ".join(f"{count} {reason}" for reason, count in sorted(against.items()))
    return (
        f"{learned.site.name}: {len(learned.templates)} templates in {learned.site.documents} documents"
        + (f", to {path}" if path else "")
        + (f" (not: {others})" if others else "")
    )
