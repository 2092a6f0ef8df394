"""Words and options that several commands share."""

from __future__ import annotations

from sim.cli import values
from sim.cli.language import preferred
from sim.cli.parser import Parser
from sim.words import LANGUAGES, text

FORMULAS = "--formulas"
"""Leaves cells of tables as they are that a spreadsheet would take for formulas."""


def add_played(parser: Parser, json: str = "help_option_json") -> None:
    """A scenario to be played, with changes, and where its results go."""
    parser.add("scenario", "help_option_scenario", metavar="SCENARIO", nargs="*")
    add_changes(parser)
    add_levels(parser)
    add_printing(parser, json)


def add_run_or_result(parser: Parser) -> None:
    """A scenario, or what came of one."""
    parser.add("scenario", "help_option_subject", metavar="SCENARIO", nargs="*")


def add_changes(parser: Parser) -> None:
    """What is to be different in a scenario."""
    parser.add("--pick", "help_option_pick", metavar="NAME")
    parser.add("--set", "help_option_set", metavar="PATH=VALUE", action="append", default=[])


def add_levels(parser: Parser) -> None:
    """What stood in the park when the run starts."""
    parser.add("--levels", "help_option_levels", metavar="FILE", type=values.file)
    parser.add("--max-age", "help_option_max_age", metavar="TIME", type=values.time_s)


def add_sheet(parser: Parser) -> None:
    """What figures are made for."""
    parser.add("--sheet", "help_option_sheet", metavar="a4|screen", default="a4", type=values.sheet)


def add_list(parser: Parser) -> None:
    """By which list an exercise is held."""
    parser.add("--list", "help_option_list", metavar="FILE", type=values.file)


def add_printing(parser: Parser, json: str) -> None:
    """Where results go, and how much is printed."""
    add_out(parser, "help_option_out", "results")
    add_csv(parser)
    add_language(parser)
    add_quiet_or_json(parser, json)


def add_out(parser: Parser, key: str, default: str | None = None) -> None:
    """Where files go."""
    parser.add("--out", key, metavar="DIR", default=default, type=values.folder)


def add_csv(parser: Parser) -> None:
    """For whom tables are written."""
    parser.add("--bom", "help_option_bom", action="store_true")
    parser.add(FORMULAS, "help_option_formulas", action="store_true")


def add_language(parser: Parser) -> None:
    """In which language it is said."""
    parser.add("--lang", "help_option_lang", metavar="|".join(LANGUAGES), default=preferred(), type=values.language)


def add_quiet_or_json(parser: Parser, json: str) -> None:
    """Less to read, or something for a program to read."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quiet", action="store_true", help=text("help_option_quiet", parser.language))
    how.add_argument("--json", action="store_true", help=text(json, parser.language))
