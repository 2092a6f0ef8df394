"""`sweep`: play a scenario over one or two quantities, and say where the verdict of each tier turns."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.drawn import SAMPLING, SEED, add_drawn, of_one_accident, start_of, workers
from sim.cli.options import add_played, add_sheet
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, warn_if_cold
from sim.cli.study import progress, tables_as_json
from sim.errors import InputError, cause
from sim.message import Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.ensemble import Start
    from sim.ensemble.sweep import Axis, Chances, Sweep
    from sim.load import Case
    from sim.record.table import Table

ACCURACY = 0.001
"""How close a turn is found unless somebody says otherwise, as a share of the range [-]."""
MADE = "sweep.json"
"""What a folder's tables were made from."""


@dataclass(frozen=True)
class _Asked:
    """A sweep that is to be played."""

    start: Start
    axes: tuple[Axis, ...]
    case: Case
    uncertain: int
    """Numbers that are uncertain, beside what is swept."""

    @property
    def changes(self) -> list[str]:
        """What else than the quantities was changed in the scenario."""
        flags = {axis.flag for axis in self.axes}
        return [each for each in changes_of(self.case) if each not in flags]


def _carry_out(given: Namespace) -> int:
    """Sweep what the words name; returns the exit status."""
    _refuse_idle(given)
    asked = _asked(given)
    warn_if_cold(given.lang)
    found = _played(asked, given)
    tables = _tables(found)
    folder = _written(asked, tables, _figures(asked, found, given), given)
    if not given.quiet:
        with printing():
            _show(asked, found, tables, folder, given)
    return 0


def _refuse_idle(given: Namespace) -> None:
    """Refuse options that would mean nothing.

    Raises:
        InputError: one of them was given.
    """
    if given.runs and given.accuracy is not None and not given.chance:
        raise InputError(Message("--accuracy is for turns of a verdict, and --runs looks for chances instead; leave "
                                 "one of the two out"))  # fmt: skip
    if given.chance and not given.runs:
        raise InputError(Message("--chance looks for borders among draws; write --runs N too"))
    if given.chance and len(given.over) > 1:
        raise InputError(Message("--chance looks for borders over one quantity, found {count}; write --over once",
                                 count=len(given.over)))  # fmt: skip
    if not given.runs and (given.seed, given.sampling) != (SEED, SAMPLING):
        raise InputError(Message("--seed and --sampling are for draws, and nothing is drawn here; write --runs N too, "
                                 "or leave them out"))  # fmt: skip


def _asked(given: Namespace) -> _Asked:
    """The scenario with its quantities, read.

    Raises:
        Problems: all that is wrong with them.
    """
    from sim.ensemble import prepare
    from sim.ensemble.sweep import axes_of, swept

    start = start_of(given, "sweep", given.runs or 0)
    if not given.runs:
        of_one_accident(start, "sweep without --runs")
    axes = axes_of(start, given.over)
    start = swept(start, axes)
    player = prepare(start)
    return _Asked(start, axes, player.varying.case, len(player.uncertain) - len(axes))


def _played(asked: _Asked, given: Namespace) -> Sweep | Chances:
    from sim.ensemble.sweep import Wanted, run_chances, run_sweep

    with progress("sweep") as tell:
        if given.runs:
            wanted = Wanted(_chances(given), _accuracy(given)) if given.chance else None
            return run_chances(asked.start, asked.axes, given.runs, workers(given), tell, wanted)
        return run_sweep(asked.start, asked.axes, _accuracy(given), workers(given), tell)


def _accuracy(given: Namespace) -> float:
    """How close a turn is found, as a share of the range [-]."""
    return given.accuracy or ACCURACY


def _chances(given: Namespace) -> tuple[float, ...]:
    """Whose borders are looked for, the least first [-]."""
    return tuple(sorted(set(given.chance)))


def _tables(found: Sweep | Chances) -> dict[str, Table]:
    from sim.ensemble.sweep import Sweep
    from sim.ensemble.sweep.tables import chances_tables, sweep_tables

    return sweep_tables(found) if isinstance(found, Sweep) else chances_tables(found)


