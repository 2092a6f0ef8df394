"""`run`: play a scenario, save what was seen, print the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_played
from sim.cli.output import make_console, printing
from sim.cli.parser import Parser
from sim.cli.scenario import changes_of, only, read, warn_if_cold
from sim.errors import InputError
from sim.garbage import one_sweep
from sim.message import Message

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from sim.load import Case
    from sim.result import Result

BREACHED = 1


def _carry_out(given: Namespace) -> int:
    """Play the scenario that the words name; returns the exit status."""
    with one_sweep():
        result, case, folder = _play(only(given.scenario, "run"), given)
        with printing():
            _show(result, case, folder, given)
    return BREACHED if given.fail_on_breach and result.verdict.breached else 0


def _play(scenario: str, given: Namespace) -> tuple[Result, Case, Path]:
    """Load, run and save."""
    from dataclasses import replace

    drawn = given.index is not None or given.drawn is not None
    case = _drawn(given) if drawn else replace(read(scenario, given), seed=given.seed)
    warn_if_cold(given.lang)

    from sim.result import run, save

    result = run(case.park, case.scenario, trace=not given.no_trace, seed=case.seed)
    return result, case, save(result, case, given.out, bom=given.bom)


def _drawn(given: Namespace) -> Case:
    """One run of an ensemble as a case of its own, with the numbers that it draws.

    Raises:
        InputError: nobody says which ensemble it is of.
    """
    from dataclasses import replace

    from sim.cli.drawn import start_of
    from sim.ensemble import prepare

    if given.drawn is not None:
        return _of_table(given)
    if given.seed is None:
        raise InputError(Message("--index names a run of an ensemble; write its --seed too"))
    if given.sampling != "mc" and given.of is None:
        raise InputError(Message("runs of --sampling {sampling} belong to a number of runs; write --of N, the -n of "
                                 "their ensemble", sampling=given.sampling))  # fmt: skip
    start = start_of(given, "run", given.of or 0)
    if start.runs and given.index >= start.runs:
        raise InputError(Message("there are {runs} runs, counted from 0; name one before {runs}", runs=start.runs))
    player = prepare(start)
    draw = f"--seed {given.seed} --index {given.index}"
    draw += f" --sampling {given.sampling} --of {given.of}" if start.runs else ""
    given.set = [*given.set, *player.changes(given.index)]
    case = read(start.scenario, given, player.incident(player.numbers(given.index, given.index + 1)[0]))
    return replace(case, seed=player.design.lots(given.index), sets=start.sets, draw=draw)


def _of_table(given: Namespace) -> Case:
    """A run that stands in a table of runs as a case of its own.

    Raises:
        InputError: it does not, or is to be drawn in another way, too.
    """
    from dataclasses import replace
    from pathlib import Path

    from sim.cli.drawn import start_of
    from sim.ensemble import prepare
    from sim.ensemble.rare.tables import read_breached

    if given.index is None:
        raise InputError(Message("--drawn names a table of runs; write the --index of one too"))
    if given.seed is not None or given.of is not None or given.sampling != "mc":
        raise InputError(Message("--drawn names the numbers and lots of a run; leave out --seed, --sampling and --of"))
    given.seed = 0
    start = start_of(given, "run", 0)
    player = prepare(start)
    point = read_breached(Path(given.drawn), given.index, player.uncertain)
    given.set = [*given.set, *player.written(point.numbers, f"drawn, run {given.index} of {given.drawn}")]
    draw = f"--drawn {given.drawn} --index {given.index}"
    return replace(read(start.scenario, given), seed=point.lots, sets=start.sets, draw=draw)


def _show(result: Result, case: Case, folder: Path, given: Namespace) -> None:
    """Print what was asked for."""
    if given.json:
        print((folder / "summary.json").read_text(encoding="utf-8"), end="")
    elif not given.quiet:
        from sim.called import Called
        from sim.report.terminal import print_result

        print_result(make_console(), Called(result.park, result.scenario, given.lang), result.record, result.verdict,
                     str(folder), changes_of(case), below=result.downstream,
                     sections=result.sections)  # fmt: skip


def _options(parser: Parser) -> None:
    add_played(parser, "help_run_json")
    parser.add("--no-trace", "help_run_no_trace", action="store_true")
    parser.add("--seed", "help_run_seed", metavar="N", type=values.whole)
    parser.add("--index", "help_run_index", metavar="K", type=values.whole)
    parser.add("--drawn", "help_run_drawn", metavar="FILE", type=values.file)
    parser.add("--sampling", "help_run_sampling", metavar="|".join(values.SAMPLINGS), default="mc",
               type=values.sampling)  # fmt: skip
    parser.add("--of", "help_run_of", metavar="N", type=values.count)
    parser.add("--fail-on-breach", "help_run_fail_on_breach", action="store_true")


COMMAND = Command(
    "run", "SCENARIO", "help_run", "help_run_more",
    {
        "run scenarios/changshou-tank-fire.yaml": "help_run_plain",
        "run scenarios/changshou-boundary-breach.yaml --pick by-the-book": "help_run_picked",
        'run scenarios/changshou-tank-fire.yaml --set "horizon=24 h" \\\n'
        "      --set park.links.a-001-rain-valve.leak=1%": "help_run_changed",
        "run scenarios/changshou-tank-fire.yaml --levels levels.csv \\\n"
        '      --set "starts=2026-07-14 14:20 +08:00"': "help_run_measured",
        "run scenarios/changshou-tank-fire.yaml --json --fail-on-breach": "help_run_scripted",
    },
    _options, _carry_out,
)  # fmt: skip
