"""`periods`: what rain of each return period breaks, and how that depends on when something is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_played, add_sheet
from sim.cli.parser import Parser
from sim.cli.study import Findings, Tell, play_study
from sim.errors import InputError
from sim.message import Listed, Message, about

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.load import Rereader
    from sim.park import Park
    from sim.result import Result
    from sim.scenario import Scenario

DESIGN_STORM = "design-storm"
"""The id of the rain that `--storm` brings."""
EXAMPLE = '--storm "formula: yubei-2017, lasts: 2 h, shape: chicago, on: all, at: 30 min"'


def _carry_out(given: Namespace) -> int:
    """Play the scenario that the words name in storms of many return periods; returns the exit status."""
    return play_study("periods", given, _study, _with_storm)


def _with_storm(given: Namespace) -> None:
    """Let the storm that the words bring be the scenario's rain, as a change like any other.

    Raises:
        InputError: a rain is named, too.
    """
    if given.storm is None:
        return
    if given.rain is not None:
        raise InputError(Message("--storm takes the place of the scenario's rain, and --rain names one of it; leave "
                                 "one out"))  # fmt: skip
    given.set = [*given.set, f"rain={{{DESIGN_STORM}: {{period: {given.periods[0]!r} a, {given.storm}}}}}"]


def _study(result: Result, given: Namespace, tell: Tell) -> Findings:
    from sim.called import Called
    from sim.report.figures import Look, Sheet, as_files, draw_closing, draw_periods
    from sim.report.periods import print_periods
    from sim.study import Storms, return_periods
    from sim.study.periods import shortest_a
    from sim.study.tables import GIVES_WAY, PERIODS, closing_table, in_periods

    park, scenario = result.park, result.scenario
    _check_action(park, scenario, given.closing)
    reader = _reader(given)
    rains = reader.formula_rains()
    id = _rain(list(rains), given)
    storm = rains[id]
    storms = Storms.of(park, scenario, id, lambda period_a: reader.scenario(f"{storm.path}.period={period_a!r} a"))
    first_a = shortest_a(park.storm_formulas[storm.formula])
    _check_ground(scenario, id)
    found = return_periods(storms, given.periods, first_a, given.closing, tell)
    tables = {"periods.csv": PERIODS.table(in_periods(found.played)), "gives-way.csv": GIVES_WAY.table(found.turns)}
    changes = [*filter(None, [given.pick, given.levels]), *given.set]
    drawn = (park, scenario, storm, found, Look(given.lang, Sheet[given.sheet.upper()], changes))
    figures = as_files("periods", draw_periods(*drawn))
    if found.grid:
        tables["closing.csv"] = closing_table(found.action, found.grid)
        figures |= as_files("closing", draw_closing(*drawn))
    return Findings(
        tables, lambda console: print_periods(console, Called(park, scenario, given.lang), storm, found), {}, figures
    )


def _reader(given: Namespace) -> Rereader:
    from sim.load import Rereader

    age = {} if given.max_age is None else {"max_age_s": given.max_age}
    return Rereader(given.scenario[0], given.pick, given.set, given.levels, **age)


def _rain(rains: Sequence[str], given: Namespace) -> str:
    """The rain whose return period is changed.

    Raises:
        InputError: none comes from a storm formula, or several do and none is named, or another one is.
    """
    from sim.load.suggest import hint

    if not rains:
        raise InputError(Message("{scenario} has no rain with formula: and period:; bring one with {example}",
                                 scenario=given.scenario[0], example=EXAMPLE))  # fmt: skip
    if given.rain is None and len(rains) > 1:
        raise InputError(Message("several rains come from a storm formula; say with --rain which: {rains}",
                                 rains=Listed(rains)))  # fmt: skip
    if given.rain not in (None, *rains):
        known = hint(given.rain, rains)
        raise InputError(about("--rain", Message("no rain with formula: and period: is named '{rain}'; {known}",
                                                 rain=given.rain, known=known)))  # fmt: skip
    return given.rain or rains[0]


def _check_ground(scenario: Scenario, rain: str) -> None:
    """Refuse rain that runs into nothing.

    Raises:
        InputError: no ground sheds it.
    """
    if not any(each.into for each in scenario.inflows if each.id.partition("~")[0] == rain):
        raise InputError(Message("rain {rain} falls on no catchment of the park, so that its return period changes "
                                 "nothing", rain=rain))  # fmt: skip


def _check_action(park: Park, scenario: Scenario, closing: tuple[str, Sequence[float]] | None) -> None:
    """Refuse times of something that nobody does.

    Raises:
        InputError: neither an action nor an operation sheet has that name.
    """
    from sim.load.suggest import hint

    known = [*(each.id for each in scenario.actions), *park.sheets]
    if closing is not None and closing[0] not in known:
        wrong = closing[0]
        text = hint(wrong, known)
        raise InputError(about("--closing", Message("no action of the scenario and no operation sheet is named "
                                                    "'{wrong}'; {text}", wrong=wrong, text=text)))  # fmt: skip


def _options(parser: Parser) -> None:
    add_played(parser)
    parser.add("--periods", "help_periods_periods", metavar="YEARS,...", default=values.PERIODS_A,
               type=values.periods_a)  # fmt: skip
    parser.add("--closing", "help_periods_closing", metavar="ACTION=TIME,...", type=values.closing)
    add_sheet(parser)
    parser.add("--rain", "help_periods_rain", metavar="NAME")
    parser.add("--storm", "help_periods_storm", metavar="KEYS", type=values.storm)


COMMAND = Command(
    "periods", "SCENARIO", "help_periods", "help_periods_more",
    {
        "periods scenarios/changshou-return-period.yaml": "",
        "periods scenarios/changshou-return-period.yaml --periods 5,10,20,30,50 \\\n"
        "      --closing shut-gates=30min,1h,2h,4h,6h,8h,never --lang zh": "",
        "periods scenarios/changshou-tank-fire.yaml \\\n"
        f"      {EXAMPLE}": "",
    },
    _options, _carry_out,
)  # fmt: skip
