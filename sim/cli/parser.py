"""The words each command understands."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from sim.cli import values, words
from sim.cli.language import preferred
from sim.errors import InputError

FORMULAS = "--formulas"
"""Leaves cells of tables as they are that a spreadsheet would take for formulas."""
WIDTH = 100
"""Letters a line of help has at most."""


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help of the same width everywhere."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=WIDTH)


class _Once(argparse.Action):
    """Keeps a value, and refuses another: of two files, one would be dropped and nobody told."""

    given = False

    def __call__(
        self, parser: object, namespace: argparse.Namespace, values: object, option: str | None = None
    ) -> None:
        """Keep the value.

        Raises:
            InputError: the option has one already.
        """
        if option is not None and self.given:
            raise InputError(f"{option} is written twice; it can stand once, so leave one out")
        self.given = True
        setattr(namespace, self.dest, values)


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
        self.register("action", None, _Once)

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
    parser.add_argument("--seed", metavar="N", type=values.whole,
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
    parser.add_argument("--periods", metavar="YEARS,...", default=values.PERIODS_A, type=values.periods_a,
                        help="return periods that are played (default: 1,2,5,10,20,50)")  # fmt: skip
    parser.add_argument("--closing", metavar="ACTION=TIME,...", type=values.closing,
                        help="and with an action or operation sheet done at each of these times, or never")  # fmt: skip
    _add_sheet(parser)
    parser.add_argument("--rain", metavar="NAME", help="which rain of the scenario, if several come from a formula")
    parser.add_argument("--storm", metavar="KEYS", type=values.storm,
                        help="a storm in place of the scenario's rain: the keys of a rain, without period")  # fmt: skip
    return _with_common(parser)


def plot_parser() -> Parser:
    """The words of `plot`."""
    parser = Parser("plot SCENARIO|RESULT [options]", words.PLOT, words.PLOT_MORE)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="a scenario file, or the folder of a result")
    parser.add_argument("--only", metavar="FIGURE,...", default=values.FIGURES, type=values.figures,
                        help=f"only these: {', '.join(values.FIGURES)}")  # fmt: skip
    _add_sheet(parser)
    parser.add_argument("--formats", metavar="FORMAT,...", default=("png", "svg"), type=values.figure_formats,
                        help=f"of {', '.join(values.FIGURE_FORMATS)} (default: png,svg)")  # fmt: skip
    _add_changes(parser)
    _add_levels(parser)
    _add_printing(parser, "print the tables behind the figures as JSON")
    return _with_common(parser)


def report_parser() -> Parser:
    """The words of `report`."""
    parser = Parser("report SCENARIO|RESULT [options]", words.REPORT, words.REPORT_MORE)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="a scenario file, or the folder of a result")
    _add_changes(parser)
    _add_levels(parser)
    _add_out(parser, "results", "folder for results, made if it is not there")
    _add_language(parser)
    parser.add_argument("--open", action="store_true", help="show it in the browser")
    _add_quiet_or_json(parser, "print where it is as JSON")
    return _with_common(parser)


def faults_parser() -> Parser:
    """The words of `faults`."""
    parser = _scenario_parser("faults", words.FAULTS, words.FAULTS_MORE)
    parser.add_argument("--of", metavar="SORT,...", default=values.FAULT_SORTS, type=values.fault_sorts,
                        help=f"only these sorts of parts: {', '.join(values.FAULT_SORTS)}")  # fmt: skip
    parser.add_argument("--no-pairs", action="store_true", help="single faults only")
    return _with_common(parser)


def recovery_parser() -> Parser:
    """The words of `recovery`."""
    parser = _scenario_parser("recovery", words.RECOVERY, words.RECOVERY_MORE)
    parser.add_argument("--up-to", metavar="TIME", type=values.time_s,
                        help="how long after the scenario's horizon to look (default: 90 d)")  # fmt: skip
    parser.add_argument("--from", dest="from_", metavar="TIME", type=values.time_s,
                        help="since the start, when the measures are ordered (default: at the horizon)")  # fmt: skip
    parser.add_argument("--levels-at", metavar=("TIME", "FILE"), nargs=2,
                        help="write what still stands so long after the horizon, for run --levels")  # fmt: skip
    return _with_common(parser)


def replay_parser() -> Parser:
    """The words of `replay`."""
    parser = _scenario_parser("replay", words.REPLAY, words.REPLAY_MORE, "print the report as JSON")
    parser.add_argument("--log", metavar="FILE", type=values.file, action="append", default=[],
                        help="what was done when: CSV or XLSX with columns number or action, what, time; may be given "
                             "often, a log for each who kept one")  # fmt: skip
    _add_list(parser)
    parser.add_argument("--not-mentioned", metavar="done|missed", type=values.not_mentioned,
                        default=values.NOT_MENTIONED[0],
                        help="what became of actions the log does not mention: done as planned, or never "
                             "(default: done)")  # fmt: skip
    parser.add_argument("--formats", metavar="FORMAT,...", type=values.after_formats, default=values.AFTER_FORMATS,
                        help=f"write only these: {', '.join(values.AFTER_FORMATS)}")  # fmt: skip
    return _with_common(parser)


def play_parser() -> Parser:
    """The words of `play`."""
    parser = Parser("play SCENARIO|LIST.json [options]", words.PLAY, words.PLAY_MORE)
    parser.add_argument("scenario", metavar="SCENARIO", nargs="*", help="a scenario file, or a master list (.json)")
    _add_list(parser)
    _add_changes(parser)
    _add_levels(parser)
    parser.add_argument("--lasts", metavar="TIME", type=values.time_s,
                        help="leave quiet stretches out until the exercise fits")  # fmt: skip
    parser.add_argument("--speed", metavar="N", type=values.speed, default=1.0,
                        help="minutes of the exercise a minute of yours (default: 1)")  # fmt: skip
    parser.add_argument("--journal", metavar="FILE", type=values.file,
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
    parser.add_argument("--type", metavar="TYPE", type=values.exercise_type,
                        help=f"how far people move: {', '.join(values.EXERCISE_TYPES)} "
                             "(default: full-scale)")  # fmt: skip
    parser.add_argument("--starts", metavar="CLOCK", type=values.clock,
                        help="when the exercise begins (default: when the first incident does)")  # fmt: skip
    parser.add_argument("--lasts", metavar="TIME", type=values.length_s,
                        help="how long it may take: quiet stretches are jumped over until it fits")  # fmt: skip
    parser.add_argument("--most-an-hour", metavar="N", type=values.positive,
                        help="injects and readings an hour at most; the lightest are left out")  # fmt: skip
    parser.add_argument("--at", metavar="TIME,...", type=values.times_s,
                        help="when each incident begins (default: one after the other)")  # fmt: skip
    parser.add_argument("--from", metavar="FILE", dest="earlier", type=values.file,
                        help="an earlier list, edited or not: its numbers and changes are kept")  # fmt: skip
    parser.add_argument("--calendar", metavar="FILE", type=values.file,
                        help="an earlier calendar: what changed is renewed, what is gone is called off")  # fmt: skip
    parser.add_argument("--texts", metavar="FILE", type=values.file, help="a YAML file of texts of your own")
    parser.add_argument("--formats", metavar="FORMAT,...", type=values.formats,
                        help="only these documents (default: all)")  # fmt: skip
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
    parser.add_argument("--weigh", metavar="WHAT", default="drills", type=values.weight,
                        help=f"what the set is smallest in: {', '.join(values.WEIGHTS)} (default: drills)")  # fmt: skip
    parser.add_argument("--longest", metavar="TIME", type=values.longest_s,
                        help="the longest drill that is held (default: 12 h)")  # fmt: skip
    parser.add_argument("--solve-for", metavar="TIME", default=10.0, type=values.time_s,
                        help="how long to search for a proof that no smaller set exists (default: 10 s)")  # fmt: skip
    parser.add_argument("--given-only", action="store_true", help="generate no drills")
    parser.add_argument("--calendar", metavar="YEAR", type=values.year, help="spread the set over this year")
    parser.add_argument("--holidays", metavar="FILE", type=values.file,
                        help="public holidays: a table of from,until,name_en,name_zh,basis,source")  # fmt: skip
    parser.add_argument("--zone", metavar="ZONE", type=values.zone,
                        help="zone of the park's clock, +08:00 or Asia/Shanghai (default: the scenarios')")  # fmt: skip
    parser.add_argument("--write", metavar="DIR", type=values.folder, help="write the set's generated scenarios there")
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
    _add_csv(parser)
    _add_language(parser)
    _add_quiet_or_json(parser, "print the answers as JSON")
    return _with_common(parser)


def map_parser() -> Parser:
    """The words of `map`."""
    parser = Parser("map SCENARIO|PARK|RESULT [options]", words.MAP, words.MAP_MORE)
    parser.add_argument("paths", metavar="FILE", nargs="*", help="a scenario file, a park, or the folder of a result")
    parser.add_argument("--at", metavar="TIME", type=values.time_s,
                        help="since the start, such as 2 h (default: the worst moment)")  # fmt: skip
    parser.add_argument("--sheet", metavar="a4|screen", default="a4", type=values.sheet,
                        help="for a page of A4 or for a screen (default: a4)")  # fmt: skip
    _add_changes(parser)
    _add_levels(parser)
    _add_out(parser, "results", "folder for results or a park's map, made if it is not there")
    _add_csv(parser)
    _add_language(parser)
    _add_quiet_or_json(parser, "print what was written as JSON")
    return _with_common(parser)


def export_parser() -> Parser:
    """The words of `export`."""
    parser = Parser("export swmm|geojson SCENARIO [options]", words.EXPORT, words.EXPORT_MORE)
    what = "for which program, and a scenario file; for geojson also a park or a result, and a file"
    parser.add_argument("words", metavar="swmm|geojson SCENARIO", nargs="*", help=what)
    _add_changes(parser)
    _add_levels(parser)
    parser.add_argument("--at", metavar="TIME", type=values.time_s,
                        help="for geojson: what stood and flowed then, too, such as 2 h")  # fmt: skip
    parser.add_argument("--as-played", action="store_true",
                        help="with what people do, at the times at which a run of ours has it done")  # fmt: skip
    parser.add_argument("--routing", metavar="kinwave|dynwave", type=values.routing,
                        help="how SWMM moves water (default: kinwave; dynwave where there is a loop)")  # fmt: skip
    parser.add_argument("--step", metavar="TIME", type=values.step_s, default=5.0,
                        help="SWMM's routing step (default: 5 s)")  # fmt: skip
    _add_out(parser, "results", "folder for the files, made if it is not there, or a file such as model.inp")
    _add_language(parser)
    _add_quiet_or_json(parser, "print what was written, and what could not be, as JSON")
    return _with_common(parser)


def validate_parser() -> Parser:
    """The words of `validate`."""
    parser = Parser("validate FILE... [options]", words.VALIDATE, words.VALIDATE_MORE)
    parser.add_argument("files", metavar="FILE", nargs="*", help="a scenario file, a park file, or a park's folder")
    _add_out(parser, None, "folder for reconciliation.csv, made if it is not there")
    _add_language(parser)
    _add_quiet_or_json(parser, "print what was found, problems too, as JSON")
    parser.add_argument("--fail-on-conflict", action="store_true",
                        help="end with status 1 if a response plan has conflicts")  # fmt: skip
    return _with_common(parser)


def schema_parser() -> Parser:
    """The words of `schema`."""
    parser = Parser("schema park|scenario|sizing|drill-texts [options]", words.SCHEMA, words.SCHEMA_MORE)
    parser.add_argument("kind", metavar="KIND", nargs="*", help="park, scenario, sizing or drill-texts")
    _add_out(parser, None, "folder for the schema, made if it is not there")
    _add_language(parser)
    return _with_common(parser)


def _with_common(parser: Parser) -> Parser:
    parser.add_argument("--debug", action="store_true", help="when the program is wrong, show where")
    parser.add_argument("-h", "--help", action="store_true", help="print this")
    return parser


def _add_changes(parser: Parser) -> None:
    parser.add_argument("--pick", metavar="NAME", help="make the changes of a named scenario or override of the file")
    parser.add_argument("--set", metavar="PATH=VALUE", action="append", default=[],
                        help="change one value; may be given often, later ones win")  # fmt: skip


def _add_sheet(parser: Parser) -> None:
    parser.add_argument("--sheet", metavar="a4|screen", default="a4", type=values.sheet,
                        help="figures for a page of A4 or for a screen (default: a4)")  # fmt: skip


def _add_levels(parser: Parser) -> None:
    parser.add_argument("--levels", metavar="FILE", type=values.file,
                        help="start from measured levels: CSV or XLSX with columns storage, level, time")  # fmt: skip
    parser.add_argument("--max-age", metavar="TIME", type=values.time_s,
                        help="how old a level may be when the run starts (default: 6 h)")  # fmt: skip


def _add_list(parser: Parser) -> None:
    parser.add_argument("--list", metavar="FILE", type=values.file,
                        help="master list of the exercise, as `drill` wrote it, JSON or XLSX; else the scenario's own, "
                             "with nothing left out")  # fmt: skip


def _add_out(parser: Parser, default: str | None, what: str) -> None:
    shown = f"{what} (default: {default})" if default else what
    parser.add_argument("--out", metavar="DIR", default=default, type=values.folder, help=shown)


def _add_csv(parser: Parser) -> None:
    """For whom tables are written."""
    parser.add_argument("--bom", action="store_true", help="begin CSV files with a byte-order mark, for Excel")
    parser.add_argument(FORMULAS, action="store_true",
                        help="leave texts in CSV files as they are that begin with =, +, - or @; else an apostrophe "
                             "stands before them, and no spreadsheet works them out")  # fmt: skip


def _add_printing(parser: Parser, json: str) -> None:
    """Where results go, and how much is printed."""
    _add_out(parser, "results", "folder for results, made if it is not there")
    _add_csv(parser)
    _add_language(parser)
    _add_quiet_or_json(parser, json)


def _add_quiet_or_json(parser: Parser, json: str) -> None:
    """Less to read, or something for a program to read."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quiet", action="store_true", help="print nothing but problems")
    how.add_argument("--json", action="store_true", help=json)


def _add_language(parser: Parser) -> None:
    parser.add_argument("--lang", metavar="en|zh", default=preferred(), type=values.language,
                        help="language of the tables and of messages (default: en, or THREE_TIER_LANG)")  # fmt: skip
