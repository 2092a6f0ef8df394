"""The words each command understands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from math import inf
from typing import NoReturn

from sim.cli import words
from sim.errors import InputError

LANGUAGES = ("en", "zh")
FAULT_SORTS = ("gate", "valve", "pump", "power", "crew", "equipment", "sensor")
PERIODS_A = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
"""Return periods that are played unless somebody says otherwise [a]."""
LONGEST_PERIOD_A = 1000.0
NEVER = "never"
SHEETS = ("a4", "screen")
NOT_MENTIONED = ("done", "missed")
AFTER_FORMATS = ("csv", "json", "md", "html")
EXERCISE_TYPES = ("table-top", "functional", "full-scale", "no-notice")
WEIGHTS = ("drills", "hours", "team-hours")
YEARS = (2000, 2100)
ROUTINGS = ("kinwave", "dynwave")
STEPS_S = (1.0, 60.0)
"""Shortest and longest routing step that SWMM is given [s]."""
SPEEDS = (0.1, 100_000.0)
"""Slowest and fastest that an exercise is played [-]."""
WIDTH = 100
"""Letters a line of help has at most."""


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help of the same width everywhere."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=WIDTH)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises what is wrong instead of ending the program."""

    def __init__(self, usage: str, description: str, more: str) -> None:
        statuses, prog = words.STATUSES, program()
        super().__init__(
            prog=prog,
            usage=f"{prog} {usage}",
            description=description,
            epilog=more.format(prog=prog, statuses=statuses),
            formatter_class=_Layout,
            add_help=False,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raise what argparse found wrong.

        Raises:
            InputError: always.
        """
        raise InputError(message.removeprefix("argument "))

    def understand(self, given: Sequence[str]) -> argparse.Namespace:
        """What the words mean, in any order.

        Raises:
            InputError: an option is unknown, or lacks its value.
        """
        self._refuse_unknown(given)
        return self.parse_intermixed_args(list(given))

    def _refuse_unknown(self, given: Sequence[str]) -> None:
        """Look for misspelt options first, lest their values be taken for files."""
        known = [option for action in self._actions for option in action.option_strings]
        for word in given:
            if word == "--":
                return
            option = word.partition("=")[0]
            if len(word) > 1 and word.startswith("-") and option not in known:
                raise InputError(f"there is no option '{option}'; {_advice(option, known)}")


def _advice(wrong: str, known: Sequence[str]) -> str:
    """The option that was meant: one that begins so, or the closest, or all there are."""
    from sim.load.suggest import hint

    longer = [option for option in known if option.startswith(wrong)]
    return f"did you mean '{longer[0]}'?" if len(longer) == 1 else hint(wrong, known, "there are")


def program() -> str:
    """What people typed to get here."""
    installed = os.path.basename(sys.argv[0]).startswith("three-tier")
    return "three-tier" if installed else "python run_sim.py"


def whole_help() -> str:
    """What `--help` without a command prints."""
    return words.WHOLE.format(prog=program(), statuses=words.STATUSES)


def run_parser() -> Parser:
    """The words of `run`."""
    parser = _scenario_parser("run", words.RUN, words.RUN_MORE, "print summary.json instead of tables")
    parser.add_argument("--no-trace", action="store_true", help="keep no volumes and flows over time")
    parser.add_argument("--seed", metavar="N", type=_whole,
                        help="draw by lot what may fail; without it the better chance counts")  # fmt: skip
    parser.add_argument("--fail-on-breach", action="store_true", help="end with status 1 if a tier was breached")
    return _with_common(parser)


def deadlines_parser() -> Parser:
    """The words of `deadlines`."""
    return _with_common(_scenario_parser("deadlines", words.DEADLINES, words.DEADLINES_MORE))


def limits_parser() -> Parser:
    """The words of `limits`."""
    return _with_common(_scenario_parser("limits", words.LIMITS, words.LIMITS_MORE))


def periods_parser() -> Parser:
    """The words of `periods`."""
    parser = _scenario_parser("periods", words.PERIODS, words.PERIODS_MORE)
    parser.add_argument("--periods", metavar="YEARS,...", default=PERIODS_A, type=_periods_a,
                        help="return periods that are played (default: 1,2,5,10,20,50)")  # fmt: skip
    parser.add_argument("--closing", metavar="ACTION=TIME,...", type=_closing,
                        help="and with an action or operation sheet done at each of these times, or never")  # fmt: skip
    parser.add_argument("--sheet", metavar="a4|screen", default="a4", type=_sheet,
                        help="figures for a page of A4 or for a screen (default: a4)")  # fmt: skip
    parser.add_argument("--rain", metavar="NAME", help="which rain of the scenario, if several come from a formula")
    parser.add_argument("--storm", metavar="KEYS", type=_storm,
                        help="a storm in place of the scenario's rain: the keys of a rain, without period")  # fmt: skip
    return _with_common(parser)


def faults_parser() -> Parser:
    """The words of `faults`."""
    parser = _scenario_parser("faults", words.FAULTS, words.FAULTS_MORE)
    parser.add_argument("--of", metavar="SORT,...", default=FAULT_SORTS, type=_fault_sorts,
                        help=f"only these sorts of parts: {', '.join(FAULT_SORTS)}")  # fmt: skip
    parser.add_argument("--no-pairs", action="store_true", help="single faults only")
    return _with_common(parser)


def recovery_parser() -> Parser:
    """The words of `recovery`."""
    parser = _scenario_parser("recovery", words.RECOVERY, words.RECOVERY_MORE)
    parser.add_argument("--up-to", metavar="TIME", type=_time_s,
                        help="how long after the scenario's horizon to look (default: 90 d)")  # fmt: skip
    parser.add_argument("--from", dest="from_", metavar="TIME", type=_time_s,
                        help="since the start, when the measures are ordered (default: at the horizon)")  # fmt: skip
    parser.add_argument("--levels-at", metavar=("TIME", "FILE"), nargs=2,
                        help="write what still stands so long after the horizon, for run --levels")  # fmt: skip
    return _with_common(parser)


def replay_parser() -> Parser:
    """The words of `replay`."""
    parser = _scenario_parser("replay", words.REPLAY, words.REPLAY_MORE, "print the report as JSON")
    parser.add_argument("--log", metavar="FILE", type=_file,
                        help="what was done when: CSV or XLSX with columns number or action, what, time")  # fmt: skip
    _add_list(parser)
    parser.add_argument("--not-mentioned", metavar="done|missed", type=_not_mentioned, default=NOT_MENTIONED[0],
                        help="what became of actions the log does not mention: done as planned, or never "
                             "(default: done)")  # fmt: skip
    parser.add_argument("--formats", metavar="FORMAT,...", type=_after_formats, default=AFTER_FORMATS,
                        help=f"write only these: {', '.join(AFTER_FORMATS)}")  # fmt: skip
    return _with_common(parser)


def play_parser() -> Parser:
    """The words of `play`."""
    parser = Parser("play SCENARIO|LIST.json [options]", words.PLAY, words.PLAY_MORE)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="a scenario file, or a master list (.json)")
    _add_list(parser)
    _add_changes(parser)
    _add_levels(parser)
    parser.add_argument("--lasts", metavar="TIME", type=_time_s,
                        help="leave quiet stretches out until the exercise fits")  # fmt: skip
    parser.add_argument("--speed", metavar="N", type=_speed, default=1.0,
                        help="minutes of the exercise a minute of yours (default: 1)")  # fmt: skip
    parser.add_argument("--journal", metavar="FILE", type=_file,
                        help="where each entry is kept as it is made (default: DIR/NAME-journal.jsonl)")  # fmt: skip
    parser.add_argument("--resume", action="store_true", help="go on from what the journal holds")
    _add_out(parser, "results", "folder for the log and the journal, made if it is not there")
    _add_language(parser)
    parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
    return _with_common(parser)


def _scenario_parser(command: str, about: str, more: str, json: str = "print the tables as JSON") -> Parser:
    """The words of every command that plays a scenario."""
    parser = Parser(f"{command} SCENARIO [options]", about, more)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="a scenario file")
    _add_changes(parser)
    _add_levels(parser)
    _add_printing(parser, json)
    return parser


def drill_parser() -> Parser:
    """The words of `drill`."""
    parser = Parser("drill SCENARIO... [options]", words.DRILL, words.DRILL_MORE)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="scenario files: the incidents of one exercise")
    parser.add_argument("--play", action="store_true",
                        help="hold it now, against the clock, as the command play does")  # fmt: skip
    parser.add_argument("--type", metavar="TYPE", type=_exercise_type,
                        help=f"how far people move: {', '.join(EXERCISE_TYPES)} (default: full-scale)")  # fmt: skip
    parser.add_argument("--starts", metavar="CLOCK", type=_clock,
                        help="when the exercise begins (default: when the first incident does)")  # fmt: skip
    parser.add_argument("--lasts", metavar="TIME", type=_some_time_s,
                        help="how long it may take: quiet stretches are jumped over until it fits")  # fmt: skip
    parser.add_argument("--most-an-hour", metavar="N", type=_positive,
                        help="injects and readings an hour at most; the lightest are left out")  # fmt: skip
    parser.add_argument("--at", metavar="TIME,...", type=_times_s,
                        help="when each incident begins (default: one after the other)")  # fmt: skip
    parser.add_argument("--from", metavar="FILE", dest="earlier", type=_file,
                        help="an earlier list, edited or not: its numbers and changes are kept")  # fmt: skip
    parser.add_argument("--calendar", metavar="FILE", type=_file,
                        help="an earlier calendar: what changed is renewed, what is gone is called off")  # fmt: skip
    parser.add_argument("--texts", metavar="FILE", type=_file, help="a YAML file of texts of your own")
    parser.add_argument("--formats", metavar="FORMAT,...", type=_formats, help="only these documents (default: all)")
    _add_changes(parser)
    _add_levels(parser)
    _add_printing(parser, "print what was made as JSON")
    return _with_common(parser)


def coverage_parser() -> Parser:
    """The words of `coverage`."""
    parser = Parser("coverage [PARK] [SCENARIO|FOLDER...] [options]", words.COVERAGE, words.COVERAGE_MORE)
    parser.add_argument("paths", metavar="FILE", nargs="*",
                        help="a park, scenario files, folders of them; the park may be left out")  # fmt: skip
    parser.add_argument("--tag", metavar="TAG", help="ask about operation sheets with this tag only")
    parser.add_argument("--weigh", metavar="WHAT", default="drills", type=_weigh,
                        help=f"what the set is smallest in: {', '.join(WEIGHTS)} (default: drills)")  # fmt: skip
    parser.add_argument("--longest", metavar="TIME", type=_longest_s,
                        help="the longest drill that is held (default: 12 h)")  # fmt: skip
    parser.add_argument("--solve-for", metavar="TIME", default=10.0, type=_time_s,
                        help="how long to search for a proof that no smaller set exists (default: 10 s)")  # fmt: skip
    parser.add_argument("--given-only", action="store_true", help="generate no drills")
    parser.add_argument("--calendar", metavar="YEAR", type=_year, help="spread the set over this year")
    parser.add_argument("--holidays", metavar="FILE", type=_file,
                        help="public holidays: CSV with columns from,until,name_en,name_zh,basis,source")  # fmt: skip
    parser.add_argument("--write", metavar="DIR", type=_folder, help="write the set's generated scenarios there")
    _add_printing(parser, "print the tables as JSON")
    return _with_common(parser)


def size_parser() -> Parser:
    """The words of `size`."""
    parser = Parser("size SHEET|PARK|SCENARIO [options]", words.SIZE, words.SIZE_MORE)
    parser.add_argument("file", metavar="FILE", nargs="*", help="a sizing sheet, a park, or a scenario file")
    parser.add_argument("--plant", metavar="ID", help="of a park or a scenario, this plant only")
    _add_changes(parser)
    _add_levels(parser)
    _add_out(parser, None, "folder for sizing.csv, made if it is not there")
    parser.add_argument("--bom", action="store_true", help="begin the CSV file with a byte-order mark, for Excel")
    _add_language(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quiet", action="store_true", help="print nothing but problems")
    how.add_argument("--json", action="store_true", help="print the answers as JSON")
    return _with_common(parser)


def export_parser() -> Parser:
    """The words of `export`."""
    parser = Parser("export swmm SCENARIO [options]", words.EXPORT, words.EXPORT_MORE)
    parser.add_argument("words", metavar="swmm SCENARIO", nargs="*", help="for which program, and a scenario file")
    _add_changes(parser)
    _add_levels(parser)
    parser.add_argument("--as-played", action="store_true",
                        help="with what people do, at the times at which a run of ours has it done")  # fmt: skip
    parser.add_argument("--routing", metavar="kinwave|dynwave", type=_routing,
                        help="how SWMM moves water (default: kinwave; dynwave where there is a loop)")  # fmt: skip
    parser.add_argument("--step", metavar="TIME", type=_step_s, default=5.0, help="SWMM's routing step (default: 5 s)")
    _add_out(parser, "results", "folder for the files, made if it is not there")
    parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
    return _with_common(parser)


def validate_parser() -> Parser:
    """The words of `validate`."""
    parser = Parser("validate FILE... [options]", words.VALIDATE, words.VALIDATE_MORE)
    parser.add_argument("files", metavar="FILE", nargs="*", help="a scenario file, a park file, or a park's folder")
    _add_out(parser, None, "folder for reconciliation.csv, made if it is not there")
    _add_language(parser)
    parser.add_argument("--quiet", action="store_true", help="print nothing but problems")
    parser.add_argument("--fail-on-conflict", action="store_true",
                        help="end with status 1 if a response plan has conflicts")  # fmt: skip
    return _with_common(parser)


def schema_parser() -> Parser:
    """The words of `schema`."""
    parser = Parser("schema park|scenario|sizing|drill-texts [options]", words.SCHEMA, words.SCHEMA_MORE)
    parser.add_argument("kind", metavar="KIND", nargs="*", help="park, scenario, sizing or drill-texts")
    _add_out(parser, None, "folder for the schema, made if it is not there")
    return _with_common(parser)


def _with_common(parser: Parser) -> Parser:
    parser.add_argument("--debug", action="store_true", help="when the program is wrong, show where")
    parser.add_argument("-h", "--help", action="store_true", help="print this")
    return parser


def _add_changes(parser: Parser) -> None:
    parser.add_argument("--pick", metavar="NAME", help="make the changes of a named scenario or override of the file")
    parser.add_argument("--set", metavar="PATH=VALUE", action="append", default=[],
                        help="change one value; may be given often, later ones win")  # fmt: skip


def _add_levels(parser: Parser) -> None:
    parser.add_argument("--levels", metavar="FILE", type=_file,
                        help="start from measured levels: a CSV file with columns storage, level, time")  # fmt: skip
    parser.add_argument("--max-age", metavar="TIME", type=_time_s,
                        help="how old a level may be when the run starts (default: 6 h)")  # fmt: skip


def _add_list(parser: Parser) -> None:
    parser.add_argument("--list", metavar="FILE", type=_file,
                        help="master list of the exercise, as `drill` wrote it, JSON or XLSX; else the scenario's own, "
                             "with nothing left out")  # fmt: skip


def _add_out(parser: Parser, default: str | None, what: str) -> None:
    shown = f"{what} (default: {default})" if default else what
    parser.add_argument("--out", metavar="DIR", default=default, type=_folder, help=shown)


def _add_printing(parser: Parser, json: str) -> None:
    """Where results go, and how much is printed."""
    _add_out(parser, "results", "folder for results, made if it is not there")
    parser.add_argument("--bom", action="store_true", help="begin CSV files with a byte-order mark, for Excel")
    _add_language(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quiet", action="store_true", help="print nothing but problems")
    how.add_argument("--json", action="store_true", help=json)


def _add_language(parser: Parser) -> None:
    parser.add_argument("--lang", metavar="en|zh", default="en", type=_language,
                        help="language of the tables (default: en)")  # fmt: skip


def _folder(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("name a folder; nothing stands there")
    return text


def _file(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("name a file; nothing stands there")
    return text


def _time_s(text: str) -> float:
    from sim.units import Dimension, UnitError, parse

    try:
        seconds = parse(text, Dimension.TIME)
    except UnitError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if seconds < 0:
        raise argparse.ArgumentTypeError(f"must not be negative, found {text}")
    return seconds


def _step_s(text: str) -> float:
    seconds = _time_s(text)
    if not STEPS_S[0] <= seconds <= STEPS_S[1]:
        raise argparse.ArgumentTypeError(f"must lie in 1 s to 60 s, found {text}")
    return seconds


def _routing(text: str) -> str:
    if text not in ROUTINGS:
        raise argparse.ArgumentTypeError(f"'{text}' is no routing of SWMM that fits; there are {', '.join(ROUTINGS)}")
    return text


def _weigh(text: str) -> str:
    if text not in WEIGHTS:
        raise argparse.ArgumentTypeError(f"a set is smallest in {', '.join(WEIGHTS)}, found '{text}'")
    return text


def _longest_s(text: str) -> float:
    seconds = _time_s(text)
    if seconds == 0:
        raise argparse.ArgumentTypeError(f"no drill is as short as {text}; write one such as 8h")
    return seconds


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not YEARS[0] <= int(text) <= YEARS[1]:
        raise argparse.ArgumentTypeError(f"write a year from {YEARS[0]} to {YEARS[1]} such as 2027, found {text}")
    return int(text)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number; write one such as 7")
    return int(text)


def _speed(text: str) -> float:
    from sim.units import UnitError, number

    try:
        speed = number(text)
    except UnitError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if not SPEEDS[0] <= speed <= SPEEDS[1]:
        raise argparse.ArgumentTypeError(f"must lie in {SPEEDS[0]:g} to {SPEEDS[1]:g}, found {text}")
    return speed


def _not_mentioned(text: str) -> str:
    if text not in NOT_MENTIONED:
        raise argparse.ArgumentTypeError(f"must be {' or '.join(NOT_MENTIONED)}, found '{text}'")
    return text


def _after_formats(text: str) -> tuple[str, ...]:
    from sim.load.suggest import hint

    formats = tuple(each.strip() for each in text.split(","))
    for each in formats:
        if each not in AFTER_FORMATS:
            raise argparse.ArgumentTypeError(f"there is no format '{each}'; {hint(each, AFTER_FORMATS, 'there are')}")
    return formats


def _fault_sorts(text: str) -> tuple[str, ...]:
    from sim.load.suggest import hint

    sorts = tuple(each.strip() for each in text.split(","))
    for each in sorts:
        if each not in FAULT_SORTS:
            known = hint(each, FAULT_SORTS, "there are")
            raise argparse.ArgumentTypeError(f"nothing of the sort '{each}' can fail; {known}")
    return sorts


def _periods_a(text: str) -> tuple[float, ...]:
    from sim.units import Dimension, UnitError, parse

    found = set()
    for each in text.split(","):
        try:
            period_a = parse(f"{each.strip().removesuffix('a').strip()} a", Dimension.PERIOD)
        except UnitError as error:
            raise argparse.ArgumentTypeError(f"write years such as 1,2,5,10; {error}") from error
        if not 0 < period_a <= LONGEST_PERIOD_A:
            raise argparse.ArgumentTypeError(f"must be above 0 and at most {LONGEST_PERIOD_A:g} years, found {each}")
        found.add(period_a)
    return tuple(sorted(found))


def _closing(text: str) -> tuple[str, tuple[float, ...]]:
    action, equals, times = text.partition("=")
    if not equals or not action.strip():
        raise argparse.ArgumentTypeError(f"write ACTION=TIME,... such as shut-gates=30min,1h,2h,never; found {text}")
    found = [inf if each.strip() == NEVER else _time_s(each.strip()) for each in times.split(",")]
    return action.strip(), tuple(sorted(set(found)))


def _sheet(text: str) -> str:
    if text not in SHEETS:
        raise argparse.ArgumentTypeError(f"figures are made for {' or '.join(SHEETS)}, found '{text}'")
    return text


def _storm(text: str) -> str:
    if any(word.split(":")[0].strip("{ \"'") == "period" for word in text.split(",")):
        raise argparse.ArgumentTypeError("leave period: out; --periods says which are played")
    return text


def _exercise_type(text: str) -> str:
    from sim.load.suggest import hint

    if text not in EXERCISE_TYPES:
        raise argparse.ArgumentTypeError(f"'{text}' is no type of exercise; {hint(text, EXERCISE_TYPES, 'there are')}")
    return text


def _clock(text: str) -> str:
    from sim.load.kinds.words import ClockTime
    from sim.load.reading import Spot

    try:
        return ClockTime().parse(text, Spot.nowhere())
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _some_time_s(text: str) -> float:
    seconds = _time_s(text)
    if seconds == 0:
        raise argparse.ArgumentTypeError(f"must not be nothing, found {text}; write one such as 2h")
    return seconds


def _times_s(text: str) -> list[float]:
    return [_time_s(each.strip()) for each in text.split(",")]


def _positive(text: str) -> float:
    from sim.units import UnitError, number

    try:
        value = number(text)
    except UnitError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    if value <= 0:
        raise argparse.ArgumentTypeError(f"must be above 0, found {text}")
    return value


def _formats(text: str) -> list[str]:
    from sim.drill.paper import PAPERS
    from sim.load.suggest import hint

    formats = [each.strip() for each in text.split(",")]
    for each in formats:
        if each not in PAPERS:
            raise argparse.ArgumentTypeError(f"there is no document '{each}'; {hint(each, PAPERS, 'there are')}")
    return list(dict.fromkeys(formats))


def _language(text: str) -> str:
    if text not in LANGUAGES:
        raise argparse.ArgumentTypeError(f"'{text}' is no language of the tables; there are {', '.join(LANGUAGES)}")
    return text
