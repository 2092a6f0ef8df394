"""`ensemble --rare`: how likely a breach of a tier is that hardly ever happens, and what it takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli.drawn import folder_name, of_one_accident, pace, start_of, workers, write_files, write_tables
from sim.cli.output import make_console, printing
from sim.cli.scenario import changes_of, warn_if_cold
from sim.cli.study import tables_as_json
from sim.errors import InputError
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble.rare import RareFindings
    from sim.park import Park
    from sim.record.table import Table

RUNS = 1000
"""Runs of a level unless somebody says otherwise."""


def look_for(given: Namespace) -> int:
    """Look for breaches of the tier that the words name; returns the exit status."""
    from sim.ensemble import prepare
    from sim.ensemble.rare import rare_findings, run_rare
    from sim.ensemble.rare.tables import tables_of
    from sim.report.rare import RarePace

    _refuse(given)
    runs = given.runs or RUNS
    start = of_one_accident(start_of(given, "ensemble", 0), "--rare")
    case = prepare(start).varying.case
    tier = _tier(given.rare, case.park)
    warn_if_cold(given.lang)
    with pace(lambda: RarePace(given.lang).line) as tell:
        found = rare_findings(run_rare(start, tier, runs, workers(given), tell))
    folder = Path(given.out) / folder_name(start, case.inputs_hash, "rare", f"{tier}-{runs}")
    tables = tables_of(found)
    write_tables(folder, tables, given.bom)
    if not given.no_figures:
        write_files(folder, _drawn(found, given))
    if not given.quiet:
        with printing():
            _show(found, tables, folder, given)
    return 0


def _refuse(given: Namespace) -> None:
    """Refuse what says how another ensemble is drawn.

    Raises:
        InputError: something does.
    """
    if given.until:
        raise InputError(Message("--rare plays level after level until the tier breaks; leave --until out, and name "
                                 "more runs a level (-n) to be surer"))  # fmt: skip
    if given.sampling != "mc":
        raise InputError(Message("--rare draws its runs itself; leave --sampling out"))


def _tier(word: str, park: Park) -> str:
    """The id of the tier that is meant.

    Raises:
        InputError: no tier is, or several may be.
    """
    from sim.exchange.inventory import known_tiers
    from sim.load.suggest import hint

    meant = known_tiers(park).meant(word)
    if meant is None:
        raise InputError(about("--rare", Message("'{text}' is no line of defence; {hint}", text=word,
                                                 hint=hint(word, park.tiers))))  # fmt: skip
    return meant


def _drawn(found: RareFindings, given: Namespace) -> dict[str, bytes]:
    """The figure, by the names of its files."""
    from sim.report.figures import Look, Sheet, as_files
    from sim.report.figures.nearness import draw_nearness

    changes = changes_of(found.rare.player.varying.case)
    look = Look(given.lang, Sheet[given.sheet.upper()], changes, given.pick or "")
    return as_files("nearness", draw_nearness(found.rare, look))


def _show(found: RareFindings, tables: dict[str, Table], folder: Path, given: Namespace) -> None:
    """Print what was found."""
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.called import Called
    from sim.report.rare import print_rare

    case = found.rare.player.varying.case
    print_rare(make_console(), Called(case.park, case.scenario, given.lang), found, str(folder), changes_of(case))