def _figures(asked: _Asked, found: Sweep | Chances, given: Namespace) -> dict[str, bytes]:
    """The figure of what was found."""
    from sim.report.figures import Look, Sheet, as_files
    from sim.report.figures.sweep import draw_sweep

    look = Look(given.lang, Sheet[given.sheet.upper()], asked.changes, given.pick or "")
    return as_files("sweep", draw_sweep(asked.case.park, asked.case.scenario, found, asked.uncertain, look))


def _written(asked: _Asked, tables: dict[str, Table], figures: dict[str, bytes], given: Namespace) -> Path:
    """The folder with all that was found.

    Raises:
        InputError: it cannot be written.
    """
    from sim import __version__
    from sim.record.table import write_table
    from sim.result.folder import FIGURES, HASH_LETTERS
    from sim.result.replace import replaced

    drawn = {"runs": given.runs, "seed": given.seed, "sampling": given.sampling} if given.runs else {}
    if given.chance:
        drawn |= {"chance": _chances(given), "accuracy": _accuracy(given)}
    made = {"inputs_hash": asked.case.inputs_hash, "program": __version__, "over": given.over,
            **(drawn or {"accuracy": _accuracy(given)})}  # fmt: skip
    text = json.dumps(made, indent=2, sort_keys=True) + "\n"
    digest = sha256(text.encode()).hexdigest()[:HASH_LETTERS]
    name = filter(None, (Path(asked.start.scenario).stem, asked.start.pick, "sweep", digest))
    target = Path(given.out) / "-".join(name)
    try:
        with replaced(target) as folder:
            for file, table in tables.items():
                write_table(folder / file, table, given.bom)
            (folder / MADE).write_text(text, encoding="utf-8", newline="\n")
            (folder / FIGURES).mkdir()
            for file, data in figures.items():
                (folder / FIGURES / file).write_bytes(data)
    except OSError as error:
        raise InputError(about(given.out, Message("the results cannot be written: {reason}",
                                                  reason=cause(error)))) from error  # fmt: skip
    return target


def _show(asked: _Asked, found: Sweep | Chances, tables: dict[str, Table], folder: Path, given: Namespace) -> None:
    """Print what was found."""
    if given.json:
        print(tables_as_json(tables), end="")
        return
    from sim.called import Called
    from sim.ensemble.sweep import Sweep
    from sim.report.sweep import print_chances, print_sweep

    called, console = Called(asked.case.park, asked.case.scenario, given.lang), make_console()
    if isinstance(found, Sweep):
        print_sweep(console, called, found, asked.uncertain, str(folder), asked.changes)
    else:
        print_chances(console, called, found, str(folder), asked.changes)


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--over", "help_sweep_over", metavar="PATH=VALUES", action="append", default=[])
    parser.add("--accuracy", "help_sweep_accuracy", metavar="SHARE", type=values.width)
    parser.add("--runs", "help_sweep_runs", metavar="N", type=values.count)
    parser.add("--chance", "help_sweep_border", metavar="SHARE", action="append", default=[], type=values.chance)
    add_sheet(parser)
    add_drawn(parser)


COMMAND = Command(
    "sweep", "SCENARIO --over PATH=LOW..HIGH:N", "help_sweep", "help_sweep_more",
    {
        "sweep scenarios/changshou-tank-fire-uncertain.yaml --over releases.rupture.volume=500..20000m3:20":
            "help_sweep_one",
        "sweep scenarios/changshou-tank-fire-uncertain.yaml --over releases.rupture.volume=2000..12000m3:9 \\\n"
        "      --over park.storages.a-001-bund.capacity=2000..8000m3:7": "help_sweep_two",
        "sweep scenarios/changshou-tank-fire-uncertain.yaml --over releases.rupture.volume=1000..9000m3:5 \\\n"
        "      --runs 30 --chance 20%": "help_sweep_chance",
    },
    _options, _carry_out,
)  # fmt: skip
